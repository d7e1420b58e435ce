//! Which index each block of roles gets: its own where MetaMask lists it already, otherwise one like its old path.

use std::collections::{BTreeMap, BTreeSet};

use super::{Block, Places, listed};
use crate::keys::AddressPath;
use crate::plan::{Linted, WalletId};
use crate::text::Problem;

/// Places for all blocks.
///
/// # Errors
/// A wallet has more addresses than are listed.
pub(super) fn choose(plan: &Linted, blocks: &[Block]) -> Result<Places, Problem> {
    let mut taken: BTreeMap<&WalletId, BTreeSet<u32>> = BTreeMap::new();
    let stays = |block: &&Block| paths(plan, block).all(listed);
    for block in blocks.iter().filter(stays) {
        taken.entry(&block.wallet).or_default().extend(span(block.first.index(), block));
    }
    let mut places = Places { starts: Vec::new(), merged: BTreeSet::new() };
    for block in blocks {
        if stays(&block) {
            places.starts.push(block.first.index());
            continue;
        }
        let taken = taken.entry(&block.wallet).or_default();
        // Account a, index i becomes index a + i where that is free, so that numbers people know stay.
        let wanted = block.first.account().saturating_add(block.first.index());
        let start = free(taken, wanted, block).or_else(|| free(taken, 0, block));
        let start = start.ok_or_else(|| no_room(blocks, block))?;
        taken.extend(span(start, block));
        if block.first.account() != 0 {
            places.merged.insert(block.wallet.clone());
        }
        places.starts.push(start);
    }
    Ok(places)
}

/// Why a block has no place: all addresses of its wallet are too many, or they would fit if nothing had to stay.
fn no_room(blocks: &[Block], block: &Block) -> Problem {
    let of_wallet =
        blocks.iter().filter(|it| it.wallet == block.wallet).map(|it| it.roles.len()).sum::<usize>();
    let places = (0..).take_while(|index| AddressPath::new(0, 0, *index).is_ok_and(listed)).count();
    let id = if of_wallet > places { "suggest-full" } else { "suggest-scattered" };
    Problem::unusable(id).with("wallet", &block.wallet).with("count", block.roles.len())
}

fn paths<'a>(plan: &'a Linted, block: &'a Block) -> impl Iterator<Item = AddressPath> + 'a {
    block.roles.iter().filter_map(|name| plan.role(name)).map(|role| role.path)
}

fn span(start: u32, block: &Block) -> impl Iterator<Item = u32> + use<> {
    let length = u32::try_from(block.roles.len()).unwrap_or(u32::MAX);
    start..start.saturating_add(length)
}

/// The first place from `from` on where a block has room among what is listed.
fn free(taken: &BTreeSet<u32>, from: u32, block: &Block) -> Option<u32> {
    let fits = |index: u32| AddressPath::new(0, 0, index).is_ok_and(listed);
    let mut start = from;
    while span(start, block).all(fits) {
        match span(start, block).filter(|index| taken.contains(index)).last() {
            None => return Some(start),
            Some(last) => start = last + 1,
        }
    }
    None
}
