//! Trezor, over its wire messages: protocol v1 of trezor-firmware (common/protob), by way of trezor-client. Its own
//! helpers are not used: they answer a passphrase request with entry on the device whatever was asked, know no PIN
//! matrix, wait for ever, and log secrets.

mod answer;
mod channel;
mod driver;
mod exchange;
mod failure;
mod features;
pub(in crate::device) mod frame;
mod link;
pub mod models;
mod target;
#[cfg(test)]
mod tests;
mod typed_data;
pub(in crate::device) mod udp;
mod usb;

pub use channel::{Channel, Port};
pub use driver::Driver;
pub use features::{ALWAYS_ON_DEVICE, BACKUP_TYPE};
pub use frame::{CHUNK, Chunk, Chunks, Framed, split};
pub use link::Patience;
pub use target::Target;
pub use usb::{UsbPlace, usb_places};
