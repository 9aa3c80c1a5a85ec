search-for = كلمات من عنوان أو اسم أو منظمة
search-go = ابحث
search-lead = الجلسات والأشخاص والمنظمات في البرامج المنشورة. لا فرق بين الحروف الكبيرة والصغيرة ولا أثر للتشكيل.
search-found = { $count ->
    [zero] لا نتائج عن «{ $words }»
    [one] نتيجة واحدة عن «{ $words }»
    [two] نتيجتان عن «{ $words }»
    [few] { $count } نتائج عن «{ $words }»
    [many] { $count } نتيجة عن «{ $words }»
   *[other] { $count } نتيجة عن «{ $words }»
}
search-sessions = الجلسات ({ $count })
search-people = الأشخاص ({ $count })
search-organisations = المنظمات ({ $count })
search-most = يُعرض { $count } على الأكثر من كل نوع. أضف كلمة لتضييق البحث.
times-of-venues = الأوقات بتوقيت مكان انعقاد كل اجتماع.
