//! The project's own errands, in the project's own language: `cargo xtask NAME`.
//!
//! An errand is one file (or folder) and one line in [`ERRANDS`].
#![expect(clippy::print_stdout, reason = "errands speak to whoever typed them")]

mod bench;
mod data;
mod demo;
mod fuzz;
mod postgres;
mod powercut;
mod shell;
mod shots;
mod test;
mod tidy;

use std::process::ExitCode;

/// Something the project does for itself.
struct Errand {
    name: &'static str,
    about: &'static str,
    /// Takes the arguments after the errand's name. An `Err` is a fault of the errand itself.
    run: fn(&[String]) -> anyhow::Result<ExitCode>,
}

const ERRANDS: &[Errand] = &[
    Errand { name: "test", about: test::ABOUT, run: test::run },
    Errand { name: "tidy", about: tidy::ABOUT, run: tidy::run },
    Errand { name: "bench", about: bench::ABOUT, run: bench::run },
    Errand { name: "fuzz", about: fuzz::ABOUT, run: fuzz::run },
    Errand { name: "shots", about: shots::ABOUT, run: shots::run },
    Errand { name: "powercut", about: powercut::ABOUT, run: powercut::run },
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = args.split_first() else {
        println!("cargo xtask NAME, where NAME is one of");
        for errand in ERRANDS {
            println!("  {:<9} {}", errand.name, errand.about);
        }
        return ExitCode::FAILURE;
    };
    let Some(errand) = ERRANDS.iter().find(|errand| errand.name == name) else {
        eprintln!("there is no errand `{name}`; `cargo xtask` alone lists them");
        return ExitCode::FAILURE;
    };
    (errand.run)(rest).unwrap_or_else(|fault| {
        eprintln!("xtask {name}: {fault:#}");
        ExitCode::FAILURE
    })
}
