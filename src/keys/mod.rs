//! Pure mathematics of keys: paths, account xpubs, addresses, wallet identity, seeds (SLIP-39, BIP-39),
//! signatures and who made them, digests. No device, no file, no clock.

mod address;
pub mod derive;
mod digest;
mod identity;
mod parsed;
mod path;
mod recovery;
mod root;
#[cfg(test)]
mod schema;
mod secret;
mod seed;
mod signature;
mod slip24;
pub mod slip39;
mod suspicion;
pub mod test_addresses;
pub mod test_seeds;
pub mod test_witness;
pub mod trezor_paths;
mod xpub;

pub use address::{Address, AddressError};
pub use digest::{Digest, DigestError};
pub use identity::WalletIdentity;
pub use path::{AccountPath, AddressPath, COIN_PATH, HARDENED, PathError, Scope};
pub use root::{PublicNode, Root, RootError};
pub use secret::Secret;
pub use seed::{Seed, SeedError, SeedForm, one_spaced};
pub use signature::{Signature, SignatureError};
pub use suspicion::Suspicion;
pub use xpub::{AccountXpub, PublicKeyAt, XpubError};
