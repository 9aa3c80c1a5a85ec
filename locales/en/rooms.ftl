# Rooms: what is on now, signs at doors, sheets of paper.

now-title = Now and next
now-here = Now
now-next = Next
now-nothing = Nothing is on today.
now-page = { $page } of { $pages }
for-a-screen = For a screen
rooms-title = Rooms
rooms-print = Sheets for the doors
rooms-print-hint = One sheet of paper for each room and day: print this page. It does not print this line.
sign-title = { $room } · { $meeting }
sign-free = Nothing is on now
sign-over = Nothing more is on in this room.

pdf-title = On paper (PDF)
pdf-about = For printing: a day on a page where it fits, to be read aloud by screen readers as well.
pdf-no-letters = This cannot be set in PDF here
pdf-letters = The server has no font for these letters: { $letters }
pdf-print-instead = Print the same from your browser instead
pdf-install = Whoever looks after the server can install the fonts, on Debian and Ubuntu with this command, and start Hemicycle anew. Another folder of fonts is named with the key “fonts”.

collisions-title = Collisions
collisions-found = { $count ->
    [0] Nobody has two sessions at a time
    [one] Once somebody has two sessions at a time
   *[other] { $count } times somebody has two sessions at a time
}, over all roles and all meetings of the forum. { $lesser ->
    [0] {""}
    [one] Once more an organiser is not needed in both.
   *[other] { $lesser } times more an organiser is not needed in both.
}
collision-both = needed in both at once
collision-short = { $minutes ->
    [0] no time to walk from one room to the other
    [one] one minute to walk from one room to the other
   *[other] { $minutes } minutes to walk from one room to the other
}
collision-lesser = at once, but need not be there as an organiser
alike-title = One person under two names?
alike-found = { $count ->
    [0] No two people here look like one.
    [one] One pair of entries may be one person. Whoever knows them decides.
   *[other] { $count } pairs of entries may be one person. Whoever knows them decides.
}
alike-address = same address for mail
alike-name = same name
alike-names = names alike
alike-organisation = same organisation
alike-same = One person: everything to { $kept } #{ $number }
similar-title = Similar sessions
similar-found = { $count ->
    [0] No two sessions are about the same
    [one] One pair of sessions is about the same
   *[other] { $count } pairs of sessions are about the same
}, by the words that few others use; { $same ->
    [0] none at the same time
    [one] one of them at the same time
   *[other] { $same } of them at the same time
}.
similar-same-time = Same time
similar-likeness = { $percent } % alike
similar-hold-as-one = Hold them as one
similar-merge-hint = The people and organisers of the one join the other, and it is withdrawn. Nothing is lost: one undo takes it back.
similar-merge = Keep { $kept }, withdraw { $gone }
import-collisions = Two sessions at a time

letters-title = Letters
letters-lead = Whoever has a part in a session that changed is written to once for each version, with a calendar file that brings theirs up to date.
letters-none = Nobody was written to about this version.
letters-tell = Write to everybody whom it concerns
letters-tick = Write to everybody whom this concerns
letters-sent = { $count ->
    [one] One letter sent
   *[other] { $count } letters sent
}
letters-waiting = { $count ->
    [one] One letter is on its way
   *[other] { $count } letters are on their way
}
letters-refused = { $count ->
    [one] One letter could not be delivered
   *[other] { $count } letters could not be delivered
}
letters-no-address = { $count ->
    [one] One person has no address here: tell them yourself
   *[other] { $count } people have no address here: tell them yourself
}
letter-programme-subject = { $meeting }: what changed for you
letter-programme-dear = Dear { $name },
letter-programme-published = version “{ $label }” of the programme of { $meeting } was published. This is what changes for you:
letter-programme-calendar = The attached calendar file brings these sessions up to date in your calendar.
