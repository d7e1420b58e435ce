//! Points plus multiples of the generator, many at a time.

use k256::elliptic_curve::ff::PrimeField;
use k256::{ProjectivePoint, Scalar};

use super::comb::Comb;
use super::point::Point;
use super::sums::Adder;

/// `points[i] + numbers[i]·G` for every i; none for infinity. Numbers are 32 bytes, big end first, below the order.
///
/// Where the fast formula has no value on the way (some sum and the next step have the same x), the whole sum is made
/// again by k256's complete formulas.
pub(super) fn plus_multiples(comb: &Comb, points: &[Point], numbers: &[[u8; 32]]) -> Vec<Option<Point>> {
    let mut digits = vec![0; comb.digits() * numbers.len()];
    for (i, number) in numbers.iter().enumerate() {
        for (row, digit) in comb.digits_of(number).enumerate() {
            digits[row * numbers.len() + i] = digit;
        }
    }
    let mut sums = points.to_vec();
    let mut adder = Adder::default();
    let mut equal = Vec::new();
    for (row, digits) in digits.chunks_exact(numbers.len().max(1)).enumerate() {
        equal.extend(adder.add(&mut sums, |i| comb.step(row, digits[i])));
    }
    let mut sums: Vec<_> = sums.into_iter().map(Some).collect();
    equal.into_iter().for_each(|i| sums[i] = complete(&points[i], &numbers[i]));
    sums
}

/// The same by k256 alone.
fn complete(point: &Point, number: &[u8; 32]) -> Option<Point> {
    let number = Option::<Scalar>::from(Scalar::from_repr((*number).into())).expect("below the order");
    let sum = ProjectivePoint::from(point.to_affine()) + ProjectivePoint::GENERATOR * number;
    Point::of_affine(&sum.to_affine())
}
