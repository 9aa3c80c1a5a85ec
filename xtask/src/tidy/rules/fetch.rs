//! The server fetches nothing: whoever can make it ask an address of their choice looks out of its eyes, into the network
//! where it stands. What cannot ask cannot be made to.

use serde_json::Value;

use crate::tidy::tree::Tree;
use crate::tidy::{Report, Rule};

pub(super) const RULE: Rule =
    Rule { name: "fetch", about: "no client for HTTP is part of the product", check };

/// Crates that fetch.
const CLIENTS: &[&str] =
    &["attohttpc", "awc", "curl", "hyper-rustls", "hyper-tls", "isahc", "minreq", "reqwest", "surf", "ureq"];

/// Crates that fetch if they are asked for it.
const WITH_CLIENT: &[&str] = &["hyper", "hyper-util"];

/// The crates that are shipped.
const SHIPPED: &[&str] = &["hemicycle", "platform", "forum", "interchange"];

fn check(tree: &Tree, report: &mut Report) {
    let ours = tree.packages().filter(|package| package["source"].is_null());
    for package in ours.filter(|package| SHIPPED.contains(&text(&package["name"]))) {
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let name = text(&dependency["name"]);
            let features = dependency["features"].as_array().into_iter().flatten().map(text);
            let client = CLIENTS.contains(&name)
                || WITH_CLIENT.contains(&name)
                    && features.into_iter().any(|feature| feature.starts_with("client"));
            if client && dependency["kind"].is_null() {
                let manifest = format!("crates/{}/Cargo.toml", text(&package["name"]));
                report.find(
                    &manifest,
                    0,
                    format_args!("`{name}` can fetch: the server asks nobody anything"),
                );
            }
        }
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_is_for_tests_alone() {
        for (dependency, clean) in [
            (r#"{"name":"ureq","kind":null}"#, false),
            (r#"{"name":"ureq","kind":"dev"}"#, true),
            (r#"{"name":"hyper","kind":null,"features":["http1","server"]}"#, true),
            (r#"{"name":"hyper","kind":null,"features":["client"]}"#, false),
            (r#"{"name":"hyper-util","kind":null,"features":["client-legacy"]}"#, false),
        ] {
            let metadata = format!(
                r#"{{"packages":[{{"name":"hemicycle","source":null,"dependencies":[{dependency}]}}]}}"#
            );
            let found = crate::tidy::findings(&RULE, &[("metadata.json", &metadata)]);
            assert_eq!(found.is_empty(), clean, "{dependency}: {found:?}");
        }
    }
}
