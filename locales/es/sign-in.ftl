# Iniciar sesión, y lo que es de cada cual.

problem-too-often = Demasiadas peticiones desde aquí en poco tiempo.
problem-too-often-remedy =
    Espere { $seconds } { $seconds ->
    [one] segundo
   *[other] segundos
 } y vuelva a intentarlo.

nav-sign-in = Iniciar sesión
nav-me = Mi cuenta

sign-in-title = Iniciar sesión
sign-in-lead = Indique su correo electrónico. Le enviamos un enlace con el que entra; no hay contraseña.
sign-in-address = Correo electrónico
sign-in-send = Envíenme un enlace
sign-in-by-hand = Este servidor no envía correo. Una vez que lo haya pedido, la secretaría le entrega su enlace.
sign-in-not-an-address = Esto no es una dirección de correo. Escríbala como nombre@example.org.
sign-in-sent-title = Mire en su buzón
sign-in-sent-lead = Un enlace va de camino. Sirve para entrar una vez, durante { $minutes } minutos.
sign-in-sent-else = ¿Nada al cabo de unos minutos? Mire en el correo no deseado o compruebe la dirección.
sign-in-again = Pedir otro enlace
sign-in-ready = Pulse el botón para iniciar sesión en este dispositivo.
sign-in-newcomer = Aquí nadie se conoce todavía con esta dirección. Díganos su nombre y ya está dentro.
sign-in-name = Su nombre
sign-in-go = Iniciar sesión
sign-in-gone-title = Este enlace ya no abre nada
sign-in-gone-lead = Ya se usó o es demasiado antiguo. Pida otro; es cosa de un minuto.
sign-out = Cerrar sesión

letter-link-subject = Su enlace a { $forum }
letter-link-before = Abra esta página para iniciar sesión en { $forum }:
letter-link-after = El enlace sirve una vez, durante { $minutes } minutos.
letter-ignore = Si no lo ha pedido, alguien escribió su dirección por error. No tiene que hacer nada.
letter-invitation-subject = Su invitación a { $forum }
letter-invitation-before = Le invitamos a participar en { $forum }. Abra esta página para iniciar sesión:
letter-invitation-after = El enlace sirve una vez, durante { $hours } horas. Después, pida otro en la página de inicio de sesión.

me-title = Mi cuenta
me-access = Qué es usted aquí
me-seen = Lo que los demás ven de usted
me-biography = Unas frases sobre usted
me-save = Guardar
me-data = Descargar todo lo que se guarda sobre usted
me-erase = Ser olvidado
me-erase-why = Su nombre, su dirección y todo lo que escribió sobre usted se borran para siempre, también del registro. En su lugar solo queda un número. No se puede deshacer.
me-erase-sure = Lo digo en serio: olvídenme
me-erase-unsure = No se borró nada. Marque la casilla si lo dice en serio.
me-erase-go = Borrar
me-devices = Dónde ha iniciado sesión
me-devices-lead = ¿No conoce alguno de estos dispositivos? Ciérrelo aquí.
me-devices-end-others = Cerrar todos los demás
me-device-this = este dispositivo
me-device-unknown = Dispositivo desconocido
me-since = Desde
me-until = Hasta
me-end = Cerrar
me-tokens = Claves para programas
me-tokens-lead = Una clave permite que un programa suyo actúe en su nombre, dentro de sus propios derechos.
me-token-new = Una clave nueva
me-token-name = Cómo llamarla
me-token-scopes = Qué puede hacer
me-token-days = Cuánto tiempo vale
me-token-day =
    { $days ->
        [one] un día
       *[other] { $days } días
    }
me-token-make = Crear la clave
me-token-made = La clave está creada
me-token-made-once = Cópiela ahora: se muestra solo esta vez.
me-token-incomplete = Una clave necesita un nombre y al menos una cosa que pueda hacer.
me-token-too-many = Tiene tantas claves como se permite. Cierre antes una.
scope-read = Leer lo que usted puede leer
scope-programme = Cambiar el programa
scope-people = Cambiar personas e inscripciones
scope-settings = Cambiar series y reuniones

access-public = Público
access-participant = Participante
access-organiser = Organizador de una sesión
access-speaker = Ponente
access-moderator = Moderador
access-rapporteur = Relator
access-reviewer = Evaluador
access-chair = Presidencia
access-secretariat = Secretaría
access-admin = Administrador

outbox-title = Bandeja de salida
outbox-lead = Este servidor no envía correo. Haga llegar estas cartas; sus enlaces dan entrada a quienes las leen.
outbox-hidden =
    { $count ->
        [one] No se muestra una carta a alguien que ocupa un cargo: su enlace iniciaría la sesión de quien la lea.
       *[other] No se muestran { $count } cartas a personas que ocupan un cargo: sus enlaces iniciarían la sesión de quien las lea.
    } Quien mantiene el servidor las encuentra en la carpeta «outbox».
outbox-none = Aquí no hay cartas.
outbox-smtp = El correo sale por sí solo; aquí no espera nada.
outbox-read = Leer

me-mailbox = Otra dirección de correo
me-mailbox-why = Enviamos un enlace a la nueva dirección. Cuando se abra, los enlaces de acceso irán allí, y la antigua recibirá un aviso.
me-mailbox-new = Nueva dirección de correo
me-mailbox-send = Enviar el enlace
me-mailbox-sent = Un enlace va en camino a la nueva dirección. Ábralo en { $minutes } minutos; hasta entonces nada cambia.
me-mailbox-confirm = Pulse el botón y, desde ahora, su dirección de correo será esta:
me-mailbox-go = Usar esta dirección
me-mailbox-done = Su dirección de correo ha cambiado.
letter-mailbox-subject = Su nueva dirección en { $forum }
letter-mailbox-before = Abra esta página para usar esta dirección con su cuenta en { $forum }:
letter-moving-subject = Se ha pedido otra dirección en { $forum }
letter-moving-text = Alguien que ha iniciado sesión en su cuenta de { $forum } ha pedido que el correo vaya a otra dirección. Nada cambia hasta que se abra el enlace enviado allí. Si no fue usted, cierre esa sesión en la página «Dónde ha iniciado sesión» de su cuenta: el enlace se anula con ella.
letter-moved-subject = Su dirección en { $forum } ha cambiado
letter-moved-text = Su cuenta en { $forum } tiene ahora otra dirección de correo; los enlaces de acceso van allí. Si no fue usted, avise enseguida a quienes dirigen el foro.
