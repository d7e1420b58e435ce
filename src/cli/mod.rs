//! The command line: one file a verb, which parses, calls a room and prints.

mod check;
mod combine;
mod output;
mod rehearse;
mod resume;
mod run;
mod running;
mod safe;
mod sign;
mod sheet;
mod split;
mod values;
mod verify;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::text::{Catalog, Lang, Problem};

pub use output::Output;

/// Air-gapped key and address ceremonies for Ethereum staking teams.
#[derive(Parser)]
#[command(name = "gishiki", version, arg_required_else_help = true)]
struct Cli {
    /// Language: en or ja (otherwise the locale's).
    #[arg(long, global = true, value_parser = ["en", "ja"])]
    lang: Option<String>,

    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    Check(check::Check),
    Rehearse(rehearse::Rehearse),
    Run(run::Run),
    Resume(resume::Resume),
    Combine(combine::Combine),
    Sign(sign::Sign),
    Verify(verify::Verify),
    Safe(safe::Safe),
    Split(split::Split),
}

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    run_with(std::env::args_os())
}

fn run_with(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(usage) => {
            // Help and version are answers; everything else is a call that could not be used.
            let _ = usage.print();
            return if usage.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
        }
    };
    let output = Output::new(Catalog::new(language(cli.lang.as_deref())));
    match dispatch(cli.verb, &output) {
        Ok(code) => code,
        Err(problem) => {
            output.problem(&problem);
            ExitCode::from(problem.kind().exit_status())
        }
    }
}

fn dispatch(verb: Verb, output: &Output) -> Result<ExitCode, Problem> {
    match verb {
        Verb::Check(check) => check.run(output),
        Verb::Rehearse(rehearse) => rehearse.run(output),
        Verb::Run(run) => run.run(output),
        Verb::Resume(resume) => resume.run(output),
        Verb::Combine(combine) => combine.run(output),
        Verb::Sign(sign) => sign.run(output),
        Verb::Verify(verify) => verify.run(output),
        Verb::Safe(safe) => safe.run(output),
        Verb::Split(split) => split.run(output),
    }
}

/// The language asked for, or else the locale's (POSIX order: LC_ALL, LC_MESSAGES, LANG).
fn language(asked: Option<&str>) -> Lang {
    if let Some(lang) = asked.and_then(|code| code.parse().ok()) {
        return lang;
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    Lang::of_locale(&locale.unwrap_or_default())
}
