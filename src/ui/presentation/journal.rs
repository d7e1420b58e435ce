//! A line of the journal, short enough for its tail.

use serde_json::Value;

use crate::text::{Catalog, Message};

/// What a face shows of a line of the journal: its position, what happened, and to whom. The names are the events'
/// own; what is no event of ours is shown by its name.
pub fn journal_line(catalog: &Catalog, line: &str) -> String {
    let line: Value = serde_json::from_str(line).unwrap_or_default();
    let position = line["seq"].as_u64().map_or(String::new(), |seq| (seq + 1).to_string());
    let (name, event) = match &line["event"] {
        Value::Object(event) => {
            event.iter().next().map_or(("", &Value::Null), |(name, event)| (name.as_str(), event))
        }
        Value::String(name) => (name.as_str(), &Value::Null),
        _ => ("", &Value::Null),
    };
    let id = format!("journal-{name}");
    let event_name =
        if catalog.has(&id) { Message::new(id) } else { Message::new("journal-other").with("name", name) };
    let what = ["role", "path", "wallet", "member", "step"].into_iter().find_map(|key| event[key].as_str());
    let message = match what {
        None => Message::new("journal-line"),
        Some(what) => Message::new("journal-line-of").with("what", what),
    };
    catalog.say(&message.with("position", position).with("event", catalog.say(&event_name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn said(line: &str) -> String {
        journal_line(&Catalog::new(Lang::En), line)
    }

    #[test]
    fn an_event_is_told_with_its_role_or_wallet() {
        let line = r#"{"seq":7,"previous":"","at":"","event":{"address-confirmed":{"role":"safe-owner-1"}}}"#;
        assert_eq!(said(line), "8 address confirmed: safe-owner-1");
        assert_eq!(said(r#"{"seq":0,"event":{"finished":{}}}"#), "1 finished");
    }

    #[test]
    fn an_unknown_event_is_named_and_cleaned() {
        assert_eq!(said("{\"seq\":1,\"event\":{\"new\\u001b[2J\":{}}}"), "2 new\\u{1b}[2J");
    }
}
