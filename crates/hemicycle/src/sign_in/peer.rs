//! From which network somebody asks.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use platform::sign_in::Block;

use crate::app::App;
use crate::config::Networks;

/// The address at the other end of the connection; the listener writes it into each request.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// The block of addresses that somebody asks from.
#[derive(Clone, Copy, Debug)]
pub struct Asker(pub Block);

impl FromRequestParts<Arc<App>> for Asker {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Asker, Infallible> {
        let peer = parts.extensions.get::<Peer>().map_or(Ipv4Addr::UNSPECIFIED.into(), |peer| peer.0);
        Ok(Asker(asker(peer, &parts.headers, &app.config().trusted_proxies).into()))
    }
}

/// Who is at the other end: of the chain that proxies write, the last one that no trusted proxy vouches for. What stands
/// before it may be made up, and so may be all of it where the connection comes from nobody whom we trust.
fn asker(peer: IpAddr, headers: &HeaderMap, trusted: &Networks) -> IpAddr {
    let chain = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let chain: Vec<&str> = chain.flat_map(|value| value.split(',')).map(str::trim).collect();
    let mut last = peer;
    for hop in chain.into_iter().rev() {
        if !trusted.contain(last) {
            break;
        }
        let Ok(before) = hop.parse() else { break };
        last = before;
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_trusted_proxy_is_believed_about_who_asks() {
        for (peer, chain, trusted, expected) in [
            ("203.0.113.9", "198.51.100.7", "", "203.0.113.9"),
            ("203.0.113.9", "198.51.100.7", "10.0.0.0/8", "203.0.113.9"),
            ("10.0.0.1", "198.51.100.7", "10.0.0.0/8", "198.51.100.7"),
            // Whoever asks has written the first one.
            ("10.0.0.1", "192.0.2.1, 198.51.100.7", "10.0.0.0/8", "198.51.100.7"),
            ("10.0.0.1", "192.0.2.1, 198.51.100.7, 10.0.0.2", "10.0.0.0/8", "198.51.100.7"),
            ("10.0.0.1", "nonsense, 10.0.0.2", "10.0.0.0/8", "10.0.0.2"),
            ("10.0.0.1", "", "10.0.0.0/8", "10.0.0.1"),
            ("127.0.0.1", "2001:db8::1", "127.0.0.1, ::1", "2001:db8::1"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert("x-forwarded-for", chain.parse().unwrap());
            let found = asker(peer.parse().unwrap(), &headers, &trusted.parse().unwrap());
            assert_eq!(found, expected.parse::<IpAddr>().unwrap(), "{peer} {chain} {trusted}");
        }
    }
}
