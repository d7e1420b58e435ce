//! `doctor` against the simulated Trezor as a process of its own, in both languages and as JSON.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, UdpSocket};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use gishiki::keys::{SeedForm, test_seeds};
use serde_json::Value;

/// A simulator that runs; killed when dropped.
struct Simulator {
    child: Child,
    target: String,
}

impl Simulator {
    fn start(home: &Path, options: &[&str]) -> Self {
        let seed = home.join("seed.txt");
        let words = test_seeds::test_seed(20, SeedForm::Slip39, 1).unwrap();
        std::fs::write(&seed, format!("# test seed, never funded\n{words}\n")).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_gishiki"));
        command
            .env("LC_ALL", "C")
            .args(["simulate", "--udp", "127.0.0.1:0", "--seed"])
            .arg(seed)
            .args(options);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let target = line.trim().rsplit_once(' ').unwrap().1.to_owned();
        Self { child, target }
    }

    fn doctor(&self, options: &[&str]) -> Output {
        doctor(&[&["--device", &self.target], options].concat())
    }

    fn document(&self, options: &[&str]) -> (Value, Option<i32>) {
        let output = self.doctor(&[&["--json"], options].concat());
        assert!(output.stdout.is_ascii());
        (serde_json::from_slice(&output.stdout).unwrap(), output.status.code())
    }
}

impl Drop for Simulator {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn doctor(options: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gishiki"));
    command.env("LC_ALL", "C").arg("doctor").args(options).stdin(Stdio::null()).output().unwrap()
}

fn problems(document: &Value) -> Vec<&str> {
    document["problems"].as_array().unwrap().iter().map(|it| it["problem"].as_str().unwrap()).collect()
}

fn file(home: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = home.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn a_device_that_is_well_is_told_in_full() {
    let home = tempfile::tempdir().unwrap();
    let simulator = Simulator::start(home.path(), &["--auto", "--pin", "1234"]);
    let (document, status) = simulator.document(&[]);
    assert_eq!((status, &document["ok"]), (Some(0), &Value::Bool(true)), "{document}");
    assert_eq!(problems(&document), [""; 0]);
    let binary = std::fs::read(env!("CARGO_BIN_EXE_gishiki")).unwrap();
    assert_eq!(document["gishiki"]["binary_sha256"], gishiki::keys::Digest::of(binary).to_string());
    assert_eq!(document["registry"]["ok"], true);
    assert_eq!(document["usb"], Value::Null, "USB is not looked at where another device is named");
    let device = &document["device"];
    assert_eq!((&device["software"], &device["genuine"]), (&true.into(), &"simulated".into()));
    assert_eq!(
        (&device["facts"]["model"], &device["model"]["name"]),
        (&"T3T1".into(), &"Trezor Safe 5".into())
    );
    assert_eq!(device["facts"]["details"]["safety_checks"], "Strict", "it was unlocked first");
    assert_eq!(device["facts"]["hindrances"], serde_json::json!([]));
    let text = document.to_string();
    assert!(!text.contains("Simulator") && !text.contains("session"), "no label, no session: {text}");
    let (again, _) = simulator.document(&[]);
    assert_ne!(again["device"]["challenge"], device["challenge"], "each time another challenge");
    assert_ne!(again["device"]["firmware_hash"], device["firmware_hash"]);
}

#[test]
fn it_is_said_in_both_languages() {
    let home = tempfile::tempdir().unwrap();
    let simulator = Simulator::start(home.path(), &["--auto", "--pin", "1234", "--model", "model-t"]);
    for (lang, well, cannot) in [
        ("en", "All is well.", "no secure element that could prove"),
        ("ja", "問題は見つかりませんでした。", "セキュアエレメントがありません"),
    ] {
        let output = simulator.doctor(&["--lang", lang]);
        let said = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert!(said.contains(well) && said.contains(cannot), "{said}");
        assert!(said.contains("Trezor Model T (T2T1)") && said.contains("2.12.4"), "{said}");
    }
}

#[test]
fn what_stands_in_the_way_and_another_firmware_are_found() {
    let home = tempfile::tempdir().unwrap();
    let simulator = Simulator::start(home.path(), &["--auto", "--model", "safe-3"]);
    // Nothing is written in the simulated firmware area.
    let (same, other) = (file(home.path(), "same.bin", b""), file(home.path(), "other.bin", b"firmware"));
    let (document, status) = simulator.document(&["--firmware", same.to_str().unwrap()]);
    assert_eq!((status, problems(&document)), (Some(1), vec!["hindrance-no-pin"]));
    assert_eq!(document["device"]["firmware_image"], "same");
    let output = simulator.doctor(&["--firmware", other.to_str().unwrap()]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("2 things were found:"), "{said}");
    assert!(said.contains("  No PIN is set") && said.contains("    Set a PIN"), "{said}");
    assert!(said.contains("The device runs other firmware than the image."), "{said}");
}

#[test]
fn a_plan_that_lets_the_laptop_see_a_passphrase_needlessly_is_told() {
    let home = tempfile::tempdir().unwrap();
    let simulator = Simulator::start(home.path(), &["--auto", "--pin", "1234"]);
    let plan = Path::new(env!("CARGO_MANIFEST_DIR")).join("ceremonies/bonded-validator.toml");
    let custodian = "member-1";
    let (document, status) =
        simulator.document(&["--plan", plan.to_str().unwrap(), "--custodian", custodian]);
    assert_eq!((status, &document["device"]["could_type_on_device"]), (Some(0), &Value::Null));
    let text = std::fs::read_to_string(&plan).unwrap();
    let changed =
        file(home.path(), "host.toml", text.replace("entry = \"device\"", "entry = \"host\"").as_bytes());
    let (document, _) = simulator.document(&["--plan", changed.to_str().unwrap(), "--custodian", custodian]);
    let wallet = document["device"]["could_type_on_device"].as_str().unwrap();
    assert!(wallet.starts_with(custodian), "{wallet}");
    let output = simulator.doctor(&["--plan", plan.to_str().unwrap(), "--custodian", "nobody"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn where_no_device_is_the_laptop_is_told_all_the_same() {
    let unused = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap();
    let output = doctor(&["--json", "--device", &format!("udp:{unused}")]);
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert_eq!((problems(&document), &document["device"]), (vec!["device-none"], &Value::Null));
    assert!(document["problems"][0]["remedy"].as_str().unwrap().contains("type its PIN"), "{document}");
    assert_eq!(document["registry"]["ok"], true);
}

#[test]
fn a_call_that_cannot_be_used_is_refused_before_any_device_is_asked() {
    for options in [
        &["--device", "udp:192.0.2.1:21324"][..],
        &["--device", "usb:5"],
        &["--firmware", "/nowhere/image.bin"],
        &["--plan", "/nowhere/plan.toml"],
        &["--custodian", "alice"],
    ] {
        let output = doctor(options);
        assert_eq!(output.status.code(), Some(2), "{options:?}");
        assert!(output.stdout.is_empty());
    }
}
