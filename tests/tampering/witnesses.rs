//! Witnesses that are nobody else: their signatures put into real ceremonies' public files, and everything made to fit.

use gishiki::keys::test_seeds::{rehearsal_passphrase, test_seed};
use gishiki::keys::test_witness::sign_as_rehearsal_witness;
use gishiki::keys::{AddressPath, Root, Secret, Seed, SeedForm};
use gishiki::manifest::Layout;
use gishiki::verify::Verdict;

use super::maker::*;
use super::trial::{Row, Trial};
use super::world::remade;

pub fn rows() -> Vec<Row> {
    vec![Row::new(
        "a witness who signs with a key of the team, an outside address, another witness's or a published key, remade",
        ghosts(),
    )]
}

fn first() -> [u32; 5] {
    AddressPath::new(0, 0, 0).unwrap().indices()
}

fn opened(form: SeedForm, words: &str, passphrase: &Secret) -> Root {
    Seed::parse(form, &Secret::new(words.to_owned())).unwrap().open(passphrase).unwrap()
}

/// A key of nobody in the ceremony.
fn strangers() -> Root {
    opened(SeedForm::Slip39, OWN_SEED, &Secret::new("a stranger's".to_owned()))
}

fn witness(name: &str, address: &str) -> String {
    format!("[[witness]]\nname = \"{name}\"\nsigns = \"key\"\n{address}")
}

/// A real ceremony of one with these tables, into which signatures are put by the witnesses' names: by these keys, or by
/// that of rehearsals.
fn signed(tables: &str, keys: &[(&str, Option<&Root>)]) -> Files {
    let files = real(&SOLO.replacen("[manifest]", &format!("{tables}\n[manifest]"), 1));
    let mut changed = files.clone();
    for (name, key) in keys {
        let file = Layout::witness_statement(name);
        let by = |root: &&Root| root.sign(&first(), &files[&file]).unwrap();
        let signature = key.as_ref().map_or_else(|| sign_as_rehearsal_witness(name, &files[&file]), by);
        changed.insert(Layout::signature(&file), signature.to_string().into_bytes());
    }
    public(&remade(&files, &changed))
}

fn ghosts() -> Vec<Trial> {
    let team = opened(SeedForm::Slip39, OWN_SEED, &rehearsal_passphrase("MasterAdminVault"));
    let shown =
        opened(SeedForm::Bip39, test_seed(12, SeedForm::Bip39, 1).unwrap(), &Secret::new(String::new()));
    let stranger = strangers();
    let (notary, address) = (witness("notary", ""), stranger.address(&first()).unwrap());
    let payee =
        format!("[[external]]\nname = \"payee\"\nlabel = \"Payee\"\naddress = \"{address}\"\n\n{notary}");
    let known = format!("address = \"{address}\"\n");
    let planned = format!("{notary}\n{}", witness("clerk", &known));
    let two = format!("{notary}\n{}", witness("clerk", ""));
    let well = signed(&notary, &[("notary", Some(&stranger))]);
    let report = judge(&well, &told(&well));
    assert_eq!(report.of(Verdict::Failed).count(), 0, "{}", report.json());
    let made = [
        ("a key of the team", signed(&notary, &[("notary", Some(&team))])),
        ("an outside address", signed(&payee, &[("notary", Some(&stranger))])),
        ("one that is planned", signed(&planned, &[("notary", Some(&stranger)), ("clerk", Some(&stranger))])),
        (
            "one that another signed with",
            signed(&two, &[("notary", Some(&stranger)), ("clerk", Some(&stranger))]),
        ),
        ("of rehearsals", signed(&notary, &[("notary", None)])),
        ("of a published seed", signed(&notary, &[("notary", Some(&shown))])),
    ];
    made.into_iter().map(|(name, files)| Trial::passed(name, &files, told(&files))).collect()
}
