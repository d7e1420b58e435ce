//! What a person reads, without a thought of the terminal: shared by all faces.

mod briefing;
mod device;
mod exception;
mod fact;
mod header;
mod journal;
mod moment;
mod page;
mod progress;
mod question;
mod safe_tx;
#[cfg(test)]
pub(in crate::ui) mod tests;
pub mod wrap;

pub use briefing::Briefing;
pub use device::{button, page_of, passphrase_state, rehearsal_text, screen_lines, typed_state};
pub use exception::{
    EXCEPTION_LABELS, EXCEPTION_MAX, exception, line as exception_line, takes as exception_takes,
};
pub use fact::{Fact, Value};
pub use header::Header;
pub use journal::journal_line;
pub use moment::{page, waiting};
pub use page::Page;
pub use progress::{progress, progress_in};
pub use question::{Asked, Pick, trouble};
