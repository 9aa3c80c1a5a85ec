# Incorporar el programa de otra herramienta. $line es una línea del archivo.

import-heading-new = «{ $title }» pasa a ser una reunión nueva: { $slug }, en la serie { $series }, { $days } ({ $zone }).
import-heading-known = «{ $title }» ({ $slug }, en la serie { $series }, { $days }, { $zone }) ya existe.
import-nothing-changes = Nada cambia: el foro tiene todo lo que tiene el archivo.
import-row-sessions = sesiones
import-row-persons = personas
import-row-rooms = salas
import-row-tracks = ejes
import-column-new = nuevas
import-column-changed = cambiadas
import-column-moved = movidas
import-column-withdrawn = retiradas
import-column-unchanged = sin cambios
import-line = línea { $line }
import-more = { $count ->
    [one] … y { $count } más; --all la muestra.
   *[other] … y { $count } más; --all las muestra.
}

import-differences = Qué cambia:
import-change-new = es nueva
import-change-withdrawn = se retira
import-change-unplaced = no tiene lugar
import-change-off = pierde su lugar ({ $from })
import-change-placed = en { $to }
import-change-moved = pasa de { $from } a { $to }
import-change-title = se llamaba «{ $old }»
import-change-length = dura { $to } minutos en lugar de { $from }
import-change-description = se describe de otro modo
import-change-joined = se suma { $name } ({ $role })
import-change-left = la deja { $name } ({ $role })
import-role-chair = presidencia
import-role-moderator = moderación
import-role-online-moderator = moderación en línea
import-role-speaker = ponente
import-role-rapporteur = relatoría
import-role-organiser = organización

import-not-entered = { $count ->
    [one] { $count } sesión no se incorpora:
   *[other] { $count } sesiones no se incorporan:
}
import-not-placed = { $count ->
    [one] { $count } sesión queda sin lugar:
   *[other] { $count } sesiones quedan sin lugar:
}
import-left-out = Queda fuera ({ $count }):
import-assumed = Compruebe si esto es correcto ({ $count }):
import-missing = { $count ->
    [one] { $count } sesión de una importación anterior ya no está en el archivo y queda como está; --withdraw-missing la retira:
   *[other] { $count } sesiones de una importación anterior ya no están en el archivo y quedan como están; --withdraw-missing las retira:
}
import-publishes = El programa se publicará como versión { $label }.
import-publishes-nothing = No hay nada nuevo que publicar.
import-publication-refused = El programa no se puede publicar, así que no se escribe nada. { $why } Sin --publish, la importación sigue adelante.
import-clash = { $name } está en { $one } y en { $other } al mismo tiempo.

import-not-happening = El archivo dice que está en estado { $state }.
import-not-happening-remedy = Si se celebra, cambie su estado en la herramienta de la que viene.
import-no-room = El archivo no indica su sala.
import-no-room-remedy = Colóquela a mano o indique su sala en el archivo.
import-no-time = El archivo no indica su hora.
import-no-time-remedy = Colóquela a mano o indique su hora en el archivo.
import-clocks-change = Los relojes cambian a las { $wall }: esa hora se da dos veces o ninguna.
import-clocks-change-remedy = Elija otra hora o escríbala con su diferencia respecto de UTC.
import-room-busy = { $room }: la ocupa { $code } («{ $title }»), { $from } – { $until }.
import-room-busy-remedy = Mueva una de las dos.
import-person-busy = { $name } está en { $code } («{ $title }»), { $from } – { $until }.
import-person-busy-remedy = Mueva una de las dos sesiones o deje que otra persona la sustituya.
import-code-changed = Otra sesión tiene su código, así que se llama { $code }.
import-code-changed-remedy = Nada que hacer, salvo que ambas sean la misma sesión.
import-shared-id = La sesión de la línea { $line } tiene el mismo identificador, { $id }; se distinguen por su orden en el archivo.
import-shared-id-remedy = Dé a cada una un identificador propio, para que la próxima versión del archivo encuentre la correcta.
import-role-unknown = Aquí no se conoce la función «{ $role }»; la persona figura como ponente.
import-role-unknown-remedy = Escriba una de estas: speaker, moderator, online moderator, chair, rapporteur, organiser.
import-namesakes = { $count } personas llevan este nombre con identificadores distintos; se añade a cada una.
import-namesakes-remedy = Si son una sola persona, deles un mismo identificador en la herramienta de la que vienen.
import-other-name = El mismo identificador corresponde a «{ $name }»; se toma ese nombre.
import-other-name-remedy = Si son dos personas, dé a cada una su identificador.
import-known-by-name = Se reconoce, solo por el nombre, a alguien que ya está aquí.
import-known-by-name-remedy = Si es otra persona, añádala a mano antes de importar, con un nombre que las distinga.
import-name-ambiguous = { $count } personas llevan ya aquí este nombre, así que se añade otra.
import-name-ambiguous-remedy = Si es una de ellas, dele su función a mano.
import-length-assumed = { $count ->
    [one] { $count } sesión no tiene duración en el archivo y recibe { $minutes } minutos.
   *[other] { $count } sesiones no tienen duración en el archivo y reciben { $minutes } minutos.
}
import-length-assumed-remedy = Elija otra duración con --minutes.
import-language-assumed = { $count ->
    [one] { $count } sesión no tiene idioma en el archivo y recibe «{ $tag }».
   *[other] { $count } sesiones no tienen idioma en el archivo y reciben «{ $tag }».
}
import-language-assumed-remedy = Elija el idioma con --language; «und» significa que no se conoce.
import-kind-assumed = { $count ->
    [one] { $count } sesión no tiene tipo en el archivo y figura como «session».
   *[other] { $count } sesiones no tienen tipo en el archivo y figuran como «session».
}
import-kind-assumed-remedy = Deles un tipo en el archivo si quiere filtrar por él.
import-known-by-title = { $count ->
    [one] { $count } sesión no tiene identificador en el archivo: la próxima versión la encontrará por su título.
   *[other] { $count } sesiones no tienen identificador en el archivo: la próxima versión las encontrará por su título.
}
import-known-by-title-remedy = Con una columna de identificadores, una sesión que cambia de título sigue siendo la misma.
import-room-renamed = Aquí la sala se llama «{ $name }», y así se queda.
import-room-renamed-remedy = Nada que hacer, salvo que sea otra sala: en ese caso, dele otro identificador.
import-room-name-changed = Otra sala tiene este nombre en las direcciones, así que se llama «{ $name }».
import-room-name-changed-remedy = Si son la misma sala, escriba su nombre igual en todas partes.
import-no-field = El foro no tiene campo para esto: { $what } ({ $count }).
import-no-field-remedy = Nada que hacer, salvo que importe: en ese caso, póngalo en el resumen.
import-left-links = enlaces
import-left-attachments = archivos adjuntos
import-left-pages = direcciones de las páginas de las sesiones en otros sitios
import-left-licences = licencias de grabaciones
import-left-recording = negativas a ser grabado
import-left-meeting-description = la descripción de la reunión
import-left-room-descriptions = descripciones de salas
import-left-colours = colores de los ejes temáticos
import-zone-differs = Las horas se leen en la zona { $file }; la reunión misma está en { $meeting }.
import-zone-differs-remedy = Si no es correcto, indique la zona con --zone.
import-not-withdrawn = { $count ->
    [one] { $count } sesión que falta no se retira: algunas sesiones del archivo no se pudieron leer, y puede ser una de ellas.
   *[other] { $count } sesiones que faltan no se retiran: algunas sesiones del archivo no se pudieron leer, y pueden estar entre ellas.
}
import-not-withdrawn-remedy = Corrija primero el archivo e impórtelo de nuevo.

import-no-meeting = El archivo no dice a qué reunión pertenece.
import-no-meeting-remedy = Nombre la reunión con --meeting, por ejemplo --meeting kyoto-2023.
import-no-title = El archivo no tiene título para la nueva reunión.
import-no-title-remedy = Indíquelo con --title.
import-no-days = El archivo no dice en qué días se celebra la reunión.
import-no-days-remedy = Anuncie primero la reunión y luego importe en ella con --meeting.
import-no-zone = El archivo no dice en qué zona horaria se celebra la reunión.
import-no-zone-but-offset = El archivo no dice en qué zona horaria se celebra la reunión, solo que sus horas son { $offset }.
import-no-zone-remedy = Indique la zona con --zone, por ejemplo --zone Asia/Tokyo.
import-unknown-zone = No existe la zona horaria «{ $zone }».
import-unknown-zone-remedy = Indique su nombre en la forma Zona/Ciudad con --zone, por ejemplo --zone Asia/Tokyo.
import-which-series = El foro tiene varias series: { $series }.
import-which-series-remedy = Elija una con --series o nombre una nueva.

import-new-forum = El foro { $forum } todavía no existe; se abrirá.
import-columns = Las columnas de la tabla, tal como se entienden:
import-columns-unused = Estas columnas quedan fuera: { $columns }
import-columns-correct = Si es correcto, devuélvalo así; si no, corríjalo antes:
import-columns-ask = ¿Es correcto? (s/n)
import-ask = ¿Escribir esto? (s/n)
import-yes = s si sí y
import-not-yet = No se ha escrito nada. Con --yes se escribe esto.
import-nothing-written = No se ha escrito nada.
import-done = { $count ->
    [one] Hecho, con { $count } acto.
   *[other] Hecho, con { $count } actos.
}
import-too-busy = Otros están escribiendo sin cesar en este foro. No se ha escrito nada; vuelva a intentarlo dentro de un rato.
import-draft = Es un borrador: el público lo verá cuando se publique, con { $command }
