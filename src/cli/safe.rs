//! `gishiki safe`: calldata and address of a Safe.

use std::path::PathBuf;
use std::process::ExitCode;

use alloy::primitives::U256;
use clap::Args;
use serde_json::{Value, json};

use super::sheet::{Sheet, named};
use super::values::{address, number};
use super::{Output, save};
use crate::contracts::safe::{self, SafeError, WalletSafe};
use crate::contracts::{
    Chain, FallbackHandler, Method, Preset, SafeDeployment, SafeParameters, Singleton, known_name,
};
use crate::keys::Address;
use crate::text::{Message, Problem};

/// The largest salt nonce that Safe{Wallet}'s form reads exactly: it is a JavaScript number there.
const TYPED_MAX: u64 = (1 << 53) - 1;

/// Calldata and address of a Safe.
#[derive(Args)]
pub(super) struct Safe {
    /// An owner, with EIP-55 checksum; the order of owners is part of the address.
    #[arg(long = "owner", value_name = "ADDR", required = true, num_args = 1..)]
    owners: Vec<String>,
    /// How many owners must sign.
    #[arg(long, value_name = "N")]
    threshold: u32,
    /// EIP-155 chain id.
    #[arg(long, value_name = "N")]
    chain_id: u64,
    /// Version of the contracts.
    #[arg(long, default_value = "1.4.1")]
    version: String,
    /// Set of contracts: eip155 is another one of 1.3.0.
    #[arg(long, value_parser = ["canonical", "eip155"], default_value = "canonical")]
    deployment: String,
    /// ui: what Safe{Wallet} itself deploys; plain: no setup call and no payment receiver.
    #[arg(long, value_parser = ["ui", "plain"], default_value = "ui")]
    preset: String,
    /// l1, l2 or an address; the preset's own if left out.
    #[arg(long, value_name = "ADDR")]
    singleton: Option<String>,
    /// default, none or an address.
    #[arg(long, value_name = "ADDR", default_value = "default")]
    fallback_handler: String,
    /// Distinguishes Safes of equal owners; decimal, or hex with 0x.
    #[arg(long, value_name = "N", default_value = "0")]
    salt_nonce: String,
    /// The factory's method.
    #[arg(long, value_name = "METHOD", default_value = "create-proxy-with-nonce")]
    method: String,
    /// Also write a file for Safe{Wallet}'s import, in which the Safe can be activated.
    #[arg(long, value_name = "PATH")]
    wallet_file: Option<PathBuf>,
    /// The Safe's name in that file.
    #[arg(long, value_name = "TEXT", default_value = "Safe", requires = "wallet_file")]
    label: String,
    /// One JSON document instead of the sheet.
    #[arg(long)]
    json: bool,
}

impl Safe {
    pub(super) fn run(&self, output: &Output) -> Result<ExitCode, Problem> {
        let parameters = self.parameters()?;
        let deployment = parameters.deployment()?;
        if let Some(path) = &self.wallet_file {
            let bytes = safe::wallet_file(&[WalletSafe { deployment: &deployment, label: &self.label }])?;
            save::new_file(path, &bytes)?;
        }
        if self.json {
            output.json(&document(&parameters, &deployment)?);
        } else {
            print(&parameters, &deployment, &Sheet::new(output))?;
        }
        if let Some(path) = &self.wallet_file {
            output.progress(&Message::new("safe-wallet-file").with("path", path.display()));
        }
        Ok(ExitCode::SUCCESS)
    }

    fn parameters(&self) -> Result<SafeParameters, Problem> {
        Ok(SafeParameters {
            version: self.version.clone(),
            deployment: self.deployment.parse().unwrap_or_default(),
            chain_id: self.chain_id,
            owners: self.owners.iter().map(|owner| address("--owner", owner)).collect::<Result<_, _>>()?,
            threshold: self.threshold,
            preset: if self.preset == "plain" { Preset::Plain } else { Preset::Ui },
            singleton: match self.singleton.as_deref() {
                None => Singleton::Preset,
                Some("l1") => Singleton::L1,
                Some("l2") => Singleton::L2,
                Some(other) => Singleton::Own(address("--singleton", other)?),
            },
            fallback_handler: match self.fallback_handler.as_str() {
                "default" => FallbackHandler::Default,
                "none" => FallbackHandler::None,
                other => FallbackHandler::Custom(address("--fallback-handler", other)?),
            },
            salt_nonce: number("--salt-nonce", &self.salt_nonce)?,
            method: Method::read(&self.method)?,
        })
    }
}

/// What a script needs: the deployment with everything that follows from it. In English whatever the language.
fn document(parameters: &SafeParameters, deployment: &SafeDeployment) -> Result<Value, SafeError> {
    let mut document =
        serde_json::to_value(deployment).expect("strings, numbers and lists only: always JSON");
    let chains: Vec<_> = parameters.same_address_chains()?.into_iter().map(|chain| chain.id).collect();
    document["deployment"] = json!(deployment.deployment);
    document["method"] = json!(deployment.method);
    document["preset"] = json!(parameters.preset.to_string());
    document["same_address_on"] = json!(chains);
    document["needs"] = json!(deployment.needs());
    document["code_hash"] = json!(deployment.code_hash().map(|hash| hash.to_string()));
    document["singleton_after"] = json!(deployment.singleton_after());
    document["domain_separator"] = json!(deployment.domain_separator().to_string());
    Ok(document)
}

fn print(parameters: &SafeParameters, deployment: &SafeDeployment, sheet: &Sheet) -> Result<(), Problem> {
    let chain = Chain::by_id(deployment.chain_id).map_or("", |chain| chain.name);
    let title = Message::new("safe-title")
        .with("version", &deployment.version)
        .with("chain", deployment.chain_id)
        .with("name", chain)
        .with("threshold", deployment.threshold)
        .with("owners", deployment.owners.len());
    sheet.title(&title, deployment.chain_id);
    sheet.facts(facts(parameters, deployment, sheet));
    sheet.transaction(&deployment.tx);
    sheet.decoded(&deployment.table()?);
    sheet.needs(&deployment.needs(), deployment.chain_id);
    sheet.notes(&notes(parameters, deployment));
    Ok(())
}

fn facts(parameters: &SafeParameters, deployment: &SafeDeployment, sheet: &Sheet) -> Vec<(String, String)> {
    let mut facts = vec![(sheet.label("sheet-address"), deployment.address.to_string())];
    for (i, owner) in deployment.owners.iter().enumerate() {
        facts.push((sheet.numbered("safe-owner", i + 1), owner.to_string()));
    }
    facts.extend([
        (sheet.label("safe-threshold"), deployment.threshold.to_string()),
        (sheet.label("safe-preset"), parameters.preset.to_string()),
        (sheet.label("safe-deployment"), deployment.deployment.to_string()),
        (sheet.label("safe-method"), deployment.method.to_string()),
        (sheet.label("safe-singleton"), named(deployment.singleton)),
        (sheet.label("safe-singleton-after"), named(deployment.singleton_after())),
        (sheet.label("safe-fallback-handler"), named(deployment.fallback_handler)),
        (sheet.label("safe-salt-nonce"), deployment.salt_nonce.to_string()),
        (sheet.label("sheet-create2-salt"), deployment.salt.to_string()),
        (sheet.label("sheet-init-code-hash"), deployment.init_code_hash.to_string()),
        (sheet.label("safe-domain-separator"), deployment.domain_separator().to_string()),
    ]);
    facts.extend(deployment.code_hash().map(|hash| (sheet.label("sheet-code-hash"), hash.to_string())));
    let chains = parameters.same_address_chains().unwrap_or_default();
    let chains = chains.iter().map(|chain| format!("{} ({})", chain.id, chain.name));
    facts.push((sheet.label("safe-same-address"), chains.collect::<Vec<_>>().join(", ")));
    facts
}

fn notes(parameters: &SafeParameters, deployment: &SafeDeployment) -> Vec<Message> {
    let mut notes: Vec<_> =
        ["sheet-note-anyone", "sheet-note-before", "safe-note-order", preset_note(parameters)]
            .map(Message::new)
            .into();
    if deployment.setup_to != Address::ZERO {
        notes.push(Message::new("safe-note-setup"));
    }
    notes.push(Message::new(match parameters.method.is_chain_specific() {
        true => "safe-note-chain-specific",
        false => "safe-note-elsewhere",
    }));
    if parameters.version == "1.3.0" {
        let first = safe::first_set(&parameters.version, parameters.chain_id);
        notes.extend(first.map(|set| Message::new("safe-note-sets").with("set", set)));
        notes.push(Message::new("safe-note-1-3-0"));
    }
    notes.extend(own_notes(parameters).into_iter().map(Message::new));
    notes
}

fn preset_note(parameters: &SafeParameters) -> &'static str {
    let own_handler = parameters.fallback_handler != FallbackHandler::Default;
    match (parameters.preset, parameters.version.as_str()) {
        (Preset::Ui, _) if own_handler => "safe-note-ui-handler",
        (Preset::Ui, "1.3.0") => "safe-note-ui-1-3-0",
        (Preset::Ui, "1.5.0") => "safe-note-ui-1-5-0",
        (Preset::Ui, _) => "safe-note-ui",
        (Preset::Plain, _) if parameters.singleton == Singleton::Preset => "safe-note-plain",
        (Preset::Plain, _) => "safe-note-plain-singleton",
    }
}

/// About what the caller chose besides.
fn own_notes(parameters: &SafeParameters) -> Vec<&'static str> {
    let mut notes = Vec::new();
    if let Singleton::Own(_) = parameters.singleton {
        notes.push("safe-note-own-singleton");
    }
    notes.extend(match parameters.fallback_handler {
        FallbackHandler::Default => None,
        FallbackHandler::None => Some("safe-note-no-handler"),
        FallbackHandler::Custom(handler) if known_name(handler).is_some() => None,
        FallbackHandler::Custom(_) => Some("safe-note-own-handler"),
    });
    if parameters.preset == Preset::Ui && parameters.salt_nonce > U256::from(TYPED_MAX) {
        notes.push("safe-note-large-nonce");
    }
    notes
}
