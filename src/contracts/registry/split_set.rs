//! The factories of 0xSplits, and those of Obol.

use std::sync::LazyLock;

use alloy::primitives::{B256, keccak256};
use serde::Deserialize;

use super::{Deployed, Unknown, find, wrong};
use crate::contracts::{Kind, encoding, split};
use crate::keys::Address;

/// A split factory of version 2 with its implementation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::contracts) struct SplitSet {
    /// As the contracts name it: `2.2`.
    pub(in crate::contracts) version: String,
    pub(in crate::contracts) kind: Kind,
    pub(super) chains: Vec<u64>,
    #[serde(deserialize_with = "encoding::parsed")]
    pub(in crate::contracts) init_code_hash: B256,
    pub(in crate::contracts) factory: Deployed,
    pub(in crate::contracts) implementation: Deployed,
    pub(in crate::contracts) warehouse: Deployed,
}

/// The one contract of version 1: factory and warehouse in one, with the code that its splits run.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::contracts) struct MainSet {
    pub(super) chains: Vec<u64>,
    #[serde(deserialize_with = "encoding::parsed")]
    pub(in crate::contracts) init_code_hash: B256,
    pub(in crate::contracts) main: Deployed,
    pub(in crate::contracts) wallet: Deployed,
}

/// A factory whose contracts stand at addresses that cannot be predicted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::contracts) struct ObolFactory {
    /// What we call its contracts: `obol-ovm`.
    pub(in crate::contracts) version: String,
    pub(super) chain: u64,
    pub(in crate::contracts) factory: Deployed,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Splits {
    deployment: Vec<SplitSet>,
    main: Vec<MainSet>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Obol {
    factory: Vec<ObolFactory>,
}

static SPLITS: LazyLock<Splits> = LazyLock::new(|| {
    toml::from_str(include_str!("../data/splits.toml")).expect("the file built in is read by a test below")
});

static OBOL: LazyLock<Obol> = LazyLock::new(|| {
    toml::from_str(include_str!("../data/obol.toml")).expect("the file built in is read by a test below")
});

/// Every version of a split that we know, in their order.
pub(super) fn split_versions() -> Vec<&'static str> {
    let mut versions = vec!["1"];
    versions.extend(SPLITS.deployment.iter().map(|set| set.version.as_str()));
    versions.dedup();
    versions
}

/// The factory of a version 2 and kind on a chain.
pub(in crate::contracts) fn split(
    version: &str,
    kind: Kind,
    chain_id: u64,
) -> Result<&'static SplitSet, Unknown> {
    let wanted = |set: &SplitSet| set.version == version && set.kind == kind;
    find(&SPLITS.deployment, chain_id, |set| (&set.version, &set.chains), wanted).map_err(|why| match why {
        Unknown::Version(_) => Unknown::Version(split_versions()),
        other => other,
    })
}

/// SplitMain on a chain.
pub(in crate::contracts) fn main(chain_id: u64) -> Result<&'static MainSet, Unknown> {
    find(&SPLITS.main, chain_id, |set| ("1", &set.chains), |_| true)
}

/// The set that a factory belongs to, wherever it stands.
pub(in crate::contracts) fn split_of_factory(factory: Address) -> Option<&'static SplitSet> {
    SPLITS.deployment.iter().find(|set| set.factory.address == factory)
}

/// Obol's factory of such contracts on a chain.
pub(in crate::contracts) fn obol(version: &str, chain_id: u64) -> Result<&'static ObolFactory, Unknown> {
    find(
        &OBOL.factory,
        chain_id,
        |it| (&it.version, std::slice::from_ref(&it.chain)),
        |it| it.version == version,
    )
}

/// Every contract of 0xSplits and Obol.
pub(super) fn contracts() -> impl Iterator<Item = &'static Deployed> {
    let second = SPLITS.deployment.iter().flat_map(|set| [&set.factory, &set.implementation, &set.warehouse]);
    let first = SPLITS.main.iter().flat_map(|set| [&set.main, &set.wallet]);
    second.chain(first).chain(OBOL.factory.iter().map(|it| &it.factory))
}

/// Whether a contract of 0xSplits or Obol is registered at this address on a chain.
pub(super) fn stands(address: Address, chain_id: u64) -> bool {
    let at = |it: &Deployed| it.address == address;
    let second = SPLITS.deployment.iter().filter(|set| set.chains.contains(&chain_id));
    let first = SPLITS.main.iter().filter(|set| set.chains.contains(&chain_id));
    let obol = OBOL.factory.iter().filter(|it| it.chain == chain_id);
    second.flat_map(|set| [&set.factory, &set.implementation, &set.warehouse]).any(at)
        || first.flat_map(|set| [&set.main, &set.wallet]).any(at)
        || obol.map(|it| &it.factory).any(at)
}

/// Every chain that a row names.
#[cfg(test)]
pub(super) fn chains() -> impl Iterator<Item = u64> {
    let second = SPLITS.deployment.iter().flat_map(|set| set.chains.clone());
    let first = SPLITS.main.iter().flat_map(|set| set.chains.clone());
    second.chain(first).chain(OBOL.factory.iter().map(|it| it.chain))
}

/// What does not follow from the other figures, with the contract it is about.
pub(super) fn wrong_figures() -> Vec<String> {
    SPLITS.wrong_figures()
}

impl Splits {
    fn wrong_figures(&self) -> Vec<String> {
        let named = |name: &str, figures: Vec<String>| -> Vec<String> {
            figures.into_iter().map(|figure| format!("{name}: {figure}")).collect()
        };
        let second = self.deployment.iter().flat_map(|set| named(&set.factory.name, set.wrong_figures()));
        let first = self
            .main
            .iter()
            .flat_map(|set| named(&format!("{} on {:?}", set.main.name, set.chains), set.wrong_figures()));
        second.chain(first).collect()
    }
}

impl SplitSet {
    fn wrong_figures(&self) -> Vec<String> {
        let init_code_hash = split::init_code_hash(self.implementation.address);
        wrong([
            ("implementation", first_contract_of(self.factory.address) == self.implementation.address),
            ("init_code_hash", init_code_hash == self.init_code_hash),
        ])
    }
}

impl MainSet {
    fn wrong_figures(&self) -> Vec<String> {
        let init_code_hash = split::init_code_hash_v1(self.wallet.address);
        wrong([
            ("wallet", first_contract_of(self.main.address) == self.wallet.address),
            ("init_code_hash", init_code_hash == self.init_code_hash),
        ])
    }
}

/// CREATE with nonce 1: the last 20 bytes of keccak256 of the RLP list of creator and nonce.
fn first_contract_of(creator: Address) -> Address {
    let hash = keccak256([&[0xd6, 0x94][..], creator.as_bytes(), &[1]].concat());
    let mut address = [0; 20];
    address.copy_from_slice(&hash[12..]);
    Address::from_bytes(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(from: &str, to: &str) -> Vec<String> {
        let text = include_str!("../data/splits.toml");
        assert!(text.contains(from), "{from}");
        toml::from_str::<Splits>(&text.replacen(from, to, 1)).unwrap().wrong_figures()
    }

    #[test]
    fn a_wrong_figure_is_found() {
        for (from, to, found) in [
            (
                "0x1e2086A7e84a32482ac03000D56925F607CCB708",
                "0x98254AeDb6B2c30b70483064367f0BA24ca86244",
                &["PushSplitFactory 2.2: implementation", "PushSplitFactory 2.2: init_code_hash"][..],
            ),
            (
                "0x80f1B766817D04870f115fEBbcCADF8DBF75E017",
                "0x6B9118074aB15142d7524E8c4ea8f62A3Bdb98f1",
                &["PullSplitFactory 2.0: implementation"],
            ),
            (
                "0xc05ae267291705ac16F75283572294ed2a91CBc7",
                "0x2ed6c4B5dA6378c7897AC67Ba9e43102Feb694EE",
                &["SplitMain on [560048]: wallet"],
            ),
            (
                "0x5133d74B4bA8e0a7805a2a14BB50C9E23f50BcC9",
                "0xD94c0CE4f8eEfA4Ebf44bf6665688EdEEf213B33",
                &["SplitMain on [11155111]: wallet", "SplitMain on [11155111]: init_code_hash"],
            ),
        ] {
            assert_eq!(changed(from, to), found);
        }
    }

    #[test]
    fn every_factory_of_obol_is_read_and_known_on_its_chain_only() {
        assert_eq!(OBOL.factory.len(), 9);
        assert_eq!(obol("obol-ovm", 1).unwrap().factory.name, "ObolValidatorManagerFactory");
        assert!(obol("obol-ovm", 10).is_err());
        assert_eq!(obol("obol", 1).unwrap_err(), Unknown::Version(vec!["obol-ovm", "obol-owr", "obol-lido"]));
    }
}
