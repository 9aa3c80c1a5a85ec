//! The real binary as a test sees it: started on a free port, asked over HTTP, ended or killed by its own id.

pub(crate) mod story;

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Where a server's forums lie.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The data folder, as an argument.
    pub(crate) data: String,
    /// The PostgreSQL database, if the forums do not lie in the folder.
    pub(crate) database: Option<String>,
}

impl Place {
    /// Forums as files in a folder.
    pub(crate) fn folder(folder: &Path) -> Place {
        Place { data: folder.display().to_string(), database: None }
    }

    fn arguments(&self) -> Vec<&str> {
        let database = self.database.iter().flat_map(|url| ["--database", url]);
        ["--data", &self.data].into_iter().chain(database).collect()
    }

    /// What whoever runs the forum shows to the API.
    pub(crate) fn token(&self) -> String {
        std::fs::read_to_string(Path::new(&self.data).join("token")).unwrap().trim().to_owned()
    }
}

/// The binary under test with arguments.
pub(crate) fn hemicycle(place: &Place, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.args(arguments).args(place.arguments()).stdin(Stdio::null());
    command
}

/// Runs a command of the command line to its end: whether it succeeded, and what it said.
pub(crate) fn run(place: &Place, arguments: &[&str]) -> (bool, String) {
    let output = hemicycle(place, arguments).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(said).unwrap())
}

/// A running server.
pub(crate) struct Server {
    child: Child,
    /// `http://address:port`, without a slash at its end.
    pub(crate) url: String,
    token: String,
}

/// What the server answered.
#[derive(Debug)]
pub(crate) struct Answer {
    /// Status code.
    pub(crate) status: u16,
    /// The header `Retry-After`.
    pub(crate) retry_after: Option<String>,
    /// The body, if it is JSON.
    pub(crate) json: serde_json::Value,
}

impl Server {
    /// Starts the binary and waits until it says its address.
    pub(crate) fn start(place: &Place) -> Server {
        Server::start_with(place, |_| {})
    }

    /// The same, with a hand on the command before it starts.
    pub(crate) fn start_with(place: &Place, prepare: impl FnOnce(&mut Command)) -> Server {
        Server::start_as(place, &["serve", "--listen", "127.0.0.1:0"], prepare)
    }

    /// The same for any command that serves.
    pub(crate) fn start_as(place: &Place, arguments: &[&str], prepare: impl FnOnce(&mut Command)) -> Server {
        let mut command = hemicycle(place, arguments);
        command.stdout(Stdio::piped()).env("HEMICYCLE_LOG", "error");
        prepare(&mut command);
        let mut child = command.spawn().unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
        let url = said.by_ref().map_while(Result::ok).find_map(|line| {
            let at = line.find("http://")?;
            Some(line[at..].split(['/', ' ']).take(3).collect::<Vec<_>>().join("/"))
        });
        let url = url.expect("the server says its address before it ends");
        // Whatever else it says must not fill the pipe and stop it.
        std::thread::spawn(move || said.for_each(drop));
        Server { child, url, token: place.token() }
    }

    /// What whoever runs the forum shows to the API.
    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// Ends the server the hard way, at once.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks the server to end, as a system does that shuts down.
    pub(crate) fn terminate(&self) {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        assert!(asked.success());
    }

    /// Waits until the server ends by itself, and says how.
    pub(crate) fn ended(&mut self) -> Option<i32> {
        self.child.wait().unwrap().code()
    }

    /// The memory that the server holds, in KiB.
    pub(crate) fn resident_kib(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse().unwrap()
    }

    /// A client with connections of its own.
    pub(crate) fn client(&self) -> Client {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(20)))
            .build();
        Client { agent: config.into(), url: self.url.clone(), token: self.token.clone() }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A client of a server.
#[derive(Clone)]
pub(crate) struct Client {
    agent: ureq::Agent,
    url: String,
    token: String,
}

impl Client {
    /// The same client with another token; an empty one is not sent.
    pub(crate) fn with_token(self, token: &str) -> Client {
        Client { token: token.to_owned(), ..self }
    }

    /// Gives a command under a key.
    ///
    /// # Errors
    /// If no answer came: the command may have been done or not.
    pub(crate) fn give(
        &self,
        forum: &str,
        key: &str,
        command: &serde_json::Value,
    ) -> Result<Answer, ureq::Error> {
        self.post(forum, &[("Idempotency-Key", key)], command.to_string().as_bytes())
    }

    /// Sends any body with any headers beside the token.
    ///
    /// # Errors
    /// If no answer came.
    pub(crate) fn post(
        &self,
        forum: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Result<Answer, ureq::Error> {
        self.post_to(&format!("/api/{forum}/commands"), headers, body)
    }

    /// The same to any address.
    ///
    /// # Errors
    /// If no answer came.
    pub(crate) fn post_to(
        &self,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Result<Answer, ureq::Error> {
        let mut request = self.agent.post(format!("{}{path}", self.url));
        let token = self.authorization();
        let token = token.iter().map(|(name, value)| (*name, value.as_str()));
        let json = [("Content-Type", "application/json")];
        for (name, value) in token.chain(json).chain(headers.iter().copied()) {
            request = request.header(name, value);
        }
        read(request.send(body)?)
    }

    /// Asks for data.
    ///
    /// # Errors
    /// If no answer came.
    pub(crate) fn get(&self, path: &str) -> Result<Answer, ureq::Error> {
        let mut request = self.agent.get(format!("{}{path}", self.url));
        if let Some((name, value)) = self.authorization() {
            request = request.header(name, value);
        }
        read(request.call()?)
    }

    fn authorization(&self) -> Option<(&'static str, String)> {
        (!self.token.is_empty()).then(|| ("Authorization", format!("Bearer {}", self.token)))
    }
}

impl Client {
    /// The text of a page or file; what is not UTF-8 reads as what replaces it.
    pub(crate) fn text(&self, path: &str) -> String {
        let mut answer = self.agent.get(format!("{}{path}", self.url)).call().unwrap();
        String::from_utf8_lossy(&answer.body_mut().read_to_vec().unwrap()).into_owned()
    }
}

fn read(mut response: ureq::http::Response<ureq::Body>) -> Result<Answer, ureq::Error> {
    let retry_after = response.headers().get("retry-after").map(|value| value.to_str().unwrap().to_owned());
    let body = response.body_mut().read_to_string()?;
    let json = serde_json::from_str(&body).unwrap_or_default();
    Ok(Answer { status: response.status().as_u16(), retry_after, json })
}

/// A command that makes exactly one act, different for every number.
pub(crate) fn add_organisation(name: &str) -> serde_json::Value {
    serde_json::json!({"people": {"add_organisation": {"name": name}}})
}

/// A fresh database on the PostgreSQL server that the test run provides. Without one the test says that it skips,
/// except where nothing may be left out.
pub(crate) fn postgres_database(name: &str) -> Option<String> {
    let Ok(server) = std::env::var("HEMICYCLE_TEST_POSTGRES") else {
        assert!(
            std::env::var_os("CI").is_none(),
            "HEMICYCLE_TEST_POSTGRES is not set, and nothing may be left out"
        );
        eprintln!(
            "SKIPPED: HEMICYCLE_TEST_POSTGRES names no PostgreSQL server; `cargo xtask test` starts one"
        );
        return None;
    };
    let name = format!("{name}_{}", std::process::id());
    let mut client = postgres::Client::connect(&server, postgres::NoTls).unwrap();
    client.batch_execute(&format!("create database {name}")).unwrap();
    let (address, query) = server.split_once('?').map_or((server.as_str(), None), |(a, q)| (a, Some(q)));
    let base =
        address.rsplit_once('/').filter(|(base, _)| !base.ends_with('/')).map_or(address, |(base, _)| base);
    Some(format!("{base}/{name}{}", query.map_or(String::new(), |query| format!("?{query}"))))
}
