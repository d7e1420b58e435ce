//! Ethereum's messages (trezor-firmware core/src/apps/ethereum, core/src/apps/bitcoin/get_public_key.py).

use trezor_client::protos::button_request::ButtonRequestType;
use trezor_client::protos::failure::FailureType;
use trezor_client::protos::{
    EthereumAddress, EthereumGetAddress, EthereumGetPublicKey, EthereumMessageSignature, EthereumPublicKey,
    EthereumSignMessage, EthereumVerifyMessage, SafetyCheckLevel, Success,
};

use super::bus::Input;
use super::config::DOTS;
use super::core::Core;
use super::halt::Halt;
use super::node;
use super::screen::{Button, Kind, Screen};
use crate::keys::{Address, HARDENED, RootError, Signature, trezor_paths as paths};

/// Up to here a message must be paged through; beyond, it may be confirmed unread.
const LONG_MESSAGE_PAGES: usize = 5;
/// What the firmware calls the screen of an address that was asked for.
pub(super) const SHOW_ADDRESS: &str = "show_address";
const CONFIRM: Kind = Kind::Confirm { hold: false };
const OTHER: ButtonRequestType = ButtonRequestType::ButtonRequest_Other;

impl Core {
    /// Any path, without a screen unless one is asked for.
    pub(super) fn ethereum_public_key(
        &mut self,
        question: &EthereumGetPublicKey,
    ) -> Result<EthereumPublicKey, Halt> {
        if question.address_n.first() == Some(&paths::SLIP25_PURPOSE) {
            return Err(Halt::data_error("Forbidden key path"));
        }
        let answer = node::public_key(self.root()?.node(&question.address_n)?);
        if question.show_display() {
            let key = hex::encode(answer.node.public_key());
            let screen = Screen::new(CONFIRM, "show_pubkey", "Public key", Vec::new())
                .paged(&key, self.config.model.paper())
                .with_details(vec![("Derivation path", paths::written(&question.address_n))])
                .asking(self.config.model);
            self.confirm(ButtonRequestType::ButtonRequest_PublicKey, screen)?;
        }
        Ok(answer)
    }

    pub(super) fn ethereum_address(
        &mut self,
        question: &EthereumGetAddress,
    ) -> Result<EthereumAddress, Halt> {
        let path = &question.address_n;
        let root = self.root()?;
        self.check_path(path)?;
        let address = root.address(path)?;
        // Every accepted path has a coin type.
        let coin = path.get(1).map_or(0, |coin| coin & !HARDENED);
        let mac = root.address_mac(path, coin, address);
        if question.show_display() {
            let mut details = vec![("Derivation path", paths::written(path))];
            details.extend(paths::account_name(path).map(|name| ("Account", name)));
            let screen = self
                .address_screen(SHOW_ADDRESS, "Receive address", &address, question.chunkify())
                .with_details(details)
                .asking(self.config.model);
            self.confirm_address(ButtonRequestType::ButtonRequest_Address, &screen)?;
        }
        Ok(EthereumAddress {
            address: Some(address.to_string()),
            mac: Some(mac.to_vec()),
            ..Default::default()
        })
    }

    pub(super) fn ethereum_sign_message(
        &mut self,
        question: &EthereumSignMessage,
    ) -> Result<EthereumMessageSignature, Halt> {
        let path = &question.address_n;
        let root = self.root()?;
        self.check_path(path)?;
        let address = root.address(path)?;
        let details = vec![("Account", "ETH".to_owned()), ("Derivation path", paths::written(path))];
        // The firmware shows the signing address unchunked, whatever was asked for.
        self.confirm_message("sign_message", "Signing address", &address, question.message(), details)?;
        let signature = root.sign(path, question.message())?;
        Ok(EthereumMessageSignature {
            address: Some(address.to_string()),
            signature: Some(signature.as_bytes().to_vec()),
            ..Default::default()
        })
    }

    /// Needs no seed: shows who signed what.
    pub(super) fn ethereum_verify_message(
        &mut self,
        question: &EthereumVerifyMessage,
    ) -> Result<Success, Halt> {
        let invalid = || Halt::data_error("Invalid signature");
        let signature = Signature::from_bytes(question.signature()).map_err(|_| invalid())?;
        let signer = signature.signer(question.message()).map_err(|_| invalid())?;
        if named(question.address())? != signer.as_bytes().as_slice() {
            return Err(invalid());
        }
        self.confirm_message("verify_message", "Verify address", &signer, question.message(), Vec::new())?;
        let valid = vec!["The signature is valid.".to_owned()];
        let screen = Screen::new(CONFIRM, "verify_message", "", valid);
        self.confirm(ButtonRequestType::ButtonRequest_Success, screen)?;
        Ok(Success { message: Some("Message verified".to_owned()), ..Default::default() })
    }

    pub(super) fn check_path(&mut self, path: &[u32]) -> Result<(), Halt> {
        if paths::is_usual(path) {
            return Ok(());
        }
        if self.config.safety_checks == SafetyCheckLevel::Strict {
            return Err(Halt::data_error("Forbidden key path"));
        }
        let lines = vec!["Wrong derivation path for selected account.".to_owned(), paths::written(path)];
        let screen = Screen::new(CONFIRM, "path_warning", "Important", lines);
        self.confirm(ButtonRequestType::ButtonRequest_UnknownDerivationPath, screen)
    }

    /// Address, then message, each on a screen of its own.
    fn confirm_message(
        &mut self,
        name: &'static str,
        title: &str,
        address: &Address,
        message: &[u8],
        mut details: Vec<(&'static str, String)>,
    ) -> Result<(), Halt> {
        let model = self.config.model;
        let paper = model.paper();
        let text = decoded(message);
        details.push(("Message size", format!("{} Bytes", text.chars().count())));
        let signer = self.address_screen(name, title, address, false).with_details(details);
        let hold = name == "sign_message";
        let shown = Screen::new(Kind::Confirm { hold }, name, "Confirm message", Vec::new())
            .paged(&text, paper)
            .asking(model);
        loop {
            self.confirm_address(OTHER, &signer)?;
            let confirmed = if shown.pages() <= LONG_MESSAGE_PAGES {
                self.is_confirmed(shown.clone())?
            } else {
                self.confirm_long(&shown, &text, hold && !model.facts().asks_apart)?
            };
            if confirmed {
                return Ok(());
            }
            if !model.leads_back() {
                return Err(Halt::cancelled("Cancelled"));
            }
        }
    }

    /// The address that signs typed data: in groups, and without its checksum.
    pub(super) fn signing_address_screen(&self, address: &Address) -> Screen {
        let digits: Vec<char> = format!("0x{}", hex::encode(address.as_bytes())).chars().collect();
        Screen::new(CONFIRM, "confirm_address", "Signing address", grouped(&digits))
    }

    /// An address in full lines, or four groups of four in a line, with the prefix in a group of its own.
    fn address_screen(&self, name: &'static str, title: &str, address: &Address, chunkify: bool) -> Screen {
        if !chunkify {
            let screen = Screen::new(CONFIRM, name, title, Vec::new());
            return screen.paged(&address.to_string(), self.config.model.paper());
        }
        let chars: Vec<char> = format!("  {address}").chars().collect();
        Screen::new(CONFIRM, name, title, grouped(&chars))
    }

    /// Shows an address. Where it was refused, some models ask whether it is another than it should be; if not, it is
    /// shown again. Of these the laptop is not told, but of the address that signs, which is asked for anew.
    fn confirm_address(&mut self, code: ButtonRequestType, screen: &Screen) -> Result<(), Halt> {
        let mut input = self.interact(code, screen.clone())?;
        while !matches!(input, Input::Pressed(Button::Confirm)) {
            let lines = vec!["Please contact Trezor support.".to_owned()];
            let mismatch = Screen::new(CONFIRM, "", "Address mismatch?", lines);
            if !self.config.model.asks_of_mismatch(screen.name)
                || matches!(self.interact_silently(mismatch)?, Input::Pressed(Button::Confirm))
            {
                return Err(Halt::cancelled("Cancelled"));
            }
            input = match screen.name {
                SHOW_ADDRESS => self.interact_silently(screen.clone())?,
                _ => self.interact(code, screen.clone())?,
            };
        }
        Ok(())
    }

    fn is_confirmed(&mut self, screen: Screen) -> Result<bool, Halt> {
        Ok(matches!(self.interact(OTHER, screen)?, Input::Pressed(Button::Confirm)))
    }

    /// The beginning, to be confirmed unread, on some models once more, or shown in full. Cancelling in full leads
    /// back to the beginning.
    fn confirm_long(&mut self, full: &Screen, text: &str, twice: bool) -> Result<bool, Halt> {
        let (above, paper) = self.config.model.beginning();
        let beginning = paper.pages(text).into_iter().next().unwrap_or_default().join("\n") + DOTS;
        let lines = above.into_iter().chain(beginning.split('\n')).map(str::to_owned).collect();
        let intro = Screen::new(Kind::Skippable, full.name, &full.title, lines).asking(self.config.model);
        let unread = vec!["Confirm without review".to_owned()];
        let unread = Screen::new(full.kind, full.name, &full.title, unread);
        loop {
            let confirmed = match self.interact(OTHER, intro.clone())? {
                Input::Pressed(Button::Confirm) => !twice || self.is_confirmed(unread.clone())?,
                Input::Pressed(Button::ShowAll) => self.is_confirmed(full.clone())?,
                Input::Pressed(_) | Input::Typed(_) => return Ok(false),
            };
            if confirmed {
                return Ok(true);
            }
        }
    }
}

impl From<RootError> for Halt {
    fn from(_: RootError) -> Self {
        Self::firmware_error()
    }
}

/// Four groups of four characters in a line.
fn grouped(chars: &[char]) -> Vec<String> {
    let groups: Vec<String> = chars.chunks(4).map(|group| group.iter().collect()).collect();
    groups.chunks(4).map(|line| line.join(" ")).collect()
}

/// The bytes of an address with or without its prefix, in any case (core/src/apps/ethereum/helpers.py).
fn named(address: &str) -> Result<Vec<u8>, Halt> {
    let wrong = |words: &str| Halt::Failure(FailureType::Failure_ProcessError, words.to_owned());
    let digits = match address.len() {
        0 | 40 => address,
        42 => address
            .strip_prefix("0x")
            .or_else(|| address.strip_prefix("0X"))
            .ok_or_else(|| wrong("Ethereum: invalid beginning of an address"))?,
        _ => return Err(wrong("Ethereum: Invalid address length")),
    };
    hex::decode(digits).map_err(|_| Halt::firmware_error())
}

/// Text where it is UTF-8, else its hex digits (core/src/apps/common/signverify.py).
fn decoded(message: &[u8]) -> String {
    std::str::from_utf8(message).map_or_else(|_| format!("hex({})", hex::encode(message)), str::to_owned)
}
