//! A folder in memory, for rules tried without a disk and for faults injected through it.

use std::collections::BTreeMap;
use std::io;

use super::Storage;

/// Files in memory; optionally the power goes after a number of writes.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    /// The files, by name.
    pub files: BTreeMap<String, Vec<u8>>,
    /// How many more writes succeed; none for all.
    pub writes_left: Option<usize>,
}

impl Memory {
    fn spend(&mut self) -> io::Result<()> {
        match &mut self.writes_left {
            Some(0) => Err(io::Error::other("the power is gone")),
            Some(left) => {
                *left -= 1;
                Ok(())
            }
            None => Ok(()),
        }
    }
}

impl Storage for Memory {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        Ok(self.files.get(name).cloned())
    }

    fn holds(&self, name: &str, bytes: &[u8]) -> io::Result<Option<bool>> {
        Ok(self.files.get(name).map(|found| found == bytes))
    }

    fn create(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        if self.files.contains_key(name) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        self.spend()?;
        self.files.insert(name.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.spend()?;
        self.files.entry(name.to_owned()).or_default().extend_from_slice(bytes);
        Ok(())
    }

    fn truncate(&mut self, name: &str, length: u64) -> io::Result<()> {
        self.spend()?;
        if let Some(file) = self.files.get_mut(name) {
            file.truncate(usize::try_from(length).unwrap_or(usize::MAX));
        }
        Ok(())
    }
}
