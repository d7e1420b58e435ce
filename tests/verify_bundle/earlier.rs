//! What the sealed files of earlier ceremonies say of devices and exceptions, and ceremonies in which nobody opens a wallet.

use gishiki::manifest::{Part, canonical};
use gishiki::text::{Catalog, Lang};
use gishiki::verify::{Outcome, Report, Verdict};
use serde_json::{Value, json};

use super::forger::forge_and_sign;
use super::lineage::{extended, next, second, third, trusting};
use super::maker::*;

const OLD: &str = "sealed/carried/1.member-3.json";

/// What fails in the third ceremony once this is changed in a sealed file of the first, all signed anew.
fn found(change: impl Fn(&mut Value)) -> Vec<(&'static str, String)> {
    let (text, good) = third();
    let mut files = good.clone();
    edit(&mut files, OLD, change);
    failures(&judge_rehearsal(&forge_and_sign(&plan(text), good, &files)))
}

fn edit(files: &mut Files, name: &str, change: impl Fn(&mut Value)) {
    let mut value: Value = serde_json::from_slice(&files[name]).unwrap();
    change(&mut value);
    files.insert(name.to_owned(), canonical::to_bytes(&value).unwrap());
}

fn failures(report: &Report) -> Vec<(&'static str, String)> {
    told(report, Verdict::Failed)
}

/// Checks and sentences that ended so.
fn told(report: &Report, verdict: Verdict) -> Vec<(&'static str, String)> {
    let english = Catalog::new(Lang::En);
    report.of(verdict).map(|it| (it.check, english.say(&it.detail))).collect()
}

#[test]
fn a_device_of_an_earlier_ceremony_is_judged_again() {
    let real = found(|it| it["device"]["simulated"] = json!(false));
    let said = "The device of member-3 in ceremony 1 was no simulator, though this is a rehearsal.";
    assert_eq!(real, [("V-DEVICE", said.to_owned())]);
    let hindered = found(|it| it["device"]["hindrances"] = json!(["locked"]));
    assert_eq!(
        hindered,
        [("V-DEVICE", "The device of member-3 in ceremony 1 had something in its way.".to_owned())]
    );
    let proved = found(|it| it["device"]["details"]["authenticity"] = json!("production"));
    let said =
        "The device of member-3 in ceremony 1 is said to have proved what does not go with such a ceremony.";
    assert_eq!(proved, [("V-GENUINE", said.to_owned())]);
}

#[test]
fn a_device_is_one_member_s_in_every_ceremony() {
    let here: Value = serde_json::from_slice(&third().1["sealed/member-2.json"]).unwrap();
    let id = here["device"]["device_id"].clone();
    let shared = found(|it| it["device"]["device_id"] = id.clone());
    let said = "The device of member-3 in ceremony 1 is another member's too.";
    assert_eq!(shared, [("V-DEVICE", said.to_owned())]);
}

#[test]
fn what_devices_proved_then_is_nobody_s_word_but_the_sealed_file_s() {
    let report = judge(&third().1, &trusting(&[team(), &second().1]));
    let of_genuine = told(&report, Verdict::Unchecked).into_iter().filter(|(check, _)| *check == "V-GENUINE");
    let said: Vec<_> = of_genuine.map(|(_, said)| said).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    let first =
        "Not followed again: what was proved in ceremony 1 by the devices of member-1, member-2, member-3.";
    assert!(said[0].starts_with(first), "{said:?}");
    let second = "Not followed again: what was proved in ceremony 2 by the devices of member-1.";
    assert!(said[1].starts_with(second), "{said:?}");
}

#[test]
fn exceptions_of_earlier_ceremonies_are_listed_with_their_sequence_and_counted() {
    let one = grumbled(SOLO, 1);
    let part: Part = canonical::from_bytes(&one["public/parts/member-1.json"]).unwrap();
    assert!(part.exceptions > 0);
    let text = extended(&one, &[], &[]);
    let two = rehearse_after(&text, &one);
    let report = judge(&two, &trusting(&[&one]));
    assert!(report.ok(), "{}", report.json());
    let earlier: Vec<_> = report.exceptions.iter().filter(|it| it.earlier == Some(1)).collect();
    assert_eq!(earlier.len() as u64, part.exceptions);
    assert!(earlier.iter().any(|it| it.exception.step == "show-address owner-1"), "{earlier:?}");
    let counted =
        |it: &&Outcome| it.detail.id() == "v-exceptions-carried" && it.verdict == Verdict::Established;
    assert_eq!(report.outcomes.iter().filter(counted).count(), 1);
    let alone = judge(&public(&two), &trusting(&[&one]));
    assert!(told(&alone, Verdict::Unchecked).iter().any(|(check, _)| *check == "V-EXCEPTIONS"));
    let mut files = two.clone();
    edit(&mut files, "sealed/carried/1.member-1.json", |it| {
        drop(it["exceptions"].as_array_mut().unwrap().pop())
    });
    let report = judge_rehearsal(&forge_and_sign(&plan(&text), &two, &files));
    let said = "The exceptions of member-1 in ceremony 1 differ between part and sealed file.";
    assert_eq!(failures(&report), [("V-EXCEPTIONS", said.to_owned())]);
}

#[test]
fn one_of_something_is_told_as_one() {
    let late = "[[role]]\nname = \"late\"\nlabel = \"Late\"\nwallet = \"member-1/MasterAdminVault\"\npath = \"5'/0/0\"\n\n";
    let grown =
        rehearse_after(&extended(solo(), &[], &[("[manifest]", &format!("{late}[manifest]"))]), solo());
    let after = rehearse_after(&extended(solo(), &[], &[]), solo());
    for (files, before) in [
        (solo(), vec![]),
        (&grown, vec![solo()]),
        (&after, vec![solo()]),
        (&second().1, vec![team()]),
        (&third().1, vec![&second().1]),
    ] {
        let report = judge(files, &trusting(&before));
        assert!(report.ok(), "{}", report.json());
        for (check, said) in told(&report, Verdict::Established) {
            let words: Vec<_> =
                said.split_whitespace().map(|it| it.trim_matches(['(', ')', '.', ':'])).collect();
            let clumsy = words.windows(2).any(|pair| ["0", "1"].contains(&pair[0]) && pair[1].ends_with('s'));
            assert!(!clumsy, "{check} {said}");
        }
    }
    let (solo, grown, after) =
        (judge(solo(), &rehearsal()), judge(&grown, &rehearsal()), judge(&after, &rehearsal()));
    for (report, said) in [
        (
            &solo,
            "The address stands as the plan orders it: role, label, wallet and path, in manifest and parts alike.",
        ),
        (&solo, "Who must sign is what the plan says: one for the manifest, one for the wallet."),
        (
            &solo,
            "The contract follows from the plan and the addresses: parameters, calldata and predicted address.",
        ),
        (&solo, "Nothing stood in the way of the device, by its own word through the laptop."),
        (&grown, "The wallet is that of the plan: tier, entry, entries and signer."),
        (&after, "The manifest is of Example Staking, ceremony solo, sequence 2, as the plan says."),
        (
            &after,
            "One address is carried from one part of an earlier ceremony, which the wallets signed there.",
        ),
        (&after, "The files commit to each other by their digests: the manifest to the plan."),
    ] {
        let all = told(report, Verdict::Established);
        assert!(all.iter().any(|(_, it)| it == said), "{said}: {all:?}");
    }
}

#[test]
fn where_nobody_opens_a_wallet_nothing_is_said_of_none() {
    let files = rehearse_after(&next(&second().1, &[]), &second().1);
    let report = judge(&files, &trusting(&[team(), &second().1]));
    assert!(report.ok(), "{}", report.json());
    let nobody = "Not checked: nobody opens a wallet for addresses here.";
    let said: Vec<_> =
        told(&report, Verdict::Unchecked).into_iter().filter(|(_, said)| said == nobody).collect();
    let checks = ["V-WALLETS", "V-ADDRESS", "V-IDENTITY", "V-JOURNAL", "V-DEVICE", "V-GENUINE"];
    assert_eq!(said.iter().map(|(check, _)| *check).collect::<Vec<_>>(), checks);
    for (check, said) in
        [Verdict::Established, Verdict::Unchecked].into_iter().flat_map(|it| told(&report, it))
    {
        assert!(!said.contains(" 0 ") && !said.contains("could not be read"), "{check} {said}");
    }
    // What is carried is judged all the same.
    for (check, id) in [
        ("V-ADDRESS", "v-address-carried"),
        ("V-IDENTITY", "v-identity-carried"),
        ("V-DEVICE", "v-device-carried"),
    ] {
        let of = |it: &&Outcome| (it.check, it.detail.id(), it.verdict) == (check, id, Verdict::Established);
        assert_eq!(report.outcomes.iter().filter(of).count(), 1, "{check}");
    }
}
