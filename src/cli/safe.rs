//! `gishiki safe`: calldata and address of a Safe.

use std::process::ExitCode;

use clap::Args;

use super::Output;
use super::sheet::{Sheet, named};
use super::values::{address, number};
use crate::contracts::{Chain, FallbackHandler, Preset, SafeDeployment, SafeParameters};
use crate::text::{Message, Problem};

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
    /// Set of contracts.
    #[arg(long, value_name = "SET", default_value = "canonical")]
    deployment: String,
    /// ui: what Safe{Wallet} itself deploys; plain: no setup call and no payment receiver.
    #[arg(long, value_parser = ["ui", "plain"], default_value = "ui")]
    preset: String,
    /// l1 or l2; the preset's own if left out.
    #[arg(long, value_name = "SINGLETON")]
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
    /// One JSON document instead of the sheet.
    #[arg(long)]
    json: bool,
}

impl Safe {
    pub(super) fn run(&self, output: &Output) -> Result<ExitCode, Problem> {
        let parameters = self.parameters()?;
        let deployment = parameters.deployment()?;
        self.check_options(&parameters)?;
        if self.json {
            output.json(&document(&deployment));
        } else {
            print(&parameters, &deployment, &Sheet::new(output))?;
        }
        Ok(ExitCode::SUCCESS)
    }

    fn parameters(&self) -> Result<SafeParameters, Problem> {
        Ok(SafeParameters {
            version: self.version.clone(),
            chain_id: self.chain_id,
            owners: self.owners.iter().map(|owner| address("--owner", owner)).collect::<Result<_, _>>()?,
            threshold: self.threshold,
            preset: if self.preset == "plain" { Preset::Plain } else { Preset::Ui },
            fallback_handler: match self.fallback_handler.as_str() {
                "default" => FallbackHandler::Default,
                "none" => FallbackHandler::None,
                other => FallbackHandler::Custom(address("--fallback-handler", other)?),
            },
            salt_nonce: number("--salt-nonce", &self.salt_nonce)?,
        })
    }

    /// Options that have one known value so far: another is refused rather than ignored.
    fn check_options(&self, parameters: &SafeParameters) -> Result<(), Problem> {
        let own = if parameters.uses_l2_singleton() { "l2" } else { "l1" };
        for (option, given, known) in [
            ("--deployment", self.deployment.as_str(), "canonical"),
            ("--singleton", self.singleton.as_deref().unwrap_or(own), own),
            ("--method", self.method.as_str(), "create-proxy-with-nonce"),
        ] {
            if given != known {
                let problem = Problem::unusable("option-not-known").with("option", option);
                return Err(problem.with("given", given).with("known", known));
            }
        }
        Ok(())
    }
}

fn document(deployment: &SafeDeployment) -> serde_json::Value {
    serde_json::to_value(deployment).expect("strings, numbers and lists only: always JSON")
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
    sheet.notes(&notes(parameters));
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
        (sheet.label("safe-singleton"), named(deployment.singleton)),
        (sheet.label("safe-fallback-handler"), named(deployment.fallback_handler)),
        (sheet.label("safe-salt-nonce"), deployment.salt_nonce.to_string()),
        (sheet.label("sheet-create2-salt"), deployment.salt.to_string()),
        (sheet.label("sheet-init-code-hash"), deployment.init_code_hash.to_string()),
    ]);
    facts
}

fn notes(parameters: &SafeParameters) -> Vec<Message> {
    let mut notes = vec!["sheet-note-anyone", "sheet-note-before", "safe-note-order"];
    notes.push(match parameters.preset {
        Preset::Ui => "safe-note-ui",
        Preset::Plain => "safe-note-plain",
    });
    notes.extend(match parameters.fallback_handler {
        FallbackHandler::Default => None,
        FallbackHandler::None => Some("safe-note-no-handler"),
        FallbackHandler::Custom(_) => Some("safe-note-own-handler"),
    });
    notes.into_iter().map(Message::new).collect()
}
