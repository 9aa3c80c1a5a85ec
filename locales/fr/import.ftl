# Reprendre le programme d’un autre outil, en ligne de commande. $line est une ligne du fichier.

import-heading-new = « { $title } » devient une nouvelle réunion : { $slug }, dans la série { $series }, { $days } ({ $zone }).
import-heading-known = « { $title } » ({ $slug }, dans la série { $series }, { $days }, { $zone }) existe déjà.
import-nothing-changes = Rien ne change : le forum a tout ce que contient le fichier.
import-row-sessions = sessions
import-row-persons = personnes
import-row-rooms = salles
import-row-tracks = filières
import-column-new = nouvelles
import-column-changed = modifiées
import-column-moved = déplacées
import-column-withdrawn = retirées
import-column-unchanged = inchangées
import-line = ligne { $line }
import-more = { $count ->
    [one] … et { $count } autre ; --all la montre.
   *[other] … et { $count } autres ; --all les montre.
}

import-differences = Ce qui change :
import-change-new = est nouvelle
import-change-withdrawn = est retirée
import-change-unplaced = n’a pas de place
import-change-off = perd sa place ({ $from })
import-change-placed = en { $to }
import-change-moved = passe de { $from } à { $to }
import-change-title = s’appelait « { $old } »
import-change-length = dure { $to } minutes au lieu de { $from }
import-change-description = est décrite autrement
import-change-joined = { $name } s’y joint ({ $role })
import-change-left = { $name } la quitte ({ $role })
import-role-chair = présidence
import-role-moderator = modération
import-role-online-moderator = modération en ligne
import-role-speaker = intervention
import-role-rapporteur = rapport
import-role-organiser = organisation

import-not-entered = { $count ->
    [one] { $count } session n’est pas reprise :
   *[other] { $count } sessions ne sont pas reprises :
}
import-not-placed = { $count ->
    [one] { $count } session reste sans place :
   *[other] { $count } sessions restent sans place :
}
import-left-out = Laissé de côté ({ $count }) :
import-assumed = À vérifier ({ $count }) :
import-missing = { $count ->
    [one] { $count } session d’un import précédent n’est plus dans le fichier et reste telle quelle ; --withdraw-missing la retire :
   *[other] { $count } sessions d’un import précédent ne sont plus dans le fichier et restent telles quelles ; --withdraw-missing les retire :
}
import-publishes = Le programme sera publié comme version { $label }.
import-publishes-nothing = Il n’y a rien de nouveau à publier.
import-publication-refused = Le programme ne peut pas être publié, donc rien n’est écrit. { $why } Sans --publish, l’import se fait.
import-clash = { $name } est dans { $one } et dans { $other } en même temps.

import-not-happening = Le fichier la dit { $state }.
import-not-happening-remedy = Si elle a bien lieu, changez son état dans l’outil d’où elle vient.
import-no-room = Le fichier ne lui donne pas de salle.
import-no-room-remedy = Placez-la à la main, ou donnez-lui une salle dans le fichier.
import-no-time = Le fichier ne lui donne pas d’heure.
import-no-time-remedy = Placez-la à la main, ou donnez-lui une heure dans le fichier.
import-clocks-change = L’heure change le { $wall } : ce moment existe deux fois ou jamais.
import-clocks-change-remedy = Choisissez une autre heure, ou écrivez-la avec son décalage par rapport à UTC.
import-room-busy = { $room } est prise par { $code } « { $title } » de { $from } à { $until }.
import-room-busy-remedy = Déplacez l’une des deux.
import-person-busy = { $name } est dans { $code } « { $title } » de { $from } à { $until }.
import-person-busy-remedy = Déplacez l’une des deux sessions, ou confiez le rôle à quelqu’un d’autre.
import-code-changed = Une autre session porte son code, elle s’appelle donc { $code }.
import-code-changed-remedy = Rien à faire, sauf si c’est la même session.
import-shared-id = La session de la ligne { $line } a le même identifiant, { $id } ; elles se distinguent par leur ordre dans le fichier.
import-shared-id-remedy = Donnez à chacune son propre identifiant, pour que la prochaine version du fichier trouve la bonne.
import-role-unknown = Le rôle « { $role } » est inconnu ici ; la personne est inscrite comme intervenante.
import-role-unknown-remedy = Écrivez l’un de ces mots : speaker, moderator, online moderator, chair, rapporteur, organiser.
import-namesakes = { $count } personnes portent ce nom sous des identifiants différents ; chacune est inscrite.
import-namesakes-remedy = S’il s’agit d’une seule personne, donnez-lui un seul identifiant dans l’outil d’origine.
import-other-name = Le même identifiant désigne « { $name } » ; c’est ce nom qui est pris.
import-other-name-remedy = S’il s’agit de deux personnes, donnez à chacune son identifiant.
import-known-by-name = Reconnue par son seul nom comme une personne déjà inscrite.
import-known-by-name-remedy = S’il s’agit de quelqu’un d’autre, inscrivez cette personne à la main avant l’import, sous un nom qui la distingue.
import-name-ambiguous = { $count } personnes portent déjà ce nom ici, une autre est donc inscrite.
import-name-ambiguous-remedy = S’il s’agit de l’une d’elles, donnez-lui son rôle à la main.
import-length-assumed = { $count ->
    [one] { $count } session n’a pas de durée dans le fichier et reçoit { $minutes } minutes.
   *[other] { $count } sessions n’ont pas de durée dans le fichier et reçoivent { $minutes } minutes.
}
import-length-assumed-remedy = Choisissez une autre durée avec --minutes.
import-language-assumed = { $count ->
    [one] { $count } session n’a pas de langue dans le fichier et reçoit « { $tag } ».
   *[other] { $count } sessions n’ont pas de langue dans le fichier et reçoivent « { $tag } ».
}
import-language-assumed-remedy = Choisissez la langue avec --language ; « und » veut dire qu’elle n’est pas connue.
import-kind-assumed = { $count ->
    [one] { $count } session n’a pas de type dans le fichier et est inscrite comme « session ».
   *[other] { $count } sessions n’ont pas de type dans le fichier et sont inscrites comme « session ».
}
import-kind-assumed-remedy = Donnez-leur un type dans le fichier si vous voulez filtrer par type.
import-known-by-title = { $count ->
    [one] { $count } session n’a pas d’identifiant dans le fichier : la prochaine version la retrouvera par son titre.
   *[other] { $count } sessions n’ont pas d’identifiant dans le fichier : la prochaine version les retrouvera par leurs titres.
}
import-known-by-title-remedy = Avec une colonne d’identifiants, une session qui change de titre reste la même session.
import-room-renamed = La salle s’appelle « { $name } » ici, et garde ce nom.
import-room-renamed-remedy = Rien à faire, sauf si c’est une autre salle : donnez-lui alors un autre identifiant.
import-room-name-changed = Une autre salle a ce nom dans les adresses, elle s’appelle donc « { $name } ».
import-room-name-changed-remedy = S’il s’agit d’une seule salle, écrivez son nom partout de la même façon.
import-no-field = Le forum n’a pas de champ pour ceci : { $what } ({ $count }).
import-no-field-remedy = Rien à faire, sauf si c’est important : mettez-le alors dans le résumé.
import-left-links = liens
import-left-attachments = pièces jointes
import-left-pages = adresses des pages des sessions ailleurs
import-left-licences = licences des enregistrements
import-left-recording = refus d’enregistrement
import-left-meeting-description = la description de la réunion
import-left-room-descriptions = descriptions de salles
import-left-colours = couleurs de filières
import-zone-differs = Les heures sont lues dans le fuseau { $file } ; la réunion elle-même est dans { $meeting }.
import-zone-differs-remedy = Si c’est faux, donnez le bon avec --zone.
import-not-withdrawn = { $count ->
    [one] { $count } session manquante n’est pas retirée : certaines sessions du fichier n’ont pas pu être lues, et elle en fait peut-être partie.
   *[other] { $count } sessions manquantes ne sont pas retirées : certaines sessions du fichier n’ont pas pu être lues, et elles en font peut-être partie.
}
import-not-withdrawn-remedy = Corrigez d’abord le fichier, puis importez-le de nouveau.

import-no-meeting = Le fichier ne dit pas à quelle réunion il appartient.
import-no-meeting-remedy = Nommez la réunion avec --meeting, par exemple --meeting kyoto-2023.
import-no-title = Le fichier n’a pas de titre pour la nouvelle réunion.
import-no-title-remedy = Donnez-en un avec --title.
import-no-days = Le fichier ne dit pas quels jours la réunion a lieu.
import-no-days-remedy = Annoncez d’abord la réunion, puis importez dans celle-ci avec --meeting.
import-no-zone = Le fichier ne dit pas dans quel fuseau horaire la réunion a lieu.
import-no-zone-but-offset = Le fichier ne dit pas dans quel fuseau horaire la réunion a lieu, seulement que ses heures sont { $offset }.
import-no-zone-remedy = Donnez le fuseau avec --zone, par exemple --zone Asia/Tokyo.
import-unknown-zone = Il n’y a pas de fuseau horaire « { $zone } ».
import-unknown-zone-remedy = Donnez son nom sous la forme Région/Ville avec --zone, par exemple --zone Asia/Tokyo.
import-which-series = Le forum a plusieurs séries : { $series }.
import-which-series-remedy = Choisissez-en une avec --series, ou nommez-en une nouvelle.

import-new-forum = Le forum { $forum } n’existe pas encore ; il sera créé.
import-columns = Les colonnes du tableau, telles qu’elles sont comprises :
import-columns-unused = Ces colonnes sont laissées de côté : { $columns }
import-columns-correct = Si c’est juste, redonnez cette ligne ; sinon, corrigez-la d’abord :
import-columns-ask = Est-ce juste ? (o/n)
import-ask = Écrire ceci ? (o/n)
import-yes = o oui
import-not-yet = Rien n’est écrit. Avec --yes, ceci est écrit.
import-nothing-written = Rien n’est écrit.
import-done = { $count ->
    [one] C’est fait, en { $count } acte.
   *[other] C’est fait, en { $count } actes.
}
import-too-busy = D’autres écrivent sans cesse dans ce forum. Rien n’est écrit ; réessayez dans un moment.
import-draft = C’est un brouillon : le public le voit une fois publié, avec { $command }
