//! The plan as every other room sees it: ranges expanded, names in place of positions. All lists keep the order of
//! the file, which is the order of the ceremony.

use compact_str::CompactString;
use std::fmt::{self, Display};
use std::sync::Arc;

use alloy::primitives::{B256, U256};
use serde::{Deserialize, Serialize};

use super::index::Index;
use crate::contracts::{
    Chain, DeploymentSet, FallbackHandler, Method, Placement, SafeParameters, Singleton, SplitParameters,
};
use crate::keys::{Address, AddressPath, Digest, WalletIdentity};

/// Everything that the team decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What this ceremony is.
    pub ceremony: Ceremony,
    /// The people with a device.
    pub custodians: Vec<Custodian>,
    /// The seeds on their devices.
    pub seeds: Vec<SeedPlan>,
    /// The passphrase wallets on those seeds.
    pub wallets: Vec<Wallet>,
    /// The addresses wanted, ranges expanded.
    pub roles: Vec<Arc<Role>>,
    /// Addresses of no key of this ceremony.
    pub externals: Vec<External>,
    /// The Safes to be deployed.
    pub safes: Vec<SafePlan>,
    /// The splits to be deployed.
    pub splits: Vec<SplitPlan>,
    /// Amounts by name, for batches.
    pub amounts: Vec<Amount>,
    /// What Safes are to send.
    pub batches: Vec<BatchPlan>,
    /// What an earlier manifest has and this one has no more.
    pub retired: Vec<Retired>,
    /// Who signs that they were there, beside the signers.
    pub witnesses: Vec<Witness>,
    /// The roles whose addresses sign the manifest, all of them.
    pub signers: Vec<String>,
    /// How many of them must also sign the next manifest; none: all.
    pub succession: Option<u64>,
    /// Warnings accepted by name and reason.
    pub accepted: Vec<Acceptance>,
    /// What the file leaves as `"TBD"`.
    pub placeholders: Vec<Placeholder>,
    /// SHA-256 of the file as read.
    pub digest: Digest,
    /// Where the roles stand.
    pub(super) index: Index,
}

/// What this ceremony is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ceremony {
    /// Short name, `[a-z0-9-]`; with the sequence it names the output folder.
    pub id: String,
    /// Who holds it, short printable ASCII.
    pub organisation: String,
    /// The chain it is about.
    pub chain: Chain,
    /// 1 for the first, one more each time.
    pub sequence: u64,
    /// SHA-256 of the previous manifest; none for the first.
    pub previous: Option<Digest>,
}

/// A person with a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Custodian {
    /// Short name, `[a-z0-9-]`.
    pub name: String,
}

/// How a seed is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum SeedKind {
    /// SLIP-39, one share of 20 words, extendable: what new Trezors make.
    #[serde(rename = "slip39-20")]
    Slip39Words20,
    /// SLIP-39, one share of 33 words, extendable.
    #[serde(rename = "slip39-33")]
    Slip39Words33,
    /// BIP-39, 12 words.
    #[serde(rename = "bip39-12")]
    Bip39Words12,
    /// BIP-39, 24 words.
    #[serde(rename = "bip39-24")]
    Bip39Words24,
}

/// A seed on a custodian's device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeedPlan {
    /// Short name, `[a-z0-9-]`.
    pub name: String,
    /// Whose device holds it.
    pub custodian: String,
    /// How it is written down.
    pub kind: SeedKind,
    /// Whether the team wants to be able to move it to a Ledger later.
    pub may_move_to_ledger: bool,
    /// Whether the device is to check its backup before anything else: the custodian types the words on it.
    pub check_backup: bool,
}

/// A wallet's full name: the same wallet name may stand with several custodians.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WalletId {
    /// Who opens it.
    pub custodian: CompactString,
    /// Its name, `[A-Za-z0-9]`; never its passphrase.
    pub name: CompactString,
}

impl WalletId {
    /// The wallet of this name of this custodian.
    pub fn new(custodian: &str, name: &str) -> Self {
        Self { custodian: custodian.into(), name: name.into() }
    }
}

impl Display for WalletId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.custodian, self.name)
    }
}

/// Where a wallet's passphrase is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum EntryPlace {
    /// On the device: the laptop never sees it.
    Device,
    /// On the laptop, for models without a keyboard.
    Host,
}

impl EntryPlace {
    /// As plan and files write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Host => "host",
        }
    }
}

/// A passphrase wallet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wallet {
    /// Custodian and name.
    pub id: WalletId,
    /// The security tier it belongs to, 1 the highest.
    pub tier: u8,
    /// The seed it lies on.
    pub seed: String,
    /// Where its passphrase is typed.
    pub entry: EntryPlace,
    /// Its identity where an earlier ceremony knows it; a new wallet is entered twice instead.
    pub identity: Option<WalletIdentity>,
    /// Whether its accounts' public keys stay with its owner: they are read, used and written nowhere.
    pub keeps_xpub: bool,
    /// The role whose address signs for it.
    pub signer: String,
    /// Names of its accounts, by number.
    pub accounts: Vec<Account>,
}

/// What becomes of a wallet's xpubs, where it is not the usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum XpubUse {
    /// No file has them.
    Kept,
}

/// A named BIP-44 account of a wallet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Number, without the hardening bit.
    pub number: u32,
    /// What the team calls it.
    pub name: String,
}

/// An address wanted from a wallet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Short name, `[a-z0-9-]`, one among roles, externals, Safes and splits.
    pub name: CompactString,
    /// What people call it in their wallets; printable ASCII.
    pub label: CompactString,
    /// The wallet it comes from.
    pub wallet: WalletId,
    /// Where it lies.
    pub path: AddressPath,
    /// What it must be, where an earlier ceremony or another channel tells: it pins the signer for the verifier.
    pub address: Option<Address>,
    /// The sequence of the earlier ceremony that confirmed it; it is then carried from there and not shown again.
    pub confirmed: Option<u64>,
}

/// Somebody who signs that they were there. No signer: a manifest holds without them, but says who they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// Their name, one among witnesses.
    pub name: String,
    /// How they sign.
    pub signs: WitnessMeans,
    /// The address of their key, where it is known before.
    pub address: Option<Address>,
}

/// How a witness signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum WitnessMeans {
    /// With an Ethereum key of their own, on any machine.
    Key,
    /// By hand, on a printed line.
    Paper,
}

/// An address that is nothing of the team's any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retired {
    /// What it was called in the plan.
    pub name: String,
    /// What people called it.
    pub label: String,
    /// The address.
    pub address: Address,
    /// The sequence of the ceremony that retired it.
    pub sequence: u64,
    /// Why.
    pub reason: String,
}

/// An address of no key of this ceremony.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct External {
    /// Short name, as a role's.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// The address; none while it is `"TBD"`.
    pub address: Option<Address>,
}

/// A Safe to be deployed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafePlan {
    /// Short name, as a role's.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// The owners' names, in the order of the initializer.
    pub owners: Vec<String>,
    /// How many of them must sign.
    pub threshold: u32,
    /// `1.3.0`, `1.4.1` or `1.5.0`.
    pub version: String,
    /// `ui` or `plain`.
    pub preset: String,
    /// Which set of addresses.
    pub deployment: DeploymentSet,
    /// The code that the proxy begins with.
    pub singleton: Singleton,
    /// Which contract answers what the Safe itself does not.
    pub fallback_handler: FallbackHandler,
    /// The factory's method.
    pub method: Method,
    /// Distinguishes Safes of equal owners.
    pub salt_nonce: U256,
    /// Where it is wanted.
    pub chains: Vec<u64>,
    /// How it stands before this ceremony, where that is not as it was created.
    pub now: Option<SafeState>,
    /// How it shall stand after this ceremony, where that is another.
    pub next: Option<SafeState>,
}

/// Who owns a Safe at one moment. What it was created with decides its address for ever; this does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeState {
    /// The owners' names, in the order in which the contract lists them.
    pub owners: Vec<String>,
    /// How many of them must sign.
    pub threshold: u32,
}

impl SafePlan {
    /// What it is created from, on a chain and with its owners' addresses. None where the preset is no word for one.
    pub fn parameters(&self, chain_id: u64, owners: Vec<Address>) -> Option<SafeParameters> {
        Some(SafeParameters {
            version: self.version.clone(),
            deployment: self.deployment,
            chain_id,
            owners,
            threshold: self.threshold,
            preset: self.preset.parse().ok()?,
            singleton: self.singleton,
            fallback_handler: self.fallback_handler,
            salt_nonce: self.salt_nonce,
            method: self.method,
        })
    }

    /// What it is, or was, created with.
    pub fn created(&self) -> SafeState {
        SafeState { owners: self.owners.clone(), threshold: self.threshold }
    }

    /// How it stands before this ceremony.
    pub fn before(&self) -> SafeState {
        self.now.clone().unwrap_or_else(|| self.created())
    }

    /// How it stands once what this ceremony decides is done.
    pub fn after(&self) -> SafeState {
        self.next.clone().unwrap_or_else(|| self.before())
    }
}

/// A recipient of a split with its share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Name of a role, external, Safe or other split.
    pub to: String,
    /// Parts of the sum of all shares.
    pub share: u64,
}

/// A split to be deployed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SplitPlan {
    /// Short name, as a role's.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// Who receives which share.
    pub recipients: Vec<Recipient>,
    /// Who may change it; none makes it immutable.
    pub owner: Option<String>,
    /// `push` or `pull`.
    pub kind: String,
    /// `1`, `2.0`, `2.1` or `2.2`.
    pub version: String,
    /// Goes into its address.
    pub salt: SplitSalt,
    /// What it will divide, by symbol, as far as the plan says it.
    pub pays: Vec<String>,
    /// What a distributor is paid, in millionths.
    pub incentive: u16,
    /// Where it is wanted.
    pub chains: Vec<u64>,
    /// How it stands before this ceremony, where that is not as it was created.
    pub now: Option<SplitState>,
    /// How it shall stand after this ceremony, where that is another.
    pub next: Option<SplitState>,
}

/// Who receives from a split and who may change it, at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SplitState {
    /// Who receives which share.
    pub recipients: Vec<Recipient>,
    /// Who may change it; none: nobody, ever again.
    pub owner: Option<String>,
    /// What a distributor is paid, in millionths.
    pub incentive: u16,
}

/// What goes into a split's address besides its parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SplitSalt {
    /// Written in the plan.
    Given(B256),
    /// Derived from the plan's digest and the split's name.
    Derived(B256),
    /// Nothing: version 1.
    None,
}

impl SplitSalt {
    /// Derives one: SHA-256 of three lines of ASCII, each with its line break: `gishiki-split-salt-v1`, the plan's
    /// SHA-256 in lower-case hex, the split's name.
    pub fn derived(plan: &Digest, split: &str) -> Self {
        let digest = Digest::of(format!("gishiki-split-salt-v1\n{plan}\n{split}\n").as_bytes());
        Self::Derived(B256::from(*digest.as_bytes()))
    }

    /// The 32 bytes.
    pub fn bytes(self) -> Option<B256> {
        match self {
            Self::Given(salt) | Self::Derived(salt) => Some(salt),
            Self::None => None,
        }
    }
}

impl Display for SplitSalt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.bytes() {
            Some(salt) => salt.fmt(f),
            None => f.write_str("none"),
        }
    }
}

impl SplitPlan {
    /// What it is created from, on a chain and with the addresses of those who receive and of who may change it. None
    /// where the kind is no word for one.
    pub fn parameters(
        &self,
        chain_id: u64,
        recipients: Vec<(Address, U256)>,
        owner: Address,
    ) -> Option<SplitParameters> {
        Some(SplitParameters {
            version: self.version.clone(),
            kind: self.kind.parse().ok()?,
            chain_id,
            recipients,
            total: None,
            incentive: u32::from(self.incentive),
            owner,
            creator: Address::ZERO,
            placement: self.salt.bytes().map_or(Placement::Parameters, Placement::Salt),
            as_is: false,
        })
    }

    /// What it is, or was, created with.
    pub fn created(&self) -> SplitState {
        let (recipients, owner) = (self.recipients.clone(), self.owner.clone());
        SplitState { recipients, owner, incentive: self.incentive }
    }

    /// How it stands before this ceremony.
    pub fn before(&self) -> SplitState {
        self.now.clone().unwrap_or_else(|| self.created())
    }

    /// How it stands once what this ceremony decides is done.
    pub fn after(&self) -> SplitState {
        self.next.clone().unwrap_or_else(|| self.before())
    }
}

/// An amount by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Short name, one among amounts.
    pub name: String,
    /// As the plan writes it, e.g. `0.05`.
    pub text: String,
    /// In the smallest unit: wei, of ether.
    pub value: U256,
}

/// Transactions of a Safe, to be signed and sent at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchPlan {
    /// Short name, as a role's.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// The Safe that sends them.
    pub safe: String,
    /// What it sends, in this order.
    pub calls: Vec<CallPlan>,
}

/// One transaction of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallPlan {
    /// Sends an amount.
    Pay {
        /// To whom: a role, external, Safe or split.
        to: String,
        /// The amount's name.
        amount: String,
        /// The external that is the token's contract; none for ether.
        token: Option<String>,
    },
    /// Has a split pay out what it holds.
    Distribute {
        /// The split.
        split: String,
        /// As in `Pay`.
        token: Option<String>,
    },
}

/// A warning accepted by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// The lint's id.
    pub lint: String,
    /// Why.
    pub reason: String,
}

/// Something that the file leaves as `"TBD"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placeholder {
    /// What is missing, e.g. `external rocket-pool-node: address`.
    pub what: String,
    /// Line in the file, from 1.
    pub line: usize,
    /// Column in the file, from 1.
    pub column: usize,
}

impl Plan {
    /// The wallets of a custodian, in the plan's order.
    pub fn wallets_of<'a>(&'a self, custodian: &'a str) -> impl Iterator<Item = &'a Wallet> {
        self.wallets.iter().filter(move |wallet| wallet.id.custodian == custodian)
    }

    /// The roles of a wallet, in the plan's order.
    pub fn roles_of<'a>(&'a self, wallet: &WalletId) -> impl Iterator<Item = &'a Role> + use<'a> {
        self.places_of(wallet).map(|place| &*self.roles[place])
    }

    /// The places of a wallet's roles among all.
    pub fn places_of<'a>(&'a self, wallet: &WalletId) -> impl Iterator<Item = usize> + use<'a> {
        self.index.of_wallet(&self.roles, wallet)
    }

    /// The place of a role among all.
    pub fn place_of(&self, name: &str) -> Option<usize> {
        self.index.place(&self.roles, name)
    }

    /// Looks a role up.
    pub fn role(&self, name: &str) -> Option<&Role> {
        self.place_of(name).map(|place| &*self.roles[place])
    }

    /// Looks an amount up.
    pub fn amount(&self, name: &str) -> Option<&Amount> {
        self.amounts.iter().find(|amount| amount.name == name)
    }

    /// Looks a wallet up.
    pub fn wallet(&self, id: &WalletId) -> Option<&Wallet> {
        self.wallets.iter().find(|wallet| wallet.id == *id)
    }

    /// The account that a role lies in, where it has a name.
    pub fn account_of(&self, role: &Role) -> Option<&Account> {
        let wallet = self.wallet(&role.wallet)?;
        wallet.accounts.iter().find(|account| account.number == role.path.account())
    }
}
