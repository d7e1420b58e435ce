//! Each moment of a ceremony as a page.

use super::{Fact, Header, Page, Value, safe_tx};
use crate::ceremony::{Moment, Sheet, Showing};
use crate::plan::{EntryPlace, WalletId, WitnessMeans};
use crate::text::{Catalog, Message, clean};

/// What a person reads at this moment of the ceremony.
pub fn page(catalog: &Catalog, moment: &Moment, header: &Header) -> Page {
    let name = name(moment);
    let say = |part: &str| catalog.say(&filled(Message::new(format!("page-{name}-{part}")), moment));
    let mut paragraphs: Vec<_> = paragraphs(moment, header.rehearsal).iter().map(|part| say(part)).collect();
    if let Moment::Review(review) = moment {
        paragraphs.extend(review.lines.iter().map(|line| catalog.say(line)));
    }
    let next = Message::new("page-next").with("next", say(next(moment)));
    Page {
        title: say("title"),
        now: say("now"),
        paragraphs,
        facts: facts(catalog, moment, header),
        next: Some(catalog.say(&next)),
    }
}

/// Before the first moment.
pub fn waiting(catalog: &Catalog) -> Page {
    Page {
        title: catalog.text("page-waiting-title"),
        now: catalog.text("page-waiting-now"),
        ..Page::default()
    }
}

fn name(moment: &Moment) -> &'static str {
    match moment {
        Moment::PlugIn { .. } => "plug-in",
        Moment::Identify { .. } => "identify",
        Moment::CheckDevice { .. } => "check-device",
        Moment::CheckBackup { .. } => "check-backup",
        Moment::CommitSeed { .. } => "commit-seed",
        Moment::Enter { .. } => "enter",
        Moment::Reopen { .. } => "reopen",
        Moment::ReadAccount { .. } => "read-account",
        Moment::ShowAddress { .. } => "show-address",
        Moment::CompareSheet { .. } => "compare-sheet",
        Moment::Review(_) => "review",
        Moment::Compare { .. } => "compare",
        Moment::Sign { .. } => "sign",
        Moment::CompareSafeTx(_) => "compare-safe-tx",
        Moment::SignSafeTx(..) => "sign-safe-tx",
        Moment::Witness(_) => "witness",
        Moment::Drill { .. } => "drill",
        Moment::Drilled { .. } => "drilled",
        Moment::EndSessions { .. } => "end-sessions",
        Moment::Combine => "combine",
        Moment::Finished { member: Some(_) } => "finished-member",
        Moment::Finished { member: None } => "finished-team",
    }
}

fn paragraphs(moment: &Moment, rehearsal: bool) -> &'static [&'static str] {
    match moment {
        Moment::PlugIn { .. } if rehearsal => &["look", "rehearsal"],
        Moment::CommitSeed { asks: true, .. } => &["look", "asks"],
        Moment::Enter { place: EntryPlace::Host, of: 1, .. } => &["laptop", "not-the-name", "known"],
        Moment::Enter { place: EntryPlace::Host, entry: 1, .. } => &["laptop", "not-the-name", "twice"],
        Moment::Enter { place: EntryPlace::Host, .. } => &["laptop", "not-the-name", "again", "twice"],
        Moment::Reopen { place: EntryPlace::Host, .. } => &["laptop", "look"],
        Moment::Enter { of: 1, .. } => &["not-the-name", "known"],
        Moment::Enter { entry: 1, .. } => &["not-the-name", "twice"],
        Moment::Enter { .. } => &["not-the-name", "again", "twice"],
        Moment::ShowAddress { sheet: Some(Sheet::Write), .. } => &["look", "sheet-write"],
        Moment::ShowAddress { sheet: Some(Sheet::Compare), .. } => &["look", "sheet-compare"],
        Moment::Review(review) if review.is_next => &["look-next"],
        Moment::Review(_) => &["look-first"],
        Moment::Witness(page) => match (page.signs, rehearsal) {
            (WitnessMeans::Paper, _) => &["paper"],
            (WitnessMeans::Key, true) => &["rehearsal"],
            (WitnessMeans::Key, false) => &["key"],
        },
        Moment::Drill { .. } => &["spare", "look"],
        Moment::Drilled { left_out, .. } if !left_out.is_empty() => &["missing", "look"],
        Moment::CompareSafeTx(page) if !page.warnings.is_empty() => &["look", "warned"],
        Moment::SignSafeTx(_, Showing::ValuesAndHash) => &["look", "values", "hash"],
        Moment::SignSafeTx(_, Showing::Values) => &["look", "values", "no-hash"],
        Moment::SignSafeTx(_, Showing::Hashes) => &["look", "hashes"],
        _ => &["look"],
    }
}

fn next(moment: &Moment) -> &'static str {
    match moment {
        Moment::Enter { entry, of, .. } if entry < of => "next-again",
        _ => "next",
    }
}

/// Fills what any sentence of the moment's page may name.
fn filled(message: Message, moment: &Moment) -> Message {
    let of = |message: Message, wallet: &WalletId| {
        message.with("member", &wallet.custodian).with("wallet", &wallet.name)
    };
    match moment {
        Moment::PlugIn { member }
        | Moment::Identify { member }
        | Moment::CheckDevice { member }
        | Moment::CheckBackup { member }
        | Moment::CommitSeed { member, .. }
        | Moment::EndSessions { member }
        | Moment::Finished { member: Some(member) } => message.with("member", member),
        Moment::Enter { wallet, entry, of: all, .. } => {
            of(message, wallet).with("entry", entry).with("of", all)
        }
        Moment::ShowAddress { wallet, label, .. } => of(message, wallet).with("label", label),
        Moment::Reopen { wallet, .. }
        | Moment::ReadAccount { wallet, .. }
        | Moment::CompareSheet { wallet, .. }
        | Moment::Sign { wallet, .. } => of(message, wallet),
        Moment::Review(review) => {
            let message = message.with("member", &review.member).with("sequence", review.sequence);
            message.count("own", review.own)
        }
        Moment::CompareSafeTx(page) | Moment::SignSafeTx(page, _) => {
            of(message, &page.wallet).with("label", &page.label)
        }
        Moment::Witness(page) => message.with("name", &page.name),
        Moment::Drill { member, wallets, addresses } => {
            message.with("member", member).count("wallets", *wallets).count("addresses", *addresses)
        }
        Moment::Drilled { member, wallets, left_out } => {
            message.with("member", member).count("wallets", *wallets).with("missing", left_out.join(", "))
        }
        Moment::Compare { .. } | Moment::Combine | Moment::Finished { member: None } => message,
    }
}

fn facts(catalog: &Catalog, moment: &Moment, header: &Header) -> Vec<Fact> {
    let fact = |id: &'static str, value: Value| Fact { label: catalog.text(id), value };
    let text = |id, text: &dyn std::fmt::Display| fact(id, Value::Text(clean(&text.to_string())));
    let exact = |id, text: &dyn std::fmt::Display| fact(id, Value::Exact(clean(&text.to_string())));
    match moment {
        Moment::Enter { wallet, .. } | Moment::Reopen { wallet, .. } => vec![text("fact-wallet", wallet)],
        Moment::ReadAccount { wallet, path } => {
            vec![text("fact-wallet", wallet), exact("fact-account", path)]
        }
        Moment::ShowAddress { wallet, role, label, path, address, .. } => vec![
            fact("fact-address", Value::address(address)),
            exact("fact-path", path),
            text("fact-label", label),
            text("fact-role", role),
            text("fact-wallet", wallet),
        ],
        Moment::CompareSheet { wallet, label, path } => {
            vec![exact("fact-path", path), text("fact-label", label), text("fact-wallet", wallet)]
        }
        Moment::Compare { file, digest } => vec![
            exact("fact-file", &header.path_of(file)),
            fact("fact-sha256", Value::digest(digest)),
            fact("fact-words", Value::words(digest)),
        ],
        Moment::Sign { signer, path, statement, pages, .. } => {
            let mut facts = vec![
                fact("fact-signer", Value::address(signer)),
                exact("fact-path", path),
                exact("fact-statement", statement),
            ];
            let shown = Value::Pages(pages.clone());
            facts.extend((!pages.is_empty()).then(|| fact("fact-pages", shown)));
            facts
        }
        Moment::Witness(page) => vec![
            exact("fact-statement", &page.statement),
            exact("fact-file", &header.path_of(&page.file)),
            fact("fact-words", Value::words(&page.digest)),
        ],
        Moment::CompareSafeTx(page) => safe_tx::compared(catalog, page),
        Moment::SignSafeTx(page, _) => safe_tx::signed(catalog, page),
        Moment::PlugIn { .. }
        | Moment::Identify { .. }
        | Moment::CheckDevice { .. }
        | Moment::CheckBackup { .. }
        | Moment::CommitSeed { .. }
        | Moment::EndSessions { .. }
        | Moment::Review(_)
        | Moment::Drill { .. }
        | Moment::Combine => Vec::new(),
        Moment::Finished { .. } if header.folder.is_empty() => Vec::new(),
        Moment::Finished { .. } | Moment::Drilled { .. } => vec![exact("fact-folder", &header.folder)],
    }
}
