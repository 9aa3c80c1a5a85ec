//! Where letters lie that wait: a folder of files that only the owner of the process can read, so that no restart loses one.
//!
//! It is written without waiting for the disk: a restart finds it, a power cut may not, and whoever misses a letter asks for
//! another.

use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;

use jiff::Timestamp;

use super::Letter;

/// How the name of a file ends until all of its letter is in it.
const BEING_WRITTEN: &str = ".part";

/// The folder.
pub(super) struct Drawer {
    folder: PathBuf,
}

impl Drawer {
    pub(super) fn new(folder: PathBuf) -> Drawer {
        Drawer { folder }
    }

    /// Puts a letter in; the name of its file. Without one the letter waits in memory alone.
    pub(super) fn put(&self, letter: &Letter) -> Option<String> {
        let name = format!("{:020}-{}.json", Timestamp::now().as_microsecond(), &crate::random_token()[..8]);
        let put = self.write(&name, letter);
        if let Err(error) = &put {
            tracing::warn!("A letter waits in memory only, for it cannot be written down: {error}");
        }
        put.ok().map(|()| name)
    }

    fn write(&self, name: &str, letter: &Letter) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.folder)?;
        let beside = self.folder.join(format!("{name}{BEING_WRITTEN}"));
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&beside)?.write_all(&serde_json::to_vec(letter)?)?;
        fs::rename(&beside, self.folder.join(name))
    }

    /// Whether a letter still lies there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.folder.join(name).exists()
    }

    /// Takes a letter out. What cannot be removed is found at the next start, and then is too old.
    pub(super) fn remove(&self, name: &str) {
        let _ = fs::remove_file(self.folder.join(name));
    }

    /// Removes the letters to an address, in somebody's name. One that is just being written is none yet: to touch its
    /// file would lose somebody else's.
    pub(super) fn forget(&self, of: &str, to: &str) {
        for name in self.names().into_iter().filter(|name| !name.ends_with(BEING_WRITTEN)) {
            if self.read(&name).is_some_and(|letter| letter.of == of && letter.to.eq_ignore_ascii_case(to)) {
                self.remove(&name);
            }
        }
    }

    /// What lies there when a process begins, the oldest first. What is no letter, or of no use any more, is removed.
    pub(super) fn found(&self, at_most: usize) -> Vec<(Letter, String)> {
        let of_use = |name: String| match self.read(&name) {
            Some(letter) if Timestamp::now() < letter.until => Some((letter, name)),
            _ => {
                self.remove(&name);
                None
            }
        };
        self.names().into_iter().filter_map(of_use).take(at_most).collect()
    }

    /// The names of all files, the oldest first.
    fn names(&self) -> Vec<String> {
        let files = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut names: Vec<String> = files.filter_map(|file| file.file_name().into_string().ok()).collect();
        names.sort_unstable();
        names
    }

    fn read(&self, name: &str) -> Option<Letter> {
        serde_json::from_slice(&fs::read(self.folder.join(name)).ok()?).ok()
    }
}
