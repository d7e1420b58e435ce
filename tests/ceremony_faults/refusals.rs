//! Refused on the device, cancelled on the laptop, answered with no.

use gishiki::ceremony::Alarm;
use gishiki::verify::{Bundle, Evidence, Verdict, verify};

use super::*;

#[test]
fn what_is_refused_on_the_device_is_not_recorded_and_can_be_done_again() {
    for screen in SCREENS {
        let mut trial = Trial::solo();
        let mut person = trial.impatient();
        person.on_notice = once_at(screen, refuse);
        assert_eq!(trial.go(&mut person).unwrap_err().id(), "device-refused", "{screen}");
        nothing_after(&trial.events("member-1"), screen);

        let mut trial = Trial::solo();
        let mut person = trial.patient();
        person.on_notice = once_at(screen, refuse);
        assert_eq!(trial.go(&mut person), Ok(true), "{screen}");
        assert_eq!(person.troubles(), ["device-refused"]);
        trial.ends_as_ever();
    }
}

fn nothing_after(events: &[Event], screen: &str) {
    let confirmed = events.iter().any(|event| matches!(event, Event::AddressConfirmed { .. }));
    let signed = events.iter().any(|event| matches!(event, Event::StatementSigned { .. }));
    assert!(!signed && (screen == "sign_message" || !confirmed), "{screen}");
}

#[test]
fn what_is_cancelled_on_the_laptop_is_not_recorded_and_can_be_done_again() {
    for screen in SCREENS {
        let mut trial = Trial::solo();
        let mut person = trial.impatient();
        person.on_notice = once_at(screen, |_| Reply::Cancel);
        let problem = trial.go(&mut person).unwrap_err();
        assert_eq!((problem.id(), problem.kind().exit_status()), ("device-cancelled", 130), "{screen}");
        nothing_after(&trial.events("member-1"), screen);

        let mut trial = Trial::solo();
        let mut person = trial.patient();
        person.on_notice = once_at(screen, |_| Reply::Cancel);
        assert_eq!(trial.go(&mut person), Ok(true), "{screen}");
        assert_eq!(person.troubles(), ["device-cancelled"]);
        trial.ends_as_ever();
    }
}

#[test]
fn a_no_at_a_comparison_confirms_nothing() {
    type Asked = fn(&Question) -> bool;
    type Compared = fn(&Trial) -> bool;
    let cases: [(&str, Asked, Compared); 4] = [
        (
            "address-disputed",
            |question| matches!(question, Question::SameAddress { .. }),
            |trial| {
                let confirmed = |event: &Event| matches!(event, Event::AddressConfirmed { .. });
                trial.events("member-1").iter().any(confirmed)
            },
        ),
        (
            "sheet-differs",
            |question| matches!(question, Question::SameSheet { .. }),
            |trial| {
                let compared = |event: &TeamEvent| matches!(event, TeamEvent::SheetCompared { .. });
                trial.team_events().iter().any(compared)
            },
        ),
        (
            "digest-differs",
            |question| matches!(question, Question::SameDigest { file, .. } if file != Layout::MANIFEST),
            |trial| {
                let compared = |event: &Event| matches!(event, Event::PartCompared { .. });
                trial.events("member-1").iter().any(compared)
            },
        ),
        (
            "digest-differs",
            |question| matches!(question, Question::SameDigest { file, .. } if file == Layout::MANIFEST),
            |trial| {
                let compared = |event: &TeamEvent| matches!(event, TeamEvent::ManifestCompared { .. });
                trial.team_events().iter().any(compared)
            },
        ),
    ];
    for (trouble, asked, compared) in cases {
        // Always no: it never gets past.
        let mut trial = Trial::solo();
        let mut person = trial.impatient();
        let mut tries = 0;
        person.on_question = Box::new(move |question| if asked(question) { Answer::No } else { Answer::Yes });
        person.on_trouble = Box::new(move |_| {
            tries += 1;
            if tries < 3 { Decision::Retry } else { Decision::Stop }
        });
        assert_eq!(trial.go(&mut person).unwrap_err().id(), trouble);
        assert!(!compared(&trial), "{trouble}");
        // Then yes: it goes on from there.
        let mut person = trial.patient();
        assert_eq!(trial.go(&mut person), Ok(true));
        trial.ends_as_ever();
    }
}

#[test]
fn an_alarm_stays_in_the_journal_however_the_ceremony_goes_on() {
    let mut trial = Trial::solo();
    let mut person = trial.patient();
    let mut noes = 2;
    person.on_question = Box::new(move |question| match question {
        Question::SameAddress { .. } if noes > 0 => {
            noes -= 1;
            Answer::No
        }
        _ => Answer::Yes,
    });
    assert_eq!(trial.go(&mut person), Ok(true));
    let alarm = |event: &Event| match event {
        Event::AlarmRaised { step, reason } => Some((step.clone(), *reason)),
        _ => None,
    };
    let raised: Vec<_> = trial.events("member-1").iter().filter_map(alarm).collect();
    assert_eq!(raised, vec![("show-address owner-1".to_owned(), Alarm::AddressDisputed); 2]);
    trial.ends_as_ever();

    let bundle = Bundle::new(trial.memory.files.clone()).unwrap();
    let report = verify(&bundle, &Evidence::default());
    assert_eq!(report.alarms.len(), 2);
    assert!(report.of(Verdict::Unchecked).any(|it| it.detail.id() == "v-exceptions-alarms"));
    assert!(!report.failed().contains(&"V-EXCEPTIONS") && !report.failed().contains(&"V-JOURNAL"));
}
