//! Tampering by somebody without a key. Each is also tried with everything remade that needs none.

use alloy::primitives::{U256, uint};
use gishiki::manifest::Layout;

use super::forger::forge;
use super::maker::*;

/// The order of secp256k1's group (SEC 2, 2.4.1).
const ORDER: U256 = uint!(0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141_U256);

/// What failed as it is, and what failed once forged.
fn found(tamper: impl Fn(&mut Files)) -> [Vec<&'static str>; 2] {
    let mut files = team().clone();
    tamper(&mut files);
    let forged = forge(team(), &files);
    [judge_rehearsal(&files).failed(), judge_rehearsal(&forged).failed()]
}

#[track_caller]
fn finds(check: &str, tamper: impl Fn(&mut Files)) {
    for failed in found(tamper) {
        assert!(failed.contains(&check), "{failed:?}");
    }
}

fn swap(files: &mut Files, one: &str, other: &str) {
    let (a, b) = (files[one].clone(), files[other].clone());
    files.insert(one.to_owned(), b);
    files.insert(other.to_owned(), a);
}

fn edit(files: &mut Files, name: &str, from: &str, to: &str) {
    let text = String::from_utf8(files[name].clone()).unwrap();
    assert!(text.contains(from), "{name} has no {from}");
    files.insert(name.to_owned(), text.replacen(from, to, 1).into_bytes());
}

#[test]
fn statements_and_signatures_exchanged() {
    let statement = |wallet: &str| Layout::part_statement("member-1", wallet);
    let (one, other) = (statement("TeamFunds"), statement("DVTNodeKeys"));
    let (its, others) = (Layout::signature(&one), Layout::signature(&other));
    finds("V-SIGNATURE", |files| swap(files, &its, &others));
    finds("V-STATEMENT", |files| swap(files, &one, &other));
    finds("V-SIGNATURE", |files| {
        swap(files, &one, &other);
        swap(files, &its, &others);
    });
    let manifest = |role: &str| Layout::signature(&Layout::manifest_statement(role));
    finds("V-SIGNATURE", |files| swap(files, &manifest("owner-1"), &manifest("owner-2")));
    finds("V-SIGNATURE", |files| swap(files, &manifest("owner-1"), &its));
}

#[test]
fn a_signature_in_another_writing() {
    let file = Layout::signature(&Layout::manifest_statement("owner-1"));
    let text = String::from_utf8(team()[&file].clone()).unwrap();
    let bytes = hex::decode(&text[2..]).unwrap();
    let mut malleated = bytes.clone();
    let s = ORDER - U256::from_be_slice(&bytes[32..64]);
    malleated[32..64].copy_from_slice(&s.to_be_bytes::<32>());
    malleated[64] = 55 - bytes[64];
    let mut low_v = bytes.clone();
    low_v[64] -= 27;
    let hex = |bytes: &[u8]| format!("0x{}", hex::encode(bytes));
    for other in [
        hex(&malleated),
        hex(&low_v),
        hex(&bytes[..64]),
        text.to_uppercase().replace("0X", "0x"),
        text[2..].to_owned(),
        format!("{text}\n"),
        format!("\u{feff}{text}"),
        String::new(),
    ] {
        finds("V-SIGNATURE", |files| {
            files.insert(file.clone(), other.clone().into_bytes());
        });
    }
}

#[test]
fn a_statement_with_another_end_of_line() {
    let file = Layout::manifest_statement("owner-1");
    for (before, after) in [("", "\n"), ("", "\r\n"), ("\u{feff}", ""), ("", "\0")] {
        finds("V-STATEMENT", |files| {
            let text = String::from_utf8(files[&file].clone()).unwrap();
            files.insert(file.clone(), format!("{before}{text}{after}").into_bytes());
        });
    }
}

#[test]
fn another_encoding_of_the_same_contents() {
    for name in [Layout::MANIFEST.to_owned(), Layout::part("member-2"), Layout::sealed("member-2")] {
        for (from, to) in [
            ("{\"", "{ \""),
            ("{\"", "{\"type\":\"x\",\""),
            ("\"rehearsal\":true", "\"rehearsal\":true,\"rehearsal\":true"),
            ("\"rehearsal\":true", "\"rehearsal\":true,\"unknown\":1"),
            ("\"sequence\":1", "\"sequence\":1.0"),
            ("\"sequence\":1", "\"sequence\":01"),
            ("\"previous\":\"none\"", "\"previous\":\"non\\u0065\""),
            ("\"previous\":\"none\",", ""),
            ("\"previous\":\"none\"", "\"previous\":null"),
            ("\"Example Staking\"", "\"Ex\u{e4}mple Staking\""),
        ] {
            finds("V-CANONICAL", |files| edit(files, &name, from, to));
        }
    }
    let (manifest, treasury) = (Layout::MANIFEST, Layout::contract("treasury"));
    let first = manifest_of_team();
    finds("V-CANONICAL", |files| edit(files, manifest, &first, &first.to_lowercase()));
    finds("V-CANONICAL", |files| edit(files, manifest, "m/44'/60'/0'/0/0", "m/44h/60h/0h/0/0"));
    finds("V-CANONICAL", |files| edit(files, manifest, "gishiki-manifest-v1", "gishiki-part-v1"));
    finds("V-CANONICAL", |files| edit(files, &treasury, "{\"", "{ \""));
}

fn manifest_of_team() -> String {
    manifest(team()).addresses[0].address.to_string()
}

#[test]
fn files_removed_added_renamed() {
    for name in team().keys() {
        let mut files = team().clone();
        files.remove(name);
        let failed = judge_rehearsal(&files).failed();
        assert!(
            failed.iter().any(|it| matches!(*it, "V-FILES" | "V-CANONICAL" | "V-PLAN")),
            "{name}: {failed:?}"
        );
    }
    for name in ["public/index.html", "public/parts/member-4.json", "sealed/member-1.json.part", "public/x/y"]
    {
        let mut files = team().clone();
        files.insert(name.to_owned(), b"{}".to_vec());
        assert_eq!(judge_rehearsal(&files).failed(), ["V-FILES"], "{name}");
    }
}

#[test]
fn sums_that_list_more_or_less() {
    for name in [Layout::PUBLIC_SUMS, Layout::SEALED_SUMS] {
        let mut files = team().clone();
        let text = String::from_utf8(files[name].clone()).unwrap();
        files.insert(name.to_owned(), text.split_inclusive('\n').skip(1).collect::<String>().into_bytes());
        assert_eq!(judge_rehearsal(&files).failed(), ["V-SUMS"]);
    }
}

#[test]
fn what_follows_from_the_manifest_written_otherwise() {
    for name in [Layout::LABELS_CSV, Layout::LABELS_JSONL, Layout::VERIFY] {
        finds("V-DERIVED", |files| edit(files, name, "0x", "0X"));
    }
}

#[test]
fn a_digest_of_something_else() {
    let sealed = manifest(team()).parts[0].sealed_sha256.to_string();
    let other = manifest(team()).parts[1].sealed_sha256.to_string();
    finds("V-DIGESTS", |files| edit(files, Layout::MANIFEST, &sealed, &other));
    finds("V-DIGESTS", |files| edit(files, &Layout::part("member-1"), &sealed, &other));
}

#[test]
fn another_member_s_part() {
    finds("V-HEADING", |files| {
        let other = files[&Layout::part("member-2")].clone();
        files.insert(Layout::part("member-3"), other);
    });
}

#[test]
fn journals_cut_reordered_or_of_another() {
    let lines = |files: &Files, name: &str| -> Vec<Vec<u8>> {
        files[name].split_inclusive(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect()
    };
    for (check, name) in
        [("V-JOURNAL", Layout::journal("member-1")), ("V-TEAM-JOURNAL", Layout::TEAM_JOURNAL.to_owned())]
    {
        finds(check, |files| {
            let mut cut = lines(files, &name);
            cut.pop();
            files.insert(name.clone(), cut.concat());
        });
        finds(check, |files| {
            let mut swapped = lines(files, &name);
            swapped.swap(2, 3);
            files.insert(name.clone(), swapped.concat());
        });
        finds(check, |files| edit(files, &name, "2000-01-01T00:00:00Z", "yesterday"));
        finds(check, |files| {
            let other = files[&Layout::journal("member-2")].clone();
            files.insert(name.clone(), other);
        });
    }
}

#[test]
fn whatever_lies_there_instead_is_no_reason_to_panic() {
    let deep = "[".repeat(100_000);
    for name in solo().keys() {
        for other in [&b""[..], b"{}", b"null", b"\xff\xfe", b"{\"seq\":0}\n", deep.as_bytes()] {
            let mut files = solo().clone();
            files.insert(name.clone(), other.to_vec());
            assert!(!judge_rehearsal(&files).ok(), "{name}");
        }
    }
    assert!(!judge_rehearsal(&Files::new()).ok());
}
