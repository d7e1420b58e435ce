//! What machines get from a verified manifest: where fees and withdrawals of validators go. One file is about one policy, as each has
//! a recipient of its own; a wrong one costs real money, so nothing is guessed and nothing stands in that was not read in a
//! source.

mod notes;
mod policy;

pub use notes::{notes_obol, notes_ssv};
pub use policy::Policy;

use crate::contracts::Chain;
use crate::keys::{Address, Digest};
use crate::manifest::{ContractEntry, Layout, Manifest};
use crate::text::{Catalog, Lang, Message, Problem};
use crate::verify::Bundle;

/// Chains with validators. On the others of a manifest there is nobody to hand this to.
const WITH_VALIDATORS: [u64; 5] = [1, 100, 17_000, 560_048, 11_155_111];

/// Chains that ethstaker-deposit-cli 1.3.1 takes by our names; it knows Holesky no more, and asks instead (ethstaker_deposit/settings.py of
/// its source).
const OF_DEPOSIT_CLI: [u64; 4] = [1, 100, 560_048, 11_155_111];

/// One policy on the ceremony's chain, with what follows from it.
#[derive(Clone, Debug)]
pub struct Handover {
    policy: Policy,
    chain: Chain,
    fee_recipient: Address,
    /// What people call it.
    fee_name: String,
    /// The Safe that it is, by its name in the plan.
    safe: Option<String>,
    /// What withdrawal credentials name; none where no file can say.
    withdrawal: Option<Address>,
    /// `REHEARSAL ` and `TESTNET ` where true.
    marks: String,
    /// The ceremony's id and sequence.
    ceremony: String,
    /// The manifest's.
    digest: Digest,
}

impl Handover {
    /// What a policy means for a verified manifest. `safe` names the Safe that the team's own validators pay; it may be left out
    /// where there is only one.
    ///
    /// # Errors
    /// The chain has no validators or the protocol no known vaults there, or it is not certain which Safe is meant.
    pub fn of(
        bundle: &Bundle,
        manifest: &Manifest,
        policy: Policy,
        safe: Option<&str>,
    ) -> Result<Self, Problem> {
        let chain_id = manifest.ceremony.chain_id;
        let unknown =
            || Problem::unusable("handover-chain").with("policy", policy.name()).with("chain", chain_id);
        let chain =
            Chain::by_id(chain_id).filter(|it| WITH_VALIDATORS.contains(&it.id)).ok_or_else(unknown)?;
        let mut own = None;
        let (fee_recipient, fee_name, withdrawal) = match (policy, safe) {
            (Policy::Own, name) => {
                let safe = own_safe(manifest, name)?;
                own = Some(safe.name().to_owned());
                (safe.address(), safe.label().to_owned(), Some(safe.address()))
            }
            (_, Some(_)) => {
                return Err(Problem::unusable("handover-never-safe").with("policy", policy.name()));
            }
            (_, None) => {
                let it = policy::recipient(policy, chain_id).ok_or_else(unknown)?;
                (it.fee_recipient, format!("{} ({}, {})", it.fee_name, it.source, it.date), it.withdrawal)
            }
        };
        let missing = || Problem::finding("bundle-missing").with("file", Layout::MANIFEST);
        Ok(Self {
            policy,
            chain,
            fee_recipient,
            fee_name,
            safe: own,
            withdrawal,
            marks: manifest.ceremony.marks(" "),
            ceremony: format!("{}-{}", manifest.ceremony.id, manifest.ceremony.sequence),
            digest: bundle.digest(Layout::MANIFEST).ok_or_else(missing)?,
        })
    }

    /// The Safe that is paid, by its name in the plan: a chain must show that it stands there. None where a protocol's vaults are paid.
    pub fn safe(&self) -> Option<&str> {
        self.safe.as_deref()
    }

    /// Proposer settings of Lodestar's validator client, `--proposerSettingsFile`: every key of that client (packages/cli/src/util/
    /// proposerConfig.ts of its source).
    pub fn lodestar(&self) -> Vec<u8> {
        let head = self.comments("lodestar", &[]);
        let address = self.fee_recipient;
        format!("{head}default_config:\n  fee_recipient: \"{address}\"\n  strict_fee_recipient_check: true\n")
            .into_bytes()
    }

    /// The flag of Lighthouse's validator client (book/src/validator_fee_recipient.md of its source).
    pub fn lighthouse(&self) -> Vec<u8> {
        self.suggested("lighthouse")
    }

    /// The flag of Nimbus, for its validator client, or its beacon node where that has the keys.
    pub fn nimbus(&self) -> Vec<u8> {
        self.suggested("nimbus")
    }

    fn suggested(&self, program: &'static str) -> Vec<u8> {
        format!("{}--suggested-fee-recipient={}\n", self.comments(program, &[]), self.fee_recipient)
            .into_bytes()
    }

    /// What ethstaker-deposit-cli is told when it makes keys. Withdrawal credentials of Lido CSM are of type 0x01; those of the team's own
    /// are the team's choice, which is left open.
    ///
    /// # Errors
    /// No withdrawal address is known for the policy, or the program does not know the chain.
    pub fn ethstaker_deposit(&self) -> Result<Vec<u8>, Problem> {
        let address = self.withdrawal()?;
        if !OF_DEPOSIT_CLI.contains(&self.chain.id) {
            return Err(self.unknown("ethstaker-deposit-cli"));
        }
        // Its other writing, with `-`, does not keep it from asking.
        let regular = if self.policy == Policy::LidoCsm { " --regular_withdrawal" } else { "" };
        let head = self.comments("ethstaker-deposit", &[&self.about_withdrawals()]);
        let chain = self.chain.name;
        Ok(format!("{head}--chain={chain} --withdrawal_address={address}{regular}\n").into_bytes())
    }

    /// The sentence on the withdrawal address.
    fn about_withdrawals(&self) -> String {
        format!("handover-withdrawal-{}", self.policy.name())
    }

    fn unknown(&self, network: &'static str) -> Problem {
        let problem = Problem::unusable("handover-network").with("network", network);
        problem.with("policy", self.policy.name()).with("chain", self.chain.name)
    }

    fn withdrawal(&self) -> Result<Address, Problem> {
        self.withdrawal
            .ok_or_else(|| Problem::unusable("handover-withdrawal").with("policy", self.policy.name()))
    }

    /// What every file begins with, in both languages, as comments: from which manifest it is, what it is good for, and more.
    fn comments(&self, format: &str, more: &[&str]) -> String {
        let (to, usage) = (format!("handover-to-{}", self.policy.name()), format!("handover-use-{format}"));
        let ids = [&["handover-from", &to, &usage], more].concat();
        self.sentences(&ids).lines().map(|line| format!("# {line}\n")).collect()
    }

    /// These sentences, a line each, English first.
    fn sentences(&self, ids: &[&str]) -> String {
        let mut out = String::new();
        for lang in [Lang::En, Lang::Ja] {
            let catalog = Catalog::new(lang);
            for id in ids {
                out += &catalog.say(&self.message(id));
                out.push('\n');
            }
        }
        out
    }

    fn message(&self, id: &str) -> Message {
        let message = Message::new(id.to_owned())
            .with("marks", &self.marks)
            .with("ceremony", &self.ceremony)
            .with("digest", self.digest)
            .with("policy", self.policy.name())
            .with("chain", self.chain.name)
            .with("recipient", self.fee_recipient)
            .with("name", &self.fee_name);
        match self.withdrawal {
            Some(address) => message.with("withdrawal", address),
            None => message,
        }
    }
}

/// The Safe of this name, or the only one.
fn own_safe<'m>(manifest: &'m Manifest, name: Option<&str>) -> Result<&'m ContractEntry, Problem> {
    let chain = manifest.ceremony.chain_id;
    let mut safes: Vec<_> = manifest
        .contracts
        .iter()
        .filter(|it| matches!(it, ContractEntry::Safe(_)) && it.chains().contains(&chain))
        .collect();
    let known: Vec<_> = safes.iter().map(|it| it.name()).collect();
    let problem = match name {
        _ if known.is_empty() => Problem::unusable("handover-no-safe"),
        Some(name) => Problem::unusable("handover-safe-unknown").with("name", name),
        None => Problem::unusable("handover-safe"),
    };
    let problem = problem.with("known", known.join(", "));
    if let Some(name) = name {
        safes.retain(|it| it.name() == name);
    }
    match safes[..] {
        [safe] => Ok(safe),
        _ => Err(problem),
    }
}

#[cfg(test)]
mod tests;
