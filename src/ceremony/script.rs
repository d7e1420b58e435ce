//! What one member has to do, in order.

use super::{Needs, Sheet};
use std::sync::Arc;

use crate::keys::AccountPath;
use crate::plan::{Plan, Role, Wallet, WalletId};

/// What one member has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// Whose.
    pub member: String,
    /// The wallets that are opened, in the plan's order.
    pub wallets: Vec<WalletScript>,
    /// What is needed of the device.
    pub needs: Needs,
    /// Whether the device checks its backup first.
    pub check_backup: bool,
}

/// What is to be done with one wallet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WalletScript {
    /// The wallet as planned.
    pub wallet: Wallet,
    /// The accounts in use, in the order the roles name them first.
    pub accounts: Vec<AccountPath>,
    /// The addresses that are shown, in the plan's order.
    pub roles: Vec<Arc<Role>>,
}

impl Script {
    /// Takes a member's lines out of the plan; none where the plan has no wallet of theirs that is opened.
    pub fn of(plan: &Plan, member: &str) -> Option<Self> {
        let touched = plan.wallets_of(member).filter(|wallet| plan.is_touched(&wallet.id));
        let wallets: Vec<_> = touched.map(|wallet| WalletScript::of(plan, wallet)).collect();
        let needs = Needs::of(plan, member);
        let check_backup = plan.seeds.iter().any(|seed| seed.custodian == member && seed.check_backup);
        (!wallets.is_empty()).then(|| Self { member: member.to_owned(), wallets, needs, check_backup })
    }

    /// Looks a wallet up by its name.
    pub fn wallet(&self, name: &str) -> Option<&WalletScript> {
        self.wallets.iter().find(|wallet| wallet.name() == name)
    }

    /// How many addresses are wanted in all.
    pub fn addresses(&self) -> usize {
        self.wallets.iter().map(|wallet| wallet.roles.len()).sum()
    }
}

impl WalletScript {
    fn of(plan: &Plan, wallet: &Wallet) -> Self {
        let roles: Vec<_> = plan.shown_of(wallet).into_iter().cloned().collect();
        let mut accounts = Vec::new();
        for role in &roles {
            let account = role.path.account_path();
            if !accounts.contains(&account) {
                accounts.push(account);
            }
        }
        Self { wallet: wallet.clone(), accounts, roles }
    }

    /// The wallet's name.
    pub fn name(&self) -> &str {
        &self.wallet.id.name
    }

    /// What is done with its sheet of paper when its first address is shown.
    pub fn sheet(&self) -> Sheet {
        if self.wallet.identity.is_some() { Sheet::Compare } else { Sheet::Write }
    }

    /// The wallet's full name.
    pub fn id(&self) -> &WalletId {
        &self.wallet.id
    }

    /// How often it is entered before it is used: a new wallet twice, since a mistyped passphrase opens another one.
    pub fn entries(&self) -> u64 {
        if self.wallet.identity.is_some() { 1 } else { 2 }
    }

    /// Where its passphrase is typed, as files say it.
    pub fn entry(&self) -> &'static str {
        self.wallet.entry.as_str()
    }

    /// The role whose address signs for it. The linter made sure that it is one of these.
    pub fn signer(&self) -> Option<&Role> {
        self.roles.iter().map(Arc::as_ref).find(|role| role.name == self.wallet.signer)
    }
}
