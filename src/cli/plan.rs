//! `plan …`: plans from what earlier ceremonies left, and other paths for one.

mod suggest;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::Output;
use super::check::findings;
use super::evidence::{Brought, verified};
use super::save;
use crate::export::{Clusters, next_plan};
use crate::manifest::Layout;
use crate::plan;
use crate::text::{Message, Problem};

/// The next ceremony's plan, or one with other paths
#[derive(Args)]
#[command(disable_help_subcommand = true, arg_required_else_help = true)]
pub struct Plan {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    Extend(Extend),
    Suggest(suggest::Suggest),
}

/// The plan of the ceremony after a verified one, with everything that it confirmed
#[derive(Args)]
struct Extend {
    /// The ceremony's folder, its public folder, or the manifest.json in it
    #[arg(value_name = "DIR")]
    place: PathBuf,
    #[command(flatten)]
    brought: Brought,
    /// More clusters for a range, by its name in the plan
    #[arg(long, value_name = "RANGE=N", value_parser = clusters)]
    clusters: Vec<Clusters>,
    /// A file that is not there yet; stdout if left out
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
}

fn clusters(text: &str) -> Result<Clusters, String> {
    let (name, number) = text.rsplit_once('=').ok_or("write RANGE=N")?;
    Ok((name.to_owned(), number.parse().map_err(|error: std::num::ParseIntError| error.to_string())?))
}

impl Plan {
    /// Runs the verb. Exit status 1 where what is written does not yet pass [`check`](super::check).
    ///
    /// # Errors
    /// The bundle does not verify, a range is not in its plan, or the output is there already.
    pub fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        match self.verb {
            Verb::Extend(extend) => extend.run(output),
            Verb::Suggest(suggest) => suggest.run(output),
        }
    }
}

impl Extend {
    fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        let (bundle, report) = verified(&self.place, &self.brought.evidence()?)?;
        let subject =
            report.subject.ok_or_else(|| Problem::finding("name-unknown").with("name", Layout::MANIFEST))?;
        let text = next_plan(&bundle, &subject.manifest, &self.clusters)?;
        save::answer(output, self.out.as_deref(), text.as_bytes())?;
        let name = self.out.map_or_else(|| "-".to_owned(), |out| out.display().to_string());
        let checked = plan::read(text.as_bytes(), &name);
        findings::print(&checked, output);
        let sequence = subject.manifest.ceremony.sequence + 1;
        let (said, status) = match checked.errors.len() {
            0 => (Message::new("plan-extended"), ExitCode::SUCCESS),
            errors => (Message::new("plan-extended-errors").count("errors", errors), ExitCode::from(1)),
        };
        output.progress(&said.with("sequence", sequence));
        Ok(status)
    }
}
