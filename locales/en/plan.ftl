# Planning: what rooms, sessions and people need, what speaks against a place, and where else.
# $session, $one and $other are codes.

plan-people-title = People
plan-means-title = Means and weights
plan-places-title = { $session }: why here, where else?

# What can speak against a place; short, as headings.
plan-name-unplaced = Without a place
plan-name-two-places = Somebody in two places
plan-name-walking = Too little time to walk
plan-name-room-taken = Two sessions in one room
plan-name-resources = Not enough of something
plan-name-plenary = Beside a plenary
plan-name-precedence = In the wrong order
plan-name-away = Somebody cannot come
plan-name-features = The room lacks something
plan-name-blocked = The room is blocked
plan-name-fixed = Locked elsewhere
plan-name-same-track = One track at the same time
plan-name-similar = Similar themes at the same time
plan-name-audience = Wanted by the same people
plan-name-night = At night for somebody online
plan-name-night-shares = Nights unevenly shared
plan-name-seats-missing = Too few seats
plan-name-seats-wasted = Far too many seats
plan-name-track-room = A track that changes rooms
plan-name-load = A full day for one person
plan-name-balance = One group has more than its share
plan-name-change = Not where it was published

plan-fact-unplaced = { $session } has no place yet.
plan-fact-twice = { $one } and { $other } are at the same time, and both need { $people }.
plan-fact-walk = Between { $one } and { $other } there is too little time to walk for { $people }.
plan-fact-room = { $one } and { $other } are in { $room } at the same time.
plan-fact-resource = { $what }, { $at }: { $asked } are needed, and there are { $count }.
plan-fact-plenary = { $session } is at the same time as { $plenary }, which stands alone.
plan-fact-order = { $after } begins before { $before } is over.
plan-fact-away = { $person } cannot be at { $session } at that time.
plan-fact-features = { $session } needs what { $room } does not have: { $what }.
plan-fact-blocked = { $session } is in { $room } when it cannot be used.
plan-fact-fixed = { $session } is locked and would have to move.
plan-fact-track = { $one } and { $other } are at the same time, both of the track { $track }.
plan-fact-similar = { $one } and { $other } are at the same time, on similar themes.
plan-fact-audience = { $one } and { $other } are at the same time; people who want to attend both: { $count }.
plan-fact-audience-few = { $one } and { $other } are at the same time, and some people want to attend both.
plan-fact-night = { $session } is at { $time } by the clock of { $person }.
plan-fact-nights = More of the nights fall on this region than on others: { $region }.
plan-fact-seats = { $session }: { $expected } people are expected, and { $room } has { $seats } seats.
plan-fact-rooms = { $track }: { $count } rooms on { $day }.
plan-fact-load = { $person }: { $count } sessions on { $day }.
plan-fact-balance = { $group }: { $count } sessions at once, { $at }.
plan-fact-moved-time = { $session } was published for another time.
plan-fact-moved-room = { $session } was published in another room.
plan-fact-other = Something else speaks against it.

# The board.
plan-soft = What could be better: a price of { $price } in all
plan-soft-hint = Nothing of this keeps the programme from being published. What each of these weighs can be changed:
plan-line = { $name }: { $count }, price { $price }
plan-and-more = and { $count } more
plan-locked = locked
plan-why = Why here?

# Why here, where else.
plan-go-places = Why here, where else?
plan-here = Why here?
plan-here-fine = Nothing speaks against this place.
plan-hard = must be put right
plan-saves = saves { $price }
plan-costs = costs { $price }
plan-same = costs the same
plan-there = Where else?
plan-there-none = Nowhere else without breaking a demand.
plan-there-hint = The cheapest first. Prices say what changes for the whole programme if the session moves.
plan-move = Move it here
plan-swap = Exchange it with { $session }
plan-more = { $count } more places
plan-broken = Places that a demand speaks against: { $count }
plan-lock = Keep it where it is
plan-unlock = Let it be moved
plan-locked-hint = The session is locked: nobody moves it, neither by hand nor by machine, until it is unlocked.

# What rooms have and sessions need.
plan-room-more = What it has, and when it cannot be used
plan-features = What it has
plan-features-more = Other things, separated by commas
plan-blocked = When it cannot be used, one stretch a line
plan-stretch-hint = A line is a day (2027-05-10), a day with times (2027-05-10 14:00-15:30), or times alone for every day (13:00-14:00).
plan-needs = What it needs
plan-needs-features = Its room must have
plan-plenary = Nothing else at the same time
plan-expected = People expected in the room
plan-expected-hint = Without a number, those count who put it on their own programme: { $count }.
plan-order = Before and after
plan-order-way = This session is
plan-order-before = over before
plan-order-after = not before the end of
feature-interpretation-booths = Interpretation booths
feature-hybrid-kit = Hybrid kit: cameras, screens, sound for those online
feature-round-table = Round table
feature-captioning-screen = Screen for captions
feature-recording = Recording
feature-hearing-loop = Hearing loop
feature-step-free-stage = Stage without steps
feature-theatre-seating = Rows of seats
feature-quiet = Quiet

# Means and weights.
plan-resources = What there is only so much of
plan-resources-hint = Teams of interpreters, captioners, cameras: how many of each there are at any time. Which sessions need them is said on their pages.
plan-count = How many
plan-resource-add = Add it
plan-walks = From room to room
plan-walking = Minutes between any two rooms
plan-walks-list = Where it takes more or less, one pair a line: room, room, minutes
plan-weights = What weighs how much
plan-weights-hint = A wish that weighs nothing is not asked for. An empty field is as usual.
plan-weight-usual = Usually { $weight }.
plan-why-same-track = Each pair of sessions of a track at the same time: what participants complain of most.
plan-why-similar = Each point of similarity of two sessions at the same time.
plan-why-audience = Each person who put both sessions on their own programme.
plan-why-night = Each point of inconvenience of somebody’s local hour: six in the dead of night, nothing from 8 to 21 hours.
plan-why-night-shares = Grows the more of the nights one region has, so that it is not always the same.
plan-why-seats-missing = Each person without a seat.
plan-why-seats-wasted = Each ten seats empty beyond half of the room.
plan-why-track-room = Each further room of a track on a day: those who follow a track should not have to walk.
plan-why-load = Each session of a person on a day beyond the second, and more for each further one.
plan-why-balance = Each session by which a stakeholder group exceeds its even share of what is on at a time.
plan-why-change = A session that is not where it was published, twice for another room and five times for another time: people have made plans.

# When people can come.
plan-people-hint = When people cannot take part, and who speaks online. Only those who run the forum see this.
plan-people-none = Nobody has a role in a session yet.
plan-people-sessions = Sessions
plan-person-find = Show
plan-person-how = How they take part
plan-person-as-registered = as registered: { $how }
plan-person-online = online
plan-person-on-site = on site
plan-person-not-registered = not registered
plan-person-zone = Their clock
plan-person-zone-none = { $zone }
plan-person-away = When they cannot, one stretch a line
plan-person-clock = Times are by their own clock.

plan-no-stretch = A line is no stretch of time.
plan-no-stretch-remedy = Please write 2027-05-10, 2027-05-10 14:00-15:30 or 13:00-14:00, one a line.
plan-no-person = The forum knows nobody of this name.
plan-no-person-remedy = Please check how it is written, or write name and number: Amina Diallo #12.
plan-no-walk = A line does not name two rooms and the minutes between them.
plan-no-walk-remedy = Please write the rooms as they are called, for example: Hall, Annex, 10.

# What can be undone.
plan-did-room = what room { $what } has
plan-did-needs = { $what }, needs
plan-did-locked = { $what } locked
plan-did-unlocked = { $what } unlocked
plan-did-order = { $what }, order
plan-did-resources = limited things
plan-did-walks = ways between rooms
plan-did-person = when somebody can come
plan-did-weights = weights

refusal-session-locked = { $session } is locked and keeps its place.
refusal-session-locked-remedy = Please unlock it first, on its page, if it shall move.
refusal-order-circle = { $one } cannot be over before { $other }: it would have to come after itself.
refusal-order-circle-remedy = Please take back another order of these sessions first.
refusal-no-such-resource = The meeting has no { $resource }.
refusal-no-such-resource-remedy = It may have been removed; please look at the list of limited things.
refusal-resource-in-use = Sessions need { $resource }, { $code } among them.
refusal-resource-in-use-remedy = Please take it from their needs first.
thing-resource = limited thing { $number }
field-count = number
field-expected = number of people expected
field-features = equipment
field-walking = minutes of walking
field-weight = weight
