# Taking over the programme of another tool, on the command line. $line is a line of the file.

import-heading-new = “{ $title }” becomes a new meeting: { $slug }, in the series { $series }, { $days } ({ $zone }).
import-heading-known = “{ $title }” ({ $slug }, in the series { $series }, { $days }, { $zone }) is there already.
import-nothing-changes = Nothing changes: the forum has everything that the file has.
import-row-sessions = sessions
import-row-persons = persons
import-row-rooms = rooms
import-row-tracks = tracks
import-column-new = new
import-column-changed = changed
import-column-moved = moved
import-column-withdrawn = withdrawn
import-column-unchanged = unchanged
import-line = line { $line }
import-more = { $count ->
    [one] … and { $count } more; --all shows it.
   *[other] … and { $count } more; --all shows them.
}

import-differences = What changes:
import-change-new = is new
import-change-withdrawn = is withdrawn
import-change-unplaced = has no place
import-change-off = loses its place ({ $from })
import-change-placed = in { $to }
import-change-moved = moves from { $from } to { $to }
import-change-title = was called “{ $old }”
import-change-length = lasts { $to } minutes instead of { $from }
import-change-description = is described differently
import-change-joined = { $name } joins ({ $role })
import-change-left = { $name } leaves ({ $role })
import-role-chair = chair
import-role-moderator = moderator
import-role-online-moderator = online moderator
import-role-speaker = speaker
import-role-rapporteur = rapporteur
import-role-organiser = organiser

import-not-entered = { $count ->
    [one] { $count } session is not taken over:
   *[other] { $count } sessions are not taken over:
}
import-not-placed = { $count ->
    [one] { $count } session stays without a place:
   *[other] { $count } sessions stay without a place:
}
import-left-out = Left out ({ $count }):
import-assumed = Please look whether this is right ({ $count }):
import-missing = { $count ->
    [one] { $count } session of an earlier import is no longer in the file and stays as it is; --withdraw-missing withdraws it:
   *[other] { $count } sessions of an earlier import are no longer in the file and stay as they are; --withdraw-missing withdraws them:
}
import-publishes = The programme will be published as version { $label }.
import-publishes-nothing = There is nothing new to publish.
import-publication-refused = The programme cannot be published, and so nothing is written. { $why } Without --publish the import goes on.
import-clash = { $name } is in { $one } and in { $other } at the same time.

import-not-happening = The file says that it is { $state }.
import-not-happening-remedy = If it does take place, change its state in the tool it comes from.
import-no-room = The file names no room for it.
import-no-room-remedy = Place it by hand, or give it a room in the file.
import-no-time = The file states no time for it.
import-no-time-remedy = Place it by hand, or give it a time in the file.
import-clocks-change = The clocks change at { $wall }: that time comes twice or never.
import-clocks-change-remedy = Choose another time, or write it with its offset from UTC.
import-room-busy = { $room } is taken by { $code } “{ $title }” from { $from } to { $until }.
import-room-busy-remedy = Move one of the two.
import-person-busy = { $name } is in { $code } “{ $title }” from { $from } to { $until }.
import-person-busy-remedy = Move one of the two sessions, or let somebody else take over.
import-code-changed = Another session has its code, so it is called { $code }.
import-code-changed-remedy = Nothing to do, unless both are the same session.
import-shared-id = The session on line { $line } has the same id, { $id }; they are told apart by their order in the file.
import-shared-id-remedy = Give each an id of its own, so that the next version of the file finds the right one.
import-role-unknown = The role “{ $role }” is not known here; the person is entered as a speaker.
import-role-unknown-remedy = Write one of: speaker, moderator, online moderator, chair, rapporteur, organiser.
import-namesakes = { $count } persons bear this name under different ids; each is entered.
import-namesakes-remedy = If they are one person, give them one id in the tool they come from.
import-other-name = The same id stands for “{ $name }”; that name is taken.
import-other-name-remedy = If they are two persons, give each an id of their own.
import-known-by-name = Recognised by the name alone as somebody who is here already.
import-known-by-name-remedy = If this is somebody else, enter them by hand before the import, under a name that tells them apart.
import-name-ambiguous = { $count } persons here bear this name already, so another one is entered.
import-name-ambiguous-remedy = If it is one of them, give them their role by hand.
import-length-assumed = { $count ->
    [one] { $count } session has no length in the file and gets { $minutes } minutes.
   *[other] { $count } sessions have no length in the file and get { $minutes } minutes.
}
import-length-assumed-remedy = Choose another length with --minutes.
import-language-assumed = { $count ->
    [one] { $count } session has no language in the file and gets “{ $tag }”.
   *[other] { $count } sessions have no language in the file and get “{ $tag }”.
}
import-language-assumed-remedy = Choose the language with --language; “und” means that it is not known.
import-kind-assumed = { $count ->
    [one] { $count } session has no type in the file and is entered as “session”.
   *[other] { $count } sessions have no type in the file and are entered as “session”.
}
import-kind-assumed-remedy = Give them a type in the file if you want to filter by it.
import-known-by-title = { $count ->
    [one] { $count } session has no id in the file: the next version will find it by its title.
   *[other] { $count } sessions have no id in the file: the next version will find them by their titles.
}
import-known-by-title-remedy = With a column of ids, a session that gets another title stays the same session.
import-room-renamed = The room is called “{ $name }” here, and stays so.
import-room-renamed-remedy = Nothing to do, unless it is another room: then give it another id.
import-room-name-changed = Another room has this name in addresses, so it is called “{ $name }”.
import-room-name-changed-remedy = If they are one room, write its name the same way everywhere.
import-no-field = The forum has no field for this: { $what } ({ $count }).
import-no-field-remedy = Nothing to do, unless it matters: then put it into the abstract.
import-left-links = links
import-left-attachments = attachments
import-left-pages = addresses of the sessions' pages elsewhere
import-left-licences = licences of recordings
import-left-recording = refusals of a recording
import-left-meeting-description = the description of the meeting
import-left-room-descriptions = descriptions of rooms
import-left-colours = colours of tracks
import-zone-differs = The times are read in the zone { $file }; the meeting itself is in { $meeting }.
import-zone-differs-remedy = If that is wrong, give the right one with --zone.
import-not-withdrawn = { $count ->
    [one] { $count } missing session is not withdrawn: some sessions of the file could not be read, and it may be one of them.
   *[other] { $count } missing sessions are not withdrawn: some sessions of the file could not be read, and these may be among them.
}
import-not-withdrawn-remedy = Correct the file first, then import it again.

import-no-meeting = The file does not say which meeting it belongs to.
import-no-meeting-remedy = Name the meeting with --meeting, such as --meeting kyoto-2023.
import-no-title = The file has no title for the new meeting.
import-no-title-remedy = Give one with --title.
import-no-days = The file does not say on which days the meeting takes place.
import-no-days-remedy = Announce the meeting first, then import into it with --meeting.
import-no-zone = The file does not say in which time zone the meeting takes place.
import-no-zone-but-offset = The file does not say in which time zone the meeting takes place, only that its times are { $offset }.
import-no-zone-remedy = Give the zone with --zone, such as --zone Asia/Tokyo.
import-unknown-zone = There is no time zone “{ $zone }”.
import-unknown-zone-remedy = Give its name in the form Area/City with --zone, such as --zone Asia/Tokyo.
import-which-series = The forum has several series: { $series }.
import-which-series-remedy = Choose one with --series, or name a new one.

import-new-forum = The forum { $forum } is not there yet; it will be begun.
import-columns = The columns of the table, as they are understood:
import-columns-unused = These columns are left out: { $columns }
import-columns-correct = If that is right, pass it back; if not, correct it first:
import-columns-ask = Is that right? (y/n)
import-ask = Write this? (y/n)
import-yes = y yes
import-not-yet = Nothing is written. With --yes, this is written.
import-nothing-written = Nothing is written.
import-done = { $count ->
    [one] Done, with { $count } act.
   *[other] Done, with { $count } acts.
}
import-too-busy = Others are writing to this forum all the time. Nothing is written; please try again in a while.
import-draft = It is a draft: the public sees it when it is published, with { $command }
