date-range = { $first-short }–{ $last }
time-range = { $from }–{ $to }
moment = { $date }, { $time }, { $zone }
zone-with-offset = { $zone } ({ $offset })
