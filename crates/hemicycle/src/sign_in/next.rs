//! The way back to where somebody was before they signed in.

/// A path of this very forum; anything that could lead elsewhere is none (trust begins with a form that comes back to
/// where it should).
#[must_use]
pub fn within<'a>(forum: &str, path: &'a str) -> Option<&'a str> {
    let rest = path.strip_prefix('/')?.strip_prefix(forum)?;
    let begins = rest.is_empty() || rest.starts_with(['/', '?']);
    let plain = path.bytes().all(|byte| byte.is_ascii_graphic()) && !path.contains(['\\', '"', '<', '>']);
    let once = !path.contains("//") && !path.contains("/sign-");
    (begins && plain && once && !climbs(path) && path.len() <= 2_000).then_some(path)
}

/// Whether a browser would take parts of a path for steps up, out of the forum; it reads `%2e` as a dot.
fn climbs(path: &str) -> bool {
    let steps = path.split('?').next().unwrap_or_default().split('/');
    steps.map(|step| step.to_ascii_lowercase().replace("%2e", ".")).any(|step| step == "." || step == "..")
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn the_way_back_is_a_path_of_this_forum_or_none() {
        for good in ["/igf", "/igf?lang=fr", "/igf/people?q=a%20b", "/igf/meetings/kyoto/programme"] {
            assert_eq!(within("igf", good), Some(good));
        }
        for bad in [
            "",
            "/",
            "//evil.example",
            "https://evil.example",
            "/igf2/people",
            "/wsis/people",
            "/igf//evil.example",
            "/igf\\evil",
            "/igf/a\r\nSet-Cookie: x",
            "/igf/é",
            "igf/people",
            "/igf/sign-in?next=/igf",
            "/igf/../wsis",
            "/igf/people/..?q=1",
            "/igf/%2E./wsis",
            "/igf@evil.example",
            "/igf.evil.example",
            &format!("/igf/{}", "a".repeat(2_000)),
        ] {
            assert_eq!(within("igf", bad), None, "{bad}");
        }
    }
}
