//! What witnesses signed. A manifest holds without any; those that the plan names are counted.

use super::checks::WITNESS;
use super::{Case, Report};
use crate::keys::{Address, Signature};
use crate::manifest::{Layout, Unfit, WitnessEntry};
use crate::plan::WitnessMeans;
use crate::text::Message;

/// `V-WITNESS`: the manifest's witnesses are the plan's; each statement is word for word, and signed by the key that the
/// manifest names, which nobody else has. What nothing here tells is said of each.
pub fn check(case: &Case, report: &mut Report) {
    let mut failures = Vec::new();
    if case.manifest.witnesses != WitnessEntry::all_of(&case.plan, case.manifest.ceremony.rehearsal) {
        failures.push(Message::new("v-witness-list"));
    }
    let mut limits = Vec::new();
    let mut signers = Vec::new();
    for (entry, file, statement) in case.manifest.witness_statements(case.digest) {
        if !case.bundle.holds(&file, statement.as_bytes()) {
            failures.push(Message::new("v-statement-differs").with("file", &file));
        }
        match entry.signs {
            WitnessMeans::Paper => limits.push(Message::new("v-witness-paper").with("name", &entry.name)),
            WitnessMeans::Key => match signed(case, entry, &file, &statement) {
                Err(failure) => failures.push(failure),
                Ok(signer) => {
                    signers.push((entry.name.as_str(), signer));
                    if entry.address.is_none() {
                        let message = Message::new("v-witness-told").with("name", &entry.name);
                        limits.push(message.with("signer", signer));
                    }
                }
            },
        }
    }
    failures.extend(signers.iter().filter_map(|(name, signer)| unfit(case, name, *signer, &signers)));
    let count = case.manifest.witnesses.len();
    let well = failures.is_empty();
    let id = if count == 0 { "v-witness-none" } else { "v-witness-ok" };
    report.settle(WITNESS, failures, Message::new(id).count("witnesses", count));
    for limit in limits.into_iter().filter(|_| well) {
        report.unchecked(WITNESS, limit);
    }
}

/// Why the one who signed is no witness.
fn unfit(case: &Case, name: &str, signer: Address, signers: &[(&str, Address)]) -> Option<Message> {
    let about = |id: &'static str| Message::new(id).with("name", name).with("signer", signer);
    Some(match case.manifest.unfit_witness(name, signer, signers)? {
        Unfit::Taken(other) => about("v-witness-taken").with("other", other),
        Unfit::Published => about("v-witness-published"),
    })
}

/// Who signed a witness's statement.
fn signed(case: &Case, entry: &WitnessEntry, statement: &str, text: &str) -> Result<Address, Message> {
    let file = Layout::signature(statement);
    let malformed =
        |reason: String| Message::new("v-signature-form").with("file", &file).with("reason", reason);
    let bytes = case
        .bundle
        .get(&file)
        .ok_or_else(|| Message::new("v-witness-missing").with("name", &entry.name).with("file", &file))?;
    let written = std::str::from_utf8(&bytes).map_err(|_| malformed("not text".to_owned()))?;
    let signature: Signature = written.parse().map_err(|error| malformed(format!("{error}")))?;
    let signer = signature.signer(text.as_bytes()).map_err(|error| malformed(error.to_string()))?;
    if let Some(expected) = entry.address.filter(|expected| *expected != signer) {
        let message = Message::new("v-signature-other").with("file", &file);
        return Err(message.with("signer", signer).with("expected", expected));
    }
    Ok(signer)
}
