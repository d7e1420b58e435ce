//! Messages in chunks of 64 bytes: codec v1 (trezor-firmware core/src/trezor/wire/codec/codec_v1.py).

use std::time::{Duration, Instant};

use protobuf::Enum;
use trezor_client::protos::MessageType;
use trezor_client::transport::ProtoMessage;
use trezor_client::transport::error::Error;

use super::channel::Channel;

/// How many bytes a chunk has.
pub const CHUNK: usize = 64;
/// What USB and UDP carry at a time.
pub type Chunk = [u8; CHUNK];

/// `?` opens every chunk, `##` after it the first of a message, followed by type and length.
const MARK: u8 = b'?';
const FIRST: [u8; 3] = *b"?##";
const HEADER: usize = 9;
/// Longer than any message between a laptop and its Trezor.
const LENGTH_MAX: usize = 64 * 1024;
/// How long a message may take once it has begun, all of its chunks together: a device that sends one now and then would
/// else hold us for an hour, out of reach of a cancel.
pub(in crate::device) const REST: Duration = Duration::from_secs(3);

/// A message put together from its chunks, its type perhaps unknown.
pub(in crate::device) struct Frame {
    number: u16,
    length: usize,
    payload: Vec<u8>,
}

impl Frame {
    fn begin(chunk: &Chunk) -> Result<Self, Error> {
        let number = u16::from_be_bytes([chunk[3], chunk[4]]);
        let length = u32::from_be_bytes([chunk[5], chunk[6], chunk[7], chunk[8]]) as usize;
        if length > LENGTH_MAX {
            return Err(Error::UnexpectedChunkSizeFromDevice(length));
        }
        Ok(Self { number, length, payload: chunk[HEADER..].to_vec() })
    }

    /// The message.
    ///
    /// # Errors
    /// [`Error::InvalidMessageType`].
    pub(in crate::device) fn message(self) -> Result<ProtoMessage, Error> {
        let kind = MessageType::from_i32(self.number.into());
        let kind = kind.ok_or_else(|| Error::InvalidMessageType(self.number.into()))?;
        Ok(ProtoMessage::new(kind, self.payload))
    }
}

/// A message being put together.
#[derive(Default)]
pub(in crate::device) struct Assembly(Option<Frame>);

impl Assembly {
    /// Whether a message has begun and is not complete.
    fn is_open(&self) -> bool {
        self.0.is_some()
    }

    /// Takes the next chunk; gives the message that it completes. The rest of a message whose beginning went elsewhere
    /// is passed over.
    ///
    /// # Errors
    /// A chunk that does not continue what was begun, or begins what is too long; the message is given up.
    pub(in crate::device) fn take(&mut self, chunk: &Chunk) -> Result<Option<Frame>, Error> {
        let mut frame = match self.0.take() {
            Some(mut frame) if chunk[0] == MARK => {
                frame.payload.extend_from_slice(&chunk[1..]);
                frame
            }
            Some(_) => return Err(Error::DeviceBadMagic),
            None if chunk.starts_with(&FIRST) => Frame::begin(chunk)?,
            None => return Ok(None),
        };
        if frame.payload.len() < frame.length {
            self.0 = Some(frame);
            return Ok(None);
        }
        frame.payload.truncate(frame.length);
        Ok(Some(frame))
    }
}

/// What carries chunks.
pub trait Chunks: Send + Sync {
    /// Sends one chunk.
    ///
    /// # Errors
    /// The connection is gone.
    fn write(&mut self, chunk: &Chunk) -> Result<(), Error>;

    /// The next chunk; `None` where none came in time.
    ///
    /// # Errors
    /// The connection is gone.
    fn read(&mut self, patience: Duration) -> Result<Option<Chunk>, Error>;
}

/// A channel over chunks.
pub struct Framed<C>(pub C);

impl<C: Chunks> Channel for Framed<C> {
    fn send(&mut self, message: ProtoMessage) -> Result<(), Error> {
        split(&message).iter().try_for_each(|chunk| self.0.write(chunk))
    }

    fn receive(&mut self, patience: Duration) -> Result<Option<ProtoMessage>, Error> {
        receive(&mut self.0, patience, REST)
    }
}

/// Waits for the beginning of a message, passing over what is left of another one, and then for its rest.
fn receive(
    chunks: &mut impl Chunks,
    patience: Duration,
    rest: Duration,
) -> Result<Option<ProtoMessage>, Error> {
    let mut assembly = Assembly::default();
    let (mut since, mut limit) = (Instant::now(), patience);
    loop {
        let Some(chunk) = chunks.read(limit.saturating_sub(since.elapsed()))? else {
            return if assembly.is_open() { Err(Error::DeviceReadTimeout) } else { Ok(None) };
        };
        let was_open = assembly.is_open();
        if let Some(frame) = assembly.take(&chunk)? {
            return frame.message().map(Some);
        }
        match (was_open, assembly.is_open()) {
            (false, true) => (since, limit) = (Instant::now(), rest),
            (_, open) if since.elapsed() >= limit => {
                return if open { Err(Error::DeviceReadTimeout) } else { Ok(None) };
            }
            _ => {}
        }
    }
}

/// Cuts a message into chunks, the last of them filled up with zeros.
pub fn split(message: &ProtoMessage) -> Vec<Chunk> {
    let payload = message.payload();
    let mut bytes = FIRST[1..].to_vec();
    // Types are 16 bits wide, and our questions far below 4 GiB.
    bytes.extend_from_slice(&(message.message_type() as u16).to_be_bytes());
    bytes.extend_from_slice(&(payload.len() as u32).to_be_bytes());
    bytes.extend_from_slice(payload);
    let chunk = |part: &[u8]| {
        let mut chunk = [0; CHUNK];
        chunk[0] = MARK;
        chunk[1..=part.len()].copy_from_slice(part);
        chunk
    };
    bytes.chunks(CHUNK - 1).map(chunk).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use proptest::prelude::*;

    use super::*;

    /// Chunks that come back as they were sent.
    #[derive(Default)]
    struct Echo(VecDeque<Chunk>);

    impl Chunks for Echo {
        fn write(&mut self, chunk: &Chunk) -> Result<(), Error> {
            self.0.push_back(*chunk);
            Ok(())
        }

        fn read(&mut self, _: Duration) -> Result<Option<Chunk>, Error> {
            Ok(self.0.pop_front())
        }
    }

    fn ping(payload: Vec<u8>) -> ProtoMessage {
        ProtoMessage::new(MessageType::MessageType_Ping, payload)
    }

    #[test]
    fn a_message_is_framed_as_the_firmware_documents_it() {
        let chunks = split(&ping(vec![0xaa; 60]));
        assert_eq!(chunks.len(), 2);
        assert_eq!(chunks[0][..10], [b'?', b'#', b'#', 0, 1, 0, 0, 0, 60, 0xaa]);
        assert_eq!(chunks[1][..7], [b'?', 0xaa, 0xaa, 0xaa, 0xaa, 0xaa, 0]);
    }

    #[test]
    fn what_is_no_message_is_refused_or_passed_over() {
        let receive = |chunks: &[Chunk]| Framed(Echo(chunks.iter().copied().collect())).receive(REST);
        let mut stray = [0; CHUNK];
        stray[0] = MARK;
        assert!(matches!(receive(&[stray]), Ok(None)));
        let mut huge = split(&ping(vec![]))[0];
        huge[5] = 0xff;
        assert!(matches!(receive(&[huge]), Err(Error::UnexpectedChunkSizeFromDevice(_))));
        let long = split(&ping(vec![0; 100]));
        assert!(matches!(receive(&long[..1]), Err(Error::DeviceReadTimeout)));
        assert!(matches!(receive(&[long[0], [0; CHUNK]]), Err(Error::DeviceBadMagic)));
        let mut unknown = split(&ping(vec![]))[0];
        unknown[3] = 0xff;
        assert!(matches!(receive(&[unknown]), Err(Error::InvalidMessageType(0xff01))));
    }

    /// The same chunk for ever, one every so often.
    struct Trickle(Chunk, Duration);

    impl Chunks for Trickle {
        fn write(&mut self, _: &Chunk) -> Result<(), Error> {
            Ok(())
        }

        fn read(&mut self, patience: Duration) -> Result<Option<Chunk>, Error> {
            std::thread::sleep(self.1.min(patience));
            Ok((self.1 <= patience).then_some(self.0))
        }
    }

    #[test]
    fn a_message_that_trickles_is_given_up_however_often_a_chunk_comes() {
        let (often, limit) = (Duration::from_millis(1), Duration::from_millis(40));
        let mut endless = split(&ping(vec![]))[0];
        endless[6] = 1;
        let begun = Instant::now();
        let given_up = receive(&mut Trickle(endless, often), limit, limit);
        assert!(matches!(given_up, Err(Error::DeviceReadTimeout)));
        assert!(begun.elapsed() >= limit);
        let mut stray = [0; CHUNK];
        stray[0] = MARK;
        assert!(matches!(receive(&mut Trickle(stray, often), limit, limit), Ok(None)));
    }

    #[test]
    fn a_message_behind_the_rest_of_another_is_received_at_once() {
        let mut chunks: VecDeque<Chunk> = split(&ping(vec![7; 200])).into();
        chunks.pop_front();
        chunks.extend(split(&ping(vec![8])));
        let received = Framed(Echo(chunks)).receive(REST).unwrap().unwrap();
        assert_eq!(received.payload(), [8]);
    }

    proptest! {
        #[test]
        fn no_bytes_on_the_line_do_harm(
            chunks in proptest::collection::vec(any::<[u8; CHUNK]>(), 0..12),
            kinds in proptest::collection::vec((0..4_u8, 0..200_u8), 12),
        ) {
            // Left to chance alone, hardly a chunk would begin a message.
            let shaped = chunks.into_iter().zip(kinds).map(|(mut chunk, (kind, length))| {
                match kind {
                    0 => chunk[..9].copy_from_slice(&[b'?', b'#', b'#', 0, 1, 0, 0, 0, length]),
                    1 => chunk[..3].copy_from_slice(&FIRST),
                    2 => chunk[0] = MARK,
                    _ => {}
                }
                chunk
            });
            let mut channel = Framed(Echo(shaped.collect()));
            while !channel.0.0.is_empty() {
                if let Ok(Some(message)) = channel.receive(REST) {
                    prop_assert!(message.payload().len() <= LENGTH_MAX);
                }
            }
        }

        #[test]
        fn what_was_sent_is_received(payload in proptest::collection::vec(any::<u8>(), 0..500)) {
            let mut channel = Framed(Echo::default());
            channel.send(ping(payload.clone())).unwrap();
            let received = channel.receive(REST).unwrap().unwrap();
            prop_assert_eq!(received.message_type(), MessageType::MessageType_Ping);
            prop_assert_eq!(received.into_payload(), payload);
            prop_assert!(channel.receive(REST).unwrap().is_none());
        }
    }
}
