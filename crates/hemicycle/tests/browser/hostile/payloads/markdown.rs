//! Texts that do harm if Markdown makes more of them than it may.

/// Addresses that nothing may lead to, or load from.
const ADDRESSES: &[&str] = &[
    "javascript:hemicycleRan=1",
    "JaVaScRiPt:alert(1)",
    "javascript&colon;alert(1)",
    "java&#x09;script:alert(1)",
    "&#x6A;avascript:alert(1)",
    "data:text/html,<script>hemicycleRan=1</script>",
    "data:image/svg+xml,<svg onload=hemicycleRan=1>",
    "vbscript:msgbox(1)",
    "//evil.example/a.png",
    "https://evil.example/\"onmouseover=\"hemicycleRan=1",
    "https://evil.example/'onfocus='hemicycleRan=1",
];

/// Each address in every way that Markdown has, then HTML within it and signs without end.
pub(super) fn all() -> impl Iterator<Item = String> {
    let ways = ADDRESSES.iter().flat_map(|address| {
        [
            format!("[click]({address})"),
            format!("[click](<{address}>)"),
            format!("![pixel]({address})"),
            format!("[![pixel]({address})]({address})"),
            format!("[click][to]\n\n[to]: {address}"),
            format!("<{address}>"),
        ]
    });
    ways.chain(WRITTEN.iter().map(|text| (*text).to_owned()))
}

const WRITTEN: &[&str] = &[
    "*<img src=x onerror=hemicycleRan=1>*",
    "**<svg/onload=hemicycleRan=1>**",
    "[<img src=x onerror=hemicycleRan=1>](https://a.example)",
    "[a](https://a.example \"<script>hemicycleRan=1</script>\")",
    "[a](https://a.example '\"><script>hemicycleRan=1</script>')",
    "`<script>hemicycleRan=1</script>`",
    "```html\n<script>hemicycleRan=1</script>\n```",
    "    <script>hemicycleRan=1</script>",
    "- <script>hemicycleRan=1</script>\n- <iframe srcdoc='<script>hemicycleRan=1</script>'>",
    "> <style>@import '//evil.example/a.css';</style>",
    "<div>\n\n*a*\n\n</div><script>hemicycleRan=1</script>",
    "<!-- *a* --><img src=//evil.example/b.png>",
    "<https://a.example/<script>hemicycleRan=1</script>>",
    "[a]: https://a.example\n[a]: javascript:hemicycleRan=1\n\n[a]",
    "| a | b |\n|---|---|\n| <img src=x onerror=hemicycleRan=1> | b |",
    "[^1]\n\n[^1]: <script>hemicycleRan=1</script>",
    ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> *a* <script>hemicycleRan=1</script>",
];
