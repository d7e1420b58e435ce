use std::fs;
use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::codes::escaped;
use crate::manifest::{ContractEntry, ManifestAddress};
use crate::plan::{Reach, Verdict};
use crate::text::Lang;

const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/manifests/rehearsal-bonded-validator-1");

fn shipped() -> Manifest {
    serde_json::from_slice(&fs::read(Path::new(SHIPPED).join("public/manifest.json")).unwrap()).unwrap()
}

fn guide(manifest: &Manifest, lang: Lang) -> String {
    let digest = Digest::of(b"the manifest");
    String::from_utf8(metamask_guide(manifest, digest, &Catalog::new(lang)).unwrap()).unwrap()
}

/// The tables of a guide with this class.
fn tables<'t>(text: &'t str, class: &str) -> Vec<&'t str> {
    let opening = format!("<table class=\"{class}\">");
    text.split(&opening).skip(1).map(|rest| rest.split("</table>").next().unwrap()).collect()
}

/// The rows of a table with this class.
fn rows<'t>(table: &'t str, class: &str) -> Vec<&'t str> {
    let opening = format!("<tr class=\"{class}\">");
    table.split(&opening).skip(1).map(|rest| rest.split("</tr>").next().unwrap()).collect()
}

/// What stands in the row where an address does, put together from its groups.
fn address(row: &str) -> String {
    let text = row.split("<span class=\"address\">").nth(1).unwrap().split('<').next().unwrap();
    text.split_whitespace().collect()
}

/// The addresses of each wallet, in the order of the wallets' first ones.
fn wallets(manifest: &Manifest) -> Vec<Vec<&ManifestAddress>> {
    let mut found: Vec<Vec<&ManifestAddress>> = Vec::new();
    for row in &manifest.addresses {
        let same =
            |it: &&mut Vec<&ManifestAddress>| (&it[0].member, &it[0].wallet) == (&row.member, &row.wallet);
        match found.iter_mut().find(same) {
            Some(wallet) => wallet.push(row),
            None => found.push(vec![row]),
        }
    }
    found
}

/// Names and texts stand between tags that are closed in order; an attribute is quoted.
fn is_well_formed(html: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    for tag in html.split('<').skip(1) {
        let Some((tag, text)) = tag.split_once('>') else { return false };
        let name = tag.split([' ', '/']).find(|it| !it.is_empty()).unwrap_or_default();
        let alone = tag.ends_with('/') || ["!doctype", "meta", "col"].contains(&name);
        let entities = text.split('&').skip(1);
        let named = |it: &str| ["amp;", "lt;", "gt;", "quot;"].iter().any(|name| it.starts_with(name));
        if text.contains('>') && name != "style" || !entities.into_iter().all(named) {
            return false;
        }
        match (tag.starts_with('/'), alone) {
            (true, _) if open.pop() != Some(name) => return false,
            (false, false) => open.push(name),
            _ => {}
        }
    }
    open.is_empty()
}

/// The shipped manifest with these labels and paths, again from the first where they run out.
fn changed(labels: &[String], tails: &[(u32, u32, u32)]) -> Manifest {
    let mut manifest = shipped();
    let mut labels = labels.iter().cycle().cloned();
    let mut tails = tails.iter().cycle();
    for row in &mut manifest.addresses {
        let (account, change, index) = *tails.next().unwrap();
        row.label = labels.next().unwrap().into();
        row.path = AddressPath::new(account, change, index).unwrap();
    }
    for contract in &mut manifest.contracts {
        match contract {
            ContractEntry::Safe(safe) => safe.label = labels.next().unwrap(),
            ContractEntry::Split(split) => split.label = labels.next().unwrap(),
        }
    }
    manifest
}

/// What a wallet's section must say, from the matrix alone.
fn judge(section: &str, wallet: &[&ManifestAddress], catalog: &Catalog) {
    let (listed, beyond) = (rows(section, "listed"), rows(section, "beyond-row"));
    assert_eq!(listed.len() + beyond.len(), wallet.len());
    let numbers: Vec<u32> = listed
        .iter()
        .map(|row| {
            let key = wallet.iter().find(|it| it.address.to_string() == address(row)).unwrap();
            let cell = metamask().cell(Hardware::Trezor, key.path);
            let Verdict::Reached(Reach::Listed, way) = cell.verdict else { panic!("{key:?}") };
            let number = key.path.index() + 1;
            assert_eq!((key.path.account(), key.path.change(), way.number()), (0, 0, Some(number)));
            assert!(row.contains(&escaped(&catalog.say(&way.place()))));
            assert!(row.contains(&format!(">{}<", key.path)) && row.contains(&format!(">{}<", key.role)));
            number
        })
        .collect();
    assert!(numbers.is_sorted());
    let left: Vec<_> = wallet.iter().filter(|it| metamask().reach(it.path).is_none()).collect();
    for (row, key) in beyond.iter().zip(&left) {
        assert_eq!(address(row), key.address.to_string());
        assert!(row.contains("<strong>cast</strong>") && row.contains(&key.path.to_string()));
        for program in programs() {
            let way = program.cell(Hardware::Trezor, key.path).way().cloned();
            let named = row.contains(&format!("<strong>{}</strong>", escaped(&program.name)));
            assert_eq!(named, way.is_some() && program.name != "safe-cli", "{} {}", program.name, key.path);
            let says = |way: &crate::plan::Way| {
                let said = way.command().map_or_else(|| catalog.say(&way.message()), str::to_owned);
                row.contains(&escaped(&said))
            };
            assert!(!named || way.is_some_and(|way| says(&way)));
        }
    }
    assert_eq!(beyond.len(), left.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_key_stands_where_the_matrix_says_and_every_contact_under_its_name(
        labels in prop::collection::vec("[!-~]([ -~]{0,46}[!-~])?", 1..30),
        tails in prop::collection::vec((0..3_u32, 0..2_u32, prop_oneof![0..7_u32, 995..1005_u32]), 1..30),
    ) {
        let manifest = changed(&labels, &tails);
        for lang in [Lang::En, Lang::Ja] {
            let text = guide(&manifest, lang);
            prop_assert!(is_well_formed(&text));
            let sections = tables(&text, "wallet");
            let wallets = wallets(&manifest);
            prop_assert_eq!(sections.len(), wallets.len());
            for (section, wallet) in sections.iter().zip(&wallets) {
                judge(section, wallet, &Catalog::new(lang));
            }
            let cards = tables(&text, "contacts").concat();
            let cards: Vec<_> = cards.split("<svg").skip(1).map(str::to_owned).collect();
            let contacts = super::super::labels::contacts(&manifest);
            prop_assert_eq!(cards.len(), contacts.len());
            let of_kind = |kind: &'static str| contacts.iter().filter(move |it| it.kind == kind);
            let expected = of_kind("contract").chain(of_kind("external")).chain(of_kind("key"));
            for (card, contact) in cards.iter().zip(expected) {
                prop_assert_eq!(address(card), contact.address.to_string());
                let chains: Vec<_> = contact.chains.iter().map(u64::to_string).collect();
                let name = format!("<b>{}</b>", escaped(&contact.name));
                prop_assert!(card.contains(&name) && card.contains(&chains.join(", ")));
            }
        }
    }
}

#[test]
fn the_marks_and_the_digest_head_every_table() {
    let mut manifest = shipped();
    manifest.ceremony.testnet = true;
    let text = guide(&manifest, Lang::En);
    let digest = Digest::of(b"the manifest");
    let heads: Vec<_> =
        text.split("<thead>").skip(1).map(|it| it.split("</thead>").next().unwrap()).collect();
    assert!(heads.len() > 5);
    for head in heads {
        assert!(head.contains("REHEARSAL TESTNET ") && head.contains(&digest.to_string()), "{head}");
    }
    assert_eq!(manifest.ceremony.marks(" "), "REHEARSAL TESTNET ");
    assert!(!text.contains("<script") && !text.contains("href") && !text.contains("src="));
}

#[test]
fn a_label_is_never_a_tag() {
    let hostile = "</td></table><script>alert(1)</script>&amp;\"".to_owned();
    let text = guide(&changed(&[hostile], &[(0, 0, 0), (1, 0, 0)]), Lang::Ja);
    assert!(is_well_formed(&text) && !text.contains("<script"));
}

#[test]
fn the_passphrase_is_recognised_by_an_address_of_the_manifest_alone() {
    let known = |tails: &[(u32, u32, u32)]| {
        let manifest = changed(&["a label".to_owned()], tails);
        let text = guide(&manifest, Lang::En);
        (tables(&text, "wallet")[0].split("</tr>").nth(1).unwrap().to_owned(), manifest.addresses[0].address)
    };
    let (first, address) = known(&[(0, 0, 0)]);
    assert!(first.contains(&format!("number 1 of the list, m/44'/60'/0'/0/0, is {address}")), "{first}");
    let (other, address) = known(&[(0, 0, 3)]);
    assert!(other.contains(&format!("number 4, m/44'/60'/0'/0/3, is {address}")), "{other}");
    let (none, _) = known(&[(1, 0, 0)]);
    assert!(none.contains("make no profile for it") && !none.contains("0x"), "{none}");
}

#[test]
fn what_no_browser_prints_is_refused() {
    let mut manifest = shipped();
    let row = manifest.addresses[0].clone();
    manifest.addresses = vec![row; 2_001];
    let refused = metamask_guide(&manifest, Digest::of(b""), &Catalog::new(Lang::En)).unwrap_err();
    assert_eq!(refused.id(), "export-sheet-large");
}
