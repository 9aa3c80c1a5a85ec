//! A Rust file taken apart just far enough for the rules: what is code, what is a string, what is a comment.
//!
//! The views have the same lines and columns as the file; what does not belong to a view is blank in it.

/// The views of one file.
pub(crate) struct Source {
    pub(crate) code: String,
    /// The code without what stands under `#[cfg(test)]`.
    pub(crate) shipped: String,
    pub(crate) strings: String,
}

/// A function, as far as its length is concerned.
pub(crate) struct Function {
    pub(crate) name: String,
    /// The line of its `fn`, counted from 1.
    pub(crate) line: usize,
    pub(crate) length: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Code,
    Text,
    Comment,
}

impl Source {
    pub(crate) fn read(text: &str) -> Source {
        let chars: Vec<char> = text.chars().collect();
        let kinds = kinds(&chars);
        let view = |wanted: Kind| -> String {
            chars
                .iter()
                .zip(&kinds)
                .map(|(&c, &kind)| if c == '\n' || kind == wanted { c } else { ' ' })
                .collect()
        };
        let code = view(Kind::Code);
        Source { shipped: without_tests(&code), strings: view(Kind::Text), code }
    }

    /// Every function with a body.
    pub(crate) fn functions(&self) -> Vec<Function> {
        let code: Vec<char> = self.code.chars().collect();
        let mut found = Vec::new();
        for (start, name) in words(&self.code) {
            if name != "fn" {
                continue;
            }
            let rest: String = code[start + 2..].iter().take(200).collect();
            let name: String = rest.trim_start().chars().take_while(|c| is_word(*c)).collect();
            if name.is_empty() {
                continue; // the type `fn(…)`
            }
            if let Some(end) = end_of_item(&code, start)
                && code[end] == '}'
            {
                let lines = |range: &[char]| range.iter().filter(|c| **c == '\n').count();
                let line = lines(&code[..start]) + 1;
                found.push(Function { name, line, length: lines(&code[start..end]) + 1 });
            }
        }
        found
    }
}

pub(crate) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Every identifier, keyword or number with the place (in characters) where it starts.
pub(crate) fn words(code: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start: Option<(usize, usize)> = None;
    for (place, (byte, c)) in code.char_indices().enumerate() {
        match (is_word(c), start) {
            (true, None) => start = Some((place, byte)),
            (false, Some((place, from))) => {
                found.push((place, &code[from..byte]));
                start = None;
            }
            _ => {}
        }
    }
    found.extend(start.map(|(place, from)| (place, &code[from..])));
    found
}

/// Whether `word` stands alone somewhere in `line`; a word may hold `::`, `!` or `(`.
pub(crate) fn has_word(line: &str, word: &str) -> bool {
    let mut from = 0;
    while let Some(at) = line[from..].find(word) {
        let (start, end) = (from + at, from + at + word.len());
        let starts = !word.starts_with(is_word) || !line[..start].ends_with(is_word);
        let ends = !word.ends_with(is_word) || !line[end..].starts_with(is_word);
        if starts && ends {
            return true;
        }
        from = end;
    }
    false
}

fn kinds(chars: &[char]) -> Vec<Kind> {
    let mut kinds = Vec::with_capacity(chars.len());
    let mut at = 0;
    while at < chars.len() {
        let (kind, length) = token(chars, at);
        let end = (at + length.max(1)).min(chars.len());
        kinds.extend(std::iter::repeat_n(kind, end - at));
        at = end;
    }
    kinds
}

/// What starts at `at`, and how long it is.
fn token(chars: &[char], at: usize) -> (Kind, usize) {
    let rest = &chars[at..];
    let after_word = at > 0 && is_word(chars[at - 1]);
    match rest {
        ['/', '/', ..] => (Kind::Comment, rest.iter().position(|c| *c == '\n').unwrap_or(rest.len())),
        ['/', '*', ..] => (Kind::Comment, block_comment(rest)),
        ['"', ..] => (Kind::Text, quoted(rest, '"')),
        ['r', ..] if !after_word => {
            raw_string(rest, 1).map_or((Kind::Code, 1), |length| (Kind::Text, length))
        }
        ['b', 'r', ..] if !after_word => {
            raw_string(rest, 2).map_or((Kind::Code, 1), |length| (Kind::Text, length))
        }
        ['\'', '\\', ..] => (Kind::Text, quoted(rest, '\'')),
        ['\'', _, '\'', ..] => (Kind::Text, 3),
        _ => (Kind::Code, 1),
    }
}

fn block_comment(rest: &[char]) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < rest.len() {
        match &rest[at..] {
            ['/', '*', ..] => (depth, at) = (depth + 1, at + 2),
            ['*', '/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn quoted(rest: &[char], quote: char) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != quote {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// The length of a raw string whose `r` or `br` is `prefix` long, if it is one.
fn raw_string(rest: &[char], prefix: usize) -> Option<usize> {
    let hashes = rest[prefix..].iter().take_while(|c| **c == '#').count();
    if rest.get(prefix + hashes) != Some(&'"') {
        return None;
    }
    let body = prefix + hashes + 1;
    let closes = |at: &usize| {
        rest[*at] == '"' && rest[at + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes
    };
    let end = (body..rest.len()).find(closes).map_or(rest.len(), |quote| quote + 1 + hashes);
    Some(end)
}

/// Where the item that starts here ends: at its `;`, or at the brace that closes its body.
fn end_of_item(code: &[char], start: usize) -> Option<usize> {
    let (mut nested, mut braces) = (0_i32, 0_i32);
    for (at, c) in code.iter().enumerate().skip(start) {
        match c {
            '(' | '[' => nested += 1,
            ')' | ']' => nested -= 1,
            '{' => braces += 1,
            '}' => {
                braces -= 1;
                if braces == 0 && nested <= 0 {
                    return Some(at);
                }
            }
            ';' if nested <= 0 && braces == 0 => return Some(at),
            _ => {}
        }
    }
    None
}

fn without_tests(code: &str) -> String {
    let mark: Vec<char> = "#[cfg(test)]".chars().collect();
    let mut code: Vec<char> = code.chars().collect();
    let mut at = 0;
    while at + mark.len() <= code.len() {
        if code[at..].starts_with(&mark) {
            let end = end_of_item(&code, at + mark.len()).unwrap_or(code.len() - 1);
            code[at..=end].iter_mut().filter(|c| **c != '\n').for_each(|c| *c = ' ');
            at = end;
        }
        at += 1;
    }
    code.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_strings_and_comments_are_told_apart_and_stay_on_their_lines() {
        let text = "let a = \"x // y\"; // z \"w\"\nlet b = r#\"q\"q\"#; /* c /* d */ e */ let l: &'static str;\nlet c = '\"';";
        let source = Source::read(text);
        assert_eq!(source.code.lines().count(), 3);
        assert!(!source.code.contains('x') && !source.code.contains('z') && !source.code.contains('q'));
        assert!(source.code.contains("let l: &'static str;"), "{}", source.code);
        assert!(
            source.code.lines().nth(2).is_some_and(|line| line.starts_with("let c =") && line.ends_with(';'))
        );
        assert!(source.strings.contains("x // y") && source.strings.contains("q\"q"));
        assert!(!source.strings.contains('w') && !source.strings.contains('e'));
    }

    #[test]
    fn what_stands_under_cfg_test_is_not_shipped() {
        let source = Source::read(
            "fn a() {}\n#[cfg(test)]\nmod tests {\n  fn b() { \"}\" }\n}\nfn c() {}\n#[cfg(test)]\nmod t;\nfn d() {}",
        );
        let kept: Vec<_> = words(&source.shipped).into_iter().map(|(_, word)| word).collect();
        assert_eq!(kept, ["fn", "a", "fn", "c", "fn", "d"]);
    }

    #[test]
    fn functions_are_measured_from_their_fn_to_their_last_brace() {
        let source = Source::read(
            "fn one() {}\n\ntrait T { fn none(&self); }\nfn three(f: fn(u8), a: [u8; 2]) {\n  if true { }\n}\n",
        );
        let found: Vec<_> = source.functions().into_iter().map(|f| (f.name, f.line, f.length)).collect();
        assert_eq!(found, [("one".to_owned(), 1, 1), ("three".to_owned(), 4, 3)]);
    }

    #[test]
    fn a_word_counts_only_when_it_stands_alone() {
        for (line, word, expected) in [
            ("std::fs::read", "std::fs", true),
            ("std::fsx", "std::fs", false),
            ("my_todo!(x)", "todo!(", false),
            ("a todo!(x)", "todo!(", true),
        ] {
            assert_eq!(has_word(line, word), expected, "{word} in {line}");
        }
    }
}
