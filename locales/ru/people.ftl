people-lead = { $count ->
    [one] В опубликованных программах { $count } человек.
    [few] В опубликованных программах { $count } человека.
   *[other] В опубликованных программах { $count } человек.
}
people-search = Имя или организация
people-found = { $count ->
    [one] Найден { $count } человек
    [few] Найдено { $count } человека
   *[other] Найдено { $count } человек
}
organisations-lead = { $count ->
    [one] { $count } организация проводит сессии.
    [few] { $count } организации проводят сессии.
   *[other] { $count } организаций проводят сессии.
}
organisation-sessions = { $count ->
    [one] { $count } сессия
    [few] { $count } сессии
   *[other] { $count } сессий
}
organisation-people = Люди в программе
group-not-said = Не указано
group-government = Правительства
group-civil-society = Гражданское общество
group-private-sector = Частный сектор
group-technical-community = Техническое сообщество
group-academia = Академическое сообщество
group-intergovernmental-organisation = Межправительственные организации
group-media = СМИ
region-african = Группа африканских государств
region-asia-pacific = Группа государств Азии и Тихого океана
region-eastern-european = Группа восточноевропейских государств
region-latin-american-caribbean = Группа государств Латинской Америки и Карибского бассейна
region-western-european-others = Группа западноевропейских и других государств
region-intergovernmental = Межправительственные организации
region-other = Вне региональных групп
