//! `gishiki safe-tx`: what the owners of a Safe sign.

mod asked;
mod assemble;
mod change;
mod decided;
mod explain;
mod findings;
mod sign;

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::Output;
use crate::text::Problem;

pub(super) use change::batch_file;

/// Transactions of a Safe.
#[derive(Args)]
#[command(disable_help_subcommand = true, arg_required_else_help = true)]
pub(super) struct SafeTx {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    Explain(explain::Explain),
    Change(change::Change),
    Assemble(assemble::Assemble),
    Sign(sign::Sign),
}

impl SafeTx {
    pub(super) fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        match self.verb {
            Verb::Explain(explain) => explain.run(output),
            Verb::Change(change) => change.run(output),
            Verb::Assemble(assemble) => assemble.run(output),
            Verb::Sign(sign) => sign.run(output),
        }
    }
}
