//! The wallets of published seeds, opened when first needed and kept: stretching a passphrase takes long.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::keys::test_seeds::{all, rehearsal_passphrase, well_known};
use crate::keys::{Root, Secret, Seed, SeedForm};

/// A seed's words and a wallet's name.
type Key = (&'static str, String);

/// The wallets of published seeds that were opened so far. Nothing in it is secret.
#[derive(Default)]
pub struct Published {
    opened: Mutex<BTreeMap<Key, Option<Arc<Root>>>>,
}

impl Published {
    /// How many seeds are published.
    pub fn count() -> usize {
        all().chain(well_known()).count()
    }

    /// The wallet of one published seed: of a rehearsal's wallet with this name, or without a passphrase where the
    /// name is empty.
    pub fn wallet(&self, (form, words): (SeedForm, &'static str), name: &str) -> Option<Arc<Root>> {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        let root = opened.entry((words, name.to_owned())).or_insert_with(|| {
            let passphrase =
                if name.is_empty() { Secret::new(String::new()) } else { rehearsal_passphrase(name) };
            let seed = Seed::parse(form, &Secret::new(words.to_owned())).ok()?;
            seed.open(&passphrase).ok().map(Arc::new)
        });
        root.clone()
    }

    /// The wallets of all published seeds with this name.
    pub fn wallets(&self, name: &str) -> Vec<Arc<Root>> {
        all().chain(well_known()).filter_map(|seed| self.wallet(seed, name)).collect()
    }
}
