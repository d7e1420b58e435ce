//! `[[witness]]`: who signs that they were there.

use super::expand::{address, name};
use super::finding::Report;
use super::{Witness, schema};

/// Reads an entry of `[[witness]]`.
pub fn witness(it: &schema::Witness, report: &mut Report) -> Option<Witness> {
    let address = match &it.address {
        Some(text) => Some(address(report, text)?),
        None => None,
    };
    Some(Witness { name: name(report, "name", &it.name)?, signs: *it.signs.get_ref(), address })
}
