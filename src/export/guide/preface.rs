//! What to know and do before the wallets: warnings, steps, and an overview of the profiles.

use super::wallet::Wallet;
use super::{Guide, cell};
use crate::codes::escaped;
use crate::keys::AddressPath;
use crate::plan::{Hardware, programs};
use crate::text::Message;

/// Two paths that a Trezor gives one name: m/44'/60'/0'/0/1 and m/44'/60'/1'/0/0.
const ALIKE: [&str; 2] = ["0'/0/1", "1'/0/0"];

impl Guide<'_> {
    pub(super) fn preface(&self, wallets: &[Wallet]) -> String {
        let mut page = self.numbered("guide-before", &self.warnings());
        page += &self.numbered("guide-steps", &self.steps());
        page + &self.overview(wallets)
    }

    fn numbered(&self, heading: &'static str, points: &[Message]) -> String {
        let row = |(at, point): (usize, &Message)| {
            format!("<tr><td>{}</td><td>{}</td></tr>\n", at + 1, self.paper.say(point))
        };
        let rows: String = points.iter().enumerate().map(row).collect();
        self.paper.table("points", &["mark", ""], &self.paper.catalog.text(heading), &rows)
    }

    fn warnings(&self) -> Vec<Message> {
        let path = |tail: &str| AddressPath::from_tail(tail).expect("the tails are written above");
        let [listed, other] = ALIKE.map(path);
        let mut warnings = vec![
            Message::new("guide-before-secrets"),
            Message::new("guide-before-profiles"),
            Message::new("guide-before-list")
                .with("forms", self.program.forms())
                .with("other", other)
                .with("listed", listed),
            Message::new("guide-before-shown")
                .with("listed", listed)
                .with("other", other)
                .with("shown", listed.shown_name()),
            Message::new("guide-before-compare"),
            Message::new("guide-before-names"),
            Message::new("guide-before-mobile"),
        ];
        let asking = programs().iter().filter(|it| it.asks_on_host(Hardware::Trezor));
        let asking: Vec<_> = asking.map(|it| it.name.as_str()).collect();
        if !asking.is_empty() {
            warnings.push(Message::new("guide-before-left-out").with("programs", asking.join(", ")));
        }
        warnings
    }

    fn steps(&self) -> Vec<Message> {
        let first = AddressPath::from_tail("0'/0/0").expect("it is a tail");
        let cell = cell(self.program, first);
        let menu = cell.way().and_then(|way| way.menu()).unwrap_or_default();
        vec![
            Message::new("guide-step-profile"),
            Message::new("guide-step-connect"),
            Message::new("guide-step-path").with("menu", menu),
            Message::new("guide-step-compare"),
            Message::new("guide-step-name"),
            Message::new("guide-step-contacts"),
        ]
    }

    /// Which profiles there are to be, and how much of each wallet MetaMask lists.
    fn overview(&self, wallets: &[Wallet]) -> String {
        let mut rows = String::from("<tr class=\"names\">");
        for id in ["guide-column-wallet", "guide-column-profile", "guide-column-listed"] {
            rows += &format!("<td>{}</td>", self.paper.text(id));
        }
        rows += "</tr>\n";
        for wallet in wallets {
            let profile = wallet.profile(&self.paper.marks);
            let profile = profile.map_or_else(|| self.paper.text("guide-none"), |it| escaped(&it));
            let count = Message::new("guide-count")
                .with("listed", wallet.listed.len())
                .with("all", wallet.listed.len() + wallet.beyond.len());
            rows += &format!(
                "<tr><td>{}</td><td>{profile}</td><td>{}</td></tr>\n",
                escaped(&wallet.name()),
                self.paper.say(&count)
            );
        }
        self.paper.table("", &["", "", "place"], &self.paper.catalog.text("guide-overview"), &rows)
    }
}
