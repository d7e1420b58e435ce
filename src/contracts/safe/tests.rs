use alloy::primitives::keccak256;
use proptest::prelude::*;
use serde::Deserialize;

use super::*;
use crate::text::{Catalog, Lang, Problem};

#[derive(Deserialize)]
struct Vectors {
    safes: Vec<Vector>,
}

#[derive(Deserialize)]
struct Vector {
    version: String,
    chain_id: u64,
    owners: Vec<Address>,
    threshold: u32,
    salt_nonce: String,
    initializer_hash: String,
    salt: String,
    address: Address,
}

#[derive(Deserialize)]
struct LocalVectors {
    safes: Vec<LocalVector>,
}

#[derive(Deserialize)]
struct LocalVector {
    chain_id: u64,
    owners: Vec<Address>,
    threshold: u32,
    fallback_handler: String,
    salt_nonce: String,
    address: Address,
}

fn vectors() -> Vec<Vector> {
    let vectors: Vectors =
        serde_json::from_str(include_str!("../../../tests/vectors/safe-mainnet.json")).unwrap();
    assert_eq!(vectors.safes.len(), 2);
    vectors.safes
}

fn address(last: u8) -> Address {
    let mut bytes = [0x11; 20];
    bytes[19] = last;
    Address::from_bytes(bytes)
}

pub(super) fn parameters(owners: &[Address], threshold: u32) -> SafeParameters {
    SafeParameters {
        version: "1.4.1".to_owned(),
        deployment: DeploymentSet::Canonical,
        chain_id: 560_048,
        owners: owners.to_vec(),
        threshold,
        preset: Preset::Ui,
        singleton: Singleton::Preset,
        fallback_handler: FallbackHandler::Default,
        salt_nonce: U256::ZERO,
        method: Method::CreateProxyWithNonce,
    }
}

fn refused(parameters: &SafeParameters) -> SafeError {
    parameters.deployment().unwrap_err()
}

#[test]
fn two_safes_of_mainnet_come_out() {
    for vector in vectors() {
        let deployment = SafeParameters {
            version: vector.version,
            chain_id: vector.chain_id,
            salt_nonce: vector.salt_nonce.parse().unwrap(),
            ..parameters(&vector.owners, vector.threshold)
        }
        .deployment()
        .unwrap();
        assert_eq!(deployment.address, vector.address);
        assert_eq!(deployment.salt.to_string(), vector.salt);
        assert_eq!(keccak256(&deployment.initializer).to_string(), vector.initializer_hash);
    }
}

#[test]
fn plain_safes_deployed_on_a_local_chain_come_out() {
    let vectors: LocalVectors =
        serde_json::from_str(include_str!("../../../tests/vectors/contracts-local-chain.json")).unwrap();
    assert_eq!(vectors.safes.len(), 4);
    for vector in vectors.safes {
        let deployment = SafeParameters {
            chain_id: vector.chain_id,
            preset: Preset::Plain,
            fallback_handler: match vector.fallback_handler.as_str() {
                "default" => FallbackHandler::Default,
                other => FallbackHandler::Custom(other.parse().unwrap()),
            },
            salt_nonce: vector.salt_nonce.parse().unwrap(),
            ..parameters(&vector.owners, vector.threshold)
        }
        .deployment()
        .unwrap();
        assert_eq!(deployment.address, vector.address);
    }
}

#[derive(Deserialize)]
struct VersionVectors {
    safes: Vec<VersionVector>,
}

#[derive(Deserialize)]
struct VersionVector {
    version: String,
    deployment: DeploymentSet,
    chain_id: u64,
    method: Method,
    singleton: String,
    owners: Vec<Address>,
    threshold: u32,
    salt_nonce: String,
    address: Address,
    code_hash: String,
    domain_separator: String,
}

#[test]
fn every_version_s_factory_makes_what_is_predicted() {
    let vectors: VersionVectors =
        serde_json::from_str(include_str!("../../../tests/vectors/contracts-versions.json")).unwrap();
    assert_eq!(vectors.safes.len(), 32);
    for vector in vectors.safes {
        let deployment = SafeParameters {
            version: vector.version,
            deployment: vector.deployment,
            chain_id: vector.chain_id,
            preset: Preset::Plain,
            singleton: if vector.singleton == "l1" { Singleton::L1 } else { Singleton::L2 },
            salt_nonce: vector.salt_nonce.parse().unwrap(),
            method: vector.method,
            ..parameters(&vector.owners, vector.threshold)
        }
        .deployment()
        .unwrap();
        assert_eq!(deployment.address, vector.address);
        assert_eq!(deployment.code_hash().unwrap().to_string(), vector.code_hash);
        assert_eq!(deployment.domain_separator().to_string(), vector.domain_separator);
    }
}

/// Parameters of a version, otherwise as usual.
fn of_version(version: &str) -> SafeParameters {
    SafeParameters { version: version.to_owned(), ..parameters(&[address(1)], 1) }
}

#[test]
fn the_ui_preset_is_what_the_ui_makes_of_each_version() {
    let names = |deployment: &SafeDeployment| {
        deployment.needs().into_iter().map(|need| need.name).collect::<Vec<_>>().join(", ")
    };
    let old = of_version("1.3.0").deployment().unwrap();
    assert_eq!(
        names(&old),
        "GnosisSafeProxyFactory 1.3.0, GnosisSafeL2 1.3.0, CompatibilityFallbackHandler 1.3.0"
    );
    assert_eq!(old.setup_to, Address::ZERO);
    assert_eq!(old.payment_receiver.to_string(), "0x5afe7A11E7000000000000000000000000000000");
    let new = of_version("1.5.0").deployment().unwrap();
    assert_eq!(
        names(&new),
        "SafeProxyFactory 1.5.0, Safe 1.5.0, SafeL2 1.5.0, SafeToL2Setup 1.4.1, CompatibilityFallbackHandler 1.5.0"
    );
    assert_eq!(new.singleton_after().to_string(), "0xEdd160fEBBD92E350D4D398fb636302fccd67C7e");
    let mainnet = SafeParameters { chain_id: 1, ..of_version("1.5.0") }.deployment().unwrap();
    assert_eq!((mainnet.address, mainnet.singleton_after()), (new.address, mainnet.singleton));
}

#[test]
fn the_same_address_comes_out_where_the_parameters_say_so() {
    let chains = |parameters: SafeParameters| {
        parameters.same_address_chains().unwrap().into_iter().map(|chain| chain.id).collect::<Vec<_>>()
    };
    let all = [1, 10, 100, 8453, 17_000, 42_161, 560_048, 11_155_111];
    assert_eq!(chains(of_version("1.4.1")), all);
    assert_eq!(chains(of_version("1.3.0")), all[1..]);
    assert_eq!(chains(of_version("1.5.0")), [1, 10, 100, 8453, 42_161, 560_048, 11_155_111]);
    let plain = SafeParameters { preset: Preset::Plain, ..of_version("1.4.1") };
    assert_eq!(chains(SafeParameters { singleton: Singleton::L2, ..plain.clone() }), all);
    let method = Method::CreateChainSpecificProxyWithNonce;
    assert_eq!(chains(SafeParameters { method, ..plain }), [560_048]);
}

#[test]
fn the_event_of_l2_methods_is_no_part_of_the_address() {
    let plain = SafeParameters { preset: Preset::Plain, ..of_version("1.5.0") };
    let by = |method| SafeParameters { method, ..plain.clone() }.deployment().unwrap();
    assert_eq!(by(Method::CreateProxyWithNonceL2).address, by(Method::CreateProxyWithNonce).address);
    assert_eq!(
        by(Method::CreateChainSpecificProxyWithNonceL2).address,
        by(Method::CreateChainSpecificProxyWithNonce).address
    );
    assert_ne!(by(Method::CreateProxyWithNonceL2).tx, by(Method::CreateProxyWithNonce).tx);
}

#[test]
fn choices_that_do_not_exist_are_refused() {
    let ui = of_version("1.3.0");
    let plain = SafeParameters { preset: Preset::Plain, ..of_version("1.4.1") };
    let factory = registry::safe("1.4.1", DeploymentSet::Canonical, 1).unwrap().factory.address;
    let l2: Address = "0x29fcB43b46531BcA003ddC8FCB67FFE91900C762".parse().unwrap();
    let l1: Address = "0x41675C099F32341bf84BFc5382aF534df5C7461a".parse().unwrap();
    let method = Method::CreateChainSpecificProxyWithNonce;
    for (parameters, error) in [
        (
            SafeParameters { deployment: DeploymentSet::Eip155, ..ui.clone() },
            SafeError::UiSet(DeploymentSet::Eip155),
        ),
        (SafeParameters { singleton: Singleton::L2, ..of_version("1.4.1") }, SafeError::UiSingleton(l2, l1)),
        (SafeParameters { method, ..of_version("1.4.1") }, SafeError::UiMethod(method)),
        (SafeParameters { method, ..ui }, SafeError::MethodNotIn { method, version: "1.3.0".to_owned() }),
        (
            SafeParameters { singleton: Singleton::Own(factory), ..plain.clone() },
            SafeError::SingletonUnusable { singleton: factory, name: "SafeProxyFactory 1.4.1" },
        ),
        (
            SafeParameters { singleton: Singleton::Own(Address::ZERO), ..plain.clone() },
            SafeError::SingletonUnusable { singleton: Address::ZERO, name: "address 0" },
        ),
        (
            SafeParameters { fallback_handler: FallbackHandler::Custom(Address::ZERO), ..plain.clone() },
            SafeError::HandlerUnusable { handler: Address::ZERO, name: "address 0" },
        ),
        (
            SafeParameters { fallback_handler: FallbackHandler::Custom(factory), ..plain.clone() },
            SafeError::HandlerUnusable { handler: factory, name: "SafeProxyFactory 1.4.1" },
        ),
    ] {
        assert_eq!(refused(&parameters), error);
    }
    assert!(SafeParameters { singleton: Singleton::L1, ..of_version("1.4.1") }.deployment().is_ok());
    // ExtensibleFallbackHandler 1.5.0, by its address; and a contract that nobody here knows.
    let known: Address = "0x85a8ca358D388530ad0fB95D0cb89Dd44Fc242c3".parse().unwrap();
    for handler in [known, Address::from_bytes([0x77; 20])] {
        let parameters =
            SafeParameters { fallback_handler: FallbackHandler::Custom(handler), ..plain.clone() };
        assert!(parameters.deployment().is_ok(), "{handler}");
    }
}

#[test]
fn a_transaction_that_is_no_creation_of_ours_is_not_read() {
    let made = of_version("1.4.1").deployment().unwrap();
    let read = |tx: &Transaction| SafeParameters::read(tx, 560_048);
    let elsewhere = Transaction { to: address(9), ..made.tx.clone() };
    assert_eq!(read(&elsewhere), Err(CalldataError::Factory));
    let other = Transaction { data: vec![1, 2, 3, 4].into(), ..made.tx.clone() };
    assert_eq!(read(&other), Err(CalldataError::Selector));
    // A payment receiver that no preset has.
    let mut data = made.tx.data.to_vec();
    let receiver = hex::decode("5afe7a11e7").unwrap();
    let at = data.windows(5).position(|bytes| bytes == receiver).unwrap();
    data[at] ^= 1;
    assert_eq!(read(&Transaction { data: data.into(), ..made.tx }), Err(CalldataError::Shape));
}

#[test]
fn the_ui_preset_has_one_address_on_every_chain() {
    let addresses: Vec<_> = super::super::CHAINS
        .map(|chain| SafeParameters { chain_id: chain.id, ..parameters(&[address(1)], 1) })
        .iter()
        .map(|parameters| parameters.deployment().unwrap().address)
        .collect();
    assert!(addresses.iter().all(|address| *address == addresses[0]), "{addresses:?}");
}

#[test]
fn the_plain_preset_takes_safe_on_mainnet_and_safe_l2_elsewhere() {
    let plain = SafeParameters { preset: Preset::Plain, ..parameters(&[address(1)], 1) };
    let hoodi = plain.deployment().unwrap();
    let mainnet = SafeParameters { chain_id: 1, ..plain }.deployment().unwrap();
    let names =
        |deployment: &SafeDeployment| deployment.needs().into_iter().map(|n| n.name).collect::<Vec<_>>();
    assert_eq!(
        names(&hoodi),
        ["SafeProxyFactory 1.4.1", "SafeL2 1.4.1", "CompatibilityFallbackHandler 1.4.1"]
    );
    assert_eq!(
        names(&mainnet),
        ["SafeProxyFactory 1.4.1", "Safe 1.4.1", "CompatibilityFallbackHandler 1.4.1"]
    );
    assert_ne!(hoodi.address, mainnet.address);
    for deployment in [hoodi, mainnet] {
        assert_eq!(deployment.setup_to, Address::ZERO);
        assert_eq!(deployment.payment_receiver, Address::ZERO);
        assert!(deployment.setup_data.is_empty());
    }
}

#[test]
fn another_fallback_handler_is_needed_on_chain_too_and_none_is_not() {
    let own = SafeParameters {
        fallback_handler: FallbackHandler::Custom(address(9)),
        ..parameters(&[address(1)], 1)
    };
    let needs = own.deployment().unwrap().needs();
    assert_eq!(needs.last().map(|need| (need.address, need.code_hash)), Some((address(9), None)));
    let none = SafeParameters { fallback_handler: FallbackHandler::None, ..own };
    let deployment = none.deployment().unwrap();
    assert_eq!(deployment.fallback_handler, Address::ZERO);
    assert!(deployment.needs().iter().all(|need| need.name.ends_with(" 1.4.1")));
}

#[test]
fn what_the_contract_reverts_on_is_refused_with_its_code() {
    let (a, b, c) = (address(1), address(2), address(3));
    let cases = [
        (vec![], 1, SafeError::NoOwners, "owner"),
        (vec![a, b], 0, SafeError::ThresholdZero, "GS202"),
        (vec![a, b], 3, SafeError::ThresholdAboveOwners { threshold: 3, owners: 2 }, "GS201"),
        (vec![a, Address::ZERO], 1, SafeError::OwnerZero(2), "GS203"),
        (vec![SENTINEL, a], 1, SafeError::OwnerSentinel(1), "GS203"),
        (vec![a, b, b], 2, SafeError::OwnerTwice { owner: b, adjacent: true }, "GS203"),
        (vec![b, a, c, b], 2, SafeError::OwnerTwice { owner: b, adjacent: false }, "GS204"),
    ];
    for (owners, threshold, error, said) in cases {
        let found = refused(&parameters(&owners, threshold));
        assert_eq!(found, error);
        let problem = Problem::from(found);
        assert_eq!(problem.kind().exit_status(), 2);
        for lang in [Lang::En, Lang::Ja] {
            let cause = Catalog::new(lang).say(&problem.cause());
            assert!(said == "owner" || cause.contains(said), "{cause}");
        }
    }
}

#[test]
fn a_safe_that_no_transaction_could_set_up_is_refused() {
    let owners = |count: u32| {
        let owner = |n: u32| {
            let mut bytes = [7; 20];
            bytes[..4].copy_from_slice(&n.to_be_bytes());
            Address::from_bytes(bytes)
        };
        (0..count).map(owner).collect::<Vec<_>>()
    };
    // EIP-7825; a new slot costs 22,100 gas (EIP-2929), 32 bytes of calldata at most 1,280 (EIP-7623).
    const { assert!(MOST_OWNERS * (22_100 + 1_280) < 16_777_216) };
    assert!(parameters(&owners(500), 500).deployment().is_ok());
    let error = refused(&parameters(&owners(501), 1));
    assert_eq!(error, SafeError::TooManyOwners(501));
    let state = SafeState { owners: owners(501), threshold: 1 };
    assert_eq!(state.check(address(1)), Err(error.clone()));
    for lang in [Lang::En, Lang::Ja] {
        let cause = Catalog::new(lang).say(&Problem::from(error.clone()).cause());
        assert!(cause.contains("501") && cause.contains("500"), "{cause}");
    }
}

#[test]
fn a_contract_that_can_sign_nothing_is_no_owner() {
    let set = registry::safe("1.4.1", DeploymentSet::Canonical, 1).unwrap();
    let library = [&set.factory, &set.singleton_l1, &set.singleton_l2, &set.fallback_handler];
    for contract in library {
        let error = refused(&parameters(&[address(1), contract.address], 1));
        assert_eq!(error, SafeError::OwnerIsContract { owner: contract.address, name: &contract.name });
    }
    let own = SafeParameters {
        fallback_handler: FallbackHandler::Custom(address(1)),
        ..parameters(&[address(1)], 1)
    };
    assert_eq!(refused(&own), SafeError::OwnerIsContract { owner: address(1), name: "fallbackHandler" });
    let own = SafeParameters {
        preset: Preset::Plain,
        singleton: Singleton::Own(address(1)),
        ..parameters(&[address(1)], 1)
    };
    assert_eq!(refused(&own), SafeError::OwnerIsContract { owner: address(1), name: "singleton" });
}

#[test]
fn what_is_not_known_is_refused() {
    let right = parameters(&[address(1)], 1);
    for (version, chain_id, id) in [
        ("1.1.1", 1, "contract-version"),
        ("1.5.0", 17_000, "contract-deployment"),
        ("1.4.1", 137, "contract-chain"),
        ("1.4.1", 324, "contract-zk-chain"),
    ] {
        let asked = SafeParameters { version: version.to_owned(), chain_id, ..right.clone() };
        assert_eq!(Problem::from(refused(&asked)).id(), id);
    }
    let asked = SafeParameters { deployment: DeploymentSet::Eip155, ..right };
    assert_eq!(Problem::from(refused(&asked)).id(), "contract-set");
}

#[test]
fn json_has_hex_with_prefix_and_numbers_of_the_chain_in_decimal() {
    let deployment = SafeParameters { salt_nonce: U256::MAX, ..parameters(&[address(1)], 1) }.deployment();
    let json = serde_json::to_value(deployment.unwrap()).unwrap();
    assert_eq!(
        json["salt_nonce"],
        "115792089237316195423570985008687907853269984665640564039457584007913129639935"
    );
    assert_eq!(json["tx"]["value"], "0");
    assert_eq!(json["threshold"], 1);
    assert_eq!(json["chain_id"], 560_048);
    assert_eq!(
        json["setup_data"],
        "0xfe51f64300000000000000000000000029fcb43b46531bca003ddc8fcb67ffe91900c762"
    );
    assert_eq!(json["tx"]["to"], "0x4e1DCf7AD4e460CfD30791CCC4F9c8a4f820ec67");
    assert_eq!(json["init_code_hash"], "0x76733d705f71b79841c0ee960a0ca880f779cde7ef446c989e6d23efc0a4adfb");
    assert_eq!(json.as_object().unwrap().len(), 16);
}

/// What stands in the table under this name, once.
fn value<'a>(table: &'a [Row], name: &str) -> &'a str {
    let found: Vec<_> = table.iter().filter(|row| row.name == name).collect();
    assert_eq!(found.len(), 1, "{name}");
    &found[0].value
}

/// Versions with the sets of addresses and methods that each has.
fn kinds() -> Vec<(&'static str, DeploymentSet, Method)> {
    let mut kinds = vec![("1.3.0", DeploymentSet::Eip155, Method::CreateProxyWithNonce)];
    for version in ["1.3.0", "1.4.1", "1.5.0"] {
        let of_version = Method::ALL.into_iter().filter(|method| method.is_in(version));
        kinds.extend(of_version.map(|method| (version, DeploymentSet::Canonical, method)));
    }
    kinds
}

prop_compose! {
    fn any_parameters()(
        owners in proptest::collection::btree_set(any::<[u8; 20]>(), 1..20),
        threshold in any::<proptest::sample::Index>(),
        chain in any::<proptest::sample::Index>(),
        kind in any::<proptest::sample::Index>(),
        ui: bool,
        singleton in proptest::option::of(any::<[u8; 20]>()),
        l2: bool,
        handler in proptest::option::of(any::<[u8; 20]>()),
        salt_nonce: [u8; 32],
    ) -> SafeParameters {
        let (version, deployment, method) = kinds()[kind.index(kinds().len())];
        let chains: Vec<_> = super::super::CHAINS
            .into_iter()
            .filter(|chain| known(version, deployment, chain.id).is_ok())
            .collect();
        let chain_id = chains[chain.index(chains.len())].id;
        let plain_only = deployment != DeploymentSet::Canonical || method != Method::CreateProxyWithNonce;
        let preset = if ui && !plain_only { Preset::Ui } else { Preset::Plain };
        SafeParameters {
            version: version.to_owned(),
            deployment,
            chain_id,
            threshold: 1 + u32::try_from(threshold.index(owners.len())).unwrap(),
            owners: owners.into_iter().map(Address::from_bytes).collect(),
            preset,
            singleton: match singleton {
                Some(bytes) if preset == Preset::Plain => Singleton::Own(Address::from_bytes(bytes)),
                // Named after the preset where it is the preset's own, so that each has one name.
                None if preset == Preset::Plain && l2 == (chain_id == 1) =>
                    if l2 { Singleton::L2 } else { Singleton::L1 },
                _ => Singleton::Preset,
            },
            fallback_handler: match handler {
                Some(bytes) => FallbackHandler::Custom(Address::from_bytes(bytes)),
                None => FallbackHandler::Default,
            },
            salt_nonce: U256::from_be_bytes(salt_nonce),
            method,
        }
    }
}

proptest! {
    #[test]
    fn what_is_written_reads_back_as_the_same_parameters(parameters in any_parameters()) {
        let tx = parameters.deployment().unwrap().tx;
        prop_assert_eq!(SafeParameters::read(&tx, parameters.chain_id), Ok(parameters));
    }

    #[test]
    fn decoding_the_calldata_gives_back_every_parameter(parameters in any_parameters()) {
        let deployment = parameters.deployment().unwrap();
        let table = deployment.table().unwrap();
        prop_assert_eq!(&table[0].name, parameters.method.solidity_name());
        prop_assert_eq!(&table[0].value, &format!("0x{}", hex::encode(parameters.method.selector())));
        prop_assert_eq!(value(&table, "setup"), "0xb63e800d");
        prop_assert_eq!(value(&table, "_singleton"), deployment.singleton.to_string());
        prop_assert_eq!(value(&table, "saltNonce"), parameters.salt_nonce.to_string());
        prop_assert_eq!(value(&table, "_threshold"), parameters.threshold.to_string());
        prop_assert_eq!(value(&table, "to"), deployment.setup_to.to_string());
        prop_assert_eq!(value(&table, "fallbackHandler"), deployment.fallback_handler.to_string());
        prop_assert_eq!(value(&table, "paymentReceiver"), deployment.payment_receiver.to_string());
        prop_assert_eq!(value(&table, "paymentToken"), Address::ZERO.to_string());
        prop_assert_eq!(value(&table, "payment"), "0");
        let owners: Vec<_> = table.iter().filter(|row| row.depth == 4 && row.solidity_type == "address").collect();
        prop_assert_eq!(owners.len(), parameters.owners.len());
        for (i, (row, owner)) in owners.iter().zip(&parameters.owners).enumerate() {
            prop_assert_eq!(&row.name, &format!("[{i}]"));
            prop_assert_eq!(&row.value, &owner.to_string());
        }
        match (parameters.preset, parameters.version.as_str()) {
            (Preset::Ui, "1.4.1") => {
                prop_assert_eq!(value(&table, "l2Singleton"), "0x29fcB43b46531BcA003ddC8FCB67FFE91900C762");
            }
            (Preset::Ui, "1.5.0") => {
                prop_assert_eq!(value(&table, "l2Singleton"), "0xEdd160fEBBD92E350D4D398fb636302fccd67C7e");
            }
            _ => prop_assert_eq!(value(&table, "data"), "0x"),
        }
    }

    #[test]
    fn the_calldata_has_the_size_that_the_owners_give_it(parameters in any_parameters()) {
        let deployment = parameters.deployment().unwrap();
        let size = deployment.tx.data.len();
        let fixed = if deployment.setup_to == Address::ZERO { 484 } else { 548 };
        prop_assert_eq!(size, fixed + 32 * parameters.owners.len());
    }

    #[test]
    fn other_inputs_are_another_address(one in any_parameters(), other in any_parameters()) {
        prop_assert_ne!(one.deployment().unwrap().address, other.deployment().unwrap().address);
    }

    #[test]
    fn one_input_changed_is_another_address(parameters in any_parameters(), which in 0..7) {
        let mut other = parameters.clone();
        match which {
            0 => other.salt_nonce = other.salt_nonce.wrapping_add(U256::from(1)),
            1 => other.owners.push(address(0x77)),
            2 => {
                other.owners.push(address(0x77));
                other.owners.rotate_right(1);
            }
            3 => other.fallback_handler = FallbackHandler::None,
            // Only a plain Safe can be had with these.
            _ => other.preset = Preset::Plain,
        }
        match which {
            0..4 => {}
            4 => other.singleton = match other.singleton {
                Singleton::Own(_) => Singleton::L1,
                _ => Singleton::Own(address(0x66)),
            },
            5 => {
                other.method = Method::CreateProxyWithNonce;
                other.version = if other.version == "1.4.1" { "1.3.0" } else { "1.4.1" }.to_owned();
                other.deployment = DeploymentSet::Canonical;
            }
            _ => {
                other.version = "1.4.1".to_owned();
                other.deployment = DeploymentSet::Canonical;
                other.method = match parameters.method {
                    Method::CreateProxyWithNonce => Method::CreateChainSpecificProxyWithNonce,
                    _ => Method::CreateProxyWithNonce,
                };
            }
        }
        let changed = other.deployment().unwrap();
        prop_assert_ne!(parameters.deployment().unwrap().address, changed.address);
    }

    #[test]
    fn calldata_with_a_byte_changed_never_reads_the_same(
        parameters in any_parameters(),
        at in any::<proptest::sample::Index>(),
        flip in 1_u8..,
    ) {
        let mut deployment = parameters.deployment().unwrap();
        let table = deployment.table().unwrap();
        let mut data = deployment.tx.data.to_vec();
        let at = at.index(data.len());
        data[at] ^= flip;
        deployment.tx.data = data.into();
        prop_assert_ne!(deployment.table(), Ok(table));
    }
}
