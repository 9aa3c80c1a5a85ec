//! How often somebody may knock: so seldom that nobody's mailbox is flooded and nobody's guesses cost much, and so often
//! that a whole venue behind one address can sign in on the first morning.
//!
//! A secret of 128 bits is not found by guessing, however fast. The limits on guesses protect the machine, and what is
//! shown rightly is never refused because of what others showed wrongly.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};

use super::limits::{Limiter, Rate};

/// Links to one mailbox, asked for from one block: five, and then five an hour.
const MAILBOX_FROM_BLOCK: Rate = Rate { burst: 5, every: SignedDuration::from_mins(12) };

/// Links to one mailbox, whoever asks. More than one block may have, so that a stranger who uses up theirs does not keep
/// the owner out.
const MAILBOX: Rate = Rate { burst: 20, every: SignedDuration::from_mins(3) };

/// Links asked for from one block: 6,000 at once and ten a second, so that 5,000 people behind one address get theirs when
/// the doors open.
const BLOCK: Rate = Rate { burst: 6_000, every: SignedDuration::from_millis(100) };

/// Links in one forum to addresses that it does not know, whoever asks: 20,000 at once, twice as many people as come to
/// the largest meetings, and then one every three seconds. It protects the mail server from a crowd of networks; and
/// since letters to those whom the forum knows are not counted, no crowd keeps them out.
const FORUM: Rate = Rate { burst: 20_000, every: SignedDuration::from_secs(3) };

/// Wrong secrets from one block.
const WRONG_FROM_BLOCK: Rate = Rate { burst: 200, every: SignedDuration::from_secs(1) };

/// Wrong secrets in one forum, whoever shows them.
const WRONG: Rate = Rate { burst: 5_000, every: SignedDuration::from_millis(20) };

/// Most mailboxes and blocks that are remembered: a few megabytes.
const REMEMBERED_MAX: usize = 50_000;

/// The addresses that one household, office or attacker has: 256 of IPv4, a /56 of IPv6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Block(u128);

impl From<IpAddr> for Block {
    fn from(address: IpAddr) -> Self {
        let bits = |bits: u32, address: u128| address >> (128 - bits) << (128 - bits);
        match address.to_canonical() {
            IpAddr::V4(address) => Self(bits(120, u128::from(address.to_ipv6_mapped()))),
            IpAddr::V6(address) => Self(bits(56, u128::from(address))),
        }
    }
}

/// Why a link is not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slow {
    /// The mailbox, or all that are not known together, have had enough. Whoever asked is told nothing of it, for they may
    /// not be its owner, and nobody shall learn which addresses are known.
    Mailbox,
    /// The block asks too fast; how long to wait.
    Block(SignedDuration),
}

/// Remembers who knocked. One for all forums of a process; what somebody does in one forum counts in that one.
#[derive(Debug)]
pub struct Doorkeeper {
    mailboxes_from_blocks: Limiter<(Block, String)>,
    mailboxes: Limiter<String>,
    blocks: Limiter<(Block, String)>,
    forums: Limiter<String>,
    wrong_from_blocks: Limiter<(Block, String)>,
    wrong: Limiter<String>,
}

impl Default for Doorkeeper {
    fn default() -> Self {
        Self {
            mailboxes_from_blocks: Limiter::new(MAILBOX_FROM_BLOCK, REMEMBERED_MAX),
            mailboxes: Limiter::new(MAILBOX, REMEMBERED_MAX),
            blocks: Limiter::new(BLOCK, REMEMBERED_MAX),
            forums: Limiter::new(FORUM, REMEMBERED_MAX),
            wrong_from_blocks: Limiter::new(WRONG_FROM_BLOCK, REMEMBERED_MAX),
            wrong: Limiter::new(WRONG, REMEMBERED_MAX),
        }
    }
}

impl Doorkeeper {
    /// Whether a link may go to a mailbox.
    ///
    /// # Errors
    /// See [`Slow`].
    pub fn asks(
        &mut self,
        club: &str,
        mailbox: &str,
        is_known: bool,
        from: Block,
        now: Timestamp,
    ) -> Result<(), Slow> {
        self.blocks.take((from, club.to_owned()), now).map_err(Slow::Block)?;
        // No name of a forum holds a space.
        let mailbox = format!("{club} {mailbox}");
        self.mailboxes_from_blocks.take((from, mailbox.clone()), now).map_err(|_| Slow::Mailbox)?;
        self.mailboxes.take(mailbox, now).map_err(|_| Slow::Mailbox)?;
        // The last, so that only letters that would go out count.
        if is_known { Ok(()) } else { self.forums.take(club.to_owned(), now).map_err(|_| Slow::Mailbox) }
    }

    /// Counts a secret that opened nothing.
    ///
    /// # Errors
    /// How long to wait, if there have been too many.
    pub fn wrong(&mut self, club: &str, from: Option<Block>, now: Timestamp) -> Result<(), SignedDuration> {
        if let Some(from) = from {
            self.wrong_from_blocks.take((from, club.to_owned()), now)?;
        }
        self.wrong.take(club.to_owned(), now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millisecond(1_800_000_000_000 + millis).unwrap()
    }

    fn block(address: &str) -> Block {
        address.parse::<IpAddr>().unwrap().into()
    }

    #[test]
    fn five_thousand_people_behind_one_address_sign_in_when_the_doors_open() {
        let venue = block("198.51.100.7");
        // All at nine, or evenly over ten minutes.
        for pause in [0, 120] {
            let mut keeper = Doorkeeper::default();
            for person in 0..5_000 {
                let asked =
                    keeper.asks("igf", &format!("{person}@example.org"), true, venue, at(person * pause));
                assert_eq!(asked, Ok(()), "person {person}");
            }
        }
        let mut keeper = Doorkeeper::default();
        let asked = (0..50_000).map(|n| keeper.asks("igf", &format!("{n}@example.org"), true, venue, at(n)));
        let granted = asked.filter(Result::is_ok).count();
        assert!((6_000..=6_500).contains(&granted), "{granted} within 50 seconds: a flood of mail is slowed");
    }

    #[test]
    fn a_crowd_of_networks_does_not_drown_the_mail_server_and_a_large_meeting_signs_in() {
        let mut keeper = Doorkeeper::default();
        let from = |n: i64| block(&format!("10.{}.{}.1", n / 250 % 250, n % 250));
        let mut ask = |club: &str, is_known, n: i64, now| {
            keeper.asks(club, &format!("{n}@example.org"), is_known, from(n), at(now))
        };
        assert!(
            (0..12_000).all(|n| ask("igf", false, n, n).is_ok()),
            "more than come to the largest meeting, in 12 seconds"
        );
        let granted = (12_000..60_000).filter(|n| ask("igf", false, *n, *n).is_ok()).count();
        assert!((8_000..8_030).contains(&granted), "{granted} within the next 48 seconds");
        assert_eq!(ask("igf", true, 70_000, 59_999), Ok(()), "whom the forum knows is not kept out");
        assert_eq!(ask("igf", false, 70_001, 59_999), Err(Slow::Mailbox));
        assert_eq!(ask("wsis", false, 1, 60_000), Ok(()), "another forum is not slowed");
    }

    #[test]
    fn whoever_floods_a_mailbox_is_stopped_and_its_owner_is_not() {
        let mut keeper = Doorkeeper::default();
        let (stranger, owner) = (block("203.0.113.9"), block("198.51.100.7"));
        let sent =
            (0..1_000).filter(|n| keeper.asks("igf", "amina@example.org", true, stranger, at(*n)).is_ok());
        assert_eq!(sent.count(), 5);
        assert_eq!(keeper.asks("igf", "amina@example.org", true, owner, at(1_000)), Ok(()));
        assert_eq!(keeper.asks("igf", "bruno@example.org", true, stranger, at(1_000)), Ok(()));
        assert_eq!(
            keeper.asks("wsis", "amina@example.org", true, stranger, at(1_000)),
            Ok(()),
            "forums are apart"
        );
        let strangers = (0..100).map(|n| block(&format!("10.1.{n}.1")));
        let sent = strangers
            .filter(|block| keeper.asks("igf", "amina@example.org", true, *block, at(2_000)).is_ok());
        assert!(sent.count() < 20, "many strangers together are stopped, too");
    }

    #[test]
    fn guesses_are_slowed_from_one_block_and_from_all_together() {
        let mut keeper = Doorkeeper::default();
        let wrong = |keeper: &mut Doorkeeper, from: &str, now| {
            keeper.wrong("igf", Some(block(from)), at(now)).is_ok()
        };
        assert_eq!((0..1_000).filter(|n| wrong(&mut keeper, "203.0.113.9", *n)).count(), 200);
        assert!(wrong(&mut keeper, "198.51.100.7", 0), "another block is not slowed");
        let all = (0..250u32).flat_map(|n| (0..100).map(move |_| format!("10.{n}.1.1")));
        assert!(all.filter(|from| wrong(&mut keeper, from, 1_000)).count() <= 5_000);
        assert!(keeper.wrong("wsis", None, at(1_000)).is_ok(), "another forum is not slowed");
    }

    #[test]
    fn a_block_is_what_one_network_has() {
        for (one, other, same) in [
            ("203.0.113.9", "203.0.113.200", true),
            ("203.0.113.9", "203.0.114.9", false),
            ("203.0.113.9", "::ffff:203.0.113.1", true),
            ("2001:db8:1:200::1", "2001:db8:1:2ff::1", true),
            ("2001:db8:1:200::1", "2001:db8:1:300::1", false),
        ] {
            assert_eq!(block(one) == block(other), same, "{one} {other}");
        }
    }
}
