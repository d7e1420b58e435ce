//! The command line: one file a verb, which parses, calls a room and prints.

mod chain;
mod check;
mod combine;
mod derive;
mod diff;
mod doctor;
mod drill;
mod evidence;
mod export;
mod folded;
mod help;
mod meter;
mod output;
mod plan;
mod qr;
mod reach;
mod rehearse;
mod resume;
mod run;
mod running;
mod safe;
mod safe_tx;
mod save;
mod sign;
mod sheet;
mod show;
mod simulate;
mod split;
mod split_admin;
mod values;
mod verify;
mod watch;
mod ways;
mod witness;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

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
    Witness(witness::Witness),
    Verify(verify::Verify),
    Show(show::Show),
    Diff(diff::Diff),
    Export(export::Export),
    Qr(Box<qr::Qr>),
    Derive(derive::Derive),
    Plan(plan::Plan),
    Safe(safe::Safe),
    SafeTx(Box<safe_tx::SafeTx>),
    Split(split::Split),
    SplitAdmin(split_admin::SplitAdmin),
    Drill(drill::Drill),
    Doctor(doctor::Doctor),
    Simulate(simulate::Simulate),
}

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    run_with(std::env::args_os())
}

fn run_with(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<_> = args.into_iter().collect();
    let output = Output::new(Catalog::new(language(asked_language(&args).as_deref())));
    let read = |command: clap::Command| {
        command.try_get_matches_from(&args).and_then(|matches| Cli::from_arg_matches(&matches))
    };
    let read = match read(Cli::command()) {
        // Words for every verb take time to put together: only whoever asks for help waits for them.
        Err(help) if is_help(help.kind()) => read(help::localised(Cli::command(), output.catalog())),
        other => other,
    };
    match read {
        Ok(cli) => dispatch(cli.verb, &output).unwrap_or_else(|problem| fail(&output, &problem)),
        // Help and version are answers; everything else is a call that could not be used.
        Err(answer) if !answer.use_stderr() => {
            let _ = answer.print();
            ExitCode::SUCCESS
        }
        Err(help) if help.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = help.print();
            ExitCode::from(2)
        }
        Err(usage) => fail(&output, &Problem::unusable("usage").with("reason", reason(&usage))),
    }
}

fn fail(output: &Output, problem: &Problem) -> ExitCode {
    output.problem(problem);
    ExitCode::from(problem.kind().exit_status())
}

fn is_help(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand)
}

/// What is wrong with a call, in clap's words, on one line.
fn reason(usage: &clap::Error) -> String {
    let text = usage.to_string();
    let text = text.split("\n\n").next().unwrap_or_default();
    let words: Vec<_> = text.trim_start_matches("error:").split_whitespace().collect();
    words.join(" ")
}

/// The language named in the call, needed before the call is read.
fn asked_language(args: &[OsString]) -> Option<String> {
    let texts = || args.iter().filter_map(|arg| arg.to_str());
    let after = texts().zip(texts().skip(1)).find(|(name, _)| *name == "--lang").map(|(_, code)| code);
    after.or_else(|| texts().find_map(|arg| arg.strip_prefix("--lang="))).map(str::to_owned)
}

fn dispatch(verb: Verb, output: &Output) -> Result<ExitCode, Problem> {
    match verb {
        Verb::Check(check) => check.run(output),
        Verb::Rehearse(rehearse) => rehearse.run(output),
        Verb::Run(run) => run.run(output),
        Verb::Resume(resume) => resume.run(output),
        Verb::Combine(combine) => combine.run(output),
        Verb::Sign(sign) => sign.run(output),
        Verb::Witness(witness) => witness.run(output),
        Verb::Verify(verify) => verify.run(output),
        Verb::Show(show) => show.run(output),
        Verb::Diff(diff) => diff.run(output),
        Verb::Export(export) => export.run(output),
        Verb::Qr(qr) => qr.run(output),
        Verb::Derive(derive) => derive.run(output),
        Verb::Plan(plan) => plan.run(output),
        Verb::Safe(safe) => safe.run(output),
        Verb::SafeTx(safe_tx) => safe_tx.run(output),
        Verb::Split(split) => split.run(output),
        Verb::SplitAdmin(admin) => admin.run(output),
        Verb::Drill(drill) => drill.run(output),
        Verb::Doctor(doctor) => doctor.run(output),
        Verb::Simulate(simulate) => simulate.run(output),
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
