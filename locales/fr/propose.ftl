# Calls as the public reads them, and proposals as their organisers write them.

# The public page of a call.
propose-calls = Appels
propose-no-calls = Il n’y a pas d’appel en ce moment.
propose-opens = Ouverture :
propose-open-until = Ouvert jusqu’au
propose-closed-since = Clos depuis le
propose-in-days =
    { $count ->
        [one] dans un jour
       *[other] dans { $count } jours
    }
propose-in-hours =
    { $count ->
        [one] dans une heure
       *[other] dans { $count } heures
    }
propose-in-minutes = dans moins d’une heure
propose-sign-in = Se connecter pour proposer
propose-sign-in-why = Vous donnez votre adresse, et un lien vous connecte. Vous pouvez ensuite écrire, partir à tout moment et revenir sur n’importe quel appareil.
propose-which-kind = Que proposez-vous ?
propose-begin = Commencer une proposition
propose-begin-kind = Commencer une proposition : { $kind }
propose-begin-issue = Soumettre un sujet
propose-timeline = Calendrier
propose-opening = Propositions acceptées à partir du
propose-closing = Propositions acceptées jusqu’au
propose-review-begins = Début de l’évaluation
propose-review-ends = Fin de l’évaluation
propose-told-by = Réponse à toutes et à tous d’ici le
propose-own-zone = Afficher aussi mon heure
propose-kinds = Types de séance
propose-lasts = Durée
propose-as-agreed = à convenir
propose-who-may = Qui peut proposer
propose-most-each =
    { $count ->
        [one] une par personne
       *[other] { $count } au plus par personne
    }
applicant-anyone = Tout le monde
applicant-governments = Gouvernements, organisations internationales et autres organisations mondiales
applicant-international = Entités dont l’activité est internationale
applicant-coalitions = Coalitions dynamiques reconnues
applicant-initiatives = Initiatives nationales et régionales
propose-rules = Les règles, et leurs raisons
propose-fields = Ce que demande le formulaire
propose-optional = (facultatif)
propose-at-most-words =
    { $count ->
        [one] un mot au plus
       *[other] { $count } mots au plus
    }
propose-criteria = Critères
propose-how-decided = Comment la décision est prise
propose-counts = Jusqu’ici
propose-so-many =
    { $count ->
        [0] Rien n’a encore été soumis.
        [one] Une proposition soumise.
       *[other] { $count } propositions soumises.
    }
propose-by-day = Par jour (UTC)
propose-submitted = Soumises
propose-submitted-so-far = Ce qui a été soumis

# Whoever proposes.
propose-mine = Mes propositions
propose-mine-none = Vous n’avez encore commencé aucune proposition.
propose-asked = Où l’on vous a invité à participer
propose-to-calls = Vers les appels
propose-untitled = { $kind } encore sans titre
propose-stage-draft = Brouillon
propose-stage-submitted = Soumise
propose-stage-withdrawn = Retirée
propose-overview = Vue d’ensemble
propose-steps = Étapes
propose-step-1 = De quoi il s’agit
propose-step-2 = Format et durée
propose-step-3 = Les personnes
propose-step-4 = Sur place et en ligne
propose-step-5 = Au-delà de la séance
propose-complete = complet
propose-missing-here =
    { $count ->
        [one] il manque une chose
       *[other] il manque { $count } choses
    }
propose-before-submitting = Avant de soumettre
propose-missing = Il manque encore
propose-missing-elsewhere = Il manque à d’autres étapes
propose-broken = Contraire aux règles de l’appel
propose-whole = Tout y est. La proposition peut être soumise.
propose-not-ready = Dès que tout y est, vous pourrez soumettre ici.
propose-submit = Soumettre
propose-was-submitted = C’est soumis. Une lettre avec tout ce que vous avez écrit est en route.
propose-is-submitted = Soumise le
propose-is-withdrawn = Vous l’avez retirée.
propose-reopen = La modifier
propose-reopen-hint = Elle redevient un brouillon. Soumettez-la de nouveau avant la clôture.
propose-withdraw = La retirer
propose-withdraw-hint = Personne ne l’évalue alors. Ce que vous avez écrit reste à vous.
propose-withdraw-sure = Je confirme : la retirer
propose-withdraw-unsure = Rien n’a été retiré. Cochez la case si vous le voulez vraiment.
propose-other-kind = Un autre type de séance
propose-other-kind-hint = Vos réponses restent. Certaines questions s’ajoutent, d’autres disparaissent.
propose-choose = Choisir
propose-elsewhere = Continuer sur un autre appareil
propose-elsewhere-hint = Nous envoyons un lien à votre adresse. Il vous connecte et ouvre cette proposition.
propose-elsewhere-send = M’envoyer le lien
propose-link-sent = Un lien est en route vers votre adresse.
propose-answers = Ce que vous avez écrit
propose-yes = Oui
propose-no = Non

# Saving.
propose-save = Enregistrer
propose-save-and-on = Enregistrer et continuer
propose-saving = Enregistrement…
propose-saved = Enregistré à { $time }
propose-all-saved = Tout est enregistré.
propose-rest-saved = Tout est enregistré, sauf ceci :
propose-waiting = Pas encore envoyé ; conservé sur cet appareil.
propose-restored = Ce que vous aviez écrit est de retour et en cours d’envoi.
propose-signed-out = Vous êtes déconnecté. Ce que vous avez écrit est conservé sur cet appareil ; connectez-vous et il sera envoyé.
propose-theirs = Quelqu’un d’autre a enregistré entre-temps :
propose-theirs-of = { $name } a enregistré ceci entre-temps :
propose-theirs-beside = Leur texte est à côté de chaque champ. Enregistrez de nouveau, et le vôtre vaut.
propose-yours-above = Votre texte est au-dessus. Réunissez-y les deux et enregistrez de nouveau.
propose-keep-mine = Garder le mien
propose-take-theirs = Prendre le leur
propose-earlier = Ce qui figurait ici avant
propose-bring-back = Rétablir ceci
propose-not-a-draft = Ce n’est plus un brouillon : ce que vous écrivez ici ne peut pas être enregistré.
propose-words-most = Mots : { $have } (au plus { $bound })
propose-words-least = Mots : { $have } (au moins { $bound })
propose-characters-most = Caractères : { $have } (au plus { $bound })

# People in a proposal.
propose-people = Qui participe
propose-people-hint = Donnez une adresse, et nous pourrons leur écrire. Qui accepte d’organiser peut aussi écrire ici. Aucun nom n’est public sans accord.
propose-began-it = l’a commencée
propose-somebody-new = Une nouvelle personne
propose-role = En tant que
propose-name = Nom
propose-email = Adresse électronique
propose-email-help = Vue seulement par les organisateurs et le secrétariat.
propose-organisation = Organisation
propose-group = Groupe de parties prenantes
propose-country = Pays
propose-region = Groupe régional
propose-region-of-country = Celui du pays
propose-gender = Genre
propose-attendance = Participe
propose-on-site = Sur place
propose-online = En ligne
propose-not-said = Pas encore dit
propose-confirmed = La personne a été contactée et compte participer
propose-back-to-people = Retour aux personnes
propose-invite = Demander par lettre
propose-agreed = a accepté
propose-declined = a décliné
propose-invited = Demandé le
propose-said-confirmed = compte participer, selon vous
propose-not-confirmed = Pas encore contacté

# What becomes of a proposal.
propose-decimal-mark = ,
propose-received = Elle a été reçue.
propose-in-screening = Le secrétariat vérifie les critères minimaux.
propose-screened-failed = Elle n’est pas transmise aux évaluateurs, pour ces raisons :
propose-before-review = Elle sera transmise aux évaluateurs le
propose-in-review = Elle est en cours d’évaluation, jusqu’au
propose-being-decided = L’évaluation est terminée ; le programme est en cours de sélection.
propose-verdict-accepted = Acceptée : elle devient une séance.
propose-verdict-waiting = Sur liste d’attente : elle devient une séance si une place se libère.
propose-verdict-declined = Non retenue pour cette réunion.
propose-verdict-merged = Réunie avec une autre proposition.
propose-repair = Il y a quelque chose à corriger. Vous pouvez la modifier et la soumettre de nouveau jusqu’au
propose-why = Pourquoi
propose-scores =
    { $count ->
        [one] La note d’un évaluateur
       *[other] Les notes de { $count } évaluateurs
    }
propose-criterion = Critère
propose-mean = Moyenne, de 1 à 5
propose-all-criteria = Tous les critères, pondérés
propose-scores-hint = Les notes ne sont qu’un des éléments pris en compte. Leurs auteurs ne sont pas révélés.
propose-comments = Ce que les évaluateurs vous ont écrit
propose-appeal = Recours
propose-appeal-hint = Une fois par proposition, jusqu’au
propose-appeal-why = Ce qui devrait être réexaminé, et pourquoi
propose-appeal-send = Envoyer le recours
propose-appeal-waits = Il n’y a pas encore de réponse.
propose-appeal-upheld = Le recours est fondé : la décision est reprise.
propose-appeal-rejected = La décision est maintenue.
propose-merge = Pourrait-elle être réunie à une autre ?
propose-merge-hint = Il est proposé d’en faire une seule séance avec celles-ci. Cela ne se fait que si toutes et tous acceptent.
propose-merge-yes = Oui, ensemble
propose-merge-no = Non, séparément
propose-merge-yes-said = Vous avez dit oui.
propose-merge-no-said = Vous avez dit non.
propose-merge-agreed = Toutes et tous ont dit oui.

# Whoever was asked to take part.
invite-title = On vous invite à participer
invite-lead = { $by } vous invite à participer en tant que : { $role }.
invite-yes = Oui, je participe
invite-no = Non
invite-said-yes = Vous avez accepté. Vous pouvez changer d’avis à tout moment.
invite-said-no = Vous avez décliné. Rien de vous n’est montré à d’autres.
invite-organiser = Qui organise peut écrire dans la proposition.
invite-data = Ce qui est conservé de vous ici
invite-data-hint = Les organisateurs l’ont noté. Corrigez ce qui est inexact. Cela n’est public que si vous acceptez et si la proposition est retenue.
invite-decline-here = Non, je ne participe pas
invite-decline-hint = Aucun compte n’est nécessaire. Pour accepter, connectez-vous ci-dessous.
invite-declined-title = Merci de nous l’avoir dit
invite-declined-lead = Les organisateurs voient que vous ne participez pas. Rien de vous n’est montré à d’autres.

# Letters after what was done. Names between braces are filled in when a letter leaves.
letter-dear = Bonjour { $name },
letter-receipt-subject = Reçu : { $code }, { $title }
letter-receipt-text = nous avons reçu « { $title } » ({ $code }) pour « { $call } » le { $at }. Voici tout ce qui a été soumis :
letter-receipt-after = Cette page montre à tout moment où elle en est :
letter-asked-subject = Participerez-vous ? { $title }
letter-asked-text = { $by } vous demande si vous participez à « { $title } », une proposition pour « { $call } », en tant que : { $role }. Ouvrez cette page pour répondre ; pour décliner, aucun compte n’est nécessaire :
letter-asked-after = Le lien fonctionne { $days } jours. Ensuite, connectez-vous avec cette adresse : la question se trouve parmi vos propositions.
letter-asked-data = Rien de vous n’est public avant votre accord. Si cela ne vous concerne pas, déclinez ou ne faites rien.
letter-about-subject = À propos de votre proposition : { $title }
letter-screened-passed = « { $title } » remplit les critères minimaux et est transmise aux évaluateurs.
letter-screened-failed = « { $title } » ne remplit pas les critères minimaux et n’est pas transmise aux évaluateurs, pour ces raisons :
letter-screened-repair = Il y a quelque chose à corriger dans « { $title } ». Elle est de nouveau un brouillon ; soumettez-la avant le { $until }.
letter-merge-text = il est proposé de faire une seule séance de « { $title } » et de :
letter-merge-after = Cela ne se fait que si toutes et tous acceptent. Répondez ici :
letter-appeal-upheld = votre recours au sujet de « { $title } » est fondé, et la décision est reprise :
letter-appeal-rejected = après votre recours, la décision sur « { $title } » est maintenue :
letter-team-subject = Vous êtes dans une équipe : { $title }
letter-team-text = ce que vous avez soumis fait partie de « { $title } ». Celles et ceux qui y ont contribué forment une équipe et en font une séance. Votre page :
letter-decided-subject = { $title } : la décision
letter-decided-accepted = votre proposition « { $title } » est acceptée : elle devient une séance. Félicitations, et merci.
letter-decided-waiting = votre proposition « { $title } » est sur liste d’attente : elle devient une séance si une place se libère.
letter-decided-declined = votre proposition « { $title } » n’a pas été retenue pour cette réunion. Merci du travail que vous y avez consacré.
letter-decided-merged = votre proposition « { $title } » devient une séance avec une autre, d’un commun accord.
letter-decided-more = Raisons, notes et commentaires, et comment faire un recours : { $link }
letter-scores =
    { $count ->
        [one] Note moyenne : { $mean } (un évaluateur)
       *[other] Note moyenne : { $mean } ({ $count } évaluateurs)
    }
