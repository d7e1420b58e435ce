//! The answers about each contract, against what it should be.

use std::collections::BTreeSet;

use alloy::primitives::{B256, U256, keccak256};
use serde_json::json;

use super::question::Question;
use super::report::{ChainFinding, ChainReport, Stands};
use super::{Answers, ChainCheck, need_id, token_id};
use crate::contracts::view::{self, View};
use crate::export::{Contract, Form, SafeForm, SplitForm};
use crate::keys::Address;
use crate::manifest::{SafeStanding, SplitStanding};
use crate::text::Message;

/// So many answers to nothing are told one by one: a hostile file must not fill a screen for hours.
const NOT_ASKED_MAX: usize = 20;

/// The questions about a contract.
pub fn questions(contract: &Contract) -> Vec<Question> {
    let address = contract.address;
    let id = |what: &str| format!("{}.{what}", contract.name);
    let view = |what: &str, view| Question::view(&id(what), address, view);
    let storage = |what: &str, slot| Question::storage(&id(what), address, slot);
    let mut questions = vec![Question::code(&id("code"), address)];
    match &contract.form {
        Form::Safe(form) => {
            questions.extend([
                storage("singleton", view::SINGLETON_SLOT),
                view("owners", View::Owners),
                view("threshold", View::Threshold),
                storage("handler", view::HANDLER_SLOT),
                storage("guard", view::GUARD_SLOT),
                view("modules", View::Modules),
                view("nonce", View::Nonce),
            ]);
            if has_module_guard(form) {
                questions.push(storage("module-guard", view::MODULE_GUARD_SLOT));
            }
        }
        Form::Split(SplitForm { main: Some(main), .. }) => questions.extend([
            Question::view(&id("split-hash"), *main, View::HashOf(address)),
            Question::view(&id("owner"), *main, View::ControllerOf(address)),
        ]),
        Form::Split(_) => questions.extend([
            view("split-hash", View::SplitHash),
            view("owner", View::Owner),
            view("paused", View::Paused),
        ]),
    }
    questions
}

fn has_module_guard(form: &SafeForm) -> bool {
    !["1.3.0", "1.4.1"].contains(&form.version.as_str())
}

impl ChainCheck {
    /// Judges a node's answers. Never fails: whatever is wrong or missing is in the report.
    pub fn judge(&self, answers: &Answers) -> ChainReport {
        let mut report = ChainReport { chain_id: self.chain_id, ..ChainReport::default() };
        let block = |member| answers.member("block", member);
        report.block = block("number").zip(block("timestamp"));
        let chain = answers.number("chain");
        report.findings.push(finding(
            "chain",
            chain == Some(self.chain_id),
            said("chain", chain, Some(self.chain_id)),
        ));
        let known = report.block.is_some();
        report.findings.push(finding("block", known, block_said(report.block)));
        for need in &self.needs {
            let id = need_id(need);
            let code = answers.bytes(&id);
            report.findings.push(code_finding(&id, &need.name, code.as_deref(), need.code_hash));
        }
        for token in &self.tokens {
            let id = token_id(*token);
            report.findings.push(code_finding(&id, &token.to_string(), answers.bytes(&id).as_deref(), None));
        }
        for contract in &self.contracts {
            let needs = contract.needs.iter().map(need_id).collect();
            report.relies.insert(contract.name.clone(), needs);
            let nonce = answers.word(&format!("{}.nonce", contract.name));
            if let (Form::Safe(_), Some(nonce)) = (&contract.form, nonce) {
                report.nonces.insert(contract.name.clone(), U256::from_be_bytes(nonce.0));
            }
            let mut case = Case { contract, answers, findings: Vec::new(), stands: Stands::Otherwise };
            case.judge();
            if let (Form::Split(SplitForm { main: None, .. }), Some(word)) =
                (&contract.form, answers.word(&format!("{}.paused", contract.name)))
            {
                report.paused.insert(contract.name.clone(), word != B256::ZERO);
            }
            report.stands.insert(contract.name.clone(), case.stands);
            report.findings.append(&mut case.findings);
        }
        let asked: BTreeSet<String> = self.questions().into_iter().map(|question| question.id).collect();
        for id in answers.ids().filter(|id| !asked.contains(*id)).take(NOT_ASKED_MAX) {
            report.findings.push(finding(id, false, Message::new("chain-not-asked")));
        }
        report
    }
}

fn finding(id: &str, ok: bool, detail: Message) -> ChainFinding {
    ChainFinding { id: id.to_owned(), ok, detail }
}

/// What an answer says, and what it should.
fn said<T: ToString + PartialEq>(what: &str, found: Option<T>, expected: Option<T>) -> Message {
    let message = match (&found, &expected) {
        (None, _) => Message::new("chain-no-answer"),
        (Some(found), Some(expected)) if found == expected => {
            Message::new("chain-equal").with("found", found.to_string())
        }
        (Some(found), expected) => Message::new("chain-differs")
            .with("found", found.to_string())
            .with("expected", expected.as_ref().map(T::to_string).unwrap_or_default()),
    };
    message.with("what", what)
}

fn block_said(block: Option<(u64, u64)>) -> Message {
    match block {
        Some((number, timestamp)) => {
            Message::new("chain-block").with("number", number).with("timestamp", timestamp)
        }
        None => Message::new("chain-no-answer").with("what", "block"),
    }
}

/// Code that is the expected one; where none is known, that there is some.
fn code_finding(id: &str, name: &str, code: Option<&[u8]>, expected: Option<B256>) -> ChainFinding {
    let (ok, message) = match (code, expected) {
        (None, _) => (false, Message::new("chain-no-answer").with("what", "code")),
        (Some([]), _) => (false, Message::new("chain-nowhere")),
        (Some(_), None) => (true, Message::new("chain-some-code")),
        (Some(code), Some(hash)) if keccak256(code) == hash => (true, Message::new("chain-code")),
        (Some(code), Some(hash)) => {
            let message = Message::new("chain-other-code");
            (false, message.with("found", keccak256(code)).with("expected", hash))
        }
    };
    finding(id, ok, message.with("name", name))
}

/// One contract and what is found of it.
struct Case<'a> {
    contract: &'a Contract,
    answers: &'a Answers,
    findings: Vec<ChainFinding>,
    stands: Stands,
}

impl Case<'_> {
    fn judge(&mut self) {
        let id = self.id("code");
        let code = self.answers.bytes(&id);
        let hash = match &self.contract.form {
            Form::Safe(form) => form.code_hash,
            Form::Split(form) => form.code_hash,
        };
        self.findings.push(code_finding(&id, &self.contract.name, code.as_deref(), hash));
        if code.is_some_and(|code| code.is_empty()) {
            // Nothing else can be said of it.
            self.stands = Stands::Nowhere;
            return;
        }
        let form = self.contract.form.clone();
        let state = match &form {
            Form::Safe(form) => self.safe(form),
            Form::Split(form) => self.split(form),
        };
        // Whether a split is paused is told apart from how it stands.
        let paused = self.answers.word(&self.id("paused")).map(|_| self.id("paused"));
        let fits = |finding: &ChainFinding| finding.ok || paused.as_ref() == Some(&finding.id);
        if let Some(state) = state.filter(|_| self.findings.iter().all(fits)) {
            self.stands = state;
        }
    }

    fn id(&self, what: &str) -> String {
        format!("{}.{what}", self.contract.name)
    }

    fn push(&mut self, what: &str, ok: bool, detail: Message) {
        let finding = finding(&self.id(what), ok, detail);
        self.findings.push(finding);
    }

    /// A word that can be one thing only.
    fn exactly(&mut self, what: &str, found: Option<Address>, expected: Address) {
        self.push(what, found == Some(expected), said(what, found, Some(expected)));
    }

    fn address(&self, what: &str) -> Option<Address> {
        self.answers.word(&self.id(what)).and_then(view::address)
    }

    fn stored(&self, what: &str) -> Option<Address> {
        self.answers.stored(&self.id(what)).and_then(view::address)
    }

    /// What may be as before a change or as after it; says which of them it is. Without a change both are the same.
    fn either<T: ToString + PartialEq>(
        &mut self,
        what: &str,
        found: Option<T>,
        before: &T,
        present: &T,
    ) -> [bool; 2] {
        let is = [before, present].map(|state| found.as_ref() == Some(state));
        let detail = match (&found, is) {
            (Some(found), [true, false]) => {
                Message::new("chain-before").with("what", what).with("found", found.to_string())
            }
            _ => {
                let expected = Some(present.to_string());
                said(what, found.map(|found| found.to_string()), expected)
            }
        };
        self.push(what, is.contains(&true), detail);
        is
    }

    fn safe(&mut self, form: &SafeForm) -> Option<Stands> {
        self.exactly("singleton", self.stored("singleton"), form.singleton);
        let owners = self.answers.bytes(&self.id("owners")).and_then(|answer| view::addresses(&answer));
        let threshold = self.answers.word(&self.id("threshold")).map(|word| U256::from_be_bytes(word.0));
        let [before, present] = safe_states(form);
        let owners = self.either("owners", owners.map(Listed), &Listed(before.0), &Listed(present.0));
        let threshold = self.either("threshold", threshold, &before.1, &present.1);
        self.exactly("handler", self.stored("handler"), form.handler);
        self.exactly("guard", self.stored("guard"), Address::ZERO);
        let modules = self.answers.bytes(&self.id("modules")).and_then(|answer| view::modules(&answer));
        let none = modules.as_ref().is_some_and(Vec::is_empty);
        let expected = Some(Listed(Vec::new()));
        self.push("modules", none, said("modules", modules.map(Listed), expected));
        let nonce = self.answers.word(&self.id("nonce")).map(|word| U256::from_be_bytes(word.0));
        self.push("nonce", nonce.is_some(), said("nonce", nonce, nonce));
        if has_module_guard(form) {
            self.exactly("module-guard", self.stored("module-guard"), Address::ZERO);
        }
        state([owners, threshold])
    }

    fn split(&mut self, form: &SplitForm) -> Option<Stands> {
        let created = (form.split_hash, form.entry.owner);
        let of = |it: &SplitStanding| (it.split_hash.parse().unwrap_or(created.0), it.owner);
        let present = form.entry.present.as_deref().map_or(created, of);
        let before = form.entry.before.as_deref().map_or(present, of);
        let hash = self.answers.word(&self.id("split-hash"));
        let hash = self.either("split-hash", hash, &before.0, &present.0);
        let owner = self.either("owner", self.address("owner"), &before.1, &present.1);
        if form.main.is_none() {
            let paused = self.answers.word(&self.id("paused")).map(|word| word != B256::ZERO);
            self.push("paused", paused == Some(false), said("paused", paused, Some(false)));
        }
        state([hash, owner])
    }
}

/// Owners and threshold before and after this ceremony's change.
fn safe_states(form: &SafeForm) -> [(Vec<Address>, U256); 2] {
    let of = |it: &SafeStanding| (it.owners.clone(), U256::from(it.threshold));
    let entry = &form.entry;
    let created = (entry.owners.clone(), U256::from(entry.threshold));
    let present = entry.present.as_ref().map_or(created, of);
    [entry.before.as_ref().map_or(present.clone(), of), present]
}

/// Everything as before, or everything as after; a mixture is neither.
fn state(facts: [[bool; 2]; 2]) -> Option<Stands> {
    let all = |at: usize| facts.iter().all(|fact| fact[at]);
    match (all(0), all(1)) {
        (_, true) => Some(Stands::Present),
        (true, false) => Some(Stands::Before),
        (false, false) => None,
    }
}

/// Addresses as a person reads them.
#[derive(PartialEq)]
struct Listed(Vec<Address>);

impl std::fmt::Display for Listed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&json!(self.0).to_string())
    }
}
