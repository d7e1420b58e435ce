//! What members bring: their files, taken only where each is there once and its digest is the one that was told.

use crate::ceremony::files::{optional, required};
use crate::journal::Storage;
use crate::keys::Digest;
use crate::manifest::{Layout, derived};
use crate::plan::Plan;
use crate::text::Problem;

/// Every member's files from the members' folders, by name, each member's from exactly one of them.
///
/// `pins` are digests of parts as members told them by another channel: each of a member of the plan, once.
///
/// # Errors
/// A member's part is missing, or in two folders; a file cannot be read; a pin is of nobody, or not the part's.
pub fn gather<S: Storage>(
    plan: &Plan,
    sources: &[S],
    pins: &[(String, Digest)],
) -> Result<Vec<(String, Vec<u8>)>, Problem> {
    let mut files = Vec::new();
    for member in plan.members() {
        let source = holder(sources, &member)?;
        let members = [member];
        // The plan is brought by whoever combines, not by those whose parts are checked against it.
        let public =
            derived::public_files(plan, &members, false).into_iter().filter(|name| name != Layout::PLAN);
        for name in public.chain(derived::sealed_files(plan, &members, false)) {
            let bytes = required(source, &name)?;
            files.push((name, bytes));
        }
    }
    check_pins(plan, pins, &files)?;
    Ok(files)
}

/// Whose part a member's own folder holds, once it is certain that the team's folder holds exactly the same.
/// `name` is what the own folder is called in errors.
///
/// # Errors
/// The own folder holds no part, or several; the team's holds another.
pub fn own_member(plan: &Plan, own: &dyn Storage, team: &dyn Storage, name: &str) -> Result<String, Problem> {
    let mut parts = Vec::new();
    for member in plan.members() {
        if let Some(part) = optional(own, &Layout::part(&member))? {
            parts.push((member, part));
        }
    }
    if parts.len() > 1 {
        return Err(Problem::unusable("part-own-ambiguous").with("folder", name));
    }
    let none = || Problem::unusable("part-missing").with("member", name);
    let (member, part) = parts.pop().ok_or_else(none)?;
    if optional(team, &Layout::part(&member))?.as_ref() == Some(&part) {
        Ok(member)
    } else {
        Err(Problem::finding("part-not-own").with("member", member))
    }
}

/// The one folder that holds a member's part.
fn holder<'a, S: Storage>(sources: &'a [S], member: &str) -> Result<&'a S, Problem> {
    let part = Layout::part(member);
    let mut holders = sources.iter().filter(|source| matches!(source.read(&part), Ok(Some(_))));
    match (holders.next(), holders.next()) {
        (Some(holder), None) => Ok(holder),
        (None, _) => Err(Problem::unusable("part-missing").with("member", member)),
        (Some(_), Some(_)) => Err(Problem::unusable("part-twice").with("member", member)),
    }
}

fn check_pins(plan: &Plan, pins: &[(String, Digest)], files: &[(String, Vec<u8>)]) -> Result<(), Problem> {
    for (at, (member, _)) in pins.iter().enumerate() {
        if !plan.members().contains(member) || pins[..at].iter().any(|(other, _)| other == member) {
            return Err(Problem::unusable("pin-unusable").with("member", member));
        }
    }
    for (member, digest) in pins {
        let part = files.iter().find(|(name, _)| *name == Layout::part(member));
        if part.is_none_or(|(_, bytes)| Digest::of(bytes) != *digest) {
            return Err(Problem::finding("part-not-as-told").with("member", member));
        }
    }
    Ok(())
}
