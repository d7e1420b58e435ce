//! Bytes of files: flipped, and the same text in another writing.

use gishiki::manifest::Layout;

use super::trial::{Row, TEAM, Trial};
use super::world::{WAYS, ages, changed};

/// So many bytes of each file are flipped, spread evenly; the first and the last are among them.
const PLACES: usize = 5;

pub fn rows() -> Vec<Row> {
    let [flips, flips_remade] = WAYS.map(flips);
    let [written, written_remade] = WAYS.map(rewritten);
    vec![
        Row::new("one bit of every file's bytes flipped, five places of each file", flips),
        Row::new("the same, remade", flips_remade),
        Row::new(
            "every file with CR LF, a byte-order mark, a line feed at the end, a space before it",
            written,
        ),
        Row::new("the same, remade", written_remade),
    ]
}

/// What only the team's journal tells is not proven where everything is remade.
pub fn excuse(name: &str, forged: bool) -> Option<&'static str> {
    (forged && name == Layout::TEAM_JOURNAL).then_some(TEAM)
}

fn flips(forged: bool) -> Vec<Trial> {
    let mut trials = Vec::new();
    for age in ages() {
        for (name, bytes) in age.files {
            for n in 0..PLACES {
                let (at, bit) = (n * (bytes.len() - 1) / (PLACES - 1), (n * 3 + name.len()) % 8);
                let label = format!("{} {name}: bit {bit} of byte {at}", age.sequence);
                let make = move || {
                    changed(age, forged, |files| {
                        let bytes = files.get_mut(name.as_str());
                        bytes.into_iter().for_each(|bytes| bytes[at] ^= 1 << bit);
                    })
                };
                let trial = Trial::new(label, age.files, &age.evidence, make);
                trials.push(trial.excused(excuse(name, forged)));
            }
        }
    }
    trials
}

fn rewritten(forged: bool) -> Vec<Trial> {
    let mut trials = Vec::new();
    for age in ages() {
        for (name, bytes) in age.files {
            let text = String::from_utf8(bytes.clone()).unwrap();
            let lines = text.replace('\n', "\r\n");
            let writings = [
                lines,
                format!("{text}\r\n"),
                format!("\u{feff}{text}"),
                format!("{text}\n"),
                format!(" {text}"),
            ];
            for writing in writings.into_iter().filter(|it| *it != text) {
                let label = format!("{} {name}: {:?}", age.sequence, &writing[..8.min(writing.len() - 1)]);
                let make = move || {
                    changed(age, forged, |files| {
                        files.insert(name.clone(), writing.clone().into_bytes());
                    })
                };
                let trial = Trial::new(label, age.files, &age.evidence, make);
                trials.push(trial.excused(excuse(name, forged)));
            }
        }
    }
    trials
}
