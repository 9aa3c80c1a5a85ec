# Calls as the public reads them, and proposals as their organisers write them.

# The public page of a call.
propose-calls = Конкурсы заявок
propose-no-calls = Сейчас нет открытых конкурсов.
propose-opens = Открывается:
propose-open-until = Открыт до:
propose-closed-since = Закрыт с:
propose-in-days =
    { $count ->
        [one] через { $count } день
        [few] через { $count } дня
        [many] через { $count } дней
       *[other] через { $count } дня
    }
propose-in-hours =
    { $count ->
        [one] через { $count } час
        [few] через { $count } часа
        [many] через { $count } часов
       *[other] через { $count } часа
    }
propose-in-minutes = менее чем через час
propose-sign-in = Войти, чтобы подать заявку
propose-sign-in-why = Вы указываете адрес почты, и вас впускает ссылка. После этого можно писать, уйти в любой момент и вернуться с любого устройства.
propose-which-kind = Что вы предлагаете?
propose-begin = Начать заявку
propose-begin-kind = Начать заявку: { $kind }
propose-begin-issue = Предложить тему
propose-timeline = Сроки
propose-opening = Приём заявок с
propose-closing = Приём заявок до
propose-review-begins = Начало рассмотрения
propose-review-ends = Конец рассмотрения
propose-told-by = Все получат ответ до
propose-own-zone = Показать и моё время
propose-kinds = Виды сессий
propose-lasts = Длительность
propose-as-agreed = по договорённости
propose-who-may = Кто может подать
propose-most-each =
    { $count ->
        [one] не более { $count } на человека
        [few] не более { $count } на человека
        [many] не более { $count } на человека
       *[other] не более { $count } на человека
    }
applicant-anyone = Любой желающий
applicant-governments = Правительства, договорные и другие глобальные организации
applicant-international = Организации, работающие на международном уровне
applicant-coalitions = Признанные динамические коалиции
applicant-initiatives = Национальные и региональные инициативы
propose-rules = Правила и их причины
propose-fields = Что спрашивает анкета
propose-optional = (необязательно)
propose-at-most-words =
    { $count ->
        [one] не более { $count } слова
        [few] не более { $count } слов
        [many] не более { $count } слов
       *[other] не более { $count } слов
    }
propose-criteria = Критерии
propose-how-decided = Как принимается решение
propose-counts = На данный момент
propose-so-many =
    { $count ->
        [0] Пока ничего не подано.
        [one] Подана { $count } заявка.
        [few] Подано { $count } заявки.
        [many] Подано { $count } заявок.
       *[other] Подано { $count } заявки.
    }
propose-by-day = По дням (UTC)
propose-submitted = Подано
propose-submitted-so-far = Что подано

# Whoever proposes.
propose-mine = Мои заявки
propose-mine-none = Вы ещё не начали ни одной заявки.
propose-asked = Куда вас пригласили
propose-to-calls = К конкурсам
propose-untitled = { $kind }, пока без названия
propose-stage-draft = Черновик
propose-stage-submitted = Подана
propose-stage-withdrawn = Отозвана
propose-overview = Обзор
propose-steps = Шаги
propose-step-1 = О чём это
propose-step-2 = Формат и длительность
propose-step-3 = Люди
propose-step-4 = На месте и онлайн
propose-step-5 = Помимо сессии
propose-complete = заполнено
propose-missing-here =
    { $count ->
        [one] не хватает: { $count }
        [few] не хватает: { $count }
        [many] не хватает: { $count }
       *[other] не хватает: { $count }
    }
propose-before-submitting = Перед подачей
propose-missing = Ещё не хватает
propose-broken = Против правил конкурса
propose-whole = Всё на месте. Можно подавать.
propose-not-ready = Как только всё будет на месте, здесь можно будет подать заявку.
propose-submit = Подать
propose-was-submitted = Заявка подана. Письмо со всем, что вы написали, уже отправлено.
propose-is-submitted = Подана:
propose-is-withdrawn = Вы её отозвали.
propose-reopen = Продолжить писать
propose-reopen-hint = Она снова станет черновиком. Подайте её ещё раз до закрытия.
propose-withdraw = Отозвать
propose-withdraw-hint = Тогда её никто не рассматривает. Написанное остаётся у вас.
propose-withdraw-sure = Я уверен(а): отозвать
propose-withdraw-unsure = Ничего не отозвано. Поставьте галочку, если вы уверены.
propose-other-kind = Другой вид сессии
propose-other-kind-hint = Ответы сохранятся. Одни вопросы появятся, другие исчезнут.
propose-choose = Выбрать
propose-elsewhere = Продолжить на другом устройстве
propose-elsewhere-hint = Мы отправим ссылку на вашу почту. Она впустит вас и откроет эту заявку.
propose-elsewhere-send = Отправить мне ссылку
propose-link-sent = Ссылка отправлена на вашу почту.
propose-answers = Что вы написали
propose-yes = Да
propose-no = Нет

# Saving.
propose-save = Сохранить
propose-save-and-on = Сохранить и продолжить
propose-saving = Сохраняется…
propose-saved = Сохранено в { $time }
propose-all-saved = Всё сохранено.
propose-rest-saved = Всё сохранено, кроме этого:
propose-waiting = Ещё не отправлено; хранится на этом устройстве.
propose-restored = То, что вы набрали раньше, возвращено и отправляется.
propose-signed-out = Вы вышли. Набранное хранится на этом устройстве; войдите, и оно будет отправлено.
propose-theirs = Тем временем кто-то другой сохранил:
propose-theirs-beside = Их вариант стоит рядом с каждым полем. Сохраните ещё раз, и останется ваш.
propose-yours-above = Ваш текст выше. Соедините оба и сохраните ещё раз.
propose-keep-mine = Оставить моё
propose-take-theirs = Взять их вариант
propose-earlier = Что было здесь раньше
propose-bring-back = Вернуть это
propose-not-a-draft = Это больше не черновик: написанное здесь не сохранится.
propose-words-most = Слов: { $have } (не более { $bound })
propose-words-least = Слов: { $have } (не менее { $bound })
propose-characters-most = Знаков: { $have } (не более { $bound })

# People in a proposal.
propose-people = Кто участвует
propose-people-hint = Укажите адрес почты, и мы спросим письмом. Кто согласится организовывать, тоже сможет писать здесь. Ничьё имя не публикуется без согласия.
propose-began-it = начал(а) заявку
propose-somebody-new = Новый участник
propose-role = В качестве
propose-name = Имя
propose-email = Адрес почты
propose-email-help = Видят только организаторы и секретариат.
propose-organisation = Организация
propose-group = Группа заинтересованных сторон
propose-country = Страна
propose-region = Региональная группа
propose-region-of-country = По стране
propose-gender = Пол
propose-attendance = Участвует
propose-on-site = На месте
propose-online = Онлайн
propose-not-said = Пока не сказано
propose-confirmed = Спрошен(а) и собирается участвовать
propose-back-to-people = Назад к людям
propose-invite = Спросить письмом
propose-agreed = согласие получено
propose-declined = отказ
propose-invited = Спрошено:
propose-said-confirmed = собирается участвовать, по вашим словам
propose-not-confirmed = Пока не спрошено
