//! Bundles made in memory, as `rehearse` and `run` make them on disk.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use gishiki::ceremony::{
    Answer, Bench, Decision, Face, Moment, Pins, Progress, Question, Scope, Setting, Signers, USB, Whole,
    carried_files,
};
use gishiki::contracts::SafeTx;
use gishiki::device::genuine::{Challenge, Proof};
use gishiki::device::simulator::{self, Panel, PanelSlot, SimulatorConfig};
use gishiki::device::trezor::Driver;
use gishiki::device::{
    Attendant, CancelFlag, Device, DeviceError, DeviceFacts, Entry, Notice, Reply, Session, Signed, Worker,
};
use gishiki::host::FixedFacts;
use gishiki::host::bench::{PIN, SimulatedBench};
use gishiki::journal::Memory;
use gishiki::keys::{AccountPath, AccountXpub, Address, AddressPath, Secret, Seed, SeedForm, WalletIdentity};
use gishiki::manifest::{Exception, Layout, Manifest, canonical};
use gishiki::plan::{self, Linted, WalletId};
use gishiki::text::{Message, Problem};
use gishiki::ui::Headless;
use gishiki::verify::{Bundle, Evidence, Report, Verifier};

pub type Files = BTreeMap<String, Vec<u8>>;

pub const SOLO: &str = include_str!("../../ceremonies/solo.toml");
pub const TEAM: &str = include_str!("../../ceremonies/bonded-validator.toml");
pub const TESTNET: &str = include_str!("../../ceremonies/bonded-validator-hoodi.toml");

/// No published seed of ours: the first of trezor/python-shamir-mnemonic's vectors.json (MIT).
pub const OWN_SEED: &str = "duckling enlarge academic academic agency result length solution fridge kidney coal piece \
                        deal husband erode duke ajar critical decision keyboard";

/// The rehearsal of the smallest plan.
pub fn solo() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| rehearse(SOLO))
}

/// The rehearsal of a team's plan.
pub fn team() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| rehearse(TEAM))
}

/// A plan from its text.
pub fn plan(text: &str) -> Linted {
    plan::read(text.as_bytes(), "plan.toml").into_plan().unwrap()
}

/// The rehearsal of a plan.
pub fn rehearse(text: &str) -> Files {
    let slot = PanelSlot::default();
    let bench = SimulatedBench::new(&plan(text), slot.clone()).unwrap();
    ceremony(text, true, slot, bench)
}

/// The rehearsal of a plan by people whose devices hold the seeds that another plan gives them.
#[allow(dead_code)] // for tests/tampering
pub fn rehearse_on(text: &str, seeds: &str) -> Files {
    let slot = PanelSlot::default();
    let bench = SimulatedBench::new(&plan(seeds), slot.clone()).unwrap();
    ceremony(text, true, slot, bench)
}

/// The rehearsal of a plan after another one, with what it carries from there.
pub fn rehearse_after(text: &str, before: &Files) -> Files {
    let (plan, slot) = (plan(text), PanelSlot::default());
    let mut bench = SimulatedBench::new(&plan, slot.clone()).unwrap();
    let carried = carried_files(&plan, &Memory { files: before.clone(), ..Memory::default() }).unwrap();
    let setting = Setting { carried, ..setting(&plan, text, true) };
    let mut memory = Memory::default();
    let mut silent = |_: &Message| {};
    let mut face = Headless::new(slot, &mut silent);
    run(setting, &mut memory, &mut face, &mut bench);
    memory.files
}

/// What `run` would make with simulated devices that claim to be real, on the seeds of rehearsals, of whose wallet
/// without a passphrase the laptop lies: by it `run` would know them.
pub fn pretended(text: &str) -> Files {
    let slot = PanelSlot::default();
    let bench = SimulatedBench::new(&plan(text), slot.clone()).unwrap();
    ceremony(text, false, slot, Pretending { bench, place: USB, lies: true })
}

/// What stops `run` on the seeds of rehearsals, and all that it leaves.
pub fn refused(text: &str) -> (Problem, Files) {
    let (plan, slot) = (plan(text), PanelSlot::default());
    let bench = SimulatedBench::new(&plan, slot.clone()).unwrap();
    let mut bench = Pretending { bench, place: USB, lies: false };
    let mut memory = Memory::default();
    let mut silent = |_: &Message| {};
    let mut face = Headless::new(slot, &mut silent);
    let setting = setting(&plan, text, false);
    let refused = Whole::new(setting, &mut memory, &mut face, &FixedFacts, &mut bench).run();
    (refused.unwrap_err(), memory.files)
}

/// What stops the rehearsal of a plan.
pub fn unrehearsed(text: &str) -> Problem {
    let (plan, slot) = (plan(text), PanelSlot::default());
    let mut bench = SimulatedBench::new(&plan, slot.clone()).unwrap();
    let (mut memory, mut silent) = (Memory::default(), |_: &Message| {});
    let mut face = Headless::new(slot, &mut silent);
    let setting = setting(&plan, text, true);
    Whole::new(setting, &mut memory, &mut face, &FixedFacts, &mut bench).run().unwrap_err()
}

/// What `run` would make of the smallest plan with a device whose seed nobody published.
pub fn real(text: &str) -> Files {
    real_at(text, USB)
}

/// The same, with the device at this place by the journal's word.
pub fn real_at(text: &str, place: &'static str) -> Files {
    let slot = PanelSlot::default();
    let config = SimulatorConfig {
        seed: Some(Seed::parse(SeedForm::Slip39, &Secret::new(OWN_SEED.to_owned())).unwrap()),
        pin: Some(Secret::new(PIN.to_owned())),
        ..SimulatorConfig::default()
    };
    let bench = Own { slot: slot.clone(), panel: simulator::start(config) };
    ceremony(text, false, slot, Pretending { bench, place, lies: false })
}

fn ceremony(text: &str, rehearsal: bool, slot: PanelSlot, mut bench: impl Bench) -> Files {
    let plan = plan(text);
    let setting = setting(&plan, text, rehearsal);
    let mut memory = Memory::default();
    let mut silent = |_: &Message| {};
    let mut face = Headless::new(slot, &mut silent);
    run(setting, &mut memory, &mut face, &mut bench);
    memory.files
}

/// The rehearsal of a plan, with an exception recorded whenever somebody is asked for the first time after `moments`
/// more moments.
pub fn grumbled(text: &str, moments: usize) -> Files {
    let (plan, slot) = (plan(text), PanelSlot::default());
    let mut bench = SimulatedBench::new(&plan, slot.clone()).unwrap();
    let setting = setting(&plan, text, true);
    let mut memory = Memory::default();
    let mut silent = |_: &Message| {};
    let mut face = Grumbling { face: Headless::new(slot, &mut silent), moments, left: moments };
    run(setting, &mut memory, &mut face, &mut bench);
    memory.files
}

fn run(setting: Setting, memory: &mut Memory, face: &mut dyn Face, bench: &mut dyn Bench) {
    // Witnesses sign elsewhere, but in rehearsals.
    let waits = !setting.rehearsal && !setting.plan.witnesses.is_empty();
    assert_eq!(Whole::new(setting, memory, face, &FixedFacts, bench).run().unwrap(), !waits);
}

fn setting<'a>(plan: &'a Linted, text: &'a str, rehearsal: bool) -> Setting<'a> {
    Setting {
        plan,
        plan_bytes: text.as_bytes(),
        rehearsal,
        scope: Scope::Team,
        only: None,
        signers: Signers::All,
        pins: Pins::default(),
        carried: Vec::new(),
    }
}

/// Whoever finds something to note every few moments.
struct Grumbling<'a> {
    face: Headless<'a>,
    moments: usize,
    left: usize,
}

impl Attendant for Grumbling<'_> {
    fn notice(&mut self, notice: &Notice) -> Reply {
        self.face.notice(notice)
    }
}

impl Face for Grumbling<'_> {
    fn briefing(&mut self, plan: &Linted) -> bool {
        self.face.briefing(plan)
    }

    fn moment(&mut self, moment: &Moment, progress: &Progress) {
        self.left = self.left.saturating_sub(1);
        self.face.moment(moment, progress);
    }

    fn recorded(&mut self, line: &str) {
        self.face.recorded(line);
    }

    fn answer(&mut self, question: &Question) -> Answer {
        if self.left > 0 {
            return self.face.answer(question);
        }
        self.left = self.moments;
        let text = |text: &str| text.to_owned();
        Answer::Exception(Exception {
            decided: text("go on"),
            expected: text("silence"),
            happened: text("a telephone"),
            step: String::new(),
        })
    }

    fn passphrase(&mut self, wallet: &WalletId) -> Option<Secret> {
        self.face.passphrase(wallet)
    }

    fn trouble(&mut self, problem: &Problem) -> Decision {
        self.face.trouble(problem)
    }
}

/// The verifier's judgement.
pub fn judge(files: &Files, evidence: &Evidence) -> Report {
    static VERIFIER: LazyLock<Verifier> = LazyLock::new(Verifier::default);
    VERIFIER.verify(&Bundle::new(files.clone()).unwrap(), evidence)
}

/// Its judgement of a rehearsal.
pub fn judge_rehearsal(files: &Files) -> Report {
    judge(files, &rehearsal())
}

pub fn rehearsal() -> Evidence {
    Evidence { rehearsal: true, ..Evidence::default() }
}

/// What every signer would tell by another channel.
pub fn told(files: &Files) -> Evidence {
    let manifest = manifest(files);
    let signers = manifest.wallet_signers.iter().chain(&manifest.policy);
    let signers = signers.map(|signer| (signer.role.clone(), signer.address)).collect();
    Evidence { signers, ..Evidence::default() }
}

pub fn manifest(files: &Files) -> Manifest {
    canonical::from_bytes(&files[Layout::MANIFEST]).unwrap()
}

/// The public folder alone.
pub fn public(files: &Files) -> Files {
    let files = files.iter().filter(|(name, _)| name.starts_with("public/"));
    files.map(|(name, bytes)| (name.clone(), bytes.clone())).collect()
}

/// One device for every member.
struct Own {
    slot: PanelSlot,
    panel: Panel,
}

impl Bench for Own {
    fn plug_in(&mut self, _: &str) -> Result<Box<dyn Device>, Problem> {
        self.panel.unplug();
        self.panel.replug();
        self.slot.set(self.panel.clone());
        let cancel = CancelFlag::default();
        let driver = Driver::new(Box::new(self.panel.clone()), cancel.clone());
        Ok(Box::new(Worker::spawn(Box::new(driver), cancel)))
    }

    fn name(&self) -> String {
        "simulated".to_owned()
    }
}

/// A laptop that lies: its simulated devices claim to be real ones of the model that need not prove it.
struct Pretending<B> {
    bench: B,
    place: &'static str,
    lies: bool,
}

impl<B: Bench> Bench for Pretending<B> {
    fn plug_in(&mut self, member: &str) -> Result<Box<dyn Device>, Problem> {
        let device = self.bench.plug_in(member)?;
        Ok(Box::new(Disguised { device, lie: self.lies.then(|| nobodys(member)), in_standard: false }))
    }

    fn name(&self) -> String {
        self.place.to_owned()
    }
}

struct Disguised {
    device: Box<dyn Device>,
    /// What it gives as the wallet without a passphrase.
    lie: Option<WalletIdentity>,
    in_standard: bool,
}

/// A wallet for each member that nobody opens.
fn nobodys(member: &str) -> WalletIdentity {
    let seed = Seed::parse(SeedForm::Slip39, &Secret::new(OWN_SEED.to_owned())).unwrap();
    seed.open(&Secret::new(member.to_owned())).unwrap().identity().unwrap()
}

impl Device for Disguised {
    fn identify(&mut self, attendant: &mut dyn Attendant) -> Result<DeviceFacts, DeviceError> {
        let facts = self.device.identify(attendant)?;
        Ok(DeviceFacts { simulated: false, model: "T2T1".to_owned(), ..facts })
    }

    fn prove(&mut self, _: &Challenge, _: &mut dyn Attendant) -> Result<Option<Proof>, DeviceError> {
        Ok(None)
    }

    fn firmware_hash(
        &mut self,
        challenge: &Challenge,
        attendant: &mut dyn Attendant,
    ) -> Result<[u8; 32], DeviceError> {
        self.device.firmware_hash(challenge, attendant)
    }

    fn check_backup(&mut self, attendant: &mut dyn Attendant) -> Result<(), DeviceError> {
        self.device.check_backup(attendant)
    }

    fn open(&mut self, entry: &Entry, attendant: &mut dyn Attendant) -> Result<Session, DeviceError> {
        self.in_standard = matches!(entry, Entry::Standard);
        self.device.open(entry, attendant)
    }

    fn reopen(&mut self, session: &Session, attendant: &mut dyn Attendant) -> Result<(), DeviceError> {
        self.in_standard = false;
        self.device.reopen(session, attendant)
    }

    fn identity(&mut self, attendant: &mut dyn Attendant) -> Result<WalletIdentity, DeviceError> {
        let identity = self.device.identity(attendant)?;
        Ok(self.lie.filter(|_| self.in_standard).unwrap_or(identity))
    }

    fn account_xpub(
        &mut self,
        path: AccountPath,
        attendant: &mut dyn Attendant,
    ) -> Result<AccountXpub, DeviceError> {
        self.device.account_xpub(path, attendant)
    }

    fn show_address(
        &mut self,
        path: AddressPath,
        attendant: &mut dyn Attendant,
    ) -> Result<Address, DeviceError> {
        self.device.show_address(path, attendant)
    }

    fn sign(
        &mut self,
        path: AddressPath,
        statement: &str,
        attendant: &mut dyn Attendant,
    ) -> Result<Signed, DeviceError> {
        self.device.sign(path, statement, attendant)
    }

    fn sign_safe_tx(
        &mut self,
        path: AddressPath,
        tx: &SafeTx,
        attendant: &mut dyn Attendant,
    ) -> Result<Signed, DeviceError> {
        self.device.sign_safe_tx(path, tx, attendant)
    }

    fn lock(&mut self) -> Result<(), DeviceError> {
        self.device.lock()
    }

    fn end(&mut self, sessions: &[Session]) -> Result<(), DeviceError> {
        self.device.end(sessions)
    }
}
