//! The ceremony on this thread, the terminal on another.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event, KeyEventKind};
use ratatui::Terminal;
use ratatui::backend::Backend;
use signal_hook::consts::{SIGHUP, SIGTERM};

use super::hangup::{Ends, Watch, is_gone};
use super::model::{Effect, Model, Msg, Said, Told};
use super::stage::Stage;
use super::terminal::{Guard, restore};
use super::update::update;
use super::view::{self, Theme};
use crate::ceremony::{Face, STOPPED_AT_WARNINGS};
use crate::device::CancelFlag;
use crate::device::simulator::{PanelSlot, Screen};
use crate::text::{Catalog, Kind, Problem};
use crate::ui::presentation::Header;

/// How long a key is awaited before the ceremony and the simulated device are looked at again.
const TICK: Duration = Duration::from_millis(25);

/// Runs a ceremony on the screen: `ceremony` is called on this thread with the face of the screen. Where it came to
/// its end, the screen stays until the person leaves it. The terminal is given back on every way out.
///
/// # Errors
/// As the ceremony's; `screen-unusable` where there is no terminal; `face-gone` where the program broke down.
pub fn run<T>(
    catalog: &Catalog,
    header: Header,
    slot: &PanelSlot,
    ceremony: impl FnOnce(&mut dyn Face) -> Result<T, Problem>,
) -> Result<T, Problem> {
    let unusable = |error: io::Error| Problem::unusable("screen-unusable").with("reason", error);
    let (guard, terminal) = Guard::take().map_err(unusable)?;
    let place = guard.place();
    let gone = || Problem::unusable("face-gone").with("place", place.get().unwrap_or_default());
    let (told, hears) = mpsc::channel();
    let (says, said) = mpsc::channel();
    let gives_up = CancelFlag::default();
    let presence = Presence(Arc::new(()));
    let mut stage = Stage::new(told.clone(), said, gives_up.clone(), Arc::downgrade(&presence.0));
    let hangup = Arc::new(AtomicBool::new(false));
    for signal in [SIGTERM, SIGHUP] {
        signal_hook::flag::register(signal, hangup.clone()).map_err(unusable)?;
    }
    let watch = Watch { hangup: hangup.clone(), gives_up: gives_up.clone(), says: says.clone() };
    let ends = Ends::default();
    let desk = Desk {
        hears,
        says,
        gives_up,
        hangup,
        slot: slot.clone(),
        seen: None,
        over: false,
        _presence: presence,
    };
    let (result, sat) = thread::scope(|scope| {
        let watch = scope.spawn(|| watch.stand(&ends));
        let screen = scope.spawn(move || desk.sit(terminal, catalog, Model::new(header)));
        let result = catch_unwind(AssertUnwindSafe(|| ceremony(&mut stage)));
        if matches!(result, Ok(Ok(_))) {
            let _ = told.send(Told::Over);
        }
        // The screen ends with the last of its tellers; after a good end, when the person leaves it.
        drop((stage, told));
        ends.ceremony.store(true, Ordering::SeqCst);
        let sat = screen.join();
        ends.screen.store(true, Ordering::SeqCst);
        watch.thread().unpark();
        (result, sat)
    });
    drop(guard);
    match (result, sat) {
        // However the screen took it: ratatui breaks down where it cannot even say that the cursor stays hidden.
        (Ok(Err(problem)), _) if problem.kind() == Kind::Stopped && is_gone() => Err(problem),
        (Ok(Err(problem)), Ok(Err(error))) if problem.kind() == Kind::Stopped => Err(unusable(error)),
        // Whatever was given up on the way, the person stopped.
        (Ok(Err(problem)), Ok(Ok(())))
            if problem.kind() == Kind::Stopped && problem.id() != STOPPED_AT_WARNINGS =>
        {
            Err(Problem::stopped("stopped"))
        }
        (Ok(result), Ok(_)) => result,
        (Err(_), _) | (_, Err(_)) => Err(gone()),
    }
}

/// The thread that reads keys and draws.
struct Desk {
    hears: Receiver<Told>,
    says: Sender<Said>,
    gives_up: CancelFlag,
    /// Raised by a signal that ends the program.
    hangup: Arc<AtomicBool>,
    slot: PanelSlot,
    /// The simulated device's screen that the model knows, with its number.
    seen: Option<(u64, Screen)>,
    /// Whether the ceremony came to a good end.
    over: bool,
    _presence: Presence,
}

/// Lives as long as the screen does. Dropped, also by a panic, it gives the terminal back without waiting for the
/// ceremony, and lets the ceremony know.
struct Presence(Arc<()>);

impl Drop for Presence {
    fn drop(&mut self) {
        restore();
    }
}

/// What came of an effect.
enum Carried {
    On,
    Refused,
    Out,
}

impl Desk {
    fn sit<B: Backend<Error = io::Error>>(
        mut self,
        mut terminal: Terminal<B>,
        catalog: &Catalog,
        mut model: Model,
    ) -> io::Result<()> {
        let theme = Theme::of_environment();
        loop {
            let mut beyond = None;
            terminal.draw(|frame| beyond = view::draw(frame, &model, catalog, theme))?;
            model.drawn(beyond);
            let Some(messages) = self.next()? else { return Ok(()) };
            for msg in messages {
                for effect in update(&mut model, msg) {
                    match self.carry_out(effect) {
                        Carried::On => {}
                        Carried::Refused => drop(update(&mut model, Msg::NotTaken)),
                        Carried::Out => return Ok(()),
                    }
                }
            }
        }
    }

    /// Waits for anything to happen; none where the ceremony has ended before its end.
    fn next(&mut self) -> io::Result<Option<Vec<Msg>>> {
        loop {
            if self.hangup.load(Ordering::Relaxed) {
                return Ok(None);
            }
            let (mut messages, mut resized) = (Vec::new(), false);
            if event::poll(TICK)? {
                match event::read()? {
                    Event::Key(key) if key.kind != KeyEventKind::Release => messages.push(Msg::Key(key)),
                    Event::Resize(..) => resized = true,
                    _ => {}
                }
            }
            let ended = self.listen(&mut messages);
            messages.extend(self.look());
            if ended && !self.over && messages.is_empty() {
                return Ok(None);
            }
            if resized || !messages.is_empty() {
                return Ok(Some(messages));
            }
        }
    }

    /// Takes what the ceremony tells; true where it tells no more.
    fn listen(&mut self, messages: &mut Vec<Msg>) -> bool {
        loop {
            match self.hears.try_recv() {
                Ok(told) => {
                    self.over |= matches!(told, Told::Over);
                    messages.push(Msg::Told(told));
                }
                Err(TryRecvError::Empty) => return false,
                Err(TryRecvError::Disconnected) => return true,
            }
        }
    }

    /// Whether the simulated device shows something else than before.
    fn look(&mut self) -> Option<Msg> {
        let now = self.slot.get().map(|panel| panel.screen());
        if now == self.seen {
            return None;
        }
        self.seen.clone_from(&now);
        Some(Msg::Screen(now.map(|(_, screen)| screen)))
    }

    fn carry_out(&self, effect: Effect) -> Carried {
        let panel = self.slot.get();
        match effect {
            // A ceremony that no longer listens has ended, which is noticed next.
            Effect::Say(said) => drop(self.says.send(said)),
            Effect::Press(button) => drop(panel.map(|panel| panel.press(button))),
            Effect::Type(secret) if !panel.is_some_and(|panel| panel.enter(&secret)) => {
                return Carried::Refused;
            }
            Effect::Type(_) => {}
            Effect::GiveUp => self.gives_up.raise(),
            Effect::Leave => return Carried::Out,
            Effect::Abandon => {
                // The ceremony's thread may be waiting for a device that never answers. What was recorded is on disk.
                restore();
                std::process::exit(Kind::Stopped.exit_status().into());
            }
        }
        Carried::On
    }
}
