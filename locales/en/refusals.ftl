# Why a command was refused: what happened, and what to do about it. One pair of messages for each refusal of the
# forum, under its key. $field is one of the field names at the end. $person, $room and the like are a name where one is
# known, and else “person 12”: neither fits the beginning of a sentence. A time names its day and its zone; a second time
# on the same day comes as the time alone.

refusal-moved-on = This was prepared after act { $since }, and the forum has reached act { $now } since.
refusal-moved-on-remedy = Nothing was written. Please look at what has changed, then try again.
refusal-not-allowed = Your role in this forum does not include this.
refusal-not-allowed-remedy = The secretariat can do it for you, or give you a role that does.
refusal-too-many-steps = This command has { $have } steps; at most { $max } fit into one.
refusal-too-many-steps-remedy = Please send them as several commands, one after the other.
refusal-steps-within-steps = One of the steps is itself a bundle of steps.
refusal-steps-within-steps-remedy = Please put its steps directly into the list.
refusal-at-step = Step { $step }: { $why }
refusal-at-step-remedy = None of the steps was done; please send them all again when this one is right.

refusal-empty = The { $field } is empty.
refusal-empty-remedy = Please fill it in.
refusal-too-long = The { $field } has { $have } characters; there is room for { $max }.
refusal-too-long-remedy = Please shorten it a little.
refusal-control-character = The { $field } contains an invisible control character ({ $code }).
refusal-control-character-remedy = Please type that part again. Such characters often come along when text is copied from another program.
refusal-bidi-override = The { $field } contains an invisible character ({ $code }) that turns the reading direction of the text around it.
refusal-bidi-override-remedy = Please remove it. Arabic and Hebrew read correctly without it.
refusal-not-a-slug = The { $field } “{ $value }” cannot stand in a web address.
refusal-not-a-slug-remedy = Please use small letters from a to z, digits and single hyphens, at most 60 in all: kyoto-2023, for example.
refusal-slug-taken = The { $field } leads to the address “{ $value }”, which is already in use.
refusal-slug-taken-remedy = Please choose another; adding a year or a place is often enough.
refusal-not-a-language = The { $field } “{ $value }” is not the code of a language.
refusal-not-a-language-remedy = Please use a code such as en, fr, pt-BR or zh-Hant.
refusal-not-an-email = The { $field } is not one that mail could reach.
refusal-not-an-email-remedy = Please write it like name@example.org, without spaces.
refusal-not-a-link = The { $field } “{ $value }” is not a web address.
refusal-not-a-link-remedy = Please begin it with https:// or http://, and leave out spaces and quotation marks.
refusal-unknown-country = The { $field } “{ $value }” is not in the list of countries.
refusal-unknown-country-remedy = Please use the two letters of ISO 3166, such as KE for Kenya or GB for the United Kingdom, or leave it empty.
refusal-not-a-zone = The { $field } “{ $value }” is not the name of a time zone.
refusal-not-a-zone-remedy = Please use a name such as Asia/Tokyo or Africa/Nairobi.
refusal-out-of-bounds = The { $field } is { $have }; it can be anything from { $min } to { $max }.
refusal-out-of-bounds-remedy = Please choose a number within these limits.

refusal-sign-up-closed = This forum does not take new people by itself.
refusal-sign-up-closed-remedy = Please write to the organisers; they can enter you.

refusal-no-such-series = The forum knows no { $series }.
refusal-no-such-series-remedy = Please choose one from the list of series, or found it first.
refusal-no-such-meeting = The forum knows no { $meeting }.
refusal-no-such-meeting-remedy = Please choose one from the list of meetings, or announce it first.
refusal-meeting-days = A meeting from { $first } to { $last } is not possible: it lasts at least one day and at most { $max }.
refusal-meeting-days-remedy = Please check the first and the last day.

refusal-no-such-person = The forum knows no { $person }.
refusal-no-such-person-remedy = Please choose one from the list of persons, or add the person first.
refusal-person-erased = This person asked to be forgotten; { $person } stays empty.
refusal-person-erased-remedy = Please leave it so, or enter them anew if they ask for it.
refusal-origin-tells = The { $field } must be an id without spaces or “@”: acts are kept for ever, and names and addresses must stay erasable.
refusal-origin-tells-remedy = Please use a number or another id that says nothing of the person.
refusal-no-such-organisation = The forum knows no { $organisation }.
refusal-no-such-organisation-remedy = Please choose one from the list of organisations, or add it first.
refusal-already-registered = This meeting already has a registration of { $person }.
refusal-already-registered-remedy = All is well; there is nothing more to do.
refusal-not-registered = This meeting has no registration of { $person } yet.
refusal-not-registered-remedy = Please register the person first.
refusal-already-recorded = This is already on record for { $person }.
refusal-already-recorded-remedy = All is well; there is nothing more to do.

refusal-office-held = This office is already held by { $person }.
refusal-office-held-remedy = All is well; there is nothing more to do.
refusal-office-missing = This office is neither held by { $person } nor proposed for them.
refusal-office-missing-remedy = Please look at the list of offices again; it may have changed.
refusal-second-person = A second person has to agree before { $person } holds this office.
refusal-second-person-remedy = Please ask another person of the secretariat, or an administrator, to grant it as well.

refusal-no-such-room = This meeting has no { $room }.
refusal-no-such-room-remedy = Please choose one of the meeting’s rooms, or open it first.
refusal-room-in-use = There are still sessions in { $room }, { $code } among them.
refusal-room-in-use-remedy = Please move { $code } and the others to another room first, or take them off the grid.
refusal-no-such-slot = This meeting has no { $slot }.
refusal-no-such-slot-remedy = Please choose one of the slots of the grid, or add it first.
refusal-no-such-track = This meeting has no { $track }.
refusal-no-such-track-remedy = Please choose one of the meeting’s tracks, or add it first.
refusal-track-in-use = There are still sessions under { $track }, { $code } among them.
refusal-track-in-use-remedy = Please give { $code } and the others another track first, or none.
refusal-no-such-session = The programme has no { $session }.
refusal-no-such-session-remedy = Please choose one from the programme, or add it first.
refusal-session-withdrawn = No more changes can be made to { $session }: it was withdrawn.
refusal-session-withdrawn-remedy = If it is to take place after all, please reinstate it first.
refusal-not-withdrawn = There is nothing to reinstate: { $session } was not withdrawn.
refusal-not-withdrawn-remedy = All is well; there is nothing more to do.
refusal-session-outside = The meeting cannot be held from { $first } to { $last }: { $code } begins { $start }.
refusal-session-outside-remedy = Please move { $code } and whatever else lies outside these days first, or take it off the grid.
refusal-code-taken = Another session of this meeting already has the code “{ $code }”, or one that leads to the same address.
refusal-code-taken-remedy = Please choose another code.
refusal-slot-backwards = The end of a slot must come after its beginning; this one goes from { $start } to { $end }.
refusal-slot-backwards-remedy = Please check both times.
refusal-outside-meeting = The time does not fit into the meeting: it begins { $start }, and the meeting lasts from { $first } to { $last }.
refusal-outside-meeting-remedy = Please choose a time within these days, and check that the time zone is the one you mean.
refusal-room-taken = There is another session in { $room }: { $code }, from { $from } to { $until }.
refusal-room-taken-remedy = Please choose another room or another time, or move { $code } first.
refusal-already-placed = The programme already has { $session } in this room at this time.
refusal-already-placed-remedy = All is well; there is nothing more to do.
refusal-not-placed = There is no room and time to take back from { $session }.
refusal-not-placed-remedy = All is well; place it when you know where it belongs.
refusal-role-taken = The session already has { $person } in this role.
refusal-role-taken-remedy = All is well; there is nothing more to do.
refusal-role-missing = The session does not have { $person } in this role.
refusal-role-missing-remedy = Please check the person and the role.
refusal-nothing-changed = Everything is already as you ask.
refusal-nothing-changed-remedy = All is well; there is nothing more to do.
refusal-nothing-to-undo = There is nothing left to take back of act { $act }.
refusal-nothing-to-undo-remedy = The latest fifty changes can be taken back, each of them once; please change by hand what is older.
refusal-changed-since = What act { $act } changed has been changed again since, by act { $later }.
refusal-changed-since-remedy = Please take the later change back first, or change it by hand.
refusal-person-twice = Two sessions would need { $person } at once, { $at }: { $one } and { $other }.
refusal-person-twice-remedy = Please move one of the two sessions or give the role to somebody else, then publish again.
refusal-nothing-to-publish = Nothing has changed since version { $version } of the programme was published.
refusal-nothing-to-publish-remedy = All is well; version { $version } remains the current one.
refusal-empty-programme = No session has a room and a time yet, so there is no programme to publish.
refusal-empty-programme-remedy = Please place at least one session first.

# What has no name, or none that may be told.
thing-series = series { $number }
thing-meeting = meeting { $number }
thing-person = person { $number }
thing-organisation = organisation { $number }
thing-room = room { $number }
thing-slot = slot { $number }
thing-track = track { $number }
thing-session = session { $number }

# Names of fields, as they stand within a sentence.
field-abstract = abstract
field-biography = biography
field-city = city
field-code = session code
field-country = country code
field-email = e-mail address
field-format = format
field-kind = session type
field-label = version label
field-language = language
field-minutes = length in minutes
field-name = name
field-note = note
field-number = number of the meeting
field-origin = id in the other system
field-pause = name of the pause
field-seats = number of seats
field-slug = short name
field-source = source
field-title = title
field-url = link
field-zone = time zone
