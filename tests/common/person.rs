//! A person by the device, who confirms everything unless a test decides otherwise.

use std::collections::BTreeMap;

use gishiki::ceremony::{Answer, Decision, Face, Moment, Progress, Question};
use gishiki::device::simulator::{Hand, Kind, Panel, PanelSlot};
use gishiki::device::{Attendant, Notice, Reply};
use gishiki::host::bench::PIN;
use gishiki::keys::Secret;
use gishiki::keys::test_seeds::rehearsal_passphrase;
use gishiki::plan::{Linted, WalletId};
use gishiki::text::Problem;

use super::TestBench;

/// What a person was told or asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    Moment(Moment, Progress),
    Question(Question),
    Notice(Notice),
    /// The problem's id.
    Trouble(String),
}

/// Told of a moment, with the device that is plugged in then.
type OnMoment<'w> = Box<dyn FnMut(&Moment, &PanelSlot) + 'w>;
type OnNotice<'w> = Box<dyn FnMut(&Notice, &Panel) -> Option<Reply> + 'w>;
type OnPassphrase<'w> = Box<dyn FnMut(&WalletId, usize) -> String + 'w>;
type OnQuestion<'w> = Box<dyn FnMut(&Question) -> Answer + 'w>;

pub struct Person<'w> {
    slot: PanelSlot,
    /// Everything, in order.
    pub told: Vec<Told>,
    wallet: Option<WalletId>,
    entries: BTreeMap<WalletId, usize>,
    /// How often the plan's warnings were shown.
    pub briefed: usize,
    pub on_briefing: Box<dyn FnMut(&Linted) -> bool + 'w>,
    pub on_moment: OnMoment<'w>,
    pub on_question: OnQuestion<'w>,
    /// What is done at a notice; none leaves it to a hand that confirms.
    pub on_notice: OnNotice<'w>,
    /// The passphrase of the wallet's n-th entry, from 1.
    pub passphrase: OnPassphrase<'w>,
    pub on_trouble: Box<dyn FnMut(Problem) -> Decision + 'w>,
    /// Looked at while the device is awaited.
    pub on_wait: Box<dyn FnMut() -> bool + 'w>,
}

impl<'w> Person<'w> {
    /// Confirms everything, and stops at the first trouble.
    pub fn at(bench: &TestBench) -> Self {
        Self {
            slot: bench.slot.clone(),
            told: Vec::new(),
            wallet: None,
            entries: BTreeMap::new(),
            briefed: 0,
            on_briefing: Box::new(|_| true),
            on_moment: Box::new(|_, _| {}),
            on_question: Box::new(|_| Answer::Yes),
            on_notice: Box::new(|_, _| None),
            passphrase: Box::new(|wallet, _| rehearsal_passphrase(&wallet.name).expose().to_owned()),
            on_trouble: Box::new(|_| Decision::Stop),
            on_wait: Box::new(|| false),
        }
    }

    /// Tries every step again.
    pub fn patient(bench: &TestBench) -> Self {
        Self { on_trouble: Box::new(|_| Decision::Retry), ..Self::at(bench) }
    }

    fn tell(&mut self, told: Told) {
        self.told.push(told);
        assert!(self.told.len() < 3_000, "asked for ever: {:?}", self.told.last());
    }

    pub fn moments(&self) -> impl Iterator<Item = &Moment> {
        self.told.iter().filter_map(|told| match told {
            Told::Moment(moment, _) => Some(moment),
            _ => None,
        })
    }

    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.told.iter().filter_map(|told| match told {
            Told::Question(question) => Some(question),
            _ => None,
        })
    }

    pub fn troubles(&self) -> Vec<&str> {
        let troubles = self.told.iter().filter_map(|told| match told {
            Told::Trouble(id) => Some(id.as_str()),
            _ => None,
        });
        troubles.collect()
    }

    /// How often a passphrase was entered.
    pub fn entries(&self, wallet: &str) -> usize {
        self.entries.iter().filter(|(id, _)| id.name == wallet).map(|(_, count)| count).sum()
    }
}

impl Attendant for Person<'_> {
    fn notice(&mut self, notice: &Notice) -> Reply {
        self.tell(Told::Notice(notice.clone()));
        let Some(panel) = self.slot.get() else { return Reply::Cancel };
        if let Some(reply) = (self.on_notice)(notice, &panel) {
            return reply;
        }
        // Whatever the laptop says, people see the device's own screen.
        let types = matches!(notice, Notice::PassphraseOnDevice)
            || matches!(notice, Notice::Button { .. }) && panel.screen().1.kind == Kind::PassphraseEntry;
        let mut hand = Hand::new(panel).with_pin(Secret::new(PIN.to_owned()));
        if types && let Some(wallet) = self.wallet.clone() {
            let count = self.entries.entry(wallet.clone()).or_default();
            *count += 1;
            hand.remember(Secret::new((self.passphrase)(&wallet, *count)));
        }
        hand.notice(notice)
    }

    fn gives_up(&mut self) -> bool {
        (self.on_wait)()
    }
}

impl Face for Person<'_> {
    fn briefing(&mut self, plan: &Linted) -> bool {
        self.briefed += 1;
        assert!(!plan.warnings().is_empty() || !plan.accepted_warnings().is_empty());
        (self.on_briefing)(plan)
    }

    fn moment(&mut self, moment: &Moment, progress: &Progress) {
        if let Moment::Enter { wallet, .. } | Moment::Reopen { wallet, .. } = moment {
            self.wallet = Some(wallet.clone());
        }
        self.tell(Told::Moment(moment.clone(), progress.clone()));
        (self.on_moment)(moment, &self.slot);
    }

    fn recorded(&mut self, _: &str) {}

    fn answer(&mut self, question: &Question) -> Answer {
        self.tell(Told::Question(question.clone()));
        (self.on_question)(question)
    }

    fn passphrase(&mut self, wallet: &WalletId) -> Option<Secret> {
        let count = self.entries.entry(wallet.clone()).or_default();
        *count += 1;
        Some(Secret::new((self.passphrase)(wallet, *count)))
    }

    fn trouble(&mut self, problem: &Problem) -> Decision {
        self.tell(Told::Trouble(problem.id().to_owned()));
        (self.on_trouble)(problem.clone())
    }
}
