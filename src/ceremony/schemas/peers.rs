//! What our readers and the schemas say of changed documents, for other people's programs to say it again
//! (`tests/peers/node/schemas.js`).

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use serde_json::json;

use super::known::{files, lines, some_plans};
use super::mutations::mutants;

/// One line a document: its schema's name, itself, and of each change where it is, what stands there, whether the reader
/// and whether the schema takes it.
#[test]
#[ignore = "tests/peers/run names the folder"]
fn what_readers_and_schemas_say_of_changes() {
    let folder = std::env::var("GISHIKI_PEER_CASES").expect("tests/peers/run sets GISHIKI_PEER_CASES");
    let mut out = BufWriter::new(File::create(Path::new(&folder).join("schemas.jsonl")).unwrap());
    for known in files().into_iter().chain(lines()).chain(some_plans()) {
        let validator = known.kind.validator();
        let changes = mutants(&known.document).into_iter().map(|(place, mutant)| {
            let (reads, valid) = ((known.reads)(&mutant), validator.is_valid(&mutant));
            json!([place, mutant.pointer(&place), reads, valid])
        });
        let changes: Vec<_> = changes.collect();
        let case = json!({ "schema": known.kind.name, "document": known.document, "changes": changes });
        writeln!(out, "{case}").unwrap();
    }
    out.flush().unwrap();
}
