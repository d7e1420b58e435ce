//! The laptop: folders, the clock, the binary, randomness, and where devices are plugged in.

pub mod bench;
mod entropy;
mod facts;
mod folder;
mod paths;

pub use entropy::entropy;
pub use facts::{FixedFacts, LaptopFacts};
pub use folder::{Folder, NewFolder};
pub use paths::{default_folder, drill_folder, free_folder};
