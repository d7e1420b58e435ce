//! `state + event → state`: what each event may say, and what it changes.

use super::part_and_sealed;
use super::replay::Shown;
use super::state::{MemberState, WalletState};
use super::step::MemberStep;
use crate::ceremony::{Confirmed, DeviceCheck, Event};
use crate::device::genuine::Proof;
use crate::journal::Line;
use crate::keys::{Address, AddressPath, Digest, Signature, WalletIdentity};
use crate::text::Problem;

impl MemberState {
    /// Takes one event.
    ///
    /// # Errors
    /// It could not have happened here, as `journal-disorder`.
    pub fn apply(&mut self, line: &Line<Event>) -> Result<(), Problem> {
        if self.fits(line) && self.take(line) { Ok(()) } else { Err(self.disorder(line.seq)) }
    }

    /// Whether this kind of event belongs to the next step.
    fn fits(&self, line: &Line<Event>) -> bool {
        use MemberStep as Step;
        match (&line.event, self.next()) {
            (Event::Begun(_), step) => step == Step::Begin,
            (_, Step::Begin | Step::Done) => false,
            (Event::ExceptionRecorded(exception), _) => {
                exception.step == self.step_name() && exception.is_writable()
            }
            (Event::AlarmRaised { step, reason }, next) => {
                *step == self.step_name() && reason.fits_member(next)
            }
            (
                Event::WalletReopened { wallet },
                Step::ReadAccount(at, _) | Step::ShowAddress(at, _) | Step::CompareSheet(at) | Step::Sign(at),
            ) => self.script.wallets[at].name() == wallet,
            (Event::SheetCompared { wallet, .. }, Step::CompareSheet(at)) => {
                self.script.wallets[at].name() == wallet
            }
            (Event::DeviceIdentified { .. }, step) => step == Step::Identify,
            (Event::DeviceProved { .. } | Event::DeviceUnproved { .. }, step) => step == Step::CheckDevice,
            (Event::BackupChecked {}, step) => step == Step::CheckBackup,
            (Event::SeedCommitted { .. }, step) => step == Step::CommitSeed,
            (Event::WalletEntered { wallet, .. } | Event::WalletRefused { wallet, .. }, Step::Enter(at)) => {
                self.script.wallets[at].name() == wallet
            }
            (Event::AccountRead { wallet, path, .. }, Step::ReadAccount(at, account)) => {
                let script = &self.script.wallets[at];
                !script.wallet.keeps_xpub && script.name() == wallet && script.accounts[account] == *path
            }
            (Event::AccountKept { wallet, path }, Step::ReadAccount(at, account)) => {
                let script = &self.script.wallets[at];
                script.wallet.keeps_xpub && script.name() == wallet && script.accounts[account] == *path
            }
            (Event::AddressConfirmed { role, path, address }, Step::ShowAddress(at, position)) => {
                let planned = &self.script.wallets[at].roles[position];
                planned.name == *role
                    && planned.path == *path
                    && planned.address.is_none_or(|expected| expected == *address)
            }
            (Event::PartWritten { .. }, step) => step == Step::WritePart,
            (Event::PartCompared { .. }, step) => step == Step::ComparePart,
            (Event::StatementSigned { wallet, .. }, Step::Sign(at)) => {
                self.script.wallets[at].name() == wallet
            }
            (Event::SessionsEnded {}, step) => step == Step::EndSessions,
            (Event::Finished {}, step) => step == Step::Finish,
            _ => false,
        }
    }

    /// Takes an event that fits; false where what it says cannot be.
    fn take(&mut self, line: &Line<Event>) -> bool {
        match &line.event {
            Event::Begun(begun) => self.begun = Some(begun.clone()),
            Event::DeviceIdentified { facts } => {
                self.facts = Some(facts.clone());
                let rehearsal = self.heading().is_some_and(|heading| heading.rehearsal);
                return facts.hindrances.is_empty() && (rehearsal || !facts.simulated);
            }
            Event::DeviceProved { firmware, proof } => {
                return self.take_check(line, *firmware, Some(proof));
            }
            Event::DeviceUnproved { firmware } => return self.take_check(line, *firmware, None),
            Event::BackupChecked {} => self.backup_checked = true,
            Event::SeedCommitted { commitment } => self.commitment = Some(*commitment),
            Event::WalletEntered { identity, .. } => return self.take_entry(identity),
            Event::WalletRefused { .. } => self.current().first = None,
            Event::WalletReopened { wallet } => {
                if let Some(wallet) = self.wallet_mut(wallet) {
                    // Before its first address is confirmed there is nothing on paper.
                    wallet.unproven = !wallet.confirmed.is_empty();
                }
            }
            Event::SheetCompared { address, .. } => {
                let wallet = self.current();
                wallet.unproven = false;
                return wallet.confirmed.first().is_some_and(|first| first.address() == *address);
            }
            Event::AlarmRaised { .. } => {}
            Event::AccountKept { .. } => self.current().kept += 1,
            Event::AccountRead { xpub, path, .. } => {
                let wallet = self.current();
                let of_wallet =
                    wallet.identity.is_some_and(|id| id.fingerprint() == xpub.parent_fingerprint());
                wallet.xpubs.push(xpub.clone());
                return of_wallet && xpub.account() == path.account();
            }
            Event::AddressConfirmed { path, address, .. } => return self.take_address(line, *path, *address),
            Event::PartWritten { part, sealed } => return self.settle(line, *part, *sealed),
            Event::PartCompared { part } => {
                self.compared = true;
                return self.settled.as_ref().is_some_and(|settled| settled.digest == *part);
            }
            Event::StatementSigned { wallet, signer, signature } => {
                return self.take_signature(wallet, *signer, *signature);
            }
            Event::ExceptionRecorded(exception) => self.exceptions.push(exception.clone()),
            Event::SessionsEnded {} => self.ended = true,
            Event::Finished {} => self.finished = true,
        }
        true
    }

    /// Compared with what the laptop derives; in a replay only later, with all others.
    fn take_address(&mut self, line: &Line<Event>, path: AddressPath, address: Address) -> bool {
        let MemberStep::ShowAddress(at, _) = self.next() else { return false };
        let wallet = &mut self.wallets[at];
        if self.script.wallets[at].wallet.keeps_xpub {
            // Compared when it was shown; nothing that is written tells it again.
            wallet.confirmed.push(Confirmed::in_replay(address));
            return true;
        }
        let account = wallet.xpubs.iter().position(|xpub| xpub.account() == path.account());
        let Some(account) = account else { return false };
        let confirmed = match &mut self.shown {
            Some(shown) => {
                shown.push(Shown { account: (at, account), path, address, line: line.seq });
                Some(Confirmed::in_replay(address))
            }
            None => Confirmed::compare(&wallet.xpubs[account], path, address).ok(),
        };
        wallet.confirmed.extend(confirmed);
        confirmed.is_some()
    }

    fn take_check(&mut self, line: &Line<Event>, firmware: Digest, proof: Option<&Proof>) -> bool {
        let model = self.facts.as_ref().map_or("", |facts| &facts.model);
        let rehearsal = self.heading().is_some_and(|heading| heading.rehearsal);
        let check = DeviceCheck::follow(line.previous, model, firmware, proof);
        let holds = check.holds(model, rehearsal);
        self.checked = Some(check);
        holds
    }

    fn take_entry(&mut self, identity: &WalletIdentity) -> bool {
        let MemberStep::Enter(at) = self.next() else { return false };
        if self.refusal(at, identity).is_some() {
            return false;
        }
        let entries = self.script.wallets[at].entries();
        let wallet = &mut self.wallets[at];
        if entries == 1 || wallet.first.is_some() {
            wallet.identity = Some(*identity);
        } else {
            wallet.first = Some(*identity);
        }
        true
    }

    fn settle(&mut self, line: &Line<Event>, part: Digest, sealed: Digest) -> bool {
        let settled = part_and_sealed(self, line.previous, line.seq);
        let agrees = settled.as_ref().is_ok_and(|s| s.digest == part && s.sealed_digest == sealed);
        self.settled = settled.ok();
        agrees
    }

    fn take_signature(&mut self, wallet: &str, signer: Address, signature: Signature) -> bool {
        let right = self.statement(wallet).is_some_and(|statement| {
            self.signer(wallet) == Some(signer) && signature.signer(statement.as_bytes()) == Ok(signer)
        });
        if let Some(state) = self.wallet_mut(wallet) {
            state.signature = Some((signer, signature));
        }
        right
    }

    /// The wallet that the next step is about. Called where `fits` made sure that there is one.
    fn current(&mut self) -> &mut WalletState {
        let at = match self.next() {
            MemberStep::Enter(at)
            | MemberStep::ReadAccount(at, _)
            | MemberStep::ShowAddress(at, _)
            | MemberStep::CompareSheet(at) => at,
            _ => 0,
        };
        &mut self.wallets[at]
    }
}
