//! How a carried wallet's passphrase was typed, and its tier: what its earlier part says, whatever a later plan would like.

use gishiki::ceremony::{carried_files, earlier_parts};
use gishiki::journal::Memory;
use gishiki::manifest::Heading;
use gishiki::text::{Catalog, Lang};
use gishiki::verify::{Outcome, Report};

use super::lineage::{next, trusting};
use super::maker::*;

const WALLET: &str =
    "name = \"PersonalPayout3\"\ncustodian = \"member-3\"\nseed = \"seed-3\"\ntier = 4\nentry = \"";

/// What the report says of passphrases that a laptop saw: the ceremony, where it is an earlier one, and the wallets.
fn told_typed(report: &Report) -> Vec<String> {
    let of = |it: &&Outcome| it.detail.id().starts_with("v-wallets-laptop");
    let english = Catalog::new(Lang::En);
    report.outcomes.iter().filter(of).map(|it| english.say(&it.detail)).collect()
}

#[test]
fn a_passphrase_typed_on_the_laptop_is_named_as_long_as_its_wallet_is_carried() {
    let host = TEAM.replace(&format!("{WALLET}device"), &format!("{WALLET}host"));
    let one = rehearse(&host);
    let report = judge_rehearsal(&one);
    assert!(report.ok(), "{}", report.json());
    let here = "By the signed parts, these passphrases were typed on the laptop: member-3/PersonalPayout3.";
    assert_eq!(told_typed(&report), [here]);
    let text = next(&one, &[]);
    let two = rehearse_after(&text, &one);
    for report in [judge(&two, &trusting(&[&one])), judge(&public(&two), &rehearsal())] {
        assert!(report.ok(), "{}", report.json());
        let then = here.replace("parts,", "parts of ceremony 1,");
        assert_eq!(told_typed(&report), [then]);
    }
    // A plan that says otherwise is not begun.
    for (from, to) in [("tier = 4\nentry = \"host", "tier = 4\nentry = \"device"), ("tier = 4", "tier = 1")] {
        let place = text.find("name = \"PersonalPayout3\"").unwrap();
        let other = format!("{}{}", &text[..place], text[place..].replacen(from, to, 1));
        assert_ne!(other, text);
        let carried = carried_files(&plan(&other), &Memory { files: one.clone(), ..Memory::default() });
        let folder = Memory { files: carried.unwrap().into_iter().collect(), ..Memory::default() };
        let refused = earlier_parts(&folder, &plan(&other), &Heading::of(&plan(&other), true)).unwrap_err();
        assert_eq!(refused.id(), "carried-refused");
        assert!(format!("{refused:?}").contains("typed"), "{refused:?}");
    }
}
