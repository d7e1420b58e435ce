//! How keys and addresses stand in JSON Schemas.

use super::{AccountPath, AccountXpub, Address, AddressPath, Digest, Signature, WalletIdentity};
use crate::text::form::written_as;

written_as! {
    Address: AddressText;
    Digest: DigestText;
    Signature: SignatureText;
    WalletIdentity: IdentityText;
    AddressPath: AddressPathText;
    AccountPath: AccountPathText;
    AccountXpub: XpubText;
}
