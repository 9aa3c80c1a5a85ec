# La machine planifie : calculs, variantes, comparaison. $session, $one et $other sont des codes.

refusal-no-such-variant = Ce programme n’a pas de variante { $variant }.
refusal-no-such-variant-remedy = Elle a peut-être été supprimée ; regardez la liste des variantes.
refusal-too-many-variants = { $max } variantes sont gardées, autant qu’il est possible.
refusal-too-many-variants-remedy = Supprimez-en d’abord une.

run-title = Laisser la machine planifier
run-lead = La machine cherche des places pour les sessions : personne à deux endroits, des salles qui conviennent, des thèmes qui ne se font pas concurrence. Ce qu’elle trouve ne change rien tant que vous ne l’adoptez pas, et une seule annulation reprend le tout.
run-start-title = Que faut-il planifier
run-again = Planifier de nouveau
run-again-hint = Un nouveau calcul remplace le résultat ci-dessus ; gardez-le d’abord comme variante si vous pourriez le vouloir encore.
run-keep = Ce qui reste
run-keep-placed = Tout ce qui a une place ; ne planifier que le reste
run-keep-draft = Le plus possible du brouillon
run-keep-published = Le plus possible de la version publiée
run-keep-nothing = Rien, sauf ce qui est verrouillé
run-seconds-most = Secondes ({ $max } au plus)
run-threads = Processeurs ({ $max } au plus)
run-seed = Départ du hasard (un nombre)
run-seed-hint = Le même nombre essaie les mêmes choses dans le même ordre ; un autre trouve un autre programme. Jusqu’où il va dans le temps donné dépend de la machine.
run-what-if = Et si des salles ou des sessions manquaient ?
run-without-rooms = Sans ces salles
run-without-sessions = Sans ces sessions, un code par ligne
run-start = Lancer
run-stop = Arrêter avec ce qu’il y a
run-on = La machine planifie
run-on-hint = Vous pouvez quitter cette page ; le calcul continue, et son résultat attend ici tant que le serveur n’est pas redémarré.
run-seconds-of = { $seconds } s sur { $all }
run-best = Le meilleur jusqu’ici
run-demands = Exigences non satisfaites, pondérées
run-wishes = Souhaits non satisfaits, en points
run-seconds = Secondes
run-bound = Aucun programme ne peut faire mieux que { $demands } (exigences) et { $wishes } (souhaits).
run-curve = Les souhaits non satisfaits sont passés de { $from } à { $to } points.
run-curve-table = La même chose en tableau
run-found = Résultat du calcul
run-ended = Durée : { $seconds } s ; changements essayés : { $steps } ; graine : { $seed }.
run-without = Planifié comme si manquaient : { $what }
run-changed-since = Le brouillon a changé depuis le début du calcul. Ce qui est montré ici est ce que l’adoption ferait maintenant.
run-conflict = Ces exigences ne peuvent pas toutes être satisfaites. Renoncer à l’une d’elles peut suffire :
run-conflict-remedy = Renoncez à l’une d’elles, ou prenez ce qui a été trouvé : cela en enfreint le moins possible.
run-failed = Le calcul a échoué.
run-failed-remedy = Rien n’a été changé. Lancez-en un autre ; avec un autre nombre, il ira peut-être mieux.
run-nothing-moves = Rien ne bougerait.
run-adopt = Adopter
run-adopted = Adopté comme un seul changement ; le premier bouton reprend le tout.
run-compare = Comparer au brouillon
run-discard = Jeter le résultat

side-draft = Brouillon
side-variant = Variante « { $name } »
variants-title = Variantes
variants-lead = Des places gardées à côté du brouillon. Elles ne changent rien tant qu’aucune n’est adoptée.
variants-none = Aucune n’est encore gardée.
variants-count = { $count ->
    [0] Aucune variante
    [one] Une variante
   *[other] { $count } variantes
}
variant-name = Nom
variant-note = Ce qu’il faut en dire
variant-keep = Garder
variant-keep-draft = Garder le brouillon tel qu’il est
variant-keep-found = Garder comme variante
variant-placed = { $count ->
    [one] Une session placée
   *[other] { $count } sessions placées
}
variant-compare = Comparer au brouillon
variant-adopt = Adopter
variant-drop = Supprimer
variant-drop-hint = Elle disparaît alors, et son nom et sa note sont effacés.

compare-title = Comparer deux programmes
compare-with-latest = Brouillon et version publiée côte à côte
compare-one = De
compare-other = À
compare-show = Comparer
compare-count = { $count ->
    [0] Aucune session ne bouge
    [one] Une session bouge
   *[other] { $count } sessions bougent
}
compare-from-to = { $from } → { $to }
compare-no-place = sans place
compare-more = { $count ->
    [one] … et une autre.
   *[other] … et { $count } autres.
}
compare-moved = ailleurs
costs-caption = Ce qui n’est pas satisfait, en points (et combien de fois)
costs-must = inadmissible

demand-placed = { $what } a lieu.
demand-fixed = { $what } reste où elle est.
demand-features = La salle de { $what } a ce qu’il lui faut.
demand-plenary = Rien n’a lieu en même temps que { $what }.
demand-available = { $what } n’est demandé(e) que lorsque c’est possible.
demand-one-place = { $what } n’est qu’à un endroit à la fois.
demand-resource = On n’utilise pas plus qu’il n’y a : { $what }.
demand-blocked = { $what } n’est pas utilisée quand elle est bloquée.
demand-precedence = { $one } vient avant { $other }.

field-seconds = Secondes
field-threads = Processeurs
desk-no-code = Aucune session n’a le code { $code }.
desk-no-code-remedy = Écrivez les codes comme dans le programme, un par ligne.
problem-nothing-to-plan = Il n’y a encore rien à planifier : pas de sessions, de salles ou d’horaires.
problem-nothing-to-plan-remedy = Ajoutez d’abord des salles, les horaires des journées et des sessions.
problem-cannot-plan = Ce programme dépasse ce que la machine peut planifier.
problem-cannot-plan-remedy = Faites commencer et durer les sessions par pas communs, de cinq minutes par exemple : des minutes isolées découpent les journées en trop de morceaux. Sinon, la personne qui tient le serveur trouve la raison dans son journal.
problem-run-under-way = La machine planifie déjà cette réunion.
problem-run-under-way-remedy = Attendez la fin, ou arrêtez-la.
problem-runs-full = La machine planifie autant de réunions qu’elle le peut à la fois.
problem-runs-full-remedy = Relancez dans une minute.
