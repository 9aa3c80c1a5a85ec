programme-title = { $day } · { $meeting }
nav-days = Jours
nav-days-around = Les jours d’avant et d’après
nav-views = Présentations
view-list = Liste
view-grid = Grille
grid-time = Heure
until = jusqu’à { $time }
time-and-day = { $time }, { $day }
time-and-offset = { $time } ({ $offset })
zone-then-zone = { $before }, puis { $after }
times-of-venue = Heures du lieu de réunion : { $venue }.
times-of-venue-and-reader = Heures du lieu de réunion : { $venue } ; à côté, les vôtres : { $reader }.
version-of = Version « { $label } » du { $date }
nothing-on-this-day = Rien n’est au programme de ce jour.
nothing-found-on-this-day = Rien ce jour-là ne correspond à votre demande. Demandez-en moins, ou voyez un autre jour.
filter-sessions = { $count ->
    [one] Une session
   *[other] { $count } sessions
}
filter-summary = Filtrer
filter-found = { $count } sessions sur { $all }
filter-words = Mots du titre
filter-track = Filière
filter-type = Type
filter-language = Langue
filter-room = Salle
filter-format = Format
filter-all = Tous
filter-show = Afficher
fact-when = Quand
fact-for-you = Votre heure
fact-where = Où
fact-code = Code
fact-held-by = Tenue par
room-seats = { $count ->
    [one] Une place
   *[other] { $count } places
}
session-people = Personnes
session-more = À suivre dans cette filière
versions-title = Versions du programme
versions-lead = Chaque version reste telle qu’elle a été publiée. Personne n’a à deviner ce qui a changé.
version-name = Version « { $label } »
version-changed = { $count ->
    [one] une session modifiée
   *[other] { $count } sessions modifiées
}
version-first = { $count ->
    [one] La première version, avec une session.
   *[other] La première version, avec { $count } sessions.
}
version-since = { $count ->
    [one] Une session modifiée
   *[other] { $count } sessions modifiées
} depuis la version « { $label } »
change-added = Nouvelle au programme
change-removed = N’est plus au programme
change-moved = Déplacée de { $from } à { $to }
change-length = { $to } minutes au lieu de { $from }
change-title = S’intitulait « { $title } »
change-title-erased = Porte un autre titre
change-description = Présentation modifiée
change-joined = { $person } y figure désormais : { $role }
change-left = { $person } n’y figure plus : { $role }
somebody = Une personne
place-in-time = { $day }, { $time }, { $room }
format-roundtable = Table ronde
format-panel = Panel
format-debate = Débat
format-theatre = Théâtre
format-classroom = Salle de classe
format-break-out = Groupes de travail
format-flash = Session éclair
format-birds-of-a-feather = Rencontre par affinité
role-chair = Présidence
role-moderator = Modération
role-online-moderator = Modération en ligne
role-speaker = Intervention
role-rapporteur = Rapport
role-organiser = Organisation
session-type-ceremony = Cérémonie
session-type-open-microphone = Micro ouvert
session-type-main-session = Session principale
session-type-high-level = Session de haut niveau
session-type-parliamentary = Filière parlementaire
session-type-youth = Filière jeunesse
session-type-workshop = Atelier
session-type-open-forum = Forum ouvert
session-type-town-hall = Assemblée ouverte
session-type-launch-award = Lancement ou remise de prix
session-type-networking = Rencontre
session-type-lightning-talk = Exposé éclair
session-type-dynamic-coalition = Coalition dynamique
session-type-best-practice-forum = Forum sur les bonnes pratiques
session-type-policy-network = Réseau de politiques
session-type-national-regional = Initiatives nationales et régionales
session-type-day-zero = Événement du jour 0
