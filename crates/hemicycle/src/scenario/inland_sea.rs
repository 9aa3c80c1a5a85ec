//! A small forum with two open calls, so that whoever looks at the demo can propose something: an invented regional
//! initiative that gathers issues, rejects none, and lets teams make sessions of them.
//!
//! It is dealt like Kyoto, from a seed, but lives in the days before it is built: its calls are open then. How many issues
//! there are is that of EuroDIG's call for 2024.

use std::collections::BTreeMap;

use forum::call::{About, Command as Call, Gate, ISSUE, Mode, Said, TeamRole};
use forum::people::{Command as People, NewPerson, Office};
use forum::reference::regions::RegionalGroup;
use forum::series::Command as Series;
use forum::{
    Actor, CallId, ClusterId, Command, Forum, MeetingId, OrganisationId, PersonId, ProposalId, SeriesId,
};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use platform::writer::Key;

use super::dice::Dice;
use super::kyoto::banks::{INLAND_SEA, abstracts, titles};
use super::kyoto::{Person, crowd};
use super::step::Step;

/// Its name in addresses.
pub const FORUM: &str = "inland-sea";
/// Issues that were submitted: as many as EuroDIG had for 2024.
pub const ISSUES: usize = 83;
/// People who know it.
const PEOPLE: usize = 140;
/// Issues that have found their cluster, in each of them at most.
const CLUSTERED: usize = 6;
/// Clusters that have become teams.
const TEAMS: usize = 3;
/// Days from the day on which it is built to its meeting.
const AHEAD: i64 = 180;
/// Days for which its call for issues has been open.
const OPEN: i64 = 21;

const MEETING: MeetingId = MeetingId(1);
const FOR_ISSUES: CallId = CallId(1);
const FOR_SESSIONS: CallId = CallId(2);

/// The day as of which it was begun, if it was: one that was interrupted is finished as what it was to be.
pub fn begun_on(forum: &Forum) -> Option<Date> {
    Some(forum.series.meetings.get(&MEETING)?.first_day - AHEAD.days())
}

/// The name of a step for whoever builds it again.
pub fn key(seed: u64, step: &str) -> Key {
    Key::new(&format!("{FORUM}-{seed:x}-{step}")).expect("seed and steps are short and visible")
}

/// All commands that build it, as of a day.
pub fn commands(seed: u64, today: Date) -> Vec<Step> {
    let dice = Dice::new(seed).for_purpose(FORUM);
    let begun = days_before(today, OPEN + 9);
    let mut steps = founded(today);
    let (organisations, persons) = people(&dice);
    let houses = organisations.into_iter().map(|(name, country)| People::AddOrganisation {
        name,
        group: None,
        country,
        url: String::new(),
    });
    steps.extend(houses.enumerate().map(|(n, command)| Step::new("organisation", n, command)));
    let added = persons.iter().map(|person| People::AddPerson(person.clone()));
    steps.extend(added.enumerate().map(|(n, command)| Step::new("person", n, command)));
    steps.iter_mut().for_each(|step| step.at = begun);
    steps.extend(calls(today));
    steps.extend(issues(&persons, today, &dice));
    steps.extend(clusters(today));
    // What happens at the same time keeps its order.
    steps.sort_by_key(|step| step.at);
    steps
}

/// The morning of a day before today.
fn days_before(today: Date, days: i64) -> Timestamp {
    let morning = (today - days.days()).at(7, 0, 0, 0).to_zoned(TimeZone::UTC);
    morning.expect("today lies within the calendar").timestamp()
}

fn said(text: &str) -> Said {
    Said::from([("en".to_owned(), text.to_owned())])
}

/// The series and its next meeting.
fn founded(today: Date) -> Vec<Step> {
    let name = "Inland Sea Internet Forum";
    let first_day = today + AHEAD.days();
    let commands = [
        Series::FoundSeries { slug: FORUM.to_owned(), name: name.to_owned() },
        Series::AnnounceMeeting {
            series: SeriesId(1),
            slug: first_day.year().to_string(),
            number: None,
            title: format!("{name} {}", first_day.year()),
            city: "Onomichi".to_owned(),
            country: "JP".to_owned(),
            first_day,
            last_day: first_day + 1.day(),
            zone: "Asia/Tokyo".to_owned(),
            online: false,
        },
    ];
    commands.into_iter().enumerate().map(|(n, command)| Step::new("series", n, command)).collect()
}

/// Some people of the region, and their organisations.
fn people(dice: &Dice) -> (Vec<(String, String)>, Vec<NewPerson>) {
    let crowd = crowd::deal(PEOPLE * 4, dice);
    let near = |person: &&Person| person.counted_in() == RegionalGroup::AsiaPacific;
    let chosen: Vec<&Person> = crowd.persons.iter().filter(near).take(PEOPLE).collect();
    let mut ids: BTreeMap<usize, u32> = BTreeMap::new();
    let mut houses = Vec::new();
    let mut persons = Vec::new();
    for (at, person) in chosen.into_iter().enumerate() {
        let organisation = person.organisation.map(|house| {
            *ids.entry(house).or_insert_with(|| {
                let known = &crowd.organisations[house];
                houses.push((known.name.clone(), known.country.as_str().to_owned()));
                id(houses.len() - 1)
            })
        });
        persons.push(NewPerson {
            name: person.name.clone(),
            email: format!("member.{}@inland-sea.example", at + 1),
            organisation: organisation.map(OrganisationId),
            group: Some(person.group),
            country: person.country.as_str().to_owned(),
            region: person.region,
            gender: person.gender,
            ..NewPerson::default()
        });
    }
    (houses, persons)
}

fn id(at: usize) -> u32 {
    u32::try_from(at + 1).expect("a forum is smaller than four thousand million of anything")
}

/// The call for issues, open for three weeks now, and the one for sessions, open since yesterday.
fn calls(today: Date) -> Vec<Step> {
    let gate = |open: i64, left: i64| Gate {
        opens: days_before(today, open),
        closes: days_before(today, -left) + SignedDuration::from_hours(17),
    };
    let issues = About {
        title: said("Call for issues"),
        introduction: said(
            "What should we talk about? Send us up to three issues. Nothing is rejected: what belongs together is put \
             together, and whoever sent it becomes the team that makes a session of it.",
        ),
        how_decided: said(
            "The organising group puts issues into clusters in public view. Each cluster becomes a team, which anybody \
             may join at any time; its plan becomes a session.",
        ),
        gate: gate(OPEN, 40),
        told_by: Some(days_before(today, -60)),
        open: true,
    };
    let sessions = About {
        title: said("Call for lightning talks and workshops"),
        introduction: said(
            "For those who bring a session that is ready: a talk of twenty minutes, or a workshop.",
        ),
        how_decided: said("Three volunteers read each proposal; the organising group decides by consensus."),
        gate: gate(1, 33),
        told_by: Some(days_before(today, -50)),
        open: false,
    };
    let (first, second) = (days_before(today, OPEN), days_before(today, 1));
    let add = |mode, about| Call::AddCall { meeting: MEETING, mode, about };
    let mut steps = vec![
        Step::new("call", 0, add(Mode::Issues, issues)).on(first),
        Step::new("announce", 0, Call::AnnounceCall { call: FOR_ISSUES }).on(first),
        Step::new("call", 1, add(Mode::Sessions, sessions)).on(second),
    ];
    let offered = ["lightning-talk", "workshop"];
    let others = forum::call::offers(Mode::Sessions).into_iter().map(|offer| offer.kind);
    for (n, kind) in others.filter(|kind| !offered.contains(&kind.as_str())).enumerate() {
        steps.push(Step::new("drop", n, Call::DropKind { call: FOR_SESSIONS, kind }).on(second));
    }
    steps.push(Step::new("announce", 1, Call::AnnounceCall { call: FOR_SESSIONS }).on(second));
    steps
}

/// The category of an issue, by its place: all of them come about as often.
fn category(at: usize) -> [&'static str; 3] {
    let rows = INLAND_SEA.rows("categories");
    rows[at * 5 % rows.len()]
}

/// What was submitted, a few issues each day; the last ones are still being written.
fn issues(persons: &[NewPerson], today: Date, dice: &Dice) -> Vec<Step> {
    let mut dice = dice.for_purpose("issues");
    let mut steps = Vec::new();
    let drafts = 7;
    for at in 0..ISSUES + drafts {
        let day = OPEN - (at as i64 * (OPEN - 2) / (ISSUES + drafts) as i64);
        let when = days_before(today, day) + SignedDuration::from_hours(2);
        let [category, theme, _] = category(at);
        let subjects = titles("en").lines(&format!("{theme} subjects"));
        let subject = subjects[at / 8 % subjects.len()];
        let about = |what: &str| abstracts("en").lines(&format!("{theme} {what}"));
        let text =
            [dice.pick(about("context")), dice.pick(about("issue")), dice.pick(INLAND_SEA.lines("reason"))];
        let person = &persons[at % PEOPLE.min(persons.len())];
        let by = Actor::Person(PersonId(id(at % persons.len())));
        let proposal = ProposalId(id(at));
        let mut answers = vec![
            ("title", subject.to_owned()),
            ("category", category.to_owned()),
            ("description", text.join(" ")),
            ("country", person.country.clone()),
            ("join-team", if dice.percent(70) { "yes" } else { "no" }.to_owned()),
            ("publish", "yes".to_owned()),
        ];
        if at >= ISSUES {
            answers.truncate(1 + at % 3);
        }
        let begin = Call::Begin { call: FOR_ISSUES, kind: ISSUE.to_owned() };
        steps.push(Step::new("begin", at, begin).on(when).by(by));
        for (n, (field, value)) in answers.into_iter().enumerate() {
            let (field, values) = (field.to_owned(), vec![value]);
            let command = Call::SaveAnswer { proposal, field, values, on: 0 };
            steps.push(Step::new("answer", at, command).nth(n).on(when).by(by));
        }
        if at < ISSUES {
            steps.push(Step::new("submit", at, Call::Submit { proposal }).on(when).by(by));
        }
    }
    steps
}

/// What the organising group has arranged so far: a cluster for each category, three teams, one with a plan.
fn clusters(today: Date) -> Vec<Step> {
    let when = days_before(today, 1) + SignedDuration::from_hours(4);
    let rows = INLAND_SEA.rows::<3>("categories");
    let mut commands: Vec<(Command, Actor)> = Vec::new();
    let desk = Actor::Secretariat;
    for (at, [category_of, _, title]) in rows.iter().enumerate() {
        let add = Call::AddCluster { call: FOR_ISSUES, title: (*title).to_owned() };
        commands.push((add.into(), desk));
        let cluster = ClusterId(id(at));
        let members: Vec<usize> = (0..ISSUES)
            .filter(|issue| category(*issue)[0] == *category_of)
            .take(CLUSTERED - at % 3)
            .collect();
        for issue in &members {
            let put = Call::PutIssue { proposal: ProposalId(id(*issue)), cluster: Some(cluster) };
            commands.push((put.into(), desk));
        }
        if at >= TEAMS {
            continue;
        }
        commands.push((Call::FormTeam { cluster }.into(), desk));
        let first = PersonId(id(members[0]));
        // Not everybody who sent an issue wished to be in the team, and nobody is brought in by others.
        let join = Call::JoinTeam { cluster, person: first, role: TeamRole::Expert };
        commands.push((join.into(), Actor::Person(first)));
        let lead = Call::JoinTeam { cluster, person: first, role: TeamRole::FocalPoint };
        commands.push((lead.into(), desk));
        let newcomer = PersonId(id(ISSUES + 20 + at));
        let join = Call::JoinTeam { cluster, person: newcomer, role: TeamRole::OnlineModerator };
        commands.push((join.into(), Actor::Person(newcomer)));
        if at == 0 {
            let plan = INLAND_SEA.lines("plan").join("\n\n");
            commands.push((Call::PlanTeam { cluster, plan, on: 0 }.into(), Actor::Person(first)));
        }
    }
    let lead = People::GrantOffice { person: PersonId(id(PEOPLE - 1)), office: Office::Reviewer };
    commands.push((lead.into(), desk));
    let numbered = commands.into_iter().enumerate();
    numbered.map(|(n, (command, by))| Step::new("arrange", n, command).on(when).by(by)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use forum::call::{Stage, views};
    use forum::{Context, Stamp};

    fn decided(today: Date) -> Forum {
        let mut forum = Forum::default();
        for step in commands(18, today) {
            let context = Context { now: step.at, actor: step.by, seed: [7; 32] };
            let acts = forum.decide(&step.command, &context);
            for act in acts.unwrap_or_else(|why| panic!("{}: {why:?} {:?}", step.name, step.command)) {
                forum.apply(&Stamp { seq: forum.seq() + 1, at: step.at, by: step.by }, &act);
            }
        }
        forum
    }

    #[test]
    fn on_the_day_on_which_it_is_built_a_call_of_each_mode_is_open() {
        for today in [jiff::civil::date(2026, 11, 22), jiff::civil::date(2028, 2, 29)] {
            let forum = decided(today);
            let noon = days_before(today, 0) + SignedDuration::from_hours(5);
            let open =
                forum.call.calls.values().filter(|call| call.announced && call.about.gate.is_open(noon));
            assert_eq!(open.map(|call| call.mode).collect::<Vec<_>>(), [Mode::Issues, Mode::Sessions]);
            assert!(forum.series.meetings[&MEETING].first_day > today);
        }
    }

    #[test]
    fn its_steps_follow_each_other_in_time_and_are_named_once() {
        let steps = commands(18, jiff::civil::date(2026, 11, 22));
        assert!(steps.is_sorted_by_key(|step| step.at));
        let names: std::collections::BTreeSet<&str> = steps.iter().map(|step| step.name.as_str()).collect();
        assert_eq!(names.len(), steps.len());
    }

    #[test]
    fn issues_are_gathered_some_of_them_in_clusters_and_a_team_has_a_plan() {
        let forum = decided(jiff::civil::date(2026, 11, 22));
        let issues = || forum.call.proposals.values().filter(|one| one.stage == Stage::Submitted);
        assert_eq!(issues().count(), ISSUES);
        let put = issues().filter(|one| one.cluster.is_some()).count();
        assert!(put > 20 && put < ISSUES, "{put}");
        let teams: Vec<_> = forum.call.clusters.values().filter(|cluster| cluster.formed).collect();
        assert_eq!(teams.len(), TEAMS);
        assert!(teams.iter().all(|team| team.team.len() > 2));
        assert_eq!(teams.iter().filter(|team| team.plan.is_some()).count(), 1);
        let call = &forum.call.calls[&FOR_ISSUES];
        assert!(issues().all(|one| views::breaches(&forum, call, one).is_empty()));
    }
}
