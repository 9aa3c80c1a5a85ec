//! Bad conferences.

use super::{Case, each_is_named};
use crate::formats::COSPLIB;

const CASES: &[Case] = &[
    (
        "\"slots\": 2}, {\"slots\": 1}]",
        "\"slots\": 2}, {\"slots\": 0}]",
        3,
        "sessions[1].slots",
        "at least one",
    ),
    ("[{\"slots\": 2}", "[{\"slots\": 4000000000}", 3, "sessions", "at most"),
    ("[{\"slots\": 2}", "[{\"slots\": 20000}", 3, "sessions", "at most 10000"),
    ("[{\"slots\": 2}", "[{\"slots\": -2}", 3, "sessions[0].slots", "invalid value"),
    ("[{\"slots\": 2}", "[{\"slots\": \"2\"}", 3, "sessions[0].slots", "invalid type"),
    ("[{\"slots\": 2}", "[{\"slot\": 2}", 3, "sessions[0].slots", "missing field"),
    (
        "\"sessions\": [{\"slots\": 2}, {\"slots\": 1}]",
        "\"sessions\": []",
        5,
        "track_session[0]",
        "2 columns, not 0",
    ),
    ("\"rooms\": [{}, {}]", "\"rooms\": []", 5, "track_room[0]", "2 columns, not 0"),
    ("\"rooms\": [{}, {}]", "\"rooms\": 2", 3, "rooms", "invalid type"),
    ("\"tracks\": [{}, {}]", "\"tracks\": [{}]", 5, "track_session", "2 rows, not 1"),
    (", \"tracks\": [{}, {}]", "", 7, "tracks", "missing field"),
    ("\"track\": 1", "\"track\": 5", 4, "submissions[2].track", "no track 5"),
    ("\"track\": 1", "\"track\": -1", 4, "submissions[2].track", "invalid value"),
    ("\"track\": 1, ", "", 4, "submissions[2].track", "missing field"),
    (
        "\"track\": 1, \"slots\": 2",
        "\"track\": 1, \"slots\": 0",
        4,
        "submissions[2].slots",
        "at least one slot",
    ),
    (
        "\"track\": 1, \"slots\": 2",
        "\"track\": 1, \"slots\": 3",
        4,
        "submissions[2].slots",
        "longest session has 2",
    ),
    (
        "\"track\": 1, \"slots\": 2",
        "\"track\": 1, \"slots\": 1e999",
        4,
        "submissions[2].slots",
        "out of range",
    ),
    (
        "\"slots\": 2, \"order\": 0",
        "\"slots\": 2, \"order\": null",
        4,
        "submissions[2].order",
        "invalid type",
    ),
    ("\"slots\": 2, \"order\": 0", "\"slots\": 2, \"order\": 1.5", 4, "submissions[2].order", "invalid type"),
    ("\"track_session\": [[0, 0]", "\"track_session\": [[0]", 5, "track_session[0]", "1 columns, not 2"),
    ("\"track_session\": [[0, 0]", "\"track_session\": [[0, -1]", 5, "track_session[0]", "not between"),
    (
        "\"track_session\": [[0, 0]",
        "\"track_session\": [[0, 9999999999]",
        5,
        "track_session[0]",
        "not between",
    ),
    (
        "\"track_session\": [[0, 0]",
        "\"track_session\": [[0, \"a\"]",
        5,
        "track_session[0][1]",
        "invalid type",
    ),
    ("\"track_room\": [[0, 0], [0, 0]]", "\"track_room\": [[0, 0]]", 5, "track_room", "1 rows, not 2"),
    ("\"track_track\": [[0, 1]", "\"track_track\": [[0]", 5, "track_track[0]", "1 columns, not 2"),
    ("\"track_track\": [[0, 1]", "\"track_track\": [[0, 1, 2]", 5, "track_track[0]", "3 columns, not 2"),
    ("\"session_room\": [[0, 0], ", "\"session_room\": [", 6, "session_room", "1 rows, not 2"),
    ("\"sub_session\": [[0, 0], ", "\"sub_session\": [", 6, "sub_session", "2 rows, not 3"),
    ("\"sub_timezone\": [[0, 0], ", "\"sub_timezone\": [", 6, "sub_timezone", "2 rows, not 3"),
    ("\"sub_timezone\": [[0, 0], ", "\"sub_timezone\": [0, ", 6, "sub_timezone[0]", "invalid type"),
    ("\"sub_room\": [[0, 0], ", "\"sub_room\": [[0, 0, 0], ", 7, "sub_room[0]", "3 columns, not 2"),
    ("[[0, 2]]", "[[0, 3]]", 7, "presenter_conflicts[0]", "below 3"),
    ("[[0, 2]]", "[[2, 2]]", 7, "presenter_conflicts[0]", "two different"),
    ("[[0, 2]]", "[[0, 1, 2]]", 7, "presenter_conflicts[0][2]", "not what should"),
    ("[[0, 2]]", "[[0]]", 7, "presenter_conflicts[0]", "invalid length"),
    ("[[0, 2]]", "[[0, -2]]", 7, "presenter_conflicts[0][1]", "invalid value"),
    ("\"chair_conflicts\": []", "\"chair_conflicts\": [[0, 2]]", 7, "chair_conflicts[0]", "below 2"),
    ("\"attendee_conflicts\": []", "\"attendee_conflicts\": {}", 7, "attendee_conflicts", "invalid type"),
    (", \"chair_conflicts\": []", "", 7, "chair_conflicts", "missing field"),
    ("_weight\": 3", "_weight\": 3000000000", 2, "weights.num_rooms_per_track_weight", "more than"),
    ("_weight\": 3", "_weight\": \"3\"", 2, "weights.num_rooms_per_track_weight", "invalid type"),
    (
        "_weight\": 3",
        "_weight\": 99999999999999999999",
        2,
        "weights.num_rooms_per_track_weight",
        "invalid type",
    ),
    ("\"name\": \"small\",", "\"name\": \"small\"", 2, "name", "not what should"),
];

#[test]
fn what_is_wrong_with_a_conference_is_named() {
    each_is_named(COSPLIB, CASES);
}
