//! The bytes, exactly as `wire` describes them: the page's script reads the same.

use super::*;
use crate::live::read;

fn offered(room: &mut Room, asked: &Asked, person: Option<Person>, now: u64) -> String {
    let at = room.locate(asked);
    let one = Follower::join(room, at, person, 3_170, 0, 0);
    let mut offer = Offer::default();
    room.offer(&one, now, &mut || Drawn { number: 2, json: "{\"queue\":[]}".to_owned() }, &mut offer);
    String::from_utf8(offer.bytes().to_vec()).unwrap()
}

#[test]
fn a_stream_says_this() {
    let mut room = room(2);
    room.counted("q7", 12);
    room.latest("online", "812");
    room.own(5, "place", "3");
    room.tick(0);
    let asked = Asked { whole: true, own: true, ..Asked::default() };
    let stream = offered(&mut room, &asked, Some(5), Limits::USUAL.beat_every);
    let expected = "retry: 3170\nevent: hello\ndata: {\"head\":2,\"boot\":\"9f3c\",\"every\":5000,\"e\":0}\n\n\
        id: 2\nevent: snapshot\ndata: {\"n\":2,\"c\":{\"queue\":[]}}\n\n\
        event: totals\ndata: {\"at\":2,\"from\":0,\"upto\":1,\"c\":{\"q7\":12}}\n\n\
        event: latest\ndata: {\"at\":2,\"from\":0,\"upto\":1,\"c\":{\"online\":812}}\n\n\
        event: mine\ndata: {\"at\":2,\"from\":0,\"upto\":1,\"c\":{\"place\":3}}\n\n\
        event: beat\ndata: {\"head\":2,\"after\":2,\"totals\":1,\"latest\":1,\"mine\":1}\n\n";
    assert_eq!(stream, expected);
    assert_eq!(
        offered(&mut room, &Asked { totals: 1, latest: 1, boot: 0x9f3c, ..after(1) }, None, 0),
        "retry: 3170\nevent: hello\ndata: {\"head\":2,\"boot\":\"9f3c\",\"every\":5000,\"e\":0}\n\n\
         id: 2\ndata: {\"n\":2,\"c\":{\"say\":2}}\n\n"
    );
    assert_eq!(&*Room::farewell(700), b"retry: 700\nevent: bye\ndata: {\"back\":700}\n\n");
}

#[test]
fn a_poll_is_answered_with_this() {
    let mut room = room(2);
    room.counted("q7", 12);
    room.tick(0);
    let about = "\"head\":2,\"boot\":\"9f3c\",\"every\":5000,\"e\":0";
    let answer = room.poll(&after(1), None, &mut draws_none);
    let totals = "\"totals\":{\"at\":2,\"from\":0,\"upto\":1,\"c\":{\"q7\":12}}";
    let json = format!("{{{about},\"deltas\":[{{\"n\":2,\"c\":{{\"say\":2}}}}],{totals}}}");
    assert_eq!((answer.json, answer.keep), (Some(json), Keep::Shortly));
    let nothing = room.poll(&Asked { totals: 1, ..after(2) }, None, &mut draws_none);
    assert_eq!((nothing.json, nothing.keep), (None, Keep::Shortly));
    let own = room.poll(&Asked { totals: 1, own: true, ..after(2) }, Some(5), &mut draws_none);
    assert_eq!(own.keep, Keep::Nobody);
}

#[test]
fn a_full_block_is_the_same_for_ever() {
    let mut room = room(63);
    assert_eq!(room.poll(&after(0), None, &mut draws_none).keep, Keep::Shortly);
    room.happened("64");
    let block = room.poll(&after(60), None, &mut draws_none);
    assert_eq!(block.keep, Keep::Forever);
    let deltas: Vec<String> =
        [61, 62, 63].iter().map(|n| format!("{{\"n\":{n},\"c\":{{\"say\":{n}}}}}")).collect();
    let json = format!("{{\"e\":0,\"more\":true,\"deltas\":[{},{{\"n\":64,\"c\":64}}]}}", deltas.join(","));
    assert_eq!(block.json, Some(json));
    for _ in 0..500 {
        room.happened("1");
        room.counted("q", 1);
        room.tick(room.head() * 1_000);
        assert_eq!(room.poll(&after(60), None, &mut draws_none), block);
    }
    let same = room.poll(&Asked { own: true, ..after(60) }, Some(5), &mut draws_none);
    assert_eq!(same, block, "it holds nothing of anybody");
    room.erased(62, "null");
    let changed = room.poll(&Asked { edition: 1, ..after(60) }, None, &mut draws_none);
    assert!(changed.json.unwrap().contains("{\"n\":62,\"c\":null}"));
    assert_eq!(
        room.poll(&after(60), None, &mut draws_none).keep,
        Keep::Shortly,
        "the old address is kept no more"
    );
}

#[test]
fn a_delta_is_one_line_of_at_most_a_kilobyte_whatever_is_said() {
    let mut room = room(0);
    room.happened("{\n  \"a\":\r\n 1 }");
    room.happened(&format!("\"{}\"", "x".repeat(2_000)));
    room.latest("a\"b", "\"c\"");
    room.tick(0);
    let stream = offered(&mut room, &after(0), None, 0);
    let (mut reader, mut said) = (read::Reader::default(), Vec::new());
    reader.take(stream.as_bytes(), &mut |one, _| said.push(one));
    let delta = |n, c, again| Said::Delta(read::Delta { n, c, again });
    assert_eq!(
        said[1..3],
        [delta(1, serde_json::json!({"a": 1}), false), delta(2, serde_json::Value::Null, true)]
    );
    assert!(matches!(&said[3], Said::Latest(values) if values.c["a\"b"] == "c"));
    let longest = stream.split_inclusive("\n\n").map(str::len).max();
    assert!(longest <= Some(1_024), "{longest:?}");
}

#[test]
fn where_a_client_is_goes_there_and_back_and_nonsense_is_nothing() {
    let asked = Asked {
        after: 41,
        whole: false,
        own: true,
        totals: 17,
        boot: 0x9f3c,
        latest: 88,
        mine: 5,
        edition: 2,
    };
    assert_eq!(asked.query(), "after=41&totals=17&latest=88&mine=5&boot=9f3c&own=1&e=2");
    for asked in [asked, Asked { whole: true, ..asked }, Asked { whole: true, ..Asked::default() }, after(0)]
    {
        assert_eq!(Asked::read(&asked.query(), None), asked);
    }
    let nothing = Asked { whole: true, ..Asked::default() };
    for nonsense in
        ["", "after=-1", "after=99999999999999999999", "after=x&totals=&boot=zz&e=é", "&&==&after"]
    {
        assert_eq!(Asked::read(nonsense, Some("<script>")), nothing, "{nonsense}");
    }
    assert_eq!(Asked::read("after=3", Some("7")), after(7), "what the browser says is newer");
    let mut room = room(3);
    let far = offered(&mut room, &after(u64::MAX), None, 0);
    assert_eq!(far.matches("event:").count(), 1, "who claims to know more than there is waits: {far}");
}
