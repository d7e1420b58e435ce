//! A member's part, checked before it is taken.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::ceremony::files::{is_there, required};
use crate::ceremony::{MemberState, MemberStep, Script};
use crate::journal::{self, Storage};
use crate::keys::{Address, Digest};
use crate::manifest::{Heading, Layout, Part, PartDigests, canonical};
use crate::plan::Plan;
use crate::text::Problem;

/// A part that holds, with the digests of its files.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// The part.
    pub part: Arc<Part>,
    /// The replayed run it came from.
    pub state: Arc<MemberState>,
    /// The digests of its files.
    pub digests: PartDigests,
}

/// Checks a member's files as an auditor would: the journal is replayed against the plan, and part, sealed file,
/// statements and signatures must be exactly what follows from it.
///
/// # Errors
/// The first thing that does not hold.
pub fn accept(
    storage: &dyn Storage,
    plan: &Plan,
    heading: &Heading,
    member: &str,
) -> Result<Accepted, Problem> {
    let refused =
        |reason: &str| Problem::finding("part-refused").with("member", member).with("reason", reason);
    let script = Script::of(plan, member).ok_or_else(|| refused("the plan has no wallet of this member"))?;
    let journal = required(storage, &Layout::journal(member))?;
    let reading = journal::read(&Layout::journal(member), &journal)?;
    let state = MemberState::replay(script, &reading.lines)?;
    let whole = reading.whole == journal.len();
    let run = Replayed { state: Arc::new(state), whole, journal_sha256: Digest::of(&journal), part: None };
    accept_replayed(storage, heading, run)
}

/// A member's run, replayed from a journal.
pub struct Replayed {
    /// How far it came.
    pub state: Arc<MemberState>,
    /// Whether nothing is behind the journal's last line.
    pub whole: bool,
    /// SHA-256 of the journal.
    pub journal_sha256: Digest,
    /// The part in the folder, where it was read from its one encoding already.
    pub part: Option<Arc<Part>>,
}

/// As [`accept`], of a run that was replayed before.
///
/// # Errors
/// The first thing that does not hold.
pub fn accept_replayed(storage: &dyn Storage, heading: &Heading, run: Replayed) -> Result<Accepted, Problem> {
    let Replayed { state, whole, journal_sha256, part } = run;
    let member = &state.script.member;
    let refused =
        |reason: &str| Problem::finding("part-refused").with("member", member).with("reason", reason);
    if !whole || state.next() != MemberStep::Done {
        return Err(refused("the run was not finished"));
    }
    if state.heading() != Some(heading) {
        return Err(refused("it belongs to another ceremony"));
    }
    let settled = state.settled.as_ref().ok_or_else(|| refused("the run was not finished"))?;
    if !is_there(storage, &Layout::part(member), &settled.part)? {
        return Err(refused("the part does not follow from the journal"));
    }
    if !is_there(storage, &Layout::sealed(member), &settled.sealed)? {
        return Err(refused("the sealed file does not follow from the journal"));
    }
    check_statements(storage, &state)?;
    let read = || canonical::from_bytes(&settled.part).map(Arc::new);
    let part = part.map_or_else(read, Ok).map_err(|error| refused(&error.to_string()))?;
    let digests = PartDigests {
        exceptions: state.exceptions.len() as u64,
        journal_sha256,
        member: member.clone(),
        part_sha256: settled.digest,
        sealed_sha256: settled.sealed_digest,
    };
    Ok(Accepted { part, state, digests })
}

fn check_statements(storage: &dyn Storage, state: &MemberState) -> Result<(), Problem> {
    let member = &state.script.member;
    for (script, wallet) in state.script.wallets.iter().zip(&state.wallets) {
        let name = Layout::part_statement(member, script.name());
        let statement = state.statement(script.name()).unwrap_or_default();
        let signature = wallet.signature.map(|(_, signature)| signature.to_string()).unwrap_or_default();
        for (file, expected) in [(name.clone(), statement), (Layout::signature(&name), signature)] {
            if !is_there(storage, &file, expected.as_bytes())? {
                return Err(Problem::finding("part-refused").with("member", member).with("reason", file));
            }
        }
    }
    Ok(())
}

/// The addresses of the parts taken so far, each with its part's position.
pub type Taken = HashMap<Address, usize>;

/// Whether the last of these parts may stand beside the others: no seed, wallet or address twice. Its addresses are taken.
///
/// # Errors
/// The first thing that it shares with another.
pub fn check_together(parts: &[Accepted], taken: &mut Taken) -> Result<(), Problem> {
    let Some((one, others)) = parts.split_last() else { return Ok(()) };
    let mut twice = BTreeMap::new();
    for row in &one.part.addresses {
        let at = *taken.entry(row.address).or_insert(others.len());
        if at != others.len() {
            twice.entry(at).or_insert(row.address);
        }
    }
    for (at, other) in others.iter().enumerate() {
        let shared = |what: String| {
            Problem::finding("parts-share")
                .with("one", &one.part.member)
                .with("other", &other.part.member)
                .with("what", what)
        };
        if one.state.commitment == other.state.commitment {
            return Err(shared("seed".to_owned()));
        }
        let mut wallets = one.part.wallets.iter();
        let known = |identity| other.part.wallets.iter().any(|wallet| wallet.identity == identity);
        if let Some(wallet) = wallets.find(|wallet| known(wallet.identity)) {
            return Err(shared(format!("wallet {}", wallet.name)));
        }
        if let Some(address) = twice.get(&at) {
            return Err(shared(address.to_string()));
        }
    }
    Ok(())
}
