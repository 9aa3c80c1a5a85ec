//! The letter with a link, in the language of whoever asked for it. It says the same whether or not they are known.

use jiff::{SignedDuration, Timestamp};
use platform::languages::{Arg, Locale};
use platform::mail::{Letter, unlinked};

/// For whom a letter is, and what is in it.
pub struct Link<'a> {
    /// The forum's name in addresses.
    pub forum: &'a str,
    /// What the forum is called. Somebody wrote it: no mail program shall make a link of it.
    pub name: &'a str,
    /// Address for mail.
    pub to: &'a str,
    /// The whole address of the link.
    pub link: &'a str,
    /// How long it opens.
    pub lasts: SignedDuration,
}

/// The letter to who asked for a link.
#[must_use]
pub fn asked(link: &Link<'_>, lang: &Locale, now: Timestamp) -> Letter {
    let name = [("forum", Arg::Text(unlinked(link.name)))];
    let minutes = [("minutes", Arg::from(link.lasts.as_mins().unsigned_abs()))];
    let subject = lang.text_with("letter-link-subject", name.clone());
    let parts = [
        lang.text_with("letter-link-before", name),
        link.link.to_owned(),
        lang.text_with("letter-link-after", minutes),
        lang.text("letter-ignore"),
    ];
    letter(link, lang, subject, &parts, now)
}

/// The letter to who was invited.
#[must_use]
pub fn invited(link: &Link<'_>, lang: &Locale, now: Timestamp) -> Letter {
    let name = [("forum", Arg::Text(unlinked(link.name)))];
    let hours = [("hours", Arg::from(link.lasts.as_hours().unsigned_abs()))];
    let subject = lang.text_with("letter-invitation-subject", name.clone());
    let parts = [
        lang.text_with("letter-invitation-before", name),
        link.link.to_owned(),
        lang.text_with("letter-invitation-after", hours),
    ];
    letter(link, lang, subject, &parts, now)
}

/// The letter to the address that somebody says is theirs.
#[must_use]
pub fn to_show(link: &Link<'_>, lang: &Locale, now: Timestamp) -> Letter {
    let name = [("forum", Arg::Text(unlinked(link.name)))];
    let minutes = [("minutes", Arg::from(link.lasts.as_mins().unsigned_abs()))];
    let subject = lang.text_with("letter-mailbox-subject", name.clone());
    let parts = [
        lang.text_with("letter-mailbox-before", name),
        link.link.to_owned(),
        lang.text_with("letter-link-after", minutes),
        lang.text("letter-ignore"),
    ];
    letter(link, lang, subject, &parts, now)
}

/// The letter to the address that somebody has, when another is asked for.
#[must_use]
pub fn moving(link: &Link<'_>, lang: &Locale, now: Timestamp) -> Letter {
    let name = [("forum", Arg::Text(unlinked(link.name)))];
    let subject = lang.text_with("letter-moving-subject", name.clone());
    letter(link, lang, subject, &[lang.text_with("letter-moving-text", name)], now)
}

/// The letter to the address that was somebody's until now.
#[must_use]
pub fn moved(link: &Link<'_>, lang: &Locale, now: Timestamp) -> Letter {
    let name = [("forum", Arg::Text(unlinked(link.name)))];
    let subject = lang.text_with("letter-moved-subject", name.clone());
    letter(link, lang, subject, &[lang.text_with("letter-moved-text", name)], now)
}

fn letter(link: &Link<'_>, lang: &Locale, subject: String, parts: &[String], now: Timestamp) -> Letter {
    Letter {
        of: link.forum.to_owned(),
        to: link.to.to_owned(),
        subject,
        text: parts.join("\n\n") + "\n",
        language: lang.tag().to_owned(),
        until: now.checked_add(link.lasts).unwrap_or(Timestamp::MAX),
        id: None,
        attachment: None,
    }
}
