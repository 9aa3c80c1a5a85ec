programme-title = { $day } · { $meeting }
nav-days = الأيام
nav-days-around = اليومان السابق واللاحق
nav-views = طرق العرض
view-list = قائمة
view-grid = جدول
grid-time = الوقت
until = حتى { $time }
time-and-day = { $time }، { $day }
time-and-offset = { $time } ({ $offset })
zone-then-zone = { $before }، ثم { $after }
times-of-venue = التوقيت في مكان الانعقاد: { $venue }.
times-of-venue-and-reader = التوقيت في مكان الانعقاد: { $venue }؛ وبجانبه توقيتك: { $reader }.
version-of = النسخة «{ $label }» بتاريخ { $date }
nothing-on-this-day = لا شيء في برنامج هذا اليوم.
nothing-found-on-this-day = لا شيء في هذا اليوم يطابق ما طلبت. خفّف الشروط أو انظر في يوم آخر.
filter-sessions = { $count ->
    [zero] لا جلسات
    [one] جلسة واحدة
    [two] جلستان
    [few] { $count } جلسات
    [many] { $count } جلسة
   *[other] { $count } جلسة
}
filter-summary = تصفية
filter-found = { $count } من { $all } جلسة
filter-words = كلمات في العنوان
filter-track = المسار
filter-type = النوع
filter-language = اللغة
filter-room = القاعة
filter-format = الشكل
filter-all = الكل
filter-show = اعرض
fact-when = متى
fact-for-you = توقيتك
fact-where = أين
fact-code = الرمز
fact-held-by = تعقدها
room-seats = { $count ->
    [zero] بلا مقاعد
    [one] مقعد واحد
    [two] مقعدان
    [few] { $count } مقاعد
    [many] { $count } مقعدًا
   *[other] { $count } مقعد
}
session-people = الأشخاص
session-more = التالي في هذا المسار
versions-title = نسخ البرنامج
versions-lead = تبقى كل نسخة كما نُشرت، فلا يحتاج أحد إلى تخمين ما تغيّر.
version-name = النسخة «{ $label }»
version-changed = { $count ->
    [zero] لم تتغير أي جلسة
    [one] تغيّرت جلسة واحدة
    [two] تغيّرت جلستان
    [few] تغيّرت { $count } جلسات
    [many] تغيّرت { $count } جلسة
   *[other] تغيّرت { $count } جلسة
}
version-first = { $count ->
    [zero] النسخة الأولى، بلا جلسات.
    [one] النسخة الأولى، وفيها جلسة واحدة.
    [two] النسخة الأولى، وفيها جلستان.
    [few] النسخة الأولى، وفيها { $count } جلسات.
    [many] النسخة الأولى، وفيها { $count } جلسة.
   *[other] النسخة الأولى، وفيها { $count } جلسة.
}
version-since = { $count ->
    [zero] لم تتغير أي جلسة
    [one] تغيّرت جلسة واحدة
    [two] تغيّرت جلستان
    [few] تغيّرت { $count } جلسات
   *[other] تغيّرت { $count } جلسة
} منذ النسخة «{ $label }»
change-added = جديدة في البرنامج
change-removed = لم تعد في البرنامج
change-moved = نُقلت من { $from } إلى { $to }
change-length = { $to } دقيقة بدل { $from }
change-title = كان عنوانها «{ $title }»
change-title-erased = لها عنوان آخر
change-description = تغيّر وصفها
change-joined = انضمام { $person }: { $role }
change-left = مغادرة { $person }: { $role }
somebody = شخص
place-in-time = { $day }، { $time }، { $room }
format-roundtable = مائدة مستديرة
format-panel = حلقة نقاش
format-debate = مناظرة
format-theatre = قاعة مسرح
format-classroom = قاعة دراسية
format-break-out = مجموعات عمل
format-flash = جلسة خاطفة
format-birds-of-a-feather = لقاء ذوي الاهتمام المشترك
role-chair = رئاسة الجلسة
role-moderator = إدارة الحوار
role-online-moderator = إدارة الحوار عبر الإنترنت
role-speaker = مداخلة
role-rapporteur = إعداد التقرير
role-organiser = تنظيم
session-type-ceremony = مراسم
session-type-open-microphone = ميكروفون مفتوح
session-type-main-session = جلسة رئيسية
session-type-high-level = جلسة رفيعة المستوى
session-type-parliamentary = المسار البرلماني
session-type-youth = مسار الشباب
session-type-workshop = ورشة عمل
session-type-open-forum = منتدى مفتوح
session-type-town-hall = لقاء عام
session-type-launch-award = إطلاق أو تكريم
session-type-networking = تواصل
session-type-lightning-talk = عرض خاطف
session-type-dynamic-coalition = تحالف دينامي
session-type-best-practice-forum = منتدى أفضل الممارسات
session-type-policy-network = شبكة سياسات
session-type-national-regional = المبادرات الوطنية والإقليمية
session-type-day-zero = فعالية اليوم صفر
