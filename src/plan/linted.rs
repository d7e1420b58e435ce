//! The proof that a plan was linted.

use std::ops::Deref;

use super::Plan;

/// A plan without lint errors. Only [`read`](super::read) makes one, so whoever holds it need not check again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linted(Plan);

impl Linted {
    pub(super) fn new(plan: Plan) -> Self {
        Self(plan)
    }
}

impl Deref for Linted {
    type Target = Plan;

    fn deref(&self) -> &Plan {
        &self.0
    }
}
