//! The files of one ceremony, as everything but the host's edge sees them.

use std::io;

/// A folder whose files are named by relative paths with `/`, e.g. `public/manifest.json`.
/// Every write is durable when the call returns.
pub trait Storage: Send {
    /// A file's bytes; none where there is no such file.
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>>;

    /// Whether a file has exactly these bytes; none where there is no such file.
    fn holds(&self, name: &str, bytes: &[u8]) -> io::Result<Option<bool>> {
        Ok(self.read(name)?.map(|found| found == bytes))
    }

    /// Writes a new file, whole or not at all.
    ///
    /// # Errors
    /// `AlreadyExists` where there is one: nothing is ever overwritten.
    fn create(&mut self, name: &str, bytes: &[u8]) -> io::Result<()>;

    /// Appends to a file, making it where there is none.
    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()>;

    /// Cuts a file to its first `length` bytes: the torn last line of a journal after a power cut.
    fn truncate(&mut self, name: &str, length: u64) -> io::Result<()>;
}
