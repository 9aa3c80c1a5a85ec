# The machine plans: runs, variants, comparison. $session, $one and $other are codes.

refusal-no-such-variant = There is no variant { $variant } of this programme.
refusal-no-such-variant-remedy = It may have been dropped; please look at the list of variants.
refusal-too-many-variants = { $max } variants are kept, as many as can be.
refusal-too-many-variants-remedy = Please drop one of them first.

run-title = Let the machine plan
run-lead = The machine looks for places for the sessions: nobody in two places, rooms that fit, themes that do not run against each other. What it finds changes nothing until you adopt it, and one undo takes all of it back.
run-start-title = What shall be planned
run-again = Plan again
run-again-hint = A new run replaces the result above; keep it as a variant first if you may want it back.
run-keep = What stays
run-keep-placed = Everything that has a place; plan only the others
run-keep-draft = As much of the draft as possible
run-keep-published = As much of the published version as possible
run-keep-nothing = Nothing but what is locked
run-seconds-most = Seconds (at most { $max })
run-threads = Processors (at most { $max })
run-seed = Where chance begins (a number)
run-seed-hint = The same number tries the same things in the same order; another number finds another programme. How far it comes in its seconds depends on the machine.
run-what-if = What if rooms or sessions were missing?
run-without-rooms = Without these rooms
run-without-sessions = Without these sessions, one code a line
run-start = Start
run-stop = Stop with what there is
run-on = The machine is planning
run-on-hint = You can leave this page; the run goes on, and its result waits here as long as the server is not restarted.
run-seconds-of = { $seconds } of { $all } s
run-best = Best so far
run-demands = Demands not met, weighed
run-wishes = Wishes not met, in points
run-seconds = Seconds
run-bound = No programme can do better than { $demands } (demands) and { $wishes } (wishes).
run-curve = Wishes not met fell from { $from } to { $to } points.
run-curve-table = The same as a table
run-found = Result of the run
run-ended = It took { $seconds } s and tried { $steps } changes; the seed was { $seed }.
run-without = Planned as if these were missing: { $what }
run-changed-since = The draft has changed since the run began. What is shown here is what adopting would do now.
run-conflict = These demands cannot all be met. To give up one of them may be enough:
run-conflict-remedy = Please give up one of them, or take what was found: it breaks as little as possible.
run-failed = The run broke down.
run-failed-remedy = Nothing was changed. Please start another one; with another number it may go better.
run-nothing-moves = Nothing would move.
run-adopt = Adopt this
run-adopted = Adopted as one change; the first button takes all of it back.
run-compare = Compare with the draft
run-discard = Discard the result

side-draft = Draft
side-variant = Variant “{ $name }”
variants-title = Variants
variants-lead = Places that are kept beside the draft. They change nothing until one is adopted.
variants-none = None is kept yet.
variants-count = { $count ->
    [0] No variants
    [one] One variant
   *[other] { $count } variants
}
variant-name = Name
variant-note = What to say about it
variant-keep = Keep
variant-keep-draft = Keep the draft as it is
variant-keep-found = Keep it as a variant
variant-placed = { $count ->
    [one] One session with a place
   *[other] { $count } sessions with a place
}
variant-compare = Compare with the draft
variant-adopt = Adopt
variant-drop = Drop
variant-drop-hint = It is gone then, and its name and note are erased.

compare-title = Compare two programmes
compare-with-latest = Draft and published version side by side
compare-one = From
compare-other = To
compare-show = Compare
compare-count = { $count ->
    [0] No session moves
    [one] One session moves
   *[other] { $count } sessions move
}
compare-from-to = { $from } → { $to }
compare-no-place = without a place
compare-more = { $count ->
    [one] … and one more.
   *[other] … and { $count } more.
}
compare-moved = elsewhere
costs-caption = What is not met, in points (and how often)
costs-must = must not be

demand-placed = { $what } takes place.
demand-fixed = { $what } stays where it is.
demand-features = The room of { $what } has what it needs.
demand-plenary = Nothing is held beside { $what }.
demand-available = { $what } is asked for only when they can be there.
demand-one-place = { $what } is in one place at a time.
demand-resource = No more is used than there is: { $what }.
demand-blocked = { $what } is not used while it is blocked.
demand-precedence = { $one } comes before { $other }.

field-seconds = Seconds
field-threads = Processors
desk-no-code = No session has the code { $code }.
desk-no-code-remedy = Please write the codes as they stand in the programme, one a line.
problem-nothing-to-plan = There is nothing to plan with yet: no sessions, no rooms or no times.
problem-nothing-to-plan-remedy = Please add rooms, the times of the days and sessions first.
problem-cannot-plan = This programme is more than the machine can plan.
problem-cannot-plan-remedy = Let sessions begin and last in common steps, such as five minutes: odd minutes cut the days into too many pieces. If that is not it, whoever keeps the server finds the reason in its log.
problem-run-under-way = The machine is planning this meeting already.
problem-run-under-way-remedy = Please wait until it has ended, or stop it.
problem-runs-full = The machine is planning as many meetings as it can at once.
problem-runs-full-remedy = Please start it again in a minute.
