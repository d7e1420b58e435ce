//! Where a plan's roles stand, for plans of a hundred thousand of them.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, OnceLock};

use super::{Role, WalletId};

/// Positions of roles, found when first asked for. It follows from the roles, so every two are equal.
#[derive(Clone, Default)]
pub struct Index {
    names: OnceLock<Names>,
    wallets: OnceLock<BTreeMap<WalletId, Vec<u32>>>,
}

/// The first role with each name, by the name's hash. Two names with one hash are told apart by looking at all.
#[derive(Clone, Default)]
struct Names {
    hasher: RandomState,
    first: HashMap<u64, u32>,
}

impl Index {
    /// The place of the first of these roles with this name.
    pub fn place(&self, roles: &[Arc<Role>], name: &str) -> Option<usize> {
        let names = self.names.get_or_init(|| Names::of(roles));
        let at = *names.first.get(&names.hasher.hash_one(name))? as usize;
        let is = |role: &Arc<Role>| role.name == name;
        if roles.get(at).is_some_and(is) { Some(at) } else { roles.iter().position(is) }
    }

    /// The places of a wallet's roles, in their order.
    pub fn of_wallet<'r>(
        &'r self,
        roles: &'r [Arc<Role>],
        wallet: &WalletId,
    ) -> impl Iterator<Item = usize> + use<'r> {
        let wallets = self.wallets.get_or_init(|| by_wallet(roles));
        let places: &[u32] = wallets.get(wallet).map_or(&[], Vec::as_slice);
        places.iter().map(|&at| at as usize)
    }
}

impl Names {
    fn of(roles: &[Arc<Role>]) -> Self {
        let mut names = Self { first: HashMap::with_capacity(roles.len()), ..Self::default() };
        for (at, role) in (0..).zip(roles) {
            names.first.entry(names.hasher.hash_one(role.name.as_str())).or_insert(at);
        }
        names
    }
}

/// Roles of one wallet mostly stand together.
fn by_wallet(roles: &[Arc<Role>]) -> BTreeMap<WalletId, Vec<u32>> {
    let mut wallets: BTreeMap<WalletId, Vec<u32>> = BTreeMap::new();
    let mut at = 0;
    for run in roles.chunk_by(|one, next| one.wallet == next.wallet) {
        let places = (at..).take(run.len());
        match wallets.get_mut(&run[0].wallet) {
            Some(known) => known.extend(places),
            None => drop(wallets.insert(run[0].wallet.clone(), places.collect())),
        }
        at += run.len() as u32;
    }
    wallets
}

impl PartialEq for Index {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Index {}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Index")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::keys::AddressPath;

    fn role(name: u8, wallet: u8) -> Role {
        Role {
            name: format!("role-{name}").into(),
            label: "".into(),
            wallet: WalletId::new("alice", &format!("W{wallet}")),
            path: AddressPath::new(0, 0, 0).unwrap(),
            address: None,
            confirmed: None,
        }
    }

    proptest! {
        #[test]
        fn it_finds_what_looking_at_all_finds(roles in prop::collection::vec((0..20_u8, 0..4_u8), 0..40)) {
            let roles: Vec<_> = roles.into_iter().map(|(name, wallet)| Arc::new(role(name, wallet))).collect();
            let index = Index::default();
            for n in 0..21 {
                let name = format!("role-{n}");
                let found = index.place(&roles, &name);
                prop_assert_eq!(found, roles.iter().position(|role| role.name == name));
                let wallet = role(0, n).wallet;
                let found: Vec<_> = index.of_wallet(&roles, &wallet).map(|at| &roles[at]).collect();
                prop_assert_eq!(found, roles.iter().filter(|role| role.wallet == wallet).collect::<Vec<_>>());
            }
        }
    }
}
