//! A Trezor on USB. Read by a thread of its own without a time limit: libusb may drop what arrives in the moment in which
//! a limited read ends.

use std::fmt::{self, Display};
use std::str::FromStr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use rusb::{Context, Device, DeviceHandle, UsbContext};
use trezor_client::transport::error::Error;

use super::channel::{Channel, Port};
use super::frame::{CHUNK, Chunk, Chunks, Framed};
use crate::device::DeviceError;

/// Vendor and product ids (trezor-firmware common/udev/51-trezor.rules): the first model, all others, and their
/// bootloaders.
const IDS: [(u16, u16); 3] = [(0x534c, 0x0001), (0x1209, 0x53c1), (0x1209, 0x53c0)];
const VENDOR_SPECIFIC: u8 = 0xff;
const INTERFACE: u8 = 0;
const ENDPOINT_OUT: u8 = 0x01;
const ENDPOINT_IN: u8 = 0x81;
const WRITE: Duration = Duration::from_secs(1);
/// Only so that a reader whose connection is gone ends at last.
const READ: Duration = Duration::from_secs(600);

/// Where a device is on USB: until it is plugged in anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UsbPlace {
    /// The number of the bus.
    pub bus: u8,
    /// The device's address on it.
    pub address: u8,
}

impl UsbPlace {
    fn of(device: &Device<Context>) -> Self {
        Self { bus: device.bus_number(), address: device.address() }
    }
}

impl Display for UsbPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "usb:{}:{}", self.bus, self.address)
    }
}

impl FromStr for UsbPlace {
    type Err = ();

    /// Reads `usb:BUS:ADDRESS`, in decimal digits.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (bus, address) = text.strip_prefix("usb:").and_then(|rest| rest.split_once(':')).ok_or(())?;
        let place = Self { bus: bus.parse().map_err(drop)?, address: address.parse().map_err(drop)? };
        // One form only: no sign, no leading zero.
        if place.to_string() == text { Ok(place) } else { Err(()) }
    }
}

/// Where every Trezor on USB is, those that this account may not open among them.
///
/// # Errors
/// [`DeviceError::Lost`] where USB itself cannot be asked.
pub fn usb_places() -> Result<Vec<UsbPlace>, DeviceError> {
    Ok(trezors()?.iter().map(UsbPlace::of).collect())
}

/// The Trezor at a place; without one, or where it has another address since a replug, the only one on USB.
pub(super) struct UsbPort(pub(super) Option<UsbPlace>);

struct Interface {
    handle: Arc<DeviceHandle<Context>>,
    chunks: Mutex<Receiver<Result<Chunk, rusb::Error>>>,
    closed: Arc<AtomicBool>,
}

impl Port for UsbPort {
    fn connect(&mut self) -> Result<Box<dyn Channel>, DeviceError> {
        let trezors = trezors()?;
        let places: Vec<_> = trezors.iter().map(UsbPlace::of).collect();
        let handle = trezors[chosen(&places, self.0)?].open().map_err(unopened)?;
        handle.claim_interface(INTERFACE).map_err(unopened)?;
        Ok(Box::new(Framed(Interface::new(handle))))
    }
}

/// Which of the devices at these places is meant, by its position.
fn chosen(places: &[UsbPlace], wanted: Option<UsbPlace>) -> Result<usize, DeviceError> {
    let named = places.iter().position(|place| Some(*place) == wanted);
    match (named, places) {
        (Some(at), _) => Ok(at),
        (None, []) => Err(DeviceError::NoDevice),
        (None, [_]) => Ok(0),
        (None, several) => Err(DeviceError::SeveralDevices(several.to_vec())),
    }
}

fn trezors() -> Result<Vec<Device<Context>>, DeviceError> {
    // rusb's global context panics where there is no USB at all; this one fails.
    let devices = Context::new().and_then(|context| context.devices()).map_err(unopened)?;
    Ok(devices.iter().filter(is_trezor).collect())
}

fn unopened(error: rusb::Error) -> DeviceError {
    match error {
        rusb::Error::Access => DeviceError::NoAccess,
        error => DeviceError::Lost(error.to_string()),
    }
}

fn is_trezor(device: &Device<Context>) -> bool {
    let known = device.device_descriptor().is_ok_and(|d| IDS.contains(&(d.vendor_id(), d.product_id())));
    let speaks = || {
        let config = device.config_descriptor(0).ok()?;
        let interface = config.interfaces().find(|interface| interface.number() == INTERFACE)?;
        interface.descriptors().next().map(|descriptor| descriptor.class_code() == VENDOR_SPECIFIC)
    };
    known && speaks() == Some(true)
}

impl Interface {
    fn new(handle: DeviceHandle<Context>) -> Self {
        let handle = Arc::new(handle);
        let closed = Arc::new(AtomicBool::new(false));
        let (sender, chunks) = mpsc::channel();
        let reader = (handle.clone(), closed.clone());
        thread::spawn(move || read(&reader.0, &reader.1, &sender));
        Self { handle, chunks: Mutex::new(chunks), closed }
    }
}

/// Reads until the connection is closed or gone.
fn read(handle: &DeviceHandle<Context>, closed: &AtomicBool, sender: &Sender<Result<Chunk, rusb::Error>>) {
    while !closed.load(Ordering::SeqCst) {
        let mut chunk = [0; CHUNK];
        let read = match handle.read_interrupt(ENDPOINT_IN, &mut chunk, READ) {
            Ok(CHUNK) => Ok(chunk),
            Err(rusb::Error::Timeout) => continue,
            Ok(_) => Err(rusb::Error::Io),
            Err(error) => Err(error),
        };
        let ends = read.is_err();
        if sender.send(read).is_err() || ends {
            return;
        }
    }
}

impl Chunks for Interface {
    fn write(&mut self, chunk: &Chunk) -> Result<(), Error> {
        match self.handle.write_interrupt(ENDPOINT_OUT, chunk, WRITE)? {
            CHUNK => Ok(()),
            length => Err(Error::UnexpectedChunkSizeFromDevice(length)),
        }
    }

    fn read(&mut self, patience: Duration) -> Result<Option<Chunk>, Error> {
        let chunks = self.chunks.get_mut().unwrap_or_else(PoisonError::into_inner);
        match chunks.recv_timeout(patience) {
            Ok(read) => Ok(Some(read?)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err(Error::DeviceDisconnected),
        }
    }
}

impl Drop for Interface {
    fn drop(&mut self) {
        self.closed.store(true, Ordering::SeqCst);
        // Also ends the pending read, so that the device can be opened again at once; unplugged, it has nothing to release.
        let _ = self.handle.release_interface(INTERFACE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_one_writing() {
        let place = UsbPlace { bus: 3, address: 17 };
        assert_eq!("usb:3:17".parse(), Ok(place));
        assert_eq!(place.to_string(), "usb:3:17");
        for text in
            ["usb", "usb:", "usb:3", "usb:03:17", "usb:+3:17", "usb:3:256", "usb:3:17:1", "3:17", "USB:3:17"]
        {
            assert_eq!(text.parse::<UsbPlace>(), Err(()), "{text}");
        }
    }

    #[test]
    fn of_several_the_named_one_is_meant_and_a_replugged_one_where_it_is_alone() {
        let at = |address| UsbPlace { bus: 1, address };
        let both = vec![at(4), at(5)];
        assert_eq!(chosen(&both, Some(at(5))), Ok(1));
        for wanted in [None, Some(at(9))] {
            assert_eq!(chosen(&[], wanted), Err(DeviceError::NoDevice));
            assert_eq!(chosen(&[at(6)], wanted), Ok(0));
            assert_eq!(chosen(&both, wanted), Err(DeviceError::SeveralDevices(both.clone())));
        }
    }
}
