//! What was tried, written for other verifiers to judge: `TAMPERING_FOLDER` names the folder. Every file is kept once, by
//! its digest, since most variants share most of theirs.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use gishiki::keys::Digest;
use gishiki::manifest::canonical;
use gishiki::verify::{Evidence, Report};
use serde_json::json;

use super::maker::{Files, TESTNET};
use super::world::ages;

static FOLDER: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
    let folder = PathBuf::from(std::env::var_os("TAMPERING_FOLDER")?);
    fs::create_dir_all(folder.join("files")).unwrap();
    fs::create_dir_all(folder.join("cases")).unwrap();
    // A plan that an auditor brings is told by its digest.
    let plans = ages().iter().map(|age| age.plan).chain([TESTNET]);
    plans.for_each(|text| drop(kept(&folder, text.as_bytes())));
    Some(folder)
});

/// Writes one variant with its verdict, where somebody wants it.
pub fn record(name: &str, files: &Files, evidence: &Evidence, report: &Report) {
    let Some(folder) = &*FOLDER else { return };
    let names: BTreeMap<&String, String> = files.iter().map(|(name, it)| (name, kept(folder, it))).collect();
    let previous =
        evidence.previous.iter().map(|it| kept(folder, &canonical::to_bytes(&it.manifest).unwrap()));
    let case = json!({
        "name": name,
        "files": names,
        "plan": evidence.plan.as_ref().map(|plan| plan.digest.to_string()),
        "previous": previous.collect::<Vec<_>>(),
        "rehearsal": evidence.rehearsal,
        "signers": evidence.signers.iter().map(|(role, it)| (role, it.to_string())).collect::<BTreeMap<_, _>>(),
        "verdict": report.json(),
    });
    let text = case.to_string();
    fs::write(folder.join(format!("cases/{}.json", Digest::of(text.as_bytes()))), text).unwrap();
}

fn kept(folder: &std::path::Path, bytes: &[u8]) -> String {
    let digest = Digest::of(bytes).to_string();
    let file = folder.join("files").join(&digest);
    // Whoever else writes it at the same time writes the same.
    if !file.exists() {
        fs::write(file, bytes).unwrap();
    }
    digest
}
