//! What a plan takes over from earlier ceremonies: addresses that they confirmed, and addresses that are retired.

use std::sync::Arc;

use super::draft::Origin;
use super::expand::{address, form, malformed, name};
use super::finding::Report;
use super::schema;
use super::{Plan, Retired, Role, Wallet, WalletId, forms};

/// A part of an earlier ceremony, and the roles that are carried from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedPart<'a> {
    /// The sequence of the ceremony that made it.
    pub sequence: u64,
    /// Whose part it is.
    pub member: &'a str,
    /// What is carried from it, by wallet.
    pub roles: Vec<&'a Role>,
}

impl CarriedPart<'_> {
    /// The names of the wallets that the roles lie in, each once.
    pub fn wallets(&self) -> Vec<&str> {
        let mut wallets: Vec<&str> = self.roles.iter().map(|role| role.wallet.name.as_str()).collect();
        wallets.dedup();
        wallets
    }
}

/// Writes the addresses of earlier ceremonies into the first roles of a range, in the order in which it is written out.
pub fn carry(carried: &[schema::Carried], roles: &mut [(Role, Origin)], report: &mut Report) -> Option<()> {
    let mut roles = roles.iter_mut();
    for it in carried {
        if it.addresses.get_ref().is_empty() {
            malformed(report, "addresses", "positive", 0, it.addresses.span());
            return None;
        }
        for text in it.addresses.get_ref() {
            let Some((role, _)) = roles.next() else {
                malformed(report, "addresses", "carried", text.get_ref(), text.span());
                return None;
            };
            role.address = Some(address(report, text)?);
            role.confirmed = Some(*it.confirmed.get_ref());
        }
    }
    Some(())
}

/// Reads an entry of `[[retired]]`.
pub fn retired(it: &schema::Retired, report: &mut Report) -> Option<Retired> {
    let reason = form(report, "reason", "reason", &it.reason, |text| {
        forms::is_printable(text).then(|| text.to_owned())
    });
    Some(Retired {
        name: name(report, "name", &it.name)?,
        label: it.label.get_ref().clone(),
        address: address(report, &it.address)?,
        sequence: *it.sequence.get_ref(),
        reason: reason?,
    })
}

impl Plan {
    /// Whether a wallet is opened in this ceremony: one of its roles was not confirmed by an earlier one.
    pub fn is_touched(&self, wallet: &WalletId) -> bool {
        self.roles_of(wallet).any(|role| role.confirmed.is_none())
    }

    /// The roles of a wallet that its member is shown in this ceremony: the new ones, and of those known the first, which
    /// tells the wallet, and the signer's. None of a wallet that is not opened.
    pub fn shown_of<'a>(&'a self, wallet: &'a Wallet) -> Vec<&'a Arc<Role>> {
        self.parted(wallet).0
    }

    /// The roles that are not shown in this ceremony, with the sequence of the one that confirmed them, by wallet.
    pub fn carried(&self) -> Vec<(&Role, u64)> {
        let carried = self.wallets.iter().flat_map(|wallet| self.parted(wallet).1);
        carried.filter_map(|role| Some((&**role, role.confirmed?))).collect()
    }

    /// The parts of earlier ceremonies that roles are carried from, by sequence, then in the plan's order of custodians.
    pub fn carried_parts(&self) -> Vec<CarriedPart<'_>> {
        let mut parts: Vec<CarriedPart> = Vec::new();
        for (role, sequence) in self.carried() {
            let member = role.wallet.custodian.as_str();
            match parts.iter_mut().find(|part| (part.sequence, part.member) == (sequence, member)) {
                Some(part) => part.roles.push(role),
                None => parts.push(CarriedPart { sequence, member, roles: vec![role] }),
            }
        }
        let place = |member: &str| self.custodians.iter().position(|it| it.name == member);
        parts.sort_by_key(|part| (part.sequence, place(part.member)));
        parts
    }

    /// The members whose devices are needed for addresses: those with a wallet that is opened, in the plan's order.
    pub fn members(&self) -> Vec<String> {
        let touched = |name: &str| self.wallets_of(name).any(|wallet| self.is_touched(&wallet.id));
        let names = self.custodians.iter().map(|custodian| custodian.name.clone());
        names.filter(|name| touched(name)).collect()
    }

    /// The roles of a wallet that are shown, and those that are carried.
    fn parted<'a>(&'a self, wallet: &'a Wallet) -> (Vec<&'a Arc<Role>>, Vec<&'a Arc<Role>>) {
        let roles = self.places_of(&wallet.id).map(|place| &self.roles[place]).enumerate();
        let touched = self.is_touched(&wallet.id);
        let shown = |(at, role): &(usize, &Arc<Role>)| {
            touched && (*at == 0 || role.confirmed.is_none() || role.name == wallet.signer)
        };
        let (shown, carried): (Vec<_>, Vec<_>) = roles.partition(shown);
        let bare = |roles: Vec<(usize, _)>| roles.into_iter().map(|(_, role)| role).collect();
        (bare(shown), bare(carried))
    }
}
