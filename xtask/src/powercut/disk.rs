//! A disk that can be copied in an instant: an ext4 image on an XFS image that knows reflinks, both on loop devices.

use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::shell;

/// Sparse: they take only the room that is written.
const OUTER_BYTES: u64 = 1500 << 20;
const DISK_BYTES: u64 = 256 << 20;

/// The mounted disk. Unmounted and removed when dropped, also after a failure.
pub(super) struct Disk {
    base: PathBuf,
}

impl Disk {
    pub(super) fn make() -> Result<Disk> {
        let disk = Disk { base: shell::target("powercut")? };
        disk.remove(); // what an interrupted run may have left mounted
        for folder in ["outer", "disk", "cut"] {
            std::fs::create_dir_all(disk.base.join(folder))?;
        }
        let outer = disk.base.join("outer.img");
        make_image(&outer, OUTER_BYTES)?;
        shell::output(shell::command("mkfs.xfs").args(["-q", "-f", "-m", "reflink=1"]).arg(&outer))?;
        mount(&outer, &disk.base.join("outer"))?;
        let image = disk.image();
        make_image(&image, DISK_BYTES)?;
        shell::output(shell::command("mkfs.ext4").args(["-q", "-F"]).arg(&image))?;
        mount(&image, &disk.folder())?;
        Ok(disk)
    }

    /// Where to write.
    pub(super) fn folder(&self) -> PathBuf {
        self.base.join("disk")
    }

    fn image(&self) -> PathBuf {
        self.base.join("outer/disk.img")
    }

    /// Cuts the power (of a copy) and shows what is left on it. The outer error is the rig's, the inner the visitor's.
    pub(super) fn cut<T>(&self, look: impl FnOnce(&Path) -> Result<T>) -> Result<Result<T>> {
        let (copy, folder) = (self.base.join("outer/cut.img"), self.base.join("cut"));
        shell::output(shell::command("cp").arg("--reflink=always").arg(self.image()).arg(&copy))?;
        if let Err(fault) = mount(&copy, &folder) {
            return Ok(Err(fault.context("the disk itself does not come back")));
        }
        let seen = look(&folder);
        unmount(&folder);
        std::fs::remove_file(&copy).context("removing the copy")?;
        Ok(seen)
    }

    fn remove(&self) {
        for folder in ["cut", "disk", "outer"] {
            unmount(&self.base.join(folder));
        }
        // Only what was emptied by unmounting is removed: never through a mount that holds.
        for folder in ["cut", "disk", "outer"] {
            let _ = std::fs::remove_dir(self.base.join(folder));
        }
        let _ = std::fs::remove_file(self.base.join("outer.img"));
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        self.remove();
    }
}

fn make_image(path: &Path, bytes: u64) -> Result<()> {
    File::create(path)
        .and_then(|file| file.set_len(bytes))
        .with_context(|| format!("making {}", path.display()))
}

fn mount(image: &Path, folder: &Path) -> Result<()> {
    shell::output(shell::command("mount").args(["-o", "loop"]).arg(image).arg(folder)).map(drop)
}

/// Unmounts if something is mounted there; lazily if someone still looks at it.
fn unmount(folder: &Path) {
    for lazily in [&[][..], &["-l"][..]] {
        if shell::output(shell::command("umount").args(lazily).arg(folder)).is_ok() {
            return;
        }
    }
}
