//! What an owner compares before signing: the own part, row by row, with what the team made of it.

use std::collections::BTreeMap;

use crate::ceremony::files::{optional, required};
use crate::journal::Storage;
use crate::manifest::{Heading, Layout, Manifest, ManifestAddress, Part, PartAddress, Previous, canonical};
use crate::plan::Plan;
use crate::text::Problem;

/// An owner who signs the team's manifest alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// Whose signatures are made.
    pub member: String,
    /// The manifest before this one, as the owner kept it; what is new is told as the difference to it.
    pub previous: Option<Previous>,
}

impl Owner {
    /// Whether the owner brought exactly the manifest that the new one names as the one before it.
    ///
    /// # Errors
    /// None was brought where one is named, or another one.
    pub fn check(&self, heading: &Heading) -> Result<(), Problem> {
        let brought = self.previous.as_ref().map(|it| it.digest.to_string());
        match brought {
            None if heading.previous != "none" => {
                Err(Problem::unusable("sign-needs-previous").with("digest", &heading.previous))
            }
            Some(digest) if digest != heading.previous => {
                let problem = Problem::finding("sign-other-previous").with("digest", digest);
                Err(problem.with("named", &heading.previous))
            }
            _ => Ok(()),
        }
    }
}

/// Whose part a member's own folder holds, once it is certain that the team's folder holds exactly the same, and its
/// manifest every row of it unchanged. The part may be of this ceremony, or of the earlier one that the manifest carries it
/// from. `name` is what the own folder is called in errors; of several parts in it `custodian` says which is meant.
///
/// # Errors
/// The own folder holds no part of that custodian, or several and none is said; the team's holds another, or its manifest
/// another row.
pub fn own_member(
    plan: &Plan,
    own: &dyn Storage,
    team: &dyn Storage,
    name: &str,
    custodian: Option<&str>,
) -> Result<String, Problem> {
    let mut parts = Vec::new();
    for it in plan.custodians.iter().filter(|it| custodian.is_none_or(|said| said == it.name)) {
        if let Some(part) = optional(own, &Layout::part(&it.name))? {
            parts.push((&it.name, part));
        }
    }
    if parts.len() > 1 {
        return Err(Problem::unusable("part-own-ambiguous").with("folder", name));
    }
    let none = || match custodian {
        Some(said) if !plan.custodians.iter().any(|it| it.name == said) => {
            Problem::unusable("custodian-unknown").with("name", said)
        }
        Some(said) => Problem::unusable("part-own-other").with("member", said).with("folder", name),
        None => Problem::unusable("part-missing").with("member", name),
    };
    let (member, bytes) = parts.pop().ok_or_else(none)?;
    let refused = |id: &'static str| Problem::finding(id).with("member", member);
    let part: Part = canonical::from_bytes(&bytes).map_err(|_| refused("part-not-own"))?;
    let sequence = part.ceremony.sequence;
    let is_earlier = sequence < plan.ceremony.sequence;
    let file = if is_earlier { Layout::carried_part(sequence, member) } else { Layout::part(member) };
    if optional(team, &file)?.as_ref() != Some(&bytes) {
        return Err(refused("part-not-own"));
    }
    let manifest: Manifest = canonical::from_bytes(&required(team, Layout::MANIFEST)?)
        .map_err(|error| Problem::unusable("not-canonical").with("reason", error))?;
    check_rows(&part, &manifest)?;
    Ok(member.clone())
}

/// Whether every row of an own part stands in a manifest as it is: of an earlier part, those that are not retired.
///
/// # Errors
/// A row is missing, or is another one.
pub fn check_rows(part: &Part, manifest: &Manifest) -> Result<(), Problem> {
    let is_earlier = part.ceremony.sequence < manifest.ceremony.sequence;
    let stands: BTreeMap<_, _> = manifest.addresses.iter().map(|it| (&it.role, it)).collect();
    for row in &part.addresses {
        let problem = |id: &'static str| {
            let problem = Problem::finding(id).with("role", &row.role).with("address", row.address);
            problem.with("member", &part.member)
        };
        match stands.get(&row.role) {
            Some(it) if is_same(part, row, it, is_earlier) => {}
            Some(it) => return Err(problem("own-row-differs").with("other", it.address)),
            None if is_earlier && manifest.retired.iter().any(|it| it.address == row.address) => {}
            None => return Err(problem("own-row-missing")),
        }
    }
    Ok(())
}

/// A label may change from one ceremony to the next, which is told as a difference; nothing else may.
fn is_same(part: &Part, row: &PartAddress, it: &ManifestAddress, is_earlier: bool) -> bool {
    let since = it.since.unwrap_or(part.ceremony.sequence);
    (it.address, it.path, &it.wallet) == (row.address, row.path, &row.wallet)
        && it.member == part.member
        && (is_earlier || (since == part.ceremony.sequence && it.label == row.label))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::journal::Memory;

    const PART: &str =
        include_str!("../../../manifests/rehearsal-bonded-validator-1/public/parts/member-1.json");
    const MANIFEST: &str =
        include_str!("../../../manifests/rehearsal-bonded-validator-1/public/manifest.json");

    /// What is said of the shipped part against the shipped manifest once that was changed.
    fn said(change: impl FnOnce(&mut Value)) -> Option<String> {
        let mut manifest: Value = serde_json::from_str(MANIFEST).unwrap();
        change(&mut manifest);
        let part = serde_json::from_str(PART).unwrap();
        let manifest = serde_json::from_value(manifest).unwrap();
        check_rows(&part, &manifest).err().map(|problem| problem.id().to_owned())
    }

    #[test]
    fn of_several_parts_the_custodian_s_is_meant() {
        let plan = crate::plan::read(include_bytes!("../../../ceremonies/bonded-validator.toml"), "plan");
        let plan = plan.into_plan().unwrap();
        let file = |member: &str| {
            let path = format!("manifests/rehearsal-bonded-validator-1/public/parts/{member}.json");
            let home = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
            (Layout::part(member), std::fs::read(home.join(path)).unwrap())
        };
        let folder = |members: &[&str]| Memory {
            files: members.iter().map(|member| file(member)).collect(),
            ..Memory::default()
        };
        let mut team = folder(&["member-1", "member-2", "member-3"]);
        team.files.insert(Layout::MANIFEST.to_owned(), MANIFEST.into());
        let said = |own: &Memory, custodian| {
            own_member(&plan, own, &team, "own", custodian).map_err(|problem| problem.id().to_owned())
        };
        let (one, two) = (folder(&["member-2"]), folder(&["member-1", "member-2"]));
        assert_eq!(said(&one, None).as_deref(), Ok("member-2"));
        assert_eq!(said(&one, Some("member-2")).as_deref(), Ok("member-2"));
        assert_eq!(said(&one, Some("member-1")), Err("part-own-other".to_owned()));
        assert_eq!(said(&one, Some("member-9")), Err("custodian-unknown".to_owned()));
        assert_eq!(said(&two, None), Err("part-own-ambiguous".to_owned()));
        assert_eq!(said(&two, Some("member-1")).as_deref(), Ok("member-1"));
        assert_eq!(said(&Memory::default(), None), Err("part-missing".to_owned()));
    }

    #[test]
    fn every_own_row_is_compared_in_every_field_and_no_other_s() {
        let part: Value = serde_json::from_str(PART).unwrap();
        let manifest: Value = serde_json::from_str(MANIFEST).unwrap();
        let own = part["addresses"].as_array().unwrap().len();
        let rows = manifest["addresses"].as_array().unwrap();
        assert_eq!(said(|_| {}), None);
        let mut differing = 0;
        for at in 0..rows.len() {
            let mine = rows[at]["member"] == part["member"];
            let dead = "0x000000000000000000000000000000000000dEaD";
            for (field, value) in [
                ("address", Value::from(dead)),
                ("label", "x".into()),
                ("path", "m/44'/60'/99'/0/0".into()),
                ("wallet", "x".into()),
                ("member", "x".into()),
                ("since", 7.into()),
            ] {
                let found = said(|it| it["addresses"][at][field] = value);
                assert_eq!(found.as_deref(), mine.then_some("own-row-differs"), "{at} {field}");
                differing += usize::from(mine);
            }
            let gone = said(|it| drop(it["addresses"].as_array_mut().unwrap().remove(at)));
            assert_eq!(gone.as_deref(), mine.then_some("own-row-missing"), "{at}");
        }
        assert_eq!(differing, own * 6);
    }

    #[test]
    fn rows_of_an_earlier_part_stay_or_are_retired() {
        let part: Value = serde_json::from_str(PART).unwrap();
        let row = &part["addresses"][0];
        let next = |it: &mut Value| it["ceremony"]["sequence"] = 2.into();
        let at = |it: &Value| {
            it["addresses"].as_array().unwrap().iter().position(|one| one["role"] == row["role"]).unwrap()
        };
        assert_eq!(said(next), None);
        assert_eq!(
            said(|it| {
                next(it);
                let at = at(it);
                it["addresses"][at]["label"] = "Another".into();
            }),
            None
        );
        let gone = |it: &mut Value| {
            next(it);
            let at = at(it);
            it["addresses"].as_array_mut().unwrap().remove(at);
        };
        assert_eq!(said(gone).as_deref(), Some("own-row-missing"));
        assert_eq!(
            said(|it| {
                gone(it);
                it["retired"] = serde_json::json!([{
                    "address": row["address"], "label": "x", "name": row["role"], "reason": "moved", "sequence": 2,
                }]);
            }),
            None
        );
    }
}
