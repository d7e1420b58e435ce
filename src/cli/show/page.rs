//! The page: whose it is, what it says of every address, and who signed it.

use std::collections::BTreeMap;

use super::Beside;
use crate::cli::Output;
use crate::cli::reach;
use crate::cli::sheet::aligned;
use crate::manifest::{
    ContractEntry, Manifest, ManifestAddress, Previous, SafeEntry, SafeStanding, SplitEntry, SplitStanding,
    WitnessEntry, derived,
};
use crate::plan::WitnessMeans;
use crate::text::{Message, clean};

/// Prints a manifest.
pub fn tell(output: &Output, known: &Previous, beside: &Beside) {
    let page = Page { output, manifest: &known.manifest, names: names(&known.manifest) };
    page.heading(known);
    page.members();
    page.wallets();
    page.contracts();
    page.others();
    page.signers(beside);
}

/// The label of every name that contracts speak of.
fn names(manifest: &Manifest) -> BTreeMap<&str, &str> {
    let roles = manifest.addresses.iter().map(|row| (row.role.as_str(), row.label.as_str()));
    let contracts = manifest.contracts.iter().map(|it| (it.name(), it.label()));
    let externals = manifest.externals.iter().map(|it| (it.name.as_str(), it.label.as_str()));
    roles.chain(contracts).chain(externals).collect()
}

struct Page<'m> {
    output: &'m Output,
    manifest: &'m Manifest,
    names: BTreeMap<&'m str, &'m str>,
}

impl Page<'_> {
    fn text(&self, id: &'static str) -> String {
        self.output.catalog().text(id)
    }

    fn said(&self, message: &Message) -> String {
        self.output.catalog().say(message)
    }

    fn title(&self, id: &'static str) {
        self.output.line("");
        self.output.line(&self.text(id));
    }

    /// Rows below a title; nothing where there are none.
    fn list(&self, title: &'static str, rows: Vec<Vec<String>>) {
        if rows.is_empty() {
            return;
        }
        self.title(title);
        let rows: Vec<Vec<String>> =
            rows.into_iter().map(|row| row.iter().map(|cell| clean(cell)).collect()).collect();
        aligned(&rows).iter().for_each(|line| self.output.line(&format!("  {line}")));
    }

    fn label(&self, name: &str) -> String {
        self.names.get(name).map_or_else(|| name.to_owned(), |label| (*label).to_owned())
    }

    fn heading(&self, known: &Previous) {
        let heading = &self.manifest.ceremony;
        let marks = derived::marks(self.manifest);
        self.output.say(&Message::new("show-not-verified"));
        if !marks.is_empty() {
            self.output.say(&Message::new("verify-marks").with("marks", marks));
        }
        let whose = Message::new("show-heading").with("organisation", &heading.organisation);
        let whose = whose.with("ceremony", &heading.id).with("sequence", heading.sequence);
        self.output.say(&whose.with("chain", heading.chain_id));
        self.output.say(&Message::new("verify-digest").with("digest", known.digest));
        self.output.say(&Message::new("show-plan").with("digest", heading.plan_sha256));
        self.output.say(&match heading.previous.as_str() {
            "none" => Message::new("show-first"),
            previous => Message::new("show-previous").with("digest", previous),
        });
        let tool = &self.manifest.tool;
        let tool =
            Message::new("show-tool").with("version", &tool.version).with("digest", tool.binary_sha256);
        self.output.say(&tool);
    }

    fn members(&self) {
        let parts = self.manifest.parts.iter().map(|part| {
            let pinned = if part.unpinned { "show-part-unpinned" } else { "show-part" };
            let pinned = Message::new(pinned).with("digest", part.part_sha256);
            let noted = Message::new("show-part-exceptions").count("count", part.exceptions as usize);
            vec![part.member.clone(), self.said(&pinned), self.said(&noted)]
        });
        let carried = self.manifest.carried.iter().map(|part| {
            let from = Message::new("show-part-carried").with("sequence", part.sequence);
            vec![part.member.clone(), self.said(&from.with("digest", part.part_sha256)), String::new()]
        });
        self.list("show-parts", parts.chain(carried).collect());
    }

    /// Every address below its wallet, wallets in the order of their first address.
    fn wallets(&self) {
        let mut wallets: Vec<(&ManifestAddress, Vec<Vec<String>>)> = Vec::new();
        let mut places: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for row in &self.manifest.addresses {
            let place = *places.entry((&row.member, &row.wallet)).or_insert(wallets.len());
            if place == wallets.len() {
                wallets.push((row, Vec::new()));
            }
            wallets[place].1.push(self.row(row));
        }
        if wallets.is_empty() {
            return;
        }
        self.title("show-wallets");
        // One alignment for all of them, so that the eye can go down the addresses.
        let rows: Vec<_> = wallets.iter().flat_map(|(_, rows)| rows.iter().cloned()).collect();
        let mut lines = aligned(&rows).into_iter();
        let signers: BTreeMap<(&str, &str), &str> = (self.manifest.wallet_signers.iter())
            .map(|it| ((it.member.as_str(), it.wallet.as_str()), it.role.as_str()))
            .collect();
        for (first, rows) in &wallets {
            let id = format!("{}/{}", first.member, first.wallet);
            let signer = signers.get(&(first.member.as_str(), first.wallet.as_str())).copied();
            let wallet = Message::new("show-wallet").with("wallet", id).with("tier", first.tier);
            let wallet = wallet.with("signer", signer.unwrap_or("-")).count("count", rows.len());
            self.output.line(&format!("  {}", self.said(&wallet)));
            lines.by_ref().take(rows.len()).for_each(|line| self.output.line(&format!("    {line}")));
        }
        self.output.say(&reach::legend());
    }

    fn row(&self, row: &ManifestAddress) -> Vec<String> {
        let since =
            row.since.map(|sequence| self.said(&Message::new("show-since").with("sequence", sequence)));
        let cells = [
            row.label.as_str(),
            &row.address.to_string(),
            &row.path.to_string(),
            &row.role,
            &reach::letters(row.path),
            &since.unwrap_or_default(),
        ];
        cells.iter().map(|cell| clean(cell)).collect()
    }

    fn contracts(&self) {
        let (contracts, mut heads, mut details) = (&self.manifest.contracts, Vec::new(), Vec::new());
        for entry in contracts {
            let chains: Vec<_> = entry.chains().iter().map(u64::to_string).collect();
            let (kind, more) = match entry {
                ContractEntry::Safe(safe) => {
                    let kind = Message::new("show-safe").with("version", &safe.version);
                    (kind.with("preset", &safe.preset), self.safe(safe))
                }
                ContractEntry::Split(split) => {
                    let kind = Message::new("show-split").with("version", &split.version);
                    (kind.with("kind", &split.kind), self.split(split))
                }
            };
            let kind = self.said(&kind.with("chains", chains.join(", ")));
            heads.push(vec![clean(entry.label()), entry.address().to_string(), kind]);
            details.push(more);
        }
        if !contracts.is_empty() {
            self.title("show-contracts");
        }
        for (head, more) in aligned(&heads).iter().zip(&details) {
            self.output.line(&format!("  {head}"));
            more.iter().for_each(|message| self.output.line(&format!("    {}", self.said(message))));
        }
        self.batches();
    }

    fn batches(&self) {
        let batches = self.manifest.batches.iter().flat_map(|batch| {
            let about = Message::new("show-batch").with("from", self.label(&batch.from_name));
            let first = vec![batch.label.clone(), self.said(&about)];
            // What a call does is a sentence of the signed manifest.
            let calls = batch.calls.iter().map(|call| vec![String::new(), call.what.clone()]);
            std::iter::once(first).chain(calls)
        });
        self.list("show-batches", batches.collect());
    }

    /// Who owns it: at its creation, and where that differs, as the manifest found it and as it leaves it.
    fn safe(&self, safe: &SafeEntry) -> Vec<Message> {
        let owners = |id: &'static str, threshold: u64, names: &[String]| {
            let labels: Vec<_> = names.iter().map(|name| self.label(name)).collect();
            let message = Message::new(id).with("threshold", threshold).with("count", names.len());
            message.with("owners", labels.join(", "))
        };
        let standing = |id, it: &SafeStanding| owners(id, it.threshold, &it.owner_names);
        let made = owners("show-owners", safe.threshold, &safe.owner_names);
        let before = safe.before.as_ref().map(|it| standing("show-owners-before", it));
        let present = safe.present.as_ref().map(|it| standing("show-owners-present", it));
        [Some(made), before, present].into_iter().flatten().collect()
    }

    fn split(&self, split: &SplitEntry) -> Vec<Message> {
        let shares = |id: &'static str, names: &[String], shares: &[String], total: &str, owner: &str| {
            let each = names.iter().zip(shares).map(|(name, share)| format!("{share} {}", self.label(name)));
            let each: Vec<_> = each.collect();
            let message = Message::new(id).with("shares", each.join(", ")).with("total", total);
            message.with("owner", self.label(owner))
        };
        let standing = |id, it: &SplitStanding| {
            shares(id, &it.recipient_names, &it.allocations, &it.total_allocation, &it.owner_name)
        };
        let made = shares(
            "show-shares",
            &split.recipient_names,
            &split.allocations,
            &split.total_allocation,
            &split.owner_name,
        );
        let before = split.before.as_ref().map(|it| standing("show-shares-before", it));
        let present = split.present.as_ref().map(|it| standing("show-shares-present", it));
        [Some(made), before, present].into_iter().flatten().collect()
    }

    fn others(&self) {
        let outside = self.manifest.externals.iter();
        let outside = outside.map(|it| vec![it.label.clone(), it.address.clone(), it.name.clone()]);
        self.list("show-externals", outside.collect());
        let retired = self.manifest.retired.iter().map(|it| {
            let when =
                Message::new("show-retired-in").with("sequence", it.sequence).with("reason", &it.reason);
            vec![it.label.clone(), it.address.to_string(), self.said(&when)]
        });
        self.list("show-retired", retired.collect());
    }

    fn signers(&self, beside: &Beside) {
        let (policy, witnesses) = (&self.manifest.policy, &self.manifest.witnesses);
        let there =
            |(_, there): &(String, bool)| self.text(if *there { "show-signed" } else { "show-unsigned" });
        let mut signatures = beside.signatures.iter();
        let mut rows: Vec<Vec<String>> = Vec::new();
        for (signer, signature) in policy.iter().zip(signatures.by_ref()) {
            let wallet = format!("{}/{}", signer.member, signer.wallet);
            rows.push(vec![signer.role.clone(), wallet, signer.address.to_string(), there(signature)]);
        }
        self.list("show-signers", rows);
        let succession = match self.manifest.succession {
            Some(needed) => {
                Message::new("show-succession").with("needed", needed).with("signers", policy.len())
            }
            None => Message::new("show-succession-all"),
        };
        self.output.line(&format!("  {}", self.said(&succession)));
        let witness = |it: &WitnessEntry| match it.signs {
            WitnessMeans::Paper => vec![it.name.clone(), self.text("show-witness-paper"), String::new()],
            WitnessMeans::Key => {
                let address = it.address.map_or_else(|| self.text("show-witness-any"), |it| it.to_string());
                vec![it.name.clone(), address, signatures.next().map(there).unwrap_or_default()]
            }
        };
        self.list("show-witnesses", witnesses.iter().map(witness).collect());
        self.output.line("");
        self.output.say(&Message::new(if beside.sealed { "show-sealed" } else { "show-no-sealed" }));
    }
}
