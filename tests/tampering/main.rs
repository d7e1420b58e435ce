//! Tampering tried over a history of three ceremonies by three custodians, and the table of which check found it.
//! `cargo test --test tampering -- --nocapture` prints the table; `TAMPERING_TABLE=write` writes it anew for review,
//! `TAMPERING_MOST=100000` tries every variant, which takes many minutes without optimisation, and `TAMPERING_FOLDER`
//! names a folder to write them to.

mod bytes;
mod collection;
mod fields;
#[path = "../verify_bundle/forger.rs"]
#[allow(dead_code)]
mod forger;
mod insider;
mod journals;
#[path = "../verify_bundle/lineage.rs"]
mod lineage;
#[path = "../verify_bundle/maker.rs"]
#[allow(dead_code)]
mod maker;
mod others;
mod places;
mod plans;
mod record;
mod statements;
mod table;
mod trial;
mod witnesses;
mod world;

use std::path::Path;

use trial::Row;

fn rows() -> Vec<Row> {
    [
        bytes::rows(),
        fields::rows(),
        collection::rows(),
        journals::rows(),
        statements::rows(),
        others::rows(),
        insider::rows(),
        plans::rows(),
        witnesses::rows(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[test]
fn all_tampering_is_found() {
    for age in world::ages() {
        assert!(maker::judge(age.files, &age.evidence).ok());
        assert!(maker::judge(&maker::public(age.files), &age.evidence).ok());
    }
    let tried: Vec<_> = rows().into_iter().map(Row::tried).collect();
    let table = table::table(&tried);
    println!("{table}");
    for row in &tried {
        assert_eq!(row.missed, Vec::<String>::new(), "{}", row.what);
    }
    if std::env::var_os("TAMPERING_MOST").is_some() {
        return;
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tampering/table.md");
    if std::env::var("TAMPERING_TABLE").as_deref() == Ok("write") {
        std::fs::write(&file, &table).unwrap();
    }
    assert_eq!(std::fs::read_to_string(file).unwrap(), table, "the table changed: review it");
}
