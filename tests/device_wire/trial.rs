//! One ceremony with one fault in it.

use std::collections::BTreeSet;
use std::sync::Arc;

use gishiki::ceremony::{Answer, Decision, Event, Question};
use gishiki::device::Reply;
use gishiki::device::simulator::{Button, Panel, SimulatorConfig, start};
use gishiki::host::bench::PIN;
use gishiki::journal::{self, Memory};
use gishiki::keys::Secret;
use gishiki::manifest::{Layout, Manifest, canonical};
use gishiki::text::Problem;

use super::common::{
    Case, Person, TestBench, bip39, bip39_words, check_signatures, check_sums, same_but_for_journals,
};
use super::fault::Fault;
use super::tap::{Shared, Tap};

const MEMBER: &str = "member-1";

/// What came of it.
pub struct Outcome {
    /// Whether the fault struck at all.
    pub struck: bool,
    /// What the person was told, in order.
    pub told: Vec<String>,
}

pub struct Trial<'c> {
    case: &'c Case,
    memory: Memory,
    bench: TestBench,
    line: Shared,
}

impl<'c> Trial<'c> {
    pub fn new(case: &'c Case, fault: Option<(usize, Fault)>) -> Self {
        let line: Shared = Arc::default();
        line.lock().unwrap().fault = fault;
        let mut bench = TestBench::new(&case.plan);
        let (slot, tapped) = (bench.slot.clone(), line.clone());
        let other = start(SimulatorConfig {
            seed: Some(bip39(1)),
            backup: Some(bip39_words(1)),
            pin: Some(Secret::new(PIN.to_owned())),
            device_id: "F".repeat(24),
            ..SimulatorConfig::default()
        });
        bench.port = Box::new(move |panel| {
            let (slot, line, other) = (slot.clone(), tapped.clone(), other.clone());
            Box::new(Tap { panel, slot, line, other })
        });
        Self { case, memory: Memory::default(), bench, line }
    }

    /// Runs it without a fault; gives the kinds of the messages that came.
    pub fn messages(mut self) -> Vec<trezor_client::protos::MessageType> {
        let mut person = Person::at(&self.bench);
        assert_eq!(self.go(&mut person), Ok(true));
        drop(person);
        same_but_for_journals(&self.memory.files, &self.case.uninterrupted().files);
        std::mem::take(&mut self.line.lock().unwrap().seen)
    }

    /// Runs it to its end: trying again at every trouble, or stopping at the first one and resuming.
    pub fn run(mut self, stops: bool) -> Outcome {
        let mut told = Vec::new();
        let mut agreed = BTreeSet::new();
        let mut over = false;
        for attempt in 0..3 {
            let mut person = self.person(stops && attempt == 0);
            let result = self.go(&mut person);
            told.extend(person.troubles().into_iter().map(str::to_owned));
            agreed.extend(person.questions().filter_map(|it| match it {
                Question::SameAddress { path, address, .. } => Some((path.to_string(), address.to_string())),
                _ => None,
            }));
            drop(person);
            assert!(self.confirmed().is_subset(&agreed), "confirmed by nobody");
            match result {
                Ok(done) => over = done,
                Err(problem) => {
                    assert!(told.iter().any(|id| id == problem.id()) || problem.id() == "stopped")
                }
            }
            if over {
                break;
            }
        }
        assert!(over, "it came to no end: {told:?}");
        self.ended(&told);
        Outcome { struck: self.line.lock().unwrap().struck, told }
    }

    fn go(&mut self, person: &mut Person) -> Result<bool, Problem> {
        self.case.rehearse(&mut self.memory, &mut self.bench, person)
    }

    fn person(&self, stops: bool) -> Person<'static> {
        let mut person = Person::at(&self.bench);
        let line = self.line.clone();
        person.on_trouble = Box::new(move |problem| {
            if problem.id() == "device-other" {
                line.lock().unwrap().other = None;
            }
            if stops { Decision::Stop } else { Decision::Retry }
        });
        let line = self.line.clone();
        person.on_notice = Box::new(move |_, panel| match line.lock().unwrap().no.take() {
            Some(Fault::Refused) => Some(refuse(panel)),
            Some(_) => Some(Reply::Cancel),
            None => None,
        });
        person.on_question = Box::new(|_| Answer::Yes);
        let line = self.line.clone();
        person.on_wait = Box::new(move || std::mem::take(&mut line.lock().unwrap().hopeless));
        person
    }

    /// The addresses confirmed in the member's journal, which is whole. That every line was possible when it was
    /// written, the run and the resumed run see to: both fold them.
    fn confirmed(&self) -> BTreeSet<(String, String)> {
        let name = Layout::journal(MEMBER);
        let bytes = self.memory.files.get(&name).cloned().unwrap_or_default();
        let reading = journal::read::<Event>(&name, &bytes).unwrap();
        assert_eq!(reading.whole, bytes.len());
        let confirmed = reading.lines.iter().filter_map(|line| match &line.event {
            Event::AddressConfirmed { path, address, .. } => Some((path.to_string(), address.to_string())),
            _ => None,
        });
        confirmed.collect()
    }

    fn ended(&self, told: &[String]) {
        let (files, ever) = (&self.memory.files, self.case.uninterrupted().files);
        check_sums(files);
        check_signatures(files);
        let fault = self.line.lock().unwrap().fault.map(|(_, fault)| fault);
        match fault {
            // What is told of the seed, or which device it was, can differ; addresses cannot.
            Some(Fault::OtherWallet | Fault::OtherDevice) => {
                let manifest = |bytes: &[u8]| canonical::from_bytes::<Manifest>(bytes).unwrap();
                let (one, other) = (manifest(&files[Layout::MANIFEST]), manifest(&ever[Layout::MANIFEST]));
                assert_eq!((one.addresses, one.contracts), (other.addresses, other.contracts), "{told:?}");
            }
            _ => same_but_for_journals(files, &ever),
        }
    }
}

fn refuse(panel: &Panel) -> Reply {
    while !panel.press(Button::Cancel) {
        assert!(panel.press(Button::NextPage) || panel.press(Button::ShowAll));
    }
    Reply::Go
}
