//! Plans as a whole: the shipped ones, and random ones.

mod random;
mod sample;
mod shipped;
