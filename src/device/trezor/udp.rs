//! The official emulator, or another simulator, over UDP on this machine.

use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
use std::time::Duration;

use trezor_client::transport::error::Error;

use super::channel::{Channel, Port};
use super::frame::{CHUNK, Chunk, Chunks, Framed};
use crate::device::DeviceError;

/// Asks whether an emulator listens, and says that it does (trezor-firmware core/embed/io/usb/unix/usb.c).
pub(in crate::device) const PING: &[u8] = b"PINGPING";
pub(in crate::device) const PONG: &[u8] = b"PONGPONG";
const PATIENCE: Duration = Duration::from_secs(2);

/// Where an emulator listens.
pub(super) struct UdpPort(SocketAddr);

struct Datagrams(UdpSocket);

impl UdpPort {
    /// # Errors
    /// [`DeviceError::Unsupported`] for another machine's address: nothing ever leaves this one.
    pub(super) fn new(address: SocketAddr) -> Result<Self, DeviceError> {
        if address.ip().is_loopback() {
            Ok(Self(address))
        } else {
            Err(DeviceError::Unsupported(format!("{address} is not on this machine")))
        }
    }

    fn open(&self) -> io::Result<UdpSocket> {
        let here: SocketAddr = match self.0 {
            SocketAddr::V4(_) => (Ipv4Addr::LOCALHOST, 0).into(),
            SocketAddr::V6(_) => (Ipv6Addr::LOCALHOST, 0).into(),
        };
        let socket = UdpSocket::bind(here)?;
        socket.connect(self.0)?;
        socket.set_read_timeout(Some(PATIENCE))?;
        socket.send(PING)?;
        let mut answer = [0; CHUNK];
        let length = socket.recv(&mut answer)?;
        if &answer[..length] == PONG { Ok(socket) } else { Err(io::ErrorKind::InvalidData.into()) }
    }
}

impl Port for UdpPort {
    fn connect(&mut self) -> Result<Box<dyn Channel>, DeviceError> {
        let socket = self.open().map_err(|_| DeviceError::NoDevice)?;
        Ok(Box::new(Framed(Datagrams(socket))))
    }
}

impl Chunks for Datagrams {
    fn write(&mut self, chunk: &Chunk) -> Result<(), Error> {
        self.0.send(chunk)?;
        Ok(())
    }

    fn read(&mut self, patience: Duration) -> Result<Option<Chunk>, Error> {
        self.0.set_read_timeout(Some(patience.max(Duration::from_millis(1))))?;
        let mut chunk = [0; CHUNK];
        match self.0.recv(&mut chunk) {
            Ok(CHUNK) => Ok(Some(chunk)),
            Ok(length) => Err(Error::UnexpectedChunkSizeFromDevice(length)),
            Err(e) if matches!(e.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => Ok(None),
            Err(e) => Err(e.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::device::simulator::{Hand, Server, SimulatorConfig, start};
    use crate::device::trezor::{Driver, Target};
    use crate::device::{CancelFlag, Device, Entry};
    use crate::keys::{AddressPath, Secret, Seed, SeedForm};

    #[test]
    fn a_ceremony_s_calls_go_over_udp() {
        let words = Secret::new(["all"; 12].join(" "));
        let seed = Seed::parse(SeedForm::Bip39, &words).ok();
        let panel = start(SimulatorConfig { seed, ..Default::default() });
        let served = Server::bind((Ipv4Addr::LOCALHOST, 0).into()).unwrap().serve(&panel).unwrap();
        let port = Target::Udp(served.address()).port().unwrap();
        let mut driver = Driver::new(port, CancelFlag::default());
        let mut hand = Hand::new(panel);
        driver.open(&Entry::Standard, &mut hand).unwrap();
        let path = AddressPath::from_tail("0'/0/0").unwrap();
        let address = driver.show_address(path, &mut hand).unwrap();
        assert_eq!(address.to_string(), "0x73d0385F4d8E00C5e6504C6030F47BF6212736A8");
        driver.sign(path, &"a".repeat(300), &mut hand).unwrap();
    }

    #[test]
    fn other_machines_are_never_asked_and_silence_is_no_device() {
        let far: SocketAddr = "192.0.2.1:21324".parse().unwrap();
        assert!(matches!(Target::Udp(far).port().err(), Some(DeviceError::Unsupported(_))));
        let unused = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap();
        let connected = Target::Udp(unused).port().unwrap().connect();
        assert_eq!(connected.err(), Some(DeviceError::NoDevice));
    }
}
