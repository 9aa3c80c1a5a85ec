//! How many connections the system lets a server have: each takes an open file.

use crate::connections::REFUSALS_MAX;

/// Files beside the connections: the logs with two connections each, what is read and written, what refuses.
const BESIDE: usize = 200 + REFUSALS_MAX;

/// As many connections as are wanted, or as fit. A process begins with a low limit of open files on most systems (1,024),
/// and may raise it to a higher one by itself.
pub(super) fn connections(wanted: usize) -> usize {
    let fit = fitting(wanted, raised());
    if fit < wanted {
        tracing::warn!(
            "The system allows so few open files that {fit} connections fit, not {wanted}. Raise the limit (ulimit -n)."
        );
    }
    fit
}

/// The limit of open files, once it is as high as the process itself may make it.
#[cfg(unix)]
fn raised() -> usize {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    let raised = Rlimit { current: limit.maximum, maximum: limit.maximum };
    let now = if setrlimit(Resource::Nofile, raised).is_ok() { limit.maximum } else { limit.current };
    now.map_or(usize::MAX, |files| usize::try_from(files).unwrap_or(usize::MAX))
}

#[cfg(not(unix))]
fn raised() -> usize {
    usize::MAX
}

/// Never fewer than a few: a server that lets nobody in helps nobody.
fn fitting(wanted: usize, files: usize) -> usize {
    wanted.min(files.saturating_sub(BESIDE).max(16))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_as_many_connections_as_files_allow_beside_the_logs() {
        let cases = [(4_000, 20_000, 4_000), (4_000, 1_024, 1_024 - BESIDE), (8, 1_024, 8), (800, 100, 16)];
        for (wanted, files, expected) in cases {
            assert_eq!(fitting(wanted, files), expected, "{wanted} of {files}");
        }
    }
}
