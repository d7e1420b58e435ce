//! The plan after a ceremony, whatever spelling of TOML the plan before it has.

use std::sync::OnceLock;

use gishiki::export::next_plan;
use gishiki::keys::Digest;
use gishiki::manifest::{ContractEntry, Layout, Manifest};
use gishiki::verify::Bundle;
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};
use toml::{Table, Value};

use super::changes::rotated;
use super::lineage::{second, third};
use super::maker::*;

/// A way to write a document, drawn item by item.
struct Pen(TestRng);

impl Pen {
    fn one_in(&mut self, n: u32) -> bool {
        self.0.next_u32().is_multiple_of(n)
    }

    fn comment(&mut self) -> &'static str {
        if self.one_in(3) { " # why = [ \"x\" ]" } else { "" }
    }

    fn key(&mut self, key: &str) -> String {
        if self.one_in(4) { format!("\"{key}\"") } else { key.to_owned() }
    }

    fn text(&mut self, text: &str) -> String {
        let quoted = Value::from(text).to_string();
        let plain = !text.contains(['\'', '\\', '"']);
        match self.0.next_u32() % 4 {
            0 if plain => format!("'{text}'"),
            1 if plain => format!("\"\"\"\n{text}\"\"\""),
            2 if plain && text.starts_with(char::is_alphanumeric) => {
                format!("\"\\u{:04X}{}\"", u32::from(text.as_bytes()[0]), &text[1..])
            }
            _ => quoted,
        }
    }

    fn number(&mut self, number: i64) -> String {
        match self.0.next_u32() % 3 {
            0 => format!("{number:#x}"),
            1 if number > 9 => format!("{}_{}", number / 10, number % 10),
            _ => number.to_string(),
        }
    }

    /// A value on the line of its key, or over several where it is a list.
    fn value(&mut self, value: &Value) -> String {
        match value {
            Value::String(text) => self.text(text),
            Value::Integer(number) => self.number(*number),
            Value::Array(items) => {
                let lines = self.one_in(2);
                let mut out = String::from("[");
                for (at, item) in items.iter().enumerate() {
                    let (before, comma) =
                        (if lines { "\n  " } else { " " }, if at + 1 < items.len() { "," } else { "" });
                    out += &format!("{before}{}{comma}", self.value(item));
                    out += if lines { self.comment() } else { "" };
                }
                out + if lines { "\n]" } else { " ]" }
            }
            Value::Table(table) => {
                let items: Vec<_> =
                    table.iter().flat_map(|(key, value)| self.pairs("", key, value)).collect();
                // TOML 1.1 lets such a table have lines of its own, with comments and a last comma.
                match self.0.next_u32() % 3 {
                    0 => format!("{{ {} }}", items.join(", ")),
                    1 => format!("{{{}}}", items.join(",")),
                    _ => format!("{{{}\n  {},\n}}", self.comment(), items.join(", # why\n  ")),
                }
            }
            other => other.to_string(),
        }
    }

    /// `key = value`, or one line for each key of a table with a dot between.
    fn pairs(&mut self, above: &str, key: &str, value: &Value) -> Vec<String> {
        let key = format!("{above}{}", self.key(key));
        match value {
            Value::Table(table) if self.one_in(2) => {
                let above = format!("{key}.");
                table.iter().flat_map(|(key, value)| self.pairs(&above, key, value)).collect()
            }
            value => vec![format!("{key} = {}", self.value(value))],
        }
    }

    /// A table's lines below its header: values first, then what has headers of its own.
    fn table(&mut self, path: &str, table: &Table) -> String {
        let (mut lines, mut below) = (String::new(), String::new());
        for (key, value) in table {
            let place = if path.is_empty() { self.key(key) } else { format!("{path}.{}", self.key(key)) };
            match value {
                Value::Table(inner) if self.one_in(2) => {
                    below += &format!("# below\n[{place}]{}\n{}", self.comment(), self.table(&place, inner));
                }
                Value::Array(items) if items.first().is_some_and(Value::is_table) && self.one_in(2) => {
                    for item in items.iter().filter_map(Value::as_table) {
                        let comment = self.comment();
                        below += &format!("\n[[{place}]]{comment}\n{}", self.table(&place, item));
                    }
                }
                value => {
                    let above = if self.one_in(4) { "# above\n" } else { "" };
                    for pair in self.pairs("", key, value) {
                        lines += &format!("{above}{pair}{}\n", self.comment());
                    }
                }
            }
        }
        lines + &below
    }
}

/// The same document in another spelling, by the numbers of a seed.
fn respelled(text: &str, seed: [u8; 32]) -> String {
    let document: Table = text.parse().unwrap();
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let again = Pen(rng).table("", &document);
    assert_eq!(again.parse::<Table>().as_ref(), Ok(&document), "{again}");
    again
}

/// What the next plan must be, from the values of the last one and the manifest, with no word about spelling.
fn expected(text: &str, files: &Files, manifest: &Manifest) -> Table {
    let mut document: Table = text.parse().unwrap();
    let whole = |number: u64| Value::Integer(i64::try_from(number).unwrap());
    let row = |role: &str| {
        let row = manifest.addresses.iter().find(|row| row.role == role).unwrap();
        (row.address.to_string(), row.since.unwrap_or(manifest.ceremony.sequence))
    };
    document["ceremony"]["sequence"] = whole(manifest.ceremony.sequence + 1);
    document["ceremony"]["previous"] = Value::from(Digest::of(&files[Layout::MANIFEST]).to_string());
    for wallet in list(&mut document, "wallet") {
        let part = format!("public/parts/{}.json", wallet["custodian"].as_str().unwrap());
        let Some(part) = files.get(&part) else { continue };
        let part: serde_json::Value = serde_json::from_slice(part).unwrap();
        let name = wallet["name"].as_str().unwrap();
        let opened = part["wallets"].as_array().unwrap().iter().find(|it| it["name"] == *name);
        if let Some(opened) = opened {
            wallet.insert("identity".to_owned(), Value::from(opened["identity"].as_str().unwrap()));
        }
    }
    for role in list(&mut document, "role") {
        let (address, since) = row(role["name"].as_str().unwrap());
        role.insert("address".to_owned(), address.into());
        role.insert("confirmed".to_owned(), whole(since));
    }
    for range in list(&mut document, "range") {
        let number = |key: &str| range[key].as_integer().unwrap();
        let mut carried: Vec<(u64, Vec<Value>)> = Vec::new();
        for n in 1..=number("clusters") {
            for m in 1..=number("operators") {
                let name = range["name"].as_str().unwrap();
                let name = name.replace("{cluster}", &n.to_string()).replace("{operator}", &m.to_string());
                let (address, since) = row(&name);
                match carried.last_mut() {
                    Some((last, list)) if *last == since => list.push(address.into()),
                    _ => carried.push((since, vec![address.into()])),
                }
            }
        }
        let carried = carried.into_iter().map(|(since, list)| {
            Value::Table(
                [("confirmed".to_owned(), whole(since)), ("addresses".to_owned(), list.into())]
                    .into_iter()
                    .collect(),
            )
        });
        range.insert("carried".to_owned(), Value::Array(carried.collect()));
    }
    contracts(&mut document, manifest);
    document
}

fn contracts(document: &mut Table, manifest: &Manifest) {
    let whole = |number: u64| Value::Integer(i64::try_from(number).unwrap());
    for entry in &manifest.contracts {
        let now = match entry {
            ContractEntry::Safe(safe) => safe.present.as_ref().map(|it| {
                let owners = it.owner_names.iter().map(|it| Value::from(it.as_str())).collect();
                vec![("owners", Value::Array(owners)), ("threshold", whole(it.threshold))]
            }),
            ContractEntry::Split(split) => split.present.as_ref().map(|it| {
                let shares = it.recipient_names.iter().zip(&it.allocations);
                let shares = shares.map(|(to, share)| {
                    let share = Value::Integer(share.parse().unwrap());
                    Value::Table(
                        [("to".to_owned(), to.as_str().into()), ("share".to_owned(), share)]
                            .into_iter()
                            .collect(),
                    )
                });
                let recipients = Value::Array(shares.collect());
                vec![
                    ("owner", it.owner_name.as_str().into()),
                    ("incentive", whole(it.incentive)),
                    ("recipient", recipients),
                ]
            }),
        };
        let (kind, name) = match entry {
            ContractEntry::Safe(safe) => ("safe", &safe.name),
            ContractEntry::Split(split) => ("split", &split.name),
        };
        let table = list(document, kind).find(|it| it["name"].as_str() == Some(name)).unwrap();
        if let (ContractEntry::Split(split), Some("derived")) =
            (entry, table.get("salt").and_then(Value::as_str))
        {
            table.insert("salt".to_owned(), split.salt.to_string().into());
        }
        if let Some(now) = now {
            table.remove("next");
            let now = now.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
            table.insert("now".to_owned(), Value::Table(now));
        }
    }
}

fn list<'d>(document: &'d mut Table, key: &str) -> impl Iterator<Item = &'d mut Table> {
    let list = document.get_mut(key).and_then(Value::as_array_mut);
    list.into_iter().flatten().map(|it| it.as_table_mut().unwrap())
}

/// Ceremonies whose next plan has something of everything: ranges, ranges carried before, states of contracts.
fn ceremonies() -> [&'static (String, Files); 4] {
    static FIRST: OnceLock<(String, Files)> = OnceLock::new();
    [FIRST.get_or_init(|| (TEAM.to_owned(), team().clone())), second(), third(), rotated()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_spelling_of_a_plan_is_extended_to_the_same_plan(seed: [u8; 32]) {
        for (text, files) in ceremonies() {
            let again = respelled(text, seed);
            let mut files = files.clone();
            files.insert(Layout::PLAN.to_owned(), again.clone().into_bytes());
            let manifest = manifest(&files);
            let wanted = expected(&again, &files, &manifest);
            let next = next_plan(&Bundle::new(files).unwrap(), &manifest, &[]).unwrap();
            let found: Table = next.parse().unwrap();
            prop_assert_eq!(&found, &wanted, "{}\n{}", again, next);
            let comments = |text: &str| text.matches("# above").count();
            if text == TEAM {
                prop_assert_eq!(comments(&next), comments(&again));
            }
        }
    }
}
