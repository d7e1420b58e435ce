//! Giving up while a device is awaited.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Raised by whoever watches the laptop's keyboard, looked at by whatever waits for the device. Clones share it.
#[derive(Clone, Debug, Default)]
pub struct CancelFlag(Arc<AtomicBool>);

impl CancelFlag {
    /// Asks the waiting call to give up.
    pub fn raise(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Takes back what was asked: a new call is not given up for an old one's sake.
    pub fn lower(&self) {
        self.0.store(false, Ordering::SeqCst);
    }

    /// Whether it was raised; lowers it.
    pub fn take(&self) -> bool {
        self.0.swap(false, Ordering::SeqCst)
    }
}
