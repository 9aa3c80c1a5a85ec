# الآلة تخطط: عمليات الحساب والبدائل والمقارنة. $session و$one و$other رموز.

refusal-no-such-variant = لا يوجد بديل رقم { $variant } لهذا البرنامج.
refusal-no-such-variant-remedy = ربما حُذف؛ يُرجى النظر في قائمة البدائل.
refusal-too-many-variants = عدد البدائل المحفوظة { $max }، وهو أقصى ما يمكن حفظه.
refusal-too-many-variants-remedy = يُرجى حذف أحدها أولًا.

run-title = دع الآلة تخطط
run-lead = تبحث الآلة عن أماكن للجلسات: لا أحد في مكانين، وقاعات مناسبة، ومواضيع لا تتزاحم. وما تجده لا يغيّر شيئًا حتى تعتمدوه، ويمكن التراجع عنه كله مرة واحدة.
run-start-title = ما المطلوب تخطيطه
run-again = التخطيط من جديد
run-again-hint = تحل عملية جديدة محل النتيجة أعلاه؛ احفظوها أولًا كبديل إن كنتم قد تحتاجون إليها.
run-keep = ما يبقى
run-keep-placed = كل ما له مكان؛ ويُخطَّط الباقي فقط
run-keep-draft = أكبر قدر ممكن من المسودة
run-keep-published = أكبر قدر ممكن من النسخة المنشورة
run-keep-nothing = لا شيء إلا ما ثُبّت
run-seconds-most = الثواني ({ $max } على الأكثر)
run-threads = المعالجات ({ $max } على الأكثر)
run-seed = بداية العشوائية (رقم)
run-seed-hint = الرقم نفسه يجرّب الأشياء نفسها بالترتيب نفسه؛ ورقم آخر يجد برنامجًا آخر. أما المدى الذي يبلغه في ثوانيه فيعتمد على الجهاز.
run-what-if = ماذا لو غابت قاعات أو جلسات؟
run-without-rooms = من دون هذه القاعات
run-without-sessions = من دون هذه الجلسات، رمز في كل سطر
run-start = ابدأ
run-stop = التوقف والاكتفاء بالموجود
run-on = الآلة تخطط الآن
run-on-hint = يمكنكم مغادرة هذه الصفحة؛ تستمر العملية وتنتظركم نتيجتها هنا ما لم يُعَد تشغيل الخادم.
run-seconds-of = { $seconds } من { $all } ث
run-best = الأفضل حتى الآن
run-demands = متطلبات لم تُلبَّ، موزونة
run-wishes = رغبات لم تُلبَّ، بالنقاط
run-seconds = الثواني
run-bound = لا يمكن لأي برنامج أن يقل عن { $demands } (المتطلبات) و{ $wishes } (الرغبات).
run-curve = انخفضت الرغبات غير الملبّاة من { $from } إلى { $to } نقطة.
run-curve-table = الشيء نفسه في جدول
run-found = نتيجة العملية
run-ended = استغرقت { $seconds } ث وجرّبت { $steps } من التغييرات؛ والبذرة { $seed }.
run-without = خُطّط كأن ما يلي غير موجود: { $what }
run-changed-since = تغيّرت المسودة منذ بدء العملية. والمعروض هنا هو ما سيفعله الاعتماد الآن.
run-conflict = لا يمكن تلبية هذه المتطلبات كلها. قد يكفي التخلي عن أحدها:
run-conflict-remedy = يُرجى التخلي عن أحدها، أو أخذ ما وُجد: فهو يخلّ بأقل قدر ممكن.
run-failed = تعطّلت العملية.
run-failed-remedy = لم يتغيّر شيء. يُرجى بدء عملية أخرى؛ وقد تنجح برقم آخر.
run-nothing-moves = لن يتحرك شيء.
run-adopt = اعتماد هذا
run-adopted = اعتُمد كتغيير واحد؛ والزر الأول يتراجع عنه كله.
run-compare = المقارنة بالمسودة
run-discard = تجاهل النتيجة

side-draft = المسودة
side-variant = البديل «{ $name }»
variants-title = البدائل
variants-lead = أماكن محفوظة إلى جانب المسودة. ولا تغيّر شيئًا حتى يُعتمد أحدها.
variants-none = لم يُحفظ أي بديل بعد.
variants-count = { $count ->
    [0] لا بدائل
    [one] بديل واحد
    [two] بديلان
    [few] { $count } بدائل
   *[other] { $count } بديلًا
}
variant-name = الاسم
variant-note = ما يقال عنه
variant-keep = حفظ
variant-keep-draft = حفظ المسودة كما هي
variant-keep-found = حفظها كبديل
variant-placed = { $count ->
    [one] جلسة واحدة لها مكان
    [two] جلستان لهما مكان
    [few] { $count } جلسات لها مكان
   *[other] { $count } جلسة لها مكان
}
variant-compare = المقارنة بالمسودة
variant-adopt = اعتماد
variant-drop = حذف
variant-drop-hint = عندها يزول ويُمحى اسمه وملاحظته.

compare-title = مقارنة برنامجين
compare-with-latest = المسودة والنسخة المنشورة جنبًا إلى جنب
compare-one = من
compare-other = إلى
compare-show = قارن
compare-count = { $count ->
    [0] لا تتحرك أي جلسة
    [one] تتحرك جلسة واحدة
    [two] تتحرك جلستان
    [few] تتحرك { $count } جلسات
   *[other] تتحرك { $count } جلسة
}
compare-from-to = { $from } ← { $to }
compare-no-place = بلا مكان
compare-more = { $count ->
    [one] … وواحدة أخرى.
    [two] … واثنتان أخريان.
    [few] … و{ $count } أخرى.
   *[other] … و{ $count } أخرى.
}
compare-moved = في مكان آخر
costs-caption = ما لم يُلبَّ، بالنقاط (وعدد المرات)
costs-must = غير مقبول

demand-placed = تُعقد { $what }.
demand-fixed = تبقى { $what } في مكانها.
demand-features = في قاعة { $what } ما تحتاج إليه.
demand-plenary = لا يُعقد شيء مع { $what }.
demand-available = لا يُطلب { $what } إلا حين يمكنه الحضور.
demand-one-place = { $what } في مكان واحد في الوقت الواحد.
demand-resource = لا يُستخدم أكثر من المتاح: { $what }.
demand-blocked = لا تُستخدم { $what } وهي محجوزة.
demand-precedence = تأتي { $one } قبل { $other }.

field-seconds = الثواني
field-threads = المعالجات
desk-no-code = لا توجد جلسة بالرمز { $code }.
desk-no-code-remedy = يُرجى كتابة الرموز كما في البرنامج، واحدًا في كل سطر.
problem-nothing-to-plan = لا يوجد بعد ما يُخطَّط: لا جلسات أو لا قاعات أو لا أوقات.
problem-nothing-to-plan-remedy = يُرجى أولًا إضافة القاعات وأوقات الأيام والجلسات.
problem-cannot-plan = هذا البرنامج أكبر مما تستطيع الآلة تخطيطه.
problem-cannot-plan-remedy = اجعل بدايات الجلسات ومددها بخطوات مشتركة، كخمس دقائق: فالدقائق المتفرقة تقطّع الأيام إلى أجزاء كثيرة. وإن لم يكن ذلك هو السبب، فمن يتولى الخادم يجده في سجله.
problem-run-under-way = الآلة تخطط لهذا الاجتماع بالفعل.
problem-run-under-way-remedy = يُرجى الانتظار حتى تنتهي أو إيقافها.
problem-runs-full = تخطط الآلة لأكبر عدد ممكن من الاجتماعات معًا.
problem-runs-full-remedy = يُرجى البدء من جديد بعد دقيقة.
