//! Single values: text, dates, numbers, addresses. Each is taken, or its problem is told.

use super::{At, Gatherer, Refused};
use crate::model::{Ids, Link, Text};
use crate::problem::{Fault, Lost};
use crate::raw::{Raw, RawIds, RawLink, RawText};
use crate::text::{Length, clean, shown};
use crate::times;

impl Gatherer<'_> {
    pub(super) fn told<T>(&mut self, at: At<'_>, result: Result<T, Fault>) -> Option<T> {
        result.map_err(|fault| self.tell(at, Lost::Field, fault)).ok()
    }

    pub(super) fn try_short(
        &mut self,
        path: &str,
        field: &str,
        raw: Option<Raw>,
    ) -> Result<Option<String>, Refused> {
        let Some(raw) = raw else { return Ok(None) };
        clean(&raw.value, Length::Short, self.limits).map_err(|fault| {
            self.tell(At { line: raw.line, path, field }, Lost::Field, fault);
            Refused
        })
    }

    pub(super) fn short(&mut self, path: &str, field: &str, raw: Option<Raw>) -> Option<String> {
        self.try_short(path, field, raw).unwrap_or(None)
    }

    /// A name without which a thing is nothing. What it costs to lose it is the caller's to say.
    pub(super) fn required(
        &mut self,
        path: &str,
        field: &str,
        line: u32,
        raw: Option<Raw>,
    ) -> Result<String, Refused> {
        let line = raw.as_ref().map_or(line, |raw| raw.line);
        self.try_short(path, field, raw)?.ok_or_else(|| {
            self.tell(At { line, path, field }, Lost::Field, Fault::new("is empty", "Fill it in."));
            Refused
        })
    }

    pub(super) fn long(&mut self, path: &str, field: &str, raw: RawText) -> Text {
        let mut text = Text::default();
        for (language, raw) in raw {
            let at = At { line: raw.line, path, field };
            if let Some(Some(cleaned)) = self.told(at, clean(&raw.value, Length::Long, self.limits)) {
                text.0.push((language, cleaned));
            }
        }
        text
    }

    pub(super) fn ids(&mut self, path: &str, raw: RawIds) -> Ids {
        Ids {
            guid: self.short(path, "guid", raw.guid),
            id: self.short(path, "id", raw.id),
            code: self.short(path, "code", raw.code),
            slug: self.short(path, "slug", raw.slug),
        }
    }

    pub(super) fn date(&mut self, path: &str, field: &str, raw: Raw) -> Option<jiff::civil::Date> {
        self.stated(path, field, raw).map(|stated| stated.date)
    }

    pub(super) fn stated(&mut self, path: &str, field: &str, raw: Raw) -> Option<times::Stated> {
        if raw.value.trim().is_empty() {
            return None;
        }
        let read = times::date_time(&raw.value, self.style.dates);
        self.told(At { line: raw.line, path, field }, read)
    }

    pub(super) fn count(&mut self, path: &str, field: &str, raw: Raw) -> Option<u32> {
        if raw.value.trim().is_empty() {
            return None;
        }
        let read =
            raw.value.trim().parse::<f64>().ok().filter(|n| (0.0..=1e6).contains(n) && n.fract() == 0.0);
        let fault =
            || Fault::new(format!("“{}” is not a number of seats", shown(&raw.value)), "Write it in digits.");
        self.told(At { line: raw.line, path, field }, read.map(|n| n as u32).ok_or_else(fault))
    }

    pub(super) fn colour(&mut self, path: &str, raw: Raw) -> Option<String> {
        let value = raw.value.trim().to_ascii_lowercase();
        if value.is_empty() {
            return None;
        }
        let is_hex = value.len() == 7 && value[1..].bytes().all(|byte| byte.is_ascii_hexdigit());
        let fault = || Fault::new(format!("“{}” is not a colour", shown(&value)), "Write it as #aabbcc.");
        let read = if value.starts_with('#') && is_hex { Ok(value.clone()) } else { Err(fault()) };
        self.told(At { line: raw.line, path, field: "colour" }, read)
    }

    pub(super) fn url(&mut self, path: &str, field: &str, raw: Option<Raw>) -> Option<String> {
        let line = raw.as_ref()?.line;
        let value = self.short(path, field, raw)?;
        let absolute = absolute_url(&value, self.base_url.as_deref());
        let fault = || {
            let message = format!("“{}” is not a web address", shown(&value));
            Fault::new(message, "Write it in full, beginning with https://.")
        };
        self.told(At { line, path, field }, absolute.ok_or_else(fault))
    }

    pub(super) fn links(&mut self, path: &str, field: &'static str, raw: Vec<RawLink>) -> Vec<Link> {
        let mut links = Vec::new();
        for raw in raw {
            let at = At { line: raw.line, path, field };
            if links.len() >= self.limits.links {
                let message = format!("there are more than {}; the rest is not read", self.limits.links);
                self.tell(at, Lost::Field, Fault::new(message, "Put them on one page and link to that."));
                break;
            }
            if raw.url.as_ref().is_none_or(|url| url.value.trim().is_empty()) {
                self.tell(at, Lost::Field, Fault::new("has no address", "Give its address or delete it."));
                continue;
            }
            let Some(url) = self.url(path, field, raw.url) else { continue };
            let (title, kind) = (self.short(path, field, raw.title), self.short(path, field, raw.kind));
            links.push(Link { title, url, kind });
        }
        links
    }
}

/// An address in full. Only web addresses pass: a page would run `javascript:` and open `file:`.
fn absolute_url(value: &str, base: Option<&str>) -> Option<String> {
    if value.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\')) {
        return None;
    }
    let has_web_scheme = |url: &str| {
        let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        host.is_some_and(|host| !host.is_empty() && !host.starts_with('/'))
    };
    if has_web_scheme(value) {
        return Some(value.to_owned());
    }
    let base = base?;
    if value.starts_with("//") || value.contains(':') && !value.starts_with('/') {
        return None;
    }
    let host_end = base.find("://").and_then(|at| base[at + 3..].find('/').map(|slash| at + 3 + slash));
    let kept = match value.starts_with('/') {
        true => &base[..host_end.unwrap_or(base.len())],
        false => base.trim_end_matches(|c| c != '/'),
    };
    let joined = format!("{kept}{value}");
    has_web_scheme(&joined).then_some(joined)
}
