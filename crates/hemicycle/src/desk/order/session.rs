//! Forms about one session.

use forum::programme::{Command as Step, Role, SessionEdit};
use forum::{Command, PersonId, Refusal, TrackId};

use super::people::Names;
use super::{Order, place, spot, together};
use crate::desk::demand;
use crate::desk::form::{Form, No};
use crate::site::Visit;

/// Forms about one session.
pub(in crate::desk) fn session(visit: &Visit, form: &Form) -> Result<Order, No> {
    let (meeting, draft) = place(visit)?;
    let known = draft.by_slug(visit.part("session")).ok_or(No::NotFound)?;
    let session = known.id;
    if let Some(order) = demand::session(session, &draft, form)? {
        return Ok(order);
    }
    Ok(match form.get("do") {
        "edit" => {
            let written = |name: &str| Some(form.get(name).to_owned());
            let track = form.number("track")?.map(TrackId);
            let edit = SessionEdit {
                title: written("title"),
                summary: written("abstract"),
                kind: written("kind"),
                language: written("language"),
                format: written("format"),
                track,
                no_track: track.is_none(),
                minutes: Some(form.needed("minutes")?),
                organisers: None,
            };
            Command::from(Step::AmendSession { session, edit }).into()
        }
        "place" => {
            let (room, start) = spot(&meeting, form)?;
            Command::from(Step::PlaceSession { session, room, start }).into()
        }
        "unplace" => Command::from(Step::UnplaceSession { session }).into(),
        "withdraw" => Command::from(Step::WithdrawSession { session }).into(),
        "reinstate" => Command::from(Step::ReinstateSession { session }).into(),
        "give-role" => {
            let mut steps = Vec::new();
            let name = form.get("people").trim();
            if name.is_empty() {
                return Err(Refusal::Empty { field: "name".into() }.into());
            }
            let person = Names::of(visit).person(name, &mut steps)?;
            steps.push(Step::GiveRole { session, person, role: role(form)? }.into());
            together(visit, steps)
        }
        "take-role" => {
            let (person, role) = (PersonId(form.needed("person")?), role(form)?);
            Command::from(Step::TakeRole { session, person, role }).into()
        }
        _ => return Err(No::NotFound),
    })
}

fn role(form: &Form) -> Result<Role, No> {
    Role::ALL.into_iter().find(|role| role.key() == form.get("role")).ok_or(No::NotFound)
}
