//! Codes as files: a picture, or a folder of numbered ones.

use std::path::Path;

use super::shape::Shape;
use super::{Output, save};
use crate::codes::{Code, Content, Kind, png, svg};
use crate::text::{Message, Problem};

/// A form of pictures.
#[derive(Clone, Copy)]
pub(super) struct Form {
    ending: &'static str,
    picture: fn(&Code, &str) -> Result<Vec<u8>, Problem>,
}

pub(super) const PNG: Form = Form { ending: "png", picture: |code, _| png(code) };
pub(super) const SVG: Form = Form { ending: "svg", picture: |code, title| Ok(svg(code, title).into_bytes()) };

/// Writes one code to a new file, frames to a new folder: as many as there are fragments, or as are asked for.
///
/// # Errors
/// The output is there already or cannot be written.
pub(super) fn save(
    output: &Output,
    place: &Path,
    shape: Shape,
    count: Option<u32>,
    form: Form,
    content: &Content,
) -> Result<(), Problem> {
    let title = match content.kind() {
        Kind::Address(address) => address.to_string(),
        _ => format!("SHA-256 {}", content.digest()),
    };
    let mut frames = match shape {
        Shape::Still(code) => return save::answer(output, Some(place), &(form.picture)(&code, &title)?),
        Shape::Moving(frames) => frames,
    };
    let all = count.map_or(frames.count(), |count| count as usize);
    let files = (0..all).map(|_| {
        let frame = frames.next_frame()?;
        let title = format!("{} {}", frames.name(), frame.number);
        let name = format!("frame-{:05}.{}", frame.number, form.ending);
        Ok((name, (form.picture)(&frame.code, &title)?))
    });
    save::new_folder(place, files)?;
    output.progress(&Message::new("qr-saved").with("folder", place.display()).count("frames", all));
    Ok(())
}
