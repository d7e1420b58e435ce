//! Seeds that everyone knows. Rehearsals use the test seeds; the verifier refuses the addresses of all of them.
//!
//! Anyone can remake the test seeds: with d = SHA-256 of `Gishiki rehearsal seed, never funded: <form> <n>`, where
//! the form is `slip39-20`, `slip39-33`, `bip39-12` or `bip39-24` and n counts from 1, the entropy of BIP-39 or the
//! encrypted master secret of SLIP-39 is the first 16 or 32 bytes of d. The SLIP-39 share is 1-of-1 and extendable,
//! with exponent 1 and the low 15 bits of d as identifier. `docs/rehearsal.md` publishes them, and how passphrases are made.

use std::sync::OnceLock;

use super::{Secret, Seed, SeedForm, WalletIdentity};

/// `slip39-20`, n from 1.
const SLIP39_20: [&str; 8] = [
    "camera evoke academic academic dish darkness belong science short withdraw exchange unkind eclipse sweater keyboard brave burden duckling skunk shaft",
    "infant penalty academic academic display birthday busy similar wildlife promise energy dress suitable olympic silver drink solution beard adapt invasion",
    "evil birthday academic academic document expect juice emphasis system firm cricket revenue wisdom umbrella gravity ancient plastic craft pharmacy knit",
    "detect premium academic academic dough swing tackle mule install pitch toxic cinema network theater teaspoon lunch memory pink subject game",
    "punish birthday academic academic bedroom prospect webcam mineral album fraction merit idle indicate flea plan cowboy salary amuse pregnant adorn",
    "cinema vexed academic academic armed tendency garbage evening firm infant lilac either loyalty ruin shadow crystal estimate helpful math flame",
    "grocery typical academic academic aide medical ancient airport cover public coal exhaust rapids method theater cage tadpole snake swing credit",
    "emerald survive academic academic cultural perfect alto main gesture disease idle salon brave husband adjust phrase piece scout chew maximum",
];

/// `slip39-33`, n from 1.
const SLIP39_33: [&str; 4] = [
    "yoga survive academic academic aircraft always brave leaves vexed prize river lobe endorse stick trip champion tofu cultural smith hobo armed fiction very large admit slim often romp station vocal deny demand ending",
    "primary aquatic academic academic advocate moment segment single quarter artist legs adult skunk permit install solution afraid already petition cargo disaster disease maximum glen total purchase forecast switch mason provide loan payment bedroom",
    "herd agency academic academic academic early nail much tenant exceed lips muscle pistol vocal silver task wrist satisfy predator always impulse likely scramble length evoke distance orbit enlarge modern necklace hamster findings impulse",
    "depend withdraw academic academic animal ivory fused spirit fangs fishing nervous burden criminal glad owner ajar always inform editor meaning hobo payroll pupal fishing general frequent huge curious faint hunting execute glasses clinic",
];

/// `bip39-12`, n from 1.
const BIP39_12: [&str; 8] = [
    "sadness embody dignity best dawn loyal found genre pulp screen forest chaos",
    "try smoke blind joy magic try maximum elite manual word rural width",
    "fossil thought arrow girl upon inspire eternal cliff wasp push birth sing",
    "mango lazy desert day monitor chief obtain copper episode used anger resemble",
    "lizard liquid oxygen like drastic mixed script alarm sunny goose all elegant",
    "promote casual rain silver copy reflect own kit front coffee food push",
    "smart put amateur ivory trend fabric into under paper harvest drift uncover",
    "tomorrow couple symptom vapor dog primary margin recycle artist chicken habit spice",
];

/// `bip39-24`, n from 1.
const BIP39_24: [&str; 4] = [
    "glow movie grief furnace cherry adult soon warfare they scissors tooth slight neglect chunk embody stairs cube million elite cereal neck candy section mouse",
    "resemble test cram roast tobacco sense shine fade outside aerobic general check dinner trade frost ecology inmate autumn congress pencil imitate slot prison warfare",
    "ahead yard rack wise salad tackle put session call soft ranch unaware fiscal goose faculty stadium lizard wisdom seven sorry pause rose hour analyst",
    "knife parrot sister bid inmate year taxi slight warfare mandate float despair spread bomb promote rely witness joy holiday happy robot movie word cloud",
];

/// Seeds that other people published, most of them as the default of a tool or a document.
const WELL_KNOWN: [(SeedForm, &str); 5] = [
    // trezor-firmware: tests and emulator.
    (SeedForm::Bip39, "all all all all all all all all all all all all"),
    // BIP-39: the all-zero test vector.
    (
        SeedForm::Bip39,
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about",
    ),
    // Hardhat, Foundry's anvil.
    (SeedForm::Bip39, "test test test test test test test test test test test junk"),
    // Ganache with --deterministic.
    (SeedForm::Bip39, "myth like bonus scare over problem client lizard pioneer submit female collect"),
    // trezor-firmware: MNEMONIC_SLIP39_SINGLE_EXT_20.
    (
        SeedForm::Slip39,
        "academic again academic academic academic academic academic academic academic academic \
         academic academic academic academic academic academic academic pecan provide remember",
    ),
];

/// The test seed `n`, from 1, of a form and a number of words: eight with 20 words of SLIP-39 and 12 of BIP-39, four
/// with 33 and 24. `None` where there is none.
pub fn test_seed(words: usize, form: SeedForm, n: usize) -> Option<&'static str> {
    let seeds: &[&str] = match (form, words) {
        (SeedForm::Slip39, 20) => &SLIP39_20,
        (SeedForm::Slip39, 33) => &SLIP39_33,
        (SeedForm::Bip39, 12) => &BIP39_12,
        (SeedForm::Bip39, 24) => &BIP39_24,
        _ => return None,
    };
    seeds.get(n.checked_sub(1)?).copied()
}

/// Every test seed.
pub fn all() -> impl Iterator<Item = (SeedForm, &'static str)> {
    let slip39 = SLIP39_20.iter().chain(&SLIP39_33).map(|&words| (SeedForm::Slip39, words));
    let bip39 = BIP39_12.iter().chain(&BIP39_24).map(|&words| (SeedForm::Bip39, words));
    slip39.chain(bip39)
}

/// Seeds that other people published.
pub fn well_known() -> impl Iterator<Item = (SeedForm, &'static str)> {
    WELL_KNOWN.into_iter()
}

/// Whether a wallet is the one without a passphrase of a published seed. Each of them is opened once, when first asked.
pub fn is_published(standard: &WalletIdentity) -> bool {
    static KNOWN: OnceLock<Vec<WalletIdentity>> = OnceLock::new();
    let identity = |(form, words): (SeedForm, &'static str)| {
        let seed = Seed::of_published(form, words).ok()?;
        seed.open(&Secret::new(String::new())).ok()?.identity().ok()
    };
    KNOWN.get_or_init(|| all().chain(well_known()).filter_map(identity).collect()).contains(standard)
}

/// The passphrase of a wallet in a rehearsal: `rehearsal ` and the wallet's name.
pub fn rehearsal_passphrase(wallet_name: &str) -> Secret {
    Secret::new(format!("rehearsal {wallet_name}"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use coins_bip39::{English, Entropy, Mnemonic};

    use super::*;
    use crate::keys::Digest;
    use crate::keys::slip39::EncryptedSecret;

    fn remade(form: SeedForm, words: usize, n: usize) -> String {
        let name = match form {
            SeedForm::Bip39 => "bip39",
            SeedForm::Slip39 => "slip39",
        };
        let digest = Digest::of(format!("Gishiki rehearsal seed, never funded: {name}-{words} {n}"));
        let digest = digest.as_bytes();
        let bytes = if matches!(words, 12 | 20) { &digest[..16] } else { &digest[..] };
        match form {
            SeedForm::Bip39 => {
                let entropy = Entropy::from_slice(bytes).unwrap();
                Mnemonic::<English>::new_from_entropy(entropy).to_phrase().to_string()
            }
            SeedForm::Slip39 => {
                let id = u16::from_be_bytes([digest[30], digest[31]]) & 0x7fff;
                let encrypted = EncryptedSecret::new(bytes, id, true, 1).unwrap();
                encrypted.single_share().expose().to_owned()
            }
        }
    }

    #[test]
    fn the_rule_makes_every_test_seed_and_there_are_no_others() {
        let kinds = [
            (SeedForm::Slip39, 20, 8),
            (SeedForm::Slip39, 33, 4),
            (SeedForm::Bip39, 12, 8),
            (SeedForm::Bip39, 24, 4),
        ];
        let mut seen = Vec::new();
        for (form, words, count) in kinds {
            for n in 1..=count {
                let seed = test_seed(words, form, n).unwrap();
                assert_eq!(seed, remade(form, words, n), "{form:?} {words} {n}");
                assert_eq!(seed.split(' ').count(), words);
                seen.push((form, seed));
            }
            assert_eq!(test_seed(words, form, 0), None);
            assert_eq!(test_seed(words, form, count + 1), None);
        }
        assert_eq!(seen, all().collect::<Vec<_>>());
        assert_eq!(test_seed(15, SeedForm::Bip39, 1), None);
    }

    #[test]
    fn the_page_about_rehearsals_publishes_every_test_seed_and_no_other() {
        let page = include_str!("../../docs/rehearsal.md");
        let published: Vec<_> = page.lines().filter(|line| line.starts_with("| `")).collect();
        let mut rows = Vec::new();
        for (kind, words, form) in [
            ("slip39-20", 20, SeedForm::Slip39),
            ("slip39-33", 33, SeedForm::Slip39),
            ("bip39-12", 12, SeedForm::Bip39),
            ("bip39-24", 24, SeedForm::Bip39),
        ] {
            let seeds = (1..).map_while(|n| test_seed(words, form, n).map(|seed| (n, seed)));
            rows.extend(seeds.map(|(n, seed)| format!("| `{kind}` | {n} | {seed} |")));
        }
        assert_eq!(published, rows);
        let passphrase = rehearsal_passphrase("MasterAdminVault");
        assert!(
            page.contains(&format!(
                "`rehearsal ` and the wallet's name in the plan: `{}`",
                passphrase.expose()
            ))
        );
    }

    #[test]
    fn every_published_seed_opens_another_wallet() {
        let wallets: BTreeSet<_> = all()
            .chain(well_known())
            .map(|(form, words)| {
                let seed = Seed::parse(form, &Secret::new(words.to_owned())).unwrap();
                seed.open(&rehearsal_passphrase("Vault")).unwrap().identity().unwrap()
            })
            .collect();
        assert_eq!(wallets.len(), 24 + WELL_KNOWN.len());
    }

    #[test]
    fn every_published_seed_is_known_by_its_wallet_without_a_passphrase() {
        let identity = |form, words: &str, passphrase: &str| {
            let seed = Seed::parse(form, &Secret::new(words.to_owned())).unwrap();
            seed.open(&Secret::new(passphrase.to_owned())).unwrap().identity().unwrap()
        };
        for (form, words) in all().chain(well_known()) {
            assert!(is_published(&identity(form, words, "")), "{words}");
        }
        let (form, words) = all().next().unwrap();
        assert!(!is_published(&identity(form, words, "another")));
        // BIP-39's test vector for entropy 7f7f…, which no tool has as its default.
        let other = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        assert!(!is_published(&identity(SeedForm::Bip39, other, "")));
    }

    #[test]
    fn the_well_known_seeds_are_those_whose_addresses_are_known() {
        let first: Vec<_> = well_known()
            .map(|(form, words)| {
                let seed = Seed::parse(form, &Secret::new(words.to_owned())).unwrap();
                let path: crate::keys::AddressPath = "m/44'/60'/0'/0/0".parse().unwrap();
                let root = seed.open(&Secret::new(String::new())).unwrap();
                root.address(&path.indices()).unwrap().to_string()
            })
            .collect();
        // As the emulator, wallets of every kind, anvil, Ganache and shamir-mnemonic give them.
        assert_eq!(
            first,
            [
                "0x73d0385F4d8E00C5e6504C6030F47BF6212736A8",
                "0x9858EfFD232B4033E47d90003D41EC34EcaEda94",
                "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
                "0x90F8bf6A479f320ead074411a4B0e7944Ea8c9C1",
                "0xfC9B68e35A0593607342E9129Ce41659FD3730fC",
            ]
        );
    }
}
