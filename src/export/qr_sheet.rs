//! The printable sheet: every address of a verified bundle with its code.

use super::paper::{Card, Paper};
use crate::keys::Digest;
use crate::manifest::{ContractEntry, Manifest};
use crate::text::{Catalog, Message, Problem};

/// A self-contained HTML page for A4: for each address its code (the address and nothing else), label, groups of four, path and
/// wallet; the ceremony, its marks and the manifest's digest on top. Headings are in the catalog's language, all else as it
/// stands in the manifest.
///
/// # Errors
/// `export-sheet-large`: more than 2,000 addresses.
pub fn qr_sheet(manifest: &Manifest, digest: Digest, catalog: &Catalog) -> Result<Vec<u8>, Problem> {
    let paper = Paper::new(manifest, digest, catalog)?;
    let about = Message::new("qr-sheet-about").with("chain", manifest.ceremony.chain_id);
    let mut page = paper.head("", &about);
    for (heading, cards) in sections(&paper).iter().filter(|(_, cards)| !cards.is_empty()) {
        page += &paper.cards("", &catalog.text(heading), cards)?;
    }
    page += "</body>\n</html>\n";
    Ok(page.into_bytes())
}

/// The headings with their cards: confirmed on devices, predicted, and taken from the plan.
fn sections(paper: &Paper) -> [(&'static str, Vec<Card>); 3] {
    let manifest = paper.manifest;
    let say = |message: Message| paper.catalog.say(&message);
    let name = |label: &str| format!("{}{label}", paper.marks);
    let own = manifest.addresses.iter().map(|row| {
        let wallet = Message::new("qr-sheet-wallet").with("member", &row.member).with("wallet", &row.wallet);
        let lines = vec![row.path.to_string(), say(wallet), row.role.to_string()];
        Card { address: row.address, name: name(&row.label), lines }
    });
    let contracts = manifest.contracts.iter().map(|entry| {
        let kind = match entry {
            ContractEntry::Safe(_) => "Safe",
            ContractEntry::Split(_) => "0xSplits",
        };
        let chains: Vec<_> = entry.chains().iter().map(u64::to_string).collect();
        let chains = say(Message::new("qr-sheet-chains").with("chains", chains.join(", ")));
        Card {
            address: entry.address(),
            name: name(entry.label()),
            lines: vec![kind.to_owned(), chains, entry.name().to_owned()],
        }
    });
    // What is still open has no address.
    let externals = manifest.externals.iter().filter_map(|entry| {
        Some(Card {
            address: entry.address.parse().ok()?,
            name: name(&entry.label),
            lines: vec![entry.name.clone()],
        })
    });
    [
        ("qr-sheet-confirmed", own.collect()),
        ("qr-sheet-predicted", contracts.collect()),
        ("qr-sheet-external", externals.collect()),
    ]
}
