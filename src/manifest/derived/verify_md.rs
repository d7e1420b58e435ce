//! `VERIFY.md`: how to check everything with programs that everybody has, in both languages.

use std::collections::{BTreeMap, BTreeSet};

use super::marks;
use crate::keys::{Address, Digest};
use crate::manifest::{Layout, Manifest};
use crate::text::{Catalog, Lang, Message};

/// The page, English first.
pub fn page(manifest: &Manifest, digest: Digest) -> String {
    [Lang::En, Lang::Ja].map(|lang| section(&Catalog::new(lang), manifest, digest)).join("\n---\n\n")
}

fn section(catalog: &Catalog, manifest: &Manifest, digest: Digest) -> String {
    let heading = &manifest.ceremony;
    let about = |id: &'static str| {
        Message::new(id)
            .with("organisation", &heading.organisation)
            .with("ceremony", &heading.id)
            .with("sequence", heading.sequence)
            .with("digest", digest)
            .with("marks", marks(manifest))
            .count("exceptions", manifest.exceptions)
            .count("carried", manifest.carried.len())
    };
    let say = |id: &'static str| catalog.say(&about(id));
    let mut out = format!("# {}\n\n", say("verify-md-title"));
    if !marks(manifest).is_empty() {
        out += &format!("**{}**\n\n", say("verify-md-marks"));
    }
    if manifest.exceptions > 0 {
        out += &format!("**{}**\n\n", say("verify-md-exceptions"));
    }
    out += &format!(
        "{}\n\n## {}\n\n{}\n\n",
        say("verify-md-about"),
        say("verify-md-files"),
        say("verify-md-files-how")
    );
    let kinds =
        [("parts/*.json", !manifest.parts.is_empty()), ("carried/*.json", !manifest.carried.is_empty())];
    let parts: String =
        kinds.iter().filter(|(_, there)| *there).map(|(files, _)| format!(" {files}")).collect();
    out += &block("sh", &format!("sha256sum --check SHA256SUMS\nsha256sum manifest.json{parts}"));
    out += &format!("{}\n\n{digest}\n\n", say("verify-md-digest"));
    out += &format!("## {}\n\n{}\n\n", say("verify-md-signatures"), say("verify-md-signatures-how"));
    out += &table(catalog, manifest);
    out += &format!("{}\n\n{}\n\n", say("verify-md-each"), say("verify-md-cast"));
    out += &block("sh", "cast wallet verify --address ADDRESS \"$(cat FILE.txt)\" \"$(cat FILE.sig)\"");
    out += &format!("{}\n\n", say("verify-md-eth-account"));
    out += &block(
        "python",
        "from eth_account import Account\nfrom eth_account.messages import encode_defunct\n\
         text = open(\"FILE.txt\").read()\nsignature = open(\"FILE.sig\").read()\n\
         print(Account.recover_message(encode_defunct(text=text), signature=signature) == \"ADDRESS\")",
    );
    out += &format!("{}\n\n", say("verify-md-ethers"));
    out += &block(
        "js",
        "const { verifyMessage } = require(\"ethers\");\nconst { readFileSync } = require(\"node:fs\");\n\
         const text = readFileSync(\"FILE.txt\", \"utf8\"), signature = readFileSync(\"FILE.sig\", \"utf8\");\n\
         console.log(verifyMessage(text, signature) === \"ADDRESS\");",
    );
    out += &format!(
        "{}\n\n## {}\n\n{}\n",
        say("verify-md-compare"),
        say("verify-md-limits"),
        say("verify-md-limits-what")
    );
    out
}

/// A fenced block. `tests/peers/` reads them by their language and runs them as they stand.
fn block(language: &str, code: &str) -> String {
    format!("```{language}\n{code}\n```\n\n")
}

/// Every statement with the address that must have signed it. The signers of the parts are those of their wallets, of this
/// ceremony's and of those that are carried.
fn table(catalog: &Catalog, manifest: &Manifest) -> String {
    let row = |file: String, signer: Address| {
        let stem =
            file.strip_prefix("public/").and_then(|f| f.strip_suffix(".txt")).unwrap_or(&file).to_owned();
        format!("| `{stem}` | `{signer}` |\n")
    };
    let mut out =
        format!("| {} | {} |\n|---|---|\n", catalog.text("verify-md-file"), catalog.text("verify-md-signer"));
    let ceremonies = ceremonies(manifest);
    for signer in &manifest.wallet_signers {
        let (member, wallet) = (signer.member.as_str(), signer.wallet.as_str());
        for since in ceremonies.get(&(member, wallet)).into_iter().flatten() {
            let file = match since {
                None => Layout::part_statement(member, wallet),
                Some(sequence) => Layout::carried_statement(*sequence, member, wallet),
            };
            out += &row(file, signer.address);
        }
    }
    for signer in &manifest.policy {
        out += &row(Layout::manifest_statement(&signer.role), signer.address);
    }
    for (entry, file, _) in manifest.witness_statements(Digest::ZERO) {
        out += &entry.address.map_or_else(String::new, |address| row(file, address));
    }
    out + "\n"
}

/// The ceremonies that a wallet's rows come from, this one first.
type Ceremonies<'m> = BTreeMap<(&'m str, &'m str), BTreeSet<Option<u64>>>;

fn ceremonies(manifest: &Manifest) -> Ceremonies<'_> {
    let mut ceremonies = Ceremonies::new();
    for row in &manifest.addresses {
        ceremonies.entry((row.member.as_str(), row.wallet.as_str())).or_default().insert(row.since);
    }
    ceremonies
}
