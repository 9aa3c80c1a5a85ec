//! What the tiers need from the machine, and how Debian provides it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{postgres, shell};

/// Something that must be on the machine.
pub(crate) struct Need {
    pub(crate) name: &'static str,
    found: fn() -> bool,
    /// The Debian packages that bring it.
    packages: &'static [&'static str],
}

impl Need {
    pub(crate) fn is_met(&self) -> bool {
        (self.found)()
    }
}

pub(super) const POSTGRES: Need =
    Need { name: "PostgreSQL", found: || postgres::program("initdb").is_some(), packages: &["postgresql"] };

/// With fonts for all the languages of the interface: a page of empty boxes would pass many a test.
pub(super) const CHROMIUM: Need = Need {
    name: "Chromium with chromedriver",
    found: || chromium().is_some() && shell::which("chromedriver").is_some(),
    packages: &["chromium", "chromium-driver", "fonts-noto-core", "fonts-noto-cjk"],
};

pub(super) const NPM: Need =
    Need { name: "npm", found: || shell::which("npm").is_some(), packages: &["nodejs", "npm"] };

/// With the part that Debian keeps in a package of its own: without it an environment has no pip.
pub(super) const PYTHON: Need = Need {
    name: "Python with venv",
    found: || {
        let python = shell::which("python3");
        python.is_some_and(|python| {
            shell::output(shell::command(python).args(["-c", "import ensurepip, venv"])).is_ok()
        })
    },
    packages: &["python3", "python3-venv"],
};

/// libFuzzer is written in it.
pub(super) const CPP: Need =
    Need { name: "a C++ compiler", found: || shell::which("c++").is_some(), packages: &["g++"] };

pub(super) const LOOP_DISKS: Need = Need {
    name: "root with loop devices, XFS and ext4",
    found: || {
        let tools = ["mkfs.xfs", "mkfs.ext4", "mount", "umount"];
        shell::is_root()
            && Path::new("/dev/loop-control").exists()
            && tools.into_iter().all(|tool| shell::which(tool).is_some())
    },
    packages: &["xfsprogs", "e2fsprogs", "mount"],
};

/// Where the browser tests find their browser.
pub(crate) fn browser_environment() -> Result<[(&'static str, String); 2]> {
    let driver = shell::which("chromedriver").context("no chromedriver")?;
    let browser = chromium().context("no Chromium")?;
    Ok([
        ("HEMICYCLE_TEST_CHROMEDRIVER", driver.display().to_string()),
        ("HEMICYCLE_TEST_CHROMIUM", browser.display().to_string()),
    ])
}

fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(shell::which)
}

/// Installs what is missing where that is possible; returns the names of what is still missing.
pub(super) fn prepare(needs: impl Iterator<Item = &'static Need>) -> BTreeSet<&'static str> {
    let missing: Vec<&Need> = needs.filter(|need| !need.is_met()).collect();
    if missing.is_empty() {
        return BTreeSet::new();
    }
    let packages: BTreeSet<&str> = missing.iter().flat_map(|need| need.packages.iter().copied()).collect();
    let packages: Vec<&str> = packages.into_iter().collect();
    let listed = packages.join(" ");
    if shell::is_root() && shell::which("apt-get").is_some() {
        println!("installing {listed}");
        if let Err(fault) = install(&packages) {
            println!("could not install them: {fault:#}");
        }
    } else {
        println!("this machine lacks something; on Debian this brings it: apt-get install {listed}");
    }
    missing.iter().filter(|need| !need.is_met()).map(|need| need.name).collect()
}

fn install(packages: &[&str]) -> Result<()> {
    // Someone else may be installing: wait for the lock instead of failing at once.
    let apt = || {
        let mut apt = shell::command("apt-get");
        apt.args(["-qq", "-o", "DPkg::Lock::Timeout=300"]).env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    shell::output(apt().arg("update"))?;
    shell::output(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages))?;
    Ok(())
}
