//! The JSON Schemas in `docs/schemas/`: made of the types that read and write the files.
//! `RECORD=1 cargo test --lib schemas` writes them; the ordinary test compares every byte.

mod known;
mod mutations;
mod peers;
mod tidy;
mod valid;

use std::path::{Path, PathBuf};

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use super::drill::DrillEvent;
use super::team::ContractFile;
use super::{Event, TeamEvent};
use crate::journal::Line;
use crate::manifest::{Drill, Manifest, Part, Sealed};
use crate::plan::Document;

/// Where the project lies.
const HOME: &str = env!("CARGO_MANIFEST_DIR");

/// One kind of file.
struct Kind {
    /// The name of the schema's file, without its endings.
    name: &'static str,
    schema: Schema,
}

impl Kind {
    fn of<T: JsonSchema>(name: &'static str, title: &str) -> Self {
        let generator = SchemaSettings::draft2020_12().into_generator();
        let mut schema = generator.into_root_schema_for::<T>();
        schema.insert("title".to_owned(), title.into());
        tidy::tidy(&mut schema);
        Self { name, schema }
    }

    fn file(&self) -> PathBuf {
        Path::new(HOME).join("docs/schemas").join(format!("{}.schema.json", self.name))
    }

    fn text(&self) -> String {
        serde_json::to_string_pretty(&self.schema).unwrap() + "\n"
    }

    fn validator(&self) -> jsonschema::Validator {
        jsonschema::draft202012::new(self.schema.as_value()).unwrap()
    }
}

fn plan() -> Kind {
    Kind::of::<Document>("plan", "A plan of Gishiki, its TOML as JSON")
}

fn part() -> Kind {
    Kind::of::<Part>("part", "A part: public/parts/<member>.json")
}

fn sealed() -> Kind {
    Kind::of::<Sealed>("sealed", "A sealed file: sealed/<member>.json")
}

fn manifest() -> Kind {
    Kind::of::<Manifest>("manifest", "A manifest: public/manifest.json")
}

fn member_journal() -> Kind {
    Kind::of::<Line<Event>>("journal-member", "A line of sealed/journal-<member>.jsonl")
}

fn team_journal() -> Kind {
    Kind::of::<Line<TeamEvent>>("journal-team", "A line of sealed/journal-team.jsonl")
}

fn contract() -> Kind {
    Kind::of::<ContractFile>("contract", "A contract: public/contracts/<name>.json")
}

fn drill() -> Kind {
    Kind::of::<Drill>("drill", "The record of a drill: drill.json")
}

fn drill_journal() -> Kind {
    Kind::of::<Line<DrillEvent>>("journal-drill", "A line of journal-drill.jsonl, a drill's journal")
}

fn all() -> Vec<Kind> {
    let signed = [plan(), part(), sealed(), manifest(), contract(), drill()];
    signed.into_iter().chain([member_journal(), team_journal(), drill_journal()]).collect()
}

#[test]
fn the_schemas_in_the_docs_are_those_of_the_types() {
    let record = std::env::var_os("RECORD").is_some();
    for kind in all() {
        if record {
            std::fs::write(kind.file(), kind.text()).unwrap();
        }
        let recorded = std::fs::read_to_string(kind.file()).unwrap_or_default();
        assert!(recorded == kind.text(), "{}: RECORD=1 cargo test --lib schemas", kind.file().display());
    }
}

#[test]
fn every_schema_is_one_and_leaves_nothing_open() {
    for kind in all() {
        jsonschema::draft202012::meta::validate(kind.schema.as_value()).unwrap();
        tidy::closed(kind.schema.as_value(), kind.name);
    }
}
