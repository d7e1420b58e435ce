//! SLIP-39 sets that the reference implementation made, and what it refuses.

use gishiki::keys::slip39::{EncryptedSecret, Slip39Error};
use serde::Deserialize;

use super::{Tally, cases};

#[derive(Deserialize)]
struct Cases {
    good: Vec<Good>,
    refused: Vec<Refused>,
    single: Vec<Single>,
}

#[derive(Deserialize)]
struct Good {
    about: String,
    shares: Vec<String>,
    extendable: bool,
    passphrase: String,
    master_secret: String,
    /// Another passphrase, and the other secret that it decrypts to.
    other_passphrase: String,
    other_secret: String,
}

#[derive(Deserialize)]
struct Refused {
    about: String,
    shares: Vec<String>,
    /// Which of our errors it must be.
    error: String,
}

/// The only share of a 1-of-1 backup of an encrypted secret.
#[derive(Deserialize)]
struct Single {
    encrypted: String,
    id: u16,
    extendable: bool,
    exponent: u8,
    words: String,
}

#[test]
#[ignore = "tests/peers/run calls it with the cases of other people's programs"]
fn slip39_is_the_reference_implementation_s() {
    let cases: Cases = cases("slip39.json");
    let mut tally = Tally::new("slip39");
    for case in cases.good {
        recovered(&mut tally, &case);
    }
    for case in cases.refused {
        let found = EncryptedSecret::recover(case.shares.iter().map(String::as_str));
        let found = found.map_or_else(|error| name(error).to_owned(), |_| "taken".to_owned());
        tally.same(&case.about, &case.error, &found);
    }
    for case in cases.single {
        let bytes = hex::decode(&case.encrypted).unwrap();
        let ours = EncryptedSecret::new(&bytes, case.id, case.extendable, case.exponent).unwrap();
        tally.same("the words of a 1-of-1 share", &case.words.as_str(), &ours.single_share().expose());
    }
    tally.finish("shamir-mnemonic");
}

fn recovered(tally: &mut Tally, case: &Good) {
    let found = EncryptedSecret::recover(case.shares.iter().map(String::as_str));
    tally.same(&case.about, &Ok(()), &found.as_ref().map(|_| ()).map_err(|error| *error));
    let Ok(found) = found else { return };
    let opened = |passphrase: &str| hex::encode(&*found.decrypt(passphrase.as_bytes()));
    tally.same(&case.about, &case.master_secret, &opened(&case.passphrase));
    tally.same(
        &format!("{}, another passphrase", case.about),
        &case.other_secret,
        &opened(&case.other_passphrase),
    );
    tally.same(&format!("{}, extendable", case.about), &case.extendable, &found.extendable());
}

fn name(error: Slip39Error) -> &'static str {
    match error {
        Slip39Error::WordCount(_) => "WordCount",
        Slip39Error::UnknownWord(_) => "UnknownWord",
        Slip39Error::Checksum => "Checksum",
        Slip39Error::Padding => "Padding",
        Slip39Error::GroupThreshold => "GroupThreshold",
        Slip39Error::GroupIndex => "GroupIndex",
        Slip39Error::NoShares => "NoShares",
        Slip39Error::MixedSets => "MixedSets",
        Slip39Error::MixedLengths => "MixedLengths",
        Slip39Error::MixedThresholds(_) => "MixedThresholds",
        Slip39Error::Duplicate(..) => "Duplicate",
        Slip39Error::Groups { .. } => "Groups",
        Slip39Error::Members { .. } => "Members",
        Slip39Error::Digest => "Digest",
        Slip39Error::SecretLength(_) => "SecretLength",
        Slip39Error::Identifier(_) => "Identifier",
        Slip39Error::Exponent(_) => "Exponent",
    }
}
