//! The token of an installation: what whoever runs its forums shows to the API.

use anyhow::Context as _;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Lies in a file that only its owner can read.
pub(super) struct Token(String);

impl Token {
    /// Reads the token, and makes one at the first time.
    pub(super) fn in_folder(folder: &Path) -> anyhow::Result<Token> {
        let path = folder.join("token");
        if !path.try_exists().unwrap_or(true) {
            place(&path, &platform::random_token())
                .with_context(|| format!("cannot write {}", path.display()))?;
        }
        let text = fs::read_to_string(&path).with_context(|| {
            format!(
                "cannot read the token in {}; make the file readable, or remove it to get a new one",
                path.display()
            )
        })?;
        match text.trim() {
            "" => anyhow::bail!("there is no token in {}; remove the file to get a new one", path.display()),
            token => Ok(Token(token.to_owned())),
        }
    }

    /// Whether the value of an `Authorization` header holds it. The scheme may be written in any case (RFC 9110, 11.1).
    pub(super) fn is_in(&self, authorization: &str) -> bool {
        authorization.split_once(' ').is_some_and(|(scheme, token)| {
            scheme.eq_ignore_ascii_case("bearer") && self.is(token.trim_start_matches(' '))
        })
    }

    /// Compares in a time that does not depend on where the texts differ.
    fn is(&self, other: &str) -> bool {
        let (mine, theirs) = (self.0.as_bytes(), other.as_bytes());
        mine.len() == theirs.len() && mine.iter().zip(theirs).fold(0, |found, (a, b)| found | (a ^ b)) == 0
    }
}

/// Writes beside and puts in place, so that a crash leaves no half a token. Of two processes that start together the
/// first one's stands: a link, unlike a renaming, replaces nothing.
fn place(path: &Path, token: &str) -> io::Result<()> {
    let beside = path.with_extension(platform::random_token());
    write_secret(&beside, token)?;
    let placed = match fs::hard_link(&beside, path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        // Not every file system knows links.
        Err(_) => return fs::rename(&beside, path),
        done => done,
    };
    fs::remove_file(&beside).and(placed)
}

fn write_secret(path: &Path, secret: &str) -> io::Result<()> {
    use std::io::Write as _;
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    writeln!(file, "{secret}")?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_made_once_and_nothing_else_is_left_there() {
        let folder = tempfile::tempdir().unwrap();
        let first = Token::in_folder(folder.path()).unwrap();
        place(&folder.path().join("token"), "of a rival").unwrap();
        assert_eq!(Token::in_folder(folder.path()).unwrap().0, first.0);
        let files = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        assert_eq!(files.collect::<Vec<_>>(), ["token"]);
    }

    #[test]
    fn a_token_that_is_none_is_refused_with_what_to_do() {
        for (bytes, told) in
            [(&b""[..], "there is no token in"), (b" \n", "there is no token in"), (b"\xff", "cannot read")]
        {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join("token"), bytes).unwrap();
            let refused = Token::in_folder(folder.path()).err().unwrap().to_string();
            assert!(refused.starts_with(told) && refused.contains("to get a new one"), "{refused}");
        }
    }

    #[test]
    fn the_scheme_may_be_written_in_any_case_and_the_token_may_not() {
        let token = Token("abc".into());
        for good in ["Bearer abc", "bearer abc", "BEARER  abc"] {
            assert!(token.is_in(good), "{good}");
        }
        for bad in ["", "Bearer", "Bearer ", "Bearer ABC", "Bearer ab", "Basic abc", "abc", "Bearerabc"] {
            assert!(!token.is_in(bad), "{bad}");
        }
    }
}
