//! What a member's run and the team's have in common: talking with the person.

use super::{Alarm, Answer, Decision, Face, Question};
use crate::manifest::Exception;
use crate::text::Problem;

/// A run that can ask, and record what did not go as planned.
pub trait Run {
    /// The person.
    fn face(&mut self) -> &mut dyn Face;

    /// Writes an exception into the journal, with the step it belongs to.
    ///
    /// # Errors
    /// The disk refused.
    fn record_exception(&mut self, exception: Exception) -> Result<(), Problem>;

    /// Writes an alarm into the journal, with the step it belongs to.
    ///
    /// # Errors
    /// The disk refused.
    fn record_alarm(&mut self, alarm: Alarm) -> Result<(), Problem>;

    /// Asks until the answer is yes or no.
    ///
    /// # Errors
    /// The person stopped.
    fn ask(&mut self, question: &Question) -> Result<bool, Problem> {
        loop {
            match self.face().answer(question) {
                Answer::Yes => return Ok(true),
                Answer::No => return Ok(false),
                Answer::Stop => return Err(Problem::stopped("stopped")),
                Answer::Exception(exception) => self.record_exception(exception)?,
            }
        }
    }

    /// Waits until the person is ready.
    ///
    /// # Errors
    /// The person stopped.
    fn ready(&mut self) -> Result<(), Problem> {
        if self.ask(&Question::Ready)? { Ok(()) } else { Err(Problem::stopped("stopped")) }
    }

    /// Asks what to do about a problem, once the journal holds the alarm that it may be; returns where the step is to be done again.
    ///
    /// # Errors
    /// The person stopped; then the problem itself.
    fn trouble(&mut self, problem: Problem) -> Result<(), Problem> {
        if let Some(alarm) = Alarm::of(&problem) {
            // An alarm is not passed over because the disk is full: it is the last thing told, too.
            while let Err(unrecorded) = self.record_alarm(alarm) {
                if self.face().trouble(&unrecorded) == Decision::Stop {
                    return Err(problem);
                }
            }
        }
        let mut problem = problem;
        loop {
            if problem.id() == "stopped" {
                return Err(problem);
            }
            match self.face().trouble(&problem) {
                Decision::Retry => return Ok(()),
                Decision::Stop => return Err(problem),
                Decision::Exception(exception) => match self.record_exception(exception) {
                    Ok(()) => return Ok(()),
                    Err(unrecorded) => problem = unrecorded,
                },
            }
        }
    }

    /// Waits until a device that cannot be told to forget its wallets has lost its power.
    ///
    /// # Errors
    /// The person stopped, or it is still plugged in.
    fn unplugged(&mut self, member: &str) -> Result<(), Problem> {
        let member = member.to_owned();
        if self.ask(&Question::Unplugged { member: member.clone() })? {
            Ok(())
        } else {
            Err(Problem::device("device-still-open").with("member", member))
        }
    }
}

/// An exception as files hold it, with the step it belongs to.
///
/// # Errors
/// One of its texts is empty, too long, or not printable ASCII: it could never be written into the sealed file.
pub fn exception_at(step: String, exception: Exception) -> Result<Exception, Problem> {
    let exception = Exception { step, ..exception };
    if exception.is_writable() { Ok(exception) } else { Err(Problem::unusable("exception-unwritable")) }
}
