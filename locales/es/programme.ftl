programme-title = { $day } · { $meeting }
nav-days = Días
nav-days-around = El día anterior y el siguiente
nav-views = Vistas
view-list = Lista
view-grid = Cuadrícula
grid-time = Hora
until = hasta las { $time }
time-and-day = { $time }, { $day }
time-and-offset = { $time } ({ $offset })
zone-then-zone = { $before }, y después { $after }
times-of-venue = Hora de la sede: { $venue }.
times-of-venue-and-reader = Hora de la sede: { $venue }; al lado, la suya: { $reader }.
version-of = Versión «{ $label }» del { $date }
nothing-on-this-day = No hay nada en el programa de este día.
nothing-found-on-this-day = Nada de este día responde a lo que pide. Pida menos o mire otro día.
filter-sessions = { $count ->
    [one] Una sesión
   *[other] { $count } sesiones
}
filter-summary = Filtrar
filter-found = { $count } de { $all } sesiones
filter-words = Palabras del título
filter-track = Eje temático
filter-type = Tipo
filter-language = Idioma
filter-room = Sala
filter-format = Formato
filter-all = Todos
filter-show = Mostrar
fact-when = Cuándo
fact-for-you = Su hora
fact-where = Dónde
fact-code = Código
fact-held-by = Organizan
room-seats = { $count ->
    [one] Una plaza
   *[other] { $count } plazas
}
session-people = Personas
session-more = A continuación en este eje
versions-title = Versiones del programa
versions-lead = Cada versión queda tal como se publicó. Nadie tiene que adivinar qué cambió.
version-name = Versión «{ $label }»
version-changed = { $count ->
    [one] una sesión cambiada
   *[other] { $count } sesiones cambiadas
}
version-first = { $count ->
    [one] La primera versión, con una sesión.
   *[other] La primera versión, con { $count } sesiones.
}
version-since = { $count ->
    [one] Una sesión cambiada
   *[other] { $count } sesiones cambiadas
} desde la versión «{ $label }»
change-added = Nueva en el programa
change-removed = Ya no está en el programa
change-moved = Pasa de { $from } a { $to }
change-length = { $to } minutos en lugar de { $from }
change-title = Se llamaba «{ $title }»
change-title-erased = Tiene otro título
change-description = Nueva descripción
change-joined = Se incorpora { $person }: { $role }
change-left = Ya no figura { $person }: { $role }
somebody = Una persona
place-in-time = { $day }, { $time }, { $room }
format-roundtable = Mesa redonda
format-panel = Panel
format-debate = Debate
format-theatre = Auditorio
format-classroom = Aula
format-break-out = Grupos de trabajo
format-flash = Sesión relámpago
format-birds-of-a-feather = Encuentro por afinidad
role-chair = Presidencia
role-moderator = Moderación
role-online-moderator = Moderación en línea
role-speaker = Ponente
role-rapporteur = Relatoría
role-organiser = Organización
session-type-ceremony = Ceremonia
session-type-open-microphone = Micrófono abierto
session-type-main-session = Sesión principal
session-type-high-level = Sesión de alto nivel
session-type-parliamentary = Eje parlamentario
session-type-youth = Eje juvenil
session-type-workshop = Taller
session-type-open-forum = Foro abierto
session-type-town-hall = Asamblea abierta
session-type-launch-award = Lanzamiento o premio
session-type-networking = Encuentro
session-type-lightning-talk = Charla relámpago
session-type-dynamic-coalition = Coalición dinámica
session-type-best-practice-forum = Foro de mejores prácticas
session-type-policy-network = Red de políticas
session-type-national-regional = Iniciativas nacionales y regionales
session-type-day-zero = Evento del día 0
