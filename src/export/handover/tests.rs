use std::path::Path;

use super::*;
use crate::verify::load;

const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/manifests/rehearsal-bonded-validator-1");

/// The shipped rehearsal, on this chain.
fn shipped(chain_id: u64) -> (Bundle, Manifest) {
    let bundle = load(Path::new(SHIPPED)).unwrap();
    let mut manifest: Manifest = serde_json::from_slice(&bundle.get(Layout::MANIFEST).unwrap()).unwrap();
    manifest.ceremony.chain_id = chain_id;
    for contract in &mut manifest.contracts {
        match contract {
            ContractEntry::Safe(safe) => safe.chains = vec![chain_id],
            ContractEntry::Split(split) => split.chains = vec![chain_id],
        }
    }
    (bundle, manifest)
}

fn of(chain_id: u64, policy: Policy, safe: Option<&str>) -> Result<Handover, Problem> {
    let (bundle, manifest) = shipped(chain_id);
    Handover::of(&bundle, &manifest, policy, safe)
}

/// The lines of a file that are no comments.
fn effective(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

fn id<T: std::fmt::Debug>(result: Result<T, Problem>) -> String {
    result.unwrap_err().id().to_owned()
}

#[test]
fn fees_of_a_protocol_never_go_to_a_safe_of_the_team() {
    for chain in [1, 560_048] {
        let (_, manifest) = shipped(chain);
        for policy in [Policy::LidoCsm, Policy::RocketPool] {
            let handover = of(chain, policy, None).unwrap();
            let files = [handover.lodestar(), handover.lighthouse(), handover.nimbus()];
            for file in files.iter().map(|file| String::from_utf8(file.clone()).unwrap()) {
                let vault = policy::recipient(policy, chain).unwrap().fee_recipient.to_string();
                assert_eq!(effective(file.as_bytes()).concat().matches(&vault).count(), 1);
                let own: Vec<_> = manifest.contracts.iter().map(|it| it.address().to_string()).collect();
                assert!(own.iter().all(|address| !file.contains(address)), "{file}");
            }
            assert_eq!(id(of(chain, policy, Some("treasury"))), "handover-never-safe");
        }
    }
}

#[test]
fn own_validators_pay_the_safe_that_was_named() {
    let (_, manifest) = shipped(1);
    let treasury = manifest.contracts.iter().find(|it| it.name() == "treasury").unwrap().address();
    let handover = of(1, Policy::Own, Some("treasury")).unwrap();
    assert_eq!(effective(&handover.lighthouse()), [format!("--suggested-fee-recipient={treasury}")]);
    assert_eq!(
        effective(&handover.ethstaker_deposit().unwrap()),
        [format!("--chain=mainnet --withdrawal_address={treasury}")]
    );
    // Two Safes, a split, nothing of that name: nobody guesses.
    assert_eq!(id(of(1, Policy::Own, None)), "handover-safe");
    for name in ["reward-split", "owner-1", ""] {
        assert_eq!(id(of(1, Policy::Own, Some(name))), "handover-safe-unknown");
    }
    let (bundle, mut manifest) = shipped(1);
    manifest.contracts.retain(|it| it.name() == "treasury");
    assert!(Handover::of(&bundle, &manifest, Policy::Own, None).is_ok());
    // A Safe that is wanted elsewhere only is none here.
    manifest.ceremony.chain_id = 560_048;
    assert_eq!(id(Handover::of(&bundle, &manifest, Policy::Own, None)), "handover-no-safe");
}

#[test]
fn a_chain_that_the_deposit_program_would_ask_about_is_refused() {
    let handover = of(17_000, Policy::Own, Some("treasury")).unwrap();
    assert_eq!(effective(&handover.lighthouse()).len(), 1);
    assert_eq!(id(handover.ethstaker_deposit()), "handover-network");
}

#[test]
fn lido_csm_has_its_own_withdrawal_vault_and_type_one() {
    let found = |chain| effective(&of(chain, Policy::LidoCsm, None).unwrap().ethstaker_deposit().unwrap());
    let mainnet = "0xB9D7934878B5FB9610B3fE8A5e441e8fad7E293f";
    let hoodi = "0x4473dCDDbf77679A643BdB654dbd86D67F8d32f2";
    let line = |chain, vault| format!("--chain={chain} --withdrawal_address={vault} --regular_withdrawal");
    assert_eq!(found(1), [line("mainnet", mainnet)]);
    assert_eq!(found(560_048), [line("hoodi", hoodi)]);
}

#[test]
fn what_is_not_known_is_refused() {
    // No vaults are known on other testnets, no validators are on rollups.
    for chain in [17_000, 11_155_111, 100, 10] {
        assert_eq!(id(of(chain, Policy::LidoCsm, None)), "handover-chain");
    }
    assert_eq!(id(of(8453, Policy::Own, Some("treasury"))), "handover-chain");
    let pool = of(1, Policy::RocketPool, None).unwrap();
    assert_eq!(id(pool.ethstaker_deposit()), "handover-withdrawal");
    assert_eq!(id(notes_obol(&pool)), "handover-withdrawal");
    let (bundle, manifest) = shipped(1);
    assert_eq!(id(notes_ssv(&pool, &bundle, &manifest)), "handover-network");
    let sepolia = of(11_155_111, Policy::Own, Some("treasury")).unwrap();
    assert_eq!(id(notes_obol(&sepolia)), "handover-network");
    assert_eq!(id(notes_ssv(&sepolia, &bundle, &manifest)), "handover-network");
}

#[test]
fn an_ssv_note_has_the_call_and_who_could_send_it() {
    use alloy::primitives::keccak256;

    let (bundle, manifest) = shipped(1);
    let handover = of(1, Policy::LidoCsm, None).unwrap();
    let note = String::from_utf8(notes_ssv(&handover, &bundle, &manifest).unwrap()).unwrap();
    let data = note.lines().find_map(|line| line.strip_prefix("data:  0x")).unwrap();
    assert_eq!(data[..8], hex::encode(&keccak256("setFeeRecipientAddress(address)")[..4]));
    assert_eq!(data[8..], format!("{:0>64}", "388c818ca8b9251b393131c08a736a67ccb19297"));
    for row in &manifest.addresses {
        assert_eq!(note.contains(&row.address.to_string()), row.role.contains("ssv"), "{}", row.role);
    }
    // A Safe may own clusters.
    let (bundle, mut manifest) = shipped(1);
    let ContractEntry::Safe(safe) = &mut manifest.contracts[0] else { panic!() };
    assert!(!note.contains(&safe.address.to_string()));
    safe.label = "SSV Owner Safe".to_owned();
    let line = format!("{}  SSV Owner Safe\n", safe.address);
    let note = String::from_utf8(notes_ssv(&handover, &bundle, &manifest).unwrap()).unwrap();
    assert!(note.contains(&line), "{note}");
}

#[test]
fn every_file_names_its_manifest_and_its_marks_first() {
    let (bundle, manifest) = shipped(1);
    let digest = Digest::of(bundle.get(Layout::MANIFEST).unwrap()).to_string();
    let handover = of(1, Policy::LidoCsm, None).unwrap();
    for file in [
        handover.lodestar(),
        handover.lighthouse(),
        handover.nimbus(),
        handover.ethstaker_deposit().unwrap(),
        notes_obol(&handover).unwrap(),
        notes_ssv(&handover, &bundle, &manifest).unwrap(),
    ] {
        let text = String::from_utf8(file).unwrap();
        let first = text.lines().next().unwrap();
        assert!(first.contains("REHEARSAL ") && first.contains(&digest), "{first}");
        assert!(!text.contains('{') && text.ends_with('\n'), "{text}");
    }
}
