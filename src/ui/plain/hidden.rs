//! Reading from the terminal without echo.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, read as next_event};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

use crate::ui::typed::Typed;

/// Raw mode, given back on every way out.
struct Raw;

impl Raw {
    fn enter() -> Option<Self> {
        enable_raw_mode().ok().map(|()| Self)
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        let _ = disable_raw_mode();
    }
}

/// Reads what is typed up to Enter. None where the person gives up (Escape, Ctrl-C, Ctrl-D) or the terminal is gone.
pub fn read(typed: &mut Typed) -> Option<()> {
    let _raw = Raw::enter()?;
    loop {
        let Event::Key(key) = next_event().ok()? else { continue };
        if key.kind == KeyEventKind::Release {
            continue;
        }
        match stroke(key) {
            Stroke::Done => return Some(()),
            Stroke::GiveUp => return None,
            Stroke::Back => typed.pop(),
            Stroke::Type(c) => {
                typed.push(c);
            }
            Stroke::Nothing => {}
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Stroke {
    Done,
    GiveUp,
    Back,
    Type(char),
    Nothing,
}

fn stroke(key: KeyEvent) -> Stroke {
    let control = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    match key.code {
        KeyCode::Enter => Stroke::Done,
        KeyCode::Esc => Stroke::GiveUp,
        KeyCode::Char('c' | 'd') if control => Stroke::GiveUp,
        KeyCode::Char(_) if control => Stroke::Nothing,
        KeyCode::Backspace => Stroke::Back,
        KeyCode::Char(c) => Stroke::Type(c),
        _ => Stroke::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_keys_are_not_typed() {
        let key = |code, modifiers| stroke(KeyEvent::new(code, modifiers));
        assert_eq!(key(KeyCode::Char('c'), KeyModifiers::CONTROL), Stroke::GiveUp);
        assert_eq!(key(KeyCode::Char('u'), KeyModifiers::CONTROL), Stroke::Nothing);
        assert_eq!(key(KeyCode::Char('C'), KeyModifiers::SHIFT), Stroke::Type('C'));
        assert_eq!(key(KeyCode::Tab, KeyModifiers::NONE), Stroke::Nothing);
    }
}
