//! What ceremonies write, and the plans they are made from, is valid.

use std::fs;
use std::path::Path;

use jsonschema::Validator;
use serde_json::Value;

use super::{HOME, Kind, contract, manifest, member_journal, part, plan, sealed, team_journal};
use crate::manifest::Layout;

/// The ceremony that lies in the project.
pub const SHIPPED: &str = "manifests/rehearsal-bonded-validator-1";

pub fn shipped(name: &str) -> Vec<u8> {
    fs::read(Path::new(HOME).join(SHIPPED).join(name)).unwrap()
}

/// A plan's TOML as JSON.
pub fn json_of(toml: &str) -> Value {
    toml::from_str(toml).unwrap()
}

pub fn plans() -> Vec<(String, String)> {
    let folder = Path::new(HOME).join("ceremonies");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.retain(|it| it.extension().is_some_and(|it| it == "toml"));
    files.sort();
    files.iter().map(|it| (it.display().to_string(), fs::read_to_string(it).unwrap())).collect()
}

fn holds(validator: &Validator, document: &Value, place: &str) {
    let errors: Vec<_> =
        validator.iter_errors(document).map(|it| format!("{}: {it}", it.instance_path())).collect();
    assert!(errors.is_empty(), "{place}: {errors:#?}");
}

#[test]
fn every_plan_is_valid() {
    let validator = plan().validator();
    assert!(plans().len() >= 4);
    for (name, text) in plans() {
        holds(&validator, &json_of(&text), &name);
    }
}

#[test]
fn every_file_of_the_shipped_rehearsal_is_valid() {
    let one = |kind: Kind, name: &str| {
        holds(&kind.validator(), &serde_json::from_slice(&shipped(name)).unwrap(), name);
    };
    one(manifest(), Layout::MANIFEST);
    for member in ["member-1", "member-2", "member-3"] {
        one(part(), &Layout::part(member));
        one(sealed(), &Layout::sealed(member));
        lines(&member_journal(), &Layout::journal(member));
    }
    for name in ["treasury", "operations", "reward-split"] {
        one(contract(), &Layout::contract(name));
    }
    lines(&team_journal(), Layout::TEAM_JOURNAL);
}

fn lines(kind: &Kind, name: &str) {
    let validator = kind.validator();
    let text = String::from_utf8(shipped(name)).unwrap();
    for (at, line) in text.lines().enumerate() {
        holds(&validator, &serde_json::from_str(line).unwrap(), &format!("{name}:{at}"));
    }
}
