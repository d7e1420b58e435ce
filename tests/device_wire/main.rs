//! Faults on the line: faults of every kind at every message of a whole ceremony. Nothing waits for a silent device: the
//! tap says at once what the driver would see in the end.

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

/// One person whose device checks its backup, with a wallet whose passphrase is typed on the device, and one whose
/// passphrase is typed on the laptop: between them they see every kind of message that a core model sends to the driver.
fn plan() -> Case {
    let two = common::two_wallets(None);
    let (first, second) = two.split_once("name = \"TeamFunds\"").unwrap();
    let second = second.replacen("entry = \"device\"", "entry = \"host\"", 1);
    let (head, tail) = second.split_once("[[role]]\nname = \"funds-2\"").unwrap();
    let (_, tail) = tail.split_once("\n\n").unwrap();
    let plan = format!("{first}name = \"TeamFunds\"{head}{tail}");
    Case::of(&plan.replacen(
        "may_move_to_ledger = false",
        "may_move_to_ledger = false\ncheck_backup = true",
        1,
    ))
}

fn strike(trials: impl Fn(&[MessageType]) -> Vec<(usize, Fault)>) -> (usize, Vec<Row>) {
    let case = plan();
    let kinds = Trial::new(&case, None).messages();
    assert_every_kind(&kinds);
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

/// All that the core models send to the driver; only the first model asks for its PIN on the laptop.
fn assert_every_kind(kinds: &[MessageType]) {
    use MessageType::*;
    for kind in [
        MessageType_Failure,
        MessageType_Success,
        MessageType_Features,
        MessageType_ButtonRequest,
        MessageType_PassphraseRequest,
        MessageType_AuthenticityProof,
        MessageType_FirmwareHash,
        MessageType_EthereumPublicKey,
        MessageType_EthereumAddress,
        MessageType_EthereumMessageSignature,
    ] {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
}

/// Some 600 ceremonies.
#[test]
fn faults_of_every_kind_at_every_message_end_in_the_same_ceremony() {
    let (messages, rows) = strike(in_turn);
    page::counts(messages, &rows);
}

/// Some 3000 ceremonies.
#[test]
#[ignore = "takes minutes"]
fn every_fault_at_every_message_ends_in_the_same_ceremony() {
    let (_, rows) = strike(all);
    page::lists(&rows);
}
