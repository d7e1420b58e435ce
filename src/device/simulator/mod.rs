//! A Trezor in software: answers the real protobuf messages as the core firmware 2.12 does (trezor-firmware
//! core/src), from test seeds. It holds no key that is worth anything, and says so: `Features.fw_vendor` is `EMULATOR`.
//!
//! What a ceremony and its faults meet is simulated, message by message and screen by screen, and what trezorlib asks
//! to open a wallet; settings, recovery, transactions, typed data with arrays or structs in it and other coins are not:
//! their messages are answered as unknown ones.

mod authority;
mod bitcoin;
mod bus;
mod cable;
mod config;
mod core;
mod decode;
mod ethereum;
mod features;
mod genuine;
mod halt;
mod hand;
mod interaction;
mod node;
mod panel;
mod recovery;
mod screen;
mod server;
mod sessions;
mod slot;
#[cfg(test)]
mod tests;
mod typed_data;
mod unlock;

use std::sync::Arc;
use std::thread;

pub use cable::Cable;
pub use config::{Model, SimulatorConfig};
pub use hand::Hand;
pub use panel::Panel;
pub use screen::{Button, Kind, Screen};
pub use server::{ListenError, Served, Server};
pub use slot::PanelSlot;

use self::bus::{Bus, Holder};
use self::core::Core;

/// Plugs a simulated Trezor in. The panel is both the person's side and the port that a driver connects to.
pub fn start(config: SimulatorConfig) -> Panel {
    let bus = Arc::new(Bus::new());
    let mut core = Core::new(bus.clone(), config);
    thread::spawn(move || core.run());
    Panel::new(Arc::new(Holder(bus)))
}
