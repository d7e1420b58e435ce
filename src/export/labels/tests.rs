use std::fs;
use std::path::Path;

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::keys::Address;
use crate::manifest::{ContractEntry, ExternalEntry};
use crate::verify::load;

const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/manifests/rehearsal-bonded-validator-1");

fn shipped() -> Manifest {
    serde_json::from_slice(&fs::read(Path::new(SHIPPED).join("public/manifest.json")).unwrap()).unwrap()
}

/// Every address of a manifest with its chain, by another way than the exports': sorted.
fn wanted(manifest: &Manifest) -> Vec<(String, u64)> {
    let own = manifest.ceremony.chain_id;
    let keys = manifest.addresses.iter().map(|it| (it.address.to_string(), own));
    let contracts = manifest.contracts.iter().flat_map(|it| {
        it.chains().iter().map(|chain| (it.address().to_string(), *chain)).collect::<Vec<_>>()
    });
    let externals = manifest.externals.iter().map(|it| (it.address.clone(), own));
    let mut all: Vec<_> = keys.chain(contracts).chain(externals).filter(|(it, _)| it != "TBD").collect();
    all.sort();
    all
}

/// The cells of a CSV file as RFC 4180 has them, without its header.
fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap();
    let mut rows = Vec::new();
    for line in text.strip_suffix('\n').unwrap().split('\n').skip(1) {
        let (mut row, mut quoted) = (vec![String::new()], false);
        let mut chars = line.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '"' if quoted && chars.peek() == Some(&'"') => {
                    row.last_mut().unwrap().push(chars.next().unwrap())
                }
                '"' => quoted = !quoted,
                ',' if !quoted => row.push(String::new()),
                c => row.last_mut().unwrap().push(c),
            }
        }
        rows.push(row);
    }
    rows
}

fn sorted(mut pairs: Vec<(String, u64)>) -> Vec<(String, u64)> {
    pairs.sort();
    pairs
}

/// A manifest whose labels are these, again from the first where they run out, on these chains.
fn relabelled(labels: &[String], chains: Vec<u64>, testnet: bool) -> Manifest {
    let mut manifest = shipped();
    (manifest.ceremony.testnet, manifest.ceremony.chain_id) = (testnet, chains[0]);
    let external = |n: u8| ExternalEntry {
        address: Address::from_bytes([n; 20]).to_string(),
        label: String::new(),
        name: format!("external-{n}"),
    };
    manifest.externals = (1..4).map(external).collect();
    let mut next = labels.iter().cycle().cloned();
    manifest.addresses.iter_mut().for_each(|row| row.label = next.next().unwrap().into());
    for contract in &mut manifest.contracts {
        let (label, wanted) = match contract {
            ContractEntry::Safe(safe) => (&mut safe.label, &mut safe.chains),
            ContractEntry::Split(split) => (&mut split.label, &mut split.chains),
        };
        (*label, *wanted) = (next.next().unwrap(), chains.clone());
    }
    manifest.externals.iter_mut().for_each(|row| row.label = next.next().unwrap());
    manifest
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_address_is_there_once_under_a_name_of_its_own_and_nothing_else(
        // Also such as roles are called.
        labels in prop::collection::vec(
            prop_oneof!["[!-~]([ -~]{0,46}[!-~])?", "(owner|payout)[-:/. ][12]", Just("lido-ops".to_owned())], 1..40
        ),
        testnet: bool,
    ) {
        let manifest = relabelled(&labels, vec![1, 10, 8453], testnet);
        let wanted = wanted(&manifest);
        let csv = cells(&safe_address_book(&manifest).unwrap());
        let pairs = csv.iter().map(|row| (row[0].clone(), row[2].parse().unwrap())).collect();
        prop_assert_eq!(&sorted(pairs), &wanted);
        let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for row in &csv {
            prop_assert_eq!(row.len(), 3);
            prop_assert!(row[1].starts_with("REHEARSAL ") && row[1].contains("TESTNET ") == testnet);
            names.entry(row[1].to_lowercase()).or_default().insert(row[0].clone());
        }
        prop_assert!(names.values().all(|bearers| bearers.len() == 1));

        let data: Value = serde_json::from_slice(&safe_data(&manifest)).unwrap();
        let book = data["data"]["addressBook"].as_object().unwrap();
        let mut pairs = Vec::new();
        for (chain, entries) in book {
            for (address, name) in entries.as_object().unwrap() {
                let alike = |row: &&Vec<String>| row[0] == *address && row[2] == *chain && row[1] == name.as_str().unwrap();
                prop_assert_eq!(csv.iter().filter(alike).count(), 1);
                pairs.push((address.clone(), chain.parse().unwrap()));
            }
        }
        prop_assert_eq!(&sorted(pairs), &wanted);
    }

    #[test]
    fn contacts_and_their_table_say_the_same_without_dots_and_formulas(
        labels in prop::collection::vec("[-+=@.,'\"a-c ]{0,20}[!-~]", 1..40), testnet: bool
    ) {
        let mut manifest = relabelled(&labels, vec![1, 42_161], testnet);
        manifest.ceremony.rehearsal = false;
        let file: Value = serde_json::from_slice(&metamask_contacts(&manifest)).unwrap();
        let table = cells(&metamask_labels(&manifest));
        let mut pairs = Vec::new();
        for row in &table {
            prop_assert!(!row[0].contains('.') && !row[0].starts_with(['=', '+', '-', '@']), "{}", row[0]);
            let chain: u64 = row[2].parse().unwrap();
            let entry = &file["addressBook"]["addressBook"][format!("0x{chain:x}")][&row[1]];
            prop_assert_eq!(entry["address"].as_str(), Some(row[1].as_str()));
            // The table guards a name that begins with ' only where a spreadsheet would take what is behind it.
            prop_assert_eq!(entry["name"].as_str(), Some(row[0].as_str()));
            prop_assert_eq!(entry["memo"].as_str(), Some(row[3].as_str()));
            prop_assert_eq!(&entry["isEns"], &Value::Bool(false));
            pairs.push((row[1].clone(), chain));
        }
        let mut names: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for row in &table {
            names.entry(row[0].to_lowercase()).or_default().insert(&row[1]);
        }
        prop_assert!(names.values().all(|bearers| bearers.len() == 1));
        prop_assert_eq!(sorted(pairs), wanted(&manifest));
        let entries = file["addressBook"]["addressBook"].as_object().unwrap().values();
        prop_assert_eq!(entries.map(|it| it.as_object().unwrap().len()).sum::<usize>(), table.len());
    }

    #[test]
    fn rotki_finds_four_cells_in_each_line_cut_at_commas(
        labels in prop::collection::vec("[!-~]([ -~]{0,46}[!-~])?", 1..40)
    ) {
        let manifest = relabelled(&labels, vec![1, 10, 100], false);
        let file = String::from_utf8(rotki(&manifest).unwrap()).unwrap();
        let mut pairs = Vec::new();
        for line in file.lines().skip(1) {
            let cells: Vec<_> = line.split(',').collect();
            let chain = match cells[2] { "eth" => 1, "optimism" => 10, other => { prop_assert_eq!(other, "gnosis"); 100 } };
            prop_assert!(cells.len() == 4 && cells[3] == "private" && !cells[1].contains('"'));
            pairs.push((cells[0].to_owned(), chain));
        }
        prop_assert_eq!(sorted(pairs), wanted(&manifest));
    }
}

#[test]
fn labels_that_another_program_shows_alike_give_way_to_roles() {
    let mut manifest = relabelled(&(0..40).map(|n| format!("label {n}")).collect::<Vec<_>>(), vec![1], false);
    manifest.addresses[0].label = "Ops: a".into();
    manifest.addresses[1].label = "ops/ a".into();
    let names: Vec<_> = rows(&manifest).into_iter().take(3).map(|row| row.name).collect();
    assert_eq!(names, ["REHEARSAL owner-1", "REHEARSAL splits-controller", "REHEARSAL label 2"]);
}

#[test]
fn a_label_that_is_another_s_role_gives_way_too() {
    let mut manifest = relabelled(&(0..40).map(|n| format!("label {n}")).collect::<Vec<_>>(), vec![1], false);
    let role = manifest.addresses[1].role.clone();
    manifest.addresses[0].label = "Ops: a".into();
    manifest.addresses[1].label = "ops/ a".into();
    manifest.addresses[2].label = role;
    let names: Vec<_> = rows(&manifest).into_iter().take(3).map(|row| row.name).collect();
    let roles: Vec<_> = manifest.addresses[..3].iter().map(|row| format!("REHEARSAL {}", row.role)).collect();
    assert_eq!(names, roles);
}

#[test]
fn rotki_knows_no_testnets() {
    let manifest = relabelled(&["a".to_owned()], vec![560_048], true);
    assert_eq!(rotki(&manifest).unwrap_err().id(), "export-rotki-chain");
}

#[test]
fn an_address_book_larger_than_safe_wallet_reads_is_refused() {
    let mut manifest = shipped();
    let row = manifest.addresses[0].clone();
    // A line of this row: its address, its name, 1, two commas and the line feed.
    let line = 42 + "REHEARSAL HW - Safe Owner 1".len() + 4;
    let rest: usize = safe_address_book(&manifest).unwrap().len();
    let room = (1_000_000 - rest) / line;
    for n in 0..u32::try_from(room).unwrap() {
        let mut bytes = [0xee; 20];
        bytes[..4].copy_from_slice(&n.to_be_bytes());
        // One name for all of them would give way to the role, which is longer here.
        let label = format!("HW - Safe {n:07}");
        manifest.addresses.push(crate::manifest::ManifestAddress {
            address: Address::from_bytes(bytes),
            label: label.into(),
            ..row.clone()
        });
    }
    assert!(safe_address_book(&manifest).unwrap().len() <= 1_000_000);
    manifest.addresses.extend(relabelled(&["x".repeat(30)], vec![1], false).addresses);
    assert_eq!(safe_address_book(&manifest).unwrap_err().id(), "export-address-book-size");
}

#[test]
fn neutral_labels_have_the_fingerprint_that_the_xpubs_carry() {
    let bundle = load(Path::new(SHIPPED)).unwrap();
    let manifest = shipped();
    let text = String::from_utf8(labels(&bundle, &manifest).unwrap()).unwrap();
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), wanted(&manifest).len());
    for (line, row) in lines.iter().zip(&manifest.addresses) {
        assert_eq!(line["ref"], format!("eip155:1:{}", row.address));
        assert_eq!(line["label"], format!("REHEARSAL {}", row.label));
        assert_eq!((&line["path"], &line["type"]), (&row.path.to_string().into(), &"addr".into()));
        // BIP-32: the parent of an account is the identity.
        let sealed = fs::read(Path::new(SHIPPED).join(format!("sealed/{}.json", row.member))).unwrap();
        let sealed: crate::manifest::Sealed = serde_json::from_slice(&sealed).unwrap();
        let account = sealed.accounts.iter().find(|it| it.wallet == row.wallet).unwrap();
        assert_eq!(line["fingerprint"], hex::encode(account.xpub.parent_fingerprint()));
    }
    assert!(
        lines[manifest.addresses.len()..].iter().all(|line| line["fingerprint"] == "" && line["path"] == "")
    );
}
