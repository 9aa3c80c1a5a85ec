date-range = { $first }至{ $last-short }
time-range = { $from }–{ $to }
moment = { $date } { $time }（{ $zone }）
zone-with-offset = { $zone }，{ $offset }
