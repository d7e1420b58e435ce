//! P-SCHEMA: how a plan is written.

use super::{BASE, edited, errors, finds, said};
use crate::plan::read;

#[test]
fn the_format() {
    finds(
        &[(r#""gishiki-plan-v1""#, r#""gishiki-plan-v2""#)],
        [
            "P-SCHEMA",
            r#""gishiki-plan-v2""#,
            r#"format is "gishiki-plan-v2", but must be gishiki-plan-v1."#,
            "Correct format.",
        ],
    );
}

#[test]
fn an_unknown_key() {
    finds(
        &[(r#"id = "test""#, "id = \"test\"\nmood = \"good\"")],
        [
            "P-SCHEMA",
            "mood",
            "The key mood does not exist here.",
            "Delete it, or write one of: id, organisation, chain_id, sequence, previous.",
        ],
    );
}

#[test]
fn an_unknown_table() {
    finds(
        &[("[manifest]", "[weather]\n\n[manifest]")],
        [
            "P-SCHEMA",
            "weather",
            "The key weather does not exist here.",
            "Delete it, or write one of: format, ceremony, custodian, seed, wallet, account, role, range, external, safe, split, amount, batch, retired, witness, manifest, accept.",
        ],
    );
}

#[test]
fn a_missing_key() {
    finds(
        &[("sequence = 1\n", "")],
        [
            "P-SCHEMA",
            "[ceremony]",
            "The key sequence is missing in this table.",
            "Add it; docs/plan.md says what it means.",
        ],
    );
}

#[test]
fn a_missing_table() {
    finds(
        &[("[manifest]\nsigners = [\"owner-a\", \"owner-b\"]\nsuccession = 1\n", "")],
        [
            "P-SCHEMA",
            "",
            "The key manifest is missing in this table.",
            "Add it; docs/plan.md says what it means.",
        ],
    );
}

#[test]
fn a_duplicate_key() {
    finds(
        &[("tier = 1\n", "tier = 1\ntier = 2\n")],
        ["P-SCHEMA", "tier", "This key or table stands twice.", "Keep one of the two."],
    );
}

#[test]
fn a_wrong_type() {
    finds(
        &[("sequence = 1", r#"sequence = "1""#)],
        [
            "P-SCHEMA",
            r#""1""#,
            r#"This value is of the wrong kind: string "1", where a whole number from 0 is needed."#,
            "Write a value of that kind; docs/plan.md says which.",
        ],
    );
}

#[test]
fn a_negative_number() {
    finds(
        &[("share = 1\n", "share = -1\n")],
        [
            "P-SCHEMA",
            "-1",
            "This value is of the wrong kind: integer -1, where a whole number from 0 is needed.",
            "Write a value of that kind; docs/plan.md says which.",
        ],
    );
}

#[test]
fn a_number_too_large_for_its_kind() {
    finds(
        &[("incentive = 0", "incentive = 70000")],
        [
            "P-SCHEMA",
            "70000",
            "This value is of the wrong kind: integer 70000, where a whole number from 0 to 65535 is needed.",
            "Write a value of that kind; docs/plan.md says which.",
        ],
    );
}

#[test]
fn an_unknown_kind_of_seed() {
    finds(
        &[(r#""slip39-20""#, r#""slip39-12""#)],
        [
            "P-SCHEMA",
            r#""slip39-12""#,
            r#""slip39-12" is not one of the words that can stand here."#,
            "Write one of: slip39-20, slip39-33, bip39-12, bip39-24.",
        ],
    );
}

#[test]
fn an_unknown_place_of_entry() {
    finds(
        &[(r#"entry = "host""#, r#"entry = "paper""#)],
        [
            "P-SCHEMA",
            r#""paper""#,
            r#""paper" is not one of the words that can stand here."#,
            "Write one of: device or host.",
        ],
    );
}

#[test]
fn trailing_text() {
    finds(
        &[(r#"id = "test""#, r#"id = "test" please"#)],
        [
            "P-SCHEMA",
            "",
            "This is not TOML: unexpected key or value, expected newline, `#`.",
            "Correct the line; docs/plan.md shows how each table is written.",
        ],
    );
}

#[test]
fn an_invisible_character() {
    finds(
        &[(r#""Shop""#, "\"Sh\u{200b}op\"")],
        [
            "P-SCHEMA",
            "\u{200b}",
            "A character that cannot be seen stands here: \\u{200b}.",
            "Delete it: with such characters a plan can read differently from what it says.",
        ],
    );
}

#[test]
fn a_ceremony_id() {
    finds(
        &[(r#""test""#, r#""Test""#)],
        [
            "P-SCHEMA",
            r#""Test""#,
            r#"id is "Test", but must be of the characters a-z, 0-9 and "-"."#,
            "Correct id.",
        ],
    );
}

#[test]
fn an_organisation() {
    finds(
        &[(r#""Example Staking""#, r#""Example; Staking""#)],
        [
            "P-SCHEMA",
            r#""Example; Staking""#,
            r#"organisation is "Example; Staking", but must be printable ASCII without ";" or outer spaces."#,
            "Correct organisation.",
        ],
    );
}

#[test]
fn a_previous_digest() {
    finds(
        &[(r#"previous = "none""#, r#"previous = "0x00""#)],
        [
            "P-SCHEMA",
            r#""0x00""#,
            r#"previous is "0x00", but must be "none" or 64 lower-case hex digits."#,
            "Correct previous.",
        ],
    );
}

#[test]
fn a_later_sequence_without_a_previous() {
    finds(
        &[("sequence = 1", "sequence = 2")],
        [
            "P-SCHEMA",
            r#""none""#,
            "previous does not go with sequence 2.",
            r#"Write "none" for sequence 1, and the SHA-256 of the previous manifest for every later one."#,
        ],
    );
}

#[test]
fn a_sequence_of_zero() {
    finds(
        &[("sequence = 1", "sequence = 0")],
        [
            "P-SCHEMA",
            "0",
            r#"sequence is "0", but must be a number from 1 to 9007199254740991."#,
            "Correct sequence.",
        ],
    );
}

#[test]
fn a_name() {
    finds(
        &[(r#"name = "shop""#, r#"name = "Shop""#)],
        [
            "P-SCHEMA",
            r#""Shop""#,
            r#"name is "Shop", but must be 1 to 32 of the characters a-z, 0-9 and "-", and not "none"."#,
            "Correct name.",
        ],
    );
}

#[test]
fn a_custodian_named_like_a_file() {
    finds(
        &[(r#"name = "anna""#, r#"name = "team""#)],
        [
            "P-SCHEMA",
            r#""team""#,
            r#"name is "team", but must be of the characters a-z, 0-9 and "-", and neither "team", "manifest" nor "witness"."#,
            "Correct name.",
        ],
    );
}

#[test]
fn a_wallet_name() {
    finds(
        &[(r#"name = "Vault""#, r#"name = "Va-ult""#)],
        [
            "P-SCHEMA",
            r#""Va-ult""#,
            r#"name is "Va-ult", but must be of the characters A-Z, a-z and 0-9."#,
            "Correct name.",
        ],
    );
}

#[test]
fn a_full_wallet_name() {
    finds(
        &[(r#"wallet = "ben/Vault""#, r#"wallet = "Vault""#)],
        [
            "P-SCHEMA",
            r#""Vault""#,
            r#"wallet is "Vault", but must be a custodian and a wallet, as in member-1/TeamFunds."#,
            "Correct wallet.",
        ],
    );
}

#[test]
fn a_tier() {
    finds(
        &[("tier = 1", "tier = 0")],
        ["P-SCHEMA", "0", r#"tier is "0", but must be a number from 1 to 9."#, "Correct tier."],
    );
}

#[test]
fn an_identity() {
    finds(
        &[(r#"signer = "owner-b""#, "signer = \"owner-b\"\nidentity = \"02\"")],
        [
            "P-SCHEMA",
            r#""02""#,
            r#"identity is "02", but must be a compressed public key of 66 lower-case hex digits."#,
            "Correct identity.",
        ],
    );
}

#[test]
fn an_address() {
    finds(
        &[(r#""TBD""#, r#""0x12""#)],
        [
            "P-SCHEMA",
            r#""0x12""#,
            r#"address is "0x12", but must be 0x and 40 hex digits, or "TBD"."#,
            "Correct address.",
        ],
    );
}

#[test]
fn a_checksum() {
    finds(
        &[("0x00000000219ab540356cBB", "0x00000000219ab540356cbB")],
        [
            "P-SCHEMA",
            r#""0x00000000219ab540356cbB839Cbe05303d7705Fa""#,
            "The address 0x00000000219ab540356cbB839Cbe05303d7705Fa does not have its EIP-55 checksum.",
            "Compare it with its source; if every digit is right, write 0x00000000219ab540356cBB839Cbe05303d7705Fa.",
        ],
    );
}

#[test]
fn a_path() {
    finds(
        &[(r#"path = "0'/0/0""#, r#"path = "m/0'/0/0""#)],
        [
            "P-SCHEMA",
            r#""m/0'/0/0""#,
            r#"path is "m/0'/0/0", but must be account'/change/index, as in 0'/0/0."#,
            "Correct path.",
        ],
    );
}

#[test]
fn a_salt_nonce() {
    finds(
        &[(r#"salt_nonce = "0""#, r#"salt_nonce = "1_0""#)],
        [
            "P-SCHEMA",
            r#""1_0""#,
            r#"salt_nonce is "1_0", but must be a decimal number, or 0x and up to 64 hex digits."#,
            "Correct salt_nonce.",
        ],
    );
}

#[test]
fn a_preset() {
    finds(
        &[(r#""ui""#, r#""web""#)],
        ["P-SCHEMA", r#""web""#, r#"preset is "web", but must be "ui" or "plain"."#, "Correct preset."],
    );
}

#[test]
fn a_salt() {
    finds(
        &[(r#"salt = "0x26"#, r#"salt = "0x"#)],
        [
            "P-SCHEMA",
            r#""0x1f3adb2b75d01f125192dea962532f885c2f8bc142fb4aea0dc6c1cbe076a9""#,
            r#"salt is "0x1f3adb2b75d01f125192dea962532f885c2f8bc142fb4aea0dc6c1cbe076a9", but must be 0x and 64 lower-case hex digits, "derived", or in version 1 "none"."#,
            "Correct salt.",
        ],
    );
}

#[test]
fn a_kind_of_split() {
    finds(
        &[(r#""push""#, r#""pushy""#)],
        ["P-SCHEMA", r#""pushy""#, r#"kind is "pushy", but must be "push" or "pull"."#, "Correct kind."],
    );
}

#[test]
fn a_template() {
    finds(
        &[(r#""SSV {cluster}-{operator}""#, r#""SSV {cluster}-{node}""#)],
        [
            "P-SCHEMA",
            r#""SSV {cluster}-{node}""#,
            r#"label is "SSV {cluster}-{node}", but must be a text with no braces but {cluster} and {operator}."#,
            "Correct label.",
        ],
    );
}

#[test]
fn a_template_of_an_account() {
    finds(
        &[(r#""SSV_Cluster{cluster}""#, r#""SSV_{operator}""#)],
        [
            "P-SCHEMA",
            r#""SSV_{operator}""#,
            r#"account_name is "SSV_{operator}", but must be a text with no braces but {cluster}."#,
            "Correct account_name.",
        ],
    );
}

#[test]
fn a_list_where_a_text_belongs() {
    finds(
        &[(r#"id = "test""#, r#"id = ["test"]"#)],
        [
            "P-SCHEMA",
            r#"["test"]"#,
            "This value is of the wrong kind: sequence, where a text in quotes is needed.",
            "Write a value of that kind; docs/plan.md says which.",
        ],
    );
}

#[test]
fn a_text_where_a_table_belongs() {
    finds(
        &[
            ("[manifest]\nsigners = [\"owner-a\", \"owner-b\"]\nsuccession = 1\n", ""),
            ("[ceremony]", "manifest = \"owner-a\"\n\n[ceremony]"),
        ],
        [
            "P-SCHEMA",
            r#""owner-a""#,
            r#"This value is of the wrong kind: string "owner-a", where a table is needed."#,
            "Write a value of that kind; docs/plan.md says which.",
        ],
    );
}

#[test]
fn a_range_of_nothing() {
    finds(
        &[("clusters = 2", "clusters = 0")],
        ["P-SCHEMA", "0", r#"clusters is "0", but must be at least 1."#, "Correct clusters."],
    );
}

#[test]
fn a_range_beyond_all_measure() {
    for operators in ["501", "4000000000"] {
        finds(
            &[("operators = 3", &format!("operators = {operators}"))],
            [
                "P-SCHEMA",
                "2",
                "This range asks for more than 1000 addresses.",
                "Check clusters and operators; what is really wanted can be several ranges.",
            ],
        );
    }
}

#[test]
fn bytes_that_are_not_utf8() {
    let mut bytes = BASE.replacen("\"Shop\"", "\"Sh@p\"", 1).into_bytes();
    let at = bytes.iter().position(|&b| b == b'@').unwrap();
    bytes[at] = 0xe9;
    let checked = read(&bytes, "plan.toml");
    let [finding] = &checked.errors[..] else { panic!("{:?}", checked.errors) };
    assert_eq!((finding.at.line, finding.at.column), (78, 12));
    let [lint, _, cause, remedy] = said(&checked, finding);
    assert_eq!(lint, "P-SCHEMA");
    assert_eq!(cause, "The file is not UTF-8 text from here on.");
    assert_eq!(remedy, "Save the plan as UTF-8.");
}

#[test]
fn a_file_too_large() {
    let longest = format!("{BASE}{}", "#".repeat((8 << 20) - BASE.len()));
    assert_eq!(errors(&longest), Vec::<[String; 4]>::new());
    let found = errors(&(longest + "#"));
    assert_eq!(found[0][2], "The file is larger than 8388608 bytes.");
    assert_eq!(found[0][3], "Check that it is the plan; no plan is that long.");
}

#[test]
fn every_value_that_is_not_well_formed_is_found_at_once() {
    let found = errors(&edited(&[(r#""ui""#, r#""web""#), ("tier = 1", "tier = 0"), ("\"TBD\"", "\"?\"")]));
    let places: Vec<_> = found.iter().map(|[_, place, ..]| place.as_str()).collect();
    assert_eq!(places, ["0", "\"?\"", "\"web\""]);
}

#[test]
fn more_addresses_than_people_can_compare() {
    // The base has eight roles, six of them in a range of account 10 and 11.
    let ranges = |number: usize, last: usize| {
        let one = |n: usize| {
            let operators = if n + 1 == number { last } else { 1000 };
            format!(
                "[[range]]\nname = \"r{n}-{{operator}}\"\nlabel = \"R{n} {{operator}}\"\nwallet = \"anna/Vault\"\n\
                 clusters = 1\noperators = {operators}\nfirst_account = 50\nfirst_index = {}\n\n",
                n * 1000
            )
        };
        let all: String = (0..number).map(one).collect();
        errors(&edited(&[("[manifest]", &format!("{all}[manifest]"))]))
    };
    assert_eq!(ranges(100, 1000 - 8), Vec::<[String; 4]>::new());
    let [[lint, place, cause, remedy]] = &ranges(100, 1000 - 7)[..] else { panic!("one finding") };
    assert_eq!((lint.as_str(), place.as_str()), ("P-SCHEMA", "1"));
    assert_eq!(cause, "The plan asks for more than 100000 addresses.");
    assert_eq!(remedy, "Check clusters and operators; people have to compare every address.");
}

#[test]
fn more_contracts_and_externals_than_a_ceremony_has() {
    // The base has two externals, a Safe and a split.
    let externals = |number: usize| {
        let one = |n| format!("[[external]]\nname = \"e{n}\"\nlabel = \"E {n}\"\naddress = \"TBD\"\n\n");
        let all: String = (0..number).map(one).collect();
        errors(&edited(&[("[manifest]", &format!("{all}[manifest]"))]))
    };
    assert_eq!(externals(1000 - 4), Vec::<[String; 4]>::new());
    let [[lint, place, cause, _]] = &externals(1000 - 3)[..] else { panic!("one finding") };
    assert_eq!(lint, "P-SCHEMA", "{place}");
    assert_eq!(cause, "The plan has more than 1000 externals, Safes and splits.");
}

#[test]
fn errors_without_end_are_counted() {
    let names: Vec<_> = (0..260).map(|n| format!("\"nobody-{n}\"")).collect();
    let text =
        edited(&[(r#"signers = ["owner-a", "owner-b"]"#, &format!("signers = [{}]", names.join(", ")))]);
    let found = errors(&text);
    assert_eq!(found.len(), 201);
    assert_eq!(
        found[200],
        ["P-SCHEMA", "", "There are 60 more errors.", "Correct these first."].map(str::to_owned)
    );
}
