//! Values that are more than a number or a text.

use axum::http::Uri;
use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;

/// As what is logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// Lines for people.
    Text,
    /// One JSON object a line.
    Json,
}

/// Scheme, host and port under which people reach the server, without a slash at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicAddress(String);

impl PublicAddress {
    /// Whether it is reached over TLS.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }

    /// The whole address of a path that begins with a slash.
    #[must_use]
    pub fn to(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// As a text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for PublicAddress {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const EXPECTED: &str = "scheme and host alone, like https://forum.example";
        let uri: Uri = text.parse().map_err(|_| EXPECTED)?;
        let scheme = uri.scheme_str().filter(|scheme| ["http", "https"].contains(scheme)).ok_or(EXPECTED)?;
        let authority = uri.authority().map(axum::http::uri::Authority::as_str).ok_or(EXPECTED)?;
        // Pages stand at the root of the host, and a name and password in an address would go out in every mail.
        if uri.query().is_some() || !["", "/"].contains(&uri.path()) || authority.contains('@') {
            return Err(EXPECTED);
        }
        Ok(PublicAddress(format!("{scheme}://{authority}")))
    }
}

/// Addresses that begin with the same bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: Ipv6Addr,
    bits: u8,
}

impl Network {
    /// Whether an address belongs to it. An IPv4 address is the same one when it is written in IPv6.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        let differ = u128::from(wide(address)) ^ u128::from(self.address);
        // Shifting by all bits is what a network of everything needs, and what `>>` refuses.
        differ.checked_shr(128 - u32::from(self.bits)).unwrap_or(0) == 0
    }
}

impl FromStr for Network {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const EXPECTED: &str = "addresses or networks, like 127.0.0.1, 10.0.0.0/8, fd00::/8";
        let (address, bits) = text.split_once('/').map_or((text, None), |(a, b)| (a, Some(b)));
        let address: IpAddr = address.parse().map_err(|_| EXPECTED)?;
        let all: u8 = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(all), str::parse).map_err(|_| EXPECTED)?;
        if bits > all {
            return Err(EXPECTED);
        }
        Ok(Network { address: wide(address), bits: 128 - all + bits })
    }
}

fn wide(address: IpAddr) -> Ipv6Addr {
    match address {
        IpAddr::V4(address) => address.to_ipv6_mapped(),
        IpAddr::V6(address) => address,
    }
}

/// Any number of networks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Networks(Vec<Network>);

impl Networks {
    /// Whether an address belongs to one of them.
    #[must_use]
    pub fn contain(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(address))
    }
}

impl FromStr for Networks {
    type Err = &'static str;

    /// Divided by commas.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        parts.map(str::parse).collect::<Result<_, _>>().map(Networks)
    }
}

/// A URL without its password. What is no URL, but the other way to name a database (`host=… password=…`), is not
/// shown at all.
pub(super) fn without_password(text: &str) -> String {
    let Some((scheme, rest)) = text.split_once("://") else { return "(hidden)".to_owned() };
    // A password may also be given as `?password=`.
    let rest = rest.split_once('?').map_or(rest.to_owned(), |(before, _)| format!("{before}?…"));
    let shown = match rest.rsplit_once('@') {
        Some((who, host)) => match who.split_once(':') {
            Some((user, _)) => format!("{user}:…@{host}"),
            None => format!("{who}@{host}"),
        },
        None => rest,
    };
    format!("{scheme}://{shown}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_contains_its_addresses_however_they_are_written() {
        for (network, address, inside) in [
            ("127.0.0.1", "127.0.0.1", true),
            ("127.0.0.1", "127.0.0.2", false),
            ("10.0.0.0/8", "10.255.0.1", true),
            ("10.0.0.0/8", "11.0.0.1", false),
            ("10.0.0.0/8", "::ffff:10.1.2.3", true),
            ("0.0.0.0/0", "192.0.2.1", true),
            ("0.0.0.0/0", "2001:db8::1", false),
            ("fd00::/8", "fd12::1", true),
            ("::/0", "192.0.2.1", true),
            ("::1", "::1", true),
        ] {
            let network: Network = network.parse().unwrap();
            assert_eq!(network.contains(address.parse().unwrap()), inside, "{network:?} {address}");
        }
        for wrong in ["", "10.0.0.0/33", "10.0.0/8", "::/129", "proxy.example", "10.0.0.0/-1"] {
            assert!(wrong.parse::<Network>().is_err(), "{wrong}");
        }
        assert_eq!("".parse(), Ok(Networks::default()));
    }

    #[test]
    fn a_public_address_is_a_scheme_and_a_host() {
        for (text, expected) in [
            ("https://forum.example", Some("https://forum.example")),
            ("https://forum.example/", Some("https://forum.example")),
            ("http://localhost:1865", Some("http://localhost:1865")),
            ("https://forum.example/2023", None),
            ("https://forum.example/?a", None),
            ("https://me:word@forum.example", None),
            ("forum.example", None),
            ("ftp://forum.example", None),
        ] {
            let read = text.parse::<PublicAddress>().ok();
            assert_eq!(read.as_ref().map(PublicAddress::as_str), expected, "{text}");
        }
        let address: PublicAddress = "https://forum.example/".parse().unwrap();
        assert_eq!(address.to("/igf"), "https://forum.example/igf");
    }

    #[test]
    fn a_password_is_not_shown_wherever_it_stands() {
        for (text, shown) in [
            ("postgres://forum:geheim@db/igf", "postgres://forum:…@db/igf"),
            ("postgres://forum:ge@heim@db/igf?password=geheim", "postgres://forum:…@db/igf?…"),
            ("postgres://forum@db/igf", "postgres://forum@db/igf"),
            ("smtps://mail.example", "smtps://mail.example"),
            ("host=db password=geheim", "(hidden)"),
        ] {
            assert_eq!(without_password(text), shown);
        }
    }
}
