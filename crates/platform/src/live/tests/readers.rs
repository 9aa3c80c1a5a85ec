use proptest::prelude::*;

use super::*;
use crate::live::read::{Hello, Reader};

const HELLO: &str = "retry: 900\nevent: hello\ndata: {\"head\":9,\"boot\":\"1\",\"every\":5000,\"e\":0}\n\n";

fn hello(head: u64) -> Said {
    Said::Hello(Hello { head, boot: "1".to_owned(), every: 5_000, e: 0 })
}

fn snapshot(n: u64) -> Said {
    Said::Snapshot(read::Snapshot { n, c: serde_json::Value::Null })
}

proptest! {
    #[test]
    fn a_stream_says_the_same_in_whatever_pieces_it_comes(cuts in prop::collection::vec(0usize..400, 0..12)) {
        let stream = format!("{HELLO}: a comment\r\n\r\nid: 1\r\ndata: {{\"n\":1,\"c\":\"é\"}}\r\n\r\nevent: beat\ndata: no\n\nda");
        let bytes = stream.as_bytes();
        let mut whole = Vec::new();
        Reader::default().take(bytes, &mut |said, retry| whole.push((said, retry)));
        prop_assert_eq!(whole.len(), 3, "what is cut off is not said");
        let (mut reader, mut pieces, mut start) = (Reader::default(), Vec::new(), 0);
        let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut % bytes.len()).collect();
        cuts.sort_unstable();
        for cut in cuts.into_iter().chain([bytes.len()]) {
            reader.take(&bytes[start..cut], &mut |said, retry| pieces.push((said, retry)));
            start = cut;
        }
        prop_assert_eq!(pieces, whole);
    }

    #[test]
    fn whatever_bytes_come_a_client_stands_them(bytes in prop::collection::vec(any::<u8>(), 0..400), lines in "((data|id|event|retry)?:? ?[a-z0-9{}\":,]{0,20}\n){0,30}") {
        let mut client = Client::new(true);
        let _ = client.next(0, 0);
        for piece in [&bytes, lines.as_bytes()] {
            Reader::default().take(piece, &mut |said, retry| client.hear(said, retry, 1, &mut |_| ()));
        }
    }
}

#[test]
fn a_server_that_has_forgotten_is_believed_after_a_while() {
    let mut client = Client::new(false);
    let mut shown = Vec::new();
    let Some(Do::Open(asked)) = client.next(0, 0) else { panic!("it opens a stream") };
    assert!(asked.whole);
    for said in [hello(9), snapshot(9)] {
        client.hear(said, None, 0, &mut |one| shown.push(one));
    }
    assert!(client.is_live());
    // A backup of before was restored: the room stands at 4, and stays there.
    let beat = Said::Beat(read::Beat { head: 4, after: 9, totals: 0, latest: 0, mine: 0 });
    for now in [20_000, 40_000] {
        client.hear(beat.clone(), None, now, &mut |one| shown.push(one));
        assert_eq!(client.next(now, 0), None, "another server may be behind for a moment");
    }
    client.hear(beat, None, 60_000, &mut |one| shown.push(one));
    assert_eq!(client.next(60_000, 0), Some(Do::Close));
    let asked = Asked { whole: true, ..Asked::default() };
    assert_eq!(client.next(60_000, 0), Some(Do::Open(asked)));
    shown.clear();
    for said in [hello(4), snapshot(4)] {
        client.hear(said, None, 60_000, &mut |one| shown.push(one));
    }
    assert!(shown.contains(&Shown::Snapshot(4, serde_json::Value::Null)));
}

#[test]
fn an_idle_poll_asks_twice_a_minute_and_a_lively_one_as_often_as_it_is_told() {
    let mut client = Client::new(false);
    assert!(matches!(client.next(0, 0), Some(Do::Open(_))));
    client.refused(10_000, 0, 0);
    let polls = |client: &mut Client, from: u64, answer: Option<read::Answer>| {
        let mut polls = 0;
        for now in from..from + 60_000 {
            if let Some(Do::Poll(_, poll)) = client.next(now, 0) {
                client.answered(poll, answer.clone(), now, &mut |_| ());
                polls += 1;
            }
        }
        polls
    };
    polls(&mut client, 1_000, None);
    assert_eq!(polls(&mut client, 100_000, None), 2);
    let answer = serde_json::from_str("{\"head\":0,\"boot\":\"1\",\"every\":4000,\"e\":0}").unwrap();
    polls(&mut client, 200_000, Some(answer));
    let answer = serde_json::from_str("{\"head\":0,\"boot\":\"1\",\"every\":4000,\"e\":0}").unwrap();
    assert_eq!(polls(&mut client, 300_000, Some(answer)), 15);
}

#[test]
fn where_no_stream_comes_through_it_polls_and_tries_again_later() {
    let mut client = Client::new(false);
    let (mut streams, mut polls) = (Vec::new(), 0);
    for now in 0..600_000 {
        match client.next(now, now) {
            Some(Do::Open(_)) => streams.push(now),
            Some(Do::Poll(_, poll)) => {
                polls += 1;
                client.answered(poll, None, now, &mut |_| ());
            }
            Some(Do::Close) | None => {}
        }
    }
    assert!(streams.len() >= 4 && streams[2] < 90_000 && streams[3] > 300_000, "{streams:?}");
    assert!(polls > 10, "{polls}");
}
