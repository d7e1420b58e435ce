//! The contracts of one version of Safe that were deployed together.

use std::fmt::{self, Display};
use std::str::FromStr;
use std::sync::LazyLock;

use alloy::primitives::{B256, Bytes, keccak256};
use serde::{Deserialize, Serialize};

use super::{Deployed, Table, Unknown, find, wrong};
use crate::contracts::{encoding, safe};
use crate::keys::Address;

/// Which of several sets of addresses; the code is the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum DeploymentSet {
    /// The one that Safe{Wallet} takes wherever it is registered.
    #[default]
    Canonical,
    /// That of 1.3.0 for chains that take no transaction without EIP-155: made by the Safe Singleton Factory.
    Eip155,
}

impl Display for DeploymentSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Canonical => "canonical",
            Self::Eip155 => "eip155",
        })
    }
}

impl FromStr for DeploymentSet {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::Canonical, Self::Eip155].into_iter().find(|set| set.to_string() == text).ok_or(())
    }
}

/// A set of Safe contracts of one version that were deployed together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::contracts) struct SafeSet {
    /// As the contracts name it: `1.4.1`.
    pub(in crate::contracts) version: String,
    /// Its name in safe-deployments.
    pub(in crate::contracts) set: DeploymentSet,
    pub(super) chains: Vec<u64>,
    /// The chains where tools that are told no set take this one.
    pub(in crate::contracts) first_on: Vec<u64>,
    /// Who made every contract of it, by CREATE2 with salt zero.
    deployer: Address,
    /// What the factory answers to `proxyCreationCode()`.
    #[serde(deserialize_with = "encoding::parsed")]
    pub(in crate::contracts) proxy_creation_code: Bytes,
    #[serde(deserialize_with = "encoding::parsed")]
    proxy_creation_code_hash: B256,
    /// keccak256 of the code of every proxy that the factory makes: the singleton lies in its storage.
    #[serde(deserialize_with = "encoding::parsed")]
    pub(in crate::contracts) proxy_code_hash: B256,
    #[serde(deserialize_with = "encoding::parsed")]
    l1_init_code_hash: B256,
    #[serde(deserialize_with = "encoding::parsed")]
    l2_init_code_hash: B256,
    /// What Safe{Wallet} passes to `setup`, though nothing is paid.
    pub(in crate::contracts) payment_receiver: Address,
    pub(in crate::contracts) factory: Deployed,
    pub(in crate::contracts) singleton_l1: Deployed,
    pub(in crate::contracts) singleton_l2: Deployed,
    pub(in crate::contracts) fallback_handler: Deployed,
    /// From 1.4.1 on.
    to_l2_setup: Option<Deployed>,
    pub(super) multi_send_call_only: Deployed,
    also: Vec<Deployed>,
    listed: Vec<Deployed>,
}

pub(super) static SAFE: LazyLock<Vec<SafeSet>> = LazyLock::new(|| {
    let table: Table<SafeSet> =
        toml::from_str(include_str!("../data/safe.toml")).expect("the file built in is read by a test");
    table.deployment
});

/// The Safe contracts of a version and set on a chain.
pub(in crate::contracts) fn safe(
    version: &str,
    set: DeploymentSet,
    chain_id: u64,
) -> Result<&'static SafeSet, Unknown> {
    let sets: Vec<_> = SAFE.iter().filter(|it| it.version == version).map(|it| it.set).collect();
    if !sets.is_empty() && !sets.contains(&set) {
        return Err(Unknown::Set(set));
    }
    find(&SAFE, chain_id, |it| (&it.version, &it.chains), |it| it.version == version && it.set == set)
}

/// The set that a factory belongs to, wherever it stands.
pub(in crate::contracts) fn safe_of_factory(factory: Address) -> Option<&'static SafeSet> {
    SAFE.iter().find(|set| set.factory.address == factory)
}

/// What Safe{Wallet} calls in `setup` whatever the version, though only versions from 1.4.1 on: SafeToL2Setup 1.4.1.
pub(in crate::contracts) fn ui_to_l2_setup() -> &'static Deployed {
    SAFE.iter()
        .find(|set| set.version == "1.4.1")
        .and_then(|set| set.to_l2_setup.as_ref())
        .expect("the file built in has it: a test below reads it")
}

/// Whether a contract of Safe is registered at this address on a chain; of one version, where one is named.
pub(super) fn stands(address: Address, version: Option<&str>, chain_id: u64) -> bool {
    SAFE.iter()
        .filter(|set| set.chains.contains(&chain_id) && version.is_none_or(|version| set.version == version))
        .any(|set| set.contract(address).is_some())
}

impl SafeSet {
    /// Every contract of the set.
    pub(super) fn contracts(&self) -> impl Iterator<Item = &Deployed> {
        [&self.factory, &self.singleton_l1, &self.singleton_l2, &self.fallback_handler]
            .into_iter()
            .chain(&self.to_l2_setup)
            .chain([&self.multi_send_call_only])
            .chain(&self.also)
            .chain(&self.listed)
    }

    /// A contract of the set by its address.
    pub(in crate::contracts) fn contract(&self, address: Address) -> Option<&Deployed> {
        self.contracts().find(|it| it.address == address)
    }

    /// What does not follow from the other figures.
    pub(super) fn wrong_figures(&self) -> Vec<String> {
        let init_code_hash = |singleton: &Deployed| safe::init_code_hash(self, singleton.address);
        let mut figures = wrong([
            (
                "proxy_creation_code_hash",
                keccak256(&self.proxy_creation_code) == self.proxy_creation_code_hash,
            ),
            ("l1_init_code_hash", init_code_hash(&self.singleton_l1) == self.l1_init_code_hash),
            ("l2_init_code_hash", init_code_hash(&self.singleton_l2) == self.l2_init_code_hash),
        ]);
        let misplaced = |it: &&Deployed| {
            it.init_code_hash
                .is_some_and(|hash| Address::create2(self.deployer, [0; 32], hash.0) != it.address)
        };
        figures.extend(self.contracts().filter(misplaced).map(|it| it.name.clone()));
        figures
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(from: &str, to: &str) -> Vec<SafeSet> {
        let text = include_str!("../data/safe.toml");
        assert!(text.contains(from), "{from}");
        toml::from_str::<Table<SafeSet>>(&text.replace(from, to)).unwrap().deployment
    }

    #[test]
    fn a_wrong_figure_is_found() {
        // The L2 singleton's place holds the L1 singleton's address, as a slip of the pen would have it.
        let swapped = changed(
            "0x29fcB43b46531BcA003ddC8FCB67FFE91900C762",
            "0x41675C099F32341bf84BFc5382aF534df5C7461a",
        );
        assert_eq!(swapped[2].wrong_figures(), ["l2_init_code_hash", "SafeL2 1.4.1"]);
        // 1.3.0 and 1.4.1 differ in the metadata of the proxy's code alone.
        let mixed: Vec<_> = SAFE[0].wrong_figures();
        assert!(mixed.is_empty());
        let codes = SAFE[2].proxy_creation_code.to_string();
        let other = changed(&codes, &SAFE[0].proxy_creation_code.to_string());
        assert_eq!(
            other[2].wrong_figures(),
            ["proxy_creation_code_hash", "l1_init_code_hash", "l2_init_code_hash"]
        );
    }

    #[test]
    fn every_misplaced_contract_is_found_where_its_init_code_is_known() {
        let mut known = 0;
        for (i, set) in SAFE.iter().enumerate() {
            for it in set.contracts().filter(|it| it.init_code_hash.is_some()) {
                let address = it.address.to_string();
                let elsewhere = changed(&address, "0x5afe7A11E7000000000000000000000000000000");
                assert!(elsewhere[i].wrong_figures().contains(&it.name), "{}", it.name);
                known += 1;
            }
        }
        assert_eq!(known, 41);
    }

    #[test]
    fn the_ui_s_setup_contract_is_that_of_1_4_1() {
        assert_eq!(ui_to_l2_setup().name, "SafeToL2Setup 1.4.1");
    }

    #[test]
    fn tools_take_one_set_first_on_every_chain_that_has_a_version() {
        for set in SAFE.iter() {
            for chain in &set.chains {
                let first = SAFE.iter().filter(|it| it.version == set.version && it.first_on.contains(chain));
                assert_eq!(first.count(), 1, "{} {chain}", set.version);
            }
        }
    }
}
