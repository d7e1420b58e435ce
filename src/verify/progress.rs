//! How far a judgement came, for somebody who waits.

use std::sync::atomic::{AtomicUsize, Ordering};

/// How far a judgement came. Another thread may look at any time.
#[derive(Debug, Default)]
pub struct Progress {
    members: Count,
    checks: Count,
}

#[derive(Debug, Default)]
struct Count {
    done: AtomicUsize,
    all: AtomicUsize,
}

impl Count {
    fn begin(&self, all: usize) {
        self.done.store(0, Ordering::Relaxed);
        self.all.store(all, Ordering::Relaxed);
    }

    fn tell(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.all.load(Ordering::Relaxed))
    }
}

impl Progress {
    /// Members whose files were read and whose journals were replayed, and how many there are.
    pub fn members(&self) -> (usize, usize) {
        self.members.tell()
    }

    /// Checks that were made, and how many there are.
    pub fn checks(&self) -> (usize, usize) {
        self.checks.tell()
    }

    pub(super) fn begin_members(&self, all: usize) {
        self.members.begin(all);
    }

    pub(super) fn member_done(&self) {
        self.members.done.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn begin_checks(&self, all: usize) {
        self.checks.begin(all);
    }

    pub(super) fn check_done(&self) {
        self.checks.done.fetch_add(1, Ordering::Relaxed);
    }
}
