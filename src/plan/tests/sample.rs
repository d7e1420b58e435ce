//! Random plans without a finding, as blocks of text whose order is free.

use proptest::prelude::*;

use crate::keys::{Address, Digest};

/// How large a random plan is.
#[derive(Clone, Debug)]
pub struct Sample {
    pub custodians: usize,
    pub wallets: usize,
    pub roles: u32,
    pub clusters: u32,
    pub operators: u32,
    pub first_account: u32,
    pub first_index: u32,
    pub externals: usize,
    pub threshold: usize,
    pub shares: Vec<u64>,
    pub chain: u64,
    pub sequence: u64,
}

/// Every size that makes sense.
pub fn samples() -> impl Strategy<Value = Sample> {
    let people = (1..=4_usize, 1..=3_usize, 1..=4_u32, 0..=3_usize, 1..=4_usize);
    let range = (1..=5_u32, 1..=4_u32, 0..=95_u32, 0..=999_990_u32);
    let rest = (
        prop::collection::vec(1..=1_000_000_u64, 2..6),
        prop::sample::select(vec![1_u64, 10, 100, 8453, 42_161, 560_048, 11_155_111]),
        1..=9_u64,
    );
    (people, range, rest).prop_map(|(people, range, (shares, chain, sequence))| {
        let (custodians, wallets, roles, externals, threshold) = people;
        let (clusters, operators, first_account, first_index) = range;
        Sample {
            custodians,
            wallets,
            roles,
            clusters,
            operators,
            first_account: first_account.min(101 - clusters),
            first_index,
            externals,
            threshold: threshold.min(custodians),
            shares,
            chain,
            sequence,
        }
    })
}

impl Sample {
    /// The tables, each a block of lines. The first is the top of the file and must stay there.
    pub fn blocks(&self) -> Vec<String> {
        let previous =
            if self.sequence == 1 { "none".to_owned() } else { Digest::of("previous").to_string() };
        let mut blocks = vec![
            "format = \"gishiki-plan-v1\"\n".to_owned(),
            format!(
                "[ceremony]\nid = \"sample\"\norganisation = \"Sample, Inc.\"\nchain_id = {}\nsequence = {}\nprevious = \"{previous}\"\n",
                self.chain, self.sequence
            ),
        ];
        (1..=self.custodians).for_each(|person| self.person(person, &mut blocks));
        blocks.push(self.range());
        (0..self.externals).for_each(|n| blocks.push(external(n)));
        blocks.push(self.safe());
        blocks.push(self.split());
        blocks.push(format!("[manifest]\nsigners = [{}]\n", self.owners()));
        blocks
    }

    fn person(&self, person: usize, blocks: &mut Vec<String>) {
        blocks.push(format!("[[custodian]]\nname = \"m{person}\"\n"));
        blocks.push(format!(
            "[[seed]]\nname = \"s{person}\"\ncustodian = \"m{person}\"\nkind = \"slip39-20\"\nmay_move_to_ledger = false\n"
        ));
        for wallet in 1..=self.wallets {
            blocks.push(format!(
                "[[wallet]]\nname = \"W{wallet}\"\ncustodian = \"m{person}\"\nseed = \"s{person}\"\ntier = {wallet}\nentry = \"device\"\nsigner = \"r-{person}-{wallet}-0\"\n"
            ));
            blocks.push(format!(
                "[[account]]\nwallet = \"m{person}/W{wallet}\"\nnumber = 0\nname = \"First\"\n"
            ));
            for role in 0..self.roles {
                blocks.push(format!(
                    "[[role]]\nname = \"r-{person}-{wallet}-{role}\"\nlabel = \"Role {person} {wallet} {role}\"\nwallet = \"m{person}/W{wallet}\"\npath = \"{role}'/0/{wallet}\"\n"
                ));
            }
        }
    }

    /// On change 0 of a wallet of its own, so that nothing collides.
    fn range(&self) -> String {
        format!(
            "[[wallet]]\nname = \"Range\"\ncustodian = \"m1\"\nseed = \"s1\"\ntier = 3\nentry = \"host\"\nsigner = \"dvt-1-1\"\n\n\
             [[range]]\nname = \"dvt-{{cluster}}-{{operator}}\"\nlabel = \"DVT {{cluster}}/{{operator}}\"\nwallet = \"m1/Range\"\n\
             clusters = {}\noperators = {}\nfirst_account = {}\nfirst_index = {}\naccount_name = \"DVT {{cluster}}\"\n",
            self.clusters, self.operators, self.first_account, self.first_index
        )
    }

    fn owners(&self) -> String {
        (1..=self.custodians).map(|n| format!("\"r-{n}-1-0\"")).collect::<Vec<_>>().join(", ")
    }

    fn safe(&self) -> String {
        format!(
            "[[safe]]\nname = \"safe\"\nlabel = \"Safe\"\nowners = [{}]\nthreshold = {}\nversion = \"1.4.1\"\npreset = \"ui\"\nsalt_nonce = \"0x1f\"\nchains = [{}]\n",
            self.owners(),
            self.threshold,
            self.chain
        )
    }

    fn split(&self) -> String {
        let mut text = format!(
            "[[split]]\nname = \"split\"\nlabel = \"Split\"\nkind = \"pull\"\nversion = \"2.2\"\nowner = \"safe\"\nsalt = \"0x{}\"\nincentive = 0\nchains = [{}]\n",
            Digest::of("split"),
            self.chain
        );
        // The range always has a first address; the Safe and the first role stand in for the rest.
        let recipients = ["dvt-1-1", "safe", "r-1-1-0"];
        for (to, share) in recipients.iter().zip(&self.shares) {
            text += &format!("\n[[split.recipient]]\nto = \"{to}\"\nshare = {share}\n");
        }
        text
    }
}

fn external(n: usize) -> String {
    let address = Address::from_bytes([n as u8 + 1; 20]);
    let address = if n == 0 { "TBD".to_owned() } else { address.to_string() };
    format!("[[external]]\nname = \"ext{n}\"\nlabel = \"External {n}\"\naddress = \"{address}\"\n")
}
