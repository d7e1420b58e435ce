//! The plan's file as it is written: one struct a table, every value with its place in the text. No tagged, untagged
//! or flattened types: serde buffers those and loses the place.

use serde::Deserialize;
use toml::Spanned;

use super::{EntryPlace, SeedKind, WitnessMeans, XpubUse};

/// A text with its place.
pub type Text = Spanned<String>;

/// The whole file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    pub format: Text,
    pub ceremony: Ceremony,
    #[serde(default)]
    pub custodian: Vec<Custodian>,
    #[serde(default)]
    pub seed: Vec<Seed>,
    #[serde(default)]
    pub wallet: Vec<Wallet>,
    #[serde(default)]
    pub account: Vec<Account>,
    #[serde(default)]
    pub role: Vec<Role>,
    #[serde(default)]
    pub range: Vec<Range>,
    #[serde(default)]
    pub external: Vec<External>,
    #[serde(default)]
    pub safe: Vec<Safe>,
    #[serde(default)]
    pub split: Vec<Split>,
    #[serde(default)]
    pub amount: Vec<Amount>,
    #[serde(default)]
    pub batch: Vec<Batch>,
    #[serde(default)]
    pub retired: Vec<Retired>,
    #[serde(default)]
    pub witness: Vec<Witness>,
    pub manifest: Manifest,
    #[serde(default)]
    pub accept: Vec<Accept>,
}

/// `[ceremony]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ceremony {
    pub id: Text,
    pub organisation: Text,
    pub chain_id: Spanned<u64>,
    pub sequence: Spanned<u64>,
    pub previous: Text,
}

/// `[[custodian]]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Custodian {
    pub name: Text,
}

/// `[[seed]]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seed {
    pub name: Text,
    pub custodian: Text,
    pub kind: Spanned<SeedKind>,
    pub may_move_to_ledger: Spanned<bool>,
    #[serde(default)]
    pub check_backup: bool,
}

/// `[[wallet]]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wallet {
    pub name: Text,
    /// Demanded by the lint P-REF rather than by the schema, so that the finding can name the wallet.
    pub custodian: Option<Text>,
    pub seed: Text,
    pub tier: Spanned<u8>,
    pub entry: Spanned<EntryPlace>,
    pub identity: Option<Text>,
    pub xpub: Option<Spanned<XpubUse>>,
    pub signer: Text,
}

/// `[[account]]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    pub wallet: Text,
    pub number: Spanned<u32>,
    pub name: Text,
}

/// `[[role]]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    pub name: Text,
    pub label: Text,
    pub wallet: Text,
    pub path: Text,
    pub address: Option<Text>,
    pub confirmed: Option<Spanned<u64>>,
}

/// `[[range]]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    pub name: Text,
    pub label: Text,
    pub wallet: Text,
    pub clusters: Spanned<u32>,
    pub operators: Spanned<u32>,
    pub first_account: Spanned<u32>,
    pub first_index: Spanned<u32>,
    pub account_name: Option<Text>,
    #[serde(default)]
    pub carried: Vec<Carried>,
}

/// `[[range.carried]]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    pub confirmed: Spanned<u64>,
    pub addresses: Spanned<Vec<Text>>,
}

/// `[[external]]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct External {
    pub name: Text,
    pub label: Text,
    pub address: Text,
}

/// `[[safe]]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Safe {
    pub name: Text,
    pub label: Text,
    pub owners: Spanned<Vec<Text>>,
    pub threshold: Spanned<u32>,
    pub version: Text,
    pub preset: Text,
    pub deployment: Option<Text>,
    pub singleton: Option<Text>,
    pub fallback_handler: Option<Text>,
    pub method: Option<Text>,
    pub salt_nonce: Text,
    pub chains: Spanned<Vec<Spanned<u64>>>,
    pub now: Option<SafeState>,
    pub next: Option<SafeState>,
}

/// `[safe.now]` and `[safe.next]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SafeState {
    pub owners: Spanned<Vec<Text>>,
    pub threshold: Spanned<u32>,
}

/// `[[split]]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Split {
    pub name: Text,
    pub label: Text,
    pub kind: Text,
    pub version: Text,
    pub owner: Text,
    pub salt: Text,
    pub pays: Option<Vec<Text>>,
    pub incentive: Spanned<u16>,
    pub chains: Spanned<Vec<Spanned<u64>>>,
    #[serde(default)]
    pub recipient: Vec<Recipient>,
    pub now: Option<SplitState>,
    pub next: Option<SplitState>,
}

/// `[split.now]` and `[split.next]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SplitState {
    pub owner: Text,
    pub incentive: Spanned<u16>,
    #[serde(default)]
    pub recipient: Vec<Recipient>,
}

/// `[[split.recipient]]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    pub to: Text,
    pub share: Spanned<u64>,
}

/// `[[amount]]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    pub name: Text,
    pub value: Text,
    pub decimals: Option<Spanned<u8>>,
}

/// `[[batch]]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Batch {
    pub name: Text,
    pub label: Text,
    pub safe: Text,
    #[serde(default)]
    pub call: Vec<Call>,
}

/// `[[batch.call]]`: `pay` with an `amount`, or `distribute`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Call {
    pub pay: Option<Text>,
    pub amount: Option<Text>,
    pub distribute: Option<Text>,
    pub token: Option<Text>,
}

/// `[[retired]]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retired {
    pub name: Text,
    pub label: Text,
    pub address: Text,
    pub sequence: Spanned<u64>,
    pub reason: Text,
}

/// `[[witness]]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Witness {
    pub name: Text,
    pub signs: Spanned<WitnessMeans>,
    pub address: Option<Text>,
}

/// `[manifest]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    pub signers: Spanned<Vec<Text>>,
    pub succession: Option<Spanned<u64>>,
}

/// `[[accept]]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accept {
    pub lint: Text,
    pub reason: Text,
}
