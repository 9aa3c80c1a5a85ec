//! Publishing: what changes, for whom, and what is said about it.

use forum::programme::{Warning, clashes};
use maud::html;

use super::changes;
use super::compare;
use super::form::{Sheet, Typed};
use super::told::Draft;
use crate::site::{NotFound, Page, Part, Visit};

/// The page before a version is published.
pub(super) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let draft = Draft::of(visit)?;
    let sheet = Sheet::new(visit, typed);
    let act = sheet.act("publish", 0);
    let title = lang.text("desk-publish-title");
    let clashes: Vec<Warning> = clashes(&draft.programme).into_iter().map(Warning::PersonTwice).collect();
    let unplaced = draft.programme.unplaced().count();
    let form = html! {
        // What is published is what this page has shown.
        input type="hidden" name="since" value=(visit.forum().seq());
        (act.line("text", "label", &lang.text("desk-publish-label"), &draft.version.label))
        (act.prose("note", &lang.text("desk-publish-note"), 3, ""))
        (act.tick("tell", &lang.text("letters-tick"), true))
        (act.send(&lang.text("desk-publish")))
        p.soft { a href=(draft.to("letters")) { (lang.text("letters-title")) } }
    };
    let main = html! {
        (draft.ways())
        h1 { (title) }
        (sheet.refusal())
        @if !changes::is_ahead(&draft) {
            p.lead { (lang.text(if draft.version.sessions.is_empty() { EMPTY } else { UNCHANGED })) }
            p { a href=(draft.to("letters")) { (lang.text("letters-title")) } }
        } @else {
            @if !clashes.is_empty() {
                div.refused { p { (lang.text_with("desk-publish-clashes", [("count", clashes.len().into())])) " "
                    a href=(draft.to("programme")) { (lang.text("desk-board-title")) } } }
            }
            @if unplaced > 0 { p { (lang.text_with("desk-publish-unplaced", [("count", unplaced.into())])) } }
            (act.form("desk", &form))
            (compare::link(&draft))
            (changes::list(&draft))
        }
    };
    Ok(Page { title, part: Part::Desk, main })
}

const EMPTY: &str = platform::languages::key("desk-publish-empty");
const UNCHANGED: &str = platform::languages::key("desk-publish-unchanged");
