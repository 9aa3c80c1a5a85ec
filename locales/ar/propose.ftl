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
propose-missing-elsewhere = ينقص في خطوات أخرى
propose-broken = مخالف لقواعد الدعوة
propose-whole = كل شيء موجود. يمكن التقديم.
propose-not-ready = حالما يكتمل كل شيء يمكنك التقديم هنا.
propose-submit = قدّم
propose-was-submitted = تم التقديم. رسالة بكل ما كتبته في طريقها إليك.
propose-is-submitted = قُدِّم في
propose-is-withdrawn = لقد سحبته.
propose-reopen = عدّله
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
propose-theirs-of = حفظ { $name } هذا هنا في هذه الأثناء:
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

# What becomes of a proposal.
propose-decimal-mark = .
propose-received = تم استلامه.
propose-in-screening = تتحقق الأمانة من المعايير الدنيا.
propose-screened-failed = لا يُحال إلى المقيّمين للأسباب التالية:
propose-before-review = يُحال إلى المقيّمين في
propose-in-review = يقرؤه المقيّمون حتى
propose-being-decided = انتهى التقييم، ويجري اختيار البرنامج.
propose-verdict-accepted = قُبل: يصبح جلسة.
propose-verdict-waiting = على قائمة الانتظار: يصبح جلسة إذا شغر مكان.
propose-verdict-declined = لم يُؤخذ به في هذا الاجتماع.
propose-verdict-merged = دُمج مع مقترح آخر.
propose-repair = هناك ما يحتاج إلى تصحيح. يمكنك التعديل والتقديم من جديد حتى
propose-why = لماذا
propose-scores =
    { $count ->
        [zero] لا تقييمات
        [one] تقييم مقيّم واحد
        [two] تقييم مقيّمين اثنين
        [few] تقييم { $count } مقيّمين
        [many] تقييم { $count } مقيّمًا
       *[other] تقييم { $count } مقيّم
    }
propose-criterion = المعيار
propose-mean = المتوسط من 1 إلى 5
propose-all-criteria = كل المعايير حسب الوزن
propose-scores-hint = الدرجات أحد الأمور التي أُخذت في الحسبان. ولا يُكشف عمّن منحها.
propose-comments = ما كتبه لك المقيّمون
propose-appeal = الاعتراض
propose-appeal-hint = مرة واحدة لكل مقترح حتى
propose-appeal-why = ما الذي ينبغي إعادة النظر فيه ولماذا
propose-appeal-send = أرسل الاعتراض
propose-appeal-waits = لم يُردّ عليه بعد.
propose-appeal-upheld = الاعتراض في محله: يُعاد البتّ في الأمر.
propose-appeal-rejected = القرار باقٍ.
propose-merge = هل يمكن دمجه مع مقترح آخر؟
propose-merge-hint = يُقترح جعله وهذه جلسة واحدة. ولا يحدث ذلك إلا إذا وافق الجميع.
propose-merge-yes = نعم، معًا
propose-merge-no = لا، كلٌّ على حدة
propose-merge-yes-said = قلت نعم.
propose-merge-no-said = قلت لا.
propose-merge-agreed = وافق الجميع.

# Whoever was asked to take part.
invite-title = نطلب مشاركتك
invite-lead = يطلب { $by } مشاركتك بصفة: { $role }.
invite-yes = نعم، أشارك
invite-no = لا
invite-said-yes = لقد وافقت. ويمكنك تغيير رأيك في أي وقت.
invite-said-no = لقد اعتذرت. ولا يُعرض شيء عنك لأي شخص آخر.
invite-organiser = من ينظّم يمكنه الكتابة في المقترح.
invite-data = ما يُحفظ عنك هنا
invite-data-hint = كتب المنظمون هذا. صحّح ما ليس صحيحًا. ولا يُنشر إلا إذا وافقت وقُبل المقترح.
invite-decline-here = لا، لن أشارك
invite-decline-hint = لا يحتاج هذا إلى حساب. للموافقة سجّل الدخول أدناه.
invite-declined-title = شكرًا لإبلاغنا
invite-declined-lead = يرى المنظمون أنك لن تشارك. ولا يُعرض شيء عنك لأي شخص آخر.

# Letters after what was done. Names between braces are filled in when a letter leaves.
letter-dear = عزيزنا { $name }،
letter-receipt-subject = تم الاستلام: { $code }، { $title }
letter-receipt-text = استلمنا «{ $title }» ({ $code }) ضمن «{ $call }» في { $at }. هذا كل ما قُدِّم:
letter-receipt-after = في هذه الصفحة ترى وضعه في أي وقت:
letter-asked-subject = هل ستشارك؟ { $title }
letter-asked-text = يسألك { $by } هل تشارك في «{ $title }»، وهو مقترح ضمن «{ $call }»، بصفة: { $role }. افتح هذه الصفحة لتجيب؛ والاعتذار لا يحتاج إلى حساب:
letter-asked-after = يعمل الرابط { $days } يومًا. بعدها سجّل الدخول بهذا العنوان فتجد السؤال بين مقترحاتك.
letter-asked-data = لا يُنشر شيء عنك قبل موافقتك. إن كان هذا لا يعنيك فاعتذر أو لا تفعل شيئًا.
letter-about-subject = بشأن مقترحك: { $title }
letter-screened-passed = يستوفي «{ $title }» المعايير الدنيا ويُحال إلى المقيّمين.
letter-screened-failed = لا يستوفي «{ $title }» المعايير الدنيا ولا يُحال إلى المقيّمين للأسباب التالية:
letter-screened-repair = هناك ما يحتاج إلى تصحيح في «{ $title }». عاد مسودة؛ يُرجى تقديمه من جديد قبل { $until }.
letter-merge-text = يُقترح جعل «{ $title }» جلسة واحدة مع:
letter-merge-after = لا يحدث ذلك إلا إذا وافق الجميع. أجب هنا:
letter-appeal-upheld = اعتراضك بشأن «{ $title }» في محله، ويُعاد البتّ فيه:
letter-appeal-rejected = بعد اعتراضك يبقى القرار بشأن «{ $title }» قائمًا:
letter-team-subject = أنت في فريق: { $title }
letter-team-text = أصبح ما قدّمته جزءًا من «{ $title }». ومن قدّموا فيه صاروا فريقًا يجعل منه جلسة. صفحتكم:
letter-decided-subject = { $title }: القرار
letter-decided-accepted = قُبل مقترحك «{ $title }»: يصبح جلسة. تهانينا وشكرًا.
letter-decided-waiting = مقترحك «{ $title }» على قائمة الانتظار: يصبح جلسة إذا شغر مكان.
letter-decided-declined = لم يُؤخذ بمقترحك «{ $title }» في هذا الاجتماع. شكرًا على ما بذلته فيه من جهد.
letter-decided-merged = يصبح مقترحك «{ $title }» جلسة مع مقترح آخر كما اتفق الجميع.
letter-decided-more = الأسباب والدرجات والتعليقات وكيفية الاعتراض: { $link }
letter-scores =
    { $count ->
        [zero] متوسط الدرجات: { $mean }
        [one] متوسط الدرجات: { $mean } (مقيّم واحد)
        [two] متوسط الدرجات: { $mean } (مقيّمان)
        [few] متوسط الدرجات: { $mean } ({ $count } مقيّمين)
        [many] متوسط الدرجات: { $mean } ({ $count } مقيّمًا)
       *[other] متوسط الدرجات: { $mean } ({ $count } مقيّم)
    }
