//! The proof that a plan was linted.

use std::ops::Deref;

use super::{Finding, Plan};

/// A plan without lint errors, with its warnings. Only [`read`](super::read) makes one, so whoever holds it need not
/// check again, and can say what the team should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linted {
    plan: Plan,
    warnings: Vec<Finding>,
    accepted: Vec<(Finding, String)>,
}

impl Linted {
    pub(super) fn new(plan: Plan, warnings: Vec<Finding>, accepted: Vec<(Finding, String)>) -> Self {
        Self { plan, warnings, accepted }
    }

    /// What the team should know, and has not accepted, in the file's order.
    pub fn warnings(&self) -> &[Finding] {
        &self.warnings
    }

    /// What the plan accepts by name, each with its reason.
    pub fn accepted_warnings(&self) -> &[(Finding, String)] {
        &self.accepted
    }
}

impl Deref for Linted {
    type Target = Plan;

    fn deref(&self) -> &Plan {
        &self.plan
    }
}
