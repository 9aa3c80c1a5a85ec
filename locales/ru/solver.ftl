# Машина планирует: расчёты, варианты, сравнение. $session, $one и $other — коды.

refusal-no-such-variant = У этой программы нет варианта { $variant }.
refusal-no-such-variant-remedy = Возможно, он удалён; посмотрите список вариантов.
refusal-too-many-variants = Сохранено вариантов: { $max }, больше нельзя.
refusal-too-many-variants-remedy = Сначала удалите один из них.
