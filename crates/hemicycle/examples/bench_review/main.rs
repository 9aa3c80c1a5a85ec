//! The heavy end of `cargo xtask bench review`: a call of a thousand proposals and sixty reviewers of whom some are harsh
//! and some lenient, through the writer like everything else.
//!
//! `fill FOLDER PROPOSALS REVIEWERS` builds it as the forum `bench` in a data folder, and says, one line each: `assign S`,
//! `results S`, `balanced S`, `places N`, `raw TAU` and `corrected TAU` (Kendall's tau between the true order and that of
//! the means, raw and corrected for harsh and lenient reviewers).
#![expect(clippy::print_stdout, reason = "its output is read by the bench")]

mod planted;

use forum::call::{About, Command as Call, Gate, Mode, PartTyped, Said};
use forum::people::{Command as People, NewPerson, Office, Role};
use forum::reference::groups::{Gender, StakeholderGroup};
use forum::review::{CRITERIA, Command as Review, Settings};
use forum::series::Command as Series;
use forum::{Actor, CallId, Command, Forum, MeetingId, PersonId, ProposalId, SeriesId};
use hemicycle::app::{App, Where, forum_in};
use hemicycle::review::choosing::{Dimension, Question, Target, Trait};
use hemicycle::review::{assigning, results};
use hemicycle::scenario::dice::Dice;
use jiff::{SignedDuration, Timestamp};
use planted::{Planted, tau};
use platform::writer::{Key, Order};
use std::collections::BTreeMap;
use std::time::Instant;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

const FORUM: &str = "bench";
const CALL: CallId = CallId(1);
const THEMES: [&str; 8] =
    ["ai", "fragmentation", "cybersecurity", "data", "divides", "governance", "rights", "sustainability"];
const GROUPS: [StakeholderGroup; 4] = [
    StakeholderGroup::Government,
    StakeholderGroup::CivilSociety,
    StakeholderGroup::PrivateSector,
    StakeholderGroup::TechnicalCommunity,
];
const COUNTRIES: [&str; 10] = ["JP", "KE", "BR", "FR", "PL", "IN", "NG", "MX", "US", "GE"];
/// Sets that are chosen, and reviewers of each proposal.
const PLACES: u32 = 100;
const EACH: u32 = 8;

fn main() -> Outcome {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["fill", folder, proposals, reviewers] => fill(folder, proposals.parse()?, reviewers.parse()?),
        _ => Err("say `fill FOLDER PROPOSALS REVIEWERS`".into()),
    }
}

/// A forum that takes commands.
struct Bench {
    app: App,
    given: usize,
}

impl Bench {
    /// Gives commands one behind the other, and waits for all of them.
    fn give(&mut self, by: Actor, commands: Vec<Command>) -> Outcome {
        let writer = self.app.writer(FORUM).map_err(|problem| format!("{problem:?}"))?;
        let mut tickets = Vec::with_capacity(commands.len());
        for command in commands {
            self.given += 1;
            let key = Key::new(&format!("bench-{}", self.given)).map_err(|_| "a key is short")?;
            tickets.push(writer.submit_patiently(Order { command, by, key }));
        }
        for ticket in tickets {
            ticket.wait().map_err(|failure| format!("{failure:?}"))?;
        }
        Ok(())
    }

    fn read<T>(&self, read: impl FnOnce(&Forum) -> T) -> Outcome<T> {
        let state = self.app.state(FORUM).map_err(|problem| format!("{problem:?}"))?;
        Ok(read(forum_in(&state)))
    }
}

fn fill(folder: &str, proposals: usize, reviewers: usize) -> Outcome {
    let app = App::open(&Where { data: folder.into(), database: None })?;
    app.begin(FORUM)?;
    let mut bench = Bench { app, given: 0 };
    bench.give(Actor::Secretariat, frame(proposals, reviewers)?)?;
    for at in 0..proposals {
        bench.give(Actor::Person(person(reviewers + at)), proposal(at))?;
    }
    let began = Instant::now();
    let proposed = bench.read(|forum| assigning::afresh(forum, CALL))?;
    let proposed = proposed.map_err(|trouble| format!("{trouble:?}"))?;
    println!("assign {}", began.elapsed().as_secs_f64());
    bench.give(Actor::Secretariat, vec![proposed.command().into()])?;
    let planted = Planted::new(proposals, reviewers, &mut Dice::new(18));
    let mut dice = Dice::new(19);
    for reviewer in 0..reviewers {
        let theirs = proposed.assigned.iter().filter(|(_, all)| all.contains(&person(reviewer)));
        let reviews = theirs.map(|(proposal, _)| review(&planted, *proposal, reviewer, &mut dice)).collect();
        bench.give(Actor::Person(person(reviewer)), reviews)?;
    }
    measure(&bench, &planted)?;
    bench.app.stop();
    Ok(())
}

/// What the scores say, and the best balanced set; how long both take, and how true the first is.
fn measure(bench: &Bench, planted: &Planted) -> Outcome {
    let began = Instant::now();
    let found = bench.read(|forum| results::results(forum, CALL))?.ok_or("the call is reviewed")?;
    println!("results {}", began.elapsed().as_secs_f64());
    let targets = targets();
    let began = Instant::now();
    let best = bench.read(|forum| {
        let question = Question::of(forum, CALL, &found, PLACES, &targets, &BTreeMap::new());
        question.map(|question| question.best())
    })?;
    let best = best.ok_or("the call is there")?.map_err(|problem| format!("{problem:?}"))?;
    println!("balanced {}", began.elapsed().as_secs_f64());
    println!("places {}", best.chosen.len());
    let truth = |proposal: ProposalId| planted.worth[proposal.0 as usize - 1];
    let pairs = |of: fn(&results::Row) -> f64| -> Vec<(f64, f64)> {
        found.rows.iter().map(|row| (truth(row.proposal), of(row))).collect()
    };
    println!("raw {}", tau(&pairs(|row| row.mean.unwrap_or_default())));
    println!("corrected {}", tau(&pairs(|row| row.corrected)));
    Ok(())
}

/// What a balanced set shall have: of each group, gender and theme its part, and newcomers.
fn targets() -> Vec<Target> {
    let one = |dimension, key: &str, least, most| Target {
        of: Trait { dimension, key: key.to_owned() },
        least,
        most,
        weight: 200,
    };
    let groups = GROUPS.map(|group| one(Dimension::Group, group.key(), 20, 30));
    let themes = THEMES.map(|theme| one(Dimension::Theme, theme, 9, 16));
    let women = one(Dimension::Gender, Gender::Female.key(), 48, 60);
    let newcomers = one(Dimension::FirstTime, "yes", 30, 100);
    groups.into_iter().chain(themes).chain([women, newcomers]).collect()
}

fn person(at: usize) -> PersonId {
    PersonId(u32::try_from(at + 1).unwrap_or(u32::MAX))
}

/// The call, its reviewers, and whoever will propose.
fn frame(proposals: usize, reviewers: usize) -> Outcome<Vec<Command>> {
    let now = Timestamp::now();
    let day = SignedDuration::from_hours(24);
    let gate = Gate { opens: now - day, closes: now + day };
    let said = |text: &str| Said::from([("en".to_owned(), text.to_owned())]);
    let about = About {
        title: said("A large call"),
        introduction: Said::new(),
        how_decided: Said::new(),
        gate,
        told_by: None,
        open: false,
    };
    let mut steps: Vec<Command> = vec![
        Series::FoundSeries { slug: FORUM.into(), name: "Bench".into() }.into(),
        Series::AnnounceMeeting {
            series: SeriesId(1),
            slug: "next".into(),
            number: None,
            title: "Next".into(),
            city: String::new(),
            country: String::new(),
            first_day: "2098-10-24".parse()?,
            last_day: "2098-10-28".parse()?,
            zone: "UTC".into(),
            online: true,
        }
        .into(),
        Call::AddCall { meeting: MeetingId(1), mode: Mode::Sessions, about }.into(),
    ];
    // A form of three questions: what is measured begins behind it. What depends on another field goes before it.
    let asked = ["title", "theme", "first-time"];
    let fields = forum::call::FIELDS.iter().rev().filter(|field| field.is_for(Mode::Sessions));
    let spare = fields.filter(|field| !asked.contains(&field.key));
    steps.extend(spare.map(|field| Call::DropField { call: CALL, field: field.key.into() }.into()));
    let rules = forum::call::REQUIREMENTS.iter().filter(|rule| rule.modes.contains(&Mode::Sessions));
    steps.extend(rules.map(|rule| Call::DropRequirement { call: CALL, key: rule.key.into() }.into()));
    steps.push(Call::AnnounceCall { call: CALL }.into());
    let settings = Settings {
        each: EACH,
        quotas: BTreeMap::from(GROUPS.map(|group| (group, EACH / 4))),
        screens: false,
        places: PLACES,
        ..Settings::usual(gate)
    };
    steps.push(Review::SetReview { call: CALL, settings }.into());
    for at in 0..reviewers + proposals {
        steps.push(People::AddPerson(somebody(at)).into());
    }
    for at in 0..reviewers {
        steps.push(People::GrantOffice { person: person(at), office: Office::Reviewer }.into());
    }
    for at in 0..reviewers {
        let themes = [THEMES[at % 8], THEMES[(at * 3 + 1) % 8]].map(str::to_owned).into_iter().collect();
        steps.push(Review::DeclareExpertise { call: CALL, reviewer: person(at), themes }.into());
    }
    Ok(steps)
}

fn somebody(at: usize) -> NewPerson {
    NewPerson {
        name: format!("Person {at}"),
        group: Some(GROUPS[at % 4]),
        country: COUNTRIES[at % COUNTRIES.len()].to_owned(),
        // Not in step with groups and countries.
        gender: if at / 3 % 5 < 2 { Gender::Female } else { Gender::Male },
        ..NewPerson::default()
    }
}

/// A proposal with three speakers.
fn proposal(at: usize) -> Vec<Command> {
    let proposal = ProposalId(u32::try_from(at + 1).unwrap_or(u32::MAX));
    let answer = |field: &str, value: String| {
        Call::SaveAnswer { proposal, field: field.into(), values: vec![value], on: 0 }.into()
    };
    let mut steps = vec![
        Call::Begin { call: CALL, kind: "workshop".into() }.into(),
        answer("title", format!("Proposal {at}")),
        answer("theme", THEMES[at * 7 % 8].to_owned()),
        answer("first-time", if at.is_multiple_of(3) { "yes" } else { "no" }.to_owned()),
    ];
    for n in 0..3 {
        let one = somebody(at * 3 + n);
        let entry = PartTyped {
            role: Role::Speaker,
            name: format!("Speaker {at}-{n}"),
            email: String::new(),
            organisation: String::new(),
            group: one.group,
            country: one.country,
            region: None,
            gender: one.gender,
            attendance: None,
            confirmed: true,
        };
        steps.push(Call::SavePart { proposal, part: None, on: 0, entry }.into());
    }
    steps.push(Call::Submit { proposal }.into());
    steps
}

fn review(planted: &Planted, proposal: ProposalId, reviewer: usize, dice: &mut Dice) -> Command {
    let scores = planted.scores(proposal.0 as usize - 1, reviewer, dice);
    let scores = CRITERIA.iter().zip(scores).map(|(key, score)| ((*key).to_owned(), score)).collect();
    Review::SaveReview {
        proposal,
        reviewer: person(reviewer),
        scores,
        reasons: vec!["other".to_owned()],
        to_chair: String::new(),
        to_proposer: String::new(),
        merge: None,
        submit: true,
        on: 0,
    }
    .into()
}
