# La máquina planifica: cálculos, variantes, comparación. $session, $one y $other son códigos.

refusal-no-such-variant = Este programa no tiene la variante { $variant }.
refusal-no-such-variant-remedy = Quizá se haya descartado; mire la lista de variantes.
refusal-too-many-variants = Se guardan { $max } variantes, tantas como es posible.
refusal-too-many-variants-remedy = Descarte antes una de ellas.
