//! The ids of the checks.

/// Signed files are in their one encoding and of their type.
pub const CANONICAL: &str = "V-CANONICAL";
/// The plan is the one that was run, without lint errors, and the one that the auditor brought.
pub const PLAN: &str = "V-PLAN";
/// What did not go as planned.
pub const EXCEPTIONS: &str = "V-EXCEPTIONS";
/// Every file says the same of the ceremony, and what the plan says.
pub const HEADING: &str = "V-HEADING";
/// A rehearsal is not taken for real.
pub const REHEARSAL: &str = "V-REHEARSAL";
/// Exactly the files that belong there.
pub const FILES: &str = "V-FILES";
/// `SHA256SUMS` of both folders.
pub const SUMS: &str = "V-SUMS";
/// Labels and `VERIFY.md` follow from the manifest.
pub const DERIVED: &str = "V-DERIVED";
/// The digests by which files commit to each other.
pub const DIGESTS: &str = "V-DIGESTS";
/// The rows of manifest and parts are the roles of the plan.
pub const ROWS: &str = "V-ROWS";
/// The wallets of the parts are those of the plan.
pub const WALLETS: &str = "V-WALLETS";
/// Who must sign is what the plan says.
pub const POLICY: &str = "V-POLICY";
/// Nothing stands twice.
pub const UNIQUE: &str = "V-UNIQUE";
/// Statements, word for word.
pub const STATEMENT: &str = "V-STATEMENT";
/// Signatures in their one form, by the expected signer.
pub const SIGNATURE: &str = "V-SIGNATURE";
/// Witnesses signed what they must.
pub const WITNESS: &str = "V-WITNESS";
/// The expected signers are who they should be, by evidence from outside the bundle.
pub const PINS: &str = "V-PINS";
/// Every address follows from its account's xpub.
pub const ADDRESS: &str = "V-ADDRESS";
/// Every account belongs to its wallet.
pub const IDENTITY: &str = "V-IDENTITY";
/// Every contract follows from the plan and the addresses.
pub const CONTRACT: &str = "V-CONTRACT";
/// Every batch follows from the plan and the addresses.
pub const BATCH: &str = "V-BATCH";
/// Members' journals are whole, and part and sealed file follow from them.
pub const JOURNAL: &str = "V-JOURNAL";
/// The team's journal is whole and in agreement.
pub const TEAM_JOURNAL: &str = "V-TEAM-JOURNAL";
/// Devices were real in a real ceremony, and nothing stood in their way.
pub const DEVICE: &str = "V-DEVICE";
/// What devices proved of themselves.
pub const GENUINE: &str = "V-GENUINE";
/// The place in the chain of ceremonies.
pub const SEQUENCE: &str = "V-SEQUENCE";
/// What is taken over from earlier ceremonies was signed there.
pub const CARRIED: &str = "V-CARRIED";
/// Nothing of the manifest before this one vanished.
pub const RETIRED: &str = "V-RETIRED";
/// The signers of the manifest before this one agree.
pub const SUCCESSION: &str = "V-SUCCESSION";
/// No published seed in a real ceremony; nothing else in a rehearsal.
pub const TEST_SEED: &str = "V-TEST-SEED";
/// The wallets were opened again from their backups.
pub const DRILL: &str = "V-DRILL";

/// Every check, in the order of `docs/verification.md`.
pub const CHECKS: [&str; 31] = [
    CANONICAL,
    PLAN,
    EXCEPTIONS,
    HEADING,
    REHEARSAL,
    FILES,
    SUMS,
    DERIVED,
    DIGESTS,
    ROWS,
    WALLETS,
    POLICY,
    UNIQUE,
    STATEMENT,
    SIGNATURE,
    WITNESS,
    PINS,
    ADDRESS,
    IDENTITY,
    CONTRACT,
    BATCH,
    JOURNAL,
    TEAM_JOURNAL,
    DEVICE,
    GENUINE,
    SEQUENCE,
    CARRIED,
    RETIRED,
    SUCCESSION,
    TEST_SEED,
    DRILL,
];
