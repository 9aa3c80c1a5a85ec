//! Every kind of page, by an address of the demo that shows it.

use hemicycle::routes::{Kind, ROUTES};

/// A page to look at: its name in reports and file names, and its address.
pub(crate) struct Page {
    pub(crate) name: &'static str,
    pub(crate) path: &'static str,
}

const fn page(name: &'static str, path: &'static str) -> Page {
    Page { name, path }
}

/// One of every kind, and the shapes that a kind can take.
pub(crate) const PAGES: &[Page] = &[
    page("forum", "/igf"),
    page("series", "/igf/series/igf"),
    page("meeting", "/igf/meetings/kyoto-2023"),
    page("meeting-archive", "/igf/meetings/athens-2006"),
    page("programme", "/igf/meetings/kyoto-2023/programme"),
    page("day-list", "/igf/meetings/kyoto-2023/programme/2023-10-10?view=list"),
    page("day-grid", "/igf/meetings/kyoto-2023/programme/2023-10-10?view=grid"),
    page("day-zone", "/igf/meetings/kyoto-2023/programme/2023-10-10?view=list&zone=Africa/Bamako"),
    page("calls", "/igf/calls"),
    page("call", "/igf/calls/1"),
    page("proposals", "/igf/proposals"),
    page("proposal", "/igf/proposals/1"),
    page("proposal-step", "/igf/proposals/1/1"),
    page("invitation", "/igf/invitations/1/1"),
    page("exports", "/igf/meetings/kyoto-2023/exports"),
    page("versions", "/igf/meetings/kyoto-2023/programme/versions"),
    page("version", "/igf/meetings/kyoto-2023/programme/versions/1"),
    page("session", "/igf/meetings/kyoto-2023/sessions/{session}"),
    page("now", "/igf/meetings/kyoto-2023/now?at=2023-10-10T10:00&zone=Africa/Bamako"),
    page("now-screen", "/igf/meetings/kyoto-2023/now?at=2023-10-10T10:00&view=screen"),
    page("rooms", "/igf/meetings/kyoto-2023/rooms"),
    page("rooms-print", "/igf/meetings/kyoto-2023/rooms?view=print&day=2023-10-10"),
    page("room", "/igf/meetings/kyoto-2023/rooms/{room}?at=2023-10-10T10:00"),
    page("room-screen", "/igf/meetings/kyoto-2023/rooms/{room}?at=2023-10-10T10:00&view=screen"),
    page("mine-empty", "/igf/meetings/kyoto-2023/mine"),
    // A hundred sessions of the first version: many overlap, and some have moved since.
    page(
        "mine-shared",
        "/igf/meetings/kyoto-2023/mine?s=BkDBAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    ),
    page("statistics", "/igf/meetings/kyoto-2023/statistics"),
    page("statistics-years", "/igf/statistics"),
    page("people", "/igf/people"),
    page("person", "/igf/people/{person}"),
    page("organisations", "/igf/organisations"),
    page("organisation", "/igf/organisations/{organisation}"),
    page("search", "/igf/search?q=internet"),
    page("search-nothing", "/igf/search?q=xyzzy"),
    page("reference", "/reference"),
    page("not-found", "/igf/meetings/igf-1999"),
    page("sign-in", "/igf/sign-in?next=/igf/people"),
    page("sign-in-gone", "/igf/sign-in/nothing"),
    page("mailbox-gone", "/igf/mailbox/nothing"),
    page("me", "/igf/me"),
    page("me-sessions", "/igf/me/sessions"),
    page("me-tokens", "/igf/me/tokens"),
    page("outbox", "/igf/desk/outbox"),
    page("desk", "/igf/desk"),
    page("desk-import", "/igf/desk/import"),
    page("desk-settings", "/igf/desk/settings"),
    page("desk-details", "/igf/desk/meetings/kyoto-2023/details"),
    page("desk-rooms", "/igf/desk/meetings/kyoto-2023/rooms"),
    page("desk-programme", "/igf/desk/meetings/kyoto-2023/programme?day=2023-10-10"),
    page("desk-session", "/igf/desk/meetings/kyoto-2023/sessions/{session}"),
    page("desk-places", "/igf/desk/meetings/kyoto-2023/sessions/{session}/places"),
    page("desk-people", "/igf/desk/meetings/kyoto-2023/people"),
    page("desk-person", "/igf/desk/meetings/kyoto-2023/people?person={person}"),
    page("desk-means", "/igf/desk/meetings/kyoto-2023/means"),
    page("desk-collisions", "/igf/desk/meetings/kyoto-2023/collisions"),
    page("desk-similar", "/igf/desk/meetings/kyoto-2023/similar"),
    page("desk-letters", "/igf/desk/meetings/kyoto-2023/letters"),
    page("desk-publish", "/igf/desk/meetings/kyoto-2023/publish"),
    page("desk-solver", "/igf/desk/meetings/kyoto-2023/solver"),
    page("desk-variants", "/igf/desk/meetings/kyoto-2023/variants"),
    page("desk-calls", "/igf/desk/calls"),
    page("desk-call", "/igf/desk/calls/1?language=fr"),
    page("desk-fields", "/igf/desk/calls/1/fields?language=ar"),
    page("desk-fields-preview", "/igf/desk/calls/1/fields?view=preview"),
    page("desk-rules", "/igf/desk/calls/1/rules?language=fr"),
    page("desk-call-sessions", "/igf/desk/calls/1/sessions"),
    page("desk-clusters", "/inland-sea/desk/calls/1/clusters"),
    page("teams", "/inland-sea/teams"),
    page("team", "/inland-sea/teams/1"),
    page("desk-proposals", "/igf/desk/calls/1/proposals?stage=submitted"),
    page("desk-proposal", "/igf/desk/proposals/1"),
    page("review", "/igf/review"),
    page("review-bids", "/igf/review/bids?call=1"),
    page("review-one", "/igf/review/1"),
    page("desk-review", "/igf/desk/calls/1/review?words=ar"),
    page("desk-assignment", "/igf/desk/calls/1/assignment?propose=missing"),
    page("desk-assignment-one", "/igf/desk/calls/1/assignment?proposal=1"),
    page("desk-results", "/igf/desk/calls/1/results?view=groups"),
    page("desk-selection", "/igf/desk/calls/1/selection"),
    page("desk-decisions", "/igf/desk/calls/1/decisions"),
    page("desk-decision", "/igf/desk/calls/1/decisions?proposal=1&history=yes"),
    page("desk-decision-letters", "/igf/desk/calls/1/decisions?letters=fr"),
    page("desk-appeals", "/igf/desk/calls/1/appeals"),
    page("decided", "/igf/calls/1/decided"),
    page("desk-compare", "/igf/desk/meetings/kyoto-2023/compare?one=version-1&other=draft"),
];

/// A new page is looked at by every test here, or the build says so: each route of the public pages is shown by an
/// address of the list.
#[test]
fn every_route_of_a_page_is_looked_at() {
    // The choice of language and zone answers with a page of its own only to who has no script and no cookie; the list of forums leads on where there is only one.
    let elsewhere = ["/", "/reading"];
    let pages = ROUTES.iter().filter(|route| route.kind == Kind::Page);
    let routes: Vec<&str> = pages.map(|route| route.path).collect();
    for route in routes.into_iter().filter(|route| !elsewhere.contains(route)) {
        let shown = PAGES.iter().any(|page| {
            let path = page.path.split('?').next().unwrap();
            let parts = |text: &'static str| text.split('/').collect::<Vec<_>>();
            let route: Vec<&str> = route.split('/').collect();
            let path = parts(path);
            route.len() == path.len()
                && route.iter().zip(&path).all(|(part, here)| part.starts_with('{') || part == here)
        });
        assert!(shown, "{route} has no address in PAGES: nobody looks at it");
    }
}
