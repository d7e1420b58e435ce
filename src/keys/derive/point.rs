//! Points of secp256k1 by their affine coordinates, over k256's field.

use k256::ecdsa::VerifyingKey;
use k256::elliptic_curve::ff::PrimeField;
use k256::elliptic_curve::hazmat::FieldArithmetic;
use k256::elliptic_curve::point::AffineCoordinates;
use k256::{AffinePoint, FieldBytes, Secp256k1};

/// The field of the coordinates. It normalises lazily: each function here says what it takes and gives.
pub(super) type Field = <Secp256k1 as FieldArithmetic>::FieldElement;

/// The product. k256 multiplies in place only where the second factor is borrowed, otherwise by a call; here that
/// is a fifth of all time. Magnitudes up to 8, result 1.
#[inline(always)]
pub(super) fn times(one: Field, other: &Field) -> Field {
    one * other
}

/// A point other than infinity. Both coordinates have magnitude 1 (k256's word for "reduced, but for the last step").
#[derive(Clone, Copy)]
pub(super) struct Point {
    pub x: Field,
    pub y: Field,
}

impl Point {
    /// The same point in k256's own form; none for infinity.
    pub fn of_affine(point: &AffinePoint) -> Option<Self> {
        let coordinate = |bytes| Option::from(Field::from_repr(bytes));
        let finite = *point != AffinePoint::IDENTITY;
        finite.then(|| Some(Self { x: coordinate(point.x())?, y: coordinate(point.y())? })).flatten()
    }

    /// The point of a public key.
    pub fn of_key(key: &VerifyingKey) -> Self {
        Self::of_affine(key.as_affine()).expect("a public key is never infinity")
    }

    /// As k256's own form.
    pub fn to_affine(self) -> AffinePoint {
        let point = AffinePoint::from_coordinates(&self.x.to_repr(), &self.y.to_repr());
        Option::from(point).expect("sums of points lie on the curve")
    }

    /// 33 bytes, SEC 1 compressed.
    pub fn compressed(&self) -> [u8; 33] {
        let mut bytes = [0; 33];
        bytes[0] = if self.y.normalize().is_odd().into() { 3 } else { 2 };
        bytes[1..].copy_from_slice(&self.x.to_bytes());
        bytes
    }

    /// x ‖ y, 64 bytes.
    pub fn coordinates(&self) -> [u8; 64] {
        let mut bytes = [0; 64];
        let halves: [FieldBytes; 2] = [self.x.to_bytes(), self.y.to_bytes()];
        bytes[..32].copy_from_slice(&halves[0]);
        bytes[32..].copy_from_slice(&halves[1]);
        bytes
    }
}
