//! The holder matrix: for everything that can be moved, which people and which seeds can move it.

use std::collections::BTreeSet;

use super::reach::Group;
use super::{Plan, Role};

/// What is done with a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Everything on a role or Safe is spent.
    Spend,
    /// A split's recipients are changed, or what it holds is taken.
    Change,
    /// What a split holds is sent to its recipients, by whoever wants.
    Distribute,
}

/// Who can do something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Movers {
    /// Whoever wants.
    Anyone,
    /// No one, ever.
    Nobody,
    /// These, each of them enough and without anybody to spare.
    Those {
        /// People, each with the own seed and passphrases; groups of more than three are not looked for.
        people: Vec<Group>,
        /// The same of seeds: what whoever finds them can do who has their passphrases, too. Without passphrases a
        /// seed opens no wallet of a plan.
        seeds: Vec<Group>,
    },
}

/// Something that can be moved, and who can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding<'a> {
    /// The role, Safe or split.
    pub name: &'a str,
    /// What is done with it.
    pub act: Act,
    /// Who can.
    pub movers: Movers,
}

impl Plan {
    /// Who can move what: every role, Safe and split, in the plan's order. Externals are someone else's.
    pub fn holdings(&self) -> Vec<Holding<'_>> {
        let roles = self.roles.iter().map(|role| (role.name.as_str(), Act::Spend, self.of_role(role)));
        let safes = self.safes.iter().map(|safe| (safe.name.as_str(), Act::Spend, self.of(&safe.name)));
        let splits = self.splits.iter().flat_map(|split| {
            let changers = split.after().owner.map_or(Movers::Nobody, |owner| self.of(&owner));
            [(split.name.as_str(), Act::Change, changers), (&split.name, Act::Distribute, Movers::Anyone)]
        });
        let all = roles.chain(safes).chain(splits);
        all.map(|(name, act, movers)| Holding { name, act, movers }).collect()
    }

    /// A role is moved by whoever opens its wallet, and by nobody else.
    fn of_role(&self, role: &Role) -> Movers {
        let only = |name: &str| vec![BTreeSet::from([name.to_owned()])];
        let seeds = self.wallet(&role.wallet).map(|wallet| only(&wallet.seed)).unwrap_or_default();
        Movers::Those { people: only(&role.wallet.custodian), seeds }
    }

    fn of(&self, name: &str) -> Movers {
        match self.role(name) {
            Some(role) => self.of_role(role),
            None => Movers::Those { people: self.groups(name), seeds: self.seed_groups(name) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    const TEAM: &str = include_str!("../../ceremonies/bonded-validator.toml");

    fn holdings(text: &str, name: &str) -> Vec<(Act, Movers)> {
        let plan = read(text.as_bytes(), "plan.toml").into_plan().unwrap();
        let found: Vec<_> =
            plan.holdings().into_iter().filter(|it| it.name == name).map(|it| (it.act, it.movers)).collect();
        found
    }

    fn groups(names: &[&[&str]]) -> Vec<Group> {
        names.iter().map(|group| group.iter().map(|&name| name.to_owned()).collect()).collect()
    }

    fn those(people: &[&[&str]], seeds: &[&[&str]]) -> Movers {
        Movers::Those { people: groups(people), seeds: groups(seeds) }
    }

    fn two_of_three() -> Movers {
        those(
            &[&["member-1", "member-2"], &["member-1", "member-3"], &["member-2", "member-3"]],
            &[&["seed-1", "seed-2"], &["seed-1", "seed-3"], &["seed-2", "seed-3"]],
        )
    }

    #[test]
    fn roles_safes_and_splits_of_the_team() {
        let alone = those(&[&["member-2"]], &[&["seed-2"]]);
        assert_eq!(holdings(TEAM, "payout-2"), [(Act::Spend, alone)]);
        assert_eq!(holdings(TEAM, "treasury"), [(Act::Spend, two_of_three())]);
        assert_eq!(
            holdings(TEAM, "reward-split"),
            [(Act::Change, two_of_three()), (Act::Distribute, Movers::Anyone)]
        );
    }

    #[test]
    fn a_threshold_of_one_an_owner_outside_and_no_owner() {
        let one = TEAM.replacen("threshold = 2", "threshold = 1", 1);
        let each =
            those(&[&["member-1"], &["member-2"], &["member-3"]], &[&["seed-1"], &["seed-2"], &["seed-3"]]);
        assert_eq!(holdings(&one, "treasury"), [(Act::Spend, each)]);
        let owned = |owner: &str| TEAM.replacen("owner = \"treasury\"", &format!("owner = \"{owner}\""), 1);
        assert_eq!(holdings(&owned("none"), "reward-split")[0], (Act::Change, Movers::Nobody));
        let key = those(&[&["member-3"]], &[&["seed-3"]]);
        assert_eq!(holdings(&owned("owner-3"), "reward-split")[0], (Act::Change, key));
        let outside = TEAM.replacen("\"TBD\"", "\"0x00000000219ab540356cBB839Cbe05303d7705Fa\"", 1);
        let outside = outside.replacen("owner = \"treasury\"", "owner = \"rocket-pool-node\"", 1);
        assert_eq!(holdings(&outside, "reward-split")[0], (Act::Change, those(&[], &[])));
    }

    #[test]
    fn every_role_safe_and_split_is_there() {
        let plan = read(TEAM.as_bytes(), "plan.toml").into_plan().unwrap();
        let named: BTreeSet<&str> = plan.holdings().iter().map(|it| it.name).collect();
        assert_eq!(named.len(), plan.roles.len() + plan.safes.len() + plan.splits.len());
    }
}
