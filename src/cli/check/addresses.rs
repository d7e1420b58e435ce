//! The design table: every address of every wallet, with what the device shows for it and which programs reach it.

use serde_json::{Value, json};

use super::page::Page;
use crate::keys::AddressPath;
use crate::plan::{Plan, Program, Reach, Role, programs};
use crate::text::Message;

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
            role.label.clone(),
            format!("{}{name}", role.path.account()),
            role.path.tail(),
            role.path.shown_name(),
            programs().iter().map(|program| mark(program, role.path)).collect(),
        ]
    }

    fn legend(&self) {
        if self.plan.roles.is_empty() {
            return;
        }
        let names: Vec<_> =
            programs().iter().map(|program| format!("{} {}", program.mark, program.name)).collect();
        self.note(&Message::new("check-legend").with("programs", names.join(", ")));
    }
}

/// A program's letter: small where it does not simply list the address, a dot where it does not reach it.
fn mark(program: &Program, path: AddressPath) -> char {
    match program.reach(path) {
        Some(Reach::Listed) => program.mark,
        Some(Reach::Used | Reach::Typed) => program.mark.to_ascii_lowercase(),
        None => '.',
    }
}

/// The table for scripts.
pub fn table(plan: &Plan) -> Vec<Value> {
    let roles = plan.wallets.iter().flat_map(|wallet| plan.roles_of(&wallet.id));
    let row = |role: &Role| {
        let reached = programs().iter().filter_map(|program| {
            let how = program.reach(role.path)?;
            Some(json!({ "program": program.name, "how": how, "as_of": program.date }))
        });
        json!({
            "wallet": role.wallet.to_string(),
            "custodian": role.wallet.custodian,
            "account": role.path.account(),
            "account_name": plan.account_of(role).map(|account| &account.name),
            "role": role.name,
            "label": role.label,
            "path": role.path,
            "device_shows": role.path.shown_name(),
            "reached_by": reached.collect::<Vec<_>>(),
        })
    };
    roles.map(row).collect()
}
