//! Bad meetings of the IETF.

use super::{Case, each_is_named, read};
use crate::formats::IETF;

const CASES: &[Case] = &[
    (
        "{\"id\": 1, \"name\": \"Study\"",
        "{\"id\": 0, \"name\": \"Study\"",
        2,
        "rooms[1].id",
        "ids count 0, 1, 2",
    ),
    ("\"capacity\": 20", "\"capacity\": -20", 2, "rooms[1].capacity", "not between"),
    ("\"capacity\": 20", "\"capacity\": 1e99", 2, "rooms[1].capacity", "invalid type"),
    ("\"capacity\": 20", "\"capacity\": null", 2, "rooms[1].capacity", "invalid type"),
    (", \"capacity\": 20", "", 2, "rooms[1].capacity", "missing field"),
    ("{\"id\": 1, \"start\"", "{\"id\": 5, \"start\"", 5, "frames[1].id", "ids count"),
    ("2030-06-04T09:00", "Tuesday", 6, "frames[2].start", "not a local time"),
    ("2030-06-04T09:00", "2030-13-04T09:00", 6, "frames[2].start", "not a local time"),
    ("2030-06-04T09:00", "2030-06-04T25:00", 6, "frames[2].start", "not a local time"),
    ("2030-06-04T09:00", "99999999999-06-04T09:00", 6, "frames[2].start", "not a local time"),
    ("09:00\", \"minutes\": 60", "09:00\", \"minutes\": 0", 4, "frames[0].minutes", "a frame needs"),
    ("09:00\", \"minutes\": 60", "09:00\", \"minutes\": -60", 4, "frames[0].minutes", "a frame needs"),
    (
        "09:00\", \"minutes\": 60",
        "09:00\", \"minutes\": 99999999999999999999",
        4,
        "frames[0].minutes",
        "invalid type",
    ),
    ("\"timerange\": \"tuesday-morning\"}", "\"timerange\": 2}", 6, "frames[2].timerange", "invalid type"),
    ("{\"id\": 4, \"frame\": 2", "{\"id\": 3, \"frame\": 2", 8, "slots[4].id", "ids count"),
    ("\"frame\": 2", "\"frame\": 9", 8, "slots[4].frame", "no frame 9"),
    ("\"frame\": 2, \"room\": 0", "\"frame\": 2, \"room\": 7", 8, "slots[4].room", "no room 7"),
    ("\"frame\": 0, \"room\": 1", "\"frame\": 0, \"room\": 0", 7, "slots[1].room", "listed twice"),
    ("\"frame\": 2", "\"frame\": -2", 8, "slots[4].frame", "invalid value"),
    ("{\"id\": \"names\"", "{\"id\": \"routes\"", 9, "groups[1].id", "listed twice"),
    ("\"ad\": 7}]", "\"ad\": \"7\"}]", 9, "groups[1].ad", "invalid type"),
    ("\"group\": \"names\"", "\"group\": \"nomes\"", 12, "sessions[2].group", "no group `nomes`"),
    ("{\"id\": 2, \"group\"", "{\"id\": 1, \"group\"", 12, "sessions[2].id", "ids count"),
    ("\"minutes\": 30", "\"minutes\": \"x\"", 12, "sessions[2].minutes", "invalid type"),
    ("\"minutes\": 30", "\"minutes\": -30", 12, "sessions[2].minutes", "not between"),
    ("\"attendees\": 10", "\"attendees\": 9999999999", 12, "sessions[2].attendees", "not between"),
    (", \"attendees\": 10", "", 12, "sessions[2].attendees", "missing field"),
    (
        "\"attendees\": 10",
        "\"attendees\": 10, \"joint\": \"routes\"",
        12,
        "sessions[2].joint",
        "invalid type",
    ),
    ("{\"id\": 4, \"frame\": 2, \"room\": 0}", "", 8, "slots", "trailing comma"),
    ("\"target\": \"routes\", ", "", 14, "constraints[0].target", "needs this field"),
    ("\"chair_conflict\"", "\"chair-conflict\"", 14, "constraints[0].type", "not a known type"),
    ("\"penalty\": 100000}", "\"penalty\": -1}", 14, "constraints[0].penalty", "not between"),
    ("\"penalty\": 100000}", "\"penalty\": 9000000000}", 14, "constraints[0].penalty", "not between"),
    ("\"penalty\": 100000}", "\"penalty\": 100000", 15, "constraints[0].penalty", "key must be a string"),
    (
        "\"time_relation\": \"subsequent-days\"",
        "\"time_relation\": \"next-day\"",
        15,
        "constraints[1].time_relation",
        "unknown variant",
    ),
    ("\"timeranges\": [\"tuesday-morning\"], ", "", 16, "constraints[2].timeranges", "needs this field"),
    (
        "\"session_overlap_ad\": 100",
        "\"session_overlap_ad\": -100",
        19,
        "business_penalties.session_overlap_ad",
        "not between",
    ),
    (
        "\"session_overlap_ad\": 100",
        "\"session_overlap_ad\": 10000000000",
        19,
        "business_penalties.session_overlap_ad",
        "not between",
    ),
    ("\"session_overlap_ad\": 100, ", "", 20, "business_penalties.session_overlap_ad", "missing field"),
    ("\"name\": \"small\"", "\"name\": 5", 1, "name", "invalid type"),
    ("\"constraints\": [", "\"Constraints\": [", 20, "constraints", "missing field"),
];

#[test]
fn what_is_wrong_with_a_meeting_of_the_ietf_is_named() {
    each_is_named(IETF, CASES);
    // All slots but the first two are taken away.
    let (begin, rest) = IETF.split_once("\"room\": 1}, {\"id\": 2, \"frame\": 1").unwrap();
    let few = format!("{begin}\"room\": 1}}]{}", rest.split_once(']').unwrap().1);
    let problem = read(&few).expect_err("three sessions in two slots");
    assert_eq!(
        (problem.field.as_str(), problem.message.as_str()),
        ("sessions", "3 sessions, but only 2 slots")
    );
}
