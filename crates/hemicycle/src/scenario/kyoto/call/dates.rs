//! When what happened, in 2023. The deadline (24 May, 23:59 UTC), the screening of a week, the two to three weeks of
//! scoring and the meeting of 10 to 12 July are published; the rest is assumed.

use jiff::civil::date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::{Proposal, WORKSHOPS};
use crate::scenario::dice::Dice;

/// An hour of a day of 2023, in UTC.
pub(super) fn at(month: i8, day: i8, hour: i8) -> Timestamp {
    let moment = date(2023, month, day).at(hour, 0, 0, 0).to_zoned(TimeZone::UTC);
    moment.expect("the days of 2023 lie within the calendar").timestamp()
}

/// When the calls opened (assumed).
pub(super) fn opens() -> Timestamp {
    at(4, 19, 0)
}

/// When they closed: at the end of 24 May.
pub(super) fn closes() -> Timestamp {
    at(5, 25, 0)
}

/// When scoring began and ended.
pub(super) fn scoring() -> (Timestamp, Timestamp) {
    (at(6, 5, 0), at(6, 24, 0))
}

/// Three times a day somebody is at work somewhere.
const HOURS: [i8; 3] = [9, 15, 21];
/// Days from the opening to the deadline.
const DAYS: usize = 36;

/// Says when each was begun and submitted, puts them into the order in which they were begun, and counts them.
pub(super) fn deal(proposals: &mut [Proposal], dice: &Dice) {
    let mut dice = dice.for_purpose("dates");
    for proposal in proposals.iter_mut() {
        let (day, hour) = (busy_day(&mut dice), dice.pick(&HOURS));
        let last = moment(day, hour);
        // Some write in one sitting, most over two weeks.
        let before = dice.below(15).min(day);
        proposal.begun = moment(day - before, dice.pick(&HOURS)).min(last);
        proposal.submitted = proposal.fate.is_submitted().then_some(last);
    }
    proposals.sort_by_key(|proposal| proposal.begun);
    for call in [WORKSHOPS, super::OTHERS] {
        let mut order: Vec<usize> = (0..proposals.len())
            .filter(|at| proposals[*at].call == call && proposals[*at].submitted.is_some())
            .collect();
        order.sort_by_key(|at| proposals[*at].submitted);
        (1..).zip(order).for_each(|(number, at)| proposals[at].number = Some(number));
    }
}

fn moment(day: usize, hour: i8) -> Timestamp {
    opens() + SignedDuration::from_hours(24 * day as i64 + i64::from(hour))
}

/// A day of the call. Nearly all come in the last fortnight, of whose days each is half as busy again as the one before
/// it; the last one sees a quarter of all.
fn busy_day(dice: &mut Dice) -> usize {
    let last = DAYS - 1;
    if dice.percent(14) {
        return dice.below(DAYS - 14);
    }
    let early = (0..13).take_while(|_| dice.percent(68)).count();
    last - early
}
