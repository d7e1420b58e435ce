//! `gishiki split`: calldata and address of a split.

use std::process::ExitCode;

use alloy::primitives::U256;
use clap::Args;

use super::Output;
use super::sheet::{Sheet, named};
use super::values::{address, bytes32, number};
use crate::contracts::{Chain, Kind, Placement, SplitDeployment, SplitParameters, split};
use crate::keys::Address;
use crate::text::{Message, Problem};

/// Calldata and address of a split.
#[derive(Args)]
pub(super) struct Split {
    /// A recipient with its integer share, as ADDR=SHARE.
    #[arg(long = "recipient", value_name = "ADDR=SHARE", required = true, num_args = 1..)]
    recipients: Vec<String>,
    /// push: a distribution sends; pull: it credits, and recipients withdraw.
    #[arg(long, value_parser = ["push", "pull"], default_value = "push")]
    kind: String,
    /// Version of the contracts.
    #[arg(long, default_value = "2.2")]
    version: String,
    /// EIP-155 chain id.
    #[arg(long, value_name = "N")]
    chain_id: u64,
    /// Who may change the split and move what it holds; immutable if left out.
    #[arg(long, value_name = "ADDR")]
    owner: Option<String>,
    /// Named in the creation's event, and nowhere else.
    #[arg(long, value_name = "ADDR")]
    creator: Option<String>,
    /// What the shares must add up to.
    #[arg(long, value_name = "N")]
    total: Option<String>,
    /// What a distributor is paid, in millionths.
    #[arg(long, value_name = "N", default_value_t = 0)]
    incentive: u16,
    /// 32 bytes that make the address its own.
    #[arg(long, value_name = "0x…", conflicts_with = "nonce")]
    salt: Option<String>,
    /// createSplit instead: the address if the factory has made N such splits before.
    #[arg(long, value_name = "N")]
    nonce: Option<String>,
    /// Keep order and quirks of an existing split.
    #[arg(long)]
    as_is: bool,
    /// One JSON document instead of the sheet.
    #[arg(long)]
    json: bool,
}

impl Split {
    pub(super) fn run(&self, output: &Output) -> Result<ExitCode, Problem> {
        let parameters = self.parameters()?;
        let deployment = parameters.deployment()?;
        if self.json {
            output.json(&document(&deployment));
        } else {
            print(&parameters, &deployment, &Sheet::new(output))?;
        }
        Ok(ExitCode::SUCCESS)
    }

    fn parameters(&self) -> Result<SplitParameters, Problem> {
        let kind = if self.kind == "pull" { Kind::Pull } else { Kind::Push };
        // First, as other versions have other options.
        split::known(&self.version, kind, self.chain_id)?;
        let optional = |option, text: &Option<String>| {
            text.as_deref().map_or(Ok(Address::ZERO), |text| address(option, text))
        };
        Ok(SplitParameters {
            version: self.version.clone(),
            kind,
            chain_id: self.chain_id,
            recipients: self.recipients.iter().map(|text| recipient(text)).collect::<Result<_, _>>()?,
            total: self.total.as_deref().map(|text| number("--total", text)).transpose()?,
            incentive: self.incentive,
            owner: optional("--owner", &self.owner)?,
            creator: optional("--creator", &self.creator)?,
            placement: self.placement()?,
            as_is: self.as_is,
        })
    }

    fn placement(&self) -> Result<Placement, Problem> {
        match (&self.salt, &self.nonce) {
            (Some(salt), _) => Ok(Placement::Salt(bytes32("--salt", salt)?)),
            (None, Some(nonce)) => Ok(Placement::Nonce(number("--nonce", nonce)?)),
            (None, None) => Err(Problem::unusable("split-no-salt")),
        }
    }
}

fn recipient(text: &str) -> Result<(Address, U256), Problem> {
    let (to, share) =
        text.split_once('=').ok_or_else(|| Problem::unusable("split-recipient-form").with("text", text))?;
    Ok((address("--recipient", to)?, number("--recipient", share)?))
}

fn document(deployment: &SplitDeployment) -> serde_json::Value {
    serde_json::to_value(deployment).expect("strings, numbers and lists only: always JSON")
}

fn print(parameters: &SplitParameters, deployment: &SplitDeployment, sheet: &Sheet) -> Result<(), Problem> {
    let chain = Chain::by_id(deployment.chain_id).map_or("", |chain| chain.name);
    let title = Message::new("split-title")
        .with("kind", deployment.kind)
        .with("version", &deployment.version)
        .with("chain", deployment.chain_id)
        .with("name", chain)
        .with("recipients", deployment.recipients.len());
    sheet.title(&title, deployment.chain_id);
    sheet.facts(facts(parameters, deployment, sheet));
    sheet.transaction(&deployment.tx);
    sheet.decoded(&deployment.table()?);
    sheet.needs(&deployment.needs(), deployment.chain_id);
    sheet.notes(&notes(parameters));
    Ok(())
}

fn facts(parameters: &SplitParameters, deployment: &SplitDeployment, sheet: &Sheet) -> Vec<(String, String)> {
    let mut facts = vec![(sheet.label("sheet-address"), deployment.address.to_string())];
    let total = deployment.total_allocation;
    for (i, (to, share)) in deployment.recipients.iter().zip(&deployment.allocations).enumerate() {
        facts.push((sheet.numbered("split-recipient", i + 1), format!("{to}  {share} / {total}")));
    }
    let owner = match deployment.owner {
        Address::ZERO => sheet.label("split-nobody"),
        owner => named(owner),
    };
    let placement = match parameters.placement {
        Placement::Salt(salt) => (sheet.label("split-salt"), salt.to_string()),
        Placement::Nonce(nonce) => (sheet.label("split-nonce"), nonce.to_string()),
    };
    facts.extend([
        (sheet.label("split-owner"), owner),
        (sheet.label("split-incentive"), format!("{} / 1000000", deployment.incentive)),
        (sheet.label("split-creator"), named(parameters.creator)),
        placement,
        (sheet.label("split-hash"), deployment.split_hash.to_string()),
        (sheet.label("sheet-create2-salt"), deployment.create2_salt.to_string()),
    ]);
    facts
}

fn notes(parameters: &SplitParameters) -> Vec<Message> {
    let mut notes = vec![match parameters.placement {
        Placement::Salt(_) => Message::new("sheet-note-anyone"),
        Placement::Nonce(nonce) => Message::new("split-note-nonce").with("nonce", nonce),
    }];
    notes.push(Message::new("sheet-note-before"));
    if let Placement::Salt(_) = parameters.placement {
        notes.push(Message::new("split-note-again"));
    }
    notes.push(Message::new(if parameters.as_is { "split-note-as-is" } else { "split-note-sorted" }));
    notes.push(Message::new(match parameters.owner {
        Address::ZERO => "split-note-immutable",
        _ => "split-note-owner",
    }));
    if parameters.incentive > 0 {
        notes.push(Message::new("split-note-incentive"));
    }
    notes.push(Message::new("split-note-keep"));
    notes
}
