# المكتب: صفحات من يديرون المنتدى. $what و$session و$first قصيرة: رمز أو قاعة.

desk-title = المكتب
desk-to-form = إلى النموذج
desk-no-number = هذا ليس رقمًا.
desk-no-number-remedy = يُرجى كتابته بالأرقام.
desk-no-day = هذا ليس يومًا.
desk-no-day-remedy = يُرجى كتابته هكذا: 2027-05-10.
desk-no-time = هذا ليس وقتًا.
desk-no-time-remedy = يُرجى كتابته هكذا: 09:30، بتوقيت مكان الاجتماع.
desk-no-slots = أحد السطور ليس فترة زمنية، أو لا يوجد سطر أو يوم.
desk-no-slots-remedy = يُرجى كتابة كل سطر هكذا: 09:00-10:30، وبعده اسم إن كان استراحة، واختيار يوم واحد على الأقل.
desk-several-people = هناك أكثر من شخص باسم { $name }.
desk-several-people-remedy = يُرجى كتابة المقصود مع رقمه: { $each }.

desk-first-lead = من لا شيء إلى برنامج منشور في سبع خطوات. ويمكن تغيير كل شيء لاحقًا.
desk-first-done = البرنامج منشور. ويمكنكم تغييره في أي وقت ونشره من جديد.
desk-front = الصفحة الأولى كما يراها الجميع
desk-meetings = الاجتماعات
desk-another-meeting = الإعلان عن اجتماع آخر
desk-step-done = تمّ
desk-step-series = تسمية ما تنظمونه
desk-step-meeting = الإعلان عن الاجتماع
desk-step-rooms = القاعات
desk-step-grid = أوقات اليوم
desk-step-sessions = الجلسات
desk-step-place = وضع الجلسات في البرنامج
desk-step-publish = النشر
desk-next = متابعة
desk-save = حفظ
desk-change = تغيير
desk-by-hand = الوضع يدويًا
desk-series-name = اسم المنتدى كما يظهر في كل صفحة
desk-meeting-name = عنوان الاجتماع
desk-meeting-title = عن الاجتماع
desk-meeting-hint = يبقى عنوان صفحة الاجتماع كما هو. وتبقى الجلسات في لحظتها عند تغيير المنطقة الزمنية.
desk-first-day = اليوم الأول
desk-last-day = اليوم الأخير
desk-city = المدينة
desk-country = البلد بحرفين (KE، FR)
desk-zone = المنطقة الزمنية للمكان
desk-number = رقم الاجتماع إن كانت الاجتماعات تُعدّ
desk-online = عبر الإنترنت فقط، بلا مكان

desk-rooms-title = القاعات والأوقات والمسارات
desk-rooms = القاعات
desk-rooms-list = القاعات، واحدة في كل سطر، وعدد المقاعد بعد فاصلة
desk-rooms-count = { $count ->
    [one] قاعة واحدة
    [two] قاعتان
    [few] { $count } قاعات
   *[other] { $count } قاعة
}
desk-open-room = إضافة قاعة
desk-open-rooms = إضافة هذه القاعات
desk-close-room = إغلاق
desk-closed-rooms = قاعات مغلقة
desk-reopen-room = فتح من جديد
desk-name = الاسم
desk-seats = المقاعد
desk-slots = أوقات اليوم
desk-slots-count = { $count ->
    [one] فترة واحدة
    [two] فترتان
    [few] { $count } فترات
   *[other] { $count } فترة
}
desk-from = من
desk-until = إلى
desk-pause = استراحة
desk-pause-coffee = قهوة
desk-pause-lunch = غداء
desk-grid-hint = هذا يوم معتاد مقترح؛ خذوه كما هو أو غيّروا سطوره أولًا.
desk-grid-slots = أوقات اليوم، واحد في كل سطر؛ وللاستراحة اسم
desk-grid-days = في هذه الأيام
desk-grid-send = إضافة هذه الأوقات
desk-tracks = المسارات
desk-tracks-hint = عند حذف مسار تبقى جلساته بلا مسار.
desk-add-track = إضافة مسار
desk-no-track = بلا مسار
desk-remove = حذف

desk-board-title = إعداد البرنامج
desk-board-frame = قبل وضع الجلسات يحتاج الاجتماع إلى قاعات وأوقات.
desk-undo = تراجع: { $what }
desk-redo = إعادة: { $what }
desk-did-something = تغيير كبير
desk-did-more = { $first } و{ $count } غيرها
desk-did-added = إضافة { $what }
desk-did-amended = تغيير { $what }
desk-did-withdrawn = سحب { $what }
desk-did-reinstated = إعادة { $what }
desk-did-role = أشخاص { $what }
desk-did-placed = وضع { $what }
desk-did-unplaced = رفع { $what } من الجدول
desk-did-room = القاعة { $what }
desk-did-track = المسار { $what }
desk-did-slots = أوقات اليوم
desk-warnings = { $count ->
    [one] أمر واحد يستحق النظر
    [two] أمران يستحقان النظر
    [few] { $count } أمور تستحق النظر
   *[other] { $count } أمرًا يستحق النظر
}
desk-warning-pause = تقع { $session } في استراحة: { $pause }.
desk-warning-longer = تستمر { $session } بعد انتهاء فترتها عند { $until }.
desk-warning-nobody = لا أحد يدير { $session } أو يتحدث فيها بعد.
desk-look = انظروا هنا
desk-move = نقل
desk-here = هنا
desk-held = الجلسة $session بيدكم. اختاروا خانة خالية بالأسهم؛ مفتاح Enter يضعها ومفتاح Escape يتركها.
desk-left = بقيت حيث كانت.
desk-placed = وُضعت:
desk-picked = اختاروا خانة خالية للجلسة «{ $session }».
desk-picked-leave = تركها حيث هي
desk-minutes = { $count } دقيقة
desk-unplaced = { $count ->
    [0] لا شيء ينتظر مكانًا
    [one] جلسة واحدة تنتظر مكانًا
    [two] جلستان تنتظران مكانًا
    [few] { $count } جلسات تنتظر مكانًا
   *[other] { $count } جلسة تنتظر مكانًا
}
desk-unplaced-none = لكل جلسة مكانها.
desk-unplaced-more = … و{ $count } غيرها؛ ابحثوا بكلمات من العنوان.
desk-fill = وضع الكل بالترتيب
desk-fill-hint = تأخذ كل جلسة أول قاعة ووقت خاليين بلا تعارض. ويمكن التراجع عن ذلك.
desk-place = وضع
desk-unplace = رفع من البرنامج
desk-no-place = ليس لها مكان بعد.
desk-session = الجلسة
desk-day = اليوم
desk-add = إضافة جلسة
desk-session-title = العنوان
desk-session-abstract = موضوعها
desk-session-minutes = المدة بالدقائق
desk-session-code = الرمز (يُترك فارغًا للرقم التالي)
desk-session-people = المتحدثون، اسم في كل سطر
desk-session-said = ما يقال عنها
desk-list = إضافة جلسات كثيرة
desk-list-titles = العناوين، واحد في كل سطر
desk-list-send = إضافة هذه الجلسات
desk-sessions-hint = الصقوا قائمة عناوين، واحدًا في كل سطر؛ والباقي يأتي لاحقًا.
desk-person-name = الاسم
desk-role = الدور
desk-give-role = إضافة
desk-withdraw = سحب
desk-withdraw-hint = الجلسة التي لن تُعقد تبقى في السجل، ويمكن إعادتها.
desk-withdrawn = سُحبت هذه الجلسة.
desk-reinstate = إعادتها

desk-ahead-first = لم يُنشر شيء بعد.
desk-ahead = { $count ->
    [0] لا تختلف أي جلسة عن النسخة «{ $label }».
    [one] تختلف جلسة واحدة عن النسخة «{ $label }».
    [two] تختلف جلستان عن النسخة «{ $label }».
    [few] تختلف { $count } جلسات عن النسخة «{ $label }».
   *[other] تختلف { $count } جلسة عن النسخة «{ $label }».
}
desk-publish-title = مراجعة ونشر
desk-publish = نشر
desk-publish-label = اسم النسخة
desk-publish-note = ما يقال عنها
desk-publish-empty = لم يوضع شيء بعد، فليس هناك ما يُنشر.
desk-publish-unchanged = لم يتغيّر شيء منذ النسخة الأخيرة.
desk-publish-clashes = { $count ->
    [one] سيكون شخص واحد في مكانين معًا، وهذا يمنع نشر البرنامج.
   *[other] في { $count } حالات سيكون أحدهم في مكانين معًا، وهذا يمنع نشر البرنامج.
}
desk-publish-unplaced = { $count ->
    [one] جلسة واحدة بلا مكان ولن تكون في البرنامج.
    [two] جلستان بلا مكان ولن تكونا في البرنامج.
    [few] { $count } جلسات بلا مكان ولن تكون في البرنامج.
   *[other] { $count } جلسة بلا مكان ولن تكون في البرنامج.
}
desk-published = نُشرت النسخة «{ $label }».
desk-published-see = البرنامج كما يراه الجميع
desk-concerned = { $count ->
    [one] يعني ذلك شخصًا واحدًا
    [two] يعني ذلك شخصين
    [few] يعني ذلك { $count } أشخاص
   *[other] يعني ذلك { $count } شخصًا
}

desk-settings-title = الإعدادات والمناصب
setting-name = اسم المنتدى
setting-name-why = يظهر في كل صفحة. وإن تُرك فارغًا فهو اسم سلسلة آخر اجتماع.
setting-notice = ملاحظة في الصفحة الأولى
setting-notice-why = ما ينبغي أن يعرفه الجميع الآن. وإن تُركت فارغة فلا ملاحظة.
setting-contact = عنوان للأسئلة
setting-contact-why = يظهر أسفل كل صفحة ليعرف الناس من يسألون. وإن تُرك فارغًا فلا عنوان.
setting-language = لغة المنتدى
setting-language-why = للقراء الذين لا يذكر متصفحهم أيًا من لغاتنا. وإن لم تُختر فهي الإنكليزية.
setting-language-none = لا لغة بعينها
setting-sign-up = يمكن للناس تسجيل أنفسهم
setting-sign-up-why = من يقرأ بريد عنوان ما يمكنه التسجيل به. وإن أُوقف ذلك فلا يضيف الأشخاص إلا المنظمون.
desk-offices = المناصب
desk-offices-why = من يشغل منصبًا يرى ويفعل أكثر من غيره. معظم المناصب تحتاج إلى شخصين لمنحها ولإنهائها: أحدهما يقترح والآخر يؤكد. أما منصب المرء نفسه فينتهي فورًا.
office-reviewer = مراجِع
office-chair = رئاسة
office-secretariat = الأمانة
office-admin = إدارة النظام
desk-office = المنصب
desk-office-grant = منح أو اقتراح
desk-office-end = إنهاء
desk-office-confirm = تأكيد
desk-office-refuse = سحب الاقتراح
desk-office-waits = بانتظار شخص ثانٍ
desk-office-ending = اقتُرح إنهاؤه
desk-office-confirm-end = تأكيد الإنهاء
desk-office-keep = الإبقاء عليه
desk-proposed = مقترحون
desk-person-email = عنوان البريد
footer-contact = أسئلة؟

# أخذ برنامج من ملف، على صفحة.
desk-import-title = برنامج من ملف
desk-import-way = هل يوجد برنامج في أداة أخرى أو في جدول؟ خذه من ملف.
desk-import-lead = برنامج أداة أخرى (schedule XML أو JSON)، أو جدول له سطر عناوين (CSV؛ يحفظه برنامج الجداول هكذا). ترى أولاً ما سيُفعل؛ ولا يُكتب شيء حتى توافق.
desk-import-file = ملف، لا يزيد على { $max } ميغابايت
desk-import-look = أرِني ما سيُفعل
desk-import-write = خذه
desk-import-preview = ما سيُفعل
desk-import-choices = ما قد يتركه الملف مفتوحاً
desk-import-choices-why = لا حاجة إليه إلا حيث لا يذكره الملف. الأوقات بلا منطقة زمنية هي أوقات مكان الاجتماع.
desk-import-meeting = الاجتماع
desk-import-meeting-new = اجتماع جديد، كما يسميه الملف
desk-import-new = عنوان اجتماع جديد
desk-import-series = سلسلة اجتماع جديد
desk-import-language = لغة الجلسات التي لا تذكر لغة، مثل ar
desk-import-minutes = دقائق الجلسات التي لا مدة لها
desk-import-withdraw = سحب الجلسات التي لم تعد في الملف
desk-import-map = أي عمود هو ماذا
desk-import-map-why = كل زوج حقل واسم عمود: title=العنوان,start=البداية. وبلا عمود، كما في room=، يُترك الحقل.
desk-import-rest = { $count ->
    [zero] … ولا مزيد
    [one] … وواحد آخر
    [two] … واثنان آخران
    [few] … و{ $count } أخرى
    [many] … و{ $count } أخرى
   *[other] … و{ $count } أخرى
}
desk-import-moved = تغيّر شيء منذ رأيت ما سيُفعل. لم يُكتب شيء؛ يُرجى النظر مرة أخرى.
desk-import-gone = الملف لم يعد هنا. يُرجى اختياره مرة أخرى؛ لم يُكتب شيء.
desk-import-none = يُرجى اختيار ملف.
