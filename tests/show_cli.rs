//! `show`, as a person or a script calls it.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

const SHIPPED: &str = "manifests/rehearsal-bonded-validator-1";

fn gishiki(args: &[&str]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    Command::new(env!("CARGO_BIN_EXE_gishiki"))
        .current_dir(root)
        .env("LC_ALL", "C")
        .args(args)
        .output()
        .unwrap()
}

fn manifest() -> Value {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read(root.join(SHIPPED).join("public/manifest.json")).unwrap();
    serde_json::from_slice(&text).unwrap()
}

/// The shipped public folder with some of its files, in a folder of its own.
fn copy(files: &[&str]) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let public = Path::new(env!("CARGO_MANIFEST_DIR")).join(SHIPPED).join("public");
    for file in files {
        let to = home.path().join(file);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::copy(public.join(file), to).unwrap();
    }
    home
}

#[test]
fn everything_that_a_manifest_names_stands_on_the_page_and_that_nothing_was_checked() {
    let shown = gishiki(&["show", SHIPPED]);
    let (page, aside) = (String::from_utf8(shown.stdout).unwrap(), String::from_utf8(shown.stderr).unwrap());
    assert!(shown.status.success() && page.starts_with("READ, NOT VERIFIED."), "{page}");
    assert!(page.contains("REHEARSAL") && aside.contains("gishiki verify"), "{aside}");
    let manifest = manifest();
    for list in ["addresses", "externals", "policy"] {
        for row in manifest[list].as_array().unwrap() {
            let line = page.lines().find(|line| {
                let label = row.get("label").or(row.get("role")).unwrap().as_str().unwrap();
                line.contains(label) && line.contains(row["address"].as_str().unwrap())
            });
            assert!(line.is_some(), "{row}");
        }
    }
    for line in [
        "2 of 3: HW - Safe Owner 1, HW - Safe Owner 2, HW - Safe Owner 3",
        "controlled by Treasury Safe",
        "300 HW - Personal Payout 1",
        "pay 2 ether (puffer-bond) to puffer-ops",
        "The sealed files lie beside it",
    ] {
        assert!(page.contains(line), "{line}");
    }
    assert_eq!(page.matches("a signature is there").count(), manifest["policy"].as_array().unwrap().len());
}

#[test]
fn each_key_has_the_letters_of_the_design_table() {
    let page = String::from_utf8(gishiki(&["show", SHIPPED]).stdout).unwrap();
    let plan = format!("{SHIPPED}/public/plan.toml");
    let design = String::from_utf8(gishiki(&["check", &plan]).stdout).unwrap();
    let letters = |text: &str, role: &str| {
        let words = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
        let row = words
            .into_iter()
            .find(|words| words.contains(&role) && words.last().is_some_and(|it| it.ends_with("cpl")));
        row.unwrap_or_else(|| panic!("{role}")).last().unwrap().to_string()
    };
    let rows = manifest()["addresses"].as_array().unwrap().clone();
    assert!(rows.iter().any(|row| letters(&page, row["role"].as_str().unwrap()).starts_with('.')));
    for row in rows {
        let role = row["role"].as_str().unwrap();
        assert_eq!(letters(&page, role), letters(&design, role), "{role}");
    }
    assert!(page.contains("Reached with a Trezor by: M MetaMask"), "{page}");
}

#[test]
fn the_ways_are_those_of_the_plan_with_a_trezor() {
    let plan = format!("{SHIPPED}/public/plan.toml");
    let text = |args: &[&str]| {
        let output = gishiki(args);
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    for reach in ["--reach", "--reach=obol-1-3", "--reach=owner-1"] {
        let shown = text(&["show", SHIPPED, reach]);
        let (first, ways) = shown.split_once('\n').unwrap();
        assert!(first.starts_with("READ, NOT VERIFIED."));
        let words = |text: &str| {
            let mut words: Vec<String> =
                text.split([' ', ',', '\n']).filter(|it| !it.is_empty()).map(str::to_owned).collect();
            words.sort();
            words
        };
        // The plan of the shipped rehearsal lets no seed move to a Ledger; its wallets come in another order.
        assert!(words(ways) == words(&text(&["check", &plan, reach])), "{reach}: {ways}");
        assert!(ways.lines().count() > 10);
    }
    assert_eq!(gishiki(&["show", SHIPPED, "--reach=nobody"]).status.code(), Some(2));
    assert_eq!(gishiki(&["show", SHIPPED, "--reach", "--json"]).status.code(), Some(2));
}

#[test]
fn the_folder_the_public_one_and_the_file_are_the_same_and_the_answer_for_scripts_is_the_manifest() {
    let [public, file] = ["public", "public/manifest.json"].map(|below| format!("{SHIPPED}/{below}"));
    let whole = gishiki(&["show", SHIPPED, "--json"]).stdout;
    for place in [&public, &file] {
        assert_eq!(gishiki(&["show", place, "--json"]).stdout, whole);
    }
    let said: Value = serde_json::from_slice(&whole).unwrap();
    assert_eq!(
        (&said["manifest"], &said["verified"], &said["sealed"]),
        (&manifest(), &false.into(), &true.into())
    );
    assert_eq!(said["signatures"][0]["file"], "public/statements/manifest.owner-1.sig");
}

#[test]
fn a_signature_that_is_not_there_is_said_to_be_missing() {
    let home = copy(&["manifest.json", "statements/manifest.owner-2.sig"]);
    let place = home.path().to_str().unwrap();
    let page = String::from_utf8(gishiki(&["show", place]).stdout).unwrap();
    let ends = |name: &str, end: &str| page.lines().any(|line| line.contains(name) && line.ends_with(end));
    assert!(ends("owner-2  ", "a signature is there") && ends("owner-1  ", "NO SIGNATURE"), "{page}");
    assert!(page.contains("The sealed files are not here"), "{page}");
    let said: Value = serde_json::from_slice(&gishiki(&["show", place, "--json"]).stdout).unwrap();
    let there: Vec<_> = said["signatures"].as_array().unwrap().iter().map(|it| it["there"] == true).collect();
    assert_eq!((there, &said["sealed"]), (vec![false, true, false], &false.into()));
}

#[test]
fn what_is_no_manifest_in_its_one_encoding_is_not_shown() {
    let home = copy(&["manifest.json"]);
    let file = home.path().join("manifest.json");
    let mut text = std::fs::read(&file).unwrap();
    text.push(b'\n');
    std::fs::write(&file, text).unwrap();
    let refused = gishiki(&["show", home.path().to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(refused.stdout.is_empty() && refused.stderr.starts_with(b"/"), "{refused:?}");
    assert_eq!(gishiki(&["show", "ceremonies"]).status.code(), Some(2));
}
