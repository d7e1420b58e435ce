//! Faces: what a person sees and answers.

mod headless;

pub use headless::Headless;
