people-lead = { $count ->
    [zero] لا أحد في برنامج منشور.
    [one] شخص واحد في برنامج منشور.
    [two] شخصان في برامج منشورة.
    [few] { $count } أشخاص في برامج منشورة.
    [many] { $count } شخصًا في برامج منشورة.
   *[other] { $count } شخص في برامج منشورة.
}
people-search = الاسم أو المنظمة
people-found = { $count ->
    [zero] لم يُعثر على أحد
    [one] عُثر على شخص واحد
    [two] عُثر على شخصين
    [few] عُثر على { $count } أشخاص
    [many] عُثر على { $count } شخصًا
   *[other] عُثر على { $count } شخص
}
organisations-lead = { $count ->
    [zero] لا منظمة تعقد جلسات.
    [one] منظمة واحدة تعقد جلسات.
    [two] منظمتان تعقدان جلسات.
    [few] { $count } منظمات تعقد جلسات.
    [many] { $count } منظمة تعقد جلسات.
   *[other] { $count } منظمة تعقد جلسات.
}
organisation-sessions = { $count ->
    [zero] لا جلسات
    [one] جلسة واحدة
    [two] جلستان
    [few] { $count } جلسات
    [many] { $count } جلسة
   *[other] { $count } جلسة
}
organisation-people = المشاركون في البرنامج
group-not-said = غير مذكور
group-government = الحكومات
group-civil-society = المجتمع المدني
group-private-sector = القطاع الخاص
group-technical-community = الأوساط التقنية
group-academia = الأوساط الأكاديمية
group-intergovernmental-organisation = المنظمات الحكومية الدولية
group-media = وسائل الإعلام
region-african = مجموعة الدول الأفريقية
region-asia-pacific = مجموعة دول آسيا والمحيط الهادئ
region-eastern-european = مجموعة دول أوروبا الشرقية
region-latin-american-caribbean = مجموعة دول أمريكا اللاتينية والكاريبي
region-western-european-others = مجموعة دول أوروبا الغربية ودول أخرى
region-intergovernmental = المنظمات الحكومية الدولية
region-other = خارج المجموعات الإقليمية
