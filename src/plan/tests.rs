//! The shipped plans.

use super::*;

fn shipped(name: &str) -> Checked {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("ceremonies").join(name);
    load(&path).expect("a shipped plan can be read")
}

#[test]
fn the_shipped_plans_have_no_finding_and_accept_none() {
    for name in ["solo.toml", "bonded-validator.toml", "bonded-validator-hoodi.toml"] {
        let checked = shipped(name);
        assert_eq!(checked.errors, [], "{name}");
        assert_eq!(checked.warnings, [], "{name}");
        assert!(checked.accepted.is_empty(), "{name}");
        assert!(checked.plan.is_some(), "{name}");
    }
}
