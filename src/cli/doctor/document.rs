//! The JSON document of `doctor --json`: ASCII English, whatever the language. It is for the device's owner: it has the
//! device id, and never its label, its certificates or a session.

use serde_json::{Value, json};

use super::Findings;
use super::examine::{Examined, Genuine, Image};
use crate::device::trezor::UsbPlace;
use crate::device::trezor::models::ModelFacts;
use crate::text::{Catalog, Lang, Problem};

/// All that was found.
pub(super) fn of(findings: &Findings) -> Value {
    let catalog = Catalog::new(Lang::En);
    let problems = findings.problems();
    let laptop = &findings.laptop;
    json!({
        "ok": problems.is_empty(),
        "gishiki": { "version": laptop.tool.version, "binary_sha256": laptop.binary() },
        "registry": { "ok": laptop.wrong_figures.is_empty(), "wrong": laptop.wrong_figures },
        "usb": findings.usb.as_ref().map(|places| places.iter().map(UsbPlace::to_string).collect::<Vec<_>>()),
        "device": findings.device.as_ref().ok().map(device),
        "problems": problems.iter().map(|it| problem(it, &catalog)).collect::<Vec<_>>(),
    })
}

fn problem(it: &Problem, catalog: &Catalog) -> Value {
    json!({
        "problem": it.id(),
        "cause": catalog.say(&it.cause()),
        "remedy": catalog.say(&it.remedy()),
    })
}

fn device(it: &Examined) -> Value {
    json!({
        "software": it.target.is_software() || it.facts.simulated,
        "facts": it.facts,
        "model": it.model.map(model),
        "challenge": hex::encode(it.challenge.bytes()),
        "genuine": genuine(&it.genuine),
        "firmware_hash": it.firmware_hash.map(hex::encode),
        "firmware_image": it.image.map(image),
        "could_type_on_device": it.could_type.as_ref().map(ToString::to_string),
    })
}

/// The line of `docs/devices.md`.
fn model(model: &ModelFacts) -> Value {
    json!({
        "name": model.name,
        "protocol": model.protocol.name(),
        "typed_on": if model.keyboard { "device" } else { "laptop" },
        "passphrase_max_bytes": model.passphrase_max,
        "slip39": model.slip39,
        "typed_data": model.typed_data.name(),
        "message_max_bytes": model.message_max,
        "characters_in_full": model.characters_in_full(),
        "proves_itself": model.proves_itself(),
        "firmware_min": model.firmware_min.to_string(),
    })
}

fn genuine(genuine: &Genuine) -> &'static str {
    match genuine {
        Genuine::Proved(root) => root.name(),
        Genuine::Impossible => "impossible",
        Genuine::Doubted(_) => "doubted",
        Genuine::Failed(_) => "failed",
        Genuine::NotAsked => "not-asked",
    }
}

fn image(image: Image) -> &'static str {
    match image {
        Image::Same => "same",
        Image::Different => "different",
        Image::Incomparable => "incomparable",
    }
}
