//! `check --reach` and `show --reach`: how to get to each address in each program, program by program, or to one address in all of
//! them.

use std::collections::BTreeMap;

use super::Output;
use super::folded::Folded;
use crate::keys::AddressPath;
use crate::manifest::Manifest;
use crate::plan::{Cell, Evidence, Hardware, Linted, Program, Verdict, Way, programs};
use crate::text::{Message, Problem};

/// Whose addresses they are, and which.
pub(super) struct Ways<'a> {
    paper: Folded<'a>,
    ceremony: (&'a str, u64),
    keys: Vec<Key<'a>>,
}

/// An address of a wallet, and the devices that the wallet can be on.
struct Key<'a> {
    wallet: String,
    role: &'a str,
    label: &'a str,
    path: AddressPath,
    devices: Vec<Hardware>,
}

/// Of a plan's roles, wallet by wallet.
pub(super) fn of_plan<'a>(plan: &'a Linted, output: &'a Output) -> Ways<'a> {
    let keys = plan.wallets.iter().flat_map(|wallet| {
        let devices = plan.hardware_of(wallet);
        plan.roles_of(&wallet.id).map(move |role| Key {
            wallet: wallet.id.to_string(),
            role: &role.name,
            label: &role.label,
            path: role.path,
            devices: devices.clone(),
        })
    });
    let ceremony = (plan.ceremony.id.as_str(), plan.ceremony.sequence);
    Ways { paper: Folded { output }, ceremony, keys: keys.collect() }
}

/// Of a manifest's keys, wallet by wallet; with a Trezor alone, since it does not say what may move to another device.
pub(super) fn of_manifest<'a>(manifest: &'a Manifest, output: &'a Output) -> Ways<'a> {
    let keys = manifest.addresses.iter().map(|row| Key {
        wallet: format!("{}/{}", row.member, row.wallet),
        role: &row.role,
        label: &row.label,
        path: row.path,
        devices: vec![Hardware::Trezor],
    });
    let mut keys: Vec<_> = keys.collect();
    // Wallets in the order of their first address.
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for key in &keys {
        let next = places.len();
        places.entry(key.wallet.clone()).or_insert(next);
    }
    keys.sort_by_key(|key| places[&key.wallet]);
    let ceremony = (manifest.ceremony.id.as_str(), manifest.ceremony.sequence);
    Ways { paper: Folded { output }, ceremony, keys }
}

/// The roles that a program reaches by the same first steps.
struct Group {
    menu: Option<String>,
    note: Option<Message>,
    /// Wallet, role, way.
    rows: Vec<(String, String, Way)>,
}

impl Ways<'_> {
    /// Prints the page of all programs, or of one role; an empty name stands for all.
    ///
    /// # Errors
    /// There is no such role.
    pub fn print(&self, role: &str) -> Result<(), Problem> {
        if role.is_empty() {
            self.programs();
            return Ok(());
        }
        let key = self.keys.iter().find(|key| key.role == role);
        self.one_role(key.ok_or_else(|| Problem::unusable("name-unknown").with("name", role))?);
        Ok(())
    }

    fn programs(&self) {
        let (id, sequence) = self.ceremony;
        let title = Message::new("check-ways-title").with("id", id).with("sequence", sequence);
        self.paper.output.say(&title);
        self.paper.note(&Message::new("check-ways-before"));
        for device in [Hardware::Trezor, Hardware::Ledger] {
            programs().iter().for_each(|program| self.program(program, device));
        }
    }

    /// One program: what is chosen, the roles that stand there, and the roles that it does not reach.
    fn program(&self, program: &Program, device: Hardware) {
        let keys: Vec<_> = self.keys.iter().filter(|key| key.devices.contains(&device)).collect();
        if !program.takes(device) || keys.is_empty() {
            return;
        }
        let title = Message::new("check-ways-program").with("program", &program.name).with("device", device);
        self.paper.output.say(&title);
        let (mut groups, mut beyond, mut unverified) = (Vec::new(), Vec::new(), Vec::new());
        let mut evidence = Vec::new();
        for key in keys {
            let cell = program.cell(device, key.path);
            evidence.push(cell.evidence);
            match &cell.verdict {
                Verdict::Reached(_, way) => {
                    join(&mut groups, &cell, (key.wallet.clone(), key.role.to_owned(), way.clone()));
                }
                Verdict::Beyond => beyond.push(key.role),
                Verdict::Unverified => unverified.push(key.role),
            }
        }
        groups.iter().for_each(|group| self.group(group));
        self.others("check-ways-beyond", &beyond);
        self.others("check-ways-unverified", &unverified);
        evidence.dedup_by_key(|it| it.id.as_str());
        evidence.iter().for_each(|it| self.source(it));
        self.paper.output.line("");
    }

    fn group(&self, group: &Group) {
        match &group.menu {
            Some(menu) => self.paper.below(&Message::new("check-ways-choose").with("menu", menu)),
            None => self.paper.below(&Message::new("check-ways-run")),
        }
        let mut rows = Vec::new();
        let mut last = None;
        for (wallet, role, way) in &group.rows {
            if last.replace(wallet) != Some(wallet) {
                rows.push(vec![format!("  {}", wallet)]);
            }
            rows.push(vec![format!("    {role}"), self.paper.output.catalog().say(&way.place())]);
        }
        self.paper.rows(&[], &rows);
        if let Some(note) = &group.note {
            self.paper.below(note);
        }
    }

    /// Roles that are not reached, or of which nobody knows.
    fn others(&self, id: &'static str, roles: &[&str]) {
        if !roles.is_empty() {
            self.paper.below(&Message::new(id).with("roles", roles.join(", ")));
        }
    }

    fn source(&self, evidence: &Evidence) {
        let source =
            Message::new("check-ways-source").with("source", &evidence.what).with("date", &evidence.date);
        self.paper.below(&source);
    }

    /// One address, in every program.
    fn one_role(&self, key: &Key) {
        let title = Message::new("check-way-title")
            .with("label", key.label)
            .with("role", key.role)
            .with("path", key.path)
            .with("wallet", &key.wallet);
        self.paper.note(&title);
        for &device in &key.devices {
            let cells: Vec<_> =
                programs().iter().map(|program| (program, program.cell(device, key.path))).collect();
            for (program, cell) in &cells {
                self.one_way(program, device, cell);
            }
            let named = |verdict: &Verdict| {
                let found = cells.iter().filter(|(_, cell)| cell.verdict == *verdict);
                found.map(|(program, _)| program.name.as_str()).collect::<Vec<_>>().join(", ")
            };
            let others = [
                ("check-way-beyond", named(&Verdict::Beyond)),
                ("check-way-unverified", named(&Verdict::Unverified)),
            ];
            for (id, names) in others.into_iter().filter(|(_, names)| !names.is_empty()) {
                self.paper.note(&Message::new(id).with("programs", names));
            }
        }
    }

    fn one_way(&self, program: &Program, device: Hardware, cell: &Cell) {
        let Some(way) = cell.way() else { return };
        let title = Message::new("check-ways-program").with("program", &program.name).with("device", device);
        self.paper.output.say(&title);
        match way.command() {
            // A command stays whole, to be copied.
            Some(command) => self.paper.output.line(&format!("  {command}")),
            None => self.paper.below(&way.message()),
        }
        if let Some(note) = &cell.note {
            self.paper.below(note);
        }
        self.source(cell.evidence);
        self.paper.output.line("");
    }
}

/// Puts a role with those that are reached by the same first steps.
fn join(groups: &mut Vec<Group>, cell: &Cell, row: (String, String, Way)) {
    let menu = row.2.menu();
    let same = |group: &&mut Group| (&group.menu, &group.note) == (&menu, &cell.note);
    match groups.iter_mut().find(same) {
        Some(group) => group.rows.push(row),
        None => {
            let rows = vec![row];
            groups.push(Group { menu, note: cell.note.clone(), rows });
        }
    }
}
