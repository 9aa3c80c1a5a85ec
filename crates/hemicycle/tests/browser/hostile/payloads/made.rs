//! Families of texts that are put together from parts.

/// All of them.
pub(super) fn all() -> impl Iterator<Item = String> {
    [handlers(), breakouts(), addresses(), controls(), long()].into_iter().flatten()
}

/// Elements that do something by themselves, each with what it does.
fn handlers() -> Vec<String> {
    const ACTING: &[(&str, &str)] = &[
        ("img src=x", "onerror"),
        ("image src=x", "onerror"),
        ("svg", "onload"),
        ("body", "onload"),
        ("body", "onpageshow"),
        ("input autofocus", "onfocus"),
        ("select autofocus", "onfocus"),
        ("textarea autofocus", "onfocus"),
        ("b tabindex=0 autofocus", "onfocus"),
        ("video src=x", "onerror"),
        ("audio src=x", "onerror"),
        ("video><source src=x", "onerror"),
        ("marquee", "onstart"),
        ("object data=x", "onerror"),
        ("link rel=stylesheet href=x", "onerror"),
        ("style", "onload"),
        ("script src=x", "onerror"),
        ("iframe", "onload"),
        ("embed src=x", "onload"),
        ("a", "onmouseover"),
        ("b contenteditable autofocus", "onfocusin"),
        ("button popovertarget=a>a</button><b popover id=a", "onbeforetoggle"),
    ];
    const WAYS: &[(&str, &str)] =
        &[(" ", "=hemicycleRan=1"), ("/", "=\"hemicycleRan=1\""), ("\n", "='alert(1)'")];
    let all = ACTING.iter().enumerate();
    all.map(|(number, (element, event))| {
        let (gap, action) = WAYS[number % WAYS.len()];
        format!("<{element}{gap}{event}{action}>")
    })
    .collect()
}

/// Ways out of an attribute, by its quotes and by what follows.
fn breakouts() -> Vec<String> {
    let (quotes, follow) = (
        ["\"", "'", "`", "", "\\\""],
        [
            " autofocus onfocus=hemicycleRan=1 x=",
            "><img src=x onerror=hemicycleRan=1>",
            "/onpointerenter=hemicycleRan=1//",
            " href=javascript:hemicycleRan=1 x=",
        ],
    );
    quotes
        .iter()
        .flat_map(|quote| follow.iter().map(move |follow| format!("a{quote}{follow}{quote}")))
        .collect()
}

/// Addresses that are more than addresses.
fn addresses() -> Vec<String> {
    let schemes = [
        "javascript:",
        "JaVaScRiPt:",
        " javascript:",
        "java\tscript:",
        "java\nscript:",
        "javascript&colon;",
        "vbscript:",
        "data:text/html,",
        "data:text/html;base64,",
        "data:image/svg+xml,",
        "blob:",
        "view-source:javascript:",
        "feed:javascript:",
        "https://a.example@",
        "//",
        "\\\\",
        "https:/\\",
        "file://",
        "about:",
        "filesystem:",
        "mailto:",
        "tel:",
        "ftp://",
        "https://[::1",
    ];
    schemes.iter().map(|scheme| format!("{scheme}evil.example/<script>hemicycleRan=1</script>")).collect()
}

/// Every control character within a word.
fn controls() -> Vec<String> {
    let codes = (0..0x20u8).chain([0x7f]).filter(|code| ![b'\t', b'\n', b'\r', 0xb].contains(code));
    codes.map(|code| format!("a{}b", char::from(code))).collect()
}

/// Long ones: of one word, of many, of tags, of marks.
fn long() -> Vec<String> {
    vec![
        "a".repeat(100),
        "a".repeat(119) + "b",
        "W".repeat(290),
        "a ".repeat(9_000),
        "<b>".repeat(60),
        "a".repeat(30_000),
        "\u{1F469}".repeat(100),
        "الف ".repeat(25),
        "<a href=x>".repeat(25),
        "&amp;".repeat(50),
        "e\u{301}".repeat(110),
        "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}".repeat(10),
        "(".repeat(110),
        "\"".repeat(110),
    ]
}
