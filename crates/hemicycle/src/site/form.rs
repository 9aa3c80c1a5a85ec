//! What somebody sent with a form: its fields, and the files that they chose.

use axum::Form as Encoded;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse as _;
use std::convert::Infallible;

/// What somebody sent with a form. A body that is no form has no fields.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// The fields, in the order in which they stand in it.
    pub fields: Vec<(String, String)>,
    /// The files, each in its field.
    pub files: Vec<(String, Bytes)>,
    /// Why the body could not be read, if it could not.
    pub unread: Option<StatusCode>,
}

impl Form {
    /// A field; empty if it was not sent.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Whether a field was sent, whatever stands in it.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(field, _)| field == name)
    }

    /// Every value of a field of which there may be several.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The lines of a field that say something.
    pub fn lines(&self, name: &str) -> impl Iterator<Item = &str> {
        self.get(name).lines().map(str::trim).filter(|line| !line.is_empty())
    }

    /// A file; nothing, if none was chosen.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&Bytes> {
        self.files.iter().find(|(field, bytes)| field == name && !bytes.is_empty()).map(|(_, bytes)| bytes)
    }
}

impl From<Vec<(String, String)>> for Form {
    fn from(fields: Vec<(String, String)>) -> Form {
        Form { fields, ..Form::default() }
    }
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Infallible;

    async fn from_request(request: Request, state: &S) -> Result<Form, Infallible> {
        let unread = |status| Form { unread: Some(status), ..Form::default() };
        let Some(boundary) = boundary(request.headers()) else {
            let form = Encoded::<Vec<(String, String)>>::from_request(request, state).await;
            return Ok(form.map_or_else(|no| unread(no.status()), |form| form.0.into()));
        };
        Ok(match Bytes::from_request(request, state).await {
            Ok(body) => parts(&body, &boundary).unwrap_or_else(|| unread(StatusCode::BAD_REQUEST)),
            Err(no) => unread(no.into_response().status()),
        })
    }
}

/// What stands between the parts of a form with files (RFC 7578); nothing if it is another kind of form.
fn boundary(headers: &HeaderMap) -> Option<String> {
    let kind = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    let (name, parameters) = kind.split_once(';')?;
    if !name.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    parameter(parameters, "boundary").filter(|boundary| !boundary.is_empty())
}

/// The most fields and files of one form.
const PARTS_MAX: usize = 100;

/// The parts of a form with files; nothing if it is broken off or not made as it must be.
fn parts(body: &Bytes, boundary: &str) -> Option<Form> {
    let (first, next) = (format!("--{boundary}"), format!("\r\n--{boundary}"));
    let mut at = body.starts_with(first.as_bytes()).then_some(first.len())?;
    let mut form = Form::default();
    for _ in 0..=PARTS_MAX {
        let rest = &body[at..];
        if rest.starts_with(b"--") {
            return Some(form);
        }
        let head = find(rest, b"\r\n\r\n").filter(|_| rest.starts_with(b"\r\n"))?;
        let said = std::str::from_utf8(rest.get(2..head).unwrap_or_default()).ok()?;
        let length = find(rest.get(head + 4..)?, next.as_bytes())?;
        let value = body.slice(at + head + 4..at + head + 4 + length);
        let about = said.split("\r\n").find_map(disposition)?;
        let name = parameter(about, "name")?;
        match parameter(about, "filename") {
            Some(_) => form.files.push((name, value)),
            None => form.fields.push((name, String::from_utf8(value.to_vec()).ok()?)),
        }
        at += head + 4 + length + next.len();
    }
    None
}

fn disposition(line: &str) -> Option<&str> {
    let (name, value) = line.split_once(':')?;
    name.trim().eq_ignore_ascii_case("content-disposition").then_some(value)
}

/// A parameter of a header, with its quotation marks taken off. Browsers write a quotation mark within it as `%22`.
fn parameter(header: &str, wanted: &str) -> Option<String> {
    header.split(';').find_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        let value = value.trim();
        let plain = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value);
        name.trim().eq_ignore_ascii_case(wanted).then(|| plain.replace("%22", "\""))
    })
}

fn find(within: &[u8], what: &[u8]) -> Option<usize> {
    within.windows(what.len()).position(|window| window == what)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HEAD: &str = "Content-Disposition: form-data; name=";

    #[test]
    fn fields_and_files_come_as_a_browser_sends_them() {
        let body = format!(
            "--X\r\n{HEAD}\"do\"\r\n\r\nread\r\n--X\r\ncontent-disposition: form-data; name=\"file\"; \
             filename=\"a;b.csv\"\r\nContent-Type: text/csv\r\n\r\nTitle\r\n\r\n--Rivers\r\n--X\r\n\
             {HEAD}\"none\"; filename=\"\"\r\n\r\n\r\n--X--\r\n"
        );
        let form = parts(&Bytes::from(body), "X").expect("it is whole");
        assert_eq!(form.get("do"), "read");
        assert_eq!(form.file("file").map(|bytes| &bytes[..]), Some(&b"Title\r\n\r\n--Rivers"[..]));
        assert_eq!((form.file("none"), form.file("do")), (None, None));
    }

    #[test]
    fn what_is_broken_off_or_made_otherwise_is_no_form() {
        let whole = format!("--X\r\n{HEAD}\"a\"\r\n\r\nb\r\n--X--");
        assert!(parts(&Bytes::from(whole.clone()), "X").is_some());
        for end in 0..whole.len() {
            assert!(parts(&Bytes::from(whole[..end].to_owned()), "X").is_none(), "{}", &whole[..end]);
        }
        let many = format!("--X\r\n{HEAD}\"a\"\r\n\r\nb\r\n").repeat(PARTS_MAX + 1) + "--X--";
        for body in ["", "a=b", "--X\r\n\r\n\r\nb\r\n--X--", &many] {
            assert!(parts(&Bytes::from(body.to_owned()), "X").is_none(), "{body}");
        }
    }

    #[test]
    fn only_a_form_with_files_has_a_boundary() {
        let of = |kind: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::CONTENT_TYPE, axum::http::HeaderValue::from_static(kind));
            boundary(&headers)
        };
        assert_eq!(of("Multipart/Form-Data; charset=utf-8; boundary=\"a b\"").as_deref(), Some("a b"));
        for none in ["application/x-www-form-urlencoded; boundary=a", "multipart/form-data", "text/plain"] {
            assert_eq!(of(none), None);
        }
    }

    proptest! {
        #[test]
        fn whatever_comes_is_answered(body in proptest::collection::vec(any::<u8>(), 0..200), marked in "(--X|\r\n|: ;=\"|a){0,40}") {
            parts(&Bytes::from(body), "X");
            parts(&Bytes::from(format!("--X\r\n{HEAD}{marked}")), "X");
        }
    }
}
