//! Everything that goes wrong at a device or with a person: nothing false is recorded, and the ceremony goes on.

mod common;

use std::cell::Cell;

use common::{Case, Person, Terms, TestBench, bip39, check_signatures, check_sums, same_but_for_journals};
use gishiki::ceremony::{Answer, Decision, Event, Moment, Question, Refusal, Signers, TeamEvent};
use gishiki::device::simulator::{Button, Kind, Panel};
use gishiki::device::{Notice, Reply};
use gishiki::journal::{self, Memory};
use gishiki::keys::test_seeds::rehearsal_passphrase;
use gishiki::keys::{Secret, WalletIdentity};
use gishiki::manifest::{Exception, Layout, Manifest, Part, Sealed, canonical};
use gishiki::text::Problem;

/// A rehearsal with one fault in it.
struct Trial {
    case: Case,
    memory: Memory,
    bench: TestBench,
}

impl Trial {
    fn of(plan: &str) -> Self {
        let case = Case::of(plan);
        let bench = TestBench::new(&case.plan);
        Self { case, memory: Memory::default(), bench }
    }

    fn solo() -> Self {
        Self::of(&common::shipped("solo"))
    }

    fn go(&mut self, person: &mut Person) -> Result<bool, Problem> {
        let result = self.case.rehearse(&mut self.memory, &mut self.bench, person);
        if !person.troubles().contains(&"device-lost") {
            assert_eq!(self.bench.open_sessions(), 0, "no run leaves a wallet open: {result:?}");
        }
        result
    }

    fn patient<'w>(&self) -> Person<'w> {
        Person::patient(&self.bench)
    }

    fn impatient<'w>(&self) -> Person<'w> {
        Person::at(&self.bench)
    }

    fn events(&self, member: &str) -> Vec<Event> {
        let name = Layout::journal(member);
        let bytes = self.memory.files.get(&name).cloned().unwrap_or_default();
        journal::read(&name, &bytes).unwrap().lines.into_iter().map(|line| line.event).collect()
    }

    fn team_events(&self) -> Vec<TeamEvent> {
        let bytes = self.memory.files.get(Layout::TEAM_JOURNAL).cloned().unwrap_or_default();
        journal::read("team", &bytes).unwrap().lines.into_iter().map(|line| line.event).collect()
    }

    fn read<T: serde::Serialize + serde::de::DeserializeOwned>(&self, name: &str) -> T {
        canonical::from_bytes(&self.memory.files[name]).unwrap()
    }

    fn manifest(&self) -> Manifest {
        self.read(Layout::MANIFEST)
    }

    /// It came to its end, and to the same as if nothing had gone wrong, but for these events.
    fn ends_as_ever(&self) {
        check_sums(&self.memory.files);
        check_signatures(&self.memory.files);
        same_but_for_journals(&self.memory.files, &self.case.uninterrupted().files);
    }

    /// It came to its end, with the addresses that it would have had anyway.
    fn ends_with_the_same_addresses(&self) {
        check_sums(&self.memory.files);
        check_signatures(&self.memory.files);
        let ever: Manifest =
            canonical::from_bytes(&self.case.uninterrupted().files[Layout::MANIFEST]).unwrap();
        let manifest = self.manifest();
        assert_eq!((manifest.addresses, manifest.contracts), (ever.addresses, ever.contracts));
    }
}

/// What is typed for a wallet at its how-manieth entry.
type Typing<'w> = Box<dyn FnMut(&gishiki::plan::WalletId, usize) -> String + 'w>;

/// What hands do at a device.
type Hands<'w> = Box<dyn FnMut(&Notice, &Panel) -> Option<Reply> + 'w>;

/// The passphrase typed at the n-th entry of a wallet; the right one where the list is over or holds nothing.
fn typed<'w>(wrong: &'w [Option<&str>]) -> Typing<'w> {
    Box::new(|wallet, nth| {
        let right = || rehearsal_passphrase(&wallet.name).expose().to_owned();
        wrong.get(nth - 1).copied().flatten().map_or_else(right, str::to_owned)
    })
}

fn refusals(events: &[Event]) -> Vec<Refusal> {
    let refusal = |event: &Event| match event {
        Event::WalletRefused { reason, .. } => Some(*reason),
        _ => None,
    };
    events.iter().filter_map(refusal).collect()
}

fn reopened(events: &[Event]) -> usize {
    events.iter().filter(|event| matches!(event, Event::WalletReopened { .. })).count()
}

// ---- Passphrases --------------------------------------------------------------------------------

#[test]
fn a_mistyped_second_entry_starts_both_again_and_fills_nothing_in() {
    let mut trial = Trial::solo();
    let mut person = trial.patient();
    person.passphrase = typed(&[None, Some("rehearsal MasterAdminVaul")]);
    assert_eq!(trial.go(&mut person), Ok(true));
    assert_eq!(person.troubles(), ["wallet-differs"]);
    assert_eq!(person.entries("MasterAdminVault"), 5, "two, two again, and one to sign the manifest");
    let events = trial.events("member-1");
    assert_eq!(refusals(&events), [Refusal::Differs]);
    let entered = |event: &Event| match event {
        Event::WalletEntered { identity, .. } => Some(*identity),
        _ => None,
    };
    let entered: Vec<WalletIdentity> = events.iter().filter_map(entered).collect();
    assert_eq!(entered.len(), 3, "the mistyped wallet is nowhere in the journal");
    assert!(entered.iter().all(|identity| *identity == entered[0]));
    trial.ends_with_the_same_addresses();
}

#[test]
fn a_mistyped_first_entry_is_found_by_the_second() {
    let mut trial = Trial::solo();
    let mut person = trial.patient();
    person.passphrase = typed(&[Some("rehearsal masterAdminVault")]);
    assert_eq!(trial.go(&mut person), Ok(true));
    assert_eq!(refusals(&trial.events("member-1")), [Refusal::Differs]);
    trial.ends_with_the_same_addresses();
}

#[test]
fn the_wallet_without_a_passphrase_is_never_taken() {
    for wrong in [&[Some("")] as &[_], &[None, Some("")]] {
        let mut trial = Trial::solo();
        let mut person = trial.patient();
        person.passphrase = typed(wrong);
        assert_eq!(trial.go(&mut person), Ok(true));
        assert_eq!(person.troubles(), ["wallet-standard"]);
        assert_eq!(refusals(&trial.events("member-1")), [Refusal::Standard]);
        trial.ends_with_the_same_addresses();
    }
}

#[test]
fn a_wallet_of_this_ceremony_is_not_taken_twice() {
    let mut trial = Trial::of(&common::two_wallets(None));
    let mut person = trial.patient();
    person.passphrase = Box::new(|wallet, nth| {
        let name = if wallet.name == "TeamFunds" && nth == 1 { "MasterAdminVault" } else { &wallet.name };
        rehearsal_passphrase(name).expose().to_owned()
    });
    assert_eq!(trial.go(&mut person), Ok(true));
    assert_eq!(person.troubles(), ["wallet-seen"]);
    trial.ends_with_the_same_addresses();
}

fn identity_of(wallet: &str) -> String {
    bip39(1).open(&rehearsal_passphrase(wallet)).unwrap().identity().unwrap().to_string()
}

#[test]
fn a_known_wallet_is_entered_once_and_only_itself_is_taken() {
    let mut trial = Trial::of(&common::two_wallets(Some(&identity_of("TeamFunds"))));
    let mut person = trial.patient();
    person.passphrase = Box::new(|wallet, nth| match (wallet.name.as_str(), nth) {
        ("TeamFunds", 1) => "rehearsal TeamFund".to_owned(),
        (name, _) => rehearsal_passphrase(name).expose().to_owned(),
    });
    assert_eq!(trial.go(&mut person), Ok(true));
    assert_eq!((person.troubles(), person.entries("TeamFunds")), (vec!["wallet-unknown"], 2));
    assert_eq!(refusals(&trial.events("member-1")), [Refusal::Unknown]);
    let part: Part = trial.read(&Layout::part("member-1"));
    let entries: Vec<_> = part.wallets.iter().map(|wallet| (wallet.name.as_str(), wallet.entries)).collect();
    assert_eq!(entries, [("MasterAdminVault", 2), ("TeamFunds", 1)]);
}

#[test]
fn a_wallet_that_the_plan_knows_cannot_be_taken_under_another_name_before_its_turn() {
    let mut trial = Trial::of(&common::two_wallets(Some(&identity_of("TeamFunds"))));
    let mut person = trial.patient();
    let other = rehearsal_passphrase("TeamFunds");
    person.passphrase = Box::new(move |wallet, nth| match (wallet.name.as_str(), nth) {
        ("MasterAdminVault", 1 | 2) => other.expose().to_owned(),
        (name, _) => rehearsal_passphrase(name).expose().to_owned(),
    });
    assert_eq!(trial.go(&mut person), Ok(true));
    assert_eq!(person.troubles(), ["wallet-seen", "wallet-seen"]);
    trial.ends_with_the_same_addresses();
}

#[test]
fn another_wallet_at_reopening_is_left_untouched() {
    let mut trial = Trial::solo();
    // The device loses its power before the statement is signed; then another passphrase is typed once.
    let mut person = trial.patient();
    person.passphrase = typed(&[None, None, Some("another")]);
    let mut once = true;
    person.on_moment = Box::new(move |moment, slot| {
        if matches!(moment, Moment::Sign { .. }) && std::mem::take(&mut once) {
            slot.get().unwrap().unplug();
        }
    });
    assert_eq!(trial.go(&mut person), Ok(true));
    assert_eq!(person.troubles(), ["device-lost", "wallet-other"]);
    trial.ends_as_ever();
    // The same in the team's part, where the journal tells of it.
    let mut trial = Trial::solo();
    let mut person = trial.patient();
    person.passphrase = typed(&[None, None, Some("another")]);
    assert_eq!(trial.go(&mut person), Ok(true));
    assert_eq!(person.troubles(), ["wallet-other"]);
    let refused = |event: &TeamEvent| matches!(event, TeamEvent::WalletRefused { .. });
    assert_eq!(trial.team_events().iter().filter(|event| refused(event)).count(), 1);
    trial.ends_with_the_same_addresses();
}

// ---- Refused, cancelled, No ---------------------------------------------------------------------

/// Does something else at the first notice of this name.
fn once_at<'w>(screen: &'static str, act: impl Fn(&Panel) -> Reply + 'w) -> Hands<'w> {
    let mut once = true;
    Box::new(move |notice, panel| {
        let here = match notice {
            Notice::Button { name, .. } => name == screen,
            Notice::PassphraseOnDevice => screen == "passphrase",
            Notice::PinOnDevice => screen == "pin",
            _ => false,
        };
        (here && std::mem::take(&mut once)).then(|| act(panel))
    })
}

fn refuse(panel: &Panel) -> Reply {
    while !panel.press(Button::Cancel) {
        assert!(panel.press(Button::NextPage) || panel.press(Button::ShowAll));
    }
    Reply::Go
}

const SCREENS: [&str; 4] = ["show_address", "sign_message", "passphrase", "pin"];

#[test]
fn what_is_refused_on_the_device_is_not_recorded_and_can_be_done_again() {
    for screen in SCREENS {
        let mut trial = Trial::solo();
        let mut person = trial.impatient();
        person.on_notice = once_at(screen, refuse);
        assert_eq!(trial.go(&mut person).unwrap_err().id(), "device-refused", "{screen}");
        nothing_after(&trial.events("member-1"), screen);

        let mut trial = Trial::solo();
        let mut person = trial.patient();
        person.on_notice = once_at(screen, refuse);
        assert_eq!(trial.go(&mut person), Ok(true), "{screen}");
        assert_eq!(person.troubles(), ["device-refused"]);
        trial.ends_as_ever();
    }
}

fn nothing_after(events: &[Event], screen: &str) {
    let confirmed = events.iter().any(|event| matches!(event, Event::AddressConfirmed { .. }));
    let signed = events.iter().any(|event| matches!(event, Event::StatementSigned { .. }));
    assert!(!signed && (screen == "sign_message" || !confirmed), "{screen}");
}

#[test]
fn what_is_cancelled_on_the_laptop_is_not_recorded_and_can_be_done_again() {
    for screen in SCREENS {
        let mut trial = Trial::solo();
        let mut person = trial.impatient();
        person.on_notice = once_at(screen, |_| Reply::Cancel);
        let problem = trial.go(&mut person).unwrap_err();
        assert_eq!((problem.id(), problem.kind().exit_status()), ("device-cancelled", 130), "{screen}");
        nothing_after(&trial.events("member-1"), screen);

        let mut trial = Trial::solo();
        let mut person = trial.patient();
        person.on_notice = once_at(screen, |_| Reply::Cancel);
        assert_eq!(trial.go(&mut person), Ok(true), "{screen}");
        assert_eq!(person.troubles(), ["device-cancelled"]);
        trial.ends_as_ever();
    }
}

#[test]
fn a_no_at_a_comparison_confirms_nothing() {
    type Asked = fn(&Question) -> bool;
    type Compared = fn(&Trial) -> bool;
    let cases: [(&str, Asked, Compared); 3] = [
        (
            "address-mismatch",
            |question| matches!(question, Question::SameAddress { .. }),
            |trial| {
                let confirmed = |event: &Event| matches!(event, Event::AddressConfirmed { .. });
                trial.events("member-1").iter().any(confirmed)
            },
        ),
        (
            "digest-differs",
            |question| matches!(question, Question::SameDigest { file, .. } if file != Layout::MANIFEST),
            |trial| {
                let compared = |event: &Event| matches!(event, Event::PartCompared { .. });
                trial.events("member-1").iter().any(compared)
            },
        ),
        (
            "digest-differs",
            |question| matches!(question, Question::SameDigest { file, .. } if file == Layout::MANIFEST),
            |trial| {
                let compared = |event: &TeamEvent| matches!(event, TeamEvent::ManifestCompared { .. });
                trial.team_events().iter().any(compared)
            },
        ),
    ];
    for (trouble, asked, compared) in cases {
        // Always no: it never gets past.
        let mut trial = Trial::solo();
        let mut person = trial.impatient();
        let mut tries = 0;
        person.on_question = Box::new(move |question| if asked(question) { Answer::No } else { Answer::Yes });
        person.on_trouble = Box::new(move |_| {
            tries += 1;
            if tries < 3 { Decision::Retry } else { Decision::Stop }
        });
        assert_eq!(trial.go(&mut person).unwrap_err().id(), trouble);
        assert!(!compared(&trial), "{trouble}");
        // Then yes: it goes on from there.
        let mut person = trial.patient();
        assert_eq!(trial.go(&mut person), Ok(true));
        trial.ends_as_ever();
    }
}

// ---- PIN, locks, plugs --------------------------------------------------------------------------

#[test]
fn a_wrong_pin_is_asked_again_by_the_device() {
    let mut trial = Trial::solo();
    let mut person = trial.impatient();
    person.on_notice = once_at("pin", |panel| {
        assert!(panel.enter(&Secret::new("9999".to_owned())));
        Reply::Go
    });
    assert_eq!(trial.go(&mut person), Ok(true));
    trial.ends_as_ever();
}

/// The kinds of moments at which a device is there.
fn kinds(person: &Person) -> Vec<String> {
    let mut kinds: Vec<_> = person.moments().map(kind).collect();
    kinds.dedup();
    kinds.retain(|kind| !["PlugIn", "Combine", "Finished"].contains(&kind.as_str()));
    kinds
}

fn kind(moment: &Moment) -> String {
    format!("{moment:?}").split([' ', '{']).next().unwrap().to_owned()
}

/// Does something to the device at the n-th moment of those that `kinds` lists.
fn disturb(act: fn(&Panel), check: impl Fn(&Trial, &Person, &str)) {
    let mut usual = Trial::of(&common::two_wallets(None));
    let mut person = usual.impatient();
    usual.go(&mut person).unwrap();
    let all: Vec<_> = person.moments().map(kind).collect();
    assert!(kinds(&person).len() >= 8);
    let no_device = ["PlugIn", "Combine", "Finished"];
    for (nth, name) in all.iter().enumerate().filter(|(_, name)| !no_device.contains(&name.as_str())) {
        let mut trial = Trial::of(&common::two_wallets(None));
        let mut person = trial.patient();
        let mut count = 0;
        person.on_moment = Box::new(move |_, slot| {
            if count == nth {
                act(&slot.get().unwrap());
            }
            count += 1;
        });
        assert_eq!(trial.go(&mut person), Ok(true), "at {name}, moment {nth}");
        trial.ends_as_ever();
        check(&trial, &person, name);
    }
}

#[test]
fn a_device_locked_at_any_moment_asks_for_its_pin_and_goes_on() {
    disturb(Panel::lock, |trial, person, name| {
        assert_eq!(person.troubles(), Vec::<&str>::new(), "{name}");
        assert_eq!(reopened(&trial.events("member-1")), 0, "{name}: a lock closes no wallet");
    });
}

#[test]
fn a_device_unplugged_at_any_moment_goes_on_once_its_wallet_was_entered_again() {
    let lost = Cell::new(0);
    disturb(Panel::unplug, |trial, person, name| {
        assert!(person.troubles().len() <= 1, "{name}: {:?}", person.troubles());
        lost.set(lost.get() + person.troubles().len());
        if matches!(name, "ReadAccount" | "ShowAddress") {
            // Once for this step. A wallet finished before that is opened again only when it signs.
            let events = trial.events("member-1");
            let settled = events.iter().position(|event| matches!(event, Event::PartWritten { .. }));
            assert_eq!(reopened(&events[..settled.unwrap()]), 1, "{name}");
        }
    });
    assert!(lost.get() > 10);
}

#[test]
fn a_device_unplugged_or_locked_while_it_waits_for_the_person_goes_on() {
    for screen in SCREENS {
        let mut trial = Trial::solo();
        let mut person = trial.patient();
        person.on_notice = once_at(screen, |panel| {
            panel.unplug();
            Reply::Go
        });
        assert_eq!(trial.go(&mut person), Ok(true), "{screen}");
        assert_eq!(person.troubles(), ["device-lost"], "{screen}");
        trial.ends_as_ever();
    }
    for screen in ["show_address", "sign_message", "passphrase"] {
        let mut trial = Trial::solo();
        let mut person = trial.patient();
        person.on_notice = once_at(screen, |panel| {
            panel.lock();
            Reply::Go
        });
        assert_eq!(trial.go(&mut person), Ok(true), "{screen}");
        assert_eq!(person.troubles().len(), 1, "{screen}: {:?}", person.troubles());
        trial.ends_as_ever();
    }
}

#[test]
fn another_device_at_resume_is_not_taken() {
    let mut trial = Trial::solo();
    let mut person = trial.impatient();
    person.on_notice = once_at("show_address", refuse);
    trial.go(&mut person).unwrap_err();
    let before = trial.memory.files.clone();
    trial.bench.set_up("member-1", |config| config.device_id = "F".repeat(24));
    let mut person = trial.impatient();
    assert_eq!(trial.go(&mut person).unwrap_err().id(), "device-other");
    assert!(trial.memory.files == before);
    trial.bench.set_up("member-1", |config| config.device_id = format!("{:024X}", 1));
    let mut person = trial.impatient();
    assert_eq!(trial.go(&mut person), Ok(true));
    trial.ends_as_ever();
}

#[test]
fn the_same_device_with_another_seed_opens_no_wallet_of_the_ceremony() {
    let mut trial = Trial::solo();
    let mut person = trial.impatient();
    person.on_notice = once_at("show_address", refuse);
    trial.go(&mut person).unwrap_err();
    trial.bench.set_up("member-1", |config| config.seed = Some(bip39(5)));
    let mut person = trial.impatient();
    assert_eq!(trial.go(&mut person).unwrap_err().id(), "wallet-other");
}

// ---- Devices that are not ready -----------------------------------------------------------------

#[test]
fn a_device_that_is_not_ready_for_a_ceremony_is_not_used() {
    use gishiki::device::simulator::SimulatorConfig;
    type Change = fn(&mut SimulatorConfig);
    let cases: [(&str, Change); 7] = [
        ("hindrance-passphrase-off", |config| config.passphrase_protection = false),
        ("hindrance-no-backup", |config| config.no_backup = true),
        ("hindrance-no-backup", |config| config.needs_backup = true),
        ("hindrance-unfinished-backup", |config| config.unfinished_backup = true),
        ("hindrance-uninitialized", |config| config.seed = None),
        ("hindrance-no-pin", |config| config.pin = None),
        ("hindrance-safety-checks-not-strict", |config| {
            config.safety_checks = trezor_client::protos::SafetyCheckLevel::PromptTemporarily;
        }),
    ];
    for (id, change) in cases {
        let mut trial = Trial::solo();
        trial.bench.set_up("member-1", change);
        let mut person = trial.impatient();
        let problem = trial.go(&mut person).unwrap_err();
        assert_eq!((problem.id(), problem.kind().exit_status()), (id, 3));
        assert_eq!(trial.events("member-1").len(), 1, "{id}: nothing but the beginning");
        // An exception does not waive it.
        let mut person = trial.impatient();
        let mut tries = 0;
        person.on_trouble = Box::new(move |_| {
            tries += 1;
            if tries < 3 { Decision::Exception(exception("as it is")) } else { Decision::Stop }
        });
        assert_eq!(trial.go(&mut person).unwrap_err().id(), id);
        let identified = |event: &Event| matches!(event, Event::DeviceIdentified { .. });
        assert!(!trial.events("member-1").iter().any(identified));
    }
}

#[test]
fn a_simulated_device_is_refused_in_a_real_run_whatever_is_recorded() {
    let mut trial = Trial::solo();
    let mut person = trial.impatient();
    let mut tries = 0;
    person.on_trouble = Box::new(move |_| {
        tries += 1;
        if tries < 3 { Decision::Exception(exception("never mind")) } else { Decision::Stop }
    });
    let terms = Terms { rehearsal: false, ..Terms::default() };
    let problem = trial.case.run(terms, &mut trial.memory, &mut trial.bench, &mut person).unwrap_err();
    assert_eq!(problem.id(), "device-simulated");
    assert_eq!(trial.events("member-1").len(), 3, "the beginning and two exceptions");
    // Nor does it become a rehearsal afterwards.
    let mut person = trial.impatient();
    assert_eq!(trial.go(&mut person).unwrap_err().id(), "journal-of-another");
}

#[test]
fn two_members_with_one_seed_are_not_combined() {
    let mut trial = Trial::of(&common::two_people());
    trial.bench.set_up("member-2", |config| config.seed = Some(bip39(1)));
    let mut person = trial.impatient();
    person.passphrase = Box::new(|wallet, _| format!("of {wallet}"));
    assert_eq!(trial.go(&mut person).unwrap_err().id(), "parts-share");
    assert!(!trial.memory.files.contains_key(Layout::MANIFEST));
    // Nor later, nor with an exception.
    let mut person = trial.impatient();
    let mut tries = 0;
    person.on_trouble = Box::new(move |_| {
        tries += 1;
        if tries < 3 { Decision::Exception(exception("one seed will do")) } else { Decision::Stop }
    });
    assert_eq!(trial.go(&mut person).unwrap_err().id(), "parts-share");
    assert!(!trial.memory.files.contains_key(Layout::MANIFEST));
}

// ---- Exceptions ---------------------------------------------------------------------------------

fn exception(happened: &str) -> Exception {
    Exception {
        decided: "go on".to_owned(),
        expected: "as planned".to_owned(),
        happened: happened.to_owned(),
        step: String::new(),
    }
}

#[test]
fn an_exception_at_any_question_stands_in_the_files_with_its_step() {
    let steps = [
        ("enter MasterAdminVault", true),
        ("enter MasterAdminVault", true),
        ("show-address owner-1", true),
        ("compare-part", false),
        ("compare-manifest", false),
        ("sign owner-1", false),
    ];
    for (nth, (step, in_part)) in steps.into_iter().enumerate() {
        let mut trial = Trial::solo();
        let mut person = trial.impatient();
        let (mut asked, mut recorded) = (0, false);
        person.on_question = Box::new(move |_| {
            if asked == nth && !std::mem::replace(&mut recorded, true) {
                return Answer::Exception(exception("it rained"));
            }
            asked += 1;
            Answer::Yes
        });
        assert_eq!(trial.go(&mut person), Ok(true), "{step}");
        trial.ends_with_the_same_addresses();
        let expected = Exception { step: step.to_owned(), ..exception("it rained") };
        let member = trial.events("member-1").into_iter().find_map(|event| match event {
            Event::ExceptionRecorded(exception) => Some(exception),
            _ => None,
        });
        let team = trial.team_events().into_iter().find_map(|event| match event {
            TeamEvent::ExceptionRecorded(exception) => Some(exception),
            _ => None,
        });
        assert_eq!(member.clone().xor(team), Some(expected.clone()));
        let sealed: Sealed = trial.read(&Layout::sealed("member-1"));
        let part: Part = trial.read(&Layout::part("member-1"));
        let in_files = if in_part { vec![expected] } else { Vec::new() };
        assert_eq!((part.exceptions, sealed.exceptions), (in_files.len() as u64, in_files), "{step}");
        // The manifest counts every one of a member's, also those after the part was settled.
        assert_eq!(trial.manifest().exceptions, u64::from(member.is_some()), "{step}");
    }
}

#[test]
fn an_exception_waives_no_mismatch() {
    let mut trial = Trial::solo();
    let mut person = trial.impatient();
    let mut tries = 0;
    person.on_question = Box::new(|question| match question {
        Question::SameAddress { .. } => Answer::No,
        _ => Answer::Yes,
    });
    person.on_trouble = Box::new(move |_| {
        tries += 1;
        if tries < 4 { Decision::Exception(exception("the last digit looks fine")) } else { Decision::Stop }
    });
    assert_eq!(trial.go(&mut person).unwrap_err().id(), "address-mismatch");
    let confirmed = |event: &Event| matches!(event, Event::AddressConfirmed { .. });
    assert!(!trial.events("member-1").iter().any(confirmed));
    // They are kept, and counted in the end.
    let mut person = trial.impatient();
    assert_eq!(trial.go(&mut person), Ok(true));
    let part: Part = trial.read(&Layout::part("member-1"));
    assert_eq!((part.exceptions, trial.manifest().exceptions), (3, 3));
}

#[test]
fn an_exception_that_could_never_be_signed_is_refused_before_it_is_recorded() {
    for text in ["署名が違う", "", " ", "two\nlines", &"x".repeat(1001)] {
        let mut trial = Trial::solo();
        let mut person = trial.patient();
        let mut once = true;
        person.on_question = Box::new(move |_| {
            if std::mem::take(&mut once) { Answer::Exception(exception(text)) } else { Answer::Yes }
        });
        assert_eq!(trial.go(&mut person), Ok(true), "{text:?}");
        assert_eq!(person.troubles(), ["exception-unwritable"]);
        trial.ends_as_ever();
    }
}

#[test]
fn an_exception_that_cannot_be_recorded_at_a_trouble_is_told_and_asked_again() {
    let mut trial = Trial::solo();
    let mut person = trial.impatient();
    person.on_notice = once_at("show_address", refuse);
    let mut texts = vec!["cable loose", "だめ"];
    person.on_trouble = Box::new(move |_| Decision::Exception(exception(texts.pop().unwrap())));
    assert_eq!(trial.go(&mut person), Ok(true));
    assert_eq!(person.troubles(), ["device-refused", "exception-unwritable"]);
    let sealed: Sealed = trial.read(&Layout::sealed("member-1"));
    assert_eq!(sealed.exceptions[0].step, "show-address owner-1");
}

// ---- Folders ------------------------------------------------------------------------------------

#[test]
fn a_file_of_another_run_is_refused_and_not_overwritten() {
    let case = Case::shipped("solo");
    let ours = case.uninterrupted();
    for (name, bytes) in &ours.files {
        if name.contains("journal") {
            continue;
        }
        let mut trial = Trial::solo();
        let theirs = [bytes.as_slice(), b" "].concat();
        trial.memory.files.insert(name.clone(), theirs.clone());
        let mut person = trial.impatient();
        assert_eq!(trial.go(&mut person).unwrap_err().id(), "file-differs", "{name}");
        assert_eq!(trial.memory.files[name], theirs);
    }
}

#[test]
fn a_folder_holds_one_run() {
    let mut trial = Trial::of(&common::two_people());
    let mut person = trial.impatient();
    let member = Terms::member("member-1");
    trial.case.run(member, &mut trial.memory, &mut trial.bench, &mut person).unwrap();
    let before = trial.memory.files.clone();
    for terms in [Terms::default(), Terms::member("member-2")] {
        let mut person = trial.impatient();
        let problem = trial.case.run(terms, &mut trial.memory, &mut trial.bench, &mut person).unwrap_err();
        assert_eq!(problem.id(), "run-of-another-scope");
        assert!(trial.memory.files == before);
    }
    // A slip of the name makes no folder.
    let mut empty = Memory::default();
    let terms = Terms::member("member-3");
    let problem = trial.case.run(terms, &mut empty, &mut trial.bench, &mut person).unwrap_err();
    assert_eq!((problem.id(), empty.files.len()), ("custodian-unknown", 0));
}

#[test]
fn parts_made_apart_are_combined_and_signed_apart_to_the_same_manifest() {
    let case = Case::of(&common::two_people());
    let mut together = Memory::default();
    for member in ["member-1", "member-2"] {
        let mut alone = Memory::default();
        let mut bench = TestBench::new(&case.plan);
        let mut person = Person::at(&bench);
        let over = case.run(Terms::member(member), &mut alone, &mut bench, &mut person);
        assert_eq!(over, Ok(true));
        check_sums(&alone.files);
        alone.files.retain(|name, _| !name.ends_with("SHA256SUMS"));
        together.files.extend(alone.files);
    }
    let run = |memory: &mut Memory, signers| {
        let mut bench = TestBench::new(&case.plan);
        let mut person = Person::at(&bench);
        let over = case.run(Terms::combination(signers), memory, &mut bench, &mut person);
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
    let second = Signers::Only("member-2".to_owned());
    assert_eq!(run(&mut together, second.clone()), (Ok(false), vec!["member-2".to_owned()]));
    assert_eq!(run(&mut together, second), (Ok(false), vec![]), "nobody signs twice");
    let first = Signers::Only("member-1".to_owned());
    assert_eq!(run(&mut together, first), (Ok(true), vec!["member-1".to_owned()]));
    check_sums(&together.files);
    check_signatures(&together.files);
    let usual = case.uninterrupted();
    for name in [Layout::LABELS_CSV, "public/contracts/treasury.json"] {
        assert_eq!(together.files[name], usual.files[name]);
    }
}

#[test]
fn the_screen_shows_the_whole_address_and_the_whole_statement_that_are_recorded() {
    let mut trial = Trial::solo();
    let shown = std::cell::RefCell::new(Vec::new());
    let mut person = trial.impatient();
    person.on_notice = Box::new(|_, panel| {
        let (_, screen) = panel.screen();
        if matches!(screen.kind, Kind::Confirm { .. }) {
            shown.borrow_mut().push(screen.text().replace(' ', ""));
        }
        None
    });
    assert_eq!(trial.go(&mut person), Ok(true));
    drop(person);
    let shown = shown.into_inner();
    let address = trial.manifest().addresses[0].address.to_string();
    let part =
        String::from_utf8(trial.memory.files["public/statements/member-1.MasterAdminVault.txt"].clone())
            .unwrap();
    let stands = |text: &str| shown.iter().any(|screen| screen.contains(&text.replace(' ', "")));
    assert!(stands(&address), "{shown:?}");
    assert!(stands(&part), "{shown:?}");
}
