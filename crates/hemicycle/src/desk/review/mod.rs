//! The review at the desk: how a call is reviewed, who reviews what, what the scores say, what becomes of it; and the
//! workbench of those who review.

pub mod api;
pub mod bench;
pub mod decided;
pub mod doors;
pub mod panel_api;

mod about;
mod appeals;
mod assignment;
mod decisions;
mod figures;
mod kept;
mod replay;
mod results;
mod selection;
mod settings;
mod settings_order;
mod shown;
mod spreadsheet;
mod table;

pub(crate) use kept::Computed;

/// Keys of messages that are put together from the built-in criteria and reasons; the audit of the catalogues counts them
/// as used.
#[cfg(test)]
pub(crate) fn keys() -> impl Iterator<Item = String> {
    use forum::review::{CRITERIA, REASONS};
    let plain = |key: &str| key.replace('_', "-");
    let criteria = CRITERIA.into_iter().map(plain);
    let criteria = criteria.flat_map(|key| [format!("criterion-{key}"), format!("criterion-{key}-help")]);
    criteria.chain(REASONS.into_iter().map(move |key| format!("reason-{}", plain(key))))
}
