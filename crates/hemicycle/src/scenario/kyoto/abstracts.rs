//! Abstracts, built from sentences about the track and about the way a session works.

use super::banks::{Bank, FIXED_ABSTRACTS, abstracts};
use crate::scenario::dice::Dice;

/// An abstract for a session of this title, in this language, about this track.
pub(super) fn write(title: &str, language: &str, track: &str, dice: &mut Dice) -> String {
    let fixed = FIXED_ABSTRACTS.lines_if_any(title);
    if !fixed.is_empty() {
        return fixed.join(" ");
    }
    let bank = abstracts(language);
    let sentences = if language == "en" { english(bank, track, dice) } else { other(bank, track, dice) };
    sentences.join(if matches!(language, "ja" | "zh") { "" } else { " " })
}

fn english(bank: &Bank, track: &str, dice: &mut Dice) -> Vec<&'static str> {
    let about = |what: &str| bank.lines(&format!("{track} {what}"));
    let context = 1 + dice.below(2);
    let mut text = some(about("context"), context, dice);
    text.extend(some(about("issue"), 1, dice));
    text.extend(some(about("question"), 1, dice));
    // Who says less about the matter says more about the session.
    text.extend(some(bank.lines("method"), 3 - context, dice));
    text.extend(some(bank.lines("hybrid"), dice.below(2), dice));
    text.extend(some(bank.lines("outcome"), 1, dice));
    text
}

fn other(bank: &Bank, track: &str, dice: &mut Dice) -> Vec<&'static str> {
    let mut text = some(bank.lines(track), 3, dice);
    text.extend(some(bank.lines("question"), 1 + dice.below(2), dice));
    text.extend(some(bank.lines("method"), 3, dice));
    text.extend(some(bank.lines("outcome"), 1 + dice.below(2), dice));
    text
}

/// That many different sentences.
fn some(from: &[&'static str], count: usize, dice: &mut Dice) -> Vec<&'static str> {
    let mut sentences = dice.shuffled(from);
    sentences.truncate(count);
    sentences
}
