//! A rehearsal without a person: every question is answered with yes, every button of the simulated device pressed.

use crate::ceremony::{Answer, Decision, Face, Moment, Progress, Question};
use crate::device::simulator::{Hand, PanelSlot};
use crate::device::{Attendant, Notice, Reply};
use crate::host::bench::PIN;
use crate::keys::Secret;
use crate::keys::test_seeds::rehearsal_passphrase;
use crate::plan::{Finding, Linted, WalletId};
use crate::text::{Message, Problem};

/// Answers everything with yes; tells each moment to a listener.
pub struct Headless<'a> {
    slot: PanelSlot,
    tell: &'a mut dyn FnMut(&Message),
    /// The wallet whose passphrase is to be typed.
    wallet: Option<WalletId>,
}

impl<'a> Headless<'a> {
    /// Stands by the devices of this slot.
    pub fn new(slot: PanelSlot, tell: &'a mut dyn FnMut(&Message)) -> Self {
        Self { slot, tell, wallet: None }
    }
}

impl Attendant for Headless<'_> {
    fn notice(&mut self, notice: &Notice) -> Reply {
        let Some(panel) = self.slot.get() else { return Reply::Cancel };
        let mut hand = Hand::new(panel).with_pin(Secret::new(PIN.to_owned()));
        if let Some(wallet) = &self.wallet {
            hand.remember(rehearsal_passphrase(&wallet.name));
        }
        hand.notice(notice)
    }
}

impl Face for Headless<'_> {
    fn briefing(&mut self, plan: &Linted) -> bool {
        let where_found =
            |id, finding: &Finding| Message::new(id).with("lint", finding.lint).with("line", finding.at.line);
        for finding in plan.warnings() {
            (self.tell)(&where_found("line-warning", finding));
            (self.tell)(&finding.cause());
        }
        for (finding, reason) in plan.accepted_warnings() {
            (self.tell)(&where_found("line-accepted", finding));
            (self.tell)(&finding.cause());
            (self.tell)(&Message::new("check-reason").with("reason", reason));
        }
        true
    }

    fn moment(&mut self, moment: &Moment, _: &Progress) {
        if let Moment::Enter { wallet, .. } | Moment::Reopen { wallet, .. } = moment {
            self.wallet = Some(wallet.clone());
        }
        (self.tell)(&line(moment));
        if let Moment::Review(review) = moment {
            review.lines.iter().for_each(|line| (self.tell)(line));
        }
        if let Moment::CompareSafeTx(page) = moment {
            for warning in &page.warnings {
                (self.tell)(&Message::new("line-safe-tx-warning").with("finding", warning.name()));
                (self.tell)(&warning.problem.cause());
            }
        }
    }

    fn recorded(&mut self, _: &str) {}

    fn answer(&mut self, _: &Question) -> Answer {
        Answer::Yes
    }

    fn passphrase(&mut self, wallet: &WalletId) -> Option<Secret> {
        Some(rehearsal_passphrase(&wallet.name))
    }

    fn trouble(&mut self, _: &Problem) -> Decision {
        // Nobody is there who could decide; asking again would ask for ever. The verb says the problem.
        Decision::Stop
    }
}

/// A moment in one line.
fn line(moment: &Moment) -> Message {
    match moment {
        Moment::PlugIn { member } => Message::new("line-plug-in").with("member", member),
        Moment::Identify { member } => Message::new("line-identify").with("member", member),
        Moment::CheckDevice { member } => Message::new("line-check-device").with("member", member),
        Moment::CheckBackup { member } => Message::new("line-check-backup").with("member", member),
        Moment::CommitSeed { member, .. } => Message::new("line-commit-seed").with("member", member),
        Moment::Enter { wallet, entry, of, .. } => {
            Message::new("line-enter").with("wallet", wallet).with("entry", entry).with("of", of)
        }
        Moment::Reopen { wallet, .. } => Message::new("line-reopen").with("wallet", wallet),
        Moment::ReadAccount { wallet, path } => {
            Message::new("line-read-account").with("wallet", wallet).with("path", path)
        }
        Moment::ShowAddress { label, path, address, .. } => {
            Message::new("line-show-address").with("label", label).with("path", path).with("address", address)
        }
        Moment::CompareSheet { wallet, path, .. } => {
            Message::new("line-compare-sheet").with("wallet", wallet).with("path", path)
        }
        Moment::Review(review) => Message::new("line-review").with("member", &review.member),
        Moment::Compare { file, digest } => {
            Message::new("line-compare").with("file", file).with("digest", digest)
        }
        Moment::Sign { wallet, statement, .. } => {
            Message::new("line-sign").with("wallet", wallet).with("statement", statement)
        }
        Moment::CompareSafeTx(page) => {
            Message::new("line-compare-safe-tx").with("label", &page.label).with("hash", page.tx.hash())
        }
        Moment::SignSafeTx(page, _) => Message::new("line-sign-safe-tx")
            .with("wallet", &page.wallet)
            .with("label", &page.label)
            .with("signer", page.signer),
        Moment::Witness(page) => {
            Message::new("line-witness").with("name", &page.name).with("statement", &page.statement)
        }
        Moment::Drill { member, wallets, addresses } => Message::new("line-drill")
            .with("member", member)
            .count("wallets", *wallets)
            .count("addresses", *addresses),
        Moment::Drilled { member, wallets, left_out } => Message::new("line-drilled")
            .with("member", member)
            .count("wallets", *wallets)
            .count("missing", left_out.len()),
        Moment::EndSessions { member } => Message::new("line-end-sessions").with("member", member),
        Moment::Combine => Message::new("line-combine"),
        Moment::Finished { member: Some(member) } => {
            Message::new("line-finished-member").with("member", member)
        }
        Moment::Finished { member: None } => Message::new("line-finished-team"),
    }
}
