//! What members bring: their files, taken only where each is there once and its digest is the one that was told.

use super::parts::{begun_of, check_heading};
use super::{Pins, Taken, accept, check_together};
use crate::ceremony::Begun;
use crate::ceremony::files::required;
use crate::journal::{Memory, Storage};
use crate::manifest::{Heading, Layout, derived};
use crate::plan::Plan;
use crate::text::Problem;

/// What members brought, checked.
pub struct Gathered {
    /// Their files, by name.
    pub files: Vec<(String, Vec<u8>)>,
    /// How the first member's run was begun.
    pub begun: Begun,
}

/// Every member's files from the members' folders, each member's from exactly one of them, once all of them were
/// checked as the combination will: nothing is written for parts that it would refuse.
///
/// # Errors
/// A member's part is missing, or in two folders; a file cannot be read; a pin is of nobody, or not the part's; a part
/// does not hold, is of another ceremony, or shares something with another.
pub fn gather<S: Storage>(plan: &Plan, sources: &[S], pins: &Pins) -> Result<Gathered, Problem> {
    pins.check_names(plan)?;
    let mut memory = Memory::default();
    for member in plan.members() {
        let source = holder(sources, &member)?;
        let members = [member];
        // The plan is brought by whoever combines, not by those whose parts are checked against it.
        let public =
            derived::public_files(plan, &members, false).into_iter().filter(|name| name != Layout::PLAN);
        for name in public.chain(derived::sealed_files(plan, &members, false)) {
            memory.files.insert(name.clone(), required(source, &name)?);
        }
    }
    let begun = check(plan, &memory, pins)?;
    Ok(Gathered { files: memory.files.into_iter().collect(), begun })
}

/// Checks the parts of a whole team, as the combination will when it takes them one by one. Whether it is a rehearsal
/// is the first member's word.
fn check(plan: &Plan, files: &Memory, pins: &Pins) -> Result<Begun, Problem> {
    let nothing = || Problem::unusable("nothing-begun");
    let members = plan.members();
    let begun = begun_of(files, members.first().ok_or_else(nothing)?)?.ok_or_else(nothing)?;
    let heading = Heading::of(plan, begun.ceremony.rehearsal);
    for member in &members {
        check_heading(files, &heading, member)?;
    }
    let (mut parts, mut taken) = (Vec::new(), Taken::default());
    for member in &members {
        let accepted = accept(files, plan, &heading, member)?;
        pins.check(member, accepted.digests.part_sha256)?;
        parts.push(accepted);
        check_together(&parts, &mut taken)?;
    }
    Ok(begun)
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
