forum-empty = Todavía no se ha anunciado ninguna reunión.
forum-lead = Aquí cualquiera puede leer qué hay en el programa, quién figura en él y qué ha cambiado desde que se publicó.
series-meetings = { $count ->
    [one] Una reunión hasta ahora.
   *[other] { $count } reuniones hasta ahora.
}
door-sessions = { $count ->
    [one] sesión
   *[other] sesiones
} en { $days ->
    [one] un día
   *[other] { $days } días
}
door-people = { $count ->
    [one] persona
   *[other] personas
} en el programa
door-organisations = { $count ->
    [one] organización celebra sesiones
   *[other] organizaciones celebran sesiones
}
people-by-group = Las personas del programa, por grupo de partes interesadas
programme-not-published = El programa todavía no se ha publicado.
number-column = N.º
place-column = Lugar
dates-column = Fechas
published-column = Cifras publicadas
figures-title = Cifras
figures-note = Una cifra dice qué se contó y quién la publicó. Las cifras que cuentan cosas distintas aquí no se comparan ni se suman.
figure-column = Qué se contó
source-column = Fuente
figure-from-record = Contado en el registro de este foro
figure-registered = { $at-least ->
    [yes] más de { $count } inscritos
   *[no] { $count } inscritos
}
figure-approved = { $at-least ->
    [yes] más de { $count } inscripciones aprobadas
   *[no] { $count } inscripciones aprobadas
}
figure-badge-collected = { $at-least ->
    [yes] más de { $count } acreditaciones recogidas
   *[no] { $count } acreditaciones recogidas
}
figure-on-site = { $at-least ->
    [yes] más de { $count } en la sede
   *[no] { $count } en la sede
}
figure-joined-online = { $at-least ->
    [yes] más de { $count } conectados en línea
   *[no] { $count } conectados en línea
}
figure-took-part = { $at-least ->
    [yes] más de { $count } participantes
   *[no] { $count } participantes
}
counted-registered = { $count } inscritos
counted-badges = { $count } acreditaciones recogidas
counted-online = { $count } conectados en línea
counted-took-part = { $count } recogieron la acreditación o se conectaron, cada persona una vez
