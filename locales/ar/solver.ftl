# الآلة تخطط: عمليات الحساب والبدائل والمقارنة. $session و$one و$other رموز.

refusal-no-such-variant = لا يوجد بديل رقم { $variant } لهذا البرنامج.
refusal-no-such-variant-remedy = ربما حُذف؛ يُرجى النظر في قائمة البدائل.
refusal-too-many-variants = عدد البدائل المحفوظة { $max }، وهو أقصى ما يمكن حفظه.
refusal-too-many-variants-remedy = يُرجى حذف أحدها أولًا.
