# La mesa: las páginas de quienes organizan el foro. $what, $session y $first son cortos: un código, una sala.

desk-title = Mesa de trabajo
desk-to-form = Ir al formulario
desk-no-number = Esto no es un número.
desk-no-number-remedy = Escríbalo en cifras.
desk-no-day = Esto no es un día.
desk-no-day-remedy = Escríbalo así: 2027-05-10.
desk-no-time = Esto no es una hora.
desk-no-time-remedy = Escríbala así: 09:30, según el reloj de la sede.
desk-no-slots = Una de las líneas no es una franja, o falta una línea o un día.
desk-no-slots-remedy = Escriba cada línea así: 09:00-10:30, seguida de un nombre si es una pausa, y marque al menos un día.
desk-several-people = Varias personas se llaman { $name }.
desk-several-people-remedy = Escriba la que quiere con su número: { $each }.

desk-first-lead = De nada a un programa publicado, en siete pasos. Todo puede cambiarse después.
desk-first-done = El programa está publicado. Puede cambiarlo cuando quiera y publicar de nuevo.
desk-front = La portada que ve todo el mundo
desk-meetings = Reuniones
desk-another-meeting = Anunciar otra reunión
desk-step-done = hecho
desk-step-series = Dar nombre a lo que organiza
desk-step-meeting = Anunciar la reunión
desk-step-rooms = Salas
desk-step-grid = Los horarios del día
desk-step-sessions = Sesiones
desk-step-place = Poner las sesiones en el programa
desk-step-publish = Publicar
desk-next = Continuar
desk-save = Guardar
desk-change = Cambiar
desk-by-hand = Colocar a mano
desk-series-name = Nombre del foro, tal como figura en cada página
desk-meeting-name = Título de la reunión
desk-meeting-title = La reunión
desk-meeting-hint = La dirección de la reunión se mantiene. Si cambia la zona horaria, las sesiones conservan su momento.
desk-first-day = Primer día
desk-last-day = Último día
desk-city = Ciudad
desk-country = País, con dos letras (KE, FR)
desk-zone = Zona horaria de la sede
desk-number = Qué número de reunión es, si se cuentan
desk-online = Solo en línea, sin sede

desk-rooms-title = Salas, horarios, ejes
desk-rooms = Salas
desk-rooms-list = Salas, una por línea, con sus asientos tras una coma
desk-rooms-count = { $count ->
    [one] Una sala
   *[other] { $count } salas
}
desk-open-room = Añadir una sala
desk-open-rooms = Añadir estas salas
desk-close-room = Cerrar
desk-closed-rooms = Salas cerradas
desk-reopen-room = Abrir de nuevo
desk-name = Nombre
desk-seats = Asientos
desk-slots = Horarios del día
desk-slots-count = { $count ->
    [one] Una franja
   *[other] { $count } franjas
}
desk-from = Desde
desk-until = Hasta
desk-pause = Pausa
desk-pause-coffee = Café
desk-pause-lunch = Almuerzo
desk-grid-hint = Se propone un día habitual; tómelo tal cual o cambie antes sus líneas.
desk-grid-slots = Horarios de un día, uno por línea; una pausa tiene nombre
desk-grid-days = En estos días
desk-grid-send = Añadir estos horarios
desk-tracks = Ejes temáticos
desk-tracks-hint = Al quitar un eje, sus sesiones quedan sin eje.
desk-add-track = Añadir un eje
desk-no-track = Ninguno
desk-remove = Quitar

desk-board-title = Hacer el programa
desk-board-frame = Antes de colocar sesiones, la reunión necesita salas y horarios.
desk-undo = Deshacer: { $what }
desk-redo = Rehacer: { $what }
desk-did-something = un cambio grande
desk-did-more = { $first } y { $count } más
desk-did-added = { $what }, alta
desk-did-amended = { $what }, cambio
desk-did-withdrawn = { $what }, retirada
desk-did-reinstated = { $what }, restablecida
desk-did-role = { $what }, personas
desk-did-placed = { $what }, colocada
desk-did-unplaced = { $what }, fuera de la parrilla
desk-did-room = sala { $what }
desk-did-track = eje { $what }
desk-did-slots = horarios del día
desk-warnings = { $count ->
    [one] Una cosa que mirar
   *[other] { $count } cosas que mirar
}
desk-warning-pause = { $session } cae en una pausa: { $pause }.
desk-warning-longer = { $session } sigue después de que acaba su franja, a las { $until }.
desk-warning-nobody = { $session } no tiene todavía quien la dirija o hable.
desk-look = mire aquí
desk-move = Mover
desk-here = Aquí
desk-held = Tiene $session en la mano. Elija una casilla libre con las flechas; Intro la deja allí, Escape no la mueve.
desk-left = Se queda donde estaba.
desk-placed = Colocada:
desk-picked = Elija una casilla libre para «{ $session }».
desk-picked-leave = Dejarla donde está
desk-minutes = { $count } min
desk-unplaced = { $count ->
    [0] Nada espera un lugar
    [one] Una sesión espera un lugar
   *[other] { $count } sesiones esperan un lugar
}
desk-unplaced-none = Cada sesión tiene su lugar.
desk-unplaced-more = … y { $count } más; busque palabras del título.
desk-fill = Colocar todo en orden
desk-fill-hint = Cada sesión recibe la primera sala y hora libres, sin conflictos. Puede deshacerse.
desk-place = Colocar
desk-unplace = Quitar del programa
desk-no-place = Todavía no tiene lugar.
desk-session = Sesión
desk-day = Día
desk-add = Añadir una sesión
desk-session-title = Título
desk-session-abstract = De qué trata
desk-session-minutes = Duración en minutos
desk-session-code = Código (vacío: el número siguiente)
desk-session-people = Ponentes, un nombre por línea
desk-session-said = Lo que se dice de ella
desk-list = Añadir muchas sesiones
desk-list-titles = Títulos, uno por línea
desk-list-send = Añadir estas sesiones
desk-sessions-hint = Pegue una lista de títulos, uno por línea; lo demás puede venir después.
desk-person-name = Nombre
desk-role = Función
desk-give-role = Añadir
desk-withdraw = Retirar
desk-withdraw-hint = Una sesión que no se celebrará queda en el registro. Puede restablecerse.
desk-withdrawn = Esta sesión fue retirada.
desk-reinstate = Restablecerla

desk-ahead-first = Aún no hay nada publicado.
desk-ahead = { $count ->
    [0] Ninguna sesión difiere de la versión «{ $label }».
    [one] Una sesión difiere de la versión «{ $label }».
   *[other] { $count } sesiones difieren de la versión «{ $label }».
}
desk-publish-title = Revisar y publicar
desk-publish = Publicar
desk-publish-label = Nombre de la versión
desk-publish-note = Qué decir de ella
desk-publish-empty = Aún no hay nada colocado, así que no hay nada que publicar.
desk-publish-unchanged = Nada ha cambiado desde la última versión.
desk-publish-clashes = { $count ->
    [one] Una persona estaría en dos lugares a la vez; eso impide publicar el programa.
   *[other] { $count } veces alguien estaría en dos lugares a la vez; eso impide publicar el programa.
}
desk-publish-unplaced = { $count ->
    [one] Una sesión no tiene lugar y no estará en el programa.
   *[other] { $count } sesiones no tienen lugar y no estarán en el programa.
}
desk-published = La versión «{ $label }» está publicada.
desk-published-see = El programa como lo ve todo el mundo
desk-concerned = { $count ->
    [one] Afecta a una persona
   *[other] Afecta a { $count } personas
}

desk-settings-title = Ajustes y cargos
setting-name = Nombre del foro
setting-name-why = Figura en cada página. Si queda vacío, es el nombre de la serie de la última reunión.
setting-notice = Nota en la portada
setting-notice-why = Lo que todo el mundo debe saber ahora. Si queda vacía, no hay ninguna.
setting-contact = Dirección para preguntas
setting-contact-why = Figura al pie de cada página, para saber a quién preguntar. Si queda vacía, no hay ninguna.
setting-language = Idioma del foro
setting-language-why = Para quienes tienen un navegador que no pide ninguno de nuestros idiomas. Si no se elige, es el inglés.
setting-language-none = Ninguno en particular
setting-sign-up = Cualquiera puede darse de alta
setting-sign-up-why = Quien lee el correo de una dirección puede darse de alta con ella. Sin esto, solo la organización da de alta.
desk-offices = Cargos
desk-offices-why = Quien ocupa un cargo ve y hace más que los demás. La mayoría requiere dos personas, para concederlo y para terminarlo: una propone, otra confirma. El propio termina en el acto.
office-reviewer = Evaluación
office-chair = Presidencia
office-secretariat = Secretaría
office-admin = Administración
desk-office = Cargo
desk-office-grant = Conceder o proponer
desk-office-end = Terminar
desk-office-confirm = Confirmar
desk-office-refuse = Retirar la propuesta
desk-office-waits = espera a una segunda persona
desk-office-ending = se propone terminarlo
desk-office-confirm-end = Confirmar el fin
desk-office-keep = Mantenerlo
desk-proposed = Propuestas
desk-person-email = Dirección de correo
footer-contact = ¿Preguntas?

# Tomar un programa de un archivo, en una página.
desk-import-title = Programa desde un archivo
desk-import-way = ¿Ya hay un programa, en otra herramienta o en una tabla? Tómelo de un archivo.
desk-import-lead = El programa de otra herramienta (schedule XML o JSON), o una tabla con una línea de encabezado (CSV; una hoja de cálculo lo guarda así). Primero ve lo que haría; nada se escribe hasta que usted lo diga.
desk-import-file = Archivo, de { $max } MB como máximo
desk-import-look = Mostrar lo que haría
desk-import-write = Tomarlo
desk-import-preview = Lo que se haría
desk-import-choices = Lo que el archivo puede dejar abierto
desk-import-choices-why = Solo donde el archivo no lo dice. Las horas sin zona son las del lugar.
desk-import-meeting = Reunión
desk-import-meeting-new = Una nueva, como la llama el archivo
desk-import-new = Título de una reunión nueva
desk-import-series = Serie de una reunión nueva
desk-import-language = Idioma de las sesiones que no lo indican, como es
desk-import-minutes = Minutos de las sesiones sin duración
desk-import-withdraw = Retirar las sesiones que ya no están en el archivo
desk-import-map = Qué es cada columna
desk-import-map-why = Cada par es un campo y el nombre de una columna: title=Título,start=Inicio. Sin columna, como en room=, un campo se deja fuera.
desk-import-rest = { $count ->
    [one] … y una más
   *[other] … y { $count } más
}
desk-import-moved = Algo ha cambiado desde que vio lo que se haría. Nada se ha escrito; mire de nuevo, por favor.
desk-import-gone = El archivo ya no está aquí. Elíjalo de nuevo, por favor; nada se ha escrito.
desk-import-none = Elija un archivo, por favor.
