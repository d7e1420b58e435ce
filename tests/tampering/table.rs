//! The table as people read it.

use std::fmt::Write;

use gishiki::verify::CHECKS;

use super::trial::Tried;

/// Markdown: what was done, how many variants, which checks found it, what was not found and why.
pub fn table(tried: &[Tried]) -> String {
    let mut text = String::from(
        "# Tampering tried\n\nOver a history of three manifests by three custodians, judged with the signers' addresses told and the earlier \
         manifests trusted.\nWhere \"remade\" stands, sums, journal chains, digests and labels were made again, as somebody without keys can.\n\
         V-TEST-SEED counts only where a rehearsal is passed as real: a real ceremony has no published seeds.\n\
         What was tried of the variants is spread evenly over them; TAMPERING_MOST=100000 tries all.\n\n\
         | what was done | variants | tried | found by | not found |\n|---|---:|---:|---|---|\n",
    );
    for row in tried {
        let checks = ["refused to read"].into_iter().chain(CHECKS);
        let found: Vec<_> =
            checks.filter_map(|check| Some(format!("{check} {}", row.found.get(check)?))).collect();
        let excused: Vec<_> = row.excused.iter().map(|(why, count)| format!("{count}: {why}")).collect();
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} |",
            row.what,
            row.all,
            row.variants,
            found.join(", "),
            excused.join("; ")
        );
    }
    let all: usize = tried.iter().map(|row| row.all).sum();
    let rows = tried.len();
    let tried: usize = tried.iter().map(|row| row.variants).sum();
    let _ = writeln!(text, "\n{tried} of {all} variants in {rows} rows.");
    text
}
