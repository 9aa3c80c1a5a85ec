# La machine planifie : calculs, variantes, comparaison. $session, $one et $other sont des codes.

refusal-no-such-variant = Ce programme n’a pas de variante { $variant }.
refusal-no-such-variant-remedy = Elle a peut-être été supprimée ; regardez la liste des variantes.
refusal-too-many-variants = { $max } variantes sont gardées, autant qu’il est possible.
refusal-too-many-variants-remedy = Supprimez-en d’abord une.
