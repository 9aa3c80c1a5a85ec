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
propose-missing-elsewhere = Не хватает на других шагах
propose-broken = Против правил конкурса
propose-whole = Всё на месте. Можно подавать.
propose-not-ready = Как только всё будет на месте, здесь можно будет подать заявку.
propose-submit = Подать
propose-was-submitted = Заявка подана. Письмо со всем, что вы написали, уже отправлено.
propose-is-submitted = Подана:
propose-is-withdrawn = Вы её отозвали.
propose-reopen = Изменить
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
propose-theirs-of = { $name } тем временем сохраняет здесь:
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

# What becomes of a proposal.
propose-decimal-mark = ,
propose-received = Она получена.
propose-in-screening = Секретариат проверяет минимальные критерии.
propose-screened-failed = Она не передаётся на рассмотрение по этим причинам:
propose-before-review = Она будет передана на рассмотрение
propose-in-review = Её рассматривают до
propose-being-decided = Рассмотрение завершено; программа составляется.
propose-verdict-accepted = Принята: она станет сессией.
propose-verdict-waiting = В списке ожидания: станет сессией, если освободится место.
propose-verdict-declined = Не включена в эту встречу.
propose-verdict-merged = Объединена с другой заявкой.
propose-repair = Нужно кое-что исправить. Заявку можно изменить и подать снова до
propose-why = Почему
propose-scores =
    { $count ->
        [one] Оценки { $count } рецензента
        [few] Оценки { $count } рецензентов
        [many] Оценки { $count } рецензентов
       *[other] Оценки { $count } рецензента
    }
propose-criterion = Критерий
propose-mean = Среднее, от 1 до 5
propose-all-criteria = Все критерии с учётом веса
propose-scores-hint = Оценки — лишь одно из того, что учитывалось. Кто их поставил, не сообщается.
propose-comments = Что вам написали рецензенты
propose-appeal = Апелляция
propose-appeal-hint = Один раз на заявку, до
propose-appeal-why = Что следует пересмотреть и почему
propose-appeal-send = Отправить апелляцию
propose-appeal-waits = Ответа пока нет.
propose-appeal-upheld = Апелляция удовлетворена: решение будет принято заново.
propose-appeal-rejected = Решение остаётся в силе.
propose-merge = Можно ли объединить её с другой заявкой?
propose-merge-hint = Предлагается сделать из неё и этих одну сессию. Это произойдёт, только если согласятся все.
propose-merge-yes = Да, вместе
propose-merge-no = Нет, отдельно
propose-merge-yes-said = Вы согласились.
propose-merge-no-said = Вы отказались.
propose-merge-agreed = Все согласились.

# Whoever was asked to take part.
invite-title = Вас приглашают участвовать
invite-lead = { $by } приглашает вас в качестве: { $role }.
invite-yes = Да, участвую
invite-no = Нет
invite-said-yes = Вы согласились. Передумать можно в любой момент.
invite-said-no = Вы отказались. Ничего о вас никому не показывается.
invite-organiser = Организаторы могут писать в заявке.
invite-data = Что здесь хранится о вас
invite-data-hint = Это записали организаторы. Исправьте, если что-то не так. Публичным это станет, только если вы согласитесь и заявку примут.
invite-decline-here = Нет, не участвую
invite-decline-hint = Учётная запись не нужна. Чтобы согласиться, войдите ниже.
invite-declined-title = Спасибо, что сообщили
invite-declined-lead = Организаторы видят, что вы не участвуете. Ничего о вас никому не показывается.

# Letters after what was done. Names between braces are filled in when a letter leaves.
letter-dear = Здравствуйте, { $name }!
letter-receipt-subject = Получено: { $code }, { $title }
letter-receipt-text = мы получили «{ $title }» ({ $code }) для «{ $call }» { $at }. Вот всё, что было подано:
letter-receipt-after = На этой странице всегда видно, в каком она состоянии:
letter-asked-subject = Примете участие? { $title }
letter-asked-text = { $by } спрашивает, примете ли вы участие в «{ $title }», заявке на «{ $call }», в качестве: { $role }. Откройте эту страницу, чтобы ответить; для отказа учётная запись не нужна:
letter-asked-after = Ссылка действует { $days } дней. Потом войдите с этим адресом — вопрос найдётся среди ваших заявок.
letter-asked-data = Ничего о вас не публикуется без вашего согласия. Если это вас не касается, откажитесь или ничего не делайте.
letter-about-subject = О вашей заявке: { $title }
letter-screened-passed = «{ $title }» отвечает минимальным критериям и передана на рассмотрение.
letter-screened-failed = «{ $title }» не отвечает минимальным критериям и не передана на рассмотрение по этим причинам:
letter-screened-repair = В «{ $title }» нужно кое-что исправить. Это снова черновик; подайте его ещё раз до { $until }.
letter-merge-text = предлагается сделать одну сессию из «{ $title }» и:
letter-merge-after = Это произойдёт, только если согласятся все. Ответьте здесь:
letter-appeal-upheld = ваша апелляция по «{ $title }» удовлетворена, решение будет принято заново:
letter-appeal-rejected = после вашей апелляции решение по «{ $title }» остаётся в силе:
letter-team-subject = Вы в команде: { $title }
letter-team-text = ваше предложение вошло в «{ $title }». Все, кто внёс темы, теперь команда и готовят сессию. Ваша страница:
letter-decided-subject = { $title }: решение
letter-decided-accepted = ваша заявка «{ $title }» принята: она станет сессией. Поздравляем и благодарим.
letter-decided-waiting = ваша заявка «{ $title }» в списке ожидания: она станет сессией, если освободится место.
letter-decided-declined = ваша заявка «{ $title }» не вошла в эту встречу. Спасибо за вложенный труд.
letter-decided-merged = ваша заявка «{ $title }» станет сессией вместе с другой, как все и согласились.
letter-decided-more = Причины, оценки и комментарии, а также как подать апелляцию: { $link }
letter-scores =
    { $count ->
        [one] Средняя оценка: { $mean } ({ $count } рецензент)
        [few] Средняя оценка: { $mean } ({ $count } рецензента)
        [many] Средняя оценка: { $mean } ({ $count } рецензентов)
       *[other] Средняя оценка: { $mean } ({ $count } рецензента)
    }
