//! True documents of every kind, each with what reads it.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::valid::{json_of, plans, shipped};
use super::{
    Kind, contract, drill, drill_journal, manifest, member_journal, part, plan, sealed, team_journal,
};
use crate::ceremony::{DrillEvent, Event, TeamEvent};
use crate::journal::Line;
use crate::manifest::{Drill, Layout, Manifest, Part, Sealed, canonical};
use crate::plan::Finding;

/// A document that its kind's reader takes.
pub struct Known {
    pub kind: Kind,
    pub document: Value,
    /// Whether a document is in the form that the reader demands.
    pub reads: fn(&Value) -> bool,
}

fn known(kind: Kind, document: Value, reads: fn(&Value) -> bool) -> Known {
    Known { kind, document, reads }
}

/// A file of the shipped ceremony.
pub fn document(name: &str) -> Value {
    serde_json::from_slice(&shipped(name)).unwrap()
}

/// One of each of the files that are written once.
pub fn files() -> Vec<Known> {
    vec![
        known(manifest(), document(Layout::MANIFEST), readable::<Manifest>),
        known(part(), document(&Layout::part("member-1")), readable::<Part>),
        known(sealed(), document(&Layout::sealed("member-1")), readable::<Sealed>),
        known(drill(), drilled(), readable::<Drill>),
        // Nobody reads these: they are made again and compared.
        known(contract(), document(&Layout::contract("treasury")), writable),
        known(contract(), document(&Layout::contract("reward-split")), writable),
    ]
}

/// Lines of journals.
pub fn lines() -> Vec<Known> {
    let lines = |name: &str| -> Vec<Value> {
        let text = String::from_utf8(shipped(name)).unwrap();
        text.lines().map(|it| serde_json::from_str(it).unwrap()).collect()
    };
    let members = lines(&Layout::journal("member-1")).into_iter().take(12);
    let drills = drill_lines(&members.clone().collect::<Vec<_>>());
    members
        .map(|it| known(member_journal(), it, line::<Event>))
        .chain(lines(Layout::TEAM_JOURNAL).into_iter().map(|it| known(team_journal(), it, line::<TeamEvent>)))
        .chain(drills.into_iter().map(|it| known(drill_journal(), it, line::<DrillEvent>)))
        .collect()
}

/// Plans, their TOML as JSON.
pub fn some_plans() -> Vec<Known> {
    let named = |name: &str| name.contains("solo") || name.ends_with("validator.toml");
    let plans = plans().into_iter().filter(|(name, _)| named(name));
    plans.map(|(_, text)| known(plan(), json_of(&text), formed)).collect()
}

/// A drill's record with the facts of the shipped ceremony, which has none.
fn drilled() -> Value {
    let (sealed, part) = (document(&Layout::sealed("member-1")), document(&Layout::part("member-1")));
    let wallet = &part["wallets"][0];
    let rows = part["addresses"].as_array().unwrap().iter().filter(|it| it["wallet"] == wallet["name"]);
    let row = |it: &Value| json!({ "address": it["address"], "path": it["path"], "role": it["role"] });
    json!({
        "ceremony": part["ceremony"],
        "device": sealed["device"],
        "exceptions": [{ "decided": "left out", "expected": "it opens", "happened": "not", "step": "enter" }],
        "journal_events": 12,
        "journal_head": sealed["journal_head"],
        "left_out": ["TeamFunds"],
        "manifest_sha256": sealed["journal_head"],
        "member": "member-1",
        "same_device": "other",
        "seed_commitment": sealed["seed_commitment"],
        "time": "2026-05-04T03:02:01Z",
        "tool": part["tool"],
        "type": Drill::TYPE,
        "wallets": [{
            "addresses": rows.map(row).collect::<Vec<_>>(),
            "identity": wallet["identity"],
            "name": wallet["name"],
            "signer": wallet["signer"],
        }],
    })
}

/// Lines of a drill's journal: those that a member's run has, too, and some of its own.
fn drill_lines(members: &[Value]) -> Vec<Value> {
    let mut begun = members[0].clone();
    let begins = begun["event"]["begun"].as_object_mut().unwrap();
    begins.remove("scope");
    begins.insert("manifest".to_owned(), json!("0".repeat(64)));
    begins.insert("member".to_owned(), json!("member-1"));
    let mut identified = members[1].clone();
    identified["event"]["device-identified"]["same"] = json!("unknown");
    let own = |event: Value| {
        let mut line = members[2].clone();
        line["event"] = event;
        line
    };
    let row = &document(Layout::MANIFEST)["addresses"][0];
    vec![
        begun,
        identified,
        members[2].clone(),
        own(
            json!({ "address-compared": { "role": row["role"], "path": row["path"], "address": row["address"] } }),
        ),
        own(json!({ "wallet-left-out": { "wallet": "TeamFunds" } })),
        own(json!({ "record-compared": { "record": "0".repeat(64) } })),
        own(json!({ "alarm-raised": { "step": "address", "reason": "address-mismatch" } })),
    ]
}

/// Whether a canonical file of this type says this.
pub fn readable<T: Serialize + DeserializeOwned>(document: &Value) -> bool {
    let written = canonical::to_bytes(document);
    written.is_ok_and(|bytes| canonical::from_bytes::<T>(&bytes).is_ok())
}

/// Whether any canonical file says this.
fn writable(document: &Value) -> bool {
    canonical::to_bytes(document).is_ok()
}

/// Whether a journal has a line that says this.
fn line<E: Serialize + DeserializeOwned>(document: &Value) -> bool {
    let Ok(line) = serde_json::from_value::<Line<E>>(document.clone()) else { return false };
    serde_json::to_value(&line).is_ok_and(|again| again == *document)
}

/// Whether a plan of these contents is in the form of one; how its parts go together is the other lints'.
fn formed(document: &Value) -> bool {
    let Ok(text) = toml::to_string(document) else { return false };
    let checked = crate::plan::read(text.as_bytes(), "plan.toml");
    let forms = ["P-SCHEMA", "P-PATH-RANGE"];
    let malformed = |it: &Finding| forms.contains(&it.lint) || it.problem().id() == "p-label-form";
    !checked.errors.iter().any(malformed)
}
