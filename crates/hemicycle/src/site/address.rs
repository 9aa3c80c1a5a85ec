//! The address of this site as its visitors write it, for files that leave it: a calendar on a phone needs a whole one.

use axum::http::{HeaderMap, header};

use crate::config::PublicAddress;

/// Longest name of a host.
const HOST_MAX: usize = 255;

/// Scheme and host of this site: as configured, else as the request names them. A host that could not be one is not
/// repeated; whoever asks with another's name in the request reads it back in their own answer only.
pub fn base(configured: Option<&PublicAddress>, headers: &HeaderMap) -> String {
    if let Some(address) = configured {
        return address.as_str().to_owned();
    }
    let said = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let host = said(header::HOST.as_str()).filter(|host| is_host(host)).unwrap_or("localhost");
    // A proxy in front of us speaks TLS for us, and says so.
    let scheme = if said("x-forwarded-proto") == Some("https") { "https" } else { "http" };
    format!("{scheme}://{host}")
}

fn is_host(host: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte);
    (1..=HOST_MAX).contains(&host.len()) && host.bytes().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn only_what_can_be_a_host_is_repeated() {
        for (host, proto, expected) in [
            ("forum.example", "https", "https://forum.example"),
            ("127.0.0.1:8080", "", "http://127.0.0.1:8080"),
            ("[::1]:80", "http", "http://[::1]:80"),
            ("evil.example/\"><script>", "javascript", "http://localhost"),
            ("a b", "", "http://localhost"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert("host", HeaderValue::from_str(host).unwrap());
            headers.insert("x-forwarded-proto", HeaderValue::from_str(proto).unwrap());
            assert_eq!(base(None, &headers), expected);
        }
        assert_eq!(base(None, &HeaderMap::new()), "http://localhost");
    }

    #[test]
    fn what_is_configured_holds_whatever_a_request_says() {
        let mut headers = HeaderMap::new();
        headers.insert("host", HeaderValue::from_static("evil.example"));
        let configured: PublicAddress = "https://forum.example".parse().unwrap();
        assert_eq!(base(Some(&configured), &headers), "https://forum.example");
    }
}
