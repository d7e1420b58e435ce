//! Terminal screens as one SVG that shows them in turn. Every word and every wide character stands at its own column and frames are lines,
//! so that nothing depends on the reader's fonts; the background is part of it, so that it can be read on any page.

use std::fmt::Write;

use vt100::{Cell, Color, Screen};

/// A cell's width and height, and the margin around all.
const CELL: (u16, u16) = (9, 20);
const MARGIN: u16 = 14;
/// How long each screen is seen, in seconds.
const SECONDS: usize = 7;

const GROUND: &str = "#16191f";
const PLAIN: &str = "#d8dee9";
const FAINT: &str = "#8f9bb0";

/// How a cell looks.
#[derive(Clone, PartialEq, Eq)]
struct Looks {
    ink: &'static str,
    /// None where the ground is seen.
    paper: Option<&'static str>,
    bold: bool,
}

impl Looks {
    fn of(cell: &Cell) -> Self {
        let ink = match cell.fgcolor() {
            Color::Default if cell.dim() => FAINT,
            colour => hex(colour).unwrap_or(PLAIN),
        };
        let paper = hex(cell.bgcolor());
        let bold = cell.bold();
        if cell.inverse() {
            return Self { ink: paper.unwrap_or(GROUND), paper: Some(ink), bold };
        }
        Self { ink, paper, bold }
    }
}

/// The colours of the theme, in shades that can be read on the ground.
fn hex(colour: Color) -> Option<&'static str> {
    match colour {
        Color::Default => None,
        Color::Idx(0) => Some("#16191f"),
        Color::Idx(1) => Some("#ff8b80"),
        Color::Idx(3) => Some("#f0c674"),
        Color::Idx(6) => Some("#6fd3e0"),
        other => panic!("the theme has a new colour, {other:?}: say here how it looks"),
    }
}

/// One file that shows these screens in turn; where nothing moves, the first.
pub fn animated(screens: &[Screen], lang: &str) -> String {
    let (rows, columns) = screens[0].size();
    let (width, height) = (columns * CELL.0 + 2 * MARGIN, rows * CELL.1 + 2 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         role=\"img\" xml:lang=\"{lang}\">\n<title>Gishiki: a rehearsal on the screen</title>\n\
         <!-- Made by tests/tui_pty/recorded.rs, which says how -->\n"
    );
    out += &style(screens.len());
    writeln!(out, "<rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{GROUND}\"/>").unwrap();
    for (at, screen) in screens.iter().enumerate() {
        writeln!(out, "<g class=\"s s{at}\">").unwrap();
        draw(&mut out, screen);
        out += "</g>\n";
    }
    out + "</svg>\n"
}

/// Each screen has its turn. The animation changes visibility only: without it the first screen stays.
fn style(count: usize) -> String {
    let (all, share) = (count * SECONDS, 100.0 / count as f64);
    let mut out = format!(
        "<style>\ntext{{font:15px ui-monospace,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono','Noto Sans Mono CJK JP',monospace;\
         white-space:pre}}\n.b{{font-weight:700}}\n.w{{font-size:17px}}\npath{{fill:none;stroke-width:1.3}}\n\
         .s{{visibility:hidden;animation:turn {all}s step-end infinite}}\n.s0{{visibility:visible}}\n"
    );
    for at in 1..count {
        writeln!(out, ".s{at}{{animation-delay:{}s}}", at * SECONDS).unwrap();
    }
    writeln!(out, "@keyframes turn{{0%{{visibility:visible}}{share:.2}%{{visibility:hidden}}}}").unwrap();
    out += "@media (prefers-reduced-motion:reduce){.s{animation:none}}\n</style>\n";
    out
}

fn draw(out: &mut String, screen: &Screen) {
    let (rows, columns) = screen.size();
    for row in 0..rows {
        let cells: Vec<_> = (0..columns).map(|column| screen.cell(row, column).unwrap()).collect();
        let mut from = 0;
        while from < cells.len() {
            let looks = Looks::of(cells[from]);
            if is_bare(cells[from]) {
                from += 1;
                continue;
            }
            let bare = |cell: &Cell| looks.paper.is_none() && is_bare(cell);
            let same = |cell: &&&Cell| cell.is_wide_continuation() || bare(cell) || Looks::of(cell) == looks;
            let upto = from + cells[from..].iter().take_while(same).count();
            draw_run(out, &cells[from..upto], (u16::try_from(from).unwrap(), row), &looks);
            from = upto;
        }
    }
}

/// Whether nothing of a cell is seen. What ink it would have depends on what stood there before.
fn is_bare(cell: &Cell) -> bool {
    matches!(cell.contents(), "" | " ") && Looks::of(cell).paper.is_none()
}

/// Cells of one row that look the same.
fn draw_run(out: &mut String, cells: &[&Cell], (column, row): (u16, u16), looks: &Looks) {
    let (left, top) = (MARGIN + column * CELL.0, MARGIN + row * CELL.1);
    if let Some(paper) = looks.paper {
        let width = u16::try_from(cells.len()).unwrap() * CELL.0;
        let height = CELL.1;
        writeln!(
            out,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>"
        )
        .unwrap();
    }
    let (mut words, mut lines) = (Vec::<Word>::new(), String::new());
    for (at, cell) in cells.iter().enumerate() {
        let x = left + u16::try_from(at).unwrap() * CELL.0;
        let Some(c) = cell.contents().chars().next().filter(|c| *c != ' ') else { continue };
        if let Some(line) = line(c, x, top) {
            lines += &line;
            continue;
        }
        match words.last_mut().filter(|word| word.x + word.width == x && !word.wide && !cell.is_wide()) {
            Some(word) => {
                word.text += cell.contents();
                word.width += CELL.0;
            }
            None => words.push(Word::of(cell, x)),
        }
    }
    let ink = looks.ink;
    if !lines.is_empty() {
        writeln!(out, "<path stroke=\"{ink}\" d=\"{lines}\"/>").unwrap();
    }
    if !words.is_empty() {
        let bold = if looks.bold { " class=\"b\"" } else { "" };
        let (y, words) = (top + 15, words.iter().map(Word::drawn).collect::<String>());
        writeln!(out, "<text{bold} y=\"{y}\" fill=\"{ink}\">{words}</text>").unwrap();
    }
}

/// Characters without a space between them, or one wide character: what stands at a place of its own. (A place for every
/// character would do, too, but librsvg takes the first only.)
struct Word {
    text: String,
    x: u16,
    width: u16,
    wide: bool,
}

impl Word {
    fn of(cell: &Cell, x: u16) -> Self {
        let wide = cell.is_wide();
        let width = if wide { 2 * CELL.0 } else { CELL.0 };
        Self { text: cell.contents().to_owned(), x, width, wide }
    }

    fn drawn(&self) -> String {
        let (x, text) = (self.x, escaped(&self.text));
        if self.wide {
            return format!("<tspan class=\"w\" x=\"{x}\">{text}</tspan>");
        }
        let width = self.width;
        format!("<tspan x=\"{x}\" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\">{text}</tspan>")
    }
}

/// A character of a frame as lines from the middle of its cell to the cell's sides; none for other characters.
fn line(c: char, x: u16, y: u16) -> Option<String> {
    let (w, h) = CELL;
    let (middle_x, middle_y) = (f32::from(x) + f32::from(w) / 2.0, y + h / 2);
    // Where a corner's two lines end.
    let (side_x, side_y) = match c {
        '─' | '═' => return Some(format!("M{x} {middle_y}h{w}")),
        '│' | '║' => return Some(format!("M{middle_x} {y}v{h}")),
        '┌' | '╭' | '╔' => (x + w, y + h),
        '┐' | '╮' | '╗' => (x, y + h),
        '└' | '╰' | '╚' => (x + w, y),
        '┘' | '╯' | '╝' => (x, y),
        _ => return None,
    };
    Some(match c {
        '╭' | '╮' | '╰' | '╯' => {
            format!("M{side_x} {middle_y}Q{middle_x} {middle_y} {middle_x} {side_y}")
        }
        _ => format!("M{side_x} {middle_y}H{middle_x}V{side_y}"),
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
