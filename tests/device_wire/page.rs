use crate::{Row, fault::Fault};
pub fn holds(messages: usize, rows: &[Row]) {
    println!("{messages} messages");
    for (f, r) in Fault::all().iter().zip(rows) {
        println!("{} | {} | {} | {:?}", f.name(), r.positions, r.unnoticed, r.told);
    }
}
