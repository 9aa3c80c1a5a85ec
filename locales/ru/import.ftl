# Перенос программы из другой системы. $line — строка файла.

import-heading-new = «{ $title }» станет новой встречей: { $slug }, серия { $series }, { $days } ({ $zone }).
import-heading-known = «{ $title }» ({ $slug }, серия { $series }, { $days }, { $zone }) уже есть.
import-nothing-changes = Ничего не меняется: на форуме есть всё, что есть в файле.
import-row-sessions = сессии
import-row-persons = люди
import-row-rooms = залы
import-row-tracks = направления
import-column-new = новые
import-column-changed = изменены
import-column-moved = перенесены
import-column-withdrawn = сняты
import-column-unchanged = без изменений
import-line = строка { $line }
import-more = { $count ->
    [one] … и ещё { $count }; --all покажет.
    [few] … и ещё { $count }; --all покажет.
   *[other] … и ещё { $count }; --all покажет.
}

import-differences = Что меняется:
import-change-new = новая
import-change-withdrawn = снимается
import-change-unplaced = без места
import-change-off = теряет место ({ $from })
import-change-placed = место: { $to }
import-change-moved = было { $from }, станет { $to }
import-change-title = называлась «{ $old }»
import-change-length = длится { $to } мин вместо { $from }
import-change-description = описана по-другому
import-change-joined = добавляется { $name } ({ $role })
import-change-left = уходит { $name } ({ $role })
import-role-chair = председатель
import-role-moderator = модератор
import-role-online-moderator = онлайн-модератор
import-role-speaker = выступающий
import-role-rapporteur = составитель отчёта
import-role-organiser = организатор

import-not-entered = { $count ->
    [one] Не перенесена { $count } сессия:
    [few] Не перенесены { $count } сессии:
   *[other] Не перенесено { $count } сессий:
}
import-not-placed = { $count ->
    [one] Без места остаётся { $count } сессия:
    [few] Без места остаются { $count } сессии:
   *[other] Без места остаётся { $count } сессий:
}
import-left-out = Не перенесено ({ $count }):
import-assumed = Проверьте, верно ли это ({ $count }):
import-missing = { $count ->
    [one] { $count } сессии прежнего переноса в файле больше нет, она остаётся как есть; --withdraw-missing снимет её:
    [few] { $count } сессий прежнего переноса в файле больше нет, они остаются как есть; --withdraw-missing снимет их:
   *[other] { $count } сессий прежнего переноса в файле больше нет, они остаются как есть; --withdraw-missing снимет их:
}
import-publishes = Программа будет опубликована как версия { $label }.
import-publishes-nothing = Публиковать нечего: нового нет.
import-publication-refused = Программу нельзя опубликовать, поэтому ничего не записано. { $why } Без --publish перенос пройдёт.
import-clash = { $name }: одновременно в { $one } и в { $other }.

import-not-happening = В файле указано состояние: { $state }.
import-not-happening-remedy = Если она всё же состоится, измените её состояние в исходной системе.
import-no-room = В файле для неё не указан зал.
import-no-room-remedy = Поставьте её на место вручную или укажите зал в файле.
import-no-time = В файле для неё не указано время.
import-no-time-remedy = Поставьте её на место вручную или укажите время в файле.
import-clocks-change = В { $wall } переводят часы: такое время бывает дважды или ни разу.
import-clocks-change-remedy = Выберите другое время или укажите его разницу с UTC.
import-room-busy = { $room }: занято ({ $code }, «{ $title }»), { $from } – { $until }.
import-room-busy-remedy = Перенесите одну из двух.
import-person-busy = { $name }: занято участием в { $code } («{ $title }»), { $from } – { $until }.
import-person-busy-remedy = Перенесите одну из двух сессий или пусть человека заменит кто-то другой.
import-code-changed = Её код есть у другой сессии, поэтому она называется { $code }.
import-code-changed-remedy = Делать ничего не нужно, если только это не одна и та же сессия.
import-shared-id = У сессии в строке { $line } тот же идентификатор, { $id }; они различаются по порядку в файле.
import-shared-id-remedy = Дайте каждой свой идентификатор, чтобы следующая версия файла нашла нужную.
import-role-unknown = Роль «{ $role }» здесь неизвестна; человек записан выступающим.
import-role-unknown-remedy = Напишите одну из: speaker, moderator, online moderator, chair, rapporteur, organiser.
import-namesakes = Людей с этим именем под разными идентификаторами: { $count }; записан каждый.
import-namesakes-remedy = Если это один человек, дайте ему один идентификатор в исходной системе.
import-other-name = Тот же идентификатор у имени «{ $name }»; взято оно.
import-other-name-remedy = Если это два человека, дайте каждому свой идентификатор.
import-known-by-name = По одному только имени признан человек, который здесь уже есть.
import-known-by-name-remedy = Если это кто-то другой, добавьте его до переноса вручную под именем, которое их различает.
import-name-ambiguous = Людей с этим именем здесь уже { $count }, поэтому записан ещё один.
import-name-ambiguous-remedy = Если это один из них, дайте ему роль вручную.
import-length-assumed = { $count ->
    [one] У { $count } сессии в файле нет длительности, она получает { $minutes } мин.
    [few] У { $count } сессий в файле нет длительности, они получают { $minutes } мин.
   *[other] У { $count } сессий в файле нет длительности, они получают { $minutes } мин.
}
import-length-assumed-remedy = Другую длительность можно задать через --minutes.
import-language-assumed = { $count ->
    [one] У { $count } сессии в файле нет языка, она получает «{ $tag }».
    [few] У { $count } сессий в файле нет языка, они получают «{ $tag }».
   *[other] У { $count } сессий в файле нет языка, они получают «{ $tag }».
}
import-language-assumed-remedy = Язык можно задать через --language; «und» значит, что он неизвестен.
import-kind-assumed = { $count ->
    [one] У { $count } сессии в файле нет типа, она записана как «session».
    [few] У { $count } сессий в файле нет типа, они записаны как «session».
   *[other] У { $count } сессий в файле нет типа, они записаны как «session».
}
import-kind-assumed-remedy = Укажите тип в файле, если хотите по нему отбирать.
import-known-by-title = { $count ->
    [one] У { $count } сессии в файле нет идентификатора: следующая версия найдёт её по заголовку.
    [few] У { $count } сессий в файле нет идентификатора: следующая версия найдёт их по заголовкам.
   *[other] У { $count } сессий в файле нет идентификатора: следующая версия найдёт их по заголовкам.
}
import-known-by-title-remedy = Со столбцом идентификаторов сессия с новым заголовком останется той же сессией.
import-room-renamed = Здесь этот зал называется «{ $name }» и так и останется.
import-room-renamed-remedy = Делать ничего не нужно, если только это не другой зал: тогда дайте ему другой идентификатор.
import-room-name-changed = Такое имя в адресах есть у другого зала, поэтому этот называется «{ $name }».
import-room-name-changed-remedy = Если это один зал, пишите его название везде одинаково.
import-no-field = На форуме нет поля для этого: { $what } ({ $count }).
import-no-field-remedy = Делать ничего не нужно, если это не важно; иначе внесите это в описание.
import-left-links = ссылки
import-left-attachments = вложения
import-left-pages = адреса страниц сессий на других сайтах
import-left-licences = лицензии записей
import-left-recording = отказы от записи
import-left-meeting-description = описание встречи
import-left-room-descriptions = описания залов
import-left-colours = цвета направлений
import-zone-differs = Время прочитано в поясе { $file }; сама встреча — в поясе { $meeting }.
import-zone-differs-remedy = Если это неверно, укажите нужный пояс через --zone.
import-not-withdrawn = { $count ->
    [one] { $count } недостающая сессия не снята: часть сессий файла не удалось прочитать, и она может быть среди них.
    [few] { $count } недостающие сессии не сняты: часть сессий файла не удалось прочитать, и они могут быть среди них.
   *[other] { $count } недостающих сессий не снято: часть сессий файла не удалось прочитать, и они могут быть среди них.
}
import-not-withdrawn-remedy = Сначала исправьте файл, потом перенесите его ещё раз.

import-no-meeting = В файле не сказано, к какой встрече он относится.
import-no-meeting-remedy = Назовите встречу через --meeting, например --meeting kyoto-2023.
import-no-title = В файле нет названия для новой встречи.
import-no-title-remedy = Укажите его через --title.
import-no-days = В файле не сказано, в какие дни проходит встреча.
import-no-days-remedy = Сначала объявите встречу, потом перенесите программу в неё через --meeting.
import-no-zone = В файле не сказано, в каком часовом поясе проходит встреча.
import-no-zone-but-offset = В файле не сказано, в каком часовом поясе проходит встреча, а только то, что время в нём — { $offset }.
import-no-zone-remedy = Укажите пояс через --zone, например --zone Asia/Tokyo.
import-unknown-zone = Часового пояса «{ $zone }» нет.
import-unknown-zone-remedy = Укажите его название через --zone, например --zone Asia/Tokyo.
import-which-series = На форуме несколько серий: { $series }.
import-which-series-remedy = Выберите одну через --series или назовите новую.

import-new-forum = Форума { $forum } ещё нет; он будет начат.
import-columns = Столбцы таблицы, как они поняты:
import-columns-unused = Эти столбцы не используются: { $columns }
import-columns-correct = Если всё верно, передайте это обратно; если нет — сначала исправьте:
import-columns-ask = Верно? (д/н)
import-ask = Записать? (д/н)
import-yes = д да y
import-not-yet = Ничего не записано. С --yes это будет записано.
import-nothing-written = Ничего не записано.
import-done = { $count ->
    [one] Готово: { $count } акт.
    [few] Готово: { $count } акта.
   *[other] Готово: { $count } актов.
}
import-too-busy = В этот форум всё время пишут другие. Ничего не записано; попробуйте ещё раз немного позже.
import-draft = Это черновик: все увидят его, когда он будет опубликован, командой { $command }
