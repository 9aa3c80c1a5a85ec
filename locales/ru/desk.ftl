# Рабочий стол: страницы тех, кто проводит форум. $what, $session и $first коротки: код, зал.

desk-title = Рабочий стол
desk-to-form = К форме
desk-no-number = Это не число.
desk-no-number-remedy = Напишите его цифрами.
desk-no-day = Это не дата.
desk-no-day-remedy = Напишите её так: 2027-05-10.
desk-no-time = Это не время.
desk-no-time-remedy = Напишите его так: 09:30, по часам места встречи.
desk-no-slots = Одна из строк не похожа на интервал, или нет ни строки, ни дня.
desk-no-slots-remedy = Пишите каждую строку так: 09:00-10:30, после неё название, если это перерыв, и отметьте хотя бы один день.
desk-several-people = Имя { $name } носят несколько человек.
desk-several-people-remedy = Напишите нужное имя с номером: { $each }.

desk-first-lead = От пустого места до опубликованной программы — семь шагов. Потом всё можно изменить.
desk-first-done = Программа опубликована. Её можно менять в любое время и публиковать снова.
desk-front = Главная страница, которую видят все
desk-meetings = Встречи
desk-another-meeting = Объявить ещё одну встречу
desk-step-done = готово
desk-step-series = Назвать то, что вы проводите
desk-step-meeting = Объявить встречу
desk-step-rooms = Залы
desk-step-grid = Расписание дня
desk-step-sessions = Сессии
desk-step-place = Поставить сессии в программу
desk-step-publish = Опубликовать
desk-next = Дальше
desk-save = Сохранить
desk-change = Изменить
desk-by-hand = Поставить вручную
desk-series-name = Название форума, как оно стоит на каждой странице
desk-meeting-name = Название встречи
desk-meeting-title = О встрече
desk-meeting-hint = Адрес встречи не меняется. При смене часового пояса сессии остаются в тот же момент.
desk-first-day = Первый день
desk-last-day = Последний день
desk-city = Город
desk-country = Страна двумя буквами (KE, FR)
desk-zone = Часовой пояс места встречи
desk-number = Которая это встреча, если их считают
desk-online = Только онлайн, без места

desk-rooms-title = Залы, время, направления
desk-rooms = Залы
desk-rooms-list = Залы, по одному в строке, места после запятой
desk-rooms-count = { $count ->
    [one] { $count } зал
    [few] { $count } зала
   *[other] { $count } залов
}
desk-open-room = Добавить зал
desk-open-rooms = Добавить эти залы
desk-close-room = Закрыть
desk-closed-rooms = Закрытые залы
desk-reopen-room = Открыть снова
desk-name = Название
desk-seats = Места
desk-slots = Расписание дня
desk-slots-count = { $count ->
    [one] { $count } интервал
    [few] { $count } интервала
   *[other] { $count } интервалов
}
desk-from = С
desk-until = До
desk-pause = Перерыв
desk-pause-coffee = Кофе
desk-pause-lunch = Обед
desk-grid-hint = Предложен обычный день; возьмите его как есть или сначала измените строки.
desk-grid-slots = Интервалы дня, по одному в строке; у перерыва есть название
desk-grid-days = В эти дни
desk-grid-send = Добавить эти интервалы
desk-tracks = Направления
desk-tracks-hint = Если направление убрать, его сессии останутся без направления.
desk-add-track = Добавить направление
desk-no-track = Нет
desk-remove = Убрать

desk-board-title = Составить программу
desk-board-frame = Прежде чем ставить сессии, встрече нужны залы и интервалы.
desk-undo = Отменить: { $what }
desk-redo = Вернуть: { $what }
desk-did-something = большое изменение
desk-did-more = { $first } и ещё { $count }
desk-did-added = { $what }, добавление
desk-did-amended = { $what }, изменение
desk-did-withdrawn = { $what }, снятие
desk-did-reinstated = { $what }, восстановление
desk-did-role = { $what }, люди
desk-did-placed = { $what }, место
desk-did-unplaced = { $what }, убрано из сетки
desk-did-room = зал { $what }
desk-did-track = направление { $what }
desk-did-slots = расписание дня
desk-warnings = { $count ->
    [one] Обратите внимание: { $count } место
    [few] Обратите внимание: { $count } места
   *[other] Обратите внимание: { $count } мест
}
desk-warning-pause = { $session } попадает на перерыв: { $pause }.
desk-warning-longer = { $session } продолжается после конца интервала, { $until }.
desk-warning-nobody = { $session }: пока никто не ведёт и не выступает.
desk-look = посмотрите
desk-move = Переместить
desk-here = Сюда
desk-held = Взято: $session. Выберите свободную ячейку стрелками; Enter ставит, Escape оставляет.
desk-left = Осталось на прежнем месте.
desk-placed = Поставлено:
desk-picked = Выберите свободную ячейку для «{ $session }».
desk-picked-leave = Оставить на месте
desk-minutes = { $count } мин
desk-unplaced = { $count ->
    [0] Ничто не ждёт места
    [one] { $count } сессия ждёт места
    [few] { $count } сессии ждут места
   *[other] { $count } сессий ждут места
}
desk-unplaced-none = У каждой сессии есть место.
desk-unplaced-more = … и ещё { $count }; ищите по словам названия.
desk-fill = Поставить всё по порядку
desk-fill-hint = Каждая сессия получает первый свободный зал и время, без накладок. Это можно отменить.
desk-place = Поставить
desk-unplace = Убрать из программы
desk-no-place = Места пока нет.
desk-session = Сессия
desk-day = День
desk-add = Добавить сессию
desk-session-title = Название
desk-session-abstract = О чём она
desk-session-minutes = Длительность в минутах
desk-session-code = Код (пусто — следующий номер)
desk-session-people = Выступающие, по имени в строке
desk-session-said = Что о ней сказано
desk-list = Добавить много сессий
desk-list-titles = Названия, по одному в строке
desk-list-send = Добавить эти сессии
desk-sessions-hint = Вставьте список названий, по одному в строке; остальное можно потом.
desk-person-name = Имя
desk-role = Роль
desk-give-role = Добавить
desk-withdraw = Снять
desk-withdraw-hint = Сессия, которая не состоится, остаётся в записях. Её можно восстановить.
desk-withdrawn = Эта сессия снята.
desk-reinstate = Восстановить

desk-ahead-first = Пока ничего не опубликовано.
desk-ahead = { $count ->
    [0] Ни одна сессия не отличается от версии «{ $label }».
    [one] От версии «{ $label }» отличается { $count } сессия.
    [few] От версии «{ $label }» отличаются { $count } сессии.
   *[other] От версии «{ $label }» отличаются { $count } сессий.
}
desk-publish-title = Просмотреть и опубликовать
desk-publish = Опубликовать
desk-publish-label = Название версии
desk-publish-note = Что о ней сказать
desk-publish-empty = Пока ничего не поставлено, публиковать нечего.
desk-publish-unchanged = С последней версии ничего не изменилось.
desk-publish-clashes = { $count ->
    [one] { $count } раз кто-то оказался бы в двух местах сразу; это не даёт опубликовать программу.
    [few] { $count } раза кто-то оказался бы в двух местах сразу; это не даёт опубликовать программу.
   *[other] { $count } раз кто-то оказался бы в двух местах сразу; это не даёт опубликовать программу.
}
desk-publish-unplaced = { $count ->
    [one] { $count } сессия без места не войдёт в программу.
    [few] { $count } сессии без места не войдут в программу.
   *[other] { $count } сессий без места не войдут в программу.
}
desk-published = Версия «{ $label }» опубликована.
desk-published-see = Программа, какой её видят все
desk-concerned = { $count ->
    [one] Это касается { $count } человека
   *[other] Это касается { $count } человек
}

desk-settings-title = Настройки и должности
setting-name = Название форума
setting-name-why = Стоит на каждой странице. Если пусто, это название серии последней встречи.
setting-notice = Заметка на главной странице
setting-notice-why = То, что сейчас нужно знать всем. Если пусто, её нет.
setting-contact = Адрес для вопросов
setting-contact-why = Стоит внизу каждой страницы, чтобы было ясно, кого спросить. Если пусто, его нет.
setting-language = Язык форума
setting-language-why = Для читателей, чей браузер не называет ни одного из наших языков. Если не выбран, это английский.
setting-language-none = Никакой особо
setting-sign-up = Люди могут записаться сами
setting-sign-up-why = Кто читает почту по адресу, может записаться с ним. Если выключено, людей вносят только организаторы.
desk-offices = Должности
desk-offices-why = Тот, кто занимает должность, видит и делает больше других. Для большинства должностей нужны двое — и чтобы назначить, и чтобы прекратить: один предлагает, другой подтверждает. Свою можно прекратить сразу.
office-reviewer = Рецензент
office-chair = Председатель
office-secretariat = Секретариат
office-admin = Администратор
desk-office = Должность
desk-office-grant = Дать или предложить
desk-office-end = Прекратить
desk-office-confirm = Подтвердить
desk-office-refuse = Отозвать
desk-office-waits = ждёт второго человека
desk-office-ending = предложено прекратить
desk-office-confirm-end = Подтвердить прекращение
desk-office-keep = Оставить
desk-proposed = Предложено
desk-person-email = Адрес почты
footer-contact = Вопросы?

# Перенос программы из файла на странице.
desk-import-title = Программа из файла
desk-import-way = Программа уже есть — в другом инструменте или в таблице? Перенесите её из файла.
desk-import-lead = Программа другого инструмента (schedule XML или JSON) или таблица со строкой заголовков (CSV; так умеет сохранять электронная таблица). Сначала вы увидите, что будет сделано; ничего не записывается, пока вы не скажете.
desk-import-file = Файл, не больше { $max } МБ
desk-import-look = Показать, что будет сделано
desk-import-write = Перенести
desk-import-preview = Что будет сделано
desk-import-choices = Что файл может не сообщить
desk-import-choices-why = Нужно только там, где этого нет в файле. Время без пояса — это время места проведения.
desk-import-meeting = Встреча
desk-import-meeting-new = Новая, как её называет файл
desk-import-new = Название новой встречи
desk-import-series = Серия новой встречи
desk-import-language = Язык заседаний, у которых он не указан, например ru
desk-import-minutes = Минут у заседаний без продолжительности
desk-import-withdraw = Снять заседания, которых больше нет в файле
desk-import-map = Что в каком столбце
desk-import-map-why = Каждая пара — поле и название столбца: title=Название,start=Начало. Без столбца, как в room=, поле не берётся.
desk-import-rest = { $count ->
    [one] … и ещё { $count }
    [few] … и ещё { $count }
    [many] … и ещё { $count }
   *[other] … и ещё { $count }
}
desk-import-moved = С тех пор как вы видели, что будет сделано, что-то изменилось. Ничего не записано; посмотрите, пожалуйста, ещё раз.
desk-import-gone = Файла здесь больше нет. Выберите его, пожалуйста, снова; ничего не записано.
desk-import-none = Выберите, пожалуйста, файл.
