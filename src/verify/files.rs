//! Which files there are, and those that follow from others.

use std::collections::{BTreeMap, BTreeSet};

use super::checks::{DERIVED, FILES, SUMS};
use super::{Case, Report};
use crate::manifest::{Layout, derived};
use crate::text::Message;

/// `V-FILES`, `V-SUMS`, `V-DERIVED`.
pub fn check(case: &Case, report: &mut Report) {
    let members = case.plan.members();
    let public = derived::public_files(&case.plan, &members, true);
    let sealed =
        if case.bundle.has_sealed() { derived::sealed_files(&case.plan, &members, true) } else { Vec::new() };
    present(case, &public, &sealed, report);
    // Compared first: reading them gives their digests, too.
    let differing = derived::differing(&case.manifest, case.digest, |name| case.bundle.open(name));
    sums(case, &public, &sealed, report);
    let failures = differing.into_iter().map(|name| Message::new("v-derived-differs").with("file", name));
    report.settle(DERIVED, failures.collect(), Message::new("v-derived-ok"));
}

fn present(case: &Case, public: &[String], sealed: &[String], report: &mut Report) {
    let mut expected: BTreeSet<&str> = public.iter().chain(sealed).map(String::as_str).collect();
    expected.insert(Layout::PUBLIC_SUMS);
    expected.extend(case.bundle.has_sealed().then_some(Layout::SEALED_SUMS));
    let there: BTreeSet<&str> = case.bundle.names().collect();
    let missing = expected.difference(&there).map(|name| Message::new("v-missing").with("file", name));
    let extra = there.difference(&expected).map(|name| Message::new("v-files-extra").with("file", name));
    let ok = Message::new("v-files-ok").count("files", there.len());
    report.settle(FILES, missing.chain(extra).collect(), ok);
    if !case.bundle.has_sealed() {
        report.unchecked(FILES, Message::new("v-no-sealed"));
    }
}

fn sums(case: &Case, public: &[String], sealed: &[String], report: &mut Report) {
    let differs = |(name, files): &(&'static str, &[String])| {
        let digest = |file: &String| Some((file.clone(), case.bundle.digest(file)?));
        let digests: BTreeMap<_, _> = files.iter().filter_map(digest).collect();
        !case.bundle.holds(name, derived::sums(&digests).as_bytes())
    };
    let mut folders = vec![(Layout::PUBLIC_SUMS, public)];
    folders.extend(case.bundle.has_sealed().then_some((Layout::SEALED_SUMS, sealed)));
    let failures = folders.iter().filter(|it| differs(it));
    let failures = failures.map(|(name, _)| Message::new("v-sums-differ").with("file", name)).collect();
    report.settle(SUMS, failures, Message::new("v-sums-ok").count("folders", folders.len()));
}
