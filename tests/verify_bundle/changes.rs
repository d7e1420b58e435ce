//! What changes of contracts that stand: their addresses never, their owners and recipients by calls.

use std::sync::OnceLock;

use gishiki::keys::Digest;
use gishiki::manifest::{BatchEntry, ContractEntry, Layout, Manifest};
use gishiki::verify::{Evidence, Previous, Report, Verdict};

use super::maker::*;

/// An owner who joins: no published address.
const NEW: &str = "[[external]]\nname = \"owner-4\"\nlabel = \"Owner 4\"\n\
                   address = \"0x00000000219ab540356cBB839Cbe05303d7705Fa\"\n\n";

/// The team's next plan: member 3 leaves the treasury, and the split pays the pool more.
fn next(first: &Files, safe: &str, split: &str) -> String {
    let previous = Digest::of(&first[Layout::MANIFEST]);
    let text = TEAM
        .replace("sequence = 1", "sequence = 2")
        .replace("previous = \"none\"", &format!("previous = \"{previous}\""))
        .replace("[[external]]\nname = \"rocket", &format!("{NEW}[[external]]\nname = \"rocket"))
        .replacen(
            "salt_nonce = \"0\"\nchains = [1]\n",
            &format!("salt_nonce = \"0\"\nchains = [1]\n{safe}\n"),
            1,
        );
    text.replace("# ---- What the Safes send", &format!("{split}\n# ---- What the Safes send"))
}

const SAFE_NEXT: &str = "[safe.next]\nowners = [\"owner-1\", \"owner-4\"]\nthreshold = 2\n";

const SPLIT_NEXT: &str = "[split.next]\nowner = \"operations\"\nincentive = 0\n\
    [[split.next.recipient]]\nto = \"team-funds\"\nshare = 2\n[[split.next.recipient]]\nto = \"payout-1\"\nshare = 8\n";

/// The plan by which owners and recipients change, and its rehearsal.
pub fn rotated() -> &'static (String, Files) {
    static ROTATED: OnceLock<(String, Files)> = OnceLock::new();
    ROTATED.get_or_init(|| {
        let text = next(team(), SAFE_NEXT, SPLIT_NEXT);
        let files = rehearse(&text);
        (text, files)
    })
}

fn evidence(previous: &Files) -> Evidence {
    Evidence { previous: vec![Previous::new(&previous[Layout::MANIFEST]).unwrap()], ..rehearsal() }
}

fn batch<'a>(manifest: &'a Manifest, name: &str) -> &'a BatchEntry {
    manifest.batches.iter().find(|batch| batch.name == name).unwrap()
}

fn whats(batch: &BatchEntry) -> Vec<&str> {
    batch.calls.iter().map(|call| call.what.as_str()).collect()
}

#[test]
fn rotating_owners_and_recipients_predicts_no_other_contract() {
    let changed = &rotated().1;
    let report = judge(changed, &evidence(team()));
    assert!(report.ok(), "{}", report.json());
    let (old, new) = (manifest(team()), manifest(changed));
    let addresses = |it: &Manifest| it.contracts.iter().map(ContractEntry::address).collect::<Vec<_>>();
    assert_eq!(addresses(&old), addresses(&new));

    // The one who joins takes the place of one who leaves; the other leaves.
    let treasury = batch(&new, "treasury");
    assert_eq!(whats(treasury), ["owner owner-4 in place of owner-2", "owner owner-3 leaves, threshold 2"]);
    assert_eq!((treasury.from_name.as_str(), treasury.changes.as_deref()), ("treasury", Some("treasury")));
    let ContractEntry::Safe(safe) = &new.contracts[0] else { panic!() };
    assert_eq!(safe.owner_names, ["owner-1", "owner-2", "owner-3"]);
    assert_eq!(safe.before.as_ref().unwrap().owner_names, ["owner-1", "owner-2", "owner-3"]);
    assert_eq!(safe.present.as_ref().unwrap().owner_names, ["owner-1", "owner-4"]);

    let split = batch(&new, "reward-split");
    // The new owner, too, must stand before it is given the split in one step.
    assert_eq!(split.needs, ["treasury", "operations", "reward-split"]);
    assert_eq!(split.calls[1].what, "owner operations in place of treasury");
    assert!(split.calls[0].what.contains("team-funds 2/10"), "{}", split.calls[0].what);
    // What is distributed afterwards is distributed by the new shares.
    let distribute = |it: &Manifest| batch(it, "share-rewards").calls[1].data.clone();
    assert_ne!(distribute(&old), distribute(&new));
}

/// What only something outside the bundle could tell.
fn unchecked(report: &Report) -> Vec<String> {
    report.of(Verdict::Unchecked).map(|outcome| outcome.detail.id().to_owned()).collect()
}

#[test]
fn a_contract_stands_as_the_previous_manifest_left_it() {
    let changed = rehearse(&next(team(), SAFE_NEXT, ""));
    let third = |now: &str| {
        let now = format!("[safe.now]\nowners = [{now}]\nthreshold = 2\n");
        rehearse(&next(&changed, &now, "").replace("sequence = 2", "sequence = 3"))
    };
    let report = judge(&third("\"owner-1\", \"owner-4\""), &evidence(&changed));
    assert!(report.ok(), "{}", report.json());
    assert!(unchecked(&report).iter().all(|message| message != "v-sequence-elsewhere"));
    // Or as the plan says that it was changed since: then that is said.
    for other in ["\"owner-4\", \"owner-1\"", "\"owner-1\", \"owner-2\""] {
        let report = judge(&third(other), &evidence(&changed));
        assert!(report.ok() && unchecked(&report).contains(&"v-sequence-elsewhere".to_owned()), "{other}");
    }
    // But not as if nothing had been changed, even where something is to be changed now.
    let next_alone = rehearse(&next(&changed, SAFE_NEXT, "").replace("sequence = 2", "sequence = 3"));
    assert_eq!(judge(&next_alone, &evidence(&changed)).failed(), ["V-SEQUENCE"]);
    let forgotten = rehearse(&next(&changed, "", "").replace("sequence = 2", "sequence = 3"));
    assert_eq!(judge(&forgotten, &evidence(&changed)).failed(), ["V-SEQUENCE"]);
}

#[test]
fn a_contract_keeps_its_address_under_its_name() {
    let other = next(team(), "", "").replacen("salt_nonce = \"0\"", "salt_nonce = \"7\"", 1);
    let failed = judge(&rehearse(&other), &evidence(team())).failed();
    // Its label is another address's now, and what it was is gone without a word.
    assert_eq!(failed, ["V-UNIQUE", "V-SEQUENCE", "V-RETIRED"]);
}
