//! GF(256) with the polynomial of AES (x⁸+x⁴+x³+x+1), and Lagrange interpolation in it. Without tables, so that no
//! access to memory depends on a secret.

use zeroize::Zeroizing;

const REDUCTION: u8 = 0x1b;

fn multiply(mut a: u8, mut b: u8) -> u8 {
    let mut product = 0;
    for _ in 0..8 {
        product ^= a & (b & 1).wrapping_neg();
        a = a << 1 ^ REDUCTION & (a >> 7).wrapping_neg();
        b >>= 1;
    }
    product
}

/// a²⁵⁴: the inverse; of 0, which has none, 0.
fn invert(a: u8) -> u8 {
    (0..6).fold(multiply(a, a), |power, _| multiply(multiply(power, power), multiply(a, a)))
}

/// The value at `x` of the polynomials (one a byte) of least degree through `points`: distinct x, equal lengths.
pub(super) fn interpolate(points: &[(u8, &[u8])], x: u8) -> Zeroizing<Vec<u8>> {
    let length = points.first().map_or(0, |(_, value)| value.len());
    let mut sum = Zeroizing::new(vec![0; length]);
    for (i, (xi, value)) in points.iter().enumerate() {
        let others = points.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, (xj, _))| *xj);
        let weight = others.fold(1, |weight, xj| multiply(weight, multiply(x ^ xj, invert(xi ^ xj))));
        for (total, byte) in sum.iter_mut().zip(*value) {
            *total ^= multiply(*byte, weight);
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_element_but_zero_has_an_inverse() {
        assert!((1..=255).all(|a| multiply(a, invert(a)) == 1));
        assert_eq!(invert(0), 0);
    }

    #[test]
    fn it_is_the_field_of_aes() {
        // FIPS 197, section 4.2.
        assert_eq!(multiply(0x57, 0x83), 0xc1);
        assert_eq!(multiply(0x57, 0x13), 0xfe);
    }

    #[test]
    fn the_polynomial_runs_through_its_points() {
        let points: [(u8, &[u8]); 3] = [(0, &[7, 200]), (5, &[9, 0]), (255, &[1, 77])];
        for (x, value) in points {
            assert_eq!(interpolate(&points, x).as_slice(), value);
        }
    }
}
