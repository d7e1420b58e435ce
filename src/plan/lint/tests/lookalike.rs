//! P-LOOKALIKE.

use proptest::prelude::*;

use super::warnings::{silent, warnings, warns};

const REMEDY: &str = "Give them labels that nobody confuses at a glance, or accept this with its reason.";

/// Two externals with these addresses behind the base's last table.
fn externals(one: &str, two: &str) -> String {
    let table = |name: &str, address: &str| {
        format!("[[external]]\nname = \"{name}\"\nlabel = \"{name}\"\naddress = \"{address}\"\n\n")
    };
    format!("{}{}[manifest]", table("pool", one), table("bank", two))
}

#[test]
fn labels_that_differ_only_in_what_looks_alike() {
    let other = |label: &'static str| format!("label = \"{label}\"");
    for label in ["0wner A", "OwnerA", "Ovvner A", "Owner  A", "0vvNER a"] {
        warns(
            "P-LOOKALIKE",
            &[("label = \"Owner B\"", &other(label))],
            [
                &format!("\"{label}\""),
                &format!("These labels are easily taken for each other: \"Owner A\", \"{label}\"."),
                REMEDY,
            ],
        );
    }
    for label in ["Owner 4", "Owner-A", "Owner AA", "Own A"] {
        silent("P-LOOKALIKE", &[("label = \"Owner B\"", &other(label))]);
    }
}

#[test]
fn numbers_are_told_apart_by_the_space_between_them() {
    let label = |text: &str| format!("label = \"{text}\"");
    let pair = |one: &str, two: &str| {
        let edits = [("label = \"Owner A\"", label(one)), ("label = \"Owner B\"", label(two))];
        warnings("P-LOOKALIKE", &edits.each_ref().map(|(from, to)| (*from, to.as_str()))).len()
    };
    assert_eq!(pair("Node 1 11", "Node 11 1"), 0);
    assert_eq!(pair("Node 1", "Node l"), 1);
    assert_eq!(pair("Node I", "Node |"), 1);
    assert_eq!(pair("Farm 10", "Fann 1O"), 0);
    assert_eq!(pair("Farm 10", "Farrn 1O"), 1);
}

#[test]
fn addresses_that_begin_and_end_alike() {
    let (one, two) =
        ("0xdAC17F958D2ee523a2206206994597C13D831ec7", "0xdac17a250d5630b4cf539739df2c5dacb4c61ec7");
    let checked = |address: &str| {
        let bytes: [u8; 20] =
            std::array::from_fn(|at| u8::from_str_radix(&address[2 + 2 * at..4 + 2 * at], 16).unwrap());
        crate::keys::Address::from_bytes(bytes).to_string()
    };
    let two = checked(two);
    warns(
        "P-LOOKALIKE",
        &[("[manifest]", &externals(one, &two))],
        [
            &format!("\"{two}\""),
            &format!(
                "These addresses begin and end with the same four digits, but are not the same: pool {one}, bank {two}."
            ),
            "Compare all 40 digits of each with a source that nobody could have written to, or accept this with its reason: \
             addresses are made to look like others, so that payments go astray.",
        ],
    );
    // The same four at one end only.
    let elsewhere = checked("0xdac17a250d5630b4cf539739df2c5dacb4c61ec8");
    silent("P-LOOKALIKE", &[("[manifest]", &externals(one, &elsewhere))]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is exchanged for what looks like it, the label is found; whatever else is changed, it is not.
    #[test]
    fn an_exchange_is_found_and_another_change_is_not(
        label in "[A-Za-z][A-Za-z0-9]{3,12}", other in "[a-z]{4,12}",
    ) {
        let swapped: String = label.chars().map(|c| match c {
            'O' | 'o' => '0', '0' => 'O', 'l' | 'I' | 'i' => '1', '1' => 'l', c => c,
        }).collect();
        let find = |two: &str| {
            let (one, two) = (format!("label = \"{label}\""), format!("label = \"{two}\""));
            warnings("P-LOOKALIKE", &[("label = \"Owner A\"", &one), ("label = \"Owner B\"", &two)]).len()
        };
        if !swapped.eq_ignore_ascii_case(&label) {
            prop_assert_eq!(find(&swapped), 1);
        }
        prop_assert_eq!(find(&format!("{label}-{other}")), 0);
    }
}
