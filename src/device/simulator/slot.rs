//! Which simulated device is plugged in now: the bench fills it, faces look into it.

use std::sync::{Arc, Mutex, PoisonError};

use super::Panel;

/// The panel of the device that is plugged in now, shared between the bench and a face.
#[derive(Clone, Default)]
pub struct PanelSlot(Arc<Mutex<Option<Panel>>>);

impl PanelSlot {
    /// A device was plugged in.
    pub fn set(&self, panel: Panel) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(panel);
    }

    /// It was pulled out.
    pub fn clear(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// The device that is plugged in.
    pub fn get(&self) -> Option<Panel> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
