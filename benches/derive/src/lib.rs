//! What all programs share: the work they are given, and the form of their answers, so that those can be compared.

use std::fs;
use std::io::{self, Write};
use std::str::FromStr;
use std::thread;

/// A signed message: its text and `0x` with 65 bytes in hex.
pub struct Signed {
    pub message: String,
    pub signature: [u8; 65],
}

/// What a program is called with: an account xpub, how many addresses, a file of signed messages.
pub struct Work {
    pub xpub: String,
    pub count: u32,
    pub signed: Vec<Signed>,
}

impl Work {
    /// From the command line: `XPUB COUNT FILE`.
    pub fn read() -> Self {
        let args: Vec<_> = std::env::args().skip(1).collect();
        let [xpub, count, file] = &args[..] else { panic!("usage: XPUB COUNT FILE") };
        Self { xpub: xpub.clone(), count: number(count), signed: signed(file) }
    }
}

pub fn number<T: FromStr>(text: &str) -> T {
    text.parse().unwrap_or_else(|_| panic!("{text} is no number"))
}

/// Reads lines of a message and its signature, with a tabulator between them.
pub fn signed(file: &str) -> Vec<Signed> {
    let text = fs::read_to_string(file).expect("the file of signatures is readable");
    let line = |line: &str| {
        let (message, signature) = line.split_once("\t0x").expect("a tabulator");
        let signature = hex::decode(signature).expect("hex").try_into().expect("65 bytes");
        Signed { message: message.to_owned(), signature }
    };
    text.lines().map(line).collect()
}

/// Does `one` for every item on two threads, which is how many processors the comparison is about; keeps the order.
pub fn on_two_threads<T: Sync, R: Send>(items: &[T], one: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let (first, second) = items.split_at(items.len() / 2);
    let half = |items: &[T]| items.iter().map(&one).collect::<Vec<_>>();
    thread::scope(|scope| {
        let other = scope.spawn(|| half(second));
        let mut all = half(first);
        all.extend(other.join().expect("no thread panics"));
        all
    })
}

/// Writes the addresses as `gishiki derive --json` does, and the signers one a line.
pub fn answer(addresses: &[String], signers: &[String]) {
    let mut text = String::from("[");
    for (index, address) in addresses.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        text += &format!("{comma}\n{{\"index\":{index},\"address\":\"{address}\"}}");
    }
    text += "\n]\n";
    for signer in signers {
        text += signer;
        text.push('\n');
    }
    io::stdout().write_all(text.as_bytes()).expect("stdout is writable");
}
