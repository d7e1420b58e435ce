use coins_bip32::primitives::Hint;
use coins_bip32::xkeys::XPriv;
use proptest::prelude::*;
use serde::Deserialize;

use super::*;

#[derive(Deserialize)]
struct Official {
    /// Description, shares, master secret and xprv, both empty where refused.
    vectors: Vec<(String, Vec<String>, String, String)>,
}

#[derive(Deserialize)]
struct Generated {
    sets: Vec<Set>,
}

#[derive(Deserialize)]
struct Set {
    shape: String,
    extendable: bool,
    exponent: u8,
    passphrase: String,
    shares: Vec<String>,
    master_secret: String,
}

fn official() -> Vec<(String, Vec<String>, String, String)> {
    let file: Official = serde_json::from_str(include_str!("../../../tests/vectors/slip39.json")).unwrap();
    file.vectors
}

fn generated() -> Vec<Set> {
    let file: Generated =
        serde_json::from_str(include_str!("../../../tests/vectors/slip39-generated.json")).unwrap();
    file.sets
}

fn recover(shares: &[String]) -> Result<EncryptedSecret, Slip39Error> {
    EncryptedSecret::recover(shares.iter().map(String::as_str))
}

fn refusal(shares: &[String]) -> Slip39Error {
    recover(shares).map(|_| ()).unwrap_err()
}

#[test]
fn all_official_vectors_hold() {
    let vectors = official();
    assert_eq!(vectors.len(), 45);
    for (description, shares, master, xprv) in vectors.iter().filter(|vector| !vector.2.is_empty()) {
        let secret = recover(shares).unwrap_or_else(|e| panic!("{description}: {e}")).decrypt(b"TREZOR");
        assert_eq!(hex::encode(&secret), *master, "{description}");
        let root = XPriv::root_from_seed(&secret, Some(Hint::Legacy)).unwrap();
        assert_eq!(root.to_base58().as_str(), xprv, "{description}");
    }
}

/// What the descriptions of the official vectors call a fault, and whether an error is that fault.
type Fault = (&'static str, fn(Slip39Error) -> bool);

const FAULTS: [Fault; 15] = [
    ("invalid checksum", |e| e == Slip39Error::Checksum),
    ("invalid padding", |e| e == Slip39Error::Padding),
    ("Basic sharing 2-of-3", |e| matches!(e, Slip39Error::Members { needed: 2, given: 1, .. })),
    ("different identifiers", |e| e == Slip39Error::MixedSets),
    ("different iteration exponents", |e| e == Slip39Error::MixedSets),
    ("mismatching group thresholds", |e| e == Slip39Error::MixedSets),
    ("mismatching group counts", |e| e == Slip39Error::MixedSets),
    ("greater group threshold than group counts", |e| e == Slip39Error::GroupThreshold),
    ("duplicate member indices", |e| matches!(e, Slip39Error::Duplicate(..))),
    ("mismatching member thresholds", |e| matches!(e, Slip39Error::MixedThresholds(_))),
    ("invalid digest", |e| e == Slip39Error::Digest),
    ("Insufficient number of groups", |e| matches!(e, Slip39Error::Groups { .. })),
    ("insufficient number of members", |e| matches!(e, Slip39Error::Members { .. })),
    ("insufficient length", |e| matches!(e, Slip39Error::WordCount(_))),
    ("invalid master secret length", |e| matches!(e, Slip39Error::WordCount(_))),
];

#[test]
fn every_official_refusal_is_for_its_reason() {
    let refused: Vec<_> = official().into_iter().filter(|vector| vector.2.is_empty()).collect();
    assert!(refused.len() > 20);
    for (description, shares, ..) in refused {
        let error = refusal(&shares);
        let (_, is_fault) = FAULTS.iter().find(|(name, _)| description.contains(name)).unwrap();
        assert!(is_fault(error), "{description}: {error:?}");
    }
}

#[test]
fn sets_made_by_shamir_mnemonic_give_their_master_secrets() {
    let sets = generated();
    assert_eq!(sets.len(), 20);
    for set in sets {
        let secret = recover(&set.shares).unwrap();
        assert_eq!(secret.extendable(), set.extendable);
        assert_eq!(secret.common.exponent, set.exponent);
        assert_eq!(
            hex::encode(secret.decrypt(set.passphrase.as_bytes())),
            set.master_secret,
            "{}",
            set.shape
        );
    }
}

#[test]
fn one_share_less_or_twice_is_refused() {
    for set in generated() {
        for at in 0..set.shares.len() {
            let mut fewer = set.shares.clone();
            let share = fewer.remove(at);
            let error = refusal(&fewer);
            let expected = matches!(
                error,
                Slip39Error::Members { .. } | Slip39Error::Groups { .. } | Slip39Error::NoShares
            );
            assert!(expected, "{}: {error:?}", set.shape);
            let twice = [set.shares.as_slice(), &[share]].concat();
            assert!(matches!(refusal(&twice), Slip39Error::Duplicate(..)));
        }
    }
}

#[test]
fn one_share_more_is_refused() {
    let more = parsed(|share| Share { member_index: 1, ..share });
    let shares = [parsed(|share| share), more];
    assert_eq!(refusal(&shares), Slip39Error::Members { group: 1, needed: 1, given: 2 });
}

#[test]
fn shares_of_two_sets_do_not_mix() {
    let sets = generated();
    for pair in sets.windows(2) {
        let mixed = [pair[0].shares.as_slice(), &pair[1].shares].concat();
        assert_eq!(refusal(&mixed), Slip39Error::MixedSets);
    }
}

#[test]
fn shares_of_two_lengths_do_not_mix() {
    let long = parsed(|share| Share { member_index: 1, value: Zeroizing::new(vec![7; 32]), ..share });
    assert_eq!(refusal(&[parsed(|share| share), long]), Slip39Error::MixedLengths);
}

/// The words of a 1-of-1 share after a change to it.
fn parsed(change: impl FnOnce(Share) -> Share) -> String {
    let common = Common { id: 7, extendable: true, exponent: 0, group_threshold: 1, group_count: 1 };
    let value = Zeroizing::new(vec![9; 16]);
    let share = Share { common, group_index: 0, member_index: 0, member_threshold: 1, value };
    change(share).words().expose().to_owned()
}

#[test]
fn a_header_that_contradicts_itself_is_refused() {
    let threshold = parsed(|share| Share { common: Common { group_threshold: 2, ..share.common }, ..share });
    assert_eq!(refusal(&[threshold]), Slip39Error::GroupThreshold);
    let index = parsed(|share| Share { group_index: 1, ..share });
    assert_eq!(refusal(&[index]), Slip39Error::GroupIndex);
}

#[test]
fn words_outside_the_list_are_told_by_position_only() {
    let share = parsed(|share| share);
    let upper = share.replacen("academic", "Academic", 1);
    let at = share.split(' ').position(|word| word == "academic").unwrap() + 1;
    assert_eq!(refusal(&[upper]), Slip39Error::UnknownWord(at));
}

#[test]
fn what_has_no_field_in_a_share_is_refused() {
    let new = |length, id, exponent| EncryptedSecret::new(&vec![0; length], id, true, exponent).map(|_| ());
    assert_eq!(new(24, 0, 0), Err(Slip39Error::SecretLength(24)));
    assert_eq!(new(16, 1 << 15, 0), Err(Slip39Error::Identifier(1 << 15)));
    assert_eq!(new(32, 0, 16), Err(Slip39Error::Exponent(16)));
    assert_eq!(new(32, (1 << 15) - 1, 15), Ok(()));
}

fn secret_bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![prop::collection::vec(any::<u8>(), 16), prop::collection::vec(any::<u8>(), 32)]
}

proptest! {
    #[test]
    fn reading_a_written_share_is_the_identity(
        bytes in secret_bytes(),
        id in 0_u16..1 << 15,
        extendable: bool,
        exponent in 0_u8..16,
    ) {
        let secret = EncryptedSecret::new(&bytes, id, extendable, exponent).unwrap();
        let share = secret.single_share();
        let read = EncryptedSecret::recover([share.expose()]).unwrap();
        prop_assert_eq!(read.common, secret.common);
        prop_assert_eq!(&*read.bytes, &bytes);
    }

    #[test]
    fn up_to_three_other_words_are_refused(
        bytes in secret_bytes(),
        extendable: bool,
        changes in prop::collection::btree_map(0_usize..20, 1_u16..1024, 1..=3),
    ) {
        let share = EncryptedSecret::new(&bytes, 4711, extendable, 1).unwrap().single_share();
        let mut words: Vec<&str> = share.expose().split(' ').collect();
        for (at, shift) in changes {
            words[at] = wordlist::word((wordlist::index(words[at]).unwrap() + shift) % 1024);
        }
        prop_assert_eq!(refusal(&[words.join(" ")]), Slip39Error::Checksum);
    }

    #[test]
    fn two_neighbours_exchanged_are_refused(bytes in secret_bytes(), at in 0_usize..19) {
        let share = EncryptedSecret::new(&bytes, 4711, true, 1).unwrap().single_share();
        let mut words: Vec<&str> = share.expose().split(' ').collect();
        prop_assume!(words[at] != words[at + 1]);
        words.swap(at, at + 1);
        prop_assert_eq!(refusal(&[words.join(" ")]), Slip39Error::Checksum);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn decryption_undoes_encryption(
        bytes in secret_bytes(),
        id in 0_u16..1 << 15,
        extendable: bool,
        exponent in 0_u8..2,
        passphrase in "[ -~]{0,40}",
    ) {
        let common = Common { id, extendable, exponent, group_threshold: 1, group_count: 1 };
        let encrypted = cipher::encrypt(&bytes, passphrase.as_bytes(), &common);
        let secret = EncryptedSecret::new(&encrypted, id, extendable, exponent).unwrap();
        prop_assert_eq!(&*secret.decrypt(passphrase.as_bytes()), &bytes);
    }
}
