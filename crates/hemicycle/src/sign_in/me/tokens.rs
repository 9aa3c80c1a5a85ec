//! Tokens for programs: made, shown once, and ended.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use platform::languages::{Arg, key};
use platform::sign_in::{By, Command, Secret, SignIn, Token};

use super::{person, time};
use crate::app::App;
use crate::problem::Problem;
use crate::sign_in::answer::{leads_to, private};
use crate::sign_in::carried::TOKEN_SIGN;
use crate::sign_in::scopes::Scope;
use crate::site::form::Form;
use crate::site::{Page, Part, Visit, errors};

/// Days for which a token can be good.
const DAYS: [i64; 3] = [30, 90, 365];

/// Most characters of a token's name.
const NAME_MAX: usize = 80;

/// What the page shows besides the tokens.
enum Shown {
    Nothing,
    /// The token that was made just now.
    Made(Secret),
    /// Why none was.
    Told(&'static str),
}

/// `GET /{forum}/me/tokens`
pub async fn show(State(app): State<Arc<App>>, visit: Visit) -> Response {
    answer(&app, &visit, StatusCode::OK, &Shown::Nothing)
}

fn answer(app: &App, visit: &Visit, status: StatusCode, shown: &Shown) -> Response {
    let (id, _) = match person(visit) {
        Ok(found) => found,
        Err(response) => return *response,
    };
    let door = app.gate().there(&visit.slug).map(|door| door.state());
    let empty = SignIn::default();
    let state = door.as_ref().map_or(&empty, |door| &door.state);
    let tokens: Vec<&Token> = state.tokens_of(id.0.into(), Timestamp::now()).collect();
    private(visit, status, &page(visit, &tokens, shown))
}

/// `POST /{forum}/me/tokens`: makes one or ends one.
pub async fn change(State(app): State<Arc<App>>, visit: Visit, fields: Form) -> Response {
    let (id, _) = match person(&visit) {
        Ok(found) => found,
        Err(response) => return *response,
    };
    let by = By::Member(id.0.into());
    if let Ok(what) = fields.get("end").parse() {
        return match app.gate().give(&visit.slug, by, Command::End { what }).await {
            Ok(_) => leads_to(&visit.to("me/tokens"), None),
            Err(problem) => errors::page(&visit.reader, Some(&visit), &problem),
        };
    }
    let secret = Secret::random();
    let Some(command) = wanted(&fields, &secret) else {
        let told = Shown::Told(key("me-token-incomplete"));
        return answer(&app, &visit, StatusCode::UNPROCESSABLE_ENTITY, &told);
    };
    match app.gate().give(&visit.slug, by, command).await {
        Ok(Ok(_)) => answer(&app, &visit, StatusCode::OK, &Shown::Made(secret)),
        Ok(Err(_)) => {
            let told = Shown::Told(key("me-token-too-many"));
            answer(&app, &visit, StatusCode::UNPROCESSABLE_ENTITY, &told)
        }
        Err(problem @ Problem::Broken) | Err(problem) => errors::page(&visit.reader, Some(&visit), &problem),
    }
}

/// The token that a form asks for, if it says everything.
fn wanted(fields: &Form, secret: &Secret) -> Option<Command> {
    let name: String = fields.get("name").trim().chars().filter(|c| !c.is_control()).take(NAME_MAX).collect();
    let scopes: Vec<Scope> = fields.all("scope").filter_map(Scope::of).collect();
    let days: i64 = fields.get("days").parse().ok().filter(|days| DAYS.contains(days))?;
    let complete = !name.is_empty() && !scopes.is_empty();
    complete.then(|| Command::MakeToken {
        token: secret.digest(),
        name,
        scopes: scopes.into_iter().map(|scope| scope.key().to_owned()).collect(),
        lasts: SignedDuration::from_hours(24 * days),
    })
}

fn page(visit: &Visit, tokens: &[&Token], shown: &Shown) -> Page {
    let lang = visit.lang();
    let here = visit.to("me/tokens");
    let main = html! {
        p.over { a href=(visit.to("me")) { (lang.text("me-title")) } }
        h1 { (lang.text("me-tokens")) }
        p.lead { (lang.text("me-tokens-lead")) }
        @match shown {
            Shown::Made(secret) => section.made role="status" {
                h2 { (lang.text("me-token-made")) }
                p.prose { (lang.text("me-token-made-once")) }
                p { code dir="ltr" { (TOKEN_SIGN) (secret.reveal()) } }
            },
            Shown::Told(why) => p.wrong #wrong role="alert" { (lang.text(why)) },
            Shown::Nothing => {}
        }
        ul.list.one { @for token in tokens { (entry(visit, token, &here)) } }
        h2 { (lang.text("me-token-new")) }
        (fresh(visit, &here))
    };
    Page { title: lang.text("me-tokens"), part: Part::Elsewhere, main }
}

fn entry(visit: &Visit, token: &Token, here: &str) -> Markup {
    let lang = visit.lang();
    let scopes =
        token.scopes.iter().filter_map(|scope| Scope::of(scope)).map(|scope| lang.text(of_scope(scope)));
    html! {
        li {
            h2 #{ "t" (token.id) } { bdi { (token.name.text().unwrap_or_default()) } }
            p { (scopes.collect::<Vec<_>>().join(" · ")) }
            p { (lang.text("me-since")) " " (time(visit, token.since)) }
            p { (lang.text("me-until")) " " (time(visit, token.until)) }
            form method="post" action=(here) {
                input type="hidden" name="end" value=(token.id);
                button aria-describedby={ "t" (token.id) } { (lang.text("me-end")) }
            }
        }
    }
}

fn fresh(visit: &Visit, here: &str) -> Markup {
    let lang = visit.lang();
    html! {
        form.stack method="post" action=(here) {
            label { (lang.text("me-token-name"))
                input name="name" required maxlength=(NAME_MAX) dir="auto" autocomplete="off"; }
            fieldset {
                legend { (lang.text("me-token-scopes")) }
                @for scope in Scope::ALL {
                    label.check { input type="checkbox" name="scope" value=(scope.key()) checked[scope == Scope::Read];
                        (lang.text(of_scope(scope))) }
                }
            }
            label { (lang.text("me-token-days"))
                select name="days" {
                    @for days in DAYS {
                        option value=(days) { (lang.text_with("me-token-day", [("days", Arg::from(days.unsigned_abs()))])) }
                    }
                }
            }
            button { (lang.text("me-token-make")) }
        }
    }
}

/// The message that names a scope.
fn of_scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Read => key("scope-read"),
        Scope::Programme => key("scope-programme"),
        Scope::People => key("scope-people"),
        Scope::Settings => key("scope-settings"),
    }
}
