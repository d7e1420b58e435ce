//! `derive XPUB`: the addresses of an account xpub.

use std::ops::Range;
use std::process::ExitCode;

use clap::Args;
use rayon::prelude::*;

use super::meter::Meter;
use super::{Output, save};
use crate::keys::derive::{Child, addresses};
use crate::keys::{AccountXpub, Address, HARDENED};
use crate::text::{Message, Problem};

/// So many addresses are derived, written and forgotten at a time.
const BATCH: usize = 1 << 16;

/// So many lines are made by one thread at a time.
const LINES: usize = 1 << 10;

/// Child addresses of an account xpub.
#[derive(Args)]
pub(super) struct Derive {
    /// The account's extended public key, at m/44'/60'/a'.
    #[arg(value_name = "XPUB")]
    xpub: String,
    /// Index of the first address.
    #[arg(long, value_name = "N", default_value_t = 0)]
    start: u64,
    /// How many addresses.
    #[arg(long, value_name = "N", default_value_t = 10)]
    count: u64,
    /// One JSON document instead of lines.
    #[arg(long)]
    json: bool,
}

impl Derive {
    pub(super) fn run(&self, output: &Output) -> Result<ExitCode, Problem> {
        let account: AccountXpub = self.xpub.parse()?;
        let listing = Listing { account: &account, indices: self.indices()?, json: self.json };
        if listing.write(&mut Meter::new(output, self.count))? && !self.json {
            output.progress(&Message::new("derive-note").with("account", account.account()));
        }
        Ok(ExitCode::SUCCESS)
    }

    /// The indices asked for: at least one, and none hardened.
    fn indices(&self) -> Result<Range<u32>, Problem> {
        let end = self.start.checked_add(self.count).filter(|end| *end <= u64::from(HARDENED));
        match (u32::try_from(self.start), end.map(u32::try_from)) {
            (Ok(start), Some(Ok(end))) if start < end => Ok(start..end),
            _ => Err(Problem::unusable("derive-range")
                .with("start", self.start)
                .with("count", self.count)
                .with("last", HARDENED - 1)),
        }
    }
}

/// What is written: the addresses at m/44'/60'/a'/0/i for these i.
struct Listing<'a> {
    account: &'a AccountXpub,
    indices: Range<u32>,
    json: bool,
}

impl Listing<'_> {
    /// Writes all of it, and tells whether anybody read to the end.
    fn write(&self, meter: &mut Meter) -> Result<bool, Problem> {
        let (head, tail) = if self.json { ("[", "\n]\n") } else { ("", "") };
        let mut read = save::to_stdout(head.as_bytes())?;
        for start in self.indices.clone().step_by(BATCH) {
            if !read {
                return Ok(false);
            }
            let end = self.indices.end.min(start + BATCH as u32);
            read = save::to_stdout(&self.lines(start..end)?)?;
            meter.at(u64::from(end - self.indices.start));
        }
        Ok(read && save::to_stdout(tail.as_bytes())?)
    }

    fn lines(&self, indices: Range<u32>) -> Result<Vec<u8>, Problem> {
        let child = |index| Child { account: self.account, change: 0, index };
        let children: Vec<_> = indices.map(child).collect();
        let addresses = addresses(&children)?.into_iter().collect::<Result<Vec<_>, _>>()?;
        let chunks = children.par_chunks(LINES).zip(addresses.par_chunks(LINES));
        let texts = chunks.map(|(children, addresses)| {
            let lines =
                children.iter().zip(addresses).map(|(child, address)| self.line(child.index, address));
            lines.collect::<String>().into_bytes()
        });
        Ok(texts.collect::<Vec<_>>().concat())
    }

    fn line(&self, index: u32, address: &Address) -> String {
        if self.json {
            let comma = if index == self.indices.start { "" } else { "," };
            return format!("{comma}\n{{\"index\":{index},\"address\":\"{address}\"}}");
        }
        let path = format!("m/44'/60'/{}'/0/{index}", self.account.account());
        let last = self.indices.end - 1;
        let wide = path.len() - digits(index) + digits(last);
        format!("{index:>0$}  {path:<wide$}  {address}\n", digits(last))
    }
}

/// How many decimal digits a number has.
fn digits(number: u32) -> usize {
    number.checked_ilog10().unwrap_or(0) as usize + 1
}
