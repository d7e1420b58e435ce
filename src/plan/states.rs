//! A contract at the moments that a plan tells of: created, now, next. Each as if it were a contract of its own, so that one
//! rule judges all of them.

use super::schema::{Safe, Split};

impl Safe {
    /// As it is created, as it stands now, as it shall stand: in this order, those that the plan gives.
    pub fn states(&self) -> Vec<Self> {
        let given = self.now.iter().chain(&self.next).map(|state| Self {
            owners: state.owners.clone(),
            threshold: state.threshold.clone(),
            ..self.clone()
        });
        std::iter::once(self.clone()).chain(given).collect()
    }
}

impl Split {
    /// As [`Safe::states`].
    pub fn states(&self) -> Vec<Self> {
        let given = self.now.iter().chain(&self.next).map(|state| Self {
            owner: state.owner.clone(),
            incentive: state.incentive.clone(),
            recipient: state.recipient.clone(),
            ..self.clone()
        });
        std::iter::once(self.clone()).chain(given).collect()
    }
}
