//! Other histories: replays, forks, gaps, addresses brought back, labels given twice, too few who agree; another plan.

use gishiki::manifest::{Layout, Previous};
use gishiki::verify::{Evidence, Verdict};

use super::lineage::{RESERVE, RETIRED, extended, next, second, third, third_plan, trusting};
use super::maker::*;
use super::trial::{Row, Trial};
use super::world::{ages, changed};

pub fn rows() -> Vec<Row> {
    vec![
        Row::new(
            "older manifests replayed, forks, gaps, a broken chain: true files, other ones before them",
            chains(),
        ),
        Row::new(
            "whole ceremonies, truly held: addresses vanished, brought back, retired that never were",
            retired(),
        ),
        Row::new(
            "the same: a contract made an outside address, moved under its name, not as it was left; an outside address made a key",
            exchanged(),
        ),
        Row::new("the same: a label given to another address", relabelled()),
        Row::new("the same: too few of the earlier signers", succession()),
        Row::new("the plan in the bundle changed, remade", planned()),
    ]
}

fn known(before: &[&Files], files: &Files) -> Evidence {
    let evidence = trusting(before);
    let mut previous: Vec<Previous> = evidence.previous;
    previous.sort_by_key(|it| it.manifest.ceremony.sequence);
    Evidence { previous, signers: told(files).signers, rehearsal: true, ..Evidence::default() }
}

fn chains() -> Vec<Trial> {
    let (one, two, three) = (team(), &second().1, &third().1);
    let fork_one = rehearse(&TEAM.replace("Treasury Safe", "Other Safe"));
    let fork_two = rehearse_after(&next(one, &[("[[external]]\nname = \"rocket", RESERVE)]), one);
    let passed = |name, files: &Files, before: &[&Files]| Trial::passed(name, files, known(before, files));
    vec![
        passed("1 after 2", one, &[two]),
        passed("1 after 1 and 2", one, &[one, two]),
        passed("1 after 3", one, &[three]),
        passed("2 after 3", two, &[three]),
        passed("2 after 1, 2 and 3", two, &[one, two, three]),
        passed("3 after 1", three, &[one]),
        passed("another 1 beside 1", one, &[&fork_one]),
        passed("2 after another 1", two, &[&fork_one]),
        passed("2 after two 1s", two, &[one, &fork_one]),
        passed("another 2 beside 2", &fork_two, &[one, two]),
        passed("2 beside another 2", two, &[one, &fork_two]),
        passed("3 after another 2", three, &[&fork_two]),
        passed("3 after two 2s", three, &[one, two, &fork_two]),
        passed("3 after 2 of another 1", three, &[&fork_one, two]),
    ]
}

/// The third ceremony with another plan, truly held.
fn thirds(name: &str, edits: &[(&str, &str)]) -> Trial {
    let text = edits.iter().fold(third_plan(), |text, (from, to)| {
        assert!(text.contains(from), "the plan has no {from:?}");
        text.replacen(from, to, 1)
    });
    let files = rehearse_after(&text, &second().1);
    Trial::passed(name, &files, known(&[team(), &second().1], &files))
}

fn fourth(name: &str, text: &str) -> Trial {
    let files = rehearse_after(text, &third().1);
    Trial::passed(name, &files, known(&[team(), &second().1, &third().1], &files))
}

fn retired() -> Vec<Trial> {
    let entry = RETIRED.strip_suffix("[manifest]").unwrap();
    let renamed = entry.replace("HW - Diva Ops", "HW - Diva");
    let never = "[[retired]]\nname = \"a\"\nlabel = \"A\"\naddress = \"0x00000000219ab540356cBB839Cbe05303d7705Fa\"\n\
                 sequence = 3\nreason = \"why\"\n\n[manifest]";
    let back = "[[external]]\nname = \"diva-ops\"\nlabel = \"HW - Diva Ops\"\n\
                address = \"0x3CEc5E3944271a972717ca11d8A6A0488eFD9972\"\n\n[[external]]\nname = \"rocket";
    let other_reason = entry.replace("never used", "used");
    vec![
        thirds("vanished", &[(entry, "")]),
        thirds("retired under another label", &[(entry, &renamed)]),
        thirds("retired that never was", &[("[manifest]", never)]),
        fourth("forgotten", &next(&third().1, &[(entry, "")])),
        fourth("brought back", &next(&third().1, &[(entry, ""), ("[[external]]\nname = \"rocket", back)])),
        fourth("retired for another reason", &next(&third().1, &[(entry, &other_reason)])),
    ]
}

/// The smallest plan with these tables, and the one after it with others in their place.
fn second_of_solo(name: &str, first: &str, edits: &[(&str, &str)]) -> Trial {
    let one = rehearse(&SOLO.replacen("[manifest]", &format!("{first}\n[manifest]"), 1));
    let two = rehearse_after(&extended(&one, &[], edits), &one);
    Trial::passed(name, &two, known(&[&one], &two))
}

fn exchanged() -> Vec<Trial> {
    let cold = "[[safe]]\nname = \"cold\"\nlabel = \"Cold Safe\"\nowners = [\"owner-1\"]\nthreshold = 1\nversion = \"1.4.1\"\n\
                preset = \"ui\"\nsalt_nonce = \"5\"\nchains = [1]\n";
    let late = "[[role]]\nname = \"late\"\nlabel = \"Late\"\nwallet = \"member-1/MasterAdminVault\"\npath = \"5'/0/0\"\n";
    let whole = rehearse(&SOLO.replacen("[manifest]", &format!("{cold}\n{late}\n[manifest]"), 1));
    let held = manifest(&whole);
    let safe = held.contracts.iter().find(|it| it.name() == "cold").unwrap().address();
    let key = held.addresses.iter().find(|it| it.role == "late").unwrap().address;
    let outside = |name: &str, label: &str, address| {
        format!("[[external]]\nname = \"{name}\"\nlabel = \"{label}\"\naddress = \"{address}\"\n")
    };
    let gone = format!(
        "[[retired]]\nname = \"cold\"\nlabel = \"Cold Safe\"\naddress = \"{safe}\"\nsequence = 2\nreason = \"why\"\n"
    );
    let salted = cold.replace("\"5\"", "\"6\"").replace("Cold Safe", "New Safe");
    let payee = outside("payee", "Payee", key);
    let changed = format!("{cold}\n[safe.next]\nowners = [\"owner-1\", \"payee\"]\nthreshold = 1\n\n{payee}");
    let left = "[safe.now]\nowners = [\"payee\", \"owner-1\"]\nthreshold = 1\n";
    vec![
        second_of_solo("outside now", cold, &[(cold, &outside("cold", "Cold Safe", safe))]),
        second_of_solo("outside now, by another name", cold, &[(cold, &outside("ice", "Ice", safe))]),
        second_of_solo("another salt", cold, &[(cold, &format!("{salted}\n{gone}"))]),
        second_of_solo("as it was created", &changed, &[(left, "")]),
        second_of_solo("a key now", &outside("late", "Late", key), &[(&outside("late", "Late", key), late)]),
    ]
}

fn relabelled() -> Vec<Trial> {
    let renamed = second().0.replace("HW - SSV {cluster}-{operator}", "HW - Node {cluster}-{operator}");
    let two = rehearse_after(&renamed, team());
    let text =
        next(&two, &[("[[external]]\nname = \"rocket", &RESERVE.replace("HW - Reserve", "HW - SSV 1-1"))]);
    let three = rehearse_after(&text, &two);
    vec![Trial::passed("a label of the first", &three, known(&[team(), &two], &three))]
}

fn succession() -> Vec<Trial> {
    let three = "signers = [\"owner-1\", \"owner-2\", \"owner-3\"]";
    let few = [("succession = 2", "succession = 1")];
    vec![
        thirds("one and a new one", &[(three, "signers = [\"owner-1\", \"reserve\"]"), few[0]]),
        thirds("a new one alone", &[(three, "signers = [\"reserve\"]"), few[0]]),
        thirds("one alone", &[(three, "signers = [\"owner-2\"]"), few[0]]),
    ]
}

fn planned() -> Vec<Trial> {
    let edits = [
        ("threshold = 2", "threshold = 1"),
        ("share = 300", "share = 900"),
        ("\"owner-2\", \"owner-3\"]\nsuccession", "\"owner-2\"]\nsuccession"),
        ("signers = [\"owner-1\", \"owner-2\", \"owner-3\"]", "signers = [\"owner-1\", \"owner-2\"]"),
        ("succession = 2", "succession = 1"),
        ("HW - Lido Ops", "HW - Lido Opps"),
        ("owner = \"treasury\"", "owner = \"operations\""),
        ("Example Staking\"", "Another Staking\""),
        ("value = \"2.4\"", "value = \"24\""),
        ("# Central rewards.", "# Central reward."),
    ];
    let mut trials = Vec::new();
    for age in ages() {
        for (from, to) in edits.into_iter().filter(|(from, _)| age.plan.contains(from)) {
            let make = move || {
                changed(age, true, |files| {
                    let text = age.plan.replacen(from, to, 1);
                    files.insert(Layout::PLAN.to_owned(), text.into_bytes());
                })
            };
            trials.push(Trial::new(format!("{} {to}", age.sequence), age.files, &age.evidence, make));
        }
    }
    trials
}

/// The documentation says of the same checks that they need the sealed part, wholly or for something.
#[test]
fn without_the_sealed_part_exactly_that_is_not_checked_which_the_documentation_says() {
    let text = include_str!("../../docs/verification.md");
    let sections = text.split("\n## ").filter(|it| it.starts_with("V-"));
    let needs = |section: &&str| {
        let section = section.replace('\n', " ");
        ["Needs the sealed part", "Without the sealed part"].iter().any(|it| section.contains(it))
    };
    let named = sections.filter(needs);
    let mut named: Vec<_> = named.map(|it| it.lines().next().unwrap_or_default().to_owned()).collect();
    named.sort();
    let unchecked = |files: &Files, evidence: &Evidence| -> Vec<String> {
        let report = judge(files, evidence);
        let of = report.of(Verdict::Unchecked).filter(|it| it.detail.id() == "v-no-sealed");
        of.map(|it| it.check.to_owned()).collect()
    };
    for age in ages() {
        assert_eq!(unchecked(age.files, &age.evidence), Vec::<String>::new());
        let mut alone = unchecked(&public(age.files), &age.evidence);
        // Nothing is left out of the count of exceptions where there are none.
        assert!(!alone.contains(&"V-EXCEPTIONS".to_owned()));
        alone.push("V-EXCEPTIONS".to_owned());
        alone.sort();
        assert_eq!(alone, named);
    }
}
