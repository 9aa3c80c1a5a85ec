//! What a proposal still lacks, and which rule it breaks, in words; the same on a page, in the answer to a script and in
//! a refusal.

use forum::call::views::{At, Lack, breaches, missing as lacks};
use forum::call::{Breach, PEOPLE_STEP};
use maud::{Markup, html};

use super::draft::Draft;
use super::said;

/// Something that is wanted, with why and where to mend it.
pub(super) struct Want {
    pub(super) says: String,
    pub(super) why: Option<String>,
    pub(super) to: String,
    pub(super) step: Option<u32>,
}

/// What is still missing.
pub(super) fn missing(draft: &Draft<'_>) -> Vec<Want> {
    lacks(draft.visit.forum(), draft.call, draft.proposal)
        .into_iter()
        .map(|lack| want(draft, &lack))
        .collect()
}

fn want(draft: &Draft<'_>, lack: &Lack) -> Want {
    let says = said::lack(lack, draft.call, draft.visit.lang());
    let (step, place) = match &lack.at {
        At::Kind => (None, String::new()),
        At::Field(key) => {
            let field = draft.call.fields.iter().find(|field| field.key == *key);
            let step = field.map_or(1, |field| field.step);
            (Some(step), format!("{step}#f-{key}"))
        }
    };
    Want { says, why: None, to: draft.to(&place), step }
}

/// The rules that it breaks, each with its reason.
pub(super) fn broken(draft: &Draft<'_>) -> Vec<Want> {
    let all = breaches(draft.visit.forum(), draft.call, draft.proposal);
    all.into_iter().map(|breach| rule(draft, &breach)).collect()
}

fn rule(draft: &Draft<'_>, breach: &Breach) -> Want {
    let lang = draft.visit.lang();
    let own = draft.call.requirements.iter().find(|requirement| requirement.key == breach.key);
    let says = said::breach(breach, lang);
    let why = own.and_then(|own| said::reason(own, lang));
    Want { says, why, to: draft.to(&format!("{PEOPLE_STEP}#people")), step: None }
}

/// Both lists beside a form. A script fills them anew when something was saved.
pub(super) fn aside(draft: &Draft<'_>, here: Option<u32>) -> Markup {
    let lang = draft.visit.lang();
    let (missing, broken) = (missing(draft), broken(draft));
    let whole = missing.is_empty() && broken.is_empty();
    // On a step, what is missing there comes first, and the rest is out of the way.
    let is_own = |want: &&Want| here.is_none() || want.step == here;
    let (own, others): (Vec<&Want>, Vec<&Want>) = missing.iter().partition(is_own);
    html! {
        section.wanting #wanting data-here=[here.map(|step| draft.to(&step.to_string()))] {
            h2 { (lang.text("propose-before-submitting")) }
            p.whole hidden[!whole] { "✓ " (lang.text("propose-whole")) }
            div hidden[own.is_empty()] {
                h3 { (lang.text("propose-missing")) }
                ul #missing { @for want in &own { (shown(want)) } }
            }
            @if here.is_some() {
                details hidden[others.is_empty()] {
                    summary { (lang.text("propose-missing-elsewhere")) }
                    ul #elsewhere { @for want in &others { (shown(want)) } }
                }
            }
            div hidden[broken.is_empty()] {
                h3 { (lang.text("propose-broken")) }
                ul #broken { @for want in &broken { (shown(want)) } }
            }
        }
    }
}

fn shown(want: &Want) -> Markup {
    html! {
        li {
            a href=(want.to) { (want.says) }
            @if let Some(why) = &want.why { p.soft { (why) } }
        }
    }
}
