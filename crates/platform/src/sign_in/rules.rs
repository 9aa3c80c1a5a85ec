//! What may be done at the door.

use jiff::{SignedDuration, Timestamp};

use super::{Act, By, Command, Member, Note, Refusal, SignIn, Why};
use crate::log::Seq;
use crate::writer::Context;

/// Most sessions of one member at a time; the oldest makes way.
pub(super) const SESSIONS_MAX: usize = 50;

/// Most tokens of one member at a time.
pub(super) const TOKENS_MAX: usize = 20;

pub(super) fn decide(state: &SignIn, command: &Command, context: &Context<By>) -> Result<Vec<Act>, Refusal> {
    let until = |lasts: SignedDuration| context.at.checked_add(lasts).unwrap_or(Timestamp::MAX);
    let note = |text: &str| Note::new(text, context.seed);
    let link_asked = |link, address: &str, member, until, shows| {
        let instead_of = state.link_to(address, Option::filter(member, |_| shows));
        Act::LinkAsked { link, address: note(address), until, instead_of, member, shows }
    };
    match command {
        Command::AskLink { member: Some(_), .. } if context.by != By::House => Err(Refusal::NotAllowed),
        Command::AskLink { link, address, member, lasts } => {
            Ok(vec![link_asked(*link, address, *member, until(*lasts), false)])
        }
        Command::AskToShow { link, address, lasts } => {
            let member = own(context)?;
            Ok(vec![link_asked(*link, address, Some(member), until(*lasts), true)])
        }
        Command::Shown { link } => {
            only_the_house(context)?;
            state.shows(*link, context.at).ok_or(Refusal::NoSuchLink)?;
            let link = state.link_number(*link).ok_or(Refusal::NoSuchLink)?;
            Ok(ended(vec![link], Why::Owner))
        }
        Command::OpenSession { link, session, member, device, lasts } => {
            state.link(*link, context.at).ok_or(Refusal::NoSuchLink)?;
            let link = state.link_number(*link).ok_or(Refusal::NoSuchLink)?;
            let (device, until) = (note(device), until(*lasts));
            let opened = Act::SessionOpened { session: *session, member: *member, device, until, link };
            let supernumerary = make_way(state, *member);
            Ok(supernumerary.into_iter().chain([opened]).collect())
        }
        Command::MakeToken { token, name, scopes, lasts } => {
            let member = own(context)?;
            if state.of(member).filter(|id| state.tokens.contains_key(id)).count() >= TOKENS_MAX {
                return Err(Refusal::TooManyTokens);
            }
            let (name, scopes, until) = (note(name), scopes.clone(), until(*lasts));
            Ok(vec![Act::TokenMade { token: *token, member, name, scopes, until }])
        }
        Command::End { what } => Ok(ended(with_it(state, own(context)?, *what)?, Why::Owner)),
        Command::EndOthers { but } => {
            let member = own(context)?;
            let other = |id: &Seq| state.sessions.contains_key(id) && Some(*id) != *but;
            let others = state.of(member).filter(other).chain(state.showing(member));
            Ok(ended(others.collect(), Why::Owner))
        }
        Command::EndMember { member } => {
            only_the_house(context)?;
            Ok(ended(state.of(*member).collect(), Why::Gone))
        }
        Command::EndLink { address } => {
            only_the_house(context)?;
            Ok(ended(state.link_to(address, None).into_iter().collect(), Why::Gone))
        }
        Command::Sweep => {
            only_the_house(context)?;
            Ok(ended(state.over(context.at).collect(), Why::Time))
        }
    }
}

fn only_the_house(context: &Context<By>) -> Result<(), Refusal> {
    if context.by == By::House { Ok(()) } else { Err(Refusal::NotAllowed) }
}

/// Whose wish it is, where it must be that of somebody who has signed in.
fn own(context: &Context<By>) -> Result<Member, Refusal> {
    if let By::Member(member) = context.by { Ok(member) } else { Err(Refusal::NotAllowed) }
}

/// A session or token of a member, and what ends with it: whoever sat at that browser may have asked for the account's mail
/// to go elsewhere.
fn with_it(state: &SignIn, member: Member, what: Seq) -> Result<Vec<Seq>, Refusal> {
    if !state.of(member).any(|id| id == what && !state.links.contains_key(&id)) {
        return Err(Refusal::NoSuchThing);
    }
    let showing = state.showing(member).filter(|_| state.sessions.contains_key(&what));
    Ok([what].into_iter().chain(showing).collect())
}

/// The end of the oldest session of a member who has as many as may be.
fn make_way(state: &SignIn, member: Member) -> Option<Act> {
    let mut sessions = state.of(member).filter(|id| state.sessions.contains_key(id));
    let oldest = sessions.next()?;
    (sessions.count() + 1 >= SESSIONS_MAX).then(|| Act::Ended { what: vec![oldest], why: Why::Number })
}

/// One act that ends all of these, or none where there is nothing to end.
fn ended(what: Vec<Seq>, why: Why) -> Vec<Act> {
    if what.is_empty() { Vec::new() } else { vec![Act::Ended { what, why }] }
}
