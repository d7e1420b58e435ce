//! Drills that are brought beside a bundle: what they show, and what is found out about forged ones.

use gishiki::ceremony::{DrillOrder, DrillRun, Ports, Progress};
use gishiki::device::simulator::PanelSlot;
use gishiki::host::FixedFacts;
use gishiki::host::bench::SimulatedBench;
use gishiki::journal::Memory;
use gishiki::keys::Digest;
use gishiki::manifest::{Drill, Layout, Part, canonical};
use gishiki::text::Message;
use gishiki::ui::Headless;
use gishiki::verify::{DrillFiles, Evidence, Report, Verdict};

use super::maker::*;

fn part(files: &Files, member: &str) -> Part {
    canonical::from_bytes(&files[&Layout::part(member)]).unwrap()
}

/// A member's drill, on a spare device or on the ceremony's own.
fn drilled(text: &str, files: &Files, member: &str, spare: bool) -> Files {
    let (plan, slot) = (plan(text), PanelSlot::default());
    let bench = if spare { SimulatedBench::spares } else { SimulatedBench::new };
    let mut bench = bench(&plan, slot.clone()).unwrap();
    let sealed = files.get(&Layout::sealed(member)).map(|bytes| canonical::from_bytes(bytes).unwrap());
    let digest = Digest::of(&files[Layout::MANIFEST]);
    let part = part(files, member);
    let parts = [&part];
    let order = DrillOrder::of(&plan, &manifest(files), digest, member, &parts, sealed.as_ref()).unwrap();
    let (mut memory, mut silent) = (Memory::default(), |_: &Message| {});
    let mut face = Headless::new(slot, &mut silent);
    let mut ports = Ports {
        storage: &mut memory,
        face: &mut face,
        host: &FixedFacts,
        bench: &mut bench,
        progress: Progress::default(),
    };
    DrillRun::open(&mut ports, order, (0, 1), String::new()).unwrap().run().unwrap();
    memory.files
}

fn judged(files: &Files, drills: &[&Files]) -> Report {
    let drills = drills.iter().map(|drill| DrillFiles((*drill).clone())).collect();
    judge(files, &Evidence { drills, ..rehearsal() })
}

/// The sentences of the drills, by verdict.
fn said(report: &Report, verdict: Verdict) -> Vec<String> {
    let of_drill = report.of(verdict).filter(|outcome| outcome.check == "V-DRILL");
    of_drill.map(|outcome| outcome.detail.id().to_owned()).collect()
}

/// The same files with sums made again, as whoever changes them would.
fn summed(mut drill: Files) -> Files {
    drill.remove(Layout::DRILL_SUMS);
    let lines: String =
        drill.iter().map(|(name, bytes)| format!("{}  {name}\n", Digest::of(bytes))).collect();
    drill.insert(Layout::DRILL_SUMS.to_owned(), lines.into_bytes());
    drill
}

#[test]
fn drills_of_all_members_show_that_every_wallet_opens_again() {
    let drills = ["member-1", "member-2", "member-3"].map(|name| drilled(TEAM, team(), name, true));
    let report = judged(team(), &drills.iter().collect::<Vec<_>>());
    assert!(report.ok(), "{}", report.json());
    let ok = ["v-drill-ok"; 3].into_iter().chain(["v-drill-complete"]);
    assert_eq!(said(&report, Verdict::Established), ok.collect::<Vec<_>>());
    assert_eq!(said(&report, Verdict::Unchecked), [""; 0]);
    // Without the sealed files, too.
    let report = judged(&public(team()), &drills.iter().collect::<Vec<_>>());
    assert!(report.ok(), "{}", report.json());
}

#[test]
fn members_without_a_drill_are_named_and_nothing_fails() {
    let drill = drilled(TEAM, team(), "member-2", true);
    let report = judged(team(), &[&drill]);
    assert!(report.ok());
    assert_eq!(said(&report, Verdict::Established), ["v-drill-ok"]);
    assert_eq!(said(&report, Verdict::Unchecked), ["v-drill-missing"; 2]);
    assert_eq!(said(&judge_rehearsal(team()), Verdict::Unchecked), ["v-drill-none"]);
}

#[test]
fn the_ceremony_s_own_device_tries_no_backup() {
    let report = judged(solo(), &[&drilled(SOLO, solo(), "member-1", false)]);
    assert!(report.ok());
    assert_eq!(said(&report, Verdict::Unchecked), ["v-drill-same-device"]);
    let blind = drilled(SOLO, &public(solo()), "member-1", true);
    let report = judged(&public(solo()), &[&blind]);
    assert_eq!(said(&report, Verdict::Unchecked), ["v-drill-unknown-device"]);
    // Where the sealed file is here, it tells after all.
    assert_eq!(said(&judged(solo(), &[&blind]), Verdict::Unchecked), [""; 0]);
}

#[test]
fn a_drill_of_another_manifest_or_of_nobody_is_refused() {
    let other_text = SOLO.replace("Treasury Safe", "Other Safe");
    let other = drilled(&other_text, &rehearse(&other_text), "member-1", true);
    let report = judged(solo(), &[&other]);
    assert_eq!(report.failed(), ["V-DRILL"]);
    assert_eq!(said(&report, Verdict::Failed), ["v-drill-another"]);
    let drill = drilled(SOLO, solo(), "member-1", true);
    let mut record: Drill = canonical::from_bytes(&drill[Layout::DRILL]).unwrap();
    record.member = "nobody".to_owned();
    let mut forged = drill.clone();
    forged.insert(Layout::DRILL.to_owned(), canonical::to_bytes(&record).unwrap());
    assert_eq!(said(&judged(solo(), &[&summed(forged)]), Verdict::Failed), ["v-drill-member"]);
    assert_eq!(said(&judged(solo(), &[&drill, &drill]), Verdict::Failed), ["v-drill-twice"]);
}

/// Every file changed, left out or added, with the sums made again.
#[test]
fn nothing_of_a_drill_can_be_changed() {
    let drill = drilled(SOLO, solo(), "member-1", true);
    for name in drill.keys().filter(|name| *name != Layout::DRILL_SUMS) {
        for at in [0, drill[name].len() / 2, drill[name].len() - 1] {
            let mut forged = drill.clone();
            forged.get_mut(name).unwrap()[at] ^= 1;
            assert_eq!(judged(solo(), &[&summed(forged)]).failed(), ["V-DRILL"], "{name} at {at}");
        }
        let mut gone = drill.clone();
        gone.remove(name);
        assert_eq!(judged(solo(), &[&summed(gone)]).failed(), ["V-DRILL"], "{name} gone");
    }
    let mut more = drill.clone();
    more.insert("statements/Other.txt".to_owned(), Vec::new());
    assert_eq!(judged(solo(), &[&summed(more)]).failed(), ["V-DRILL"]);
    let mut stale = drill.clone();
    stale.insert(Layout::DRILL_SUMS.to_owned(), Vec::new());
    assert_eq!(said(&judged(solo(), &[&stale]), Verdict::Failed), ["v-drill-differs"]);
}

/// A journal that is cut off, chained again or told otherwise does not lead to the signed record any more.
#[test]
fn a_journal_written_anew_does_not_lead_to_the_record() {
    let drill = drilled(SOLO, solo(), "member-1", true);
    let text = String::from_utf8(drill[Layout::DRILL_JOURNAL].clone()).unwrap();
    let with = |journal: String| {
        let mut forged = drill.clone();
        forged.insert(Layout::DRILL_JOURNAL.to_owned(), journal.into_bytes());
        said(&judged(solo(), &[&summed(forged)]), Verdict::Failed)
    };
    let short = text.lines().count() - 1;
    let cut: String = text.lines().take(short).map(|line| format!("{line}\n")).collect();
    assert_eq!(with(cut), ["v-drill-unfinished"]);
    assert_eq!(with(rechained(&text.replace("\"other\"", "\"same\""))), ["err-journal-disorder"]);
    assert_eq!(
        with(rechained(&text.replace("2000-01-01T00:00:00Z", "2000-01-02T00:00:00Z"))),
        ["err-journal-disorder"]
    );
    let late = rechained_from(&text, short, &|line| line.replace("2000-01-01T00:00:00Z", "yesterday"));
    assert_eq!(with(late), ["v-drill-time"]);
}

fn rechained(text: &str) -> String {
    rechained_from(text, 0, &str::to_owned)
}

/// Lines changed from one on, and chained anew.
fn rechained_from(text: &str, from: usize, change: &dyn Fn(&str) -> String) -> String {
    let (mut head, mut out) = (Digest::ZERO, String::new());
    for (at, line) in text.lines().enumerate() {
        let line = if at >= from { change(line) } else { line.to_owned() };
        let start = line.find("\"previous\":\"").unwrap() + 12;
        let line = format!("{}{head}{}", &line[..start], &line[start + 64..]);
        head = Digest::of(&line);
        out += &(line + "\n");
    }
    out
}
