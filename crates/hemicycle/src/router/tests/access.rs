//! The table of addresses as people read it: `docs/access.md` says what the code does.

use crate::routes::{ROUTES, Verb};
use forum::access::Access;
use std::fmt::Write as _;
use std::path::Path;

const HEAD: &str = "# Who may ask for what

Every address of the site, and who may ask for it: the table `ROUTES` in `crates/hemicycle/src/routes.rs`, written out by a test,
which fails when the two differ (`HEMICYCLE_RECORD_ACCESS=1` writes it anew). The router is made from that table, so an address that
is not here does not exist.

An open door is not yet a yes: which command somebody may give is decided by `crates/forum/src/permission.rs`, and which acts they
see by `crates/forum/src/audience.rs`. Somebody may be several of these at once, and may do what any of them may.

";

fn written() -> String {
    let mut text = HEAD.to_owned();
    let mut line =
        |cells: Vec<String>| writeln!(text, "| {} |", cells.join(" | ")).expect("a text takes more");
    let names = Access::ALL.map(|one| one.key().to_owned());
    line(["request".to_owned()].into_iter().chain(names.clone()).collect());
    line(["---".to_owned()].into_iter().chain(names.map(|_| ":-:".to_owned())).collect());
    for route in ROUTES {
        let verb = if route.verb == Verb::Get { "GET" } else { "POST" };
        let mark = |one| if route.may.contains(one) { "●" } else { "–" }.to_owned();
        line([format!("`{verb} {}`", route.path)].into_iter().chain(Access::ALL.map(mark)).collect());
    }
    text
}

#[test]
fn the_table_in_the_documents_is_the_table_of_the_code() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/access.md");
    if std::env::var_os("HEMICYCLE_RECORD_ACCESS").is_some() {
        std::fs::write(&file, written()).unwrap();
    }
    let text = std::fs::read_to_string(&file).unwrap();
    assert_eq!(text, written(), "write it anew with HEMICYCLE_RECORD_ACCESS=1");
}
