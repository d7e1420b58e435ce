//! Exceptions: kept, counted, and waiving nothing.

use super::*;

#[test]
fn an_exception_at_any_question_stands_in_the_files_with_its_step() {
    let steps = [
        ("identify", true),
        ("enter MasterAdminVault", true),
        ("enter MasterAdminVault", true),
        ("show-address owner-1", true),
        ("compare-part", false),
        ("finish", false),
        ("compare-manifest", false),
        ("sign owner-1", false),
        ("sign owner-1", false),
    ];
    for (nth, (step, in_part)) in steps.into_iter().enumerate() {
        let mut trial = Trial::solo();
        let mut person = trial.impatient();
        let (mut asked, mut recorded) = (0, false);
        person.on_question = Box::new(move |_| {
            if asked == nth && !std::mem::replace(&mut recorded, true) {
                return Answer::Exception(exception("it rained"));
            }
            asked += 1;
            Answer::Yes
        });
        assert_eq!(trial.go(&mut person), Ok(true), "{step}");
        trial.ends_with_the_same_addresses();
        let expected = Exception { step: step.to_owned(), ..exception("it rained") };
        let member = trial.events("member-1").into_iter().find_map(|event| match event {
            Event::ExceptionRecorded(exception) => Some(exception),
            _ => None,
        });
        let team = trial.team_events().into_iter().find_map(|event| match event {
            TeamEvent::ExceptionRecorded(exception) => Some(exception),
            _ => None,
        });
        assert_eq!(member.clone().xor(team), Some(expected.clone()));
        let sealed: Sealed = trial.read(&Layout::sealed("member-1"));
        let part: Part = trial.read(&Layout::part("member-1"));
        let in_files = if in_part { vec![expected] } else { Vec::new() };
        assert_eq!((part.exceptions, sealed.exceptions), (in_files.len() as u64, in_files), "{step}");
        // The manifest counts every one of a member's, also those after the part was settled.
        assert_eq!(trial.manifest().exceptions, u64::from(member.is_some()), "{step}");
    }
}

#[test]
fn an_exception_waives_no_mismatch() {
    let mut trial = Trial::solo();
    let mut person = trial.impatient();
    let mut tries = 0;
    person.on_question = Box::new(|question| match question {
        Question::SameAddress { .. } => Answer::No,
        _ => Answer::Yes,
    });
    person.on_trouble = Box::new(move |_| {
        tries += 1;
        if tries < 4 { Decision::Exception(exception("the last digit looks fine")) } else { Decision::Stop }
    });
    assert_eq!(trial.go(&mut person).unwrap_err().id(), "address-disputed");
    let confirmed = |event: &Event| matches!(event, Event::AddressConfirmed { .. });
    assert!(!trial.events("member-1").iter().any(confirmed));
    // They are kept, and counted in the end.
    let mut person = trial.impatient();
    assert_eq!(trial.go(&mut person), Ok(true));
    let part: Part = trial.read(&Layout::part("member-1"));
    assert_eq!((part.exceptions, trial.manifest().exceptions), (3, 3));
}

#[test]
fn an_exception_that_could_never_be_signed_is_refused_before_it_is_recorded() {
    for text in ["署名が違う", "", " ", "two\nlines", &"x".repeat(1001)] {
        let mut trial = Trial::solo();
        let mut person = trial.patient();
        let mut once = true;
        person.on_question = Box::new(move |_| {
            if std::mem::take(&mut once) { Answer::Exception(exception(text)) } else { Answer::Yes }
        });
        assert_eq!(trial.go(&mut person), Ok(true), "{text:?}");
        assert_eq!(person.troubles(), ["exception-unwritable"]);
        trial.ends_as_ever();
    }
}

#[test]
fn an_exception_that_cannot_be_recorded_at_a_trouble_is_told_and_asked_again() {
    let mut trial = Trial::solo();
    let mut person = trial.impatient();
    person.on_notice = once_at("show_address", refuse);
    let mut texts = vec!["cable loose", "だめ"];
    person.on_trouble = Box::new(move |_| Decision::Exception(exception(texts.pop().unwrap())));
    assert_eq!(trial.go(&mut person), Ok(true));
    assert_eq!(person.troubles(), ["device-refused", "exception-unwritable"]);
    let sealed: Sealed = trial.read(&Layout::sealed("member-1"));
    assert_eq!(sealed.exceptions[0].step, "show-address owner-1");
}
