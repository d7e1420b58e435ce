//! What an owner reads before signing: everything in the manifest that is not the own part.

use std::collections::BTreeSet;

use super::Owner;
use crate::manifest::Manifest;
use crate::manifest::diff::{Difference, Severity, diff, of_one_history, overview};
use crate::text::{Message, Problem};

/// What is new in a manifest to one of its owners.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Who reads it.
    pub member: String,
    /// How many addresses of the manifest are this member's.
    pub own: usize,
    /// Its place in the chain.
    pub sequence: u64,
    /// Whether it is told as the difference to the manifest before; otherwise everything is.
    pub is_next: bool,
    /// What there is to know, the gravest first.
    pub lines: Vec<Message>,
}

impl Review {
    /// Everything that is not the owner's own: as the difference to the manifest before, or all of it where this is the
    /// first.
    ///
    /// # Errors
    /// The manifest before does not belong to the same history.
    pub fn of(manifest: &Manifest, owner: &Owner) -> Result<Self, Problem> {
        let before = owner.previous.as_ref();
        let mut told = before.map_or_else(|| overview(manifest), |it| diff(&it.manifest, manifest));
        if !of_one_history(&told) {
            return Err(Problem::finding("sign-other-history"));
        }
        let rows = || manifest.addresses.iter().filter(|row| row.member == owner.member);
        // What is carried stood in the manifest before, too: where it did not, that is told like everybody's.
        let own: BTreeSet<_> =
            rows().filter(|row| row.since.is_none()).map(|row| row.role.as_str()).collect();
        told.retain(|difference| !is_own(difference, &own, &owner.member));
        told.sort_by_key(|difference| difference.severity);
        let unsaid = manifest.parts.iter().filter(|part| {
            let says = |it: &Difference| it.kind() == "part-unpinned" && it.name == part.member;
            part.unpinned && !told.iter().any(says)
        });
        let unsaid = unsaid.map(|part| Message::new("diff-part-unpinned").with("member", &part.member));
        let lines = unsaid.chain(told.iter().map(|difference| difference.message.clone())).collect();
        Ok(Self {
            member: owner.member.clone(),
            own: rows().count(),
            sequence: manifest.ceremony.sequence,
            is_next: before.is_some(),
            lines,
        })
    }
}

/// What the owner confirmed on the own device, and what only says that it did.
fn is_own(difference: &Difference, own: &BTreeSet<&str>, member: &str) -> bool {
    match difference.kind() {
        "address-new" | "address-again" => own.contains(difference.name.as_str()),
        "member-new" | "wallet-new" | "wallet" | "part-new" | "part" | "carried" => {
            difference.severity != Severity::Error && difference.name == member
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Digest;
    use crate::manifest::{Heading, Previous, canonical};

    const MANIFEST: &[u8] =
        include_bytes!("../../../manifests/rehearsal-bonded-validator-1/public/manifest.json");

    fn owner(previous: Option<Previous>) -> Owner {
        Owner { member: "member-1".to_owned(), previous }
    }

    fn ids(review: &Review) -> Vec<String> {
        review.lines.iter().map(|line| line.id().to_owned()).collect()
    }

    #[test]
    fn a_first_manifest_is_told_as_a_whole_but_for_the_own_rows() {
        let manifest = Previous::new(MANIFEST).unwrap().manifest;
        let review = Review::of(&manifest, &owner(None)).unwrap();
        let rows = ids(&review).iter().filter(|id| *id == "diff-address-new").count();
        assert!(review.own > 0 && !review.is_next);
        assert_eq!(rows + review.own, manifest.addresses.len());
        let of = |id: &str| ids(&review).iter().filter(|it| *it == id).count();
        assert_eq!(of("diff-safe-new") + of("diff-split-new"), manifest.contracts.len());
        assert_eq!(of("diff-external-new"), manifest.externals.len());
        assert_eq!(of("diff-signs"), manifest.policy.len());
        assert_eq!((of("diff-signs-next"), of("diff-signers"), of("diff-part-new")), (1, 0, 0));
    }

    #[test]
    fn the_next_one_is_told_as_the_difference_with_every_part_that_nobody_told() {
        let previous = Previous::new(MANIFEST).unwrap();
        let mut next = previous.manifest.clone();
        next.ceremony.sequence = 2;
        next.ceremony.previous = previous.digest.to_string();
        next.addresses.iter_mut().for_each(|row| row.since = Some(1));
        next.parts[1].unpinned = true;
        let lines = |manifest: &Manifest, before: &Previous| {
            Review::of(manifest, &owner(Some(before.clone()))).map(|review| ids(&review))
        };
        assert_eq!(lines(&next, &previous).unwrap(), ["diff-part-unpinned", "diff-next"]);
        let mut marked = previous.clone();
        marked.manifest.parts[1].unpinned = true;
        // The mark is told again, also where it is no difference.
        next.ceremony.previous = Digest::of(canonical::to_bytes(&marked.manifest).unwrap()).to_string();
        assert_eq!(lines(&next, &marked).unwrap(), ["diff-part-unpinned", "diff-next"]);
        let other = Review::of(&next, &owner(Some(previous)));
        assert_eq!(other.unwrap_err().id(), "sign-other-history");
    }

    #[test]
    fn an_owner_brings_the_manifest_that_is_named_and_no_other() {
        let previous = Previous::new(MANIFEST).unwrap();
        let mut heading = previous.manifest.ceremony.clone();
        let said = |heading: &Heading, brought: Option<&Previous>| {
            owner(brought.cloned()).check(heading).err().map(|problem| problem.id().to_owned())
        };
        assert_eq!(said(&heading, None), None);
        assert_eq!(said(&heading, Some(&previous)).as_deref(), Some("sign-other-previous"));
        heading.previous = previous.digest.to_string();
        assert_eq!(said(&heading, None).as_deref(), Some("sign-needs-previous"));
        assert_eq!(said(&heading, Some(&previous)), None);
        heading.previous = "0".repeat(64);
        assert_eq!(said(&heading, Some(&previous)).as_deref(), Some("sign-other-previous"));
    }
}
