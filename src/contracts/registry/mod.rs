//! The registry of known deployments: which contracts of a version stand where, from reviewed data files.

mod safe_set;
mod split_set;

use alloy::primitives::B256;
use serde::{Deserialize, Serialize};

use super::{CHAINS, Chain, encoding};
use crate::keys::Address;
use crate::text::Problem;

pub use safe_set::DeploymentSet;
pub(super) use safe_set::{SafeSet, safe, safe_of_factory, ui_to_l2_setup};
pub(super) use split_set::{MainSet, SplitSet, main, obol, split, split_of_factory};

use safe_set::SAFE;

/// A contract that must be on the chain before anything is sent.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Deployed {
    /// Its name and version, as its source calls it.
    pub name: String,
    /// Where it stands.
    pub address: Address,
    /// keccak256 of its runtime code, where a source gives it.
    #[serde(default, deserialize_with = "encoding::parsed_option", serialize_with = "encoding::hash_option")]
    pub code_hash: Option<B256>,
    /// keccak256 of what its deployer was given, where the address follows from it.
    #[serde(default, deserialize_with = "encoding::parsed_option", skip_serializing)]
    pub init_code_hash: Option<B256>,
}

impl Deployed {
    /// A contract of the caller's choice, of which the registry knows nothing but its place.
    pub(super) fn unknown(name: &str, address: Address) -> Self {
        Self { name: name.to_owned(), address, code_hash: None, init_code_hash: None }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table<Set> {
    deployment: Vec<Set>,
}

/// Why no deployment is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// No deployment of this version is known anywhere; holds the versions that are known.
    Version(Vec<&'static str>),
    /// The version is known, and has no such set of addresses.
    Set(DeploymentSet),
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
            Self::Set(set) => Problem::unusable("contract-set").with("version", version).with("set", set),
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
    safes.chain(split_set::wrong_figures()).collect()
}

fn wrong<const N: usize>(figures: [(&'static str, bool); N]) -> Vec<String> {
    figures.into_iter().filter(|(_, right)| !right).map(|(figure, _)| figure.to_owned()).collect()
}

/// The name of a contract that the registry knows, whatever the chain: to stand beside its address.
pub fn known_name(address: Address) -> Option<&'static str> {
    SAFE.iter()
        .flat_map(SafeSet::contracts)
        .chain(split_set::contracts())
        .find(|contract| contract.address == address)
        .map(|contract| contract.name.as_str())
}

/// Whether the registry has this contract on this chain, of whatever version.
pub(super) fn stands_on(address: Address, chain_id: u64) -> bool {
    safe_set::stands(address, None, chain_id) || split_set::stands(address, chain_id)
}

/// Whether the registry has this contract for Safes of a version on this chain.
pub(super) fn belongs_to_safe(address: Address, version: &str, chain_id: u64) -> bool {
    safe_set::stands(address, Some(version), chain_id)
}

/// An address, with the name of a contract that the registry knows behind it.
pub fn named(address: Address) -> String {
    match known_name(address) {
        Some(name) => format!("{address} ({name})"),
        None => address.to_string(),
    }
}

/// The one contract that a Safe of this version may run by delegatecall to make several calls of one: the canonical
/// MultiSendCallOnly. None where that version is not known on that chain.
pub fn multi_send_call_only(version: &str, chain_id: u64) -> Option<Address> {
    multi_send_call_only_of(version, DeploymentSet::Canonical, chain_id)
}

/// As [`multi_send_call_only`], for a Safe of another set of addresses.
pub fn multi_send_call_only_of(version: &str, set: DeploymentSet, chain_id: u64) -> Option<Address> {
    safe(version, set, chain_id).ok().map(|set| set.multi_send_call_only.address)
}

#[cfg(test)]
mod tests {
    use alloy::primitives::address;

    use super::*;
    use crate::contracts::{Kind, safe as safe_room, split as split_room};

    #[test]
    fn every_figure_that_follows_from_others_does() {
        assert_eq!(self_check(), Vec::<String>::new());
    }

    #[test]
    fn every_chain_of_a_row_is_one_we_know() {
        for id in SAFE.iter().flat_map(|set| set.chains.clone()).chain(split_set::chains()) {
            assert!(Chain::by_id(id).is_some(), "{id}");
        }
    }

    #[test]
    fn what_is_deployed_is_deployed_on_all_eight_chains_and_nowhere_else() {
        for chain in CHAINS {
            for version in ["1.3.0", "1.4.1"] {
                assert!(safe_room::is_deployed(version, chain.id), "{version} {}", chain.name);
            }
            assert_eq!(safe_room::is_deployed("1.5.0", chain.id), chain.id != 17_000, "{}", chain.name);
            assert!(safe("1.3.0", DeploymentSet::Eip155, chain.id).is_ok());
            assert!(split_room::is_deployed("1", Kind::Pull, chain.id), "{}", chain.name);
            for version in ["2.0", "2.1", "2.2"] {
                for kind in [Kind::Push, Kind::Pull] {
                    assert!(split_room::is_deployed(version, kind, chain.id), "{}", chain.name);
                }
            }
        }
        for chain_id in [137, 324] {
            assert!(!safe_room::is_deployed("1.4.1", chain_id));
            assert!(!split_room::is_deployed("1", Kind::Pull, chain_id));
            assert!(!split_room::is_deployed("2.2", Kind::Push, chain_id));
        }
    }

    #[test]
    fn what_is_unknown_says_why() {
        let canonical = DeploymentSet::Canonical;
        assert_eq!(
            safe("1.1.1", canonical, 1).unwrap_err(),
            Unknown::Version(vec!["1.3.0", "1.4.1", "1.5.0"])
        );
        assert_eq!(safe("1.4.1", DeploymentSet::Eip155, 1).unwrap_err(), Unknown::Set(DeploymentSet::Eip155));
        assert_eq!(safe("1.4.1", canonical, 137).unwrap_err(), Unknown::Chain);
        assert_eq!(safe("1.4.1", canonical, 324).unwrap_err(), Unknown::ZkChain("zkSync Era"));
        let holesky = Chain::by_id(17_000).unwrap();
        assert_eq!(safe("1.5.0", canonical, 17_000).unwrap_err(), Unknown::Deployment(holesky));
        assert_eq!(split("3", Kind::Pull, 1).unwrap_err(), Unknown::Version(vec!["1", "2.0", "2.1", "2.2"]));
    }

    #[test]
    fn a_known_contract_has_a_name() {
        for (contract, name) in [
            (address!("0xBD89A1CE4DDe368FFAB0eC35506eEcE0b1fFdc54"), "SafeToL2Setup 1.4.1"),
            (address!("0xA1dabEF33b3B82c7814B6D82A79e50F4AC44102B"), "MultiSendCallOnly 1.3.0 (eip155)"),
            (address!("0x85a8ca358D388530ad0fB95D0cb89Dd44Fc242c3"), "ExtensibleFallbackHandler 1.5.0"),
            (address!("0xc05ae267291705ac16F75283572294ed2a91CBc7"), "SplitMain"),
            (address!("0x2c26B5A373294CaccBd3DE817D9B7C6aea7De584"), "ObolValidatorManagerFactory"),
        ] {
            assert_eq!(known_name(contract.into()), Some(name));
        }
        assert_eq!(known_name(Address::ZERO), None);
    }

    #[test]
    fn multi_send_call_only_is_that_of_the_version_and_set() {
        let of = |version| multi_send_call_only(version, 560_048).map(|address| address.to_string());
        assert_eq!(of("1.3.0").as_deref(), Some("0x40A2aCCbd92BCA938b02010E17A5b8929b49130D"));
        assert_eq!(of("1.4.1").as_deref(), Some("0x9641d764fc13c8B624c04430C7356C1C7C8102e2"));
        assert_eq!(of("1.5.0").as_deref(), Some("0xA83c336B20401Af773B6219BA5027174338D1836"));
        assert_eq!(multi_send_call_only("1.5.0", 17_000), None);
        assert_eq!(
            multi_send_call_only_of("1.3.0", DeploymentSet::Eip155, 1).map(known_name),
            Some(Some("MultiSendCallOnly 1.3.0 (eip155)"))
        );
    }
}
