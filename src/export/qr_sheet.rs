//! The printable sheet: every address of a verified bundle with its code.

use std::fmt::Write;

use crate::codes::{Code, Level, escaped, svg};
use crate::keys::{Address, Digest};
use crate::manifest::{ContractEntry, Manifest};
use crate::text::{Catalog, Message, Problem, words};

/// More than these make a file that no browser prints.
const CARDS_MAX: usize = 2_000;

/// A page of A4 has two addresses side by side, in the rows of a table: rows are what printing programs keep whole, and a table's
/// head what they repeat on every page. Nothing is loaded from anywhere: the policy in the head forbids it.
const STYLE: &str = "
@page { size: A4; margin: 12mm }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 186mm; background: #fff; color: #000; font: 9.5pt/1.35 sans-serif }
h1 { margin: 0 0 1mm; font-size: 15pt }
p { margin: 0 0 1.5mm }
table { width: 100%; margin-top: 4mm; border-collapse: collapse; table-layout: fixed }
thead { display: table-header-group }
tr { break-inside: avoid }
th { padding: 1mm 0; text-align: left }
th span { display: block; font-weight: normal; font-size: 7.5pt }
td { padding: 2mm 1mm; border-top: 0.2mm solid #000; vertical-align: top; overflow-wrap: anywhere }
col.code { width: 40mm }
svg { display: block; width: 37mm; height: 37mm }
b, td span { display: block }
.digest, .address, .path { font-family: monospace }
.digest { overflow-wrap: anywhere }
.address { margin: 1mm 0; white-space: pre; font-size: 11pt }
.marks { padding: 1mm 2mm; border: 0.6mm solid #000; font-weight: bold }
";

/// One address with what is said of it.
struct Card<'m> {
    address: Address,
    label: &'m str,
    lines: Vec<String>,
}

/// A self-contained HTML page for A4: for each address its code (the address and nothing else), label, groups of four, path and
/// wallet; the ceremony, its marks and the manifest's digest on top. Headings are in the catalog's language, all else as it
/// stands in the manifest.
///
/// # Errors
/// `export-sheet-large`: more than 2,000 addresses.
pub fn qr_sheet(manifest: &Manifest, digest: Digest, catalog: &Catalog) -> Result<Vec<u8>, Problem> {
    let sections = sections(manifest, catalog);
    let count: usize = sections.iter().map(|(_, cards)| cards.len()).sum();
    if count > CARDS_MAX {
        return Err(Problem::unusable("export-sheet-large").with("count", count).with("most", CARDS_MAX));
    }
    let marks = super::marks(&manifest.ceremony);
    let mut page = head(manifest, digest, catalog, &marks);
    for (heading, cards) in sections.iter().filter(|(_, cards)| !cards.is_empty()) {
        page += &table(&catalog.text(heading), cards, &marks, digest)?;
    }
    page += "</body>\n</html>\n";
    Ok(page.into_bytes())
}

fn head(manifest: &Manifest, digest: Digest, catalog: &Catalog, marks: &str) -> String {
    let heading = &manifest.ceremony;
    let title = format!("{marks}{}, {} {}", heading.organisation, heading.id, heading.sequence);
    let title = escaped(&title);
    let say = |message: Message| escaped(&catalog.say(&message));
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n",
        catalog.lang().code(),
    );
    if !marks.is_empty() {
        page += &format!(
            "<p class=\"marks\">{}</p>\n",
            say(Message::new("qr-sheet-marks").with("marks", marks.trim()))
        );
    }
    page += &format!("<p>{}</p>\n", say(Message::new("qr-sheet-about").with("chain", heading.chain_id)));
    page +=
        &format!("<p>{} <span class=\"digest\">{digest}</span></p>\n", say(Message::new("qr-sheet-digest")));
    page + &format!("<p class=\"digest\">{}</p>\n", words(digest.as_bytes()).join(" "))
}

/// The addresses of a section, under a heading that stands on each of its pages.
fn table(heading: &str, cards: &[Card], marks: &str, digest: Digest) -> Result<String, Problem> {
    let heading = format!("{}{}", escaped(marks), escaped(heading));
    let mut html = format!(
        "<table>\n<colgroup><col class=\"code\"><col><col class=\"code\"><col></colgroup>\n<thead><tr><th colspan=\"4\">\
         {heading}<span class=\"digest\">{digest}</span></th></tr></thead>\n<tbody>\n"
    );
    for pair in cards.chunks(2) {
        let cells = pair.iter().map(|card| card.html(marks)).collect::<Result<String, _>>()?;
        let rest = if pair.len() == 1 { "<td></td><td></td>" } else { "" };
        // Memory takes whatever is written to it.
        let _ = writeln!(html, "<tr>{cells}{rest}</tr>");
    }
    Ok(html + "</tbody>\n</table>\n")
}

/// The headings with their cards: confirmed on devices, predicted, and taken from the plan.
fn sections<'m>(manifest: &'m Manifest, catalog: &Catalog) -> [(&'static str, Vec<Card<'m>>); 3] {
    let say = |message: Message| catalog.say(&message);
    let own = manifest.addresses.iter().map(|row| {
        let wallet = Message::new("qr-sheet-wallet").with("member", &row.member).with("wallet", &row.wallet);
        let lines = vec![row.path.to_string(), say(wallet), row.role.to_string()];
        Card { address: row.address, label: &row.label, lines }
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
            label: entry.label(),
            lines: vec![kind.to_owned(), chains, entry.name().to_owned()],
        }
    });
    // What is still open has no address.
    let externals = manifest.externals.iter().filter_map(|entry| {
        Some(Card {
            address: entry.address.parse().ok()?,
            label: &entry.label,
            lines: vec![entry.name.clone()],
        })
    });
    [
        ("qr-sheet-confirmed", own.collect()),
        ("qr-sheet-predicted", contracts.collect()),
        ("qr-sheet-external", externals.collect()),
    ]
}

impl Card<'_> {
    fn html(&self, marks: &str) -> Result<String, Problem> {
        let text = self.address.to_string();
        // An address takes 42 bytes, and version 4 holds them at every level but the highest.
        let code = Code::of(&text, Level::M, 40).ok_or_else(|| Problem::unusable("code-frame"))?;
        let mut html = format!("<td>{}</td><td>", svg(&code, &text).trim_end());
        let _ = write!(html, "<b>{}{}</b>", escaped(marks), escaped(self.label));
        let _ = write!(html, "<span class=\"address\">{}</span>", rows(&self.address));
        for line in &self.lines {
            let class = if line.starts_with("m/") { " class=\"path\"" } else { "" };
            let _ = write!(html, "<span{class}>{}</span>", escaped(line));
        }
        Ok(html + "</td>")
    }
}

/// The address in rows of four groups, the prefix first, as devices show it.
fn rows(address: &Address) -> String {
    let cells: Vec<_> = std::iter::once("  0x".to_owned()).chain(address.groups()).collect();
    cells.chunks(4).map(|row| row.join(" ")).collect::<Vec<_>>().join("\n")
}
