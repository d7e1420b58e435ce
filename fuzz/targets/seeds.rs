//! Writes true conversations into `corpus/`, one folder a target, for the fuzzer to begin with.

// The modules are the targets' too; what they check is not called here.
#![allow(dead_code)]

#[path = "../../tests/device_bytes/answers.rs"]
mod answers;
#[path = "../../tests/device_bytes/bytes.rs"]
mod bytes;
#[path = "../../tests/device_bytes/proof.rs"]
mod proof;
#[path = "../../tests/device_bytes/seeds.rs"]
mod seeds;

use std::path::Path;

fn main() -> std::io::Result<()> {
    let corpora = [
        ("frames", seeds::frames()),
        ("answers", seeds::answers()),
        ("questions", seeds::questions()),
        ("proof", seeds::proofs()),
    ];
    for (target, seeds) in corpora {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
        std::fs::create_dir_all(&folder)?;
        for (at, seed) in seeds.iter().enumerate() {
            std::fs::write(folder.join(format!("seed-{at:02}")), seed)?;
        }
    }
    Ok(())
}
