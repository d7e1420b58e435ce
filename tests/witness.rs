//! Witnesses: recorded when they come, by the key that the plan names, and nothing is closed before.

mod common;

use std::cell::Cell;

use common::{Case, Person, TestBench, shipped};
use gishiki::ceremony::{Answer, Begun, Moment, TeamEvent, Testimony, recall, waiting_for, witness};
use gishiki::host::FixedFacts;
use gishiki::journal::{self, Memory};
use gishiki::keys::test_witness::{rehearsal_witness, sign_as_rehearsal_witness};
use gishiki::keys::{Digest, Signature};
use gishiki::manifest::{Layout, Manifest, canonical};
use gishiki::plan::WitnessMeans;

/// The smallest plan with two witnesses.
fn plan() -> String {
    let witnesses = "[[witness]]\nname = \"notary\"\nsigns = \"key\"\n\n[[witness]]\nname = \"guest\"\nsigns = \"paper\"\n\n";
    shipped("solo").replacen("[manifest]", &format!("{witnesses}[manifest]"), 1)
}

fn signature(memory: &Memory, name: &str) -> Signature {
    sign_as_rehearsal_witness(name, &memory.files[&Layout::witness_statement(name)])
}

fn events(memory: &Memory) -> Vec<TeamEvent> {
    let bytes = &memory.files[Layout::TEAM_JOURNAL];
    journal::read::<TeamEvent>("team", bytes).unwrap().lines.into_iter().map(|line| line.event).collect()
}

/// Up to where everybody has signed but the witnesses: the person stops there.
fn before_witnesses(case: &Case) -> (Memory, Begun) {
    let told = Cell::new(false);
    let (mut memory, mut bench) = (Memory::default(), TestBench::new(&case.plan));
    let mut person = Person::at(&bench);
    person.on_moment = Box::new(|moment, _| told.set(matches!(moment, Moment::Witness(_))));
    person.on_question = Box::new(|_| if told.get() { Answer::Stop } else { Answer::Yes });
    let stopped = case.rehearse(&mut memory, &mut bench, &mut person);
    assert_eq!(stopped.unwrap_err().id(), "stopped");
    let (begun, _) = recall(&memory, &case.plan).unwrap();
    (memory, begun)
}

#[test]
fn in_a_rehearsal_published_keys_sign_for_all_witnesses() {
    let case = Case::of(&plan());
    let made = case.uninterrupted();
    let manifest: Manifest = canonical::from_bytes(&made.files[Layout::MANIFEST]).unwrap();
    let named: Vec<_> =
        manifest.witnesses.iter().map(|it| (it.name.as_str(), it.signs, it.address)).collect();
    let key = Some(rehearsal_witness("notary"));
    assert_eq!(named, [("notary", WitnessMeans::Key, key), ("guest", WitnessMeans::Paper, None)]);
    let digest = Digest::of(&made.files[Layout::MANIFEST]);
    for name in ["notary", "guest"] {
        let statement = String::from_utf8(made.files[&Layout::witness_statement(name)].clone()).unwrap();
        assert_eq!(
            statement,
            format!(
                "Gishiki witness v1; REHEARSAL; org: Example Staking; ceremony: solo; seq: 1; witness: {name}; \
                 sha256: {digest}"
            )
        );
    }
    assert!(made.files.contains_key("public/statements/witness.notary.sig"));
    assert!(!made.files.contains_key("public/statements/witness.guest.sig"));
    assert_eq!(waiting_for(&made, &case.plan), Ok(Vec::new()));
}

#[test]
fn a_ceremony_waits_for_its_witnesses_and_is_closed_by_the_last() {
    let case = Case::of(&plan());
    let (mut memory, begun) = before_witnesses(&case);
    assert_eq!(waiting_for(&memory, &case.plan).unwrap(), ["notary", "guest"]);
    assert!(memory.files.contains_key(&Layout::witness_statement("guest")), "there to be printed");
    let signed = Testimony::Signature(signature(&memory, "notary"));
    let paper = witness(&mut memory, &FixedFacts, &case.plan, &begun, "guest", &Testimony::Paper).unwrap();
    assert_eq!((paper.signer, paper.closed), (None, false));
    assert!(!memory.files.contains_key(Layout::PUBLIC_SUMS));
    let key = witness(&mut memory, &FixedFacts, &case.plan, &begun, "notary", &signed).unwrap();
    assert_eq!((key.signer, key.planned, key.closed), (Some(rehearsal_witness("notary")), true, true));
    assert!(matches!(events(&memory).last(), Some(TeamEvent::Finished {})));
    // The same files as without a stop, but for the order in the team's journal.
    let whole = case.uninterrupted();
    let public = |memory: &Memory| -> Vec<_> {
        let files = memory.files.clone().into_iter();
        files.filter(|(name, _)| name.starts_with("public/")).collect()
    };
    assert_eq!(public(&memory), public(&whole));
    let late = witness(&mut memory, &FixedFacts, &case.plan, &begun, "guest", &Testimony::Paper);
    assert_eq!(late.unwrap_err().id(), "witness-early", "everything is over");
}

#[test]
fn only_what_the_witness_signed_about_this_manifest_is_recorded() {
    let case = Case::of(&plan());
    let (mut memory, begun) = before_witnesses(&case);
    let before = memory.clone();
    let good = signature(&memory, "notary");
    let other_text = sign_as_rehearsal_witness("notary", b"another text");
    let other_key = sign_as_rehearsal_witness("guest", &memory.files[&Layout::witness_statement("notary")]);
    let mut with_break = memory.files[&Layout::witness_statement("notary")].clone();
    with_break.push(b'\n');
    let with_break = sign_as_rehearsal_witness("notary", &with_break);
    for (name, testimony, problem) in [
        ("notary", Testimony::Signature(other_text), "witness-other"),
        ("notary", Testimony::Signature(other_key), "witness-other"),
        ("notary", Testimony::Signature(with_break), "witness-other"),
        ("notary", Testimony::Paper, "witness-key"),
        ("guest", Testimony::Signature(good), "witness-paper"),
        ("nobody", Testimony::Paper, "witness-unknown"),
    ] {
        let refused = witness(&mut memory, &FixedFacts, &case.plan, &begun, name, &testimony);
        assert_eq!(refused.unwrap_err().id(), problem);
        assert_eq!(memory.files, before.files, "{problem}");
    }
    let good = Testimony::Signature(good);
    witness(&mut memory, &FixedFacts, &case.plan, &begun, "notary", &good).unwrap();
    let again = witness(&mut memory, &FixedFacts, &case.plan, &begun, "notary", &good);
    assert_eq!(again.unwrap_err().id(), "witness-again");
}
