//! A whole ceremony through the face of the screen, without a terminal: a desk that draws nothing and presses keys.

use std::sync::{Arc, mpsc};
use std::thread;

use KeyCode::{Char, Enter, F};
use crossterm::event::KeyCode;

use super::*;
use crate::ceremony::{Answer, Decision, Face, Pins, Question, Scope, Setting, Signers, Whole};
use crate::device::simulator::{Button, PanelSlot};
use crate::device::{Attendant, CancelFlag, Notice, Reply};
use crate::host::FixedFacts;
use crate::host::bench::SimulatedBench;
use crate::journal::Memory;
use crate::plan;
use crate::text::Problem;
use crate::ui::tui::model::Said;
use crate::ui::tui::stage::Stage;

const SOLO: &[u8] = include_bytes!("../../../../ceremonies/solo.toml");

/// What a willing person presses next.
fn keys(model: &Model) -> Vec<KeyCode> {
    match &model.prompt {
        Some(Prompt::Choose { .. }) => vec![Enter, Char('y'), Enter],
        Some(_) => vec![Enter],
        None if model.types_on_device() => vec![F(4), Enter],
        None => match model.buttons().first() {
            Some(Button::Confirm) => vec![F(5)],
            Some(Button::NextPage) => vec![F(6)],
            _ => Vec::new(),
        },
    }
}

/// Runs the solo ceremony; the person presses `keys` whenever the model changed.
fn rehearse(keys: fn(&Model) -> Vec<KeyCode>) -> (Result<bool, Problem>, Model, Memory) {
    let (told, hears) = mpsc::channel();
    let (says, said) = mpsc::channel();
    let (gives_up, slot) = (CancelFlag::default(), PanelSlot::default());
    let (flag, place) = (gives_up.clone(), slot.clone());
    let mut storage = Memory::default();
    let screen = Arc::new(());
    let (result, model) = thread::scope(|scope| {
        let desk = scope.spawn(move || {
            let mut model = model();
            loop {
                match hears.try_recv() {
                    Ok(told) => drop(act(&mut model, Msg::Told(told), &says, &place, &flag)),
                    Err(mpsc::TryRecvError::Disconnected) => return model,
                    Err(mpsc::TryRecvError::Empty) => thread::yield_now(),
                }
                let screen = place.get().map(|panel| panel.screen().1);
                if screen != model.screen {
                    act(&mut model, Msg::Screen(screen), &says, &place, &flag);
                }
                model.drawn(Some(0));
                for code in keys(&model) {
                    if !act(&mut model, key(code), &says, &place, &flag) {
                        break;
                    }
                }
            }
        });
        let plan = plan::read(SOLO, "solo.toml").into_plan().unwrap();
        let mut bench = SimulatedBench::new(&plan, slot).unwrap();
        let mut stage = Stage::new(told, said, gives_up, Arc::downgrade(&screen));
        let setting = Setting {
            plan: &plan,
            plan_bytes: SOLO,
            rehearsal: true,
            scope: Scope::Team,
            only: None,
            pins: Pins::default(),
            carried: Vec::new(),
            signers: Signers::All,
        };
        let result = Whole::new(setting, &mut storage, &mut stage, &FixedFacts, &mut bench).run();
        drop(stage);
        (result, desk.join().unwrap())
    });
    (result, model, storage)
}

/// Updates and carries out; false where the keys that would follow belong to what was.
fn act(
    model: &mut Model,
    msg: Msg,
    says: &mpsc::Sender<Said>,
    slot: &PanelSlot,
    gives_up: &CancelFlag,
) -> bool {
    let effects = update(model, msg);
    for effect in &effects {
        match effect.clone() {
            Effect::Say(said) => drop(says.send(said)),
            Effect::Press(button) => drop(slot.get().map(|panel| panel.press(button))),
            Effect::Type(secret) => drop(slot.get().map(|panel| panel.enter(&secret))),
            Effect::GiveUp => gives_up.raise(),
            Effect::Leave | Effect::Abandon => {}
        }
    }
    effects.is_empty()
}

#[test]
fn a_willing_person_brings_it_to_its_end() {
    let (result, model, storage) = rehearse(keys);
    assert_eq!(result, Ok(true));
    assert_eq!(model.moment, Some(Moment::Finished { member: None }));
    assert!(storage.files.contains_key("public/manifest.json"));
}

fn shows_address(model: &Model) -> bool {
    model.screen.as_ref().is_some_and(|screen| screen.name == "show_address")
}

#[test]
fn who_stops_at_the_device_loses_nothing() {
    let (result, model, storage) = rehearse(|model| match model.buttons().first() {
        Some(Button::Confirm) if shows_address(model) && !model.stopping => vec![Char('q'), Char('y'), Enter],
        _ if model.stopping => Vec::new(),
        _ => keys(model),
    });
    assert_eq!(result.unwrap_err().id(), "device-cancelled");
    assert!(model.stopping);
    let journal = String::from_utf8(storage.files["sealed/journal-member-1.jsonl"].clone()).unwrap();
    assert!(journal.contains("account-read") && !journal.contains("address-confirmed"), "{journal}");
}

/// A screen that is gone while the device waits: the device is not left waiting, and everything is answered with stop.
#[test]
fn a_screen_that_broke_down_stops_the_ceremony() {
    let (told, hears) = mpsc::channel();
    let (_says, said) = mpsc::channel();
    let screen = Arc::new(());
    let mut stage = Stage::new(told, said, CancelFlag::default(), Arc::downgrade(&screen));
    assert!(matches!(stage.notice(&Notice::PinOnDevice), Reply::Go));
    assert!(!stage.gives_up());
    drop((screen, hears));
    assert!(stage.gives_up());
    assert!(matches!(stage.notice(&Notice::PinOnDevice), Reply::Cancel));
    assert_eq!(stage.answer(&Question::Ready), Answer::Stop);
    assert_eq!(stage.trouble(&Problem::stopped("stopped")), Decision::Stop);
}
