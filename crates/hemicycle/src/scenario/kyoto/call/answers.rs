//! What was answered in the form.

use forum::people::Role;
use forum::reference::session_types::SessionType;

use super::{Fate, Proposal};
use crate::scenario::dice::Dice;
use crate::scenario::kyoto::Kyoto;
use crate::scenario::kyoto::banks::{FORM, abstracts};

/// The formats of the form, with the layouts that suit them.
const FORMATS: [(&str, &[&str]); 7] = [
    ("round-table", &["round-table", "u-shape"]),
    ("panel", &["theatre"]),
    ("debate", &["theatre", "u-shape"]),
    ("break-out-groups", &["classroom", "round-table"]),
    ("birds-of-a-feather", &["round-table"]),
    ("flash", &["theatre"]),
    ("other", &["classroom", "theatre"]),
];

/// The goals that a theme has most to do with, and some others that are named as often.
const GOALS: [&str; 8] = ["4", "5", "8", "9", "10", "11", "16", "17"];

type Answers = Vec<(&'static str, Vec<String>)>;

/// All answers of a proposal; of an unfinished one the first ones only.
pub(super) fn write(kyoto: &Kyoto, proposal: &Proposal, dice: &mut Dice) -> Answers {
    let mut answers = content(kyoto, proposal, dice);
    answers.extend(manner(proposal, dice));
    answers.extend(rest(kyoto, proposal, dice));
    if proposal.fate == Fate::Unfinished {
        answers.truncate(1 + dice.below(answers.len() - 2));
    }
    answers
}

fn one(text: impl Into<String>) -> Vec<String> {
    vec![text.into()]
}

/// So many different sentences of a section of the form's bank.
fn sentences(section: &str, count: usize, dice: &mut Dice) -> Vec<String> {
    one(dice.shuffled(FORM.lines(section)).into_iter().take(count).collect::<Vec<_>>().join(" "))
}

fn yes(dice: &mut Dice, percent: usize) -> Vec<String> {
    one(if dice.percent(percent) { "yes" } else { "no" })
}

/// What it is about.
fn content(kyoto: &Kyoto, proposal: &Proposal, dice: &mut Dice) -> Answers {
    let theme = kyoto.tracks[proposal.track].key;
    let own = dice.shuffled(abstracts("en").lines(&format!("{theme} question")));
    let questions = own.into_iter().take(2).chain([dice.pick(FORM.lines("policy"))]);
    let questions: Vec<String> =
        questions.enumerate().map(|(n, question)| format!("{}. {question}", n + 1)).collect();
    let mut answers = vec![
        ("title", one(&proposal.title)),
        ("theme", one(theme)),
        ("policy-questions", one(questions.join("\n"))),
        ("description", one(&proposal.summary)),
    ];
    match proposal.kind {
        SessionType::LaunchAward => answers.push(("launched", one(dice.pick(FORM.lines("launched"))))),
        SessionType::OpenForum => answers.push(("activities", sentences("activities", 2, dice))),
        SessionType::DynamicCoalition => {
            answers.push(("annual-report", one("https://coalitions.example/annual-report-2022")));
        }
        _ => {}
    }
    answers.push(("outcomes", sentences("outcomes", 2, dice)));
    answers
}

/// How it goes.
fn manner(proposal: &Proposal, dice: &mut Dice) -> Answers {
    let (format, layouts) = dice.pick(&FORMATS);
    let mut answers = vec![("format", one(format))];
    if format == "panel" {
        let paper = format!("https://papers.example/{}.pdf", forum::slug_of(&proposal.title, "paper"));
        answers.push(("background-paper", one(paper.chars().take(200).collect::<String>())));
    }
    answers.push(("layout", one(dice.pick(layouts))));
    answers.push(("duration", one(proposal.minutes.to_string())));
    if dice.percent(70) {
        answers.push(("format-reason", sentences("format-reason", 2, dice)));
    }
    answers.push(("diversity", sentences("diversity", 3, dice)));
    answers
}

/// Those online, goals, and what was before.
fn rest(kyoto: &Kyoto, proposal: &Proposal, dice: &mut Dice) -> Answers {
    let newcomer = kyoto.participants[proposal.by].first_time;
    let mut answers = vec![
        ("first-time", one(if newcomer { "yes" } else { "no" })),
        ("hybrid", sentences("hybrid", 3, dice)),
        ("interaction", sentences("interaction", 2, dice)),
        ("tools", one(dice.pick(FORM.lines("tools")))),
    ];
    let count = 1 + dice.below(3);
    let goals = dice.shuffled(&GOALS).into_iter().take(count);
    answers.push(("goals", goals.map(str::to_owned).collect()));
    answers.push(("goals-reason", sentences("goals-reason", 2, dice)));
    let earlier = !newcomer && dice.percent(45);
    answers.push(("earlier", one(if earlier { "yes" } else { "no" })));
    if earlier {
        answers.push(("earlier-session", one(dice.pick(FORM.lines("earlier")))));
        answers
            .push(("earlier-report", one(format!("https://reports.example/{}", 1_000 + dice.below(9_000)))));
    }
    if proposal.team.iter().any(|member| member.role == Role::Rapporteur) && dice.percent(40) {
        answers.push(("website", one(format!("https://teams.example/{}", proposal.by + 1))));
    }
    if yes(dice, 15) == one("yes") {
        answers.push(("notes", one(dice.pick(FORM.lines("notes")))));
    }
    answers
}
