mine-title = برنامجي
mine-shared-title = برنامج شاركه معك أحدهم
mine-add = أضف { $code }
mine-remove = أزل { $code }
mine-add-this = أضف إلى برنامجي
mine-remove-this = أزل من برنامجي
mine-empty = لم تختر أي جلسة بعد. اضغط + بجانب جلسة فتظهر هنا.
mine-to-programme = إلى البرنامج
mine-kept = يُحفظ في هذا المتصفح وحده. لا حاجة إلى حساب، ولا يعلم به أحد غيرك.
mine-full = هذه { $count } جلسة، وهو أقصى ما يتسع. لإضافة جلسة أخرى أزل واحدة أولًا.
mine-bad-link = لا يمكن قراءة هذا الرابط: ربما ينقص جزء منه. اطلبه من جديد أو انسخه كاملًا.
mine-clashes = { $count ->
    [zero] لا تتداخل أي من هذه الجلسات.
    [one] تتداخل جلستان من هذه الجلسات. يُذكر ذلك بجانبهما.
    [two] يتداخل زوجان من هذه الجلسات. يُذكر ذلك بجانبها.
    [few] تتداخل { $count } أزواج من هذه الجلسات. يُذكر ذلك بجانبها.
    [many] يتداخل { $count } زوجًا من هذه الجلسات. يُذكر ذلك بجانبها.
   *[other] يتداخل { $count } زوج من هذه الجلسات. يُذكر ذلك بجانبها.
}
mine-changed = { $count ->
    [zero] لم تتغير أي جلسة منذ اختيارها.
    [one] تغيّرت جلسة واحدة منذ اختيارها.
    [two] تغيّرت جلستان منذ اختيارهما.
    [few] تغيّرت { $count } جلسات منذ اختيارها.
    [many] تغيّرت { $count } جلسة منذ اختيارها.
   *[other] تغيّرت { $count } جلسة منذ اختيارها.
}
mine-seen = اطّلعت على ذلك
mine-free = وقت حر من { $from } إلى { $to }: { $length }
mine-overlap = تتداخل مدة { $length } مع
mine-moved = نُقلت. كانت عند اختيارها: { $place }
mine-length = تغيّرت مدتها. كانت عند اختيارها: { $length }
mine-gone-title = لم تعد في البرنامج
mine-gone-was = كانت: { $place }
mine-share-title = المشاركة والاصطحاب
mine-share-why = من لديه هذا الرابط يرى هذه الجلسات ولا يعرف عنك شيئًا. وما تغيّره لاحقًا ليس فيه.
mine-share-link = رابط هذه الجلسات
mine-clear = أزل الكل من هذا المتصفح
mine-take = أضفها إلى برنامجي
mine-take-why = يبقى اختيارك كما هو، ويضاف إليه ما ينقصه.
length-minutes = { $minutes } د
length-hours = { $hours } س
length-hours-and-minutes = { $hours } س { $minutes } د
refusal-too-many-choices = اخترت { $max } جلسة، وهو أقصى ما يمكن حفظه لشخص واحد.
refusal-too-many-choices-remedy = يُرجى إزالة واحدة من برنامجك أولًا.
