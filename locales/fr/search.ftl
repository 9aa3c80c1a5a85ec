search-for = Mots d’un titre, nom, organisation
search-go = Chercher
search-lead = Les sessions, personnes et organisations des programmes publiés. Majuscules et accents ne comptent pas.
search-found = { $count ->
    [one] Un résultat pour « { $words } »
   *[other] { $count } résultats pour « { $words } »
}
search-sessions = Sessions ({ $count })
search-people = Personnes ({ $count })
search-organisations = Organisations ({ $count })
search-most = Au plus { $count } résultats de chaque sorte sont affichés. Ajoutez un mot pour en trouver moins.
times-of-venues = Les heures sont celles du lieu de chaque réunion.
