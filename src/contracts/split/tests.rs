use proptest::prelude::*;
use serde::Deserialize;

use super::*;
use crate::text::Problem;

#[derive(Deserialize)]
struct Vectors {
    splits: Vec<Vector>,
}

#[derive(Deserialize)]
struct Vector {
    chain_id: u64,
    recipients: Vec<Address>,
    allocations: Vec<String>,
    total: String,
    owner: Address,
    salt: Option<String>,
    nonce: Option<String>,
    address: Address,
}

#[derive(Deserialize)]
struct LocalVectors {
    splits: Vec<LocalVector>,
}

#[derive(Deserialize)]
struct LocalVector {
    chain_id: u64,
    kind: Kind,
    recipients: Vec<Address>,
    allocations: Vec<String>,
    as_is: bool,
    owner: Address,
    incentive: u32,
    salt: Option<String>,
    nonce: Option<String>,
    split_hash: String,
    address: Address,
}

fn placed(salt: Option<String>, nonce: Option<String>) -> Placement {
    match (salt, nonce) {
        (Some(salt), None) => Placement::Salt(salt.parse().unwrap()),
        (None, Some(nonce)) => Placement::Nonce(nonce.parse().unwrap()),
        other => panic!("{other:?}"),
    }
}

fn address(last: u8) -> Address {
    let mut bytes = [0x11; 20];
    bytes[19] = last;
    Address::from_bytes(bytes)
}

fn parameters(shares: &[(u8, u64)]) -> SplitParameters {
    SplitParameters {
        version: "2.2".to_owned(),
        kind: Kind::Push,
        chain_id: 560_048,
        recipients: shares.iter().map(|&(to, share)| (address(to), U256::from(share))).collect(),
        total: None,
        incentive: 0,
        owner: Address::ZERO,
        creator: Address::ZERO,
        placement: Placement::Salt(B256::repeat_byte(7)),
        as_is: false,
    }
}

fn refused(parameters: &SplitParameters) -> SplitError {
    parameters.deployment().unwrap_err()
}

#[test]
fn splits_that_others_saw_on_base_and_sepolia_come_out() {
    let vectors: Vectors =
        serde_json::from_str(include_str!("../../../tests/vectors/splits-known.json")).unwrap();
    assert_eq!(vectors.splits.len(), 3);
    for vector in vectors.splits {
        let shares = vector.allocations.iter().map(|share| share.parse().unwrap());
        let placement = placed(vector.salt, vector.nonce);
        let deployment = SplitParameters {
            chain_id: vector.chain_id,
            recipients: vector.recipients.into_iter().zip(shares).collect(),
            total: Some(vector.total.parse().unwrap()),
            owner: vector.owner,
            placement,
            as_is: true,
            ..parameters(&[])
        }
        .deployment()
        .unwrap();
        assert_eq!(deployment.address, Some(vector.address));
        assert_eq!(deployment.reason.is_some(), matches!(placement, Placement::Nonce(_)));
    }
}

#[test]
fn splits_deployed_on_a_local_chain_come_out() {
    let vectors: LocalVectors =
        serde_json::from_str(include_str!("../../../tests/vectors/contracts-local-chain.json")).unwrap();
    assert_eq!(vectors.splits.len(), 8);
    for vector in vectors.splits {
        let shares = vector.allocations.iter().map(|share| share.parse().unwrap());
        let deployment = SplitParameters {
            kind: vector.kind,
            chain_id: vector.chain_id,
            recipients: vector.recipients.into_iter().zip(shares).collect(),
            owner: vector.owner,
            incentive: vector.incentive,
            placement: placed(vector.salt, vector.nonce),
            as_is: vector.as_is,
            ..parameters(&[])
        }
        .deployment()
        .unwrap();
        assert_eq!(deployment.address, Some(vector.address));
        assert_eq!(deployment.split_hash.to_string(), vector.split_hash);
    }
}

#[test]
fn strict_means_sorted_and_as_is_means_kept() {
    let sorted = parameters(&[(1, 10), (2, 20), (3, 70)]);
    let shuffled = parameters(&[(3, 70), (1, 10), (2, 20)]);
    let right = sorted.deployment().unwrap();
    assert_eq!(shuffled.deployment().unwrap(), right);
    let kept = SplitParameters { as_is: true, ..shuffled }.deployment().unwrap();
    assert_eq!(kept.recipients, [address(3), address(1), address(2)]);
    assert_eq!(kept.allocations, [70, 10, 20].map(U256::from));
    assert_ne!(kept.address, right.address);
    assert_eq!(SplitParameters { as_is: true, ..sorted }.deployment().unwrap(), right);
}

#[test]
fn what_loses_funds_is_refused_unless_as_is() {
    let many: Vec<_> = (0..=400_u64).collect();
    let of_many = many.iter().map(|&i| {
        let mut bytes = [0x22; 20];
        bytes[..8].copy_from_slice(&i.to_be_bytes());
        (Address::from_bytes(bytes), U256::from(1))
    });
    let set = registry::split("2.2", Kind::Push, 1).unwrap();
    let warehouse = SplitError::KnownContract { address: set.warehouse.address, name: "SplitsWarehouse" };
    let factory = SplitError::KnownContract { address: set.factory.address, name: "PushSplitFactory 2.2" };
    let cases = [
        (parameters(&[(1, 1)]), SplitError::TooFew(1)),
        (SplitParameters { recipients: of_many.collect(), ..parameters(&[]) }, SplitError::TooMany(401)),
        (parameters(&[(1, 1), (2, 1), (1, 1)]), SplitError::RecipientTwice(address(1))),
        (parameters(&[(1, 1), (2, 0)]), SplitError::ZeroShare(address(2))),
        (
            SplitParameters {
                recipients: vec![(address(1), U256::from(1)), (Address::ZERO, U256::from(1))],
                ..parameters(&[])
            },
            SplitError::RecipientZero,
        ),
        (
            SplitParameters {
                recipients: vec![(address(1), U256::from(1)), (set.warehouse.address, U256::from(1))],
                ..parameters(&[])
            },
            warehouse,
        ),
        (SplitParameters { owner: set.factory.address, ..parameters(&[(1, 1), (2, 1)]) }, factory),
        (
            parameters(&[(1, 1_000_000_000_000_000_000), (2, 1)]),
            SplitError::TotalTooLarge(U256::from(1_000_000_000_000_000_001_u64)),
        ),
    ];
    for (parameters, error) in cases {
        assert_eq!(refused(&parameters), error);
        assert!(SplitParameters { as_is: true, ..parameters }.deployment().is_ok(), "{error:?}");
    }
}

#[test]
fn what_the_contract_refuses_is_refused_always() {
    for as_is in [false, true] {
        let wrong =
            SplitParameters { total: Some(U256::from(101)), as_is, ..parameters(&[(1, 40), (2, 60)]) };
        assert_eq!(refused(&wrong), SplitError::Sum { sum: U256::from(100), total: U256::from(101) });
        let recipients = vec![(address(1), U256::MAX), (address(2), U256::from(1))];
        assert_eq!(
            refused(&SplitParameters { recipients, as_is, ..parameters(&[]) }),
            SplitError::SumOverflow
        );
    }
}

#[test]
fn as_many_recipients_as_allowed_and_as_few_are_a_split() {
    let mut most = parameters(&[]);
    for i in 0..400_u16 {
        let mut bytes = [0x33; 20];
        bytes[..2].copy_from_slice(&i.to_be_bytes());
        most.recipients.push((Address::from_bytes(bytes), U256::from(1)));
    }
    assert_eq!(most.deployment().unwrap().total_allocation, U256::from(400));
    assert!(parameters(&[(1, 1), (2, 1)]).deployment().is_ok());
}

#[test]
fn what_is_not_known_is_refused() {
    let right = parameters(&[(1, 1), (2, 1)]);
    for (version, chain_id, id) in [
        ("2", 1, "contract-version"),
        ("2.3", 1, "contract-version"),
        ("obol-ovm", 1, "split-counted"),
        ("obol-owr", 560_048, "split-counted"),
        ("obol-lido", 560_048, "contract-deployment"),
        ("obol", 1, "contract-version"),
        ("1", 137, "contract-chain"),
        ("2.2", 137, "contract-chain"),
        ("2.2", 324, "contract-zk-chain"),
    ] {
        let asked = SplitParameters { version: version.to_owned(), chain_id, ..right.clone() };
        assert_eq!(Problem::from(refused(&asked)).id(), id);
    }
}

#[test]
fn the_creator_is_in_the_calldata_and_not_in_the_address() {
    let one = parameters(&[(1, 1), (2, 1)]);
    let other = SplitParameters { creator: address(9), ..one.clone() };
    let (one, other) = (one.deployment().unwrap(), other.deployment().unwrap());
    assert_eq!(one.address, other.address);
    assert_ne!(one.tx.data, other.tx.data);
}

#[test]
fn json_has_every_field_and_null_where_there_is_nothing() {
    let salted = parameters(&[(1, 1), (2, 3)]);
    let json = serde_json::to_value(salted.deployment().unwrap()).unwrap();
    assert_eq!(json["kind"], "push");
    assert_eq!(json["allocations"], serde_json::json!(["1", "3"]));
    assert_eq!(json["total_allocation"], "4");
    assert_eq!(json["incentive"], 0);
    assert_eq!(json["owner"], "0x0000000000000000000000000000000000000000");
    assert_eq!(json["salt"], format!("0x{}", "07".repeat(32)));
    assert_eq!(json["reason"], serde_json::Value::Null);
    assert_eq!(json.as_object().unwrap().len(), 15);
    let counted = SplitParameters { placement: Placement::Nonce(U256::from(3)), ..salted };
    let json = serde_json::to_value(counted.deployment().unwrap()).unwrap();
    assert_eq!(json["salt"], serde_json::Value::Null);
    assert!(json["reason"].as_str().unwrap().contains("only if that nonce is 3"));
}

prop_compose! {
    fn any_parameters()(
        recipients in proptest::collection::btree_map(any::<[u8; 20]>(), 1_u64..1_000_000, 2..30),
        push: bool,
        chain in any::<proptest::sample::Index>(),
        incentive: u16,
        (owner, creator) in any::<([u8; 20], [u8; 20])>(),
        salt: [u8; 32],
        counted: bool,
        version in prop_oneof![Just("2.0"), Just("2.1"), Just("2.2")],
    ) -> SplitParameters {
        SplitParameters {
            version: version.to_owned(),
            kind: if push { Kind::Push } else { Kind::Pull },
            chain_id: super::super::CHAINS[chain.index(8)].id,
            recipients: recipients
                .into_iter()
                .map(|(to, share)| (Address::from_bytes(to), U256::from(share)))
                .collect(),
            total: None,
            incentive: u32::from(incentive),
            owner: Address::from_bytes(owner),
            creator: Address::from_bytes(creator),
            placement: match counted {
                true => Placement::Nonce(U256::from_be_bytes(salt)),
                false => Placement::Salt(B256::from(salt)),
            },
            as_is: false,
        }
    }
}

proptest! {
    #[test]
    fn decoding_the_calldata_gives_back_every_parameter(parameters in any_parameters()) {
        let deployment = parameters.deployment().unwrap();
        let table = deployment.table().unwrap();
        let count = parameters.recipients.len();
        let line = |row: &Row| format!("{} {} {} {}", row.depth, row.name, row.solidity_type, row.value);
        let mut expected = vec![match parameters.placement {
            Placement::Salt(_) => "0 createSplitDeterministic function 0xf79918b0".to_owned(),
            Placement::Nonce(_) => "0 createSplit function 0x2556fa39".to_owned(),
            Placement::Parameters => unreachable!("version 2 has one of both"),
        }];
        expected.push("1 _splitParams (address[],uint256[],uint256,uint16) 4 items".to_owned());
        expected.push(format!("2 recipients address[] {count} items"));
        for (i, (to, _)) in parameters.recipients.iter().enumerate() {
            expected.push(format!("3 [{i}] address {to}"));
        }
        expected.push(format!("2 allocations uint256[] {count} items"));
        for (i, (_, share)) in parameters.recipients.iter().enumerate() {
            expected.push(format!("3 [{i}] uint256 {share}"));
        }
        let total: U256 = parameters.recipients.iter().map(|(_, share)| *share).sum();
        expected.push(format!("2 totalAllocation uint256 {total}"));
        expected.push(format!("2 distributionIncentive uint16 {}", parameters.incentive));
        expected.push(format!("1 _owner address {}", parameters.owner));
        expected.push(format!("1 _creator address {}", parameters.creator));
        if let Placement::Salt(salt) = parameters.placement {
            expected.push(format!("1 _salt bytes32 {salt}"));
        }
        prop_assert_eq!(table.iter().map(line).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_is_written_reads_back_as_the_same_parameters(parameters in any_parameters()) {
        let deployment = parameters.deployment().unwrap();
        let mut written = parameters.clone();
        written.recipients.sort_unstable();
        written.total = Some(deployment.total_allocation);
        written.as_is = true;
        if let Placement::Nonce(_) = written.placement {
            // Only the factory knows how many there are.
            written.placement = Placement::Nonce(U256::ZERO);
        }
        prop_assert_eq!(SplitParameters::read(&deployment.tx, parameters.chain_id), Ok(written));
    }

    #[test]
    fn one_input_changed_is_another_address(parameters in any_parameters(), which in 0..7) {
        let mut other = parameters.clone();
        match which {
            0 => other.kind = if other.kind == Kind::Push { Kind::Pull } else { Kind::Push },
            1 => other.incentive ^= 1,
            2 => other.owner = if other.owner == address(8) { Address::ZERO } else { address(8) },
            3 => other.recipients[0].1 += U256::from(1),
            4 => other.recipients[0].0 = address(8),
            5 => other.version = if other.version == "2.2" { "2.1" } else { "2.2" }.to_owned(),
            _ => other.placement = match other.placement {
                Placement::Salt(salt) => Placement::Salt(!salt),
                Placement::Nonce(nonce) => Placement::Nonce(!nonce),
                Placement::Parameters => unreachable!("version 2 has one of both"),
            },
        }
        prop_assert_ne!(parameters.deployment().unwrap().address, other.deployment().unwrap().address);
    }

    #[test]
    fn calldata_with_a_byte_changed_never_reads_the_same(
        parameters in any_parameters(),
        at in any::<proptest::sample::Index>(),
        flip in 1_u8..,
    ) {
        let mut deployment = parameters.deployment().unwrap();
        let table = deployment.table().unwrap();
        let mut data = deployment.tx.data.to_vec();
        let at = at.index(data.len());
        data[at] ^= flip;
        deployment.tx.data = data.into();
        prop_assert_ne!(deployment.table(), Ok(table));
    }
}
