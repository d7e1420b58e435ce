//! A history: three custodians, three manifests, each carrying what the ones before it confirmed.

use gishiki::ceremony::follows;
use gishiki::keys::Digest;
use gishiki::manifest::{Layout, Manifest, ManifestAddress, Previous, canonical};
use gishiki::text::{Catalog, Lang};
use gishiki::verify::{Evidence, Report, Verdict};
use serde_json::{Value, json};

use super::forger::forge;
use super::lineage::*;
use super::maker::*;

/// What a check says, by the ids of its sentences.
fn said(report: &Report, check: &str) -> Vec<String> {
    let of = report.outcomes.iter().filter(|it| it.check == check && it.verdict != Verdict::Established);
    of.map(|it| it.detail.id().to_owned()).collect()
}

fn row<'m>(manifest: &'m Manifest, role: &str) -> &'m ManifestAddress {
    manifest.addresses.iter().find(|row| row.role == role).unwrap()
}

#[test]
fn a_history_holds_with_and_without_what_came_before() {
    let (second, third) = (&second().1, &third().1);
    for (files, before) in [
        (second, vec![team()]),
        (third, vec![second]),
        (third, vec![team(), second]),
        (second, vec![]),
        (third, vec![]),
    ] {
        let report = judge(files, &trusting(&before));
        assert!(report.ok(), "{}", report.json());
        let alone = judge(&public(files), &trusting(&before));
        assert!(alone.ok(), "{}", alone.json());
        assert_eq!(said(&report, "V-CARRIED"), Vec::<String>::new());
        assert_eq!(said(&report, "V-RETIRED").is_empty(), !before.is_empty());
    }
}

#[test]
fn only_wallets_with_something_new_are_opened_and_each_row_says_where_it_is_from() {
    let (two, three) = (manifest(&second().1), manifest(&third().1));
    let members = |it: &Manifest| it.parts.iter().map(|part| part.member.clone()).collect::<Vec<_>>();
    assert_eq!((members(&two), members(&three)), (vec!["member-1".to_owned()], vec!["member-2".to_owned()]));
    let opened: Vec<_> =
        second().1.keys().filter(|name| name.starts_with("public/statements/member")).collect();
    assert_eq!(opened.len(), 2, "{opened:?}");
    // The first address of the wallet was shown again and its evidence is new; the others keep theirs.
    assert_eq!((row(&two, "ssv-1-1").since, row(&two, "ssv-1-2").since), (None, Some(1)));
    assert_eq!((row(&two, "ssv-2-1").since, row(&two, "owner-1").since), (None, Some(1)));
    assert_eq!((row(&three, "ssv-1-1").since, row(&three, "ssv-1-2").since), (Some(2), Some(1)));
    assert_eq!(row(&three, "reserve").since, None);
    assert_eq!(three.retired[0].name, "diva-ops");
    assert!(three.addresses.iter().all(|row| row.role != "diva-ops"));
    assert_eq!(three.policy, manifest(team()).policy);
}

/// The failures of the third bundle after this change, everything remade that needs no key.
fn tampered(change: impl Fn(&mut Files)) -> Report {
    let mut files = third().1.clone();
    change(&mut files);
    judge(&forge(&third().1, &files), &trusting(&[&second().1]))
}

#[track_caller]
fn flawed(flaw: &str, change: impl Fn(&mut Files)) {
    let report = tampered(change);
    let found = report.of(Verdict::Failed).find(|it| it.check == "V-CARRIED").expect("a flaw").detail.clone();
    assert!(format!("{found:?}").contains(&format!("Text(\"{flaw}\")")), "{found:?}");
}

const OLD: &str = "public/carried/1.member-3.json";

#[test]
fn what_is_carried_is_what_was_signed() {
    flawed("missing", |files| drop(files.remove("public/carried/1.member-3.MasterAdminVault.sig")));
    flawed("missing", |files| drop(files.remove("sealed/carried/1.member-3.json")));
    flawed("form", |files| files.get_mut(OLD).unwrap().push(b'\n'));
    flawed("heading", |files| {
        drop(files.insert(OLD.to_owned(), files["public/carried/1.member-1.json"].clone()))
    });
    flawed("heading", |files| edit(files, OLD, |it| it["ceremony"]["testnet"] = json!(true)));
    flawed("row", |files| edit(files, OLD, |it| it["addresses"][0]["path"] = json!("m/44'/60'/7'/0/0")));
    flawed("wallet", |files| {
        let other = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
        edit(files, OLD, |it| it["wallets"][0]["identity"] = json!(other));
    });
    for (member, value) in [("tier", json!(2)), ("entry", json!("host")), ("entries", json!(3))] {
        flawed("typed", |files| edit(files, OLD, |it| it["wallets"][0][member] = value.clone()));
    }
    // A change that leaves rows and wallets alone moves the digest that the wallets signed.
    flawed("signature", |files| edit(files, OLD, |it| it["exceptions"] = json!(1)));
    flawed("statement", |files| {
        files.get_mut("public/carried/1.member-3.MasterAdminVault.txt").unwrap().push(b'\n');
    });
    flawed("signature", |files| {
        let other = files["public/carried/1.member-3.PersonalPayout3.sig"].clone();
        files.insert("public/carried/1.member-3.MasterAdminVault.sig".to_owned(), other);
    });
    // Where the part is remade to name another sealed file, it is no more the one that was signed.
    let swap = |files: &mut Files| {
        let other = files["sealed/carried/1.member-1.json"].clone();
        files.insert("sealed/carried/1.member-3.json".to_owned(), other);
    };
    flawed("signature", swap);
    let mut files = third().1.clone();
    swap(&mut files);
    let failed = judge(&files, &trusting(&[&second().1])).failed();
    assert!(failed.contains(&"V-CARRIED") && failed.contains(&"V-SUMS"), "{failed:?}");
}

fn edit(files: &mut Files, name: &str, change: impl Fn(&mut Value)) {
    let mut value: Value = serde_json::from_slice(&files[name]).unwrap();
    change(&mut value);
    files.insert(name.to_owned(), canonical::to_bytes(&value).unwrap());
}

#[test]
fn a_trusted_manifest_knows_the_parts_that_are_carried() {
    let mut other = Previous::new(&second().1[Layout::MANIFEST]).unwrap();
    other.manifest.carried[0].part_sha256 = Digest::of("another");
    let report = judge(&third().1, &Evidence { previous: vec![other], ..rehearsal() });
    assert_eq!(said(&report, "V-CARRIED"), ["v-carried-previous"]);
}

/// The third ceremony with another plan.
fn thirds(edits: &[(&str, &str)]) -> Report {
    let text = edits.iter().fold(third_plan(), |text, (from, to)| {
        assert!(text.contains(from), "the plan has no {from:?}");
        text.replacen(from, to, 1)
    });
    judge(&rehearse_after(&text, &second().1), &trusting(&[&second().1]))
}

/// Why nobody begins a third ceremony with another plan.
fn refused(edits: &[(&str, &str)]) -> Option<String> {
    let text = edits.iter().fold(third_plan(), |text, (from, to)| {
        assert!(text.contains(from), "the plan has no {from:?}");
        text.replacen(from, to, 1)
    });
    follows(&plan(&text), true, &previous_of(&second().1)).err().map(|problem| problem.id().to_owned())
}

fn previous_of(files: &Files) -> Previous {
    Previous::new(&files[Layout::MANIFEST]).unwrap()
}

#[test]
fn what_the_verifier_would_refuse_is_not_begun() {
    assert_eq!(refused(&[]), None);
    let problem = follows(&plan(&third_plan()), true, &previous_of(&third().1)).unwrap_err();
    assert_eq!(problem.id(), "previous-other");
    // A wallet's first address is on its paper.
    let first = "path = \"0'/0/0\"\naddress = \"0xea7eFC9A182eE0be173f514f828c5ca6a0382036\"\nconfirmed = 1";
    assert_eq!(
        refused(&[(
            first,
            "path = \"0'/0/9\"\nconfirmed = 1\naddress = \"0xea7eFC9A182eE0be173f514f828c5ca6a0382036\""
        )]),
        Some("next-first".to_owned())
    );
    // Shown again at its old path it does not vanish.
    let known = "address = \"0xf5E1001A7b4CFD58AA4991Ad204dDa2B8eaB7331\"\nconfirmed = 1\n";
    assert_eq!(refused(&[(known, "")]), None);
}

#[test]
fn nothing_vanishes_and_nothing_is_retired_that_never_was() {
    let entry = RETIRED.strip_suffix("[manifest]").unwrap();
    assert_eq!(said(&thirds(&[(entry, "")]), "V-RETIRED"), ["v-retired-vanished"]);
    assert_eq!(refused(&[(entry, "")]), Some("next-vanished".to_owned()));
    let other = entry.replace("HW - Diva Ops", "HW - Diva");
    assert_eq!(said(&thirds(&[(entry, &other)]), "V-RETIRED"), ["v-retired-other"]);
    let never = "[[retired]]\nname = \"a\"\nlabel = \"A\"\naddress = \"0x00000000219ab540356cBB839Cbe05303d7705Fa\"\n\
                 sequence = 3\nreason = \"why\"\n\n[[retired]]\nname = \"diva-ops\"";
    let report = thirds(&[("[[retired]]\nname = \"diva-ops\"", never)]);
    assert_eq!(said(&report, "V-RETIRED"), ["v-retired-never"]);
    // A fourth that forgets what the third retired.
    let fourth = next(&third().1, &[(entry, "")]);
    assert_eq!(follows(&plan(&fourth), true, &previous_of(&third().1)).unwrap_err().id(), "next-forgotten");
    let report = judge(&rehearse_after(&fourth, &third().1), &trusting(&[&third().1]));
    assert_eq!(said(&report, "V-RETIRED"), ["v-retired-forgotten"]);
}

/// A member who joins, before the table that follows.
const JOINING: &str = "[[custodian]]\nname = \"member-4\"\n\n[[seed]]\nname = \"seed-4\"\ncustodian = \"member-4\"\n\
    kind = \"slip39-20\"\nmay_move_to_ledger = false\n\n[[wallet]]\nname = \"Late\"\ncustodian = \"member-4\"\nseed = \"seed-4\"\n\
    tier = 3\nentry = \"device\"\nsigner = \"late\"\n\n[[role]]\nname = \"late\"\nlabel = \"HW - Late\"\n\
    wallet = \"member-4/Late\"\npath = \"0'/0/0\"\n\n[[external]]\nname = \"rocket";

/// What the report says of seeds that nothing compares: whose, and with whose.
fn apart(report: &Report) -> Vec<String> {
    let english = Catalog::new(Lang::En);
    let of_seeds = report.outcomes.iter().filter(|it| it.detail.id() == "v-unique-seeds-apart");
    let told = of_seeds.map(|it| english.say(&it.detail));
    let told = told.map(|it| it.split(". ").next().unwrap().replace("Not checked: whether ", ""));
    told.map(|it| it.replace("shares a seed with", "|")).collect()
}

#[test]
fn members_without_a_ceremony_in_common_are_told_whatever_else_is_new() {
    for files in [&second().1, &third().1] {
        assert_eq!(apart(&judge(files, &trusting(&[]))), Vec::<String>::new());
    }
    let joined = extended(team(), &[], &[("[[external]]\nname = \"rocket", JOINING)]);
    let two = rehearse_after(&joined, team());
    let strangers = ["member-1 | member-4", "member-2 | member-4", "member-3 | member-4"];
    assert_eq!(apart(&judge(&two, &trusting(&[team()]))), strangers);
    // Nobody is new in the third; and the one who is at hand never met the fourth.
    let three = rehearse_after(&next(&two, &[]), &two);
    let report = judge(&three, &trusting(&[team(), &two]));
    assert!(report.ok(), "{}", report.json());
    assert_eq!(apart(&report), strangers);
    // Had the first been opened beside the fourth, they would be compared.
    let met = rehearse_after(&next(team(), &[("[[external]]\nname = \"rocket", JOINING)]), team());
    assert_eq!(apart(&judge(&met, &trusting(&[team()]))), strangers[1..]);
}

#[test]
fn those_who_signed_before_agree() {
    let three = "signers = [\"owner-1\", \"owner-2\", \"owner-3\"]";
    let report =
        thirds(&[(three, "signers = [\"owner-1\", \"owner-3\"]"), ("succession = 2", "succession = 1")]);
    assert!(report.ok(), "{}", report.json());
    let report =
        thirds(&[(three, "signers = [\"owner-1\", \"reserve\"]"), ("succession = 2", "succession = 1")]);
    assert_eq!(said(&report, "V-SUCCESSION"), ["v-succession-few"]);
    let edits = [(three, "signers = [\"owner-1\", \"reserve\"]"), ("succession = 2", "succession = 1")];
    assert_eq!(refused(&edits), Some("next-succession".to_owned()));
}

#[test]
fn a_label_is_nobody_else_s_ever_again() {
    // The first manifest gave it to another address; the second is not the one that says so.
    let text = second().0.replace("HW - SSV {cluster}-{operator}", "HW - Node {cluster}-{operator}");
    let renamed = rehearse_after(&text, team());
    let reserve = RESERVE.replace("HW - Reserve", "HW - SSV 1-1");
    let text = next(&renamed, &[("[[external]]\nname = \"rocket", &reserve)]);
    let report = judge(&rehearse_after(&text, &renamed), &trusting(&[&renamed]));
    assert!(report.ok(), "{}", report.json());
    let report = judge(&rehearse_after(&text, &renamed), &trusting(&[team(), &renamed]));
    assert_eq!(said(&report, "V-UNIQUE"), ["v-unique-reused"]);
}

#[test]
fn the_next_plan_keeps_every_comment_and_decides_nothing() {
    let text = &second().0;
    let comments =
        |text: &str| text.lines().filter(|line| line.starts_with('#')).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(comments(text), comments(TEAM));
    // Without anything new nobody opens a wallet for addresses.
    let same = next(&second().1, &[]);
    assert_eq!(plan(&same).members(), Vec::<String>::new());
    let files = rehearse_after(&same, &second().1);
    let report = judge(&files, &trusting(&[&second().1]));
    assert!(report.ok(), "{}", report.json());
    let addresses =
        |it: &Manifest| it.addresses.iter().map(|row| (row.role.clone(), row.address)).collect::<Vec<_>>();
    assert_eq!(addresses(&manifest(&files)), addresses(&manifest(&second().1)));
    // And the next after that is the same again but for its place in the chain.
    let again = next(&files, &[]);
    let place = |text: &str| {
        text.lines()
            .filter(|line| !line.starts_with("previous") && !line.starts_with("sequence = "))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(place(&again), place(&same));
}
