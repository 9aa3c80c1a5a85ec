//! From the forms of a team's page to commands.

use forum::call::{Command as Step, TeamRole};
use forum::{Command, PersonId};

use super::ROLES;
use crate::desk::answer::Order;
use crate::desk::form::{Form, No};
use crate::site::{NotFound, Visit};

/// Forms about a team.
pub(super) fn read(visit: &Visit, form: &Form) -> Result<Order, No> {
    let team = super::of(visit).map_err(|NotFound| No::NotFound)?;
    let cluster = team.cluster.id;
    let role = || -> Result<TeamRole, No> {
        ROLES.iter().find(|(_, key)| *key == form.get("role")).map(|(role, _)| *role).ok_or(No::NotFound)
    };
    let step = match form.get("do") {
        "join" => {
            let person = visit.visitor.person().ok_or(No::NotFound)?;
            Step::JoinTeam { cluster, person, role: role()? }
        }
        "name" if team.leads => {
            Step::JoinTeam { cluster, person: PersonId(form.needed("person")?), role: role()? }
        }
        "leave" => Step::LeaveTeam { cluster, person: PersonId(form.needed("id")?) },
        "plan" => {
            let on = form.number("on")?.unwrap_or_default();
            Step::PlanTeam { cluster, plan: form.get("plan").to_owned(), on }
        }
        _ => return Err(No::NotFound),
    };
    Ok(Command::from(step).into())
}
