//! Codes on the terminal, still or moving.

use std::io::{self, IsTerminal};

use super::shape::Shape;
use super::{Output, enough, save};
use crate::codes::{Blocks, Frames, lines};
use crate::text::{Message, Problem};
use crate::ui::tui::{Shown, play};

/// Draws it. A moving code runs until a key ends it; in lines, or where stdout is no terminal, so many frames stand below each
/// other.
///
/// # Errors
/// Stdout cannot be written, or the person stopped it.
pub(super) fn draw(
    output: &Output,
    shape: Shape,
    blocks: Blocks,
    in_lines: bool,
    count: Option<u32>,
) -> Result<(), Problem> {
    // Its colours are what makes a code readable: NO_COLOR is about decoration.
    let coloured = io::stdout().is_terminal();
    match shape {
        Shape::Still(code) => written(&lines(&code, blocks, coloured)).map(drop),
        Shape::Moving(frames) if coloured && !in_lines => moving(output, frames, blocks),
        Shape::Moving(mut frames) => {
            let all = enough(frames.count(), count);
            for _ in 0..all {
                let frame = frames.next_frame()?;
                let said = output.catalog().say(&about("qr-frame-line", &frames, frame.number));
                let mut text = lines(&frame.code, blocks, coloured);
                text.extend([said, String::new()]);
                if !written(&text)? {
                    break;
                }
            }
            Ok(())
        }
    }
}

fn moving(output: &Output, mut frames: Frames, blocks: Blocks) -> Result<(), Problem> {
    play(|| {
        let frame = frames.next_frame()?;
        let say = |id| output.catalog().say(&about(id, &frames, frame.number));
        Ok(Shown {
            lines: lines(&frame.code, blocks, true),
            runs: say("qr-frame"),
            paused: say("qr-frame-paused"),
        })
    })
}

fn about(id: &'static str, frames: &Frames, number: usize) -> Message {
    Message::new(id).with("number", number).with("fragments", frames.count()).with("name", frames.name())
}

/// Lines on stdout; false where nobody reads them any more.
fn written(lines: &[String]) -> Result<bool, Problem> {
    save::to_stdout((lines.join("\n") + "\n").as_bytes())
}
