//! Whether the Safe's own list of owners lets the calls through, and what it is afterwards.

use super::super::super::SafeState;
use super::super::super::safe::OwnerCall;
use super::super::SafeTx;
use super::Findings;
use crate::text::Problem;

impl SafeTx {
    /// Owners and threshold after this transaction, of a Safe that is `now` so. Code run as the Safe's own is taken for
    /// MultiSendCallOnly, or for nothing.
    ///
    /// # Errors
    /// The position of the call that would revert, and its code.
    pub fn owners_after(&self, version: &str, now: &SafeState) -> Result<SafeState, (usize, &'static str)> {
        let mut state = now.clone();
        for (i, tx) in self.plain_calls(version).iter().enumerate() {
            if let Some(call) = OwnerCall::of(tx).filter(|_| self.called(version, tx.to) == self.safe) {
                state = state.run(self.safe, call).map_err(|code| (i, code))?;
            }
        }
        Ok(state)
    }
}

pub(super) fn judge(tx: &SafeTx, version: &str, now: &SafeState, findings: &mut Findings) {
    if let Err((i, code)) = tx.owners_after(version, now) {
        let at = if tx.is_batch(version) { format!("[{i}]") } else { String::new() };
        findings.error(&at, Problem::finding("tx-owners-revert").with("code", code));
    }
}
