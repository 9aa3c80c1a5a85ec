# ما يقوله الخادم حين يحول شيء دون الرد على الطلب: ما الذي حدث، وما العمل.
problem-not-found = لا شيء في هذا العنوان.
problem-not-found-remedy = تحقق من العنوان، أو ابدأ من الصفحة الرئيسية للمنتدى.
problem-not-utf8 = النص ليس بترميز UTF-8: تعذرت قراءة البايت في السطر { $line }، العمود { $column }.
problem-not-utf8-remedy = احفظه بترميز UTF-8 ثم أعد إرساله.
problem-bad-json = تعذرت قراءة الأمر في السطر { $line }، العمود { $column }: { $why }.
problem-bad-json-remedy = صححه في ذلك الموضع وأعد إرساله بمفتاح جديد.
problem-bad-parameter = «{ $field }» في العنوان غير معروف هنا، أو ورد مرتين، أو ليس ما يقبله العنوان.
problem-bad-parameter-remedy = صحّح العنوان ثم أعد الطلب؛ يسرد المرجع على العنوان /reference ما هو مقبول.
problem-wrong-type = المحتوى من نوع غير الذي يقبله هذا العنوان.
problem-wrong-type-remedy = أرسله مع الترويسة “Content-Type: application/json”.
problem-scope-missing = رمزك لا يسمح بذلك: ينقصه «{ $scope }».
problem-scope-missing-remedy = أنشئ رمزًا يسمح بذلك، أو استخدم رمزًا آخر لديك.
problem-timeout = استغرق الطلب وقتًا أطول من اللازم فقُطع.
problem-timeout-remedy = أرسله مرة أخرى، بالمفتاح نفسه إن كان يغيّر شيئًا؛ فالجزء الأصغر أسرع.
problem-no-such-method = لا يقبل هذا العنوان هذا النوع من الطلبات.
problem-no-such-method-remedy = تسرد الترويسة «Allow» في هذا الرد الأنواع المقبولة.
problem-too-large = ما أرسلته أكبر مما يقبله هذا العنوان ({ $kilobytes } كيلوبايت).
problem-too-large-remedy = أرسل أقل في كل مرة، أو استخدم سطر الأوامر على الخادم.
problem-bad-key = الترويسة Idempotency-Key مفقودة، أو ليست من 1 إلى 64 حرفًا مرئيًا من ASCII.
problem-bad-key-remedy = أرسل معرّف UUID جديدًا مع كل أمر جديد، ونفسه عند تكرار الأمر.
problem-key-taken = استُخدم هذا المفتاح Idempotency-Key لأمر آخر.
problem-key-taken-remedy = خذ مفتاحًا جديدًا لأمر جديد.
problem-no-token = هذا العنوان لمن سجّلوا الدخول.
problem-no-token-remedy = سجّل الدخول ثم أعد الطلب. يرسل البرنامج رمزًا بصيغة “Authorization: Bearer …”: أحد رموزك، أو الرمز الموجود في الملف “token” في مجلد بيانات الخادم.
problem-foreign = طلبت صفحةٌ من موقع آخر هذا التغيير، لذلك لم يُنفَّذ.
problem-foreign-remedy = إن كنت تريده، فافتح صفحة المنتدى نفسه ونفّذه هناك.
problem-busy = أوامر كثيرة في الانتظار.
problem-busy-remedy =
    لم يضع شيء: أعد الإرسال { $seconds ->
        [one] بعد ثانية
        [two] بعد ثانيتين
        [few] بعد { $seconds } ثوانٍ
       *[other] بعد { $seconds } ثانية
    } بالمفتاح نفسه.
problem-crowded = يطلب عدد كبير جدًا من الأشخاص في الوقت نفسه.
problem-crowded-remedy =
    لا خطأ في طلبك: اطلب مرة أخرى { $seconds ->
        [one] بعد ثانية
        [two] بعد ثانيتين
        [few] بعد { $seconds } ثوانٍ
       *[other] بعد { $seconds } ثانية
    }.
problem-full = قرص الخادم ممتلئ؛ لم يُكتب شيء.
problem-full-remedy = القراءة مستمرة. أعد الإرسال بالمفتاح نفسه حين تتوفر مساحة.
problem-unreachable = تعذر الوصول إلى قاعدة البيانات في الوقت الحالي.
problem-unreachable-remedy =
    أعد الإرسال { $seconds ->
        [one] بعد ثانية
        [two] بعد ثانيتين
        [few] بعد { $seconds } ثوانٍ
       *[other] بعد { $seconds } ثانية
    } بالمفتاح نفسه: سينفَّذ مرة واحدة.
problem-stopping = الخادم قيد إعادة التشغيل.
problem-stopping-remedy =
    أعد الإرسال { $seconds ->
        [one] بعد ثانية
        [two] بعد ثانيتين
        [few] بعد { $seconds } ثوانٍ
       *[other] بعد { $seconds } ثانية
    } بالمفتاح نفسه: سينفَّذ مرة واحدة.
problem-broken = حدث خطأ من جانبنا، وقد دوّناه.
problem-broken-remedy = حاول مرة أخرى؛ وإن استمر فأخبر من يدير هذا الخادم متى حدث ذلك.
