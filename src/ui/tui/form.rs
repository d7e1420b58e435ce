//! The three lines of an exception, being written.

use crossterm::event::{KeyCode, KeyEvent};

use crate::manifest::Exception;
use crate::text::Problem;
use crate::ui::presentation::{EXCEPTION_MAX, exception, exception_takes};

/// The form.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// What was expected, what happened, what was decided.
    pub lines: [String; 3],
    /// Which line is written.
    pub at: usize,
    /// Why it cannot be taken yet.
    pub refused: Option<Problem>,
    /// Where it is complete and Enter was pressed: whether `y` was typed.
    pub sure: Option<bool>,
}

/// What came of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is still being written.
    Open,
    /// Put away.
    Back,
    /// To be recorded.
    Done(Exception),
}

impl Form {
    /// Takes a key.
    pub fn key(&mut self, key: KeyEvent) -> Outcome {
        match self.sure {
            Some(sure) => self.confirm(key.code, sure),
            None => self.write(key.code),
        }
    }

    fn taken(&self) -> Result<Exception, Problem> {
        exception(self.lines.each_ref().map(String::as_str))
    }

    fn confirm(&mut self, key: KeyCode, sure: bool) -> Outcome {
        match (key, self.taken()) {
            (KeyCode::Enter, Ok(exception)) if sure => return Outcome::Done(exception),
            (KeyCode::Char('y' | 'Y'), _) => self.sure = Some(true),
            (KeyCode::Enter, _) => {}
            _ => self.sure = None,
        }
        Outcome::Open
    }

    fn write(&mut self, key: KeyCode) -> Outcome {
        let line = &mut self.lines[self.at];
        match key {
            KeyCode::Esc => return Outcome::Back,
            KeyCode::Backspace => {
                line.pop();
            }
            KeyCode::Char(c) if !exception_takes(c) => {
                self.refused = Some(Problem::unusable("exception-characters"))
            }
            KeyCode::Char(c) if line.len() < EXCEPTION_MAX => {
                line.push(c);
                self.refused = None;
            }
            KeyCode::Tab | KeyCode::Down => self.at = (self.at + 1) % self.lines.len(),
            KeyCode::BackTab | KeyCode::Up => self.at = (self.at + self.lines.len() - 1) % self.lines.len(),
            KeyCode::Enter if self.at + 1 < self.lines.len() => self.at += 1,
            KeyCode::Enter => match self.taken() {
                Ok(_) => (self.sure, self.refused) = (Some(false), None),
                Err(problem) => self.refused = Some(problem),
            },
            _ => {}
        }
        Outcome::Open
    }
}
