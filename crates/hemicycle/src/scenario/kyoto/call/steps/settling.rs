//! What the calls ask for, who reviews, and how.

use std::collections::BTreeMap;

use forum::call::{About, Command as Call, Gate, Mode, Said, offers};
use forum::people::Command as People;
use forum::people::Office;
use forum::reference::session_types::SessionType;
use forum::review::{Command as Review, Settings};

use super::super::dates::{at, closes, opens, scoring};
use super::super::panel::{EACH, GROUPS, OF_EACH};
use super::super::{Calls, OTHERS, WORKSHOPS};
use super::{call, person};
use crate::scenario::kyoto::Kyoto;
use crate::scenario::kyoto::commands::MEETING;
use crate::scenario::step::Step;

/// The mean from which on proposals were good enough without discussion, and below which they were not, in hundredths: as
/// the advisory group saw it in 2017.
const BANDS: (u32, u32) = (409, 380);

pub(super) fn steps(kyoto: &Kyoto, calls: &Calls) -> Vec<Step> {
    let day = at(4, 12, 9);
    let mut commands: Vec<forum::Command> = Vec::new();
    for about in [workshops(), others()] {
        commands.push(Call::AddCall { meeting: MEETING, mode: Mode::Sessions, about }.into());
    }
    for offer in offers(Mode::Sessions) {
        let of_workshops = offer.kind == SessionType::Workshop.key();
        let other = call(if of_workshops { OTHERS } else { WORKSHOPS });
        commands.push(Call::DropKind { call: other, kind: offer.kind }.into());
    }
    for place in [WORKSHOPS, OTHERS] {
        let settings = settings(kyoto, place);
        commands.push(Review::SetReview { call: call(place), settings }.into());
    }
    for reviewer in &calls.panel.reviewers {
        let command = People::GrantOffice { person: person(reviewer.person), office: Office::Reviewer };
        commands.push(command.into());
    }
    let settled = commands.into_iter().enumerate();
    let mut steps: Vec<Step> = settled.map(|(n, command)| Step::new("call", n, command).on(day)).collect();
    for place in [WORKSHOPS, OTHERS] {
        let command = Call::AnnounceCall { call: call(place) };
        steps.push(Step::new("announce", place, command).on(at(4, 18, 9)));
    }
    steps
}

fn said(en: &str, fr: &str) -> Said {
    Said::from([("en".to_owned(), en.to_owned()), ("fr".to_owned(), fr.to_owned())])
}

fn workshops() -> About {
    About {
        title: said("Call for workshops, IGF 2023", "Appel à ateliers, FGI 2023"),
        introduction: said(
            "Anyone may propose a workshop under one of the eight subthemes. A proposal is saved as you type; it can be \
             changed until the call closes.",
            "Chacun peut proposer un atelier relevant d’un des huit sous-thèmes. Une proposition est enregistrée à \
             mesure que vous l’écrivez ; elle peut être modifiée jusqu’à la clôture.",
        ),
        how_decided: said(
            "The secretariat holds each proposal against the minimum criteria within a week. Eight members of the \
             advisory group, two of each stakeholder group, then score it on six criteria without seeing who proposes. \
             The advisory group meets from 10 to 12 July, discusses what lies close together, and accepts within each \
             subtheme.",
            "Le secrétariat vérifie en une semaine les critères minimaux. Huit membres du groupe consultatif, deux de \
             chaque groupe de parties prenantes, notent ensuite la proposition selon six critères sans voir de qui elle \
             vient. Le groupe consultatif se réunit du 10 au 12 juillet, discute de ce qui est proche et retient des \
             ateliers dans chaque sous-thème.",
        ),
        gate: Gate { opens: opens(), closes: closes() },
        told_by: Some(at(7, 14, 18)),
        open: false,
    }
}

fn others() -> About {
    About {
        title: said("Call for other sessions, IGF 2023", "Appel à autres séances, FGI 2023"),
        introduction: said(
            "Open forums, town halls, launches and awards, networking sessions, lightning talks, dynamic coalitions, \
             national and regional initiatives, and events of day zero.",
            "Forums ouverts, séances publiques, lancements et prix, rencontres, exposés éclair, coalitions dynamiques, \
             initiatives nationales et régionales, et événements du jour zéro.",
        ),
        how_decided: said(
            "The secretariat decides by the rules of each type: governments and international organisations are served \
             first with open forums, and nobody gets two sessions on the same matter.",
            "Le secrétariat décide selon les règles de chaque type : les gouvernements et les organisations \
             internationales passent en premier pour les forums ouverts, et personne n’obtient deux séances sur le même \
             sujet.",
        ),
        gate: Gate { opens: opens(), closes: closes() },
        told_by: Some(at(7, 14, 18)),
        open: false,
    }
}

fn settings(kyoto: &Kyoto, place: usize) -> Settings {
    let (opens, closes) = scoring();
    let proposed = |session: &&crate::scenario::kyoto::Session| {
        (session.kind == SessionType::Workshop) == (place == WORKSHOPS)
    };
    let places = kyoto.sessions.iter().filter(proposed).count().max(1);
    let (accept, decline) = BANDS;
    let usual = Settings {
        screens: true,
        places: u32::try_from(places).unwrap_or(u32::MAX),
        accept,
        decline,
        appeals: Some(at(8, 1, 0)),
        ..Settings::usual(Gate { opens, closes })
    };
    match place {
        WORKSHOPS => Settings {
            each: EACH as u32,
            quotas: BTreeMap::from(GROUPS.map(|group| (group, OF_EACH as u32))),
            blind: true,
            ..usual
        },
        // Nobody scores these: the secretariat decides.
        _ => Settings { each: 1, blind: false, ..usual },
    }
}
