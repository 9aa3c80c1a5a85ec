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
propose-broken = Contra las reglas de la convocatoria
propose-whole = Está todo. Se puede presentar.
propose-not-ready = En cuanto esté todo, podrá presentarla aquí.
propose-submit = Presentar
propose-was-submitted = Está presentada. Va de camino una carta con todo lo que escribió.
propose-is-submitted = Presentada:
propose-is-withdrawn = Usted la ha retirado.
propose-reopen = Seguir escribiendo
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
