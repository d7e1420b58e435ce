//! The steps of an owner's signature on a SafeTx, performed. No journal is kept: one signature is made, and kept at once.

use super::{SafeTxOrder, SafeTxPage};
use crate::ceremony::run::Run;
use crate::ceremony::sheet;
use crate::ceremony::station::{Ports, Station};
use crate::ceremony::{Alarm, Face, Moment, Needs, Question, STOPPED_AT_WARNINGS};
use crate::device::Signed;
use crate::keys::Digest;
use crate::manifest::Exception;
use crate::text::Problem;

/// The run.
pub struct SafeTxRun<'a, 'p> {
    ports: &'a mut Ports<'p>,
    order: SafeTxOrder<'a>,
    station: Station,
    compared: bool,
    /// Whether the open wallet is the one on its paper.
    proven: bool,
    signed: Option<Signed>,
}

impl<'a, 'p> SafeTxRun<'a, 'p> {
    /// Nothing plugged in, nothing compared yet.
    pub fn new(ports: &'a mut Ports<'p>, order: SafeTxOrder<'a>) -> Self {
        let member = &order.wallet.id.custodian;
        // The device may be another one by now: the wallet is known by its identity and its paper.
        let station = Station::new(member, Needs::of(order.plan, member), order.rehearsal, None);
        Self { ports, order, station, compared: false, proven: false, signed: None }
    }

    /// Goes through every step. The signature is handed to `keep` as soon as it is made, and again where that failed
    /// and the person tries again.
    ///
    /// # Errors
    /// The person stopped, or something is in the way.
    pub fn run(&mut self, keep: &mut dyn FnMut(&Signed) -> Result<(), Problem>) -> Result<Signed, Problem> {
        self.brief()?;
        let signed = self.go_through(keep);
        // Nobody stands by any more: wallets do not stay open. What made the run end is what counts.
        let _ = self.forget(signed.is_ok());
        signed
    }

    fn brief(&mut self) -> Result<(), Problem> {
        let plan = self.order.plan;
        let nothing = plan.warnings().is_empty() && plan.accepted_warnings().is_empty();
        if nothing || self.ports.face.briefing(plan) {
            Ok(())
        } else {
            Err(Problem::stopped(STOPPED_AT_WARNINGS))
        }
    }

    fn go_through(
        &mut self,
        keep: &mut dyn FnMut(&Signed) -> Result<(), Problem>,
    ) -> Result<Signed, Problem> {
        loop {
            let done = match &self.signed {
                Some(signed) => match keep(signed) {
                    Ok(()) => return Ok(signed.clone()),
                    Err(problem) => Err(problem),
                },
                None => self.step(),
            };
            if let Err(problem) = done {
                self.trouble(problem)?;
            }
        }
    }

    /// The next step.
    fn step(&mut self) -> Result<(), Problem> {
        if !self.compared {
            return self.compare();
        }
        self.connect()?;
        if !self.reach()? {
            self.proven = false;
            return Ok(());
        }
        if self.proven { self.sign() } else { self.compare_sheet() }
    }

    /// Has the transaction compared by the hash that is signed: the message hash alone says neither which Safe nor which
    /// chain.
    fn compare(&mut self) -> Result<(), Problem> {
        self.ports.moment(&Moment::CompareSafeTx(Box::new(self.page())));
        let hash = Digest::from(self.order.tx.hash().0);
        if self.ask(&Question::SameSafeTx { hash })? {
            self.compared = true;
            Ok(())
        } else {
            Err(Problem::finding("safe-tx-differs"))
        }
    }

    fn connect(&mut self) -> Result<(), Problem> {
        let Some(member) = self.station.awaits().map(str::to_owned) else { return Ok(()) };
        self.ports.moment(&Moment::PlugIn { member });
        self.ready()
    }

    /// Makes sure that exactly the signer's wallet is open. False where it had to be entered.
    fn reach(&mut self) -> Result<bool, Problem> {
        let (wallet, expected) = (self.order.wallet, self.order.identity);
        if let Some(found) = self.station.return_to(self.ports, wallet)? {
            return self.station.demand(wallet, found, expected).map(|()| true);
        }
        self.ports.moment(&Moment::Reopen { wallet: wallet.id.clone(), place: wallet.entry });
        self.ready()?;
        let found = self.station.enter(self.ports, wallet)?;
        self.station.demand(wallet, found, expected).map(|()| false)
    }

    fn compare_sheet(&mut self) -> Result<(), Problem> {
        let wallet = self.order.wallet.id.clone();
        let (first, known) = self.order.first;
        sheet::compare(&mut self.station, self.ports, &wallet, first, known)?;
        if self.ask(&Question::SameSheet { wallet: wallet.clone() })? {
            self.proven = true;
            Ok(())
        } else {
            Err(Problem::device("sheet-differs").with("wallet", wallet))
        }
    }

    fn sign(&mut self) -> Result<(), Problem> {
        let showing = self.station.showing();
        self.ports.moment(&Moment::SignSafeTx(Box::new(self.page()), showing));
        let (path, tx, face) = (self.order.role.path, &self.order.tx, &mut *self.ports.face);
        let signed = self.station.with_device(|device, _| device.sign_safe_tx(path, tx, face))?;
        let expected = self.order.signer;
        if signed.address != expected || signed.signature.signer_of_hash(tx.hash()) != Ok(expected) {
            return Err(Problem::device("signer-mismatch")
                .with("expected", expected)
                .with("said", signed.address));
        }
        self.signed = Some(signed);
        Ok(())
    }

    /// Has the device forget the wallet. Where it cannot be told, the person is reminded of its plug.
    fn forget(&mut self, tell: bool) -> Result<(), Problem> {
        let member = self.order.wallet.id.custodian.clone();
        if tell {
            self.ports.moment(&Moment::EndSessions { member: member.to_string() });
        }
        if !self.station.end()? && tell {
            self.unplugged(&member)?;
        }
        Ok(())
    }

    fn page(&self) -> SafeTxPage {
        let order = &self.order;
        SafeTxPage {
            wallet: order.wallet.id.clone(),
            signer: order.signer,
            path: order.role.path,
            label: order.label.clone(),
            calls: order.calls.clone(),
            warnings: order.warnings.clone(),
            tx: order.tx.clone(),
        }
    }
}

impl Run for SafeTxRun<'_, '_> {
    fn face(&mut self) -> &mut dyn Face {
        self.ports.face
    }

    /// Faces do not offer it where no journal is kept.
    fn record_exception(&mut self, _: Exception) -> Result<(), Problem> {
        Err(Problem::unusable("exception-nowhere"))
    }

    /// Told to the person, and the run does not go on from it by itself; there is no journal that could hold it.
    fn record_alarm(&mut self, _: Alarm) -> Result<(), Problem> {
        Ok(())
    }
}
