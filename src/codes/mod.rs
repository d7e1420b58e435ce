//! Codes that carry text and files across an air gap: QR codes as modules, their pictures, what is put into them, frames of
//! BC-UR where one code is not enough, and files out of such frames.

pub mod account;
mod code;
mod content;
pub mod eip681;
mod frames;
mod join;
mod picture;
mod resource;
#[cfg(test)]
pub mod scanner;
mod terminal;

pub use code::{Code, Level, QUIET, VERSION_MAX, alphanumeric_capacity, size_of};
pub use content::{Content, Kind};
pub use frames::{FILE_MAX, Frames, FramesError, Layout};
pub use join::{Join, Message, State};
pub use picture::{escaped, png, svg};
pub use terminal::{Blocks, extent, lines, most_version};
