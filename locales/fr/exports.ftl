# Le programme sous forme de fichiers.

exports-title = Emporter le programme
exports-lead = Chacun de ces fichiers est le programme tel qu’il a été publié en dernier. Son adresse ne change pas : la prochaine version s’y trouvera aussi.
exports-link = Calendrier, fichier hors ligne, tableurs, données
exports-days = Le calendrier d’une journée
exports-sessions = La page de chaque session a son propre calendrier.
export-ics = Calendrier
export-ics-about = Pour le calendrier de votre téléphone ou ordinateur : abonnez-vous, et chaque changement arrive de lui-même.
export-html = Page hors ligne
export-html-about = Tout le programme dans un seul fichier qui se passe de réseau, avec un filtre, et bien lisible sur papier.
export-xlsx = Feuille de calcul (Excel, LibreOffice)
export-xlsx-about = Une ligne par session, avec de vraies dates et heures, pour qui planifie et compte.
export-csv = Tableau (CSV)
export-csv-about = Le même tableau en texte brut, pour les scripts et pour tous les tableurs.
export-atom = Fil des changements (Atom)
export-atom-about = Pour les lecteurs de fils : une entrée par version publiée, avec ce qui a changé.
export-xml = Schedule XML
export-xml-about = Pour les applications de conférence et les écrans d’information qui lisent schedule.xml.
export-json = Schedule JSON
export-json-about = Pour les applications de conférence et les scripts qui lisent schedule.json, avec rôles et biographies.
export-jsonld = JSON-LD
export-jsonld-about = Pour les moteurs de recherche et les archives, dans les termes de schema.org.
export-size = { $count ->
    [one] { $count } kilooctet
   *[other] { $count } kilooctets
}
export-subscribe = S’abonner dans votre calendrier
export-role = { $role } : { $name }
export-feed = Changements du programme : { $meeting }
export-offline-cut = Dans ce fichier, les longs textes sont abrégés ; ils sont entiers sur la page de chaque session.
export-offline-since = Ce fichier ne montre pas les changements ultérieurs. Ils se trouvent à l’adresse
export-offline-words = Mots d’une session
session-calendar = Ajouter à votre calendrier
