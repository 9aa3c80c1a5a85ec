//! Clients and server on processors of their own, where there are two or more.

use anyhow::{Context, Result};
use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};

/// How the processors are divided.
pub(super) struct Apart {
    server: Vec<usize>,
    clients: Vec<usize>,
}

impl Apart {
    /// Divides them, the last one for the clients. What is started from now on has those of the server.
    pub(super) fn begin() -> Result<Apart> {
        let all = sched_getaffinity(None).context("asking for the processors")?;
        let all: Vec<usize> = (0..CpuSet::MAX_CPU).filter(|number| all.is_set(*number)).collect();
        let apart = match all.split_last() {
            Some((last, rest)) if !rest.is_empty() => Apart { server: rest.to_vec(), clients: vec![*last] },
            _ => Apart { server: all.clone(), clients: all },
        };
        keep_to(&apart.server)?;
        Ok(apart)
    }

    /// Leaves the server alone with its processors.
    pub(super) fn clients(&self) -> Result<()> {
        keep_to(&self.clients)
    }

    pub(super) fn said(&self) -> String {
        if self.server == self.clients {
            return "the clients share the only processor with the server".to_owned();
        }
        format!("{} processor(s) for the server, 1 for the clients", self.server.len())
    }
}

fn keep_to(processors: &[usize]) -> Result<()> {
    let mut set = CpuSet::new();
    processors.iter().for_each(|number| set.set(*number));
    sched_setaffinity(None, &set).context("choosing processors")
}
