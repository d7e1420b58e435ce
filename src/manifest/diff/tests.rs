//! Differences of manifests, over every field of a rehearsal's.

use serde_json::Value;

use super::*;

const SHIPPED: &[u8] = include_bytes!("../../../manifests/rehearsal-bonded-validator-1/public/manifest.json");

fn shipped() -> Value {
    serde_json::from_slice(SHIPPED).unwrap()
}

/// The shipped one with everything in it that a manifest may have besides.
fn rich() -> Value {
    let mut value = shipped();
    value["succession"] = 1.into();
    value["parts"][0]["unpinned"] = true.into();
    value["addresses"][1]["since"] = 3.into();
    let digest = "cd".repeat(32);
    value["carried"] =
        json!([{ "member": "member-1", "part_sha256": digest, "sealed_sha256": digest, "sequence": 3 }]);
    value["retired"] =
        json!([{ "address": COMER, "label": "Old", "name": "old", "reason": "moved", "sequence": 2 }]);
    let call = json!({ "data": "0x", "to": COMER, "value": "1", "what": "sends 1 wei" });
    value["batches"] = json!([{
        "calls": [call], "changes": "x", "from": COMER, "from_name": "safe", "label": "First", "name": "first", "needs": ["x"],
    }]);
    let safe = safe(&mut value);
    for which in ["before", "present"] {
        safe[which] = json!({ "owners": safe["owners"], "owner_names": safe["owner_names"], "threshold": safe["threshold"] });
    }
    let split = split(&mut value);
    for which in ["before", "present"] {
        let mut standing = json!({ "split_hash": "0x00" });
        for member in [
            "allocations",
            "incentive",
            "owner",
            "owner_name",
            "recipient_names",
            "recipients",
            "total_allocation",
        ] {
            standing[member] = split[member].clone();
        }
        split[which] = standing;
    }
    value
}

fn manifest(value: &Value) -> Manifest {
    serde_json::from_value(value.clone()).unwrap()
}

/// What is told about a change of the shipped manifest: kinds with names.
fn told(change: impl FnOnce(&mut Value)) -> Vec<(String, String)> {
    let mut value = shipped();
    change(&mut value);
    let differences = diff(&manifest(&shipped()), &manifest(&value));
    differences.iter().map(|it| (it.kind().to_owned(), it.name.clone())).collect()
}

fn has(told: &[(String, String)], kind: &str, name: &str) {
    assert!(told.iter().any(|(k, n)| k == kind && n == name), "{kind} {name}: {told:?}");
}

/// Every place in a document that holds a text, a number or a flag, as a JSON pointer.
fn leaves(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| leaves(value, &format!("{at}/{name}"), found));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(position, it)| leaves(it, &format!("{at}/{position}"), found));
        }
        _ => found.push(at.to_owned()),
    }
}

/// Other values of the same kind that a manifest can still be read with.
fn others(value: &Value) -> Vec<Value> {
    match value {
        Value::Bool(flag) => vec![(!flag).into()],
        Value::Number(number) => vec![(number.as_u64().unwrap() + 1).into()],
        Value::String(text) if text.starts_with("0x") && text.len() == 42 => {
            vec!["0x0000000000000000000000000000000000000001".into()]
        }
        Value::String(text) if text.starts_with("m/") => vec!["m/44'/60'/99'/0/7".into()],
        Value::String(text) if text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit()) => {
            vec!["ab".repeat(32).into()]
        }
        Value::String(text) if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) => {
            vec![format!("{text}1").into()]
        }
        Value::String(text) => vec![format!("{text}x").into()],
        _ => Vec::new(),
    }
}

#[test]
fn a_manifest_does_not_differ_from_itself() {
    assert_eq!(diff(&manifest(&shipped()), &manifest(&shipped())), []);
}

#[test]
fn every_field_that_changes_is_told() {
    let old = rich();
    let mut pointers = Vec::new();
    leaves(&old, "", &mut pointers);
    assert!(pointers.len() > 300, "{}", pointers.len());
    for pointer in pointers {
        for other in others(old.pointer(&pointer).unwrap()) {
            let mut new = old.clone();
            *new.pointer_mut(&pointer).unwrap() = other;
            let differences = diff(&manifest(&old), &manifest(&new));
            // That there are two histories is said of any two files; what makes them two must be said, too.
            let why = differences.iter().filter(|it| it.kind() != "fork").count();
            assert!(why > 0, "{pointer}: {differences:?}");
            let back = diff(&manifest(&new), &manifest(&old));
            assert!(back.iter().any(|it| it.kind() != "fork"), "{pointer}");
        }
    }
}

#[test]
fn every_entry_that_comes_goes_or_moves_is_told() {
    let old = shipped();
    for list in ["addresses", "contracts", "externals", "parts", "policy", "wallet_signers"] {
        let length = old[list].as_array().unwrap().len();
        for at in 0..length {
            let mut new = old.clone();
            new[list].as_array_mut().unwrap().remove(at);
            for (one, other) in [(&old, &new), (&new, &old)] {
                let differences = diff(&manifest(one), &manifest(other));
                assert!(differences.iter().any(|it| it.kind() != "fork"), "{list} {at}: {differences:?}");
            }
        }
        if length > 1 {
            let moved = told(|it| it[list].as_array_mut().unwrap().swap(0, 1));
            has(&moved, "order", "manifest");
        }
    }
}

#[test]
fn each_sentence_stands_in_both_languages_with_all_its_words() {
    let old = rich();
    let mut pointers = Vec::new();
    leaves(&old, "", &mut pointers);
    for pointer in pointers {
        for other in others(old.pointer(&pointer).unwrap()) {
            let mut new = old.clone();
            *new.pointer_mut(&pointer).unwrap() = other;
            for difference in diff(&manifest(&old), &manifest(&new)) {
                for lang in [Lang::En, Lang::Ja] {
                    let said = Catalog::new(lang).say(&difference.message);
                    assert!(!said.contains("{$") && !said.contains("{ $") && !said.is_empty(), "{said}");
                }
            }
        }
    }
}

/// The next manifest after the shipped one, as a change makes it.
fn next(change: impl FnOnce(&mut Value)) -> Vec<Difference> {
    let mut value = shipped();
    value["ceremony"]["sequence"] = 2.into();
    value["ceremony"]["previous"] = crate::keys::Digest::of(SHIPPED).to_string().into();
    value["addresses"].as_array_mut().unwrap().iter_mut().for_each(|row| row["since"] = 1.into());
    change(&mut value);
    diff(&manifest(&shipped()), &manifest(&value))
}

fn kinds(differences: &[Difference]) -> Vec<&str> {
    differences.iter().map(Difference::kind).collect()
}

#[test]
fn the_place_in_the_chain_is_told() {
    assert_eq!(kinds(&next(|_| {})), ["next"]);
    assert!(of_one_history(&next(|_| {})));
    let refused = |change: &dyn Fn(&mut Value), kind: &str| {
        let differences = next(|value| change(value));
        assert!(kinds(&differences).contains(&kind), "{differences:?}");
        assert!(!of_one_history(&differences));
    };
    refused(&|it| it["ceremony"]["previous"] = "none".into(), "not-previous");
    refused(&|it| it["ceremony"]["sequence"] = 1.into(), "fork");
    refused(&|it| it["ceremony"]["organisation"] = "Another".into(), "organisation");
    refused(&|it| it["ceremony"]["chain_id"] = 5.into(), "chain");
    refused(&|it| it["ceremony"]["rehearsal"] = false.into(), "rehearsal");
    refused(&|it| it["ceremony"]["testnet"] = true.into(), "testnet");
    assert_eq!(kinds(&next(|it| it["ceremony"]["sequence"] = 3.into())), ["gap"]);
    let again = next(|it| drop(it["addresses"][0].as_object_mut().unwrap().remove("since")));
    assert_eq!(kinds(&again), ["next", "address-again"]);
    let mut later = shipped();
    later["addresses"].as_array_mut().unwrap().iter_mut().for_each(|row| row["since"] = 1.into());
    later["ceremony"]["sequence"] = 2.into();
    assert_eq!(kinds(&diff(&manifest(&later), &manifest(&shipped()))), ["backwards"]);
}

#[test]
fn a_key_that_changed_under_its_name_is_told_as_that() {
    let dead = "0x000000000000000000000000000000000000dEaD";
    let told = told(|it| it["addresses"][0]["address"] = dead.into());
    let role = shipped()["addresses"][0]["role"].as_str().unwrap().to_owned();
    has(&told, "address-key", &role);
    assert!(!told.iter().any(|(kind, _)| kind == "address-new" || kind == "address-gone"), "{told:?}");
}

#[test]
fn two_labels_exchanged_are_two_other_labels() {
    let told = told(|it| {
        let label = it["addresses"][0]["label"].take();
        it["addresses"][0]["label"] = it["addresses"][1]["label"].take();
        it["addresses"][1]["label"] = label;
    });
    assert_eq!(told.iter().filter(|(kind, _)| kind == "address-label").count(), 2);
}

#[test]
fn what_is_gone_is_retired_by_name_or_missed() {
    let row = shipped()["addresses"][3].clone();
    let role = row["role"].as_str().unwrap();
    let gone = next(|it| drop(it["addresses"].as_array_mut().unwrap().remove(3)));
    assert_eq!(kinds(&gone), ["next", "address-gone"]);
    let retired = next(|it| {
        it["addresses"].as_array_mut().unwrap().remove(3);
        it["retired"] = json!([{
            "address": row["address"], "label": row["label"], "name": role, "reason": "moved", "sequence": 2,
        }]);
    });
    assert_eq!(kinds(&retired), ["next", "retired"]);
    assert_eq!((retired[1].name.as_str(), retired[1].severity), (role, Severity::Warning));
}

#[test]
fn a_carried_part_is_the_one_that_the_older_manifest_names() {
    let carried = |change: &dyn Fn(&mut Value)| {
        next(|it| {
            let part = it["parts"][0].clone();
            it["carried"] = json!([{
                "member": part["member"], "part_sha256": part["part_sha256"], "sealed_sha256": part["sealed_sha256"],
                "sequence": 1,
            }]);
            change(&mut it["carried"][0]);
        })
    };
    assert_eq!(kinds(&carried(&|_| {})), ["next", "carried"]);
    let other = carried(&|it| it["part_sha256"] = "ab".repeat(32).into());
    assert_eq!(kinds(&other), ["next", "carried", "carried-other"]);
    assert!(!of_one_history(&other));
}

fn safe(value: &mut Value) -> &mut Value {
    value["contracts"].as_array_mut().unwrap().iter_mut().find_map(|it| it.get_mut("safe")).unwrap()
}

fn split(value: &mut Value) -> &mut Value {
    value["contracts"].as_array_mut().unwrap().iter_mut().find_map(|it| it.get_mut("split")).unwrap()
}

const COMER: &str = "0x000000000000000000000000000000000000dEaD";

#[test]
fn owners_in_and_out_say_whose_the_safe_becomes() {
    let one = next(|it| {
        let safe = safe(it);
        let (mut owners, mut names) = (safe["owners"].clone(), safe["owner_names"].clone());
        owners[0] = COMER.into();
        names[0] = "newcomer".into();
        safe["present"] = json!({ "owners": owners, "owner_names": names, "threshold": safe["threshold"] });
    });
    let told = kinds(&one);
    for kind in ["safe-owner-out", "safe-owner-in", "safe-until"] {
        assert!(told.contains(&kind), "{told:?}");
    }
    assert!(!told.contains(&"safe-taken"), "one of the owners is not enough: {told:?}");
    let alone = next(|it| {
        let safe = safe(it);
        safe["present"] = json!({ "owners": [COMER], "owner_names": ["newcomer"], "threshold": 1 });
    });
    assert!(kinds(&alone).contains(&"safe-taken") && kinds(&alone).contains(&"safe-threshold"), "{alone:?}");
    let key = next(|it| {
        let safe = safe(it);
        let (mut owners, names) = (safe["owners"].clone(), safe["owner_names"].clone());
        owners[0] = COMER.into();
        safe["present"] = json!({ "owners": owners, "owner_names": names, "threshold": safe["threshold"] });
    });
    assert!(kinds(&key).contains(&"safe-owner-key"), "{key:?}");
    assert!(!kinds(&key).contains(&"safe-owner-out"), "{key:?}");
}

#[test]
fn shares_are_told_in_percent_before_and_after() {
    let told = next(|it| {
        let split = split(it);
        let names = split["recipient_names"].clone();
        let count = names.as_array().unwrap().len();
        assert!(count > 1);
        let mut allocations = vec!["0".to_owned(); count];
        (allocations[0], allocations[1]) = ("7".to_owned(), "1".to_owned());
        split["present"] = json!({
            "allocations": allocations, "incentive": split["incentive"], "owner": split["owner"],
            "owner_name": split["owner_name"], "recipient_names": names, "recipients": split["recipients"],
            "split_hash": "", "total_allocation": "8",
        });
    });
    let shares: Vec<_> = told.iter().filter(|it| it.kind() == "split-share").collect();
    let said = Catalog::new(Lang::En).say(&shares[0].message);
    assert!(said.contains("receives 87.5 %; it was "), "{said}");
    assert!(kinds(&told).contains(&"split-until"));
}

#[test]
fn how_many_must_sign_next_is_told_whichever_of_the_two_numbers_changed() {
    let [old, mut more] = [shipped(), shipped()];
    let signer =
        json!({ "address": COMER, "member": "member-3", "role": "owner-4", "wallet": "MasterAdminVault" });
    more["policy"].as_array_mut().unwrap().push(signer);
    let said = |old: &Value, new: &Value| {
        let differences = diff(&manifest(old), &manifest(new));
        let next = differences.into_iter().find(|it| it.kind() == "succession").unwrap();
        Catalog::new(Lang::En).say(&next.message)
    };
    let words = said(&old, &more);
    assert!(
        words.contains("Of the 4 keys") && words.contains("2 must sign") && words.contains("2 of 3"),
        "{words}"
    );
    let mut all = old.clone();
    all.as_object_mut().unwrap().remove("succession");
    assert!(
        said(&old, &all).contains("3 must sign the next one, too; it was 2 of 3"),
        "{}",
        said(&old, &all)
    );
}

#[test]
fn witnesses_come_go_and_change() {
    let mut with = shipped();
    with["witnesses"] = json!([{ "name": "notary", "signs": "key" }, { "name": "clerk", "signs": "paper" }]);
    let mut known = with.clone();
    known["witnesses"][0]["address"] = COMER.into();
    let told = |old: &Value, new: &Value| {
        let told: Vec<_> =
            diff(&manifest(old), &manifest(new)).iter().map(|it| it.kind().to_owned()).collect();
        told.into_iter().filter(|kind| kind.starts_with("witness")).collect::<Vec<_>>()
    };
    assert_eq!(told(&shipped(), &with), ["witness-any", "witness-paper"]);
    assert_eq!(told(&with, &known), ["witness-gone", "witness"]);
    assert_eq!(told(&known, &shipped()), ["witness-gone", "witness-gone"]);
}

#[test]
fn a_first_manifest_tells_what_speaks_against_it_first_and_nothing_of_a_manifest_before() {
    let mut value = shipped();
    value["parts"][1]["exceptions"] = 2.into();
    value["parts"][2]["unpinned"] = true.into();
    value["witnesses"] = json!([{ "name": "clerk", "signs": "paper" }]);
    let told = overview(&manifest(&value));
    let kinds = kinds(&told);
    assert_eq!(kinds[..2], ["part-exceptions", "part-unpinned"]);
    for kind in [
        "signs",
        "signs-next",
        "witness-paper",
        "safe-new",
        "split-new",
        "batch-new",
        "wallet",
        "address-new",
    ] {
        assert!(kinds.contains(&kind), "{kind}: {kinds:?}");
    }
    for kind in ["member-new", "wallet-new", "part-new", "signer-new", "signers"] {
        assert!(!kinds.contains(&kind), "{kind}");
    }
    let rows: u64 = told
        .iter()
        .filter(|it| it.kind() == "wallet")
        .map(|it| {
            let said = Catalog::new(Lang::En).say(&it.message);
            said.split(" has ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap_or(1)
        })
        .sum();
    assert_eq!(rows as usize, manifest(&value).addresses.len());
}
