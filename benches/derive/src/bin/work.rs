//! Makes the work for the others, from a published test seed: `xpub` prints the account xpub, `signatures COUNT` so many
//! messages with their signatures.

use gishiki::keys::{Root, Secret, Seed, SeedForm};
use gishiki_bench_derive::number;

const HARDENED: u32 = 1 << 31;

/// The wallet without a passphrase of the seed that Trezor's own emulator is tested with.
fn wallet() -> Root {
    let words = Secret::new(["all"; 12].join(" "));
    let seed = Seed::parse(SeedForm::Bip39, &words).expect("a seed");
    seed.open(&Secret::new(String::new())).expect("a wallet")
}

fn main() {
    let args: Vec<_> = std::env::args().skip(1).collect();
    let wallet = wallet();
    let account = [44 | HARDENED, 60 | HARDENED, HARDENED];
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["xpub"] => println!("{}", wallet.node(&account).expect("a key").xpub),
        ["signatures", count] => {
            for index in 0..number::<u32>(count) {
                let message = format!("bench statement {index}, as long as those of a ceremony mostly are, in ASCII");
                let path = [&account[..], &[0, index]].concat();
                println!("{message}\t{}", wallet.sign(&path, message.as_bytes()).expect("a signature"));
            }
        }
        _ => panic!("usage: xpub | signatures COUNT"),
    }
}
