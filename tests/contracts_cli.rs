//! `gishiki safe` and `gishiki split` as people and scripts call them.

use std::process::{Command, Output};

use serde_json::Value;

const SAFE: &str = include_str!("vectors/safe-mainnet.json");
const SPLITS: &str = include_str!("vectors/splits-known.json");
const ONE: &str = "0x2a875746D0c88EBD2bbBfc8F8a773c58c3373ad3";
const TWO: &str = "0x74f3F3dEfdC563bbFC8637BaB2d30596D2817472";
const TWO_SINGLETON: &str = "0x1111111111111111111111111111111111111111";
const SALT: &str = "0x0707070707070707070707070707070707070707070707070707070707070707";

fn gishiki(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gishiki"));
    command.args(args).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C").output().unwrap()
}

fn said(args: &[&str]) -> String {
    let output = gishiki(args);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty());
    String::from_utf8(output.stdout).unwrap()
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&said(args)).unwrap()
}

/// Exit status 2, nothing on stdout, and the two lines on stderr.
fn refused(args: &[&str]) -> (String, String) {
    let output = gishiki(args);
    assert_eq!(output.status.code(), Some(2), "{args:?}");
    assert!(output.stdout.is_empty(), "{args:?}");
    let text = String::from_utf8(output.stderr).unwrap();
    let (cause, remedy) = text.trim_end().split_once('\n').unwrap();
    assert!(!remedy.contains('\n'), "{text}");
    (cause.to_owned(), remedy.to_owned())
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn safe<'a>(owners: &[&'a str], rest: &[&'a str]) -> Vec<&'a str> {
    let owners = owners.iter().flat_map(|owner| ["--owner", owner]);
    ["safe"].into_iter().chain(owners).chain(rest.iter().copied()).collect()
}

fn split<'a>(recipients: &[&'a str], rest: &[&'a str]) -> Vec<&'a str> {
    ["split", "--recipient"]
        .into_iter()
        .chain(recipients.iter().copied())
        .chain(rest.iter().copied())
        .collect()
}

#[test]
fn safes_of_mainnet_come_out() {
    let vectors: Value = serde_json::from_str(SAFE).unwrap();
    for vector in vectors["safes"].as_array().unwrap() {
        let owners: Vec<_> = vector["owners"].as_array().unwrap().iter().map(text).collect();
        let threshold = vector["threshold"].to_string();
        let answer = json(&safe(&owners, &["--threshold", &threshold, "--chain-id", "1", "--json"]));
        assert_eq!(answer["address"], vector["address"]);
        assert_eq!(answer["salt"], vector["salt"]);
        assert_eq!(answer["owners"], vector["owners"]);
    }
}

#[test]
fn splits_of_base_and_sepolia_come_out() {
    let vectors: Value = serde_json::from_str(SPLITS).unwrap();
    for vector in vectors["splits"].as_array().unwrap() {
        let recipients = vector["recipients"].as_array().unwrap().iter();
        let shares = vector["allocations"].as_array().unwrap().iter();
        let pairs: Vec<_> =
            recipients.zip(shares).map(|(to, n)| format!("{}={}", text(to), text(n))).collect();
        let chain = vector["chain_id"].to_string();
        let placement = match &vector["salt"] {
            Value::String(salt) => ["--salt", salt],
            _ => ["--nonce", text(&vector["nonce"])],
        };
        let mut args: Vec<_> = pairs.iter().map(String::as_str).collect();
        args.extend(["--chain-id", &chain, "--total", text(&vector["total"]), "--as-is", "--json"]);
        args.extend(placement);
        let answer = json(&split(&args, &[]));
        assert_eq!(answer["address"], vector["address"]);
        assert_eq!(answer["reason"].is_string(), placement[0] == "--nonce");
    }
}

#[test]
fn a_safe_s_json_has_the_promised_fields() {
    let answer =
        json(&safe(&[ONE, TWO], &["--threshold", "2", "--chain-id", "1", "--salt-nonce", "0x10", "--json"]));
    let fields = "address chain_id code_hash deployment domain_separator factory fallback_handler init_code_hash initializer \
                  method needs owners payment_receiver preset salt salt_nonce same_address_on setup_data setup_to \
                  singleton singleton_after threshold tx version";
    let found: Vec<_> = answer.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(found, fields.split_whitespace().collect::<Vec<_>>());
    assert_eq!(answer["salt_nonce"], "16");
    assert_eq!(answer["threshold"], 2);
    let tx: Vec<_> = answer["tx"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(tx, ["data", "to", "value"]);
}

#[test]
fn a_split_s_json_has_the_promised_fields() {
    let recipients = [format!("{TWO}=1"), format!("{ONE}=2")];
    let recipients: Vec<_> = recipients.iter().map(String::as_str).collect();
    let answer = json(&split(&recipients, &["--kind", "pull", "--chain-id", "1", "--salt", SALT, "--json"]));
    let fields = "address advice allocations chain_id code_hash create2_salt distribute_ether extra_units factory incentive \
                  kind needs owner reason recipients salt split_hash total_allocation tx version";
    let found: Vec<_> = answer.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(found, fields.split_whitespace().collect::<Vec<_>>());
    assert_eq!(answer["recipients"], serde_json::json!([ONE, TWO]), "sorted");
    assert_eq!(answer["allocations"], serde_json::json!(["2", "1"]), "each share with its recipient");
    assert_eq!(answer["kind"], "pull");
}

#[test]
fn the_sheets_show_everything_whole_in_both_languages() {
    let safe = safe(&[ONE, TWO], &["--threshold", "2", "--chain-id", "560048"]);
    let pair = format!("{ONE}=1");
    let other = format!("{TWO}=2");
    let split = split(&[&pair, &other], &["--chain-id", "560048", "--salt", SALT, "--owner", TWO]);
    for args in [safe, split] {
        let document = json(&[&args[..], &["--json"]].concat());
        for lang in ["en", "ja"] {
            let sheet = said(&[&args[..], &["--lang", lang]].concat());
            for whole in [&document["address"], &document["factory"], &document["tx"]["data"]] {
                assert!(sheet.contains(text(whole)), "{whole} in {lang}");
            }
            for part in [ONE, TWO, "TESTNET", "hoodi"] {
                assert!(sheet.contains(part), "{part} in {lang}");
            }
            assert!(
                !sheet.contains("sheet-") && !sheet.contains("-note-") && !sheet.contains("{ $"),
                "{sheet}"
            );
        }
        assert_ne!(said(&args), said(&[&args[..], &["--lang", "ja"]].concat()));
    }
}

#[test]
fn a_divided_split_says_who_has_the_extra_unit() {
    let (one, two) = (format!("{ONE}=1/3"), format!("{TWO}=66.6666666666%"));
    let args = split(&[&one, &two], &["--chain-id", "1", "--version", "1", "--divide", "1000000", "--json"]);
    assert!(refused(&args).0.contains("not to the whole"));
    let two = format!("{TWO}=2/3");
    let args = split(&[&one, &two], &["--chain-id", "1", "--version", "1", "--divide", "1000000"]);
    let answer = json(&[&args[..], &["--json"]].concat());
    assert_eq!(answer["allocations"], serde_json::json!(["333333", "666667"]));
    assert_eq!(answer["extra_units"], serde_json::json!([TWO]));
    assert_eq!(answer["kind"], "pull");
    assert!(said(&args).contains(&format!("{TWO}  666667 / 1000000  (with an extra unit)")));
}

#[test]
fn version_1_with_an_owner_has_no_address_and_says_why() {
    let (one, two) = (format!("{ONE}=500000"), format!("{TWO}=500000"));
    let args = split(&[&one, &two], &["--chain-id", "560048", "--version", "1", "--owner", TWO]);
    let answer = json(&[&args[..], &["--json"]].concat());
    assert_eq!(answer["address"], Value::Null);
    assert_eq!(answer["create2_salt"], Value::Null);
    assert!(text(&answer["reason"]).contains("anyone can make one more"));
    assert!(text(&answer["tx"]["data"]).starts_with("0x7601f782"));
    assert!(said(&args).contains("THE ADDRESS CANNOT BE PREDICTED"));
}

#[test]
fn what_a_split_pays_is_judged() {
    let (one, two) = (format!("{ONE}=1"), format!("{TWO}=2"));
    let args =
        split(&[&one, &two], &["--chain-id", "1", "--salt", SALT, "--kind", "pull", "--version", "2.1"]);
    let answer = json(&[&args[..], &["--json", "--pays", "ETH", "stETH", "USDT"]].concat());
    let advice = answer["advice"].as_array().unwrap();
    assert_eq!(advice.len(), 2);
    assert!(text(&advice[0]["cause"]).starts_with("stETH changes its balances by itself"));
    assert_eq!(text(&advice[1]["remedy"]), "Use version 2.2, or a push split.");
    assert!(said(&[&args[..], &["--pays", "stETH"]].concat()).contains("have wstETH paid instead"));
}

#[test]
fn another_version_set_and_method_are_another_safe() {
    let start = ["--threshold", "2", "--chain-id", "560048", "--preset", "plain", "--json"];
    let of = |more: &[&'static str]| json(&safe(&[ONE, TWO], &[&start[..], more].concat()));
    let mut addresses: Vec<_> = [
        &["--version", "1.3.0"][..],
        &["--version", "1.3.0", "--deployment", "eip155"],
        &["--version", "1.4.1", "--singleton", "l1"],
        &["--version", "1.4.1", "--method", "create-chain-specific-proxy-with-nonce"],
        &["--version", "1.4.1", "--singleton", TWO_SINGLETON],
        &["--version", "1.5.0", "--method", "create-proxy-with-nonce-l2"],
    ]
    .map(of)
    .iter()
    .map(|answer| text(&answer["address"]).to_owned())
    .collect();
    addresses.sort();
    addresses.dedup();
    assert_eq!(addresses.len(), 6);
    let specific = of(&["--method", "create-chain-specific-proxy-with-nonce"]);
    assert_eq!(specific["same_address_on"], serde_json::json!([560_048]));
    assert_eq!(specific["needs"][0]["name"], "SafeProxyFactory 1.4.1");
    assert_eq!(specific["method"], "create-chain-specific-proxy-with-nonce");
}

#[test]
fn the_file_for_safe_wallet_is_written_once_with_a_warning() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("wallet.json");
    let path = path.to_str().unwrap();
    let start = ["--threshold", "2", "--chain-id", "1", "--json", "--wallet-file", path];
    let args = safe(&[ONE, TWO], &[&start[..], &["--label", "Treasury"]].concat());
    let output = gishiki(&args);
    assert_eq!(output.status.code(), Some(0));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(String::from_utf8(output.stderr).unwrap().contains("IMPORTING IT REPLACES"));
    let file: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    assert_eq!(file["data"]["addressBook"]["1"][text(&answer["address"])], "Treasury");
    assert_eq!(refused(&args).0, format!("{path} is there already."));
    let old = safe(&[ONE, TWO], &[&start[..], &["--version", "1.3.0"]].concat());
    assert!(refused(&old).0.contains("known here of the canonical 1.4.1 only"));
}

#[test]
fn a_salt_nonce_that_no_form_takes_is_noted() {
    let sheet = |nonce: &'static str| {
        said(&safe(&[ONE, TWO], &["--threshold", "2", "--chain-id", "1", "--salt-nonce", nonce]))
    };
    assert!(sheet("9007199254740992").contains("cannot take it exactly"));
    assert!(!sheet("9007199254740991").contains("cannot take it exactly"));
}

#[test]
fn json_is_the_same_in_every_language() {
    let pair = format!("{ONE}=1");
    let other = format!("{TWO}=2");
    let split = split(&[&pair, &other], &["--chain-id", "1", "--nonce", "4", "--json"]);
    let english = said(&split);
    assert_eq!(english, said(&[&split[..], &["--lang", "ja"]].concat()));
    assert!(english.is_ascii());
    assert!(english.contains("only if that nonce is 4"));
}

#[test]
fn a_refused_safe_says_why_in_two_lines() {
    let wrong = ONE.to_lowercase();
    let two_of_two = ["--threshold", "2", "--chain-id", "1"];
    let with = |more: &[&'static str]| [&two_of_two[..], more].concat();
    let cases = [
        (
            safe(&[ONE], &two_of_two),
            "The threshold 2 is above the number of owners, 1; the Safe would revert with GS201.",
        ),
        (
            safe(&[ONE, ONE], &two_of_two),
            "0x2a875746D0c88EBD2bbBfc8F8a773c58c3373ad3 is an owner twice; the Safe would revert with GS203.",
        ),
        (
            safe(&[ONE, TWO], &["--threshold", "0", "--chain-id", "1"]),
            "The threshold is zero; the Safe would revert with GS202.",
        ),
        (
            safe(&[&wrong, TWO], &two_of_two),
            "--owner 0x2a875746d0c88ebd2bbbfc8f8a773c58c3373ad3 has no right EIP-55 checksum.",
        ),
        (safe(&["ONE", TWO], &two_of_two), "--owner ONE is no address: not 0x and 40 hex digits."),
        (
            safe(&[ONE, TWO], &with(&["--version", "1.1.1"])),
            "Safe 1.1.1 is not known here; known: 1.3.0, 1.4.1, 1.5.0.",
        ),
        (
            safe(&[ONE, TWO], &["--threshold", "2", "--chain-id", "17000", "--version", "1.5.0"]),
            "Safe 1.5.0 is not known to be on chain 17000 (holesky).",
        ),
        (
            safe(&[ONE, TWO], &with(&["--deployment", "eip155"])),
            "Safe 1.4.1 has no set of contracts named eip155; only 1.3.0 has eip155.",
        ),
        (
            safe(&[ONE, TWO], &with(&["--deployment", "eip155", "--version", "1.3.0"])),
            "Safe{Wallet} takes the canonical set wherever it stands, so the preset ui has no eip155.",
        ),
        (
            safe(&[ONE, TWO], &with(&["--singleton", "l2"])),
            "Safe{Wallet} deploys with the singleton 0x41675C099F32341bf84BFc5382aF534df5C7461a here, so the preset ui has \
             no 0x29fcB43b46531BcA003ddC8FCB67FFE91900C762.",
        ),
        (
            safe(&[ONE, TWO], &with(&["--singleton", "0x4e1DCf7AD4e460CfD30791CCC4F9c8a4f820ec67"])),
            "The singleton 0x4e1DCf7AD4e460CfD30791CCC4F9c8a4f820ec67 is SafeProxyFactory 1.4.1, which no proxy can run as a \
             Safe.",
        ),
        (
            safe(&[ONE, TWO], &with(&["--method", "create-proxy"])),
            "The address that create-proxy gives counts what the factory made before: anyone can move it, so nobody can \
             predict it.",
        ),
        (
            safe(&[ONE, TWO], &with(&["--method", "create-proxy-with-callback"])),
            "The method create-proxy-with-callback hands the new Safe to a contract of the caller's choice, which can refuse \
             its creation and which nobody here has checked.",
        ),
        (
            safe(&[ONE, TWO], &with(&["--method", "createProxy"])),
            "No factory of Safe has a method createProxy; known: create-proxy-with-nonce, \
             create-chain-specific-proxy-with-nonce, create-proxy-with-nonce-l2, create-chain-specific-proxy-with-nonce-l2.",
        ),
        (
            safe(&[ONE, TWO], &with(&["--method", "create-proxy-with-nonce-l2"])),
            "The factory of Safe 1.4.1 has no method create-proxy-with-nonce-l2.",
        ),
        (
            safe(&[ONE, TWO], &with(&["--method", "create-chain-specific-proxy-with-nonce"])),
            "Safe{Wallet} calls create-proxy-with-nonce only, so the preset ui has no create-chain-specific-proxy-with-nonce.",
        ),
        (
            safe(&[ONE, TWO], &with(&["--salt-nonce", "1e3"])),
            "--salt-nonce 1e3 is no number from 0 to 2^256 - 1.",
        ),
        (
            safe(&[ONE, TWO], &["--threshold", "2", "--chain-id", "324"]),
            "Chain 324 (zkSync Era) is a ZK Stack chain: Safe has other addresses there, and CREATE2 another formula.",
        ),
        (
            safe(&[ONE, TWO], &["--threshold", "2", "--chain-id", "137"]),
            "No deployment of Safe is known on chain 137.",
        ),
    ];
    for (args, cause) in cases {
        assert_eq!(refused(&args).0, cause);
    }
}

#[test]
fn a_refused_split_says_why_in_two_lines() {
    let (one, two, none) = (format!("{ONE}=1"), format!("{TWO}=2"), format!("{TWO}=0"));
    let percent = format!("{ONE}=33.3");
    let (third, sixth) = (format!("{ONE}=1/3"), format!("{TWO}=1/6"));
    let (one_half, two_half) = (format!("{ONE}=500000"), format!("{TWO}=500000"));
    let end = ["--chain-id", "1", "--salt", SALT];
    let with = |more: &[&'static str]| [&end[..], more].concat();
    let cases = [
        (
            split(&[&one, &two], &with(&["--total", "4"])),
            "The shares add up to 3, not to the total 4; the contract would refuse them.",
        ),
        (
            split(&[&one, &two], &with(&["--total", "4", "--as-is"])),
            "The shares add up to 3, not to the total 4; the contract would refuse them.",
        ),
        (split(&[&one], &end), "A split needs at least two recipients; this one has 1."),
        (split(&[&one, &one], &end), "0x2a875746D0c88EBD2bbBfc8F8a773c58c3373ad3 is a recipient twice."),
        (split(&[&one, &none], &end), "The share of 0x74f3F3dEfdC563bbFC8637BaB2d30596D2817472 is zero."),
        (split(&[&percent, &two], &end), "--recipient 33.3 is no number from 0 to 2^256 - 1."),
        (
            split(&[ONE, &two], &end),
            "--recipient 0x2a875746D0c88EBD2bbBfc8F8a773c58c3373ad3 is not ADDR=SHARE.",
        ),
        (
            split(&[&one, &two], &["--chain-id", "1"]),
            "Neither --salt nor --nonce says what makes the split's address its own.",
        ),
        (
            split(&[&one, &two], &["--chain-id", "1", "--salt", "0x07"]),
            "--salt 0x07 is not 0x and 64 hex digits.",
        ),
        (
            split(&[&one, &two], &["--chain-id", "1", "--version", "3"]),
            "0xSplits 3 is not known here; known: 1, 2.0, 2.1, 2.2.",
        ),
        (
            split(&[&one, &two], &["--chain-id", "1", "--version", "1"]),
            "The shares of version 1 must add up to 1000000; they add up to 3, and the contract would revert.",
        ),
        (
            split(&[&one, &two], &with(&["--version", "1"])),
            "A split of version 1 has neither salt nor nonce: its address follows from recipients, shares and fee.",
        ),
        (
            split(&[&one, &two], &["--chain-id", "1", "--version", "1", "--kind", "push"]),
            "A split of version 1 does not push: it credits, and recipients withdraw.",
        ),
        (
            split(&[&one, &two], &["--chain-id", "1", "--version", "1", "--creator", ONE]),
            "A split of version 1 has no creator.",
        ),
        (
            split(&[&one, &two], &["--chain-id", "1", "--version", "1", "--incentive", "100001"]),
            "100001 millionths for the distributor are more than this version allows, 100000.",
        ),
        (
            split(&[&one, &two], &with(&["--incentive", "65536"])),
            "65536 millionths for the distributor are more than this version allows, 65535.",
        ),
        (
            split(&[&two_half, &one_half], &["--chain-id", "1", "--version", "1", "--as-is"]),
            "The recipient 0x2a875746D0c88EBD2bbBfc8F8a773c58c3373ad3 does not stand in ascending order, or stands twice; \
             version 1 would revert.",
        ),
        (
            split(&[&one, &two], &with(&["--version", "obol-ovm"])),
            "The factory ObolValidatorManagerFactory (0x2c26B5A373294CaccBd3DE817D9B7C6aea7De584) makes its contracts by \
             CREATE: an address follows from how many it made before, anyone can make one more, and so nobody can predict it.",
        ),
        (
            split(&[&one, &two], &with(&["--divide", "1000000"])),
            "“1” is neither a fraction such as 1/3 nor a percentage such as 33.34%.",
        ),
        (
            split(&[&third, &percent], &with(&["--divide", "1000000"])),
            "“33.3” is neither a fraction such as 1/3 nor a percentage such as 33.34%.",
        ),
        (
            split(&[&third, &sixth], &with(&["--divide", "1000000"])),
            "The shares add up to 3 of 6 parts, not to the whole.",
        ),
        (
            split(&[&third, &sixth], &with(&["--divide", "0"])),
            "A split cannot be divided into 0 units, only into 1 to 1000000000000000000.",
        ),
    ];
    for (args, cause) in cases {
        assert_eq!(refused(&args).0, cause);
    }
}

#[test]
fn a_call_that_is_none_has_status_2() {
    for args in [&["safe"][..], &["split", "--chain-id", "1"], &["safe", "--owner", ONE, "--threshold", "x"]]
    {
        let output = gishiki(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(output.stdout.is_empty());
    }
    let both = format!("{ONE}=1");
    let output = gishiki(&split(&[&both], &["--chain-id", "1", "--salt", SALT, "--nonce", "1"]));
    assert_eq!(output.status.code(), Some(2));
}
