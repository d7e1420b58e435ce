//! Multiples of the generator from a table: a number is cut into digits, and each digit's multiple is looked up.

use std::sync::OnceLock;

use k256::ProjectivePoint;
use k256::elliptic_curve::BatchNormalize;
use rayon::prelude::*;

use super::point::Point;
use super::sums::{Adder, Step};

/// The widest table has 20 rows of 4096 points, 5 MiB: one that is twice as large would save one addition of twenty, and lie further
/// from the processors.
const WIDTHS: std::ops::RangeInclusive<u32> = 4..=13;

/// The tables built so far, by width.
static TABLES: [OnceLock<Comb>; 14] = [const { OnceLock::new() }; 14];

/// For each digit of `width` bits a row of multiples: `rows[r][j − 1]` is j·2^(width·r)·G for 1 ≤ j ≤ 2^(width − 1).
/// Digits are signed, which halves the rows, as the negative of a point costs nothing.
pub(super) struct Comb {
    width: u32,
    rows: Vec<Vec<Point>>,
}

impl Comb {
    /// The table for so many multiples, built when it is first needed: as wide as makes additions and building
    /// together the fewest. A wider one that stands already is better still.
    pub fn for_multiples(count: usize) -> &'static Self {
        let width = width_for(count);
        let standing = (width + 1..=*WIDTHS.end()).rev().find_map(|wider| TABLES[wider as usize].get());
        standing.unwrap_or_else(|| Self::for_width(width))
    }

    /// The table for digits of 4 to 13 bits.
    pub fn for_width(width: u32) -> &'static Self {
        let table = &TABLES[width as usize];
        // Made before the lock is taken: a thread that waits for rows takes up other work, which may need this table, too, and
        // would wait for itself. Two threads may make it twice.
        table.get().unwrap_or_else(|| {
            let made = Self::new(width);
            table.get_or_init(|| made)
        })
    }

    fn new(width: u32) -> Self {
        let powers = powers(rows(width) as u32 * width);
        Self { width, rows: powers.par_chunks(width as usize).map(row).collect() }
    }

    /// How many digits a number has.
    pub fn digits(&self) -> usize {
        self.rows.len()
    }

    /// The digits of a number (32 bytes, big end first), the lowest first, each within ±2^(width − 1).
    pub fn digits_of(&self, number: &[u8; 32]) -> impl Iterator<Item = i16> {
        let mut limbs = [0_u64; 5];
        for (limb, bytes) in limbs.iter_mut().zip(number.rchunks_exact(8)) {
            *limb = bytes.iter().fold(0, |limb, byte| limb << 8 | u64::from(*byte));
        }
        let (width, mut carry) = (self.width, 0);
        (0..self.digits() as u32).map(move |row| {
            let (limb, shift) = ((row * width / 64) as usize, row * width % 64);
            let two = u128::from(limbs[limb]) | u128::from(*limbs.get(limb + 1).unwrap_or(&0)) << 64;
            let digit = (two >> shift) as i32 & ((1 << width) - 1);
            let digit = digit + carry;
            carry = i32::from(digit > 1 << (width - 1));
            (digit - (carry << width)) as i16
        })
    }

    /// What a digit of this row adds; nothing for zero.
    pub fn step(&self, row: usize, digit: i16) -> Option<Step<'_>> {
        let place = usize::from(digit.unsigned_abs()).checked_sub(1)?;
        Some(Step { point: &self.rows[row][place], negative: digit < 0 })
    }
}

/// A number below 2^256 in signed digits can be one bit longer.
fn rows(width: u32) -> usize {
    (256 / width + 1) as usize
}

/// The width with the fewest additions, for so many multiples and the building of the table.
fn width_for(count: usize) -> u32 {
    let additions = |width: &u32| rows(*width).saturating_mul(count.saturating_add(1 << (width - 1)));
    WIDTHS.min_by_key(additions).unwrap_or(*WIDTHS.start())
}

/// G, 2·G, 4·G, … : so many, one row's bases behind the other's.
fn powers(count: u32) -> Vec<Point> {
    let double = |point: &ProjectivePoint| Some(point.double());
    let powers = std::iter::successors(Some(ProjectivePoint::GENERATOR), double);
    let powers: Vec<_> = powers.take(count as usize).collect();
    let powers = ProjectivePoint::batch_normalize(powers.as_slice());
    powers
        .iter()
        .map(|power| Point::of_affine(power).expect("the group's order is no power of two"))
        .collect()
}

/// All multiples from 1 to 2^(width − 1) of the first of these, each of which is twice the one before.
fn row(powers: &[Point]) -> Vec<Point> {
    let mut row = Vec::with_capacity(1 << (powers.len() - 1));
    let mut adder = Adder::default();
    for (i, &power) in powers.iter().enumerate() {
        let below = row.len();
        row.push(power);
        if i + 1 < powers.len() {
            row.resize(2 * below + 1, power);
            let (lower, upper) = row.split_at_mut(below + 1);
            let equal = adder.add(upper, |j| Some(Step { point: &lower[j], negative: false }));
            debug_assert!(equal.is_empty(), "two multiples of one point, both far below the group's order");
        }
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_that_is_shared_out_never_waits_for_a_table_that_it_makes_itself() {
        for width in 4..=13 {
            (0..64)
                .into_par_iter()
                .with_max_len(1)
                .for_each(|_| assert!(Comb::for_width(width).digits() > 0));
        }
    }

    #[test]
    fn more_children_get_a_wider_table_and_a_few_a_small_one() {
        let widths: Vec<_> = (0..24).map(|power| width_for(1 << power)).collect();
        assert!(widths.is_sorted(), "{widths:?}");
        assert_eq!((width_for(0), width_for(1 << 32)), (4, 13));
        let entries = |count| rows(width_for(count)) << (width_for(count) - 1);
        for (count, most) in [(8, 520), (100, 1_400), (10_000, 25_000), (10_000_000, 82_000)] {
            assert!(entries(count) <= most, "{count}: {}", entries(count));
        }
    }
}
