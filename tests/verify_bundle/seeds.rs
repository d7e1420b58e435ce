//! Published seeds where money is.

use gishiki::keys::test_seeds::well_known;
use gishiki::keys::{AddressPath, Secret, Seed};
use gishiki::verify::Evidence;

use super::maker::*;

#[test]
fn a_real_ceremony_on_a_published_seed_is_refused() {
    // Off the testnets nothing may be left open; this is the address of the deposit contract.
    let filled = TEAM.replace("\"TBD\"", "\"0x00000000219ab540356cBB839Cbe05303d7705Fa\"");
    for text in [SOLO, &filled] {
        let files = pretended(text);
        let report = judge(&files, &told(&files));
        assert_eq!(report.failed(), ["V-TEST-SEED"], "{}", report.json());
    }
}

#[test]
fn the_public_folder_gives_it_away_too() {
    let files = public(&pretended(SOLO));
    assert_eq!(judge(&files, &told(&files)).failed(), ["V-TEST-SEED"]);
}

#[test]
fn a_rehearsal_on_another_seed_pins_nobody() {
    // The first seed of another kind: whoever made it did not follow the rule.
    let other = rehearse(&SOLO.replace("slip39-20", "bip39-12"));
    let evidence = Evidence { rehearsal: true, ..Evidence::default() };
    assert!(judge(&other, &evidence).ok());
    let mut mixed = other.clone();
    mixed.insert("public/plan.toml".to_owned(), SOLO.as_bytes().to_vec());
    let failed = judge(&mixed, &evidence).failed();
    assert!(failed.contains(&"V-TEST-SEED") && failed.contains(&"V-PINS"), "{failed:?}");
}

#[test]
fn an_external_of_a_well_known_seed_is_refused() {
    let (form, words) = well_known().nth(2).unwrap();
    let seed = Seed::parse(form, &Secret::new(words.to_owned())).unwrap();
    let path: AddressPath = "m/44'/60'/0'/0/3".parse().unwrap();
    let address = seed.open(&Secret::new(String::new())).unwrap().address(&path.indices()).unwrap();
    let external = format!(
        "[[external]]\nname = \"node\"\nlabel = \"Hot - Node\"\naddress = \"{address}\"\n\n[manifest]"
    );
    let files = real(&SOLO.replace("[manifest]", &external));
    assert_eq!(judge(&files, &told(&files)).failed(), ["V-TEST-SEED"]);
}
