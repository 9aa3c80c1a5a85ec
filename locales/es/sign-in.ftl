# Iniciar sesión, y lo que es de cada cual.

problem-too-often = Demasiadas peticiones desde aquí en poco tiempo.
problem-too-often-remedy =
    Espere { $seconds } { $seconds ->
    [one] segundo
   *[other] segundos
 } y vuelva a intentarlo.
