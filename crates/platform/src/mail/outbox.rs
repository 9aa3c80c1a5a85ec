//! The outbox: letters as files that any mail program opens, for whoever sends them on by hand.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use jiff::Timestamp;

/// Letters older than this are removed: links in them have long ended.
const KEPT: Duration = Duration::from_secs(30 * 24 * 3600);

/// Most bytes of a letter that are shown.
const SHOWN_MAX: u64 = 64 * 1024;

/// A letter in the outbox.
#[derive(Clone, PartialEq, Eq)]
pub struct Kept {
    /// The name of its file.
    pub file: String,
    /// Since when it lies there.
    pub at: Timestamp,
    /// To whom.
    pub to: String,
    /// Its text.
    pub text: String,
}

/// Puts a letter into the folder of whoever sends it. Only the owner of the process can read it.
pub(super) fn put(folder: &Path, of: &str, message: &[u8]) -> io::Result<()> {
    let folder = folder_of(folder, of).ok_or_else(|| io::Error::other("a name that is no folder's"))?;
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&folder)?;
    // Sorted by name is sorted by time.
    let name = format!("{:020}-{}", Timestamp::now().as_microsecond(), &crate::random_token()[..8]);
    let beside = folder.join(format!("{name}.part"));
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&beside)?.write_all(message)?;
    fs::rename(&beside, folder.join(format!("{name}.eml")))
}

/// The newest letters in somebody's name, the newest first.
///
/// # Errors
/// If the folder is there and cannot be read.
pub fn list(folder: &Path, of: &str, limit: usize) -> io::Result<Vec<Kept>> {
    let Some(folder) = folder_of(folder, of) else { return Ok(Vec::new()) };
    let files = match fs::read_dir(&folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        files => files?,
    };
    let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".eml")).collect();
    names.sort_unstable_by(|a, b| b.cmp(a));
    Ok(names.into_iter().take(limit).filter_map(|name| read(&folder, name)).collect())
}

fn read(folder: &Path, file: String) -> Option<Kept> {
    use io::Read as _;
    let micros = file.split('-').next()?.parse().ok()?;
    let mut bytes = Vec::new();
    fs::File::open(folder.join(&file)).ok()?.take(SHOWN_MAX).read_to_end(&mut bytes).ok()?;
    // The last character may be cut in two.
    let text = String::from_utf8_lossy(&bytes);
    let (head, body) = text.split_once("\r\n\r\n")?;
    let body = match head.contains("multipart/mixed") {
        // The first part is what was written; a file comes behind it.
        true => body.split_once("\r\n\r\n")?.1.split("\r\n--").next()?,
        false => body,
    };
    let to = head.lines().find_map(|line| line.strip_prefix("To: "))?;
    let at = Timestamp::from_microsecond(micros).ok()?;
    Some(Kept { at, to: to.trim_matches(['<', '>']).to_owned(), text: body.replace("\r\n", "\n"), file })
}

/// The folder of a name that can be one.
fn folder_of(folder: &Path, of: &str) -> Option<PathBuf> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (!of.is_empty() && of.bytes().all(plain)).then(|| folder.join(of))
}

/// Removes the letters to an address in somebody's name: whoever is forgotten leaves none behind.
pub fn forget(folder: &Path, of: &str, to: &str) {
    let Some(folder) = folder_of(folder, of) else { return };
    let files = fs::read_dir(&folder).into_iter().flatten().flatten();
    for file in files {
        let kept = file.file_name().into_string().ok().and_then(|name| read(&folder, name));
        if kept.is_some_and(|kept| kept.to.eq_ignore_ascii_case(to)) {
            let _ = fs::remove_file(file.path());
        }
    }
}

/// Removes the letters of long ago from all folders. What cannot be removed now will be the next time.
pub(super) fn remove_old(folder: &Path) {
    let old = |written: SystemTime| written.elapsed().is_ok_and(|age| age > KEPT);
    let folders = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = folders.filter_map(|folder| fs::read_dir(folder.path()).ok()).flatten().flatten();
    for file in files {
        if file.metadata().and_then(|found| found.modified()).is_ok_and(old) {
            let _ = fs::remove_file(file.path());
        }
    }
}
