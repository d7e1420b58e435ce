//! The run of an owner's signature on a SafeTx: what differs ends it, and nothing is signed or kept then.

use std::path::Path;
use std::time::Duration;

use alloy::primitives::U256;
use gishiki::ceremony::{Answer, Decision, Face, Moment, Ports, Progress, Question, SafeTxOrder, SafeTxRun};
use gishiki::contracts::safe_tx::{Finding, Severity};
use gishiki::contracts::{SafeState, SafeTx, Transaction};
use gishiki::device::simulator::{Kind, PanelSlot};
use gishiki::device::{Attendant, Notice, Reply, Signed};
use gishiki::export::batches;
use gishiki::host::FixedFacts;
use gishiki::host::bench::SimulatedBench;
use gishiki::journal::Memory;
use gishiki::keys::{Address, Digest, Secret};
use gishiki::manifest::{BatchEntry, ContractEntry, Manifest, Part, SafeEntry, SafeStanding, canonical};
use gishiki::plan::{self, Linted, WalletId};
use gishiki::text::{Message, Problem};
use gishiki::ui::Headless;

const BATCH: &str = "share-rewards";

fn read<T: serde::de::DeserializeOwned + serde::Serialize>(name: &str) -> T {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("manifests/rehearsal-bonded-validator-1/public");
    canonical::from_bytes(&std::fs::read(folder.join(name)).unwrap()).unwrap()
}

struct Table {
    plan: Linted,
    manifest: Manifest,
    part: Part,
    slot: PanelSlot,
}

type Denies = fn(&Question) -> bool;

/// A willing person, but for this.
#[derive(Default)]
struct Will {
    /// A question that is answered with no.
    denies: Option<Denies>,
    /// How often something is tried again.
    retries: usize,
    /// When the plug is pulled: at the first button of this name.
    unplugs: Option<&'static str>,
    /// Whether a kept signature is lost once.
    full_disk: bool,
}

struct Person<'a> {
    hand: Headless<'a>,
    slot: PanelSlot,
    will: Will,
    moments: Vec<Moment>,
    questions: Vec<Question>,
}

impl Attendant for Person<'_> {
    fn notice(&mut self, notice: &Notice) -> Reply {
        let named = matches!(notice, Notice::Button { name, .. } if Some(name.as_str()) == self.will.unplugs);
        if named {
            self.will.unplugs = None;
            self.slot.get().unwrap().unplug();
            return Reply::Go;
        }
        self.hand.notice(notice)
    }
}

impl Face for Person<'_> {
    fn briefing(&mut self, _: &Linted) -> bool {
        true
    }

    fn moment(&mut self, moment: &Moment, progress: &Progress) {
        self.moments.push(moment.clone());
        self.hand.moment(moment, progress);
    }

    fn recorded(&mut self, line: &str) {
        panic!("recorded {line}");
    }

    fn answer(&mut self, question: &Question) -> Answer {
        self.questions.push(question.clone());
        if self.will.denies.is_some_and(|denies| denies(question)) { Answer::No } else { Answer::Yes }
    }

    fn passphrase(&mut self, wallet: &WalletId) -> Option<Secret> {
        self.hand.passphrase(wallet)
    }

    fn trouble(&mut self, _: &Problem) -> Decision {
        if self.will.retries == 0 {
            return Decision::Stop;
        }
        self.will.retries -= 1;
        Decision::Retry
    }
}

/// How a run ended, what was kept, and what was told (to a listener, by ids) and asked.
struct Ended {
    result: Result<Signed, Problem>,
    kept: Vec<Signed>,
    moments: Vec<Moment>,
    questions: Vec<Question>,
    told: Vec<String>,
}

impl Ended {
    fn id(&self) -> String {
        self.result.as_ref().unwrap_err().id().to_owned()
    }

    fn count(&self, of: fn(&Moment) -> bool) -> usize {
        self.moments.iter().filter(|moment| of(moment)).count()
    }

    fn signings(&self) -> usize {
        self.count(|moment| matches!(moment, Moment::SignSafeTx(..)))
    }
}

impl Table {
    fn new() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ceremonies/bonded-validator.toml");
        Self {
            plan: plan::load(&path).unwrap().into_plan().unwrap(),
            manifest: read("manifest.json"),
            part: read("parts/member-2.json"),
            slot: PanelSlot::default(),
        }
    }

    fn order(&self) -> SafeTxOrder<'_> {
        let entry = batches::batch(&self.manifest, BATCH).unwrap();
        let calls = batches::calls(entry).unwrap();
        let tx = SafeTx::of_calls("1.4.1", 1, entry.from, &calls, U256::from(3)).unwrap();
        let role = self.plan.role("owner-2").unwrap();
        SafeTxOrder::of(&self.plan, &self.manifest, Some(&self.part), role, entry, tx).unwrap()
    }

    /// Whether the device shows that it is locked, once it has drawn what it was told.
    fn is_locked(&self) -> bool {
        let panel = self.slot.get().unwrap();
        let (mut seen, mut screen) = panel.screen();
        while screen.kind != Kind::Locked {
            let Some(next) = panel.drawn_after(seen, Duration::from_secs(10)) else { return false };
            (seen, screen) = next;
        }
        true
    }

    fn run(&self, order: SafeTxOrder, will: Will) -> Ended {
        let mut told = Vec::new();
        let mut tell = |message: &Message| told.push(message.id().to_owned());
        let mut full = will.full_disk;
        let mut person = Person {
            hand: Headless::new(self.slot.clone(), &mut tell),
            slot: self.slot.clone(),
            will,
            moments: Vec::new(),
            questions: Vec::new(),
        };
        let mut bench = SimulatedBench::new(&self.plan, self.slot.clone()).unwrap();
        let mut kept = Vec::new();
        let result = {
            let mut ports = Ports {
                storage: &mut Memory::default(),
                face: &mut person,
                host: &FixedFacts,
                bench: &mut bench,
                progress: Progress::default(),
            };
            let mut keep = |signed: &Signed| {
                if std::mem::take(&mut full) {
                    return Err(Problem::unusable("file-unwritable")
                        .with("file", "f")
                        .with("reason", "full"));
                }
                kept.push(signed.clone());
                Ok(())
            };
            SafeTxRun::new(&mut ports, order).run(&mut keep)
        };
        let (moments, questions) = (person.moments, person.questions);
        Ended { result, kept, moments, questions, told }
    }
}

fn stranger() -> Address {
    Address::from_bytes([9; 20])
}

#[test]
fn a_willing_owner_signs_and_the_device_forgets() {
    let table = Table::new();
    let ended = table.run(table.order(), Will::default());
    let (signed, order) = (ended.result.clone().unwrap(), table.order());
    assert_eq!((ended.kept.len(), &ended.kept[0]), (1, &signed));
    assert_eq!(signed.signature.signer_of_hash(order.tx.hash()), Ok(order.signer));
    let hash = Digest::from(order.tx.hash().0);
    assert_eq!(ended.questions[0], Question::SameSafeTx { hash }, "compared before the device is there");
    assert!(matches!(ended.moments[1], Moment::PlugIn { .. }));
    assert!(table.is_locked());
}

#[test]
fn a_wallet_or_an_address_other_than_the_bundle_s_ends_it_unsigned() {
    let table = Table::new();
    let first = table.order().first.0;
    let other = read::<Part>("parts/member-1.json").wallets[0].identity;
    let orders = [
        (SafeTxOrder { identity: other, ..table.order() }, "wallet-other", 0),
        (SafeTxOrder { first: (first, stranger()), ..table.order() }, "address-mismatch", 0),
        (SafeTxOrder { signer: stranger(), ..table.order() }, "signer-mismatch", 1),
    ];
    for (order, id, signings) in orders {
        let ended = table.run(order, Will::default());
        assert_eq!(ended.id(), id);
        assert_eq!((ended.kept.len(), ended.signings()), (0, signings), "{id}");
        assert!(table.is_locked(), "{id}");
    }
}

#[test]
fn what_a_person_saw_differ_ends_it_unsigned() {
    let table = Table::new();
    let cases: [(Denies, _, _); 3] = [
        (|question| matches!(question, Question::SameSafeTx { .. }), "safe-tx-differs", 1),
        (|question| matches!(question, Question::Ready), "stopped", 2),
        (|question| matches!(question, Question::SameSheet { .. }), "sheet-differs", 4),
    ];
    for (denies, id, questions) in cases {
        let ended = table.run(table.order(), Will { denies: Some(denies), ..Will::default() });
        assert_eq!(ended.id(), id);
        assert_eq!((ended.kept.len(), ended.signings()), (0, 0), "{id}");
        assert_eq!(ended.questions.len(), questions, "{id}");
    }
}

#[test]
fn a_signature_that_could_not_be_kept_is_kept_later_without_signing_again() {
    let table = Table::new();
    let will = Will { full_disk: true, retries: 1, ..Will::default() };
    let ended = table.run(table.order(), will);
    assert_eq!((ended.kept.len(), ended.signings()), (1, 1));
    let lost = table.run(table.order(), Will { full_disk: true, ..Will::default() });
    assert_eq!(lost.id(), "file-unwritable");
    assert!(lost.kept.is_empty());
}

/// The wallet is entered anew, and compared with its paper anew.
#[test]
fn a_device_that_was_lost_is_gone_on_with_from_its_plug() {
    let table = Table::new();
    for name in ["confirm_address", "confirm_typed_value", "confirm_typed_data_final"] {
        let will = Will { unplugs: Some(name), retries: 1, ..Will::default() };
        let ended = table.run(table.order(), will);
        assert_eq!((ended.kept.len(), ended.signings()), (1, 2), "{name}");
        assert_eq!(ended.count(|moment| matches!(moment, Moment::PlugIn { .. })), 2);
        assert_eq!(ended.count(|moment| matches!(moment, Moment::Reopen { .. })), 2);
        assert_eq!(ended.count(|moment| matches!(moment, Moment::CompareSheet { .. })), 2);
        assert_eq!(ended.count(|moment| matches!(moment, Moment::CompareSafeTx(_))), 1);
    }
}

/// The order for these calls in place of the batch's own, in a manifest whose batch changes the Safe where `changes` says
/// so.
fn judged(manifest: &Manifest, changes: bool, calls: &[Transaction]) -> Result<Vec<String>, Problem> {
    let table = Table::new();
    let mut entry = batches::batch(manifest, BATCH).unwrap().clone();
    let mut manifest = manifest.clone();
    if changes {
        entry = BatchEntry { changes: Some(entry.from_name.clone()), ..entry };
        manifest.batches = vec![entry.clone()];
    }
    let tx = SafeTx::of_calls("1.4.1", 1, entry.from, calls, U256::from(3)).unwrap();
    let role = table.plan.role("owner-2").unwrap();
    let order = SafeTxOrder::of(&table.plan, &manifest, Some(&table.part), role, &entry, tx)?;
    Ok(order.warnings.iter().map(Finding::name).collect())
}

fn call(to: Address, value: u64, data: &str) -> Transaction {
    Transaction { to, value: U256::from(value), data: data.parse().unwrap() }
}

fn safe_of<'m>(manifest: &'m mut Manifest, name: &str) -> &'m mut SafeEntry {
    let mut safes = manifest.contracts.iter_mut().filter_map(|contract| match contract {
        ContractEntry::Safe(safe) => Some(safe),
        ContractEntry::Split(_) => None,
    });
    safes.find(|safe| safe.name == name).unwrap()
}

/// A bundle's calls are judged as everybody's are: that they are in it says nothing.
#[test]
fn calls_of_a_bundle_are_warned_of_or_stop_the_order() {
    let manifest: Manifest = read("manifest.json");
    let safe = batches::batch(&manifest, BATCH).unwrap().from;
    let who = hex::encode(stranger().as_bytes());
    let transfer = format!("0xa9059cbb{who:0>64}{:064x}", 5);
    let module = format!("0x610b5925{who:0>64}");
    let threshold = format!("0x694e80c3{:064x}", 1);
    let of = |calls: &[Transaction]| judged(&manifest, false, calls);
    assert_eq!(of(&[call(stranger(), 5, "0x")]), Ok(vec!["tx-pays".to_owned()]));
    let two = [call(stranger(), 5, "0x"), call(stranger(), 0, &transfer)];
    assert_eq!(of(&two), Ok(vec!["tx-pays [0]".to_owned(), "tx-transfer [1]".to_owned()]));
    assert_eq!(of(&[call(safe, 0, &threshold)]), Ok(vec!["tx-owners".to_owned()]));
    let id = |calls: &[Transaction]| of(calls).unwrap_err().id().to_owned();
    assert_eq!(id(&[call(Address::ZERO, 5, "0x")]), "tx-burns");
    assert_eq!(id(&[call(safe, 0, &module)]), "tx-module");
    assert_eq!(id(&[call(stranger(), 0, &threshold)]), "tx-of-another-safe");
}

#[test]
fn the_warnings_are_on_the_page_that_is_compared() {
    let table = Table::new();
    let problem = Problem::finding("tx-transfer").with("who", stranger()).with("value", 5);
    let warnings = vec![Finding { severity: Severity::Warning, at: "[1]".to_owned(), problem }];
    let ended = table.run(SafeTxOrder { warnings: warnings.clone(), ..table.order() }, Will::default());
    let Moment::CompareSafeTx(page) = &ended.moments[0] else { panic!("{:?}", ended.moments[0]) };
    assert_eq!(page.warnings, warnings);
    assert_eq!(ended.told[..3], ["line-compare-safe-tx", "line-safe-tx-warning", "err-tx-transfer"]);
    let unwarned = SafeTxOrder { warnings: Vec::new(), ..table.order() };
    assert_eq!(table.run(unwarned, Will::default()).told[1], "line-plug-in");
}

#[test]
fn only_the_change_of_owners_that_the_manifest_spells_out_goes_without_a_warning() {
    let mut manifest: Manifest = read("manifest.json");
    let from_name = batches::batch(&manifest, BATCH).unwrap().from_name.clone();
    let safe = safe_of(&mut manifest, &from_name);
    let standing = |owners: &[Address], threshold| SafeStanding {
        owner_names: owners.iter().map(ToString::to_string).collect(),
        owners: owners.to_vec(),
        threshold,
    };
    let (owners, address) = (safe.owners.clone(), safe.address);
    let joined = [&owners[..], &[stranger()]].concat();
    (safe.before, safe.present) = (Some(standing(&owners, 2)), Some(standing(&joined, 2)));
    let state = |owners: &[Address], threshold| SafeState { owners: owners.to_vec(), threshold };
    let now = state(&owners, 2);
    let calls =
        |owners: &[Address], threshold| now.change(address, &state(owners, threshold)).unwrap().calls();
    assert_eq!(judged(&manifest, true, &calls(&joined, 2)), Ok(vec![]));
    // Not the batch that changes it; and other changes.
    let warned = Ok(vec!["tx-owners".to_owned()]);
    assert_eq!(judged(&manifest, false, &calls(&owners, 1)), warned);
    assert_eq!(judged(&manifest, true, &calls(&joined, 3)), warned);
    assert_eq!(judged(&manifest, true, &calls(&owners, 1)), warned);
}
