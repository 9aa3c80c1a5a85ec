date-range = { $first }～{ $last-short }
time-range = { $from }～{ $to }
moment = { $date } { $time }（{ $zone }）
zone-with-offset = { $zone }、{ $offset }
