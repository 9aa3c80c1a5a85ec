//! Files that were made, kept until the forum has moved on: the same programme is asked for by a thousand calendars.

use std::collections::HashMap;
use std::io::Write as _;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest as _, Sha256};

/// What a file depends on besides the forum's state: its address, language and host.
pub(super) type Name = (String, &'static str, String);

/// A file that was made.
pub(super) struct Made {
    pub(super) bytes: Vec<u8>,
    /// The beginning of the digest of its content.
    pub(super) tag: String,
    compressed: OnceLock<Vec<u8>>,
}

impl Made {
    fn of(bytes: Vec<u8>) -> Made {
        let tag = Sha256::digest(&bytes).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        Made { bytes, tag, compressed: OnceLock::new() }
    }

    /// The file as gzip, made when it is first asked for.
    pub(super) fn compressed(&self) -> &[u8] {
        self.compressed.get_or_init(|| {
            let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
            gzip.write_all(&self.bytes).expect("a vector takes every byte");
            gzip.finish().expect("a vector takes every byte")
        })
    }
}

/// Which state of a forum a file was made from: its last act, and when that was.
pub(super) type Edition = (u64, i64);

/// The files that were made last.
#[derive(Default)]
pub struct Shelf(Mutex<Files>);

#[derive(Default)]
struct Files {
    by_name: HashMap<Name, (Edition, Arc<Made>)>,
    bytes: usize,
}

/// Most bytes that are kept, uncompressed. All exports of Kyoto in all seven languages take a third of it.
const BYTES_MAX: usize = 32 << 20;

impl Shelf {
    /// The file of this name for this edition of the forum, made if it is not there. Two who ask at once may both make it:
    /// nobody waits for another.
    pub(super) fn get(
        &self,
        name: Name,
        edition: Edition,
        make: impl FnOnce() -> Option<Vec<u8>>,
    ) -> Option<Arc<Made>> {
        let known = self.files().by_name.get(&name).cloned();
        match &known {
            Some((of, made)) if *of == edition => return Some(Arc::clone(made)),
            _ => {}
        }
        let mut made = Arc::new(Made::of(make()?));
        // Most acts change nothing in a programme: what is compressed already stays so.
        if let Some((_, before)) = known.filter(|(_, before)| before.tag == made.tag) {
            made = before;
        }
        self.files().put(name, edition, Arc::clone(&made));
        Some(made)
    }

    fn files(&self) -> std::sync::MutexGuard<'_, Files> {
        // Whoever panicked here left a map that is whole: nothing in it is half done.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Files {
    fn put(&mut self, name: Name, edition: Edition, made: Arc<Made>) {
        let size = made.bytes.len();
        if size > BYTES_MAX {
            return;
        }
        if self.bytes + size > BYTES_MAX {
            // Rare, and made anew in milliseconds: a cleverer order of leaving would not be worth its code.
            (self.by_name, self.bytes) = (HashMap::new(), 0);
        }
        self.bytes += size;
        if let Some((_, before)) = self.by_name.insert(name, (edition, made)) {
            self.bytes -= before.bytes.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(path: &str) -> Name {
        (path.to_owned(), "en", "http://localhost".to_owned())
    }

    #[test]
    fn a_file_is_made_once_for_each_edition() {
        let shelf = Shelf::default();
        let get =
            |edition, text: &str| shelf.get(name("a"), edition, || Some(text.as_bytes().to_vec())).unwrap();
        assert_eq!(get((1, 0), "one").bytes, b"one");
        assert_eq!(get((1, 0), "never made").bytes, b"one");
        assert_eq!(get((2, 0), "two").bytes, b"two");
        assert_eq!(get((1, 1), "another log").bytes, b"another log");
        assert!(shelf.get(name("b"), (1, 0), || None).is_none());
    }

    #[test]
    fn what_is_kept_stays_bounded() {
        let shelf = Shelf::default();
        for nth in 0..100 {
            shelf.get(name(&nth.to_string()), (1, 0), || Some(vec![0; 1 << 20])).unwrap();
            let files = shelf.files();
            assert_eq!(files.bytes, files.by_name.values().map(|(_, made)| made.bytes.len()).sum::<usize>());
            assert!(files.bytes <= BYTES_MAX);
        }
        assert!(shelf.get(name("huge"), (1, 0), || Some(vec![0; BYTES_MAX + 1])).is_some());
        assert!(shelf.files().bytes <= BYTES_MAX);
    }

    #[test]
    fn what_is_compressed_is_what_was_made() {
        let made = Made::of("Kyoto ".repeat(1_000).into_bytes());
        let mut back = String::new();
        std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(made.compressed()), &mut back)
            .unwrap();
        assert_eq!(back.as_bytes(), made.bytes);
        assert!(made.compressed().len() < 1_000);
    }
}
