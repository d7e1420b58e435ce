//! Forms of texts, for the JSON Schemas in `docs/schemas/`: a type stands for its pattern.
//! Patterns are in what ECMA-262, Python and Rust's regular expressions have in common.

/// Types that stand for a form of texts, each with its pattern and, where it has one, its longest length.
macro_rules! forms {
    ($($(#[doc = $doc:literal])+ $name:ident = $pattern:literal $(, $max:literal)?;)+) => {$(
        $(#[doc = $doc])+
        pub struct $name;

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "description": concat!($($doc),+).trim(),
                    "pattern": $pattern,
                    $("maxLength": $max,)?
                })
            }
        }
    )+};
}

/// Gives types that are written as a text the schema of a form.
macro_rules! written_as {
    ($($type:ty: $form:ident;)+) => {$(
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($form).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                <$crate::text::form::$form as schemars::JsonSchema>::json_schema(generator)
            }
        }
    )+};
}

pub(crate) use written_as;

forms! {
    /// An address: 0x and 40 hex digits. Its EIP-55 checksum, which readers demand, is beyond a schema.
    AddressText = "^0x[0-9A-Fa-f]{40}$", 42;
    /// An address, or TBD where it is still open.
    AddressOrTbd = "^(TBD|0x[0-9A-Fa-f]{40})$", 42;
    /// SHA-256: 64 lower-case hex digits.
    DigestText = "^[0-9a-f]{64}$", 64;
    /// The digest of the manifest before, or none.
    Previous = "^(none|[0-9a-f]{64})$", 64;
    /// A signature: 0x and r, s, v in 130 lower-case hex digits, v 1b or 1c. That s is in the lower half is beyond a schema.
    SignatureText = "^0x[0-9a-f]{128}1[bc]$", 132;
    /// A compressed public key of secp256k1 in 66 lower-case hex digits.
    IdentityText = "^0[23][0-9a-f]{64}$", 66;
    /// The path of an address: account 0-100, change 0-1, index 0-1,000,000.
    AddressPathText = "^m/44'/60'/(100|[1-9]?[0-9])'/[01]/(1000000|0|[1-9][0-9]{0,5})$";
    /// What follows m/44'/60'/ in the path of an address.
    PathTail = "^(100|[1-9]?[0-9])'/[01]/(1000000|0|[1-9][0-9]{0,5})$";
    /// The path of an account, 0-100.
    AccountPathText = "^m/44'/60'/(100|[1-9]?[0-9])'$";
    /// An extended public key in BIP-32's base58. Its checksum and its depth of 3 are beyond a schema.
    XpubText = "^xpub[1-9A-HJ-NP-Za-km-z]{107}$", 111;
    /// DER in lower-case hex digits.
    DerText = "^([0-9a-f]{2})*$";
    /// Bytes: 0x and lower-case hex digits.
    BytesText = "^0x([0-9a-f]{2})*$";
    /// 32 bytes: 0x and 64 lower-case hex digits.
    HashText = "^0x[0-9a-f]{64}$", 66;
    /// The salt of a split: 0x and 64 lower-case hex digits, or none.
    Salt = "^(none|0x[0-9a-f]{64})$", 66;
    /// The salt of a split: 0x and 64 lower-case hex digits, derived, or none.
    PlannedSalt = "^(none|derived|0x[0-9a-f]{64})$", 66;
    /// A salt nonce: decimal, or 0x and up to 64 hex digits.
    SaltNonce = "^(0|[1-9][0-9]{0,77}|0x[0-9A-Fa-f]{1,64})$";
    /// A whole number below 2^256, decimal.
    Decimal = "^(0|[1-9][0-9]{0,77})$";
    /// A decimal number above zero as people write it.
    AmountText = "^(?=.*[1-9])(0|[1-9][0-9]*)([.][0-9]+)?$";
    /// A time, UTC.
    Time = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)Z$", 20;
    /// Printable ASCII.
    Ascii = "^[ -~]*$";
    /// Printable ASCII, not only spaces.
    Sentence = "^ *[!-~][ -~]*$", 1000;
    /// Printable ASCII without outer spaces.
    Printable = "^[!-~]([ -~]*[!-~])?$";
    /// What people call something: printable ASCII without outer spaces.
    Label = "^[!-~]([ -~]*[!-~])?$", 48;
    /// A label, in which {cluster} and {operator} are filled in.
    LabelTemplate = "^(?! )([ -z|~]|[{](cluster|operator)[}])*([!-z|~]|[{](cluster|operator)[}])$";
    /// A short name.
    Name = "^(?!none$)[a-z0-9-]+$", 32;
    /// A short name, or none.
    NameOrNone = "^[a-z0-9-]+$", 32;
    /// A name, in which {cluster} and {operator} are filled in.
    NameTemplate = "^([a-z0-9-]|[{](cluster|operator)[}])+$";
    /// The ceremony's id.
    Id = "^[a-z0-9-]+$", 32;
    /// Who holds the ceremony: printable ASCII without semicolons and outer spaces.
    Organisation = "^[!-:<-~]([ -:<-~]*[!-:<-~])?$", 32;
    /// A custodian's name.
    CustodianName = "^(?!(team|manifest)$)[a-z0-9-]+$", 16;
    /// A wallet's name, never its passphrase.
    WalletName = "^[A-Za-z0-9]+$", 24;
    /// A custodian and one of its wallets.
    WalletPlace = "^(?!(team|manifest)/)[a-z0-9-]{1,16}/[A-Za-z0-9]{1,24}$";
    /// A warning's id.
    LintId = "^P-[A-Z0-9-]+$";
    /// A sentence, in any language.
    Reason = "[^ ]";
    /// How devices are reached.
    BenchName = "^(simulated|usb|udp:[!-~]+)$";
    /// A version of Safe's contracts.
    SafeVersion = "^(1[.]3[.]0|1[.]4[.]1|1[.]5[.]0)$";
    /// What a Safe is made like.
    SafePreset = "^(ui|plain)$";
    /// A set of addresses of Safe's contracts.
    SafeSet = "^(canonical|eip155)$";
    /// A method of Safe's factory.
    SafeMethod = "^create-(chain-specific-)?proxy-with-nonce(-l2)?$";
    /// The contract that a Safe runs: by its kind, or its address.
    SafeSingleton = "^(l1|l2|0x[0-9A-Fa-f]{40})$", 42;
    /// What answers for a Safe what it does not know itself.
    SafeHandler = "^(default|none|0x[0-9A-Fa-f]{40})$", 42;
    /// A version of 0xSplits.
    SplitVersion = "^(1|2[.][012])$";
    /// How recipients of a split come to theirs.
    SplitKind = "^(push|pull)$";
    /// Where a passphrase is typed.
    Entry = "^(device|host)$";
}
