//! A member's part, checked before it is taken.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::ceremony::files::{is_there, required};
use crate::ceremony::{Begun, Event, MemberState, MemberStep, Script};
use crate::journal::{self, Storage};
use crate::keys::{Address, Digest};
use crate::manifest::{Heading, Layout, Part, PartDigests};
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
    let unknown = || Problem::unusable("custodian-unknown").with("name", member);
    let script = Script::of(plan, member).ok_or_else(unknown)?;
    check_heading(storage, heading, member)?;
    let journal = required(storage, &Layout::journal(member))?;
    let reading = journal::read(&Layout::journal(member), &journal)?;
    let state = MemberState::replay(script, &reading.lines)?;
    let whole = reading.whole == journal.len();
    let run =
        Replayed { state: Arc::new(state), whole, journal_sha256: Digest::of(&journal), in_place: None };
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
    /// Whether the part and the sealed file in the folder are those that follow; none where nobody looked yet.
    pub in_place: Option<bool>,
}

/// As [`accept`], of a run that was replayed before.
///
/// # Errors
/// The first thing that does not hold.
pub fn accept_replayed(storage: &dyn Storage, heading: &Heading, run: Replayed) -> Result<Accepted, Problem> {
    let Replayed { state, whole, journal_sha256, in_place } = run;
    let member = &state.script.member;
    let about = |id: &'static str| Problem::finding(id).with("member", member);
    if !whole || state.next() != MemberStep::Done {
        return Err(about("part-unsettled"));
    }
    if let Some(told) = state.heading() {
        same_ceremony(told, heading).map_err(&about)?;
    }
    let settled = state.settled.as_ref().ok_or_else(|| about("part-unsettled"))?;
    if in_place != Some(true) {
        for (file, follows) in
            [Layout::part(member), Layout::sealed(member)].into_iter().zip(settled.bytes()?)
        {
            if !is_there(storage, &file, &follows)? {
                return Err(about("part-altered").with("file", file));
            }
        }
    }
    check_statements(storage, &state)?;
    let digests = PartDigests {
        exceptions: state.exceptions.len() as u64,
        journal_sha256,
        member: member.clone(),
        part_sha256: settled.digest,
        sealed_sha256: settled.sealed_digest,
        unpinned: false,
    };
    Ok(Accepted { part: settled.part.clone(), state, digests })
}

/// How a member's run was begun; none where its folder has no journal that begins.
///
/// # Errors
/// The journal cannot be read, or is broken.
pub fn begun_of(storage: &dyn Storage, member: &str) -> Result<Option<Begun>, Problem> {
    let journal = required(storage, &Layout::journal(member))?;
    // Only the first line: the whole is read, and held to its chain, when the part is taken.
    let end = journal.iter().position(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    let first = journal::read(&Layout::journal(member), &journal[..end])?.lines.into_iter().next();
    Ok(first.and_then(|line| match line.event {
        Event::Begun(begun) => Some(begun),
        _ => None,
    }))
}

/// Whether a member's run was of this ceremony, by the first line of its journal.
///
/// # Errors
/// It was of another, or the journal cannot be read.
pub fn check_heading(storage: &dyn Storage, heading: &Heading, member: &str) -> Result<(), Problem> {
    let about = |id: &'static str| Problem::finding(id).with("member", member);
    let told = begun_of(storage, member)?.ok_or_else(|| about("part-unsettled"))?.ceremony;
    same_ceremony(&told, heading).map_err(about)
}

/// The id of the problem where a part is of another ceremony.
fn same_ceremony(told: &Heading, heading: &Heading) -> Result<(), &'static str> {
    let whose = |it: &Heading| (it.organisation.clone(), it.id.clone(), it.chain_id, it.testnet);
    if told.rehearsal != heading.rehearsal {
        return Err(if told.rehearsal { "part-rehearsal" } else { "part-real" });
    }
    if whose(told) != whose(heading) {
        return Err("part-other-ceremony");
    }
    if (told.sequence, &told.previous) != (heading.sequence, &heading.previous) {
        return Err("part-other-sequence");
    }
    if told.plan_sha256 == heading.plan_sha256 { Ok(()) } else { Err("part-other-plan") }
}

fn check_statements(storage: &dyn Storage, state: &MemberState) -> Result<(), Problem> {
    let member = &state.script.member;
    for (script, wallet) in state.script.wallets.iter().zip(&state.wallets) {
        let name = Layout::part_statement(member, script.name());
        let statement = state.statement(script.name()).unwrap_or_default();
        let signature = wallet.signature.map(|(_, signature)| signature.to_string()).unwrap_or_default();
        for (file, expected) in [(name.clone(), statement), (Layout::signature(&name), signature)] {
            if !is_there(storage, &file, expected.as_bytes())? {
                return Err(Problem::finding("part-altered").with("member", member).with("file", file));
            }
        }
    }
    Ok(())
}

/// The addresses of the parts taken so far, each with its part's position.
pub type Taken = HashMap<[u8; 20], u32>;

/// Whether the last of these parts may stand beside the others: no seed, device, wallet or address twice.
/// Its addresses are taken.
///
/// # Errors
/// The first thing that it shares with another.
pub fn check_together(parts: &[Accepted], taken: &mut Taken) -> Result<(), Problem> {
    let Some((one, others)) = parts.split_last() else { return Ok(()) };
    let (mut twice, last) = (BTreeMap::new(), others.len() as u32);
    for row in &one.part.addresses {
        let at = *taken.entry(*row.address.as_bytes()).or_insert(last);
        if at != last {
            twice.entry(at).or_insert(row.address);
        }
    }
    for (at, other) in (0..).zip(others) {
        if let Some(problem) = shared(one, other, twice.get(&at).copied()) {
            return Err(problem.with("one", &one.part.member).with("other", &other.part.member));
        }
    }
    Ok(())
}

fn shared(one: &Accepted, other: &Accepted, address: Option<Address>) -> Option<Problem> {
    if one.state.commitment == other.state.commitment {
        return Some(Problem::finding("parts-share-seed"));
    }
    let device = |it: &Accepted| it.state.facts.as_ref().map(|facts| facts.device_id.clone());
    if device(one).is_some_and(|id| !id.is_empty()) && device(one) == device(other) {
        return Some(Problem::finding("parts-share-device"));
    }
    let mut wallets = one.part.wallets.iter();
    let known = |identity| other.part.wallets.iter().any(|wallet| wallet.identity == identity);
    if let Some(wallet) = wallets.find(|wallet| known(wallet.identity)) {
        return Some(Problem::finding("parts-share-wallet").with("wallet", &wallet.name));
    }
    address.map(|address| Problem::finding("parts-share-address").with("address", address))
}
