# A programme: its days, sessions and versions.

programme-title = { $day } · { $meeting }
nav-days = Days
nav-days-around = The days before and after
nav-views = Views
view-list = List
view-grid = Grid
grid-time = Time
until = until { $time }
time-and-day = { $time }, { $day }
time-and-offset = { $time } ({ $offset })
zone-then-zone = { $before }, then { $after }
times-of-venue = Times at the venue: { $venue }.
times-of-venue-and-reader = Times at the venue: { $venue }; beside them yours: { $reader }.
version-of = Version “{ $label }” of { $date }
nothing-on-this-day = Nothing is on the programme of this day.
nothing-found-on-this-day = Nothing on this day is what you ask for. Ask for less, or look at another day.
filter-sessions = { $count ->
    [one] One session
   *[other] { $count } sessions
}
filter-summary = Filter
filter-found = { $count } of { $all } sessions
filter-words = Words in the title
filter-track = Track
filter-type = Type
filter-language = Language
filter-room = Room
filter-format = Format
filter-all = All
filter-show = Show
fact-when = When
fact-for-you = Your time
fact-where = Where
fact-code = Code
fact-held-by = Held by
room-seats = { $count ->
    [one] One seat
   *[other] { $count } seats
}
session-people = People
session-more = Next on this track
versions-title = Versions of the programme
versions-lead = Each version stays as it was published. Nobody has to guess what changed.
version-name = Version “{ $label }”
version-changed = { $count ->
    [one] one session changed
   *[other] { $count } sessions changed
}
version-first = { $count ->
    [one] The first version, with one session.
   *[other] The first version, with { $count } sessions.
}
version-since = { $count ->
    [one] One session
   *[other] { $count } sessions
} changed since version “{ $label }”
change-added = New on the programme
change-removed = No longer on the programme
change-moved = Moved from { $from } to { $to }
change-length = { $to } minutes instead of { $from }
change-title = Was called “{ $title }”
change-title-erased = Has another title
change-description = Is described anew
change-joined = { $person } is now { $role }
change-left = { $person } is no longer { $role }
somebody = Somebody
place-in-time = { $day }, { $time }, { $room }
format-roundtable = Roundtable
format-panel = Panel
format-debate = Debate
format-theatre = Theatre
format-classroom = Classroom
format-break-out = Break-out groups
format-flash = Flash session
format-birds-of-a-feather = Birds of a feather
role-chair = Chair
role-moderator = Moderator
role-online-moderator = Online moderator
role-speaker = Speaker
role-rapporteur = Rapporteur
role-organiser = Organiser
session-type-ceremony = Ceremony
session-type-open-microphone = Open microphone
session-type-main-session = Main session
session-type-high-level = High-level session
session-type-parliamentary = Parliamentary track
session-type-youth = Youth track
session-type-workshop = Workshop
session-type-open-forum = Open forum
session-type-town-hall = Town hall
session-type-launch-award = Launch or award
session-type-networking = Networking
session-type-lightning-talk = Lightning talk
session-type-dynamic-coalition = Dynamic coalition
session-type-best-practice-forum = Best practice forum
session-type-policy-network = Policy network
session-type-national-regional = National and regional initiatives
session-type-day-zero = Day 0 event
