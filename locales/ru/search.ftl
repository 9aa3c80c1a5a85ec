search-for = Слова из названия, имя, организация
search-go = Найти
search-lead = Сессии, люди и организации из опубликованных программ. Регистр букв и диакритика не важны.
search-found = { $count ->
    [one] { $count } результат по запросу «{ $words }»
    [few] { $count } результата по запросу «{ $words }»
   *[other] { $count } результатов по запросу «{ $words }»
}
search-sessions = Сессии ({ $count })
search-people = Люди ({ $count })
search-organisations = Организации ({ $count })
search-most = Показано не больше { $count } каждого вида. Добавьте слово, чтобы сузить поиск.
times-of-venues = Время указано по месту проведения каждой встречи.
