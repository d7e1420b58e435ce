//! Whole ceremonies inside one process: files in memory, simulated devices, and a person whose ways a test decides.

// Every test file uses some of it.
#![allow(dead_code, unused_imports)]

mod bench;
mod folder;
mod person;
mod recorder;
mod same;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

use gishiki::ceremony::{Bench, Face, Pins, Scope, Setting, Signers, Whole};
use gishiki::host::FixedFacts;
use gishiki::journal::{Memory, Storage};
use gishiki::keys::Digest;
use gishiki::plan::{self, Linted};
use gishiki::text::Problem;

pub use bench::{TestBench, bip39, bip39_words, slip39};
pub use folder::files;
pub use person::{Person, Told};
pub use recorder::{Op, Recorder};
pub use same::{check_signatures, check_sums, same_but_for_journals};

/// A plan with the bytes that were linted.
pub struct Case {
    pub plan: Linted,
    pub bytes: Vec<u8>,
}

impl Case {
    pub fn of(text: &str) -> Self {
        let checked = plan::read(text.as_bytes(), "plan.toml");
        let errors: Vec<_> = checked.errors.iter().map(|finding| (finding.lint, finding.at)).collect();
        assert_eq!(errors, [], "the plan of this test has errors");
        Self { plan: checked.into_plan().unwrap(), bytes: text.as_bytes().to_vec() }
    }

    /// A plan that the repository ships.
    pub fn shipped(name: &str) -> Self {
        Self::of(&shipped(name))
    }

    /// A rehearsal of everything that is left in this storage.
    pub fn rehearse(
        &self,
        storage: &mut dyn Storage,
        bench: &mut dyn Bench,
        face: &mut dyn Face,
    ) -> Result<bool, Problem> {
        self.run(Terms::default(), storage, bench, face)
    }

    pub fn run(
        &self,
        terms: Terms,
        storage: &mut dyn Storage,
        bench: &mut dyn Bench,
        face: &mut dyn Face,
    ) -> Result<bool, Problem> {
        let Terms { rehearsal, scope, only, signers, pins } = terms;
        let (plan, plan_bytes) = (&self.plan, self.bytes.as_slice());
        let setting =
            Setting { plan, plan_bytes, rehearsal, scope, only, signers, pins, carried: Vec::new() };
        Whole::new(setting, storage, face, &FixedFacts, bench).run()
    }

    /// What an uninterrupted rehearsal leaves. Rehearsed once in each test program: it is always the same.
    pub fn uninterrupted(&self) -> Memory {
        static KNOWN: Mutex<BTreeMap<Digest, Memory>> = Mutex::new(BTreeMap::new());
        let known = KNOWN.lock().unwrap().get(&self.plan.digest).cloned();
        known.unwrap_or_else(|| {
            let memory = self.rehearsed();
            KNOWN.lock().unwrap().insert(self.plan.digest, memory.clone());
            memory
        })
    }

    fn rehearsed(&self) -> Memory {
        let mut memory = Memory::default();
        let mut bench = TestBench::new(&self.plan);
        let mut person = Person::at(&bench);
        assert_eq!(self.rehearse(&mut memory, &mut bench, &mut person), Ok(true));
        memory
    }
}

/// How much is run, and as what.
pub struct Terms {
    pub rehearsal: bool,
    pub scope: Scope,
    pub only: Option<String>,
    pub signers: Signers,
    pub pins: Pins,
}

impl Default for Terms {
    fn default() -> Self {
        let (scope, signers) = (Scope::Team, Signers::All);
        Self { rehearsal: true, scope, only: None, signers, pins: Pins::default() }
    }
}

impl Terms {
    /// One member's part alone.
    pub fn member(name: &str) -> Self {
        Self { scope: Scope::Member, only: Some(name.to_owned()), ..Self::default() }
    }

    /// Parts from elsewhere, as their members told of them; who signs here.
    pub fn combination(signers: Signers, pins: Pins) -> Self {
        Self { scope: Scope::Combination, signers, pins, ..Self::default() }
    }
}

/// The text of a plan that the repository ships, for seeds of the kind that the tests' devices hold.
pub fn shipped(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("ceremonies/{name}.toml"));
    std::fs::read_to_string(path).unwrap().replace("\"slip39-20\"", "\"bip39-12\"")
}

/// One person with two wallets, the second known by this identity where one is given.
pub fn two_wallets(identity: Option<&str>) -> String {
    let identity = identity.map_or(String::new(), |hex| format!("identity = \"{hex}\"\n"));
    let second = format!(
        "[[wallet]]\nname = \"TeamFunds\"\ncustodian = \"member-1\"\nseed = \"seed-1\"\ntier = 4\nentry = \"device\"\n\
         {identity}signer = \"funds\"\n\n[[role]]\nname = \"funds\"\nlabel = \"HW - Team Funds\"\n\
         wallet = \"member-1/TeamFunds\"\npath = \"0'/0/0\"\n\n[[role]]\nname = \"funds-2\"\nlabel = \"HW - Team Funds 2\"\n\
         wallet = \"member-1/TeamFunds\"\npath = \"1'/0/3\"\n\n[[role]]\nname = \"owner-1\""
    );
    shipped("solo").replacen("[[role]]\nname = \"owner-1\"", &second, 1)
}

/// Two people with one wallet each.
pub fn two_people() -> String {
    shipped("solo")
        .replacen(
            "[[seed]]",
            "[[custodian]]\nname = \"member-2\"\n\n[[seed]]\nname = \"seed-2\"\ncustodian = \"member-2\"\n\
             kind = \"bip39-12\"\nmay_move_to_ledger = false\n\n[[seed]]",
            1,
        )
        .replacen(
            "[[role]]",
            "[[wallet]]\nname = \"MasterAdminVault\"\ncustodian = \"member-2\"\nseed = \"seed-2\"\ntier = 1\n\
             entry = \"device\"\nsigner = \"owner-2\"\n\n[[role]]\nname = \"owner-2\"\nlabel = \"HW - Safe Owner 2\"\n\
             wallet = \"member-2/MasterAdminVault\"\npath = \"0'/0/0\"\n\n[[role]]",
            1,
        )
        .replace("owners = [\"owner-1\"]\nthreshold = 1", "owners = [\"owner-1\", \"owner-2\"]\nthreshold = 2")
        .replace("signers = [\"owner-1\"]", "signers = [\"owner-1\", \"owner-2\"]")
        .split("[[accept]]")
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// Runs a check on every item, on two threads: a ceremony waits much for its device's thread.
pub fn on_two_threads<T: Sync>(items: &[T], check: impl Fn(&T) + Sync) {
    std::thread::scope(|scope| {
        for half in 0..2 {
            let check = &check;
            scope.spawn(move || items.iter().skip(half).step_by(2).for_each(check));
        }
    });
}
