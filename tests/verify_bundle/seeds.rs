//! Published seeds where money is.

use gishiki::ceremony::rehearsal_seed;
use gishiki::keys::test_seeds::well_known;
use gishiki::keys::{AddressPath, Secret, Seed};
use gishiki::manifest::{Sealed, canonical, seed_commitment};
use gishiki::text::{Catalog, Lang};
use gishiki::verify::Evidence;

use super::forger::forge_and_sign;
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
fn run_itself_stops_on_a_published_seed_before_anything_is_signed() {
    let (problem, files) = refused(SOLO);
    assert_eq!(
        problem.to_string(),
        "The seed on the device of member-1 is a published one: anyone can spend what its wallets hold."
    );
    let english = Catalog::new(Lang::En);
    assert_eq!(
        english.say(&problem.remedy()),
        "Stop here; nothing was signed. Wipe the device, set it up with a new seed of its own, and begin a new run in \
         another folder. To practise, use “gishiki rehearse”."
    );
    let names: Vec<_> = files.keys().map(String::as_str).collect();
    assert_eq!(names, ["public/plan.toml", "sealed/journal-member-1.jsonl"]);
    let journal = String::from_utf8(files["sealed/journal-member-1.jsonl"].clone()).unwrap();
    assert!(journal.contains("device-identified") && !journal.contains("seed-committed"), "{journal}");
}

#[test]
fn a_sealed_file_that_commits_to_a_published_seed_gives_it_away_whatever_the_passphrases_are() {
    let original = pretended(SOLO);
    let plan = plan(SOLO);
    let sealed: Sealed = canonical::from_bytes(&original["sealed/member-1.json"]).unwrap();
    let (form, words) = rehearsal_seed(&plan, "seed-1").unwrap();
    let seed = Seed::parse(form, &Secret::new(words.to_owned())).unwrap();
    let standard = seed.open(&Secret::new(String::new())).unwrap().identity().unwrap();
    let committed = seed_commitment(&sealed.ceremony, &standard).to_string();
    let change = |bytes: &Vec<u8>| {
        let text = String::from_utf8(bytes.clone()).unwrap();
        text.replace(&sealed.seed_commitment.to_string(), &committed).into_bytes()
    };
    let tampered = original.iter().map(|(name, bytes)| (name.clone(), change(bytes))).collect();
    let files = forge_and_sign(&plan, &original, &tampered);
    let report = judge(&files, &told(&files));
    assert_eq!(report.failed(), ["V-TEST-SEED"], "{}", report.json());
    let said = report.json().to_string();
    assert!(
        said.contains("The seed of member-1 is a published one, by the commitment in the sealed file"),
        "{said}"
    );
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
    // Off the testnets no plan with it gets as far.
    let plan = SOLO.replace("[manifest]", &external);
    let checked = gishiki::plan::read(plan.as_bytes(), "plan.toml");
    assert_eq!(checked.errors.iter().map(|it| it.lint).collect::<Vec<_>>(), ["P-TEST-ADDRESS"]);
    let files = real(
        &plan.replace("chain_id = 1\n", "chain_id = 560048\n").replace("chains = [1]", "chains = [560048]"),
    );
    assert_eq!(judge(&files, &told(&files)).failed(), ["V-TEST-SEED"]);
}
