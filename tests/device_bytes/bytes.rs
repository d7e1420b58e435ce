//! Arbitrary bytes, taken piece by piece. Where none are left, zeros and empty parts come.

// Every target uses some of it.
#![allow(dead_code)]

use std::collections::VecDeque;
use std::time::Duration;

use gishiki::device::trezor::{CHUNK, Chunk, Chunks};
use trezor_client::transport::error::Error;

pub struct Bytes<'b>(pub &'b [u8]);

impl<'b> Bytes<'b> {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// A part after its length in two bytes.
    pub fn part(&mut self) -> &'b [u8] {
        let length = usize::from(u16::from_be_bytes([self.byte(), self.byte()]));
        let (part, rest) = self.0.split_at(length.min(self.0.len()));
        self.0 = rest;
        part
    }
}

/// Writes a part as [`Bytes::part`] reads it.
pub fn part(bytes: &[u8]) -> Vec<u8> {
    [&u16::try_from(bytes.len()).unwrap().to_be_bytes(), bytes].concat()
}

/// These chunks, and then nothing.
pub struct Said(pub VecDeque<Chunk>);

impl Said {
    /// The bytes as they lie, the last chunk filled up with zeros.
    pub fn of(bytes: &[u8]) -> Self {
        let chunk = |part: &[u8]| {
            let mut chunk = [0; CHUNK];
            chunk[..part.len()].copy_from_slice(part);
            chunk
        };
        Self(bytes.chunks(CHUNK).map(chunk).collect())
    }
}

impl Chunks for Said {
    fn write(&mut self, _: &Chunk) -> Result<(), Error> {
        Ok(())
    }

    fn read(&mut self, _: Duration) -> Result<Option<Chunk>, Error> {
        Ok(self.0.pop_front())
    }
}
