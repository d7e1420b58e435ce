//! The fold of the journals: any prefix of a run is a state, and nothing but what the next step allows is taken.

mod common;

use std::sync::OnceLock;

use common::Case;
use gishiki::ceremony::{
    Alarm, Event, MemberState, MemberStep, Refusal, Script, TeamEvent, TeamState, TeamStep,
};
use gishiki::journal::{self, Line, Memory};
use gishiki::keys::Digest;
use gishiki::manifest::{Exception, Layout};
use proptest::prelude::*;

/// A finished ceremony of two wallets, and one of two people.
struct Finished {
    case: Case,
    memory: Memory,
}

impl Finished {
    fn two_wallets() -> &'static Self {
        static IT: OnceLock<Finished> = OnceLock::new();
        IT.get_or_init(|| Self::of(Case::of(&common::two_wallets(None))))
    }

    fn two_people() -> &'static Self {
        static IT: OnceLock<Finished> = OnceLock::new();
        IT.get_or_init(|| Self::of(Case::of(&common::two_people())))
    }

    fn of(case: Case) -> Self {
        let memory = case.uninterrupted();
        Self { case, memory }
    }

    fn script(&self) -> Script {
        Script::of(&self.case.plan, "member-1").unwrap()
    }

    fn lines(&self) -> Vec<Line<Event>> {
        let name = Layout::journal("member-1");
        journal::read(&name, &self.memory.files[&name]).unwrap().lines
    }

    fn team_lines(&self) -> Vec<Line<TeamEvent>> {
        journal::read("team", &self.memory.files[Layout::TEAM_JOURNAL]).unwrap().lines
    }
}

/// The state after so many lines.
fn after(lines: &[Line<Event>], count: usize) -> MemberState {
    MemberState::replay(Finished::two_wallets().script(), &lines[..count]).expect("a prefix is a state")
}

fn exception(step: &str) -> Exception {
    let text = || "text".to_owned();
    Exception { decided: text(), expected: text(), happened: text(), step: step.to_owned() }
}

/// Every event of the run, and some that never happened in it.
fn pool(lines: &[Line<Event>]) -> Vec<Event> {
    let mut pool: Vec<_> = lines.iter().map(|line| line.event.clone()).collect();
    for wallet in ["MasterAdminVault", "TeamFunds", "Nobody"] {
        let wallet = || wallet.to_owned();
        pool.push(Event::WalletReopened { wallet: wallet() });
        pool.push(Event::WalletRefused { wallet: wallet(), reason: Refusal::Differs });
        for line in lines {
            if let Event::AddressConfirmed { address, .. } = line.event {
                pool.push(Event::SheetCompared { wallet: wallet(), address });
            }
        }
    }
    for step in
        ["begin", "identify", "commit-seed", "write-part", "compare-part", "end-sessions", "finish", ""]
    {
        pool.push(Event::ExceptionRecorded(exception(step)));
    }
    pool.push(Event::BackupChecked {});
    pool.push(Event::ExceptionRecorded(exception("show-address funds-2")));
    let steps = [
        "check-device",
        "show-address funds-2",
        "compare-sheet TeamFunds",
        "compare-part",
        "sign TeamFunds",
        "finish",
    ];
    for reason in Alarm::ALL {
        pool.extend(steps.map(|step| Event::AlarmRaised { step: step.to_owned(), reason }));
    }
    pool
}

/// Which alarm belongs to which step.
fn belongs(reason: Alarm, step: &str) -> bool {
    let steps: &[&str] = match reason {
        Alarm::DeviceDoubted => &["check-device"],
        // Only in a drill is the seed of the ceremony known.
        Alarm::SeedOther => &[],
        Alarm::WalletOther => &["read-account", "show-address", "compare-sheet", "sign"],
        Alarm::XpubOther => &["read-account", "show-address"],
        Alarm::AddressMismatch | Alarm::SheetDiffers => &["show-address", "compare-sheet"],
        Alarm::AddressUnexpected | Alarm::AddressDisputed => &["show-address"],
        Alarm::DigestDiffers => &["compare-part"],
        Alarm::SignerMismatch => &["sign"],
    };
    steps.contains(&step.split(' ').next().unwrap())
}

/// What the book says may happen at a step besides the one event that did: told here once more, by another hand.
fn also_allowed(state: &MemberState, event: &Event) -> bool {
    let name = |at: usize| state.script.wallets[at].wallet.id.name.as_str();
    match (event, state.next()) {
        (_, MemberStep::Begin | MemberStep::Done) => false,
        (Event::ExceptionRecorded(exception), _) => exception.step == state.step_name(),
        (Event::AlarmRaised { step, reason }, _) => *step == state.step_name() && belongs(*reason, step),
        (
            Event::WalletReopened { wallet },
            MemberStep::ReadAccount(at, _)
            | MemberStep::ShowAddress(at, _)
            | MemberStep::CompareSheet(at)
            | MemberStep::Sign(at),
        ) => wallet == name(at),
        (Event::SheetCompared { wallet, address }, MemberStep::CompareSheet(at)) => {
            wallet == name(at) && state.wallets[at].confirmed[0].address() == *address
        }
        (Event::WalletRefused { wallet, .. }, MemberStep::Enter(at)) => wallet == name(at),
        // A first entry may open any wallet that is not known yet.
        (Event::WalletEntered { wallet, identity }, MemberStep::Enter(at)) => {
            let first = state.wallets[at].first;
            let taken = state.wallets.iter().any(|other| other.identity == Some(*identity));
            wallet == name(at) && !taken && first.is_none_or(|first| first == *identity)
        }
        _ => false,
    }
}

#[test]
fn every_prefix_is_a_state_and_takes_only_what_its_next_step_allows() {
    let lines = Finished::two_wallets().lines();
    let pool = pool(&lines);
    for count in 0..=lines.len() {
        let state = after(&lines, count);
        let happened = lines.get(count).map(|line| &line.event);
        assert_eq!(state.next() == MemberStep::Done, happened.is_none());
        for event in &pool {
            let previous = lines.get(count).map_or(Digest::ZERO, |line| line.previous);
            let line = Line { seq: count as u64, previous, at: "".into(), event: event.clone() };
            let taken = state.clone().apply(&line).is_ok();
            let allowed = Some(event) == happened || also_allowed(&state, event);
            assert_eq!(taken, allowed, "at {} (line {count}): {event:?}", state.step_name());
        }
    }
}

#[test]
fn a_wallet_opened_again_is_compared_with_its_paper_before_anything_else() {
    let lines = Finished::two_wallets().lines();
    let pool = pool(&lines);
    let mut compared = 0;
    for count in 0..=lines.len() {
        for wallet in ["MasterAdminVault", "TeamFunds"] {
            let mut state = after(&lines, count);
            let step = state.next();
            let reopened = Event::WalletReopened { wallet: wallet.to_owned() };
            let line = |event| Line { seq: count as u64, previous: Digest::ZERO, at: "".into(), event };
            if state.apply(&line(reopened)).is_err() {
                continue;
            }
            if state.wallet(wallet).unwrap().confirmed.is_empty() {
                assert_eq!(state.next(), step, "nothing is on paper");
                continue;
            }
            compared += 1;
            assert!(matches!(state.next(), MemberStep::CompareSheet(_)), "{:?}", state.next());
            for event in &pool {
                let taken = state.clone().apply(&line(event.clone())).is_ok();
                assert_eq!(taken, also_allowed(&state, event), "line {count}: {event:?}");
            }
            let address = state.wallet(wallet).unwrap().confirmed[0].address();
            let same = Event::SheetCompared { wallet: wallet.to_owned(), address };
            state.apply(&line(same)).unwrap();
            assert_eq!(state.next(), step);
        }
    }
    assert_eq!(compared, 3, "before the second of two addresses, and before each signature");
}

#[test]
fn no_two_steps_of_a_run_have_one_name_but_the_entries_of_a_wallet() {
    let lines = Finished::two_wallets().lines();
    let mut names: Vec<_> = (0..lines.len()).map(|count| after(&lines, count).step_name()).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all - 2, "two wallets, each entered twice");
}

#[test]
fn progress_only_grows() {
    let lines = Finished::two_wallets().lines();
    let mut before = after(&lines, 0).progress();
    assert_eq!((before.wallets, before.addresses, before.signatures), ((0, 2), (0, 3), (0, 2)));
    for count in 1..=lines.len() {
        let now = after(&lines, count).progress();
        let counts = |p: &gishiki::ceremony::Progress| [p.wallets.0, p.addresses.0, p.signatures.0];
        assert!(counts(&before).iter().zip(counts(&now)).all(|(before, now)| now - before <= 1));
        before = now;
    }
    assert_eq!((before.wallets, before.addresses, before.signatures), ((2, 2), (3, 3), (2, 2)));
}

#[test]
fn every_prefix_of_the_teams_journal_is_a_state_and_takes_only_what_its_next_step_allows() {
    let finished = Finished::two_people();
    let (plan, lines) = (&finished.case.plan, finished.team_lines());
    let mut pool: Vec<_> = lines.iter().map(|line| line.event.clone()).collect();
    pool.push(TeamEvent::ExceptionRecorded(exception("write-manifest")));
    for reason in Alarm::ALL {
        let signs = ["compare-sheet owner-1", "sign owner-1", "compare-sheet owner-2", "sign owner-2"];
        let steps = ["write-manifest", "compare-manifest", "finish"].into_iter().chain(signs);
        pool.extend(steps.map(|step| TeamEvent::AlarmRaised { step: step.to_owned(), reason }));
    }
    for count in 0..=lines.len() {
        let state = TeamState::replay(plan, &lines[..count], &finished.memory).expect("a prefix is a state");
        let happened = lines.get(count).map(|line| &line.event);
        assert_eq!(state.next() == TeamStep::Done, happened.is_none());
        for event in &pool {
            let line =
                Line { seq: count as u64, previous: Digest::ZERO, at: "".into(), event: event.clone() };
            let taken = state.clone().apply(&line, &finished.memory).is_ok();
            // Signatures may come in any order, and a wallet may be opened again.
            let any_order = match (event, state.next()) {
                (TeamEvent::WalletOpened { member, .. }, TeamStep::CompareSheet(_) | TeamStep::Sign(_)) => {
                    state.unsigned_of(member).is_some()
                }
                // Whose paper was not compared cannot sign; in a finished run whoever could had done so at once.
                (TeamEvent::ManifestSigned { .. }, _) => false,
                (TeamEvent::ExceptionRecorded(exception), step) => {
                    exception.step == state.step_name() && step != TeamStep::Begin
                }
                (TeamEvent::AlarmRaised { step, reason }, TeamStep::CompareManifest) => {
                    *step == state.step_name() && *reason == Alarm::DigestDiffers
                }
                (TeamEvent::AlarmRaised { step, reason }, TeamStep::Sign(_)) => {
                    let known = [Alarm::DigestDiffers, Alarm::SignerMismatch, Alarm::WalletOther];
                    *step == state.step_name() && known.contains(reason)
                }
                (TeamEvent::AlarmRaised { step, reason }, TeamStep::CompareSheet(_)) => {
                    let differs = [Alarm::AddressMismatch, Alarm::SheetDiffers];
                    let known = [Alarm::DigestDiffers, Alarm::WalletOther];
                    *step == state.step_name() && (differs.contains(reason) || known.contains(reason))
                }
                _ => false,
            };
            assert_eq!(taken, Some(event) == happened || any_order, "at {}: {event:?}", state.step_name());
        }
    }
}

#[test]
fn a_part_whose_files_were_changed_is_not_taken() {
    let finished = Finished::two_people();
    let lines = finished.team_lines();
    let changed = |name: &str| {
        let mut memory = finished.memory.clone();
        let file = memory.files.get_mut(name).unwrap();
        let last = file.len() - 2;
        file[last] ^= 1;
        TeamState::replay(&finished.case.plan, &lines, &memory)
    };
    let own = |name: &&String| {
        name.contains("member-") && !name.contains("/manifest.") && !name.ends_with("SHA256SUMS")
    };
    let names: Vec<_> = finished.memory.files.keys().filter(own).collect();
    assert_eq!(names.len(), 10, "part, sealed file, journal, statement and signature of two");
    for name in names {
        assert!(changed(name).is_err(), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_order_of_events_breaks_the_fold(picks in prop::collection::vec(any::<prop::sample::Index>(), 0..40)) {
        let lines = Finished::two_wallets().lines();
        let pool = pool(&lines);
        let mut state = MemberState::new(Finished::two_wallets().script());
        for (seq, pick) in picks.iter().enumerate() {
            let event = pick.get(&pool).clone();
            let line = Line { seq: seq as u64, previous: Digest::ZERO, at: "".into(), event };
            let mut next = state.clone();
            if next.apply(&line).is_ok() {
                state = next;
            }
            let progress = state.progress();
            prop_assert!(progress.addresses.0 <= progress.addresses.1);
            let _ = state.step_name();
        }
    }

    #[test]
    fn a_run_with_a_line_left_out_moved_or_said_twice_is_refused(from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>(), how in 0..3) {
        let lines = Finished::two_wallets().lines();
        let (from, to) = (from.index(lines.len()), to.index(lines.len()));
        let mut changed = lines.clone();
        match how {
            0 => drop(changed.remove(from)),
            1 => changed.swap(from, to),
            _ => changed.insert(to, changed[from].clone()),
        }
        // Entries are the only events that may stand in another place: the second says the same as the first.
        let same = changed.iter().map(|line| &line.event).eq(lines.iter().map(|line| &line.event));
        let replayed = MemberState::replay(Finished::two_wallets().script(), &changed);
        let finished = replayed.is_ok_and(|state| state.next() == MemberStep::Done);
        prop_assert!(same || !finished);
    }
}
