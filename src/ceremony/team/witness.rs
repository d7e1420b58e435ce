//! What a witness says of the manifest, recorded whenever it comes.

use super::{TeamState, TeamStep};
use crate::ceremony::files::ensure;
use crate::ceremony::{Begun, HostFacts, TeamEvent, write_sums};
use crate::journal::{Journal, Storage};
use crate::keys::{Address, Signature};
use crate::manifest::{Layout, Manifest, Unfit, WitnessEntry};
use crate::plan::{Plan, WitnessMeans};
use crate::text::Problem;

/// What a witness brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Testimony {
    /// A signature on the statement.
    Signature(Signature),
    /// Ink on the printed statement, which people saw.
    Paper,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witnessed {
    /// The address that signed; none on paper.
    pub signer: Option<Address>,
    /// Whether the plan knew it before.
    pub planned: bool,
    /// Whether it was the last thing missing, and the ceremony is closed now.
    pub closed: bool,
}

/// Writes what a witness brings into the team's journal, with the files that follow.
///
/// # Errors
/// The manifest is not settled and compared, the plan has no such witness, it was recorded before, or the signature is
/// not that witness's on this manifest, or by a key that cannot be a witness's.
pub fn witness(
    storage: &mut dyn Storage,
    host: &dyn HostFacts,
    plan: &Plan,
    begun: &Begun,
    name: &str,
    testimony: &Testimony,
) -> Result<Witnessed, Problem> {
    let (mut journal, reading) = Journal::open(storage, Layout::TEAM_JOURNAL)?;
    let mut state = TeamState::replay(plan, &reading.lines, storage)?;
    if state.heading().is_none_or(|heading| *heading != begun.ceremony) {
        return Err(Problem::unusable("witness-early").with("name", name));
    }
    let event = event(&state, name, testimony)?;
    let signer = match &event {
        TeamEvent::WitnessSigned { signer, .. } => Some(*signer),
        _ => None,
    };
    let line = journal.line(host.now(), event);
    state.apply(&line, storage)?;
    journal.append(storage, &line)?;
    for (file, bytes) in state.files() {
        ensure(storage, &file, &bytes)?;
    }
    if state.next() == TeamStep::Finish {
        let line = journal.line(host.now(), TeamEvent::Finished {});
        state.apply(&line, storage)?;
        journal.append(storage, &line)?;
        write_sums(storage, plan, None, true)?;
    }
    let planned = state.witness(name).is_some_and(|(_, entry, _)| entry.address.is_some());
    Ok(Witnessed { signer, planned, closed: state.next() == TeamStep::Done })
}

/// The event that a testimony is.
fn event(state: &TeamState, name: &str, testimony: &Testimony) -> Result<TeamEvent, Problem> {
    let about = |problem: Problem| problem.with("name", name);
    let Some((at, entry, statement)) = state.witness(name) else {
        let known = state.plan.witnesses.iter().any(|witness| witness.name == name);
        let id = if known { "witness-early" } else { "witness-unknown" };
        return Err(about(Problem::unusable(id)));
    };
    if !state.takes_witnesses() {
        return Err(about(Problem::unusable("witness-early")));
    }
    if state.witnessed[at] {
        return Err(about(Problem::unusable("witness-again")));
    }
    let witness = name.to_owned();
    match (testimony, entry.signs) {
        (Testimony::Paper, WitnessMeans::Paper) => Ok(TeamEvent::WitnessOnPaper { witness }),
        (Testimony::Signature(signature), WitnessMeans::Key) => {
            let signer = signer(entry, &statement, signature)?;
            let signed = state.plan.witnesses.iter().zip(&state.witness_signatures);
            let signed = signed.filter_map(|(it, signed)| Some((it.name.as_str(), signed.as_ref()?.0)));
            if let Some(settled) = &state.settled {
                fit_witness(&settled.manifest, name, signer, &signed.collect::<Vec<_>>())?;
            }
            Ok(TeamEvent::WitnessSigned { witness, signer, signature: *signature })
        }
        (_, WitnessMeans::Paper) => Err(about(Problem::unusable("witness-paper"))),
        (_, WitnessMeans::Key) => Err(about(Problem::unusable("witness-key"))),
    }
}

/// Who made the signature: the one that the manifest names, where it names one.
fn signer(entry: &WitnessEntry, statement: &str, signature: &Signature) -> Result<Address, Problem> {
    let other = |said: &dyn std::fmt::Display| {
        let problem = Problem::finding("witness-other").with("name", &entry.name).with("said", said);
        problem.with("expected", entry.address.map_or("-".to_owned(), |address| address.to_string()))
    };
    let signer = signature.signer(statement.as_bytes()).map_err(|error| other(&error))?;
    if entry.address.is_some_and(|expected| expected != signer) {
        return Err(other(&signer));
    }
    Ok(signer)
}

/// Refuses an address that is no witness's; `signed` are witnesses with the addresses that signed for them.
///
/// # Errors
/// It is that of something in the manifest or of another witness, or its key is published.
pub fn fit_witness(
    manifest: &Manifest,
    name: &str,
    signer: Address,
    signed: &[(&str, Address)],
) -> Result<(), Problem> {
    let about = |id: &'static str| Problem::finding(id).with("name", name).with("address", signer);
    match manifest.unfit_witness(name, signer, signed) {
        Some(Unfit::Taken(other)) => Err(about("witness-taken").with("other", other)),
        Some(Unfit::Published) => Err(about("witness-published")),
        None => Ok(()),
    }
}
