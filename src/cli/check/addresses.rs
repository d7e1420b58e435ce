//! The design table: every address of every wallet, with what the device shows for it and which programs reach it.

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::page::Page;
use crate::cli::reach;
use crate::plan::{Cell, Evidence, Hardware, Plan, Program, Role, Verdict, Way, evidence, programs};
use crate::text::{Catalog, Lang};

impl Page<'_> {
    /// One row an address, below its wallet.
    pub fn addresses(&self) {
        let mut rows = Vec::new();
        for wallet in &self.plan.wallets {
            let roles: Vec<_> = self.plan.roles_of(&wallet.id).map(|role| self.address(role)).collect();
            if !roles.is_empty() {
                rows.push(vec![wallet.id.to_string()]);
                rows.extend(roles);
            }
        }
        let columns =
            ["check-role", "check-label", "check-account", "check-path", "check-shows", "check-reached"];
        self.folded("check-table", &columns, &[1, 2], rows);
        self.legend();
    }

    fn address(&self, role: &Role) -> Vec<String> {
        let name = self.plan.account_of(role).map_or(String::new(), |account| format!(" {}", account.name));
        vec![
            format!(" {}", role.name),
            role.label.to_string(),
            format!("{}{name}", role.path.account()),
            role.path.tail(),
            role.path.shown_name(),
            reach::letters(role.path),
        ]
    }

    fn legend(&self) {
        if self.plan.roles.is_empty() {
            return;
        }
        self.note(&reach::legend());
    }
}

/// The table for scripts: each row is made as it is written, since a row is long and there may be many.
pub struct Table<'a>(pub &'a Plan);

impl Serialize for Table<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (plan, english) = (self.0, Catalog::new(Lang::En));
        let english = &english;
        serializer.collect_seq(plan.wallets.iter().flat_map(|wallet| {
            let devices = plan.hardware_of(wallet);
            plan.roles_of(&wallet.id).map(move |role| row(plan, role, &devices, english))
        }))
    }
}

fn row(plan: &Plan, role: &Role, devices: &[Hardware], english: &Catalog) -> Value {
    let pairs = devices.iter().flat_map(|&device| programs().iter().map(move |program| (program, device)));
    let (mut reached, mut unverified) = (Vec::new(), Vec::new());
    for (program, device) in pairs {
        let cell = program.cell(device, role.path);
        match &cell.verdict {
            Verdict::Reached(..) => reached.push(way(program, device, &cell, english)),
            Verdict::Unverified => unverified.push(json!({ "program": program.name, "device": device })),
            Verdict::Beyond => {}
        }
    }
    json!({
        "wallet": role.wallet.to_string(),
        "custodian": role.wallet.custodian,
        "account": role.path.account(),
        "account_name": plan.account_of(role).map(|account| &account.name),
        "role": role.name,
        "label": role.label,
        "path": role.path,
        "device_shows": role.path.shown_name(),
        "reached_by": reached,
        "unverified": unverified,
    })
}

/// How a program reaches it: `option`, a sentence, of which `menu` and `number` are parts, or `command`. `source` is the id of one in `reach_sources`.
fn way(program: &Program, device: Hardware, cell: &Cell, english: &Catalog) -> Value {
    let way = cell.way();
    let command = way.and_then(Way::command);
    let option = way.filter(|_| command.is_none()).map(|way| english.say(&way.message()));
    json!({
        "program": program.name,
        "device": device,
        "how": cell.reach(),
        "option": option,
        "menu": way.and_then(Way::menu),
        "number": way.and_then(Way::number),
        "command": command,
        "note": cell.note.as_ref().map(|note| english.say(note)),
        "source": cell.evidence.id,
        "as_of": cell.evidence.date,
    })
}

/// Where all of this was read.
pub fn sources() -> Vec<Value> {
    let source = |it: &Evidence| json!({ "id": it.id, "what": it.what, "date": it.date });
    evidence().iter().map(source).collect()
}
