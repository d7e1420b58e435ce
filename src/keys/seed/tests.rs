use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::Deserialize;

use super::*;
use crate::keys::{AccountPath, AddressPath, test_seeds};
use crate::text::{Catalog, Lang};

#[derive(Deserialize)]
struct Recorded {
    words: String,
    message: String,
    signed_at: AddressPath,
    wallets: Vec<Wallet>,
}

#[derive(Deserialize)]
struct Wallet {
    passphrase: String,
    fingerprint: String,
    xpubs: BTreeMap<String, String>,
    addresses: BTreeMap<String, String>,
    signature: String,
    address_mac: String,
}

fn recorded() -> Recorded {
    serde_json::from_str(include_str!("../../../tests/vectors/trezor-bip39-all.json")).unwrap()
}

fn open(form: SeedForm, words: &str, passphrase: &str) -> Root {
    let seed = Seed::parse(form, &Secret::new(words.to_owned())).unwrap();
    seed.open(&Secret::new(passphrase.to_owned())).unwrap()
}

fn refusal(form: SeedForm, words: &str) -> SeedError {
    Seed::parse(form, &Secret::new(words.to_owned())).unwrap_err()
}

#[test]
fn a_trezor_normalises_nothing() {
    // As the official emulator opened them (firmware 2.12.5): one that looks like the other is another wallet.
    let (form, words) = crate::keys::test_seeds::well_known().last().unwrap();
    let seed = Seed::parse(form, &Secret::new(words.to_owned())).unwrap();
    for (passphrase, fingerprint) in [("caf\u{e9}", "5a9922a2"), ("cafe\u{301}", "85f40718")] {
        let root = seed.open_as_trezor(&Secret::new(passphrase.to_owned())).unwrap();
        assert_eq!(hex::encode(root.fingerprint()), fingerprint);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn what_every_keyboard_types_opens_the_same_wallet_everywhere(passphrase in "[ -~]{0,50}") {
        let academic = crate::keys::test_seeds::test_seed(20, SeedForm::Slip39, 1).unwrap();
        for (form, words) in [(SeedForm::Bip39, recorded().words), (SeedForm::Slip39, academic.to_owned())] {
            let seed = Seed::parse(form, &Secret::new(words)).unwrap();
            let passphrase = Secret::new(passphrase.clone());
            let (one, other) = (seed.open(&passphrase).unwrap(), seed.open_as_trezor(&passphrase).unwrap());
            prop_assert_eq!(one.fingerprint(), other.fingerprint());
        }
    }
}

#[test]
fn every_wallet_is_the_one_of_the_official_emulator() {
    let recorded = recorded();
    assert_eq!(recorded.wallets.len(), 7);
    for wallet in &recorded.wallets {
        let root = open(SeedForm::Bip39, &recorded.words, &wallet.passphrase);
        assert_eq!(hex::encode(root.fingerprint()), wallet.fingerprint);
        for (path, xpub) in &wallet.xpubs {
            let path: AccountPath = path.parse().unwrap();
            let account = root.account_xpub(path).unwrap();
            assert_eq!(account.to_string(), *xpub);
            assert_eq!(account.parent_fingerprint(), root.identity().unwrap().fingerprint());
            assert_eq!(root.node(&path.indices()).unwrap().xpub, *xpub);
        }
        for (path, address) in &wallet.addresses {
            let path: AddressPath = path.parse().unwrap();
            assert_eq!(root.address(&path.indices()).unwrap().to_string(), *address);
        }
    }
}

#[test]
fn every_signature_is_the_one_of_the_official_emulator() {
    let recorded = recorded();
    let path = recorded.signed_at.indices();
    for wallet in &recorded.wallets {
        let root = open(SeedForm::Bip39, &recorded.words, &wallet.passphrase);
        let signature = root.sign(&path, recorded.message.as_bytes()).unwrap();
        assert_eq!(signature.to_string(), wallet.signature);
        let address = root.address(&path).unwrap();
        assert_eq!(hex::encode(root.address_mac(&path, 60, address)), wallet.address_mac);
    }
}

#[test]
fn a_slip_39_share_opens_the_wallets_that_other_tools_found() {
    // Computed with shamir-mnemonic 0.3.0 and an independent BIP-32; the seed is trezor-firmware's
    // MNEMONIC_SLIP39_SINGLE_EXT_20 (tests/common.py).
    const WORDS: &str = "academic again academic academic academic academic academic academic academic academic \
        academic academic academic academic academic academic academic pecan provide remember";
    let wallets = [
        (
            "",
            "54282b52",
            "0xfC9B68e35A0593607342E9129Ce41659FD3730fC",
            "0x8B13DBef164bEb9D984AEB715c31D1D1Bb0BD8bb",
        ),
        (
            "TREZOR",
            "1dce3834",
            "0xfa5122fF7FB59baC665CeC5169AE19aE1A2CB84B",
            "0x719B91E79A4CF780066CBCA01CE01311Eb985f20",
        ),
        (
            "abc",
            "a809d947",
            "0xF05e372dE067AeEc20a0F43C47ACF1851a23b839",
            "0x408909fbaB4BA5e89879fAE8a83596dF7B66A257",
        ),
        (
            "hunter2",
            "986f6cae",
            "0xD349E85C4c1f8Cb1BD6826B81Ffff0125C75B280",
            "0xF2311D8eB524E1dfF8d3fdcD074738AaEcde34a3",
        ),
    ];
    for (passphrase, fingerprint, first, second) in wallets {
        let root = open(SeedForm::Slip39, WORDS, passphrase);
        assert_eq!(hex::encode(root.fingerprint()), fingerprint);
        for (index, address) in [first, second].into_iter().enumerate() {
            let path = AddressPath::new(0, 0, index as u32).unwrap().indices();
            assert_eq!(root.address(&path).unwrap().to_string(), address);
        }
    }
}

#[test]
fn words_that_are_no_seed_are_refused_for_their_reason() {
    let all = ["all"; 12].join(" ");
    assert_eq!(refusal(SeedForm::Bip39, "all all all"), SeedError::WordCount(3));
    assert_eq!(refusal(SeedForm::Bip39, &all.replacen("all", "gishiki", 1)), SeedError::UnknownWord(1));
    assert_eq!(refusal(SeedForm::Bip39, &["abandon"; 12].join(" ")), SeedError::Checksum);
    assert_eq!(refusal(SeedForm::Slip39, &all), SeedError::Slip39(Slip39Error::WordCount(12)));
    assert_eq!(refusal(SeedForm::Slip39, " \n"), SeedError::Slip39(Slip39Error::NoShares));
}

#[test]
fn a_passphrase_that_programs_normalise_differently_is_refused() {
    let seed = Seed::parse(SeedForm::Bip39, &Secret::new(["all"; 12].join(" "))).unwrap();
    for passphrase in ["caf\u{e9}", "tab\t", "\u{7f}", "two\nlines"] {
        assert_eq!(seed.open(&Secret::new(passphrase.to_owned())).unwrap_err(), SeedError::Passphrase);
    }
    assert!(seed.open(&Secret::new(" ~".to_owned())).is_ok());
}

#[test]
fn white_space_between_words_changes_nothing() {
    let spaced = format!("\n  {}\t\r\n", ["all"; 12].join(" \n "));
    let root = open(SeedForm::Bip39, &spaced, "");
    assert_eq!(root.identity(), open(SeedForm::Bip39, &["all"; 12].join(" "), "").identity());
}

#[test]
fn every_refusal_can_be_said_in_both_languages() {
    let shares = [
        Slip39Error::WordCount(21),
        Slip39Error::UnknownWord(1),
        Slip39Error::Checksum,
        Slip39Error::Padding,
        Slip39Error::GroupThreshold,
        Slip39Error::GroupIndex,
        Slip39Error::NoShares,
        Slip39Error::MixedSets,
        Slip39Error::MixedLengths,
        Slip39Error::MixedThresholds(1),
        Slip39Error::Duplicate(1, 2),
        Slip39Error::Groups { needed: 2, given: 1 },
        Slip39Error::Members { group: 1, needed: 2, given: 1 },
        Slip39Error::Digest,
        Slip39Error::SecretLength(24),
        Slip39Error::Identifier(1 << 15),
        Slip39Error::Exponent(16),
    ];
    let seeds = [
        SeedError::WordCount(11),
        SeedError::UnknownWord(3),
        SeedError::Checksum,
        SeedError::Passphrase,
        SeedError::NoMasterKey,
    ];
    for error in seeds.into_iter().chain(shares.map(SeedError::Slip39)) {
        let problem = Problem::from(error);
        for catalog in [Catalog::new(Lang::En), Catalog::new(Lang::Ja)] {
            for message in [problem.cause(), problem.remedy()] {
                let said = catalog.say(&message);
                // Fluent leaves a placeable that nothing fills as `{$name}`.
                assert!(catalog.has(message.id()) && !said.contains('{'), "{error:?}: {said}");
            }
        }
    }
}

#[test]
fn debug_tells_nothing() {
    let seed = Seed::parse(SeedForm::Bip39, &Secret::new(["all"; 12].join(" "))).unwrap();
    assert_eq!(format!("{seed:?}"), "Seed");
    assert_eq!(format!("{:?}", seed.open(&Secret::new(String::new())).unwrap()), "Root");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn public_derivation_agrees_and_signatures_name_their_signer(
        seed in prop::collection::vec(any::<u8>(), 16..=64),
        account in 0_u32..=100,
        index in 0_u32..=1_000_000,
        message in any::<Vec<u8>>(),
    ) {
        let root = Root::of_seed(&seed).unwrap();
        let path = AddressPath::new(account, 0, index).unwrap();
        let address = root.address(&path.indices()).unwrap();
        let xpub = root.account_xpub(path.account_path()).unwrap();
        prop_assert_eq!(xpub.address_at(path), Ok(address));
        let signature = root.sign(&path.indices(), &message).unwrap();
        prop_assert_eq!(signature.signer(&message), Ok(address));
    }
}

#[test]
fn published_seeds_are_what_their_words_say() {
    let nothing = Secret::new(String::new());
    let identity = |seed: &Seed| seed.open(&nothing).unwrap().identity().unwrap();
    for (form, words) in test_seeds::all().chain(test_seeds::well_known()) {
        let parsed = Seed::parse(form, &Secret::new(words.to_owned())).unwrap();
        assert_eq!(identity(&Seed::of_published(form, words).unwrap()), identity(&parsed), "{words}");
    }
}
