//! What a wallet signs: one line that a person can read in full on every Trezor.

use std::fmt::{self, Display};

use super::Heading;
use crate::keys::Digest;

/// What a statement is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementKind {
    /// A member's part, signed by each of its wallets.
    Part,
    /// The team's manifest, signed by its owners.
    Manifest,
    /// A drill's record, signed by each wallet that was opened again.
    Drill,
}

/// The statement that a wallet signs as EIP-191 personal message. Its fixed English opening is the domain separator:
/// it cannot be taken for a transaction, a log-in, hex, JSON, or another statement of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement<'a> {
    /// What it is about.
    pub kind: StatementKind,
    /// Which ceremony.
    pub ceremony: &'a Heading,
    /// Who signs.
    pub member: &'a str,
    /// With which wallet.
    pub wallet: &'a str,
    /// How many addresses: those of this wallet in the part or the drill, or all in the manifest.
    pub addresses: usize,
    /// SHA-256 of the file.
    pub sha256: Digest,
}

impl Statement<'_> {
    /// At most so many bytes are shown in full, within five pages, on every Trezor (a Trezor One shows 72 a page).
    pub const MAX_BYTES: usize = 300;
}

impl Display for Statement<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            StatementKind::Part => "Gishiki part v1; ",
            StatementKind::Manifest => "Gishiki manifest v1; ",
            StatementKind::Drill => "Gishiki drill v1; ",
        })?;
        f.write_str(&self.ceremony.marks("; "))?;
        let Heading { organisation, id, sequence, .. } = self.ceremony;
        write!(f, "org: {organisation}; ceremony: {id}; seq: {sequence}; ")?;
        write!(f, "member: {}; wallet: {}; ", self.member, self.wallet)?;
        write!(f, "addresses: {}; sha256: {}", self.addresses, self.sha256)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(rehearsal: bool, testnet: bool) -> Heading {
        Heading {
            chain_id: 1,
            id: "bonded-validator".to_owned(),
            organisation: "Example Staking".to_owned(),
            plan_sha256: Digest::ZERO,
            previous: "none".to_owned(),
            rehearsal,
            sequence: 1,
            testnet,
        }
    }

    fn statement(kind: StatementKind, ceremony: &Heading) -> String {
        let sha256 = Digest::of("abc");
        Statement { kind, ceremony, member: "member-1", wallet: "TeamFunds", addresses: 3, sha256 }
            .to_string()
    }

    #[test]
    fn the_marks_stand_only_where_true() {
        let tail = "org: Example Staking; ceremony: bonded-validator; seq: 1; member: member-1; wallet: TeamFunds; \
                    addresses: 3; sha256: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(
            statement(StatementKind::Part, &heading(false, false)),
            format!("Gishiki part v1; {tail}")
        );
        assert_eq!(
            statement(StatementKind::Manifest, &heading(true, true)),
            format!("Gishiki manifest v1; REHEARSAL; TESTNET; {tail}")
        );
        assert_eq!(
            statement(StatementKind::Drill, &heading(true, false)),
            format!("Gishiki drill v1; REHEARSAL; {tail}")
        );
    }
}
