//! Makes a rehearsal of 100,000 addresses and 1,000 signatures, by many people or by a few, and times programs on it.
//!
//! ```sh
//! cargo run --release -- make /tmp/large
//! cargo run --release -- make /tmp/team few
//! cargo run --release -- time 5 -- gishiki verify /tmp/large --rehearsal --json -- another program
//! ```

#[path = "../../../tests/verify_large/maker.rs"]
mod maker;

use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;
use std::{env, fs};

use maker::Shape;

/// 20 people with 5 wallets of 10 accounts each: 100,000 addresses, 1,000 signatures.
const LARGE: Shape = Shape { members: 20, wallets: 5, accounts: 10, addresses: 100, signers: 900 };

/// 5 people with 4 wallets of 50 accounts each: as many of both, from fewer seeds and wallets.
const FEW: Shape = Shape { members: 5, wallets: 4, accounts: 50, addresses: 100, signers: 980 };

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["make", folder] => make(LARGE, Path::new(folder)),
        ["make", folder, "few"] => make(FEW, Path::new(folder)),
        ["time", rounds, "--", programs @ ..] if rounds.parse::<usize>().is_ok() => {
            let programs: Vec<_> = programs.split(|word| *word == "--").collect();
            time(rounds.parse().unwrap_or(1), &programs);
        }
        _ => {
            eprintln!("make FOLDER [few] | time ROUNDS -- PROGRAM… [-- PROGRAM…]");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

fn make(shape: Shape, folder: &Path) {
    let started = Instant::now();
    let files = shape.rehearse(1);
    for (name, bytes) in &files {
        let place = folder.join(name);
        fs::create_dir_all(place.parent().expect("every name has a folder")).expect("a folder");
        fs::write(place, bytes).expect("a file");
    }
    let bytes: usize = files.values().map(Vec::len).sum();
    println!(
        "{} addresses, {} signatures: {} files, {bytes} bytes, made in {:.1} s",
        shape.rows(),
        shape.signatures(),
        files.len(),
        started.elapsed().as_secs_f64()
    );
}

/// Each program once a round, in turn: what else the machine does strikes all of them. Ratios are to the last one.
fn time(rounds: usize, programs: &[&[&str]]) {
    let mut seconds = vec![Vec::new(); programs.len()];
    for _ in 0..rounds {
        for (at, program) in programs.iter().enumerate() {
            seconds[at].push(run(program));
        }
        let base = seconds.last().and_then(|all| all.last()).copied().unwrap_or(1.0);
        let round = seconds.iter().filter_map(|all| all.last());
        let said: Vec<_> = round.map(|it| format!("{it:.3} s ({:.2})", it / base)).collect();
        println!("{}", said.join("   "));
    }
    let median = |all: &Vec<f64>| {
        let mut all = all.clone();
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    };
    let medians: Vec<_> = seconds.iter().map(median).collect();
    let base = medians.last().copied().unwrap_or(1.0);
    for (median, program) in medians.iter().zip(programs) {
        println!("median {median:.3} s, {:.3} of the last: {}", median / base, program.join(" "));
    }
}

fn run(program: &[&str]) -> f64 {
    let started = Instant::now();
    let status = Command::new(program[0]).args(&program[1..]).stdout(Stdio::null()).status();
    assert!(status.expect("the program starts").success(), "{} failed", program.join(" "));
    started.elapsed().as_secs_f64()
}
