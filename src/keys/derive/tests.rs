use coins_bip32::primitives::{ChainCode, Hint, KeyFingerprint, XKeyInfo};
use coins_bip32::xkeys::XPub;
use k256::elliptic_curve::ff::PrimeField;
use k256::elliptic_curve::ops::Reduce;
use k256::{ProjectivePoint, Scalar, U256};
use proptest::prelude::*;

use super::multiples::plus_multiples;
use super::point::Point;
use super::*;
use crate::keys::HARDENED;

/// An account whose key and chain code follow from a number.
fn account(number: u64) -> AccountXpub {
    let key = ProjectivePoint::GENERATOR * Scalar::from(number + 1);
    let info = XKeyInfo {
        depth: 3,
        parent: KeyFingerprint([0; 4]),
        index: HARDENED | number as u32 & !HARDENED,
        chain_code: ChainCode([number as u8; 32]),
        hint: Hint::Legacy,
        network: &coins_bip32::enc::MAINNET,
    };
    let key = k256::ecdsa::VerifyingKey::from_affine(key.to_affine()).unwrap();
    AccountXpub::new(XPub::new(key, info)).unwrap()
}

fn bytes(number: Scalar) -> [u8; 32] {
    number.to_repr().into()
}

fn times_generator(number: Scalar) -> Option<Point> {
    Point::of_affine(&(ProjectivePoint::GENERATOR * number).to_affine())
}

/// `point·G + number·G` for all pairs, by the engine and by k256.
fn compare(comb: &Comb, pairs: &[(Scalar, Scalar)]) {
    let points: Vec<_> = pairs.iter().map(|(point, _)| times_generator(*point).unwrap()).collect();
    let numbers: Vec<_> = pairs.iter().map(|(_, number)| bytes(*number)).collect();
    let coordinates = |point: Option<Point>| point.map(|point| point.coordinates());
    for (sum, pair) in plus_multiples(comb, &points, &numbers).into_iter().zip(pairs) {
        assert_eq!(coordinates(sum), coordinates(times_generator(pair.0 + pair.1)), "{pair:?}");
    }
}

fn any_scalar() -> impl Strategy<Value = Scalar> {
    any::<[u8; 32]>().prop_map(|bytes| Scalar::reduce(&U256::from_be_slice(&bytes)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn every_child_is_that_of_coins_bip32(
        accounts in prop::collection::vec(any::<u64>(), 1..4),
        children in prop::collection::vec((any::<prop::sample::Index>(), 0_u32..3, any::<u32>()), 0..40),
    ) {
        let accounts: Vec<_> = accounts.into_iter().map(|number| account(number >> 1)).collect();
        let child = |(place, change, index): &(prop::sample::Index, u32, u32)| {
            // Half of the indices are hardened, which an xpub cannot reach; one change in three as well.
            let change = if *change == 2 { HARDENED } else { *change };
            Child { account: place.get(&accounts), change, index: *index }
        };
        let children: Vec<_> = children.iter().map(child).collect();
        let expected: Vec<_> = children.iter().map(oracle).collect();
        prop_assert_eq!(addresses(&children), Ok(expected));
    }

    #[test]
    fn digits_make_up_the_number(number in any_scalar(), width in 4_u32..=13) {
        let comb = Comb::for_width(width);
        let place = Scalar::from(1_u64 << width);
        let digits: Vec<_> = comb.digits_of(&bytes(number)).collect();
        let sum = digits.iter().rev().fold(Scalar::ZERO, |sum, &digit| {
            let size = Scalar::from(u64::from(digit.unsigned_abs()));
            sum * place + if digit < 0 { -size } else { size }
        });
        prop_assert!(digits.iter().all(|digit| digit.unsigned_abs() <= 1 << (width - 1)));
        prop_assert_eq!(sum, number);
    }

    #[test]
    fn sums_are_k256_s(pairs in prop::collection::vec((any_scalar(), any_scalar()), 1..20), width in 4_u32..=10) {
        let finite: Vec<_> = pairs.into_iter().filter(|(point, _)| *point != Scalar::ZERO).collect();
        compare(Comb::for_width(width), &finite);
    }
}

#[test]
fn numbers_at_the_edges_of_the_group_and_of_equal_points_are_right() {
    let three = Scalar::from(3_u64);
    let some = Scalar::reduce(&U256::from_be_slice(&[0xA7; 32]));
    for width in [4, 7, 11] {
        let comb = Comb::for_width(width);
        let edges = [Scalar::ZERO, Scalar::ONE, -Scalar::ONE, three, -three, some, -some];
        // Among them every point with its own number (a doubling) and with its negative (infinity).
        let points = edges.into_iter().filter(|point| *point != Scalar::ZERO);
        let pairs: Vec<_> = points.flat_map(|point| edges.map(|number| (point, number))).collect();
        compare(comb, &pairs);
    }
}

#[test]
fn every_row_s_first_and_last_entries_are_right() {
    for width in [4, 5, 8, 12, 13] {
        let comb = Comb::for_width(width);
        let half = 1_u64 << (width - 1);
        let mut base = Scalar::ONE;
        let mut pairs = Vec::new();
        for _ in 0..comb.digits() {
            for digit in [1, 2, 3, half - 1, half, half + 1, 2 * half - 1] {
                pairs.push((Scalar::from(5_u64), base * Scalar::from(digit)));
            }
            base *= Scalar::from(2 * half);
        }
        compare(comb, &pairs);
    }
}

#[test]
fn a_sum_that_meets_its_next_step_on_the_way_is_right() {
    let comb = Comb::for_width(6);
    let number = Scalar::from(0x1234_5678_9abc_def0_u64);
    let mut lower = Scalar::ZERO;
    let mut base = Scalar::ONE;
    let mut pairs = Vec::new();
    for digit in comb.digits_of(&bytes(number)).take(11) {
        let size = Scalar::from(u64::from(digit.unsigned_abs())) * base;
        let step = if digit < 0 { -size } else { size };
        // Just before this step the sum is the step itself, or its negative.
        pairs.extend([(step - lower, number), (-step - lower, number)]);
        lower += step;
        base *= Scalar::from(64_u64);
    }
    pairs.retain(|(point, _)| *point != Scalar::ZERO);
    assert!(pairs.len() > 15, "{}", pairs.len());
    compare(comb, &pairs);
}

#[test]
fn chunks_and_branches_come_back_in_the_order_asked_for() {
    let accounts = [account(1), account(2), account(3)];
    let child = |i: u32| Child { account: &accounts[i as usize % 3], change: i / 7 % 2, index: i / 3 };
    let children: Vec<_> = (0..2100).map(child).collect();
    let derived = addresses(&children).unwrap();
    for place in (0..children.len()).step_by(71) {
        assert_eq!(derived[place], oracle(&children[place]), "{place}");
    }
    let one_by_one: Vec<_> = children.chunks(300).flat_map(|children| addresses(children).unwrap()).collect();
    assert_eq!(derived, one_by_one);
}

#[test]
fn as_many_accounts_as_children_are_right() {
    let accounts: Vec<_> = (0..40).map(account).collect();
    let children: Vec<_> =
        accounts.iter().rev().map(|account| Child { account, change: 0, index: 0 }).collect();
    assert_eq!(addresses(&children), Ok(children.iter().map(oracle).collect()));
}

#[test]
fn a_wrong_answer_at_a_sampled_place_is_told() {
    let account = account(7);
    let children: Vec<_> = (0..9000).map(|index| Child { account: &account, change: 0, index }).collect();
    let right = |child: &Child| Ok(Address::from_bytes([child.index as u8; 20]));
    let answers: Vec<_> = children.iter().map(right).collect();
    assert_eq!(agreed(&children, &answers, right), Ok(()));
    for place in [0, 4096, 8192, 8999] {
        let mut answers = answers.clone();
        answers[place] = Err(XpubError::NoChild(0));
        assert_eq!(agreed(&children, &answers, right), Err(Disagreement { place }));
    }
    assert_eq!(agreed(&[], &[], right), Ok(()));
}

#[test]
fn a_path_of_another_account_is_no_child() {
    let account = account(1);
    let child = Child::at(&account, "m/44'/60'/1'/0/9".parse().unwrap()).unwrap();
    assert_eq!((child.change, child.index), (0, 9));
    assert!(Child::at(&account, "m/44'/60'/2'/0/9".parse().unwrap()).is_none());
}
