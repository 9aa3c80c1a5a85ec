//! From the forms about a call to commands.

use forum::call::{About, Call, Command as Step, Gate, Offer, Said};
use forum::series::Meeting;
use forum::{Command, Refusal};
use jiff::Timestamp;
use jiff::civil::time;

use super::OneCall;
use crate::desk::answer::Order;
use crate::desk::form::{Form, No, Unread};
use crate::desk::order::{Names, together};
use crate::desk::when;
use crate::languages::LANGUAGES;
use crate::site::{NotFound, Visit};

/// Forms about one call.
pub(in crate::desk) fn call(visit: &Visit, form: &Form) -> Result<Order, No> {
    let of = OneCall::of(visit).map_err(|NotFound| No::NotFound)?;
    let call = of.call.id;
    let step: Step = match form.get("do") {
        "announce" => Step::AnnounceCall { call },
        "said" => Step::AmendCall { call, about: texts(of.call, form)? },
        "when" => Step::AmendCall { call, about: dates(&of, form)? },
        "offer" => Step::OfferKind { call, offer: offer(&of, form)? },
        "drop-kind" => Step::DropKind { call, kind: form.get("kind").to_owned() },
        "late" => return late(&of, form),
        _ => return Err(No::NotFound),
    };
    Ok(Command::from(step).into())
}

/// The language that a form is about.
pub(super) fn language(form: &Form) -> Result<String, No> {
    let known = LANGUAGES.iter().find(|language| language.tag == form.get("language"));
    known.map(|language| language.tag.to_owned()).ok_or(No::NotFound)
}

/// A text with what is said in one language replaced, or taken back.
pub(super) fn resaid(known: &Said, tag: &str, text: &str) -> Said {
    let mut said = known.clone();
    match text.trim() {
        "" => said.remove(tag),
        text => said.insert(tag.to_owned(), text.to_owned()),
    };
    said
}

fn texts(call: &Call, form: &Form) -> Result<About, No> {
    let (about, tag) = (call.about.clone(), language(form)?);
    Ok(About {
        title: resaid(&about.title, &tag, form.get("title")),
        introduction: resaid(&about.introduction, &tag, form.get("introduction")),
        how_decided: resaid(&about.how_decided, &tag, form.get("how_decided")),
        ..about
    })
}

/// When something opens and closes, by the clock of the venue.
pub(super) fn gate(form: &Form, meeting: &Meeting) -> Result<Gate, No> {
    let opens = when::typed(form, meeting, "opens-day", "opens")?;
    let closes = when::typed(form, meeting, "closes-day", "closes")?;
    Ok(Gate { opens, closes })
}

fn dates(of: &OneCall<'_>, form: &Form) -> Result<About, No> {
    let told_by = match form.get("told_by").trim() {
        "" => None,
        // On that day, whatever the hour.
        _ => Some(when::moment(of.meeting, when::day(form, "told_by")?, time(23, 59, 0, 0))),
    };
    let open = form.get("open") == "yes";
    Ok(About { gate: gate(form, of.meeting)?, told_by, open, ..of.call.about.clone() })
}

fn offer(of: &OneCall<'_>, form: &Form) -> Result<Offer, No> {
    let minutes = form.get("minutes").split(|c: char| !c.is_alphanumeric() && c != '.');
    let minutes = minutes.filter(|text| !text.is_empty()).map(str::parse);
    let minutes: Vec<u32> =
        minutes.collect::<Result<_, _>>().map_err(|_| No::unread("minutes", Unread::Number))?;
    let dated = ["opens-day", "opens", "closes-day", "closes"];
    let has_gate = dated.iter().any(|field| !form.get(field).trim().is_empty());
    let gate = if has_gate { Some(gate(form, of.meeting)?) } else { None };
    Ok(Offer { kind: form.get("kind").to_owned(), minutes, gate, most: form.number("most")? })
}

/// Until when something may still be done, by the clock of the venue.
pub(super) fn until(form: &Form, meeting: &Meeting) -> Result<Timestamp, No> {
    when::typed(form, meeting, "until-day", "until")
}

fn late(of: &OneCall<'_>, form: &Form) -> Result<Order, No> {
    let name = form.get("people").trim();
    if name.is_empty() {
        return Err(Refusal::Empty { field: "name".into() }.into());
    }
    let until = until(form, of.meeting)?;
    let mut steps = Vec::new();
    let person = Names::of(of.visit).person(name, &mut steps)?;
    // Whoever shall submit must be able to sign in: nobody is entered here by the way.
    if !steps.is_empty() {
        return Err(No::unread("people", Unread::Person));
    }
    steps.push(Step::AllowLate { call: of.call.id, person, until }.into());
    Ok(together(of.visit, steps))
}
