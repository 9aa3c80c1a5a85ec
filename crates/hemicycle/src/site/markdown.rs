//! The little Markdown that people may write in longer texts: paragraphs, lists, emphasis and links.
//!
//! CommonMark is read by a parser; what it finds becomes HTML here, through the same templates as all pages, so that no
//! text can pass unescaped. HTML that somebody wrote is text like any other, a picture is the words that describe it, and
//! only links that lead over HTTP or to a mailbox are links. A text without any of it looks as it was written.

use maud::{Markup, html};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

/// Longest first paragraph, in characters, that is set as an introduction to others.
const LEAD_MAX: usize = 320;

/// How deep lists and quotations may be nested; below, they are only text.
const DEPTH_MAX: usize = 8;

/// What people follow at their own risk: not ours to recommend to search engines, and without a hold on our window.
const REL: &str = "nofollow ugc noopener";

/// A text as HTML.
pub fn shown(text: &str) -> Markup {
    let mut lead = None;
    let mut stack = vec![Open { part: Part::Whole, inner: Vec::new(), plain: String::new() }];
    walk(text, |step| match step {
        Step::Begin(part) => stack.push(Open { part, inner: Vec::new(), plain: String::new() }),
        Step::End => {
            if stack.len() > 1
                && let Some(done) = stack.pop()
            {
                close(&mut stack, done, &mut lead);
            }
        }
        Step::Text(text) => {
            if let Some(open) = stack.last_mut() {
                open.plain += &text;
                open.inner.push(html! { (text) });
            }
        }
        Step::Break => {
            if let Some(open) = stack.last_mut() {
                open.plain.push('\n');
                open.inner.push(html! { br; });
            }
        }
        Step::Rule => {
            if let Some(open) = stack.last_mut() {
                open.inner.push(html! { hr; });
            }
        }
    });
    let rest: Vec<&Markup> = stack.iter().flat_map(|open| &open.inner).collect();
    html! {
        // A short first paragraph introduces the others, if there are any.
        @if let Some(lead) = lead { @if rest.is_empty() { p { (lead) } } @else { p.lead { (lead) } } }
        @for part in rest { (part) }
    }
}

/// A text without the signs of Markdown, for files and places that have plain text only.
pub fn plain(text: &str) -> String {
    let mut out = Plain::default();
    walk(text, |step| out.take(step));
    out.text.trim_end().to_owned()
}

/// A part that has begun and not yet ended.
struct Open {
    part: Part,
    inner: Vec<Markup>,
    /// What a reader sees of it.
    plain: String,
}

/// What a text is made of.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Part {
    /// All of it.
    Whole,
    Paragraph,
    /// A paragraph that stands out.
    Heading,
    List,
    Numbered(u64),
    Item,
    Quotation,
    Emphasis,
    Strong,
    Code,
    /// Where it leads.
    Link(String),
    /// A link that leads where none may lead, and other things that we do not show as such.
    Nothing,
}

enum Step {
    Begin(Part),
    End,
    Text(String),
    Break,
    Rule,
}

/// Reads a text, and says step by step what is in it. Every `Begin` has its `End`.
fn walk(text: &str, mut take: impl FnMut(Step)) {
    let mut depth = 0_usize;
    let mut in_block = false;
    for event in Parser::new_ext(text, Options::empty()) {
        match event {
            Event::Start(tag) => {
                depth += 1;
                in_block = matches!(tag, Tag::HtmlBlock | Tag::CodeBlock(_));
                take(Step::Begin(if depth > DEPTH_MAX { Part::Nothing } else { part_of(&tag) }));
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                in_block = false;
                take(Step::End);
            }
            // Lines of what is shown as it was written keep their ends.
            Event::Text(text) | Event::Html(text) if in_block => lines(&text, &mut take),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                take(Step::Text(text.into_string()))
            }
            Event::Code(text) => {
                take(Step::Begin(Part::Code));
                take(Step::Text(text.into_string()));
                take(Step::End);
            }
            Event::SoftBreak | Event::HardBreak => take(Step::Break),
            Event::Rule => take(Step::Rule),
            // Nothing of these is switched on.
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                take(Step::Text(text.into_string()));
            }
            Event::TaskListMarker(_) => {}
        }
    }
}

fn lines(text: &str, take: &mut impl FnMut(Step)) {
    let whole = text.strip_suffix('\n');
    for (nth, line) in whole.unwrap_or(text).split('\n').enumerate() {
        if nth > 0 {
            take(Step::Break);
        }
        take(Step::Text(line.to_owned()));
    }
    if whole.is_some() {
        take(Step::Break);
    }
}

fn part_of(tag: &Tag<'_>) -> Part {
    match tag {
        Tag::Paragraph | Tag::HtmlBlock | Tag::CodeBlock(_) => Part::Paragraph,
        Tag::Heading { .. } => Part::Heading,
        Tag::List(None) => Part::List,
        Tag::List(Some(first)) => Part::Numbered(*first),
        Tag::Item => Part::Item,
        Tag::BlockQuote(_) => Part::Quotation,
        Tag::Emphasis => Part::Emphasis,
        Tag::Strong => Part::Strong,
        Tag::Link { link_type: LinkType::Email, dest_url, .. } => leads(&format!("mailto:{dest_url}")),
        Tag::Link { dest_url, .. } => leads(dest_url),
        _ => Part::Nothing,
    }
}

/// A link that may lead there, or nothing: only the web and mail, and no address with anything hidden in it.
fn leads(address: &str) -> Part {
    let begins =
        |scheme: &str| address.get(..scheme.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(scheme));
    let known = ["http://", "https://", "mailto:"].into_iter().any(begins);
    match known && !address.chars().any(|c| c.is_control() || c.is_whitespace()) {
        true => Part::Link(address.to_owned()),
        false => Part::Nothing,
    }
}

/// Puts a part that has ended into the one around it.
fn close(stack: &mut [Open], done: Open, lead: &mut Option<Markup>) {
    let Some(around) = stack.last_mut() else { return };
    let Open { part, mut inner, plain } = done;
    if matches!(part, Part::Paragraph) && plain.ends_with('\n') {
        inner.pop();
    }
    let all = html! { @for part in &inner { (part) } };
    let is_first = around.part == Part::Whole && around.plain.is_empty() && around.inner.is_empty();
    if part == Part::Paragraph && is_first && plain.chars().count() < LEAD_MAX {
        around.plain += &plain;
        *lead = Some(all);
        return;
    }
    let made = match part {
        Part::Paragraph => html! { p { (all) } },
        Part::Heading => html! { p { b { (all) } } },
        Part::List => html! { ul { (all) } },
        Part::Numbered(1) => html! { ol { (all) } },
        Part::Numbered(first) => html! { ol start=(first) { (all) } },
        Part::Item => html! { li { (all) } },
        Part::Quotation => html! { blockquote { (all) } },
        Part::Emphasis => html! { em { (all) } },
        Part::Strong => html! { strong { (all) } },
        Part::Code => html! { code { (all) } },
        Part::Link(address) => html! {
            a href=(address) rel=(REL) { (all) }
            @if let Some(host) = feigned(&plain, &address) { " (" bdi dir="ltr" { (host) } ")" }
        },
        Part::Whole | Part::Nothing => all,
    };
    around.plain += &plain;
    around.inner.push(made);
}

/// Where a link really leads, if what it says looks like another address.
fn feigned<'a>(says: &str, address: &'a str) -> Option<&'a str> {
    let looks = says.contains("://") || says.contains('@') || says.to_ascii_lowercase().contains("www.");
    let host = address.split_once(':').map_or(address, |(_, rest)| rest.trim_start_matches('/'));
    let host = host.split(['/', '?', '#']).next().unwrap_or(host);
    (looks && !says.contains(host)).then_some(host)
}

/// A plain text in the making.
#[derive(Default)]
struct Plain {
    text: String,
    /// What is open: lists with the number of their next item, and links.
    open: Vec<Part>,
    /// Where the text of each open link began.
    began: Vec<usize>,
}

impl Plain {
    fn take(&mut self, step: Step) {
        match step {
            Step::Begin(part) => self.begin(part),
            Step::End => self.end(),
            Step::Text(text) => self.text += &text,
            Step::Break => self.text.push('\n'),
            Step::Rule => {
                self.apart();
                self.text += "—";
            }
        }
    }

    fn begin(&mut self, mut part: Part) {
        match &mut part {
            // The first paragraph of an item stands behind its sign.
            Part::Paragraph | Part::Heading if self.text.ends_with("• ") || self.text.ends_with(". ") => {}
            Part::Paragraph | Part::Heading | Part::Quotation => self.apart(),
            Part::List | Part::Numbered(_) if !self.open.contains(&Part::Item) => self.apart(),
            Part::Item => {
                let within = self.open.iter().filter(|part| **part == Part::Item).count();
                if !self.text.is_empty() && !self.text.ends_with('\n') {
                    self.text.push('\n');
                }
                self.text += &"  ".repeat(within);
                match self.open.last_mut() {
                    Some(Part::Numbered(next)) => {
                        self.text += &format!("{next}. ");
                        *next = next.saturating_add(1);
                    }
                    _ => self.text += "• ",
                }
            }
            Part::Link(_) => self.began.push(self.text.len()),
            _ => {}
        }
        self.open.push(part);
    }

    fn end(&mut self) {
        if let Some(Part::Link(address)) = self.open.pop() {
            let says = self.text.get(self.began.pop().unwrap_or_default()..).unwrap_or_default();
            let target = address.strip_prefix("mailto:").unwrap_or(&address);
            if !says.is_empty() && says != address && says != target {
                self.text += &format!(" ({target})");
            } else if says.is_empty() {
                self.text += target;
            }
        }
    }

    /// An empty line between what is apart.
    fn apart(&mut self) {
        let kept = self.text.trim_end_matches('\n').len();
        self.text.truncate(kept);
        if !self.text.is_empty() {
            self.text += "\n\n";
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn html_of(text: &str) -> String {
        shown(text).into_string()
    }

    #[test]
    fn what_people_mean_by_it_is_shown() {
        let long = "long ".repeat(100);
        for (written, expected) in [
            ("Rivers meet.\nLakes wait.", "<p>Rivers meet.<br>Lakes wait.</p>"),
            ("Rivers\n\nLakes\n\nSeas", "<p class=\"lead\">Rivers</p><p>Lakes</p><p>Seas</p>"),
            (
                "One *two* **three** `four`",
                "<p>One <em>two</em> <strong>three</strong> <code>four</code></p>",
            ),
            ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
            ("3. a\n4. b", "<ol start=\"3\"><li>a</li><li>b</li></ol>"),
            ("# Aims", "<p><b>Aims</b></p>"),
            (
                "[Here](https://forum.example/a?b=c&d)",
                "<p><a href=\"https://forum.example/a?b=c&amp;d\" rel=\"nofollow ugc noopener\">Here</a></p>",
            ),
            (
                "<amina@forum.example>",
                "<p><a href=\"mailto:amina@forum.example\" rel=\"nofollow ugc noopener\">amina@forum.example</a></p>",
            ),
            ("![A bridge](https://evil.example/pixel.png)", "<p>A bridge</p>"),
            ("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>"),
            (
                "[https://bank.example](https://evil.example/x)",
                "<p><a href=\"https://evil.example/x\" rel=\"nofollow ugc noopener\">https://bank.example</a> \
                 (<bdi dir=\"ltr\">evil.example</bdi>)</p>",
            ),
        ] {
            assert_eq!(html_of(written), expected, "{written}");
        }
        assert!(
            html_of(&format!("{long}\n\nb")).starts_with("<p>long"),
            "a long first paragraph is one of them"
        );
    }

    #[test]
    fn a_text_without_markdown_looks_as_it_was_written() {
        for text in [
            "Sessions #1 and #2: a_b_c, 2 * 3, C:\\dir",
            "One\n\nTwo\nThree",
            "नमस्ते — مرحبا",
            "a & b < c > d \"e\"",
        ] {
            assert_eq!(plain(text), text);
            let seen = html_of(text).replace(" class=\"lead\"", "").replace("</p><p>", "\n\n");
            let seen = seen.replace("<br>", "\n").replace("<p>", "").replace("</p>", "");
            let seen =
                seen.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
            assert_eq!(seen, text);
        }
    }

    #[test]
    fn a_link_leads_over_the_web_or_to_a_mailbox_or_is_none() {
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java&#x09;script:alert(1)",
            "&#x6a;avascript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "file:///etc/passwd",
            "//evil.example",
            "/igf/sign-out",
            "https:&#10;//evil.example",
            "blob:https://a",
            " javascript:alert(1)",
        ] {
            let ways = [
                format!("[a]({address})"),
                format!("[a](<{address}>)"),
                format!("[a][b]\n\n[b]: {address}"),
                format!("[b]\n\n[b]: <{address}>"),
                format!("![a]({address})"),
                format!("<{address}>"),
                format!("[![a]({address})]({address})"),
            ];
            for written in ways {
                assert!(!html_of(&written).contains("<a "), "{written}: {}", html_of(&written));
                assert!(!html_of(&written).contains("<img"), "{written}");
            }
        }
        for address in ["http://a.example", "HTTPS://a.example/b", "mailto:a@b.example"] {
            assert!(
                html_of(&format!("[a]({address})"))
                    .contains(&format!("<a href=\"{address}\" rel=\"{REL}\">"))
            );
        }
    }

    #[test]
    fn plain_text_keeps_what_a_reader_needs() {
        let written = "# Aims\n\nWe *meet*:\n\n- rivers\n  1. deep\n- [lakes](https://l.example)\n\n> so\n\n<https://a.example>";
        let expected =
            "Aims\n\nWe meet:\n\n• rivers\n  1. deep\n• lakes (https://l.example)\n\nso\n\nhttps://a.example";
        assert_eq!(plain(written), expected);
    }

    #[test]
    fn however_deep_it_is_nested_it_ends() {
        for sign in [">", "- ", "*", "[", "![", "<b>", "`", "1. "] {
            let written = sign.repeat(20_000 / sign.len());
            let made = html_of(&written);
            assert!(made.matches("<blockquote>").count() <= DEPTH_MAX, "{sign}");
            plain(&written);
        }
    }

    proptest! {
        #[test]
        fn whatever_is_written_nothing_but_our_own_elements_is_made(written in "([*_`>#!<>&\"'()\\[\\]:/ \n-]|https://|javascript:|<img src=x onerror=a>|<a href=b>|[a-z0-9.])*") {
            let made = html_of(&written);
            let ours = ["p", "b", "ul", "ol", "li", "blockquote", "em", "strong", "code", "a", "br", "hr", "bdi"];
            for tag in made.split('<').skip(1) {
                let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
                prop_assert!(ours.contains(&name.as_str()), "{tag} of {written}");
                let attributes = tag.split('>').next().unwrap();
                prop_assert!(name != "a" || tag.starts_with('/') || attributes.contains(REL), "{tag}");
                prop_assert!(name == "a" || !attributes.contains("href"), "{tag}");
            }
            let opened = made.matches("<a ").count();
            prop_assert_eq!(opened, made.matches("</a>").count());
        }
    }
}
