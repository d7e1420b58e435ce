//! The power goes after any write; what is there is gone on with, and nothing tells the difference.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{
    Case, Op, Person, Recorder, TestBench, Told, check_signatures, check_sums, on_two_threads,
    same_but_for_journals,
};
use gishiki::ceremony::{Answer, Event, MemberState, MemberStep, Moment, Question, Script, TeamEvent};
use gishiki::journal::{self, Memory};
use gishiki::manifest::Layout;

/// The writes and the snapshots of an uninterrupted rehearsal.
fn recorded(case: &Case) -> Recorder {
    let mut recorder = Recorder::on(Memory::default());
    let mut bench = TestBench::new(&case.plan);
    let mut person = Person::at(&bench);
    assert_eq!(case.rehearse(&mut recorder, &mut bench, &mut person), Ok(true));
    recorder
}

/// Goes on with what was there after `kept` writes, on devices that forgot everything.
fn go_on(case: &Case, whole: &Recorder, kept: usize) {
    let before = &whole.snapshots[kept];
    let mut recorder = Recorder::on(before.clone());
    let mut bench = TestBench::new(&case.plan);
    let mut person = Person::at(&bench);
    let over = case.rehearse(&mut recorder, &mut bench, &mut person);
    assert_eq!(over, Ok(true), "after {kept} writes");
    same_but_for_journals(&recorder.memory.files, &whole.memory.files);
    check_sums(&recorder.memory.files);
    check_signatures(&recorder.memory.files);
    // Before anything new happens, only files are written that the run which stopped was about to write.
    let until_event = |ops: &[Op]| -> Vec<Op> {
        ops.iter().take_while(|op| !matches!(op, Op::Append(_))).cloned().collect()
    };
    assert_eq!(until_event(&recorder.ops), until_event(&whole.ops[kept..]), "after {kept} writes");
    asked_once(case, before, &person);
}

/// Nothing was asked that the journals knew already.
fn asked_once(case: &Case, before: &Memory, person: &Person) {
    let (members, team) = phases(person, case.plan.members().last().unwrap());
    for (member, moments) in by_member(&members) {
        let state = state(case, before, &member);
        if state.next() == MemberStep::Done {
            let only = [Moment::Finished { member: Some(member) }];
            assert_eq!(moments, only.iter().collect::<Vec<_>>());
            continue;
        }
        moments.iter().for_each(|moment| asked_anew(&state, moment));
        each_once(&moments);
    }
    let lines = journal::read::<TeamEvent>("team", before.files.get(Layout::TEAM_JOURNAL).map_or(&[], |b| b));
    let lines = lines.unwrap().lines;
    let signed = |role: &str| {
        lines
            .iter()
            .any(|line| matches!(&line.event, TeamEvent::ManifestSigned { role: done, .. } if done == role))
    };
    let compared = lines.iter().any(|line| matches!(line.event, TeamEvent::ManifestCompared { .. }));
    for moment in &team {
        match moment {
            Moment::Compare { .. } => assert!(!compared),
            Moment::Sign { signer, .. } => {
                let role = &case_role(before, *signer);
                assert!(role.as_ref().is_none_or(|role| !signed(role)), "{role:?} signed twice");
            }
            _ => {}
        }
    }
    each_once(&team);
}

/// The role of a signer, where the manifest was there already.
fn case_role(before: &Memory, signer: gishiki::keys::Address) -> Option<String> {
    let manifest: gishiki::manifest::Manifest =
        gishiki::manifest::canonical::from_bytes(before.files.get(Layout::MANIFEST)?).unwrap();
    manifest.policy.into_iter().find(|row| row.address == signer).map(|row| row.role)
}

/// The moments of the members' runs, and those of the team's.
fn phases<'p>(person: &'p Person, last: &str) -> (Vec<&'p Moment>, Vec<&'p Moment>) {
    let moments: Vec<_> = person.moments().collect();
    let end = Moment::Finished { member: Some(last.to_owned()) };
    let end = moments.iter().position(|moment| **moment == end).unwrap() + 1;
    (moments[..end].to_vec(), moments[end..].to_vec())
}

/// The moments of each member's run, up to its end.
fn by_member<'p>(moments: &[&'p Moment]) -> BTreeMap<String, Vec<&'p Moment>> {
    let mut by_member = BTreeMap::new();
    let mut own = Vec::new();
    for moment in moments {
        own.push(*moment);
        if let Moment::Finished { member: Some(member) } = moment {
            by_member.insert(member.clone(), std::mem::take(&mut own));
        }
    }
    by_member
}

fn state(case: &Case, memory: &Memory, member: &str) -> MemberState {
    let name = Layout::journal(member);
    let bytes = memory.files.get(&name).cloned().unwrap_or_default();
    let lines = journal::read::<Event>(&name, &bytes).unwrap().lines;
    MemberState::replay(Script::of(&case.plan, member).unwrap(), &lines).unwrap()
}

fn asked_anew(state: &MemberState, moment: &Moment) {
    let wallet = |name: &str| state.wallet(name).unwrap();
    match moment {
        Moment::CheckDevice { .. } => assert_eq!(state.checked, None),
        Moment::CommitSeed { .. } => assert_eq!(state.commitment, None),
        Moment::Enter { wallet: id, entry, .. } => {
            assert_eq!(wallet(&id.name).identity, None, "{id} was settled");
            assert!(wallet(&id.name).first.is_none() || *entry == 2, "the first entry of {id} was there");
        }
        Moment::Reopen { wallet: id, .. } => {
            // Only one with something left to do in it is opened again.
            let (script, wallet) = (state.script.wallet(&id.name).unwrap(), wallet(&id.name));
            let left = wallet.xpubs.len() < script.accounts.len()
                || wallet.confirmed.len() < script.roles.len()
                || wallet.signature.is_none();
            assert!(wallet.identity.is_some() && left, "{id}");
        }
        Moment::ReadAccount { wallet: id, path } => {
            assert!(wallet(&id.name).xpubs.iter().all(|xpub| xpub.account() != path.account()), "{path}");
        }
        Moment::ShowAddress { wallet: id, role, .. } => {
            let script = state.script.wallet(&id.name).unwrap();
            let at = script.roles.iter().position(|planned| planned.name == *role).unwrap();
            assert!(at >= wallet(&id.name).confirmed.len(), "{role} was confirmed");
        }
        Moment::Sign { wallet: id, .. } => assert_eq!(wallet(&id.name).signature, None, "{id} had signed"),
        _ => {}
    }
}

fn each_once(moments: &[&Moment]) {
    let texts: BTreeSet<_> = moments.iter().map(|moment| format!("{moment:?}")).collect();
    assert_eq!(texts.len(), moments.len(), "told twice: {moments:#?}");
}

#[test]
fn solo_goes_on_after_any_write() {
    let case = Case::shipped("solo");
    let whole = recorded(&case);
    let kept: Vec<_> = (0..=whole.ops.len()).collect();
    on_two_threads(&kept, |&kept| go_on(&case, &whole, kept));
}

#[test]
fn bonded_validator_goes_on_after_any_write() {
    let case = Case::shipped("bonded-validator");
    let whole = recorded(&case);
    let kept: Vec<_> = (0..=whole.ops.len()).collect();
    on_two_threads(&kept, |&kept| go_on(&case, &whole, kept));
}

#[test]
fn a_disk_that_fills_up_at_any_write_stops_the_run_and_breaks_nothing() {
    let case = Case::of(&common::two_wallets(None));
    let whole = recorded(&case);
    let kept: Vec<_> = (0..whole.ops.len()).collect();
    on_two_threads(&kept, |&kept| {
        let mut memory = Memory { writes_left: Some(kept), ..Memory::default() };
        let mut bench = TestBench::new(&case.plan);
        let mut person = Person::at(&bench);
        let problem = case.rehearse(&mut memory, &mut bench, &mut person).unwrap_err();
        assert_eq!(problem.id(), "file-unwritable", "after {kept} writes");
        assert!(memory.files == whole.snapshots[kept].files, "after {kept} writes");
        // There is space again, and the person tries once more on the devices that still stand there.
        let mut memory = Memory { writes_left: Some(kept), ..Memory::default() };
        let mut bench = TestBench::new(&case.plan);
        let mut person = Person::patient(&bench);
        let mut storage = Freed(&mut memory);
        let over = case.rehearse(&mut storage, &mut bench, &mut person);
        if person.troubles().is_empty() {
            // The plan and the sums are written outside of any step.
            assert_eq!(over.unwrap_err().id(), "file-unwritable");
        } else {
            assert_eq!((over, person.troubles()), (Ok(true), vec!["file-unwritable"]), "after {kept} writes");
            assert!(memory.files == whole.memory.files, "after {kept} writes");
        }
    });
}

/// A disk with space again after its first refusal.
struct Freed<'m>(&'m mut Memory);

impl Freed<'_> {
    fn free(&mut self, result: std::io::Result<()>) -> std::io::Result<()> {
        if result.as_ref().is_err_and(|error| error.kind() == std::io::ErrorKind::Other) {
            self.0.writes_left = None;
        }
        result
    }
}

impl journal::Storage for Freed<'_> {
    fn read(&self, name: &str) -> std::io::Result<Option<Vec<u8>>> {
        self.0.read(name)
    }

    fn create(&mut self, name: &str, bytes: &[u8]) -> std::io::Result<()> {
        let result = self.0.create(name, bytes);
        self.free(result)
    }

    fn append(&mut self, name: &str, bytes: &[u8]) -> std::io::Result<()> {
        let result = self.0.append(name, bytes);
        self.free(result)
    }

    fn truncate(&mut self, name: &str, length: u64) -> std::io::Result<()> {
        let result = self.0.truncate(name, length);
        self.free(result)
    }
}

#[test]
fn a_last_line_torn_at_any_byte_never_counted() {
    let case = Case::shipped("solo");
    let whole = recorded(&case);
    for (at, op) in whole.ops.iter().enumerate() {
        let Op::Append(name) = op else { continue };
        let start = whole.snapshots[at].files.get(name).map_or(0, Vec::len);
        let end = whole.snapshots[at + 1].files[name].len();
        for cut in [start + 1, usize::midpoint(start, end), end - 1] {
            let mut torn = whole.snapshots[at + 1].clone();
            torn.files.get_mut(name).unwrap().truncate(cut);
            let mut bench = TestBench::new(&case.plan);
            let mut person = Person::at(&bench);
            assert_eq!(case.rehearse(&mut torn, &mut bench, &mut person), Ok(true), "{name} cut at {cut}");
            same_but_for_journals(&torn.files, &whole.memory.files);
        }
    }
    // Every byte of one of them; the person only looks and leaves.
    let at =
        whole.snapshots.iter().rposition(|s| !s.files.contains_key("public/parts/member-1.json")).unwrap();
    let name = Layout::journal("member-1");
    let before = whole.snapshots[at - 3].files[&name].len();
    for cut in before..whole.snapshots[at - 2].files[&name].len() {
        let mut torn = whole.snapshots[at - 2].clone();
        torn.files.get_mut(&name).unwrap().truncate(cut);
        let was = torn.files.clone();
        let mut bench = TestBench::new(&case.plan);
        bench.empty = true;
        let mut person = Person::at(&bench);
        let problem = case.rehearse(&mut torn, &mut bench, &mut person).unwrap_err();
        assert_eq!(problem.id(), "device-lost");
        assert!(torn.files == was, "looking wrote something at {cut}");
    }
}

#[test]
fn a_stop_at_any_question_is_gone_on_with() {
    let case = Case::of(&common::two_people());
    let whole = recorded(&case);
    let mut bench = TestBench::new(&case.plan);
    let mut person = Person::at(&bench);
    case.rehearse(&mut Memory::default(), &mut bench, &mut person).unwrap();
    let questions: Vec<_> = (0..person.questions().count()).collect();
    assert_eq!(questions.len(), 19);
    on_two_threads(&questions, |&stop| {
        let mut memory = Memory::default();
        let mut bench = TestBench::new(&case.plan);
        let mut person = Person::at(&bench);
        let mut asked = 0;
        person.on_question = Box::new(move |_| {
            asked += 1;
            if asked > stop { Answer::Stop } else { Answer::Yes }
        });
        let problem = case.rehearse(&mut memory, &mut bench, &mut person).unwrap_err();
        assert_eq!((problem.id(), problem.kind().exit_status()), ("stopped", 130));
        assert_eq!(person.troubles(), Vec::<&str>::new(), "a stop is no trouble");
        assert_eq!(bench.open_sessions(), 0, "a stop leaves no wallet open");
        // The same devices go on standing there with power, but nothing is left open on them.
        let mut person = Person::at(&bench);
        assert_eq!(case.rehearse(&mut memory, &mut bench, &mut person), Ok(true));
        same_but_for_journals(&memory.files, &whole.memory.files);
        check_sums(&memory.files);
    });
}

#[test]
fn a_device_that_cannot_be_told_to_forget_is_asked_about() {
    let case = Case::shipped("solo");
    let whole = recorded(&case);
    let ended = |memory: &Memory| state(&case, memory, "member-1").next() == MemberStep::EndSessions;
    let before = whole.snapshots.iter().rfind(|memory| ended(memory)).unwrap();
    let mut memory = before.clone();
    let mut bench = TestBench::new(&case.plan);
    let mut person = Person::at(&bench);
    person.on_question = Box::new(|question| match question {
        Question::Unplugged { .. } => Answer::No,
        _ => Answer::Yes,
    });
    let problem = case.rehearse(&mut memory, &mut bench, &mut person).unwrap_err();
    assert_eq!(problem.id(), "device-still-open");
    assert!(memory.files == before.files, "nothing is claimed that nobody knows");
    let mut person = Person::at(&bench);
    assert_eq!(case.rehearse(&mut memory, &mut bench, &mut person), Ok(true));
    let unplugged = Question::Unplugged { member: "member-1".to_owned() };
    assert_eq!(person.questions().next(), Some(&unplugged));
    let told = |told: &&Told| matches!(told, Told::Question(Question::Unplugged { .. }));
    assert_eq!(person.told.iter().filter(told).count(), 1, "the team's device could be told");
}
