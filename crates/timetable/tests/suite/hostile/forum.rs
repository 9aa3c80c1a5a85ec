//! Bad forums.

use super::{Case, each_is_named, example};

const CASES: &[Case] = &[
    ("\"length\": 2", "\"length\": 0", 15, "sessions[2].length", "at least one step"),
    ("\"length\": 2", "\"length\": 9", 15, "sessions[2].length", "only 4 steps"),
    ("\"length\": 2", "\"length\": -1", 15, "sessions[2].length", "invalid value"),
    ("\"length\": 2", "\"length\": 1e400", 15, "sessions[2].length", "out of range"),
    ("\"length\": 2", "\"length\": 99999999999999999999", 15, "sessions[2].length", "invalid type"),
    ("\"length\": 2", "\"length\": \"two\"", 15, "sessions[2].length", "invalid type"),
    ("\"length\": 2, ", "", 16, "sessions[2].length", "missing field"),
    ("\"length\": 2", "\"length\": 2, \"length\": 1", 15, "sessions[2].length", "duplicate field"),
    ("\"expected\": 80", "\"expekted\": 80", 15, "sessions[2].expekted", "unknown field"),
    ("\"expected\": 80", "\"expected\": -3", 15, "sessions[2].expected", "cannot be"),
    ("\"person\": 1", "\"person\": 7", 16, "sessions[2].parts", "no person 7"),
    ("\"resources\": [0]", "\"resources\": [5]", 15, "sessions[2].resources", "no resource 5"),
    ("\"track\": 0", "\"track\": 1000000000", 14, "sessions[1].track", "count from 0"),
    ("\"group\": 2", "\"group\": 99999999", 14, "sessions[1].group", "count from 0"),
    ("\"fixed\": {\"start\": 0", "\"fixed\": {\"start\": 44", 13, "sessions[0].fixed", "no such place"),
    (
        "\"published\": {\"start\": 1",
        "\"published\": {\"start\": 4",
        17,
        "sessions[3].published",
        "no such place",
    ),
    ("\"seats\": 30", "\"seats\": -30", 8, "rooms[1].seats", "cannot be"),
    ("\"seats\": 30", "\"seats\": 99999999999", 8, "rooms[1].seats", "cannot be"),
    ("\"seats\": 30, ", "", 8, "rooms[1].seats", "missing field"),
    ("\"blocked\": [3]", "\"blocked\": [4]", 8, "rooms[1].blocked", "no time 4"),
    ("\"features\": [\"booths\"]}", "\"features\": \"booths\"}", 7, "rooms[0].features", "invalid type"),
    ("\"end\": 650", "\"end\": 600", 3, "times[1].end", "must end after"),
    ("\"start\": 600", "\"start\": 580", 3, "times[1].start", "in order"),
    ("\"day\": 1, \"start\": 1980", "\"day\": 7, \"start\": 1980", 4, "times[2].start", "days count up"),
    ("\"day\": 0, \"start\": 540", "\"day\": 3, \"start\": 540", 2, "times[0].day", "first day is 0"),
    ("\"end\": 2880", "\"end\": 1000", 10, "people[0].away[0].end", "must end after"),
    ("\"online\": -300", "\"online\": 9000", 11, "people[1].online", "more than a day"),
    ("\"region\": 1", "\"region\": 4294967296", 11, "people[1].region", "count from 0"),
    ("\"count\": 1", "\"count\": -1", 18, "resources[0].count", "cannot be"),
    ("\"before\": 1, \"after\": 2", "\"before\": 1, \"after\": 1", 19, "precedences[0]", "circle"),
    (
        "{\"before\": 1, \"after\": 2}",
        "{\"before\": 1, \"after\": 2}, {\"before\": 2, \"after\": 1}",
        19,
        "precedences[0]",
        "circle",
    ),
    ("\"before\": 1", "\"before\": 8", 19, "precedences[0]", "does not exist"),
    (
        "\"one\": 1, \"other\": 3, \"weight\": 12",
        "\"one\": 1, \"other\": 30, \"weight\": 12",
        20,
        "audiences[0]",
        "does not exist",
    ),
    ("\"weight\": 12", "\"weight\": -12", 20, "audiences[0]", "weight from 0"),
    ("\"one\": 2, \"other\": 3", "\"one\": 2, \"other\": 2", 21, "similar[0]", "two different"),
    ("[[0, 5], [5, 0]]", "[[0, 5]]", 22, "walking", "for every room"),
    ("[[0, 5], [5, 0]]", "[[0, 5], [-5, 0]]", 22, "walking[1][0]", "nobody walks"),
    ("\"audience\": 6", "\"audience\": 4611686018427387904", 23, "weights.audience", "from 0 to"),
    ("\"audience\": 6", "\"audiance\": 6", 23, "weights.audiance", "unknown field"),
    ("\"similar\": [{", "\"similiar\": [{", 21, "similiar", "unknown field"),
    ("\"rooms\": [", "\"rooms\": {", 6, "rooms", "invalid"),
    ("\"sessions\": [", "\"sessions\": [1, ", 12, "sessions[0]", "invalid type"),
    ("\"name\": \"Trust\"", "\"name\": \"Tru\nst\"", 16, "sessions[2].name", "control character"),
    (
        "\"weights\": {\"audience\": 6}}",
        "\"weights\": {\"audience\": 6}} x",
        23,
        "file",
        "trailing characters",
    ),
];

#[test]
fn what_is_wrong_with_a_forum_is_named() {
    each_is_named(example(0), CASES);
}
