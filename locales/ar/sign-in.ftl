# الدخول وما يخصّ المرء.

problem-too-often = طلبات كثيرة من هنا في وقت قصير.
problem-too-often-remedy =
    انتظر { $seconds ->
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $seconds } ثوانٍ
    [many] { $seconds } ثانية
   *[other] { $seconds } ثانية
 } ثم أعد المحاولة.

nav-sign-in = تسجيل الدخول
nav-me = حسابي

sign-in-title = تسجيل الدخول
sign-in-lead = اكتب بريدك الإلكتروني. نرسل إليك رابطًا يُدخلك؛ لا توجد كلمة سر.
sign-in-address = البريد الإلكتروني
sign-in-send = أرسلوا إليّ رابطًا
sign-in-by-hand = لا يرسل هذا الخادم البريد بنفسه. بعد طلبك تسلّمك الأمانة رابطك.
sign-in-not-an-address = هذا ليس بريدًا إلكترونيًا. اكتبه مثل name@example.org.
sign-in-sent-title = انظر في بريدك
sign-in-sent-lead = رابطك في الطريق. يُدخلك مرة واحدة، خلال { $minutes } دقيقة.
sign-in-sent-else = لم يصل شيء بعد بضع دقائق؟ انظر في البريد غير المرغوب فيه، أو تحقق من العنوان.
sign-in-again = اطلب رابطًا آخر
sign-in-ready = اضغط الزر لتسجيل الدخول على هذا الجهاز.
sign-in-newcomer = لا نعرف هنا أحدًا بهذا العنوان بعد. اذكر اسمك وستدخل.
sign-in-name = اسمك
sign-in-go = تسجيل الدخول
sign-in-gone-title = لم يعد هذا الرابط يفتح شيئًا
sign-in-gone-lead = استُعمل من قبل أو انتهت مدته. اطلب غيره، فلن يأخذ ذلك إلا دقيقة.
sign-out = تسجيل الخروج

letter-link-subject = رابطك إلى { $forum }
letter-link-before = افتح هذه الصفحة لتسجيل الدخول إلى { $forum }:
letter-link-after = يعمل الرابط مرة واحدة، خلال { $minutes } دقيقة.
letter-ignore = إن لم تطلبه فقد كتب أحدهم عنوانك خطأً. ليس عليك فعل شيء.
letter-invitation-subject = دعوتك إلى { $forum }
letter-invitation-before = أنت مدعو إلى المشاركة في { $forum }. افتح هذه الصفحة لتسجيل الدخول:
letter-invitation-after = يعمل الرابط مرة واحدة، خلال { $hours } ساعة. بعدها اطلب رابطًا جديدًا في صفحة تسجيل الدخول.

me-title = حسابي
me-access = صفتك هنا
me-seen = ما يراه الآخرون عنك
me-biography = بضع جمل عنك
me-save = احفظ
me-data = نزّل كل ما هو محفوظ عنك
me-erase = اطلب نسيانك
me-erase-why = يُمحى اسمك وعنوانك وكل ما كتبته عن نفسك نهائيًا، ومن السجل أيضًا. لا يبقى مكانك إلا رقم. لا يمكن التراجع عن ذلك.
me-erase-sure = أعني ذلك: انسوني
me-erase-unsure = لم يُمحَ شيء. ضع العلامة إن كنت تعني ذلك.
me-erase-go = امحُ
me-devices = أين سجّلت دخولك
me-devices-lead = ألا تعرف أحد هذه الأجهزة؟ أنهِ دخوله من هنا.
me-devices-end-others = أنهِ كل ما سواه
me-device-this = هذا الجهاز
me-device-unknown = جهاز غير معروف
me-since = منذ
me-until = حتى
me-end = أنهِ
me-tokens = رموز للبرامج
me-tokens-lead = بالرمز يعمل برنامجك باسمك، في حدود حقوقك أنت.
me-token-new = رمز جديد
me-token-name = ماذا تسميه
me-token-scopes = ما الذي يُسمح به
me-token-days = كم يدوم
me-token-day =
    { $days ->
        [zero] { $days } يوم
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }
me-token-make = أنشئ الرمز
me-token-made = أُنشئ الرمز
me-token-made-once = انسخه الآن: لا يظهر إلا هذه المرة.
me-token-incomplete = يحتاج الرمز إلى اسم وإلى أمر واحد على الأقل يُسمح به.
me-token-too-many = لديك أقصى عدد من الرموز. أنهِ أحدها أولًا.
scope-read = قراءة ما يحق لك قراءته
scope-programme = تغيير البرنامج
scope-people = تغيير الأشخاص والتسجيلات
scope-settings = تغيير السلاسل والاجتماعات

access-public = الجمهور
access-participant = مشارك
access-organiser = منظّم جلسة
access-speaker = متحدث
access-moderator = مدير جلسة
access-rapporteur = مقرّر
access-reviewer = محكّم
access-chair = رئاسة
access-secretariat = الأمانة
access-admin = مشرف تقني

outbox-title = البريد الصادر
outbox-lead = لا يرسل هذا الخادم البريد بنفسه. سلّم هذه الرسائل إلى أصحابها؛ فالروابط فيها تُدخل قارئيها.
outbox-hidden =
    { $count ->
        [zero] لا توجد رسائل محجوبة.
        [one] لا تُعرض رسالة واحدة موجّهة إلى شاغل منصب: فرابطها يُدخل من يقرؤها.
        [two] لا تُعرض رسالتان موجّهتان إلى شاغلي مناصب: فرابطاهما يُدخلان من يقرؤهما.
        [few] لا تُعرض { $count } رسائل موجّهة إلى شاغلي مناصب: فروابطها تُدخل من يقرؤها.
        [many] لا تُعرض { $count } رسالة موجّهة إلى شاغلي مناصب: فروابطها تُدخل من يقرؤها.
       *[other] لا تُعرض { $count } رسالة موجّهة إلى شاغلي مناصب: فروابطها تُدخل من يقرؤها.
    } يجدها من يدير الخادم في المجلد “outbox”.
outbox-none = لا رسائل هنا.
outbox-smtp = يخرج البريد من تلقاء نفسه؛ لا شيء ينتظر هنا.
outbox-read = اقرأ

me-mailbox = عنوان بريد آخر
me-mailbox-why = نرسل رابطًا إلى العنوان الجديد. وعند فتحه تصل روابط الدخول إليه، ويُبلَّغ العنوان القديم.
me-mailbox-new = عنوان البريد الجديد
me-mailbox-send = أرسل الرابط
me-mailbox-sent = الرابط في طريقه إلى العنوان الجديد. افتحه خلال { $minutes } دقيقة؛ وحتى ذلك الحين لا يتغير شيء.
me-mailbox-confirm = اضغط الزر، ومن الآن يكون عنوان بريدك هو هذا:
me-mailbox-go = استعمل هذا العنوان
me-mailbox-done = تغيّر عنوان بريدك.
letter-mailbox-subject = عنوانك الجديد في { $forum }
letter-mailbox-before = افتح هذه الصفحة لاستعمال هذا العنوان لحسابك في { $forum }:
letter-moving-subject = طُلب عنوان آخر في { $forum }
letter-moving-text = طلب شخص سجّل دخوله إلى حسابك في { $forum } أن يصل بريده إلى عنوان آخر. لا يتغير شيء ما لم يُفتح الرابط المرسل إلى هناك. إن لم تكن أنت من طلب ذلك فأنهِ هذا الدخول من صفحة «أين سجّلت دخولك» في حسابك، فينتهي الرابط معه.
letter-moved-subject = تغيّر عنوانك في { $forum }
letter-moved-text = لحسابك في { $forum } الآن عنوان بريد آخر، وتصل إليه روابط الدخول. إن لم تكن أنت من فعل ذلك فأخبر القائمين على المنتدى فورًا.
