//! What to call a browser, so that its owner knows it again.

/// Browsers by what they write into `User-Agent`, the more particular before those that they claim to be, too.
const BROWSERS: &[(&str, &str)] = &[
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("YaBrowser/", "Yandex"),
    ("UCBrowser/", "UC Browser"),
    ("Vivaldi/", "Vivaldi"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("Lynx/", "Lynx"),
    ("w3m/", "w3m"),
    ("curl/", "curl"),
];

/// Systems likewise.
const SYSTEMS: &[(&str, &str)] = &[
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("KAIOS", "KaiOS"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Macintosh", "Mac"),
    ("FreeBSD", "FreeBSD"),
    ("OpenBSD", "OpenBSD"),
    ("Linux", "Linux"),
];

/// Browser and system in names that are the same in every language, like `Firefox · Android`. Nothing else of the header
/// is kept: versions and models tell devices apart better than their owners need.
#[must_use]
pub fn words(user_agent: &str) -> String {
    let name = |names: &[(&str, &'static str)]| {
        names.iter().find(|(sign, _)| user_agent.contains(sign)).map(|(_, name)| *name)
    };
    [name(BROWSERS), name(SYSTEMS)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn a_device_is_called_by_its_browser_and_system_and_nothing_else_of_it_is_kept() {
        let webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
        for (agent, expected) in [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0".into(), "Firefox · Linux"),
            (format!("Mozilla/5.0 (Linux; Android 14; SM-A146) {webkit} Chrome/130.0 Mobile Safari/537.36"), "Chrome · Android"),
            (format!("Mozilla/5.0 (Windows NT 10.0; Win64) {webkit} Chrome/130.0 Safari/537.36 Edg/130.0"), "Edge · Windows"),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile/15E148 Safari/604.1".into(), "Safari · iPhone"),
            ("Mozilla/5.0 (Mobile; Nokia 8110; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5".into(), "Firefox · KaiOS"),
            ("curl/8.5.0".into(), "curl"),
            ("<script>alert(1)</script>".into(), ""),
            (String::new(), ""),
        ] {
            assert_eq!(words(&agent), expected, "{agent}");
        }
    }
}
