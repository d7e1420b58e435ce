//! A person at the terminal: reads the whole screen, and presses what it offers.

use super::terminal::{Picture, Terminal};

pub const ENTER: &str = "\r";
pub const ESCAPE: &str = "\x1b";
pub const RIGHT: &str = "\x1b[C";
pub const PAGE_DOWN: &str = "\x1b[6~";
pub const CONTROL_C: &str = "\x03";
pub const F1: &str = "\x1bOP";
pub const F4: &str = "\x1bOS";
pub const F5: &str = "\x1b[15~";
pub const F6: &str = "\x1b[17~";
pub const F8: &str = "\x1b[19~";

/// The words by which a person finds the way.
pub struct Words {
    pub lang: &'static str,
    /// A word of honour is asked for once more.
    sure: &'static str,
    /// Something is typed on the simulated device.
    typed: &'static str,
    fill: &'static str,
    /// The device waits for the person.
    pub give_up: &'static str,
    pub passphrase_typed: &'static str,
    pub same_digest: &'static str,
    /// The page goes on.
    more: &'static str,
    /// The last page.
    pub over: &'static str,
    pub stopped: &'static str,
    pub same_address: &'static str,
    pub entry_1: &'static str,
    pub entry_2: &'static str,
    pub ready: &'static str,
    pub compare: &'static str,
    pub complete: &'static str,
}

pub const ENGLISH: Words = Words {
    lang: "en",
    sure: "y, then Enter │",
    typed: "typed: ",
    fill: "F4 rehearsal text",
    give_up: "c cancel",
    passphrase_typed: "typed: 26 bytes",
    same_digest: "Does the second machine show exactly",
    more: "▼ more",
    over: "Press Enter to leave",
    stopped: "Stopped.",
    same_address: "Did the device show exactly this address",
    entry_1: "Open MasterAdminVault: entry 1 of 2",
    entry_2: "Open MasterAdminVault: entry 2 of 2",
    ready: "Ready?",
    compare: "Compare a digest",
    complete: "The ceremony is complete",
};

pub const JAPANESE: Words = Words {
    lang: "ja",
    sure: "y、続いて Enter │",
    typed: "入力: ",
    fill: "F4 リハーサル用",
    give_up: "c 取り消し",
    passphrase_typed: "入力: 26 バイト",
    same_digest: "別の機器のダイジェストは、これと正確に",
    more: "▼ 続き",
    over: "Enter を押すと終了します",
    stopped: "中断しました。",
    same_address: "デバイスは、このアドレスとこのパスを",
    entry_1: "MasterAdminVault を開く: 1 / 2 回目",
    entry_2: "MasterAdminVault を開く: 2 / 2 回目",
    ready: "準備はできましたか",
    compare: "ダイジェストの照合",
    complete: "セレモニーは完了しました",
};

/// A person who confirms everything, read to its end, and types what a rehearsal has ready.
pub struct Person<'w> {
    pub words: &'w Words,
    /// Pictures at which something was pressed, in order.
    pub seen: Vec<Picture>,
}

impl<'w> Person<'w> {
    pub fn new(words: &'w Words) -> Self {
        Self { words, seen: Vec::new() }
    }

    /// Does what the screen asks for until it shows what is wanted.
    pub fn walk(
        &mut self,
        terminal: &mut Terminal,
        what: &str,
        wanted: impl Fn(&Picture) -> bool,
    ) -> Picture {
        for _ in 0..300 {
            let over = |picture: &Picture| picture.shows(self.words.over);
            let picture = terminal
                .wait(what, |picture| wanted(picture) || self.next(picture).is_some() || over(picture));
            if wanted(&picture) {
                return picture;
            }
            assert!(!over(&picture), "{what} never came:\n{}", picture.text());
            self.act(terminal, &picture);
        }
        panic!("{what} does not come:\n{}", terminal.picture().text());
    }

    /// As [`Person::walk`], to a text.
    pub fn walk_to(&mut self, terminal: &mut Terminal, text: &str) -> Picture {
        self.walk(terminal, text, |picture| picture.shows(text))
    }

    /// Presses what the picture asks for, and waits until that shows.
    fn act(&mut self, terminal: &mut Terminal, picture: &Picture) {
        let Some(key) = self.next(picture) else { return };
        self.seen.push(picture.clone());
        let before = picture.text();
        terminal.keys(key);
        terminal.wait("an answer to a key", |now| now.number > picture.number && now.text() != before);
    }

    /// The key that a willing person presses now; none where there is nothing to do.
    fn next(&self, picture: &Picture) -> Option<&'static str> {
        let text = picture.text();
        let words = self.words;
        if text.contains(words.sure) {
            return Some(if text.contains("> y") { ENTER } else { "y" });
        }
        if text.contains("▸ ") {
            return Some(if text.contains(words.more) { PAGE_DOWN } else { ENTER });
        }
        if text.contains(words.fill) && text.contains(words.typed) {
            return Some(if self.typed(&text) == 0 { F4 } else { ENTER });
        }
        let waits = text.contains(words.give_up);
        match text {
            _ if !waits => None,
            text if text.contains("[F5]") => Some(F5),
            text if text.contains("[F6]") => Some(F6),
            _ => None,
        }
    }

    /// How many bytes stand on the device's keyboard.
    fn typed(&self, text: &str) -> usize {
        let after = text.split_once(self.words.typed).map_or("", |(_, after)| after);
        after.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0)
    }
}

/// Chooses the answer that is so many steps to the right, and confirms it where it is final.
pub fn choose(terminal: &mut Terminal, words: &Words, label: &str, is_final: bool) {
    for _ in 0..5 {
        let picture = terminal.wait("a choice", |picture| picture.shows("▸ "));
        if picture.shows(&format!("▸ {label}")) {
            terminal.keys(ENTER);
            if is_final {
                terminal.wait_for(words.sure);
                terminal.keys("y");
                terminal.wait_for("> y");
                terminal.keys(ENTER);
            }
            return;
        }
        let before = picture.text();
        terminal.keys(RIGHT);
        terminal.wait("the next choice", |now| now.text() != before);
    }
    panic!("{label} is not offered:\n{}", terminal.picture().text());
}
