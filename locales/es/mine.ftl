mine-title = Mi programa
mine-shared-title = Un programa compartido con usted
mine-add = Añadir { $code }
mine-remove = Quitar { $code }
mine-add-this = Añadir a mi programa
mine-remove-this = Quitar de mi programa
mine-empty = Aún no ha elegido ninguna sesión. Pulse + junto a una sesión y aparecerá aquí.
mine-to-programme = Al programa
mine-kept = Se guarda solo en este navegador. No hace falta una cuenta y nadie más lo sabe.
mine-full = Son { $count } sesiones, tantas como caben. Para añadir otra, quite antes una.
mine-bad-link = Este enlace no se puede leer: quizá falta una parte. Pídalo de nuevo o cópielo entero.
mine-clashes = { $count ->
    [one] Dos de estas sesiones se solapan. Junto a ellas se dice cuáles.
    [many] { $count } pares de estas sesiones se solapan. Junto a ellas se dice cuáles.
   *[other] { $count } pares de estas sesiones se solapan. Junto a ellas se dice cuáles.
}
mine-changed = { $count ->
    [one] Una sesión ha cambiado desde que se eligió.
    [many] { $count } sesiones han cambiado desde que se eligieron.
   *[other] { $count } sesiones han cambiado desde que se eligieron.
}
mine-seen = Ya lo he visto
mine-free = Libre de { $from } a { $to }: { $length }
mine-overlap = Se solapa durante { $length } con
mine-moved = Se ha movido. Cuando se eligió era: { $place }
mine-length = Ahora dura otro tiempo. Cuando se eligió: { $length }
mine-gone-title = Ya no están en el programa
mine-gone-was = Era: { $place }
mine-share-title = Compartir y llevar consigo
mine-share-why = Quien tiene este enlace ve estas sesiones y nada de usted. Lo que cambie después no está en él.
mine-share-link = Enlace a estas sesiones
mine-clear = Quitar todo de este navegador
mine-take = Añadir a mi programa
mine-take-why = Su propia elección queda como está; se añade lo que falta en ella.
length-minutes = { $minutes } min
length-hours = { $hours } h
length-hours-and-minutes = { $hours } h { $minutes } min
refusal-too-many-choices = Ha elegido { $max } sesiones, tantas como se pueden guardar para una persona.
refusal-too-many-choices-remedy = Quite antes una de su programa.
mine-kept-account = Se guarda en su cuenta, igual en todos sus dispositivos. Solo usted ve qué sesiones son; quienes organizan ven cuántas personas eligieron una sesión.
mine-before = { $count ->
    [one] Eligió una sesión en este dispositivo antes de iniciar sesión.
    [many] Eligió { $count } sesiones en este dispositivo antes de iniciar sesión.
   *[other] Eligió { $count } sesiones en este dispositivo antes de iniciar sesión.
}
mine-join = Añadirlas a mi programa
mine-leave = Olvidarlas
mine-clear-account = Quitar todo de mi programa
mine-calendar = Calendario de estas sesiones
mine-calendar-name = Mis sesiones · { $meeting }
