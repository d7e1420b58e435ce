//! `gishiki safe-tx` and `gishiki split-admin` as people and scripts call them.

use std::process::{Command, Output};

use serde_json::{Value, json};

const VECTORS: &str = include_str!("vectors/safe-tx.json");
const SAFE: &str = "0x7424A83Db6E27Da5fBbDe48A5675a55e585E5c06";
const ONE: &str = "0x2a875746D0c88EBD2bbBfc8F8a773c58c3373ad3";
const TWO: &str = "0x74f3F3dEfdC563bbFC8637BaB2d30596D2817472";
const SENTINEL: &str = "0x0000000000000000000000000000000000000001";
const SINGLETON: &str = "0x41675C099F32341bf84BFc5382aF534df5C7461a";
const THREE: &str = "0x4eDe36f2e215A06856612D4B98Afa56c3aFfFA66";

fn gishiki(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gishiki"));
    command.args(args).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C").output().unwrap()
}

/// What a call says on stdout with this exit status.
fn said(args: &[&str], status: i32) -> String {
    let output = gishiki(args);
    assert_eq!(output.status.code(), Some(status), "{args:?} {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn json_of(args: &[&str], status: i32) -> Value {
    serde_json::from_str(&said(&[args, &["--json"]].concat(), status)).unwrap()
}

/// The cause line of a refused call, which says nothing on stdout.
fn refused(args: &[&str], status: i32) -> String {
    let output = gishiki(args);
    assert_eq!(output.status.code(), Some(status), "{args:?}");
    assert!(output.stdout.is_empty(), "{args:?}");
    let text = String::from_utf8(output.stderr).unwrap();
    let (cause, remedy) = text.trim_end().split_once('\n').unwrap();
    assert!(!remedy.contains('\n'), "{text}");
    cause.to_owned()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn vectors() -> Vec<Value> {
    let vectors: Value = serde_json::from_str(VECTORS).unwrap();
    let cases = vectors["cases"].as_array().unwrap().clone();
    assert_eq!(cases.len(), 24);
    cases
}

/// The options that name a vector's transaction.
fn options(case: &Value) -> Vec<String> {
    let operation = if case["operation"] == 1 { "delegatecall" } else { "call" };
    let mut options = vec!["--operation".to_owned(), operation.to_owned()];
    options.extend(["--chain-id".to_owned(), case["chain_id"].to_string()]);
    for (option, member) in [
        ("--safe", "safe"),
        ("--to", "to"),
        ("--value", "value"),
        ("--data", "data"),
        ("--nonce", "nonce"),
        ("--safe-tx-gas", "safeTxGas"),
        ("--base-gas", "baseGas"),
        ("--gas-price", "gasPrice"),
        ("--gas-token", "gasToken"),
        ("--refund-receiver", "refundReceiver"),
    ] {
        options.extend([option.to_owned(), text(&case[member]).to_owned()]);
    }
    options
}

fn explain<'a>(rest: &[&'a str]) -> Vec<&'a str> {
    [&["safe-tx", "explain", "--chain-id", "1", "--safe", SAFE, "--nonce", "7"], rest].concat()
}

fn change<'a>(rest: &[&'a str]) -> Vec<&'a str> {
    let now =
        ["safe-tx", "change", "--chain-id", "1", "--safe", SAFE, "--owner", ONE, TWO, "--threshold", "2"];
    [&now, rest].concat()
}

fn admin<'a>(rest: &[&'a str]) -> Vec<&'a str> {
    [&["split-admin", "--chain-id", "1", "--split", THREE], rest].concat()
}

#[test]
fn hashes_and_calls_are_those_that_ethers_and_viem_compute() {
    for case in vectors() {
        let options = options(&case);
        let args: Vec<_> =
            ["safe-tx", "explain"].into_iter().chain(options.iter().map(String::as_str)).collect();
        // A refund is an error; everything else in them is none.
        let status = i32::from(case["gasPrice"] != "0");
        let answer = json_of(&args, status);
        for hash in ["domain_hash", "message_hash", "safe_tx_hash"] {
            assert_eq!(answer[hash], case[hash], "{hash}");
        }
        assert_eq!(answer["calls"], case["calls"]);
        assert_eq!(answer["typed_data"]["message"]["value"], case["value"]);
        assert_eq!(answer["typed_data"]["domain"]["chainId"], case["chain_id"].to_string());
    }
}

#[test]
fn a_batch_is_the_same_transaction_as_its_calldata() {
    let folder = tempfile::tempdir().unwrap();
    for (i, case) in vectors().iter().enumerate().filter(|(_, case)| case["operation"] == 1) {
        let document = json!({
            "version": "1.0",
            "chainId": case["chain_id"].to_string(),
            "createdAt": 1_700_000_000_000_u64,
            "meta": { "name": "n", "createdFromSafeAddress": case["safe"] },
            "transactions": case["calls"],
        });
        let place = folder.path().join(format!("{i}.json"));
        std::fs::write(&place, document.to_string()).unwrap();
        let chain = case["chain_id"].to_string();
        let args = ["safe-tx", "explain", place.to_str().unwrap(), "--chain-id", &chain];
        let rest = ["--safe", text(&case["safe"]), "--nonce", text(&case["nonce"])];
        let answer = json_of(&[&args[..], &rest].concat(), 0);
        assert_eq!(answer["tx"]["data"], case["data"]);
        assert_eq!(answer["tx"]["to"], case["to"]);
        assert_eq!(answer["batch"]["checksum"], "missing");
        assert_eq!(answer["warnings"][0]["finding"], "batch-no-checksum");
    }
}

#[test]
fn exec_transaction_is_what_ethers_encodes() {
    for case in vectors() {
        let options = options(&case);
        let signatures = case["signatures"].as_array().unwrap();
        let threshold = signatures.len().to_string();
        let mut args: Vec<_> =
            ["safe-tx", "assemble"].into_iter().chain(options.iter().map(String::as_str)).collect();
        args.push("--owner");
        args.extend(signatures.iter().map(|it| text(&it["signer"])));
        args.extend(["--threshold", &threshold, "--signature"]);
        args.extend(signatures.iter().rev().map(|it| text(&it["signature"])));
        let answer = json_of(&args, 0);
        assert_eq!(answer["tx"]["to"], case["safe"]);
        assert_eq!(answer["tx"]["data"], case["exec_data"]);
        assert_eq!(answer["data_hash"], case["exec_data_hash"]);
        assert_eq!(answer["safe_tx_hash"], case["safe_tx_hash"]);
    }
}

#[test]
fn signatures_of_another_transaction_or_too_few_are_refused() {
    let case = &vectors()[1];
    let options = options(case);
    let signer = |i: usize| text(&case["signatures"][i]["signer"]);
    let signature = |i: usize| text(&case["signatures"][i]["signature"]);
    let assemble = |more: &[&str], status| {
        let mut args: Vec<_> =
            ["safe-tx", "assemble"].into_iter().chain(options.iter().map(String::as_str)).collect();
        args.extend(["--owner", signer(0), signer(1), "--threshold", "2", "--signature"]);
        args.extend(more);
        refused(&args, status)
    };
    assert_eq!(
        assemble(&[signature(0)], 1),
        "The Safe wants 2 signatures and was given 1; it would revert with GS020."
    );
    assert_eq!(
        assemble(&[signature(0), signature(0)], 1),
        format!("{} signed twice; the Safe would revert with GS026.", signer(0))
    );
    let foreign = text(&vectors()[2]["signatures"][0]["signature"]).to_owned();
    let cause = assemble(&[signature(1), &foreign], 1);
    assert!(cause.starts_with("Signature 2 recovers to 0x"), "{cause}");
    assert!(
        cause.ends_with("who owns nothing here: it is of another transaction, or by another key (GS026).")
    );
    assert_eq!(
        assemble(&["0x12"], 2),
        "--signature 0x12 cannot be used: not 0x and 130 lower-case hex digits."
    );
}

#[test]
fn an_error_is_exit_status_1_and_a_warning_is_not() {
    let delegated = explain(&["--to", TWO, "--operation", "delegatecall", "--data", "0x01020304"]);
    let answer = json_of(&delegated, 1);
    assert_eq!(answer["errors"][0]["finding"], "tx-delegatecall");
    assert_eq!(
        answer["errors"][0]["cause"],
        format!("The code of {TWO} would run as the Safe's own and could take everything.")
    );
    let unknown = json_of(&explain(&["--to", TWO, "--data", "0x01020304"]), 0);
    assert_eq!(unknown["errors"], json!([]));
    assert_eq!(unknown["warnings"][0]["finding"], "tx-unknown");
    let used = json_of(&explain(&["--to", TWO, "--value", "1", "--safe-nonce", "8"]), 1);
    assert_eq!(used["errors"][0]["finding"], "tx-nonce-used");
    let plain = json_of(&explain(&["--to", TWO, "--value", "1", "--safe-nonce", "7"]), 0);
    assert_eq!((&plain["errors"], &plain["warnings"][0]["finding"]), (&json!([]), &json!("tx-pays")));
}

#[test]
fn what_a_trezor_shows_stands_in_its_order() {
    let sheet = said(&explain(&["--to", TWO, "--value", "5", "--data", "0xa1b2"]), 0);
    let wanted = [
        "   1. Signing address".to_owned(),
        format!("   2. EIP712Domain  chainId (uint256): 1  verifyingContract (address): {SAFE}"),
        "   3. Confirm message  SafeTx  Contains 10 keys  to, value, data, operation, safeTxGas, baseGas, gasPrice, \
         gasToken, refundReceiver, nonce"
            .to_owned(),
        format!("   4. SafeTx  to (address): {TWO}"),
        "   5. SafeTx  value (uint256): 5".to_owned(),
        "   6. SafeTx  data (bytes): a1b2".to_owned(),
        "   7. SafeTx  operation (uint8): 0".to_owned(),
    ];
    let from = sheet.find(&wanted[0]).unwrap();
    let lines: Vec<_> = sheet[from..].lines().take(wanted.len()).collect();
    assert_eq!(lines, wanted);
    assert!(sheet.contains("  15. Confirm typed data  Really sign EIP-712 typed data?"));
    assert!(sheet.ends_with("No errors, 2 warnings.\n"), "{sheet}");
}

#[test]
fn typed_data_is_written_once() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("typed.json");
    let args = explain(&["--to", TWO, "--value", "5", "--typed-data", place.to_str().unwrap()]);
    said(&args, 0);
    let written = std::fs::read_to_string(&place).unwrap();
    assert!(written.is_ascii() && written.ends_with("}\n"));
    let document: Value = serde_json::from_str(&written).unwrap();
    let domain: Vec<_> =
        document["types"]["EIP712Domain"].as_array().unwrap().iter().map(|it| &it["name"]).collect();
    assert_eq!(domain, ["chainId", "verifyingContract"]);
    assert_eq!(document["message"]["nonce"], "7");
    assert_eq!(refused(&args, 2), format!("{} is there already.", place.display()));
    assert_eq!(std::fs::read_to_string(&place).unwrap(), written);
}

#[test]
fn a_change_is_a_batch_that_is_explained_as_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("batch.json");
    let place = place.to_str().unwrap();
    let next = ["--next-owner", TWO, THREE, "--next-threshold", "1", "--out", place];
    let changed = json_of(&change(&next), 0);
    assert_eq!(changed["after"], json!({ "owners": [THREE, TWO], "threshold": 1 }));
    let steps: Vec<_> = changed["steps"].as_array().unwrap().iter().map(|step| text(&step["what"])).collect();
    assert_eq!(
        steps,
        [format!("{THREE} takes the place of {ONE}"), "The threshold 2 becomes 1, of 2 owners".to_owned(),]
    );
    let file: Value = serde_json::from_slice(&std::fs::read(place).unwrap()).unwrap();
    assert_eq!(file, changed["batch"]);
    let now = ["--owner", ONE, TWO, "--threshold", "2", place];
    let explained = json_of(&explain(&now), 0);
    assert_eq!(explained["after"], changed["after"]);
    assert_eq!(explained["batch"]["checksum"], "right");
    let stale = ["--owner", TWO, ONE, "--threshold", "2", place];
    assert_eq!(json_of(&explain(&stale), 1)["errors"][0]["finding"], "tx-owners-revert");
}

#[test]
fn a_changed_file_and_another_safe_s_file_are_warned_of() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("batch.json");
    let args = change(&["--next-owner", ONE, TWO, "--next-threshold", "1", "--out", place.to_str().unwrap()]);
    said(&args, 0);
    let text = std::fs::read_to_string(&place).unwrap().replace("694e80c3", "694e80c4");
    let found = |name: &str, text: &str| {
        let place = folder.path().join(name);
        std::fs::write(&place, text).unwrap();
        let answer = gishiki(&[&explain(&[place.to_str().unwrap()])[..], &["--json"]].concat());
        let answer: Value = serde_json::from_slice(&answer.stdout).unwrap();
        answer["warnings"].as_array().unwrap().iter().map(|it| it["finding"].to_string()).collect::<Vec<_>>()
    };
    assert!(found("changed.json", &text).contains(&"\"batch-checksum\"".to_owned()));
    assert!(found("other.json", &text.replace(SAFE, ONE)).contains(&"\"batch-safe\"".to_owned()));
}

#[test]
fn what_cannot_be_is_refused_with_its_reason() {
    let cases = [
        (
            change(&["--next-owner", SAFE, "--next-threshold", "1"]),
            format!("The owner {SAFE} is the Safe itself; the Safe would revert with GS203."),
        ),
        (
            change(&["--next-owner", ONE, "--next-threshold", "2"]),
            "The threshold 2 is above the number of owners, 1; the Safe would revert with GS201.".to_owned(),
        ),
        (
            explain(&["--to", TWO, "--version", "1.1.1"]),
            "Safe 1.1.1 is not known here; known: 1.3.0, 1.4.1, 1.5.0.".to_owned(),
        ),
        (
            explain(&["--to", TWO, "--data", "0x123"]),
            "--data 0x123 is not 0x and pairs of hex digits.".to_owned(),
        ),
        (
            explain(&["/nowhere/batch.json"]),
            "/nowhere/batch.json cannot be read: No such file or directory (os error 2).".to_owned(),
        ),
        (admin(&[]), "Neither recipients nor an owner are given: nothing would change.".to_owned()),
        (
            admin(&["--renounce", "--paused", "true"]),
            "The split is paused; owned by nobody, it would stay so for ever, with all that it holds."
                .to_owned(),
        ),
        (
            admin(&["--transfer-to", THREE]),
            format!("The split {THREE} would own itself; nobody could ever call for it again."),
        ),
        (
            change(&["--next-owner", ONE, ONE, "--next-threshold", "1"]),
            format!("{ONE} is an owner twice; the Safe would revert with GS204."),
        ),
        (
            change(&["--next-owner", ONE, "--next-threshold", "1", "--version", "1.1.1"]),
            "Safe 1.1.1 is not known here; known: 1.3.0, 1.4.1, 1.5.0.".to_owned(),
        ),
        (explain(&["/dev/zero"]), "This batch has more than 16777216 bytes.".to_owned()),
        (
            admin(&["--renounce"]),
            "Whether the split is paused is not said: renounced while paused, all that it holds is locked for ever."
                .to_owned(),
        ),
        (
            admin(&["--transfer-to", SENTINEL]),
            format!("--transfer-to {SENTINEL} is an address that nobody has."),
        ),
        (
            admin(&["--transfer-to", ONE, "--owner-safe", THREE]),
            format!("--owner-safe names {THREE}, the split itself, which is no Safe."),
        ),
        (
            admin(&["--transfer-to", ONE, "--owner-safe", SINGLETON]),
            format!("--owner-safe {SINGLETON} is Safe 1.4.1, a contract of Safe or 0xSplits themselves."),
        ),
        (
            admin(&["--transfer-to", ONE, "--owner-safe", ONE]),
            "The split is so already: nothing would change.".to_owned(),
        ),
        (
            vec!["split-admin", "--chain-id", "1", "--split", SINGLETON, "--transfer-to", ONE],
            format!("--split {SINGLETON} is Safe 1.4.1, a contract of Safe or 0xSplits themselves."),
        ),
        (
            admin(&["--version", "1", "--transfer-to", ONE]),
            "A split of version 1 is not changed here: an immutable one never changes.".to_owned(),
        ),
    ];
    for (args, cause) in cases {
        assert_eq!(refused(&args, 2), cause);
    }
}

#[test]
fn no_batch_is_made_for_a_chain_whose_contracts_are_not_known() {
    let next =
        ["--safe", SAFE, "--owner", ONE, "--threshold", "1", "--next-owner", TWO, "--next-threshold", "1"];
    let give = ["--split", THREE, "--transfer-to", ONE, "--owner-safe", SAFE];
    for (verb, rest) in [(&["safe-tx", "change"][..], &next[..]), (&["split-admin"], &give)] {
        let on = |chain| refused(&[verb, &["--chain-id", chain], rest].concat(), 2);
        assert!(on("324").contains("zkSync Era"), "{}", on("324"));
        assert!(on("137").contains("137"), "{}", on("137"));
    }
}

#[test]
fn recipients_that_are_there_already_are_no_change() {
    let pair = [format!("{ONE}=1"), format!("{TWO}=2")];
    let same = admin(&["--now", &pair[0], &pair[1], "--recipient", &pair[0], &pair[1]]);
    assert_eq!(refused(&same, 2), "The split is so already: nothing would change.");
    // The hash of an older split may be of another order: that is a change.
    json_of(&admin(&["--now", &pair[1], &pair[0], "--recipient", &pair[0], &pair[1]]), 0);
    json_of(&[&same[..], &["--incentive", "1"]].concat(), 0);
}

#[test]
fn a_batch_with_numbers_or_for_another_chain_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let refuse = |name: &str, document: &Value| {
        let place = folder.path().join(name);
        std::fs::write(&place, document.to_string()).unwrap();
        refused(&explain(&[place.to_str().unwrap()]), 2)
    };
    let batch = |chain: Value, value: Value| {
        json!({
            "version": "1.0", "chainId": chain, "createdAt": 0,
            "meta": { "name": "n", "createdFromSafeAddress": SAFE },
            "transactions": [{ "to": ONE, "value": value, "data": "0x" }],
        })
    };
    assert_eq!(
        refuse("a.json", &batch(json!("5"), json!("0"))),
        "The batch is for chain 5, not for chain 1."
    );
    assert_eq!(
        refuse("b.json", &batch(json!("1"), json!(0))),
        "transactions[0].value of the batch is written as a number, which programs round."
    );
    let mut nobody = batch(json!("1"), json!("0"));
    let call = nobody["transactions"][0].clone();
    nobody["transactions"] = json!([call, { "to": format!("{:#042x}", 0), "value": "0", "data": "0x" }]);
    let place = folder.path().join("zero.json");
    std::fs::write(&place, nobody.to_string()).unwrap();
    let cause = refused(&explain(&[place.to_str().unwrap()]), 1);
    assert!(cause.starts_with("A call of the batch goes to the zero address"), "{cause}");
    let mut method = batch(json!("1"), json!("0"));
    method["transactions"][0]["data"] = Value::Null;
    method["transactions"][0]["contractMethod"] = json!({ "name": "pause", "inputs": [], "payable": false });
    assert_eq!(
        refuse("c.json", &method),
        "transactions[0] of the batch names a method and its inputs instead of calldata."
    );
}

#[test]
fn a_split_s_recipients_change_with_both_hashes() {
    let (now, next) = ([format!("{ONE}=1"), format!("{TWO}=2")], [format!("{ONE}=3"), format!("{TWO}=4")]);
    let args = admin(&["--now", &now[0], &now[1], "--recipient", &next[0], &next[1], "--owner-safe", SAFE]);
    let answer = json_of(&args, 0);
    let made = |pairs: &[String; 2]| {
        json_of(&["split", "--recipient", &pairs[0], &pairs[1], "--chain-id", "1", "--nonce", "0"], 0)
    };
    assert_eq!(answer["before"]["split_hash"], made(&now)["split_hash"]);
    assert_eq!(answer["after"]["split_hash"], made(&next)["split_hash"]);
    assert_eq!(answer["batch"]["transactions"], json!([answer["tx"]]));
    assert_eq!(answer["tx"]["to"], THREE);
    assert_eq!(answer["notes"][0], "Only the split's owner can make this call.");
    assert_eq!(answer["notes"].as_array().unwrap().len(), 3);
}

/// The rehearsal in the repository, its Safe `operations` and its batch `fund-operators` as a file.
fn rehearsal(folder: &std::path::Path) -> (String, String, Value) {
    let bundle = format!("{}/manifests/rehearsal-bonded-validator-1", env!("CARGO_MANIFEST_DIR"));
    let manifest = std::fs::read(format!("{bundle}/public/manifest.json")).unwrap();
    let manifest: Value = serde_json::from_slice(&manifest).unwrap();
    let batch = manifest["batches"][0].clone();
    assert_eq!(batch["name"], "fund-operators");
    (bundle, folder.join("batch.json").to_str().unwrap().to_owned(), batch)
}

/// A file for the Transaction Builder with these calls.
fn file_of(place: &str, safe: &Value, calls: Vec<&Value>) {
    let transactions: Vec<_> =
        calls.iter().map(|it| json!({ "to": it["to"], "value": it["value"], "data": it["data"] })).collect();
    let meta = json!({ "name": "n", "createdFromSafeAddress": safe });
    let document = json!({ "version": "1.0", "chainId": "1", "createdAt": 0, "meta": meta, "transactions": transactions });
    std::fs::write(place, document.to_string()).unwrap();
}

#[test]
fn what_a_verified_bundle_has_is_said_to_be_of_the_plan_and_anything_else_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let (bundle, place, batch) = rehearsal(folder.path());
    let calls: Vec<_> = batch["calls"].as_array().unwrap().iter().collect();
    let found = |calls: Vec<&Value>, safe: &str, kind: &str| {
        file_of(&place, &batch["from"], calls);
        let args = ["safe-tx", "explain", &place, "--chain-id", "1", "--safe", safe, "--nonce", "0"];
        let answer = json_of(&[&args[..], &["--bundle", &bundle, "--rehearsal"]].concat(), 0);
        let findings = answer[kind].as_array().unwrap().clone();
        findings.iter().map(|it| format!("{} {}", text(&it["finding"]), text(&it["at"]))).collect::<Vec<_>>()
    };
    let from = text(&batch["from"]);
    let notes = found(calls.clone(), from, "notes");
    assert_eq!(notes.len(), calls.len() + 1);
    assert_eq!(notes[..2], ["tx-batch-of-plan ", "tx-of-plan [0]"]);
    assert_eq!(found(calls.clone(), from, "warnings"), ["batch-no-checksum "]);
    let reversed: Vec<_> = calls.iter().rev().copied().collect();
    assert_eq!(found(reversed, from, "warnings"), ["batch-no-checksum ", "tx-no-batch "]);
    assert!(found(calls[..1].to_vec(), from, "warnings").contains(&"tx-no-batch ".to_owned()));
    assert!(found(calls, SAFE, "warnings").contains(&"tx-no-batch ".to_owned()), "another Safe's batch");
}

#[test]
fn a_bundle_that_does_not_verify_allows_nothing() {
    let bundle = format!("{}/manifests/rehearsal-bonded-validator-1", env!("CARGO_MANIFEST_DIR"));
    let args = explain(&["--to", TWO, "--value", "1", "--bundle", &bundle]);
    assert!(refused(&args, 1).contains("rehearsal-bonded-validator-1"));
    assert_eq!(
        refused(&explain(&["--to", TWO, "--value", "1", "--rehearsal"]), 2),
        "A plan, signers, a manifest or --rehearsal were given, and no --bundle to verify with them."
    );
}

#[test]
fn sheets_have_no_gaps_in_either_language_and_json_is_the_same() {
    let next = ["--next-owner", ONE, TWO, THREE, "--next-threshold", "2"];
    let pair = [format!("{ONE}=1"), format!("{TWO}=2")];
    let calls = [
        change(&next),
        explain(&[
            "--to",
            SAFE,
            "--data",
            "0x694e80c30000000000000000000000000000000000000000000000000000000000000001",
        ]),
        admin(&["--recipient", &pair[0], &pair[1]]),
        admin(&["--renounce", "--paused", "false"]),
    ];
    for args in calls {
        for lang in ["en", "ja"] {
            let sheet = said(&[&args[..], &["--lang", lang]].concat(), 0);
            let sheet = sheet.replace("gishiki safe-tx", "");
            let gaps = ["sheet-", "-note-", "safe-tx-", "safe-change-", "split-admin-", "{ $", "\n\n\n"];
            assert!(gaps.iter().all(|gap| !sheet.contains(gap)), "{sheet}");
        }
        assert_ne!(said(&args, 0), said(&[&args[..], &["--lang", "ja"]].concat(), 0));
        let english = said(&[&args[..], &["--json"]].concat(), 0);
        assert_eq!(english, said(&[&args[..], &["--json", "--lang", "ja"]].concat(), 0));
        assert!(english.is_ascii());
    }
}

#[test]
fn the_page_lists_every_finding() {
    let pages = [include_str!("../docs/safe-tx.md"), include_str!("../docs/safe-tx.ja.md")];
    let ids: Vec<_> = include_str!("../src/text/en/contracts.ftl")
        .lines()
        .filter_map(|line| line.strip_prefix("err-tx-")?.split(' ').next())
        .collect();
    assert!(ids.len() > 30);
    for id in ids {
        assert!(pages.iter().all(|page| page.contains(&format!("`tx-{id}`"))), "{id}");
    }
}

#[test]
fn help_names_every_option_in_both_languages() {
    for verb in [
        &["safe-tx"][..],
        &["safe-tx", "explain"],
        &["safe-tx", "change"],
        &["safe-tx", "assemble"],
        &["split-admin"],
    ] {
        for lang in ["en", "ja"] {
            let help = said(&[verb, &["--help", "--lang", lang]].concat(), 0);
            assert!(!help.contains("help-"), "{help}");
            assert_eq!(help.contains("Usage"), lang == "en", "{help}");
        }
    }
}
