//! The verifier against bundles made in this process: good ones, flipped ones, forged ones.

mod ages;
mod catalog;
mod changes;
mod drills;
mod earlier;
mod flips;
mod forger;
mod good;
mod history;
mod insiders;
mod kept;
mod lineage;
mod maker;
mod outsiders;
mod passages;
mod seeds;
mod spelling;
mod typed;
mod witnesses;
