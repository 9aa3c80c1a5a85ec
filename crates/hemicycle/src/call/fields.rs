//! The fields of a form, as a browser without scripts shows them, with what a script needs to save them one by one.

use forum::Seq;
use forum::call::{Choice, Field, FieldKind, views};
use maud::{Markup, PreEscaped, html};
use platform::languages::Locale;
use sha2::{Digest as _, Sha256};

use super::draft::{Draft, saved_by, shown, shown_values, values};
use super::said;
use crate::refusals::Sentence;
use crate::site::names;

/// A field that is shown: what stands in it, on what it rests, and what is to be told beside it.
pub(super) struct Asked<'a> {
    pub(super) draft: &'a Draft<'a>,
    pub(super) field: &'a Field,
    /// What was typed and not taken, if it was not.
    pub(super) kept: Option<Kept>,
}

/// What was typed and not taken.
pub(super) struct Kept {
    pub(super) values: Vec<String>,
    pub(super) why: Sentence,
    /// Whether somebody else has saved meanwhile: then their text stands beside it.
    pub(super) conflict: bool,
}

/// Stands for values in a form, so that what nobody has touched is not saved.
pub(super) fn digest(values: &[String]) -> String {
    let mut digest = Sha256::new();
    // Whatever order options were ticked in, they are the same.
    let mut values: Vec<&String> = values.iter().collect();
    values.sort();
    for value in values {
        digest.update((value.len() as u64).to_be_bytes());
        digest.update(value);
    }
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

impl Asked<'_> {
    /// The act that saved what the page shows; 0 if nothing was ever saved.
    fn on(&self) -> Seq {
        self.draft.proposal.answers.get(&self.field.key).map_or(0, |saved| saved.seq)
    }

    fn stored(&self) -> Vec<String> {
        let saved = self.draft.proposal.answers.get(&self.field.key);
        values(saved.and_then(|saved| saved.now.as_ref()))
    }

    /// The whole field.
    pub(super) fn shown(&self) -> Markup {
        let (field, lang) = (self.field, self.draft.visit.lang());
        let stored = self.stored();
        let typed = self.kept.as_ref().map_or(&stored, |kept| &kept.values);
        let (key, help) = (&field.key, said::help(field, lang));
        let when = field.when.as_ref();
        let about = self.describes(help.is_some());
        html! {
            div.question #{ "q-" (key) } data-field=(key) data-when=[when.map(|when| when.field.as_str())]
                data-any=[when.map(|when| when.any_of.join(" "))] {
                (self.input(typed, &about, help.as_deref()))
                (self.count(typed))
                @if let Some(kept) = &self.kept { (self.not_taken(kept, lang)) }
                input type="hidden" name={ "on." (key) } value=(self.on());
                input type="hidden" name={ "was." (key) } value=(digest(&stored));
                (self.earlier(lang))
            }
        }
    }

    /// The ids of what describes the field.
    fn describes(&self, help: bool) -> String {
        let key = &self.field.key;
        let counted = self.limit().is_some().then(|| format!("c-{key}"));
        let why = self.kept.as_ref().map(|_| format!("w-{key}"));
        let help = help.then(|| format!("h-{key}"));
        [help, counted, why].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn input(&self, typed: &[String], about: &str, help: Option<&str>) -> Markup {
        let (field, lang) = (self.field, self.draft.visit.lang());
        let (id, name) = (format!("f-{}", field.key), format!("f.{}", field.key));
        let value = typed.first().map(String::as_str).unwrap_or_default();
        let wrong = self.kept.as_ref().map(|_| "true");
        let about = (!about.is_empty()).then_some(about);
        let title = html! {
            (said::label_shown(field, lang))
            @if !field.required { small.soft { " " (lang.text("propose-optional")) } }
        };
        let help = html! { @if let Some(help) = help { p.help #{ "h-" (field.key) } { (help) } } };
        let line = |kind: &str, mode: Option<&str>, dir: Option<&str>| {
            html! {
                label for=(id) { (title) } (help)
                input #(id) type=(kind) name=(name) value=(value) inputmode=[mode] dir=[dir] aria-describedby=[about] aria-invalid=[wrong] autocomplete="off";
            }
        };
        match &field.kind {
            FieldKind::Line => line("text", None, Some("auto")),
            FieldKind::Number => match self.minutes() {
                options if options.is_empty() => line("text", Some("numeric"), None),
                options => self.group("radio", &title, &help, about, &options, typed),
            },
            FieldKind::Address => line("text", Some("url"), Some("ltr")),
            FieldKind::Prose => html! {
                label for=(id) { (title) } (help)
                // A browser drops the first line break of a text area, so that one more stands there.
                textarea #(id) name=(name) rows=(self.rows()) dir="auto" aria-describedby=[about] aria-invalid=[wrong] {
                    (PreEscaped("\n")) (value)
                }
            },
            FieldKind::One(options) if options.len() > 7 => html! {
                label for=(id) { (title) } (help)
                select #(id) name=(name) aria-describedby=[about] aria-invalid=[wrong] {
                    option value="" { "—" }
                    @for option in options {
                        option value=(option.key) selected[option.key == value] { (said::choice(field, option, lang)) }
                    }
                }
            },
            FieldKind::One(options) => {
                self.group("radio", &title, &help, about, &says(field, options, lang), typed)
            }
            FieldKind::Several(options) => {
                self.group("checkbox", &title, &help, about, &says(field, options, lang), typed)
            }
            FieldKind::Truth => {
                let options = [
                    ("yes".to_owned(), lang.text("propose-yes")),
                    ("no".to_owned(), lang.text("propose-no")),
                ];
                self.group("radio", &title, &help, about, &options, typed)
            }
        }
    }

    fn group(
        &self,
        kind: &str,
        title: &Markup,
        help: &Markup,
        about: Option<&str>,
        options: &[(String, String)],
        typed: &[String],
    ) -> Markup {
        let key = &self.field.key;
        html! {
            fieldset.options aria-describedby=[about] {
                legend { (title) } (help)
                @for (nth, (value, says)) in options.iter().enumerate() {
                    label.option {
                        input #{ "f-" (key) @if nth > 0 { "-" (nth) } } type=(kind) name={ "f." (key) } value=(value) checked[typed.contains(value)];
                        span { (says) }
                    }
                }
            }
        }
    }

    /// How long a session of the proposal's type may last, if this field asks for that.
    fn minutes(&self) -> Vec<(String, String)> {
        let (draft, lang) = (self.draft, self.draft.visit.lang());
        let offer = draft.call.offers.iter().find(|offer| offer.kind == draft.proposal.kind);
        let minutes = offer.filter(|_| self.field.key == "duration").map_or(&[][..], |offer| &offer.minutes);
        minutes.iter().map(|minutes| (minutes.to_string(), names::length((*minutes).into(), lang))).collect()
    }

    /// About as many lines as the longest answer takes.
    fn rows(&self) -> u32 {
        let limit = &self.field.limit;
        let words = limit.words_most.or(limit.characters_most.map(|most| most / 6)).unwrap_or(150);
        (words / 12).clamp(3, 16)
    }

    /// The limit that is counted: words before characters, the most before the least.
    fn limit(&self) -> Option<(&'static str, &'static str, u32)> {
        use platform::languages::key;
        let limit = &self.field.limit;
        let words = limit.words_most.map(|most| ("words", key("propose-words-most"), most));
        let characters =
            limit.characters_most.map(|most| ("characters", key("propose-characters-most"), most));
        let least = limit.words_least.map(|least| ("words", key("propose-words-least"), least));
        words.or(characters).or(least)
    }

    /// How long the answer is, and may be.
    fn count(&self, typed: &[String]) -> Markup {
        let (lang, text) = (self.draft.visit.lang(), typed.first().map(String::as_str).unwrap_or_default());
        let Some((unit, message, bound)) = self.limit() else { return html! {} };
        let have = if unit == "words" { views::words_in(text) } else { text.chars().count() };
        let says = |have: String| {
            lang.text_with(message, [("have", have.into()), ("bound", lang.number(bound.into()).into())])
        };
        let over = self.field.limit.words_most.or(self.field.limit.characters_most);
        let over = over.is_some_and(|most| have > most as usize);
        html! {
            p.count #{ "c-" (self.field.key) } .over[over] data-unit=(unit) data-most=[self.field.limit.words_most.or(self.field.limit.characters_most)]
                data-says=(says("#".to_owned())) { (says(lang.number(have as i64))) }
        }
    }

    /// Why what was typed was not taken; beside a text that somebody else has saved, theirs.
    fn not_taken(&self, kept: &Kept, lang: &Locale) -> Markup {
        let saved = self.draft.proposal.answers.get(&self.field.key);
        let by = saved.map_or_else(String::new, |saved| saved_by(self.draft.visit.forum(), saved.by, lang));
        let theirs = shown(self.field, saved.and_then(|saved| saved.now.as_ref()), lang);
        html! {
            div.wrong #{ "w-" (self.field.key) } role="alert" {
                @if !kept.conflict { p { b { (kept.why.what) } " " (kept.why.remedy) } }
                @if kept.conflict {
                    p { b { (by) } }
                    blockquote dir="auto" { @if theirs.is_empty() { "—" } @else { (theirs) } }
                    p.soft { (lang.text("propose-yours-above")) }
                    button.quiet name="do" value={ "theirs." (self.field.key) } { (lang.text("propose-take-theirs")) }
                }
            }
        }
    }

    /// What stood here before, to be brought back.
    fn earlier(&self, lang: &Locale) -> Markup {
        let Some(saved) = self.draft.proposal.answers.get(&self.field.key) else { return html! {} };
        let written = |answer: &Option<forum::call::Answer>| {
            let values = values(answer.as_ref());
            (!values.is_empty() && values != [""]).then(|| shown_values(self.field, &values, lang))
        };
        let earlier: Vec<_> =
            saved.earlier.iter().filter_map(|(seq, answer)| Some((seq, written(answer)?))).collect();
        html! {
            @if !earlier.is_empty() {
                details.earlier {
                    summary { (lang.text("propose-earlier")) }
                    @for (seq, text) in earlier {
                        blockquote dir="auto" { (text) }
                        button.quiet name="do" value={ "back." (self.field.key) "." (seq) } { (lang.text("propose-bring-back")) }
                    }
                }
            }
        }
    }
}

fn says(field: &Field, options: &[Choice], lang: &Locale) -> Vec<(String, String)> {
    options.iter().map(|option| (option.key.clone(), said::choice(field, option, lang))).collect()
}
