# Se connecter, et ce qui est à soi.

problem-too-often = Trop de demandes d’ici en peu de temps.
problem-too-often-remedy =
    Attendez { $seconds } { $seconds ->
    [one] seconde
   *[other] secondes
 } et recommencez.

nav-sign-in = Se connecter
nav-me = Mon compte

sign-in-title = Se connecter
sign-in-lead = Indiquez votre adresse électronique. Nous vous envoyons un lien qui vous connecte ; il n’y a pas de mot de passe.
sign-in-address = Adresse électronique
sign-in-send = Envoyez-moi un lien
sign-in-by-hand = Ce serveur n’envoie pas lui-même de courrier. Après votre demande, le secrétariat vous remet votre lien.
sign-in-not-an-address = Ceci n’est pas une adresse électronique. Écrivez-la comme nom@example.org.
sign-in-sent-title = Regardez dans votre boîte aux lettres
sign-in-sent-lead = Un lien est en route. Il vous connecte une fois, dans les { $minutes } minutes.
sign-in-sent-else = Rien après quelques minutes ? Regardez parmi les indésirables, ou vérifiez l’adresse.
sign-in-again = Demander un autre lien
sign-in-ready = Appuyez sur le bouton pour vous connecter sur cet appareil.
sign-in-newcomer = Personne n’est encore connu ici sous cette adresse. Dites-nous votre nom, et vous y êtes.
sign-in-name = Votre nom
sign-in-go = Se connecter
sign-in-gone-title = Ce lien n’ouvre plus rien
sign-in-gone-lead = Il a déjà servi, ou il est trop ancien. Demandez-en un autre ; cela prend une minute.
sign-out = Se déconnecter

letter-link-subject = Votre lien vers { $forum }
letter-link-before = Ouvrez cette page pour vous connecter à { $forum } :
letter-link-after = Le lien sert une fois, dans les { $minutes } minutes.
letter-ignore = Si vous ne l’avez pas demandé, quelqu’un a saisi votre adresse par erreur. Vous n’avez rien à faire.
letter-invitation-subject = Votre invitation à { $forum }
letter-invitation-before = Vous êtes invité à participer à { $forum }. Ouvrez cette page pour vous connecter :
letter-invitation-after = Le lien sert une fois, dans les { $hours } heures. Ensuite, demandez-en un nouveau sur la page de connexion.

me-title = Mon compte
me-access = Ce que vous êtes ici
me-seen = Ce que les autres voient de vous
me-biography = Quelques phrases sur vous
me-save = Enregistrer
me-data = Télécharger tout ce qui est gardé sur vous
me-erase = Être oublié
me-erase-why = Votre nom, votre adresse et tout ce que vous avez écrit sur vous sont effacés pour toujours, aussi du registre. Seul un numéro reste à votre place. Cela ne peut pas être annulé.
me-erase-sure = C’est bien ce que je veux : oubliez-moi
me-erase-unsure = Rien n’a été effacé. Cochez la case si c’est ce que vous voulez.
me-erase-go = Effacer
me-devices = Où vous êtes connecté
me-devices-lead = Vous ne reconnaissez pas un de ces appareils ? Déconnectez-le ici.
me-devices-end-others = Déconnecter tous les autres
me-device-this = cet appareil
me-device-unknown = Appareil inconnu
me-since = Depuis
me-until = Jusqu’à
me-end = Mettre fin
me-tokens = Jetons pour programmes
me-tokens-lead = Un jeton permet à un de vos programmes d’agir en votre nom, dans la limite de vos droits.
me-token-new = Un nouveau jeton
me-token-name = Comment l’appeler
me-token-scopes = Ce qu’il peut faire
me-token-days = Combien de temps il vaut
me-token-day =
    { $days ->
        [one] un jour
       *[other] { $days } jours
    }
me-token-make = Créer le jeton
me-token-made = Le jeton est créé
me-token-made-once = Copiez-le maintenant : il n’est montré que cette fois.
me-token-incomplete = Un jeton a besoin d’un nom et d’au moins une chose qu’il peut faire.
me-token-too-many = Vous avez autant de jetons que permis. Mettez d’abord fin à l’un d’eux.
scope-read = Lire ce que vous pouvez lire
scope-programme = Modifier le programme
scope-people = Modifier les personnes et les inscriptions
scope-settings = Modifier les séries et les réunions

access-public = Public
access-participant = Participant
access-organiser = Organisateur d’une session
access-speaker = Intervenant
access-moderator = Modérateur
access-rapporteur = Rapporteur
access-reviewer = Évaluateur
access-chair = Présidence
access-secretariat = Secrétariat
access-admin = Administrateur

outbox-title = Boîte d’envoi
outbox-lead = Ce serveur n’envoie pas lui-même de courrier. Transmettez ces lettres ; les liens qu’elles contiennent connectent leurs lecteurs.
outbox-hidden =
    { $count ->
        [one] Une lettre adressée à une personne qui exerce une fonction n’est pas montrée : son lien connecterait qui la lit.
       *[other] { $count } lettres adressées à des personnes qui exercent une fonction ne sont pas montrées : leurs liens connecteraient qui les lit.
    } La personne qui gère le serveur les trouve dans le dossier « outbox ».
outbox-none = Il n’y a pas de lettres ici.
outbox-smtp = Le courrier part tout seul ; rien n’attend ici.
outbox-read = Lire

me-mailbox = Une autre adresse de courrier
me-mailbox-why = Nous envoyons un lien à la nouvelle adresse. Une fois ouvert, les liens de connexion y vont, et l’ancienne adresse en est informée.
me-mailbox-new = Nouvelle adresse de courrier
me-mailbox-send = Envoyer le lien
me-mailbox-sent = Un lien est en route vers la nouvelle adresse. Ouvrez-le dans les { $minutes } minutes ; d’ici là, rien ne change.
me-mailbox-confirm = Appuyez sur le bouton, et désormais votre adresse de courrier est celle-ci :
me-mailbox-go = Utiliser cette adresse
me-mailbox-done = Votre adresse de courrier a changé.
letter-mailbox-subject = Votre nouvelle adresse pour { $forum }
letter-mailbox-before = Ouvrez cette page pour utiliser cette adresse avec votre compte de { $forum } :
letter-moving-subject = Une autre adresse a été demandée pour { $forum }
letter-moving-text = Quelqu’un qui est connecté à votre compte de { $forum } a demandé que son courrier aille à une autre adresse. Rien ne change tant que le lien envoyé là-bas n’est pas ouvert. Si ce n’était pas vous, mettez fin à cette connexion sur la page « Où vous êtes connecté » de votre compte : le lien prend fin avec elle.
letter-moved-subject = Votre adresse pour { $forum } a changé
letter-moved-text = Votre compte de { $forum } a maintenant une autre adresse de courrier ; les liens de connexion y vont. Si ce n’était pas vous, prévenez tout de suite les responsables du forum.
