//! The official emulator's figures come out, signatures included.

use super::{ALL, Desk, config, path};
use crate::device::simulator::{Model, Seed, SimulatorConfig};
use crate::device::{Device, Entry};
use crate::keys::AccountPath;

const FIGURES: &str = include_str!("../../../../tests/vectors/trezor-emulator.txt");
const MESSAGE: &str = "ceremony rehearsal vector 1";
const TAILS: [&str; 6] = ["0'/0/0", "0'/0/1", "1'/0/0", "2'/0/0", "3'/0/0", "10'/0/0"];

fn check(desk: &mut Desk, figures: &[&str]) {
    let [xpub0, xpub1, addresses @ .., signature] = figures else {
        panic!("a line of another form");
    };
    let (driver, hand) = (&mut desk.driver, &mut desk.hand);
    for (account, figure) in [xpub0, xpub1].into_iter().enumerate() {
        let account = AccountPath::new(account as u32).unwrap();
        assert_eq!(driver.account_xpub(account, hand).unwrap().to_string(), *figure);
    }
    assert_eq!(addresses.len(), TAILS.len());
    for (tail, figure) in TAILS.iter().zip(addresses) {
        assert_eq!(driver.show_address(path(tail), hand).unwrap().to_string(), *figure);
    }
    let signed = driver.sign(path("0'/0/0"), MESSAGE, hand).unwrap();
    assert_eq!(
        (signed.address.to_string().as_str(), signed.signature.to_string().as_str()),
        (addresses[0], *signature)
    );
    assert_eq!(signed.signature.signer(MESSAGE.as_bytes()), Ok(signed.address));
}

#[test]
fn the_official_emulator_s_figures_come_out_of_every_wallet() {
    let mut desk = Desk::new(config());
    let mut wallets = 0;
    for line in FIGURES.lines().filter(|line| !line.starts_with('#')) {
        let (passphrase, figures) = line[1..].split_once("\" ").unwrap();
        let figures: Vec<&str> = figures.split(' ').collect();
        match passphrase {
            "" => desk.open(&Entry::Standard).unwrap(),
            passphrase => desk.host(passphrase).unwrap(),
        };
        check(&mut desk, &figures);
        wallets += 1;
    }
    assert_eq!(wallets, 7);
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
        let mut desk = Desk::new(SimulatorConfig { model, seed: Seed::bip39(ALL), ..config() });
        desk.open(&Entry::Standard).unwrap();
        addresses.push(desk.driver.show_address(path("0'/0/0"), &mut desk.hand).unwrap());
        let facts = desk.driver.identify(&mut desk.hand).unwrap();
        assert_eq!((facts.model.as_str(), facts.simulated), (model.internal_name(), true));
    }
    addresses.dedup();
    assert_eq!(addresses.len(), 1);
}
