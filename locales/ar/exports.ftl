# البرنامج على شكل ملفات.

exports-title = خذ البرنامج معك
exports-lead = كل ملف من هذه الملفات هو البرنامج كما نُشر آخر مرة. عنوانه لا يتغيّر، وستجد فيه أيضًا ما يُنشر لاحقًا.
exports-link = تقويم وملف بلا اتصال وجداول وبيانات
exports-days = تقويم يوم واحد
exports-sessions = لصفحة كل جلسة تقويم خاص بها.
export-ics = تقويم
export-ics-about = لتقويم هاتفك أو حاسوبك: اشترك فيصلك كل تغيير من تلقاء نفسه.
export-html = صفحة بلا اتصال
export-html-about = البرنامج كله في ملف واحد لا يحتاج إلى شبكة، مع مرشِّح، وصالح للطباعة.
export-xlsx = جدول بيانات (Excel وLibreOffice)
export-xlsx-about = صف لكل جلسة، بتواريخ وأوقات حقيقية، لمن يخطط ويحصي.
export-csv = جدول (CSV)
export-csv-about = الجدول نفسه نصًا بسيطًا، للبرامج النصية ولكل جداول البيانات.
export-atom = موجز التغييرات (Atom)
export-atom-about = لقارئات الأخبار: مدخل لكل نسخة منشورة مع ما تغيّر فيها.
export-xml = Schedule XML
export-xml-about = لتطبيقات المؤتمرات وشاشات المعلومات التي تقرأ schedule.xml.
export-json = Schedule JSON
export-json-about = لتطبيقات المؤتمرات والبرامج النصية التي تقرأ schedule.json، مع الأدوار والسير الذاتية.
export-jsonld = JSON-LD
export-jsonld-about = لمحركات البحث والأرشيفات، بمصطلحات schema.org.
export-size = { $count ->
    [zero] { $count } كيلوبايت
    [one] كيلوبايت واحد
    [two] كيلوبايتان
    [few] { $count } كيلوبايتات
    [many] { $count } كيلوبايتًا
   *[other] { $count } كيلوبايت
}
export-subscribe = اشترك في تقويمك
export-role = { $role }: { $name }
export-feed = تغييرات البرنامج: { $meeting }
export-offline-cut = النصوص الطويلة مختصرة في هذا الملف، وهي كاملة في صفحة كل جلسة.
export-offline-since = لا يُظهر هذا الملف التغييرات اللاحقة. تجدها في
export-offline-words = كلمات من جلسة
session-calendar = أضف إلى تقويمك
