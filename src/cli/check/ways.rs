//! `check --reach`: how to get to each address in each program, program by program, or to one address in all of them.

use super::page::Page;
use crate::cli::Output;
use crate::plan::{Cell, Evidence, Hardware, Linted, Program, Role, Verdict, Way, programs};
use crate::text::{Message, Problem};

/// Prints the page of all programs, or of one role; an empty name stands for all.
///
/// # Errors
/// The plan has no such role.
pub fn print(plan: &Linted, role: &str, output: &Output) -> Result<(), Problem> {
    let page = Page { plan, output };
    if role.is_empty() {
        page.programs();
        return Ok(());
    }
    let role = plan.role(role).ok_or_else(|| Problem::unusable("name-unknown").with("name", role))?;
    page.one_role(role);
    Ok(())
}

/// The roles that a program reaches by the same first steps.
struct Group {
    menu: Option<String>,
    note: Option<Message>,
    rows: Vec<(usize, String, Way)>,
}

impl Page<'_> {
    fn programs(&self) {
        let ceremony = &self.plan.ceremony;
        let title =
            Message::new("check-ways-title").with("id", &ceremony.id).with("sequence", ceremony.sequence);
        self.output.say(&title);
        self.note(&Message::new("check-ways-before"));
        for device in [Hardware::Trezor, Hardware::Ledger] {
            programs().iter().for_each(|program| self.program(program, device));
        }
    }

    /// One program: what is chosen, the roles that stand there, and the roles that it does not reach.
    fn program(&self, program: &Program, device: Hardware) {
        let roles: Vec<(usize, &Role)> = self.roles_on(device);
        if !program.takes(device) || roles.is_empty() {
            return;
        }
        let title = Message::new("check-ways-program").with("program", &program.name).with("device", device);
        self.output.say(&title);
        let (mut groups, mut beyond, mut unverified) = (Vec::new(), Vec::new(), Vec::new());
        let mut evidence = Vec::new();
        for (wallet, role) in roles {
            let cell = program.cell(device, role.path);
            evidence.push(cell.evidence);
            match &cell.verdict {
                Verdict::Reached(_, way) => {
                    join(&mut groups, &cell, (wallet, role.name.to_string(), way.clone()));
                }
                Verdict::Beyond => beyond.push(role.name.as_str()),
                Verdict::Unverified => unverified.push(role.name.as_str()),
            }
        }
        groups.iter().for_each(|group| self.group(group));
        self.others("check-ways-beyond", &beyond);
        self.others("check-ways-unverified", &unverified);
        evidence.dedup_by_key(|it| it.id.as_str());
        evidence.iter().for_each(|it| self.source(it));
        self.output.line("");
    }

    fn roles_on(&self, device: Hardware) -> Vec<(usize, &Role)> {
        let wallets = self.plan.wallets.iter().enumerate();
        let on = wallets.filter(|(_, wallet)| self.plan.hardware_of(wallet).contains(&device));
        on.flat_map(|(at, wallet)| self.plan.roles_of(&wallet.id).map(move |role| (at, role))).collect()
    }

    fn group(&self, group: &Group) {
        match &group.menu {
            Some(menu) => self.below(&Message::new("check-ways-choose").with("menu", menu)),
            None => self.below(&Message::new("check-ways-run")),
        }
        let mut rows = Vec::new();
        let mut last = None;
        for (wallet, role, way) in &group.rows {
            if last.replace(wallet) != Some(wallet) {
                rows.push(vec![format!("  {}", self.plan.wallets[*wallet].id)]);
            }
            rows.push(vec![format!("    {role}"), self.output.catalog().say(&way.place())]);
        }
        self.rows(&[], &rows);
        if let Some(note) = &group.note {
            self.below(note);
        }
    }

    /// Roles that are not reached, or of which nobody knows.
    fn others(&self, id: &'static str, roles: &[&str]) {
        if !roles.is_empty() {
            self.below(&Message::new(id).with("roles", roles.join(", ")));
        }
    }

    fn source(&self, evidence: &Evidence) {
        let source =
            Message::new("check-ways-source").with("source", &evidence.what).with("date", &evidence.date);
        self.below(&source);
    }

    /// One address, in every program.
    fn one_role(&self, role: &Role) {
        let title = Message::new("check-way-title")
            .with("label", &role.label)
            .with("role", &role.name)
            .with("path", role.path)
            .with("wallet", &role.wallet);
        self.note(&title);
        let wallet = self.plan.wallets.iter().filter(|wallet| wallet.id == role.wallet);
        for device in wallet.flat_map(|wallet| self.plan.hardware_of(wallet)) {
            let cells: Vec<_> =
                programs().iter().map(|program| (program, program.cell(device, role.path))).collect();
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
                self.note(&Message::new(id).with("programs", names));
            }
        }
    }

    fn one_way(&self, program: &Program, device: Hardware, cell: &Cell) {
        let Some(way) = cell.way() else { return };
        let title = Message::new("check-ways-program").with("program", &program.name).with("device", device);
        self.output.say(&title);
        match way.command() {
            // A command stays whole, to be copied.
            Some(command) => self.output.line(&format!("  {command}")),
            None => self.below(&way.message()),
        }
        if let Some(note) = &cell.note {
            self.below(note);
        }
        self.source(cell.evidence);
        self.output.line("");
    }
}

/// Puts a role with those that are reached by the same first steps.
fn join(groups: &mut Vec<Group>, cell: &Cell, row: (usize, String, Way)) {
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
