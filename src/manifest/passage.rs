//! The way from one manifest to the next: what must stay, and what is told where it changes. One rule for those who plan a
//! ceremony and for those who verify it.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    ContractEntry, Heading, Kind, Live, Manifest, Previous, RetiredEntry, SafeStanding, SplitStanding,
};
use crate::keys::Address;
use crate::plan::Plan;

/// What a manifest owes the one right before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Its sequence is one more.
    Sequence,
    /// It names that manifest's digest.
    Named,
    /// It is of the same organisation and chain.
    History,
    /// Both or neither are a rehearsal, and on a testnet.
    Mixed,
    /// A contract of that manifest, by its name or its address, stands at the same address.
    Contract,
    /// A contract stands before this ceremony as that manifest left it, or as the plan says that it was changed since.
    State,
    /// Every address of it is there, or is retired.
    Vanished,
    /// What is retired has the name and label that it had, and this ceremony's sequence.
    RetiredOther,
    /// What was retired before still is, word for word.
    Forgotten,
    /// Nothing else is retired.
    Never,
    /// A contract stays one: of an address alone nobody tells who owns it.
    Dissolved,
    /// What was outside becomes no key of the team.
    Claimed,
    /// A label stays with its address.
    Label,
}

/// What does not hold, with what it is about where it is about something: its name (of [`Rule::Label`] the label) and its
/// address in the manifest before.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Breach {
    /// Which rule.
    pub rule: Rule,
    /// What it is about.
    pub name: String,
    /// Where that is.
    pub address: Option<Address>,
}

impl Breach {
    fn of(rule: Rule, name: &str, address: Address) -> Self {
        Self { rule, name: name.to_owned(), address: Some(address) }
    }
}

/// How many signers of the manifest before agree with this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// How many of them are signers of this one, by their addresses.
    pub there: u64,
    /// How many must be.
    pub needed: u64,
    /// How many there are.
    pub signers: usize,
}

/// Two manifests, the second of which comes right after the first.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'m> {
    /// The first.
    pub before: &'m Previous,
    /// The second: as it was signed, or as it is foreseen.
    pub after: &'m Manifest,
    /// The second one's plan.
    pub plan: &'m Plan,
}

/// Whether a ceremony comes right after a manifest: [`Rule::Sequence`], [`Rule::Named`], [`Rule::History`], [`Rule::Mixed`].
pub fn place(before: &Previous, after: &Heading) -> Vec<Breach> {
    let was = &before.manifest.ceremony;
    let demands = [
        (Rule::Named, after.previous == before.digest.to_string()),
        (Rule::Sequence, was.sequence.checked_add(1) == Some(after.sequence)),
        (Rule::History, (was.chain_id, &was.organisation) == (after.chain_id, &after.organisation)),
        (Rule::Mixed, (was.rehearsal, was.testnet) == (after.rehearsal, after.testnet)),
    ];
    let broken = demands.into_iter().filter(|(_, holds)| !holds);
    broken.map(|(rule, _)| Breach { rule, name: String::new(), address: None }).collect()
}

/// Labels that an earlier manifest, whichever it is, gives to another address than a later one: [`Rule::Label`].
pub fn reused(before: &Manifest, after: &Manifest) -> Vec<Breach> {
    let here = labels(after);
    let other = |(label, address): &(String, Address)| here.get(label).is_some_and(|new| new != address);
    labels(before).into_iter().filter(other).map(|(label, at)| Breach::of(Rule::Label, &label, at)).collect()
}

/// Every label in lower case with its address, of what is retired, too.
fn labels(manifest: &Manifest) -> BTreeMap<String, Address> {
    let gone = manifest.retired.iter().map(|it| (it.label.to_ascii_lowercase(), it.address));
    let live = manifest.live().map(|it| (it.label.to_ascii_lowercase(), it.address));
    live.chain(gone).collect()
}

impl<'m> Passage<'m> {
    /// [`Rule::Contract`], [`Rule::State`].
    pub fn contracts(&self) -> Vec<Breach> {
        let broken = self.pairs().filter_map(|(old, new)| {
            let rule = if old.address() != new.address() {
                Rule::Contract
            } else if !stands_as_left(old, new) && !self.says_now(new.name()) {
                Rule::State
            } else {
                return None;
            };
            Some(Breach::of(rule, new.name(), old.address()))
        });
        broken.collect()
    }

    /// Contracts that were changed since, in no ceremony, as the plan says: that it is so, only the chain tells.
    pub fn changed_elsewhere(&self) -> Vec<&'m str> {
        let changed = self.pairs().filter(|(old, new)| {
            old.address() == new.address() && !stands_as_left(old, new) && self.says_now(new.name())
        });
        changed.map(|(_, new)| new.name()).collect()
    }

    /// Contracts of both, by their name or by their address.
    fn pairs(&self) -> impl Iterator<Item = (&'m ContractEntry, &'m ContractEntry)> {
        let olds = &self.before.manifest.contracts;
        let is_same = |old: &ContractEntry, new: &ContractEntry| {
            old.name() == new.name() || old.address() == new.address()
        };
        self.after
            .contracts
            .iter()
            .flat_map(move |new| olds.iter().filter(move |old| is_same(old, new)).map(move |old| (old, new)))
    }

    /// Whether the plan says how a contract stands before this ceremony, where that is not as it was created.
    fn says_now(&self, name: &str) -> bool {
        let safe = self.plan.safes.iter().any(|safe| safe.name == name && safe.now.is_some());
        safe || self.plan.splits.iter().any(|split| split.name == name && split.now.is_some())
    }

    /// [`Rule::Vanished`], [`Rule::RetiredOther`], [`Rule::Forgotten`], [`Rule::Never`], [`Rule::Dissolved`],
    /// [`Rule::Claimed`].
    pub fn kept(&self) -> Vec<Breach> {
        let here = by_address(self.after);
        let (old, retired) = (&self.before.manifest.retired, &self.after.retired);
        // Of two entries of one address the first counts.
        let entries: BTreeMap<Address, &RetiredEntry> =
            retired.iter().rev().map(|it| (it.address, it)).collect();
        let sequence = self.after.ceremony.sequence;
        let mut broken = Vec::new();
        let mut known: BTreeSet<Address> = BTreeSet::new();
        for was in self.before.manifest.live() {
            let rule = match (here.get(&was.address), entries.get(&was.address)) {
                (Some(is), _) if was.kind == Kind::Contract && is.kind != Kind::Contract => Rule::Dissolved,
                (Some(is), _) if was.kind == Kind::External && is.kind == Kind::Key => Rule::Claimed,
                (Some(_), _) => continue,
                (None, Some(entry)) => {
                    known.insert(entry.address);
                    let told = (entry.label.as_str(), entry.name.as_str(), entry.sequence);
                    if told == (was.label, was.name, sequence) {
                        continue;
                    }
                    Rule::RetiredOther
                }
                (None, None) => Rule::Vanished,
            };
            broken.push(Breach::of(rule, was.name, was.address));
        }
        let (was, is) = (old.iter().collect::<BTreeSet<_>>(), retired.iter().collect::<BTreeSet<_>>());
        let forgotten = old.iter().filter(|it| !is.contains(it));
        broken.extend(forgotten.map(|it| Breach::of(Rule::Forgotten, &it.name, it.address)));
        let never = retired.iter().filter(|it| !known.contains(&it.address) && !was.contains(it));
        broken.extend(never.map(|it| Breach::of(Rule::Never, &it.name, it.address)));
        broken
    }

    /// What stands in both at one address under another name or label, or as another kind: how it stood, and how it stands.
    pub fn renamed(&self) -> Vec<(Live<'m>, Live<'m>)> {
        let here = by_address(self.after);
        let both = self.before.manifest.live().filter_map(|was| Some((was, *here.get(&was.address)?)));
        both.filter(|(was, is)| was != is).collect()
    }

    /// Whether those who signed the manifest before agree with this one.
    pub fn agreement(&self) -> Agreement {
        let before = &self.before.manifest;
        let signs = |address: Address| self.after.policy.iter().any(|signer| signer.address == address);
        let there = before.policy.iter().filter(|signer| signs(signer.address)).count() as u64;
        Agreement { there, needed: before.successors(), signers: before.policy.len() }
    }
}

fn by_address(manifest: &Manifest) -> BTreeMap<Address, Live<'_>> {
    manifest.live().map(|it| (it.address, it)).collect()
}

/// Whether a contract stands before the later ceremony as the earlier one left it.
fn stands_as_left(old: &ContractEntry, new: &ContractEntry) -> bool {
    match (old, new) {
        (ContractEntry::Safe(old), ContractEntry::Safe(new)) => {
            let of = |it: &SafeStanding| (it.owners.clone(), it.threshold);
            let before = new.before.as_ref().or(new.present.as_ref());
            let created = (old.owners.clone(), old.threshold);
            old.present.as_ref().map_or(created.clone(), of) == before.map_or(created, of)
        }
        (ContractEntry::Split(old), ContractEntry::Split(new)) => {
            let of =
                |it: &SplitStanding| (it.owner, it.recipients.clone(), it.allocations.clone(), it.incentive);
            let created = (old.owner, old.recipients.clone(), old.allocations.clone(), old.incentive);
            let before = new.before.as_deref().or(new.present.as_deref());
            old.present.as_deref().map_or(created.clone(), of) == before.map_or(created, of)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manifest::{ExternalEntry, ManifestAddress};
    use crate::plan;

    const MANIFEST: &[u8] =
        include_bytes!("../../manifests/rehearsal-bonded-validator-1/public/manifest.json");
    const PLAN: &[u8] = include_bytes!("../../ceremonies/bonded-validator.toml");

    fn before() -> Previous {
        Previous::new(MANIFEST).unwrap()
    }

    /// The same again, one later, as no plan would have it.
    fn after(change: impl FnOnce(&mut Manifest)) -> Manifest {
        let mut manifest = before().manifest;
        manifest.ceremony.sequence += 1;
        manifest.ceremony.previous = before().digest.to_string();
        change(&mut manifest);
        manifest
    }

    #[track_caller]
    fn kept(change: impl FnOnce(&mut Manifest)) -> Vec<Rule> {
        kept_after(|_| {}, change)
    }

    fn kept_after(first: impl FnOnce(&mut Manifest), change: impl FnOnce(&mut Manifest)) -> Vec<Rule> {
        let (mut before, after) = (before(), after(change));
        first(&mut before.manifest);
        let plan = plan::read(PLAN, "plan.toml").into_plan().unwrap();
        let passage = Passage { before: &before, after: &after, plan: &plan };
        passage.kept().into_iter().map(|it| it.rule).collect()
    }

    /// Keys and contracts never have one address; whoever says so of a signed manifest still says too much.
    #[test]
    fn a_kind_may_give_something_up_or_tell_more_and_nothing_else() {
        let moved = |address: Address| ExternalEntry {
            address: address.to_string(),
            label: "Moved".to_owned(),
            name: "moved".to_owned(),
        };
        assert_eq!(kept(|_| {}), []);
        let to_external = |it: &mut Manifest| {
            let contract = it.contracts.remove(0);
            it.externals.push(moved(contract.address()));
        };
        assert_eq!(kept(to_external), [Rule::Dissolved]);
        let to_key = |it: &mut Manifest| {
            let contract = it.contracts.remove(0);
            let row = it.addresses[0].clone();
            it.addresses.push(ManifestAddress { address: contract.address(), ..row });
        };
        assert_eq!(kept(to_key), [Rule::Dissolved]);
        let outside = "0x00000000219ab540356cBB839Cbe05303d7705Fa";
        let has_outside = |it: &mut Manifest| it.externals[0].address = outside.to_owned();
        let claimed = |it: &mut Manifest| {
            let row = it.addresses[0].clone();
            it.addresses.push(ManifestAddress { address: outside.parse().unwrap(), ..row });
        };
        assert_eq!(kept_after(has_outside, claimed), [Rule::Claimed]);
        let given_up = |it: &mut Manifest| {
            let row = it.addresses.remove(0);
            it.externals.push(moved(row.address));
        };
        assert_eq!(kept(given_up), []);
        let gone = |it: &mut Manifest| drop(it.addresses.remove(0));
        assert_eq!(kept(gone), [Rule::Vanished]);
    }

    #[test]
    fn each_word_of_the_heading_that_must_agree_is_compared() {
        let broken = |change: fn(&mut Heading)| {
            let mut heading = after(|_| {}).ceremony;
            change(&mut heading);
            place(&before(), &heading).into_iter().map(|it| it.rule).collect::<Vec<_>>()
        };
        assert_eq!(broken(|it| it.id = "other".to_owned()), []);
        assert_eq!(broken(|it| it.sequence = 1), [Rule::Sequence]);
        assert_eq!(broken(|it| it.previous = "none".to_owned()), [Rule::Named]);
        assert_eq!(broken(|it| it.organisation.push('s')), [Rule::History]);
        assert_eq!(broken(|it| it.chain_id = 10), [Rule::History]);
        assert_eq!(broken(|it| it.rehearsal = false), [Rule::Mixed]);
        assert_eq!(broken(|it| it.testnet = true), [Rule::Mixed]);
    }
}
