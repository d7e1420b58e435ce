//! `gishiki split`: calldata and address of a split.

use std::process::ExitCode;

use clap::Args;
use serde_json::{Value, json};

use super::Output;
use super::sheet::{Sheet, named};
use super::values::{address, bytes32, number};
use crate::contracts::split::{Division, Fraction, ShareError};
use crate::contracts::{Chain, Kind, Placement, SplitDeployment, SplitParameters, split, token};
use crate::keys::Address;
use crate::text::{Catalog, Lang, Message, Problem};

/// Calldata and address of a split.
#[derive(Args)]
pub(super) struct Split {
    /// A recipient with its integer share, as ADDR=SHARE; with --divide a fraction or percentage.
    #[arg(long = "recipient", value_name = "ADDR=SHARE", required = true, num_args = 1..)]
    recipients: Vec<String>,
    /// push: a distribution sends; pull: it credits, and recipients withdraw. Version 1 only pulls.
    #[arg(long, value_parser = ["push", "pull"])]
    kind: Option<String>,
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
    /// Make fractions and percentages integers that add up to N.
    #[arg(long, value_name = "N", conflicts_with = "total")]
    divide: Option<String>,
    /// What a distributor is paid, in millionths.
    #[arg(long, value_name = "N", default_value_t = 0)]
    incentive: u32,
    /// What it will divide, by symbol: says whether that goes with the version and kind.
    #[arg(long, value_name = "TOKEN", num_args = 1..)]
    pays: Vec<String>,
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
        let (parameters, extra) = self.parameters()?;
        let deployment = parameters.deployment()?;
        let advice = self.advice(&parameters);
        if self.json {
            output.json(&document(&deployment, &extra, &advice));
        } else {
            let sheet = Sheet::new(output);
            let answer = Answer { parameters: &parameters, deployment: &deployment, extra: &extra };
            answer.print(&advice, &sheet)?;
        }
        Ok(ExitCode::SUCCESS)
    }

    /// The parameters, and who was given an extra unit by --divide.
    fn parameters(&self) -> Result<(SplitParameters, Vec<Address>), Problem> {
        let default = if self.version == "1" { Kind::Pull } else { Kind::Push };
        let kind = self.kind.as_deref().and_then(|kind| kind.parse().ok()).unwrap_or(default);
        // First, as other versions have other options.
        split::known(&self.version, kind, self.chain_id)?;
        let optional = |option, text: &Option<String>| {
            text.as_deref().map_or(Ok(Address::ZERO), |text| address(option, text))
        };
        let Division { recipients, extra } = division(&self.recipients, self.divide.as_deref())?;
        let parameters = SplitParameters {
            version: self.version.clone(),
            kind,
            chain_id: self.chain_id,
            recipients,
            total: self.total.as_deref().map(|text| number("--total", text)).transpose()?,
            incentive: self.incentive,
            owner: optional("--owner", &self.owner)?,
            creator: optional("--creator", &self.creator)?,
            placement: self.placement()?,
            as_is: self.as_is,
        };
        Ok((parameters, extra))
    }

    fn advice(&self, parameters: &SplitParameters) -> Vec<Problem> {
        let asked = |token: &String| {
            token::advice(token, &parameters.version, parameters.kind, &[parameters.chain_id])
        };
        self.pays.iter().filter_map(asked).map(|advice| advice.problem()).collect()
    }

    fn placement(&self) -> Result<Placement, Problem> {
        match (&self.salt, &self.nonce) {
            (Some(salt), _) => Ok(Placement::Salt(bytes32("--salt", salt)?)),
            (None, Some(nonce)) => Ok(Placement::Nonce(number("--nonce", nonce)?)),
            (None, None) => Ok(Placement::Parameters),
        }
    }
}

/// Recipients with their shares as options name them: integers, or with `divide` fractions and percentages of that many
/// units.
///
/// # Errors
/// An address or a share cannot be read, or the shares are no whole.
pub(super) fn division(texts: &[String], divide: Option<&str>) -> Result<Division, Problem> {
    let pairs = texts.iter().map(|text| recipient(text)).collect::<Result<Vec<_>, _>>()?;
    if let Some(units) = divide {
        let share = |(to, share): (Address, &str)| Ok((to, Fraction::read(share)?));
        let shares = pairs.into_iter().map(share).collect::<Result<Vec<_>, ShareError>>()?;
        return Ok(split::divide(&shares, number("--divide", units)?)?);
    }
    let share = |(to, share): (Address, &str)| Ok((to, number("--recipient", share)?));
    let recipients = pairs.into_iter().map(share).collect::<Result<_, Problem>>()?;
    Ok(Division { recipients, extra: Vec::new() })
}

fn recipient(text: &str) -> Result<(Address, &str), Problem> {
    let (to, share) =
        text.split_once('=').ok_or_else(|| Problem::unusable("split-recipient-form").with("text", text))?;
    Ok((address("--recipient", to)?, share))
}

/// What a script needs: the deployment with everything that follows from it. In English whatever the language.
fn document(deployment: &SplitDeployment, extra: &[Address], advice: &[Problem]) -> Value {
    let mut document =
        serde_json::to_value(deployment).expect("strings, numbers and lists only: always JSON");
    let english = Catalog::new(Lang::En);
    let advice: Vec<_> = advice
        .iter()
        .map(|problem| json!({ "cause": english.say(&problem.cause()), "remedy": english.say(&problem.remedy()) }))
        .collect();
    document["needs"] = json!(deployment.needs());
    document["code_hash"] = json!(deployment.code_hash().map(|hash| hash.to_string()));
    document["distribute_ether"] = json!(deployment.distribute_ether());
    document["extra_units"] = json!(extra);
    document["advice"] = json!(advice);
    document
}

/// What a sheet is printed from.
struct Answer<'a> {
    parameters: &'a SplitParameters,
    deployment: &'a SplitDeployment,
    /// Who was given an extra unit.
    extra: &'a [Address],
}

impl Answer<'_> {
    fn print(&self, advice: &[Problem], sheet: &Sheet) -> Result<(), Problem> {
        let deployment = self.deployment;
        let chain = Chain::by_id(deployment.chain_id).map_or("", |chain| chain.name);
        let title = Message::new("split-title")
            .with("kind", deployment.kind)
            .with("version", &deployment.version)
            .with("chain", deployment.chain_id)
            .with("name", chain)
            .with("recipients", deployment.recipients.len());
        sheet.title(&title, deployment.chain_id);
        sheet.facts(self.facts(sheet));
        sheet.transaction(&deployment.tx);
        sheet.decoded(&deployment.table()?);
        sheet.needs(&deployment.needs(), deployment.chain_id);
        if let Some(distribute) = deployment.distribute_ether() {
            sheet.later(&Message::new("split-distribute"), &distribute);
        }
        let mut notes = notes(self.parameters);
        notes.extend(advice.iter().flat_map(|problem| [problem.cause(), problem.remedy()]));
        sheet.notes(&notes);
        Ok(())
    }

    fn facts(&self, sheet: &Sheet) -> Vec<(String, String)> {
        let deployment = self.deployment;
        let unknown = || sheet.label("split-address-unknown");
        let address = deployment.address.map_or_else(unknown, |address| address.to_string());
        let mut facts = vec![(sheet.label("sheet-address"), address)];
        facts.extend(self.recipients(sheet));
        let owner = match deployment.owner {
            owner if owner == Address::ZERO => sheet.label("split-nobody"),
            owner => named(owner),
        };
        facts.extend([
            (sheet.label("split-owner"), owner),
            (sheet.label("split-incentive"), format!("{} / 1000000", deployment.incentive)),
        ]);
        if self.parameters.version != "1" {
            facts.push((sheet.label("split-creator"), named(self.parameters.creator)));
        }
        facts.extend(match self.parameters.placement {
            Placement::Salt(salt) => Some((sheet.label("split-salt"), salt.to_string())),
            Placement::Nonce(nonce) => Some((sheet.label("split-nonce"), nonce.to_string())),
            Placement::Parameters => None,
        });
        facts.push((sheet.label("split-hash"), deployment.split_hash.to_string()));
        facts.extend(
            deployment.create2_salt.map(|salt| (sheet.label("sheet-create2-salt"), salt.to_string())),
        );
        facts.extend(deployment.code_hash().map(|hash| (sheet.label("sheet-code-hash"), hash.to_string())));
        facts
    }

    fn recipients(&self, sheet: &Sheet) -> Vec<(String, String)> {
        let total = self.deployment.total_allocation;
        let shares = self.deployment.recipients.iter().zip(&self.deployment.allocations).enumerate();
        let mut facts = Vec::new();
        for (i, (to, share)) in shares {
            let extra = match self.extra.contains(to) {
                true => format!("  {}", sheet.label("split-extra-unit")),
                false => String::new(),
            };
            facts.push((sheet.numbered("split-recipient", i + 1), format!("{to}  {share} / {total}{extra}")));
        }
        facts
    }
}

fn notes(parameters: &SplitParameters) -> Vec<Message> {
    let owned = parameters.owner != Address::ZERO;
    let first = parameters.version == "1";
    let mut notes = vec![match parameters.placement {
        Placement::Parameters if owned => Message::new("split-note-counted"),
        Placement::Nonce(nonce) => Message::new("split-note-nonce").with("nonce", nonce),
        Placement::Salt(_) | Placement::Parameters => Message::new("sheet-note-anyone"),
    }];
    notes.push(Message::new("sheet-note-before"));
    notes.extend(again(parameters).map(Message::new));
    notes.push(Message::new(if parameters.as_is { "split-note-as-is" } else { "split-note-sorted" }));
    notes.push(Message::new(match (owned, first) {
        (false, _) => "split-note-immutable",
        (true, false) => "split-note-owner",
        (true, true) => "split-note-controller",
    }));
    if parameters.incentive > 0 {
        notes.push(Message::new("split-note-incentive"));
    }
    notes.push(Message::new("split-note-keep"));
    notes
}

/// What a second sending of the same transaction does.
fn again(parameters: &SplitParameters) -> Option<&'static str> {
    match (parameters.placement, parameters.version.as_str()) {
        (Placement::Nonce(_), _) => None,
        (_, "1") if parameters.owner != Address::ZERO => None,
        (_, "1" | "2.0") => Some("split-note-reverts-again"),
        _ => Some("split-note-again"),
    }
}
