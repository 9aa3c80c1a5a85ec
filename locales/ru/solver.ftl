# Машина планирует: расчёты, варианты, сравнение. $session, $one и $other — коды.

refusal-no-such-variant = У этой программы нет варианта { $variant }.
refusal-no-such-variant-remedy = Возможно, он удалён; посмотрите список вариантов.
refusal-too-many-variants = Сохранено вариантов: { $max }, больше нельзя.
refusal-too-many-variants-remedy = Сначала удалите один из них.

run-title = Пусть планирует машина
run-lead = Машина ищет места для сессий: никто не должен быть в двух местах сразу, залы должны подходить, близкие темы не должны совпадать. Найденное ничего не меняет, пока вы его не примете, и всё можно вернуть одной отменой.
run-start-title = Что планировать
run-again = Планировать ещё раз
run-again-hint = Новый расчёт заменит результат выше; сохраните его как вариант, если он ещё может понадобиться.
run-keep = Что остаётся
run-keep-placed = Всё, что уже стоит; планировать только остальное
run-keep-draft = Как можно больше из черновика
run-keep-published = Как можно больше из опубликованной версии
run-keep-nothing = Ничего, кроме закреплённого
run-seconds-most = Секунды (не более { $max })
run-threads = Процессоры (не более { $max })
run-seed = Начало случайности (число)
run-seed-hint = Одно и то же число пробует одно и то же в том же порядке; другое найдёт другую программу. Как далеко дойдёт расчёт за своё время, зависит от машины.
run-what-if = А что, если не будет залов или сессий?
run-without-rooms = Без этих залов
run-without-sessions = Без этих сессий, один код в строке
run-start = Начать
run-stop = Остановить и взять, что есть
run-on = Машина планирует
run-on-hint = Страницу можно закрыть: расчёт продолжится, и результат будет ждать здесь, пока сервер не перезапущен.
run-seconds-of = { $seconds } из { $all } с
run-best = Лучшее пока
run-demands = Невыполненные требования, с весом
run-wishes = Невыполненные пожелания, в баллах
run-seconds = Секунды
run-bound = Ни одна программа не может быть лучше, чем { $demands } (требования) и { $wishes } (пожелания).
run-curve = Невыполненные пожелания: было { $from }, стало { $to } баллов.
run-curve-table = То же в таблице
run-found = Результат расчёта
run-ended = Время: { $seconds } с; испробовано изменений: { $steps }; начальное число: { $seed }.
run-without = Спланировано так, будто нет: { $what }
run-changed-since = Черновик изменился с начала расчёта. Здесь показано, что получится, если принять результат сейчас.
run-conflict = Все эти требования вместе выполнить нельзя. Отказа от одного из них может быть достаточно:
run-conflict-remedy = Откажитесь от одного из них или возьмите найденное: оно нарушает как можно меньше.
run-failed = Расчёт прервался из-за ошибки.
run-failed-remedy = Ничего не изменилось. Начните другой; с другим числом может получиться.
run-nothing-moves = Ничего не сдвинется.
run-adopt = Принять
run-adopted = Принято как одно изменение; первая кнопка вернёт всё обратно.
run-compare = Сравнить с черновиком
run-discard = Отбросить результат

side-draft = Черновик
side-variant = Вариант «{ $name }»
variants-title = Варианты
variants-lead = Размещения, сохранённые рядом с черновиком. Они ничего не меняют, пока одно из них не принято.
variants-none = Пока ничего не сохранено.
variants-count = { $count ->
    [0] Вариантов нет
    [one] { $count } вариант
    [few] { $count } варианта
   *[other] { $count } вариантов
}
variant-name = Название
variant-note = Что о нём сказать
variant-keep = Сохранить
variant-keep-draft = Сохранить черновик как есть
variant-keep-found = Сохранить как вариант
variant-placed = { $count ->
    [one] { $count } сессия с местом
    [few] { $count } сессии с местом
   *[other] { $count } сессий с местом
}
variant-compare = Сравнить с черновиком
variant-adopt = Принять
variant-drop = Удалить
variant-drop-hint = Он исчезнет, а его название и описание будут стёрты.

compare-title = Сравнить две программы
compare-with-latest = Черновик и опубликованная версия рядом
compare-one = Из
compare-other = В
compare-show = Сравнить
compare-count = { $count ->
    [0] Ни одна сессия не переносится
    [one] Переносится { $count } сессия
    [few] Переносятся { $count } сессии
   *[other] Переносится { $count } сессий
}
compare-from-to = { $from } → { $to }
compare-no-place = без места
compare-more = { $count ->
    [one] … и ещё { $count }.
    [few] … и ещё { $count }.
   *[other] … и ещё { $count }.
}
compare-moved = в другом месте
costs-caption = Что не выполнено, в баллах (и сколько раз)
costs-must = недопустимо

demand-placed = { $what } проводится.
demand-fixed = { $what } остаётся на месте.
demand-features = В зале для { $what } есть всё нужное.
demand-plenary = Одновременно с { $what } ничего нет.
demand-available = { $what }: только в доступное время.
demand-one-place = { $what }: в одно время в одном месте.
demand-resource = Не больше, чем есть: { $what }.
demand-blocked = { $what } не занимают в закрытое время.
demand-precedence = { $one } идёт раньше, чем { $other }.

field-seconds = Секунды
field-threads = Процессоры
desk-no-code = Нет сессии с кодом { $code }.
desk-no-code-remedy = Пишите коды как в программе, по одному в строке.
problem-nothing-to-plan = Пока нечего планировать: нет сессий, залов или расписания.
problem-nothing-to-plan-remedy = Сначала добавьте залы, расписание дней и сессии.
problem-cannot-plan = Эта программа больше, чем машина может спланировать.
problem-cannot-plan-remedy = Пусть сессии начинаются и длятся с общим шагом, например пять минут: случайные минуты дробят дни на слишком много частей. Если дело не в этом, причину найдёт в журнале тот, кто обслуживает сервер.
problem-run-under-way = Машина уже планирует эту встречу.
problem-run-under-way-remedy = Дождитесь окончания или остановите расчёт.
problem-runs-full = Машина уже планирует столько встреч, сколько может.
problem-runs-full-remedy = Начните снова через минуту.
