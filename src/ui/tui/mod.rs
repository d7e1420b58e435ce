//! The screen (Elm's habit): a model, a pure update, views. The ceremony runs on the caller's thread and talks to a
//! [`Stage`]; the terminal is read and drawn on a thread of its own.

mod form;
mod frames;
mod hangup;
mod model;
mod run;
mod stage;
mod terminal;
#[cfg(test)]
mod tests;
mod update;
mod view;

pub use frames::{Shown, play};
pub use run::run;
