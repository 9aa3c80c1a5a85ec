//! All keys of the configuration, one entry each. `docs/operations.md` has the same list, and a test compares them.

use super::{Config, LogFormat};

/// A key of the configuration.
pub struct Key {
    /// As it stands in the file; the variable is the same in capitals behind `HEMICYCLE_`.
    pub name: &'static str,
    /// The same with hyphens, as the command line writes it.
    pub flag: &'static str,
    /// What stands for its value in help.
    pub value: &'static str,
    /// Its value when nobody says anything.
    pub default: Option<&'static str>,
    /// Holds a password: never shown whole.
    pub secret: bool,
    /// A flag of every command; all others are flags of those that serve.
    pub everywhere: bool,
    /// What it does.
    pub about: &'static str,
    /// Takes a text into the configuration, or says what is expected instead.
    pub(super) set: fn(&mut Config, &str) -> Result<(), &'static str>,
}

impl Key {
    /// The name of its environment variable.
    #[must_use]
    pub fn variable(&self) -> String {
        format!("{}{}", super::PREFIX, self.name.to_uppercase())
    }
}

/// A key that has no default, is no secret, and matters where something is served.
const PLAIN: Key = Key {
    name: "",
    flag: "",
    value: "VALUE",
    default: None,
    secret: false,
    everywhere: false,
    about: "",
    set: |_, _| Ok(()),
};

/// All keys, in the order in which an operator needs them.
pub const KEYS: &[Key] = &[
    Key {
        name: "data",
        flag: "data",
        value: "DIR",
        default: Some("data"),
        everywhere: true,
        about: "Folder of the forums, one file each, and of the token.",
        set: |config, text| put(&mut config.data, text.into()),
        ..PLAIN
    },
    Key {
        name: "database",
        flag: "database",
        value: "URL",
        secret: true,
        everywhere: true,
        about: "PostgreSQL database of the forums, instead of files: postgres://user:password@host/name.",
        set: |config, text| put(&mut config.database, given(text)),
        ..PLAIN
    },
    Key {
        name: "listen",
        flag: "listen",
        value: "ADDRESS",
        default: Some("127.0.0.1:1865"),
        about: "Address to serve on; port 0 takes any free one.",
        set: |config, text| put(&mut config.listen, text.parse().map_err(|_| ADDRESS)?),
        ..PLAIN
    },
    Key {
        name: "public_address",
        flag: "public-address",
        value: "URL",
        about: "Address under which people reach the server, for links in mail and for what is sent over https only.",
        set: |config, text| {
            put(&mut config.public_address, given(text).map(|text| text.parse()).transpose()?)
        },
        ..PLAIN
    },
    Key {
        name: "smtp",
        flag: "smtp",
        value: "URL",
        secret: true,
        about: "Mail server: smtps://user:password@host, or smtp://user:password@host:587?tls=required. \
                Without one, mail stays in the outbox.",
        set: |config, text| {
            let known = ["smtp://", "smtps://"].iter().any(|scheme| text.starts_with(scheme));
            if !known && !text.is_empty() {
                return Err("a mail server like smtps://user:password@mail.example");
            }
            put(&mut config.smtp, given(text))
        },
        ..PLAIN
    },
    Key {
        name: "mail_from",
        flag: "mail-from",
        value: "ADDRESS",
        about: "Sender of mail: secretariat@forum.example, or Secretariat <secretariat@forum.example>.",
        set: |config, text| {
            let fine = text.matches('@').count() == 1 && !text.chars().any(char::is_control);
            if !fine && !text.is_empty() {
                return Err("an address for mail, like Secretariat <secretariat@forum.example>");
            }
            put(&mut config.mail_from, given(text))
        },
        ..PLAIN
    },
    Key {
        name: "trusted_proxies",
        flag: "trusted-proxies",
        value: "NETWORKS",
        default: Some(""),
        about: "Proxies whose X-Forwarded-For is believed, by address or network: 127.0.0.1, 10.0.0.0/8.",
        set: |config, text| put(&mut config.trusted_proxies, text.parse()?),
        ..PLAIN
    },
    Key {
        name: "queue",
        flag: "queue",
        value: "COMMANDS",
        default: Some("4096"),
        about: "Most commands that may wait in a forum; one more is told to come back in a second.",
        set: |config, text| put(&mut config.queue, number(text)?),
        ..PLAIN
    },
    Key {
        name: "connections",
        flag: "connections",
        value: "NUMBER",
        default: Some("4000"),
        about: "Most connections at a time; the next is told to come again. Fewer where the system allows fewer open files.",
        set: |config, text| put(&mut config.connections, number(text)?),
        ..PLAIN
    },
    Key {
        name: "drain",
        flag: "drain",
        value: "SECONDS",
        default: Some("0"),
        about: "Seconds between being asked to end, when /healthz says 503, and taking no more connections.",
        set: |config, text| match text.parse() {
            Ok(seconds) if seconds <= 600 => put(&mut config.drain, seconds),
            _ => Err("a whole number of seconds, up to 600"),
        },
        ..PLAIN
    },
    Key {
        name: "fonts",
        flag: "fonts",
        value: "DIR",
        default: Some("/usr/share/fonts"),
        about: "Folder of the fonts for PDF; those for Latin, Greek, Cyrillic and Arabic letters come with the program.",
        set: |config, text| put(&mut config.fonts, text.into()),
        ..PLAIN
    },
    Key {
        name: "log",
        flag: "log",
        value: "LEVEL",
        default: Some("info"),
        about: "What is logged: error, warn, info, debug or trace; with “info,request=debug” there is a line for every request.",
        set: |config, text| {
            let filter = tracing_subscriber::EnvFilter::builder().parse(text);
            filter.map_err(|_| "a level: error, warn, info, debug or trace")?;
            put(&mut config.log, text.to_owned())
        },
        ..PLAIN
    },
    Key {
        name: "log_format",
        flag: "log-format",
        value: "FORMAT",
        default: Some("text"),
        about: "As what it is logged: text for people, json for machines.",
        set: |config, text| {
            config.log_format = match text {
                "text" => LogFormat::Text,
                "json" => LogFormat::Json,
                _ => return Err("text or json"),
            };
            Ok(())
        },
        ..PLAIN
    },
    Key {
        name: "metrics_listen",
        flag: "metrics-listen",
        value: "ADDRESS",
        about: "Address for /metrics, apart from the public one; without it there are none.",
        set: |config, text| {
            put(
                &mut config.metrics_listen,
                given(text).map(|text| text.parse().map_err(|_| ADDRESS)).transpose()?,
            )
        },
        ..PLAIN
    },
];

const ADDRESS: &str = "an IP address and a port, like 127.0.0.1:1865 or [::]:80";

fn put<T>(field: &mut T, value: T) -> Result<(), &'static str> {
    *field = value;
    Ok(())
}

/// An empty text takes back what another source has given.
fn given(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn number(text: &str) -> Result<usize, &'static str> {
    match text.parse() {
        Ok(number) if (1..=1_000_000).contains(&number) => Ok(number),
        _ => Err("a whole number from 1 to 1000000"),
    }
}
