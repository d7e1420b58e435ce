//! Faces: what a person sees and answers. `presentation/` says it in words; `headless`, `plain/` and `tui/` bring it
//! to people and back.

mod headless;
pub mod presentation;

pub use headless::Headless;
