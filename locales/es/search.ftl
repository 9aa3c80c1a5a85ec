search-for = Palabras de un título, un nombre, una organización
search-go = Buscar
search-lead = Sesiones, personas y organizaciones de los programas publicados. No importan mayúsculas ni acentos.
search-found = { $count ->
    [one] Un resultado para «{ $words }»
   *[other] { $count } resultados para «{ $words }»
}
search-sessions = Sesiones ({ $count })
search-people = Personas ({ $count })
search-organisations = Organizaciones ({ $count })
search-most = Se muestran como máximo { $count } de cada clase. Añada una palabra para encontrar menos.
times-of-venues = Las horas son las de la sede de cada reunión.
