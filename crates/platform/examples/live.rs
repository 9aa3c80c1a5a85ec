//! What the live protocol itself costs, without sockets; and beside it what one bare `send` costs on this machine, for
//! the bench that compares the two. Prints a figure on each line: its name, and its value.
//!
//! Costs are processor time of the measuring thread, so that a busy machine gives the same figures as an idle one.
#![expect(clippy::print_stdout, reason = "its output is what it is for")]

use std::hint::black_box;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

use platform::live::{Asked, Drawn, Follower, Limits, Offer, Room, Start};

/// As many as sit in the largest meetings' rooms together.
const FOLLOWERS: usize = 10_000;
const ROOMS: usize = 12;
/// Enough that none has anything under way when its turn comes again.
const SOCKETS: usize = 500;
/// What a delta says: with the frame around it, about 200 bytes.
const SAYS: &str = r#"{"queue":"joined","who":4711,"name":"Amina Diallo","seat":"online","group":"civil-society","place":12,"because":"first come, alternating online and on site","session":"ws-136"}"#;

fn main() -> std::io::Result<()> {
    // Each in a process of its own, so that no memory is there that another part has used.
    match std::env::args().nth(1).as_deref() {
        Some("memory") => println!("follower-bytes {:.0}", follower_bytes()?),
        Some("stalled") => println!("stalled-growth-kib {:.0}", stalled()?),
        _ => {
            println!("send-ns {:.0}", bare_send()?);
            println!("steady-ns {:.1}", steady(1, 200));
            println!("steady-rooms-ns {:.1}", steady(ROOMS, 200));
            println!("private-ns {:.0}", private());
            println!("burst-ns {:.2}", burst());
        }
    }
    Ok(())
}

/// Nanoseconds that this thread has run.
fn ran() -> f64 {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    stat.split(' ').next().and_then(|ns| ns.parse().ok()).unwrap_or_default()
}

/// Bytes of memory that this process holds.
fn held() -> std::io::Result<f64> {
    let status = std::fs::read_to_string("/proc/self/smaps_rollup")?;
    let line = status.lines().find_map(|line| line.strip_prefix("Anonymous:"));
    let kilobytes: Option<f64> = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
    Ok(kilobytes.unwrap_or_default() * 1_024.0)
}

/// What one `send` of such a delta costs on loopback, to one of many sockets after the other, while another thread reads.
fn bare_send() -> std::io::Result<f64> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..SOCKETS {
        let socket = TcpStream::connect(address)?;
        socket.set_nodelay(true)?;
        ours.push(socket);
        theirs.push(listener.accept()?.0);
    }
    let frame = format!("id: 100000\ndata: {{\"n\":100000,\"c\":{SAYS}}}\n\n");
    let mut room = vec![0; frame.len()];
    let reader =
        std::thread::spawn(
            move || {
                while theirs.iter_mut().all(|socket| socket.read_exact(&mut room).is_ok()) {}
            },
        );
    let (rounds, before) = (100, ran());
    for _ in 0..rounds {
        for socket in &mut ours {
            socket.write_all(frame.as_bytes())?;
        }
    }
    let cost = (ran() - before) / f64::from(rounds) / SOCKETS as f64;
    drop(ours);
    reader.join().map_err(|_| std::io::Error::other("the reading thread broke"))?;
    Ok(cost)
}

/// Rooms, and followers at their heads who have been greeted, room by room.
fn crowd(rooms: usize, person: impl Fn(usize) -> Option<u64>) -> Vec<(Room, Vec<Follower>)> {
    let room = |n: usize| {
        let room = Room::new(n as u64, 1, &Start::default(), Limits::USUAL);
        let at = room.locate(&Asked::default());
        let join = |who| Follower::join(&room, at, person(who), 1_000, 0, 9_999);
        let followers = (0..FOLLOWERS / rooms).map(join).collect();
        (room, followers)
    };
    let mut all: Vec<_> = (0..rooms).map(room).collect();
    pass(&mut all, 0, |_| true);
    all
}

/// Draws a small snapshot.
fn draws(number: u64) -> impl FnMut() -> Drawn {
    move || Drawn { number, json: format!("[{SAYS}]") }
}

/// One pass over all followers: each that takes anything is offered what there is, and takes it.
fn pass(all: &mut [(Room, Vec<Follower>)], now: u64, takes: impl Fn(usize) -> bool) {
    let mut offer = Offer::default();
    for (room, followers) in all {
        let mut draw = draws(room.head());
        for (n, one) in followers.iter_mut().enumerate() {
            // To a socket that takes nothing nothing is offered: the system says when it does again.
            if takes(n) {
                room.offer(one, now, &mut draw, &mut offer);
                one.wrote(&offer, black_box(offer.bytes()).len(), now);
            }
        }
    }
}

/// One delta at a time to all: the cost of each delivery.
fn steady(rooms: usize, deltas: u32) -> f64 {
    let mut all = crowd(rooms, |_| None);
    let before = ran();
    for _ in 0..deltas {
        for (room, _) in &mut all {
            room.happened(SAYS);
        }
        pass(&mut all, 1, |_| true);
    }
    let deliveries = f64::from(deltas) * (FOLLOWERS / rooms * rooms) as f64;
    (ran() - before) / deliveries
}

/// The same where each gets something of their own with it: nothing is shared but the frame of the delta.
fn private() -> f64 {
    let mut all = crowd(1, |who| Some(who as u64));
    let (deltas, mut spent) = (20, 0.0);
    for value in 0..deltas {
        let (room, followers) = &mut all[0];
        room.happened(SAYS);
        for who in 0..followers.len() {
            room.own(who as u64, "place", &value.to_string());
        }
        let before = ran();
        pass(&mut all, 1, |_| true);
        spent += ran() - before;
    }
    spent / f64::from(deltas) / FOLLOWERS as f64
}

/// Forty at once to all, in one write for each: the cost of each delta of each follower.
fn burst() -> f64 {
    let mut all = crowd(1, |_| None);
    let (rounds, before) = (20, ran());
    for _ in 0..rounds {
        for _ in 0..40 {
            all[0].0.happened(SAYS);
        }
        pass(&mut all, 1, |_| true);
    }
    (ran() - before) / f64::from(rounds) / 40.0 / FOLLOWERS as f64
}

/// What an idle follower costs, with its share of twelve rooms whose rings are full.
fn follower_bytes() -> std::io::Result<f64> {
    let before = held()?;
    let mut all = crowd(ROOMS, |_| None);
    for _ in 0..2 * Limits::USUAL.deltas_max {
        for (room, _) in &mut all {
            room.happened(SAYS);
        }
        pass(&mut all, 1, |_| true);
    }
    let cost = (held()? - before) / FOLLOWERS as f64;
    black_box(&all);
    Ok(cost)
}

/// By how many KiB memory grows while one of ten takes nothing and 2,000 things happen in each room.
fn stalled() -> std::io::Result<f64> {
    let mut all = crowd(ROOMS, |_| None);
    let happen = |all: &mut Vec<(Room, Vec<Follower>)>, deltas: usize, stalls: bool| {
        for _ in 0..deltas {
            for (room, _) in all.iter_mut() {
                room.happened(SAYS);
            }
            pass(all, 1, |n| !stalls || n % 10 != 0);
        }
    };
    happen(&mut all, 2 * Limits::USUAL.deltas_max, false);
    let before = held()?;
    happen(&mut all, 2_000, true);
    // And then all of them read again, and each gets one snapshot.
    happen(&mut all, 1, false);
    let growth = (held()? - before) / 1_024.0;
    black_box(&all);
    Ok(growth)
}
