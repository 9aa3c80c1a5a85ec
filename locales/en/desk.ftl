# The desk: the pages of those who run a forum. $what, $session and $first are short: a code, a room, a few words.

desk-title = Desk
desk-to-form = Go to the form
desk-no-number = This is no number.
desk-no-number-remedy = Please write it in digits.
desk-no-day = This is no day.
desk-no-day-remedy = Please write it like 2027-05-10.
desk-no-time = This is no time of day.
desk-no-time-remedy = Please write it like 09:30, by the clock of the venue.
desk-no-slots = One of the lines is no stretch of time, or there is no line or no day.
desk-no-slots-remedy = Please write each line like 09:00-10:30, with a name after it if it is a pause, and tick at least one day.
desk-several-people = Several people are called { $name }.
desk-several-people-remedy = Please write the one you mean with their number: { $each }.

desk-first-lead = From nothing to a published programme, in seven steps. Everything can be changed later.
desk-first-done = The programme is published. You can change it at any time and publish again.
desk-front = The front page that everybody sees
desk-meetings = Meetings
desk-another-meeting = Announce another meeting
desk-step-done = done
desk-step-series = Name what you organise
desk-step-meeting = Announce the meeting
desk-step-rooms = Rooms
desk-step-grid = The times of the day
desk-step-sessions = Sessions
desk-step-place = Put the sessions into the programme
desk-step-publish = Publish
desk-next = Go on
desk-save = Save
desk-change = Change
desk-by-hand = Place by hand
desk-series-name = Name of the forum, as it stands on every page
desk-meeting-name = Title of the meeting
desk-meeting-title = About the meeting
desk-meeting-hint = The address of the meeting stays. Sessions keep their moment in time when the time zone changes.
desk-first-day = First day
desk-last-day = Last day
desk-city = City
desk-country = Country, as two letters (KE, FR)
desk-zone = Time zone of the venue
desk-number = Which meeting it is, if they are counted
desk-online = Online only, without a venue

desk-rooms-title = Rooms, times, tracks
desk-rooms = Rooms
desk-rooms-list = Rooms, one a line, with their seats after a comma
desk-rooms-count = { $count ->
    [one] One room
   *[other] { $count } rooms
}
desk-open-room = Add a room
desk-open-rooms = Add these rooms
desk-close-room = Close
desk-closed-rooms = Closed rooms
desk-reopen-room = Open again
desk-name = Name
desk-seats = Seats
desk-slots = Times of the day
desk-slots-count = { $count ->
    [one] One stretch of time
   *[other] { $count } stretches of time
}
desk-from = From
desk-until = Until
desk-pause = Pause
desk-pause-coffee = Coffee
desk-pause-lunch = Lunch
desk-grid-hint = A usual day is proposed; take it as it is, or change its lines first.
desk-grid-slots = Times of a day, one a line; a pause has a name
desk-grid-days = On these days
desk-grid-send = Add these times
desk-tracks = Tracks
desk-tracks-hint = When a track is removed, its sessions stand under none.
desk-add-track = Add a track
desk-no-track = None
desk-remove = Remove

desk-board-title = Make the programme
desk-board-frame = Before sessions can be placed, the meeting needs rooms and times.
desk-undo = Undo: { $what }
desk-redo = Redo: { $what }
desk-did-something = a large change
desk-did-more = { $first } and { $count } more
desk-did-added = { $what } added
desk-did-amended = { $what } changed
desk-did-withdrawn = { $what } withdrawn
desk-did-reinstated = { $what } brought back
desk-did-role = { $what }, people
desk-did-placed = { $what } placed
desk-did-unplaced = { $what } taken off
desk-did-room = room { $what }
desk-did-track = track { $what }
desk-did-slots = times of the day
desk-warnings = { $count ->
    [one] One thing to look at
   *[other] { $count } things to look at
}
desk-warning-pause = { $session } stands in a pause: { $pause }.
desk-warning-longer = { $session } goes on after its time ends, at { $until }.
desk-warning-nobody = { $session } has nobody who leads or speaks yet.
desk-look = look here
desk-move = Move
desk-here = Here
desk-held = $session is picked up. Choose a free cell with the arrow keys, Enter puts it there, Escape leaves it.
desk-left = It stays where it was.
desk-placed = Placed:
desk-picked = Choose a free cell for “{ $session }”.
desk-picked-leave = Leave it where it is
desk-minutes = { $count } min
desk-unplaced = { $count ->
    [0] Nothing waits for a place
    [one] One session waits for a place
   *[other] { $count } sessions wait for a place
}
desk-unplaced-none = Every session has its place.
desk-unplaced-more = … and { $count } more; ask for words of the title.
desk-fill = Place all in order
desk-fill-hint = Every session gets the first free room and time, without clashes. It can be taken back.
desk-place = Place
desk-unplace = Take off the programme
desk-no-place = It has no place yet.
desk-session = Session
desk-day = Day
desk-add = Add a session
desk-session-title = Title
desk-session-abstract = What it is about
desk-session-minutes = Length in minutes
desk-session-code = Code (left empty, the next number)
desk-session-people = Speakers, one name a line
desk-session-said = What is said of it
desk-list = Add many sessions
desk-list-titles = Titles, one a line
desk-list-send = Add these sessions
desk-sessions-hint = Paste a list of titles, one a line; everything else can follow later.
desk-person-name = Name
desk-role = Role
desk-give-role = Add
desk-withdraw = Withdraw
desk-withdraw-hint = A session that will not be held stays on the record. It can be brought back.
desk-withdrawn = This session was withdrawn.
desk-reinstate = Bring it back

desk-ahead-first = Nothing is published yet.
desk-ahead = { $count ->
    [0] No session differs from version “{ $label }”.
    [one] One session differs from version “{ $label }”.
   *[other] { $count } sessions differ from version “{ $label }”.
}
desk-publish-title = Look through and publish
desk-publish = Publish
desk-publish-label = Label of the version
desk-publish-note = What to say about it
desk-publish-empty = Nothing is placed yet, so there is nothing to publish.
desk-publish-unchanged = Nothing has changed since the last version.
desk-publish-clashes = { $count ->
    [one] One person would be in two places at once; this keeps the programme from being published.
   *[other] { $count } times somebody would be in two places at once; this keeps the programme from being published.
}
desk-publish-unplaced = { $count ->
    [one] One session has no place and will not be on the programme.
   *[other] { $count } sessions have no place and will not be on the programme.
}
desk-published = Version “{ $label }” is published.
desk-published-see = The programme as everybody sees it
desk-concerned = { $count ->
    [one] It concerns one person
   *[other] It concerns { $count } people
}

desk-settings-title = Settings and offices
setting-name = Name of the forum
setting-name-why = Stands on every page. Left empty, it is the name of the series of the latest meeting.
setting-notice = Note on the front page
setting-notice-why = What everybody should know now. Left empty, there is none.
setting-contact = Address for questions
setting-contact-why = Stands at the foot of every page, so that people know whom to ask. Left empty, there is none.
setting-language = Language of the forum
setting-language-why = For readers whose browser names none of our languages. Left open, it is English.
setting-language-none = None in particular
setting-sign-up = People may enter themselves
setting-sign-up-why = Whoever can read mail at an address may enter with it. Switched off, only organisers enter people.
desk-offices = Offices
desk-offices-why = Whoever holds an office sees and does more than others. Most offices take two people to grant, and to end: one proposes, another confirms. One’s own ends at once.
office-reviewer = Reviewer
office-chair = Chair
office-secretariat = Secretariat
office-admin = Administrator
desk-office = Office
desk-office-grant = Grant or propose
desk-office-end = End
desk-office-confirm = Confirm
desk-office-refuse = Take back
desk-office-waits = waits for a second person
desk-office-ending = its end is proposed
desk-office-confirm-end = Confirm the end
desk-office-keep = Keep it
desk-proposed = Proposed
desk-person-email = Address for mail
footer-contact = Questions?

# Taking over a programme from a file, on a page.
desk-import-title = Programme from a file
desk-import-way = There is a programme already, in another tool or in a table? Take it over from a file.
desk-import-lead = The programme of another tool (schedule XML or JSON), or a table with a header line (CSV; a spreadsheet saves as that). First you see what it would do; nothing is written until you say so.
desk-import-file = File, of at most { $max } MB
desk-import-look = Show what it would do
desk-import-write = Take it over
desk-import-preview = What would be done
desk-import-choices = What the file may leave open
desk-import-choices-why = Only needed where the file does not say it. Times without a zone are those of the venue.
desk-import-meeting = Meeting
desk-import-meeting-new = A new one, as the file calls it
desk-import-new = Title of a new meeting
desk-import-series = Series of a new meeting
desk-import-language = Language of sessions without one, such as en
desk-import-minutes = Minutes of sessions without a length
desk-import-withdraw = Withdraw sessions that are no longer in the file
desk-import-map = Which column is what
desk-import-map-why = Each pair is a field and the name of a column: title=Titel,start=Beginn. Without a column, as in room=, a field is left out.
desk-import-rest = { $count ->
    [one] … and one more
   *[other] … and { $count } more
}
desk-import-moved = Something has changed since you saw what would be done. Nothing is written; please look again.
desk-import-gone = The file is not here any more. Please choose it again; nothing is written.
desk-import-none = Please choose a file.
