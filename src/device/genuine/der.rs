//! Bytes that are written as hex in files.

use std::fmt::{self, Display, Formatter};

use serde::{Deserialize, Serialize};

/// DER, in files as lower-case hex.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Der(Vec<u8>);

impl Der {
    /// Its bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for Der {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl Display for Der {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(&hex::encode(&self.0))
    }
}

impl TryFrom<String> for Der {
    type Error = hex::FromHexError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        hex::decode(text).map(Self)
    }
}

impl From<Der> for String {
    fn from(der: Der) -> Self {
        der.to_string()
    }
}

#[cfg(test)]
crate::text::form::written_as! { Der: DerText; }
