//! Faces: what a person sees and answers. `presentation/` says it in words; `headless`, `plain/` and `tui/` bring it
//! to people and back. `standalone/` is a simulated device without a ceremony.

mod headless;
mod plain;
pub mod presentation;
pub mod standalone;
pub mod tui;
mod typed;

pub use headless::Headless;
pub use plain::{Beside, Plain};
