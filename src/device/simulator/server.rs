//! The simulated device on a UDP socket of this machine, in protocol v1, as the official emulator listens there
//! (trezor-firmware core/embed/io/usb/unix). The emulator's debug link, one port higher, is not offered.

use std::io;
use std::net::{SocketAddr, UdpSocket};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use trezor_client::protos::MessageType;
use trezor_client::transport::ProtoMessage;

use super::cable::Cable;
use super::panel::Panel;
use crate::device::trezor::Channel;
use crate::device::trezor::frame::{Assembly, CHUNK, Chunk, REST, split};
use crate::device::trezor::udp::{PING, PONG};
use crate::text::Problem;

/// How long a thread waits before it looks whether its work is over.
const TICK: Duration = Duration::from_millis(50);
/// No laptop sends it: whatever no device can take is handed on as this, and refused as unexpected.
const NOT_TAKEN: MessageType = MessageType::MessageType_Failure;

/// Why nothing can listen at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListenError {
    /// Not an address of this machine alone.
    NotLoopback(SocketAddr),
    /// Another program listens there.
    Taken(SocketAddr),
    /// Something else; why.
    Unusable(SocketAddr, String),
}

impl From<ListenError> for Problem {
    fn from(error: ListenError) -> Self {
        match error {
            ListenError::NotLoopback(address) => {
                Self::unusable("listen-not-loopback").with("address", address)
            }
            ListenError::Taken(address) => Self::unusable("listen-taken").with("address", address),
            ListenError::Unusable(address, reason) => {
                Self::unusable("listen-unusable").with("address", address).with("reason", reason)
            }
        }
    }
}

/// A socket of this machine, with nothing behind it yet.
pub struct Server(UdpSocket, SocketAddr);

impl Server {
    /// Takes an address; port 0 takes any that is free.
    ///
    /// # Errors
    /// It is not a loopback address, or cannot be had.
    pub fn bind(address: SocketAddr) -> Result<Self, ListenError> {
        if !address.ip().is_loopback() {
            return Err(ListenError::NotLoopback(address));
        }
        let bound = UdpSocket::bind(address).and_then(|socket| {
            socket.set_read_timeout(Some(TICK))?;
            let address = socket.local_addr()?;
            Ok(Self(socket, address))
        });
        bound.map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => ListenError::Taken(address),
            _ => ListenError::Unusable(address, error.to_string()),
        })
    }

    /// Puts a device behind the socket, on threads that end with what is returned.
    ///
    /// # Errors
    /// The socket cannot be shared between two threads.
    pub fn serve(self, panel: &Panel) -> io::Result<Served> {
        let Self(socket, address) = self;
        let line =
            Arc::new(Line { panel: panel.clone(), peer: Mutex::new(None), over: AtomicBool::new(false) });
        let answers = socket.try_clone()?;
        let (ear, mouth) = (line.clone(), line.clone());
        thread::spawn(move || ear.listen(&socket));
        thread::spawn(move || mouth.speak(&answers));
        Ok(Served { line, address })
    }
}

/// A device that can be reached; dropped, it no longer can.
pub struct Served {
    line: Arc<Line>,
    address: SocketAddr,
}

impl Served {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.line.over.store(true, Ordering::SeqCst);
    }
}

/// What both threads know.
struct Line {
    panel: Panel,
    /// Whoever spoke last gets the answers.
    peer: Mutex<Option<SocketAddr>>,
    over: AtomicBool,
}

impl Line {
    fn is_over(&self) -> bool {
        self.over.load(Ordering::SeqCst)
    }

    /// From the laptop to the device.
    fn listen(&self, socket: &UdpSocket) {
        let (mut half, mut plug) = (Half::default(), Plug::default());
        // One byte more than a chunk, so that a longer datagram is seen to be longer.
        let mut datagram = [0; CHUNK + 1];
        while !self.is_over() {
            let (length, from) = match socket.recv_from(&mut datagram) {
                Ok(received) => received,
                Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => {
                    continue;
                }
                // A client that went away may be reported here; the next one is served all the same.
                Err(_) => {
                    thread::sleep(TICK);
                    continue;
                }
            };
            let datagram = &datagram[..length];
            if !from.ip().is_loopback() || plug.cable(&self.panel).is_none() {
                continue;
            }
            if datagram == PING {
                self.answer(from);
                let _ = socket.send_to(PONG, from);
            } else if let Ok(chunk) = <&Chunk>::try_from(datagram) {
                self.answer(from);
                if let Some(message) = half.take(chunk, from) {
                    plug.send(&self.panel, message);
                }
            }
        }
    }

    fn answer(&self, peer: SocketAddr) {
        *self.peer.lock().unwrap_or_else(PoisonError::into_inner) = Some(peer);
    }

    /// From the device to whoever spoke last.
    fn speak(&self, socket: &UdpSocket) {
        let mut plug = Plug::default();
        while !self.is_over() {
            let Some(message) = plug.receive(&self.panel) else { continue };
            let peer = *self.peer.lock().unwrap_or_else(PoisonError::into_inner);
            let Some(peer) = peer else { continue };
            for chunk in split(&message) {
                // Nobody there any more: as with a cable that was pulled, the answer is lost.
                let _ = socket.send_to(&chunk, peer);
            }
        }
    }
}

/// A message that is not complete, and who sends it.
#[derive(Default)]
struct Half {
    assembly: Assembly,
    last: Option<(SocketAddr, Instant)>,
}

impl Half {
    /// Takes a chunk. What another client left half sent, or was not gone on with for too long, is given up first.
    fn take(&mut self, chunk: &Chunk, from: SocketAddr) -> Option<ProtoMessage> {
        if self.last.is_none_or(|(peer, at)| peer != from || at.elapsed() > REST) {
            self.assembly = Assembly::default();
        }
        self.last = Some((from, Instant::now()));
        let not_taken = |_| ProtoMessage::new(NOT_TAKEN, Vec::new());
        match self.assembly.take(chunk) {
            Ok(frame) => frame.map(|frame| frame.message().unwrap_or_else(not_taken)),
            Err(error) => Some(not_taken(error)),
        }
    }
}

/// A cable that is plugged in anew where the device restarted.
#[derive(Default)]
struct Plug(Option<Cable>);

impl Plug {
    /// None while the device has no power.
    fn cable(&mut self, panel: &Panel) -> Option<&mut Cable> {
        if self.0.as_ref().is_none_or(Cable::is_dead) {
            self.0 = panel.cable().ok();
        }
        self.0.as_mut()
    }

    fn send(&mut self, panel: &Panel, message: ProtoMessage) {
        if let Some(cable) = self.cable(panel) {
            // Lost only where the plug is pulled this very moment.
            let _ = cable.send(message);
        }
    }

    fn receive(&mut self, panel: &Panel) -> Option<ProtoMessage> {
        match self.cable(panel) {
            Some(cable) => cable.receive(TICK).ok().flatten(),
            None => {
                thread::sleep(TICK);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests;
