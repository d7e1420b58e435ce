//! `manifests/rehearsal-bonded-validator-1/` holds exactly the bytes that the README's command makes, so that a change of
//! behaviour shows in its diff. After a wanted change: remove the folder, and make it again with
//! `cargo run --release -- rehearse ceremonies/bonded-validator.toml --headless --out manifests/rehearsal-bonded-validator-1`.

#[path = "common/folder.rs"]
mod folder;

use std::path::Path;
use std::process::Command;

#[test]
fn the_shipped_rehearsal_is_what_the_command_makes() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("made");
    let run = Command::new(env!("CARGO_BIN_EXE_gishiki"))
        .current_dir(project)
        .args(["rehearse", "ceremonies/bonded-validator.toml", "--headless", "--out"])
        .arg(&out)
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let made = folder::files(&out);
    let shipped = folder::files(&project.join("manifests/rehearsal-bonded-validator-1"));
    assert_eq!(made.keys().collect::<Vec<_>>(), shipped.keys().collect::<Vec<_>>());
    for (name, bytes) in &made {
        let (made, shipped) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(&shipped[name]));
        assert_eq!(made, shipped, "{name}");
    }
}
