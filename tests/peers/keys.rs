//! Derivation, addresses, signatures and their signers, as other people's programs have them.

use gishiki::keys::{AccountPath, Address, AddressPath, Root, Secret, Seed, SeedForm, Signature};
use serde::Deserialize;

use super::{Tally, cases};

#[derive(Deserialize)]
struct Cases {
    wallets: Vec<Wallet>,
    addresses: Vec<Written>,
    messages: Vec<Signed>,
}

#[derive(Deserialize)]
struct Wallet {
    words: String,
    passphrase: String,
    identity: String,
    nodes: Vec<Node>,
    account: u32,
    xpub: String,
    addresses: Vec<AccountAddress>,
}

#[derive(Deserialize)]
struct Node {
    path: Vec<u32>,
    xpub: String,
    address: String,
}

#[derive(Deserialize)]
struct AccountAddress {
    path: String,
    address: String,
}

/// 20 bytes and their EIP-55 form.
#[derive(Deserialize)]
struct Written {
    bytes: String,
    written: String,
}

/// Signed with the key at m/44'/60'/0'/0/0 of the words.
#[derive(Deserialize)]
struct Signed {
    words: String,
    message: String,
    hash: String,
    signature: String,
    signer: String,
}

#[test]
#[ignore = "tests/peers/run calls it with the cases of other people's programs"]
fn keys_are_those_of_other_people_s_programs() {
    let cases: Cases = cases("keys.json");
    let mut tally = Tally::new("keys");
    cases.wallets.iter().for_each(|wallet| derived(&mut tally, wallet));
    cases.addresses.iter().for_each(|address| written(&mut tally, address));
    cases.messages.iter().for_each(|message| signed(&mut tally, message));
    tally.finish("mnemonic, slip10, eth-account");
}

fn opened(words: &str, passphrase: &str) -> Root {
    let seed = Seed::parse(SeedForm::Bip39, &Secret::new(words.to_owned())).unwrap();
    seed.open(&Secret::new(passphrase.to_owned())).unwrap()
}

fn derived(tally: &mut Tally, case: &Wallet) {
    let root = opened(&case.words, &case.passphrase);
    let about = |what: &str| format!("{}, passphrase {:?}: {what}", case.words, case.passphrase);
    tally.same(&about("identity"), &case.identity, &hex::encode(root.identity().unwrap().as_bytes()));
    for node in &case.nodes {
        let what = about(&format!("{:?}", node.path));
        tally.same(&what, &node.xpub, &root.node(&node.path).unwrap().xpub);
        tally.same(&what, &node.address, &root.address(&node.path).unwrap().to_string());
    }
    let path: AccountPath = format!("m/44'/60'/{}'", case.account).parse().unwrap();
    let xpub = root.account_xpub(path).unwrap();
    tally.same(&about("account xpub"), &case.xpub, &xpub.to_string());
    for below in &case.addresses {
        let path: AddressPath = below.path.parse().unwrap();
        let address = xpub.address_at(path).unwrap().to_string();
        tally.same(&about(&format!("{} from the xpub", below.path)), &below.address, &address);
    }
}

fn written(tally: &mut Tally, case: &Written) {
    let bytes: [u8; 20] = hex::decode(&case.bytes).unwrap().try_into().unwrap();
    let address = Address::from_bytes(bytes);
    tally.same("EIP-55", &case.written, &address.to_string());
    tally.same("EIP-55, read", &Ok(address), &case.written.parse());
}

fn signed(tally: &mut Tally, case: &Signed) {
    let message = hex::decode(&case.message).unwrap();
    let about = format!("message {}", case.message);
    tally.same(&about, &case.hash, &hex::encode(alloy::primitives::eip191_hash_message(&message)));
    let signature: Signature = case.signature.parse().unwrap();
    tally.same(
        &about,
        &Ok(case.signer.clone()),
        &signature.signer(&message).map(|signer| signer.to_string()),
    );
    let path: AddressPath = "m/44'/60'/0'/0/0".parse().unwrap();
    let ours = opened(&case.words, "").sign(&path.indices(), &message).unwrap();
    tally.same(&about, &case.signature, &ours.to_string());
}
