//! A device that is not drawn: a simulated Trezor in a terminal of its own, reached as an emulator is.

use super::person::{ENGLISH, Person, choose};
use super::terminal::Terminal;
use super::{Home, PLAN, SMALLEST};
use gishiki::keys::SeedForm;
use gishiki::keys::test_seeds::test_seed;

/// Starts a locked device in its own terminal; returns it with its address.
fn device(home: &Home) -> (Terminal, String) {
    let seed = home.0.path().join("seed.txt");
    let words = test_seed(20, SeedForm::Slip39, 1).unwrap();
    std::fs::write(&seed, format!("# test seed, never funded\n{words}\n")).unwrap();
    let seed = seed.to_str().unwrap();
    let args = ["--lang", "en", "simulate", "--seed", seed, "--udp", "127.0.0.1:0", "--pin", "1234"];
    let device = Terminal::lines(&args);
    let text = device.wait_for("127.0.0.1:").text();
    let port: String =
        text.split_once("127.0.0.1:").unwrap().1.chars().take_while(char::is_ascii_digit).collect();
    (device, format!("udp:127.0.0.1:{port}"))
}

#[test]
fn with_numbered_questions_control_c_gives_up_what_the_device_waits_for() {
    let home = Home::new();
    let (_device, address) = device(&home);
    let folder = home.folder();
    let args =
        ["--lang", "en", "run", PLAN, "--device", &address, "--plain", "--out", folder.to_str().unwrap()];
    let mut terminal = Terminal::lines(&args);
    terminal.wait("the plan's warnings", |picture| picture.text().trim_end().ends_with('>'));
    assert!(terminal.picture().shows("warnings about this plan"));
    terminal.keys("1\n");
    for question in ["Ready?", "What now?"] {
        terminal
            .wait(question, |picture| picture.text().trim_end().ends_with('>') && picture.shows(question));
        if question == "What now?" {
            assert!(terminal.picture().shows("It was cancelled on the laptop."));
            break;
        }
        terminal.keys("1\n");
        terminal.wait_for("Ctrl-C gives up what the device waits for.");
        terminal.keys("\x03");
    }
    // At a question Ctrl-C ends the program.
    terminal.keys("\x03");
    assert_eq!(terminal.status(), 130);
}

#[test]
fn on_the_screen_what_the_device_waits_for_is_given_up_and_done_again() {
    let home = Home::new();
    let (_device, address) = device(&home);
    let folder = home.folder();
    let args = ["--lang", "en", "run", PLAN, "--device", &address, "--out", folder.to_str().unwrap()];
    let mut terminal = Terminal::start(SMALLEST, &args, &[]);
    Person::new(&ENGLISH).walk_to(&mut terminal, ENGLISH.ready);
    choose(&mut terminal, &ENGLISH, "Ready", false);
    let waits = terminal.wait_for("c cancel");
    assert!(
        waits.shows("Type the PIN on the device.") && !waits.shows("Simulated Trezor"),
        "{}",
        waits.text()
    );
    terminal.keys("c");
    terminal.wait_for("It was cancelled on the laptop.");
    choose(&mut terminal, &ENGLISH, "Do the step again", false);
    choose(&mut terminal, &ENGLISH, "Ready", false);
    terminal.wait_for("c cancel");
    terminal.keys("\x03");
    assert_eq!(terminal.ends().0, 130);
    assert!(!home.journal().contains("device-identified"));
}
