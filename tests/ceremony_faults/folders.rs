//! Folders with something in them.

use super::*;

#[test]
fn a_file_of_another_run_is_refused_and_not_overwritten() {
    let case = Case::shipped("solo");
    let ours = case.uninterrupted();
    for (name, bytes) in &ours.files {
        if name.contains("journal") {
            continue;
        }
        let mut trial = Trial::solo();
        let theirs = [bytes.as_slice(), b" "].concat();
        trial.memory.files.insert(name.clone(), theirs.clone());
        let mut person = trial.impatient();
        assert_eq!(trial.go(&mut person).unwrap_err().id(), "file-differs", "{name}");
        assert_eq!(trial.memory.files[name], theirs);
    }
}

#[test]
fn a_folder_holds_one_run() {
    let mut trial = Trial::of(&common::two_people());
    let mut person = trial.impatient();
    let member = Terms::member("member-1");
    trial.case.run(member, &mut trial.memory, &mut trial.bench, &mut person).unwrap();
    let before = trial.memory.files.clone();
    for terms in [Terms::default(), Terms::member("member-2")] {
        let mut person = trial.impatient();
        let problem = trial.case.run(terms, &mut trial.memory, &mut trial.bench, &mut person).unwrap_err();
        assert_eq!(problem.id(), "run-of-another-scope");
        assert!(trial.memory.files == before);
    }
    // A slip of the name makes no folder.
    let mut empty = Memory::default();
    let terms = Terms::member("member-3");
    let problem = trial.case.run(terms, &mut empty, &mut trial.bench, &mut person).unwrap_err();
    assert_eq!((problem.id(), empty.files.len()), ("custodian-unknown", 0));
}

#[test]
fn the_screen_shows_the_whole_address_and_the_whole_statement_that_are_recorded() {
    let mut trial = Trial::solo();
    let shown = std::cell::RefCell::new(Vec::new());
    let mut person = trial.impatient();
    person.on_notice = Box::new(|_, panel| {
        let (_, screen) = panel.screen();
        if matches!(screen.kind, Kind::Confirm { .. }) {
            shown.borrow_mut().push(screen.text().replace(' ', ""));
        }
        None
    });
    assert_eq!(trial.go(&mut person), Ok(true));
    drop(person);
    let shown = shown.into_inner();
    let address = trial.manifest().addresses[0].address.to_string();
    let part =
        String::from_utf8(trial.memory.files["public/statements/member-1.MasterAdminVault.txt"].clone())
            .unwrap();
    let stands = |text: &str| shown.iter().any(|screen| screen.contains(&text.replace(' ', "")));
    assert!(stands(&address), "{shown:?}");
    assert!(stands(&part), "{shown:?}");
}
