//! Whole rehearsals of any size, from one number: the real folds take every event, as a run does; only the devices' keys
//! are asked directly, since a simulated device would take hours for a hundred thousand addresses.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::thread;

use gishiki::ceremony::{
    Begun, Bench, Event, HostFacts, MemberState, MemberStep, Scope, Script, TeamEvent, TeamState, TeamStep,
    part_and_sealed, rehearsal_seed,
};
use gishiki::device::genuine::Challenge;
use gishiki::device::simulator::PanelSlot;
use gishiki::host::FixedFacts;
use gishiki::host::bench::{SIMULATED, SimulatedBench};
use gishiki::journal::{Line, Memory, Storage};
use gishiki::keys::test_seeds::rehearsal_passphrase;
use gishiki::keys::{Digest, Root, Secret, Seed};
use gishiki::manifest::{Heading, Layout, derived, seed_commitment};
use gishiki::plan::{self, Linted};
use gishiki::text::Message;
use gishiki::ui::Headless;
use serde::Serialize;

pub type Files = BTreeMap<String, Vec<u8>>;

/// How large a ceremony is.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// People, each with an own seed; at most 24, since no more test seeds are published.
    pub members: usize,
    /// Wallets of each.
    pub wallets: usize,
    /// Accounts of each wallet, at most 101.
    pub accounts: usize,
    /// Addresses of each account.
    pub addresses: usize,
    /// Roles that sign the manifest, besides one signature of each wallet on its part.
    pub signers: usize,
}

impl Shape {
    /// Addresses of wallets in all.
    pub fn rows(&self) -> usize {
        self.members * self.wallets * self.accounts * self.addresses
    }

    /// Signatures in all.
    pub fn signatures(&self) -> usize {
        self.members * self.wallets + self.signers
    }

    /// The plan. The number moves the indices, hence every address.
    pub fn plan(&self, number: u32) -> String {
        let mut text = format!(
            "format = \"gishiki-plan-v1\"\n\n[ceremony]\nid = \"large-{number}\"\norganisation = \"Example Staking\"\n\
             chain_id = 1\nsequence = 1\nprevious = \"none\"\n"
        );
        let first = number % 900_000;
        for member in 1..=self.members {
            text += &member_tables(member);
            for wallet in 1..=self.wallets {
                text += &self.wallet_tables(member, wallet, first);
            }
        }
        let signers: Vec<_> = self.signing_roles().collect();
        write!(text, "\n[manifest]\nsigners = [{}]\n", signers.join(", ")).unwrap();
        text
    }

    fn wallet_tables(&self, member: usize, wallet: usize, first: u32) -> String {
        let (name, accounts, addresses) = (wallet_name(wallet), self.accounts, self.addresses);
        format!(
            "\n[[wallet]]\nname = \"{name}\"\ncustodian = \"member-{member}\"\nseed = \"seed-{member}\"\ntier = {}\n\
             entry = \"device\"\nsigner = \"m{member}-w{wallet}-1-1\"\n\n\
             [[range]]\nname = \"m{member}-w{wallet}-{{cluster}}-{{operator}}\"\n\
             label = \"HW {member} {name} {{cluster}} {{operator}}\"\nwallet = \"member-{member}/{name}\"\n\
             clusters = {accounts}\noperators = {addresses}\nfirst_account = 0\nfirst_index = {first}\n\
             account_name = \"Account{{cluster}}\"\n",
            wallet.min(9)
        )
    }

    /// The same number of each wallet, the first wallets one more.
    fn signing_roles(&self) -> impl Iterator<Item = String> {
        let shape = *self;
        (0..self.signers).map(move |n| {
            let (wallet, at) = (n % (shape.members * shape.wallets), n / (shape.members * shape.wallets));
            let (member, wallet) = (wallet / shape.wallets + 1, wallet % shape.wallets + 1);
            let (account, index) = (at / shape.addresses + 1, at % shape.addresses + 1);
            format!("\"m{member}-w{wallet}-{account}-{index}\"")
        })
    }

    /// The whole ceremony.
    pub fn rehearse(&self, number: u32) -> Files {
        let text = self.plan(number);
        let plan = plan::read(text.as_bytes(), "plan.toml").into_plan().unwrap();
        let mut memory = Memory::default();
        memory.create(Layout::PLAN, text.as_bytes()).unwrap();
        let scripts: Vec<_> = plan.custodians.iter().map(|it| Script::of(&plan, &it.name).unwrap()).collect();
        for half in scripts.chunks(2) {
            let runs = thread::scope(|scope| {
                let start = |script: &Script| {
                    let (plan, script) = (&plan, script.clone());
                    scope.spawn(move || member_files(plan, script))
                };
                let threads: Vec<_> = half.iter().map(start).collect();
                threads.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
            });
            runs.into_iter().for_each(|files| memory.files.extend(files));
        }
        team_files(&plan, &mut memory);
        sums(&plan, &mut memory);
        memory.files
    }
}

fn member_tables(member: usize) -> String {
    let kind = match member {
        1..=8 => "slip39-20",
        9..=16 => "bip39-12",
        17..=20 => "bip39-24",
        _ => "slip39-33",
    };
    format!(
        "\n[[custodian]]\nname = \"member-{member}\"\n\n[[seed]]\nname = \"seed-{member}\"\n\
         custodian = \"member-{member}\"\nkind = \"{kind}\"\nmay_move_to_ledger = false\n"
    )
}

fn wallet_name(wallet: usize) -> String {
    let known = ["AdminVault", "Validators", "Withdrawals", "Clusters", "Operations"];
    known.get(wallet - 1).map_or_else(|| format!("Wallet{wallet}"), |name| (*name).to_owned())
}

/// A journal that is written as a run writes it, without reading it again for each line.
struct Chain {
    bytes: Vec<u8>,
    next: u64,
    head: Digest,
}

impl Chain {
    fn new() -> Self {
        Self { bytes: Vec::new(), next: 0, head: Digest::ZERO }
    }

    fn line<E>(&self, event: E) -> Line<E> {
        Line { seq: self.next, previous: self.head, at: FixedFacts.now().into(), event }
    }

    fn append<E: Serialize>(&mut self, line: &Line<E>) {
        let bytes = serde_json::to_vec(line).unwrap();
        self.head = Digest::of(&bytes);
        self.next += 1;
        self.bytes.extend(bytes);
        self.bytes.push(b'\n');
    }
}

fn begun(plan: &Linted) -> Begun {
    Begun {
        ceremony: Heading::of(plan, true),
        tool: FixedFacts.tool(),
        bench: SIMULATED.to_owned(),
        scope: Scope::Team,
    }
}

/// The wallets of a member's seed, by name; the one without a passphrase first.
struct Opened {
    standard: Root,
    wallets: Vec<(String, Root)>,
}

impl Opened {
    fn of(plan: &Linted, script: &Script) -> Self {
        let (form, words) = rehearsal_seed(plan, &script.wallets[0].wallet.seed).unwrap();
        let seed = Seed::parse(form, &Secret::new(words.to_owned())).unwrap();
        let open = |name: &str| (name.to_owned(), seed.open(&rehearsal_passphrase(name)).unwrap());
        Self {
            standard: seed.open(&Secret::new(String::new())).unwrap(),
            wallets: script.wallets.iter().map(|wallet| open(wallet.name())).collect(),
        }
    }

    fn wallet(&self, name: &str) -> &Root {
        &self.wallets.iter().find(|(known, _)| known == name).unwrap().1
    }
}

/// A member's run, event by event.
fn member_files(plan: &Linted, script: Script) -> Files {
    let opened = Opened::of(plan, &script);
    let slot = PanelSlot::default();
    let mut bench = SimulatedBench::new(plan, slot.clone()).unwrap();
    let mut silent = |_: &Message| {};
    let mut face = Headless::new(slot, &mut silent);
    let mut device = bench.plug_in(&script.member).unwrap();
    let mut facts = Some(device.identify(&mut face).unwrap());
    let (mut state, mut chain) = (MemberState::new(script), Chain::new());
    loop {
        let event = match state.next() {
            MemberStep::Identify => Event::DeviceIdentified { facts: facts.take().unwrap() },
            MemberStep::CheckDevice => {
                let challenge = Challenge::of_head(&chain.head);
                let firmware = device.firmware_hash(&challenge, &mut face).unwrap().into();
                let proof = device.prove(&challenge, &mut face).unwrap();
                Event::DeviceProved { firmware, proof: proof.unwrap() }
            }
            MemberStep::Done => break,
            step => member_event(plan, &state, &opened, &chain, step),
        };
        let line = chain.line(event);
        state.apply(&line).unwrap();
        chain.append(&line);
    }
    written(&state, chain)
}

fn member_event(
    plan: &Linted,
    state: &MemberState,
    opened: &Opened,
    chain: &Chain,
    step: MemberStep,
) -> Event {
    let script = |at: usize| &state.script.wallets[at];
    let name = |at: usize| script(at).name().to_owned();
    match step {
        MemberStep::Begin => Event::Begun(begun(plan)),
        MemberStep::CommitSeed => {
            let identity = opened.standard.identity().unwrap();
            Event::SeedCommitted { commitment: seed_commitment(state.heading().unwrap(), &identity) }
        }
        MemberStep::Enter(at) => {
            let identity = opened.wallet(&name(at)).identity().unwrap();
            Event::WalletEntered { wallet: name(at), identity }
        }
        MemberStep::ReadAccount(at, account) => {
            let path = script(at).accounts[account];
            let xpub = opened.wallet(&name(at)).account_xpub(path).unwrap();
            Event::AccountRead { wallet: name(at), path, xpub }
        }
        MemberStep::ShowAddress(at, role) => {
            let role = &script(at).roles[role];
            let account = script(at).accounts.iter().position(|path| *path == role.path.account_path());
            let address = state.wallets[at].xpubs[account.unwrap()].address_at(role.path).unwrap();
            Event::AddressConfirmed { role: role.name.clone(), path: role.path, address }
        }
        MemberStep::WritePart => {
            let settled = part_and_sealed(state, chain.head, chain.next).unwrap();
            Event::PartWritten { part: settled.digest, sealed: settled.sealed_digest }
        }
        MemberStep::ComparePart => Event::PartCompared { part: state.settled.as_ref().unwrap().digest },
        MemberStep::Sign(at) => {
            let (path, signer) = (script(at).signer().unwrap().path, state.signer(&name(at)).unwrap());
            let statement = state.statement(&name(at)).unwrap();
            let signature = opened.wallet(&name(at)).sign(&path.indices(), statement.as_bytes()).unwrap();
            Event::StatementSigned { wallet: name(at), signer, signature }
        }
        MemberStep::EndSessions => Event::SessionsEnded {},
        MemberStep::Finish => Event::Finished {},
        step => panic!("{step:?} belongs to no rehearsal without trouble"),
    }
}

/// A member's files, as they follow from the run.
fn written(state: &MemberState, chain: Chain) -> Files {
    let (member, settled) = (&state.script.member, state.settled.as_ref().unwrap());
    let [part, sealed] = settled.bytes().unwrap();
    let mut files = Files::from([
        (Layout::part(member), part),
        (Layout::sealed(member), sealed),
        (Layout::journal(member), chain.bytes),
    ]);
    for (script, wallet) in state.script.wallets.iter().zip(&state.wallets) {
        let file = Layout::part_statement(member, script.name());
        let signature = wallet.signature.unwrap().1.to_string();
        files.insert(Layout::signature(&file), signature.into_bytes());
        files.insert(file, state.statement(script.name()).unwrap().into_bytes());
    }
    files
}

/// The team's run over the parts that are there, event by event.
fn team_files(plan: &Linted, memory: &mut Memory) {
    let (mut state, mut chain) = (TeamState::new(plan), Chain::new());
    let mut opened = None;
    while let Some(event) = team_event(plan, &state, memory, &mut opened) {
        let line = chain.line(event);
        state.apply(&line, memory).unwrap();
        chain.append(&line);
    }
    let settled = state.settled.as_ref().unwrap();
    memory.files.insert(Layout::MANIFEST.to_owned(), settled.bytes.as_ref().unwrap().to_vec());
    memory.files.insert(Layout::TEAM_JOURNAL.to_owned(), chain.bytes);
    for (name, bytes) in derived::files(&settled.manifest, settled.digest) {
        memory.files.insert(name.to_owned(), bytes);
    }
    for (at, role) in plan.signers.iter().enumerate() {
        let file = Layout::manifest_statement(role);
        let signature = state.signatures[at].unwrap().1.to_string();
        memory.files.insert(Layout::signature(&file), signature.into_bytes());
        memory.files.insert(file, state.statement(at).unwrap().into_bytes());
    }
}

/// The wallets of the member whose device is plugged in, and the names of those that are open.
type Plugged = (Opened, BTreeSet<String>);

/// What happens next.
fn team_event(
    plan: &Linted,
    state: &TeamState,
    memory: &Memory,
    opened: &mut Option<Plugged>,
) -> Option<TeamEvent> {
    Some(match state.next() {
        TeamStep::Begin => TeamEvent::Begun(begun(plan)),
        TeamStep::AcceptPart(at) => part_accepted(&state.members()[at], memory),
        TeamStep::WriteManifest => TeamEvent::ManifestWritten { manifest: state.settle().unwrap().digest },
        TeamStep::CompareManifest => TeamEvent::ManifestCompared { manifest: state.digest().unwrap() },
        TeamStep::CompareSheet(at) => {
            let signer = state.signer(at).unwrap().clone();
            let address = state.first_address(&signer.member, &signer.wallet).unwrap().1;
            TeamEvent::SheetCompared { member: signer.member, wallet: signer.wallet, address }
        }
        TeamStep::Sign(at) => sign(plan, state, at, opened),
        TeamStep::EndSessions(member) => {
            *opened = None;
            TeamEvent::SessionsEnded { member }
        }
        TeamStep::Witness(_) => unreachable!("the plan names no witness"),
        TeamStep::Finish => TeamEvent::Finished {},
        TeamStep::Done => return None,
    })
}

fn part_accepted(member: &str, memory: &Memory) -> TeamEvent {
    let digest = |file: String| Digest::of(&memory.files[&file]);
    TeamEvent::PartAccepted {
        member: member.to_owned(),
        part: digest(Layout::part(member)),
        sealed: digest(Layout::sealed(member)),
        journal: digest(Layout::journal(member)),
        pinned: false,
    }
}

/// The signature, or first the wallet that it needs.
fn sign(plan: &Linted, state: &TeamState, at: usize, opened: &mut Option<Plugged>) -> TeamEvent {
    let signer = state.signer(at).unwrap().clone();
    let (member, wallet) = (signer.member, signer.wallet);
    let script = || Script::of(plan, &member).unwrap();
    let (device, open) = opened.get_or_insert_with(|| (Opened::of(plan, &script()), BTreeSet::new()));
    if open.insert(wallet.clone()) {
        return TeamEvent::WalletOpened { member, wallet };
    }
    let (path, statement) = (plan.role(&signer.role).unwrap().path, state.statement(at).unwrap());
    let signature = device.wallet(&wallet).sign(&path.indices(), statement.as_bytes()).unwrap();
    TeamEvent::ManifestSigned { role: signer.role, signer: signer.address, signature }
}

fn sums(plan: &Linted, memory: &mut Memory) {
    let members: Vec<_> = plan.custodians.iter().map(|it| it.name.clone()).collect();
    let folders = [
        (Layout::PUBLIC_SUMS, derived::public_files(plan, &members, true)),
        (Layout::SEALED_SUMS, derived::sealed_files(plan, &members, true)),
    ];
    for (name, files) in folders {
        let digests = derived::digests(memory, &files).unwrap();
        memory.create(name, derived::sums(&digests).as_bytes()).unwrap();
    }
}
