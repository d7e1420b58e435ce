//! The registry of known deployments: which contracts of a version stand where, from two reviewed data files.

use std::sync::LazyLock;

use alloy::primitives::{B256, Bytes, keccak256};
use serde::Deserialize;

use super::{CHAINS, Chain, Kind, encoding};
use crate::keys::Address;
use crate::text::Problem;

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
    /// `canonical`, or another set's name in safe-deployments.
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

impl Unknown {
    /// As a problem of a call that asked for `product` in this version on this chain.
    pub(super) fn problem(&self, product: &'static str, version: &str, chain_id: u64) -> Problem {
        let problem = match self {
            Self::Version(known) => {
                Problem::unusable("contract-version").with("version", version).with("known", known.join(", "))
            }
            Self::Chain => Problem::unusable("contract-chain")
                .with("chain", chain_id)
                .with("known", CHAINS.map(|chain| chain.id.to_string()).join(", ")),
            Self::ZkChain(name) => {
                Problem::unusable("contract-zk-chain").with("chain", chain_id).with("name", name)
            }
            Self::Deployment(chain) => Problem::unusable("contract-deployment")
                .with("version", version)
                .with("chain", chain_id)
                .with("name", chain.name),
        };
        problem.with("product", product)
    }
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

/// Recomputes every figure of the registry that follows from others; names those that do not. Empty when all is well.
pub fn self_check() -> Vec<String> {
    let safes = SAFE.iter().flat_map(|set| {
        set.wrong_figures()
            .into_iter()
            .map(move |figure| format!("Safe {} {}: {figure}", set.version, set.set))
    });
    let splits = SPLITS.iter().flat_map(|set| {
        set.wrong_figures().into_iter().map(move |figure| format!("{}: {figure}", set.factory.name))
    });
    safes.chain(splits).collect()
}

impl SafeSet {
    fn wrong_figures(&self) -> Vec<&'static str> {
        let init_code_hash = |singleton: &Deployed| super::safe::init_code_hash(self, singleton.address);
        wrong([
            (
                "proxy_creation_code_hash",
                keccak256(&self.proxy_creation_code) == self.proxy_creation_code_hash,
            ),
            ("l1_init_code_hash", init_code_hash(&self.singleton_l1) == self.l1_init_code_hash),
            ("l2_init_code_hash", init_code_hash(&self.singleton_l2) == self.l2_init_code_hash),
        ])
    }
}

impl SplitSet {
    fn wrong_figures(&self) -> Vec<&'static str> {
        let init_code_hash = super::split::init_code_hash(self.implementation.address);
        wrong([
            ("implementation", first_contract_of(self.factory.address) == self.implementation.address),
            ("init_code_hash", init_code_hash == self.init_code_hash),
        ])
    }
}

fn wrong<const N: usize>(figures: [(&'static str, bool); N]) -> Vec<&'static str> {
    figures.into_iter().filter(|(_, right)| !right).map(|(figure, _)| figure).collect()
}

/// CREATE with nonce 1: the last 20 bytes of keccak256 of the RLP list of creator and nonce.
fn first_contract_of(creator: Address) -> Address {
    let hash = keccak256([&[0xd6, 0x94][..], creator.as_bytes(), &[1]].concat());
    let mut address = [0; 20];
    address.copy_from_slice(&hash[12..]);
    Address::from_bytes(address)
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
    use alloy::primitives::address;

    use super::super::{safe as safe_room, split as split_room};
    use super::*;

    #[test]
    fn every_figure_that_follows_from_others_does() {
        assert_eq!(self_check(), Vec::<String>::new());
    }

    #[test]
    fn a_wrong_figure_is_found() {
        let text = include_str!("data/safe.toml").replace("0x6080604052", "0x6080604053");
        let wrong: Table<SafeSet> = toml::from_str(&text).unwrap();
        let figures: Vec<_> = wrong.deployment.iter().flat_map(SafeSet::wrong_figures).collect();
        assert_eq!(figures, ["proxy_creation_code_hash", "l1_init_code_hash", "l2_init_code_hash"]);

        let text = include_str!("data/splits.toml").replace(
            "0x1e2086A7e84a32482ac03000D56925F607CCB708",
            "0x98254AeDb6B2c30b70483064367f0BA24ca86244",
        );
        let wrong: Table<SplitSet> = toml::from_str(&text).unwrap();
        assert_eq!(wrong.deployment[0].wrong_figures(), ["implementation", "init_code_hash"]);
        assert_eq!(wrong.deployment[1].wrong_figures(), Vec::<&str>::new());
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
