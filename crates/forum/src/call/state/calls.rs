//! Calls: what they say, ask and demand.

use super::{Call, State};
use crate::PersonId;
use crate::call::{Act, Field};
use imbl::OrdMap;
use std::sync::Arc;

impl State {
    pub(super) fn apply_to_call(&mut self, act: &Act) {
        match act.clone() {
            Act::CallAdded { id, meeting, mode, about } => {
                let call = Call {
                    id,
                    meeting,
                    mode,
                    about,
                    announced: false,
                    offers: Vec::new(),
                    fields: Vec::new(),
                    requirements: Vec::new(),
                    late: OrdMap::new(),
                    numbered: 0,
                };
                self.calls.insert(id, Arc::new(call));
            }
            Act::CallAmended { call, about } => self.change_call(call, |call| call.about = about),
            Act::CallAnnounced { call } => self.change_call(call, |call| call.announced = true),
            Act::KindOffered { call, offer } => self.change_call(call, |call| {
                put(&mut call.offers, offer, |one, other| one.kind == other.kind);
            }),
            Act::KindDropped { call, kind } => {
                self.change_call(call, |call| call.offers.retain(|offer| offer.kind != kind));
            }
            Act::FieldSet { call, field, before } => {
                self.change_call(call, |call| set_field(&mut call.fields, field, before.as_deref()));
            }
            Act::FieldDropped { call, field } => {
                self.change_call(call, |call| call.fields.retain(|known| known.key != field));
            }
            Act::RequirementSet { call, requirement } => self.change_call(call, |call| {
                put(&mut call.requirements, requirement, |one, other| one.key == other.key);
            }),
            Act::RequirementDropped { call, key } => {
                self.change_call(call, |call| call.requirements.retain(|known| known.key != key));
            }
            Act::LateAllowed { call, person, until } => {
                self.change_call(call, |call| {
                    call.late.insert(person, until);
                });
            }
            _ => {}
        }
    }

    pub(super) fn change_call(&mut self, call: crate::CallId, how: impl FnOnce(&mut Call)) {
        if let Some(call) = self.calls.get_mut(&call) {
            how(Arc::make_mut(call));
        }
    }

    pub(super) fn forget_in_calls(&mut self, person: PersonId) {
        let late: Vec<_> =
            self.calls.values().filter(|call| call.late.contains_key(&person)).map(|call| call.id).collect();
        for call in late {
            self.change_call(call, |call| {
                call.late.remove(&person);
            });
        }
    }
}

/// Puts an item where its like stands, or at the end.
fn put<T>(list: &mut Vec<T>, item: T, same: impl Fn(&T, &T) -> bool) {
    match list.iter().position(|known| same(known, &item)) {
        Some(at) => list[at] = item,
        None => list.push(item),
    }
}

/// Sets a field before another one; without that, where it stood, or at the end.
fn set_field(fields: &mut Vec<Field>, field: Field, before: Option<&str>) {
    let Some(before) = before.filter(|before| *before != field.key) else {
        return put(fields, field, |one, other| one.key == other.key);
    };
    fields.retain(|known| known.key != field.key);
    let at = fields.iter().position(|known| known.key == before).unwrap_or(fields.len());
    fields.insert(at, field);
}
