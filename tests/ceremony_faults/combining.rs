//! Parts made apart, brought together.

use std::sync::{Arc, OnceLock};

use gishiki::ceremony::{Accepted, Owner, Pins, Taken, accept, check_together, gather};
use gishiki::journal::Journal;
use gishiki::keys::Digest;
use gishiki::manifest::{Heading, Previous};

use super::*;

const MEMBERS: [&str; 2] = ["member-1", "member-2"];

/// Two members' folders, each made apart.
fn parts(case: &Case) -> Vec<Memory> {
    MEMBERS.iter().map(|member| alone(case, member)).collect()
}

fn alone(case: &Case, member: &str) -> Memory {
    let mut memory = Memory::default();
    let mut bench = TestBench::new(&case.plan);
    let mut person = Person::at(&bench);
    assert_eq!(case.run(Terms::member(member), &mut memory, &mut bench, &mut person), Ok(true));
    memory
}

/// Two people's plan with both their folders, made once.
fn two() -> &'static (Case, Vec<Memory>) {
    static TWO: OnceLock<(Case, Vec<Memory>)> = OnceLock::new();
    TWO.get_or_init(|| {
        let case = Case::of(&common::two_people());
        let parts = parts(&case);
        (case, parts)
    })
}

fn digest(part: &Memory, member: &str) -> Digest {
    Digest::of(&part.files[&Layout::part(member)])
}

/// What both members tell of their parts.
fn told(parts: &[Memory]) -> Pins {
    let of = |(part, member): (&Memory, &str)| (member.to_owned(), digest(part, member));
    Pins { told: parts.iter().zip(MEMBERS).map(of).collect(), unpinned: Vec::new() }
}

/// Why these folders are refused.
fn refused(parts: &[Memory], pins: &Pins) -> Problem {
    gather(&two().0.plan, parts, pins).err().expect("they are taken")
}

#[test]
fn parts_made_apart_are_combined_and_signed_apart_to_the_same_manifest() {
    let case = Case::of(&common::two_people());
    let parts = parts(&case);
    parts.iter().for_each(|alone| check_sums(&alone.files));
    let pins = told(&parts);
    let mut together = Memory::default();
    together.files.extend(gather(&case.plan, &parts, &pins).unwrap().files);
    let run = |memory: &mut Memory, signers| {
        let mut bench = TestBench::new(&case.plan);
        let mut person = Person::at(&bench);
        let over = case.run(Terms::combination(signers, pins.clone()), memory, &mut bench, &mut person);
        let plugged: Vec<_> = person
            .moments()
            .filter_map(|moment| match moment {
                Moment::PlugIn { member } => Some(member.clone()),
                _ => None,
            })
            .collect();
        (over, plugged)
    };
    assert_eq!(run(&mut together, Signers::Nobody), (Ok(false), vec![]));
    let only = |member: &str| Signers::Only(Box::new(Owner { member: member.to_owned(), previous: None }));
    let second = only("member-2");
    assert_eq!(run(&mut together, second.clone()), (Ok(false), vec!["member-2".to_owned()]));
    assert_eq!(run(&mut together, second), (Ok(false), vec![]), "nobody signs twice");
    let first = only("member-1");
    assert_eq!(run(&mut together, first), (Ok(true), vec!["member-1".to_owned()]));
    check_sums(&together.files);
    check_signatures(&together.files);
    let usual = case.uninterrupted();
    for name in [Layout::LABELS_CSV, "public/contracts/treasury.json"] {
        assert_eq!(together.files[name], usual.files[name]);
    }
}

/// The second member's part of another plan beside the first one's of this.
fn beside(other: &Case) -> (String, String) {
    let (_, parts) = two();
    let parts = [parts[0].clone(), alone(other, "member-2")];
    let problem = refused(&parts, &told(&parts));
    (problem.id().to_owned(), problem.to_string())
}

#[test]
fn a_part_of_another_plan_sequence_or_organisation_is_refused_as_such() {
    let plan = common::two_people();
    let zeros = "0".repeat(64);
    let previous = format!("previous = \"{zeros}\"");
    for (id, texts) in [
        ("part-other-plan", vec![("HW - Safe Owner 2", "HW - Safe Owner Two")]),
        ("part-other-sequence", vec![("sequence = 1", "sequence = 2"), ("previous = \"none\"", &previous)]),
        ("part-other-ceremony", vec![("Example Staking", "Another Staking")]),
    ] {
        let other = texts.iter().fold(plan.clone(), |plan, (from, to)| {
            assert!(plan.contains(from), "{from}");
            plan.replace(from, to)
        });
        let (found, said) = beside(&Case::of(&other));
        assert_eq!(found, id);
        assert!(said.contains("member-2"), "{said}");
    }
}

#[test]
fn a_rehearsal_and_a_real_part_are_never_combined() {
    let (case, parts) = two();
    for (real, id) in [("member-1", "part-rehearsal"), ("member-2", "part-real")] {
        let mut parts = parts.clone();
        let at = MEMBERS.iter().position(|member| *member == real).unwrap();
        let name = Layout::journal(real);
        let first = journal::read::<Event>(&name, &parts[at].files[&name]).unwrap().lines.remove(0);
        let Event::Begun(mut begun) = first.event else { panic!("it begins") };
        begun.ceremony = Heading::of(&case.plan, false);
        parts[at].files.remove(&name);
        let (mut journal, _) = Journal::<Event>::open(&parts[at], &name).unwrap();
        let line = journal.line(first.at.into(), Event::Begun(begun));
        journal.append(&mut parts[at], &line).unwrap();
        assert_eq!(refused(&parts, &told(&parts)).id(), id);
    }
}

#[test]
fn a_part_is_pinned_or_named_as_not_pinned() {
    let (case, parts) = two();
    let one = |pins: &Pins| Pins { told: pins.told[..1].to_vec(), ..Pins::default() };
    let unpinned = |names: &[&str]| Pins {
        unpinned: names.iter().map(|name| (*name).to_owned()).collect(),
        ..one(&told(parts))
    };
    let problem = refused(parts, &one(&told(parts)));
    assert_eq!(problem.id(), "part-unpinned");
    let said = problem.to_string();
    assert!(said.contains("member-2") && said.contains(&digest(&parts[1], "member-2").to_string()), "{said}");
    assert_eq!(refused(parts, &unpinned(&["member-1"])).id(), "pin-unusable", "told and not told");
    assert_eq!(refused(parts, &unpinned(&["member-2", "member-2"])).id(), "pin-unusable");
    assert_eq!(refused(parts, &unpinned(&["member-3"])).id(), "pin-unusable");
    let mut lies = told(parts);
    lies.told[1].1 = Digest::ZERO;
    assert_eq!(refused(parts, &lies).id(), "part-not-as-told");
    assert!(gather(&case.plan, parts, &unpinned(&["member-2"])).is_ok());
}

#[test]
fn the_manifest_names_exactly_the_parts_that_nobody_told() {
    let (case, parts) = two();
    let marks = |pins: Pins| {
        let mut memory = Memory::default();
        memory.files.extend(gather(&case.plan, parts, &pins).unwrap().files);
        let mut bench = TestBench::new(&case.plan);
        let mut person = Person::at(&bench);
        let terms = Terms::combination(Signers::Nobody, pins);
        assert_eq!(case.run(terms, &mut memory, &mut bench, &mut person), Ok(false));
        let text = String::from_utf8(memory.files[Layout::MANIFEST].clone()).unwrap();
        let manifest: Manifest = canonical::from_bytes(text.as_bytes()).unwrap();
        let marks: Vec<_> = manifest.parts.iter().map(|part| part.unpinned).collect();
        assert_eq!(text.contains("unpinned"), marks.contains(&true), "absent where nothing is unpinned");
        marks
    };
    assert_eq!(marks(told(parts)), [false, false]);
    let both = Pins { told: Vec::new(), unpinned: MEMBERS.map(str::to_owned).to_vec() };
    assert_eq!(marks(both), [true, true]);
    let first = Pins { told: told(parts).told[1..].to_vec(), unpinned: vec!["member-1".to_owned()] };
    assert_eq!(marks(first), [true, false]);
}

#[test]
fn a_part_that_was_touched_since_is_refused_whichever_file_it_was() {
    let (_, parts) = two();
    let of_member = |name: &&String| !name.ends_with("SHA256SUMS") && **name != Layout::PLAN;
    let names: Vec<_> = parts[1].files.keys().filter(of_member).cloned().collect();
    assert_eq!(names.len(), 5, "part, sealed file, journal, statement, signature");
    for name in names {
        let mut parts = parts.clone();
        let bytes = parts[1].files.get_mut(&name).unwrap();
        let last = bytes.len() - 2;
        bytes[last] ^= 1;
        let pins = Pins { told: Vec::new(), unpinned: MEMBERS.map(str::to_owned).to_vec() };
        let problem = refused(&parts, &pins);
        let id = if name.contains("journal") { "journal-broken" } else { "part-altered" };
        assert_eq!(problem.id(), id, "{name}: {problem}");
    }
}

/// A part and its run, as they are taken.
fn taken() -> Vec<Accepted> {
    let (case, parts) = two();
    let heading = Heading::of(&case.plan, true);
    parts
        .iter()
        .zip(MEMBERS)
        .map(|(part, member)| accept(part, &case.plan, &heading, member).unwrap())
        .collect()
}

/// Takes parts one after the other.
fn together(parts: &[Accepted]) -> Result<(), Problem> {
    let mut known = Taken::default();
    (1..=parts.len()).try_for_each(|count| check_together(&parts[..count], &mut known))
}

#[test]
fn two_members_share_no_seed_device_wallet_or_address() {
    let refused = |change: &dyn Fn(&Accepted, &mut Accepted)| {
        let mut parts = taken();
        let [one, other] = &mut parts[..] else { panic!("two parts") };
        change(one, other);
        together(&parts).unwrap_err().id().to_owned()
    };
    assert_eq!(together(&taken()), Ok(()));
    assert_eq!(
        refused(&|one, other| Arc::make_mut(&mut other.state).commitment = one.state.commitment),
        "parts-share-seed"
    );
    assert_eq!(
        refused(&|one, other| Arc::make_mut(&mut other.state).facts = one.state.facts.clone()),
        "parts-share-device"
    );
    assert_eq!(
        refused(
            &|one, other| Arc::make_mut(&mut other.part).wallets[0].identity = one.part.wallets[0].identity
        ),
        "parts-share-wallet"
    );
    assert_eq!(
        refused(
            &|one, other| Arc::make_mut(&mut other.part).addresses[0].address = one.part.addresses[0].address
        ),
        "parts-share-address"
    );
}

/// A combination of these parts, ready to be signed.
fn combined(case: &Case, parts: &[Memory]) -> Memory {
    let pins = told(parts);
    let mut memory = Memory::default();
    memory.files.extend(gather(&case.plan, parts, &pins).unwrap().files);
    let mut bench = TestBench::new(&case.plan);
    let mut person = Person::at(&bench);
    let terms = Terms::combination(Signers::Nobody, pins);
    assert_eq!(case.run(terms, &mut memory, &mut bench, &mut person), Ok(false));
    memory
}

fn sign(
    case: &Case,
    memory: &mut Memory,
    previous: Option<Previous>,
    answer: impl Fn(&Question) -> Answer + 'static,
) -> (Result<bool, Problem>, Vec<Told>) {
    let mut bench = TestBench::new(&case.plan);
    let mut person = Person::at(&bench);
    person.on_question = Box::new(answer);
    let owner = Signers::Only(Box::new(Owner { member: "member-1".to_owned(), previous }));
    let signed = case.run(Terms::combination(owner, Pins::default()), memory, &mut bench, &mut person);
    (signed, person.told)
}

#[test]
fn who_stops_at_what_the_others_did_leaves_no_trace() {
    let (case, parts) = two();
    let mut memory = combined(case, parts);
    let before = memory.files.clone();
    let (signed, told) = sign(case, &mut memory, None, |_| Answer::Stop);
    assert_eq!(signed.unwrap_err().id(), "stopped");
    assert!(memory.files == before);
    let last = told.last().unwrap();
    assert!(matches!(last, Told::Question(Question::Reviewed)), "before the digest and any device: {last:?}");
    let (signed, told) = sign(case, &mut memory, None, |_| Answer::Yes);
    assert_eq!(signed, Ok(false));
    let place = |wanted: fn(&Told) -> bool| told.iter().position(wanted).unwrap();
    let review = place(|it| matches!(it, Told::Question(Question::Reviewed)));
    let digest = place(|it| matches!(it, Told::Question(Question::SameDigest { .. })));
    let device = place(|it| matches!(it, Told::Moment(Moment::PlugIn { .. }, _)));
    assert!(review < digest && digest < device);
}

#[test]
fn nobody_signs_the_next_manifest_without_the_one_before_it() {
    let (first, parts) = two();
    let before = combined(first, parts);
    let previous = Previous::new(&before.files[Layout::MANIFEST]).unwrap();
    let text = common::two_people()
        .replace("sequence = 1", "sequence = 2")
        .replace("previous = \"none\"", &format!("previous = \"{}\"", previous.digest));
    let next = Case::of(&text);
    let mut memory = combined(&next, &super::combining::parts(&next));
    let unsigned = memory.files.clone();
    let other = Previous { digest: Digest::ZERO, ..previous.clone() };
    for (brought, id) in [(None, "sign-needs-previous"), (Some(other), "sign-other-previous")] {
        let (signed, told) = sign(&next, &mut memory, brought, |_| Answer::Yes);
        assert_eq!(signed.unwrap_err().id(), id);
        assert!(told.is_empty() && memory.files == unsigned, "nothing was shown or written");
    }
    let (signed, told) = sign(&next, &mut memory, Some(previous), |_| Answer::Yes);
    assert_eq!(signed, Ok(false));
    let review = told.iter().find_map(|it| match it {
        Told::Moment(Moment::Review(review), _) => Some(review),
        _ => None,
    });
    let review = review.unwrap();
    let ids: Vec<_> = review.lines.iter().map(|line| line.id()).collect();
    assert!(review.is_next && ids.contains(&"diff-next"), "{ids:?}");
    // The other member's address was shown anew, and the own one is not told.
    assert_eq!(ids.iter().filter(|id| **id == "diff-address-again").count(), 1, "{ids:?}");
}
