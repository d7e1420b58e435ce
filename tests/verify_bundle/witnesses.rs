//! Witnesses: what their signatures show, and what is found out about others.

use gishiki::ceremony::{Testimony, Witnessed, recall, waiting_for, witness};
use gishiki::host::FixedFacts;
use gishiki::journal::Memory;
use gishiki::keys::test_seeds::test_seed;
use gishiki::keys::test_witness::{rehearsal_witness, sign_as_rehearsal_witness};
use gishiki::keys::{Address, AddressPath, Root, Secret, Seed, SeedForm, Signature};
use gishiki::manifest::{Layout, Manifest, RetiredEntry, Unfit};
use gishiki::text::Problem;
use gishiki::verify::{Report, Verdict};

use super::maker::*;

/// The smallest plan with these tables before its last one.
fn with(witnesses: &str) -> String {
    SOLO.replacen("[manifest]", &format!("{witnesses}\n[manifest]"), 1)
}

fn notary(address: Option<Address>) -> String {
    let address = address.map_or(String::new(), |address| format!("address = \"{address}\"\n"));
    with(&format!("[[witness]]\nname = \"notary\"\nsigns = \"key\"\n{address}"))
}

/// A wallet of somebody who is not in the ceremony.
fn own() -> Root {
    let words = test_seed(12, SeedForm::Bip39, 7).unwrap().to_owned();
    let seed = Seed::parse(SeedForm::Bip39, &Secret::new(words)).unwrap();
    seed.open(&Secret::new("the notary's own".to_owned())).unwrap()
}

fn address() -> Address {
    own().address(&[]).unwrap()
}

fn statement(files: &Files) -> Vec<u8> {
    files[&Layout::witness_statement("notary")].clone()
}

fn own_signature(files: &Files) -> Signature {
    own().sign(&[], &statement(files)).unwrap()
}

/// Has the notary's signature recorded.
fn recorded(text: &str, files: &mut Files, signature: Signature) -> Result<Witnessed, Problem> {
    recorded_by(text, files, "notary", signature)
}

fn recorded_by(
    text: &str,
    files: &mut Files,
    name: &str,
    signature: Signature,
) -> Result<Witnessed, Problem> {
    let plan = plan(text);
    let mut memory = Memory { files: std::mem::take(files), writes_left: None };
    let (begun, _) = recall(&memory, &plan).unwrap();
    let testimony = Testimony::Signature(signature);
    let done = witness(&mut memory, &FixedFacts, &plan, &begun, name, &testimony);
    *files = memory.files;
    done
}

fn said(report: &Report, verdict: Verdict) -> Vec<String> {
    let of_check = report.of(verdict).filter(|outcome| outcome.check == "V-WITNESS");
    of_check.map(|outcome| outcome.detail.id().to_owned()).collect()
}

#[test]
fn a_real_ceremony_is_complete_once_its_witness_signed() {
    let text = notary(Some(address()));
    let mut files = real(&text);
    let memory = Memory { files: files.clone(), writes_left: None };
    assert_eq!(waiting_for(&memory, &plan(&text)).unwrap(), ["notary"]);
    let report = judge(&files, &told(&files));
    assert_eq!(said(&report, Verdict::Failed), ["v-witness-missing"]);
    let signature = own_signature(&files);
    let done = recorded(&text, &mut files, signature).unwrap();
    assert_eq!(done, Witnessed { signer: Some(address()), planned: true, closed: true });
    let report = judge(&files, &told(&files));
    assert!(report.ok(), "{}", report.json());
    assert_eq!(said(&report, Verdict::Established), ["v-witness-ok"]);
    assert_eq!(said(&report, Verdict::Unchecked), [""; 0]);
    assert!(judge(&public(&files), &told(&files)).ok(), "the public folder alone tells as much");
}

#[test]
fn a_witness_whom_nobody_knew_before_is_told_and_pins_nothing() {
    let text = notary(None);
    let mut files = real(&text);
    let signature = own_signature(&files);
    let done = recorded(&text, &mut files, signature).unwrap();
    assert_eq!(done, Witnessed { signer: Some(address()), planned: false, closed: true });
    let report = judge(&files, &told(&files));
    assert!(report.ok(), "{}", report.json());
    assert_eq!(said(&report, Verdict::Unchecked), ["v-witness-told"]);
}

/// The same files with this witness's signature, whatever the team's program says to it.
fn slipped_in(files: &Files, name: &str, signature: Signature) -> Files {
    let mut files = files.clone();
    let file = Layout::signature(&Layout::witness_statement(name));
    files.insert(file, signature.to_string().into_bytes());
    files
}

/// Neither the team's program nor the verifier takes this signature.
#[track_caller]
fn refused(text: &str, files: &Files, signature: Signature, ids: (&str, &str)) {
    let problem = recorded(text, &mut files.clone(), signature).unwrap_err();
    assert_eq!(problem.id(), ids.0);
    let report = judge(&slipped_in(files, "notary", signature), &told(files));
    assert_eq!(said(&report, Verdict::Failed), [ids.1], "{}", report.json());
}

/// Nobody uses the key of rehearsals where it counts, nor one that every document shows.
#[test]
fn a_published_key_witnesses_no_real_ceremony() {
    let text = notary(None);
    let files = real(&text);
    let ids = ("witness-published", "v-witness-published");
    refused(&text, &files, sign_as_rehearsal_witness("notary", &statement(&files)), ids);
    let words = test_seed(12, SeedForm::Bip39, 1).unwrap().to_owned();
    let seed = Seed::parse(SeedForm::Bip39, &Secret::new(words)).unwrap().open(&Secret::new(String::new()));
    let path = AddressPath::new(0, 0, 3).unwrap().indices();
    refused(&text, &files, seed.unwrap().sign(&path, &statement(&files)).unwrap(), ids);
}

#[test]
fn whoever_is_in_the_manifest_is_no_witness_of_it() {
    let ids = ("witness-taken", "v-witness-taken");
    // The notary's key is an outside address, or one of the team, or that of another witness: planned, or seen when it signed.
    let external =
        format!("[[external]]\nname = \"payee\"\nlabel = \"Payee\"\naddress = \"{}\"\n", address());
    let text = notary(None).replacen("[[witness]]", &format!("{external}\n[[witness]]"), 1);
    let files = real(&text);
    refused(&text, &files, own_signature(&files), ids);
    let clerk = "[[witness]]\nname = \"clerk\"\nsigns = \"key\"\n";
    let known = format!("{clerk}address = \"{}\"\n", address());
    let text = notary(None).replacen("[manifest]", &format!("{known}\n[manifest]"), 1);
    let files = real(&text);
    let problem = recorded(&text, &mut files.clone(), own_signature(&files)).unwrap_err();
    assert_eq!(problem.id(), ids.0);
    let slipped = slipped_in(&files, "notary", own_signature(&files));
    let report = judge(&slipped, &told(&files));
    assert_eq!(said(&report, Verdict::Failed), ["v-witness-missing", "v-witness-taken"]);
    // Neither was known before: the second one to come is refused, and the verifier names both.
    let text = notary(None).replacen("[manifest]", &format!("{clerk}\n[manifest]"), 1);
    let mut files = real(&text);
    let clerks = own().sign(&[], &files[&Layout::witness_statement("clerk")]).unwrap();
    let slipped = slipped_in(&slipped_in(&files, "clerk", clerks), "notary", own_signature(&files));
    assert_eq!(said(&judge(&slipped, &told(&files)), Verdict::Failed), ["v-witness-taken"; 2]);
    let notarys = own_signature(&files);
    assert!(recorded(&text, &mut files, notarys).is_ok());
    let again = recorded_by(&text, &mut files, "clerk", clerks);
    assert_eq!(again.unwrap_err().id(), ids.0);
}

#[test]
fn a_manifest_whose_witness_could_never_sign_is_not_made() {
    let key = rehearsal_witness("notary");
    let external = format!("[[external]]\nname = \"payee\"\nlabel = \"Payee\"\naddress = \"{key}\"\n");
    let text = notary(None).replacen("[[witness]]", &format!("{external}\n[[witness]]"), 1);
    assert_eq!(unrehearsed(&text).id(), "witness-taken");
    // A key of the team is one as well, and so is what was retired.
    let held = manifest(&real(SOLO));
    for (name, held_at) in [("owner-1", held.addresses[0].address), ("treasury", held.contracts[0].address())]
    {
        assert_eq!(held.unfit_witness("notary", held_at, &[]), Some(Unfit::Taken(name.to_owned())));
        let entry = RetiredEntry {
            address: address(),
            label: "Old".to_owned(),
            name: "old".to_owned(),
            reason: "why".to_owned(),
            sequence: 2,
        };
        let gone = Manifest { retired: vec![entry], ..held.clone() };
        assert_eq!(gone.unfit_witness("notary", address(), &[]), Some(Unfit::Taken("old".to_owned())));
        assert_eq!(held.unfit_witness("notary", address(), &[("notary", address())]), None);
    }
}

#[test]
fn paper_is_only_said_to_be_signed() {
    let text = with("[[witness]]\nname = \"guest\"\nsigns = \"paper\"\n");
    let report = judge_rehearsal(&rehearse(&text));
    assert!(report.ok(), "{}", report.json());
    assert_eq!(said(&report, Verdict::Unchecked), ["v-witness-paper"]);
    assert_eq!(said(&judge_rehearsal(solo()), Verdict::Established), ["v-witness-none"]);
}

#[test]
fn what_a_witness_signed_cannot_be_exchanged() {
    let text = notary(None) + "";
    let files = rehearse(&text);
    assert!(judge_rehearsal(&files).ok());
    let file = Layout::witness_statement("notary");
    let signed = Layout::signature(&file);
    let mut other = files.clone();
    other.insert(signed.clone(), own_signature(&files).to_string().into_bytes());
    let mut broken = files.clone();
    broken.get_mut(&signed).unwrap().push(b'\n');
    let mut reworded = files.clone();
    reworded.get_mut(&file).unwrap().push(b'\n');
    for (forged, id) in
        [(other, "v-signature-other"), (broken, "v-signature-form"), (reworded, "v-statement-differs")]
    {
        assert_eq!(said(&judge_rehearsal(&forged), Verdict::Failed), [id]);
    }
}
