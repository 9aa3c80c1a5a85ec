//! Every handler of the pages about calls and proposals, in the order of the table of addresses.

pub use super::answers::save as answers;
pub use super::invitation::{show as invitation, tell};
pub use super::mine::show as mine;
pub use super::overview::{act, show as overview};
pub use super::page::{begin, list as calls, show as call};
pub use super::step::{save, show as step};
