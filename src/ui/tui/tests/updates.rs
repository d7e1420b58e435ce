//! What each key does.

use KeyCode::{Backspace, Char, Down, End, Enter, Esc, F, Right, Tab};
use crossterm::event::KeyCode;
use proptest::prelude::*;

use super::devices::DeviceScreens;
use super::*;
use crate::ceremony::{Answer, Decision, Question};
use crate::device::simulator::Button;
use crate::device::{Notice, Reply};
use crate::keys::Digest;
use crate::plan::WalletId;
use crate::text::Problem;
use crate::ui::presentation::Pick;
use crate::ui::presentation::tests::{moments, questions, show_address};
use crate::ui::tui::model::Said;

fn same_digest() -> Told {
    Told::Question(Question::SameDigest { file: "f".to_owned(), digest: Digest::of("abc") })
}

fn asked() -> Model {
    let mut model = at(show_address());
    tell(&mut model, same_digest());
    model
}

fn wallet() -> WalletId {
    WalletId::new("member-1", "Vault")
}

fn answer(effects: &[Effect]) -> Option<&Answer> {
    match effects {
        [Effect::Say(Said::Answer(answer))] => Some(answer),
        _ => None,
    }
}

#[test]
fn what_is_final_takes_enter_then_y_then_enter() {
    let mut model = asked();
    assert!(press(&mut model, [Enter]).is_empty());
    assert!(press(&mut model, [Enter]).is_empty(), "Enter alone confirms nothing");
    assert_eq!(answer(&press(&mut model, [Char('y'), Enter])), Some(&Answer::Yes));
    assert!(model.prompt.is_none());
}

#[test]
fn any_other_key_takes_the_confirmation_back() {
    for other in [Esc, Char('n'), Char('q'), Right, Tab] {
        let mut model = asked();
        press(&mut model, [Enter, Char('y'), other]);
        assert!(matches!(model.prompt, Some(Prompt::Choose { at: 0, sure: None, .. })), "{other:?}");
    }
}

#[test]
fn yes_waits_until_the_page_was_read() {
    let mut model = asked();
    tell(&mut model, Told::Moment(show_address(), Default::default()));
    tell(&mut model, same_digest());
    model.drawn(Some(3));
    press(&mut model, [Enter]);
    assert_eq!(model.note, Some(Note::Unread));
    press(&mut model, [Down, Down, Down]);
    model.drawn(Some(3));
    assert_eq!(answer(&press(&mut model, [Enter, Char('y'), Enter])), Some(&Answer::Yes));
}

#[test]
fn no_can_be_said_at_once() {
    let mut model = asked();
    (model.read, model.scroll_max) = (false, 9);
    assert_eq!(answer(&press(&mut model, [Right, Enter, Char('y'), Enter])), Some(&Answer::No));
}

#[test]
fn an_exception_is_written_confirmed_and_told() {
    let mut model = asked();
    press(&mut model, [Char('x')]);
    write(&mut model, "one\u{1b}[ q");
    press(&mut model, [Backspace, Backspace, Enter]);
    write(&mut model, "two");
    press(&mut model, [Enter]);
    assert!(press(&mut model, [Enter]).is_empty(), "the last line is empty");
    write(&mut model, "three");
    assert!(press(&mut model, [Enter, Enter]).is_empty());
    let effects = press(&mut model, [Char('y'), Enter]);
    let Some(Answer::Exception(exception)) = answer(&effects) else { panic!("{effects:?}") };
    let told = [&exception.expected, &exception.happened, &exception.decided].map(String::as_str);
    assert_eq!(told, ["one[", "two", "three"]);
}

#[test]
fn an_exception_can_be_put_away() {
    let mut model = asked();
    press(&mut model, [Char('x'), Char('a'), Esc]);
    assert!(matches!(model.prompt, Some(Prompt::Choose { at: 0, sure: None, .. })));
}

#[test]
fn stopping_asks_once_more_and_then_answers_everything() {
    let mut model = asked();
    press(&mut model, [Char('q')]);
    assert_eq!(model.overlay, Some(Overlay::Stop(false)));
    assert!(press(&mut model, [Enter]).is_empty());
    assert_eq!(answer(&press(&mut model, [Char('y'), Enter])), Some(&Answer::Stop));
    let effects = tell(&mut model, Told::Trouble(Problem::stopped("device-cancelled")));
    assert!(matches!(effects[..], [Effect::Say(Said::Decision(Decision::Stop))]), "{effects:?}");
    let effects = tell(&mut model, Told::Passphrase(wallet()));
    assert!(matches!(effects[..], [Effect::Say(Said::Passphrase(None))]), "{effects:?}");
    let effects = tell(&mut model, Told::Notice(Notice::PinMatrix));
    assert!(matches!(effects[..], [Effect::Say(Said::Reply(Reply::Cancel))]), "{effects:?}");
    let effects = tell(&mut model, Told::Notice(Notice::PinOnDevice));
    assert!(matches!(effects[..], [Effect::GiveUp]), "{effects:?}");
}

#[test]
fn control_c_stops_and_twice_leaves_at_once() {
    let mut model = at(show_address());
    tell(&mut model, Told::Notice(Notice::PassphraseOnDevice));
    assert!(matches!(update(&mut model, ctrl_c())[..], [Effect::GiveUp]));
    assert!(matches!(update(&mut model, ctrl_c())[..], [Effect::Abandon]));
}

#[test]
fn what_the_device_waits_for_is_given_up_only_while_it_waits() {
    let mut model = at(show_address());
    assert!(press(&mut model, [Char('c')]).is_empty());
    tell(&mut model, Told::Notice(Notice::PinOnDevice));
    assert!(matches!(press(&mut model, [Char('c')])[..], [Effect::GiveUp]));
    assert!(!model.stopping);
}

#[test]
fn a_passphrase_on_the_laptop_is_checked_and_handed_over_once() {
    let mut model = at(moments()[3].clone());
    tell(&mut model, Told::Passphrase(wallet()));
    write(&mut model, " q");
    assert!(press(&mut model, [Enter]).is_empty(), "an outer space is refused");
    write(&mut model, "q?x");
    let effects = press(&mut model, [Enter]);
    let [Effect::Say(Said::Passphrase(Some(secret)))] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(secret.expose(), "q?x");
    assert!(model.prompt.is_none());
}

#[test]
fn the_rehearsal_passphrase_is_filled_in_by_a_key_and_only_in_rehearsals() {
    for (rehearsal, expected) in [(true, "rehearsal Vault".len()), (false, 0)] {
        let mut model = Model::new(header(rehearsal));
        tell(&mut model, Told::Passphrase(wallet()));
        press(&mut model, [F(4)]);
        let Some(Prompt::Passphrase { typed, .. }) = &model.prompt else { panic!("{model:?}") };
        assert_eq!(typed.bytes(), expected);
    }
}

#[test]
fn ready_is_no_word_of_honour() {
    let mut model = at(moments()[3].clone());
    tell(&mut model, Told::Question(Question::Ready));
    assert_eq!(answer(&press(&mut model, [Enter])), Some(&Answer::Yes));
}

#[test]
fn a_good_end_waits_to_be_left() {
    let mut model = at(Moment::Finished { member: None });
    assert!(tell(&mut model, Told::Over).is_empty());
    assert!(press(&mut model, [Char('z')]).is_empty());
    assert!(matches!(press(&mut model, [Enter])[..], [Effect::Leave]));
}

#[test]
fn every_choice_of_every_question_can_be_reached() {
    for asked in questions() {
        let picks = asked.picks(&header(true));
        for (steps, pick) in picks.iter().enumerate() {
            let mut model = at(show_address());
            tell(
                &mut model,
                match asked.clone() {
                    Asked::Briefing(briefing) => Told::Briefing(briefing),
                    Asked::Question(question) => Told::Question(question),
                    Asked::Trouble(problem) => Told::Trouble(problem),
                },
            );
            model.drawn(Some(0));
            press(&mut model, std::iter::repeat_n(Right, steps));
            let mut effects = press(&mut model, [Enter]);
            if pick.is_final() {
                assert!(effects.is_empty());
                effects = press(&mut model, [Char('y'), Enter]);
            }
            let opens_form = matches!(model.prompt, Some(Prompt::Exception { .. }));
            assert_eq!(opens_form, *pick == Pick::Exception);
            assert_eq!(effects.len(), usize::from(!opens_form), "{pick:?} of {asked:?}");
        }
    }
}

fn any_key() -> impl Strategy<Value = KeyCode> {
    prop_oneof![
        any::<char>().prop_map(Char),
        "[yYqxc?]".prop_map(|text| Char(text.chars().next().unwrap())),
        (0_u8..12).prop_map(F),
        prop::sample::select(vec![Enter, Esc, Tab, Right, Down, Backspace, KeyCode::Left, KeyCode::PageDown]),
    ]
}

proptest! {
    /// Nobody says yes by leaning on the keyboard without y between two Enters.
    #[test]
    fn no_keys_without_y_say_anything_final(keys in prop::collection::vec(any_key(), 0..40)) {
        let mut model = asked();
        for code in keys.into_iter().filter(|code| !matches!(code, Char('y' | 'Y'))) {
            let effects = update(&mut model, key(code));
            prop_assert!(effects.is_empty(), "{:?}", effects);
        }
    }

    /// Whatever is typed, a question is answered once, and what is asked stays asked until then.
    #[test]
    fn a_question_is_answered_at_most_once(keys in prop::collection::vec(any_key(), 0..80)) {
        let mut model = asked();
        let mut said = 0;
        for code in keys {
            let effects = update(&mut model, key(code));
            said += effects.iter().filter(|effect| matches!(effect, Effect::Say(_))).count();
            prop_assert_eq!(said == 0, model.prompt.is_some());
        }
        prop_assert!(said <= 1);
    }
}

#[test]
fn the_warnings_are_read_to_their_end_before_anything_else_is_said() {
    let mut model = model();
    tell(&mut model, Told::Briefing(crate::ui::presentation::tests::briefing()));
    model.drawn(Some(9));
    assert!(press(&mut model, [Enter]).is_empty());
    assert_eq!(model.note, Some(Note::Unread));
    assert!(press(&mut model, [Char('x')]).is_empty(), "there is no journal yet to take an exception");
    assert!(matches!(model.prompt, Some(Prompt::Choose { asked: Asked::Briefing(_), .. })));
    press(&mut model, [End]);
    model.drawn(Some(9));
    let effects = press(&mut model, [Enter]);
    assert!(matches!(effects[..], [Effect::Say(Said::Answer(Answer::Yes))]), "{effects:?}");
    tell(&mut model, Told::Briefing(crate::ui::presentation::tests::briefing()));
    let effects = press(&mut model, [Right, Enter, Char('y'), Enter]);
    assert!(matches!(effects[..], [Effect::Say(Said::Answer(Answer::Stop))]), "{effects:?}");
}

/// What was asked stays asked, and a page that was not shown was not read.
#[test]
fn nothing_is_confirmed_on_a_terminal_too_small_to_see_it() {
    let mut model = asked();
    tell(&mut model, Told::Moment(show_address(), Default::default()));
    tell(&mut model, same_digest());
    model.drawn(None);
    assert!(press(&mut model, [Enter, Char('y'), Enter, Char('x'), F(5)]).is_empty());
    assert!(matches!(model.prompt, Some(Prompt::Choose { at: 0, sure: None, .. })));
    assert_eq!((model.read, model.note), (false, Some(Note::Unseen)));
    assert!(matches!(update(&mut model, ctrl_c())[..], [Effect::Say(Said::Answer(Answer::Stop))]));
}

/// What a signature hangs on is held, and not pressed by one key.
#[test]
fn what_must_be_held_takes_two_presses_in_a_row() {
    let statement = DeviceScreens::take().last;
    let signing = || {
        let mut model = at(moments()[10].clone());
        tell(&mut model, Told::Notice(Notice::Button { name: "sign_message".to_owned(), pages: Some(3) }));
        update(&mut model, Msg::Screen(Some(statement.clone())));
        model
    };
    let confirms = |effects: &[Effect]| matches!(effects, [Effect::Press(Button::Confirm)]);
    let mut model = signing();
    assert!(press(&mut model, [F(5)]).is_empty() && model.holds);
    assert!(confirms(&press(&mut model, [F(5)])));
    // Any other key, and a new picture on the device, let go of it.
    for key in [Down, Char('z'), Tab] {
        assert!(press(&mut signing(), [F(5), key, F(5)]).is_empty(), "{key:?}");
    }
    let mut model = signing();
    press(&mut model, [F(5)]);
    update(&mut model, Msg::Screen(Some(statement.clone())));
    assert!(press(&mut model, [F(5)]).is_empty());
    // Cancelling takes one.
    assert!(matches!(press(&mut signing(), [F(8)])[..], [Effect::Press(Button::Cancel)]));
}

/// An exception recorded at a question is counted at once, not only with the next moment.
#[test]
fn an_exception_is_counted_as_soon_as_it_is_recorded() {
    let mut model = asked();
    let before = model.progress.exceptions;
    for line in [
        r#"{"seq":1,"event":{"exception-recorded":{"step":"enter"}}}"#,
        r#"{"seq":2,"event":{"finished":{}}}"#,
    ] {
        tell(&mut model, Told::Recorded(line.to_owned()));
    }
    assert_eq!(model.progress.exceptions, before + 1);
}

#[test]
fn the_last_page_has_help_and_is_left_by_enter_only() {
    let mut model = at(Moment::Finished { member: None });
    tell(&mut model, Told::Over);
    press(&mut model, [Char('?')]);
    assert_eq!(model.overlay, Some(Overlay::Help));
    assert!(press(&mut model, [Enter]).is_empty(), "this Enter closes the help");
    assert!(matches!(press(&mut model, [Enter])[..], [Effect::Leave]));
}
