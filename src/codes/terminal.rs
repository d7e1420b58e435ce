//! A code in the characters of a terminal.

use super::{Code, QUIET, VERSION_MAX, size_of};

/// Black and white of the cube of 256 colours, which themes leave alone; they rename the first sixteen.
const BLACK: u8 = 16;
const WHITE: u8 = 231;

/// How modules are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blocks {
    /// Two modules over each other in a character: small, but torn apart where a terminal leaves space between lines.
    Half,
    /// Two characters for each module.
    Full,
}

/// The columns and rows of a code of this version with its quiet zone.
pub fn extent(version: u8, blocks: Blocks) -> (usize, usize) {
    let whole = size_of(version) + 2 * QUIET;
    match blocks {
        Blocks::Half => (whole, whole.div_ceil(2)),
        Blocks::Full => (2 * whole, whole),
    }
}

/// The largest version whose codes fit into so many columns and rows; none where not even the smallest does.
pub fn most_version((columns, rows): (usize, usize), blocks: Blocks) -> Option<u8> {
    let fits = |version: &u8| {
        let (wide, high) = extent(*version, blocks);
        wide <= columns && high <= rows
    };
    (1..=VERSION_MAX).rev().find(fits)
}

/// The lines of a code with its quiet zone. Coloured, it is black on white whatever the terminal's own colours are; otherwise
/// dark modules are blocks, as ink on paper.
pub fn lines(code: &Code, blocks: Blocks, coloured: bool) -> Vec<String> {
    let rows = match blocks {
        Blocks::Half => (0..code.whole()).step_by(2).map(|y| half(code, y)).collect::<Vec<_>>(),
        Blocks::Full => (0..code.whole()).map(|y| full(code, y)).collect(),
    };
    if !coloured {
        return rows;
    }
    let ink = format!("\u{1b}[38;5;{BLACK};48;5;{WHITE}m");
    rows.iter().map(|row| format!("{ink}{row}\u{1b}[0m")).collect()
}

fn half(code: &Code, y: usize) -> String {
    let block = |x| match (code.is_dark(x, y), code.is_dark(x, y + 1)) {
        (false, false) => ' ',
        (true, false) => '▀',
        (false, true) => '▄',
        (true, true) => '█',
    };
    (0..code.whole()).map(block).collect()
}

fn full(code: &Code, y: usize) -> String {
    (0..code.whole()).map(|x| if code.is_dark(x, y) { "██" } else { "  " }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::Level;
    use crate::codes::scanner::read;

    /// The modules that characters show: (columns, rows of modules).
    fn modules(lines: &[String], blocks: Blocks) -> Vec<Vec<bool>> {
        let upper = |c| matches!(c, '▀' | '█');
        let lower = |c| matches!(c, '▄' | '█');
        let each = |line: &String| match blocks {
            Blocks::Half => vec![line.chars().map(upper).collect(), line.chars().map(lower).collect()],
            Blocks::Full => vec![line.chars().step_by(2).map(upper).collect()],
        };
        lines.iter().flat_map(each).collect()
    }

    #[test]
    fn what_stands_on_the_terminal_is_read_back() {
        let text = "ethereum:0x73d0385F4d8E00C5e6504C6030F47BF6212736A8@1";
        for version in [4, 5, 12, 30] {
            let code = Code::at(text, version, Level::M).unwrap();
            for blocks in [Blocks::Half, Blocks::Full] {
                let lines = lines(&code, blocks, false);
                let (columns, rows) = extent(code.version(), blocks);
                assert_eq!(lines.len(), rows);
                assert!(lines.iter().all(|line| line.chars().count() == columns));
                let seen = modules(&lines, blocks);
                assert_eq!(read(code.whole(), |x, y| seen[y][x]), [text.as_bytes()]);
            }
        }
    }

    #[test]
    fn colours_stand_around_every_line_and_end_with_it() {
        let code = Code::of("A", Level::M, 1).unwrap();
        let plain = lines(&code, Blocks::Half, false);
        for (with, without) in lines(&code, Blocks::Half, true).iter().zip(&plain) {
            assert_eq!(*with, format!("\u{1b}[38;5;16;48;5;231m{without}\u{1b}[0m"));
        }
    }

    #[test]
    fn the_largest_version_that_fits_fits_and_the_next_does_not() {
        for blocks in [Blocks::Half, Blocks::Full] {
            for size in [(28, 200), (29, 14), (29, 15), (58, 29), (80, 24), (200, 50), (1000, 1000)] {
                let fits = |version: u8| {
                    let (columns, rows) = extent(version, blocks);
                    columns <= size.0 && rows <= size.1
                };
                let most = most_version(size, blocks);
                assert!(most.is_none_or(fits), "{size:?}");
                let next = most.map_or(1, |version| version + 1);
                assert!(next > VERSION_MAX || !fits(next), "{size:?}");
            }
        }
        assert_eq!(most_version((80, 24), Blocks::Half), Some(5));
    }
}
