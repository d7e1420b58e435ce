//! The wallet's sheet of paper: what a member's run and the team's do when a wallet was opened again.

use super::Moment;
use super::station::{Ports, Station};
use crate::keys::Address;
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
    let (path, label) = (first.path, first.label.clone());
    ports.moment(&Moment::CompareSheet { wallet: wallet.clone(), label, path });
    let shown = station.with_device(|device, _| device.show_address(path, ports.face))?;
    if shown == known {
        return Ok(());
    }
    let problem = Problem::device("address-mismatch").with("derived", known).with("path", path);
    Err(problem.with("shown", shown))
}
