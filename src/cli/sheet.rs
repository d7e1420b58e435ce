//! The sheet about a contract: facts, transaction, decoded calldata and what must be on chain, in aligned columns.

use unicode_width::UnicodeWidthStr;

use super::Output;
use crate::contracts::batch::checksum;
use crate::contracts::{Batch, Chain, Deployed, Row, SafeState, Transaction};
use crate::text::Message;

pub(super) use crate::contracts::named;

/// Prints the parts of a sheet.
pub(super) struct Sheet<'a> {
    output: &'a Output,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(output: &'a Output) -> Self {
        Self { output }
    }

    /// First line, and a second where the chain's ether is worth nothing.
    pub(super) fn title(&self, title: &Message, chain_id: u64) {
        self.output.say(title);
        if Chain::by_id(chain_id).is_some_and(|chain| chain.testnet) {
            self.output.say(&Message::new("sheet-testnet"));
        }
        self.output.line("");
    }

    /// A label in the person's language.
    pub(super) fn label(&self, id: &'static str) -> String {
        self.output.catalog().text(id)
    }

    /// The label of one of several.
    pub(super) fn numbered(&self, id: &'static str, number: usize) -> String {
        self.output.catalog().say(&Message::new(id).with("number", number))
    }

    /// Labels and values.
    pub(super) fn facts(&self, facts: Vec<(String, String)>) {
        self.columns(facts.into_iter().map(|(label, value)| vec![label, value]).collect());
    }

    /// What to send.
    pub(super) fn transaction(&self, tx: &Transaction) {
        self.later(&Message::new("sheet-transaction"), tx);
    }

    /// What may be sent later.
    pub(super) fn later(&self, heading: &Message, tx: &Transaction) {
        self.heading(heading);
        self.columns(self.parts(tx));
    }

    /// The decoded calldata.
    pub(super) fn decoded(&self, rows: &[Row]) {
        self.heading(&Message::new("sheet-decoded"));
        self.columns(rows.iter().map(columns_of).collect());
    }

    /// What must be on chain before.
    pub(super) fn needs(&self, needs: &[Deployed], chain_id: u64) {
        self.heading(&Message::new("sheet-needs").with("chain", chain_id));
        self.columns(needs.iter().map(|need| self.need(need)).collect());
    }

    /// Owners and threshold of a Safe, before and after.
    pub(super) fn states(&self, before: &SafeState, after: &SafeState) {
        for (heading, state) in [("sheet-before", before), ("sheet-after", after)] {
            let owners = state.owners.iter().enumerate();
            let mut facts: Vec<_> =
                owners.map(|(i, owner)| (self.numbered("safe-owner", i + 1), owner.to_string())).collect();
            facts.push((self.label("safe-threshold"), state.threshold.to_string()));
            self.part(heading, facts);
        }
    }

    /// The calls of a batch, each with what it does in words.
    pub(super) fn calls(&self, words: &[String], batch: &Batch) {
        self.heading(&Message::new("sheet-calls").with("count", batch.calls.len()));
        for (i, (what, call)) in words.iter().zip(&batch.calls).enumerate() {
            self.output.line(&format!("  {}. {what}", i + 1));
            for line in aligned(&self.parts(call)) {
                self.output.line(&format!("     {line}"));
            }
        }
        if !batch.calls.is_empty() {
            self.checksum(batch);
        }
    }

    /// By what a batch's file is known.
    pub(super) fn checksum(&self, batch: &Batch) {
        if let Some(sum) = checksum(&batch.document()) {
            self.output.line("");
            self.facts(vec![(self.label("sheet-checksum"), sum)]);
        }
    }

    /// Labels and values below a heading.
    pub(super) fn part(&self, heading: &'static str, facts: Vec<(String, String)>) {
        self.heading(&Message::new(heading));
        self.facts(facts);
    }

    /// What a device shows, screen by screen.
    pub(super) fn screens(&self, screens: &[(&'static str, Vec<String>)]) {
        self.heading(&Message::new("sheet-screens"));
        for (i, (title, lines)) in screens.iter().enumerate() {
            let lines: String = lines.iter().map(|line| format!("  {line}")).collect();
            self.output.line(&format!("  {:>2}. {title}{lines}", i + 1));
        }
    }

    fn parts(&self, tx: &Transaction) -> Vec<Vec<String>> {
        vec![
            vec![self.label("sheet-to"), named(tx.to)],
            vec![self.label("sheet-value"), format!("{} wei", tx.value)],
            vec![self.label("sheet-data"), tx.data.to_string()],
        ]
    }

    /// Sentences to know, each with a dash.
    pub(super) fn notes(&self, notes: &[Message]) {
        self.heading(&Message::new("sheet-notes"));
        for note in notes {
            self.output.line(&format!("  - {}", self.output.catalog().say(note)));
        }
    }

    fn need(&self, need: &Deployed) -> Vec<String> {
        let hash = match need.code_hash {
            Some(hash) => format!("keccak256 {hash}"),
            None => self.label("sheet-no-code-hash"),
        };
        vec![need.name.clone(), need.address.to_string(), hash]
    }

    fn heading(&self, heading: &Message) {
        self.output.line("");
        self.output.say(heading);
    }

    fn columns(&self, rows: Vec<Vec<String>>) {
        for line in aligned(&rows) {
            self.output.line(&format!("  {line}"));
        }
    }
}

fn columns_of(row: &Row) -> Vec<String> {
    let value = match row.value.parse() {
        Ok(address) if row.solidity_type == "address" => named(address),
        _ => row.value.clone(),
    };
    vec![format!("{}{}", "  ".repeat(row.depth.into()), row.name), row.solidity_type.to_owned(), value]
}

/// Lines whose columns begin at the same place on a terminal, where a Japanese character takes two cells. Nothing is
/// ever cut: calldata and addresses are worth nothing but whole.
pub(super) fn aligned(rows: &[Vec<String>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<_> = (0..columns)
        .map(|i| rows.iter().filter_map(|row| row.get(i)).map(|cell| cell.width()).max().unwrap_or(0))
        .collect();
    rows.iter()
        .map(|row| {
            let padded = row
                .iter()
                .zip(&widths)
                .map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.width())));
            padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_begin_at_the_same_cell_in_both_languages() {
        let rows = [["オーナー", "0x1"], ["To", "0x2"]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(aligned(&rows), ["オーナー  0x1", "To        0x2"]);
    }

    #[test]
    fn nothing_is_cut_and_nothing_trails() {
        let long = "f".repeat(2000);
        let rows = [vec!["a".to_owned(), long.clone()], vec!["bb".to_owned(), "c".to_owned()]];
        assert_eq!(aligned(&rows), [format!("a   {long}"), "bb  c".to_owned()]);
    }
}
