//! The guide to MetaMask with a Trezor: a printable page for whoever sets it up, wallet by wallet.

mod contacts;
mod preface;
#[cfg(test)]
mod tests;
mod wallet;

use super::paper::Paper;
use crate::keys::{AddressPath, Digest};
use crate::manifest::Manifest;
use crate::plan::{Cell, Hardware, Program, programs};
use crate::text::{Catalog, Message, Problem};

use wallet::Wallet;

/// The program that the guide is about.
const PROGRAM: &str = "MetaMask";

const STYLE: &str = "
col.tick { width: 9mm }
col.place { width: 31mm }
col.grouped { width: 56mm }
col.mark { width: 8mm }
table.wallet, table.wallet + table.contacts { break-before: page }
tr.names td, tr.part td { font-weight: bold; break-after: avoid }
tr.part td { padding-top: 5mm }
td p:last-child { margin-bottom: 0 }
td.notes { font-size: 8pt }
td.notes p { margin: 0 0 0.5mm }
td .address { margin: 0 }
.box { width: 5mm; height: 5mm; border: 0.4mm solid #000 }
.beyond { display: flex; justify-content: space-between; gap: 4mm }
.beyond div:last-child { flex: 0 0 54mm }
ul { margin: 1.5mm 0 0; padding-left: 4.5mm }
li { margin-bottom: 0.8mm }
code { font: 8.5pt monospace; white-space: nowrap }
";

/// A self-contained HTML page for A4: what to know before one begins; for each passphrase wallet which of its addresses MetaMask lists
/// with a Trezor, where and under which name, and what reaches the others, as the reviewed matrix says; then the contacts to
/// type, under the names of [`metamask_labels`](super::metamask_labels), each with its code. Sentences are in the catalog's language.
///
/// # Errors
/// `export-sheet-large`: more than 2,000 addresses.
pub fn metamask_guide(manifest: &Manifest, digest: Digest, catalog: &Catalog) -> Result<Vec<u8>, Problem> {
    let guide = Guide {
        paper: Paper::new(manifest, digest, catalog)?,
        program: metamask(),
        contacts: super::labels::contacts(manifest),
    };
    let wallets = guide.wallets();
    let mut page = guide.paper.head(STYLE, &Message::new("guide-about"));
    page += &guide.preface(&wallets);
    wallets.iter().for_each(|wallet| page += &guide.wallet(wallet));
    page += &guide.contact_pages()?;
    page += "</body>\n</html>\n";
    Ok(page.into_bytes())
}

struct Guide<'m> {
    paper: Paper<'m>,
    program: &'static Program,
    contacts: Vec<super::labels::Contact>,
}

fn metamask() -> &'static Program {
    let found = programs().iter().find(|program| program.name == PROGRAM);
    found.expect("the file built in has it, as a test of this room sees")
}

/// What is known of a program and an address on a Trezor: a manifest does not say of other devices.
fn cell(program: &Program, path: AddressPath) -> Cell {
    program.cell(Hardware::Trezor, path)
}

impl<'m> Guide<'m> {
    /// The wallets in the order of their first address.
    fn wallets(&self) -> Vec<Wallet<'m>> {
        let mut wallets: Vec<Wallet> = Vec::new();
        for row in &self.paper.manifest.addresses {
            let place = wallets.iter().position(|it| it.is_of(row)).unwrap_or_else(|| {
                wallets.push(Wallet::new(row));
                wallets.len() - 1
            });
            wallets[place].add(row, cell(self.program, row.path));
        }
        wallets.iter_mut().for_each(Wallet::sort);
        wallets
    }

    /// The name that an address of a key has everywhere: that of its contact.
    fn name<'a>(&'a self, role: &'a str) -> &'a str {
        self.contacts.iter().find(|it| it.kind == "key" && it.role == role).map_or(role, |it| &it.name)
    }
}
