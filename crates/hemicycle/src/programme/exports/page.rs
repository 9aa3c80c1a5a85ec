//! The page that says what a programme can be had as, and for whom each of it is.

use maud::{Markup, html};

use super::doors::{Part, file};
use super::{EXPORTS, Export, ExportContext, Filing};
use crate::app::App;
use crate::site::content::name;
use crate::site::{NotFound, Page, Part as Place, Visit};

/// All exports of a meeting's programme.
pub fn page(app: &App, visit: &Visit, base: &str) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let meeting = visit.meeting(visit.part("meeting"))?;
    let context = ExportContext::of(visit, meeting, base).ok_or(NotFound)?;
    let days = context.version.days(&context.zone);
    let main = html! {
        p.over {
            a href=(visit.to_meeting(meeting, "")) { (name(&meeting.title, lang)) }
            " · " a href=(visit.to_meeting(meeting, "programme")) { (lang.text("nav-programme")) }
        }
        h1 { (lang.text("exports-title")) }
        p.lead { (lang.text("exports-lead")) }
        ul.list.one { @for export in EXPORTS { (line(app, &context, export)) } }
        h2 { (lang.text("pdf-title")) }
        p { (lang.text("pdf-about")) }
        ul.choices {
            li { a href=(visit.to_meeting(meeting, "programme.pdf")) { (lang.text("nav-programme")) } }
            @for day in &days {
                li { a href=(visit.to_meeting(meeting, format!("programme/{day}.pdf"))) { (lang.day_short(*day)) } }
            }
        }
        h2 { (lang.text("exports-days")) }
        ul.choices {
            @for day in days {
                li { a href=(visit.to_meeting(meeting, format!("programme/{day}.ics"))) { (lang.day_short(day)) } }
            }
        }
        p { (lang.text("exports-sessions")) }
    };
    Ok(Page { title: lang.text("exports-title"), part: Place::Programme, main })
}

fn line(app: &App, context: &ExportContext<'_>, export: &Export) -> Markup {
    let (visit, lang) = (context.visit, context.lang);
    let place = format!("programme.{}", export.ending);
    let address = context.to_meeting(&place);
    let size = file(app, visit, context.base(), export, Part::Whole).map_or(0, |(made, _)| made.bytes.len());
    let size = lang.text_with("export-size", [("count", size.div_ceil(1_000).into())]);
    html! {
        li {
            h2 { a href=(visit.to_meeting(context.meeting, &place)) download[export.filing == Filing::Keep] {
                (lang.text(export.name))
            } }
            p { (lang.text(export.about)) }
            p { (size) " · " code dir="ltr" { (address) } }
            @if export.filing == Filing::Subscribe {
                p { a href={ "webcal:" (address.split_once(':').map_or("", |(_, rest)| rest)) } { (lang.text("export-subscribe")) } }
            }
        }
    }
}
