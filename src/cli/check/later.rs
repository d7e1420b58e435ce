//! What is done with contracts once they stand: how they are changed, and what Safes send.

use super::page::Page;
use crate::plan::{CallPlan, SafeState, SplitState};
use crate::text::Message;

impl Page<'_> {
    /// Before and after of every contract that is not, or not to stay, as it was created.
    pub fn changes(&self) {
        let safes = self.plan.safes.iter().map(|it| {
            let at = |state: &SafeState| self.safe_state(state);
            (&it.name, at(&it.created()), at(&it.before()), at(&it.after()))
        });
        let splits = self.plan.splits.iter().map(|it| {
            let at = |state: &SplitState| self.split_state(state);
            (&it.name, at(&it.created()), at(&it.before()), at(&it.after()))
        });
        let changed =
            safes.chain(splits).filter(|(_, created, before, after)| created != before || before != after);
        let rows = changed.map(|(name, _, before, after)| {
            let after = if before == after { self.text("check-unchanged") } else { after };
            vec![name.clone(), before, after]
        });
        let columns = ["check-name", "check-before", "check-later"];
        self.folded("check-changes", &columns, &[1, 2], rows.collect());
    }

    fn safe_state(&self, state: &SafeState) -> String {
        let threshold =
            Message::new("check-of").with("threshold", state.threshold).with("owners", state.owners.len());
        format!("{}: {}", self.output.catalog().say(&threshold), state.owners.join(", "))
    }

    fn split_state(&self, state: &SplitState) -> String {
        let sum: u64 = state.recipients.iter().map(|it| it.share).sum();
        let shares: Vec<_> =
            state.recipients.iter().map(|it| format!("{} {}/{sum}", it.to, it.share)).collect();
        let owner = state.owner.clone().unwrap_or_else(|| self.text("check-owner-none"));
        format!("{}; {}: {owner}", shares.join(", "), self.text("check-owner"))
    }

    /// Every batch, a call a line.
    pub fn batches(&self) {
        for batch in &self.plan.batches {
            let heading = Message::new("check-batch")
                .with("name", &batch.name)
                .with("label", &batch.label)
                .with("safe", &batch.safe);
            self.output.say(&heading);
            for call in &batch.calls {
                self.output.line(&format!("  {}", self.output.catalog().say(&self.call(call))));
            }
            self.output.line("");
        }
    }

    fn call(&self, call: &CallPlan) -> Message {
        let ether = |token: &Option<String>| token.clone().unwrap_or_else(|| self.text("check-ether"));
        match call {
            CallPlan::Pay { to, amount, token } => Message::new("check-call-pay")
                .with("amount", self.plan.amount(amount).map_or("", |it| it.text.as_str()))
                .with("what", amount)
                .with("token", ether(token))
                .with("to", to),
            CallPlan::Distribute { split, token } => {
                Message::new("check-call-distribute").with("split", split).with("token", ether(token))
            }
        }
    }
}
