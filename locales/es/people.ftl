people-lead = { $count ->
    [one] Una persona figura en un programa publicado.
   *[other] { $count } personas figuran en programas publicados.
}
people-search = Nombre u organización
people-found = { $count ->
    [one] Una persona encontrada
   *[other] { $count } personas encontradas
}
organisations-lead = { $count ->
    [one] Una organización celebra sesiones.
   *[other] { $count } organizaciones celebran sesiones.
}
organisation-sessions = { $count ->
    [one] Una sesión
   *[other] { $count } sesiones
}
organisation-people = Personas en el programa
group-not-said = Sin indicar
group-government = Gobiernos
group-civil-society = Sociedad civil
group-private-sector = Sector privado
group-technical-community = Comunidad técnica
group-academia = Mundo académico
group-intergovernmental-organisation = Organizaciones intergubernamentales
group-media = Medios de comunicación
region-african = Grupo de los Estados de África
region-asia-pacific = Grupo de los Estados de Asia y el Pacífico
region-eastern-european = Grupo de los Estados de Europa Oriental
region-latin-american-caribbean = Grupo de los Estados de América Latina y el Caribe
region-western-european-others = Grupo de los Estados de Europa Occidental y otros Estados
region-intergovernmental = Organizaciones intergubernamentales
region-other = Sin grupo regional
