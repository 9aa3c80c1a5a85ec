# Planification : ce dont les salles, les sessions et les personnes ont besoin, ce qui parle contre un emplacement, et où d’autre.
# $session, $one et $other sont des codes.

plan-people-title = Personnes
plan-means-title = Moyens et poids
plan-places-title = { $session } : pourquoi ici, où d’autre ?

# Ce qui peut parler contre un emplacement ; court, comme des titres.
plan-name-unplaced = Sans emplacement
plan-name-two-places = Quelqu’un à deux endroits
plan-name-walking = Trop peu de temps pour se déplacer
plan-name-room-taken = Deux sessions dans une salle
plan-name-resources = Moyens insuffisants
plan-name-plenary = À côté d’une plénière
plan-name-precedence = Dans le mauvais ordre
plan-name-away = Quelqu’un ne peut pas venir
plan-name-features = Il manque quelque chose à la salle
plan-name-blocked = La salle est bloquée
plan-name-fixed = Verrouillée ailleurs
plan-name-same-track = Une même filière en même temps
plan-name-similar = Thèmes proches en même temps
plan-name-audience = Voulues par les mêmes personnes
plan-name-night = De nuit pour quelqu’un en ligne
plan-name-night-shares = Nuits mal réparties
plan-name-seats-missing = Trop peu de places assises
plan-name-seats-wasted = Beaucoup trop de places assises
plan-name-track-room = Une filière qui change de salle
plan-name-load = Une journée chargée pour une personne
plan-name-balance = Un groupe dépasse sa part
plan-name-change = Pas là où elle a été publiée

plan-fact-unplaced = { $session } n’a pas encore d’emplacement.
plan-fact-twice = { $one } et { $other } ont lieu en même temps, et il faut aux deux : { $people }.
plan-fact-walk = Entre { $one } et { $other }, le temps manque pour se déplacer : { $people }.
plan-fact-room = { $one } et { $other } sont dans { $room } en même temps.
plan-fact-resource = { $what }, { $at } : il en faut { $asked }, il y en a { $count }.
plan-fact-plenary = { $session } a lieu en même temps que { $plenary }, qui doit être seule.
plan-fact-order = { $after } commence avant la fin de { $before }.
plan-fact-away = { $person } ne peut pas être à { $session } à cette heure.
plan-fact-features = { $session } a besoin de ce que { $room } n’a pas : { $what }.
plan-fact-blocked = { $session } est dans { $room } quand elle n’est pas utilisable.
plan-fact-fixed = { $session } est verrouillée et devrait bouger.
plan-fact-track = { $one } et { $other } ont lieu en même temps, toutes deux de la filière { $track }.
plan-fact-similar = { $one } et { $other } ont lieu en même temps, sur des thèmes proches.
plan-fact-audience = { $one } et { $other } ont lieu en même temps ; personnes qui veulent suivre les deux : { $count }.
plan-fact-audience-few = { $one } et { $other } ont lieu en même temps, et quelques personnes veulent suivre les deux.
plan-fact-night = { $session } est à { $time } à l’heure de { $person }.
plan-fact-nights = Cette région porte plus de nuits que les autres : { $region }.
plan-fact-seats = { $session } : { $expected } personnes attendues, et { $room } a { $seats } places.
plan-fact-rooms = { $track } : { $count } salles, { $day }.
plan-fact-load = { $person } : { $count } sessions, { $day }.
plan-fact-balance = { $group } : { $count } sessions à la fois, { $at }.
plan-fact-moved-time = { $session } a été publiée à une autre heure.
plan-fact-moved-room = { $session } a été publiée dans une autre salle.
plan-fact-other = Autre chose parle contre cet emplacement.

# Le tableau.
plan-soft = Ce qui pourrait être mieux : un prix de { $price } en tout
plan-soft-hint = Rien de cela n’empêche de publier le programme. Ce que chacun de ces points pèse peut être changé :
plan-line = { $name } : { $count }, prix { $price }
plan-and-more = et { $count } de plus
plan-locked = verrouillée
plan-why = Pourquoi ici ?

# Pourquoi ici, où d’autre.
plan-go-places = Pourquoi ici, où d’autre ?
plan-here = Pourquoi ici ?
plan-here-fine = Rien ne parle contre cet emplacement.
plan-hard = doit être corrigé
plan-saves = économise { $price }
plan-costs = coûte { $price }
plan-same = coûte autant
plan-there = Où d’autre ?
plan-there-none = Nulle part ailleurs sans enfreindre une exigence.
plan-there-hint = Le moins cher d’abord. Les prix disent ce qui change pour tout le programme si la session est déplacée.
plan-move = La déplacer ici
plan-swap = L’échanger avec { $session }
plan-more = { $count } autres emplacements
plan-broken = Emplacements contre lesquels parle une exigence : { $count }
plan-lock = La garder à sa place
plan-unlock = Permettre de la déplacer
plan-locked-hint = La session est verrouillée : personne ne la déplace, ni à la main ni par la machine, tant qu’elle n’est pas déverrouillée.

# Ce que les salles ont et ce dont les sessions ont besoin.
plan-room-more = Ce qu’elle a, et quand elle n’est pas utilisable
plan-features = Ce qu’elle a
plan-features-more = Autres choses, séparées par des virgules
plan-blocked = Quand elle n’est pas utilisable, une plage par ligne
plan-stretch-hint = Une ligne est un jour (2027-05-10), un jour avec des heures (2027-05-10 14:00-15:30), ou des heures seules pour chaque jour (13:00-14:00).
plan-needs = Ce dont elle a besoin
plan-needs-features = Sa salle doit avoir
plan-plenary = Rien d’autre en même temps
plan-expected = Personnes attendues dans la salle
plan-expected-hint = Sans nombre comptent ceux qui l’ont mise à leur propre programme : { $count }.
plan-order = Avant et après
plan-order-way = Cette session est
plan-order-before = finie avant
plan-order-after = pas avant la fin de
feature-interpretation-booths = Cabines d’interprétation
feature-hybrid-kit = Équipement hybride : caméras, écrans, son pour ceux en ligne
feature-round-table = Table ronde
feature-captioning-screen = Écran pour les sous-titres
feature-recording = Enregistrement
feature-hearing-loop = Boucle auditive
feature-step-free-stage = Scène sans marches
feature-theatre-seating = Rangées de sièges
feature-quiet = Calme

# Moyens et poids.
plan-resources = Ce qui existe en nombre limité
plan-resources-hint = Équipes d’interprètes, sous-titreurs, caméras : combien il y en a à tout moment. Les sessions qui en ont besoin le disent sur leur page.
plan-count = Combien
plan-resource-add = Ajouter
plan-walks = De salle en salle
plan-walking = Minutes entre deux salles quelconques
plan-walks-list = Là où il en faut plus ou moins, une paire par ligne : salle, salle, minutes
plan-weights = Ce qui pèse, et combien
plan-weights-hint = Un souhait qui ne pèse rien n’est pas demandé. Un champ vide est comme d’habitude.
plan-weight-usual = D’habitude { $weight }.
plan-why-same-track = Chaque paire de sessions d’une filière en même temps : ce dont les participants se plaignent le plus.
plan-why-similar = Chaque point de ressemblance de deux sessions simultanées.
plan-why-audience = Chaque personne qui a mis les deux sessions à son programme.
plan-why-night = Chaque point de gêne de l’heure locale de quelqu’un : six en pleine nuit, rien de 8 à 21 heures.
plan-why-night-shares = Croît avec la part des nuits d’une région, pour que ce ne soit pas toujours la même.
plan-why-seats-missing = Chaque personne sans siège.
plan-why-seats-wasted = Chaque dizaine de sièges vides au-delà de la moitié de la salle.
plan-why-track-room = Chaque salle de plus d’une filière dans une journée : qui suit une filière ne devrait pas avoir à marcher.
plan-why-load = Chaque session d’une personne au-delà de la deuxième d’un jour, et davantage pour chacune de plus.
plan-why-balance = Chaque session par laquelle un groupe dépasse sa part égale de ce qui a lieu en même temps.
plan-why-change = Une session qui n’est pas là où elle a été publiée, deux fois pour une autre salle et cinq fois pour une autre heure : les gens ont fait des plans.

# Quand les personnes peuvent venir.
plan-people-hint = Quand des personnes ne peuvent pas prendre part, et qui parle en ligne. Seuls ceux qui dirigent le forum le voient.
plan-people-none = Personne n’a encore de rôle dans une session.
plan-people-sessions = Sessions
plan-person-find = Afficher
plan-person-how = Comment elle prend part
plan-person-as-registered = comme à l’inscription : { $how }
plan-person-online = en ligne
plan-person-on-site = sur place
plan-person-not-registered = pas d’inscription
plan-person-zone = Son heure
plan-person-zone-none = { $zone }
plan-person-away = Quand elle ne peut pas, une plage par ligne
plan-person-clock = Les heures sont celles de la personne.

plan-no-stretch = Une ligne n’est pas une plage de temps.
plan-no-stretch-remedy = Merci d’écrire 2027-05-10, 2027-05-10 14:00-15:30 ou 13:00-14:00, une par ligne.
plan-no-person = Le forum ne connaît personne de ce nom.
plan-no-person-remedy = Merci de vérifier l’écriture, ou d’écrire le nom et le numéro : Amina Diallo #12.
plan-no-walk = Une ligne ne nomme pas deux salles et les minutes entre elles.
plan-no-walk-remedy = Merci d’écrire les salles comme elles s’appellent, par exemple : Hall, Annexe, 10.

# Ce qui peut être annulé.
plan-did-room = ce que la salle { $what } a
plan-did-needs = { $what }, besoins
plan-did-locked = { $what } verrouillée
plan-did-unlocked = { $what } déverrouillée
plan-did-order = { $what }, ordre
plan-did-resources = moyens limités
plan-did-walks = chemins entre les salles
plan-did-person = quand quelqu’un peut venir
plan-did-weights = poids

refusal-session-locked = { $session } est verrouillée et garde sa place.
refusal-session-locked-remedy = Merci de la déverrouiller d’abord, sur sa page, si elle doit bouger.
refusal-order-circle = { $one } ne peut pas être finie avant { $other } : elle devrait venir après elle-même.
refusal-order-circle-remedy = Merci de retirer d’abord un autre ordre de ces sessions.
refusal-no-such-resource = La réunion n’a pas de { $resource }.
refusal-no-such-resource-remedy = Elle a peut-être été retirée ; merci de regarder la liste des moyens limités.
refusal-resource-in-use = Des sessions ont besoin de { $resource }, dont { $code }.
refusal-resource-in-use-remedy = Merci de l’ôter d’abord de leurs besoins.
thing-resource = moyen limité { $number }
field-count = nombre
field-expected = nombre de personnes attendues
field-features = équipement
field-walking = minutes de marche
field-weight = poids
