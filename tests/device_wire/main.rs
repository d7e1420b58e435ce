//! Faults on the line: faults of every kind at every message of a whole ceremony.

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
use trezor_client::protos::MessageType;
use trial::Trial;

/// What is known of a fault after it struck.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// At how many messages it struck.
    positions: usize,
    /// What the person was told.
    told: BTreeSet<String>,
}

/// Faults of each kind in turn: every message meets every kind, and every fault is met.
fn in_turn(kinds: &[MessageType]) -> Vec<(usize, Fault)> {
    let mut trials = Vec::new();
    for faults in Fault::kinds() {
        let positions: Vec<_> = (0..kinds.len()).filter(|at| faults[0].fits(kinds[*at])).collect();
        trials.extend(positions.into_iter().zip(faults.into_iter().cycle()));
    }
    trials
}

/// Every fault at every message.
fn all(kinds: &[MessageType]) -> Vec<(usize, Fault)> {
    let at = |fault: Fault| {
        let fits = (0..kinds.len()).filter(move |at| fault.fits(kinds[*at]));
        fits.map(move |at| (at, fault))
    };
    Fault::all().into_iter().flat_map(at).collect()
}

fn strike(trials: impl Fn(&[MessageType]) -> Vec<(usize, Fault)>) -> (usize, Vec<Row>) {
    let case = Case::shipped("solo");
    let kinds = Trial::new(&case, None).messages();
    assert!(kinds.len() > 40, "{kinds:?}");
    let faults = Fault::all();
    let rows = Mutex::new(vec![Row::default(); faults.len()]);
    let failed = Mutex::new(Vec::new());
    on_two_threads(&trials(&kinds), |(at, fault)| {
        let nth = faults.iter().position(|known| known == fault).unwrap();
        let stops = (at + nth) % 2 == 1;
        // One that fails does not hide the others.
        let run = std::panic::catch_unwind(|| Trial::new(&case, Some((*at, *fault))).run(stops));
        match run {
            Ok(outcome) if outcome.struck => {
                let row = &mut rows.lock().unwrap()[nth];
                row.positions += 1;
                row.told.extend(outcome.told);
            }
            _ => failed.lock().unwrap().push(format!("{fault:?} at {at}, {:?}, stops: {stops}", kinds[*at])),
        }
    });
    let failed = failed.into_inner().unwrap();
    assert!(failed.is_empty(), "{failed:#?}");
    (kinds.len(), rows.into_inner().unwrap())
}

/// Some 420 ceremonies, most of whose time is the driver's patience with a silent device.
#[test]
#[ignore = "takes minutes"]
fn faults_of_every_kind_at_every_message_end_in_the_same_ceremony() {
    let (messages, rows) = strike(in_turn);
    page::holds(messages, &rows);
}

/// Some 1800 ceremonies.
#[test]
#[ignore = "takes minutes"]
fn every_fault_at_every_message_ends_in_the_same_ceremony() {
    let (_, rows) = strike(all);
    page::tells(&rows);
}
