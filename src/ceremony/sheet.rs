//! The wallet's sheet of paper: what a member's run and the team's do when a wallet was opened again.

use super::Moment;
use super::station::{Ports, Station};
use crate::keys::{Address, AddressPath};
use crate::plan::{Role, WalletId};
use crate::text::Problem;

/// Shows the first address of the open wallet on the device, for people to compare it with their paper.
///
/// # Errors
/// As the device says; or it shows another address than the one that was confirmed.
pub fn compare(
    station: &mut Station,
    ports: &mut Ports,
    wallet: &WalletId,
    first: &Role,
    known: Address,
) -> Result<(), Problem> {
    compare_at(station, ports, wallet, first.label.to_string(), first.path, known)
}

/// The same of an address that is known by its label and its path.
///
/// # Errors
/// As the device says; or it shows another address than the one that was confirmed.
pub fn compare_at(
    station: &mut Station,
    ports: &mut Ports,
    wallet: &WalletId,
    label: String,
    path: AddressPath,
    known: Address,
) -> Result<(), Problem> {
    ports.moment(&Moment::CompareSheet { wallet: wallet.clone(), label, path });
    show(station, ports, path, known).map(drop)
}

/// Shows an address of the open wallet on the device; returns what it showed.
///
/// # Errors
/// As the device says; or it shows another address than this one.
pub fn show(
    station: &mut Station,
    ports: &mut Ports,
    path: AddressPath,
    derived: Address,
) -> Result<Address, Problem> {
    let shown = station.with_device(|device, _| device.show_address(path, ports.face))?;
    if shown == derived {
        return Ok(shown);
    }
    let problem = Problem::device("address-mismatch").with("derived", derived).with("path", path);
    Err(problem.with("shown", shown))
}

/// A person says that the device showed something else.
pub fn disputed(path: AddressPath, derived: Address) -> Problem {
    Problem::device("address-disputed").with("derived", derived).with("path", path)
}
