# Calls as the public reads them, and proposals as their organisers write them.

# The public page of a call.
propose-calls = Convocatorias
propose-no-calls = No hay ninguna convocatoria en este momento.
propose-opens = Abre:
propose-open-until = Abierta hasta:
propose-closed-since = Cerrada desde:
propose-in-days =
    { $count ->
        [one] en un día
       *[other] en { $count } días
    }
propose-in-hours =
    { $count ->
        [one] en una hora
       *[other] en { $count } horas
    }
propose-in-minutes = en menos de una hora
propose-sign-in = Iniciar sesión para proponer
propose-sign-in-why = Usted da su dirección de correo y un enlace le da acceso. Después puede escribir, salir cuando quiera y volver desde cualquier dispositivo.
propose-which-kind = ¿Qué propone?
propose-begin = Empezar una propuesta
propose-begin-kind = Empezar una propuesta: { $kind }
propose-begin-issue = Presentar un tema
propose-timeline = Calendario
propose-opening = Se aceptan propuestas desde el
propose-closing = Se aceptan propuestas hasta el
propose-review-begins = Empieza la evaluación
propose-review-ends = Termina la evaluación
propose-told-by = Todo el mundo recibe respuesta antes del
propose-own-zone = Mostrar también mi hora
propose-kinds = Tipos de sesión
propose-lasts = Duración
propose-as-agreed = a convenir
propose-who-may = Quién puede presentarse
propose-most-each =
    { $count ->
        [one] una por persona
       *[other] { $count } como máximo por persona
    }
applicant-anyone = Cualquier persona
applicant-governments = Gobiernos, organizaciones basadas en tratados y otras organizaciones mundiales
applicant-international = Entidades cuyo trabajo es internacional
applicant-coalitions = Coaliciones dinámicas reconocidas
applicant-initiatives = Iniciativas nacionales y regionales
propose-rules = Las reglas y sus razones
propose-fields = Lo que pregunta el formulario
propose-optional = (opcional)
propose-at-most-words =
    { $count ->
        [one] una palabra como máximo
       *[other] { $count } palabras como máximo
    }
propose-criteria = Criterios
propose-how-decided = Cómo se decide
propose-counts = Hasta ahora
propose-so-many =
    { $count ->
        [0] Todavía no se ha presentado nada.
        [one] Se ha presentado una.
       *[other] Se han presentado { $count }.
    }
propose-by-day = Por día (UTC)
propose-submitted = Presentadas
propose-submitted-so-far = Lo presentado

# Whoever proposes.
propose-mine = Mis propuestas
propose-mine-none = Todavía no ha empezado ninguna propuesta.
propose-asked = Donde se le ha pedido participar
propose-to-calls = A las convocatorias
propose-untitled = { $kind } todavía sin título
propose-stage-draft = Borrador
propose-stage-submitted = Presentada
propose-stage-withdrawn = Retirada
propose-overview = Resumen
propose-steps = Pasos
propose-step-1 = De qué se trata
propose-step-2 = Formato y duración
propose-step-3 = Las personas
propose-step-4 = En el lugar y en línea
propose-step-5 = Más allá de la sesión
propose-complete = completo
propose-missing-here =
    { $count ->
        [one] falta una cosa
       *[other] faltan { $count } cosas
    }
propose-before-submitting = Antes de presentar
propose-missing = Todavía falta
propose-missing-elsewhere = Falta en otros pasos
propose-broken = Contra las reglas de la convocatoria
propose-whole = Está todo. Se puede presentar.
propose-not-ready = En cuanto esté todo, podrá presentarla aquí.
propose-submit = Presentar
propose-was-submitted = Está presentada. Va de camino una carta con todo lo que escribió.
propose-is-submitted = Presentada:
propose-is-withdrawn = Usted la ha retirado.
propose-reopen = Modificarla
propose-reopen-hint = Vuelve a ser un borrador. Preséntela de nuevo antes del cierre.
propose-withdraw = Retirarla
propose-withdraw-hint = Nadie la evalúa entonces. Lo que escribió sigue siendo suyo.
propose-withdraw-sure = Lo confirmo: retirarla
propose-withdraw-unsure = No se ha retirado nada. Marque la casilla si lo dice en serio.
propose-other-kind = Otro tipo de sesión
propose-other-kind-hint = Sus respuestas se conservan. Unas preguntas aparecen y otras desaparecen.
propose-choose = Elegir
propose-elsewhere = Seguir en otro dispositivo
propose-elsewhere-hint = Enviamos un enlace a su buzón. Le da acceso y abre esta propuesta.
propose-elsewhere-send = Enviarme el enlace
propose-link-sent = Un enlace va de camino a su buzón.
propose-answers = Lo que escribió
propose-yes = Sí
propose-no = No

# Saving.
propose-save = Guardar
propose-save-and-on = Guardar y seguir
propose-saving = Guardando…
propose-saved = Guardado a las { $time }
propose-all-saved = Todo está guardado.
propose-rest-saved = Está todo guardado menos esto:
propose-waiting = Todavía no enviado; guardado en este dispositivo.
propose-restored = Lo que escribió antes ha vuelto y se está enviando.
propose-signed-out = Su sesión ha terminado. Lo que escribió se guarda en este dispositivo; inicie sesión y se enviará.
propose-theirs = Otra persona ha guardado entretanto:
propose-theirs-of = { $name } guardó esto entretanto:
propose-theirs-beside = Lo que guardó está junto a cada campo. Guarde otra vez y valdrá lo suyo.
propose-yours-above = Su texto está arriba. Reúna allí ambos y guarde otra vez.
propose-keep-mine = Conservar lo mío
propose-take-theirs = Tomar lo suyo
propose-earlier = Lo que había aquí antes
propose-bring-back = Recuperar esto
propose-not-a-draft = Ya no es un borrador: lo que escriba aquí no se puede guardar.
propose-words-most = Palabras: { $have } (como máximo { $bound })
propose-words-least = Palabras: { $have } (al menos { $bound })
propose-characters-most = Caracteres: { $have } (como máximo { $bound })

# People in a proposal.
propose-people = Quién participa
propose-people-hint = Dé una dirección de correo y podremos preguntarles por carta. Quien acepte organizar también puede escribir aquí. Ningún nombre es público sin su acuerdo.
propose-began-it = la empezó
propose-somebody-new = Una persona nueva
propose-role = Como
propose-name = Nombre
propose-email = Dirección de correo
propose-email-help = Solo la ven quienes organizan y la secretaría.
propose-organisation = Organización
propose-group = Grupo de partes interesadas
propose-country = País
propose-region = Grupo regional
propose-region-of-country = El del país
propose-gender = Género
propose-attendance = Participa
propose-on-site = En el lugar
propose-online = En línea
propose-not-said = Todavía no dicho
propose-confirmed = Se le preguntó y piensa participar
propose-back-to-people = Volver a las personas
propose-invite = Preguntar por carta
propose-agreed = aceptó
propose-declined = declinó
propose-invited = Preguntado:
propose-said-confirmed = piensa participar, según usted
propose-not-confirmed = Todavía no preguntado

# What becomes of a proposal.
propose-decimal-mark = ,
propose-received = Se ha recibido.
propose-in-screening = La secretaría comprueba los criterios mínimos.
propose-screened-failed = No pasa a evaluación por estas razones:
propose-before-review = Pasará a evaluación el
propose-in-review = Se está evaluando, hasta el
propose-being-decided = La evaluación ha terminado; se está eligiendo el programa.
propose-verdict-accepted = Aceptada: será una sesión.
propose-verdict-waiting = En lista de espera: será una sesión si queda un lugar libre.
propose-verdict-declined = No incluida en esta reunión.
propose-verdict-merged = Unida a otra propuesta.
propose-repair = Hay algo que corregir. Puede modificarla y presentarla de nuevo hasta el
propose-why = Por qué
propose-scores =
    { $count ->
        [one] La puntuación de una persona evaluadora
       *[other] Las puntuaciones de { $count } personas evaluadoras
    }
propose-criterion = Criterio
propose-mean = Media, de 1 a 5
propose-all-criteria = Todos los criterios, ponderados
propose-scores-hint = Las puntuaciones son solo una de las cosas que se tuvieron en cuenta. No se dice quién las dio.
propose-comments = Lo que le escribieron
propose-appeal = Apelación
propose-appeal-hint = Una vez por propuesta, hasta el
propose-appeal-why = Qué se debería revisar y por qué
propose-appeal-send = Enviar la apelación
propose-appeal-waits = Todavía no hay respuesta.
propose-appeal-upheld = La apelación es fundada: se decide de nuevo.
propose-appeal-rejected = La decisión se mantiene.
propose-merge = ¿Podría unirse a otra propuesta?
propose-merge-hint = Se propone hacer una sola sesión con estas. Solo ocurre si todas dicen que sí.
propose-merge-yes = Sí, juntas
propose-merge-no = No, por separado
propose-merge-yes-said = Usted dijo que sí.
propose-merge-no-said = Usted dijo que no.
propose-merge-agreed = Todas dijeron que sí.

# Whoever was asked to take part.
invite-title = Se le pide participar
invite-lead = { $by } le pide participar como: { $role }.
invite-yes = Sí, participo
invite-no = No
invite-said-yes = Ha aceptado. Puede cambiar de opinión cuando quiera.
invite-said-no = Ha declinado. Nada sobre usted se muestra a otras personas.
invite-organiser = Quien organiza puede escribir en la propuesta.
invite-data = Lo que se guarda aquí sobre usted
invite-data-hint = Esto lo anotaron quienes organizan. Corrija lo que no sea cierto. Solo es público si usted acepta y la propuesta es aceptada.
invite-decline-here = No, no participo
invite-decline-hint = No hace falta cuenta. Para aceptar, inicie sesión abajo.
invite-declined-title = Gracias por decírnoslo
invite-declined-lead = Quienes organizan ven que no participa. Nada sobre usted se muestra a otras personas.

# Letters after what was done. Names between braces are filled in when a letter leaves.
letter-dear = Hola, { $name }:
letter-receipt-subject = Recibido: { $code }, { $title }
letter-receipt-text = hemos recibido «{ $title }» ({ $code }) para «{ $call }» el { $at }. Esto es todo lo presentado:
letter-receipt-after = En esta página ve en todo momento cómo está:
letter-asked-subject = ¿Participará? { $title }
letter-asked-text = { $by } pregunta si participa en «{ $title }», una propuesta para «{ $call }», como: { $role }. Abra esta página para responder; para decir que no, no hace falta cuenta:
letter-asked-after = El enlace funciona { $days } días. Después, inicie sesión con esta dirección y encontrará la pregunta entre sus propuestas.
letter-asked-data = Nada sobre usted es público antes de que acepte. Si esto no le concierne, diga que no o no haga nada.
letter-about-subject = Sobre su propuesta: { $title }
letter-screened-passed = «{ $title }» cumple los criterios mínimos y pasa a evaluación.
letter-screened-failed = «{ $title }» no cumple los criterios mínimos y no pasa a evaluación, por estas razones:
letter-screened-repair = Hay algo que corregir en «{ $title }». Vuelve a ser un borrador; preséntela de nuevo antes del { $until }.
letter-merge-text = se propone hacer una sola sesión de «{ $title }» y:
letter-merge-after = Solo ocurre si todas dicen que sí. Responda aquí:
letter-appeal-upheld = su apelación sobre «{ $title }» es fundada y se decide de nuevo:
letter-appeal-rejected = tras su apelación, la decisión sobre «{ $title }» se mantiene:
letter-team-subject = Está en un equipo: { $title }
letter-team-text = lo que presentó forma parte de «{ $title }». Quienes contribuyeron son ahora un equipo y harán de ello una sesión. Su página:
letter-decided-subject = { $title }: la decisión
letter-decided-accepted = su propuesta «{ $title }» ha sido aceptada: será una sesión. Enhorabuena y gracias.
letter-decided-waiting = su propuesta «{ $title }» está en lista de espera: será una sesión si queda un lugar libre.
letter-decided-declined = su propuesta «{ $title }» no se ha incluido en esta reunión. Gracias por el trabajo que le dedicó.
letter-decided-merged = su propuesta «{ $title }» será una sesión junto con otra, como se acordó.
letter-decided-more = Razones, puntuaciones y comentarios, y cómo apelar: { $link }
letter-scores =
    { $count ->
        [one] Puntuación media: { $mean } (una persona)
       *[other] Puntuación media: { $mean } ({ $count } personas)
    }
