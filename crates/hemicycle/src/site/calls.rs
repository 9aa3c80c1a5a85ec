//! The calls that are open, for pages that lead to them.

pub(crate) use crate::call::teasers;
