//! Faults on the line: every fault at every message of a whole ceremony.

#[path = "../common/mod.rs"]
mod common;
mod fault;
mod impostor;
mod page;
mod tap;
mod trial;

use std::collections::BTreeSet;
use std::sync::Mutex;

use common::{Case, on_two_threads};
use fault::Fault;
use trial::Trial;

/// What is known of a fault after it struck everywhere.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// At how many messages it struck.
    positions: usize,
    /// At how many of them the person was told nothing, because nothing had to be done.
    unnoticed: usize,
    /// What the person was told elsewhere.
    told: BTreeSet<String>,
}

#[test]
fn every_fault_at_every_message_ends_in_the_same_ceremony() {
    let case = Case::shipped("solo");
    let kinds = Trial::new(&case, None).messages();
    assert!(kinds.len() > 40, "{kinds:?}");
    let mut trials = Vec::new();
    for (nth, fault) in Fault::all().into_iter().enumerate() {
        let fits = kinds.iter().enumerate().filter(|(_, kind)| fault.fits(**kind));
        trials.extend(fits.map(|(at, _)| (nth, at, fault)));
    }
    let rows = Mutex::new(vec![Row::default(); Fault::all().len()]);
    on_two_threads(&trials, |(nth, at, fault)| {
        let stops = (at + nth) % 2 == 1;
        let begun = std::time::Instant::now();
        let outcome = std::panic::catch_unwind(|| Trial::new(&case, Some((*at, *fault))).run(stops));
        if begun.elapsed().as_millis() > 700 { eprintln!("SLOW {:?} {fault:?} {at} {:?}", begun.elapsed(), kinds[*at]); }
        let Ok(outcome) = outcome else { eprintln!("BAD {fault:?} {at} {:?} stops {stops}", kinds[*at]); return; };
        if !outcome.struck { eprintln!("NEVER {fault:?} {at}"); return; }
        let mut rows = rows.lock().unwrap();
        let row = &mut rows[*nth];
        row.positions += 1;
        row.unnoticed += usize::from(outcome.told.is_empty());
        row.told.extend(outcome.told);
    });
    page::holds(kinds.len(), &rows.into_inner().unwrap());
}
