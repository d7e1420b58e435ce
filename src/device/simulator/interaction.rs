//! Screens that wait for a person (trezor-firmware core/src/trezor/ui/layouts/common.py, core/src/trezor/ui/__init__.py).

use protobuf::MessageFull;
use trezor_client::protos::button_request::ButtonRequestType;
use trezor_client::protos::{ButtonRequest, MessageType};
use trezor_client::transport::ProtoMessage;

use super::bus::Input;
use super::core::{Core, envelope};
use super::decode::decode;
use super::halt::Halt;
use super::screen::{Button, Screen};

enum Event {
    Message(ProtoMessage),
    Input(Input),
}

impl Core {
    /// Draws a screen, tells the laptop, and waits for the person. The answer counts only once the laptop has
    /// acknowledged; any other message ends the workflow.
    pub(super) fn interact(&mut self, code: ButtonRequestType, screen: Screen) -> Result<Input, Halt> {
        let request = ButtonRequest {
            code: Some(code.into()),
            pages: u32::try_from(screen.pages()).ok(),
            name: Some(screen.name.to_owned()),
            ..Default::default()
        };
        self.draw(screen);
        self.post(envelope(&request)?);
        self.answered(false)
    }

    /// Draws a screen of which the laptop is not told, and waits for the person.
    pub(super) fn interact_silently(&mut self, screen: Screen) -> Result<Input, Halt> {
        self.draw(screen);
        self.answered(true)
    }

    fn answered(&mut self, mut acknowledged: bool) -> Result<Input, Halt> {
        loop {
            let event = self.wait(|state| match state.to_device.pop_front() {
                Some(message) => Some(Event::Message(message)),
                None if acknowledged => state.input.take().map(Event::Input),
                None => None,
            })?;
            match event {
                Event::Input(input) => return Ok(input),
                Event::Message(message)
                    if !acknowledged && message.message_type() == MessageType::MessageType_ButtonAck =>
                {
                    acknowledged = true;
                }
                Event::Message(message) => return Err(Halt::Message(message)),
            }
        }
    }

    /// Draws a screen that is confirmed or cancelled.
    pub(super) fn confirm(&mut self, code: ButtonRequestType, screen: Screen) -> Result<(), Halt> {
        match self.interact(code, screen)? {
            Input::Pressed(Button::Confirm) => Ok(()),
            _ => Err(Halt::cancelled("Cancelled")),
        }
    }

    /// Sends a request and reads the one answer that fits; any other message ends the workflow.
    pub(super) fn call<A: MessageFull>(
        &mut self,
        request: ProtoMessage,
        answer: MessageType,
    ) -> Result<A, Halt> {
        self.post(request);
        let message = self.next_message()?;
        if message.message_type() != answer {
            return Err(Halt::Message(message));
        }
        decode(message.payload())
    }
}
