//! The plan's text, edited in place.

use std::collections::{BTreeMap, BTreeSet};

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, Value};

use super::{Block, Places, comments};
use crate::keys::AddressPath;
use crate::plan::expand::wallet_of;
use crate::plan::{Linted, WalletId, forms, read};
use crate::text::Problem;

/// The tables that are written anew or dropped.
const TABLES: [&str; 4] = ["account", "accept", "range", "role"];

/// The text while it is edited.
pub(super) struct Draft<'p> {
    plan: &'p Linted,
    document: DocumentMut,
}

impl<'p> Draft<'p> {
    pub(super) fn new(plan: &'p Linted, text: &str) -> Result<Self, Problem> {
        let unreadable = || Problem::finding("name-unknown").with("name", "plan");
        let document: DocumentMut = text.parse().map_err(|_| unreadable())?;
        let inline = |name: &&str| document.get(name).is_some_and(|item| !item.is_array_of_tables());
        if let Some(name) = TABLES.iter().find(|name| inline(name)) {
            return Err(Problem::unusable("suggest-inline").with("table", *name));
        }
        Ok(Self { plan, document })
    }

    pub(super) fn text(&self) -> String {
        self.document.to_string()
    }

    /// Every block, in the order of the file.
    pub(super) fn blocks(&self) -> Vec<Block> {
        let roles = tables(&self.document, "role").enumerate();
        let mut found: Vec<(isize, Block)> =
            roles.filter_map(|(at, table)| Some((position(table), self.role(at, table)?))).collect();
        for (at, table) in tables(&self.document, "range").enumerate() {
            let clusters = 1..=number(table, "clusters");
            found.extend(clusters.filter_map(|n| Some((position(table), self.cluster(at, table, n)?))));
        }
        found.sort_by_key(|(position, _)| *position);
        found.into_iter().map(|(_, block)| block).collect()
    }

    fn role(&self, at: usize, table: &Table) -> Option<Block> {
        self.block(at, 0, table, vec![told(table, "name").to_owned()])
    }

    fn cluster(&self, at: usize, table: &Table, n: u32) -> Option<Block> {
        let name = |m| forms::fill(told(table, "name"), n, m);
        let names = (1..=number(table, "operators")).map(name).collect::<Option<_>>()?;
        self.block(at, n, table, names)
    }

    fn block(&self, table: usize, cluster: u32, of: &Table, roles: Vec<String>) -> Option<Block> {
        let first = self.plan.role(roles.first()?)?.path;
        Some(Block { wallet: wallet(of)?, roles, first, table, cluster })
    }

    /// Writes the blocks at their places.
    pub(super) fn write(&mut self, blocks: &[Block], places: &Places) {
        let (mut roles, mut clusters) = (BTreeMap::new(), BTreeMap::<_, Vec<_>>::new());
        for (block, start) in blocks.iter().zip(places.starts.iter().copied()) {
            match block.cluster {
                0 => drop(roles.insert(block.table, start)),
                _ => clusters.entry(block.table).or_default().push((block, start)),
            }
        }
        for (at, table) in tables_mut(&mut self.document, "role").enumerate() {
            let path = roles.get(&at).and_then(|index| AddressPath::new(0, 0, *index).ok());
            if let Some(path) = path {
                set(table, "path", Value::from(path.tail()));
            }
        }
        let ranges = self.document.get_mut("range").and_then(Item::as_array_of_tables_mut);
        if let Some(ranges) = ranges {
            let mut written = ArrayOfTables::new();
            for (at, table) in ranges.iter().enumerate() {
                clusters_of(table, clusters.remove(&at).unwrap_or_default(), places)
                    .into_iter()
                    .for_each(|it| written.push(it));
            }
            *ranges = written;
        }
        let merged = |table: &Table| wallet(table).is_some_and(|it| places.merged.contains(&it));
        self.drop("account", |table| !merged(table));
    }

    /// Drops acceptances of what is found no more; returns their lints.
    pub(super) fn settle(&mut self, plan: &Linted, name: &str) -> Vec<String> {
        let mut bare = self.document.clone();
        bare.remove("accept");
        let found: BTreeSet<&str> =
            read(bare.to_string().as_bytes(), name).warnings.iter().map(|finding| finding.lint).collect();
        self.drop("accept", |table| found.contains(told(table, "lint")));
        let accepted = plan.accepted.iter().map(|it| it.lint.clone());
        accepted.filter(|lint| !found.contains(lint.as_str())).collect()
    }

    /// Keeps only these tables of a name, and all comments.
    fn drop(&mut self, name: &str, keep: impl Fn(&Table) -> bool) {
        let Some(tables) = self.document.get_mut(name).and_then(Item::as_array_of_tables_mut) else { return };
        let gone = tables.iter().filter(|table| !keep(table));
        let gone = gone.map(|table| (position(table), comments::within(table))).collect();
        tables.retain(|table| keep(table));
        comments::hand_on(&mut self.document, gone);
    }
}

/// A range as it was where it stays, or one range for each of its clusters.
fn clusters_of(table: &Table, clusters: Vec<(&Block, u32)>, places: &Places) -> Vec<Table> {
    let stays = clusters.iter().all(|(block, start)| {
        (block.first.account(), block.first.change(), block.first.index()) == (0, 0, *start)
    });
    if stays && clusters.len() < 2 && !wallet(table).is_some_and(|it| places.merged.contains(&it)) {
        return vec![table.clone()];
    }
    let several = clusters.len() > 1;
    let written = clusters.into_iter().enumerate().map(|(at, (block, start))| {
        let mut new = table.clone();
        if at > 0 {
            new.decor_mut().set_prefix("\n");
        }
        for key in ["name", "label"].into_iter().filter(|_| several) {
            let filled = told(&new, key).replace("{cluster}", &block.cluster.to_string());
            set(&mut new, key, Value::from(filled));
        }
        set(&mut new, "clusters", Value::from(1));
        set(&mut new, "first_account", Value::from(0));
        set(&mut new, "first_index", Value::from(i64::from(start)));
        if wallet(&new).is_some_and(|it| places.merged.contains(&it)) {
            comments::take_out(&mut new, "account_name");
        }
        new
    });
    written.collect()
}

fn position(table: &Table) -> isize {
    table.position().unwrap_or(isize::MAX)
}

fn tables<'d>(document: &'d DocumentMut, name: &str) -> impl Iterator<Item = &'d Table> {
    document.get(name).and_then(Item::as_array_of_tables).into_iter().flat_map(ArrayOfTables::iter)
}

fn tables_mut<'d>(document: &'d mut DocumentMut, name: &str) -> impl Iterator<Item = &'d mut Table> {
    let tables = document.get_mut(name).and_then(Item::as_array_of_tables_mut);
    tables.into_iter().flat_map(ArrayOfTables::iter_mut)
}

fn told<'t>(table: &'t Table, key: &str) -> &'t str {
    table.get(key).and_then(Item::as_str).unwrap_or_default()
}

/// A number of a linted plan, which is below 2^32.
fn number(table: &Table, key: &str) -> u32 {
    table.get(key).and_then(Item::as_integer).and_then(|it| u32::try_from(it).ok()).unwrap_or_default()
}

fn wallet(table: &Table) -> Option<WalletId> {
    wallet_of(told(table, "wallet"))
}

/// Sets a key, with the spaces and the comment behind it that its value had.
fn set(table: &mut Table, key: &str, mut new: Value) {
    if let Some(old) = table.get(key).and_then(Item::as_value) {
        *new.decor_mut() = old.decor().clone();
    }
    table[key] = Item::Value(new);
}
