//! Plans as a whole: the shipped ones, and random ones.

mod random;
pub(super) mod sample;
mod shipped;
