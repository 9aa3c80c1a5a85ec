# Calls as the public reads them, and proposals as their organisers write them.

# The public page of a call.
propose-calls = الدعوات
propose-no-calls = لا توجد دعوة في الوقت الحالي.
propose-opens = تُفتح
propose-open-until = مفتوحة حتى
propose-closed-since = مغلقة منذ
propose-in-days =
    { $count ->
        [zero] اليوم
        [one] بعد يوم واحد
        [two] بعد يومين
        [few] بعد { $count } أيام
        [many] بعد { $count } يومًا
       *[other] بعد { $count } يوم
    }
propose-in-hours =
    { $count ->
        [zero] الآن
        [one] بعد ساعة واحدة
        [two] بعد ساعتين
        [few] بعد { $count } ساعات
        [many] بعد { $count } ساعة
       *[other] بعد { $count } ساعة
    }
propose-in-minutes = بعد أقل من ساعة
propose-sign-in = سجّل الدخول لتقديم مقترح
propose-sign-in-why = تعطي عنوان بريدك فيُدخلك رابط. بعدها يمكنك أن تكتب وتغادر متى شئت وتعود من أي جهاز.
propose-which-kind = ماذا تقترح؟
propose-begin = ابدأ مقترحًا
propose-begin-kind = ابدأ مقترحًا: { $kind }
propose-begin-issue = قدّم قضية
propose-timeline = الجدول الزمني
propose-opening = تُقبل المقترحات ابتداءً من
propose-closing = تُقبل المقترحات حتى
propose-review-begins = يبدأ التقييم
propose-review-ends = ينتهي التقييم
propose-told-by = يُبلَّغ الجميع في موعد أقصاه
propose-own-zone = أظهر هذه الأوقات بتوقيتي أيضًا
propose-kinds = أنواع الجلسات
propose-lasts = المدة
propose-as-agreed = حسب الاتفاق
propose-who-may = من يحق له التقدم
propose-most-each =
    { $count ->
        [zero] لا شيء لكل شخص
        [one] واحد لكل شخص
        [two] اثنان على الأكثر لكل شخص
        [few] { $count } على الأكثر لكل شخص
        [many] { $count } على الأكثر لكل شخص
       *[other] { $count } على الأكثر لكل شخص
    }
applicant-anyone = أي شخص
applicant-governments = الحكومات والمنظمات القائمة على معاهدات وسائر المنظمات العالمية
applicant-international = الجهات ذات العمل الدولي
applicant-coalitions = التحالفات الدينامية المعترف بها
applicant-initiatives = المبادرات الوطنية والإقليمية
propose-rules = القواعد وأسبابها
propose-fields = ما الذي تسأله الاستمارة
propose-optional = (اختياري)
propose-at-most-words =
    { $count ->
        [zero] بلا كلمات
        [one] كلمة واحدة على الأكثر
        [two] كلمتان على الأكثر
        [few] { $count } كلمات على الأكثر
        [many] { $count } كلمة على الأكثر
       *[other] { $count } كلمة على الأكثر
    }
propose-criteria = المعايير
propose-how-decided = كيف يُتخذ القرار
propose-counts = حتى الآن
propose-so-many =
    { $count ->
        [zero] لم يُقدَّم شيء بعد.
        [one] قُدِّم مقترح واحد.
        [two] قُدِّم مقترحان.
        [few] قُدِّمت { $count } مقترحات.
        [many] قُدِّم { $count } مقترحًا.
       *[other] قُدِّم { $count } مقترح.
    }
propose-by-day = حسب اليوم (UTC)
propose-submitted = المقدَّم
propose-submitted-so-far = ما الذي قُدِّم

# Whoever proposes.
propose-mine = مقترحاتي
propose-mine-none = لم تبدأ أي مقترح بعد.
propose-asked = حيث طُلبت مشاركتك
propose-to-calls = إلى الدعوات
propose-untitled = { $kind } بلا عنوان بعد
propose-stage-draft = مسودة
propose-stage-submitted = مقدَّم
propose-stage-withdrawn = مسحوب
propose-overview = نظرة عامة
propose-steps = الخطوات
propose-step-1 = الموضوع
propose-step-2 = الشكل والمدة
propose-step-3 = الأشخاص
propose-step-4 = حضوريًا وعبر الإنترنت
propose-step-5 = ما بعد الجلسة
propose-complete = مكتمل
propose-missing-here =
    { $count ->
        [zero] لا ينقص شيء
        [one] ينقص شيء واحد
        [two] ينقص شيئان
        [few] تنقص { $count } أشياء
        [many] ينقص { $count } شيئًا
       *[other] ينقص { $count } شيء
    }
propose-before-submitting = قبل التقديم
propose-missing = ما زال ناقصًا
propose-broken = مخالف لقواعد الدعوة
propose-whole = كل شيء موجود. يمكن التقديم.
propose-not-ready = حالما يكتمل كل شيء يمكنك التقديم هنا.
propose-submit = قدّم
propose-was-submitted = تم التقديم. رسالة بكل ما كتبته في طريقها إليك.
propose-is-submitted = قُدِّم في
propose-is-withdrawn = لقد سحبته.
propose-reopen = واصل الكتابة
propose-reopen-hint = يعود مسودة. قدّمه من جديد قبل إغلاق الدعوة.
propose-withdraw = اسحبه
propose-withdraw-hint = لن يقيّمه أحد حينها. ويبقى ما كتبته لك.
propose-withdraw-sure = أنا متأكد: اسحبه
propose-withdraw-unsure = لم يُسحب شيء. ضع علامة في المربع إن كنت تعني ذلك.
propose-other-kind = نوع آخر من الجلسات
propose-other-kind-hint = تبقى إجاباتك. تأتي أسئلة وتذهب أخرى.
propose-choose = اختر
propose-elsewhere = المتابعة على جهاز آخر
propose-elsewhere-hint = نرسل رابطًا إلى بريدك. يُدخلك ويفتح هذا المقترح.
propose-elsewhere-send = أرسل لي الرابط
propose-link-sent = رابط في طريقه إلى بريدك.
propose-answers = ما كتبته
propose-yes = نعم
propose-no = لا

# Saving.
propose-save = احفظ
propose-save-and-on = احفظ وتابع
propose-saving = جارٍ الحفظ…
propose-saved = حُفظ في { $time }
propose-all-saved = حُفظ كل شيء.
propose-rest-saved = حُفظ كل شيء ما عدا هذا:
propose-waiting = لم يُرسل بعد؛ محفوظ على هذا الجهاز.
propose-restored = عاد ما كتبته سابقًا ويجري إرساله.
propose-signed-out = تم تسجيل خروجك. ما كتبته محفوظ على هذا الجهاز؛ سجّل الدخول فيُرسل.
propose-theirs = حفظ شخص آخر في هذه الأثناء:
propose-theirs-beside = ما حفظوه يظهر بجانب كل حقل. احفظ مرة أخرى فيسري نصك.
propose-yours-above = نصك في الأعلى. اجمع النصين هناك ثم احفظ مرة أخرى.
propose-keep-mine = أبقِ نصي
propose-take-theirs = خذ نصهم
propose-earlier = ما كان هنا من قبل
propose-bring-back = أعد هذا
propose-not-a-draft = لم يعد مسودة: لا يمكن حفظ ما تكتبه هنا.
propose-words-most = الكلمات: { $have } (على الأكثر { $bound })
propose-words-least = الكلمات: { $have } (على الأقل { $bound })
propose-characters-most = الأحرف: { $have } (على الأكثر { $bound })

# People in a proposal.
propose-people = من يشارك
propose-people-hint = أعطِ عنوان بريد فنسألهم برسالة. ومن يوافق على التنظيم يمكنه الكتابة هنا أيضًا. لا يُنشر اسم أحد قبل موافقته.
propose-began-it = بدأه
propose-somebody-new = شخص جديد
propose-role = بصفة
propose-name = الاسم
propose-email = عنوان البريد
propose-email-help = لا يراه إلا المنظمون والأمانة.
propose-organisation = المنظمة
propose-group = مجموعة أصحاب المصلحة
propose-country = البلد
propose-region = المجموعة الإقليمية
propose-region-of-country = مجموعة البلد
propose-gender = الجنس
propose-attendance = يشارك
propose-on-site = حضوريًا
propose-online = عبر الإنترنت
propose-not-said = لم يُذكر بعد
propose-confirmed = سُئل وينوي المشاركة
propose-back-to-people = العودة إلى الأشخاص
propose-invite = اسأل برسالة
propose-agreed = وافق
propose-declined = اعتذر
propose-invited = سُئل في
propose-said-confirmed = ينوي المشاركة كما تقول
propose-not-confirmed = لم يُسأل بعد
