#![expect(clippy::print_stdout, reason = "a figure is for whoever asks for it")]

use std::sync::Arc;

use super::*;

#[test]
fn a_follower_costs_half_a_kilobyte_with_its_share_of_the_largest_ring() {
    // 10,000 followers in 12 rooms, every ring full, each room with a snapshot of 20 KB.
    let rooms = 12 * (Limits::USUAL.bytes_max + 20 * 1_024);
    let slots = 12 * Limits::USUAL.deltas_max * size_of::<(Frame, u64)>();
    let each = size_of::<Follower>() + (rooms + slots) / 10_000;
    let own = size_of::<Follower>();
    println!("a follower has {own} bytes of its own, {each} with its share of its room");
    assert!(own <= 160 && each <= 512, "{own}, {each}");
}

#[test]
fn all_that_piled_up_goes_out_in_one_write() {
    let mut room = room(40);
    let mut one = follower(&mut room, &after(0));
    let mut offer = Offer::default();
    room.offer(&one, 0, &mut draws_none, &mut offer);
    assert_eq!(offer.bytes().windows(4).filter(|window| window == b"id: ").count(), 40);
    one.wrote(&offer, offer.bytes().len(), 0);
    assert_eq!(one.position().after, 40);
    room.offer(&one, 0, &mut draws_none, &mut offer);
    assert!(offer.bytes().is_empty());
}

#[test]
fn a_thousand_followers_at_one_place_share_one_offer() {
    let mut room = room(10);
    let mut all: Vec<Follower> = (0..1_000).map(|_| follower(&mut room, &after(10))).collect();
    room.happened("1");
    let mut offer = Offer::default();
    for one in &mut all {
        room.offer(one, 1, &mut draws_none, &mut offer);
        one.wrote(&offer, offer.bytes().len(), 1);
    }
    assert!(all.iter().all(|one| one.position().after == 11));
    assert_eq!(offer.made(), 1);
}

#[test]
fn a_stalled_reader_holds_one_shared_frame_and_then_gets_one_snapshot() {
    let mut room = room(5);
    let mut one = follower(&mut room, &after(4));
    let mut offer = Offer::default();
    room.offer(&one, 0, &mut draws_none, &mut offer);
    let frame = Arc::downgrade(offer.frame(0));
    one.wrote(&offer, 7, 0);
    for n in 0..100_000 {
        room.happened(&format!("{n}"));
        assert!(room.held() <= Limits::USUAL.bytes_max as u64);
    }
    offer.clear();
    assert_eq!(frame.strong_count(), 1, "the room has forgotten it; one follower has not");
    let head = room.head();
    room.offer(&one, 1, &mut || Drawn { number: head, json: "{}".to_owned() }, &mut offer);
    let text = String::from_utf8(offer.bytes().to_vec()).unwrap();
    assert!(text.starts_with("ata: {\"n\":5,"), "it begins where it was torn: {text}");
    assert_eq!(text.matches("event: snapshot").count(), 1);
    assert_eq!(text.matches("id: ").count(), 1);
    assert!(!one.is_gone(&Limits::USUAL, 119_000) && one.is_gone(&Limits::USUAL, 121_000));
}

#[test]
fn a_crowd_that_votes_costs_a_few_frames_a_second() {
    let mut room = room(1);
    let mut one = follower(&mut room, &after(1));
    let (mut offer, mut frames) = (Offer::default(), 0);
    for now in 0..10_000 {
        room.counted("q7", now);
        room.latest("online", &now.to_string());
        let now = u64::try_from(now).unwrap();
        if room.tick(now) {
            room.offer(&one, now, &mut draws_none, &mut offer);
            frames += offer.bytes().windows(2).filter(|window| window == b"\n\n").count();
            one.wrote(&offer, offer.bytes().len(), now);
        }
    }
    assert!((50..=70).contains(&frames), "{frames} frames in ten seconds");
}
