//! Tampering by somebody who holds every key, and signs it: what then speaks against it is the plan, the xpubs, the
//! journals and arithmetic.

use gishiki::manifest::{Layout, canonical};
use serde_json::Value;

use super::forger::forge_and_sign;
use super::maker::*;

/// The checks that fail for these files once everything is remade and signed anew.
fn found(tamper: impl Fn(&mut Files)) -> Vec<&'static str> {
    let mut files = team().clone();
    tamper(&mut files);
    judge_rehearsal(&forge_and_sign(&plan(TEAM), team(), &files)).failed()
}

#[track_caller]
fn finds(check: &str, tamper: impl Fn(&mut Files)) {
    let failed = found(tamper);
    assert!(failed.contains(&check), "{failed:?}");
    assert!(!failed.contains(&"V-SIGNATURE"), "{failed:?}");
}

/// Replaces a text in these files, wherever it stands.
fn edit(files: &mut Files, names: &[&str], from: &str, to: &str) {
    for name in names {
        let text = String::from_utf8(files[*name].clone()).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        files.insert((*name).to_owned(), text.replace(from, to).into_bytes());
    }
}

/// Changes a JSON file's contents and writes it in its one encoding.
fn change(files: &mut Files, name: &str, change: impl Fn(&mut Value)) {
    let mut value: Value = serde_json::from_slice(&files[name]).unwrap();
    change(&mut value);
    files.insert(name.to_owned(), canonical::to_bytes(&value).unwrap());
}

const PART: &str = "public/parts/member-1.json";
const SEALED: &str = "sealed/member-1.json";
const JOURNAL: &str = "sealed/journal-member-1.jsonl";

#[test]
fn with_nothing_changed_the_forger_changes_nothing() {
    assert_eq!(&forge_and_sign(&plan(TEAM), team(), team()), team());
}

#[test]
fn what_is_signed_anew_is_well_signed() {
    let mut files = team().clone();
    change(&mut files, Layout::MANIFEST, |it| it["tool"]["version"] = "9.9.9".into());
    let failed = judge_rehearsal(&forge_and_sign(&plan(TEAM), team(), &files)).failed();
    // Nothing but the journal knows which program wrote it.
    assert_eq!(failed, ["V-TEAM-JOURNAL"]);
}

#[test]
fn a_renamed_label() {
    finds("V-ROWS", |files| edit(files, &[Layout::MANIFEST], "HW - Lido Ops", "HW - Lido Opps"));
    finds("V-ROWS", |files| edit(files, &[Layout::MANIFEST, PART], "HW - Lido Ops", "HW - Lido Opps"));
    finds("V-UNIQUE", |files| {
        edit(files, &[Layout::MANIFEST, PART], "HW - Lido Ops", "HW - Puffer Ops");
    });
}

#[test]
fn rows_reordered_or_removed() {
    finds("V-ROWS", |files| {
        for name in [Layout::MANIFEST, PART] {
            change(files, name, |it| it["addresses"].as_array_mut().unwrap().swap(2, 3));
        }
    });
    finds("V-ROWS", |files| {
        for name in [Layout::MANIFEST, PART] {
            change(files, name, |it| drop(it["addresses"].as_array_mut().unwrap().remove(3)));
        }
    });
    finds("V-ROWS", |files| {
        change(files, Layout::MANIFEST, |it| it["externals"] = Value::Array(Vec::new()));
    });
}

#[test]
fn a_removed_wallet() {
    finds("V-WALLETS", |files| {
        change(files, PART, |it| {
            it["wallets"].as_array_mut().unwrap().retain(|wallet| wallet["name"] != "TeamFunds");
            it["addresses"].as_array_mut().unwrap().retain(|row| row["wallet"] != "TeamFunds");
        });
        change(files, Layout::MANIFEST, |it| {
            for list in ["addresses", "wallet_signers"] {
                it[list].as_array_mut().unwrap().retain(|row| row["wallet"] != "TeamFunds");
            }
        });
    });
}

#[test]
fn a_wallet_otherwise_than_planned() {
    for (member, value) in [
        ("tier", Value::from(3)),
        ("entries", 1.into()),
        ("entry", "host".into()),
        ("signer", "lido-ops".into()),
    ] {
        finds("V-WALLETS", |files| change(files, PART, |it| it["wallets"][0][member] = value.clone()));
    }
}

#[test]
fn another_policy() {
    finds("V-POLICY", |files| {
        change(files, Layout::MANIFEST, |it| drop(it["policy"].as_array_mut().unwrap().pop()));
    });
    finds("V-POLICY", |files| {
        change(files, Layout::MANIFEST, |it| drop(it["wallet_signers"].as_array_mut().unwrap().pop()));
    });
}

#[test]
fn a_mark_that_the_team_s_journal_does_not_know() {
    finds("V-TEAM-JOURNAL", |files| {
        change(files, Layout::MANIFEST, |it| it["parts"][1]["unpinned"] = true.into())
    });
}

#[test]
fn another_threshold_owner_or_calldata() {
    for (from, to) in
        [("\"threshold\":2", "\"threshold\":1"), ("\"version\":\"1.4.1\"", "\"version\":\"1.3.0\"")]
    {
        finds("V-CONTRACT", |files| edit(files, &[Layout::MANIFEST], from, to));
    }
    finds("V-CONTRACT", |files| {
        change(files, Layout::MANIFEST, |it| it["contracts"].as_array_mut().unwrap().swap(0, 1));
    });
    finds("V-CONTRACT", |files| {
        change(files, Layout::MANIFEST, |it| drop(it["contracts"].as_array_mut().unwrap().pop()));
    });
    finds("V-CONTRACT", |files| {
        change(files, "public/contracts/treasury.json", |it| it["deployment"]["threshold"] = 1.into());
    });
}

#[test]
fn another_batch() {
    for (member, value) in [
        ("from_name", Value::from("treasury")),
        ("label", "Gas".into()),
        ("needs", Value::Array(Vec::new())),
        ("changes", "treasury".into()),
    ] {
        finds("V-BATCH", |files| {
            change(files, Layout::MANIFEST, |it| it["batches"][0][member] = value.clone())
        });
    }
    for (member, value) in [("value", "1"), ("data", "0x00"), ("what", "pay 2.4 ether (gas) to lido-ops")] {
        finds("V-BATCH", |files| {
            change(files, Layout::MANIFEST, |it| it["batches"][0]["calls"][0][member] = value.into());
        });
    }
    finds("V-BATCH", |files| {
        change(files, Layout::MANIFEST, |it| drop(it["batches"].as_array_mut().unwrap().pop()));
    });
}

#[test]
fn another_address() {
    let rows = manifest(team()).addresses;
    let address = |role: &str| rows.iter().find(|row| row.role == role).unwrap().address.to_string();
    let (own, other) = (address("puffer-ops"), "0x000000000000000000000000000000000000dEaD".to_owned());
    finds("V-ADDRESS", |files| edit(files, &[Layout::MANIFEST, PART, JOURNAL], &own, &other));
    finds("V-TEST-SEED", |files| edit(files, &[Layout::MANIFEST, PART, JOURNAL], &own, &other));
    let twice = address("diva-ops");
    finds("V-UNIQUE", |files| edit(files, &[Layout::MANIFEST, PART, JOURNAL], &own, &twice));
}

#[test]
fn another_account_or_wallet() {
    finds("V-ADDRESS", |files| {
        change(files, SEALED, |it| it["accounts"][0]["xpub"] = it["accounts"][1]["xpub"].clone());
    });
    finds("V-IDENTITY", |files| {
        change(files, SEALED, |it| it["accounts"][0]["xpub"] = it["accounts"][2]["xpub"].clone());
    });
    finds("V-IDENTITY", |files| {
        change(files, SEALED, |it| it["accounts"].as_array_mut().unwrap().swap(0, 1));
    });
    finds("V-UNIQUE", |files| {
        change(files, PART, |it| it["wallets"][0]["identity"] = it["wallets"][1]["identity"].clone());
    });
}

#[test]
fn a_seed_that_two_members_share() {
    let commitment = |member: &str| {
        let sealed: Value = serde_json::from_slice(&team()[&Layout::sealed(member)]).unwrap();
        sealed["seed_commitment"].as_str().unwrap().to_owned()
    };
    let (one, two) = (commitment("member-1"), commitment("member-2"));
    finds("V-UNIQUE", |files| {
        edit(files, &["sealed/member-2.json", "sealed/journal-member-2.jsonl"], &two, &one)
    });
}

#[test]
fn another_plan_under_the_same_results() {
    let another = TEAM.replace("HW - Lido Ops", "HW - Lido Opps");
    finds("V-ROWS", |files| drop(files.insert(Layout::PLAN.to_owned(), another.clone().into_bytes())));
    // One that nobody could run.
    let mut files = team().clone();
    files.insert(Layout::PLAN.to_owned(), TEAM.replace("threshold = 2", "threshold = 9").into_bytes());
    let forged = forge_and_sign(&plan(TEAM), team(), &files);
    assert_eq!(judge_rehearsal(&forged).failed(), ["V-PLAN"]);
}

#[test]
fn another_ceremony_in_one_of_the_files() {
    for name in [Layout::MANIFEST, PART, SEALED] {
        for (member, value) in [
            ("sequence", Value::from(2)),
            ("id", "other".into()),
            ("testnet", true.into()),
            ("chain_id", 5.into()),
        ] {
            finds("V-HEADING", |files| change(files, name, |it| it["ceremony"][member] = value.clone()));
        }
    }
}

#[test]
fn exceptions_hidden_or_invented() {
    finds("V-EXCEPTIONS", |files| change(files, Layout::MANIFEST, |it| it["exceptions"] = 1.into()));
    finds("V-EXCEPTIONS", |files| change(files, PART, |it| it["exceptions"] = 1.into()));
}

#[test]
fn a_part_that_its_journal_does_not_tell() {
    finds("V-JOURNAL", |files| change(files, PART, |it| it["tool"]["version"] = "9.9.9".into()));
    finds("V-JOURNAL", |files| change(files, SEALED, |it| it["journal_events"] = 7.into()));
    finds("V-JOURNAL", |files| {
        change(files, SEALED, |it| it["journal_head"] = "0".repeat(64).into());
    });
}

#[test]
fn a_device_that_was_not_what_it_should_be() {
    finds("V-DEVICE", |files| edit(files, &[SEALED, JOURNAL], "\"simulated\":true", "\"simulated\":false"));
    finds("V-DEVICE", |files| {
        edit(files, &[SEALED, JOURNAL], "\"hindrances\":[]", "\"hindrances\":[\"no-pin\"]")
    });
    let id = |member: &str| {
        let sealed: Value = serde_json::from_slice(&team()[&Layout::sealed(member)]).unwrap();
        sealed["device"]["device_id"].as_str().unwrap().to_owned()
    };
    finds("V-DEVICE", |files| edit(files, &[SEALED, JOURNAL], &id("member-1"), &id("member-2")));
}

/// In a rehearsal nothing can have proved to be a sold device, and a Safe 5 can prove something.
#[test]
fn a_device_that_is_said_to_have_proved_something_else() {
    for said in ["production", "none", "other"] {
        finds("V-GENUINE", |files| {
            edit(files, &[SEALED], "\"authenticity\":\"simulated\"", &format!("\"authenticity\":\"{said}\""));
        });
    }
    // The proof itself stands in the journal, and is followed again there.
    finds("V-JOURNAL", |files| {
        edit(files, &[JOURNAL], "\"proof\":{\"certificates\":[\"30", "\"proof\":{\"certificates\":[\"31")
    });
}
