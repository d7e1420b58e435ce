//! The keys that mean something now.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Paragraph;

use super::super::model::{Model, Overlay, Prompt};
use super::Eyes;
use crate::ui::presentation::Pick;
use crate::ui::presentation::wrap::cut;

/// Draws the keys in one row.
pub fn draw(frame: &mut Frame, area: Rect, model: &Model, Eyes { catalog, theme }: Eyes) {
    let keys: Vec<_> = keys(model).into_iter().map(|id| catalog.text(id)).collect();
    frame.render_widget(Paragraph::new(cut(&keys.join(" │ "), area.width.into())).style(theme.faint()), area);
}

fn keys(model: &Model) -> Vec<&'static str> {
    let rehearsal = model.header.rehearsal;
    let mut keys = match (&model.overlay, &model.prompt) {
        (Some(Overlay::Help), _) => return vec!["help-close"],
        (Some(Overlay::Stop(_)), _) | (_, Some(Prompt::Choose { sure: Some(_), .. })) => {
            return vec!["key-sure", "key-back"];
        }
        (_, Some(Prompt::Exception { form, .. })) if form.sure.is_some() => {
            return vec!["key-sure", "key-back"];
        }
        (_, Some(Prompt::Exception { .. })) => {
            return vec!["key-next-field", "key-enter", "key-back", "key-help-f1"];
        }
        (_, Some(Prompt::Passphrase { .. })) if rehearsal => vec!["key-send", "key-fill", "key-back"],
        (_, Some(Prompt::Passphrase { .. } | Prompt::PinMatrix(_))) => vec!["key-send", "key-back"],
        (_, Some(Prompt::Over)) => vec!["key-enter"],
        (_, Some(Prompt::Choose { asked, .. })) if !asked.picks(&model.header).contains(&Pick::Exception) => {
            vec!["key-select", "key-enter", "key-stop"]
        }
        (_, Some(Prompt::Choose { .. })) => vec!["key-select", "key-enter", "key-exception", "key-stop"],
        (_, None) if model.types_on_device() && rehearsal => vec!["key-fill", "key-send", "key-buttons"],
        (_, None) if model.types_on_device() => vec!["key-send", "key-buttons"],
        (_, None) if model.focus.is_some() => vec!["key-select", "key-enter", "key-unfocus"],
        (_, None) => {
            let device: &[_] = if model.buttons().is_empty() { &[] } else { &["key-buttons", "key-focus"] };
            let give_up: &[_] = if model.awaits_device() { &["key-give-up"] } else { &[] };
            [device, give_up, &["key-stop"]].concat()
        }
    };
    if model.scroll_max > 0 {
        keys.push("key-scroll");
    }
    keys.push(if types(model) { "key-help-f1" } else { "key-help" });
    keys
}

/// Whether letters and signs are text now.
fn types(model: &Model) -> bool {
    matches!(model.prompt, Some(Prompt::Passphrase { .. } | Prompt::PinMatrix(_))) || model.types_on_device()
}
