//! The plan of the next ceremony, as it follows from a verified bundle: the last plan's text, in which everything that was
//! confirmed is known, every decided change is done, and nothing is new yet.

use std::collections::BTreeMap;

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, TableLike, Value};

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

/// The text of the next plan. Comments, order and spelling stay, but for comments between carried addresses; `grown` are
/// ranges that get more clusters.
///
/// # Errors
/// A range is not in the plan, or would shrink; or the bundle, which verified, does not have what its plan says.
pub fn next_plan(bundle: &Bundle, manifest: &Manifest, grown: &[Clusters]) -> Result<String, Problem> {
    let bytes = bundle.get(Layout::PLAN).ok_or_else(|| missing(Layout::PLAN))?;
    let plan = plan::read(&bytes, Layout::PLAN).into_plan()?;
    let text = std::str::from_utf8(&bytes).map_err(|_| missing(Layout::PLAN))?;
    let mut document: DocumentMut = text.parse().map_err(|_| missing(Layout::PLAN))?;
    let digest = bundle.digest(Layout::MANIFEST).ok_or_else(|| missing(Layout::MANIFEST))?;
    let ceremony = document.get_mut("ceremony").and_then(Item::as_table_like_mut);
    let ceremony = ceremony.ok_or_else(|| missing("ceremony"))?;
    set(ceremony, "sequence", integer(manifest.ceremony.sequence + 1));
    set(ceremony, "previous", text_of(digest));
    wallets(&mut document, bundle, &plan)?;
    let rows = Rows::of(manifest);
    roles(&mut document, &rows)?;
    ranges(&mut document, &rows, grown)?;
    for entry in &manifest.contracts {
        match entry {
            ContractEntry::Safe(safe) => safe_state(&mut document, safe),
            ContractEntry::Split(split) => split_state(&mut document, split),
        }
    }
    Ok(document.to_string())
}

fn missing(name: impl std::fmt::Display) -> Problem {
    Problem::finding("name-unknown").with("name", name)
}

fn text_of(text: impl std::fmt::Display) -> Item {
    Item::Value(Value::from(text.to_string()))
}

/// Every number in a manifest is below 2^53.
fn integer(number: u64) -> Item {
    Item::Value(Value::from(i64::try_from(number).unwrap_or(i64::MAX)))
}

/// Sets a key in the form in which it stood, with the spaces and the comment behind it; a new one in the form of its table.
fn set(table: &mut dyn TableLike, key: &str, mut new: Item) {
    match table.get_mut(key) {
        Some(Item::Value(old)) => {
            new.make_value();
            if let Some(value) = new.as_value_mut() {
                *value.decor_mut() = old.decor().clone();
            }
            *table.get_mut(key).unwrap_or(&mut Item::None) = new;
        }
        Some(old) => *old = new,
        None => {
            if let (Some(value), Some(space)) = (new.as_value_mut(), last_space(table)) {
                value.decor_mut().set_suffix(space);
                value.decor_mut().set_prefix(" ");
            }
            table.insert(key, new);
        }
    }
}

/// Takes the spaces that stand between the last value of a table on one line and its brace.
fn last_space(table: &mut dyn TableLike) -> Option<String> {
    let decor = table.iter_mut().last()?.1.as_value_mut()?.decor_mut();
    let space = decor.suffix()?.as_str().filter(|it| !it.is_empty() && it.trim_matches(' ').is_empty())?;
    let space = space.to_owned();
    decor.set_suffix("");
    Some(space)
}

/// The tables of a list, as far as there are any, whether they are written as `[[name]]` or on the line of their name.
fn tables<'d>(
    document: &'d mut DocumentMut,
    name: &str,
) -> Box<dyn Iterator<Item = &'d mut dyn TableLike> + 'd> {
    match document.get_mut(name) {
        Some(Item::ArrayOfTables(tables)) => Box::new(tables.iter_mut().map(|it| it as &mut dyn TableLike)),
        Some(Item::Value(Value::Array(list))) => Box::new(
            list.iter_mut().filter_map(Value::as_inline_table_mut).map(|it| it as &mut dyn TableLike),
        ),
        _ => Box::new(std::iter::empty()),
    }
}

fn told<'t>(table: &'t dyn TableLike, key: &str) -> &'t str {
    table.get(key).and_then(Item::as_str).unwrap_or_default()
}

/// Every wallet is known by its identity now.
fn wallets(document: &mut DocumentMut, bundle: &Bundle, plan: &Linted) -> Result<(), Problem> {
    let known = identities(bundle, plan);
    for table in tables(document, "wallet") {
        let id = WalletId::new(told(table, "custodian"), told(table, "name"));
        let identity = known.get(&id).copied().or_else(|| plan.wallet(&id)?.identity);
        set(table, "identity", text_of(identity.ok_or_else(|| missing(&id))?));
    }
    Ok(())
}

/// What the wallets that were opened are known by, from their members' parts. An earlier ceremony's are in the plan.
fn identities(bundle: &Bundle, plan: &Linted) -> BTreeMap<WalletId, WalletIdentity> {
    let mut known = BTreeMap::new();
    for custodian in plan.custodians.iter().map(|it| &it.name) {
        let bytes = bundle.get(&Layout::part(custodian));
        let part: Option<Part> = bytes.and_then(|bytes| canonical::from_bytes(&bytes).ok());
        for wallet in part.into_iter().flat_map(|part| part.wallets) {
            known.insert(WalletId::new(custodian, &wallet.name), wallet.identity);
        }
    }
    known
}

/// The manifest's addresses by the names of their roles.
struct Rows<'m> {
    rows: BTreeMap<&'m str, &'m ManifestAddress>,
    sequence: u64,
}

impl<'m> Rows<'m> {
    fn of(manifest: &'m Manifest) -> Self {
        let rows = manifest.addresses.iter().map(|row| (row.role.as_str(), row)).collect();
        Self { rows, sequence: manifest.ceremony.sequence }
    }

    /// A role's address and the ceremony that confirmed it.
    fn confirmed(&self, role: &str) -> Result<(String, u64), Problem> {
        let row = self.rows.get(role).ok_or_else(|| missing(role))?;
        Ok((row.address.to_string(), row.since.unwrap_or(self.sequence)))
    }
}

fn roles(document: &mut DocumentMut, rows: &Rows) -> Result<(), Problem> {
    for table in tables(document, "role") {
        let (address, since) = rows.confirmed(told(table, "name"))?;
        set(table, "address", text_of(address));
        set(table, "confirmed", integer(since));
    }
    Ok(())
}

/// The addresses of each range, in tables for every run of them that one ceremony confirmed.
fn ranges(document: &mut DocumentMut, rows: &Rows, grown: &[Clusters]) -> Result<(), Problem> {
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
            let (address, since) = rows.confirmed(&name)?;
            if carried.last().is_none_or(|(last, _)| *last != since) {
                carried.push((since, Array::new()));
            }
            if let Some((_, addresses)) = carried.last_mut() {
                addresses.push(address);
            }
        }
        set(table, "carried", Item::ArrayOfTables(carried.into_iter().map(carried_table).collect()));
        if let Some((_, more)) = grown.iter().find(|(name, _)| *name == template) {
            if i64::from(*more) < clusters {
                let problem = Problem::unusable("next-plan-shrinks").with("range", template);
                return Err(problem.with("clusters", clusters));
            }
            set(table, "clusters", integer(u64::from(*more)));
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
    table["confirmed"] = integer(since);
    table["addresses"] = Item::Value(Value::Array(addresses));
    table
}

/// The table that says how a contract stands, which may be new; what it shall be has become that.
fn now(contract: &mut dyn TableLike) -> Option<&mut dyn TableLike> {
    contract.remove("next");
    if !contract.contains_key("now") {
        contract.insert("now", Item::Table(Table::new()));
    }
    contract.get_mut("now")?.as_table_like_mut()
}

/// How a Safe stands once what was decided is done.
fn safe_state(document: &mut DocumentMut, entry: &SafeEntry) {
    let Some(SafeStanding { owner_names, threshold, .. }) = &entry.present else { return };
    let safe = tables(document, "safe").find(|table| told(*table, "name") == entry.name);
    let Some(now) = safe.and_then(now) else { return };
    set(now, "owners", Item::Value(Value::Array(owner_names.iter().collect())));
    set(now, "threshold", integer(*threshold));
}

/// How a split stands once what was decided is done, and its salt where it followed from the last plan's bytes.
fn split_state(document: &mut DocumentMut, entry: &SplitEntry) {
    let split = tables(document, "split").find(|table| told(*table, "name") == entry.name);
    let Some(split) = split else { return };
    if told(split, "salt") == "derived" {
        set(split, "salt", text_of(&entry.salt));
    }
    let Some(standing) = &entry.present else { return };
    let Some(now) = now(split) else { return };
    set(now, "owner", text_of(&standing.owner_name));
    set(now, "incentive", integer(standing.incentive));
    set(now, "recipient", Item::ArrayOfTables(recipients(standing)));
}

fn recipients(standing: &SplitStanding) -> ArrayOfTables {
    let shares = standing.recipient_names.iter().zip(&standing.allocations);
    let recipient = |(name, share): (&String, &String)| {
        let mut table = Table::new();
        table["to"] = text_of(name);
        // The plan's own numbers, which are below 2^63.
        table["share"] = Item::Value(Value::from(share.parse::<i64>().unwrap_or_default()));
        table
    };
    shares.map(recipient).collect()
}
