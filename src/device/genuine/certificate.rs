//! One certificate of a chain (RFC 5280), as far as a Trezor's chain goes.

use p256::ecdsa::VerifyingKey;
use p256::ecdsa::signature::Verifier;
use x509_cert::certificate::{CertificateInner, Raw};
use x509_cert::der::oid::{AssociatedOid, ObjectIdentifier};
use x509_cert::der::{Decode, Reader, SliceReader};
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage};

use super::signature;

/// ecdsa-with-SHA256 (RFC 5758).
const ECDSA_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");

/// A certificate with a P-256 key, signed with ECDSA over SHA-256.
pub(super) struct Certificate {
    inner: CertificateInner<Raw>,
    /// The signed bytes as they came: what is encoded anew may differ where a certificate is not strict DER.
    signed: Vec<u8>,
    key: VerifyingKey,
}

impl Certificate {
    pub(super) fn read(der: &[u8]) -> Option<Self> {
        let inner = CertificateInner::<Raw>::from_der(der).ok()?;
        if inner.signature_algorithm().oid != ECDSA_SHA256 {
            return None;
        }
        let point = inner.tbs_certificate().subject_public_key_info().subject_public_key.as_bytes()?;
        let key = VerifyingKey::from_sec1_bytes(point).ok()?;
        Some(Self { signed: signed_bytes(der)?, inner, key })
    }

    /// The subject's common name.
    pub(super) fn common_name(&self) -> Option<String> {
        let name = self.inner.tbs_certificate().subject().common_name().ok()??;
        Some(name.value().into_owned())
    }

    /// Whether this certificate's key signed a message.
    pub(super) fn signed(&self, message: &[u8], der: &[u8]) -> bool {
        verified(&self.key, message, der)
    }

    /// Whether a key signed this certificate.
    pub(super) fn signed_by(&self, key: &VerifyingKey) -> bool {
        let signature = self.inner.signature().as_bytes();
        signature.is_some_and(|signature| verified(key, &self.signed, signature))
    }

    /// Whether this certificate may issue others and issued that one, with so many authorities below it.
    pub(super) fn issued(&self, other: &Self, below: usize) -> bool {
        self.inner.tbs_certificate().subject() == other.inner.tbs_certificate().issuer()
            && self.is_authority(below)
            && other.signed_by(&self.key)
    }

    /// A key usage and a path length must be there; of what is critical, nothing may be unknown.
    fn is_authority(&self, below: usize) -> bool {
        let (mut signs, mut long_enough) = (false, false);
        for extension in self.inner.tbs_certificate().extensions().into_iter().flatten() {
            let value = extension.extn_value.as_bytes();
            if extension.extn_id == KeyUsage::OID {
                signs = KeyUsage::from_der(value).is_ok_and(|usage| usage.key_cert_sign());
            } else if extension.extn_id == BasicConstraints::OID {
                long_enough = BasicConstraints::from_der(value).is_ok_and(|constraints| {
                    let length = constraints.path_len_constraint;
                    constraints.ca && length.is_some_and(|length| usize::from(length) >= below)
                });
            } else if extension.critical {
                return false;
            }
        }
        signs && long_enough
    }
}

fn verified(key: &VerifyingKey, message: &[u8], der: &[u8]) -> bool {
    signature::read(der).is_some_and(|signature| key.verify(message, &signature).is_ok())
}

/// The first element of the outer sequence, byte for byte.
fn signed_bytes(der: &[u8]) -> Option<Vec<u8>> {
    let mut reader = SliceReader::new(der).ok()?;
    let read = reader.sequence(|inner| -> x509_cert::der::Result<Vec<u8>> {
        let signed = inner.tlv_bytes()?.to_vec();
        inner.tlv_bytes()?;
        inner.tlv_bytes()?;
        Ok(signed)
    });
    read.ok()
}
