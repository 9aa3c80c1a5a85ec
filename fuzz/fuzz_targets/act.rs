//! Any bytes as a stored act with any side texts: read or refused, never a panic; what is read is applied.
#![no_main]

use forum::words::{SideText, decode};
use forum::{Act, Actor, Forum, Stamp};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // The first byte says how many texts lie beside the act, and which of them were erased.
    let Some((kinds, act)) = bytes.split_first() else { return };
    let side = |n: u8| (kinds >> n & 1 == 1).then(|| SideText { salt: [n; 16], text: n.to_string() });
    let Ok(act) = decode::<Act>(act, (0..kinds & 3).map(side).collect()) else { return };
    let at = "2023-06-01T00:00:00Z".parse().expect("a time");
    let mut forum = Forum::default();
    for seq in 1..=2 {
        forum.apply(&Stamp { seq, at, by: Actor::Secretariat }, &act);
    }
    forum.digest();
});
