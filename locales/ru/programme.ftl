programme-title = { $day } · { $meeting }
nav-days = Дни
nav-days-around = Предыдущий и следующий день
nav-views = Виды
view-list = Список
view-grid = Сетка
grid-time = Время
until = до { $time }
time-and-day = { $time }, { $day }
time-and-offset = { $time } ({ $offset })
zone-then-zone = { $before }, затем { $after }
times-of-venue = Время места проведения: { $venue }.
times-of-venue-and-reader = Время места проведения: { $venue }; рядом ваше: { $reader }.
version-of = Версия «{ $label }» от { $date }
nothing-on-this-day = В этот день в программе ничего нет.
nothing-found-on-this-day = В этот день нет того, что вы ищете. Смягчите условия или посмотрите другой день.
filter-sessions = { $count ->
    [one] { $count } сессия
    [few] { $count } сессии
   *[other] { $count } сессий
}
filter-summary = Фильтр
filter-found = { $count } из { $all } сессий
filter-words = Слова в названии
filter-track = Направление
filter-type = Тип
filter-language = Язык
filter-room = Зал
filter-format = Формат
filter-all = Все
filter-show = Показать
fact-when = Когда
fact-for-you = Ваше время
fact-where = Где
fact-code = Код
fact-held-by = Проводят
room-seats = { $count ->
    [one] { $count } место
    [few] { $count } места
   *[other] { $count } мест
}
session-people = Люди
session-more = Далее по этому направлению
versions-title = Версии программы
versions-lead = Каждая версия остаётся такой, какой была опубликована. Никому не нужно гадать, что изменилось.
version-name = Версия «{ $label }»
version-changed = { $count ->
    [one] изменена { $count } сессия
    [few] изменены { $count } сессии
   *[other] изменено { $count } сессий
}
version-first = { $count ->
    [one] Первая версия: { $count } сессия.
    [few] Первая версия: { $count } сессии.
   *[other] Первая версия: { $count } сессий.
}
version-since = { $count ->
    [one] Изменена { $count } сессия
    [few] Изменены { $count } сессии
   *[other] Изменено { $count } сессий
} после версии «{ $label }»
change-added = Новая в программе
change-removed = Больше не в программе
change-moved = Перенесена: было { $from }, стало { $to }
change-length = { $to } мин вместо { $from }
change-title = Называлась «{ $title }»
change-title-erased = Другое название
change-description = Новое описание
change-joined = Добавлено: { $person } ({ $role })
change-left = Снято: { $person } ({ $role })
somebody = Один человек
place-in-time = { $day }, { $time }, { $room }
format-roundtable = Круглый стол
format-panel = Панель
format-debate = Дебаты
format-theatre = Зал с рядами
format-classroom = Класс
format-break-out = Рабочие группы
format-flash = Блиц-сессия
format-birds-of-a-feather = Встреча по интересам
role-chair = Председатель
role-moderator = Модератор
role-online-moderator = Онлайн-модератор
role-speaker = Выступающий
role-rapporteur = Докладчик-составитель отчёта
role-organiser = Организатор
session-type-ceremony = Церемония
session-type-open-microphone = Открытый микрофон
session-type-main-session = Основная сессия
session-type-high-level = Сессия высокого уровня
session-type-parliamentary = Парламентское направление
session-type-youth = Молодёжное направление
session-type-workshop = Семинар
session-type-open-forum = Открытый форум
session-type-town-hall = Открытое собрание
session-type-launch-award = Презентация или награждение
session-type-networking = Знакомство и общение
session-type-lightning-talk = Блиц-доклад
session-type-dynamic-coalition = Динамическая коалиция
session-type-best-practice-forum = Форум передовой практики
session-type-policy-network = Сеть по вопросам политики
session-type-national-regional = Национальные и региональные инициативы
session-type-day-zero = Мероприятие нулевого дня
