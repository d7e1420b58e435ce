//! `gishiki split-admin`: other recipients or another owner for a split V2 that stands.

use std::path::PathBuf;
use std::process::ExitCode;

use alloy::primitives::B256;
use clap::Args;
use serde_json::{Value, json};

use super::Output;
use super::safe_tx::batch_file;
use super::sheet::{Sheet, named};
use super::split::division;
use super::values::{address, number};
use crate::contracts::safe::SENTINEL;
use crate::contracts::split::{self, Division, SplitChangeError};
use crate::contracts::{
    Batch, Call, Chain, Kind, Operation, Placement, SplitParameters, SplitState, Transaction, known_name,
};
use crate::keys::Address;
use crate::text::{Catalog, Lang, Message, Problem};

/// Other recipients or another owner for a split V2
#[derive(Args)]
pub(super) struct SplitAdmin {
    /// EIP-155 chain id.
    #[arg(long, value_name = "N")]
    chain_id: u64,
    /// The split.
    #[arg(long, value_name = "ADDR")]
    split: String,
    /// Version of the split's contracts.
    #[arg(long, default_value = "2.2")]
    version: String,
    /// A recipient now with its share, in the order of the split.
    #[arg(long = "now", value_name = "ADDR=SHARE", num_args = 1.., conflicts_with_all = ["transfer_to", "renounce"])]
    now: Vec<String>,
    /// The incentive now.
    #[arg(long, value_name = "N", default_value_t = 0)]
    now_incentive: u16,
    /// A recipient afterwards with its share.
    #[arg(long = "recipient", value_name = "ADDR=SHARE", num_args = 1..)]
    recipients: Vec<String>,
    /// What the shares must add up to.
    #[arg(long, value_name = "N")]
    total: Option<String>,
    /// Make fractions and percentages integers that add up to N.
    #[arg(long, value_name = "N", conflicts_with = "total")]
    divide: Option<String>,
    /// What a distributor is paid afterwards, in millionths.
    #[arg(long, value_name = "N", default_value_t = 0)]
    incentive: u16,
    /// Keep order and quirks of the recipients.
    #[arg(long)]
    as_is: bool,
    /// Who owns it afterwards.
    #[arg(long, value_name = "ADDR", conflicts_with = "recipients")]
    transfer_to: Option<String>,
    /// Nobody owns it afterwards, for ever.
    #[arg(long, conflicts_with_all = ["recipients", "transfer_to"])]
    renounce: bool,
    /// What the split answers to paused().
    #[arg(long, value_name = "true|false", requires = "renounce")]
    paused: Option<bool>,
    /// The Safe that owns it: the call is made a batch of that.
    #[arg(long, value_name = "ADDR")]
    owner_safe: Option<String>,
    /// Write the batch for the Transaction Builder to a new file.
    #[arg(long, value_name = "PATH", requires = "owner_safe")]
    out: Option<PathBuf>,
    /// One JSON document instead of the sheet.
    #[arg(long)]
    json: bool,
}

/// What the call changes.
enum Change {
    /// Recipients, shares and incentive.
    Update { before: Option<SplitState>, after: SplitState, extra: Vec<Address> },
    /// The owner; the zero address for nobody.
    Owner(Address),
}

/// A change with the call that makes it.
struct Answer {
    split: Address,
    chain_id: u64,
    change: Change,
    tx: Transaction,
    batch: Option<Batch>,
    notes: Vec<Message>,
}

impl SplitAdmin {
    pub(super) fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        let answer = self.answer()?;
        if let Some(batch) = &answer.batch {
            batch_file(output, self.out.as_deref(), batch)?;
        }
        if self.json {
            output.json(&answer.document());
        } else {
            answer.print(&Sheet::new(output));
        }
        Ok(ExitCode::SUCCESS)
    }

    fn answer(&self) -> Result<Answer, Problem> {
        if self.version == "1" {
            return Err(SplitChangeError::VersionOne.into());
        }
        split::known(&self.version, Kind::Push, self.chain_id)?;
        let split = account("--split", &self.split)?;
        let safe = self.owning_safe(split)?;
        let (change, tx) = match self.owner()? {
            Some(owner) if safe == Some(owner) => return Err(Problem::unusable("split-admin-same")),
            Some(owner) => (Change::Owner(owner), split::transfer_ownership(split, owner, self.paused)?),
            None => self.update(split)?,
        };
        let batch = safe.map(|safe| self.batch(safe, &change, &tx));
        let notes = notes(&change);
        Ok(Answer { split, chain_id: self.chain_id, change, tx, batch, notes })
    }

    /// The Safe that owns it now, where one is named.
    fn owning_safe(&self, split: Address) -> Result<Option<Address>, Problem> {
        match self.owner_safe.as_deref().map(|text| account("--owner-safe", text)).transpose()? {
            Some(safe) if safe == split => {
                Err(Problem::unusable("split-admin-own-safe").with("split", split))
            }
            safe => Ok(safe),
        }
    }

    /// Who is to own it, where that is asked.
    fn owner(&self) -> Result<Option<Address>, Problem> {
        match &self.transfer_to {
            None if self.renounce && self.paused.is_none() => {
                Err(Problem::unusable("split-admin-paused-unknown"))
            }
            None => Ok(self.renounce.then_some(Address::ZERO)),
            Some(text) => match address("--transfer-to", text)? {
                owner if owner == Address::ZERO => Err(Problem::unusable("split-admin-zero")),
                _ => account("--transfer-to", text).map(Some),
            },
        }
    }

    fn update(&self, split: Address) -> Result<(Change, Transaction), Problem> {
        if self.recipients.is_empty() {
            return Err(Problem::unusable("split-admin-nothing"));
        }
        let Division { recipients, extra } = division(&self.recipients, self.divide.as_deref())?;
        let total = self.total.as_deref().map(|text| number("--total", text)).transpose()?;
        let wanted = SplitParameters {
            version: self.version.clone(),
            kind: Kind::Push,
            chain_id: self.chain_id,
            recipients,
            total,
            incentive: self.incentive.into(),
            owner: Address::ZERO,
            creator: Address::ZERO,
            placement: Placement::Salt(B256::ZERO),
            as_is: self.as_is,
        };
        let after = SplitState::of(&wanted)?;
        let before = self.before(&wanted)?;
        if before.as_ref() == Some(&after) {
            return Err(Problem::unusable("split-admin-same"));
        }
        let tx = after.update(split)?;
        Ok((Change::Update { before, after, extra }, tx))
    }

    /// As it stands: in whatever order and with whatever quirks it was made.
    fn before(&self, wanted: &SplitParameters) -> Result<Option<SplitState>, Problem> {
        if self.now.is_empty() {
            return Ok(None);
        }
        let now = SplitParameters {
            recipients: division(&self.now, None)?.recipients,
            total: None,
            incentive: self.now_incentive.into(),
            as_is: true,
            ..wanted.clone()
        };
        Ok(Some(SplitState::of(&now)?))
    }

    fn batch(&self, safe: Address, change: &Change, tx: &Transaction) -> Batch {
        let (name, description) = match change {
            Change::Update { after, .. } => {
                ("Recipients of a split", format!("{} gets the split hash {}", tx.to, after.hash()))
            }
            Change::Owner(owner) if *owner == Address::ZERO => {
                ("Owner of a split", format!("{} gets no owner", tx.to))
            }
            Change::Owner(owner) => ("Owner of a split", format!("{} gets the owner {owner}", tx.to)),
        };
        let calls = vec![tx.clone()];
        Batch { chain_id: self.chain_id, safe, name: name.to_owned(), description, calls }
    }
}

/// An address that may be a split or own one: neither kept for other ends nor a contract that only others call.
fn account(option: &'static str, text: &str) -> Result<Address, Problem> {
    let account = address(option, text)?;
    let name = match account {
        known if known == Address::ZERO || known == SENTINEL => {
            return Err(Problem::unusable("option-nobody").with("option", option).with("text", account));
        }
        _ => known_name(account),
    };
    match name {
        Some(name) => Err(Problem::unusable("option-library")
            .with("option", option)
            .with("text", account)
            .with("name", name)),
        None => Ok(account),
    }
}

fn notes(change: &Change) -> Vec<Message> {
    let mut notes = vec!["split-admin-note-owner"];
    match change {
        Change::Update { .. } => notes.extend(["split-admin-note-at-once", "split-note-keep"]),
        Change::Owner(owner) if *owner == Address::ZERO => notes.push("split-admin-note-for-ever"),
        Change::Owner(_) => notes.push("split-admin-note-single-step"),
    }
    notes.into_iter().map(Message::new).collect()
}

impl Answer {
    fn document(&self) -> Value {
        let of = |state: &SplitState| {
            let mut value =
                serde_json::to_value(state).expect("strings, numbers and lists only: always JSON");
            value["split_hash"] = json!(state.hash().to_string());
            value
        };
        let (before, after, owner, extra) = match &self.change {
            Change::Update { before, after, extra } => {
                (before.as_ref().map(of), Some(of(after)), None, &extra[..])
            }
            Change::Owner(owner) => (None, None, Some(owner), &[][..]),
        };
        let english = Catalog::new(Lang::En);
        json!({
            "chain_id": self.chain_id,
            "split": self.split,
            "before": before,
            "after": after,
            "extra_units": extra,
            "owner": owner,
            "tx": self.tx,
            "batch": self.batch.as_ref().map(Batch::document),
            "notes": self.notes.iter().map(|note| english.say(note)).collect::<Vec<_>>(),
        })
    }

    fn print(&self, sheet: &Sheet) {
        let chain = Chain::by_id(self.chain_id).map_or("", |chain| chain.name);
        let title = Message::new("split-admin-title").with("chain", self.chain_id).with("name", chain);
        sheet.title(&title, self.chain_id);
        let mut facts = vec![(sheet.label("split-admin-split"), named(self.split))];
        if let Change::Owner(owner) = self.change {
            let owner = if owner == Address::ZERO { sheet.label("split-nobody") } else { named(owner) };
            facts.push((sheet.label("split-admin-owner"), owner));
        }
        sheet.facts(facts);
        if let Change::Update { before, after, extra } = &self.change {
            if let Some(before) = before {
                sheet.part("sheet-before", shares(before, &[], sheet));
            }
            sheet.part("sheet-after", shares(after, extra, sheet));
        }
        sheet.transaction(&self.tx);
        sheet.decoded(&Call::read(Operation::Call, self.tx.clone()).rows());
        if let Some(batch) = &self.batch {
            sheet.checksum(batch);
        }
        sheet.notes(&self.notes);
    }
}

fn shares(state: &SplitState, extra: &[Address], sheet: &Sheet) -> Vec<(String, String)> {
    let total = state.total_allocation;
    let mut facts = Vec::new();
    for (i, (to, share)) in state.recipients.iter().zip(&state.allocations).enumerate() {
        let extra = match extra.contains(to) {
            true => format!("  {}", sheet.label("split-extra-unit")),
            false => String::new(),
        };
        facts.push((sheet.numbered("split-recipient", i + 1), format!("{to}  {share} / {total}{extra}")));
    }
    facts.push((sheet.label("split-incentive"), format!("{} / 1000000", state.incentive)));
    facts.push((sheet.label("split-hash"), state.hash().to_string()));
    facts
}
