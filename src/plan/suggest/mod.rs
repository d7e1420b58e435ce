//! A plan's paths in the shape that MetaMask reaches with a Trezor: account 0', change 0, one index after the other within each
//! wallet. An alternative to choose before the first ceremony; the text is edited in place, so that its comments stay.

mod comments;
mod places;
mod rewrite;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::programs::{Hardware, Reach, programs};
use super::{Linted, WalletId, read};
use crate::keys::AddressPath;
use crate::text::Problem;

/// The program that the shape is for.
const PROGRAM: &str = "MetaMask";

/// A role, and where it lay and would lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The role.
    pub role: String,
    /// Its path in the plan.
    pub from: AddressPath,
    /// Its path in the suggestion.
    pub to: AddressPath,
}

/// Another plan for the same roles.
#[derive(Debug)]
pub struct Suggestion {
    /// The whole plan, a TOML file.
    pub text: String,
    /// It, linted.
    pub plan: Linted,
    /// The roles that moved, in the plan's order.
    pub moves: Vec<Move>,
    /// Wallets several of whose accounts became one: the accounts have lost their names.
    pub merged: Vec<WalletId>,
    /// Warnings that the plan accepted and that are found no more.
    pub settled: Vec<String>,
    /// Lines of the text, from 1, with comments that speak of paths or accounts: they are as they were.
    pub comments: Vec<usize>,
}

/// Writes a linted plan's paths anew. Roles that MetaMask lists already stay where they are; a plan whose roles all are comes
/// back as it was.
///
/// # Errors
/// It is not the plan of a first ceremony; a role would move whose address is known; a wallet has more addresses than MetaMask
/// lists; or the text is not the plan's own.
pub fn suggest(plan: &Linted, text: &str, name: &str) -> Result<Suggestion, Problem> {
    let sequence = plan.ceremony.sequence;
    if sequence != 1 {
        return Err(Problem::unusable("suggest-not-first").with("sequence", sequence));
    }
    if plan.roles.iter().all(|role| listed(role.path)) {
        let (merged, settled, comments) = Default::default();
        let (text, plan, moves) = (text.to_owned(), plan.clone(), Vec::new());
        return Ok(Suggestion { text, plan, moves, merged, settled, comments });
    }
    let mut draft = rewrite::Draft::new(plan, text)?;
    let blocks = draft.blocks();
    let places = places::choose(plan, &blocks)?;
    let moves = moves(plan, &blocks, &places)?;
    draft.write(&blocks, &places);
    let settled = draft.settle(plan, name);
    let text = with_line_ends_of(text, draft.text());
    let plan = read(text.as_bytes(), name).into_plan()?;
    let comments = comments::about_paths(&text);
    Ok(Suggestion { text, plan, moves, merged: places.merged.into_iter().collect(), settled, comments })
}

/// Roles that are written together and stay beside each other: one of its own, or a cluster of a range.
#[derive(Clone, Debug)]
struct Block {
    wallet: WalletId,
    /// The names of its roles, in the order of their indices.
    roles: Vec<String>,
    first: AddressPath,
    /// The place of its table among those of its kind, and the cluster in it (0 for a role of its own).
    table: usize,
    cluster: u32,
}

/// Where blocks begin, in account 0', and the wallets in which accounts became one.
struct Places {
    starts: Vec<u32>,
    merged: BTreeSet<WalletId>,
}

fn moves(plan: &Linted, blocks: &[Block], places: &Places) -> Result<Vec<Move>, Problem> {
    let mut moves = Vec::new();
    for (block, start) in blocks.iter().zip(&places.starts) {
        for (name, index) in block.roles.iter().zip(*start..) {
            let role = plan.role(name).ok_or_else(|| Problem::finding("name-unknown").with("name", name))?;
            let Ok(to) = AddressPath::new(0, 0, index) else { continue };
            if role.path == to {
                continue;
            }
            if role.address.is_some() {
                return Err(Problem::unusable("suggest-known").with("role", name).with("path", role.path));
            }
            moves.push(Move { role: name.clone(), from: role.path, to });
        }
    }
    moves.sort_by_cached_key(|it: &Move| plan.place_of(&it.role));
    Ok(moves)
}

/// The editor writes LF; a plan with CRLF keeps it.
fn with_line_ends_of(source: &str, edited: String) -> String {
    if source.contains("\r\n") { edited.replace("\r\n", "\n").replace('\n', "\r\n") } else { edited }
}

/// Whether MetaMask lists it with a Trezor.
fn listed(path: AddressPath) -> bool {
    let program = programs().iter().find(|program| program.name == PROGRAM);
    program.is_some_and(|it| it.cell(Hardware::Trezor, path).reach() == Some(Reach::Listed))
}
