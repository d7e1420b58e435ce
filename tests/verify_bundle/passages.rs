//! From one manifest to the next: what the verifier would refuse is refused before the ceremony, by the same rule.

use gishiki::ceremony::follows;
use gishiki::manifest::{Layout, Previous};
use gishiki::text::{Catalog, Lang};
use gishiki::verify::Verdict;

use super::lineage::*;
use super::maker::*;

const COLD: &str = "[[safe]]\nname = \"cold\"\nlabel = \"Cold Safe\"\nowners = [\"owner-1\"]\nthreshold = 1\nversion = \"1.4.1\"\n\
    preset = \"ui\"\nsalt_nonce = \"5\"\nchains = [1]\n";
const GUEST: &str = "[[external]]\nname = \"guest\"\nlabel = \"Guest\"\naddress = \"0x00000000219ab540356cBB839Cbe05303d7705Fa\"\n";
const SIGNS: &str = "[manifest]\n";

/// The smallest plan with more tables before its last ones.
fn solo_with(tables: &[&str]) -> String {
    SOLO.replacen(SIGNS, &format!("{}\n{SIGNS}", tables.join("\n")), 1)
}

/// A role of the only wallet.
fn role(name: &str, label: &str, path: &str) -> String {
    format!(
        "[[role]]\nname = \"{name}\"\nlabel = \"{label}\"\nwallet = \"member-1/MasterAdminVault\"\npath = \"{path}\"\n"
    )
}

fn retired(name: &str, label: &str, address: &str, sequence: u64) -> String {
    format!(
        "[[retired]]\nname = \"{name}\"\nlabel = \"{label}\"\naddress = \"{address}\"\nsequence = {sequence}\n\
         reason = \"given up\"\n"
    )
}

fn external(name: &str, label: &str, address: &str) -> String {
    format!("[[external]]\nname = \"{name}\"\nlabel = \"{label}\"\naddress = \"{address}\"\n")
}

fn previous(files: &Files) -> Previous {
    Previous::new(&files[Layout::MANIFEST]).unwrap()
}

/// The next plan with these edits, and with tables added before its last ones.
fn edited(first: &Files, edits: &[(&str, &str)], added: &[&str]) -> String {
    let text = extended(first, &[], edits);
    text.replacen(SIGNS, &format!("{}\n{SIGNS}", added.join("\n")), 1)
}

/// Both refuse the next ceremony: before it by this problem, afterwards by these sentences of the verifier.
#[track_caller]
fn refused(first: &Files, text: &str, problem: &str, said: &[&str]) {
    let found = follows(&plan(text), true, &previous(first)).expect_err(problem);
    assert_eq!(found.id(), problem);
    let report = judge(&rehearse_after(text, first), &trusting(&[first]));
    let failed: Vec<_> = report.of(Verdict::Failed).map(|it| it.detail.id().to_owned()).collect();
    assert_eq!(failed, said, "{}", report.json());
}

/// Both take it; what the verifier tells of names, labels and kinds.
#[track_caller]
fn taken(first: &Files, text: &str) -> Vec<String> {
    assert_eq!(follows(&plan(text), true, &previous(first)), Ok(()));
    let report = judge(&rehearse_after(text, first), &trusting(&[first]));
    assert!(report.ok(), "{}", report.json());
    let told = report.of(Verdict::Established).filter(|it| it.check == "V-RETIRED").skip(1);
    told.map(|it| Catalog::new(Lang::En).say(&it.detail)).collect()
}

fn contract(files: &Files, name: &str) -> String {
    manifest(files).contracts.iter().find(|it| it.name() == name).unwrap().address().to_string()
}

fn key(files: &Files, role: &str) -> String {
    manifest(files).addresses.iter().find(|it| it.role == role).unwrap().address.to_string()
}

#[test]
fn a_contract_does_not_become_a_mere_address() {
    let first = rehearse(&solo_with(&[COLD]));
    let outside = external("cold", "Cold Safe", &contract(&first, "cold"));
    refused(&first, &edited(&first, &[(COLD, &outside)], &[]), "next-dissolved", &["v-retired-dissolved"]);
    // To give it up is no secret.
    let gone = retired("cold", "Cold Safe", &contract(&first, "cold"), 2);
    assert_eq!(taken(&first, &edited(&first, &[(COLD, "")], &[&gone])), [""; 0]);
}

#[test]
fn what_was_outside_is_no_key_of_the_team_afterwards() {
    let late = role("late", "HW - Late", "5'/0/0");
    let address = key(&rehearse(&solo_with(&[&late])), "late");
    let outside = external("guest", "HW - Late", &address);
    let first = rehearse(&solo_with(&[&outside]));
    let known = late.replace("path", &format!("address = \"{address}\"\npath"));
    let text = edited(&first, &[(&outside, "")], &[&known]);
    refused(&first, &text, "next-claimed", &["v-retired-claimed"]);
}

#[test]
fn what_changes_its_name_label_or_kind_is_told() {
    let late = role("late", "HW - Late", "5'/0/0");
    let first = rehearse(&solo_with(&[COLD, &late, GUEST]));
    let address = key(&first, "late");
    let given_up = external("late", "HW - Late", &address);
    let carried = late.trim_end().to_owned() + &format!("\naddress = \"{address}\"\nconfirmed = 1\n");
    let text = edited(&first, &[(&carried, &given_up)], &[]);
    let told = format!(
        "late ({address}) was an address of a key in the manifest before this one, and is an outside address here."
    );
    assert_eq!(taken(&first, &text), [told]);
    let cold = contract(&first, "cold");
    let guest = "0x00000000219ab540356cBB839Cbe05303d7705Fa";
    let text = edited(&first, &[("\"cold\"", "\"ice\""), ("label = \"Guest\"", "label = \"Payee\"")], &[]);
    assert_eq!(
        taken(&first, &text),
        [
            format!("What the manifest before this one calls cold is called ice here ({cold})."),
            format!(
                "The label of guest ({guest}) was Guest in the manifest before this one, and is Payee here."
            ),
        ]
    );
    assert_eq!(taken(&first, &edited(&first, &[], &[])), [""; 0]);
}

#[test]
fn a_contract_stands_where_and_as_it_stood() {
    let joins = "chains = [1]\n\n[safe.next]\nowners = [\"owner-1\", \"guest\"]\nthreshold = 1\n";
    let first = rehearse(&solo_with(&[GUEST]).replacen("chains = [1]\n", joins, 1));
    // Another salt is another Safe: under its name, and gone from its address.
    let text = edited(&first, &[("salt_nonce = \"0\"", "salt_nonce = \"1\"")], &[]);
    let said = ["v-unique-reused", "v-sequence-contract", "v-retired-vanished"];
    refused(&first, &text, "next-contract", &said);
    let gone = retired("treasury-old", "Treasury Safe", &contract(&first, "treasury"), 2);
    let text = text.replace("label = \"Treasury Safe\"", "label = \"Other Safe\"") + "\n" + &gone;
    refused(&first, &text, "next-contract", &["v-sequence-contract", "v-retired-other"]);
    let text = text.replace("treasury-old", "treasury-1").replace("name = \"treasury\"", "name = \"other\"");
    let text = text.replace("treasury-1", "treasury");
    assert_eq!(taken(&first, &text), [""; 0]);
    let now = "[safe.now]\nowners = [\"guest\", \"owner-1\"]\nthreshold = 1\n";
    refused(&first, &edited(&first, &[(now, "")], &[]), "next-state", &["v-sequence-state"]);
    assert_eq!(taken(&first, &edited(&first, &[], &[])), [""; 0]);
}

#[test]
fn a_contract_that_keeps_all_but_its_address_is_refused_for_that() {
    let first = rehearse(&solo_with(&[COLD]));
    // It is retired as it should be, and its name given to another.
    let gone = retired("cold", "Cold Safe", &contract(&first, "cold"), 2);
    let other = COLD.replace("\"5\"", "\"6\"").replace("Cold Safe", "Other Safe");
    let text = edited(&first, &[(COLD, &other)], &[&gone]);
    refused(&first, &text, "next-contract", &["v-sequence-contract"]);
}

#[test]
fn what_is_retired_is_what_there_was() {
    let first = rehearse(&solo_with(&[GUEST]));
    let guest = "0x00000000219ab540356cBB839Cbe05303d7705Fa";
    for (name, label, sequence) in [("guest", "Guests", 2), ("guests", "Guest", 2)] {
        let text = edited(&first, &[(GUEST, "")], &[&retired(name, label, guest, sequence)]);
        refused(&first, &text, "next-retired-other", &["v-retired-other"]);
    }
    let ghost = retired("ghost", "Ghost", "0x5B38Da6a701c568545dCfcB03FcB875f56beddC4", 2);
    refused(&first, &edited(&first, &[], &[&ghost]), "next-never", &["v-retired-never"]);
    let second = edited(&first, &[(GUEST, "")], &[&retired("guest", "Guest", guest, 2)]);
    assert_eq!(taken(&first, &second), [""; 0]);
    // Afterwards it is retired in that ceremony, and in no other.
    let second = rehearse_after(&second, &first);
    let text =
        edited(&second, &[(&retired("guest", "Guest", guest, 2), &retired("guest", "Guest", guest, 3))], &[]);
    let said = ["v-retired-forgotten", "v-retired-never"];
    refused(&second, &text, "next-forgotten", &said);
}

#[test]
fn a_label_stays_with_its_address() {
    let first = rehearse(&solo_with(&[GUEST]));
    let new = role("late", "guest", "5'/0/0");
    let text = edited(&first, &[("label = \"Guest\"", "label = \"Payee\"")], &[&new]);
    refused(&first, &text, "next-label", &["v-unique-reused"]);
}

#[test]
fn the_place_in_the_history_is_the_next_one() {
    let first = rehearse(&solo_with(&[]));
    let text = edited(&first, &[], &[]);
    let later = text.replace("sequence = 2", "sequence = 3");
    refused(&first, &later, "next-sequence", &["v-sequence-differs"]);
    let digest = previous(&first).digest.to_string();
    let broken = text.replace(&digest, &"0".repeat(64));
    let found = follows(&plan(&broken), true, &previous(&first)).unwrap_err();
    assert_eq!(found.id(), "previous-other");
    // What is carried would be of another history, too, so nothing is carried here.
    let all_new = text.replace("confirmed = 1\n", "");
    let other = all_new.replace("Example Staking", "Another Staking");
    refused(&first, &other, "next-history", &["v-sequence-other"]);
    let found = follows(&plan(&text), false, &previous(&first)).unwrap_err();
    assert_eq!(found.id(), "next-mixed");
}
