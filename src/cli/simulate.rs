//! `simulate`: the simulated Trezor on its own, for other programs.

mod seed;

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::Args;
use clap::builder::PossibleValuesParser;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

use super::Output;
use crate::device::PASSPHRASE_MAX;
use crate::device::simulator::{Hand, Model, Server, SimulatorConfig, start};
use crate::host::entropy;
use crate::keys::Secret;
use crate::text::{Message, Problem};
use crate::ui::standalone;

/// The simulated Trezor on its own, for rehearsing other programs and for tests (this machine only)
#[derive(Args)]
pub struct Simulate {
    /// File of a test seed: first line "# test seed, never funded", second line its words
    #[arg(long, value_name = "FILE")]
    seed: PathBuf,
    /// Where it listens: an address of this machine; port 0 takes a free one
    #[arg(long, value_name = "HOST:PORT", default_value = "127.0.0.1:21324")]
    udp: String,
    /// Which model
    #[arg(long, default_value = Model::default().id(), value_parser = PossibleValuesParser::new(Model::ALL.map(Model::id)))]
    model: String,
    /// Press its buttons without a person; passphrases typed on it are empty
    #[arg(long)]
    auto: bool,
    /// Its PIN; without one it is never locked
    #[arg(long, value_name = "DIGITS")]
    pin: Option<String>,
    /// It takes passphrases on its own keyboard only, and asks for that of the wallet without one, too
    #[arg(long)]
    passphrase_on_device: bool,
}

impl Simulate {
    /// Runs the verb, until it is stopped.
    ///
    /// # Errors
    /// The seed's file, the address or the PIN cannot be used; `simulate-over` when it is stopped.
    pub fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        let unheard = || Problem::unusable("simulate-address").with("text", &self.udp);
        let address: SocketAddr = self.udp.parse().map_err(|_| unheard())?;
        let model = Model::ALL.into_iter().find(|model| model.id() == self.model).unwrap_or_default();
        let pin = self.pin.map(pin).transpose()?;
        let (seed, words) = seed::read(&self.seed)?;
        let entropy = entropy().map_err(unusable)?;
        let stopped = signals().map_err(unusable)?;
        let stops = || stopped.load(Ordering::SeqCst);
        let server = Server::bind(address)?;
        let passphrase_always_on_device = self.passphrase_on_device;
        let config = SimulatorConfig { pin: pin.clone(), model, entropy, ..Default::default() };
        let panel = start(SimulatorConfig {
            seed: Some(seed),
            backup: Some(words),
            passphrase_always_on_device,
            ..config
        });
        let served = server.serve(&panel).map_err(unusable)?;
        output.say(
            &Message::new("simulate-listens").with("model", model.name()).with("address", served.address()),
        );
        if self.auto {
            let hand = Hand::new(panel.clone());
            let hand = match pin {
                Some(pin) => hand.with_pin(pin),
                None => hand,
            };
            standalone::auto(output.catalog(), &panel, &hand, &mut |line| output.aside(line), &stops);
        } else {
            standalone::on_terminal(output.catalog(), &panel, &stops);
        }
        Err(Problem::stopped("simulate-over"))
    }
}

fn unusable(error: io::Error) -> Problem {
    Problem::unusable("simulate-unusable").with("reason", error)
}

/// What the simulated device's keyboard can type as a PIN.
fn pin(digits: String) -> Result<Secret, Problem> {
    let pin = Secret::new(digits);
    let text = pin.expose();
    if (1..=PASSPHRASE_MAX).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(pin)
    } else {
        Err(Problem::unusable("simulate-pin").with("most", PASSPHRASE_MAX))
    }
}

/// Raised by the signals that end the program.
fn signals() -> io::Result<Arc<AtomicBool>> {
    let stopped = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM, SIGHUP] {
        signal_hook::flag::register(signal, stopped.clone())?;
    }
    Ok(stopped)
}
