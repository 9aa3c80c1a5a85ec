//! The site beside pretalx with the same forum in both: 300 sessions in 12 rooms, and 1,000 people.
//!
//! Both are asked by the same clients on the same machine, one after the other, and both are told that gzip is welcome.

mod fixture;
mod peers;

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Result;

use super::load::{self, Load, Measured};
use super::report::{Goal, Report, number};
use super::server::{self, Server};
use super::{Bench, Options, page};
use crate::{demo, shell};
use peers::{Pretalx, Scripts};

pub(super) const BENCH: Bench =
    Bench { name: "web", about: "pages and exports a second, memory and start, beside pretalx's", run };

const CONNECTIONS: usize = 32;
/// For what takes a peer seconds: its two workers are as busy with fewer.
const CONNECTIONS_HEAVY: usize = 8;
/// Exports of the whole programme, by their endings.
const ENDINGS: [&str; 8] = ["ics", "xml", "json", "csv", "xlsx", "jsonld", "atom", "html"];
const STARTS: usize = 5;

fn run(report: &mut Report, options: &Options) -> Result<()> {
    let time = options.span(Duration::from_secs(8));
    let program = demo::build()?;
    let scripts = Scripts::find();
    let (site, peer) = match scripts {
        Ok(scripts) => (Site::of_fixture(program, &scripts)?, Pretalx::start(scripts)),
        Err(why) => (Site::of_demo(program)?, Err(why)),
    };
    let peer = peer.map_err(|why| report.skip("pretalx, and with it every ratio", format!("{why:#}"))).ok();
    let (ours, cold) = site.start()?;
    let compared = compare(report, &ours, peer.as_ref(), &site, time)?;
    let table: Vec<Vec<String>> = compared.iter().map(Row::cells).collect();
    let head = [
        "visit",
        "clients",
        "theirs/s",
        "p99 ms",
        "bytes",
        "ours/s",
        "p99 ms",
        "bytes",
        "of what we can ask",
    ];
    report.table("visits a second; bytes of a visit's bodies as they travelled", &head, &table);
    compared.iter().for_each(|row| row.figures(report));
    if let Some(peer) = &peer {
        let (theirs, processes) = peer.memory();
        let own = server::vitals(ours.id()).map_or(0, |vitals| vitals.memory);
        println!(
            "\nmemory after the load: theirs {} MiB in {processes} processes, ours {} MiB in one",
            theirs >> 10,
            own >> 10
        );
        report.figure("web-memory-of-peers", own as f64 / theirs as f64, "times", Goal::AtMost(0.1));
    } else if let Some(own) = server::vitals(ours.id()) {
        println!("\nmemory after the load: ours {} MiB", own.memory >> 10);
    }
    report.figure("web-cold-start", cold, "ms", Goal::Below(300.0));
    weights(report, &ours, &site)
}

/// Our site: which program serves what.
struct Site {
    program: PathBuf,
    data: PathBuf,
    forum: &'static str,
    meeting: &'static str,
    days: Vec<String>,
}

impl Site {
    fn of_fixture(program: PathBuf, scripts: &Scripts) -> Result<Site> {
        let fixture = scripts.fixture()?;
        let data = server::empty_folder("bench/web")?;
        server::forum(&program, &data, fixture::FORUM, &fixture::command(&fixture)?)?;
        let days = fixture::days(&fixture)?;
        Ok(Site { program, data, forum: fixture::FORUM, meeting: fixture::MEETING, days })
    }

    /// Where there are no peers: a demo of the same size.
    fn of_demo(program: PathBuf) -> Result<Site> {
        let data = server::empty_folder("bench/web-demo")?;
        let size = ["--people", "1000", "--sessions", "300"];
        drop(demo::Demo::start_with(&program, &data, &size)?);
        let days = (8..=12).map(|day| format!("2023-10-{day:02}")).collect();
        Ok(Site { program, data, forum: "igf", meeting: "kyoto-2023", days })
    }

    /// A served site, and the median of some cold starts in milliseconds.
    fn start(&self) -> Result<(Server, f64)> {
        let mut took = Vec::new();
        let path = self.day(0);
        let server = loop {
            let server = Server::start(&self.program, &self.data, &path)?;
            took.push(server.cold.as_secs_f64() * 1_000.0);
            if took.len() == STARTS {
                break server;
            }
        };
        let rows: Vec<Vec<String>> = took.iter().map(|ms| vec![format!("{ms:.0} ms")]).collect();
        println!("\nfrom the start of the process to its first page: {}", rows.concat().join(", "));
        took.sort_by(f64::total_cmp);
        Ok((server, took[STARTS / 2]))
    }

    fn programme(&self) -> String {
        format!("/{}/meetings/{}/programme", self.forum, self.meeting)
    }

    /// A day of the programme; every session of it stands there.
    fn day(&self, day: usize) -> String {
        format!("{}/{}", self.programme(), self.days[day])
    }
}

/// What was asked of both, and how often each could answer.
struct Row {
    name: String,
    goals: Vec<Compared>,
    connections: usize,
    theirs: Option<Measured>,
    ours: Measured,
    ceiling: f64,
}

/// What is compared, and by how many times we should be ahead.
#[derive(Clone, Copy)]
enum Compared {
    Rate(f64),
    Slowest(f64),
}

impl Row {
    fn cells(&self) -> Vec<String> {
        let shown = |seen: Option<&Measured>| match seen {
            Some(seen) if seen.failures > 0 => {
                [format!("{} failed", seen.failures), String::new(), String::new()]
            }
            Some(seen) => [number(seen.rate), format!("{:.1}", seen.within(0.99)), seen.bytes.to_string()],
            None => ["-".into(), "-".into(), "-".into()],
        };
        let (theirs, ours) = (shown(self.theirs.as_ref()), shown(Some(&self.ours)));
        let share = format!("{:.0} %", 100.0 * self.ours.rate / self.ceiling);
        let start = vec![self.name.clone(), self.connections.to_string()];
        [start, theirs.to_vec(), ours.to_vec(), vec![share]].concat()
    }

    fn figures(&self, report: &mut Report) {
        let Some(theirs) = &self.theirs else {
            report.figure(&format!("web-{}", self.name), self.ours.rate, "visits/s", Goal::AtLeast(1.0));
            return;
        };
        for compared in &self.goals {
            let (name, times, goal) = match compared {
                Compared::Rate(goal) => ("rate-over-peer", self.ours.rate / theirs.rate, *goal),
                Compared::Slowest(goal) => {
                    ("p99-under-peer", theirs.within(0.99) / self.ours.within(0.99), *goal)
                }
            };
            report.figure(&format!("web-{}-{name}", self.name), times, "times", Goal::AtLeast(goal));
        }
    }
}

/// Asks both for everything in turn.
fn compare(
    report: &mut Report,
    ours: &Server,
    peer: Option<&Pretalx>,
    site: &Site,
    time: Duration,
) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    let both =
        |name: &str, paths: &[String], theirs: &[&str], connections, goals: &[Compared]| -> Result<Row> {
            let visit: Vec<String> = theirs.iter().map(|path| (*path).to_owned()).collect();
            let load = |host, visit| load::run(&Load { host, visit, connections, time });
            let theirs = peer.map(|_| load(Pretalx::HOST, &visit)).transpose()?;
            let ours = load(&ours.host, paths)?;
            let bytes = usize::try_from(ours.bytes)? / paths.len();
            let ceiling = load::ceiling(connections, bytes, time / 4)? / paths.len() as f64;
            Ok(Row { name: name.to_owned(), goals: goals.to_vec(), connections, theirs, ours, ceiling })
        };
    let programme = [Compared::Rate(200.0), Compared::Slowest(50.0)];
    let days: Vec<String> = (0..site.days.len()).map(|day| site.day(day)).collect();
    rows.push(both("programme", &days[..1], Pretalx::PROGRAMME, CONNECTIONS, &programme)?);
    rows.push(both("programme-of-all-days", &days, Pretalx::PROGRAMME, CONNECTIONS, &programme)?);
    // A choice of zone in the address is answered with a cookie: such a page is made for one reader alone.
    let alone = [format!("{}?zone=Africa/Bamako", days[0])];
    rows.push(both("programme-made-for-each-reader", &alone, Pretalx::PROGRAMME, CONNECTIONS, &programme)?);
    let list = [format!("/{}/people", site.forum)];
    rows.push(both("people", &list, Pretalx::PEOPLE, CONNECTIONS_HEAVY, &[Compared::Rate(500.0)])?);
    for ending in ENDINGS {
        let path = [format!("{}.{ending}", site.programme())];
        if let Err(why) = super::http::get(&ours.host, &path[0]) {
            report.skip(&format!("the export .{ending}"), format!("{why:#}"));
            continue;
        }
        // What pretalx has no word for is held against the fastest that it has.
        let known = Pretalx::EXPORTS.iter().find(|(theirs, _)| *theirs == ending);
        let (_, theirs) = known.unwrap_or(&Pretalx::EXPORTS[0]);
        let name = format!("export-{ending}");
        rows.push(both(&name, &path, &[theirs], CONNECTIONS_HEAVY, &[Compared::Rate(500.0)])?);
    }
    Ok(rows)
}

/// What the first visit to each kind of page for readers loads.
fn weights(report: &mut Report, ours: &Server, site: &Site) -> Result<()> {
    let forum = format!("/{}", site.forum);
    let day = super::http::text(&super::http::get(&ours.host, &site.day(0))?)?;
    let first = |part: &str| {
        let at = day.find(&format!("{forum}{part}"))?;
        day[at..].split(['"', '?', '#']).next().map(str::to_owned)
    };
    let sessions = format!("/meetings/{}/sessions/", site.meeting);
    let pages = [
        ("front", Some(forum.clone())),
        ("meeting", Some(format!("{forum}/meetings/{}", site.meeting))),
        ("day", Some(site.day(0))),
        ("session", first(&sessions)),
        ("people", Some(format!("{forum}/people"))),
        ("person", Some(format!("{forum}/people/1"))),
        ("organisations", Some(format!("{forum}/organisations"))),
        ("search", Some(format!("{forum}/search?q=access"))),
    ];
    for (name, path) in pages {
        let Some(path) = path else {
            report.skip(name, "no page of this kind is linked from the first day");
            continue;
        };
        let weight = page::weigh(&ours.host, &path)?;
        report.figure(
            &format!("web-first-visit-{name}"),
            weight.bytes as f64,
            "bytes",
            Goal::AtMost(page::BYTES_MAX),
        );
    }
    println!("\ndata of the site: {}", site.data.strip_prefix(shell::root()).unwrap_or(&site.data).display());
    Ok(())
}
