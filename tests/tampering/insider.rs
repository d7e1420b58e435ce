//! Somebody who holds every key of this ceremony signs what was changed: the reviewed plan, the earlier manifests and arithmetic
//! speak against it.

use gishiki::manifest::{Layout, canonical};
use gishiki::verify::Evidence;
use serde_json::{Value, json};

use super::forger::forge_and_sign;
use super::maker::{Files, TESTNET, plan, public, real, rehearse, told};
use super::trial::{Row, Trial};
use super::world::{Age, ages};

const LABEL: &str = "HW - Lido Ops";

/// Composed and decomposed letters, letters of other alphabets, and what looks alike in ASCII.
const ALIKE: [&str; 7] = [
    "HW - L\u{ed}do Ops",
    "HW - Li\u{301}do Ops",
    "HW - Lid\u{43e} Ops",
    "HW - Lid0 Ops",
    "HW - L1do Ops",
    "HW -  Lido Ops",
    "HW - Lido Ops\u{200b}",
];

pub fn rows() -> Vec<Row> {
    vec![
        Row::new(
            "a label in composed, decomposed or confusable letters, in manifest and parts, all signed anew",
            labels(false),
        ),
        Row::new("the same, in the plan, too; judged with the reviewed plan", labels(true)),
        Row::new(
            "fewer signers, another succession, an unpinned part's mark: the manifest signed anew",
            policies(),
        ),
        Row::new(
            "a rehearsal passed as real; marks taken out, all signed anew; the public part of it alone",
            as_real(),
        ),
        Row::new(
            "a carried wallet's tier, or where its passphrase was typed, told otherwise by plan and manifest, all signed anew",
            typed(),
        ),
        Row::new("a testnet's ceremony passed as mainnet's, all signed anew", as_mainnet()),
        Row::new("a real ceremony passed as a rehearsal", as_rehearsal()),
    ]
}

/// Replaces a text wherever it stands in the files that this ceremony's keys sign, and signs all of it.
fn resigned(age: &Age, change: impl Fn(&mut Files)) -> Files {
    let mut files = age.files.clone();
    change(&mut files);
    assert!(files != *age.files);
    forge_and_sign(&plan(age.plan), age.files, &files)
}

fn replace(files: &mut Files, from: &str, to: &str, applies: impl Fn(&str) -> bool) {
    for (_, bytes) in files.iter_mut().filter(|(name, _)| applies(name)) {
        *bytes = String::from_utf8(bytes.clone()).unwrap().replace(from, to).into_bytes();
    }
}

fn labels(in_plan: bool) -> Vec<Trial> {
    let mut trials = Vec::new();
    for age in ages() {
        let evidence = Evidence { plan: in_plan.then(|| plan(age.plan)), ..age.evidence.clone() };
        for other in ALIKE {
            let applies = move |name: &str| !name.contains("/carried/") && (in_plan || name != Layout::PLAN);
            let make = move || resigned(age, |files| replace(files, LABEL, other, applies));
            trials.push(Trial::new(format!("{} {other}", age.sequence), age.files, &evidence, make));
        }
    }
    trials
}

fn edit_manifest(files: &mut Files, change: &dyn Fn(&mut Value)) {
    let mut value: Value = serde_json::from_slice(&files[Layout::MANIFEST]).unwrap();
    change(&mut value);
    files.insert(Layout::MANIFEST.to_owned(), canonical::to_bytes(&value).unwrap());
}

/// A change of the manifest's contents.
type Change = fn(&mut Value);

fn policies() -> Vec<Trial> {
    let changes: [(&'static str, Change); 5] = [
        ("one signer fewer", |it| drop(it["policy"].as_array_mut().unwrap().pop())),
        ("no signer", |it| it["policy"] = json!([])),
        ("succession 1", |it| it["succession"] = json!(1)),
        ("no succession", |it| drop(it.as_object_mut().unwrap().remove("succession"))),
        ("unpinned", |it| it["parts"][0]["unpinned"] = json!(true)),
    ];
    let one = |age: &'static Age, (name, change): (&'static str, Change)| {
        let make = move || resigned(age, |files| edit_manifest(files, &change));
        Trial::new(format!("{} {name}", age.sequence), age.files, &age.evidence, make)
    };
    ages().iter().flat_map(|age| changes.map(|change| one(age, change))).collect()
}

fn as_real() -> Vec<Trial> {
    let mut trials = Vec::new();
    for age in ages() {
        let real = Evidence { rehearsal: false, ..age.evidence.clone() };
        trials.push(Trial::passed("as it is", age.files, real.clone()));
        let unmark = |files: &mut Files| {
            replace(files, "\"rehearsal\":true", "\"rehearsal\":false", |_| true);
            replace(files, "\"simulated\":true", "\"simulated\":false", |_| true);
            replace(files, "\"bench\":\"simulated\"", "\"bench\":\"usb\"", |_| true);
        };
        let make = move || resigned(age, unmark);
        trials.push(Trial::new("without marks".to_owned(), age.files, &real, make).with_seeds());
        let make = move || public(&resigned(age, unmark));
        trials.push(Trial::new("without marks, public".to_owned(), age.files, &real, make).with_seeds());
    }
    trials
}

/// The public part alone: a device's proof is of the plan's bytes, too, and gives every other plan away.
fn typed() -> Vec<Trial> {
    let mut trials = Vec::new();
    for age in &ages()[1..] {
        for wallet in ["MasterAdminVault\"\ncustodian = \"member-3", "PersonalPayout1", "PersonalPayout2"] {
            for (from, to) in [("tier = ", "tier = 9 # "), ("entry = \"device", "entry = \"host")] {
                let make = move || public(&resigned(age, |files| retype(files, wallet, from, to)));
                trials.push(Trial::new(
                    format!("{} {wallet} {to}", age.sequence),
                    age.files,
                    &age.evidence,
                    make,
                ));
            }
        }
    }
    trials
}

/// Has the plan say this of a wallet, and the manifest's rows of it what the plan says.
fn retype(files: &mut Files, wallet: &str, from: &str, to: &str) {
    let text = String::from_utf8(files[Layout::PLAN].clone()).unwrap();
    let at = text.find(&format!("name = \"{wallet}\"")).unwrap();
    let (start, table) = text.split_at(at);
    files.insert(Layout::PLAN.to_owned(), format!("{start}{}", table.replacen(from, to, 1)).into_bytes());
    let planned = plan(std::str::from_utf8(&files[Layout::PLAN]).unwrap());
    edit_manifest(files, &|it| {
        for row in it["addresses"].as_array_mut().unwrap() {
            let of = |wallet: &&gishiki::plan::Wallet| {
                row["wallet"] == wallet.id.name.as_str() && row["member"] == wallet.id.custodian.as_str()
            };
            row["tier"] = planned.wallets.iter().find(of).unwrap().tier.into();
        }
    });
}

fn as_mainnet() -> Vec<Trial> {
    let files = rehearse(TESTNET);
    let evidence = Evidence { rehearsal: true, ..told(&files) };
    let unmarked = |in_plan: bool| {
        let mut other = files.clone();
        let applies = move |name: &str| in_plan || name != Layout::PLAN;
        replace(&mut other, "\"testnet\":true", "\"testnet\":false", applies);
        replace(&mut other, "\"chain_id\":560048", "\"chain_id\":1", applies);
        replace(&mut other, "chain_id = 560048", "chain_id = 1", applies);
        assert!(other != files);
        forge_and_sign(&plan(TESTNET), &files, &other)
    };
    let reviewed = Evidence { plan: Some(plan(TESTNET)), ..evidence.clone() };
    vec![
        Trial::passed("marks only", &unmarked(false), evidence),
        Trial::passed("marks and plan", &unmarked(true), reviewed),
    ]
}

fn as_rehearsal() -> Vec<Trial> {
    let files = real(super::maker::SOLO);
    vec![Trial::passed("real", &files, Evidence { rehearsal: true, ..told(&files) })]
}
