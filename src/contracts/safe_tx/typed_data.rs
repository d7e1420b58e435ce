//! A SafeTx as EIP-712 typed data in JSON, for programs that hand it to a device: `trezorctl ethereum sign-typed-data`.

use serde_json::{Value, json};

use super::SafeTx;

/// The members of a SafeTx with their types, in the order of Safe.sol: also the order in which a device shows them.
pub const FIELDS: [(&str, &str); 10] = [
    ("to", "address"),
    ("value", "uint256"),
    ("data", "bytes"),
    ("operation", "uint8"),
    ("safeTxGas", "uint256"),
    ("baseGas", "uint256"),
    ("gasPrice", "uint256"),
    ("gasToken", "address"),
    ("refundReceiver", "address"),
    ("nonce", "uint256"),
];

/// The members of a Safe's domain (1.3.0 and later), in their order: another order would be another hash.
pub const DOMAIN: [(&str, &str); 2] = [("chainId", "uint256"), ("verifyingContract", "address")];

impl SafeTx {
    /// The members' values as texts, as [`FIELDS`] names them: numbers in decimal, bytes in hex.
    pub fn values(&self) -> [String; 10] {
        [
            self.to.to_string(),
            self.value.to_string(),
            self.data.to_string(),
            (self.operation as u8).to_string(),
            self.safe_tx_gas.to_string(),
            self.base_gas.to_string(),
            self.gas_price.to_string(),
            self.gas_token.to_string(),
            self.refund_receiver.to_string(),
            self.nonce.to_string(),
        ]
    }

    /// What a Trezor shows when it signs this as typed data, in its order: the title of each screen, and what stands on it
    /// (trezor-firmware core/src/apps/ethereum/sign_typed_data.py, layout.py). Bytes stand there without `0x`. The first
    /// names the signer, whom this cannot know.
    pub fn screens(&self) -> Vec<(&'static str, Vec<String>)> {
        let line = |(name, kind): (&str, &str), value: &str| format!("{name} ({kind}): {value}");
        let domain = [self.chain_id.to_string(), self.safe.to_string()];
        let names = FIELDS.map(|(name, _)| name).join(", ");
        let mut screens = vec![
            ("Signing address", Vec::new()),
            (
                "EIP712Domain",
                DOMAIN.into_iter().zip(&domain).map(|(field, value)| line(field, value)).collect(),
            ),
            ("Confirm message", vec!["SafeTx".to_owned(), format!("Contains {} keys", FIELDS.len()), names]),
        ];
        for (field, value) in FIELDS.into_iter().zip(self.values()) {
            let shown = if field.0 == "data" { &value[2..] } else { &value };
            screens.push(("SafeTx", vec![line(field, shown)]));
        }
        screens.push(("Confirm message hash", vec![self.message_hash().to_string()]));
        screens.push(("Confirm typed data", vec!["Really sign EIP-712 typed data?".to_owned()]));
        screens
    }

    /// The typed data. Every number is decimal digits in a text, as JSON's own numbers end at 2^53.
    pub fn typed_data(&self) -> Value {
        let message: Value =
            FIELDS.iter().zip(self.values()).map(|((name, _), value)| (*name, value)).collect();
        json!({
            "types": { "EIP712Domain": members(&DOMAIN), "SafeTx": members(&FIELDS) },
            "primaryType": "SafeTx",
            "domain": { "chainId": self.chain_id.to_string(), "verifyingContract": self.safe },
            "message": message,
        })
    }
}

fn members(fields: &[(&str, &str)]) -> Value {
    fields.iter().map(|(name, kind)| json!({ "name": name, "type": kind })).collect()
}

#[cfg(test)]
mod tests {
    use alloy::primitives::U256;
    use alloy::sol_types::SolStruct;
    use serde_json::Value;

    use super::super::super::{Transaction, abi};
    use super::super::Operation;
    use super::*;
    use crate::keys::Address;

    fn vectors() -> Value {
        serde_json::from_str(include_str!("../../../tests/vectors/trezor-typed-data.json")).unwrap()
    }

    fn address(digits: &Value) -> Address {
        let bytes: [u8; 20] = hex::decode(digits.as_str().unwrap()).unwrap().try_into().unwrap();
        Address::from_bytes(bytes)
    }

    fn recorded(it: &Value) -> SafeTx {
        let number = |name: &str| it[name].as_str().unwrap().parse::<U256>().unwrap();
        let call = Transaction {
            to: Address::from_bytes([0x11; 20]),
            value: number("value"),
            data: hex::decode(it["data"].as_str().unwrap()).unwrap().into(),
        };
        SafeTx {
            operation: if it["operation"] == 1 { Operation::DelegateCall } else { Operation::Call },
            gas_price: number("gas_price"),
            gas_token: address(&it["gas_token"]),
            ..SafeTx::call(number("chain_id").to(), address(&it["safe"]), call, number("nonce"))
        }
    }

    /// Lines are broken anywhere on a display.
    fn unbroken(lines: &str) -> String {
        lines.split_whitespace().collect()
    }

    #[test]
    fn screens_are_those_that_the_emulator_showed() {
        let vectors = vectors();
        let transactions = vectors["transactions"].as_array().unwrap();
        assert_eq!(transactions.len(), 3);
        for (i, it) in transactions.iter().enumerate() {
            let shown = vectors["models"]["T2T1"][i].as_array().unwrap();
            let screens = recorded(it).screens();
            assert_eq!(screens.len(), shown.len());
            for ((title, lines), shown) in screens.iter().zip(shown).skip(1) {
                let pages = shown["pages"].as_array().unwrap().iter();
                let pages: String = pages.map(|page| unbroken(page.as_str().unwrap())).collect();
                let ours = unbroken(&lines.concat());
                assert_eq!(*title, shown["title"].as_str().unwrap());
                match *title {
                    // Only its first page was read.
                    "Confirm message" => assert!(ours.starts_with(&pages), "{ours} {pages}"),
                    _ => assert_eq!(ours, pages),
                }
            }
        }
    }

    #[test]
    fn typed_data_names_the_types_that_are_hashed() {
        let tx = recorded(&vectors()["transactions"][1]);
        let document = tx.typed_data();
        let declared = document["types"]["SafeTx"].as_array().unwrap().iter();
        let declared: Vec<_> = declared
            .map(|it| format!("{} {}", it["type"].as_str().unwrap(), it["name"].as_str().unwrap()))
            .collect();
        let hashed = abi::SafeTx::eip712_encode_type();
        assert_eq!(format!("SafeTx({})", declared.join(",")), hashed);
    }
}
