people-lead = { $count ->
    [one] Une personne figure sur un programme publié.
   *[other] { $count } personnes figurent sur des programmes publiés.
}
people-search = Nom ou organisation
people-found = { $count ->
    [one] Une personne trouvée
   *[other] { $count } personnes trouvées
}
organisations-lead = { $count ->
    [one] Une organisation tient des sessions.
   *[other] { $count } organisations tiennent des sessions.
}
organisation-sessions = { $count ->
    [one] Une session
   *[other] { $count } sessions
}
organisation-people = Personnes au programme
group-not-said = Non précisé
group-government = Gouvernements
group-civil-society = Société civile
group-private-sector = Secteur privé
group-technical-community = Communauté technique
group-academia = Monde universitaire
group-intergovernmental-organisation = Organisations intergouvernementales
group-media = Médias
region-african = Groupe des États d’Afrique
region-asia-pacific = Groupe des États d’Asie et du Pacifique
region-eastern-european = Groupe des États d’Europe orientale
region-latin-american-caribbean = Groupe des États d’Amérique latine et des Caraïbes
region-western-european-others = Groupe des États d’Europe occidentale et autres États
region-intergovernmental = Organisations intergouvernementales
region-other = Hors des groupes régionaux
