# La máquina planifica: cálculos, variantes, comparación. $session, $one y $other son códigos.

refusal-no-such-variant = Este programa no tiene la variante { $variant }.
refusal-no-such-variant-remedy = Quizá se haya descartado; mire la lista de variantes.
refusal-too-many-variants = Se guardan { $max } variantes, tantas como es posible.
refusal-too-many-variants-remedy = Descarte antes una de ellas.

run-title = Dejar que la máquina planifique
run-lead = La máquina busca lugares para las sesiones: nadie en dos sitios, salas adecuadas, temas que no compitan entre sí. Lo que encuentra no cambia nada hasta que lo adopte, y un solo deshacer lo devuelve todo.
run-start-title = Qué hay que planificar
run-again = Planificar de nuevo
run-again-hint = Un nuevo cálculo sustituye el resultado de arriba; guárdelo antes como variante si quizá lo quiera de nuevo.
run-keep = Qué se queda
run-keep-placed = Todo lo que tiene lugar; planificar solo el resto
run-keep-draft = Lo más posible del borrador
run-keep-published = Lo más posible de la versión publicada
run-keep-nothing = Nada, salvo lo que está bloqueado
run-seconds-most = Segundos ({ $max } como máximo)
run-threads = Procesadores ({ $max } como máximo)
run-seed = Comienzo del azar (un número)
run-seed-hint = El mismo número prueba lo mismo en el mismo orden; otro encuentra otro programa. Hasta dónde llega en su tiempo depende de la máquina.
run-what-if = ¿Y si faltaran salas o sesiones?
run-without-rooms = Sin estas salas
run-without-sessions = Sin estas sesiones, un código por línea
run-start = Empezar
run-stop = Parar con lo que hay
run-on = La máquina está planificando
run-on-hint = Puede dejar esta página; el cálculo sigue y su resultado espera aquí mientras no se reinicie el servidor.
run-seconds-of = { $seconds } de { $all } s
run-best = Lo mejor hasta ahora
run-demands = Exigencias no cumplidas, ponderadas
run-wishes = Deseos no cumplidos, en puntos
run-seconds = Segundos
run-bound = Ningún programa puede bajar de { $demands } (exigencias) y { $wishes } (deseos).
run-curve = Los deseos no cumplidos bajaron de { $from } a { $to } puntos.
run-curve-table = Lo mismo en una tabla
run-found = Resultado del cálculo
run-ended = Tardó { $seconds } s y probó { $steps } cambios; la semilla fue { $seed }.
run-without = Planificado como si faltaran: { $what }
run-changed-since = El borrador ha cambiado desde que empezó el cálculo. Lo que se muestra es lo que haría adoptarlo ahora.
run-conflict = Estas exigencias no pueden cumplirse todas. Renunciar a una de ellas puede bastar:
run-conflict-remedy = Renuncie a una de ellas o tome lo encontrado: incumple lo menos posible.
run-failed = El cálculo falló.
run-failed-remedy = No se cambió nada. Empiece otro; con otro número quizá vaya mejor.
run-nothing-moves = No se movería nada.
run-adopt = Adoptar esto
run-adopted = Adoptado como un solo cambio; el primer botón lo devuelve todo.
run-compare = Comparar con el borrador
run-discard = Desechar el resultado

side-draft = Borrador
side-variant = Variante «{ $name }»
variants-title = Variantes
variants-lead = Lugares guardados junto al borrador. No cambian nada hasta que se adopte uno.
variants-none = Aún no hay ninguna.
variants-count = { $count ->
    [0] Ninguna variante
    [one] Una variante
   *[other] { $count } variantes
}
variant-name = Nombre
variant-note = Qué decir de ella
variant-keep = Guardar
variant-keep-draft = Guardar el borrador como está
variant-keep-found = Guardar como variante
variant-placed = { $count ->
    [one] Una sesión colocada
   *[other] { $count } sesiones colocadas
}
variant-compare = Comparar con el borrador
variant-adopt = Adoptar
variant-drop = Descartar
variant-drop-hint = Entonces desaparece, y se borran su nombre y su nota.

compare-title = Comparar dos programas
compare-with-latest = Borrador y versión publicada lado a lado
compare-one = De
compare-other = A
compare-show = Comparar
compare-count = { $count ->
    [0] No se mueve ninguna sesión
    [one] Se mueve una sesión
   *[other] Se mueven { $count } sesiones
}
compare-from-to = { $from } → { $to }
compare-no-place = sin lugar
compare-more = { $count ->
    [one] … y una más.
   *[other] … y { $count } más.
}
compare-moved = en otro lugar
costs-caption = Lo que no se cumple, en puntos (y cuántas veces)
costs-must = inadmisible

demand-placed = { $what } se celebra.
demand-fixed = { $what } se queda donde está.
demand-features = La sala de { $what } tiene lo que necesita.
demand-plenary = No hay nada al mismo tiempo que { $what }.
demand-available = { $what } solo cuando puede estar.
demand-one-place = { $what } está en un solo sitio a la vez.
demand-resource = No se usa más de lo que hay: { $what }.
demand-blocked = { $what } no se usa mientras está bloqueada.
demand-precedence = { $one } va antes que { $other }.

field-seconds = Segundos
field-threads = Procesadores
desk-no-code = Ninguna sesión tiene el código { $code }.
desk-no-code-remedy = Escriba los códigos como en el programa, uno por línea.
problem-nothing-to-plan = Aún no hay nada que planificar: faltan sesiones, salas u horarios.
problem-nothing-to-plan-remedy = Añada primero salas, los horarios de los días y sesiones.
problem-cannot-plan = Este programa supera lo que la máquina puede planificar.
problem-cannot-plan-remedy = Haga que las sesiones empiecen y duren en pasos comunes, por ejemplo de cinco minutos: los minutos sueltos parten los días en demasiados trozos. Si no es eso, quien mantiene el servidor encuentra el motivo en su registro.
problem-run-under-way = La máquina ya está planificando esta reunión.
problem-run-under-way-remedy = Espere a que termine o deténgala.
problem-runs-full = La máquina planifica tantas reuniones como puede a la vez.
problem-runs-full-remedy = Empiece de nuevo en un minuto.
