# Le bureau : les pages de ceux qui organisent le forum. $what, $session et $first sont courts : un code, une salle.

desk-title = Bureau
desk-to-form = Aller au formulaire
desk-no-number = Ce n’est pas un nombre.
desk-no-number-remedy = Écrivez-le en chiffres.
desk-no-day = Ce n’est pas un jour.
desk-no-day-remedy = Écrivez-le ainsi : 2027-05-10.
desk-no-time = Ce n’est pas une heure.
desk-no-time-remedy = Écrivez-la ainsi : 09:30, à l’heure du lieu de réunion.
desk-no-slots = L’une des lignes n’est pas un créneau, ou il manque une ligne ou un jour.
desk-no-slots-remedy = Écrivez chaque ligne ainsi : 09:00-10:30, suivie d’un nom si c’est une pause, et cochez au moins un jour.
desk-several-people = Plusieurs personnes s’appellent { $name }.
desk-several-people-remedy = Écrivez celle que vous voulez avec son numéro : { $each }.

desk-first-lead = De rien à un programme publié, en sept étapes. Tout peut être modifié ensuite.
desk-first-done = Le programme est publié. Vous pouvez le modifier à tout moment et publier de nouveau.
desk-front = La page d’accueil que tout le monde voit
desk-meetings = Réunions
desk-another-meeting = Annoncer une autre réunion
desk-step-done = fait
desk-step-series = Nommer ce que vous organisez
desk-step-meeting = Annoncer la réunion
desk-step-rooms = Salles
desk-step-grid = Les horaires de la journée
desk-step-sessions = Sessions
desk-step-place = Mettre les sessions au programme
desk-step-publish = Publier
desk-next = Continuer
desk-save = Enregistrer
desk-change = Modifier
desk-by-hand = Placer à la main
desk-series-name = Nom du forum, tel qu’il figure sur chaque page
desk-meeting-name = Titre de la réunion
desk-meeting-title = La réunion
desk-meeting-hint = L’adresse de la réunion reste. Quand le fuseau change, les sessions gardent leur instant.
desk-first-day = Premier jour
desk-last-day = Dernier jour
desk-city = Ville
desk-country = Pays, en deux lettres (KE, FR)
desk-zone = Fuseau horaire du lieu
desk-number = La quantième réunion, si on les compte
desk-online = En ligne seulement, sans lieu

desk-rooms-title = Salles, horaires, filières
desk-rooms = Salles
desk-rooms-list = Salles, une par ligne, avec leurs places après une virgule
desk-rooms-count = { $count ->
    [one] Une salle
   *[other] { $count } salles
}
desk-open-room = Ajouter une salle
desk-open-rooms = Ajouter ces salles
desk-close-room = Fermer
desk-closed-rooms = Salles fermées
desk-reopen-room = Rouvrir
desk-name = Nom
desk-seats = Places
desk-slots = Horaires de la journée
desk-slots-count = { $count ->
    [one] Un créneau
   *[other] { $count } créneaux
}
desk-from = De
desk-until = À
desk-pause = Pause
desk-pause-coffee = Café
desk-pause-lunch = Déjeuner
desk-grid-hint = Une journée ordinaire est proposée ; prenez-la telle quelle, ou modifiez d’abord ses lignes.
desk-grid-slots = Horaires d’une journée, un par ligne ; une pause a un nom
desk-grid-days = Ces jours-ci
desk-grid-send = Ajouter ces horaires
desk-tracks = Filières
desk-tracks-hint = Quand une filière est supprimée, ses sessions n’en ont plus.
desk-add-track = Ajouter une filière
desk-no-track = Aucune
desk-remove = Supprimer

desk-board-title = Composer le programme
desk-board-frame = Avant de placer des sessions, il faut des salles et des horaires.
desk-undo = Annuler : { $what }
desk-redo = Rétablir : { $what }
desk-did-something = une grande modification
desk-did-more = { $first } et { $count } de plus
desk-did-added = { $what }, ajout
desk-did-amended = { $what }, modification
desk-did-withdrawn = { $what }, retrait
desk-did-reinstated = { $what }, retour
desk-did-role = { $what }, personnes
desk-did-placed = { $what }, placement
desk-did-unplaced = { $what }, sortie de la grille
desk-did-room = salle { $what }
desk-did-track = filière { $what }
desk-did-slots = horaires de la journée
desk-warnings = { $count ->
    [one] Un point à regarder
   *[other] { $count } points à regarder
}
desk-warning-pause = { $session } tombe dans une pause : { $pause }.
desk-warning-longer = { $session } dépasse la fin de son créneau, à { $until }.
desk-warning-nobody = { $session } n’a encore personne qui dirige ou qui parle.
desk-look = à regarder
desk-move = Déplacer
desk-here = Ici
desk-held = $session est en main. Choisissez une case libre avec les flèches ; Entrée la pose, Échap la laisse.
desk-left = Elle reste où elle était.
desk-placed = Placée :
desk-picked = Choisissez une case libre pour « { $session } ».
desk-picked-leave = La laisser où elle est
desk-minutes = { $count } min
desk-unplaced = { $count ->
    [0] Rien n’attend de place
    [one] Une session attend une place
   *[other] { $count } sessions attendent une place
}
desk-unplaced-none = Chaque session a sa place.
desk-unplaced-more = … et { $count } de plus ; cherchez des mots du titre.
desk-fill = Tout placer dans l’ordre
desk-fill-hint = Chaque session reçoit la première salle et l’heure libres, sans conflit. Cela peut être annulé.
desk-place = Placer
desk-unplace = Sortir du programme
desk-no-place = Elle n’a pas encore de place.
desk-session = Session
desk-day = Jour
desk-add = Ajouter une session
desk-session-title = Titre
desk-session-abstract = De quoi il s’agit
desk-session-minutes = Durée en minutes
desk-session-code = Code (vide : le numéro suivant)
desk-session-people = Intervenants, un nom par ligne
desk-session-said = Ce qu’on en dit
desk-list = Ajouter beaucoup de sessions
desk-list-titles = Titres, un par ligne
desk-list-send = Ajouter ces sessions
desk-sessions-hint = Collez une liste de titres, un par ligne ; tout le reste peut suivre.
desk-person-name = Nom
desk-role = Rôle
desk-give-role = Ajouter
desk-withdraw = Retirer
desk-withdraw-hint = Une session qui n’aura pas lieu reste dans les archives. Elle peut revenir.
desk-withdrawn = Cette session a été retirée.
desk-reinstate = La rétablir

desk-ahead-first = Rien n’est encore publié.
desk-ahead = { $count ->
    [0] Aucune session ne diffère de la version « { $label } ».
    [one] Une session diffère de la version « { $label } ».
   *[other] { $count } sessions diffèrent de la version « { $label } ».
}
desk-publish-title = Relire et publier
desk-publish = Publier
desk-publish-label = Nom de la version
desk-publish-note = Ce qu’il faut en dire
desk-publish-empty = Rien n’est encore placé ; il n’y a donc rien à publier.
desk-publish-unchanged = Rien n’a changé depuis la dernière version.
desk-publish-clashes = { $count ->
    [one] Une personne serait à deux endroits à la fois ; cela empêche la publication.
   *[other] { $count } fois, quelqu’un serait à deux endroits à la fois ; cela empêche la publication.
}
desk-publish-unplaced = { $count ->
    [one] Une session n’a pas de place et ne sera pas au programme.
   *[other] { $count } sessions n’ont pas de place et ne seront pas au programme.
}
desk-published = La version « { $label } » est publiée.
desk-published-see = Le programme tel que tout le monde le voit
desk-concerned = { $count ->
    [one] Cela concerne une personne
   *[other] Cela concerne { $count } personnes
}

desk-settings-title = Réglages et fonctions
setting-name = Nom du forum
setting-name-why = Figure sur chaque page. Laissé vide, c’est le nom de la série de la dernière réunion.
setting-notice = Note sur la page d’accueil
setting-notice-why = Ce que tout le monde doit savoir maintenant. Laissée vide, il n’y en a pas.
setting-contact = Adresse pour les questions
setting-contact-why = Figure au bas de chaque page, pour qu’on sache à qui s’adresser. Laissée vide, il n’y en a pas.
setting-language = Langue du forum
setting-language-why = Pour ceux dont le navigateur n’indique aucune de nos langues. Sinon, c’est l’anglais.
setting-language-none = Aucune en particulier
setting-sign-up = Chacun peut s’inscrire soi-même
setting-sign-up-why = Qui lit le courrier d’une adresse peut s’inscrire avec elle. Sans cela, seuls les organisateurs inscrivent.
desk-offices = Fonctions
desk-offices-why = Qui exerce une fonction voit et fait plus que les autres. La plupart demandent deux personnes, pour les accorder et pour y mettre fin : l’une propose, l’autre confirme. La sienne prend fin aussitôt.
office-reviewer = Évaluateur
office-chair = Présidence
office-secretariat = Secrétariat
office-admin = Administrateur
desk-office = Fonction
desk-office-grant = Accorder ou proposer
desk-office-end = Mettre fin
desk-office-confirm = Confirmer
desk-office-refuse = Reprendre
desk-office-waits = attend une deuxième personne
desk-office-ending = sa fin est proposée
desk-office-confirm-end = Confirmer la fin
desk-office-keep = La maintenir
desk-proposed = Proposées
desk-person-email = Adresse électronique
footer-contact = Des questions ?

# Reprendre un programme depuis un fichier, sur une page.
desk-import-title = Programme depuis un fichier
desk-import-way = Le programme existe déjà, dans un autre outil ou dans un tableau ? Reprenez-le depuis un fichier.
desk-import-lead = Le programme d’un autre outil (schedule XML ou JSON), ou un tableau avec une ligne d’en-tête (CSV ; un tableur sait l’enregistrer ainsi). Vous voyez d’abord ce que cela ferait ; rien n’est écrit sans votre accord.
desk-import-file = Fichier, de { $max } Mo au plus
desk-import-look = Montrer ce que cela ferait
desk-import-write = Reprendre
desk-import-preview = Ce qui serait fait
desk-import-choices = Ce que le fichier peut laisser ouvert
desk-import-choices-why = Seulement là où le fichier ne le dit pas. Les heures sans fuseau sont celles du lieu.
desk-import-meeting = Réunion
desk-import-meeting-new = Une nouvelle, nommée comme dans le fichier
desk-import-new = Titre d’une nouvelle réunion
desk-import-series = Série d’une nouvelle réunion
desk-import-language = Langue des sessions qui n’en indiquent pas, comme fr
desk-import-minutes = Minutes des sessions sans durée
desk-import-withdraw = Retirer les sessions qui ne sont plus dans le fichier
desk-import-map = Quelle colonne est quoi
desk-import-map-why = Chaque paire est un champ et le nom d’une colonne : title=Titre,start=Début. Sans colonne, comme dans room=, un champ est laissé de côté.
desk-import-rest = { $count ->
    [one] … et une de plus
   *[other] … et { $count } de plus
}
desk-import-moved = Quelque chose a changé depuis que vous avez vu ce qui serait fait. Rien n’est écrit ; veuillez regarder à nouveau.
desk-import-gone = Le fichier n’est plus là. Veuillez le choisir à nouveau ; rien n’est écrit.
desk-import-none = Veuillez choisir un fichier.
