//! Letters over a real socket, into a real folder, and what nobody can smuggle into them.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::sink::{Mood, Sink};
use super::{
    Attachment, Courier, Letter, Pace, Post, PostFull, Trouble, Way, forget_waiting, is_address, outbox,
    unlinked,
};

const PATIENCE: Duration = Duration::from_millis(200);

fn letter(to: &str) -> Letter {
    Letter {
        of: "igf".into(),
        to: to.into(),
        subject: "رابط الدخول".into(),
        text: "Open this page:\n\nhttps://forum.example/igf/sign-in/00\n".into(),
        language: "ar".into(),
        until: Timestamp::now().checked_add(SignedDuration::from_hours(1)).unwrap(),
        id: None,
        attachment: None,
    }
}

fn courier(url: &str) -> Courier {
    Courier::new(&Way::Smtp(url.to_owned()), "Forum <forum@example.org>", PATIENCE).unwrap()
}

fn post(url: &str) -> Post {
    let pace = Pace { pauses: vec![Duration::from_millis(10)], ..Pace::default() };
    Post::start(courier(url), pace, None).unwrap()
}

#[test]
fn a_letter_arrives_whole_and_says_that_a_machine_wrote_it() {
    let sink = Sink::start(&[]);
    courier(&sink.url).deliver(&letter("amina@example.org")).unwrap();
    let got = sink.wait_for(1).remove(0);
    assert_eq!(got.to, ["amina@example.org"]);
    for line in [
        "From: Forum <forum@example.org>",
        "To: amina@example.org",
        "Auto-Submitted: auto-generated",
        "Content-Language: ar",
        "https://forum.example/igf/sign-in/00",
    ] {
        assert!(got.data.lines().any(|found| found == line), "{line} in {}", got.data);
    }
}

#[test]
fn a_server_that_is_difficult_is_tried_again_until_it_takes_the_letter() {
    for mood in [Mood::Postpones, Mood::Drops, Mood::Hangs] {
        let sink = Sink::start(&[mood, mood]);
        let post = post(&sink.url);
        post.send(letter("amina@example.org")).unwrap();
        assert_eq!(sink.wait_for(1)[0].to, ["amina@example.org"], "{mood:?}");
        post.stop(Duration::from_secs(5));
        assert_eq!(sink.got().len(), 1, "{mood:?}: once");
    }
}

#[test]
fn a_server_that_is_not_there_yet_gets_all_letters_when_it_comes() {
    let address = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let url = format!("smtp://{address}");
    assert!(matches!(courier(&url).deliver(&letter("a@example.org")), Err(Trouble::Down(_))));
    let post = post(&url);
    (0..3).for_each(|n| post.send(letter(&format!("{n}@example.org"))).unwrap());
    std::thread::sleep(Duration::from_millis(50));
    let mut to: Vec<_> = Sink::at(&address, &[]).wait_for(3).into_iter().flat_map(|got| got.to).collect();
    to.sort();
    assert_eq!(to, ["0@example.org", "1@example.org", "2@example.org"]);
}

#[test]
fn an_address_that_is_refused_for_good_is_given_up_and_keeps_nobody_waiting() {
    let sink = Sink::start(&[Mood::Refuses]);
    let post = post(&sink.url);
    post.send(letter("nobody@example.org")).unwrap();
    post.send(letter("amina@example.org")).unwrap();
    assert_eq!(sink.wait_for(1)[0].to, ["amina@example.org"]);
    let refused = Sink::start(&[Mood::Refuses]);
    let told = courier(&refused.url).deliver(&letter("nobody@example.org"));
    assert_eq!(told, Err(Trouble::ForGood("the mail server refuses the letter (550)".into())));
}

#[test]
fn letters_share_a_connection() {
    let sink = Sink::start(&[]);
    let post = post(&sink.url);
    (0..50).for_each(|n| post.send(letter(&format!("{n}@example.org"))).unwrap());
    assert_eq!(sink.wait_for(50).len(), 50);
    assert!(sink.connections() <= 2, "{}", sink.connections());
}

#[test]
fn beyond_its_limit_the_post_says_no_at_once() {
    let sink = Sink::start(&[Mood::Hangs; 100]);
    let slow = Courier::new(&Way::Smtp(sink.url.clone()), "f@example.org", Duration::from_secs(60)).unwrap();
    let post = Post::start(slow, Pace { queue_max: 3, ..Pace::default() }, None).unwrap();
    let sent: Vec<_> = (0..10).map(|_| post.send(letter("a@example.org"))).collect();
    assert_eq!(sent[9], Err(PostFull));
    assert!(sent.iter().filter(|sent| sent.is_ok()).count() <= 4);
}

#[test]
fn a_letter_that_is_of_no_use_any_more_is_not_sent() {
    let sink = Sink::start(&[]);
    let post = post(&sink.url);
    post.send(Letter { until: Timestamp::now(), ..letter("late@example.org") }).unwrap();
    post.send(letter("amina@example.org")).unwrap();
    assert_eq!(sink.wait_for(1)[0].to, ["amina@example.org"]);
}

#[test]
fn nothing_in_a_letter_begins_another_header_or_reaches_another_address() {
    let sink = Sink::start(&[]);
    let courier = courier(&sink.url);
    let evil = "Hello\r\nBcc: all@example.org\r\n\r\n<b>bold</b>\u{2028}x";
    for to in [
        "a@example.org\r\nBcc: b@example.org",
        "a@example.org, b@example.org",
        "a b@example.org",
        "",
        "<a@b>",
    ] {
        assert!(!is_address(to), "{to:?}");
        assert!(matches!(courier.deliver(&letter(to)), Err(Trouble::ForGood(_))), "{to:?}");
    }
    let text = format!("{evil}\r\n.\r\nMAIL FROM:<x@y>\r\n");
    courier.deliver(&Letter { subject: evil.into(), text, ..letter("amina@example.org") }).unwrap();
    courier.deliver(&letter("bruno@example.org")).unwrap();
    let got = sink.wait_for(2);
    assert_eq!(
        (&got[0].to[..], &got[1].to[..]),
        (&["amina@example.org".to_owned()][..], &["bruno@example.org".to_owned()][..])
    );
    let (head, _) = got[0].data.split_once("\r\n\r\n").unwrap();
    let names: Vec<&str> = head
        .lines()
        .filter(|line| !line.starts_with(' '))
        .map(|line| line.split(':').next().unwrap())
        .collect();
    assert!(!names.contains(&"Bcc"), "{head}");
    assert!(names.contains(&"Subject") && got[0].data.contains("text/plain"), "{head}");
}

#[test]
fn what_somebody_wrote_is_no_link_in_a_letter() {
    let quiet = unlinked("[click](https://evil.example/x) @all\r\nwww.evil.example a@b.example");
    for part in ["https:/", "evil.e", "www.e", "a@b", "\r", "\n"] {
        assert!(!quiet.contains(part), "{part:?} in {quiet}");
    }
    assert_eq!(
        quiet.replace('\u{2060}', ""),
        "[click](https://evil.example/x) @all www.evil.example a@b.example"
    );
    assert_eq!(unlinked("IGF 2023. Kyoto"), "IGF 2023. Kyoto");
}

#[test]
fn without_smtp_letters_lie_in_the_outbox_of_their_forum_for_its_owner_only() {
    let folder = tempfile::tempdir().unwrap();
    let box_ = folder.path().join("outbox");
    let courier = Courier::new(&Way::Outbox(box_.clone()), "forum@example.org", PATIENCE).unwrap();
    assert_eq!(outbox::list(&box_, "igf", 10).unwrap().len(), 0);
    courier.deliver(&letter("amina@example.org")).unwrap();
    courier.deliver(&letter("bruno@example.org")).unwrap();
    courier.deliver(&Letter { of: "wsis".into(), ..letter("carla@example.org") }).unwrap();
    assert!(courier.deliver(&Letter { of: "../x".into(), ..letter("carla@example.org") }).is_err());
    let kept = outbox::list(&box_, "igf", 10).unwrap();
    let to: Vec<&str> = kept.iter().map(|kept| kept.to.as_str()).collect();
    assert_eq!(to, ["bruno@example.org", "amina@example.org"], "the newest first");
    assert_eq!(kept[0].text, letter("x@y.z").text);
    let long = format!("https://forum.example/igf/sign-in/0?next=/igf/{}\n", "é".repeat(300));
    courier.deliver(&Letter { text: long.clone(), ..letter("amina@example.org") }).unwrap();
    assert_eq!(
        outbox::list(&box_, "igf", 1).unwrap()[0].text,
        long,
        "as it is, however long and in whatever script"
    );
    assert_eq!(outbox::list(&box_, "../outbox/igf", 10).unwrap().len(), 0);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&box_), mode(&box_.join("igf").join(&kept[0].file))), (0o700, 0o600));
    }
}

#[test]
fn letters_that_wait_survive_a_restart_and_those_of_the_forgotten_do_not() {
    let folder = tempfile::tempdir().unwrap();
    let drawer = folder.path().join("waiting");
    let address = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let start = || {
        let pace = Pace { pauses: vec![Duration::from_millis(10)], ..Pace::default() };
        Post::start(courier(&format!("smtp://{address}")), pace, Some(drawer.clone())).unwrap()
    };
    let files = || std::fs::read_dir(&drawer).map_or(0, Iterator::count);
    let post = start();
    for to in ["amina@example.org", "bruno@example.org", "carla@example.org"] {
        post.send(letter(to)).unwrap();
    }
    post.stop(Duration::from_secs(5));
    assert_eq!(files(), 3);
    let again = start();
    forget_waiting(&drawer, "igf", "BRUNO@example.org");
    assert_eq!(files(), 2);
    let sink = Sink::at(&address, &[]);
    let mut to: Vec<_> = sink.wait_for(2).into_iter().flat_map(|got| got.to).collect();
    to.sort();
    assert_eq!(to, ["amina@example.org", "carla@example.org"]);
    again.stop(Duration::from_secs(5));
    assert_eq!((files(), sink.got().len()), (0, 2), "what has arrived is not kept, and nothing comes twice");
    drop(start());
    std::fs::write(drawer.join("torn.json"), "{").unwrap();
    start().stop(Duration::from_secs(5));
    assert_eq!(files(), 0, "what is no letter is let go of");
}

#[test]
fn letters_behind_one_that_hangs_are_put_away_at_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let drawer = folder.path().join("waiting");
    let sink = Sink::start(&[Mood::Hangs, Mood::Hangs, Mood::Hangs]);
    let slow =
        Courier::new(&Way::Smtp(sink.url.clone()), "forum@example.org", Duration::from_secs(30)).unwrap();
    let post = Post::start(slow, Pace::default(), Some(drawer.clone())).unwrap();
    (0..4).for_each(|n| post.send(letter(&format!("{n}@example.org"))).unwrap());
    std::thread::sleep(Duration::from_millis(200));
    post.stop(Duration::from_millis(50));
    assert_eq!(std::fs::read_dir(&drawer).unwrap().count(), 3, "all but the one that is on its way");
}

#[test]
fn more_letters_than_may_wait_are_written_down_at_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let drawer = folder.path().join("waiting");
    let address = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let pace = Pace { waiting_max: 2, pauses: vec![Duration::from_secs(60)], ..Pace::default() };
    let post = Post::start(courier(&format!("smtp://{address}")), pace, Some(drawer.clone())).unwrap();
    (0..6).for_each(|n| post.send(letter(&format!("{n}@example.org"))).unwrap());
    std::thread::sleep(Duration::from_millis(50));
    post.stop(Duration::from_secs(5));
    assert_eq!(std::fs::read_dir(&drawer).unwrap().count(), 6, "those that wait, and those behind them");
    let sink = Sink::at(&address, &[]);
    let again = Post::start(courier(&sink.url), Pace::default(), Some(drawer)).unwrap();
    assert_eq!(sink.wait_for(6).len(), 6);
    again.stop(Duration::from_secs(5));
}

#[test]
fn to_forget_somebody_disturbs_no_letter_that_is_being_written() {
    let folder = tempfile::tempdir().unwrap();
    let drawer = super::drawer::Drawer::new(folder.path().to_owned());
    let name = drawer.put(&letter("amina@example.org")).unwrap();
    let half = folder.path().join("00000000000000000001-half.json.part");
    std::fs::write(&half, "{\"of\": \"igf\", \"to\": \"bruno@exam").unwrap();
    drawer.forget("igf", "amina@example.org");
    assert!(!drawer.has(&name) && half.exists());
    assert_eq!(drawer.found(9).len(), 0);
    assert!(!half.exists(), "what a process did not finish is let go of when the next begins");
}

#[cfg(unix)]
#[test]
fn a_letter_that_waits_can_be_read_by_its_keeper_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let drawer = super::drawer::Drawer::new(folder.path().join("waiting"));
    let name = drawer.put(&letter("amina@example.org")).unwrap();
    let mode = |path: std::path::PathBuf| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let waiting = folder.path().join("waiting");
    assert_eq!((mode(waiting.clone()), mode(waiting.join(name))), (0o700, 0o600));
}

#[test]
fn whoever_is_forgotten_leaves_no_letter_in_the_outbox() {
    let folder = tempfile::tempdir().unwrap();
    let courier = Courier::new(&Way::Outbox(folder.path().into()), "forum@example.org", PATIENCE).unwrap();
    for (of, to) in
        [("igf", "amina@example.org"), ("igf", "bruno@example.org"), ("wsis", "amina@example.org")]
    {
        courier.deliver(&Letter { of: of.into(), ..letter(to) }).unwrap();
    }
    // Longer than what is shown, and cut within a character.
    for ahead in ["", "x"] {
        let text = format!("{ahead}{}", "é".repeat(40_000));
        courier.deliver(&Letter { text, ..letter("amina@example.org") }).unwrap();
    }
    outbox::forget(folder.path(), "igf", "AMINA@example.org");
    assert_eq!(std::fs::read_dir(folder.path().join("igf")).unwrap().count(), 1);
    let to =
        |of| outbox::list(folder.path(), of, 9).unwrap().into_iter().map(|kept| kept.to).collect::<Vec<_>>();
    assert_eq!(to("igf"), ["bruno@example.org"]);
    assert_eq!(to("wsis"), ["amina@example.org"], "another forum's letters are its own");
}

#[test]
fn a_file_comes_with_a_letter_and_the_outbox_shows_what_was_written() {
    let file = Attachment {
        name: "autumn.ics".into(),
        media_type: "text/calendar; charset=utf-8".into(),
        bytes: "BEGIN:VCALENDAR\r\nSUMMARY:京都\r\nEND:VCALENDAR\r\n".into(),
    };
    let id = Some("<1@forum.example>".to_owned());
    let with = Letter { id, attachment: Some(file), ..letter("amina@example.org") };
    let sink = Sink::start(&[]);
    courier(&sink.url).deliver(&with).unwrap();
    let sent = sink.wait_for(1).remove(0).data;
    for part in ["multipart/mixed", "text/calendar", "autumn.ics", "Message-ID: <1@forum.example>"] {
        assert!(sent.contains(part), "{part}: {sent}");
    }
    let folder = tempfile::tempdir().unwrap();
    let courier = Courier::new(&Way::Outbox(folder.path().into()), "forum@example.org", PATIENCE).unwrap();
    courier.deliver(&with).unwrap();
    assert_eq!(outbox::list(folder.path(), "igf", 1).unwrap()[0].text.trim(), with.text.trim());
}
