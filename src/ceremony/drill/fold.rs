//! `state + event → state`: what each event may say, and what it changes.

use std::sync::Arc;

use super::record::record;
use super::state::DrillWalletState;
use super::{DrillEvent, DrillOrder, DrillState, DrillStep};
use crate::ceremony::DeviceCheck;
use crate::journal::Line;
use crate::keys::{Address, Digest, Signature};
use crate::text::Problem;

impl DrillState {
    /// Takes one event.
    ///
    /// # Errors
    /// It could not have happened here, as `journal-disorder`.
    pub fn apply(&mut self, line: &Line<DrillEvent>) -> Result<(), Problem> {
        if self.fits(line) && self.take(line) {
            Ok(())
        } else {
            Err(Problem::finding("journal-disorder")
                .with("member", &self.order.member)
                .with("line", line.seq + 1))
        }
    }

    /// Whether this kind of event belongs to the next step.
    fn fits(&self, line: &Line<DrillEvent>) -> bool {
        use DrillStep as Step;
        let is = |at: usize, wallet: &str| self.order.wallets[at].name() == wallet;
        match (&line.event, self.next()) {
            (DrillEvent::Begun(begun), step) => {
                let DrillOrder { heading, manifest, member, .. } = &*self.order;
                step == Step::Begin
                    && (&begun.ceremony, &begun.manifest, &begun.member) == (heading, manifest, member)
            }
            (_, Step::Begin | Step::Done) => false,
            (DrillEvent::ExceptionRecorded(exception), _) => {
                exception.step == self.step_name() && exception.is_writable()
            }
            (DrillEvent::AlarmRaised { step, reason }, next) => {
                *step == self.step_name() && reason.fits_drill(next)
            }
            (DrillEvent::DeviceIdentified { .. }, step) => step == Step::Identify,
            (DrillEvent::DeviceProved { .. } | DrillEvent::DeviceUnproved { .. }, step) => {
                step == Step::CheckDevice
            }
            (DrillEvent::SeedCommitted { .. }, step) => step == Step::CommitSeed,
            (DrillEvent::WalletEntered { wallet, .. }, Step::Enter(at)) => is(at, wallet),
            (
                DrillEvent::WalletReopened { wallet },
                Step::ShowAddress(at, _) | Step::CompareSheet(at) | Step::Sign(at),
            ) => is(at, wallet),
            (DrillEvent::SheetCompared { wallet, .. }, Step::CompareSheet(at)) => is(at, wallet),
            (DrillEvent::AddressCompared { role, path, .. }, Step::ShowAddress(at, row)) => {
                let row = &self.order.wallets[at].rows[row];
                (row.role.as_str(), row.path) == (role.as_str(), *path)
            }
            (DrillEvent::WalletLeftOut { wallet }, step) => step.wallet().is_some_and(|at| is(at, wallet)),
            (DrillEvent::RecordWritten { .. }, step) => step == Step::WriteRecord,
            (DrillEvent::RecordCompared { .. }, step) => step == Step::CompareRecord,
            (DrillEvent::StatementSigned { wallet, .. }, Step::Sign(at)) => is(at, wallet),
            (DrillEvent::SessionsEnded {}, step) => step == Step::EndSessions,
            (DrillEvent::Finished {}, step) => step == Step::Finish,
            _ => false,
        }
    }

    /// Takes an event that fits; false where what it says cannot be.
    fn take(&mut self, line: &Line<DrillEvent>) -> bool {
        let (order, next) = (Arc::clone(&self.order), self.next());
        let rehearsal = order.heading.rehearsal;
        match &line.event {
            DrillEvent::Begun(begun) => self.begun = Some((begun.clone(), line.at.to_string())),
            DrillEvent::DeviceIdentified { facts, same } => {
                self.facts = Some((facts.clone(), *same));
                return facts.hindrances.is_empty() && (rehearsal || !facts.simulated);
            }
            DrillEvent::DeviceProved { firmware, proof } => {
                return self.take_check(DeviceCheck::follow(
                    line.previous,
                    self.model(),
                    *firmware,
                    Some(proof),
                ));
            }
            DrillEvent::DeviceUnproved { firmware } => {
                return self.take_check(DeviceCheck::follow(line.previous, self.model(), *firmware, None));
            }
            DrillEvent::SeedCommitted { commitment } => {
                self.commitment = Some(*commitment);
                return order.is_seed(*commitment);
            }
            DrillEvent::WalletEntered { identity, .. } => {
                let Step { wallet, at } = self.at(next);
                wallet.opened = true;
                return order.wallets[at].identity == *identity;
            }
            DrillEvent::WalletReopened { .. } => {
                let wallet = self.at(next).wallet;
                // Before its first address is compared, that comparison is still to come.
                wallet.unproven = wallet.compared > 0;
            }
            DrillEvent::SheetCompared { address, .. } => {
                let Step { wallet, at } = self.at(next);
                wallet.unproven = false;
                return order.wallets[at].rows[0].address == *address;
            }
            DrillEvent::AddressCompared { address, .. } => {
                let Step { wallet, at } = self.at(next);
                let row = &order.wallets[at].rows[wallet.compared];
                wallet.compared += 1;
                return row.address == *address;
            }
            DrillEvent::WalletLeftOut { .. } => {
                self.at(next).wallet.left_out = true;
                // Nobody leaves out a wallet without a word about it.
                return !self.exceptions.is_empty();
            }
            DrillEvent::RecordWritten { record } => return self.settle(line, *record),
            DrillEvent::RecordCompared { record } => {
                self.was_compared = true;
                return self.record.as_ref().is_some_and(|(_, settled)| settled == record);
            }
            DrillEvent::StatementSigned { signer, signature, .. } => {
                return self.take_signature(next, *signer, *signature);
            }
            DrillEvent::ExceptionRecorded(exception) => self.exceptions.push(exception.clone()),
            DrillEvent::AlarmRaised { .. } => {}
            DrillEvent::SessionsEnded {} => self.ended = true,
            DrillEvent::Finished {} => self.finished = true,
        }
        true
    }

    fn model(&self) -> &str {
        self.facts.as_ref().map_or("", |(facts, _)| &facts.model)
    }

    fn take_check(&mut self, check: DeviceCheck) -> bool {
        let holds = check.holds(self.model(), self.order.heading.rehearsal);
        self.checked = Some(check);
        holds
    }

    fn settle(&mut self, line: &Line<DrillEvent>, told: Digest) -> bool {
        let settled = record(self, line.previous, line.seq);
        let agrees = settled.as_ref().is_ok_and(|(_, digest)| *digest == told);
        self.record = settled.ok();
        agrees
    }

    fn take_signature(&mut self, step: DrillStep, signer: Address, signature: Signature) -> bool {
        let DrillStep::Sign(at) = step else { return false };
        let wallet = &self.order.wallets[at];
        let right = self.statement(at).is_some_and(|statement| {
            wallet.rows[wallet.signer].address == signer
                && signature.signer(statement.as_bytes()) == Ok(signer)
        });
        self.wallets[at].signature = Some((signer, signature));
        right
    }

    /// The wallet that a step is about. Called where `fits` made sure that there is one.
    fn at(&mut self, step: DrillStep) -> Step<'_> {
        let at = match step {
            DrillStep::Sign(at) => at,
            step => step.wallet().unwrap_or(0),
        };
        Step { wallet: &mut self.wallets[at], at }
    }
}

/// A wallet with its position.
struct Step<'s> {
    wallet: &'s mut DrillWalletState,
    at: usize,
}
