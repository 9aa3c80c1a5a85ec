# Rooms: what is on now, signs at doors, sheets of paper.

now-title = En ce moment et ensuite
now-here = En ce moment
now-next = Ensuite
now-nothing = Rien n’est au programme aujourd’hui.
now-page = { $page } sur { $pages }
for-a-screen = Pour un écran
rooms-title = Salles
rooms-print = Affiches pour les portes
rooms-print-hint = Une feuille par salle et par jour : imprimez cette page. Cette ligne ne s’imprime pas.
sign-title = { $room } · { $meeting }
sign-free = Rien en ce moment
sign-over = Plus rien n’est prévu dans cette salle.

pdf-title = Sur papier (PDF)
pdf-about = Pour imprimer : un jour par page quand il y tient, lisible aussi par les lecteurs d’écran.
pdf-no-letters = Ce document ne peut pas être composé ici en PDF
pdf-letters = Le serveur n’a pas de police pour ces caractères : { $letters }
pdf-print-instead = Imprimez plutôt la même chose depuis votre navigateur
pdf-install = La personne qui gère le serveur peut installer les polices ; sous Debian et Ubuntu avec cette commande, puis en redémarrant Hemicycle. Un autre dossier de polices s’indique par la clé « fonts ».

collisions-title = Conflits
collisions-found = { $count ->
    [0] Personne n’a deux sessions en même temps
    [one] Une fois, quelqu’un a deux sessions en même temps
   *[other] { $count } fois, quelqu’un a deux sessions en même temps
}, tous rôles et toutes réunions du forum confondus. { $lesser ->
    [0] {""}
    [one] Une fois de plus, un organisateur n’est pas nécessaire aux deux.
   *[other] { $lesser } fois de plus, un organisateur n’est pas nécessaire aux deux.
}
collision-both = nécessaire aux deux en même temps
collision-short = { $minutes ->
    [0] pas le temps de passer d’une salle à l’autre
    [one] une minute pour passer d’une salle à l’autre
   *[other] { $minutes } minutes pour passer d’une salle à l’autre
}
collision-lesser = en même temps, mais n’a pas à être là comme organisateur
alike-title = Une même personne sous deux noms ?
alike-found = { $count ->
    [0] Personne ne semble inscrit deux fois.
    [one] Une paire de fiches pourrait être une seule personne. Qui les connaît décide.
   *[other] { $count } paires de fiches pourraient être une seule personne. Qui les connaît décide.
}
alike-address = même adresse électronique
alike-name = même nom
alike-names = noms proches
alike-organisation = même organisation
alike-same = Une seule personne : tout à { $kept } nº { $number }
similar-title = Sessions proches
similar-found = { $count ->
    [0] Aucune paire de sessions ne porte sur le même sujet
    [one] Une paire de sessions porte sur le même sujet
   *[other] { $count } paires de sessions portent sur le même sujet
}, d’après les mots que peu d’autres emploient ; { $same ->
    [0] aucune en même temps
    [one] une en même temps
   *[other] { $same } en même temps
}.
similar-same-time = En même temps
similar-likeness = proches à { $percent } %
similar-hold-as-one = Les réunir
similar-merge-hint = Les personnes et organisateurs de l’une rejoignent l’autre, et elle est retirée. Rien n’est perdu : une annulation suffit.
similar-merge = Garder { $kept }, retirer { $gone }
import-collisions = Deux sessions en même temps

letters-title = Lettres
letters-lead = Quiconque intervient dans une session modifiée reçoit une lettre par version, avec un fichier qui met son agenda à jour.
letters-none = Personne n’a été informé de cette version.
letters-tell = Écrire à toutes les personnes concernées
letters-tick = Écrire à toutes les personnes concernées
letters-sent = { $count ->
    [one] Une lettre envoyée
   *[other] { $count } lettres envoyées
}
letters-waiting = { $count ->
    [one] Une lettre est en route
   *[other] { $count } lettres sont en route
}
letters-refused = { $count ->
    [one] Une lettre n’a pas pu être remise
   *[other] { $count } lettres n’ont pas pu être remises
}
letters-no-address = { $count ->
    [one] Une personne n’a pas d’adresse ici : prévenez-la vous-même
   *[other] { $count } personnes n’ont pas d’adresse ici : prévenez-les vous-même
}
letter-programme-subject = { $meeting } : ce qui change pour vous
letter-programme-dear = Bonjour { $name },
letter-programme-published = la version « { $label } » du programme de { $meeting } a été publiée. Voici ce qui change pour vous :
letter-programme-calendar = Le fichier joint met ces sessions à jour dans votre agenda.
