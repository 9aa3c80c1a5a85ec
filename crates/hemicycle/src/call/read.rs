//! What a form of a proposal says, before it is a command.

use forum::Seq;
use forum::call::{Field, FieldKind, PartTyped};
use forum::people::{Attendance, Role};
use forum::reference::groups::{Gender, StakeholderGroup};
use forum::reference::regions::RegionalGroup;
use platform::writer::Key;
use sha2::{Digest as _, Sha256};

use crate::site::form::Form;

/// What was sent for a field.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sent {
    pub(super) field: String,
    pub(super) values: Vec<String>,
    /// The act that saved what whoever typed has seen.
    pub(super) on: Seq,
}

/// What was sent for a field; nothing, if the form has no such field.
pub(super) fn field(form: &Form, field: &Field) -> Option<Sent> {
    let on = form.has(&format!("on.{}", field.key)).then(|| form.get(&format!("on.{}", field.key)))?;
    let name = format!("f.{}", field.key);
    let values = values(&field.kind, form.all(&name));
    Some(Sent { field: field.key.clone(), values, on: on.parse().unwrap_or_default() })
}

/// Values as they are compared and stored: line ends of one kind, and nothing where nothing stands.
pub(super) fn values<'a>(kind: &FieldKind, typed: impl Iterator<Item = &'a str>) -> Vec<String> {
    let typed = typed.map(|value| value.replace("\r\n", "\n").replace('\r', "\n"));
    let typed = typed.map(|value| match kind {
        FieldKind::Prose => value.trim().to_owned(),
        _ => value.split_whitespace().collect::<Vec<_>>().join(" "),
    });
    typed.filter(|value| !value.is_empty()).collect()
}

/// A key for one of several commands of a form: the same form sent twice is done once.
pub(super) fn key(form: &str, parts: &[&str]) -> Key {
    let mut digest = Sha256::new();
    for part in [form].iter().chain(parts) {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part);
    }
    let key: String = digest.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    Key::new(&key).expect("hexadecimal digits are visible and short")
}

/// The roles that the form offers, in its order.
pub(super) const ROLES: [Role; 5] =
    [Role::Organiser, Role::Speaker, Role::Moderator, Role::OnlineModerator, Role::Rapporteur];

/// Somebody, as they were typed.
pub(super) fn part(form: &Form) -> PartTyped {
    let line = |name: &str| form.get(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let attendance = match form.get("attendance") {
        "on-site" => Some(Attendance::OnSite),
        "online" => Some(Attendance::Online),
        _ => None,
    };
    PartTyped {
        role: Role::ALL.into_iter().find(|role| role.key() == form.get("role")).unwrap_or(Role::Speaker),
        name: line("name"),
        email: line("email"),
        organisation: line("organisation"),
        group: StakeholderGroup::from_key(form.get("group")),
        country: line("country"),
        region: RegionalGroup::from_key(form.get("region")),
        gender: Gender::from_key(form.get("gender")).unwrap_or_default(),
        attendance,
        confirmed: form.get("confirmed") == "yes",
    }
}

/// The name of an attendance in forms and messages.
pub(super) fn attendance(attendance: Option<Attendance>) -> &'static str {
    match attendance {
        Some(Attendance::OnSite) => "on-site",
        Some(Attendance::Online) => "online",
        None => "",
    }
}
