//! A device that asks for every passphrase on its own keyboard, as a program of its own: a whole ceremony with it.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread;

use gishiki::device::trezor::{Driver, Target};
use gishiki::device::{Attendant, CancelFlag, Device, Notice, Reply};
use gishiki::host::bench::PIN;
use gishiki::keys::SeedForm;
use gishiki::keys::test_seeds::{rehearsal_passphrase, test_seed};
use serde_json::Value;

fn gishiki(home: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gishiki"));
    command.current_dir(home).env("LC_ALL", "C").args(args);
    command
}

/// The simulator with a person at its other end, who leaves the first passphrase empty; killed when dropped.
struct Simulator {
    child: Child,
    target: String,
}

impl Simulator {
    fn start(home: &Path) -> Self {
        let words = test_seed(20, SeedForm::Slip39, 1).unwrap();
        std::fs::write(home.join("seed.txt"), format!("# test seed, never funded\n{words}\n")).unwrap();
        let options = ["--udp", "127.0.0.1:0", "--pin", PIN, "--passphrase-on-device"];
        let mut command = gishiki(home, &["--lang", "en", "simulate", "--seed", "seed.txt"]);
        command.args(options).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let stdin = child.stdin.take().unwrap();
        thread::spawn(move || attend(stdout, stdin));
        Self { child, target: line.trim().rsplit_once(' ').unwrap().1.to_owned() }
    }

    /// Whether the PIN is asked for, and what the device says of itself then.
    fn is_locked(&self) -> bool {
        let address = self.target.strip_prefix("udp:").unwrap().parse().unwrap();
        let mut driver = Driver::new(Target::Udp(address).port().unwrap(), CancelFlag::default());
        let mut asked = Asked(false);
        driver.identify(&mut asked).unwrap();
        asked.0
    }
}

impl Drop for Simulator {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct Asked(bool);

impl Attendant for Asked {
    fn notice(&mut self, notice: &Notice) -> Reply {
        self.0 |= *notice == Notice::PinOnDevice;
        Reply::Go
    }
}

/// Turns every page, confirms, and types: the PIN, nothing where a passphrase is first asked for, then the wallet's.
fn attend(stdout: impl BufRead, mut stdin: impl Write) {
    let mut offered: Vec<(String, String)> = Vec::new();
    let mut passphrases = 0;
    for line in stdout.lines().map_while(Result::ok) {
        if let Some((number, label)) = line.strip_prefix("  ").and_then(|line| line.split_once("  ")) {
            offered.push((number.to_owned(), label.to_owned()));
        }
        if !line.contains("Type a number") {
            continue;
        }
        let wanted =
            ["Type a PIN (hidden)", "Type a passphrase (hidden)", "Next page", "Hold to confirm", "Confirm"];
        let pick = wanted.iter().find_map(|label| offered.iter().find(|it| it.1 == *label));
        let Some((number, label)) = pick else { return };
        let typed = match label.as_str() {
            "Type a PIN (hidden)" => Some(PIN.to_owned()),
            "Type a passphrase (hidden)" => {
                passphrases += 1;
                let wallet = rehearsal_passphrase("MasterAdminVault").expose().to_owned();
                Some(if passphrases == 1 { String::new() } else { wallet })
            }
            _ => None,
        };
        let lines = typed.map_or(String::new(), |text| format!("{text}\n"));
        if stdin.write_all(format!("{number}\n{lines}").as_bytes()).is_err() {
            return;
        }
        offered.clear();
    }
}

/// The first choice of everything, with an end: a trouble that comes back stops in the end.
fn yes(mut command: Command) -> Output {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all("1\n".repeat(40).as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn plan(name: &str) -> String {
    format!("{}/ceremonies/{name}.toml", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn a_whole_ceremony_with_numbered_questions_says_beforehand_what_is_left_empty() {
    let home = tempfile::tempdir().unwrap();
    let simulator = Simulator::start(home.path());
    let plan = plan("solo");
    let options = ["--device", &simulator.target, "--plain", "--out", "out"];
    let mut run = gishiki(home.path(), &["--lang", "en", "run", &plan]);
    run.args(options);
    let run = yes(run);
    let said = said(&run);
    assert!(run.status.success(), "{said}");
    // First the sentence, then the question, then the device's own prompt.
    let places = [
        "This device is set to ask for every passphrase on its own keyboard, so that it asks now, too. member-1 types \
         nothing there and confirms that it is empty",
        "Ready?",
        "Leave the passphrase on the device empty, and confirm that it is empty.",
        "seed committed",
    ];
    let mut rest = said.as_str();
    for place in places {
        let at = rest.find(place).unwrap_or_else(|| panic!("{place} in {said}"));
        rest = &rest[at + place.len()..];
    }
    let verified = gishiki(home.path(), &["verify", "out", "--plan", &plan, "--rehearsal"]).output().unwrap();
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
    assert!(simulator.is_locked(), "the ceremony locks it in the end");
}

#[test]
fn doctor_tells_it_finds_what_does_not_fit_and_locks_the_device_in_the_end() {
    let home = tempfile::tempdir().unwrap();
    let simulator = Simulator::start(home.path());
    for (lang, asks) in [
        ("en", "It is set to take passphrases on its own keyboard only"),
        ("ja", "パスフレーズをデバイス本体でしか入力できない設定です。"),
    ] {
        let told = gishiki(home.path(), &["--lang", lang, "doctor", "--device", &simulator.target])
            .output()
            .unwrap();
        let said = String::from_utf8(told.stdout).unwrap();
        assert_eq!(told.status.code(), Some(0), "{said}");
        assert!(said.contains(asks) && said.contains("Slip39_Single_Extendable"), "{said}");
        assert!(simulator.is_locked(), "{said}");
        // Looking at it unlocked it: the next one asks for no PIN, and locks it all the same.
    }
    let text = std::fs::read_to_string(plan("solo")).unwrap();
    let changed = text.replace("\"device\"", "\"host\"").replace("slip39-20", "bip39-24");
    std::fs::write(home.path().join("other.toml"), changed).unwrap();
    let fits = plan("solo");
    for (plan, expected) in
        [(fits.as_str(), &[][..]), ("other.toml", &["device-other-backup", "device-keyboard-only"][..])]
    {
        let args =
            ["doctor", "--json", "--device", &simulator.target, "--plan", plan, "--custodian", "member-1"];
        let told = gishiki(home.path(), &args).output().unwrap();
        let document: Value = serde_json::from_slice(&told.stdout).unwrap();
        let problems = document["problems"].as_array().unwrap();
        let found: Vec<_> = problems.iter().map(|it| it["problem"].as_str().unwrap()).collect();
        assert_eq!((told.status.code(), found.as_slice()), (Some(i32::from(!expected.is_empty())), expected));
    }
}
