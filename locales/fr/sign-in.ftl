# Se connecter, et ce qui est à soi.

problem-too-often = Trop de demandes d’ici en peu de temps.
problem-too-often-remedy =
    Attendez { $seconds } { $seconds ->
    [one] seconde
   *[other] secondes
 } et recommencez.
