//! Who can move what: which keys together meet which thresholds.

use std::collections::BTreeSet;

use super::draft::Thing;
use super::{Plan, Role};

/// People, or seeds, whose keys together are enough, none of them to spare.
pub type Group = BTreeSet<String>;

/// Groups of more people are not searched for.
const GROUP_MAX: usize = 3;

/// Searching groups among more people than these is left out: nobody would read the list.
const PEOPLE_MAX: usize = 40;

impl Plan {
    /// The names that can be signed for with the roles that `holds` chooses: those roles, and every Safe whose
    /// threshold they meet, directly or through other Safes. Externals are someone else's.
    pub fn signable<'a>(&'a self, holds: impl Fn(&'a Role) -> bool) -> BTreeSet<&'a str> {
        let mut held = self.signable_owners(&holds);
        held.extend(self.roles.iter().filter(|&role| holds(role)).map(|role| &*role.name));
        held
    }

    /// The same, of the roles only those that own a Safe: there may be very many others. A Safe that owns none is there, too.
    pub(super) fn signable_owners<'a>(&'a self, holds: impl Fn(&'a Role) -> bool) -> BTreeSet<&'a str> {
        let states: Vec<_> = self.safes.iter().map(|safe| (safe, safe.after())).collect();
        let owners: BTreeSet<&String> = states.iter().flat_map(|(_, state)| &state.owners).collect();
        let roles = owners.into_iter().filter_map(|owner| self.role(owner));
        let mut held: BTreeSet<&str> = roles.filter(|role| holds(role)).map(|role| &*role.name).collect();
        // Each round adds the Safes that the last one made reachable, until nothing is new.
        loop {
            let signs = |owner: &String| held.contains(owner.as_str());
            let met = states.iter().filter(|(_, state)| {
                let signatures = state.owners.iter().filter(|&owner| signs(owner)).count();
                state.threshold > 0 && signatures >= state.threshold as usize
            });
            let more: Vec<_> = met.map(|(safe, _)| &*safe.name).filter(|name| !held.contains(name)).collect();
            if more.is_empty() {
                return held;
            }
            held.extend(more);
        }
    }

    /// The smallest groups of custodians, of at most three people, that can sign for a role or Safe.
    pub fn groups(&self, name: &str) -> Vec<Group> {
        let people: Vec<&str> = self.custodians.iter().map(|it| &*it.name).collect();
        self.fewest(&people, name, |role| Some(&role.wallet.custodian))
    }

    /// The smallest groups of seeds, of at most three, that can sign for a role or Safe by whoever has their
    /// passphrases, too.
    pub fn seed_groups(&self, name: &str) -> Vec<Group> {
        let seeds: Vec<&str> = self.seeds.iter().map(|it| &*it.name).collect();
        self.fewest(&seeds, name, |role| self.wallet(&role.wallet).map(|wallet| &*wallet.seed))
    }

    fn fewest<'a>(
        &'a self,
        holders: &[&str],
        name: &str,
        holder: impl Fn(&'a Role) -> Option<&'a str>,
    ) -> Vec<Group> {
        let mut found: Vec<Group> = Vec::new();
        if holders.len() > PEOPLE_MAX {
            return found;
        }
        for size in 1..=GROUP_MAX {
            for group in choose(holders, size) {
                let spare = found.iter().any(|smaller| smaller.is_subset(&group));
                let holds = |role: &'a Role| holder(role).is_some_and(|it| group.contains(it));
                let signs = || match self.role(name) {
                    Some(role) => holds(role),
                    None => self.signable_owners(holds).contains(name),
                };
                if !spare && signs() {
                    found.push(group);
                }
            }
        }
        found
    }

    /// Whose address a name is, for a person to read: `custodian/wallet`, or the name of the contract or external.
    pub fn holder(&self, name: &str) -> String {
        match self.thing(name) {
            Some(Thing::Role(role)) => role.wallet.to_string(),
            _ => name.to_owned(),
        }
    }
}

/// Every choice of so many names, in order.
fn choose(names: &[&str], size: usize) -> Vec<Group> {
    if size == 0 {
        return vec![Group::new()];
    }
    let mut choices = Vec::new();
    for (position, first) in names.iter().enumerate() {
        for mut rest in choose(&names[position + 1..], size - 1) {
            rest.insert((*first).to_owned());
            choices.push(rest);
        }
    }
    choices
}
