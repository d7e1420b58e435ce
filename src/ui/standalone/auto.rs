//! A hand that presses everything.

use super::{Eye, TICK};
use crate::device::simulator::{Hand, Panel};
use crate::text::Catalog;

/// Has a hand press everything until `stops`; tells each screen's first page, but for passphrases on it.
pub fn auto(
    catalog: &Catalog,
    panel: &Panel,
    hand: &Hand,
    tell: &mut dyn FnMut(&str),
    stops: &dyn Fn() -> bool,
) {
    let mut eye = Eye::new(catalog, panel, true);
    while !stops() {
        let Some((screen, lines)) = eye.look(TICK) else { continue };
        if !lines.is_empty() {
            tell(&catalog.text("plain-device"));
            lines.iter().for_each(|line| tell(&format!("  | {line}")));
        }
        hand.act(&screen);
    }
}
