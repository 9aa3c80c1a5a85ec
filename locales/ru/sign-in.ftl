# Вход и всё личное.

problem-too-often = Слишком много запросов отсюда за короткое время.
problem-too-often-remedy =
    Подождите { $seconds } { $seconds ->
    [one] секунду
    [few] секунды
   *[many] секунд
 } и повторите попытку.
