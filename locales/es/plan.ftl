# Planificación: qué necesitan las salas, las sesiones y las personas, qué habla en contra de un lugar, y dónde más.
# $session, $one y $other son códigos.

plan-people-title = Personas
plan-means-title = Medios y pesos
plan-places-title = { $session }: ¿por qué aquí, dónde si no?

# Lo que puede hablar en contra de un lugar; breve, como títulos.
plan-name-unplaced = Sin lugar
plan-name-two-places = Alguien en dos lugares
plan-name-walking = Poco tiempo para caminar
plan-name-room-taken = Dos sesiones en una sala
plan-name-resources = No alcanza para todos
plan-name-plenary = Junto a una plenaria
plan-name-precedence = En el orden equivocado
plan-name-away = Alguien no puede venir
plan-name-features = A la sala le falta algo
plan-name-blocked = La sala está bloqueada
plan-name-fixed = Bloqueada en otro lugar
plan-name-same-track = Un mismo eje a la misma hora
plan-name-similar = Temas parecidos a la misma hora
plan-name-audience = Queridas por las mismas personas
plan-name-night = De noche para alguien en línea
plan-name-night-shares = Noches mal repartidas
plan-name-seats-missing = Faltan asientos
plan-name-seats-wasted = Sobran muchos asientos
plan-name-track-room = Un eje que cambia de sala
plan-name-load = Un día cargado para una persona
plan-name-balance = Un grupo tiene más que su parte
plan-name-change = No está donde se publicó

plan-fact-unplaced = { $session } aún no tiene lugar.
plan-fact-twice = { $one } y { $other } son a la misma hora, y ambas necesitan a { $people }.
plan-fact-walk = Entre { $one } y { $other } falta tiempo para caminar: { $people }.
plan-fact-room = { $one } y { $other } están en { $room } a la misma hora.
plan-fact-resource = { $what }, { $at }: se necesitan { $asked } y hay { $count }.
plan-fact-plenary = { $session } es a la misma hora que { $plenary }, que debe estar sola.
plan-fact-order = { $after } empieza antes de que termine { $before }.
plan-fact-away = { $person } no puede estar en { $session } a esa hora.
plan-fact-features = { $session } necesita lo que { $room } no tiene: { $what }.
plan-fact-blocked = { $session } está en { $room } cuando no se puede usar.
plan-fact-fixed = { $session } está bloqueada y tendría que moverse.
plan-fact-track = { $one } y { $other } son a la misma hora, ambas del eje { $track }.
plan-fact-similar = { $one } y { $other } son a la misma hora, sobre temas parecidos.
plan-fact-audience = { $one } y { $other } son a la misma hora; personas que quieren asistir a ambas: { $count }.
plan-fact-audience-few = { $one } y { $other } son a la misma hora, y algunas personas quieren asistir a ambas.
plan-fact-night = { $session } es a las { $time } en el reloj de { $person }.
plan-fact-nights = A esta región le tocan más noches que a otras: { $region }.
plan-fact-seats = { $session }: se esperan { $expected } personas, y { $room } tiene { $seats } asientos.
plan-fact-rooms = { $track }: { $count } salas, { $day }.
plan-fact-load = { $person }: { $count } sesiones, { $day }.
plan-fact-balance = { $group }: { $count } sesiones a la vez, { $at }.
plan-fact-moved-time = { $session } se publicó a otra hora.
plan-fact-moved-room = { $session } se publicó en otra sala.
plan-fact-other = Otra cosa habla en contra.

# El tablero.
plan-soft = Lo que podría ser mejor: un precio de { $price } en total
plan-soft-hint = Nada de esto impide publicar el programa. Lo que pesa cada punto se puede cambiar:
plan-line = { $name }: { $count }, precio { $price }
plan-and-more = y { $count } más
plan-locked = bloqueada
plan-why = ¿Por qué aquí?

# Por qué aquí, dónde si no.
plan-go-places = ¿Por qué aquí, dónde si no?
plan-here = ¿Por qué aquí?
plan-here-fine = Nada habla en contra de este lugar.
plan-hard = hay que corregirlo
plan-saves = ahorra { $price }
plan-costs = cuesta { $price }
plan-same = cuesta lo mismo
plan-there = ¿Dónde si no?
plan-there-none = En ningún otro lugar sin incumplir una exigencia.
plan-there-hint = Lo más barato primero. Los precios dicen qué cambia en todo el programa si la sesión se mueve.
plan-move = Moverla aquí
plan-swap = Intercambiarla con { $session }
plan-more = { $count } lugares más
plan-broken = Lugares contra los que habla una exigencia: { $count }
plan-lock = Dejarla donde está
plan-unlock = Permitir que se mueva
plan-locked-hint = La sesión está bloqueada: nadie la mueve, ni a mano ni a máquina, hasta que se desbloquee.

# Lo que tienen las salas y necesitan las sesiones.
plan-room-more = Qué tiene, y cuándo no se puede usar
plan-features = Qué tiene
plan-features-more = Otras cosas, separadas por comas
plan-blocked = Cuándo no se puede usar, un tramo por línea
plan-stretch-hint = Una línea es un día (2027-05-10), un día con horas (2027-05-10 14:00-15:30), o solo horas para todos los días (13:00-14:00).
plan-needs = Qué necesita
plan-needs-features = Su sala debe tener
plan-plenary = Nada más a la misma hora
plan-expected = Personas que se esperan en la sala
plan-expected-hint = Sin número cuentan quienes la pusieron en su propio programa: { $count }.
plan-order = Antes y después
plan-order-way = Esta sesión
plan-order-before = termina antes de
plan-order-after = no empieza antes del final de
feature-interpretation-booths = Cabinas de interpretación
feature-hybrid-kit = Equipo híbrido: cámaras, pantallas, sonido para quienes están en línea
feature-round-table = Mesa redonda
feature-captioning-screen = Pantalla para subtítulos
feature-recording = Grabación
feature-hearing-loop = Bucle auditivo
feature-step-free-stage = Escenario sin escalones
feature-theatre-seating = Filas de asientos
feature-quiet = Silencio

# Medios y pesos.
plan-resources = Lo que hay en número limitado
plan-resources-hint = Equipos de intérpretes, subtituladores, cámaras: cuántos hay en cada momento. Qué sesiones los necesitan se dice en sus páginas.
plan-count = Cuántos
plan-resource-add = Añadir
plan-walks = De sala en sala
plan-walking = Minutos entre dos salas cualesquiera
plan-walks-list = Donde se tarda más o menos, un par por línea: sala, sala, minutos
plan-weights = Qué pesa cuánto
plan-weights-hint = Un deseo que no pesa nada no se pide. Un campo vacío es lo habitual.
plan-weight-usual = Habitualmente { $weight }.
plan-why-same-track = Cada par de sesiones de un eje a la misma hora: de lo que más se quejan los participantes.
plan-why-similar = Cada punto de parecido de dos sesiones a la misma hora.
plan-why-audience = Cada persona que puso ambas sesiones en su propio programa.
plan-why-night = Cada punto de molestia de la hora local de alguien: seis en plena noche, nada de 8 a 21 horas.
plan-why-night-shares = Crece cuantas más noches tiene una región, para que no sea siempre la misma.
plan-why-seats-missing = Cada persona sin asiento.
plan-why-seats-wasted = Cada diez asientos vacíos más allá de la mitad de la sala.
plan-why-track-room = Cada sala más de un eje en un día: quien sigue un eje no debería tener que caminar.
plan-why-load = Cada sesión de una persona en un día más allá de la segunda, y más por cada una siguiente.
plan-why-balance = Cada sesión por la que un grupo supera su parte igual de lo que hay a una hora.
plan-why-change = Una sesión que no está donde se publicó, dos veces por otra sala y cinco por otra hora: la gente ha hecho planes.

# Cuándo puede venir la gente.
plan-people-hint = Cuándo no pueden participar las personas, y quién habla en línea. Solo lo ven quienes llevan el foro.
plan-people-none = Nadie tiene aún un papel en una sesión.
plan-people-sessions = Sesiones
plan-person-find = Mostrar
plan-person-how = Cómo participa
plan-person-as-registered = como se inscribió: { $how }
plan-person-online = en línea
plan-person-on-site = en persona
plan-person-not-registered = sin inscripción
plan-person-zone = Su reloj
plan-person-zone-none = { $zone }
plan-person-away = Cuándo no puede, un tramo por línea
plan-person-clock = Las horas son las de su propio reloj.

plan-no-stretch = Una línea no es un tramo de tiempo.
plan-no-stretch-remedy = Escriba 2027-05-10, 2027-05-10 14:00-15:30 o 13:00-14:00, uno por línea.
plan-no-person = El foro no conoce a nadie con ese nombre.
plan-no-person-remedy = Compruebe cómo se escribe, o escriba nombre y número: Amina Diallo #12.
plan-no-walk = Una línea no nombra dos salas y los minutos entre ellas.
plan-no-walk-remedy = Escriba las salas como se llaman, por ejemplo: Sala, Anexo, 10.

# Lo que se puede deshacer.
plan-did-room = lo que tiene la sala { $what }
plan-did-needs = { $what }, necesidades
plan-did-locked = { $what } bloqueada
plan-did-unlocked = { $what } desbloqueada
plan-did-order = { $what }, orden
plan-did-resources = medios limitados
plan-did-walks = caminos entre salas
plan-did-person = cuándo puede venir alguien
plan-did-weights = pesos

refusal-session-locked = { $session } está bloqueada y conserva su lugar.
refusal-session-locked-remedy = Desbloquéela primero, en su página, si debe moverse.
refusal-order-circle = { $one } no puede terminar antes de { $other }: tendría que venir después de sí misma.
refusal-order-circle-remedy = Retire primero otro orden de estas sesiones.
refusal-no-such-resource = La reunión no tiene { $resource }.
refusal-no-such-resource-remedy = Quizá se retiró; mire la lista de medios limitados.
refusal-resource-in-use = Hay sesiones que necesitan { $resource }, entre ellas { $code }.
refusal-resource-in-use-remedy = Quítelo primero de lo que necesitan.
thing-resource = medio limitado { $number }
field-count = número
field-expected = número de personas esperadas
field-features = equipamiento
field-walking = minutos a pie
field-weight = peso
