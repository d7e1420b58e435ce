//! The official emulator's figures come out, signatures included.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::{Desk, config, path, secret, seed};
use crate::device::simulator::{Model, SimulatorConfig};
use crate::device::{Device, Entry};
use crate::keys::{AccountPath, AddressPath, SeedForm};

const FIGURES: &str = include_str!("../../../../tests/vectors/trezor-bip39-all.json");

#[derive(Deserialize)]
struct Figures {
    words: String,
    message: String,
    wallets: Vec<Wallet>,
}

#[derive(Deserialize)]
struct Wallet {
    passphrase: String,
    fingerprint: String,
    xpubs: BTreeMap<AccountPath, String>,
    addresses: BTreeMap<AddressPath, String>,
    signature: String,
}

/// What a wallet must give, whatever way it was opened.
fn check(desk: &mut Desk, wallet: &Wallet, message: &str) {
    let (driver, hand) = (&mut desk.driver, &mut desk.hand);
    for (account, figure) in &wallet.xpubs {
        assert_eq!(driver.account_xpub(*account, hand).unwrap().to_string(), *figure);
    }
    for (at, figure) in &wallet.addresses {
        assert_eq!(driver.show_address(*at, hand).unwrap().to_string(), *figure);
    }
    let first = path("0'/0/0");
    let signed = driver.sign(first, message, hand).unwrap();
    assert_eq!(signed.address.to_string(), wallet.addresses[&first]);
    assert_eq!(signed.signature.to_string(), wallet.signature);
    assert_eq!(signed.signature.signer(message.as_bytes()), Ok(signed.address));
}

#[test]
fn the_official_emulator_s_figures_come_out_of_every_wallet() {
    let figures: Figures = serde_json::from_str(FIGURES).unwrap();
    let seed = seed(SeedForm::Bip39, &figures.words);
    let mut desk = Desk::new(SimulatorConfig { seed: Some(seed), ..config() });
    for wallet in &figures.wallets {
        if wallet.passphrase.is_empty() {
            desk.open(&Entry::Standard).unwrap();
        } else {
            desk.host(&wallet.passphrase).unwrap();
        }
        check(&mut desk, wallet, &figures.message);
    }
    assert_eq!(figures.wallets.len(), 7);
    let fingerprints: BTreeSet<_> = figures.wallets.iter().map(|wallet| &wallet.fingerprint).collect();
    assert_eq!(fingerprints.len(), 7, "each line is another wallet");
}

/// Computed with PyPI's shamir-mnemonic and an own BIP-32: first addresses of a single-share extendable seed.
#[test]
fn a_slip_39_seed_opens_the_wallets_that_python_computed() {
    let words = format!("academic again {}pecan provide remember", "academic ".repeat(15));
    let slip39 = seed(SeedForm::Slip39, &words);
    let mut desk = Desk::new(SimulatorConfig { seed: Some(slip39), ..config() });
    for (passphrase, first, second) in [
        ("", "0xfC9B68e35A0593607342E9129Ce41659FD3730fC", "0x8B13DBef164bEb9D984AEB715c31D1D1Bb0BD8bb"),
        (
            "TREZOR",
            "0xfa5122fF7FB59baC665CeC5169AE19aE1A2CB84B",
            "0x719B91E79A4CF780066CBCA01CE01311Eb985f20",
        ),
        ("abc", "0xF05e372dE067AeEc20a0F43C47ACF1851a23b839", "0x408909fbaB4BA5e89879fAE8a83596dF7B66A257"),
        (
            "hunter2",
            "0xD349E85C4c1f8Cb1BD6826B81Ffff0125C75B280",
            "0xF2311D8eB524E1dfF8d3fdcD074738AaEcde34a3",
        ),
    ] {
        desk.hand.remember(secret(passphrase));
        desk.open(&Entry::OnDevice).unwrap();
        for (tail, figure) in [("0'/0/0", first), ("0'/0/1", second)] {
            assert_eq!(desk.driver.show_address(path(tail), &mut desk.hand).unwrap().to_string(), figure);
        }
    }
    let facts = desk.driver.identify(&mut desk.hand).unwrap();
    assert_eq!(facts.details["backup_type"], "Slip39_Single_Extendable");
}

#[test]
fn every_account_s_xpub_names_the_wallet_s_identity_as_its_parent() {
    let mut desk = Desk::new(config());
    desk.host("hunter2").unwrap();
    let identity = desk.driver.identity(&mut desk.hand).unwrap();
    for account in [0, 7, 100] {
        let xpub = desk.driver.account_xpub(AccountPath::new(account).unwrap(), &mut desk.hand).unwrap();
        assert_eq!(xpub.parent_fingerprint(), identity.fingerprint());
        let at = path(&format!("{account}'/1/5"));
        assert_eq!(desk.driver.show_address(at, &mut desk.hand), Ok(xpub.address_at(at).unwrap()));
    }
}

#[test]
fn every_model_gives_the_same() {
    let mut addresses = Vec::new();
    for model in [Model::SafeThree, Model::SafeFive, Model::ModelT] {
        let mut desk = Desk::new(SimulatorConfig { model, ..config() });
        desk.open(&Entry::Standard).unwrap();
        addresses.push(desk.driver.show_address(path("0'/0/0"), &mut desk.hand).unwrap());
        let facts = desk.driver.identify(&mut desk.hand).unwrap();
        assert_eq!((facts.model.as_str(), facts.simulated), (model.internal_name(), true));
    }
    addresses.dedup();
    assert_eq!(addresses.len(), 1);
}
