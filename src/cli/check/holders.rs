//! The holder matrix: who alone, who together, and which seeds can move what.

use serde_json::{Value, json};

use super::page::Page;
use crate::plan::{Act, Group, Holding, Movers, Plan};
use crate::text::Message;

impl Page<'_> {
    /// A row for each wallet, whose addresses are all held alike, and one for each Safe and each way to move a split.
    pub fn holders(&self) {
        let holdings = self.plan.holdings();
        let mut rows = Vec::new();
        for wallet in &self.plan.wallets {
            let mut roles = self.plan.roles_of(&wallet.id);
            let first = roles.next().and_then(|role| holdings.iter().find(|it| it.name == role.name));
            rows.extend(first.map(|holding| self.row(wallet.id.to_string(), holding)));
        }
        let contracts = holdings.iter().filter(|it| self.plan.role(it.name).is_none());
        rows.extend(contracts.map(|holding| self.row(self.contract(holding), holding)));
        let columns = ["check-what", "check-alone", "check-together", "check-found"];
        self.folded("check-holders", &columns, &[2, 3], rows);
    }

    fn contract(&self, holding: &Holding) -> String {
        match holding.act {
            Act::Spend => holding.name.to_owned(),
            Act::Change => format!("{}: {}", holding.name, self.text("check-change")),
            Act::Distribute => format!("{}: {}", holding.name, self.text("check-distribute")),
        }
    }

    fn row(&self, what: String, holding: &Holding) -> Vec<String> {
        let none = || "-".to_owned();
        let said = |id| vec![what.clone(), self.text(id), none(), none()];
        let (people, seeds) = match &holding.movers {
            Movers::Anyone => return said("check-anyone"),
            Movers::Nobody => return said("check-nobody"),
            Movers::Those { people, seeds } => (people, seeds),
        };
        let (alone, together): (Vec<&Group>, Vec<&Group>) = people.iter().partition(|group| group.len() == 1);
        let outside = people.is_empty().then(|| self.text("check-others"));
        vec![
            what,
            self.groups(&alone),
            outside.unwrap_or_else(|| self.groups(&together)),
            self.groups(&seeds.iter().collect::<Vec<_>>()),
        ]
    }

    /// Groups in one line; where they are any so many of some names, that is said.
    fn groups(&self, groups: &[&Group]) -> String {
        let Some(size) = groups.first().map(|group| group.len()) else { return "-".to_owned() };
        let names: Group = groups.iter().flat_map(|group| group.iter().cloned()).collect();
        let alike = groups.iter().all(|group| group.len() == size);
        if size > 1 && alike && groups.len() > 1 && groups.len() == choices(names.len(), size) {
            let names: Vec<_> = names.into_iter().collect();
            let any = Message::new("check-any").with("size", size).with("names", names.join(", "));
            return self.output.catalog().say(&any);
        }
        let each = groups.iter().map(|group| group.iter().cloned().collect::<Vec<_>>().join(" + "));
        each.collect::<Vec<_>>().join(", ")
    }
}

/// In how many ways so many can be chosen.
fn choices(of: usize, size: usize) -> usize {
    (0..size).fold(1, |ways, at| ways * (of - at) / (at + 1))
}

/// The matrix for scripts: every role, Safe and split on its own.
pub fn matrix(plan: &Plan) -> Vec<Value> {
    let row = |holding: &Holding| {
        let act = match holding.act {
            Act::Spend => "spend",
            Act::Change => "change",
            Act::Distribute => "distribute",
        };
        let (by, custodians, seeds): (&str, &[Group], &[Group]) = match &holding.movers {
            Movers::Anyone => ("anyone", &[], &[]),
            Movers::Nobody => ("nobody", &[], &[]),
            Movers::Those { people, seeds } => ("these", people, seeds),
        };
        json!({ "name": holding.name, "act": act, "by": by, "custodians": custodians, "seeds": seeds })
    };
    plan.holdings().iter().map(row).collect()
}
