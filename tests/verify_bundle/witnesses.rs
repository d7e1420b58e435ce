//! Witnesses: what their signatures show, and what is found out about others.

use gishiki::ceremony::{Testimony, Witnessed, recall, waiting_for, witness};
use gishiki::host::FixedFacts;
use gishiki::journal::Memory;
use gishiki::keys::test_seeds::test_seed;
use gishiki::keys::test_witness::sign_as_rehearsal_witness;
use gishiki::keys::{Address, Root, Secret, Seed, SeedForm, Signature};
use gishiki::manifest::Layout;
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
    let plan = plan(text);
    let mut memory = Memory { files: std::mem::take(files), writes_left: None };
    let (begun, _) = recall(&memory, &plan).unwrap();
    let testimony = Testimony::Signature(signature);
    let done = witness(&mut memory, &FixedFacts, &plan, &begun, "notary", &testimony);
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

/// Nobody uses the key of rehearsals where it counts.
#[test]
fn the_published_key_witnesses_no_real_ceremony() {
    let text = notary(None);
    let mut files = real(&text);
    let signature = sign_as_rehearsal_witness("notary", &statement(&files));
    recorded(&text, &mut files, signature).unwrap();
    assert_eq!(said(&judge(&files, &told(&files)), Verdict::Failed), ["v-witness-published"]);
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
