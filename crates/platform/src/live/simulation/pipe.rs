//! A line from a server to a reader: slow, cut in pieces, and with a proxy on the way that may be mad.

use std::collections::VecDeque;

use super::dice::Dice;

/// What one line is like.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manners {
    /// How long a byte travels, at least and at most.
    pub(super) delay: (u64, u64),
    /// How many bytes arrive in one step at most.
    pub(super) rate: usize,
    /// How many bytes fit in.
    pub(super) room: usize,
    /// Events that a proxy loses, doubles or swaps, of a hundred.
    pub(super) mad: u64,
    /// Whether a proxy keeps all that comes until the line ends, so that nothing comes through.
    pub(super) is_blocked: bool,
}

impl Manners {
    /// A line as lines should be.
    pub(super) const GOOD: Self =
        Self { delay: (1, 60), rate: 20_000, room: 60_000, mad: 0, is_blocked: false };
}

/// The bytes on their way.
#[derive(Debug)]
pub(super) struct Pipe {
    pub(super) manners: Manners,
    pieces: VecDeque<(u64, Vec<u8>)>,
    held: usize,
    /// Whether its reader reads.
    pub(super) is_stalled: bool,
    /// Whether bytes vanish, and nobody knows.
    pub(super) is_dead: bool,
    /// An event that a mad proxy has not seen whole yet.
    half: Vec<u8>,
    swapped: Option<Vec<u8>>,
}

impl Pipe {
    pub(super) fn new(manners: Manners) -> Self {
        Self {
            manners,
            pieces: VecDeque::new(),
            held: 0,
            is_stalled: false,
            is_dead: false,
            half: Vec::new(),
            swapped: None,
        }
    }

    /// Takes as much as fits; sometimes less.
    pub(super) fn write(&mut self, bytes: &[u8], now: u64, dice: &mut Dice) -> usize {
        let mut taken = bytes.len().min(self.manners.room.saturating_sub(self.held));
        if taken > 1 && dice.percent(15) {
            taken = 1 + dice.index(taken);
        }
        if taken > 0 {
            let (least, most) = self.manners.delay;
            let before = self.pieces.back().map_or(0, |(at, _)| *at);
            let at = (now + least + dice.below(most - least + 1)).max(before);
            self.pieces.push_back((at, bytes[..taken].to_vec()));
            self.held += taken;
        }
        taken
    }

    /// Takes all, whether it fits or not.
    pub(super) fn write_whole(&mut self, bytes: &[u8], now: u64) {
        let at = self.pieces.back().map_or(now, |(at, _)| *at);
        self.pieces.push_back((at, bytes.to_vec()));
        self.held += bytes.len();
    }

    /// What arrives now.
    pub(super) fn read(&mut self, now: u64, dice: &mut Dice) -> Vec<u8> {
        let mut arrived = Vec::new();
        if self.is_stalled || self.is_dead || self.manners.is_blocked {
            return arrived;
        }
        while arrived.len() < self.manners.rate
            && let Some((_, mut piece)) = self.pieces.pop_front_if(|(at, _)| *at <= now)
        {
            let taken = piece.len().min(self.manners.rate - arrived.len());
            if taken < piece.len() {
                self.pieces.push_front((now, piece.split_off(taken)));
            }
            self.held -= taken;
            arrived.extend(piece);
        }
        let was_mad = !self.half.is_empty() || self.swapped.is_some();
        if self.manners.mad > 0 || was_mad { self.meddle(&arrived, dice) } else { arrived }
    }

    /// What a mad proxy makes of it, event by event.
    fn meddle(&mut self, bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
        self.half.extend_from_slice(bytes);
        let mut out = Vec::new();
        while let Some(end) = self.half.windows(2).position(|pair| pair == b"\n\n") {
            let rest = self.half.split_off(end + 2);
            let event = std::mem::replace(&mut self.half, rest);
            if !dice.percent(self.manners.mad) {
                out.extend(event);
                out.extend(self.swapped.take().unwrap_or_default());
                continue;
            }
            match dice.below(3) {
                0 => {}
                1 => out.extend(event.repeat(2)),
                _ => self.swapped = Some(event),
            }
        }
        out
    }

    /// How many bytes are under way.
    pub(super) fn held(&self) -> usize {
        self.held
    }
}
