//! What a reader asks of a programme page, as its address says it, and the form to ask with.

use forum::programme::{Choices, Filter, Version};
use forum::{Question, Slug};
use maud::{Markup, html};

use crate::site::reader::encode;
use crate::site::{Reader, Visit, names};

/// The query of a programme page. Unknown values find nothing; nothing is refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// How the day is shown.
    pub view: View,
    /// What is looked for.
    pub filter: Filter,
}

/// The two ways to show a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// By time, for reading and for small screens.
    #[default]
    List,
    /// Rooms by times, for wide screens and paper.
    Grid,
}

impl Asked {
    /// Reads what the address asks for.
    pub fn of(reader: &Reader) -> Asked {
        let asked = |name| reader.asked(name).trim().to_owned();
        Asked {
            view: if reader.asked("view") == "grid" { View::Grid } else { View::List },
            filter: Filter {
                words: Question::of(reader.asked("q")),
                track: asked("track"),
                kind: asked("type"),
                language: asked("language"),
                room: asked("room"),
                format: asked("format"),
            },
        }
    }

    /// The same with another track, or none.
    pub fn with_track(&self, slug: &str) -> Asked {
        let mut asked = self.clone();
        asked.filter.track = slug.to_owned();
        asked
    }

    /// The query that asks for the same, with another view.
    pub fn query(&self, view: View) -> String {
        let view = if view == View::Grid { "grid" } else { "" };
        let fields = [
            ("view", view),
            ("q", self.filter.words.as_str()),
            ("track", &self.filter.track),
            ("type", &self.filter.kind),
            ("language", &self.filter.language),
            ("room", &self.filter.room),
            ("format", &self.filter.format),
        ];
        let fields = fields.into_iter().filter(|(_, value)| !value.is_empty());
        let query: Vec<_> = fields.map(|(name, value)| format!("{name}={}", encode(value))).collect();
        if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) }
    }
}

/// The form, folded away until it is asked for or in use. It offers only what finds something on the day.
pub(super) fn form(visit: &Visit, version: &Version, choices: &Choices<'_>, asked: &Asked) -> Markup {
    let lang = visit.lang();
    let by_name = |choices: Vec<(&str, String)>| sorted(visit, choices);
    let types = choices.kinds.iter().map(|kind| (*kind, names::session_type(kind, lang)));
    let languages = choices.languages.iter().map(|tag| (*tag, names::language(tag).to_owned()));
    let formats = choices.formats.iter().map(|format| (*format, names::format(format, lang)));
    let named = |slug: &'_ Slug, name: &str| (slug.as_str().to_owned(), name.to_owned());
    let tracks: Vec<_> = version.tracks.values().map(|track| named(&track.slug, &track.name)).collect();
    let rooms: Vec<_> = version.rooms.values().map(|room| named(&room.slug, &room.name)).collect();
    html! {
        details open[!asked.filter.is_empty()] {
            summary { (lang.text("filter-summary")) }
            form.fields role="search" {
                @if asked.view == View::Grid { input type="hidden" name="view" value="grid"; }
                label { (lang.text("filter-words")) input type="search" name="q" value=(asked.filter.words.as_str()); }
                (select(visit, "track", lang.text("filter-track"), &tracks, &asked.filter.track))
                (select(visit, "type", lang.text("filter-type"), &by_name(types.collect()), &asked.filter.kind))
                (select(visit, "language", lang.text("filter-language"), &by_name(languages.collect()), &asked.filter.language))
                (select(visit, "room", lang.text("filter-room"), &rooms, &asked.filter.room))
                (select(visit, "format", lang.text("filter-format"), &by_name(formats.collect()), &asked.filter.format))
                button { (lang.text("filter-show")) }
            }
        }
    }
}

fn select(visit: &Visit, name: &str, label: String, choices: &[(String, String)], chosen: &str) -> Markup {
    html! {
        @if choices.len() > 1 || !chosen.is_empty() {
            label { (label)
                select name=(name) {
                    option value="" { (visit.lang().text("filter-all")) }
                    @for (value, text) in choices { option value=(value) selected[value == chosen] { (text) } }
                }
            }
        }
    }
}

fn sorted(visit: &Visit, choices: Vec<(&str, String)>) -> Vec<(String, String)> {
    let mut choices: Vec<_> = choices.into_iter().map(|(value, text)| (value.to_owned(), text)).collect();
    choices.sort_by(|a, b| visit.lang().compare(&a.1, &b.1));
    choices
}
