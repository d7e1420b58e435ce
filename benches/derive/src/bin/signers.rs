//! Our side of the recoveries: the signers of a file of signatures, by Gishiki's library. `FILE`

use std::io::{self, Write};

use gishiki::keys::Signature;
use gishiki_bench_derive::{Signed, on_two_threads, signed};

fn main() {
    let file = std::env::args().nth(1).expect("usage: FILE");
    let signer = |signed: &Signed| {
        let signature = Signature::from_bytes(&signed.signature).expect("a signature in the one form");
        signature.signer(signed.message.as_bytes()).expect("a signer").to_string()
    };
    let signers = on_two_threads(&signed(&file), signer);
    io::stdout().write_all((signers.join("\n") + "\n").as_bytes()).expect("stdout is writable");
}
