//! `plan suggest`: the same roles at paths that MetaMask reaches, with what that gains and costs.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::cli::sheet::aligned;
use crate::cli::{Output, save};
use crate::plan::{self, Linted, Program, Reach, Suggestion, WalletId, programs, suggest};
use crate::text::{Message, Problem};

/// Paths that MetaMask reaches with a Trezor, for the same roles
#[derive(Args)]
pub(super) struct Suggest {
    /// The plan, a TOML file
    plan: PathBuf,
    /// A file that is not there yet; stdout if left out
    #[arg(long, value_name = "NEW")]
    out: Option<PathBuf>,
}

impl Suggest {
    pub(super) fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        let checked = plan::load(&self.plan)?;
        let text = checked.source.text().to_owned();
        let before = checked.into_plan()?;
        let name = self.out.as_ref().map_or_else(|| "-".to_owned(), |out| out.display().to_string());
        let suggestion = suggest(&before, &text, &name)?;
        save::answer(output, self.out.as_deref(), suggestion.text.as_bytes())?;
        if suggestion.moves.is_empty() {
            output.progress(&Message::new("suggest-none"));
        } else {
            moved(&suggestion, output);
            trade(&before, &suggestion, output);
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn moved(suggestion: &Suggestion, output: &Output) {
    output.progress(&Message::new("suggest-moved").count("count", suggestion.moves.len()));
    let rows = suggestion.moves.iter();
    let rows: Vec<_> =
        rows.map(|it| vec![it.role.clone(), it.from.tail(), "->".to_owned(), it.to.tail()]).collect();
    aligned(&rows).iter().for_each(|line| output.aside(&format!("  {line}")));
}

/// What is gained and lost, a sentence each.
fn trade(before: &Linted, suggestion: &Suggestion, output: &Output) {
    output.progress(&Message::new("suggest-trade"));
    let mut said: Vec<Message> =
        programs().iter().filter_map(|program| lists(program, before, &suggestion.plan)).collect();
    if !suggestion.merged.is_empty() {
        said.push(Message::new("suggest-linked").with("wallets", names(&suggestion.merged)));
    }
    said.push(Message::new("suggest-shown"));
    let unnamed =
        suggestion.merged.iter().filter(|id| before.wallet(id).is_some_and(|it| !it.accounts.is_empty()));
    let unnamed: Vec<WalletId> = unnamed.cloned().collect();
    if !unnamed.is_empty() {
        said.push(Message::new("suggest-names").with("wallets", names(&unnamed)));
    }
    let (old, new) = (lints(before), lints(&suggestion.plan));
    let list = |lints: Vec<&str>| lints.join(", ");
    for (id, lints) in [
        ("suggest-fewer", list(old.difference(&new).copied().collect())),
        ("suggest-more", list(new.difference(&old).copied().collect())),
        ("suggest-settled", suggestion.settled.join(", ")),
    ] {
        if !lints.is_empty() {
            said.push(Message::new(id).with("lints", lints));
        }
    }
    if !suggestion.comments.is_empty() {
        let lines: Vec<_> = suggestion.comments.iter().map(usize::to_string).collect();
        said.push(Message::new("suggest-comments").with("lines", lines.join(", ")));
    }
    said.push(Message::new("suggest-choose"));
    for message in said {
        output.aside(&format!("  - {}", output.catalog().say(&message)));
    }
}

/// How many addresses a program lists, reaches, and will offer once those before them were used, before and after; none where
/// that is the same.
fn lists(program: &Program, before: &Linted, after: &Linted) -> Option<Message> {
    let reached =
        |plan: &Linted| plan.roles.iter().filter_map(|role| program.reach(role.path)).collect::<Vec<_>>();
    let counts = |reached: Vec<Reach>| {
        let of = |which: Reach| reached.iter().filter(|it| **it == which).count();
        // What is offered only after others were used may be so for ever: the plan may skip those.
        (of(Reach::Listed), of(Reach::Listed) + of(Reach::Typed), of(Reach::Used))
    };
    let (old, new) = (counts(reached(before)), counts(reached(after)));
    let id = if (old.2, new.2) == (0, 0) { "suggest-lists" } else { "suggest-lists-later" };
    let message = || {
        Message::new(id)
            .with("program", &program.name)
            .with("before", old.0)
            .with("after", new.0)
            .with("reached_before", old.1)
            .with("reached", new.1)
            .with("later_before", old.2)
            .with("later", new.2)
            .with("all", after.roles.len())
    };
    (old != new).then(message)
}

/// The ids of what is found, accepted or not.
fn lints(plan: &Linted) -> BTreeSet<&'static str> {
    let accepted = plan.accepted_warnings().iter().map(|(finding, _)| finding.lint);
    plan.warnings().iter().map(|finding| finding.lint).chain(accepted).collect()
}

fn names(wallets: &[WalletId]) -> String {
    wallets.iter().map(WalletId::to_string).collect::<Vec<_>>().join(", ")
}
