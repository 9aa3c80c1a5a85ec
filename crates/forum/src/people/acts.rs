//! What happens to persons and organisations.

use super::Office;
use crate::reference::countries::CountryCode;
use crate::reference::groups::{Gender, StakeholderGroup};
use crate::reference::regions::RegionalGroup;
use crate::{MeetingId, OrganisationId, PersonId, Seq, Words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Under which name another system knows a thing, so that an import finds it again.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Origin {
    /// The system, such as the acronym and tool of an imported programme.
    pub system: String,
    /// The id there.
    pub id: String,
}

/// How somebody takes part in a meeting.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Attendance {
    /// At the venue.
    OnSite,
    /// Over the Internet.
    Online,
}

/// Facts about persons and organisations.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[allow(clippy::large_enum_variant, reason = "acts are written and read one by one, never kept in bulk")]
#[schemars(rename = "PeopleAct")]
pub enum Act {
    /// An organisation was entered.
    OrganisationAdded {
        /// Its id.
        id: OrganisationId,
        /// Its name.
        name: String,
        /// The stakeholder group it belongs to, where known.
        group: Option<StakeholderGroup>,
        /// The country of its seat.
        country: Option<CountryCode>,
        /// Its web page.
        url: Option<String>,
    },
    /// A person was entered.
    PersonAdded {
        /// Their id.
        id: PersonId,
        /// Their name, as they write it.
        name: Words,
        /// Their address for mail; never shown.
        email: Option<Words>,
        /// A few sentences about them.
        biography: Option<Words>,
        /// Their organisation.
        organisation: Option<OrganisationId>,
        /// The stakeholder group that they declared.
        group: Option<StakeholderGroup>,
        /// The country that they declared.
        country: Option<CountryCode>,
        /// The regional group, where it does not follow from the country (staff of international organisations).
        region: Option<RegionalGroup>,
        /// As they declared it; never guessed.
        gender: Gender,
        /// Under which name another system knows them.
        origin: Option<Origin>,
    },
    /// What a person says of themselves changed.
    PersonAmended {
        /// The person.
        person: PersonId,
        /// Their name, if it changed.
        name: Option<Words>,
        /// Their biography, if it changed; `Some(None)` if it was taken back.
        #[serde(default, with = "change")]
        #[schemars(with = "Option<Vec<Words>>")]
        biography: Option<Option<Words>>,
        /// Their organisation, if it changed.
        #[serde(default, with = "change")]
        #[schemars(with = "Option<Vec<OrganisationId>>")]
        organisation: Option<Option<OrganisationId>>,
    },
    /// A person asked to be forgotten: every text that they wrote or that describes them is gone.
    PersonErased {
        /// The person; the number stays, so that the record keeps its shape.
        person: PersonId,
        /// The acts whose side texts the log blanks with this act.
        acts: Vec<Seq>,
    },
    /// A person registered for a meeting.
    Registered {
        /// The meeting.
        meeting: MeetingId,
        /// The person.
        person: PersonId,
        /// How they mean to take part.
        attendance: Attendance,
        /// Whether it is their first meeting of the series.
        first_time: bool,
    },
    /// A registered person collected their badge at the venue.
    BadgeCollected {
        /// The meeting.
        meeting: MeetingId,
        /// The person.
        person: PersonId,
    },
    /// A registered person joined a session online for the first time.
    JoinedOnline {
        /// The meeting.
        meeting: MeetingId,
        /// The person.
        person: PersonId,
    },
    /// Somebody was proposed for an office that takes two to grant.
    OfficeProposed {
        /// The person.
        person: PersonId,
        /// The office.
        office: Office,
    },
    /// A person was granted an office.
    OfficeGranted {
        /// The person.
        person: PersonId,
        /// The office.
        office: Office,
    },
    /// A person holds an office, or is proposed for it, no longer.
    OfficeEnded {
        /// The person.
        person: PersonId,
        /// The office.
        office: Office,
    },
    /// It was proposed that an office ends, which takes two.
    OfficeEndProposed {
        /// The person.
        person: PersonId,
        /// The office.
        office: Office,
    },
    /// A person has another address for mail, and has shown that it is theirs.
    MailboxChanged {
        /// The person.
        person: PersonId,
        /// The address; never shown.
        email: Words,
    },
}

/// Writes "unchanged" as null and a change as a list of at most one item, so that "taken back" differs from both.
mod change {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    type Change<T> = Option<Option<T>>;

    pub(super) fn serialize<T: Serialize, S: Serializer>(
        change: &Change<T>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        change.as_ref().map(|new| new.iter().collect::<Vec<_>>()).serialize(to)
    }

    pub(super) fn deserialize<'de, T, D>(from: D) -> Result<Change<T>, D::Error>
    where
        T: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        Ok(Option::<Vec<T>>::deserialize(from)?.map(|list| list.into_iter().next()))
    }
}

/// Wishes about persons and organisations.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schemars(rename = "PeopleCommand")]
pub enum Command {
    /// Enter an organisation.
    AddOrganisation {
        /// Name.
        name: String,
        /// Stakeholder group.
        #[serde(default)]
        group: Option<StakeholderGroup>,
        /// ISO 3166-1 alpha-2 code of its seat.
        #[serde(default)]
        country: String,
        /// Web page.
        #[serde(default)]
        url: String,
    },
    /// Enter a person.
    AddPerson(NewPerson),
    /// Enter oneself, with an address for mail that was shown to be one's own.
    Enter {
        /// Name, as they write it.
        name: String,
        /// Address for mail.
        email: String,
    },
    /// Change what is known of a person; what is left out stays.
    AmendPerson {
        /// The person.
        person: PersonId,
        /// New name.
        #[serde(default)]
        name: Option<String>,
        /// New biography; blank takes it back.
        #[serde(default)]
        biography: Option<String>,
        /// New organisation.
        #[serde(default)]
        organisation: Option<OrganisationId>,
    },
    /// Forget a person.
    ErasePerson {
        /// The person.
        person: PersonId,
    },
    /// Register a person for a meeting.
    Register {
        /// The meeting.
        meeting: MeetingId,
        /// The person.
        person: PersonId,
        /// How they mean to take part.
        attendance: Attendance,
        /// Whether it is their first meeting of the series.
        #[serde(default)]
        first_time: bool,
    },
    /// Record that a badge was collected.
    CollectBadge {
        /// The meeting.
        meeting: MeetingId,
        /// The person.
        person: PersonId,
    },
    /// Record that somebody joined online.
    JoinOnline {
        /// The meeting.
        meeting: MeetingId,
        /// The person.
        person: PersonId,
    },
    /// Grant an office. Where it takes two, the first proposes and a second, who is not the person meant, confirms by
    /// the same command.
    GrantOffice {
        /// The person.
        person: PersonId,
        /// The office.
        office: Office,
    },
    /// Give a person another address for mail. Only whoever has shown that it is theirs, by a link that went there.
    ChangeMailbox {
        /// The person.
        person: PersonId,
        /// The address.
        email: String,
    },
    /// End an office, or take a proposal for it back. Somebody else's that takes two to grant takes two to end: the first
    /// proposes it, and a second, who is not the person meant, confirms by the same command.
    EndOffice {
        /// The person.
        person: PersonId,
        /// The office.
        office: Office,
    },
}

/// A person to enter. Everything but the name may be left out.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPerson {
    /// Name, as they write it.
    pub name: String,
    /// Address for mail.
    #[serde(default)]
    pub email: String,
    /// A few sentences.
    #[serde(default)]
    pub biography: String,
    /// Organisation.
    #[serde(default)]
    pub organisation: Option<OrganisationId>,
    /// Stakeholder group, as declared.
    #[serde(default)]
    pub group: Option<StakeholderGroup>,
    /// ISO 3166-1 alpha-2 code of the country, as declared.
    #[serde(default)]
    pub country: String,
    /// Regional group, where it does not follow from the country.
    #[serde(default)]
    pub region: Option<RegionalGroup>,
    /// As declared.
    #[serde(default)]
    pub gender: Gender,
    /// Under which name another system knows them.
    #[serde(default)]
    pub origin: Option<Origin>,
}
