//! The file by which predicted Safes appear in Safe{Wallet} before they stand: with “Activate”, which sends the same
//! calldata as ours. Safe{Wallet} imports it under Settings, Data (version 3.0 of its own export; read in its source,
//! apps/web, useGlobalImportFileParser.ts and the slice of undeployed Safes). Importing replaces its address book, added
//! Safes and undeployed Safes; what the file leaves out (settings, apps, visited Safes) stays.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Method, SafeDeployment};
use crate::contracts::registry::safe_of_factory;
use crate::contracts::{DeploymentSet, encoding};
use crate::keys::Address;
use crate::text::Problem;

/// A Safe with the name that Safe{Wallet} shows for it.
#[derive(Clone, Copy, Debug)]
pub struct WalletSafe<'a> {
    /// The Safe on one chain.
    pub deployment: &'a SafeDeployment,
    /// Its name; not only spaces.
    pub label: &'a str,
}

/// Why a Safe cannot stand in such a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WalletFileError {
    /// Activation is known to send the same calldata for 1.4.1 only; holds the version.
    Version(String),
    /// Safe{Wallet} activates by createProxyWithNonce only.
    Method(Method),
    /// A singleton that is not the version's: Safe{Wallet} knows no other.
    Singleton(Address),
    /// A Safe without a name would be dropped from the address book.
    NoLabel(Address),
    /// A Safe stands twice on a chain.
    Twice(Address, u64),
}

impl From<WalletFileError> for Problem {
    fn from(error: WalletFileError) -> Self {
        match error {
            WalletFileError::Version(version) => {
                Self::unusable("wallet-file-version").with("version", version)
            }
            WalletFileError::Method(method) => Self::unusable("wallet-file-method").with("method", method),
            WalletFileError::Singleton(singleton) => {
                Self::unusable("wallet-file-singleton").with("singleton", singleton)
            }
            WalletFileError::NoLabel(safe) => Self::unusable("wallet-file-label").with("safe", safe),
            WalletFileError::Twice(safe, chain) => {
                Self::unusable("wallet-file-twice").with("safe", safe).with("chain", chain)
            }
        }
    }
}

/// Something for each Safe of each chain, in a fixed order.
type Slice<T> = BTreeMap<u64, BTreeMap<String, T>>;

#[derive(Serialize)]
struct File {
    version: &'static str,
    data: Data,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Data {
    address_book: Slice<String>,
    added_safes: Slice<Added>,
    undeployed_safes: Slice<Undeployed>,
}

#[derive(Serialize)]
struct Added {
    owners: Vec<Owner>,
    threshold: u32,
}

#[derive(Serialize)]
struct Owner {
    value: Address,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Undeployed {
    props: Props,
    status: Status,
    is_creator: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Props {
    factory_address: Address,
    master_copy: Address,
    safe_account_config: Config,
    salt_nonce: String,
    safe_version: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Config {
    owners: Vec<Address>,
    threshold: u32,
    to: Address,
    #[serde(serialize_with = "encoding::bytes")]
    data: alloy::primitives::Bytes,
    fallback_handler: Address,
    payment_receiver: Address,
}

#[derive(Serialize)]
struct Status {
    status: &'static str,
    r#type: &'static str,
}

/// The file's bytes, JSON with a line break at its end. Equal Safes in any order give equal bytes.
///
/// # Errors
/// When Safe{Wallet} could not show one of them or would send something else for it.
pub fn wallet_file(safes: &[WalletSafe]) -> Result<Vec<u8>, WalletFileError> {
    let mut data = Data::default();
    for safe in safes {
        check(safe)?;
        let it = safe.deployment;
        let key = it.address.to_string();
        let twice = data.undeployed_safes.entry(it.chain_id).or_default().insert(key.clone(), undeployed(it));
        if twice.is_some() {
            return Err(WalletFileError::Twice(it.address, it.chain_id));
        }
        let owners = it.owners.iter().map(|owner| Owner { value: *owner }).collect();
        let added = Added { owners, threshold: it.threshold };
        data.added_safes.entry(it.chain_id).or_default().insert(key.clone(), added);
        data.address_book.entry(it.chain_id).or_default().insert(key, safe.label.to_owned());
    }
    let file = File { version: "3.0", data };
    let mut bytes = serde_json::to_vec_pretty(&file).expect("strings, numbers and maps only: always JSON");
    bytes.push(b'\n');
    Ok(bytes)
}

fn check(safe: &WalletSafe) -> Result<(), WalletFileError> {
    let it = safe.deployment;
    if it.version != "1.4.1" || it.deployment != DeploymentSet::Canonical {
        return Err(WalletFileError::Version(it.version.clone()));
    }
    if it.method != Method::CreateProxyWithNonce {
        return Err(WalletFileError::Method(it.method));
    }
    let own = safe_of_factory(it.factory)
        .is_some_and(|set| [set.singleton_l1.address, set.singleton_l2.address].contains(&it.singleton));
    if !own {
        return Err(WalletFileError::Singleton(it.singleton));
    }
    if safe.label.trim().is_empty() { Err(WalletFileError::NoLabel(it.address)) } else { Ok(()) }
}

fn undeployed(it: &SafeDeployment) -> Undeployed {
    Undeployed {
        props: Props {
            factory_address: it.factory,
            master_copy: it.singleton,
            safe_account_config: Config {
                owners: it.owners.clone(),
                threshold: it.threshold,
                to: it.setup_to,
                data: it.setup_data.clone(),
                fallback_handler: it.fallback_handler,
                payment_receiver: it.payment_receiver,
            },
            salt_nonce: it.salt_nonce.to_string(),
            safe_version: it.version.clone(),
        },
        status: Status { status: "AWAITING_EXECUTION", r#type: "PayLater" },
        is_creator: true,
    }
}

#[cfg(test)]
mod tests {
    use alloy::primitives::U256;
    use alloy::sol_types::SolCall;
    use serde_json::{Value, json};

    use super::super::tests::parameters;
    use super::super::{Preset, SafeParameters, Singleton};
    use super::*;
    use crate::contracts::abi::{createProxyWithNonceCall, setupCall};

    fn safe(last: u8) -> SafeParameters {
        SafeParameters {
            salt_nonce: U256::from(last),
            ..parameters(&[Address::from_bytes([last; 20]), Address::from_bytes([9; 20])], 2)
        }
    }

    fn read(bytes: &[u8]) -> Value {
        serde_json::from_slice(bytes).unwrap()
    }

    /// The calldata that Safe{Wallet} makes of an entry: its own fields, payment and token always zero.
    fn activated(entry: &Value) -> Vec<u8> {
        let props = &entry["props"];
        let config = &props["safeAccountConfig"];
        let address = |value: &Value| value.as_str().unwrap().parse::<Address>().unwrap().to_alloy();
        let setup = setupCall {
            _owners: config["owners"].as_array().unwrap().iter().map(address).collect(),
            _threshold: U256::from(config["threshold"].as_u64().unwrap()),
            to: address(&config["to"]),
            data: config["data"].as_str().unwrap().parse().unwrap(),
            fallbackHandler: address(&config["fallbackHandler"]),
            paymentToken: Address::ZERO.to_alloy(),
            payment: U256::ZERO,
            paymentReceiver: address(&config["paymentReceiver"]),
        };
        createProxyWithNonceCall {
            _singleton: address(&props["masterCopy"]),
            initializer: setup.abi_encode().into(),
            saltNonce: props["saltNonce"].as_str().unwrap().parse().unwrap(),
        }
        .abi_encode()
    }

    #[test]
    fn activation_sends_the_same_calldata() {
        for preset in [Preset::Ui, Preset::Plain] {
            let made = SafeParameters { preset, salt_nonce: U256::MAX, ..safe(3) }.deployment().unwrap();
            let file = read(&wallet_file(&[WalletSafe { deployment: &made, label: "Treasury" }]).unwrap());
            let entry = &file["data"]["undeployedSafes"]["560048"][made.address.to_string()];
            assert_eq!(activated(entry), made.tx.data.to_vec());
            assert_eq!(entry["props"]["factoryAddress"], made.tx.to.to_string());
            assert_eq!(entry["status"], json!({ "status": "AWAITING_EXECUTION", "type": "PayLater" }));
        }
    }

    #[test]
    fn every_safe_stands_in_three_slices_and_nothing_else_is_replaced() {
        let one = safe(3).deployment().unwrap();
        let two = SafeParameters { chain_id: 1, ..safe(4) }.deployment().unwrap();
        let (a, b) =
            (WalletSafe { deployment: &one, label: "A" }, WalletSafe { deployment: &two, label: "B" });
        let bytes = wallet_file(&[a, b]).unwrap();
        assert_eq!(bytes, wallet_file(&[b, a]).unwrap());
        let file = read(&bytes);
        assert_eq!(file["version"], "3.0");
        let slices: Vec<_> = file["data"].as_object().unwrap().keys().collect();
        assert_eq!(slices, ["addedSafes", "addressBook", "undeployedSafes"]);
        assert_eq!(file["data"]["addressBook"]["1"], json!({ two.address.to_string(): "B" }));
        let added = &file["data"]["addedSafes"]["560048"][one.address.to_string()];
        assert_eq!(added["threshold"], 2);
        assert_eq!(added["owners"][1], json!({ "value": one.owners[1] }));
    }

    #[test]
    fn what_safe_wallet_cannot_express_is_refused() {
        let refused = |parameters: SafeParameters| {
            let made = parameters.deployment().unwrap();
            wallet_file(&[WalletSafe { deployment: &made, label: "A" }]).unwrap_err()
        };
        let plain = SafeParameters { preset: Preset::Plain, ..safe(3) };
        for version in ["1.3.0", "1.5.0"] {
            let other = SafeParameters { version: version.to_owned(), ..safe(3) };
            assert_eq!(refused(other), WalletFileError::Version(version.to_owned()));
        }
        let method = Method::CreateChainSpecificProxyWithNonce;
        assert_eq!(refused(SafeParameters { method, ..plain.clone() }), WalletFileError::Method(method));
        let own = Address::from_bytes([7; 20]);
        assert_eq!(
            refused(SafeParameters { singleton: Singleton::Own(own), ..plain }),
            WalletFileError::Singleton(own)
        );
        let made = safe(3).deployment().unwrap();
        let (named, unnamed) =
            (WalletSafe { deployment: &made, label: "A" }, WalletSafe { deployment: &made, label: " " });
        assert_eq!(wallet_file(&[unnamed]), Err(WalletFileError::NoLabel(made.address)));
        assert_eq!(wallet_file(&[named, named]), Err(WalletFileError::Twice(made.address, 560_048)));
    }
}
