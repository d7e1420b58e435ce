//! Names that every program takes alike, so that an address is called the same everywhere: 3 to 50 letters, digits, spaces and
//! `. _ - # @ & ' ( )`. Safe{Wallet} holds names of workspaces to these and the comma (packages/utils/src/validation/names.ts of its source);
//! its local address book takes any. rotki cuts a line at each comma, whatever stands in quotes (use-csv-import-export.ts of its
//! source), so that a comma is no part of a name.

/// How long a name may be, in characters.
const LENGTH: std::ops::RangeInclusive<usize> = 3..=50;

/// The name of an address: the marks with a space behind, and its label with `-` for each character that some program refuses;
/// the role in the plan where that is too long or too short.
pub fn fitting(marks: &str, label: &str, role: &str) -> String {
    let fits = |name: &String| LENGTH.contains(&name.len());
    let mut names = [label, role].into_iter().map(|text| guarded(format!("{marks}{}", plain(text))));
    // Together they are long enough, and a role alone is never too long: 18 characters of marks and 32.
    names.find(fits).unwrap_or_else(|| guarded(format!("{marks}{} {role}", plain(label))))
}

fn plain(text: &str) -> String {
    let taken = |c: char| c.is_ascii_alphanumeric() || " ._-#@&'()".contains(c);
    text.chars().map(|c| if taken(c) { c } else { '-' }).collect()
}

/// No name is a formula to a spreadsheet.
pub fn guarded(name: String) -> String {
    if name.starts_with(['-', '@']) { format!("'{name}") } else { name }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_label_that_does_not_fit_gives_way_to_its_role() {
        assert_eq!(fitting("", "HW - Lido Ops", "lido-ops"), "HW - Lido Ops");
        assert_eq!(fitting("", "Lido: a, b/c \"d\"", "x"), "Lido- a- b-c -d-");
        assert_eq!(fitting("", "=SUM(A1)", "x"), "'-SUM(A1)");
        let long = "x".repeat(48);
        assert_eq!(fitting("", &long, "role"), long);
        assert_eq!(fitting("REHEARSAL TESTNET ", &long, "role"), "REHEARSAL TESTNET role");
        assert_eq!((fitting("", "A", "admin"), fitting("", "A", "b")), ("admin".into(), "A b".into()));
    }

    proptest! {
        #[test]
        fn every_label_gets_a_name_that_every_program_takes(
            marks in "(REHEARSAL )?(TESTNET )?", label in "[!-~]([ -~]{0,46}[!-~])?", role in "[a-z0-9-]{1,32}"
        ) {
            let name = fitting(&marks, &label, &role);
            prop_assert!((3..=50).contains(&name.len()) && name.starts_with(&marks));
            prop_assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || " ._-#@&'()".contains(c)));
            prop_assert!(!name.starts_with(['=', '+', '-', '@', '\t']) && name.trim() == name);
        }
    }
}
