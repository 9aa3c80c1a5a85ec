//! What is to be done about calls, for the front of the desk.

use forum::call::{Call, Mode, Stage};
use maud::{Markup, html};

use super::proposals::Screened;
use super::{list, proposals};
use crate::call::said;
use crate::site::Visit;
use crate::site::content::tagged;

/// The calls, each with where it stands and what waits for somebody.
pub(in crate::desk) fn todo(visit: &Visit) -> Markup {
    let lang = visit.lang();
    let calls = &visit.forum().call.calls;
    html! {
        h2 { (lang.text("calls-title")) }
        @if !calls.is_empty() {
            ul.rows {
                @for call in calls.values().rev().take(10) {
                    @let (title, tag) = said::title(call, lang);
                    li {
                        span { a href=(visit.to(format!("desk/calls/{}", call.id))) { (tagged(title, tag, lang)) } " " small { (list::standing(visit, call)) } }
                        @for (rest, text) in waiting(visit, call) {
                            a href=(visit.to(format!("desk/calls/{}/{rest}", call.id))) { (text) }
                        }
                    }
                }
            }
        }
        p { a href=(visit.to("desk/calls")) { @if calls.is_empty() { (lang.text("calls-draw-up")) } @else { (lang.text("calls-all")) } } }
    }
}

/// What waits for somebody: an address within the call, and what there is to do.
fn waiting(visit: &Visit, call: &Call) -> Vec<(&'static str, String)> {
    let (forum, lang) = (visit.forum(), visit.lang());
    let all = || proposals(forum, call.id);
    let mut waiting = Vec::new();
    let counted = |count: usize| [("count", count.into())];
    if call.mode == Mode::Sessions {
        let unscreened = all().filter(|one| Screened::of(forum, one) == Some(Screened::Waiting)).count();
        if unscreened > 0 {
            let text = lang.text_with("calls-todo-screen", counted(unscreened));
            waiting.push(("proposals?screening=waiting", text));
        }
    } else {
        let loose = all().filter(|one| one.stage == Stage::Submitted && one.cluster.is_none()).count();
        if loose > 0 {
            waiting.push(("clusters", lang.text_with("calls-todo-cluster", counted(loose))));
        }
    }
    waiting
}
