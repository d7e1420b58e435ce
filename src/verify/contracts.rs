//! Every Safe and split again, from the plan and the addresses.

use super::checks::CONTRACT;
use super::{Case, Report};
use crate::manifest::{ContractEntry, Layout};
use crate::text::Message;

/// `V-CONTRACT`: entries compared whole, files byte by byte.
pub fn check(case: &Case, report: &mut Report) {
    let told = &case.manifest.contracts;
    let failures = match case.expected() {
        Err(problem) => vec![problem.cause()],
        Ok((manifest, files)) => {
            let mut failures = Vec::new();
            if !names(&manifest.contracts).eq(names(told)) {
                failures.push(Message::new("v-contract-list"));
            }
            for (entry, told) in manifest.contracts.iter().zip(told) {
                if entry != told {
                    failures.push(Message::new("v-contract-differs").with("name", entry.name()));
                }
            }
            for file in files {
                let name = Layout::contract(&file.name);
                if !case.bundle.holds(&name, &file.bytes) {
                    failures.push(Message::new("v-contract-file").with("file", name));
                }
            }
            failures
        }
    };
    report.settle(CONTRACT, failures, Message::new("v-contract-ok").count("contracts", told.len()));
    if !told.is_empty() {
        report.unchecked(CONTRACT, Message::new("v-contract-chain"));
    }
}

fn names(entries: &[ContractEntry]) -> impl Iterator<Item = &str> {
    entries.iter().map(ContractEntry::name)
}
