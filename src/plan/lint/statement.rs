//! P-STATEMENT: what a wallet signs must be shown in full on every device, so its names must be short.

use super::super::draft::Draft;
use super::super::finding::Report;
use super::super::schema::Text;
use super::STATEMENT;
use crate::text::Problem;

/// At most so many bytes are shown in full on every Trezor.
pub const STATEMENT_MAX: usize = 300;

/// With these the longest statement of any plan has 300 bytes (see the test).
const ORGANISATION_MAX: usize = 32;
const CEREMONY_MAX: usize = 32;
const CUSTODIAN_MAX: usize = 16;
const WALLET_MAX: usize = 24;

/// The names that stand in a statement.
pub fn run(draft: &Draft, report: &mut Report) {
    let document = &draft.document;
    short("organisation", &document.ceremony.organisation, ORGANISATION_MAX, report);
    short("ceremony", &document.ceremony.id, CEREMONY_MAX, report);
    document.custodian.iter().for_each(|it| short("custodian", &it.name, CUSTODIAN_MAX, report));
    document.wallet.iter().for_each(|it| short("wallet", &it.name, WALLET_MAX, report));
}

fn short(what: &'static str, name: &Text, max: usize, report: &mut Report) {
    let length = name.get_ref().len();
    if length > max {
        let problem = Problem::finding("p-statement")
            .with("what", what)
            .with("name", name.get_ref())
            .with("length", length)
            .with("max", max)
            .with("bytes", STATEMENT_MAX);
        report.error(STATEMENT, name.span(), problem);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::expand::SEQUENCE_MAX;
    use super::super::super::read::BYTES_MAX;
    use super::*;

    #[test]
    fn names_at_their_limits_leave_the_longest_statement_within_the_bytes_shown() {
        // The manifest's opening is the longer one. Its addresses are fewer than the bytes of the plan.
        let longest = format!(
            "Gishiki manifest v1; REHEARSAL; TESTNET; org: {}; ceremony: {}; seq: {}; member: {}; wallet: {}; \
             addresses: {}; sha256: {}",
            "o".repeat(ORGANISATION_MAX),
            "c".repeat(CEREMONY_MAX),
            SEQUENCE_MAX,
            "m".repeat(CUSTODIAN_MAX),
            "w".repeat(WALLET_MAX),
            BYTES_MAX / 40,
            "0".repeat(64),
        );
        assert!(longest.len() <= STATEMENT_MAX, "{} bytes", longest.len());
        // Names of witnesses have at most 32 characters, as every name.
        let witness = format!(
            "Gishiki witness v1; REHEARSAL; TESTNET; org: {}; ceremony: {}; seq: {}; witness: {}; sha256: {}",
            "o".repeat(ORGANISATION_MAX),
            "c".repeat(CEREMONY_MAX),
            SEQUENCE_MAX,
            "w".repeat(32),
            "0".repeat(64),
        );
        assert!(witness.len() <= STATEMENT_MAX, "{} bytes", witness.len());
    }
}
