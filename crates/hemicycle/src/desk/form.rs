//! Forms: what came with one, and how one is written so that a refusal stands beside the field and loses nothing.

use forum::Refusal;
use maud::{Markup, PreEscaped, html};
use platform::random_token;

use crate::problem::Problem;
use crate::refusals::Sentence;
use crate::site::Visit;
pub(crate) use crate::site::form::Form;

impl Form {
    /// A number that stands in a field; `None` if the field is empty.
    ///
    /// # Errors
    /// If it is no number.
    pub(crate) fn number<T: std::str::FromStr>(&self, name: &'static str) -> Result<Option<T>, No> {
        match self.get(name).trim() {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| No::unread(name, Unread::Number)),
        }
    }

    /// A number that must stand in a field.
    ///
    /// # Errors
    /// If there is none.
    pub(crate) fn needed<T: std::str::FromStr>(&self, name: &'static str) -> Result<T, No> {
        self.number(name)?.ok_or_else(|| Refusal::Empty { field: name.into() }.into())
    }
}

/// Why a form became no command.
#[derive(Debug)]
pub(crate) enum No {
    /// The forum says no.
    Refused(Refusal),
    /// A field cannot be read.
    Unread(&'static str, Unread),
    /// Several people have this name; these are their numbers.
    SeveralPeople(String, Vec<u32>),
    /// No session has this code.
    UnknownCode(String),
    /// Others have decided about these proposals since the page was made.
    DecidedMeanwhile(String),
    /// The server says no.
    Problem(Problem),
    /// It is nothing to do, but somewhere to go.
    Elsewhere(String),
    /// The address leads nowhere.
    NotFound,
}

/// What cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// No number.
    Number,
    /// No day.
    Day,
    /// No time of day.
    Time,
    /// No line such as `09:00-10:30`.
    Slot,
    /// No stretch of time such as `2027-05-10 14:00-15:30`.
    Stretch,
    /// Nobody whom the forum knows.
    Person,
    /// No line such as `Hall, Annex, 10`.
    Walk,
}

impl From<Refusal> for No {
    fn from(refusal: Refusal) -> No {
        No::Refused(refusal)
    }
}

impl From<Problem> for No {
    fn from(problem: Problem) -> No {
        match problem {
            Problem::Refused(refusal) => No::Refused(refusal),
            Problem::NotFound => No::NotFound,
            problem => No::Problem(problem),
        }
    }
}

impl No {
    /// A field that cannot be read.
    pub(crate) fn unread(field: &'static str, what: Unread) -> No {
        No::Unread(field, what)
    }
}

/// What was typed last and refused; nothing, if the page is read for the first time.
#[derive(Debug, Default)]
pub(crate) struct Typed {
    /// The form.
    pub(crate) form: Form,
    /// Why not.
    pub(crate) why: Option<Sentence>,
}

/// A page's forms: where they go, and what stands in them.
pub(crate) struct Sheet<'a> {
    visit: &'a Visit,
    typed: &'a Typed,
    key: String,
    /// Where the forms go, if not to the page on which they stand, and come back to it from there.
    elsewhere: Option<String>,
}

/// One form of a page: what it does, and to what.
#[derive(Clone, Copy)]
pub(crate) struct Act<'a> {
    sheet: &'a Sheet<'a>,
    what: &'static str,
    id: u32,
}

impl<'a> Sheet<'a> {
    /// The forms of a page.
    pub(crate) fn new(visit: &'a Visit, typed: &'a Typed) -> Sheet<'a> {
        Sheet { visit, typed, key: random_token(), elsewhere: None }
    }

    /// Forms of another page that stand on this one, and lead back to it when they are done. What is refused is shown
    /// there.
    pub(crate) fn of_page(visit: &'a Visit, typed: &'a Typed, address: String) -> Sheet<'a> {
        Sheet { elsewhere: Some(address), ..Sheet::new(visit, typed) }
    }

    /// A form that does something to the thing with this number; 0 if there is only one.
    pub(crate) fn act(&'a self, what: &'static str, id: u32) -> Act<'a> {
        Act { sheet: self, what, id }
    }

    /// What was refused, at the top of the page: a screen reader says it first, and it leads to the form.
    pub(crate) fn refusal(&self) -> Markup {
        let form = &self.typed.form;
        html! {
            @if let Some(why) = &self.typed.why {
                div.refused role="alert" {
                    p { b { (why.what) } " " (why.remedy) }
                    @if !form.get("do").is_empty() {
                        p { a href={ "#" (form.get("do")) "-" (form.get("id")) } { (self.visit.lang().text("desk-to-form")) } }
                    }
                }
            }
        }
    }

    fn is_refused(&self, what: &str, id: u32) -> bool {
        let form = &self.typed.form;
        self.typed.why.is_some() && form.get("do") == what && form.get("id").parse() == Ok(id)
    }
}

impl<'a> Act<'a> {
    /// The form itself around its fields.
    pub(crate) fn form(self, class: &str, body: &Markup) -> Markup {
        html! {
            form class=(class) method="post" action=(self.sheet.elsewhere.as_ref().unwrap_or(&self.sheet.visit.reader.here)) id=(self.name()) {
                (self.hidden()) (body)
            }
        }
    }

    /// The fields of every form that nobody sees.
    pub(crate) fn hidden(self) -> Markup {
        html! {
            input type="hidden" name="do" value=(self.what);
            input type="hidden" name="id" value=(self.id);
            input type="hidden" name="key" value={ (self.sheet.key) "." (self.what) "." (self.id) };
            @if self.sheet.elsewhere.is_some() { input type="hidden" name="to" value=(self.sheet.visit.reader.here); }
        }
    }

    /// A form that is nothing but its button.
    pub(crate) fn button(self, class: &str, text: &str) -> Markup {
        self.form("bare", &html! { button class=(class) { (text) } })
    }

    /// Its name within the page.
    pub(crate) fn name(self) -> String {
        format!("{}-{}", self.what, self.id)
    }

    /// What stands in a field: what was typed, if this form was refused, else what is known.
    pub(crate) fn value(self, name: &str, known: &str) -> String {
        match self.sheet.is_refused(self.what, self.id) {
            true => self.sheet.typed.form.get(name).to_owned(),
            false => known.to_owned(),
        }
    }

    /// Whether a box is ticked.
    pub(crate) fn ticked(self, name: &str, value: &str, known: bool) -> bool {
        match self.sheet.is_refused(self.what, self.id) {
            true => self.sheet.typed.form.all(name).any(|ticked| ticked == value),
            false => known,
        }
    }

    /// Whether this form was sent and refused.
    pub(crate) fn was_refused(self) -> bool {
        self.sheet.is_refused(self.what, self.id)
    }

    fn why(self, name: &str) -> Option<&'a Sentence> {
        let why = self.sheet.typed.why.as_ref()?;
        (self.sheet.is_refused(self.what, self.id) && why.field.as_deref() == Some(name)).then_some(why)
    }

    /// A field with its label, and with what is wrong with it.
    fn field(self, name: &str, label: &str, input: impl FnOnce(&str, Option<&str>) -> Markup) -> Markup {
        let (id, why) = (format!("{}-{name}", self.name()), self.why(name));
        let told = format!("{id}-why");
        html! {
            div.field {
                label for=(id) { (label) }
                (input(&id, why.map(|_| told.as_str())))
                @if let Some(why) = why { p.wrong id=(told) { (why.what) " " (why.remedy) } }
            }
        }
    }

    /// A line of text; `kind` is a type of input, such as `text`, `date` or `number`.
    pub(crate) fn line(self, kind: &str, name: &str, label: &str, known: &str) -> Markup {
        let value = self.value(name, known);
        self.field(name, label, |id, why| html! {
            input type=(kind) name=(name) id=(id) value=(value) aria-describedby=[why] aria-invalid=[why.map(|_| "true")]
                autocomplete="off" list=[(name == "people").then_some("people")];
        })
    }

    /// A text of several lines.
    pub(crate) fn prose(self, name: &str, label: &str, rows: u32, known: &str) -> Markup {
        let value = self.value(name, known);
        // A browser drops the first line break of a text area, so that one more stands there.
        self.field(name, label, |id, why| html! {
            textarea name=(name) id=(id) rows=(rows) aria-describedby=[why] aria-invalid=[why.map(|_| "true")] {
                (PreEscaped("\n")) (value)
            }
        })
    }

    /// A choice: values with what they are called.
    pub(crate) fn choice(self, name: &str, label: &str, known: &str, all: &[(String, String)]) -> Markup {
        let chosen = self.value(name, known);
        self.field(name, label, |id, why| html! {
            select name=(name) id=(id) aria-describedby=[why] aria-invalid=[why.map(|_| "true")] {
                @for (value, called) in all { option value=(value) selected[*value == chosen] { (called) } }
            }
        })
    }

    /// A box to tick.
    pub(crate) fn tick(self, name: &str, label: &str, known: bool) -> Markup {
        html! {
            label.tick { input type="checkbox" name=(name) value="yes" checked[self.ticked(name, "yes", known)]; span { (label) } }
        }
    }

    /// The button that sends the form.
    pub(crate) fn send(self, text: &str) -> Markup {
        html! { button { (text) } }
    }
}
