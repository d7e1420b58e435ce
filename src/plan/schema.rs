//! The plan's file as it is written: one struct a table, every value with its place in the text. No tagged, untagged
//! or flattened types: serde buffers those and loses the place.

use serde::Deserialize;
use toml::Spanned;

use super::{EntryPlace, SeedKind, WitnessMeans, XpubUse};
#[cfg(test)]
use crate::text::form;

/// A text with its place.
pub type Text = Spanned<String>;

/// The whole file.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// What the file is.
    #[cfg_attr(test, schemars(with = "String", extend("const" = "gishiki-plan-v1")))]
    pub format: Text,
    /// What the ceremony is.
    pub ceremony: Ceremony,
    /// The people with a device.
    #[serde(default)]
    pub custodian: Vec<Custodian>,
    /// The seeds on their devices.
    #[serde(default)]
    pub seed: Vec<Seed>,
    /// The passphrase wallets.
    #[serde(default)]
    pub wallet: Vec<Wallet>,
    /// Accounts with a name.
    #[serde(default)]
    pub account: Vec<Account>,
    /// Addresses of wallets.
    #[serde(default)]
    pub role: Vec<Role>,
    /// Many roles by one formula.
    #[serde(default)]
    pub range: Vec<Range>,
    /// Addresses of no key of this ceremony.
    #[serde(default)]
    pub external: Vec<External>,
    /// Safes.
    #[serde(default)]
    pub safe: Vec<Safe>,
    /// 0xSplits contracts.
    #[serde(default)]
    pub split: Vec<Split>,
    /// What is paid, by name.
    #[serde(default)]
    pub amount: Vec<Amount>,
    /// What Safes are to send.
    #[serde(default)]
    pub batch: Vec<Batch>,
    /// What an earlier manifest has and this one has no more.
    #[serde(default)]
    pub retired: Vec<Retired>,
    /// Who signs that they were there.
    #[serde(default)]
    pub witness: Vec<Witness>,
    /// Who signs.
    pub manifest: Manifest,
    /// Warnings that the team accepts.
    #[serde(default)]
    pub accept: Vec<Accept>,
}

/// `[ceremony]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(
    test,
    schemars(extend(
        "if" = { "properties": { "sequence": { "const": 1 } } },
        "then" = { "properties": { "previous": { "const": "none" } } },
        "else" = { "not": { "properties": { "previous": { "const": "none" } } } }
    ))
)]
#[serde(deny_unknown_fields)]
pub struct Ceremony {
    /// Short name; with the sequence it names the output folder.
    #[cfg_attr(test, schemars(with = "form::Id"))]
    pub id: Text,
    /// Who holds it; it stands in every signed statement.
    #[cfg_attr(test, schemars(with = "form::Organisation"))]
    pub organisation: Text,
    /// EIP-155 id of the chain that it is about.
    #[cfg_attr(test, schemars(with = "u64"))]
    pub chain_id: Spanned<u64>,
    /// 1 for the first ceremony, one more each time.
    #[cfg_attr(test, schemars(with = "u64", extend("minimum" = 1)))]
    pub sequence: Spanned<u64>,
    /// SHA-256 of the previous manifest; none for sequence 1.
    #[cfg_attr(test, schemars(with = "form::Previous"))]
    pub previous: Text,
}

/// `[[custodian]]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Custodian {
    /// How the person is called in files and statements.
    #[cfg_attr(test, schemars(with = "form::CustodianName"))]
    pub name: Text,
}

/// `[[seed]]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Seed {
    /// Its name; seeds have a name space of their own.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub name: Text,
    /// Who holds the device.
    #[cfg_attr(test, schemars(with = "form::CustodianName"))]
    pub custodian: Text,
    /// How it is written down.
    #[cfg_attr(test, schemars(with = "SeedKind"))]
    pub kind: Spanned<SeedKind>,
    /// Whether the team wants to be able to move it to a Ledger later.
    #[cfg_attr(test, schemars(with = "bool"))]
    pub may_move_to_ledger: Spanned<bool>,
    /// Whether the device checks its backup when its custodian's turn begins.
    #[serde(default)]
    pub check_backup: bool,
}

/// `[[wallet]]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Wallet {
    /// Unique among its custodian's, whatever its case. Never its passphrase.
    #[cfg_attr(test, schemars(with = "form::WalletName"))]
    pub name: Text,
    /// Demanded by the lint P-REF rather than by the schema, so that the finding can name the wallet.
    #[cfg_attr(test, schemars(with = "form::CustodianName"))]
    pub custodian: Option<Text>,
    /// The seed that it lies on.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub seed: Text,
    /// The security tier that it belongs to, 1 the highest.
    #[cfg_attr(test, schemars(with = "u8", extend("minimum" = 1), extend("maximum" = 9)))]
    pub tier: Spanned<u8>,
    /// Where its passphrase is typed.
    #[cfg_attr(test, schemars(with = "EntryPlace"))]
    pub entry: Spanned<EntryPlace>,
    /// Its public key at m/44'/60', where an earlier manifest knows it.
    #[cfg_attr(test, schemars(with = "Option<form::IdentityText>"))]
    pub identity: Option<Text>,
    /// Whether its xpubs are written nowhere.
    #[cfg_attr(test, schemars(with = "Option<XpubUse>"))]
    pub xpub: Option<Spanned<XpubUse>>,
    /// The role whose address signs the wallet's statement.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub signer: Text,
}

/// `[[account]]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// The wallet that it lies in.
    #[cfg_attr(test, schemars(with = "form::WalletPlace"))]
    pub wallet: Text,
    /// Its BIP-44 account, without the apostrophe.
    #[cfg_attr(test, schemars(with = "u32", extend("maximum" = 100)))]
    pub number: Spanned<u32>,
    /// What the team calls it.
    #[cfg_attr(test, schemars(with = "form::Label"))]
    pub name: Text,
}

/// `[[role]]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Its name.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub name: Text,
    /// What people call it in their wallets.
    #[cfg_attr(test, schemars(with = "form::Label"))]
    pub label: Text,
    /// The wallet that it comes from.
    #[cfg_attr(test, schemars(with = "form::WalletPlace"))]
    pub wallet: Text,
    /// What follows m/44'/60'/.
    #[cfg_attr(test, schemars(with = "form::PathTail"))]
    pub path: Text,
    /// What it must be, where an earlier ceremony or another channel tells.
    #[cfg_attr(test, schemars(with = "Option<form::AddressText>"))]
    pub address: Option<Text>,
    /// The sequence of the earlier ceremony whose part has it.
    #[cfg_attr(test, schemars(with = "Option<u64>", extend("minimum" = 1)))]
    pub confirmed: Option<Spanned<u64>>,
}

/// `[[range]]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// The roles' names.
    #[cfg_attr(test, schemars(with = "form::NameTemplate"))]
    pub name: Text,
    /// Their labels.
    #[cfg_attr(test, schemars(with = "form::LabelTemplate"))]
    pub label: Text,
    /// The wallet that they come from.
    #[cfg_attr(test, schemars(with = "form::WalletPlace"))]
    pub wallet: Text,
    /// How many clusters.
    #[cfg_attr(test, schemars(with = "u32", extend("minimum" = 1)))]
    pub clusters: Spanned<u32>,
    /// How many operators in each.
    #[cfg_attr(test, schemars(with = "u32", extend("minimum" = 1)))]
    pub operators: Spanned<u32>,
    /// The account of cluster 1.
    #[cfg_attr(test, schemars(with = "u32", extend("maximum" = 100)))]
    pub first_account: Spanned<u32>,
    /// The index of operator 1.
    #[cfg_attr(test, schemars(with = "u32", extend("maximum" = 1000000)))]
    pub first_index: Spanned<u32>,
    /// The name of each cluster's account.
    #[cfg_attr(test, schemars(with = "Option<form::LabelTemplate>"))]
    pub account_name: Option<Text>,
    /// Addresses of its first roles that earlier ceremonies confirmed.
    #[serde(default)]
    pub carried: Vec<Carried>,
}

/// `[[range.carried]]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// The sequence of the earlier ceremony.
    #[cfg_attr(test, schemars(with = "u64", extend("minimum" = 1)))]
    pub confirmed: Spanned<u64>,
    /// The addresses, in the order in which the range is written out.
    #[cfg_attr(test, schemars(with = "Vec<form::AddressText>", extend("minItems" = 1)))]
    pub addresses: Spanned<Vec<Text>>,
}

/// `[[external]]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct External {
    /// Its name.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub name: Text,
    /// What people call it.
    #[cfg_attr(test, schemars(with = "form::Label"))]
    pub label: Text,
    /// The address, or TBD as long as no contract depends on it.
    #[cfg_attr(test, schemars(with = "form::AddressOrTbd"))]
    pub address: Text,
}

/// `[[safe]]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Safe {
    /// Its name.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub name: Text,
    /// What people call it.
    #[cfg_attr(test, schemars(with = "form::Label"))]
    pub label: Text,
    /// Roles, externals or other Safes, in the order of the initializer.
    #[cfg_attr(test, schemars(with = "Vec<form::Name>"))]
    pub owners: Spanned<Vec<Text>>,
    /// How many of them must sign.
    #[cfg_attr(test, schemars(with = "u32"))]
    pub threshold: Spanned<u32>,
    /// The version of Safe's contracts.
    #[cfg_attr(test, schemars(with = "form::SafeVersion"))]
    pub version: Text,
    /// Exactly as Safe{Wallet} deploys it, or without a setup call.
    #[cfg_attr(test, schemars(with = "form::SafePreset"))]
    pub preset: Text,
    /// Another set of addresses than the canonical one.
    #[cfg_attr(test, schemars(with = "Option<form::SafeSet>"))]
    pub deployment: Option<Text>,
    /// Another singleton than the preset's.
    #[cfg_attr(test, schemars(with = "Option<form::SafeSingleton>"))]
    pub singleton: Option<Text>,
    /// Another fallback handler than the version's.
    #[cfg_attr(test, schemars(with = "Option<form::SafeHandler>"))]
    pub fallback_handler: Option<Text>,
    /// Another method of the factory than create-proxy-with-nonce.
    #[cfg_attr(test, schemars(with = "Option<form::SafeMethod>"))]
    pub method: Option<Text>,
    /// Tells Safes of the same owners apart.
    #[cfg_attr(test, schemars(with = "form::SaltNonce"))]
    pub salt_nonce: Text,
    /// EIP-155 ids of the chains where it is wanted.
    #[cfg_attr(test, schemars(with = "Vec<u64>"))]
    pub chains: Spanned<Vec<Spanned<u64>>>,
    /// How it stands, where that is not as it was created.
    pub now: Option<SafeState>,
    /// How it shall stand after this ceremony.
    pub next: Option<SafeState>,
}

/// `[safe.now]` and `[safe.next]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SafeState {
    /// The owners, in the order in which the contract lists them.
    #[cfg_attr(test, schemars(with = "Vec<form::Name>"))]
    pub owners: Spanned<Vec<Text>>,
    /// How many of them must sign.
    #[cfg_attr(test, schemars(with = "u32"))]
    pub threshold: Spanned<u32>,
}

/// `[[split]]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// Its name.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub name: Text,
    /// What people call it.
    #[cfg_attr(test, schemars(with = "form::Label"))]
    pub label: Text,
    /// push: distributing sends to the recipients; pull: they withdraw.
    #[cfg_attr(test, schemars(with = "form::SplitKind"))]
    pub kind: Text,
    /// The version of 0xSplits.
    #[cfg_attr(test, schemars(with = "form::SplitVersion"))]
    pub version: Text,
    /// Who may change it, or none.
    #[cfg_attr(test, schemars(with = "form::NameOrNone"))]
    pub owner: Text,
    /// Part of its address.
    #[cfg_attr(test, schemars(with = "form::PlannedSalt"))]
    pub salt: Text,
    /// What it will divide, by symbol.
    #[cfg_attr(test, schemars(with = "Option<Vec<String>>"))]
    pub pays: Option<Vec<Text>>,
    /// What whoever distributes is paid, in millionths.
    #[cfg_attr(test, schemars(with = "u16"))]
    pub incentive: Spanned<u16>,
    /// As a Safe's.
    #[cfg_attr(test, schemars(with = "Vec<u64>"))]
    pub chains: Spanned<Vec<Spanned<u64>>>,
    /// Who receives.
    #[serde(default)]
    pub recipient: Vec<Recipient>,
    /// As a Safe's.
    pub now: Option<SplitState>,
    /// As a Safe's.
    pub next: Option<SplitState>,
}

/// `[split.now]` and `[split.next]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SplitState {
    /// Who may change it, or none.
    #[cfg_attr(test, schemars(with = "form::NameOrNone"))]
    pub owner: Text,
    /// What whoever distributes is paid, in millionths.
    #[cfg_attr(test, schemars(with = "u16"))]
    pub incentive: Spanned<u16>,
    /// Who receives.
    #[serde(default)]
    pub recipient: Vec<Recipient>,
}

/// `[[split.recipient]]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// A role, external, Safe or other split.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub to: Text,
    /// This part of the sum of all shares.
    #[cfg_attr(test, schemars(with = "u64"))]
    pub share: Spanned<u64>,
}

/// `[[amount]]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// Its name.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub name: Text,
    /// How much.
    #[cfg_attr(test, schemars(with = "form::AmountText"))]
    pub value: Text,
    /// How many digits behind the point its token has.
    #[cfg_attr(test, schemars(with = "Option<u8>"))]
    pub decimals: Option<Spanned<u8>>,
}

/// `[[batch]]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Batch {
    /// Its name.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub name: Text,
    /// What people call it.
    #[cfg_attr(test, schemars(with = "form::Label"))]
    pub label: Text,
    /// The Safe that sends it.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub safe: Text,
    /// The calls, in the order in which they run.
    #[serde(default)]
    pub call: Vec<Call>,
}

/// `[[batch.call]]`: `pay` with an `amount`, or `distribute`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(
    test,
    schemars(extend("oneOf" = [
        { "required": ["pay", "amount"], "not": { "required": ["distribute"] } },
        {
            "required": ["distribute"],
            "not": { "anyOf": [{ "required": ["pay"] }, { "required": ["amount"] }] },
        },
    ]))
)]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// Whom.
    #[cfg_attr(test, schemars(with = "Option<form::Name>"))]
    pub pay: Option<Text>,
    /// How much, by the name of an amount.
    #[cfg_attr(test, schemars(with = "Option<form::Name>"))]
    pub amount: Option<Text>,
    /// A split of version 2, which pays out what it holds.
    #[cfg_attr(test, schemars(with = "Option<form::Name>"))]
    pub distribute: Option<Text>,
    /// The external that is the token's contract; ether unless said.
    #[cfg_attr(test, schemars(with = "Option<form::Name>"))]
    pub token: Option<Text>,
}

/// `[[retired]]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Retired {
    /// Its name in the earlier plan.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub name: Text,
    /// Its label in the earlier plan.
    #[cfg_attr(test, schemars(with = "form::Label"))]
    pub label: Text,
    /// The address.
    #[cfg_attr(test, schemars(with = "form::AddressText"))]
    pub address: Text,
    /// The ceremony that retired it.
    #[cfg_attr(test, schemars(with = "u64", extend("minimum" = 1)))]
    pub sequence: Spanned<u64>,
    /// Why.
    #[cfg_attr(test, schemars(with = "form::Printable"))]
    pub reason: Text,
}

/// `[[witness]]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Witness {
    /// Unique among witnesses.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub name: Text,
    /// How they sign.
    #[cfg_attr(test, schemars(with = "WitnessMeans"))]
    pub signs: Spanned<WitnessMeans>,
    /// The address of their key, where it is known before.
    #[cfg_attr(test, schemars(with = "Option<form::AddressText>"))]
    pub address: Option<Text>,
}

/// `[manifest]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The roles whose addresses sign the manifest, all of them.
    #[cfg_attr(test, schemars(with = "Vec<form::Name>"))]
    pub signers: Spanned<Vec<Text>>,
    /// How many of them must sign the next manifest, too; all unless said.
    #[cfg_attr(test, schemars(with = "Option<u64>", extend("minimum" = 1)))]
    pub succession: Option<Spanned<u64>>,
}

/// `[[accept]]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Accept {
    /// The warning's id.
    #[cfg_attr(test, schemars(with = "form::LintId"))]
    pub lint: Text,
    /// Why, in a sentence.
    #[cfg_attr(test, schemars(with = "form::Reason"))]
    pub reason: Text,
}
