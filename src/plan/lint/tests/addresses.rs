//! P-PATH-RANGE, P-PATH-COLLISION, P-LABEL, P-WALLET-DUPLICATE, P-STATEMENT.

use super::finds;

#[test]
fn an_account_out_of_range() {
    finds(
        &[("path = \"0'/0/0\"\n\n[[range]]", "path = \"101'/0/0\"\n\n[[range]]")],
        [
            "P-PATH-RANGE",
            r#""101'/0/0""#,
            "The path of owner-b has account 101; a Trezor refuses more than 100.",
            "Choose a path with account 0-100, change 0-1 and index 0-1000000.",
        ],
    );
}

#[test]
fn a_change_out_of_range() {
    finds(
        &[("path = \"0'/0/0\"\n\n[[range]]", "path = \"0'/2/0\"\n\n[[range]]")],
        [
            "P-PATH-RANGE",
            r#""0'/2/0""#,
            "The path of owner-b has change 2; a Trezor refuses more than 1.",
            "Choose a path with account 0-100, change 0-1 and index 0-1000000.",
        ],
    );
}

#[test]
fn an_index_out_of_range() {
    finds(
        &[("path = \"0'/0/0\"\n\n[[range]]", "path = \"0'/0/1000001\"\n\n[[range]]")],
        [
            "P-PATH-RANGE",
            r#""0'/0/1000001""#,
            "The path of owner-b has index 1000001; a Trezor refuses more than 1000000.",
            "Choose a path with account 0-100, change 0-1 and index 0-1000000.",
        ],
    );
}

#[test]
fn a_range_that_grows_out_of_range() {
    finds(
        &[("first_account = 5", "first_account = 100")],
        [
            "P-PATH-RANGE",
            "100",
            "The path of ssv-2-1 has account 101; a Trezor refuses more than 100.",
            "Choose a path with account 0-100, change 0-1 and index 0-1000000.",
        ],
    );
}

#[test]
fn two_roles_on_one_path() {
    finds(
        &[(
            "label = \"Owner B\"\nwallet = \"ben/Vault\"",
            "label = \"Owner B\"\nwallet = \"ben/Vault\"\npath = \"0'/0/0\"\n\n[[role]]\nname = \"twin\"\nlabel = \"Twin\"\nwallet = \"ben/Vault\"",
        )],
        [
            "P-PATH-COLLISION",
            r#""0'/0/0""#,
            "twin and owner-b (line 59) are one address: m/44'/60'/0'/0/0 of ben/Vault.",
            "Move one of them to a free account.",
        ],
    );
}

#[test]
fn an_account_named_twice() {
    finds(
        &[("number = 0\nname = \"Owner\"", "number = 6\nname = \"Owner\"")],
        [
            "P-PATH-COLLISION",
            r#""SSV_Cluster{cluster}""#,
            "Account 6 of anna/Vault is named SSV_Cluster2 here, but Owner in line 47.",
            "Move one of them to a free account, or keep one name.",
        ],
    );
}

#[test]
fn a_label_that_is_not_ascii() {
    finds(
        &[(r#""Shop""#, r#""店""#)],
        [
            "P-LABEL",
            r#""店""#,
            r#"The label "店" cannot be used everywhere."#,
            "Write 1 to 48 printable ASCII characters without outer spaces.",
        ],
    );
}

#[test]
fn a_label_too_long() {
    finds(
        &[(r#""Shop""#, r#""A shop with a name that no wallet would show in full""#)],
        [
            "P-LABEL",
            r#""A shop with a name that no wallet would show in full""#,
            r#"The label "A shop with a name that no wallet would show in full" cannot be used everywhere."#,
            "Write 1 to 48 printable ASCII characters without outer spaces.",
        ],
    );
}

#[test]
fn a_label_used_twice() {
    finds(
        &[(r#""Shop""#, r#""owner a""#)],
        [
            "P-LABEL",
            r#""owner a""#,
            r#"The label "owner a" stands already in line 51."#,
            "Give each address its own label; in a range, put {cluster} and {operator} into it.",
        ],
    );
}

#[test]
fn a_range_that_repeats_its_label() {
    finds(
        &[(r#""SSV {cluster}-{operator}""#, r#""SSV {cluster}""#)],
        [
            "P-LABEL",
            r#""SSV {cluster}""#,
            r#"The label "SSV 1" stands already in line 63."#,
            "Give each address its own label; in a range, put {cluster} and {operator} into it.",
        ],
    );
}

#[test]
fn two_wallets_of_one_name() {
    finds(
        &[(
            "[[account]]",
            "[[wallet]]\nname = \"VAULT\"\ncustodian = \"anna\"\nseed = \"seed-a\"\ntier = 1\nentry = \"device\"\nsigner = \"third\"\n\n[[role]]\nname = \"third\"\nlabel = \"Third\"\nwallet = \"anna/VAULT\"\npath = \"0'/0/0\"\n\n[[account]]",
        )],
        [
            "P-WALLET-DUPLICATE",
            r#""VAULT""#,
            "The wallet anna/VAULT cannot be told from anna/Vault in line 29.",
            "Give every wallet of a custodian its own name; upper and lower case do not tell them apart.",
        ],
    );
}

#[test]
fn two_wallets_of_one_identity() {
    finds(
        &[
            (
                r#"signer = "owner-a""#,
                "signer = \"owner-a\"\nidentity = \"0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798\"",
            ),
            (
                r#"signer = "owner-b""#,
                "signer = \"owner-b\"\nidentity = \"0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798\"",
            ),
        ],
        [
            "P-WALLET-DUPLICATE",
            r#""0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798""#,
            "The wallets ben/Vault and anna/Vault have the same identity: they are one wallet.",
            "Look the identities up in the previous manifest, and correct the wrong one.",
        ],
    );
}

#[test]
fn an_organisation_too_long() {
    finds(
        &[(r#""Example Staking""#, r#""The Example Staking Association of 2026""#)],
        [
            "P-STATEMENT",
            r#""The Example Staking Association of 2026""#,
            r#"The name "The Example Staking Association of 2026" of the organisation is 39 characters long; a statement with it may not be shown in full on every device."#,
            "Shorten it to at most 32, so that every statement keeps within 300 bytes.",
        ],
    );
}

#[test]
fn a_ceremony_id_too_long() {
    finds(
        &[(r#""test""#, r#""a-ceremony-with-a-name-of-its-own-that-goes-on""#)],
        [
            "P-STATEMENT",
            r#""a-ceremony-with-a-name-of-its-own-that-goes-on""#,
            r#"The name "a-ceremony-with-a-name-of-its-own-that-goes-on" of the ceremony is 46 characters long; a statement with it may not be shown in full on every device."#,
            "Shorten it to at most 32, so that every statement keeps within 300 bytes.",
        ],
    );
}

#[test]
fn a_custodian_too_long() {
    finds(
        &[
            (r#"name = "ben""#, r#"name = "benjamin-of-the-hill""#),
            ("custodian = \"ben\"\nkind", "custodian = \"benjamin-of-the-hill\"\nkind"),
            ("custodian = \"ben\"\nseed", "custodian = \"benjamin-of-the-hill\"\nseed"),
            (r#""ben/Vault""#, r#""benjamin-of-the-hill/Vault""#),
        ],
        [
            "P-STATEMENT",
            r#""benjamin-of-the-hill""#,
            r#"The name "benjamin-of-the-hill" of a custodian is 20 characters long; a statement with it may not be shown in full on every device."#,
            "Shorten it to at most 16, so that every statement keeps within 300 bytes.",
        ],
    );
}

#[test]
fn a_wallet_too_long() {
    finds(
        &[
            (
                "name = \"Vault\"\ncustodian = \"ben\"",
                "name = \"TheVaultThatHoldsEverything\"\ncustodian = \"ben\"",
            ),
            (r#""ben/Vault""#, r#""ben/TheVaultThatHoldsEverything""#),
        ],
        [
            "P-STATEMENT",
            r#""TheVaultThatHoldsEverything""#,
            r#"The name "TheVaultThatHoldsEverything" of a wallet is 27 characters long; a statement with it may not be shown in full on every device."#,
            "Shorten it to at most 24, so that every statement keeps within 300 bytes.",
        ],
    );
}
