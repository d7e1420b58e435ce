//! What a phone would read, for tests: codes found in a picture by a decoder that shares no code with the encoder.

/// Pixels along a module, so that the decoder has something to find.
const SCALE: usize = 4;

/// The bytes of every code in a square of so many modules.
pub fn read(modules: usize, is_dark: impl Fn(usize, usize) -> bool) -> Vec<Vec<u8>> {
    let side = modules * SCALE;
    scan(side, side, |x, y| if is_dark(x / SCALE, y / SCALE) { 0 } else { 255 })
}

/// The bytes of every code in a picture of so many pixels, by their grey.
pub fn scan(width: usize, height: usize, grey: impl Fn(usize, usize) -> u8) -> Vec<Vec<u8>> {
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    let grids = picture.detect_grids();
    let decoded = grids.iter().map(|grid| {
        let mut bytes = Vec::new();
        grid.decode_to(&mut bytes).map(|_| bytes)
    });
    decoded.collect::<Result<_, _>>().expect("every code that is found is read")
}
