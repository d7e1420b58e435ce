//! Replaying a journal: the fold, with every address derived at once instead of one by one.

use std::sync::Arc;

use super::MemberState;
use crate::ceremony::{Event, Script};
use crate::journal::Line;
use crate::keys::derive::{Child, addresses};
use crate::keys::{Address, AddressPath};
use crate::text::Problem;

/// A journal being replayed. What it confirmed counts for nothing before its end.
pub struct Replay {
    state: MemberState,
    failed: Option<Problem>,
}

/// An address that the device showed, still to be compared with what follows from the account's xpub.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    /// Positions of the wallet, and of the xpub in it.
    pub account: (usize, usize),
    pub path: AddressPath,
    pub address: Address,
    /// The journal's line, from 0.
    pub line: u64,
}

impl Replay {
    /// Before the first line.
    pub fn new(script: impl Into<Arc<Script>>) -> Self {
        let state = MemberState { shown: Some(Vec::new()), ..MemberState::new(script) };
        Self { state, failed: None }
    }

    /// Takes the next line. Behind one that could not have happened no other counts.
    pub fn take(&mut self, line: &Line<Event>) {
        if self.failed.is_none() {
            self.failed = self.state.apply(line).err();
        }
    }

    /// How far the run came.
    ///
    /// # Errors
    /// The first event that could not have happened then, as `journal-disorder`; an address that does not follow from its
    /// xpub is one.
    pub fn end(mut self) -> Result<MemberState, Problem> {
        let shown = self.state.shown.take().unwrap_or_default();
        let child = |it: &Shown| {
            let (wallet, account) = it.account;
            Child::at(&self.state.wallets[wallet].xpubs[account], it.path)
        };
        // The fold looked each xpub up by its path's account.
        let children: Vec<_> = shown.iter().filter_map(child).collect();
        let derived = addresses(&children)?;
        match shown.iter().zip(&derived).find(|(shown, derived)| **derived != Ok(shown.address)) {
            Some((first, _)) => Err(self.state.disorder(first.line)),
            None => self.failed.map_or(Ok(self.state), Err),
        }
    }
}
