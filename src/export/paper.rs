//! What printed pages have in common: a head that says whose they are, tables whose headings stand on every page, codes.

use std::fmt::Write;

use crate::codes::{Code, Level, escaped, svg};
use crate::keys::{Address, Digest};
use crate::manifest::Manifest;
use crate::text::{Catalog, Message, Problem, words};

/// More addresses than these make a file that no browser prints.
const ADDRESSES_MAX: usize = 2_000;

/// For A4, in tables: rows are what printing programs keep whole, and a table's head what they repeat on every page. Nothing is
/// loaded from anywhere: the policy in the head forbids it.
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

/// The pages of one manifest. All text that it takes is escaped by it, but for what is said to be HTML.
pub struct Paper<'m> {
    pub manifest: &'m Manifest,
    /// Of the manifest.
    pub digest: Digest,
    pub catalog: &'m Catalog,
    /// What stands before every name.
    pub marks: String,
}

impl<'m> Paper<'m> {
    /// # Errors
    /// `export-sheet-large`: more than 2,000 addresses.
    pub fn new(manifest: &'m Manifest, digest: Digest, catalog: &'m Catalog) -> Result<Self, Problem> {
        let count = manifest.addresses.len() + manifest.contracts.len() + manifest.externals.len();
        if count > ADDRESSES_MAX {
            return Err(Problem::unusable("export-sheet-large")
                .with("count", count)
                .with("most", ADDRESSES_MAX));
        }
        Ok(Self { manifest, digest, catalog, marks: manifest.ceremony.marks(" ") })
    }

    pub fn say(&self, message: &Message) -> String {
        escaped(&self.catalog.say(message))
    }

    pub fn text(&self, id: &'static str) -> String {
        escaped(&self.catalog.text(id))
    }

    /// Everything up to the first table: whose pages they are, their marks, what they are about, and the manifest's digest. `style` is added
    /// to that of all papers.
    pub fn head(&self, style: &str, about: &Message) -> String {
        let heading = &self.manifest.ceremony;
        let title =
            escaped(&format!("{}{}, {} {}", self.marks, heading.organisation, heading.id, heading.sequence));
        let mut page = format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <title>{title}</title>\n<style>{STYLE}{style}</style>\n</head>\n<body>\n<h1>{title}</h1>\n",
            self.catalog.lang().code(),
        );
        if !self.marks.is_empty() {
            let marks = Message::new("qr-sheet-marks").with("marks", self.marks.trim());
            page += &format!("<p class=\"marks\">{}</p>\n", self.say(&marks));
        }
        page += &format!("<p>{}</p>\n", self.say(about));
        let digest = self.digest;
        page += &format!("<p>{} <span class=\"digest\">{digest}</span></p>\n", self.text("qr-sheet-digest"));
        page + &format!("<p class=\"digest\">{}</p>\n", words(digest.as_bytes()).join(" "))
    }

    /// Rows (HTML) in columns of these classes, under a heading that stands on each of their pages with the marks and the digest.
    pub fn table(&self, class: &str, columns: &[&str], heading: &str, rows: &str) -> String {
        let marked = format!("{}{}", escaped(&self.marks), escaped(heading));
        let columns_html: String = columns.iter().map(|class| format!("<col{}>", attribute(class))).collect();
        format!(
            "<table{}>\n<colgroup>{columns_html}</colgroup>\n<thead><tr><th colspan=\"{}\">\
             {marked}<span class=\"digest\">{}</span></th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n",
            attribute(class),
            columns.len(),
            self.digest,
        )
    }

    /// Two addresses side by side, each with its code.
    ///
    /// # Errors
    /// No code holds an address, which never is so.
    pub fn cards(&self, class: &str, heading: &str, cards: &[Card]) -> Result<String, Problem> {
        let mut rows = String::new();
        for pair in cards.chunks(2) {
            let cells = pair.iter().map(Card::html).collect::<Result<String, _>>()?;
            let rest = if pair.len() == 1 { "<td></td><td></td>" } else { "" };
            // Memory takes whatever is written to it.
            let _ = writeln!(rows, "<tr>{cells}{rest}</tr>");
        }
        Ok(self.table(class, &["code", "", "code", ""], heading, &rows))
    }
}

fn attribute(class: &str) -> String {
    if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") }
}

/// One address with what is said of it.
pub struct Card {
    pub address: Address,
    /// Its name, with the marks before it.
    pub name: String,
    pub lines: Vec<String>,
}

impl Card {
    fn html(&self) -> Result<String, Problem> {
        let text = self.address.to_string();
        // An address takes 42 bytes, and version 4 holds them at every level but the highest.
        let code = Code::of(&text, Level::M, 40).ok_or_else(|| Problem::unusable("code-frame"))?;
        let mut html = format!("<td>{}</td><td>", svg(&code, &text).trim_end());
        let _ = write!(html, "<b>{}</b>{}", escaped(&self.name), grouped(&self.address));
        for line in &self.lines {
            let class = if line.starts_with("m/") { " class=\"path\"" } else { "" };
            let _ = write!(html, "<span{class}>{}</span>", escaped(line));
        }
        Ok(html + "</td>")
    }
}

/// The address in rows of four groups, the prefix first, as devices show it: HTML.
pub fn grouped(address: &Address) -> String {
    let cells: Vec<_> = std::iter::once("  0x".to_owned()).chain(address.groups()).collect();
    let rows: Vec<_> = cells.chunks(4).map(|row| row.join(" ")).collect();
    format!("<span class=\"address\">{}</span>", rows.join("\n"))
}
