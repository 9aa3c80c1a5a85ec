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
