//! Every address stands in the one table that says who may ask for it; nobody adds one beside it.

use crate::tidy::tree::Tree;
use crate::tidy::{Report, Rule};

pub(super) const RULE: Rule =
    Rule { name: "routes", about: "addresses are added in routes.rs only, each with who may ask", check };

/// Makes the router from the table.
const ROUTER: &str = "crates/hemicycle/src/router.rs";

fn check(tree: &Tree, report: &mut Report) {
    let product = tree.files.iter().filter(|file| file.path.starts_with("crates/hemicycle/src/"));
    // A test may serve what it likes.
    for file in product.filter(|file| file.path != ROUTER && !file.is_test()) {
        for (number, line) in file.text.lines().enumerate() {
            let adds = [".route(", ".nest(", ".route_service(", ".nest_service(", ".fallback("];
            if adds.iter().any(|call| line.contains(call)) {
                let remedy = "write it as a row of crates/hemicycle/src/routes.rs";
                report.find(&file.path, number + 1, format_args!("an address without a row: {remedy}"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_beside_the_table_is_found() {
        let line = "let router = router.route(\"/{forum}/secrets\", get(secrets));";
        for (path, clean) in [
            ("crates/hemicycle/src/people/pages.rs", false),
            ("crates/hemicycle/src/router.rs", true),
            ("crates/hemicycle/src/admission/tests.rs", true),
            ("crates/hemicycle/tests/it/proxy.rs", true),
        ] {
            assert_eq!(crate::tidy::findings(&RULE, &[(path, line)]).is_empty(), clean, "{path}");
        }
    }
}
