forum-empty = Aucune réunion n’a encore été annoncée.
forum-lead = Chacun peut lire ici ce qui est au programme, qui y figure et ce qui a changé depuis sa publication.
series-meetings = { $count ->
    [one] Une réunion à ce jour.
   *[other] { $count } réunions à ce jour.
}
door-sessions = { $count ->
    [one] session
   *[other] sessions
} en { $days ->
    [one] un jour
   *[other] { $days } jours
}
door-people = { $count ->
    [one] personne
   *[other] personnes
} au programme
door-organisations = { $count ->
    [one] organisation tient des sessions
   *[other] organisations tiennent des sessions
}
people-by-group = Les personnes au programme, par groupe de parties prenantes
programme-not-published = Le programme n’a pas encore été publié.
number-column = Nº
place-column = Lieu
dates-column = Dates
published-column = Chiffres publiés
figures-title = Chiffres
figures-note = Un chiffre dit ce qui a été compté et qui l’a publié. Les chiffres qui comptent des choses différentes ne sont ici ni comparés ni additionnés.
figure-column = Ce qui a été compté
source-column = Source
figure-from-record = Compté dans le registre de ce forum
figure-registered = { $at-least ->
    [yes] plus de { $count } inscrits
   *[no] { $count } inscrits
}
figure-approved = { $at-least ->
    [yes] plus de { $count } inscriptions approuvées
   *[no] { $count } inscriptions approuvées
}
figure-badge-collected = { $at-least ->
    [yes] plus de { $count } badges retirés
   *[no] { $count } badges retirés
}
figure-on-site = { $at-least ->
    [yes] plus de { $count } sur place
   *[no] { $count } sur place
}
figure-joined-online = { $at-least ->
    [yes] plus de { $count } connectés en ligne
   *[no] { $count } connectés en ligne
}
figure-took-part = { $at-least ->
    [yes] plus de { $count } participants
   *[no] { $count } participants
}
counted-registered = { $count } inscrits
counted-badges = { $count } badges retirés
counted-online = { $count } connectés en ligne
counted-took-part = { $count } ont retiré un badge ou se sont connectés, chaque personne comptée une fois
