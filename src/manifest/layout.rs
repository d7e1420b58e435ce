//! The names of the files, relative to the ceremony's folder.

/// The names of the files. `public/` may be published and verifies alone; `sealed/` is for auditors.
pub struct Layout;

impl Layout {
    /// The plan as run.
    pub const PLAN: &'static str = "public/plan.toml";
    /// The team's manifest.
    pub const MANIFEST: &'static str = "public/manifest.json";
    /// The journal of combining and signing.
    pub const TEAM_JOURNAL: &'static str = "sealed/journal-team.jsonl";
    /// How to check everything without Gishiki.
    pub const VERIFY: &'static str = "public/VERIFY.md";
    /// The labels, for people and spreadsheets.
    pub const LABELS_CSV: &'static str = "public/labels.csv";
    /// The labels, for programs.
    pub const LABELS_JSONL: &'static str = "public/labels.jsonl";
    /// The digests of what may be published.
    pub const PUBLIC_SUMS: &'static str = "public/SHA256SUMS";
    /// The digests of what is for auditors.
    pub const SEALED_SUMS: &'static str = "sealed/SHA256SUMS";

    /// In a drill's folder: what was compared.
    pub const DRILL: &'static str = "drill.json";
    /// In a drill's folder: its journal.
    pub const DRILL_JOURNAL: &'static str = "journal-drill.jsonl";
    /// In a drill's folder: the digests of its files.
    pub const DRILL_SUMS: &'static str = "SHA256SUMS";

    /// A member's part.
    pub fn part(member: &str) -> String {
        format!("public/parts/{member}.json")
    }

    /// What auditors get of a member's part.
    pub fn sealed(member: &str) -> String {
        format!("sealed/{member}.json")
    }

    /// A member's journal.
    pub fn journal(member: &str) -> String {
        format!("sealed/journal-{member}.jsonl")
    }

    /// A wallet's statement on its member's part.
    pub fn part_statement(member: &str, wallet: &str) -> String {
        format!("public/statements/{member}.{wallet}.txt")
    }

    /// A signer's statement on the manifest. Roles are unique, wallets of signers need not be.
    pub fn manifest_statement(role: &str) -> String {
        format!("public/statements/manifest.{role}.txt")
    }

    /// A witness's statement on the manifest.
    pub fn witness_statement(name: &str) -> String {
        format!("public/statements/witness.{name}.txt")
    }

    /// In a drill's folder: a wallet's statement on the record.
    pub fn drill_statement(wallet: &str) -> String {
        format!("statements/{wallet}.txt")
    }

    /// The signature on a statement.
    pub fn signature(statement: &str) -> String {
        format!("{}.sig", statement.strip_suffix(".txt").unwrap_or(statement))
    }

    /// A part of an earlier ceremony that rows come from.
    pub fn carried_part(sequence: u64, member: &str) -> String {
        format!("public/carried/{sequence}.{member}.json")
    }

    /// A wallet's statement on a part of an earlier ceremony.
    pub fn carried_statement(sequence: u64, member: &str, wallet: &str) -> String {
        format!("public/carried/{sequence}.{member}.{wallet}.txt")
    }

    /// What auditors get of a part of an earlier ceremony.
    pub fn carried_sealed(sequence: u64, member: &str) -> String {
        format!("sealed/carried/{sequence}.{member}.json")
    }

    /// A contract's parameters, calldata and decoded table.
    pub fn contract(name: &str) -> String {
        format!("public/contracts/{name}.json")
    }
}
