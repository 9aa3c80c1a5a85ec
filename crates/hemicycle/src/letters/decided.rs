//! Letters that say what becomes of a proposal: the organisers' own text, else the built-in one, with what is filled in.

use forum::review::views::{Reviews, reviews_of};
use forum::review::{Decision, Verdict};
use forum::{Forum, PersonId, ProposalId, Viewer};
use platform::languages::{Locale, key};
use platform::mail::unlinked;

use crate::app::App;
use crate::call::{decimal, said, title};
use crate::site::Visit;

/// A decision letter as somebody gets it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Preview {
    /// Whose it is.
    pub to: String,
    /// The tag of its language.
    pub language: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
}

/// The built-in subject and text about a verdict, with the names of what is filled in between braces.
#[must_use]
pub fn built_in(verdict: Verdict, lang: &Locale) -> (String, String) {
    let text = match verdict {
        Verdict::Accepted => key("letter-decided-accepted"),
        Verdict::Waiting => key("letter-decided-waiting"),
        Verdict::Declined => key("letter-decided-declined"),
        Verdict::Merged => key("letter-decided-merged"),
    };
    let parts = [
        lang.text_with("letter-dear", [("name", "{name}".into())]),
        lang.text_with(text, [("title", "{title}".into())]),
        "{reasons}".to_owned(),
        "{scores}".to_owned(),
        lang.text_with("letter-decided-more", [("link", "{link}".into())]),
    ];
    (lang.text_with("letter-decided-subject", [("title", "{title}".into())]), parts.join("\n\n"))
}

/// The letters about the decision on a proposal as it stands, one for each organiser, sent or not.
#[must_use]
pub fn previews(app: &App, name: &str, forum: &Forum, proposal: ProposalId) -> Vec<Preview> {
    let Ok(visit) = super::written::visit(app, name) else { return Vec::new() };
    let Some(decision) = forum.review.decisions.get(&proposal) else { return Vec::new() };
    let organisers =
        forum.call.proposals.get(&proposal).map(|known| forum::call::views::organisers_of(known));
    let preview = |person: PersonId| {
        let to = super::address_of(forum, person)?.to_owned();
        let (subject, text) = filled(app, &visit, forum, proposal, decision, person)?;
        Some(Preview { to, language: visit.lang().tag().to_owned(), subject, text })
    };
    organisers.unwrap_or_default().into_iter().filter_map(preview).collect()
}

/// Subject and text of the letter to an organiser.
pub(super) fn filled(
    app: &App,
    visit: &Visit,
    forum: &Forum,
    proposal: ProposalId,
    decision: &Decision,
    person: PersonId,
) -> Option<(String, String)> {
    let lang = visit.lang();
    let known = forum.call.proposals.get(&proposal)?;
    let call = forum.call.calls.get(&known.call)?;
    let own = forum.review.letters.get(&call.id).and_then(|letters| letters.get(&decision.verdict));
    let own = own.and_then(|letters| letters.get(lang.tag()).or_else(|| letters.values().next()));
    let (subject, text) = own.cloned().unwrap_or_else(|| built_in(decision.verdict, lang));
    let name = forum.people.persons.get(&person).and_then(|person| person.name.text()).map(unlinked);
    let reasons = decision.reasons.iter().map(|reason| {
        let known = said::reasons(forum, call).into_iter().find(|known| known.key == *reason);
        let says = known.map_or_else(|| reason.clone(), |known| said::reason_called(&known, lang));
        format!("– {}", unlinked(&says))
    });
    let note = decision.note.as_ref().and_then(|note| note.text()).map(lines);
    let reasons: Vec<String> = reasons.chain(note).collect();
    let verdict = lang.text(crate::call::verdict(decision.verdict));
    let link = app.whole_address(&visit.to(format!("proposals/{proposal}")));
    let values = [
        ("{title}", unlinked(&title(known, lang))),
        ("{name}", name.unwrap_or_else(|| lang.text("somebody"))),
        ("{verdict}", verdict),
        ("{reasons}", reasons.join("\n")),
        ("{scores}", scores(forum, proposal, person, lang)),
        ("{link}", link),
    ];
    Some((fill(&subject, &values), fill(&text, &values)))
}

/// Puts values in the place of their names. What somebody wrote is not looked through again.
fn fill(text: &str, values: &[(&str, String)]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        out += &rest[..at];
        rest = &rest[at..];
        match values.iter().find(|(name, _)| rest.starts_with(name)) {
            Some((name, value)) => {
                out += value;
                rest = &rest[name.len()..];
            }
            None => {
                out.push('{');
                rest = &rest[1..];
            }
        }
    }
    out += rest;
    // Where nothing was filled in, no hole stays.
    let mut parts: Vec<&str> = out.split("\n\n").map(str::trim_end).collect();
    parts.retain(|part| !part.trim().is_empty());
    parts.join("\n\n")
}

/// What the scores say together, as an organiser may know it once the decision is released.
fn scores(forum: &Forum, proposal: ProposalId, person: PersonId, lang: &Locale) -> String {
    let summary = match reviews_of(forum, Viewer::Person(person), proposal) {
        Some(Reviews::Summary(summary)) => summary,
        // Before the release, for a preview: the same that will be told then.
        _ => match forum
            .call
            .proposals
            .get(&proposal)
            .and_then(|known| forum::review::views::Summary::of(forum, known))
        {
            Some(summary) => summary,
            None => return String::new(),
        },
    };
    match summary.mean {
        None => String::new(),
        Some(mean) => lang.text_with(
            "letter-scores",
            [("mean", decimal(mean, lang).into()), ("count", summary.count.into())],
        ),
    }
}

/// A text of several lines that somebody wrote, of which no mail program makes links.
pub(super) fn lines(text: &str) -> String {
    text.lines().map(unlinked).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn what_is_filled_in_is_not_looked_through_again_and_leaves_no_hole() {
        let values = [
            ("{title}", "About {name}".to_owned()),
            ("{name}", "Amina".to_owned()),
            ("{reasons}", String::new()),
        ];
        let filled = fill("Dear {name},\n\n“{title}” {other}\n\n{reasons}\n\nEnd", &values);
        assert_eq!(filled, "Dear Amina,\n\n“About {name}” {other}\n\nEnd");
    }
}
