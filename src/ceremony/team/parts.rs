//! A member's part, checked before it is taken.

use crate::ceremony::files::required;
use crate::ceremony::{MemberState, MemberStep, Script};
use crate::journal::{self, Storage};
use crate::keys::Digest;
use crate::manifest::{Heading, Layout, Part, PartDigests, canonical};
use crate::plan::Plan;
use crate::text::Problem;

/// A part that holds, with the digests of its files.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// The part.
    pub part: Part,
    /// The replayed run it came from.
    pub state: MemberState,
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
    if reading.whole != journal.len() || state.next() != MemberStep::Done {
        return Err(refused("the run was not finished"));
    }
    if state.heading() != Some(heading) {
        return Err(refused("it belongs to another ceremony"));
    }
    let settled = state.settled.clone().ok_or_else(|| refused("the run was not finished"))?;
    if required(storage, &Layout::part(member))? != settled.part {
        return Err(refused("the part does not follow from the journal"));
    }
    if required(storage, &Layout::sealed(member))? != settled.sealed {
        return Err(refused("the sealed file does not follow from the journal"));
    }
    check_statements(storage, &state)?;
    let part = canonical::from_bytes(&settled.part).map_err(|error| refused(&error.to_string()))?;
    let digests = PartDigests {
        exceptions: state.exceptions.len() as u64,
        journal_sha256: Digest::of(&journal),
        member: member.to_owned(),
        part_sha256: settled.digest,
        sealed_sha256: Digest::of(&settled.sealed),
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
            if required(storage, &file)? != expected.as_bytes() {
                return Err(Problem::finding("part-refused").with("member", member).with("reason", file));
            }
        }
    }
    Ok(())
}

/// Whether parts may stand beside each other: no seed, wallet or address twice.
///
/// # Errors
/// The first thing that two members share.
pub fn check_together(parts: &[Accepted]) -> Result<(), Problem> {
    for (at, one) in parts.iter().enumerate() {
        for other in &parts[..at] {
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
            let addresses = one.part.addresses.iter();
            let twice = addresses
                .map(|row| row.address)
                .find(|a| other.part.addresses.iter().any(|b| b.address == *a));
            if let Some(address) = twice {
                return Err(shared(address.to_string()));
            }
        }
    }
    Ok(())
}
