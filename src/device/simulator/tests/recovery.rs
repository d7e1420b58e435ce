//! The dry-run recovery. Screens, codes and pages are those that the official emulator 2.12.5 was seen to send.

use trezor_client::protos::button_request::ButtonRequestType;
use trezor_client::protos::{RecoveryDevice, RecoveryType};

use super::*;
use crate::device::simulator::{Kind, Model};

fn dry_run() -> RecoveryDevice {
    RecoveryDevice {
        type_: Some(RecoveryType::DryRun.into()),
        enforce_wordlist: Some(true),
        ..Default::default()
    }
}

impl Bench {
    /// Types on the device and acknowledges.
    fn type_in<A: TrezorMessage>(&mut self, text: &str) -> A {
        assert!(self.panel.enter(&secret(text)), "{:?}", self.panel.screen().1.kind);
        self.ask(ButtonAck::new())
    }

    fn asked(&mut self, request: &ButtonRequest, name: &str, code: ButtonRequestType) {
        assert_eq!((request.name(), request.code()), (name, code));
    }
}

#[test]
fn each_model_leads_through_its_screens_to_the_right_words() {
    use ButtonRequestType as Code;
    let home = ("recovery", Code::ButtonRequest_RecoveryHomepage);
    let count = ("recovery_word_count", Code::ButtonRequest_MnemonicWordCount);
    let words = ("mnemonic", Code::ButtonRequest_MnemonicInput);
    for (model, screens) in [
        (Model::SafeThree, vec![home, count, home, words]),
        (Model::SafeFive, vec![count, home, words]),
        (Model::ModelT, vec![count, home, words]),
    ] {
        let mut bench = Bench::new(SimulatorConfig { model, ..config() });
        let request: ButtonRequest = bench.ask(dry_run());
        bench.asked(&request, "confirm_seedcheck", Code::ButtonRequest_ProtectCall);
        let mut request: ButtonRequest = bench.confirm();
        for (name, code) in screens {
            bench.asked(&request, name, code);
            let choice = model == Model::SafeThree && name == "recovery_word_count";
            assert_eq!(request.pages(), if choice { 5 } else { 1 }, "{name}");
            request = match bench.panel.screen().1.kind {
                Kind::WordCountEntry => bench.type_in("12"),
                Kind::WordsEntry => bench.type_in(ALL),
                _ => bench.confirm(),
            };
        }
        bench.asked(&request, "success_dry_recovery", Code::ButtonRequest_Success);
        let success: Success = bench.confirm();
        assert_eq!(success.message(), "The seed is valid and matches the one in the device");
    }
}

#[test]
fn words_that_are_no_backup_are_asked_again_and_another_seed_is_told() {
    let mut bench = Bench::new(config());
    bench.ask::<_, ButtonRequest>(dry_run());
    bench.confirm::<ButtonRequest>();
    let try_out = |bench: &mut Bench, count: &str, words: &str| -> ButtonRequest {
        bench.type_in::<ButtonRequest>(count);
        bench.confirm::<ButtonRequest>();
        bench.type_in(words)
    };
    let request = try_out(&mut bench, "12", &ALL.replace("all", "zoo"));
    assert_eq!(request.name(), "warning_invalid_seed");
    let request: ButtonRequest = bench.confirm();
    assert_eq!(request.name(), "recovery_word_count", "from the beginning");
    let request = try_out(&mut bench, "20", ALL);
    assert_eq!(request.name(), "warning_invalid_share");
    bench.confirm::<ButtonRequest>();
    let junk = "test test test test test test test test test test test junk";
    let request = try_out(&mut bench, "12", junk);
    assert_eq!(request.name(), "warning_dry_recovery");
    let failure: Failure = bench.confirm();
    assert_eq!(failure.code(), FailureType::Failure_ProcessError);
    assert_eq!(failure.message(), "The seed does not match the one in the device");
}

#[test]
fn the_pin_is_asked_for_once_more() {
    let mut bench = Bench::new(SimulatorConfig { pin: Some(secret("1234")), ..config() });
    let request: ButtonRequest = bench.ask(dry_run());
    assert_eq!(request.name(), "pin_device");
    let request: ButtonRequest = bench.type_in("1234");
    assert_eq!(request.name(), "confirm_seedcheck");
    let request: ButtonRequest = bench.confirm();
    assert_eq!(request.name(), "pin_device");
    let failure: Failure = bench.type_in("4321");
    assert_eq!(failure.code(), FailureType::Failure_PinInvalid);
}

#[test]
fn it_ends_where_the_person_is_sure_to_end_it() {
    let mut bench = Bench::new(SimulatorConfig { model: Model::ModelT, ..config() });
    bench.ask::<_, ButtonRequest>(dry_run());
    bench.confirm::<ButtonRequest>();
    bench.type_in::<ButtonRequest>("12");
    for name in ["abort_recovery", "recovery", "abort_recovery"] {
        assert!(bench.panel.press(Button::Cancel));
        assert_eq!(bench.ask::<_, ButtonRequest>(ButtonAck::new()).name(), name);
    }
    let failure: Failure = bench.confirm();
    assert_eq!(failure.code(), FailureType::Failure_ActionCancelled);
}

#[test]
fn what_could_not_be_checked_or_would_change_the_device_is_refused() {
    let process = |message: &str| (FailureType::Failure_ProcessError, message.to_owned());
    let none = SimulatorConfig { no_backup: true, ..config() };
    assert_eq!(Bench::new(none).fails(dry_run()), process("Dry-run not available for seedless devices"));
    let unfinished = SimulatorConfig { unfinished_backup: true, ..config() };
    assert_eq!(Bench::new(unfinished).fails(dry_run()), process("Cannot do dry-run without backed-up seed"));
    let mut bench = Bench::new(config());
    let label = RecoveryDevice { label: Some("x".to_owned()), ..dry_run() };
    assert_eq!(bench.fails(label), process("Forbidden field set in dry-run: label"));
    let normal = RecoveryDevice { type_: Some(RecoveryType::NormalRecovery.into()), ..dry_run() };
    assert_eq!(bench.fails(normal).0, FailureType::Failure_UnexpectedMessage);
}
