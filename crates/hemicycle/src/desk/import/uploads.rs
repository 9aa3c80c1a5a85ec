//! Files that somebody has sent and not yet decided about: kept in memory between "show me" and "do it", and not for long.

use axum::body::Bytes;
use forum::Actor;
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Most files, and most bytes of all together; the oldest make way.
const FILES_MAX: usize = 16;
const BYTES_MAX: usize = 48 * 1024 * 1024;
/// How long somebody may take to decide.
const KEPT: Duration = Duration::from_secs(3600);

/// The files. Whoever serves from several machines may meet one that does not have theirs, and sends it once more.
#[derive(Default)]
pub(crate) struct Uploads(Mutex<VecDeque<Upload>>);

struct Upload {
    name: String,
    forum: String,
    by: Actor,
    since: Instant,
    bytes: Bytes,
}

impl Uploads {
    /// Keeps a file; the name by which only its sender finds it.
    pub(super) fn keep(&self, forum: &str, by: Actor, bytes: Bytes) -> String {
        let name = platform::random_token();
        let upload = Upload { name: name.clone(), forum: forum.to_owned(), by, since: Instant::now(), bytes };
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|upload| upload.since.elapsed() < KEPT);
        all.push_back(upload);
        while all.len() > FILES_MAX || all.iter().map(|upload| upload.bytes.len()).sum::<usize>() > BYTES_MAX
        {
            all.pop_front();
        }
        name
    }

    /// A file that this actor has sent to this forum, if it is still there.
    pub(super) fn find(&self, forum: &str, by: Actor, name: &str) -> Option<Bytes> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found =
            all.iter().find(|upload| upload.name == name && upload.forum == forum && upload.by == by)?;
        (found.since.elapsed() < KEPT).then(|| found.bytes.clone())
    }

    /// Lets go of a file that has been taken over.
    pub(super) fn drop(&self, name: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|upload| upload.name != name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use forum::PersonId;

    #[test]
    fn a_file_is_found_by_its_sender_alone_and_the_oldest_make_way() {
        let uploads = Uploads::default();
        let (me, other) = (Actor::Person(PersonId(1)), Actor::Person(PersonId(2)));
        let name = uploads.keep("igf", me, Bytes::from_static(b"Title"));
        assert_eq!(uploads.find("igf", me, &name).as_deref(), Some(&b"Title"[..]));
        for (forum, by, name) in [("wsis", me, &*name), ("igf", other, &name), ("igf", me, "")] {
            assert_eq!(uploads.find(forum, by, name), None);
        }
        let large = Bytes::from(vec![b'x'; BYTES_MAX / 3]);
        let names: Vec<String> = (0..3).map(|_| uploads.keep("igf", other, large.clone())).collect();
        assert_eq!(uploads.find("igf", me, &name), None, "three large files fill it");
        assert!(names.iter().all(|name| uploads.find("igf", other, name).is_some()));
        uploads.drop(&names[0]);
        assert_eq!(uploads.find("igf", other, &names[0]), None);
    }
}
