//! The run. A ceremony is a fold over the events of its journals: `state + event → state`, `state → next step`.
//! Every face drives the same steps; effects come in through [`Bench`], [`Storage`](crate::journal::Storage),
//! [`HostFacts`] and [`Face`].

mod alarm;
mod confirmed;
mod device_check;
mod drill;
mod event;
mod face;
mod files;
mod host;
mod member;
mod needs;
mod progress;
mod rehearsal;
mod run;
mod safe_tx;
#[cfg(test)]
mod schemas;
mod script;
mod sheet;
mod station;
mod team;
mod whole;

pub use alarm::Alarm;
pub use confirmed::{Confirmed, Mismatch};
pub use device_check::DeviceCheck;
pub use drill::{DrillBegun, DrillEvent, DrillOrder, DrillRun, DrillState, DrillStep, DrillWalletOrder};
pub use event::{Begun, Event, Refusal, Scope, TeamEvent};
pub use face::{Answer, Decision, Face, Moment, Question, Sheet, WitnessPage};
pub use files::ensure;
pub use host::{Bench, HostFacts, USB};
pub use member::{AUTHENTICITY, MemberRun, MemberState, MemberStep, NO_PROOF, Replay, part_and_sealed};
pub use needs::{Needs, asks_always};
pub use progress::Progress;
pub use rehearsal::rehearsal_seed;
pub use safe_tx::{SafeTxOrder, SafeTxPage, SafeTxRun, Showing, sender};
pub use script::{Script, WalletScript};
pub use station::Ports;
pub use team::{
    Accepted, Earlier, Flaw, Gathered, Owner, Pins, Replayed, Review, SettledManifest, Sources, Taken,
    TeamRun, TeamState, TeamStep, Testimony, Witnessed, accept, accept_replayed, carried_files,
    check_together, contracts_of, earlier_parts, examine, follows, gather, kept_beyond, manifest_of,
    own_member, previous_in, witness,
};
pub use whole::{
    STOPPED_AT_WARNINGS, Setting, Signers, Whole, exceptions_in, recall, refuse_placeholders, waiting_for,
    write_sums,
};
