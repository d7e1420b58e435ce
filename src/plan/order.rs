//! In which order a plan's contracts are best deployed.

use std::collections::BTreeSet;

use super::Plan;

/// A contract with the contracts of the plan that it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deployment<'p> {
    /// The contract's name.
    pub name: &'p str,
    /// The contracts that it names: they stand before it.
    pub after: Vec<&'p str>,
}

impl Plan {
    /// Every Safe and split, those first that others name: owners before the Safes they own, recipients and owners
    /// before their splits; otherwise in the plan's order, Safes before splits. No address depends on the order, and
    /// anyone may send each transaction; but in this one nothing ever names a contract that does not stand. Contracts
    /// that name each other in a circle, which the linter refuses, are left out.
    pub fn deployment_order(&self) -> Vec<Deployment<'_>> {
        let safes = self.safes.iter().map(|it| (it.name.as_str(), self.named_by(&it.name)));
        let splits = self.splits.iter().map(|it| (it.name.as_str(), self.named_by(&it.name)));
        let mut waiting: Vec<_> =
            safes.chain(splits).map(|(name, after)| Deployment { name, after }).collect();
        let mut placed = BTreeSet::new();
        let mut order = Vec::new();
        while let Some(next) = waiting.iter().position(|it| it.after.iter().all(|name| placed.contains(name)))
        {
            let deployment = waiting.remove(next);
            placed.insert(deployment.name);
            order.push(deployment);
        }
        order
    }

    /// The names that a contract's creation needs addresses for: owners, recipients, whatever they stand for.
    pub fn creation_names(&self, name: &str) -> Vec<&str> {
        if let Some(safe) = self.safes.iter().find(|safe| safe.name == name) {
            return safe.owners.iter().map(String::as_str).collect();
        }
        let Some(split) = self.splits.iter().find(|split| split.name == name) else { return Vec::new() };
        split.recipients.iter().map(|it| it.to.as_str()).chain(split.owner.as_deref()).collect()
    }

    /// The contracts among them, each once.
    fn named_by(&self, name: &str) -> Vec<&str> {
        let contract = |name: &str| {
            self.safes.iter().any(|it| it.name == name) || self.splits.iter().any(|it| it.name == name)
        };
        let mut seen = BTreeSet::new();
        let names = self.creation_names(name).into_iter();
        names.filter(|name| contract(name) && seen.insert(*name)).collect()
    }
}
