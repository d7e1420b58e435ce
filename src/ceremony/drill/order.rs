//! What is to be opened and compared, as it follows from a verified manifest, the plan and the member's files.

use crate::ceremony::Needs;
use crate::keys::{Digest, WalletIdentity};
use crate::manifest::{Heading, Manifest, ManifestAddress, Part, SameDevice, Sealed};
use crate::plan::{Plan, Wallet};
use crate::text::Problem;

/// What one member is to open and compare.
#[derive(Clone, Debug)]
pub struct DrillOrder {
    /// The ceremony that made the manifest.
    pub heading: Heading,
    /// SHA-256 of the manifest.
    pub manifest: Digest,
    /// Whose wallets.
    pub member: String,
    /// What is needed of the device.
    pub needs: Needs,
    /// The wallets that the manifest has addresses of, in the plan's order.
    pub wallets: Vec<DrillWalletOrder>,
    /// The device and the seed of the ceremony, where the sealed file is at hand.
    sealed: Option<(String, Digest)>,
}

/// One wallet that is to be opened.
#[derive(Clone, Debug)]
pub struct DrillWalletOrder {
    /// The wallet as planned.
    pub wallet: Wallet,
    /// What it is known by.
    pub identity: WalletIdentity,
    /// Its rows of the manifest, at least one, in the manifest's order.
    pub rows: Vec<ManifestAddress>,
    /// Which of them signs for it.
    pub signer: usize,
}

impl DrillOrder {
    /// A member's order. `parts` are the parts that tell wallets' identities where the plan does not; `sealed` is the
    /// member's sealed file of this ceremony, if it is at hand.
    ///
    /// # Errors
    /// The manifest has no address of this member's, or nothing tells the identity or the signer of a wallet.
    pub fn of(
        plan: &Plan,
        manifest: &Manifest,
        digest: Digest,
        member: &str,
        parts: &[&Part],
        sealed: Option<&Sealed>,
    ) -> Result<Self, Problem> {
        let rows_of = |wallet: &Wallet| {
            let is = |row: &&ManifestAddress| row.member == member && row.wallet == wallet.id.name;
            manifest.addresses.iter().filter(is).cloned().collect::<Vec<_>>()
        };
        let wallets = plan.wallets_of(member).map(|wallet| (wallet, rows_of(wallet)));
        let wallets = wallets.filter(|(_, rows)| !rows.is_empty());
        let wallets: Vec<_> =
            wallets.map(|(wallet, rows)| wallet_order(wallet, rows, parts)).collect::<Result<_, _>>()?;
        if wallets.is_empty() {
            return Err(Problem::unusable("custodian-unknown").with("name", member));
        }
        Ok(Self {
            heading: manifest.ceremony.clone(),
            manifest: digest,
            member: member.to_owned(),
            needs: Needs::of(plan, member).without_backup_check(),
            wallets,
            sealed: sealed.map(|it| (it.device.device_id.clone(), it.seed_commitment)),
        })
    }

    /// Whether this is the device of the ceremony.
    pub fn same_device(&self, device_id: &str) -> SameDevice {
        match &self.sealed {
            Some((known, _)) if known == device_id => SameDevice::Same,
            Some(_) => SameDevice::Other,
            None => SameDevice::Unknown,
        }
    }

    /// Whether it may be the seed of the ceremony; true where nothing tells.
    pub fn is_seed(&self, commitment: Digest) -> bool {
        self.sealed.as_ref().is_none_or(|(_, known)| *known == commitment)
    }

    /// How many addresses are to be compared.
    pub fn addresses(&self) -> usize {
        self.wallets.iter().map(|wallet| wallet.rows.len()).sum()
    }
}

impl DrillWalletOrder {
    /// The wallet's name.
    pub fn name(&self) -> &str {
        &self.wallet.id.name
    }
}

fn wallet_order(
    wallet: &Wallet,
    rows: Vec<ManifestAddress>,
    parts: &[&Part],
) -> Result<DrillWalletOrder, Problem> {
    let unknown = |name: &dyn std::fmt::Display| Problem::finding("name-unknown").with("name", name);
    let told = || {
        let parts = parts.iter().filter(|part| part.member == wallet.id.custodian);
        let mut wallets = parts.flat_map(|part| &part.wallets);
        wallets.find(|known| known.name == wallet.id.name).map(|known| known.identity)
    };
    let identity = wallet.identity.or_else(told).ok_or_else(|| unknown(&wallet.id))?;
    let signer = rows.iter().position(|row| row.role == wallet.signer);
    let signer = signer.ok_or_else(|| unknown(&wallet.signer))?;
    Ok(DrillWalletOrder { wallet: wallet.clone(), identity, rows, signer })
}
