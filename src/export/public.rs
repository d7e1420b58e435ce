//! The set that may be shared: what is public, and nothing else.

use std::borrow::Cow;

use crate::text::Problem;
use crate::verify::{Bundle, Evidence, verify};

/// A file's name in the public folder, and its bytes.
pub type PublicFile<'b> = (&'b str, Cow<'b, [u8]>);

/// The public files of a verified bundle by their names in its public folder, e.g. `manifest.json`, once it is certain that
/// they verify alone with the same evidence.
///
/// # Errors
/// They do not.
pub fn public<'b>(bundle: &'b Bundle, evidence: &Evidence) -> Result<Vec<PublicFile<'b>>, Problem> {
    let files: Vec<_> =
        bundle.names().filter_map(|name| Some((name.strip_prefix("public/")?, bundle.get(name)?))).collect();
    let named = files.iter().map(|(name, bytes)| (format!("public/{name}"), bytes.to_vec()));
    let report = verify(&Bundle::new(named.collect())?, evidence);
    if report.ok() {
        return Ok(files);
    }
    let problem = Problem::finding("bundle-unverified").with("checks", report.failed().join(", "));
    Err(problem.with("folder", "public"))
}
