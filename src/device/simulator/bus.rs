//! What the device, the laptop's cable and the person's hand share.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use trezor_client::transport::ProtoMessage;

use super::screen::{Button, Kind, Screen};
use crate::keys::Secret;

/// What a person did on the device.
#[derive(Clone)]
pub(super) enum Input {
    Pressed(Button),
    Typed(Secret),
}

/// All that more than one side sees.
pub(super) struct State {
    pub(super) screen: Screen,
    /// Counts what was drawn, so that a watcher misses nothing.
    pub(super) drawn: u64,
    pub(super) input: Option<Input>,
    pub(super) to_device: VecDeque<ProtoMessage>,
    pub(super) to_laptop: VecDeque<ProtoMessage>,
    pub(super) powered: bool,
    /// Counts every plugging and unplugging: a cable belongs to one of them.
    pub(super) plugs: u64,
    /// The device is to lock itself, as after its delay.
    pub(super) locks: bool,
    /// Nobody holds the device any more.
    pub(super) abandoned: bool,
}

impl State {
    pub(super) fn draw(&mut self, screen: Screen) {
        self.input = None;
        self.drawn += 1;
        self.screen = screen;
    }

    /// Takes what a person did; the screen has served.
    pub(super) fn act(&mut self, input: Input) {
        self.draw(Screen::new(Kind::Busy, "", "", Vec::new()));
        self.input = Some(input);
    }
}

/// The state behind its lock, and the bell that rings at every change.
pub(super) struct Bus {
    state: Mutex<State>,
    pub(super) bell: Condvar,
}

impl Bus {
    pub(super) fn new() -> Self {
        let state = State {
            screen: Screen::new(Kind::Off, "", "", Vec::new()),
            drawn: 0,
            input: None,
            to_device: VecDeque::new(),
            to_laptop: VecDeque::new(),
            powered: true,
            plugs: 0,
            locks: false,
            abandoned: false,
        };
        Self { state: Mutex::new(state), bell: Condvar::new() }
    }

    /// The state; every change to it is one assignment, so that a thread that died left nothing half done.
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the state and rings.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let changed = change(&mut self.state());
        self.bell.notify_all();
        changed
    }
}

/// Held by everything outside the device; the device's thread ends with the last of them.
pub(super) struct Holder(pub(super) Arc<Bus>);

impl Drop for Holder {
    fn drop(&mut self) {
        self.0.change(|state| state.abandoned = true);
    }
}
