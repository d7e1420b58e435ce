//! What a member's run and the team's have in common: talking with the person.

use super::{Answer, Decision, Face, Question};
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

    /// Asks what to do about a problem; returns where the step is to be done again.
    ///
    /// # Errors
    /// The person stopped; then the problem itself.
    fn trouble(&mut self, problem: Problem) -> Result<(), Problem> {
        if problem.id() == "stopped" {
            return Err(problem);
        }
        match self.face().trouble(&problem) {
            Decision::Retry => Ok(()),
            Decision::Exception(exception) => self.record_exception(exception),
            Decision::Stop => Err(problem),
        }
    }
}
