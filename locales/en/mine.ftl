# "My programme": what a reader chose.

mine-title = My programme
mine-shared-title = A programme shared with you
mine-add = Add { $code }
mine-remove = Remove { $code }
mine-add-this = Add to my programme
mine-remove-this = Remove from my programme
mine-empty = You have not chosen any session yet. Press + beside a session, and it stands here.
mine-to-programme = To the programme
mine-kept = Kept in this browser only. No account is needed, and nobody else knows of it.
mine-full = These are { $count } sessions, as many as fit. To add another one, remove one first.
mine-bad-link = This link cannot be read: a part of it may be missing. Ask for it again, or copy it whole.
mine-clashes = { $count ->
    [one] Two of these sessions overlap. Which ones is said beside them.
   *[other] { $count } pairs of these sessions overlap. Which ones is said beside them.
}
mine-changed = { $count ->
    [one] One session has changed since it was chosen.
   *[other] { $count } sessions have changed since they were chosen.
}
mine-seen = I have seen it
mine-free = Free from { $from } to { $to }: { $length }
mine-overlap = Overlaps for { $length } with
mine-moved = Moved. When it was chosen it was: { $place }
mine-length = Lasts another time now. When it was chosen: { $length }
mine-gone-title = No longer on the programme
mine-gone-was = It was: { $place }
mine-share-title = Share and take along
mine-share-why = Whoever has this link sees these sessions, and nothing of you. What you change later is not in it.
mine-share-link = Link to these sessions
mine-clear = Remove all from this browser
mine-take = Add these to my programme
mine-take-why = Your own choice stays as it is; what is missing from it is added.
length-minutes = { $minutes } min
length-hours = { $hours } h
length-hours-and-minutes = { $hours } h { $minutes } min
refusal-too-many-choices = You have chosen { $max } sessions, as many as can be kept for one person.
refusal-too-many-choices-remedy = Please take one off your programme first.
mine-kept-account = Kept in your account, the same on all your devices. You alone see which sessions these are; organisers see how many people chose a session.
mine-before = { $count ->
    [one] You chose one session on this device before you signed in.
   *[other] You chose { $count } sessions on this device before you signed in.
}
mine-join = Add them to my programme
mine-leave = Forget them
mine-clear-account = Remove all from my programme
mine-calendar = Calendar of these sessions
mine-calendar-name = My sessions · { $meeting }
