//! Many addresses of account xpubs at once, for verifying and listing.
//!
//! Public data only: what goes in is an [`AccountXpub`], which holds no secret, so the arithmetic takes whatever time
//! the numbers make it take. Nothing here may ever be fed a private key; the types leave no way to.
//!
//! BIP-32's CKDpub is `parent + IL·G`. Three things make it fast: a table of multiples of G ([`comb`]), additions
//! in affine coordinates that share one inversion ([`sums`]), and parents whose share of the work is done
//! once. coins-bip32, which [`AccountXpub::address`] asks, derives a sample of the results again.

mod branches;
mod comb;
mod multiples;
mod node;
mod point;
mod sums;
#[cfg(test)]
mod tests;

use std::fmt::{self, Display};

use rayon::prelude::*;

use super::{AccountXpub, Address, AddressPath, XpubError};
use crate::text::Problem;
use branches::Branches;
use comb::Comb;

/// Fewer than this are derived by coins-bip32 alone: a table would cost more than it saves.
const FEW: usize = 8;

/// Every result whose place is a multiple of this is derived again by coins-bip32, and so is the last.
const SAMPLED: usize = 4096;

/// An address that is asked for: `change/index` below an account.
#[derive(Clone, Copy, Debug)]
pub struct Child<'a> {
    /// The account.
    pub account: &'a AccountXpub,
    /// The first step below it.
    pub change: u32,
    /// The second.
    pub index: u32,
}

/// Two ways to the same address gave two answers: this program or the machine is broken, and nothing that it derived
/// may be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// Where among the children that were asked for.
    pub place: usize,
}

/// What each child has: an address, or the reason why there is no such child.
pub type Addresses = Vec<Result<Address, XpubError>>;

impl<'a> Child<'a> {
    /// The child of this account at a whole path; none where the path lies in another account.
    pub fn at(account: &'a AccountXpub, path: AddressPath) -> Option<Self> {
        let own = path.account() == account.account();
        own.then(|| Self { account, change: path.change(), index: path.index() })
    }
}

/// The addresses of all these children, in their order, each as [`AccountXpub::address`] gives it.
///
/// Children may come in any order and from any number of accounts; the xpubs are not copied, and two children share
/// the work of their parent when they name the same `AccountXpub` in memory. On all processors; about 200 bytes of memory a
/// child. Callers who show progress or hold little ask for some ten thousand children at a time.
///
/// # Errors
/// A sampled result (the first, the last, and every 4096th) is not what coins-bip32 derives.
pub fn addresses(children: &[Child]) -> Result<Addresses, Disagreement> {
    if children.len() < FEW {
        return Ok(children.iter().map(oracle).collect());
    }
    let branches = Branches::of(children);
    let comb = Comb::for_multiples(children.len() + branches.len());
    let addresses = branches.addresses(comb, children);
    agreed(children, &addresses, oracle)?;
    Ok(addresses)
}

/// Makes ready for so many children in all, for those who ask for them in many calls.
pub fn prepare(children: usize) {
    if children >= FEW {
        Comb::for_multiples(children);
    }
}

/// Another implementation's answer.
fn oracle(child: &Child) -> Result<Address, XpubError> {
    child.account.address(child.change, child.index)
}

/// Holds a sample of the answers against another implementation's.
fn agreed(
    children: &[Child],
    addresses: &[Result<Address, XpubError>],
    other: impl Fn(&Child) -> Result<Address, XpubError> + Sync,
) -> Result<(), Disagreement> {
    let last = children.len().saturating_sub(1);
    let sample: Vec<_> = (0..last).step_by(SAMPLED).chain(children.len().checked_sub(1)).collect();
    let differs = |&place: &usize| other(&children[place]) != addresses[place];
    match sample.into_par_iter().find_first(differs) {
        Some(place) => Err(Disagreement { place }),
        None => Ok(()),
    }
}

impl Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "two derivations of child {} of the list differ", self.place)
    }
}

impl std::error::Error for Disagreement {}

impl From<Disagreement> for Problem {
    fn from(disagreement: Disagreement) -> Self {
        Self::finding("derivation-disagrees").with("place", disagreement.place)
    }
}
