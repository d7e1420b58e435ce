//! Bundles that are as they should be.

use std::sync::OnceLock;

use gishiki::manifest::Layout;
use gishiki::text::{Catalog, Lang};
use gishiki::verify::{CHECKS, Evidence, Pin, Verdict};

use super::maker::*;

fn unchecked(report: &gishiki::verify::Report) -> Vec<&'static str> {
    report.of(Verdict::Unchecked).map(|outcome| outcome.check).collect()
}

#[test]
fn rehearsals_verify_and_every_check_says_so() {
    for files in [solo(), team()] {
        let report = judge_rehearsal(files);
        assert!(report.ok(), "{}", report.json());
        // A drill is brought beside a bundle.
        for check in CHECKS.into_iter().filter(|check| *check != "V-DRILL") {
            let established = report.of(Verdict::Established).any(|outcome| outcome.check == check);
            assert!(established, "{check}");
        }
        assert_eq!(unchecked(&report), ["V-PLAN", "V-CONTRACT", "V-TEAM-JOURNAL", "V-DRILL"]);
        assert!(report.signers.iter().all(|(_, pin)| *pin == Some(Pin::TestSeed)));
    }
}

#[test]
fn a_testnet_s_rehearsal_verifies_and_carries_its_mark() {
    let files = rehearse(TESTNET);
    let report = judge_rehearsal(&files);
    assert!(report.ok(), "{}", report.json());
    assert!(report.subject.unwrap().manifest.ceremony.testnet);
}

#[test]
fn the_reviewed_plan_settles_which_plan_it_is() {
    let evidence = Evidence { plan: Some(plan(SOLO)), ..rehearsal() };
    let report = judge(solo(), &evidence);
    assert!(report.ok());
    assert_eq!(unchecked(&report), ["V-CONTRACT", "V-TEAM-JOURNAL", "V-DRILL"]);
}

#[test]
fn the_public_folder_verifies_alone_and_says_what_it_cannot_show() {
    let files = public(team());
    let evidence = Evidence { rehearsal: true, ..told(&files) };
    let report = judge(&files, &evidence);
    assert!(report.ok(), "{}", report.json());
    assert!(report.signers.iter().all(|(_, pin)| *pin == Some(Pin::Told)));
    assert_eq!(
        unchecked(&report),
        [
            "V-PLAN",
            "V-FILES",
            "V-DIGESTS",
            "V-UNIQUE",
            "V-ADDRESS",
            "V-IDENTITY",
            "V-CONTRACT",
            "V-JOURNAL",
            "V-TEAM-JOURNAL",
            "V-DEVICE",
            "V-GENUINE",
            "V-DRILL",
        ]
    );
}

fn genuine() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| real(SOLO))
}

#[test]
fn a_real_ceremony_verifies_with_its_signers_told() {
    let report = judge(genuine(), &told(genuine()));
    assert!(report.ok(), "{}", report.json());
}

#[test]
fn a_real_ceremony_on_devices_elsewhere_than_on_usb_is_refused() {
    let files = real_at(SOLO, "udp:127.0.0.1:21324");
    let report = judge(&files, &told(&files));
    assert_eq!(report.failed(), ["V-DEVICE"], "{}", report.json());
    let english = Catalog::new(Lang::En);
    let said: Vec<_> = report.of(Verdict::Failed).map(|it| english.say(&it.detail)).collect();
    let began =
        |journal| format!("The journal {journal} began with devices at udp:127.0.0.1:21324, not on USB.");
    assert_eq!(said, ["sealed/journal-member-1.jsonl", "sealed/journal-team.jsonl"].map(began));
    // Nothing sealed, nothing told.
    let files = public(&files);
    assert!(judge(&files, &told(&files)).ok());
}

#[test]
fn who_reads_the_signed_parts_learns_which_passphrases_the_laptop_saw() {
    let told_of = |files: &Files| {
        let report = judge(files, &rehearsal());
        assert!(report.ok(), "{}", report.json());
        let english = Catalog::new(Lang::En);
        let of_wallets = report.outcomes.iter().filter(|it| it.check == "V-WALLETS");
        of_wallets.map(|it| english.say(&it.detail)).collect::<Vec<_>>()
    };
    assert_eq!(told_of(solo()).len(), 1);
    let on_laptop = rehearse(&SOLO.replace("entry = \"device\"", "entry = \"host\""));
    for files in [&on_laptop, &public(&on_laptop)] {
        let said = told_of(files);
        let expected =
            "By the signed parts, these passphrases were typed on the laptop: member-1/MasterAdminVault.";
        assert_eq!(said[1..], [expected]);
    }
}

#[test]
fn nobody_is_believed_who_only_the_bundle_speaks_for() {
    let report = judge(genuine(), &Evidence::default());
    assert_eq!(report.failed(), ["V-PINS"]);
    assert!(report.lacks_pins_only());
    assert_eq!(report.signers.len(), 1);
    assert_eq!(report.signers[0].1, None);
    let mut evidence = told(genuine());
    let other = judge(solo(), &rehearsal()).subject.unwrap().manifest.policy[0].address;
    evidence.signers.insert("owner-1".to_owned(), other);
    let report = judge(genuine(), &evidence);
    assert_eq!(report.failed(), ["V-PINS"]);
    assert!(!report.lacks_pins_only());
}

#[test]
fn a_name_that_the_manifest_does_not_have_pins_nobody() {
    let mut evidence = told(genuine());
    let address = evidence.signers["owner-1"];
    evidence.signers.insert("owner-9".to_owned(), address);
    assert_eq!(judge(genuine(), &evidence).failed(), ["V-PINS"]);
}

#[test]
fn an_address_in_the_auditor_s_plan_pins_its_signer() {
    let address = told(genuine()).signers["owner-1"];
    let text = SOLO.replace("path = \"0'/0/0\"", &format!("path = \"0'/0/0\"\naddress = \"{address}\""));
    assert_ne!(text, SOLO);
    let files = real(&text);
    let evidence = Evidence { plan: Some(plan(&text)), ..Evidence::default() };
    let report = judge(&files, &evidence);
    assert!(report.ok(), "{}", report.json());
    assert_eq!(report.signers[0].1, Some(Pin::Plan));
    // The same bytes in the bundle alone are nobody's word.
    assert_eq!(judge(&files, &Evidence::default()).failed(), ["V-PINS"]);
}

#[test]
fn a_rehearsal_is_refused_as_real_and_the_other_way_round() {
    assert_eq!(judge(solo(), &told(solo())).failed(), ["V-REHEARSAL"]);
    let evidence = Evidence { rehearsal: true, ..told(genuine()) };
    assert_eq!(judge(genuine(), &evidence).failed(), ["V-REHEARSAL"]);
}

#[test]
fn another_plan_than_the_auditor_s_is_refused() {
    let another = SOLO.replace("Treasury Safe", "Treasure Safe");
    let evidence = Evidence { plan: Some(plan(&another)), ..rehearsal() };
    assert_eq!(judge(solo(), &evidence).failed(), ["V-PLAN"]);
}

#[test]
fn the_json_is_ascii_and_of_the_documented_shape() {
    let mut files = solo().clone();
    files.insert(Layout::PLAN.to_owned(), "organisation = \"儀式\"".into());
    for files in [solo(), &files] {
        let report = judge_rehearsal(files);
        let json = report.json();
        assert!(json.to_string().is_ascii());
        assert_eq!(json["ok"], report.ok());
        assert_eq!(json.as_object().unwrap().keys().collect::<Vec<_>>(), ["checks", "ok"]);
        for check in json["checks"].as_array().unwrap() {
            assert_eq!(check.as_object().unwrap().keys().collect::<Vec<_>>(), ["check", "detail", "ok"]);
            assert!(CHECKS.contains(&check["check"].as_str().unwrap()));
        }
    }
}

#[test]
fn exceptions_stand_in_the_report_whenever_they_happened() {
    let files = grumbled(SOLO, 1);
    let report = judge_rehearsal(&files);
    assert!(report.ok(), "{}", report.json());
    let steps: Vec<_> = report.exceptions.iter().map(|it| (&*it.member, &*it.exception.step)).collect();
    // Before the part was settled, after it, and when the parts came together.
    for step in
        [("member-1", "show-address owner-1"), ("member-1", "compare-part"), ("team", "compare-manifest")]
    {
        assert!(steps.contains(&step), "{steps:?}");
    }
    let manifest = manifest(&files);
    let of_members = steps.iter().filter(|(member, _)| *member != "team").count();
    assert_eq!(manifest.exceptions, of_members as u64);
    // All of them are in the journals, and none is lost on the way.
    let told = ["sealed/journal-member-1.jsonl", "sealed/journal-team.jsonl"]
        .map(|name| String::from_utf8(files[name].clone()).unwrap().matches("exception-recorded").count());
    assert_eq!(told.iter().sum::<usize>(), steps.len());
}
