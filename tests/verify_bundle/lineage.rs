//! The three ceremonies of a history: each carries what the ones before it confirmed.

use std::sync::OnceLock;

use gishiki::export::next_plan;
use gishiki::manifest::{Layout, Previous};
use gishiki::verify::{Bundle, Evidence};

use super::maker::*;

const SSV: &str = "ssv-{cluster}-{operator}";

/// The plan after these files, with these changes and one more SSV cluster than at first.
pub fn next(files: &Files, edits: &[(&str, &str)]) -> String {
    extended(files, &[(SSV.to_owned(), 2)], edits)
}

/// The plan after these files, with larger ranges and these changes.
pub fn extended(files: &Files, grown: &[(String, u32)], edits: &[(&str, &str)]) -> String {
    let bundle = Bundle::new(files.clone()).unwrap();
    let text = next_plan(&bundle, &manifest(files), grown).unwrap();
    edits.iter().fold(text, |text, (from, to)| {
        assert!(text.contains(from), "the plan has no {from:?}");
        text.replacen(from, to, 1)
    })
}

/// One more SSV cluster: only member 1's wallet for it is opened.
pub fn second() -> &'static (String, Files) {
    static SECOND: OnceLock<(String, Files)> = OnceLock::new();
    SECOND.get_or_init(|| {
        let text = next(team(), &[]);
        let files = rehearse_after(&text, team());
        (text, files)
    })
}

/// An address that the third ceremony gives up, before the table that follows.
pub const RETIRED: &str = "[[retired]]\nname = \"diva-ops\"\nlabel = \"HW - Diva Ops\"\naddress = \
    \"0x3CEc5E3944271a972717ca11d8A6A0488eFD9972\"\nsequence = 3\nreason = \"never used\"\n\n[manifest]";

/// A wallet that the third ceremony adds, likewise.
pub const RESERVE: &str = "[[wallet]]\nname = \"Reserve\"\ncustodian = \"member-2\"\nseed = \"seed-2\"\ntier = 3\n\
    entry = \"device\"\nsigner = \"reserve\"\n\n[[role]]\nname = \"reserve\"\nlabel = \"HW - Reserve\"\n\
    wallet = \"member-2/Reserve\"\npath = \"0'/0/0\"\n\n[[external]]\nname = \"rocket";

/// A new wallet of member 2, and an address of member 1 that is given up.
pub fn third() -> &'static (String, Files) {
    static THIRD: OnceLock<(String, Files)> = OnceLock::new();
    THIRD.get_or_init(|| {
        let text = third_plan();
        let files = rehearse_after(&text, &second().1);
        (text, files)
    })
}

/// The third ceremony's plan.
pub fn third_plan() -> String {
    let text = next(&second().1, &[("[[external]]\nname = \"rocket", RESERVE), ("[manifest]", RETIRED)]);
    let account = "[[account]]\nwallet = \"member-1/ProtocolOperations\"\nnumber = 3\n";
    without(&without(&text, "[[role]]\nname = \"diva-ops\""), account)
}

/// A plan's text without the table that begins so.
fn without(text: &str, table: &str) -> String {
    let start = text.find(table).unwrap();
    let end = start + text[start..].find("\n\n").unwrap();
    format!("{}{}", &text[..start], &text[end..])
}

/// What an auditor of a rehearsal knows who trusts these.
pub fn trusting(before: &[&Files]) -> Evidence {
    let previous = before.iter().map(|files| Previous::new(&files[Layout::MANIFEST]).unwrap()).collect();
    Evidence { previous, ..rehearsal() }
}
