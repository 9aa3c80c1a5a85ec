# Rooms: what is on now, signs at doors, sheets of paper.

now-title = Ahora y a continuación
now-here = Ahora
now-next = A continuación
now-nothing = No hay nada en el programa de hoy.
now-page = { $page } de { $pages }
for-a-screen = Para una pantalla
rooms-title = Salas
rooms-print = Hojas para las puertas
rooms-print-hint = Una hoja por sala y día: imprima esta página. Esta línea no se imprime.
sign-title = { $room } · { $meeting }
sign-free = Nada en este momento
sign-over = No hay nada más en esta sala.

pdf-title = En papel (PDF)
pdf-about = Para imprimir: un día por página si cabe; también lo leen los lectores de pantalla.
pdf-no-letters = Este documento no se puede componer aquí en PDF
pdf-letters = El servidor no tiene ninguna fuente para estas letras: { $letters }
pdf-print-instead = Imprima lo mismo desde su navegador
pdf-install = Quien administra el servidor puede instalar las fuentes; en Debian y Ubuntu, con esta orden, y reiniciando después Hemicycle. Otra carpeta de fuentes se indica con la clave «fonts».

collisions-title = Conflictos
collisions-found = { $count ->
    [0] Nadie tiene dos sesiones a la vez
    [one] Una vez alguien tiene dos sesiones a la vez
   *[other] { $count } veces alguien tiene dos sesiones a la vez
}, en todas las funciones y reuniones del foro. { $lesser ->
    [0] {""}
    [one] Una vez más, un organizador no es necesario en ambas.
   *[other] { $lesser } veces más, un organizador no es necesario en ambas.
}
collision-both = necesario en ambas a la vez
collision-short = { $minutes ->
    [0] sin tiempo para ir de una sala a otra
    [one] un minuto para ir de una sala a otra
   *[other] { $minutes } minutos para ir de una sala a otra
}
collision-lesser = a la vez, pero no hace falta que esté como organizador
alike-title = ¿Una persona con dos nombres?
alike-found = { $count ->
    [0] Nadie parece estar dos veces.
    [one] Un par de fichas puede ser una sola persona. Decide quien las conoce.
   *[other] { $count } pares de fichas pueden ser una sola persona. Decide quien las conoce.
}
alike-address = misma dirección de correo
alike-name = mismo nombre
alike-names = nombres parecidos
alike-organisation = misma organización
alike-same = Una sola persona: todo a { $kept } n.º { $number }
similar-title = Sesiones parecidas
similar-found = { $count ->
    [0] No hay dos sesiones sobre lo mismo
    [one] Un par de sesiones trata de lo mismo
   *[other] { $count } pares de sesiones tratan de lo mismo
}, según las palabras que pocas otras usan; { $same ->
    [0] ninguno a la misma hora
    [one] uno a la misma hora
   *[other] { $same } a la misma hora
}.
similar-same-time = A la misma hora
similar-likeness = parecidas en un { $percent } %
similar-hold-as-one = Unirlas
similar-merge-hint = Las personas y organizadores de una pasan a la otra, y aquella se retira. No se pierde nada: basta con deshacer una vez.
similar-merge = Conservar { $kept }, retirar { $gone }
import-collisions = Dos sesiones a la vez

letters-title = Cartas
letters-lead = A quien participa en una sesión modificada se le escribe una vez por versión, con un archivo que actualiza su calendario.
letters-none = No se ha escrito a nadie sobre esta versión.
letters-tell = Escribir a todas las personas afectadas
letters-tick = Escribir a todas las personas afectadas
letters-sent = { $count ->
    [one] Una carta enviada
   *[other] { $count } cartas enviadas
}
letters-waiting = { $count ->
    [one] Una carta está en camino
   *[other] { $count } cartas están en camino
}
letters-refused = { $count ->
    [one] Una carta no se pudo entregar
   *[other] { $count } cartas no se pudieron entregar
}
letters-no-address = { $count ->
    [one] Una persona no tiene dirección aquí: avísele usted
   *[other] { $count } personas no tienen dirección aquí: avíseles usted
}
letter-programme-subject = { $meeting }: lo que cambia para usted
letter-programme-dear = Hola, { $name }:
letter-programme-published = se ha publicado la versión «{ $label }» del programa de { $meeting }. Esto es lo que cambia para usted:
letter-programme-calendar = El archivo adjunto actualiza estas sesiones en su calendario.
