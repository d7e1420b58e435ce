//! A code as a picture: PNG of one bit a pixel, and SVG.

use std::fmt::Write;

use png::{BitDepth, ColorType, Compression, Encoder};

use super::Code;
use crate::text::Problem;

/// Pixels along a module of a PNG: enough for any camera, and for printing at the size of a hand.
const SCALE: usize = 8;

/// A PNG of the code with its quiet zone, black on white, eight pixels a module. The same code has the same bytes.
///
/// # Errors
/// `code-picture`: the picture cannot be written, which memory never gives a reason for.
pub fn png(code: &Code) -> Result<Vec<u8>, Problem> {
    let side = code.whole() * SCALE;
    let mut bytes = Vec::new();
    let broken = |error: png::EncodingError| Problem::unusable("code-picture").with("reason", error);
    // At most 185 modules of eight pixels.
    let mut encoder = Encoder::new(&mut bytes, side as u32, side as u32);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::One);
    encoder.set_compression(Compression::High);
    let mut writer = encoder.write_header().map_err(broken)?;
    writer.write_image_data(&pixels(code)).map_err(broken)?;
    writer.finish().map_err(broken)?;
    Ok(bytes)
}

/// A bit a pixel, 1 for white; a module is exactly a byte wide.
fn pixels(code: &Code) -> Vec<u8> {
    let row = |y: usize| (0..code.whole()).map(move |x| if code.is_dark(x, y) { 0 } else { 0xff });
    (0..code.whole()).flat_map(|y| row(y).collect::<Vec<u8>>().repeat(SCALE)).collect()
}

/// An SVG of the code with its quiet zone, black on white, one unit a module; `title` says what it is to whoever cannot see it.
pub fn svg(code: &Code, title: &str) -> String {
    let whole = code.whole();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {whole} {whole}\" width=\"{0}\" height=\"{0}\" \
         shape-rendering=\"crispEdges\"><title>{1}</title><rect width=\"{whole}\" height=\"{whole}\" fill=\"#fff\"/>\
         <path d=\"{2}\" fill=\"#000\"/></svg>\n",
        whole * SCALE,
        escaped(title),
        path_data(code),
    )
}

/// The dark modules as the data of an SVG path: a rectangle for each run in a row, in units of a module, the quiet zone counted.
fn path_data(code: &Code) -> String {
    let mut data = String::new();
    for y in 0..code.whole() {
        let mut x = 0;
        while x < code.whole() {
            let run = (x..code.whole()).take_while(|x| code.is_dark(*x, y)).count();
            if run > 0 {
                // Memory takes whatever is written to it.
                let _ = write!(data, "M{x} {y}h{run}v1h-{run}z");
            }
            x += run.max(1);
        }
    }
    data
}

/// Text within SVG or HTML, also within quotation marks.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::Level;
    use crate::codes::scanner::{read, scan};

    const TEXT: &str = "0x73d0385F4d8E00C5e6504C6030F47BF6212736A8";

    #[test]
    fn a_png_is_read_back_from_its_bytes() {
        for version in [3, 7, 25, 40] {
            let code = Code::at(TEXT, version, Level::M).unwrap();
            let bytes = png(&code).unwrap();
            let mut decoder = png::Decoder::new(std::io::Cursor::new(&bytes));
            decoder.set_transformations(png::Transformations::EXPAND);
            let mut reader = decoder.read_info().unwrap();
            let mut grey = vec![0; reader.output_buffer_size().unwrap()];
            let info = reader.next_frame(&mut grey).unwrap();
            let (width, height) = (info.width as usize, info.height as usize);
            assert_eq!((width, height), (code.whole() * 8, code.whole() * 8));
            assert_eq!(scan(width, height, |x, y| grey[y * width + x]), [TEXT.as_bytes()]);
        }
    }

    /// What a path of [`path_data`] paints.
    fn painted(data: &str, whole: usize) -> Vec<Vec<bool>> {
        let mut dark = vec![vec![false; whole]; whole];
        for run in data.split_terminator('z') {
            let (start, shape) = run.strip_prefix('M').unwrap().split_once('h').unwrap();
            let (x, y) = start.split_once(' ').unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            let (wide, back) = shape.split_once("v1h-").unwrap();
            assert_eq!(wide, back);
            dark[y][x..x + wide.parse::<usize>().unwrap()].fill(true);
        }
        dark
    }

    #[test]
    fn an_svg_is_read_back_from_what_its_path_paints() {
        for version in [3, 7, 25, 40] {
            let code = Code::at(TEXT, version, Level::M).unwrap();
            let svg = svg(&code, "a < b");
            let data = svg.split("<path d=\"").nth(1).unwrap().split('"').next().unwrap();
            let dark = painted(data, code.whole());
            assert_eq!(read(code.whole(), |x, y| dark[y][x]), [TEXT.as_bytes()]);
            assert!(svg.contains("<title>a &lt; b</title>"));
        }
    }
}
