//! A full disk, and a disk that lies.

use crate::support::{Place, Server, add_organisation, run};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// A small file system of its own, mounted for one test.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    /// Needs root; without it the test says that it skips, except where nothing may be left out.
    fn mount(kilobytes: u32) -> Option<SmallDisk> {
        let folder = tempfile::tempdir().unwrap();
        let size = format!("size={kilobytes}k");
        let mount =
            Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder.path()).status();
        if mount.is_ok_and(|status| status.success()) {
            return Some(SmallDisk(folder));
        }
        assert!(
            std::env::var_os("CI").is_none(),
            "a file system cannot be mounted here, and nothing may be left out"
        );
        eprintln!("SKIPPED: mounting a small file system needs root");
        None
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

#[test]
fn a_full_disk_is_answered_with_507_and_heals_without_restart() {
    let Some(disk) = SmallDisk::mount(3_000) else { return };
    let place = Place::folder(disk.path());
    assert!(run(&place, &["begin", "storm"]).0);
    let server = Server::start(&place);
    let client = server.client();
    let give = |n: usize| {
        client.give("storm", &format!("k{n}"), &add_organisation(&format!("Organisation {n}"))).unwrap()
    };
    assert_eq!(give(0).status, 200);

    let ballast = disk.path().join("ballast");
    let _ = std::fs::write(&ballast, vec![1; 4_000_000]);
    let full = (1..2_000).find(|n| give(*n).status != 200).expect("the disk is full at some time");
    let refused = give(full);
    assert_eq!((refused.status, refused.json["type"].as_str()), (507, Some("/reference#problem-full")));
    assert_eq!(client.get("/api/storm").unwrap().status, 200, "reading goes on");

    std::fs::remove_file(ballast).unwrap();
    let healed = (0..50).any(|_| {
        std::thread::sleep(Duration::from_millis(100));
        give(full).status == 200
    });
    assert!(healed, "the same command is done once there is room");
}

/// A library that makes every sync of a file fail while a certain file exists.
fn failing_sync(folder: &Path) -> PathBuf {
    let (source, library) = (folder.join("sync.c"), folder.join("sync.so"));
    let code = r#"
        #include <errno.h>
        #include <stdlib.h>
        #include <unistd.h>
        #include <sys/syscall.h>
        static int broken(void) { const char *path = getenv("BREAK_SYNC"); return path && access(path, F_OK) == 0; }
        int fsync(int fd) { if (broken()) { errno = EIO; return -1; } return (int)syscall(SYS_fsync, fd); }
        int fdatasync(int fd) { if (broken()) { errno = EIO; return -1; } return (int)syscall(SYS_fdatasync, fd); }
    "#;
    std::fs::write(&source, code).unwrap();
    let built =
        Command::new("cc").args(["-shared", "-fPIC", "-o"]).arg(&library).arg(&source).status().unwrap();
    assert!(built.success(), "the C compiler that building needs is there");
    library
}

#[test]
fn a_failed_sync_ends_the_process_and_what_was_answered_is_there_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(&folder.path().join("data"));
    assert!(run(&place, &["begin", "storm"]).0);
    let (library, switch) = (failing_sync(folder.path()), folder.path().join("broken"));
    let mut server = Server::start_with(&place, |command| {
        command.env("LD_PRELOAD", &library).env("BREAK_SYNC", &switch);
    });
    let client = server.client();
    for n in 0..20 {
        assert_eq!(
            client.give("storm", &format!("k{n}"), &add_organisation(&format!("O {n}"))).unwrap().status,
            200
        );
    }
    std::fs::write(&switch, "").unwrap();
    let answer = client.give("storm", "k20", &add_organisation("O 20"));
    assert!(answer.is_err() || answer.is_ok_and(|answer| answer.status == 503), "it is not answered as done");
    assert_eq!(server.ended(), Some(70), "the process ends by itself");

    std::fs::remove_file(&switch).unwrap();
    let server = Server::start(&place);
    let client = server.client();
    for n in 0..20 {
        let again = client.give("storm", &format!("k{n}"), &add_organisation(&format!("O {n}"))).unwrap();
        assert_eq!((again.status, again.json["repeated"].as_bool()), (200, Some(true)), "command {n}");
    }
}
