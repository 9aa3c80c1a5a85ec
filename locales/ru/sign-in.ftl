# Вход и всё личное.

problem-too-often = Слишком много запросов отсюда за короткое время.
problem-too-often-remedy =
    Подождите { $seconds } { $seconds ->
    [one] секунду
    [few] секунды
   *[many] секунд
 } и повторите попытку.

nav-sign-in = Войти
nav-me = Моя страница

sign-in-title = Вход
sign-in-lead = Укажите адрес электронной почты. Мы пришлём ссылку для входа; пароля нет.
sign-in-address = Адрес электронной почты
sign-in-send = Прислать ссылку
sign-in-by-hand = Этот сервер сам не отправляет почту. После запроса ссылку вам передаст секретариат.
sign-in-not-an-address = Это не адрес электронной почты. Напишите его так: name@example.org.
sign-in-sent-title = Проверьте почту
sign-in-sent-lead = Ссылка уже в пути. По ней можно войти один раз, в течение { $minutes } минут.
sign-in-sent-else = Через несколько минут ничего нет? Посмотрите в спаме или проверьте адрес.
sign-in-again = Запросить другую ссылку
sign-in-ready = Нажмите кнопку, чтобы войти на этом устройстве.
sign-in-newcomer = С этим адресом здесь ещё никого не знают. Назовите своё имя — и вы вошли.
sign-in-name = Ваше имя
sign-in-go = Войти
sign-in-gone-title = Эта ссылка больше ничего не открывает
sign-in-gone-lead = Ею уже воспользовались, или она устарела. Запросите другую — это займёт минуту.
sign-out = Выйти

letter-link-subject = Ваша ссылка: { $forum }
letter-link-before = Откройте эту страницу, чтобы войти: { $forum }
letter-link-after = Ссылка действует один раз, в течение { $minutes } минут.
letter-ignore = Если вы её не запрашивали, кто-то по ошибке ввёл ваш адрес. Ничего делать не нужно.
letter-invitation-subject = Ваше приглашение: { $forum }
letter-invitation-before = Вас приглашают принять участие: { $forum }. Откройте эту страницу, чтобы войти:
letter-invitation-after = Ссылка действует один раз, в течение { $hours } часов. Потом запросите новую на странице входа.

me-title = Моя страница
me-access = Кто вы здесь
me-seen = Что видят о вас другие
me-biography = Несколько слов о себе
me-save = Сохранить
me-data = Скачать всё, что о вас хранится
me-erase = Быть забытым
me-erase-why = Ваше имя, адрес и всё, что вы написали о себе, стирается навсегда, в том числе из журнала. На вашем месте останется лишь номер. Отменить это нельзя.
me-erase-sure = Я так решил: забудьте меня
me-erase-unsure = Ничего не стёрто. Поставьте отметку, если вы так решили.
me-erase-go = Стереть
me-devices = Где вы вошли
me-devices-lead = Не узнаёте какое-то из устройств? Завершите его вход здесь.
me-devices-end-others = Завершить все остальные
me-device-this = это устройство
me-device-unknown = Неизвестное устройство
me-since = С
me-until = До
me-end = Завершить
me-tokens = Ключи для программ
me-tokens-lead = С ключом ваша программа действует от вашего имени в пределах ваших прав.
me-token-new = Новый ключ
me-token-name = Как его назвать
me-token-scopes = Что ему можно
me-token-days = Сколько он действует
me-token-day =
    { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
me-token-make = Создать ключ
me-token-made = Ключ создан
me-token-made-once = Скопируйте его сейчас: он показан только один раз.
me-token-incomplete = Ключу нужны название и хотя бы одно разрешение.
me-token-too-many = Больше ключей иметь нельзя. Сначала завершите один из них.
scope-read = Читать то, что можете читать вы
scope-programme = Менять программу
scope-people = Менять сведения о людях и регистрации
scope-settings = Менять серии и встречи

access-public = Публика
access-participant = Участник
access-organiser = Организатор сессии
access-speaker = Докладчик
access-moderator = Модератор
access-rapporteur = Секретарь-докладчик
access-reviewer = Рецензент
access-chair = Председатель
access-secretariat = Секретариат
access-admin = Администратор

outbox-title = Исходящие
outbox-lead = Этот сервер сам не отправляет почту. Передайте эти письма; по ссылкам в них входят их получатели.
outbox-none = Писем здесь нет.
outbox-smtp = Почта уходит сама; здесь ничего не ждёт.
outbox-read = Читать
