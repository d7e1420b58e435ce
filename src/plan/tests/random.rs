//! What holds for every plan.

use proptest::prelude::*;

use super::super::{Checked, Linted, Plan, Position, read};
use super::sample::{Sample, samples};

fn check(blocks: &[String]) -> Checked {
    read(blocks.join("\n").as_bytes(), "sample.toml")
}

fn linted(blocks: &[String]) -> Linted {
    let checked = check(blocks);
    assert_eq!(checked.errors, [], "{}", blocks.join("\n"));
    checked.plan.expect("no error, so a plan")
}

/// The plan without what the order of the file decides.
fn unordered(plan: &Linted) -> Plan {
    let mut plan = Plan::clone(plan);
    plan.custodians.sort_by(|a, b| a.name.cmp(&b.name));
    plan.seeds.sort_by(|a, b| a.name.cmp(&b.name));
    plan.wallets.sort_by(|a, b| a.id.cmp(&b.id));
    plan.roles.sort_by(|a, b| a.name.cmp(&b.name));
    plan.externals.sort_by(|a, b| a.name.cmp(&b.name));
    plan.placeholders.iter_mut().for_each(|it| (it.line, it.column) = (0, 0));
    plan.digest = crate::keys::Digest::ZERO;
    plan
}

/// The lines of a text where a key can be added: after every heading, and at the top.
fn headings(text: &str) -> Vec<usize> {
    let heading = |line: &str| line.starts_with('[') || line.starts_with("format");
    text.lines().enumerate().filter(|(_, line)| heading(line)).map(|(number, _)| number + 1).collect()
}

fn wanted(sample: &Sample) -> usize {
    sample.custodians * sample.wallets * sample.roles as usize + (sample.clusters * sample.operators) as usize
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_sound_plan_is_read_whole(sample in samples()) {
        let plan = linted(&sample.blocks());
        prop_assert_eq!(plan.roles.len(), wanted(&sample));
        prop_assert_eq!(plan.wallets.len(), sample.custodians * sample.wallets + 1);
        prop_assert_eq!(plan.externals.len(), sample.externals);
        prop_assert_eq!(plan.placeholders.len(), sample.externals.min(1));
        prop_assert_eq!(plan.ceremony.chain.id, sample.chain);
        let shares: Vec<u64> = plan.splits[0].recipients.iter().map(|it| it.share).collect();
        prop_assert!(sample.shares.starts_with(&shares) && shares.len() >= 2);
        prop_assert_eq!(plan.safes[0].owners.len(), sample.custodians);
    }

    #[test]
    fn a_range_is_its_formula(sample in samples()) {
        let plan = linted(&sample.blocks());
        for n in 1..=sample.clusters {
            for m in 1..=sample.operators {
                let role = plan.role(&format!("dvt-{n}-{m}")).expect("a role for every cluster and operator");
                let (account, index) = (sample.first_account + n - 1, sample.first_index + m - 1);
                prop_assert_eq!(role.path.to_string(), format!("m/44'/60'/{account}'/0/{index}"));
                prop_assert_eq!(&role.label, &format!("DVT {n}/{m}"));
            }
            let wallet = plan.wallet(&plan.role("dvt-1-1").unwrap().wallet).unwrap();
            let named = &wallet.accounts[n as usize - 1];
            prop_assert_eq!((named.number, &named.name), (sample.first_account + n - 1, &format!("DVT {n}")));
        }
    }

    #[test]
    fn an_unknown_key_anywhere_is_an_error_at_its_line(sample in samples(), choice: prop::sample::Index) {
        let text = sample.blocks().join("\n");
        let after = *choice.get(&headings(&text));
        let mut lines: Vec<&str> = text.lines().collect();
        lines.insert(after, "colour = \"red\"");
        let checked = read(lines.join("\n").as_bytes(), "sample.toml");
        let found: Vec<_> = checked.errors.iter().map(|finding| (finding.lint, finding.at)).collect();
        prop_assert_eq!(found, [("P-SCHEMA", Position { line: after + 1, column: 1 })]);
        prop_assert!(checked.plan.is_none());
    }

    #[test]
    fn a_line_left_out_is_never_overlooked(sample in samples(), choice: prop::sample::Index) {
        let text = sample.blocks().join("\n");
        // Without a number, every key but those that may be left out is missed by something.
        let keys: Vec<usize> = text.lines().enumerate()
            .filter(|(_, line)| line.contains(" = ") && !line.starts_with("account_name"))
            .map(|(number, _)| number).collect();
        let gone = *choice.get(&keys);
        let kept: Vec<&str> = text.lines().enumerate().filter(|&(n, _)| n != gone).map(|(_, line)| line).collect();
        prop_assert!(read(kept.join("\n").as_bytes(), "sample.toml").plan.is_none());
    }

    #[test]
    fn the_order_of_tables_changes_nothing_but_order(
        (sample, shuffled) in samples().prop_flat_map(|sample| {
            let blocks = sample.blocks()[1..].to_vec();
            (Just(sample), Just(blocks).prop_shuffle())
        })
    ) {
        let blocks = sample.blocks();
        let other = [&blocks[..1], &shuffled[..]].concat();
        prop_assert_eq!(unordered(&linted(&blocks)), unordered(&linted(&other)));
    }

    #[test]
    fn roles_keep_the_order_of_the_file(
        shuffled in samples().prop_flat_map(|sample| Just(sample.blocks()[1..].to_vec()).prop_shuffle())
    ) {
        let text = format!("format = \"gishiki-plan-v1\"\n{}", shuffled.join("\n"));
        let plan = read(text.as_bytes(), "sample.toml").into_plan().unwrap();
        let place = |name: &str| {
            let declared = if name.starts_with("dvt") { "dvt-{cluster}-{operator}" } else { name };
            text.find(&format!("name = \"{declared}\"")).unwrap()
        };
        let places: Vec<usize> = plan.roles.iter().map(|role| place(&role.name)).collect();
        prop_assert!(places.is_sorted());
    }

    #[test]
    fn nothing_in_a_file_makes_the_reader_panic(text in "(\\[\\[?[a-z.]{1,9}\\]\\]?|[a-z_]{1,9} ?= ?[\"'0-9a-z\\[\\]{}]{0,9}|\\PC{0,9}|\n){0,30}") {
        let checked = read(text.as_bytes(), "noise.toml");
        prop_assert!(checked.plan.is_none() && !checked.errors.is_empty());
    }

    #[test]
    fn a_byte_changed_anywhere_is_read_or_found_but_never_panics(at: prop::sample::Index, byte: u8) {
        let mut bytes = include_bytes!("../../../ceremonies/bonded-validator.toml").to_vec();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let checked = read(&bytes, "plan.toml");
        prop_assert_eq!(checked.plan.is_none(), !checked.errors.is_empty());
        for finding in &checked.errors {
            prop_assert!(checked.source.excerpt(&finding.span).is_some());
        }
    }
}
