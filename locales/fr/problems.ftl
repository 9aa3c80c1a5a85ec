# Ce que dit le serveur quand quelque chose sépare une demande de sa réponse : ce qui s’est passé, et que faire.
problem-not-found = Il n’y a rien à cette adresse.
problem-not-found-remedy = Vérifiez l’adresse, ou repartez de la page d’accueil du forum.
problem-not-utf8 = Le texte n’est pas en UTF-8 : l’octet à la ligne { $line }, colonne { $column } est illisible.
problem-not-utf8-remedy = Enregistrez-le en UTF-8 et renvoyez-le.
problem-bad-json = La commande est illisible à la ligne { $line }, colonne { $column } : { $why }.
problem-bad-json-remedy = Corrigez à cet endroit et renvoyez avec une nouvelle clé.
problem-bad-parameter = « { $field } » dans l’adresse est inconnu ici, y figure deux fois ou n’est pas ce qui est attendu.
problem-bad-parameter-remedy = Corrigez l’adresse et demandez à nouveau ; la référence, à l’adresse /reference, indique ce qui est attendu.
problem-wrong-type = Le contenu est d’un autre type que celui qu’accepte cette adresse.
problem-wrong-type-remedy = Envoyez-le avec l’en-tête « Content-Type: application/json ».
problem-scope-missing = Votre jeton ne le permet pas : il lui manque « { $scope } ».
problem-scope-missing-remedy = Créez un jeton qui le permet, ou utilisez-en un autre.
problem-timeout = La requête a pris trop de temps et a été interrompue.
problem-timeout-remedy = Envoyez-la de nouveau, avec la même clé si elle modifie quelque chose ; une partie plus petite ira plus vite.
problem-no-such-method = Cette adresse n’accepte pas ce type de requête.
problem-no-such-method-remedy = L’en-tête « Allow » de cette réponse énumère les types acceptés.
problem-too-large = Votre envoi dépasse ce que cette adresse accepte ({ $kilobytes } Ko).
problem-too-large-remedy = Envoyez moins à la fois, ou utilisez la ligne de commande sur le serveur.
problem-bad-key = L’en-tête Idempotency-Key manque, ou ne compte pas de 1 à 64 caractères ASCII visibles.
problem-bad-key-remedy = Joignez un nouvel UUID à chaque nouvelle commande, et le même quand vous la répétez.
problem-key-taken = Cette clé (Idempotency-Key) a déjà servi à une autre commande.
problem-key-taken-remedy = Prenez une nouvelle clé pour une nouvelle commande.
problem-no-token = Cette adresse est réservée aux personnes connectées.
problem-no-token-remedy = Connectez-vous et recommencez. Un programme envoie un jeton sous la forme « Authorization: Bearer … » : l’un des vôtres, ou celui du fichier « token » du dossier de données du serveur.
problem-foreign = La page d’un autre site a demandé cette modification ; elle n’a donc pas été faite.
problem-foreign-remedy = Si vous la souhaitez, ouvrez la page du forum lui-même et faites-la là.
problem-busy = Trop de commandes attendent.
problem-busy-remedy =
    Rien n’est perdu : renvoyez { $seconds ->
        [one] dans une seconde
       *[other] dans { $seconds } secondes
    }, avec la même clé.
problem-crowded = Trop de personnes demandent en même temps.
problem-crowded-remedy =
    Votre demande n’est pas en cause : redemandez { $seconds ->
        [one] dans une seconde
       *[other] dans { $seconds } secondes
    }.
problem-full = Le disque du serveur est plein ; rien n’a été écrit.
problem-full-remedy = La lecture continue. Renvoyez, avec la même clé, quand il y aura de la place.
problem-unreachable = La base de données est injoignable pour le moment.
problem-unreachable-remedy =
    Renvoyez { $seconds ->
        [one] dans une seconde
       *[other] dans { $seconds } secondes
    }, avec la même clé : ce sera fait une seule fois.
problem-stopping = Le serveur redémarre.
problem-stopping-remedy =
    Renvoyez { $seconds ->
        [one] dans une seconde
       *[other] dans { $seconds } secondes
    }, avec la même clé : ce sera fait une seule fois.
problem-broken = Quelque chose a échoué de notre côté, et nous l’avons consigné.
problem-broken-remedy = Réessayez ; si cela persiste, dites à l’équipe du serveur quand c’est arrivé.
