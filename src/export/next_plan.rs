//! The plan of the next ceremony, as it follows from a verified bundle: the last plan's text, in which everything that was
//! confirmed is known, every decided change is done, and nothing is new yet.

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, Value, value};

use crate::keys::WalletIdentity;
use crate::manifest::{
    ContractEntry, Layout, Manifest, ManifestAddress, Part, SafeEntry, SafeStanding, SplitEntry,
    SplitStanding, canonical,
};
use crate::plan::{self, Linted, WalletId};
use crate::text::Problem;
use crate::verify::Bundle;

/// How many clusters a range of the next plan shall have, by the range's name as the plan writes it.
pub type Clusters = (String, u32);

/// The text of the next plan. Comments and order stay; `grown` are ranges that get more clusters.
///
/// # Errors
/// A range is not in the plan, or would shrink; or the bundle, which verified, does not have what its plan says.
pub fn next_plan(bundle: &Bundle, manifest: &Manifest, grown: &[Clusters]) -> Result<String, Problem> {
    let missing = |what: &str| Problem::finding("name-unknown").with("name", what);
    let bytes = bundle.get(Layout::PLAN).ok_or_else(|| missing(Layout::PLAN))?;
    let plan = plan::read(bytes, Layout::PLAN).into_plan()?;
    let text = std::str::from_utf8(bytes).map_err(|_| missing(Layout::PLAN))?;
    let mut document: DocumentMut = text.parse().map_err(|_| missing(Layout::PLAN))?;
    let digest =
        crate::keys::Digest::of(bundle.get(Layout::MANIFEST).ok_or_else(|| missing(Layout::MANIFEST))?);
    set(&mut document["ceremony"], "sequence", integer(manifest.ceremony.sequence + 1));
    set(&mut document["ceremony"], "previous", text_of(digest));
    wallets(&mut document, bundle, &plan)?;
    roles(&mut document, manifest)?;
    ranges(&mut document, manifest, grown)?;
    for entry in &manifest.contracts {
        match entry {
            ContractEntry::Safe(safe) => safe_state(&mut document, safe),
            ContractEntry::Split(split) => split_state(&mut document, split),
        }
    }
    Ok(document.to_string())
}

fn text_of(text: impl std::fmt::Display) -> Value {
    Value::from(text.to_string())
}

/// Every number in a manifest is below 2^53.
fn integer(number: u64) -> Value {
    Value::from(i64::try_from(number).unwrap_or(i64::MAX))
}

/// Sets a key, with the spaces and the comment behind it that its value had.
fn set(table: &mut Item, key: &str, mut new: Value) {
    let old = table.get(key).and_then(Item::as_value);
    if let Some(old) = old {
        *new.decor_mut() = old.decor().clone();
    }
    table[key] = Item::Value(new);
}

/// The tables `[[name]]`, as far as there are any.
fn tables<'d>(document: &'d mut DocumentMut, name: &str) -> impl Iterator<Item = &'d mut Table> {
    let tables = document.get_mut(name).and_then(Item::as_array_of_tables_mut);
    tables.into_iter().flat_map(ArrayOfTables::iter_mut)
}

fn told<'t>(table: &'t Table, key: &str) -> &'t str {
    table.get(key).and_then(Item::as_str).unwrap_or_default()
}

/// Every wallet is known by its identity now.
fn wallets(document: &mut DocumentMut, bundle: &Bundle, plan: &Linted) -> Result<(), Problem> {
    for table in tables(document, "wallet") {
        let id =
            WalletId { custodian: told(table, "custodian").to_owned(), name: told(table, "name").to_owned() };
        let identity = identity(bundle, plan, &id);
        let identity = identity.ok_or_else(|| Problem::finding("name-unknown").with("name", &id))?;
        table["identity"] = value(identity.to_string());
    }
    Ok(())
}

/// What a wallet is known by: from its member's part, or from an earlier ceremony by the plan.
fn identity(bundle: &Bundle, plan: &Linted, id: &WalletId) -> Option<WalletIdentity> {
    let part = || -> Option<WalletIdentity> {
        let part: Part = canonical::from_bytes(bundle.get(&Layout::part(&id.custodian))?).ok()?;
        part.wallets.iter().find(|wallet| wallet.name == id.name).map(|wallet| wallet.identity)
    };
    part().or_else(|| plan.wallet(id)?.identity)
}

/// The ceremony that confirmed a row.
fn since(manifest: &Manifest, row: &ManifestAddress) -> u64 {
    row.since.unwrap_or(manifest.ceremony.sequence)
}

fn roles(document: &mut DocumentMut, manifest: &Manifest) -> Result<(), Problem> {
    for table in tables(document, "role") {
        let name = told(table, "name").to_owned();
        let row = manifest.addresses.iter().find(|row| row.role == name);
        let row = row.ok_or_else(|| Problem::finding("name-unknown").with("name", &name))?;
        table["address"] = value(row.address.to_string());
        table["confirmed"] = Item::Value(integer(since(manifest, row)));
    }
    Ok(())
}

/// The addresses of each range, in tables for every run of them that one ceremony confirmed.
fn ranges(document: &mut DocumentMut, manifest: &Manifest, grown: &[Clusters]) -> Result<(), Problem> {
    for (name, _) in grown {
        if !tables(document, "range").any(|table| told(table, "name") == name) {
            return Err(Problem::unusable("next-plan-range").with("range", name));
        }
    }
    for table in tables(document, "range") {
        let template = told(table, "name").to_owned();
        let number = |key: &str| table.get(key).and_then(Item::as_integer).unwrap_or_default();
        let (clusters, operators) = (number("clusters"), number("operators"));
        let mut carried: Vec<(u64, Array)> = Vec::new();
        for (n, m) in (1..=clusters).flat_map(|n| (1..=operators).map(move |m| (n, m))) {
            let name = template.replace("{cluster}", &n.to_string()).replace("{operator}", &m.to_string());
            let row = manifest.addresses.iter().find(|row| row.role == name);
            let row = row.ok_or_else(|| Problem::finding("name-unknown").with("name", &name))?;
            let since = since(manifest, row);
            if carried.last().is_none_or(|(last, _)| *last != since) {
                carried.push((since, Array::new()));
            }
            if let Some((_, addresses)) = carried.last_mut() {
                addresses.push(row.address.to_string());
            }
        }
        table["carried"] = Item::ArrayOfTables(carried.into_iter().map(carried_table).collect());
        if let Some((_, more)) = grown.iter().find(|(name, _)| *name == template) {
            if i64::from(*more) < clusters {
                let problem = Problem::unusable("next-plan-shrinks").with("range", template);
                return Err(problem.with("clusters", clusters));
            }
            table["clusters"] = value(i64::from(*more));
        }
    }
    Ok(())
}

fn carried_table((since, mut addresses): (u64, Array)) -> Table {
    // One a line: people compare them.
    addresses.iter_mut().for_each(|address| address.decor_mut().set_prefix("\n    "));
    addresses.set_trailing("\n");
    addresses.set_trailing_comma(true);
    let mut table = Table::new();
    table["confirmed"] = Item::Value(integer(since));
    table["addresses"] = value(addresses);
    table
}

/// How a Safe stands once what was decided is done.
fn safe_state(document: &mut DocumentMut, entry: &SafeEntry) {
    let Some(SafeStanding { owner_names, threshold, .. }) = &entry.present else { return };
    for table in tables(document, "safe").filter(|table| told(table, "name") == entry.name) {
        let mut now = Table::new();
        now["owners"] = value(owner_names.iter().collect::<Array>());
        now["threshold"] = Item::Value(integer(*threshold));
        table.remove("next");
        table["now"] = Item::Table(now);
    }
}

/// How a split stands once what was decided is done, and its salt where it followed from the last plan's bytes.
fn split_state(document: &mut DocumentMut, entry: &SplitEntry) {
    for table in tables(document, "split").filter(|table| told(table, "name") == entry.name) {
        if told(table, "salt") == "derived" {
            table["salt"] = value(&entry.salt);
        }
        let Some(standing) = &entry.present else { continue };
        let mut now = Table::new();
        now["owner"] = value(&standing.owner_name);
        now["incentive"] = Item::Value(integer(standing.incentive));
        now["recipient"] = Item::ArrayOfTables(recipients(standing));
        table.remove("next");
        table["now"] = Item::Table(now);
    }
}

fn recipients(standing: &SplitStanding) -> ArrayOfTables {
    let shares = standing.recipient_names.iter().zip(&standing.allocations);
    let recipient = |(name, share): (&String, &String)| {
        let mut table = Table::new();
        table["to"] = value(name);
        // The plan's own numbers, which are below 2^63.
        table["share"] = value(share.parse::<i64>().unwrap_or_default());
        table
    };
    shares.map(recipient).collect()
}
