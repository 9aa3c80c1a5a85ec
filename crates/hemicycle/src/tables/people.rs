//! The tables of persons and organisations.

use super::{Table, count, if_any, number, of, words, written, yes};
use forum::people::Attendance;
use forum::people::views::{PersonView, organisation, person};
use platform::book::Cell;

pub(super) const PERSONS: Table = Table {
    name: "persons",
    about: "Persons: those on a published programme, or all if everything is exported.",
    private: false,
    columns: &[
        number("id", "Number."),
        written("name", "Name; empty if they asked to be forgotten."),
        number("organisation", "Their organisation."),
        written("stakeholder_group", "Stakeholder group, as declared."),
        written("country", "Country, as declared, by ISO 3166."),
        written("region", "Regional group, where it was declared and does not follow from the country."),
        written("biography", "What they say of themselves."),
    ],
    rows: |exported| {
        let row = |view: PersonView<'_>| {
            vec![
                count(view.id.0),
                words(&view.person.name),
                view.person.organisation.map_or(Cell::Empty, |id| count(id.0)),
                if_any(view.person.group.map(|group| group.key())),
                if_any(view.person.country.map(|code| code.to_string())),
                if_any(view.person.region.map(|region| region.key())),
                view.person.biography.as_ref().map_or(Cell::Empty, words),
            ]
        };
        let ids = exported.forum.people.persons.keys();
        ids.filter_map(|id| person(exported.forum, *id, exported.viewer)).map(row).collect()
    },
};

pub(super) const ORGANISATIONS: Table = Table {
    name: "organisations",
    about: "Organisations: those on a published programme, or all if everything is exported.",
    private: false,
    columns: &[
        number("id", "Number."),
        written("name", "Name."),
        written("stakeholder_group", "Stakeholder group."),
        written("country", "Country of its seat, by ISO 3166."),
        written("url", "Web page."),
    ],
    rows: |exported| {
        let ids = exported.forum.people.organisations.keys();
        ids.filter_map(|id| Some((id, organisation(exported.forum, *id, exported.viewer)?)))
            .map(|(id, organisation)| {
                vec![
                    count(id.0),
                    of(&organisation.name),
                    if_any(organisation.group.map(|group| group.key())),
                    if_any(organisation.country.map(|code| code.to_string())),
                    if_any(organisation.url.as_deref()),
                ]
            })
            .collect()
    },
};

pub(super) const PRIVATE: Table = Table {
    name: "persons_private",
    about: "What persons told the secretariat alone.",
    private: true,
    columns: &[
        number("person", "The person."),
        written("email", "Address for mail."),
        written("gender", "Gender, as declared."),
    ],
    rows: |exported| {
        let persons = exported.forum.people.persons.iter();
        persons
            .map(|(id, person)| {
                let email = person.email.as_ref().map_or(Cell::Empty, words);
                vec![count(id.0), email, of(person.gender.key())]
            })
            .collect()
    },
};

pub(super) const REGISTRATIONS: Table = Table {
    name: "registrations",
    about: "Who registered for which meeting, and who came.",
    private: true,
    columns: &[
        number("meeting", "The meeting."),
        number("person", "The person."),
        written("attendance", "`on-site` or `online`, as meant at registration."),
        number("first_time", "1: their first meeting of the series."),
        number("badge", "1: collected a badge."),
        number("joined_online", "1: joined online."),
    ],
    rows: |exported| {
        let meetings = exported.forum.people.participation.iter();
        let all = meetings
            .flat_map(|(meeting, people)| people.iter().map(move |(person, how)| (meeting, person, how)));
        all.map(|(meeting, person, how)| {
            let attendance = match how.attendance {
                Attendance::OnSite => "on-site",
                Attendance::Online => "online",
            };
            vec![
                count(meeting.0),
                count(person.0),
                of(attendance),
                yes(how.first_time),
                yes(how.badge),
                yes(how.online),
            ]
        })
        .collect()
    },
};

pub(super) const OFFICES: Table = Table {
    name: "offices",
    about: "Who holds which office.",
    private: true,
    columns: &[number("person", "The person."), written("office", "The office.")],
    rows: |exported| {
        let all = exported.forum.people.offices.iter();
        let held = all.flat_map(|(person, offices)| offices.iter().map(move |office| (person, office)));
        held.map(|(person, office)| vec![count(person.0), of(office.key())]).collect()
    },
};
