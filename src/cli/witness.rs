//! `witness DIR`: what a witness signed about the manifest, recorded.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::Output;
use super::running::read_plan;
use crate::ceremony::{HostFacts, Testimony, recall, waiting_for, witness};
use crate::host::{FixedFacts, Folder, LaptopFacts};
use crate::keys::Signature;
use crate::text::{Message, Problem};

/// What a witness signed about the manifest, recorded
#[derive(Args)]
pub struct Witness {
    /// The team's folder
    dir: PathBuf,
    /// The plan
    #[arg(long)]
    plan: PathBuf,
    /// The witness's name in the plan
    #[arg(long)]
    name: String,
    /// The signature on public/statements/witness.NAME.txt, as EIP-191 personal message
    #[arg(long, value_name = "0x…", required_unless_present = "paper", conflicts_with = "paper")]
    signature: Option<String>,
    /// The printed statement was signed by hand, before those who are here
    #[arg(long)]
    paper: bool,
}

impl Witness {
    /// Runs the verb.
    ///
    /// # Errors
    /// The signature is not this witness's on this manifest, was recorded before, or comes too early.
    pub fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        let (plan, _) = read_plan(&self.plan)?;
        let mut folder = Folder::new(&self.dir);
        let (begun, _) = recall(&folder, &plan)?;
        let host: Box<dyn HostFacts> =
            if begun.ceremony.rehearsal { Box::new(FixedFacts) } else { Box::new(LaptopFacts::gather()) };
        let testimony = match &self.signature {
            Some(text) => Testimony::Signature(signature(text)?),
            None => Testimony::Paper,
        };
        let done = witness(&mut folder, host.as_ref(), &plan, &begun, &self.name, &testimony)?;
        let id = match done.signer {
            None => "witness-recorded-paper",
            Some(_) if done.planned => "witness-recorded",
            Some(_) => "witness-recorded-told",
        };
        let signer = done.signer.map_or(String::new(), |signer| signer.to_string());
        output.say(&Message::new(id).with("name", &self.name).with("signer", signer));
        let lacks = waiting_for(&folder, &plan)?;
        output.say(&if lacks.is_empty() && done.closed {
            Message::new("run-complete").with("folder", self.dir.display())
        } else {
            Message::new("run-lacks").with("names", lacks.join(", "))
        });
        Ok(ExitCode::SUCCESS)
    }
}

/// Programs write the digits in either case, and some end with 00 or 01 where others have 1b or 1c: it is one signature,
/// and kept in its one form.
fn signature(text: &str) -> Result<Signature, Problem> {
    let mut text = text.trim().to_ascii_lowercase();
    if text.len() == 132 {
        for (other, form) in [("00", "1b"), ("01", "1c")] {
            if let Some(start) = text.strip_suffix(other) {
                text = format!("{start}{form}");
                break;
            }
        }
    }
    text.parse().map_err(|error| Problem::unusable("witness-form").with("reason", error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::test_witness::{rehearsal_witness, sign_as_rehearsal_witness};

    #[test]
    fn every_usual_writing_of_a_signature_is_read() {
        let made = sign_as_rehearsal_witness("auditor", b"abc");
        let text = made.to_string();
        let old = format!("{}{:02x}", &text[..130], made.as_bytes()[64] - 27);
        for written in [text.clone(), text.to_uppercase(), format!("{text}\n"), old] {
            let read = signature(&written).unwrap();
            assert_eq!(read, made, "{written}");
            assert_eq!(read.signer(b"abc"), Ok(rehearsal_witness("auditor")));
        }
        for wrong in ["", "0x", &text[2..], &text[..130], &format!("{}1d", &text[..130])] {
            assert_eq!(signature(wrong).unwrap_err().id(), "witness-form", "{wrong}");
        }
    }
}
