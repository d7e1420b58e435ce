//! Addresses that a person compared.

use crate::keys::{AccountXpub, Address, AddressPath};

/// An address that the device showed, a person confirmed there and on the laptop, and the laptop derived on its own
/// from the account's xpub. Only a replayed journal makes one; only this enters a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Confirmed(Address);

/// Device and laptop derive different addresses for one path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// What the laptop derived from the xpub.
    pub derived: Address,
    /// What the device showed.
    pub shown: Address,
}

impl Confirmed {
    /// Compares what the device showed with what follows from the xpub.
    pub(in crate::ceremony) fn compare(
        xpub: &AccountXpub,
        path: AddressPath,
        shown: Address,
    ) -> Result<Self, Mismatch> {
        match xpub.address_at(path) {
            Ok(derived) if derived == shown => Ok(Self(derived)),
            Ok(derived) => Err(Mismatch { derived, shown }),
            Err(_) => Err(Mismatch { derived: Address::ZERO, shown }),
        }
    }

    /// What a journal says was compared. Its replay derives all of them in one go, and fails where one differs; those of
    /// a wallet that keeps its xpub cannot be derived again.
    pub(in crate::ceremony) fn in_replay(shown: Address) -> Self {
        Self(shown)
    }

    /// The address.
    pub fn address(self) -> Address {
        self.0
    }
}
