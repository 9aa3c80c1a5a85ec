forum-empty = Ни одна встреча ещё не объявлена.
forum-lead = Здесь каждый может прочитать, что стоит в программе, кто в ней участвует и что изменилось с её публикации.
series-meetings = { $count ->
    [one] Пока { $count } встреча.
    [few] Пока { $count } встречи.
   *[other] Пока { $count } встреч.
}
door-sessions = { $count ->
    [one] сессия
    [few] сессии
   *[other] сессий
} за { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}
door-people = { $count ->
    [one] человек
    [few] человека
   *[other] человек
} в программе
door-organisations = { $count ->
    [one] организация проводит сессии
    [few] организации проводят сессии
   *[other] организаций проводят сессии
}
people-by-group = Люди в программе по группам заинтересованных сторон
programme-not-published = Программа ещё не опубликована.
number-column = №
place-column = Место
dates-column = Даты
published-column = Опубликованные данные
figures-title = Цифры
figures-note = Каждая цифра говорит, что посчитано и кто её опубликовал. Цифры о разном здесь не сравниваются и не складываются.
figure-column = Что посчитано
source-column = Источник
figure-from-record = Посчитано по журналу этого форума
figure-registered = { $at-least ->
    [yes] зарегистрировано: более { $count }
   *[no] зарегистрировано: { $count }
}
figure-approved = { $at-least ->
    [yes] одобрено заявок: более { $count }
   *[no] одобрено заявок: { $count }
}
figure-badge-collected = { $at-least ->
    [yes] получено бейджей: более { $count }
   *[no] получено бейджей: { $count }
}
figure-on-site = { $at-least ->
    [yes] на месте: более { $count }
   *[no] на месте: { $count }
}
figure-joined-online = { $at-least ->
    [yes] подключилось онлайн: более { $count }
   *[no] подключилось онлайн: { $count }
}
figure-took-part = { $at-least ->
    [yes] участников: более { $count }
   *[no] участников: { $count }
}
counted-registered = зарегистрировано: { $count }
counted-badges = получено бейджей: { $count }
counted-online = подключилось онлайн: { $count }
counted-took-part = получили бейдж или подключились онлайн, каждый учтён один раз: { $count }
