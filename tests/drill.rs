//! The recovery exercise: what opens nothing is said, recorded and not signed for; stops lose nothing.

mod common;

use common::{Case, Person, Recorder, TestBench, bip39, two_wallets};
use gishiki::ceremony::{
    Alarm, Answer, Decision, DrillEvent, DrillOrder, DrillRun, Moment, Ports, Progress, Question,
};
use gishiki::host::FixedFacts;
use gishiki::journal::{self, Memory, Storage};
use gishiki::keys::{Address, Digest, Signature};
use gishiki::manifest::{Drill, Exception, Layout, Manifest, Part, SameDevice, Sealed, canonical};
use gishiki::text::Problem;

const MEMBER: &str = "member-1";

fn case() -> Case {
    Case::of(&two_wallets(None))
}

fn parsed<T: serde::Serialize + serde::de::DeserializeOwned>(files: &Memory, name: &str) -> T {
    canonical::from_bytes(&files.files[name]).unwrap()
}

/// What is to be drilled, with the sealed file at hand or without.
fn order(case: &Case, with_sealed: bool) -> DrillOrder {
    let made = case.uninterrupted();
    let manifest: Manifest = parsed(&made, Layout::MANIFEST);
    let part: Part = parsed(&made, &Layout::part(MEMBER));
    let sealed: Sealed = parsed(&made, &Layout::sealed(MEMBER));
    let digest = Digest::of(&made.files[Layout::MANIFEST]);
    DrillOrder::of(&case.plan, &manifest, digest, MEMBER, &[&part], with_sealed.then_some(&sealed)).unwrap()
}

/// The device of the ceremony's seed, restored on another one.
fn spare(case: &Case) -> TestBench {
    let mut bench = TestBench::new(&case.plan);
    bench.set_up(MEMBER, |config| config.device_id = "F".repeat(24));
    bench
}

fn drill(
    order: DrillOrder,
    storage: &mut dyn Storage,
    bench: &mut TestBench,
    person: &mut Person,
) -> Result<Vec<String>, Problem> {
    let progress = Progress::default();
    let mut ports = Ports { storage, face: person, host: &FixedFacts, bench, progress };
    DrillRun::open(&mut ports, order, (0, 1), String::new())?.run()
}

/// By a person who confirms everything.
fn held(case: &Case) -> (Memory, Vec<Moment>) {
    let (mut memory, mut bench) = (Memory::default(), spare(case));
    let mut person = Person::at(&bench);
    assert_eq!(drill(order(case, true), &mut memory, &mut bench, &mut person), Ok(Vec::new()));
    let moments = person.moments().cloned().collect();
    assert_eq!(bench.open_sessions(), 0, "no wallet stays open");
    (memory, moments)
}

fn events(memory: &Memory) -> Vec<DrillEvent> {
    let bytes = memory.files.get(Layout::DRILL_JOURNAL).cloned().unwrap_or_default();
    let lines = journal::read::<DrillEvent>("drill", &bytes).unwrap().lines;
    lines.into_iter().map(|line| line.event).collect()
}

fn alarms(memory: &Memory) -> Vec<(String, Alarm)> {
    let alarm = |event: DrillEvent| match event {
        DrillEvent::AlarmRaised { step, reason } => Some((step, reason)),
        _ => None,
    };
    events(memory).into_iter().filter_map(alarm).collect()
}

fn signed(memory: &Memory) -> Vec<&str> {
    memory.files.keys().map(String::as_str).filter(|name| name.ends_with(".sig")).collect()
}

fn note() -> Exception {
    let text = |text: &str| text.to_owned();
    Exception {
        decided: text("leave it out"),
        expected: text("the wallet"),
        happened: text("another one"),
        step: String::new(),
    }
}

#[test]
fn every_address_is_shown_and_every_wallet_signs_the_record_once() {
    let case = case();
    let (memory, moments) = held(&case);
    let record: Drill = parsed(&memory, Layout::DRILL);
    let made = case.uninterrupted();
    let manifest: Manifest = parsed(&made, Layout::MANIFEST);
    let shown: Vec<_> = moments
        .iter()
        .filter_map(|moment| match moment {
            Moment::ShowAddress { role, address, sheet, .. } => {
                Some((role.clone(), *address, sheet.is_some()))
            }
            _ => None,
        })
        .collect();
    let rows: Vec<_> = manifest.addresses.iter().map(|row| (row.role.clone(), row.address)).collect();
    assert_eq!(
        shown.iter().map(|(role, address, _)| (role.as_str().into(), *address)).collect::<Vec<_>>(),
        rows
    );
    let firsts = shown.iter().filter(|(_, _, sheet)| *sheet).count();
    assert_eq!(firsts, record.wallets.len(), "the first address of each wallet is compared with its paper");
    assert_eq!(record.manifest_sha256, Digest::of(&made.files[Layout::MANIFEST]));
    assert_eq!((record.same_device, record.left_out.len()), (SameDevice::Other, 0));
    let sealed: Sealed = parsed(&made, &Layout::sealed(MEMBER));
    assert_eq!(record.seed_commitment, sealed.seed_commitment);
    let digest = Digest::of(&memory.files[Layout::DRILL]);
    for wallet in &record.wallets {
        let file = Layout::drill_statement(&wallet.name);
        let statement = &memory.files[&file];
        let text = String::from_utf8(statement.clone()).unwrap();
        assert_eq!(
            text,
            format!(
                "Gishiki drill v1; REHEARSAL; org: Example Staking; ceremony: solo; seq: 1; member: {MEMBER}; \
                 wallet: {}; addresses: {}; sha256: {digest}",
                wallet.name,
                wallet.addresses.len()
            )
        );
        let signature = String::from_utf8(memory.files[&Layout::signature(&file)].clone()).unwrap();
        let signature: Signature = signature.parse().unwrap();
        let signer = wallet.addresses.iter().find(|row| row.role == wallet.signer).unwrap().address;
        assert_eq!(signature.signer(statement), Ok(signer));
    }
    assert_eq!(signed(&memory).len(), record.wallets.len());
}

#[test]
fn the_journal_holds_no_public_key_of_an_account() {
    let (memory, _) = held(&case());
    for (name, bytes) in &memory.files {
        assert!(!String::from_utf8_lossy(bytes).contains("xpub"), "{name}");
    }
}

#[test]
fn a_drill_is_the_same_bytes_each_time_and_its_end_is_its_end() {
    let case = case();
    let (memory, _) = held(&case);
    assert_eq!(held(&case).0.files, memory.files);
    let (mut again, mut bench) = (memory.clone(), spare(&case));
    let mut person = Person::at(&bench);
    assert_eq!(drill(order(&case, true), &mut again, &mut bench, &mut person), Ok(Vec::new()));
    assert_eq!(again.files, memory.files);
    let told: Vec<_> = person.moments().collect();
    assert!(matches!(told[..], [Moment::Drilled { wallets: 2, .. }]), "{told:?}");
}

#[test]
fn after_a_power_cut_at_any_write_the_same_call_goes_on() {
    let case = case();
    let mut whole = Recorder::on(Memory::default());
    let mut bench = spare(&case);
    let mut person = Person::at(&bench);
    drill(order(&case, true), &mut whole, &mut bench, &mut person).unwrap();
    for kept in 0..whole.snapshots.len() {
        let (mut memory, mut bench) = (whole.snapshots[kept].clone(), spare(&case));
        let mut person = Person::at(&bench);
        let over = drill(order(&case, true), &mut memory, &mut bench, &mut person);
        assert_eq!(over, Ok(Vec::new()), "after {kept} writes");
        let record: Drill = parsed(&memory, Layout::DRILL);
        assert_eq!(record.wallets.len(), 2);
        assert_eq!(signed(&memory).len(), 2, "after {kept} writes");
        assert!(memory.files.contains_key(Layout::DRILL_SUMS));
        // What the journal knew is not compared twice.
        let (before, after) = (events(&whole.snapshots[kept]), events(&memory));
        assert_eq!(before, after[..before.len()]);
        let compared = |event: &&DrillEvent| matches!(event, DrillEvent::AddressCompared { .. });
        assert_eq!(after.iter().filter(compared).count(), 3, "after {kept} writes");
    }
}

#[test]
fn a_wrong_passphrase_opens_nothing_and_the_right_one_then_does() {
    let case = case();
    let (mut memory, mut bench) = (Memory::default(), spare(&case));
    let mut person = Person::patient(&bench);
    person.passphrase = Box::new(|wallet, entry| match entry {
        1 if wallet.name == "TeamFunds" => "mistyped".to_owned(),
        _ => format!("rehearsal {}", wallet.name),
    });
    assert_eq!(drill(order(&case, true), &mut memory, &mut bench, &mut person), Ok(Vec::new()));
    assert_eq!(person.troubles(), ["drill-wallet-other"]);
    assert_eq!(alarms(&memory), [("enter TeamFunds".to_owned(), Alarm::WalletOther)]);
    assert_eq!(signed(&memory).len(), 2);
}

#[test]
fn a_wallet_that_does_not_open_is_left_out_by_name_and_signs_nothing() {
    let case = case();
    let (mut memory, mut bench) = (Memory::default(), spare(&case));
    let mut person = Person::at(&bench);
    person.passphrase = Box::new(|wallet, _| match wallet.name.as_str() {
        "TeamFunds" => "another card".to_owned(),
        name => format!("rehearsal {name}"),
    });
    person.on_trouble = Box::new(|_| Decision::Exception(note()));
    let left_out = drill(order(&case, true), &mut memory, &mut bench, &mut person);
    assert_eq!(left_out, Ok(vec!["TeamFunds".to_owned()]));
    let record: Drill = parsed(&memory, Layout::DRILL);
    assert_eq!(record.left_out, ["TeamFunds"]);
    assert_eq!(record.wallets.len(), 1);
    assert_eq!(record.exceptions.len(), 1);
    assert_eq!(record.exceptions[0].step, "enter TeamFunds");
    assert_eq!(signed(&memory), ["statements/MasterAdminVault.sig"]);
    assert_eq!(bench.open_sessions(), 0);
}

#[test]
fn whoever_does_not_leave_it_out_is_asked_for_it_again() {
    let case = case();
    let (mut memory, mut bench) = (Memory::default(), spare(&case));
    let mut person = Person::at(&bench);
    person.passphrase = Box::new(|wallet, entry| match entry {
        1 => "mistyped".to_owned(),
        _ => format!("rehearsal {}", wallet.name),
    });
    person.on_trouble = Box::new(|_| Decision::Exception(note()));
    person.on_question = Box::new(|question| match question {
        Question::LeaveOut { .. } => Answer::No,
        _ => Answer::Yes,
    });
    assert_eq!(drill(order(&case, true), &mut memory, &mut bench, &mut person), Ok(Vec::new()));
    let record: Drill = parsed(&memory, Layout::DRILL);
    assert_eq!((record.wallets.len(), record.exceptions.len()), (2, 2));
}

/// The wallet without a passphrase tells, where the sealed file is at hand; otherwise each passphrase opens another
/// wallet.
#[test]
fn another_seed_is_said_to_be_one() {
    let case = case();
    for (with_sealed, problem, alarm) in
        [(true, "seed-other", Alarm::SeedOther), (false, "drill-wallet-other", Alarm::WalletOther)]
    {
        let (mut memory, mut bench) = (Memory::default(), spare(&case));
        bench.set_up(MEMBER, |config| config.seed = Some(bip39(5)));
        let mut person = Person::at(&bench);
        let stopped = drill(order(&case, with_sealed), &mut memory, &mut bench, &mut person);
        assert_eq!(stopped.unwrap_err().id(), problem);
        assert_eq!(alarms(&memory).into_iter().map(|(_, alarm)| alarm).collect::<Vec<_>>(), [alarm]);
        assert_eq!(signed(&memory), [""; 0]);
        assert_eq!(bench.open_sessions(), 0);
    }
}

/// A manifest that says another address than the wallet has.
#[test]
fn an_address_that_differs_is_not_taken() {
    let case = case();
    let mut order = order(&case, true);
    order.wallets[0].rows[0].address = Address::from_bytes([7; 20]);
    let (mut memory, mut bench) = (Memory::default(), spare(&case));
    let mut person = Person::at(&bench);
    let stopped = drill(order, &mut memory, &mut bench, &mut person);
    assert_eq!(stopped.unwrap_err().id(), "drill-address-unexpected");
    assert!(person.moments().all(|moment| !matches!(moment, Moment::ShowAddress { .. })));
    assert_eq!(alarms(&memory).len(), 1);
    assert_eq!(signed(&memory), [""; 0]);
}

#[test]
fn a_person_who_sees_something_else_is_believed() {
    let case = case();
    for (denied, problem, alarm) in [
        ("address", "address-disputed", Alarm::AddressDisputed),
        ("sheet", "sheet-differs", Alarm::SheetDiffers),
        ("digest", "digest-differs", Alarm::DigestDiffers),
    ] {
        let (mut memory, mut bench) = (Memory::default(), spare(&case));
        let mut person = Person::at(&bench);
        person.on_question = Box::new(move |question| {
            let is = match question {
                Question::SameAddress { .. } => "address",
                Question::SameSheet { .. } => "sheet",
                Question::SameDigest { .. } => "digest",
                _ => "",
            };
            if is == denied { Answer::No } else { Answer::Yes }
        });
        let stopped = drill(order(&case, true), &mut memory, &mut bench, &mut person);
        assert_eq!(stopped.unwrap_err().id(), problem);
        assert_eq!(alarms(&memory).into_iter().map(|(_, alarm)| alarm).collect::<Vec<_>>(), [alarm]);
        assert_eq!(signed(&memory), [""; 0]);
    }
}

#[test]
fn the_ceremony_s_own_device_is_said_to_be_it() {
    let case = case();
    for (with_sealed, same) in [(true, SameDevice::Same), (false, SameDevice::Unknown)] {
        let (mut memory, mut bench) = (Memory::default(), TestBench::new(&case.plan));
        let mut person = Person::at(&bench);
        drill(order(&case, with_sealed), &mut memory, &mut bench, &mut person).unwrap();
        assert_eq!(parsed::<Drill>(&memory, Layout::DRILL).same_device, same);
    }
}

#[test]
fn a_folder_holds_one_drill_only() {
    let case = case();
    let (mut memory, _) = held(&case);
    let mut other = order(&case, true);
    other.manifest = Digest::of("another");
    let mut bench = spare(&case);
    let mut person = Person::at(&bench);
    let refused = drill(other, &mut memory, &mut bench, &mut person);
    assert_eq!(refused.unwrap_err().id(), "drill-of-another");
}

/// A file of docs/schemas/.
fn schema(name: &str) -> jsonschema::Validator {
    let home = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schemas");
    let text = std::fs::read_to_string(home.join(format!("{name}.schema.json"))).unwrap();
    jsonschema::draft202012::new(&serde_json::from_str(&text).unwrap()).unwrap()
}

#[test]
fn what_a_drill_writes_is_as_its_schemas_say() {
    let case = case();
    let (files, _) = held(&case);
    let valid = |schema: &jsonschema::Validator, bytes: &[u8]| {
        let document = serde_json::from_slice(bytes).unwrap();
        let errors: Vec<_> = schema.iter_errors(&document).map(|it| it.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{document}");
    };
    valid(&schema("drill"), &files.files[Layout::DRILL]);
    let lines = schema("journal-drill");
    let journal = files.files[Layout::DRILL_JOURNAL].strip_suffix(b"\n").unwrap();
    journal.split(|&byte| byte == b'\n').for_each(|line| valid(&lines, line));
}
