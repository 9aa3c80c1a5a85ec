# Dates and times. A language may use any of the values that are offered:
# date-range: $first, $first-short, $last, $last-short, where the short ones leave out what both have in common.
date-range = { $first-short }–{ $last }
time-range = { $from }–{ $to }
moment = { $date }, { $time }, { $zone }
zone-with-offset = { $zone } ({ $offset })
