//! Members' journals: whole, possible step by step, and the source of part and sealed file.

use super::case::Member;
use super::checks::JOURNAL;
use super::{Case, Report};
use crate::ceremony::{MemberState, MemberStep};
use crate::manifest::{Layout, Sealed};
use crate::text::Message;

/// `V-JOURNAL`; needs the sealed files.
pub fn check(case: &Case, report: &mut Report) {
    if !case.bundle.has_sealed() {
        return report.unchecked(JOURNAL, Message::new("v-no-sealed"));
    }
    let mut failures = Vec::new();
    for member in &case.members {
        if let Some(sealed) = &member.sealed {
            failures.extend(journal(case, member, sealed));
        }
    }
    let ok = Message::new("v-journal-ok").count("journals", case.members.len());
    report.settle_of(&case.members, JOURNAL, failures, ok);
}

fn journal(case: &Case, member: &Member, sealed: &Sealed) -> Vec<Message> {
    let run = match &member.run {
        Some(Ok(run)) => run,
        Some(Err(problem)) => return vec![problem.cause()],
        None => return vec![Message::new("v-missing").with("file", Layout::journal(&member.name))],
    };
    let state = match &run.state {
        Ok(state) => state,
        Err(problem) => return vec![problem.cause()],
    };
    let about = |id: &'static str| Message::new(id).with("member", &member.name);
    let mut failures = Vec::new();
    if !run.whole || state.next() != MemberStep::Done {
        failures.push(about("v-journal-unfinished"));
    }
    if !run.timed {
        failures.push(about("v-journal-time"));
    }
    if !run.made(case.bundle, &member.name) {
        failures.push(about("v-journal-part"));
    }
    if run.settled != Some((sealed.journal_events, sealed.journal_head)) {
        failures.push(about("v-journal-head"));
    }
    if !signatures_agree(case, state) {
        failures.push(about("v-journal-signatures"));
    }
    failures
}

fn signatures_agree(case: &Case, state: &MemberState) -> bool {
    state.script.wallets.iter().zip(&state.wallets).all(|(script, wallet)| {
        let statement = Layout::part_statement(&state.script.member, script.name());
        let told = wallet.signature.map(|(_, signature)| signature.to_string());
        told.is_some_and(|it| case.bundle.holds(&Layout::signature(&statement), it.as_bytes()))
    })
}

/// `YYYY-MM-DDThh:mm:ssZ`, every number in its range and the day in the calendar; a leap second may be told.
pub(super) fn is_timestamp(text: &str) -> bool {
    let shape = text.len() == 20
        && text.bytes().zip(b"dddd-dd-ddTdd:dd:ddZ").all(|(byte, &form)| match form {
            b'd' => byte.is_ascii_digit(),
            form => byte == form,
        });
    let number = |at: usize| text.get(at..at + 2).and_then(|it| it.parse::<u8>().ok());
    let year = text.get(..4).and_then(|it| it.parse::<u16>().ok());
    let within = |at, least, most| number(at).is_some_and(|it| (least..=most).contains(&it));
    shape
        && within(5, 1, 12)
        && within(8, 1, days(year.unwrap_or_default(), number(5).unwrap_or_default()))
        && within(11, 0, 23)
        && within(14, 0, 59)
        && within(17, 0, 60)
}

/// How many days a month has, 1 to 12, in the Gregorian calendar.
fn days(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_writing_of_a_moment() {
        assert!(is_timestamp("2026-11-22T07:00:00Z"));
        for right in ["2024-02-29T00:00:00Z", "2000-02-29T23:59:60Z", "2026-12-31T00:00:00Z"] {
            assert!(is_timestamp(right), "{right}");
        }
        for wrong in [
            "",
            "2023-02-29T00:00:00Z",
            "2100-02-29T00:00:00Z",
            "2026-04-31T00:00:00Z",
            "2026-11-00T00:00:00Z",
            "2026-11-22T07:00:00",
            "2026-11-22 07:00:00Z",
            "2026-13-22T07:00:00Z",
            "2026-11-00T07:00:00Z",
            "2026-11-22T24:00:00Z",
            "2026-11-22T07:60:00Z",
            "2026-11-22T07:00:0\u{e9}",
            "2026-11-22T07:00:00+00:00",
        ] {
            assert!(!is_timestamp(wrong), "{wrong}");
        }
    }
}
