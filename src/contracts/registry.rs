//! The registry of known deployments: which contracts of a version stand where, from two reviewed data files.

use std::sync::LazyLock;

use alloy::primitives::{B256, Bytes};
use serde::Deserialize;

use super::{Chain, Kind, encoding};
use crate::keys::Address;

/// A contract that must be on the chain before anything is sent.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deployed {
    /// Its name and version, as its source calls it.
    pub name: String,
    /// Where it stands.
    pub address: Address,
    /// keccak256 of its runtime code, where a source gives it.
    #[serde(default, deserialize_with = "encoding::parsed_option")]
    pub code_hash: Option<B256>,
}

/// A set of Safe contracts of one version that were deployed together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SafeSet {
    /// As the contracts name it: `1.4.1`.
    pub(super) version: String,
    /// `canonical` or another set's name in safe-deployments.
    set: String,
    chains: Vec<u64>,
    /// What the factory answers to `proxyCreationCode()`.
    #[serde(deserialize_with = "encoding::parsed")]
    pub(super) proxy_creation_code: Bytes,
    #[serde(deserialize_with = "encoding::parsed")]
    proxy_creation_code_hash: B256,
    #[serde(deserialize_with = "encoding::parsed")]
    l1_init_code_hash: B256,
    #[serde(deserialize_with = "encoding::parsed")]
    l2_init_code_hash: B256,
    /// What Safe{Wallet} passes to `setup`, though nothing is paid.
    pub(super) payment_receiver: Address,
    pub(super) factory: Deployed,
    pub(super) singleton_l1: Deployed,
    pub(super) singleton_l2: Deployed,
    pub(super) fallback_handler: Deployed,
    pub(super) to_l2_setup: Deployed,
}

/// A split factory with its implementation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SplitSet {
    /// As the contracts name it: `2.2`.
    pub(super) version: String,
    pub(super) kind: Kind,
    chains: Vec<u64>,
    #[serde(deserialize_with = "encoding::parsed")]
    pub(super) init_code_hash: B256,
    pub(super) factory: Deployed,
    pub(super) implementation: Deployed,
    pub(super) warehouse: Deployed,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table<Set> {
    deployment: Vec<Set>,
}

static SAFE: LazyLock<Vec<SafeSet>> = LazyLock::new(|| {
    let table: Table<SafeSet> =
        toml::from_str(include_str!("data/safe.toml")).expect("the file built in is read by a test below");
    table.deployment
});

static SPLITS: LazyLock<Vec<SplitSet>> = LazyLock::new(|| {
    let table: Table<SplitSet> =
        toml::from_str(include_str!("data/splits.toml")).expect("the file built in is read by a test below");
    table.deployment
});

/// Why no deployment is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// No deployment of this version is known anywhere; holds the versions that are known.
    Version(Vec<&'static str>),
    /// Nothing is known of this chain.
    Chain,
    /// A chain of the ZK Stack, by name: contracts there have other addresses and another CREATE2 formula.
    ZkChain(&'static str),
    /// The chain is known and the version too, but not the one on the other.
    Deployment(Chain),
}

/// The Safe contracts of a version on a chain.
pub(super) fn safe(version: &str, chain_id: u64) -> Result<&'static SafeSet, Unknown> {
    find(&SAFE, chain_id, |set| (&set.version, &set.chains), |set| set.version == version)
}

/// The split factory of a version and kind on a chain.
pub(super) fn split(version: &str, kind: Kind, chain_id: u64) -> Result<&'static SplitSet, Unknown> {
    let wanted = |set: &SplitSet| set.version == version && set.kind == kind;
    find(&SPLITS, chain_id, |set| (&set.version, &set.chains), wanted)
}

fn find<T>(
    sets: &'static [T],
    chain_id: u64,
    facts: impl Fn(&'static T) -> (&'static str, &'static [u64]),
    wanted: impl Fn(&T) -> bool,
) -> Result<&'static T, Unknown> {
    let mut of_version = sets.iter().filter(|set| wanted(set)).peekable();
    if of_version.peek().is_none() {
        let mut versions: Vec<_> = sets.iter().map(|set| facts(set).0).collect();
        versions.dedup();
        return Err(Unknown::Version(versions));
    }
    if let Some(name) = super::chain::zk_chain(chain_id) {
        return Err(Unknown::ZkChain(name));
    }
    let chain = Chain::by_id(chain_id).ok_or(Unknown::Chain)?;
    of_version.find(|set| facts(set).1.contains(&chain_id)).ok_or(Unknown::Deployment(chain))
}

/// The name of a contract that the registry knows, whatever the chain: to stand beside its address.
pub fn known_name(address: Address) -> Option<&'static str> {
    let safes = SAFE.iter().flat_map(|set| {
        [&set.factory, &set.singleton_l1, &set.singleton_l2, &set.fallback_handler, &set.to_l2_setup]
    });
    let splits = SPLITS.iter().flat_map(|set| [&set.factory, &set.implementation, &set.warehouse]);
    safes.chain(splits).find(|known| known.address == address).map(|known| known.name.as_str())
}

#[cfg(test)]
mod tests {
    use alloy::primitives::{address, keccak256};

    use super::super::{CHAINS, safe as safe_room, split as split_room};
    use super::*;

    #[test]
    fn the_proxy_creation_code_hashes_to_what_the_data_says() {
        for set in SAFE.iter() {
            assert_eq!(keccak256(&set.proxy_creation_code), set.proxy_creation_code_hash, "{}", set.version);
            for (singleton, hash) in
                [(&set.singleton_l1, set.l1_init_code_hash), (&set.singleton_l2, set.l2_init_code_hash)]
            {
                assert_eq!(safe_room::init_code_hash(set, singleton.address), hash, "{}", singleton.name);
            }
        }
    }

    #[test]
    fn an_implementation_is_the_first_contract_of_its_factory_and_its_clone_code_hashes_right() {
        for set in SPLITS.iter() {
            // CREATE: keccak256 of the RLP list of the creator and the nonce 1, its last 20 bytes.
            let hash = keccak256([&[0xd6, 0x94][..], set.factory.address.as_bytes(), &[1]].concat());
            let first = Address::from_bytes(hash[12..].try_into().unwrap());
            assert_eq!(first, set.implementation.address, "{}", set.factory.name);
            assert_eq!(split_room::init_code_hash(first), set.init_code_hash, "{}", set.factory.name);
        }
    }

    #[test]
    fn every_chain_of_a_row_is_one_we_know() {
        let chains = SAFE.iter().flat_map(|set| &set.chains).chain(SPLITS.iter().flat_map(|set| &set.chains));
        for &id in chains {
            assert!(Chain::by_id(id).is_some(), "{id}");
        }
    }

    #[test]
    fn what_is_deployed_is_deployed_on_all_eight_chains_and_nowhere_else() {
        for chain in CHAINS {
            assert!(safe_room::is_deployed("1.4.1", chain.id), "{}", chain.name);
            for kind in [Kind::Push, Kind::Pull] {
                assert!(split_room::is_deployed("2.2", kind, chain.id), "{}", chain.name);
            }
        }
        assert!(!safe_room::is_deployed("1.4.1", 324));
        assert!(!safe_room::is_deployed("1.4.1", 137));
        assert!(!safe_room::is_deployed("1.3.0", 1));
        assert!(!split_room::is_deployed("2.0", Kind::Push, 1));
        assert!(!split_room::is_deployed("2.2", Kind::Push, 324));
    }

    #[test]
    fn what_is_unknown_says_why() {
        assert_eq!(safe("1.3.0", 1).unwrap_err(), Unknown::Version(vec!["1.4.1"]));
        assert_eq!(safe("1.4.1", 137).unwrap_err(), Unknown::Chain);
        assert_eq!(safe("1.4.1", 324).unwrap_err(), Unknown::ZkChain("zkSync Era"));
        assert_eq!(split("2.1", Kind::Pull, 1).unwrap_err(), Unknown::Version(vec!["2.2"]));
    }

    #[test]
    fn a_known_contract_has_a_name() {
        let setup = address!("0xBD89A1CE4DDe368FFAB0eC35506eEcE0b1fFdc54").into();
        assert_eq!(known_name(setup), Some("SafeToL2Setup 1.4.1"));
        assert_eq!(known_name(Address::ZERO), None);
    }
}
