forum-empty = لم يُعلن عن أي اجتماع بعد.
forum-lead = لكل من شاء أن يقرأ هنا ما في البرنامج ومن يشارك فيه وما تغيّر منذ نشره.
series-meetings = { $count ->
    [zero] لا اجتماعات حتى الآن.
    [one] اجتماع واحد حتى الآن.
    [two] اجتماعان حتى الآن.
    [few] { $count } اجتماعات حتى الآن.
    [many] { $count } اجتماعًا حتى الآن.
   *[other] { $count } اجتماع حتى الآن.
}
door-sessions = { $count ->
    [one] جلسة
    [two] جلستان
    [few] جلسات
   *[other] جلسة
} في { $days ->
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
   *[other] { $days } يومًا
}
door-people = { $count ->
    [one] شخص
    [two] شخصان
    [few] أشخاص
   *[other] شخصًا
} في البرنامج
door-organisations = { $count ->
    [one] منظمة تعقد جلسات
    [two] منظمتان تعقدان جلسات
    [few] منظمات تعقد جلسات
   *[other] منظمة تعقد جلسات
}
people-by-group = المشاركون في البرنامج بحسب مجموعة أصحاب المصلحة
programme-not-published = لم يُنشر البرنامج بعد.
number-column = الرقم
place-column = المكان
dates-column = التواريخ
published-column = أرقام منشورة
figures-title = أرقام
figures-note = كل رقم يذكر ما عُدّ ومن نشره. والأرقام التي تعدّ أشياء مختلفة لا تُقارن هنا ولا تُجمع.
figure-column = ما عُدّ
source-column = المصدر
figure-from-record = محسوب من سجل هذا المنتدى
figure-registered = { $at-least ->
    [yes] أكثر من { $count } مسجَّل
   *[no] { $count } مسجَّل
}
figure-approved = { $at-least ->
    [yes] أكثر من { $count } تسجيل معتمد
   *[no] { $count } تسجيل معتمد
}
figure-badge-collected = { $at-least ->
    [yes] أكثر من { $count } شارة مستلمة
   *[no] { $count } شارة مستلمة
}
figure-on-site = { $at-least ->
    [yes] أكثر من { $count } حضوريًا
   *[no] { $count } حضوريًا
}
figure-joined-online = { $at-least ->
    [yes] أكثر من { $count } عبر الإنترنت
   *[no] { $count } عبر الإنترنت
}
figure-took-part = { $at-least ->
    [yes] أكثر من { $count } مشارك
   *[no] { $count } مشارك
}
counted-registered = { $count } مسجَّل
counted-badges = { $count } شارة مستلمة
counted-online = { $count } عبر الإنترنت
counted-took-part = { $count } استلموا شارة أو شاركوا عبر الإنترنت، كل شخص مرة واحدة
