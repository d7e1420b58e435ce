//! The wallets of published seeds, opened when first needed and kept: stretching a passphrase takes long.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use crate::keys::test_seeds::{all, rehearsal_passphrase, well_known};
use crate::keys::{AccountPath, AccountXpub, Root, Secret, Seed, SeedForm};

/// A seed's words and a wallet's name.
type Key = (&'static str, String);

/// The wallets of published seeds that were opened so far. Nothing in it is secret.
#[derive(Default)]
pub struct Published {
    opened: Mutex<BTreeMap<Key, Option<Arc<Wallet>>>>,
    seeds: Mutex<BTreeMap<&'static str, Option<Seed>>>,
}

/// A wallet of a published seed.
pub struct Wallet {
    /// Its keys.
    pub root: Root,
    accounts: Mutex<BTreeMap<AccountPath, Option<AccountXpub>>>,
}

impl Wallet {
    /// The xpub of an account, derived once.
    pub fn account(&self, path: AccountPath) -> Option<AccountXpub> {
        if let Some(known) = self.accounts.lock().unwrap_or_else(PoisonError::into_inner).get(&path) {
            return known.clone();
        }
        let xpub = self.root.account_xpub(path).ok();
        self.accounts.lock().unwrap_or_else(PoisonError::into_inner).insert(path, xpub.clone());
        xpub
    }
}

impl Published {
    /// How many seeds are published.
    pub fn count() -> usize {
        all().chain(well_known()).count()
    }

    /// The wallet of one published seed: of a rehearsal's wallet with this name, or without a passphrase where the
    /// name is empty.
    pub fn wallet(&self, (form, words): (SeedForm, &'static str), name: &str) -> Option<Arc<Wallet>> {
        let key = (words, name.to_owned());
        if let Some(known) = self.opened.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return known.clone();
        }
        // Two threads may do it twice; neither waits for the other.
        let open = || {
            let passphrase =
                if name.is_empty() { Secret::new(String::new()) } else { rehearsal_passphrase(name) };
            let root = self.seed(form, words)?.open(&passphrase).ok()?;
            Some(Arc::new(Wallet { root, accounts: Mutex::default() }))
        };
        let wallet = open();
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).insert(key, wallet.clone());
        wallet
    }

    /// A seed from its words, which takes a while, too.
    fn seed(&self, form: SeedForm, words: &'static str) -> Option<Seed> {
        let known = |seeds: &BTreeMap<_, _>| seeds.get(words).cloned();
        let known = known(&self.seeds.lock().unwrap_or_else(PoisonError::into_inner));
        known.unwrap_or_else(|| {
            let seed = Seed::of_published(form, words).ok();
            self.seeds.lock().unwrap_or_else(PoisonError::into_inner).insert(words, seed.clone());
            seed
        })
    }

    /// The wallets of all published seeds with this name.
    pub fn wallets(&self, name: &str) -> Vec<Arc<Wallet>> {
        let seeds: Vec<_> = all().chain(well_known()).collect();
        seeds.into_par_iter().filter_map(|seed| self.wallet(seed, name)).collect()
    }
}
