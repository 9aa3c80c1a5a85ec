//! What may be done to calls and proposals.

use super::{Act, Command};
use crate::{Context, Forum, Refusal};

pub(crate) fn decide(_forum: &Forum, _command: &Command, _context: &Context) -> Result<Vec<Act>, Refusal> {
    Err(Refusal::NothingChanged)
}
