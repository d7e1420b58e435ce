//! Ctrl-C while a device waits: the first gives up what it waits for, the next ends the program. At any other time the
//! first one ends it, as usual.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::SIGINT;
use signal_hook::flag;

use crate::text::Kind;

/// The watch over Ctrl-C.
pub struct Interrupt {
    /// Raised by Ctrl-C; where it was raised before, Ctrl-C ends the program.
    raised: Arc<AtomicBool>,
    waits: bool,
}

impl Interrupt {
    /// Takes Ctrl-C over for the rest of the process.
    ///
    /// # Errors
    /// The system refused.
    pub fn watch() -> io::Result<Self> {
        let raised = Arc::new(AtomicBool::new(true));
        flag::register_conditional_shutdown(SIGINT, Kind::Stopped.exit_status().into(), raised.clone())?;
        // Second, so that the first Ctrl-C while a device waits only raises it.
        flag::register(SIGINT, raised.clone())?;
        Ok(Self { raised, waits: false })
    }

    /// A device waits from now on, or no longer.
    pub fn device_waits(&mut self, waits: bool) {
        self.waits = waits;
        self.raised.store(!waits, Ordering::SeqCst);
    }

    /// Whether the person gave up what the device waits for.
    pub fn gives_up(&self) -> bool {
        self.waits && self.raised.load(Ordering::SeqCst)
    }
}
