//! What the letters after acts of the call and the review say, from the forum as it is when they leave.

use axum::http::{HeaderMap, Uri};
use forum::call::views::{asked, code, standing};
use forum::call::{Call, Proposal, Stage};
use forum::people::mailbox;
use forum::review::Screening;
use forum::{Forum, MergeId, PartId, PersonId, ProposalId};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use platform::mail::{Letter, is_address, unlinked};
use platform::sign_in::{By, Command as Door, Secret};
use sha2::{Digest as _, Sha256};

use super::decided::{self, lines};
use super::owed::{About, Owed, Whom};
use crate::app::App;
use crate::call::{said, shown, title};
use crate::problem::Problem;
use crate::sign_in::doors::address_of as link_to;
use crate::site::{Reader, Visit, names};

/// How long after an act a letter about it is of use.
pub(super) const LASTS: SignedDuration = SignedDuration::from_hours(14 * 24);

/// The forum as a letter sees it: in its own language, for of that of a person it knows nothing.
pub(super) fn visit(app: &App, name: &str) -> Result<Visit, Problem> {
    Visit::at(app, name, Reader::of(&Uri::from_static("/"), &HeaderMap::new()))
}

/// A letter that is owed, and of use until then; nothing, if there is nothing to say any more, or nowhere to send it.
pub(super) fn letter(app: &App, name: &str, due: Owed, until: Timestamp) -> Option<Letter> {
    let visit = visit(app, name).ok()?;
    let at = At { app, visit: &visit, forum: visit.forum() };
    let to = at.address(due.to)?;
    let (subject, text) = match (due.about, due.to) {
        (About::Receipt(proposal), Whom::Person(person)) => at.receipt(proposal, person)?,
        (About::Invitation(proposal), Whom::Part(_, part)) => at.invitation(proposal, part, &to)?,
        (About::Screened(proposal), Whom::Person(person)) => at.screened(proposal, person)?,
        (About::Decided(proposal), Whom::Person(person)) => {
            let decision = at.forum.review.decisions.get(&proposal)?.released()?;
            decided::filled(app, &visit, at.forum, proposal, decision, person)?
        }
        (About::Merge(merge, proposal), Whom::Person(person)) => at.merge(merge, proposal, person)?,
        (About::Appeal(proposal), Whom::Person(person)) => at.appeal(proposal, person)?,
        (About::Team(cluster), Whom::Person(person)) => at.team(cluster, person)?,
        _ => return None,
    };
    Some(Letter {
        of: name.to_owned(),
        to,
        subject,
        text: text.trim_end().to_owned() + "\n",
        language: visit.lang().tag().to_owned(),
        until,
        id: Some(id(name, due)),
        attachment: None,
    })
}

/// The same for the same letter, so that one that comes twice is known for what it is.
fn id(name: &str, due: Owed) -> String {
    let digest = Sha256::digest(format!("{name}:{due:?}"));
    let digest: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("<{digest}@call.hemicycle.invalid>")
}

/// Where a letter is written.
struct At<'a> {
    app: &'a App,
    visit: &'a Visit,
    forum: &'a Forum,
}

impl At<'_> {
    fn address(&self, to: Whom) -> Option<String> {
        match to {
            Whom::Person(person) => super::address_of(self.forum, person).map(str::to_owned),
            Whom::Part(proposal, part) => {
                let part = self.forum.call.proposals.get(&proposal)?.parts.get(&part)?;
                let address = part.email.as_ref()?.text()?;
                is_address(address).then(|| address.to_owned())
            }
        }
    }

    fn known(&self, proposal: ProposalId) -> Option<(&Call, &Proposal)> {
        let proposal =
            self.forum.call.proposals.get(&proposal).filter(|known| known.stage != Stage::Erased)?;
        Some((self.forum.call.calls.get(&proposal.call)?, proposal))
    }

    fn name(&self, person: PersonId) -> String {
        let name = self.forum.people.persons.get(&person).and_then(|person| person.name.text()).map(unlinked);
        name.unwrap_or_else(|| self.visit.lang().text("somebody"))
    }

    fn dear(&self, person: PersonId) -> String {
        self.visit.lang().text_with("letter-dear", [("name", self.name(person).into())])
    }

    fn title(&self, proposal: &Proposal) -> String {
        unlinked(&title(proposal, self.visit.lang()))
    }

    fn link(&self, rest: &str) -> String {
        self.app.whole_address(&self.visit.to(rest))
    }

    /// The receipt: everything that was submitted, as text.
    fn receipt(&self, id: ProposalId, person: PersonId) -> Option<(String, String)> {
        let (call, proposal) = self.known(id)?;
        let (lang, code) = (self.visit.lang(), code(proposal)?);
        let at = lang.moment(proposal.submitted?, &TimeZone::UTC);
        let (call_title, _) = said::title(call, lang);
        let facts = [
            ("code", code.clone().into()),
            ("title", self.title(proposal).into()),
            ("call", unlinked(call_title).into()),
            ("at", at.into()),
        ];
        let mut parts = vec![self.dear(person), lang.text_with("letter-receipt-text", facts)];
        for field in asked(call, proposal) {
            let saved = proposal.answers.get(&field.key).and_then(|saved| saved.now.as_ref());
            let text = lines(&shown(field, saved, lang));
            if !text.is_empty() {
                parts.push(format!("{}\n{text}", unlinked(&said::label(field, lang))));
            }
        }
        let people: Vec<String> = standing(proposal)
            .map(|(_, part)| {
                format!("– {} ({})", unlinked(part.name.or_empty()), names::role(part.role, lang))
            })
            .collect();
        if !people.is_empty() {
            parts.push(format!("{}\n{}", lang.text("propose-people"), people.join("\n")));
        }
        parts.push(lang.text("letter-receipt-after"));
        parts.push(self.link(&format!("proposals/{id}")));
        Some((
            lang.text_with(
                "letter-receipt-subject",
                [("code", code.into()), ("title", self.title(proposal).into())],
            ),
            parts.join("\n\n"),
        ))
    }

    /// Asks somebody whether they take part; the link signs in with the mailbox that was asked.
    fn invitation(&self, id: ProposalId, part: PartId, to: &str) -> Option<(String, String)> {
        let (call, proposal) = self.known(id)?;
        let asked = proposal.parts.get(&part).filter(|part| part.agrees.is_none())?;
        let lang = self.visit.lang();
        let next = self.visit.to(format!("invitations/{id}/{part}"));
        let secret = Secret::random();
        let ask = Door::AskLink { link: secret.digest(), address: mailbox(to), member: None, lasts: LASTS };
        self.app.gate().give_and_wait(&self.visit.slug, By::House, ask).ok()?.ok()?;
        let facts = [
            ("by", self.name(proposal.by).into()),
            ("role", names::role(asked.role, lang).into()),
            ("title", self.title(proposal).into()),
            ("call", unlinked(said::title(call, lang).0).into()),
        ];
        let dear = [("name", unlinked(asked.name.or_empty()).into())];
        let parts = [
            lang.text_with("letter-dear", dear),
            lang.text_with("letter-asked-text", facts),
            self.app.whole_address(&self.visit.to(link_to(&secret, &next))),
            lang.text_with("letter-asked-after", [("days", (LASTS.as_hours() / 24).into())]),
            lang.text("letter-asked-data"),
        ];
        let subject = lang.text_with("letter-asked-subject", [("title", self.title(proposal).into())]);
        Some((subject, parts.join("\n\n")))
    }

    /// What the secretariat found.
    fn screened(&self, id: ProposalId, person: PersonId) -> Option<(String, String)> {
        let (call, proposal) = self.known(id)?;
        let (lang, screened) = (self.visit.lang(), self.forum.review.screened.get(&id)?);
        let title = [("title", self.title(proposal).into())];
        let found = match screened.outcome {
            Screening::Passed => lang.text_with("letter-screened-passed", title.clone()),
            Screening::Failed => lang.text_with("letter-screened-failed", title.clone()),
            Screening::Repair { until } => {
                let until = lang.moment(until, &TimeZone::UTC);
                let facts = [title[0].clone(), ("until", until.into())];
                lang.text_with("letter-screened-repair", facts)
            }
        };
        let reasons = screened.reasons.iter().map(|key| {
            let known = said::reasons(self.forum, call).into_iter().find(|known| known.key == *key);
            format!(
                "– {}",
                unlinked(&known.map_or_else(|| key.clone(), |known| said::reason_called(&known, lang)))
            )
        });
        let reasons = reasons.collect::<Vec<_>>().join("\n");
        let note = screened.note.as_ref().and_then(|note| note.text()).map(lines).unwrap_or_default();
        let link = self.link(&format!("proposals/{id}"));
        let parts = [self.dear(person), found, reasons, note, link];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Some((lang.text_with("letter-about-subject", title), parts.join("\n\n")))
    }

    /// That proposals might become one, and what the others are.
    fn merge(&self, merge: MergeId, id: ProposalId, person: PersonId) -> Option<(String, String)> {
        let (_, proposal) = self.known(id)?;
        let (lang, merge) = (self.visit.lang(), self.forum.review.merges.get(&merge)?);
        let all = std::iter::once(&merge.into).chain(&merge.from).filter(|other| **other != id);
        let others: Vec<String> =
            all.filter_map(|other| Some(format!("– {}", self.title(self.known(*other)?.1)))).collect();
        let title = [("title", self.title(proposal).into())];
        let note = merge.note.as_ref().and_then(|note| note.text()).map(lines).unwrap_or_default();
        let parts = [
            self.dear(person),
            lang.text_with("letter-merge-text", title.clone()),
            others.join("\n"),
            note,
            lang.text("letter-merge-after"),
            self.link(&format!("proposals/{id}")),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Some((lang.text_with("letter-about-subject", title), parts.join("\n\n")))
    }

    fn appeal(&self, id: ProposalId, person: PersonId) -> Option<(String, String)> {
        let (_, proposal) = self.known(id)?;
        let (lang, appeal) = (self.visit.lang(), self.forum.review.appeals.get(&id)?);
        let (upheld, why) = appeal.answer.as_ref()?;
        let title = [("title", self.title(proposal).into())];
        let says = match upheld {
            true => lang.text_with("letter-appeal-upheld", title.clone()),
            false => lang.text_with("letter-appeal-rejected", title.clone()),
        };
        let link = self.link(&format!("proposals/{id}"));
        let parts = [self.dear(person), says, lines(why.or_empty()), link];
        Some((lang.text_with("letter-about-subject", title), parts.join("\n\n")))
    }

    fn team(&self, id: forum::ClusterId, person: PersonId) -> Option<(String, String)> {
        let (lang, cluster) = (self.visit.lang(), self.forum.call.clusters.get(&id)?);
        let title = [("title", unlinked(&cluster.title).into())];
        let link = self.link(&format!("teams/{id}"));
        let parts = [self.dear(person), lang.text_with("letter-team-text", title.clone()), link];
        Some((lang.text_with("letter-team-subject", title), parts.join("\n\n")))
    }
}
