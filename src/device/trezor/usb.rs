//! A Trezor on USB. Read by a thread of its own without a time limit: libusb may drop what arrives in the moment in which
//! a limited read ends.

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

/// Whatever Trezor is on USB.
pub(super) struct UsbPort;

struct Interface {
    handle: Arc<DeviceHandle<Context>>,
    chunks: Mutex<Receiver<Result<Chunk, rusb::Error>>>,
    closed: Arc<AtomicBool>,
}

impl Port for UsbPort {
    fn connect(&mut self) -> Result<Box<dyn Channel>, DeviceError> {
        let lost = |error: rusb::Error| DeviceError::Lost(error.to_string());
        // rusb's global context panics where there is no USB at all; this one fails.
        let context = Context::new().map_err(lost)?;
        let devices = context.devices().map_err(lost)?;
        let mut trezors = devices.iter().filter(is_trezor);
        let device = trezors.next().ok_or(DeviceError::NoDevice)?;
        if trezors.next().is_some() {
            return Err(DeviceError::SeveralDevices);
        }
        let handle = device.open().map_err(lost)?;
        handle.claim_interface(INTERFACE).map_err(lost)?;
        Ok(Box::new(Framed(Interface::new(handle))))
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
