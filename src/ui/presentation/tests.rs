//! Every moment, question and problem in both languages, as reviewed texts.

use std::fmt::Write;

use super::*;
use alloy::primitives::U256;

use crate::ceremony::{Moment, Progress, Question, Review, SafeTxPage, Sheet, Showing, WitnessPage};
use crate::contracts::safe_tx::{Finding, Severity};
use crate::contracts::{SafeTx, Transaction};
use crate::device::trezor::models::ModelFacts;
use crate::keys::{AccountPath, Address, AddressPath, Digest};
use crate::plan::{EntryPlace, WalletId, WitnessMeans};
use crate::text::{Catalog, Lang, Message, Problem};

pub(in crate::ui) const STATEMENT: &str = "Gishiki part v1; REHEARSAL; org: Example Staking; ceremony: bonded-validator; seq: 1; \
    member: member-1; wallet: TeamFunds; addresses: 3; \
    sha256: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

fn wallet() -> WalletId {
    WalletId::new("member-1", "TeamFunds")
}

fn path() -> AddressPath {
    AddressPath::new(10, 0, 3).unwrap()
}

fn address() -> Address {
    "0x73d0385F4d8E00C5e6504C6030F47BF6212736A8".parse().unwrap()
}

/// One of each.
pub(in crate::ui) fn moments() -> Vec<Moment> {
    let member = || "member-1".to_owned();
    let enter = |entry, of| Moment::Enter { wallet: wallet(), entry, of, place: EntryPlace::Device };
    let place = EntryPlace::Host;
    vec![
        Moment::PlugIn { member: member() },
        Moment::Identify { member: member() },
        Moment::CheckDevice { member: member() },
        Moment::CheckBackup { member: member() },
        Moment::CommitSeed { member: member(), asks: false },
        Moment::CommitSeed { member: member(), asks: true },
        enter(1, 2),
        enter(2, 2),
        enter(1, 1),
        Moment::Enter { wallet: wallet(), entry: 1, of: 2, place },
        Moment::Reopen { wallet: wallet(), place: EntryPlace::Device },
        Moment::Reopen { wallet: wallet(), place },
        Moment::ReadAccount { wallet: wallet(), path: AccountPath::new(10).unwrap() },
        show_address(),
        first_address(Sheet::Write),
        first_address(Sheet::Compare),
        Moment::CompareSheet { wallet: wallet(), label: "HW - Obol 1.1".to_owned(), path: path() },
        Moment::Review(Box::new(review(true))),
        Moment::Review(Box::new(review(false))),
        Moment::Compare { file: "public/parts/member-1.json".to_owned(), digest: Digest::of("abc") },
        Moment::Sign {
            wallet: wallet(),
            signer: address(),
            path: path(),
            statement: STATEMENT.to_owned(),
            pages: ModelFacts::of("T3T1").unwrap().paper.pages(STATEMENT),
        },
        Moment::CompareSafeTx(Box::new(safe_tx_page())),
        Moment::CompareSafeTx(Box::new(warned_safe_tx_page())),
        Moment::SignSafeTx(Box::new(safe_tx_page()), Showing::ValuesAndHash),
        Moment::SignSafeTx(Box::new(safe_tx_page()), Showing::Values),
        Moment::SignSafeTx(Box::new(safe_tx_page()), Showing::Hashes),
        witness(WitnessMeans::Key),
        witness(WitnessMeans::Paper),
        Moment::Drill { member: member(), wallets: 4, addresses: 13 },
        Moment::Drilled { member: member(), wallets: 4, left_out: Vec::new() },
        Moment::Drilled { member: member(), wallets: 3, left_out: vec!["TeamFunds".to_owned()] },
        Moment::EndSessions { member: member() },
        Moment::Combine,
        Moment::Finished { member: Some(member()) },
        Moment::Finished { member: None },
    ]
}

fn witness(signs: WitnessMeans) -> Moment {
    let statement = "Gishiki witness v1; REHEARSAL; org: Example Staking; ceremony: bonded-validator; seq: 1; witness: notary; \
                     sha256: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    Moment::Witness(Box::new(WitnessPage {
        name: "notary".to_owned(),
        signs,
        file: "public/statements/witness.notary.txt".to_owned(),
        statement: statement.to_owned(),
        digest: Digest::of("abc"),
    }))
}

/// What is new in a manifest: as a difference, or as a whole.
fn review(is_next: bool) -> Review {
    let one = |id: &'static str, owner: &str| {
        let message = Message::new(id).with("safe", "Treasury Safe").with("owner", owner);
        message.with("address", address())
    };
    let mut lines = vec![
        one("diff-safe-owner-in", "owner-3"),
        one("diff-safe-owner-out", "owner-2"),
        Message::new("diff-part-unpinned").with("member", "member-2"),
    ];
    lines.truncate(if is_next { 3 } else { 1 });
    let member = "member-1".to_owned();
    Review { member, own: 7, sequence: if is_next { 2 } else { 1 }, is_next, lines }
}

/// A batch of one call.
fn safe_tx_page() -> SafeTxPage {
    let to = Address::from_bytes([0x11; 20]);
    let call = Transaction { to, value: U256::ZERO, data: vec![0xab; 68].into() };
    SafeTxPage {
        wallet: wallet(),
        signer: address(),
        path: path(),
        label: "Rewards through the split".to_owned(),
        calls: vec!["has reward-split pay out what it holds".to_owned()],
        warnings: Vec::new(),
        tx: SafeTx::call(560_048, Address::from_bytes([0x22; 20]), call, U256::from(7)),
    }
}

/// The same with a warning of a call inside.
fn warned_safe_tx_page() -> SafeTxPage {
    let problem = Problem::finding("tx-transfer").with("who", address()).with("value", 1_000_000);
    let warning = Finding { severity: Severity::Warning, at: "[0]".to_owned(), problem };
    SafeTxPage { warnings: vec![warning], ..safe_tx_page() }
}

pub(in crate::ui) fn show_address() -> Moment {
    Moment::ShowAddress {
        wallet: wallet(),
        role: "obol-1-4".to_owned(),
        label: "HW - Obol 1.4".to_owned(),
        path: path(),
        address: address(),
        sheet: None,
    }
}

fn first_address(sheet: Sheet) -> Moment {
    Moment::ShowAddress {
        wallet: wallet(),
        role: "obol-1-1".to_owned(),
        label: "HW - Obol 1.1".to_owned(),
        path: path(),
        address: address(),
        sheet: Some(sheet),
    }
}

/// One warning, and one that the plan accepts.
pub(in crate::ui) fn briefing() -> Briefing {
    let plan = include_bytes!("../../../ceremonies/solo.toml");
    Briefing::of(&crate::plan::read(plan, "solo.toml").into_plan().unwrap())
}

pub(in crate::ui) fn questions() -> Vec<Asked> {
    vec![
        Asked::Briefing(briefing()),
        Asked::Question(Question::Ready),
        Asked::Question(Question::SameAddress { address: address(), path: path(), written: false }),
        Asked::Question(Question::SameAddress { address: address(), path: path(), written: true }),
        Asked::Question(Question::SameSheet { wallet: wallet() }),
        Asked::Question(Question::Reviewed),
        Asked::Question(Question::SameDigest { file: "f".to_owned(), digest: Digest::of("abc") }),
        Asked::Question(Question::SameSafeTx { hash: Digest::of("abc") }),
        Asked::Question(Question::LeaveOut { wallet: wallet() }),
        Asked::Question(Question::Unplugged { member: "member-1".to_owned() }),
        Asked::Trouble(Problem::device("wallet-differs").with("wallet", wallet())),
    ]
}

pub(in crate::ui) fn half_way() -> Progress {
    Progress {
        member: "member-1".to_owned(),
        members: (0, 3),
        wallets: (1, 4),
        addresses: (4, 13),
        signatures: (0, 4),
        exceptions: 1,
    }
}

fn header() -> Header {
    let text = |text: &str| text.to_owned();
    Header {
        ceremony: text("bonded-validator-1"),
        organisation: text("Example Staking"),
        rehearsal: true,
        testnet: false,
        folder: text("rehearsals/bonded-validator-1"),
        journal: true,
        again: false,
    }
}

fn book(lang: Lang) -> String {
    let catalog = Catalog::new(lang);
    let mut book = format!("{}\n", progress(&catalog, &half_way()));
    let team = Progress { signatures: (1, 3), ..Progress::default() };
    writeln!(book, "{}\n", progress(&catalog, &team)).unwrap();
    for moment in moments() {
        writeln!(book, "{}\n", page(&catalog, &moment, &header()).lines().join("\n")).unwrap();
    }
    for asked in questions() {
        let page = asked.page(&catalog, Page::default()).lines().join("\n");
        let picks: Vec<_> = asked.picks(&header()).iter().map(|pick| pick.label(&catalog)).collect();
        writeln!(book, "{page}\n{}\n[{}]\n", asked.text(&catalog), picks.join("] [")).unwrap();
    }
    book
}

#[test]
fn the_book_of_moments_in_english() {
    insta::assert_snapshot!(book(Lang::En));
}

#[test]
fn the_book_of_moments_in_japanese() {
    insta::assert_snapshot!(book(Lang::Ja));
}

#[test]
fn what_is_compared_is_never_shortened() {
    for lang in [Lang::En, Lang::Ja] {
        let catalog = Catalog::new(lang);
        let shown = |moment: &Moment, width: usize| {
            let rows = page(&catalog, moment, &header())
                .facts
                .iter()
                .flat_map(|fact| fact.value.rows(width))
                .collect::<Vec<_>>();
            rows.concat().replace(' ', "")
        };
        for width in [24, 40, 66] {
            let address = shown(&show_address(), width);
            assert!(
                address.contains(&super::tests::address().to_string())
                    && address.contains("m/44'/60'/10'/0/3")
            );
            let sign = moments().into_iter().find(|moment| matches!(moment, Moment::Sign { .. })).unwrap();
            let statement = shown(&sign, width);
            assert!(statement.contains(&STATEMENT.replace(' ', "")), "{statement}");
        }
    }
}

#[test]
fn before_every_entry_the_name_is_said_not_to_be_the_passphrase() {
    let catalog = Catalog::new(Lang::En);
    let entries: Vec<_> =
        moments().into_iter().filter(|moment| matches!(moment, Moment::Enter { .. })).collect();
    for moment in &entries {
        let text = page(&catalog, moment, &header()).lines().join("\n");
        assert!(text.contains("must not be its passphrase"), "{text}");
    }
    let new = page(&catalog, &entries[0], &header()).lines().join("\n");
    assert!(new.contains("entered twice") && new.contains("sealed card"), "{new}");
}

#[test]
fn text_from_a_plan_cannot_command_the_terminal() {
    let mut evil = wallet();
    evil.name = "a\u{1b}[2Jb\u{202e}".into();
    let place = EntryPlace::Device;
    for moment in [
        Moment::Reopen { wallet: evil.clone(), place },
        Moment::Enter { wallet: evil, entry: 1, of: 1, place },
    ] {
        let text = page(&Catalog::new(Lang::Ja), &moment, &header()).lines().concat();
        assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'), "{text}");
    }
}

/// What happens now is told in one sentence, and says who does it.
#[test]
fn every_page_says_in_one_sentence_what_happens_and_who_does_it() {
    for (lang, ends, actors) in [
        (Lang::En, '.', ["member-1", "Gishiki", "operator", "team", "notary"]),
        (Lang::Ja, '。', ["member-1", "Gishiki", "操作者", "チーム", "notary"]),
    ] {
        for moment in moments() {
            let now = page(&Catalog::new(lang), &moment, &header()).now;
            let sentence = now.strip_suffix(ends).unwrap_or_else(|| panic!("no sentence: {now}"));
            assert!(!sentence.contains(&format!("{ends} ")) && !sentence.contains('。'), "{now}");
            assert!(actors.iter().any(|actor| now.contains(actor)), "nobody does it: {now}");
        }
    }
}

/// A long name gives way, a count never does.
#[test]
fn counts_are_never_cut() {
    for lang in [Lang::En, Lang::Ja] {
        let told = Progress { member: "a-very-long-name-indeed".repeat(4), ..half_way() };
        let line = progress_in(&Catalog::new(lang), &told, 80);
        assert!(
            wrap::columns(&line) <= 80
                && ["1/3", "2/4", "5/13", "0/4", "1 "].iter().all(|it| line.contains(it)),
            "{line}"
        );
    }
}

/// The addresses of a problem stand below each other in groups, not within its sentence.
#[test]
fn a_problem_with_addresses_shows_them_in_groups() {
    for lang in [Lang::En, Lang::Ja] {
        let catalog = Catalog::new(lang);
        let problem = Problem::device("address-mismatch").with("derived", address()).with("path", path());
        let page = trouble(&catalog, &problem.with("shown", address()));
        assert!(!page.now.contains("0x") && page.now.contains("m/44'/60'/10'/0/3"), "{}", page.now);
        assert_eq!(page.facts.iter().filter(|fact| fact.value == Value::address(&address())).count(), 2);
    }
}
