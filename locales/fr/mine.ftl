mine-title = Mon programme
mine-shared-title = Un programme partagé avec vous
mine-add = Ajouter { $code }
mine-remove = Retirer { $code }
mine-add-this = Ajouter à mon programme
mine-remove-this = Retirer de mon programme
mine-empty = Vous n’avez encore choisi aucune session. Appuyez sur + à côté d’une session, et elle figurera ici.
mine-to-programme = Vers le programme
mine-kept = Conservé dans ce navigateur seulement. Aucun compte n’est nécessaire, et personne d’autre ne le sait.
mine-full = Voici { $count } sessions, autant qu’il en tient. Pour en ajouter une, retirez-en d’abord une autre.
mine-bad-link = Ce lien est illisible : il en manque peut-être une partie. Redemandez-le, ou copiez-le en entier.
mine-clashes = { $count ->
    [one] Deux de ces sessions se chevauchent. C’est indiqué à côté d’elles.
    [many] { $count } paires de ces sessions se chevauchent. C’est indiqué à côté d’elles.
   *[other] { $count } paires de ces sessions se chevauchent. C’est indiqué à côté d’elles.
}
mine-changed = { $count ->
    [one] Une session a changé depuis qu’elle a été choisie.
    [many] { $count } sessions ont changé depuis qu’elles ont été choisies.
   *[other] { $count } sessions ont changé depuis qu’elles ont été choisies.
}
mine-seen = J’en ai pris note
mine-free = Libre de { $from } à { $to } : { $length }
mine-overlap = Chevauche pendant { $length }
mine-moved = Déplacée. Quand elle a été choisie : { $place }
mine-length = Sa durée a changé. Quand elle a été choisie : { $length }
mine-gone-title = Ne figurent plus au programme
mine-gone-was = C’était : { $place }
mine-share-title = Partager et emporter
mine-share-why = Qui a ce lien voit ces sessions, et rien de vous. Ce que vous changez plus tard n’y figure pas.
mine-share-link = Lien vers ces sessions
mine-clear = Tout retirer de ce navigateur
mine-take = Ajouter à mon programme
mine-take-why = Votre propre choix reste tel quel ; ce qui y manque est ajouté.
length-minutes = { $minutes } min
length-hours = { $hours } h
length-hours-and-minutes = { $hours } h { $minutes } min
refusal-too-many-choices = Vous avez choisi { $max } sessions, autant qu’il est possible d’en garder pour une personne.
refusal-too-many-choices-remedy = Retirez-en d’abord une de votre programme.
mine-kept-account = Conservé dans votre compte, identique sur tous vos appareils. Vous seul voyez de quelles sessions il s’agit ; les organisateurs voient combien de personnes ont choisi une session.
mine-before = { $count ->
    [one] Vous avez choisi une session sur cet appareil avant de vous connecter.
    [many] Vous avez choisi { $count } sessions sur cet appareil avant de vous connecter.
   *[other] Vous avez choisi { $count } sessions sur cet appareil avant de vous connecter.
}
mine-join = Les ajouter à mon programme
mine-leave = Les oublier
mine-clear-account = Tout retirer de mon programme
mine-calendar = Calendrier de ces sessions
mine-calendar-name = Mes sessions · { $meeting }
