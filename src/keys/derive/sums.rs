//! Many additions of affine points at the price of one inversion (Montgomery's trick).

use super::point::{Field, Point, times};

/// What is added to a point: another one, or that one's negative.
#[derive(Clone, Copy)]
pub(super) struct Step<'a> {
    pub point: &'a Point,
    pub negative: bool,
}

/// The room that additions need, kept from one to the next.
#[derive(Default)]
pub(super) struct Adder {
    /// x of the step − x of the sum; 1 where nothing is added. Magnitude 3.
    differences: Vec<Field>,
    /// The product of all differences before this one.
    products: Vec<Field>,
}

impl Adder {
    /// Adds `step(i)` to `sums[i]` for every `i` that has one. The places where both have the same x, i.e. are the
    /// same point or each other's negative, are left as they were and told: the slope has no value there.
    pub fn add<'a>(&mut self, sums: &mut [Point], step: impl Fn(usize) -> Option<Step<'a>>) -> Vec<usize> {
        self.differences.clear();
        self.differences.extend(sums.iter().enumerate().map(|(i, sum)| match step(i) {
            Some(step) => step.point.x - sum.x,
            None => Field::ONE,
        }));
        let mut equal = Vec::new();
        let mut product = self.multiply();
        if product.normalizes_to_zero().into() {
            equal = self.without_zeros();
            product = self.multiply();
        }
        let inverse = Option::from(product.invert_vartime());
        let mut inverse: Field = inverse.expect("a product of what is not zero");
        for i in (0..sums.len()).rev() {
            let own = times(inverse, &self.products[i]);
            inverse = times(inverse, &self.differences[i]);
            if let Some(step) = step(i)
                && !equal.contains(&i)
            {
                sums[i] = sum(&sums[i], step, own);
            }
        }
        equal
    }

    /// The product of all differences, with those on the way kept.
    fn multiply(&mut self) -> Field {
        let mut product = Field::ONE;
        self.products.clear();
        self.products.extend(self.differences.iter().map(|difference| {
            let before = product;
            product = times(product, difference);
            before
        }));
        product
    }

    /// Puts 1 in place of every zero, and tells where they were.
    fn without_zeros(&mut self) -> Vec<usize> {
        let zero = |difference: &Field| bool::from(difference.normalizes_to_zero());
        let places: Vec<_> = (0..self.differences.len()).filter(|&i| zero(&self.differences[i])).collect();
        places.iter().for_each(|&i| self.differences[i] = Field::ONE);
        places
    }
}

/// The sum of two points of different x; `inverse` is 1 / (x of the step − x of the point).
#[inline(always)]
fn sum(point: &Point, step: Step, inverse: Field) -> Point {
    let y = if step.negative { -step.point.y } else { step.point.y };
    let slope = times(y - point.y, &inverse);
    let x = (times(slope, &slope) - point.x - step.point.x).normalize_weak();
    let y = (times(point.x - x, &slope) - point.y).normalize_weak();
    Point { x, y }
}
