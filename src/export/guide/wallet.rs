//! A passphrase wallet: the rows of MetaMask's list, and the ways to what is not in it.

use std::fmt::Write;

use super::{Guide, cell};
use crate::codes::escaped;
use crate::export::paper::grouped;
use crate::manifest::ManifestAddress;
use crate::plan::{Cell, Program, Reach, Way, programs};
use crate::text::Message;

/// One wallet of a member, with what MetaMask lists of it and what it does not.
pub(super) struct Wallet<'m> {
    first: &'m ManifestAddress,
    /// By their numbers in MetaMask's list.
    pub listed: Vec<(&'m ManifestAddress, Way)>,
    /// In the manifest's order.
    pub beyond: Vec<&'m ManifestAddress>,
}

impl<'m> Wallet<'m> {
    pub fn new(first: &'m ManifestAddress) -> Self {
        Self { first, listed: Vec::new(), beyond: Vec::new() }
    }

    pub fn is_of(&self, row: &ManifestAddress) -> bool {
        (&self.first.member, &self.first.wallet) == (&row.member, &row.wallet)
    }

    pub fn add(&mut self, row: &'m ManifestAddress, cell: Cell) {
        match cell.way() {
            Some(way) => self.listed.push((row, way.clone())),
            None => self.beyond.push(row),
        }
    }

    pub fn sort(&mut self) {
        self.listed.sort_by_key(|(_, way)| way.number());
    }

    pub fn name(&self) -> String {
        format!("{}/{}", self.first.member, self.first.wallet)
    }

    /// What its browser profile is to be called; none where MetaMask has no use for one.
    pub fn profile(&self, marks: &str) -> Option<String> {
        let wanted = !self.listed.is_empty();
        wanted.then(|| format!("{marks}{} {}", self.first.member, self.first.wallet))
    }
}

impl Guide<'_> {
    /// The section of a wallet, on pages of its own.
    pub(super) fn wallet(&self, wallet: &Wallet) -> String {
        let mut rows = format!("<tr><td colspan=\"4\">{}</td></tr>\n", self.known(wallet));
        if !wallet.listed.is_empty() {
            rows += &self.part("guide-listed");
            rows += &self.names();
            wallet.listed.iter().for_each(|(row, way)| rows += &self.listed(row, way));
        }
        if !wallet.beyond.is_empty() {
            rows += &self.part("guide-beyond");
            rows += &self.notes(wallet);
            wallet.beyond.iter().for_each(|row| rows += &self.beyond(row));
        }
        let heading = Message::new("guide-wallet").with("wallet", wallet.name());
        let heading = self.paper.catalog.say(&heading.with("tier", wallet.first.tier));
        self.paper.table("wallet", &["tick", "place", "", "grouped"], &heading, &rows)
    }

    fn part(&self, id: &'static str) -> String {
        format!("<tr class=\"part\"><td colspan=\"4\">{}</td></tr>\n", self.paper.text(id))
    }

    fn names(&self) -> String {
        let cells = ["guide-column-place", "guide-column-name", "guide-column-address"];
        let cells: String = cells.iter().map(|id| format!("<td>{}</td>", self.paper.text(id))).collect();
        format!("<tr class=\"names\"><td></td>{cells}</tr>\n")
    }

    /// Its profile, and by which address one knows that the passphrase was the right one.
    fn known(&self, wallet: &Wallet) -> String {
        let profile = match wallet.profile(&self.paper.marks) {
            Some(profile) => Message::new("guide-profile").with("profile", profile),
            None => Message::new("guide-no-profile"),
        };
        let known = match wallet.listed.first() {
            Some((row, way)) if way.number() == Some(1) => {
                Message::new("guide-known-first").with("address", row.address).with("path", row.path)
            }
            Some((row, way)) => Message::new("guide-known-other")
                .with("address", row.address)
                .with("path", row.path)
                .with("number", way.number().unwrap_or_default()),
            None => Message::new("guide-known-none"),
        };
        format!("<p>{}</p><p>{}</p>", self.paper.say(&profile), self.paper.say(&known))
    }

    fn listed(&self, row: &ManifestAddress, way: &Way) -> String {
        format!(
            "<tr class=\"listed\"><td><div class=\"box\"></div></td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
            self.paper.say(&way.place()),
            self.described(row),
            grouped(&row.address),
        )
    }

    fn described(&self, row: &ManifestAddress) -> String {
        let name = escaped(self.name(&row.role));
        format!("<b>{name}</b><span class=\"path\">{}</span><span>{}</span>", row.path, escaped(&row.role))
    }

    fn beyond(&self, row: &ManifestAddress) -> String {
        let mut ways = String::new();
        for (program, _, way) in self.ways(row) {
            let how = match way.command() {
                Some(command) => format!("<code>{}</code>", escaped(command)),
                None => self.paper.say(&way.message()),
            };
            // Memory takes whatever is written to it.
            let _ = write!(ways, "<li><strong>{}</strong>: {how}</li>", escaped(&program.name));
        }
        format!(
            "<tr class=\"beyond-row\"><td></td><td colspan=\"3\"><div class=\"beyond\"><div>{}</div><div>{}</div></div><ul>{ways}</ul></td></tr>\n",
            self.described(row),
            grouped(&row.address),
        )
    }

    /// The other programs that reach an address: those that list it first, then those where a path is typed, then those that find it
    /// once it was used; none that asks for the passphrase on the computer.
    fn ways(&self, row: &ManifestAddress) -> Vec<(&'static Program, Cell, Way)> {
        let reached = programs().iter().filter_map(|program| {
            let cell = cell(program, row.path);
            let way = cell.way().filter(|_| !cell.passphrase_on_host)?.clone();
            Some((program, cell, way))
        });
        let mut ways: Vec<_> = reached.collect();
        ways.sort_by_key(|(_, cell, _)| match cell.reach() {
            Some(Reach::Listed) => 0,
            Some(Reach::Typed) => 1,
            Some(Reach::Used) | None => 2,
        });
        ways
    }

    /// What is to be known of the programs named, once each.
    fn notes(&self, wallet: &Wallet) -> String {
        let mut notes: Vec<String> = Vec::new();
        for (program, cell, _) in wallet.beyond.iter().flat_map(|row| self.ways(row)) {
            let Some(note) = &cell.note else { continue };
            let note =
                format!("<p><strong>{}</strong>: {}</p>", escaped(&program.name), self.paper.say(note));
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        if notes.is_empty() {
            return String::new();
        }
        format!("<tr><td colspan=\"4\" class=\"notes\">{}</td></tr>\n", notes.concat())
    }
}
