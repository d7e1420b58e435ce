//! `gishiki derive`, as people and scripts call it.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Output, Stdio};

use gishiki::keys::AccountXpub;
use serde_json::Value;

// Recorded on the official Trezor core emulator: seed "all" x12, no passphrase, m/44'/60'/0'.
const XPUB: &str = "xpub6CNFa58kEQJu2hwMVoofpDEKVVSg6gfwqBqE2zHAianaUnQkrJzJJ42iLDp7Dmg2aP88qCKoFZ4jidk3tECdQ\
    uF4567NGHDfe7iBRwHxgke";

fn derive(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gishiki"));
    command.arg("derive").args(args).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C");
    command
}

fn said(args: &[&str]) -> Output {
    derive(args).output().unwrap()
}

fn listed(args: &[&str]) -> Vec<(u64, String)> {
    let output = said(&[&[XPUB, "--json"], args].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty());
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let row = |row: &Value| {
        assert_eq!(row.as_object().unwrap().len(), 2);
        (row["index"].as_u64().unwrap(), row["address"].as_str().unwrap().to_owned())
    };
    document.as_array().unwrap().iter().map(row).collect()
}

/// Exit status and cause of what is refused; nothing is said on stdout.
fn refused(args: &[&str]) -> (i32, String) {
    let output = said(args);
    assert!(output.stdout.is_empty());
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(text.lines().count(), 2, "{text}");
    (output.status.code().unwrap(), text.lines().next().unwrap().to_owned())
}

#[test]
fn addresses_are_those_of_the_official_emulator_and_of_coins_bip32() {
    let account: AccountXpub = XPUB.parse().unwrap();
    let rows = listed(&["--start", "3", "--count", "1500"]);
    assert_eq!(rows.iter().map(|row| row.0).collect::<Vec<_>>(), (3..1503).collect::<Vec<_>>());
    for (index, address) in rows.iter().step_by(97) {
        assert_eq!(*address, account.address(0, *index as u32).unwrap().to_string());
    }
    let ten = listed(&[]);
    assert_eq!(ten.len(), 10);
    assert_eq!(ten[0].1, "0x73d0385F4d8E00C5e6504C6030F47BF6212736A8");
    assert_eq!(ten[1].1, "0xFA01a39f8Abaeb660c3137f14A310d0b414b2A15");
}

#[test]
fn lines_hold_index_path_and_address_in_columns() {
    let output = said(&[XPUB, "--start", "9", "--count", "2"]);
    let account: AccountXpub = XPUB.parse().unwrap();
    let address = |index| account.address(0, index).unwrap();
    let expected = format!(" 9  m/44'/60'/0'/0/9   {}\n10  m/44'/60'/0'/0/10  {}\n", address(9), address(10));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
}

#[test]
fn the_last_index_is_reached_and_none_beyond() {
    let rows = listed(&["--start", "2147483647", "--count", "1"]);
    assert_eq!(rows[0].0, 2_147_483_647);
    for wrong in [["2147483647", "2"], ["0", "0"], ["2147483648", "1"], ["1", "18446744073709551615"]] {
        let (status, cause) = refused(&[XPUB, "--start", wrong[0], "--count", wrong[1]]);
        assert_eq!(status, 2);
        assert!(cause.starts_with("From index"), "{cause}");
    }
    assert_eq!(refused(&[XPUB, "--count=-1"]).0, 2);
}

#[test]
fn what_is_no_account_s_xpub_is_refused_by_what_it_is_and_not_repeated() {
    // BIP-32's first test vector: master and m/0'; BIP-84's test vector: m/84'/0'/0'.
    let others = [
        (
            "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8",
            "lies 0 steps",
        ),
        (
            "xpub68Gmy5EdvgibQVfPdqkBBCHxA5htiqg55crXYuXoQRKfDBFA1WEjWgP6LHhwBZeNK1VTsfTFUHCdrfp1bgwQ9xv5ski8PX9rL2dZXvgGDnw",
            "lies 1 steps",
        ),
        (
            "zpub6rFR7y4Q2AijBEqTUquhVz398htDFrtymD9xYYfG1m4wAcvPhXNfE3EfH1r1ADqtfSdVCToUG868RvUUkgDKf31mGDtKsAYz2oz2AGutZYs",
            "another writing",
        ),
        (
            "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi",
            "private key",
        ),
        ("abandon abandon about", "not an extended public key"),
        ("", "not an extended public key"),
    ];
    for (text, what) in others {
        let (status, cause) = refused(&[text]);
        assert_eq!(status, 2);
        assert!(cause.contains(what), "{cause}");
        assert!(text.is_empty() || !cause.contains(text), "{cause}");
    }
    let typo = XPUB.replace("58kEQ", "58kEq");
    assert!(refused(&[&typo]).1.contains("not an extended public key"));
}

#[test]
fn it_ends_with_its_reader() {
    let mut child = derive(&[XPUB, "--count", "2000000000"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.contains("0x73d0385F4d8E00C5e6504C6030F47BF6212736A8"), "{line}");
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let mut beside = String::new();
    child.stderr.unwrap().read_to_string(&mut beside).unwrap();
    assert_eq!(beside, "");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let output = derive(&[XPUB]).stdout(File::create("/dev/full").unwrap()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(text.starts_with("The answer cannot be written"), "{text}");
}

#[cfg(target_os = "linux")]
#[test]
fn memory_stays_the_same_however_many_are_listed() {
    let peak = |count: u32| {
        let mut child = derive(&[XPUB, "--count", "2000000000"]).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        lines.nth(count as usize).unwrap().unwrap();
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
        drop(lines);
        child.wait().unwrap();
        let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap()
    };
    // In KiB; each further address would take 62 bytes as text alone.
    let (early, late) = (peak(1_000), peak(140_000));
    assert!(late < early + 6_000, "{early} {late}");
}
