//! Whom letters have reached: a file of lines, one for each wish and each letter.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use forum::{MeetingId, PersonId, Seq};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::owed::Owed;

/// A line of a journal.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Line {
    /// Somebody wishes that those concerned be told of a version.
    Ask {
        /// The meeting.
        meeting: MeetingId,
        /// The number of the version.
        version: u32,
        /// When; journals did not say so at first.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Timestamp>,
    },
    /// A letter has left, or never will.
    Told {
        /// The meeting.
        meeting: MeetingId,
        /// The number of the version.
        version: u32,
        /// To whom.
        person: PersonId,
        /// What became of it.
        how: How,
    },
    /// A letter after an act has left, or never will.
    Written {
        /// Which.
        letter: Owed,
        /// What became of it.
        how: How,
    },
    /// All letters after acts up to this one have left, or never will.
    Upto {
        /// The act.
        act: Seq,
    },
}

/// What became of a letter.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// The mail server, or the outbox, has it.
    Sent,
    /// The mail server refuses it for good.
    Refused,
    /// It did not leave while it was of use.
    Late,
}

/// What a journal says.
#[derive(Default)]
pub struct Told {
    /// The versions of which those concerned are to be told, and since when.
    pub asked: BTreeMap<(MeetingId, u32), Option<Timestamp>>,
    /// What became of the letters.
    pub letters: BTreeMap<(MeetingId, u32, PersonId), How>,
    /// What became of letters after acts.
    pub written: BTreeMap<Owed, How>,
    /// Up to which act there is nothing more to look for; nothing, if nobody ever looked.
    pub upto: Option<Seq>,
}

/// Reads a journal. A line that was torn by the end of a process says nothing.
pub(super) fn read(folder: &Path, forum: &str) -> io::Result<Told> {
    let text = match fs::read_to_string(file(folder, forum)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Told::default()),
        text => text?,
    };
    let mut told = Told::default();
    for line in text.lines().filter_map(|line| serde_json::from_str(line).ok()) {
        match line {
            Line::Ask { meeting, version, at } => drop(told.asked.insert((meeting, version), at)),
            Line::Told { meeting, version, person, how } => {
                told.letters.insert((meeting, version, person), how);
            }
            Line::Written { letter, how } => drop(told.written.insert(letter, how)),
            Line::Upto { act } => told.upto = told.upto.max(Some(act)),
        }
    }
    Ok(told)
}

/// Adds a line, which is on the disk when this returns.
pub(super) fn append(folder: &Path, forum: &str, line: &Line) -> io::Result<()> {
    crate::app::make_private(folder)?;
    let mut options = fs::OpenOptions::new();
    options.append(true).create(true).read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(file(folder, forum))?;
    // It begins with the end of a line: one that was torn before must not take this one with it.
    let line = serde_json::to_string(line).map_err(io::Error::other)?;
    file.write_all(format!("\n{line}\n").as_bytes())?;
    file.sync_data()
}

fn file(folder: &Path, forum: &str) -> PathBuf {
    folder.join(format!("{forum}.jsonl"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_was_torn_takes_no_other_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let (meeting, version) = (MeetingId(1), 2);
        append(folder.path(), "igf", &Line::Ask { meeting, version, at: None }).unwrap();
        let torn = fs::OpenOptions::new().append(true).open(file(folder.path(), "igf"));
        torn.unwrap().write_all(b"{\"told\":{\"meeting\":1,\"ver").unwrap();
        let sent = Line::Told { meeting, version, person: PersonId(7), how: How::Sent };
        append(folder.path(), "igf", &sent).unwrap();
        let told = read(folder.path(), "igf").unwrap();
        assert_eq!(told.asked, [((meeting, version), None)].into());
        assert_eq!(told.letters, [((meeting, version, PersonId(7)), How::Sent)].into());
        assert!(read(folder.path(), "wsis").unwrap().asked.is_empty());
    }
}
