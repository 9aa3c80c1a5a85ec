//! Atom (RFC 4287): one entry for each version of the programme, with what changed.

use platform::languages::key;

use super::context::{ExportContext, Thing};
use super::xml::Xml;
use super::{Export, Filing};
use crate::programme::pages::versions::changed;

pub(super) const EXPORT: Export = Export {
    ending: "atom",
    media_type: "application/atom+xml; charset=utf-8",
    name: key("export-atom"),
    about: key("export-atom-about"),
    speaks: true,
    filing: Filing::Read,
    make,
};

/// How many versions a feed tells of, the latest first: who comes back after more reads them on the site.
const ENTRIES_MAX: usize = 50;

fn make(context: &ExportContext<'_>) -> Vec<u8> {
    let lang = context.lang;
    let title = lang.text_with("export-feed", [("meeting", (&context.meeting.title).into())]);
    let mut xml = Xml::new();
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", lang.tag())]);
    xml.leaf("id", &format!("urn:uuid:{}", context.id(Thing::Programme)));
    xml.leaf("title", &title);
    xml.leaf("updated", &context.version.at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string());
    xml.element("link", &[("rel", "self"), ("href", &context.to_meeting("programme.atom"))], "");
    xml.element("link", &[("href", &context.to_meeting("programme/versions"))], "");
    xml.open("author", &[]);
    xml.leaf("name", context.visit.name());
    xml.close();
    xml.element("generator", &[("version", env!("CARGO_PKG_VERSION"))], "Hemicycle");
    let versions = context.versions();
    for (nth, version) in versions.iter().enumerate().rev().take(ENTRIES_MAX) {
        let earlier = nth.checked_sub(1).map(|before| &**versions[before]);
        let page = context.to_meeting(&format!("programme/versions/{}", version.number));
        let at = version.at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        xml.open("entry", &[]);
        xml.leaf("id", &format!("urn:uuid:{}", context.id(Thing::Version(version.number))));
        xml.leaf("title", &lang.text_with("version-name", [("label", (&version.label).into())]));
        xml.leaf("updated", &at);
        xml.leaf("published", &at);
        xml.element("link", &[("href", &page)], "");
        let content = changed(context.visit, context.meeting, earlier, version).into_string();
        // Whoever reads a feed reads it elsewhere: links must be whole.
        let content = content.replace("href=\"/", &format!("href=\"{}/", context.base()));
        xml.element("content", &[("type", "html")], &content);
        xml.close();
    }
    xml.finish()
}
