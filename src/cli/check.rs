//! `gishiki check`: lints a plan and lays its design out for the team to read.

mod addresses;
mod design;
mod document;
pub(super) mod findings;
mod holders;
mod later;
mod page;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::{Output, ways};
use crate::plan;
use crate::text::{Message, Problem};

/// Lints a plan; prints seeds, wallets, every address with its path and who reaches it, contracts, who can move what.
#[derive(Args)]
pub(super) struct Check {
    /// The plan, a TOML file.
    plan: PathBuf,
    /// Instead of the design, how each wallet program gets to each address, or to one of them.
    #[arg(long, value_name = "ROLE", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    reach: Option<String>,
    /// Print one JSON document.
    #[arg(long)]
    json: bool,
}

impl Check {
    /// Exit status 1 where the plan has errors.
    pub(super) fn run(&self, output: &Output) -> Result<ExitCode, Problem> {
        let checked = plan::load(&self.plan)?;
        if self.json {
            output.json(&document::Document(&checked));
        } else if let (Some(role), Some(plan)) = (&self.reach, &checked.plan) {
            ways::of_plan(plan, output).print(role)?;
        } else {
            if let Some(plan) = &checked.plan {
                design::print(plan, output);
            }
            findings::print(&checked, output);
            let counts = [("errors", checked.errors.len()), ("warnings", checked.warnings.len())];
            let result =
                counts.iter().fold(Message::new("check-result"), |said, (name, n)| said.count(name, *n));
            output.say(&result.count("accepted", checked.accepted.len()));
        }
        Ok(if checked.errors.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }
}
