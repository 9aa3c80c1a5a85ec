# Series, meetings, figures.

forum-empty = No meeting has been announced yet.
forum-lead = Anyone may read here what is on the programme, who stands on it, and what has changed since it was published.
series-meetings = { $count ->
    [one] One meeting so far.
   *[other] { $count } meetings so far.
}
door-sessions = { $count ->
    [one] session
   *[other] sessions
} in { $days ->
    [one] one day
   *[other] { $days } days
}
door-people = { $count ->
    [one] person
   *[other] people
} on the programme
door-organisations = { $count ->
    [one] organisation holds sessions
   *[other] organisations hold sessions
}
people-by-group = The people on the programme, by stakeholder group
programme-not-published = The programme has not been published yet.
number-column = No.
place-column = Place
dates-column = Dates
published-column = Published figures
figures-title = Figures
figures-note = A figure says what was counted and who published it. Figures that count different things are not compared here, and not added up.
figure-column = What was counted
source-column = Source
figure-from-record = Counted from this forum’s record
figure-registered = { $at-least ->
    [yes] more than { $count } registered
   *[no] { $count } registered
}
figure-approved = { $at-least ->
    [yes] more than { $count } approved
   *[no] { $count } approved
}
figure-badge-collected = { $at-least ->
    [yes] more than { $count } badges collected
   *[no] { $count } badges collected
}
figure-on-site = { $at-least ->
    [yes] more than { $count } on site
   *[no] { $count } on site
}
figure-joined-online = { $at-least ->
    [yes] more than { $count } joined online
   *[no] { $count } joined online
}
figure-took-part = { $at-least ->
    [yes] more than { $count } took part
   *[no] { $count } took part
}
counted-registered = { $count } registered
counted-badges = { $count } badges collected
counted-online = { $count } joined online
counted-took-part = { $count } collected a badge or joined online, each person once
