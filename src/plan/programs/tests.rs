//! The matrix, path by path, and what holds of all of it.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::text::{Catalog, Lang};

fn path(tail: &str) -> AddressPath {
    AddressPath::from_tail(tail).unwrap()
}

fn program(name: &str) -> &'static Program {
    programs().iter().find(|program| program.name == name).unwrap()
}

/// The marks of the programs that a device has, small where a path is not simply listed, `?` where nobody knows.
fn marks(hardware: Hardware, tail: &str) -> String {
    let mark = |program: &Program| match program.cell(hardware, path(tail)).verdict {
        Verdict::Beyond => '.',
        Verdict::Unverified => '?',
        Verdict::Reached(Reach::Listed, _) => program.mark,
        Verdict::Reached(..) => program.mark.to_ascii_lowercase(),
    };
    programs().iter().filter(|program| program.takes(hardware)).map(mark).collect()
}

/// The sentence for people, in English.
fn said(name: &str, hardware: Hardware, tail: &str) -> String {
    match program(name).cell(hardware, path(tail)).verdict {
        Verdict::Reached(_, way) => Catalog::new(Lang::En).say(&way.message()),
        other => format!("{other:?}"),
    }
}

#[test]
fn each_path_of_a_team_is_reached_with_a_trezor_by_what_was_established() {
    // MetaMask, Rabby, Rabby mobile, Ambire, Trezor Suite, Safe{Wallet}, Frame, Enkrypt, MyEtherWallet, cast, safe-cli, trezorctl:
    // the columns of the matrix that was read from the programs' sources.
    for (tail, expected) in [
        ("0'/0/0", "MR?ATSFEWcpl"),
        ("0'/0/1", "MR?AtsFEWcpl"),
        ("0'/0/99", "MR?AtsFEWcpl"),
        ("0'/0/100", "MR?Ats.EWcpl"),
        ("0'/0/999", "MR?Ats.EWcpl"),
        ("0'/0/1000", ".R?Ats.EWcpl"),
        ("1'/0/0", ".R?AtS..wcpl"),
        ("2'/0/0", ".R?AtS..wcpl"),
        ("3'/0/0", ".R?AtS..wcpl"),
        ("4'/0/0", ".R?AtS..wcpl"),
        ("5'/0/0", ".R?Ats..wcpl"),
        ("10'/0/0", ".R?Ats..wcpl"),
        ("11'/0/2", "..?..s..wcpl"),
        ("0'/1/0", "..?..s..wcpl"),
    ] {
        assert_eq!(marks(Hardware::Trezor, tail), expected, "{tail}");
    }
}

#[test]
fn each_path_of_a_team_is_reached_with_a_ledger_by_what_was_established() {
    // MetaMask, its mobile app, Rabby, its mobile app, Ambire, Ledger Live, Safe{Wallet}, Frame, Enkrypt, MyEtherWallet, cast, safe-cli.
    for (tail, expected) in [
        ("0'/0/0", "MOR?AVSFE?cp"),
        ("0'/0/1", "MOR?AvsF.?cp"),
        ("1'/0/0", "MOR?AvSFE?cp"),
        ("3'/0/0", "MOR?AvSFE?cp"),
        ("10'/0/0", "MOR?AvsFE?cp"),
        ("40'/0/0", "MOR?Avs.E?cp"),
        ("11'/0/2", "...?..s..?cp"),
    ] {
        assert_eq!(marks(Hardware::Ledger, tail), expected, "{tail}");
    }
}

#[test]
fn the_way_is_filled_in_for_the_path() {
    use Hardware::{Ledger, Trezor};
    for (name, hardware, tail, expected) in [
        (
            "MetaMask",
            Trezor,
            "0'/0/11",
            "choose \"BIP44 Standard (e.g. MetaMask, Trezor)\": number 12 of the list (page 3, row 2)",
        ),
        ("MetaMask", Trezor, "1'/0/0", "Beyond"),
        ("MetaMask", Ledger, "10'/0/0", "choose \"Ledger Live\": number 11 of the list (page 3, row 1)"),
        ("MetaMask mobile", Ledger, "1'/0/0", "choose \"m/44'/60'/i'/0/0\": number 2 of the list"),
        (
            "Rabby",
            Trezor,
            "10'/0/0",
            "choose \"Advanced Settings > Ledger Live\" and start from 11: it is the first of the list",
        ),
        ("Rabby mobile", Trezor, "0'/0/0", "Unverified"),
        (
            "Ambire",
            Trezor,
            "10'/0/0",
            "choose \"Advanced mode > Ledger Live\": number 11 of the list (page 3, row 1)",
        ),
        (
            "Trezor Suite",
            Trezor,
            "1'/0/0",
            "look for account 1 of the kind \"m/44'/60'/i'/0/0\"; it appears by itself once those before it were used",
        ),
        (
            "Ledger Live",
            Ledger,
            "0'/0/2",
            "look for account 2 of the kind \"m/44'/60'/0'/0/i\"; it appears by itself once those before it were used",
        ),
        ("Safe{Wallet}", Trezor, "4'/0/0", "choose \"Trezor Live\": number 5 of the list"),
        ("Safe{Wallet}", Trezor, "11'/0/2", "choose \"Custom Path\" and type the path m/44'/60'/11'/0/2"),
        (
            "MyEtherWallet",
            Trezor,
            "11'/0/2",
            "choose \"+ Add Path\", type the path m/44'/60'/11'/0: number 3 of its list",
        ),
        (
            "cast",
            Trezor,
            "11'/0/2",
            "run: cast wallet address --trezor --mnemonic-derivation-path \"m/44'/60'/11'/0/2\"",
        ),
        ("safe-cli", Trezor, "11'/0/2", "run: load_trezor_cli_owners --derivation-path \"44'/60'/11'/0/2\""),
        ("trezorctl", Trezor, "0'/1/7", "run: trezorctl ethereum get-address -n \"m/44'/60'/0'/1/7\" -d"),
    ] {
        assert_eq!(said(name, hardware, tail), expected, "{name}, {tail}");
    }
    let note = program("safe-cli").cell(Trezor, path("0'/0/0")).note.unwrap();
    assert!(Catalog::new(Lang::En).say(&note).contains("passphrase"));
}

#[test]
fn every_program_has_a_name_and_a_mark_of_its_own() {
    let marks: BTreeSet<char> = programs().iter().map(|program| program.mark).collect();
    let names: BTreeSet<&str> = programs().iter().map(|program| program.name.as_str()).collect();
    assert_eq!((marks.len(), names.len()), (programs().len(), programs().len()));
    assert!(programs().iter().all(|program| program.mark.is_ascii_uppercase() && program.name.is_ascii()));
}

#[test]
fn every_cell_is_whole() {
    for program in programs() {
        for hardware in [Hardware::Trezor, Hardware::Ledger] {
            let cells: Vec<_> = program.entries.iter().filter(|entry| entry.device == hardware).collect();
            let last = cells.last().unwrap_or_else(|| panic!("{} with a {hardware}", program.name));
            assert!(last.path.is_any() && last.from == 0 && last.to == u32::MAX, "{}", program.name);
        }
        for entry in &program.entries {
            // A way where it is reached, and none where it is not; bounds that hold something.
            assert_eq!(entry.find.is_some(), entry.reaches(), "{}", program.name);
            assert_eq!(entry.find == Some(way::Find::Command), !entry.command.is_empty(), "{}", program.name);
            assert!(entry.from <= entry.to && entry.page != Some(0), "{}", program.name);
            assert!(entry.page.is_none() || entry.find == Some(way::Find::Row), "{}", program.name);
            assert!(entry.menu.iter().chain([&entry.command]).all(|words| words.is_ascii()));
        }
    }
}

#[test]
fn every_source_is_named_once_dated_and_used() {
    let ids: BTreeSet<&str> = TABLE.source.iter().map(|source| source.id.as_str()).collect();
    assert_eq!(ids.len(), TABLE.source.len());
    let used: BTreeSet<&str> =
        programs().iter().flat_map(|program| &program.entries).map(|entry| entry.source.as_str()).collect();
    assert_eq!(ids, used);
    for source in &TABLE.source {
        let form: String = source.date.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        assert!(form == "0000-00-00" && !source.what.is_empty() && source.what.is_ascii(), "{}", source.id);
    }
}

#[test]
fn every_note_and_way_stands_in_every_catalog() {
    for lang in [Lang::En, Lang::Ja] {
        let catalog = Catalog::new(lang);
        let entries = programs().iter().flat_map(|program| &program.entries);
        for note in entries.filter_map(|entry| entry.note.as_ref()) {
            assert!(catalog.has(&format!("reach-note-{note}")), "{note}");
        }
        for kind in ["row", "page", "start", "discovered", "base", "path", "command"] {
            assert!(catalog.has(&format!("reach-way-{kind}")) && catalog.has(&format!("reach-place-{kind}")));
        }
    }
}

/// Whether a way says nothing else than this path.
fn leads_to(name: &str, way: &Way, path: AddressPath) -> bool {
    // A list runs over accounts or over indices, so all numbers but one are 0.
    let numbers = [path.account(), path.change(), path.index()];
    let alone = numbers.iter().filter(|&&number| number != 0).count() <= 1;
    let at = |place: u32| alone && path.change() == 0 && [path.account(), path.index()].contains(&place);
    // One kind of account leaves out its first, which the other kind has.
    let first_is_elsewhere = match name {
        "Trezor Suite" => path.account() > 0,
        "Ledger Live" => path.index() > 0,
        _ => false,
    };
    match way {
        Way::Row { number, place: Some((page, row)), .. } => {
            at(number - 1) && (1..=5).contains(row) && (page - 1) * 5 + row == *number
        }
        Way::Row { number, place: None, .. } | Way::Start { number, .. } => at(number - 1),
        Way::Discovered { number, .. } => at(number - 1 + u32::from(first_is_elsewhere)),
        Way::Base { base, number, .. } => format!("{base}/{}", number - 1) == path.to_string(),
        Way::Path { path: typed, .. } => *typed == path.to_string(),
        Way::Command(command) => {
            let quoted = command.split('"').nth(1).unwrap();
            path.to_string() == format!("m/{}", quoted.trim_start_matches("m/"))
        }
    }
}

proptest! {
    #[test]
    fn a_way_leads_back_to_the_path_that_it_is_for(a in 0..=100_u32, c in 0..=1_u32, i in 0..=1_000_000_u32) {
        for (a, c, i) in [(a, c, i), (a, 0, 0), (0, 0, i)] {
            let path = AddressPath::new(a, c, i).unwrap();
            for hardware in [Hardware::Trezor, Hardware::Ledger] {
                for program in programs() {
                    let cell = program.cell(hardware, path);
                    prop_assert_eq!(cell.reach().is_some(), cell.way().is_some());
                    prop_assert!(cell.way().is_none_or(|way| leads_to(&program.name, way, path)), "{}: {:?}", program.name, cell);
                }
            }
        }
    }

    #[test]
    fn nothing_is_listed_beyond_its_bounds(i in 0..=1_000_000_u32, a in 0..=100_u32) {
        let listed = |name, hardware, path| program(name).cell(hardware, path).reach() == Some(Reach::Listed);
        let (index, account) = (AddressPath::new(0, 0, i).unwrap(), AddressPath::new(a, 0, 0).unwrap());
        prop_assert_eq!(listed("MetaMask", Hardware::Trezor, index), i < 1000);
        prop_assert_eq!(listed("MetaMask", Hardware::Trezor, account), a == 0);
        prop_assert_eq!(listed("Frame", Hardware::Trezor, index), i < 100);
        prop_assert_eq!(listed("Frame", Hardware::Ledger, account), a < 40);
        prop_assert_eq!(listed("Safe{Wallet}", Hardware::Trezor, account), a < 5);
        prop_assert_eq!(listed("Trezor Suite", Hardware::Trezor, index), i == 0);
    }
}
