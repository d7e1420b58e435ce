//! Lines of journals removed, repeated, reordered and exchanged, with the chain as it was and made again.

use gishiki::keys::Digest;
use gishiki::manifest::Layout;

use super::bytes::excuse;
use super::trial::{Row, Trial};
use super::world::{WAYS, ages, changed};

/// Every so many lines of each journal.
const STEP: usize = 6;

pub fn rows() -> Vec<Row> {
    let kinds: [(&'static str, Change); 4] = [
        ("lines of journals removed", |lines, at, _| drop(lines.remove(at))),
        ("lines of journals repeated", |lines, at, _| lines.insert(at, lines[at].clone())),
        ("neighbouring lines of journals exchanged", |lines, at, _| lines.swap(at - 1, at)),
        ("lines of journals exchanged for another journal's", |lines, at, other| {
            lines[at] = other[at.min(other.len() - 1)].clone();
        }),
    ];
    let rows = |(what, change)| {
        let [plain, remade] = WAYS.map(|forged| tried(forged, change));
        [Row::new(what, plain), Row::new("the same, remade", remade)]
    };
    kinds.into_iter().flat_map(rows).collect()
}

type Change = fn(&mut Vec<String>, usize, &[String]);

fn tried(forged: bool, change: Change) -> Vec<Trial> {
    let mut trials = Vec::new();
    for age in ages() {
        let journals: Vec<_> = age.files.keys().filter(|name| name.starts_with("sealed/journal-")).collect();
        for (n, name) in journals.iter().copied().enumerate() {
            let other = lines(&age.files[journals[(n + 1) % journals.len()]]);
            let own = lines(&age.files[name]);
            for at in (1..own.len()).step_by(STEP).chain([own.len() - 1]) {
                let mut lines = own.clone();
                change(&mut lines, at, &other);
                if forged {
                    chain(&mut lines);
                }
                let text = lines.concat().into_bytes();
                if text == age.files[name] {
                    continue;
                }
                let label = format!("{} {name}: line {at}", age.sequence);
                let make =
                    move || changed(age, forged, |files| drop(files.insert(name.clone(), text.clone())));
                let trial = Trial::new(label, age.files, &age.evidence, make);
                trials.push(trial.excused(excuse(name, forged)));
            }
        }
    }
    trials
}

fn lines(bytes: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(bytes).unwrap();
    text.split_inclusive('\n').map(str::to_owned).collect()
}

/// Positions and digests of a whole chain.
fn chain(lines: &mut [String]) {
    let mut previous = Digest::ZERO;
    for (seq, line) in lines.iter_mut().enumerate() {
        let rest = line.find(",\"at\":").map(|at| line[at..].to_owned()).unwrap();
        *line = format!("{{\"seq\":{seq},\"previous\":\"{previous}\"{rest}");
        previous = Digest::of(line.trim_end_matches('\n'));
    }
}

#[test]
fn a_chain_made_again_is_the_chain() {
    for age in ages() {
        let bytes = &age.files[Layout::TEAM_JOURNAL];
        let mut made = lines(bytes);
        chain(&mut made);
        assert_eq!(made.concat().as_bytes(), bytes);
    }
}
