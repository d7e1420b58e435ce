//! The face on the ceremony's side: tells the screen, and waits for what the person says there.

use std::sync::Weak;
use std::sync::mpsc::{Receiver, Sender};

use super::model::{Said, Told};
use crate::ceremony::{Answer, Decision, Face, Moment, Progress, Question};
use crate::device::{Attendant, CancelFlag, Notice, Reply};
use crate::keys::Secret;
use crate::plan::{Linted, WalletId};
use crate::text::Problem;
use crate::ui::presentation::Briefing;

/// A face whose person sits at the screen. Where the screen is gone, everything is answered with "stop".
pub struct Stage {
    told: Sender<Told>,
    said: Receiver<Said>,
    gives_up: CancelFlag,
    screen: Weak<()>,
}

impl Stage {
    /// Between two channels; the flag is raised where the person gives up what the device waits for. The screen holds
    /// the other end of `screen` as long as it is there.
    pub fn new(told: Sender<Told>, said: Receiver<Said>, gives_up: CancelFlag, screen: Weak<()>) -> Self {
        Self { told, said, gives_up, screen }
    }

    fn tell(&self, told: Told) {
        // A screen that is gone is noticed at the next question.
        let _ = self.told.send(told);
    }

    fn ask(&self, told: Told) -> Option<Said> {
        self.told.send(told).ok()?;
        self.said.recv().ok()
    }
}

impl Attendant for Stage {
    fn notice(&mut self, notice: &Notice) -> Reply {
        if self.gives_up() {
            return Reply::Cancel;
        }
        if *notice == Notice::PinMatrix {
            return match self.ask(Told::Notice(notice.clone())) {
                Some(Said::Reply(reply)) => reply,
                _ => Reply::Cancel,
            };
        }
        match self.told.send(Told::Notice(notice.clone())) {
            Ok(()) => Reply::Go,
            Err(_) => Reply::Cancel,
        }
    }

    fn gives_up(&mut self) -> bool {
        // Nobody can act any more where the screen broke down: the device is not left waiting.
        self.gives_up.take() || self.screen.strong_count() == 0
    }
}

impl Face for Stage {
    fn briefing(&mut self, plan: &Linted) -> bool {
        matches!(self.ask(Told::Briefing(Briefing::of(plan))), Some(Said::Answer(Answer::Yes)))
    }

    fn moment(&mut self, moment: &Moment, progress: &Progress) {
        // What was given up belongs to the call before.
        self.gives_up.lower();
        self.tell(Told::Moment(moment.clone(), progress.clone()));
    }

    fn recorded(&mut self, line: &str) {
        self.tell(Told::Recorded(line.to_owned()));
    }

    fn answer(&mut self, question: &Question) -> Answer {
        match self.ask(Told::Question(question.clone())) {
            Some(Said::Answer(answer)) => answer,
            _ => Answer::Stop,
        }
    }

    fn passphrase(&mut self, wallet: &WalletId) -> Option<Secret> {
        match self.ask(Told::Passphrase(wallet.clone())) {
            Some(Said::Passphrase(passphrase)) => passphrase,
            _ => None,
        }
    }

    fn trouble(&mut self, problem: &Problem) -> Decision {
        match self.ask(Told::Trouble(problem.clone())) {
            Some(Said::Decision(decision)) => decision,
            _ => Decision::Stop,
        }
    }
}
