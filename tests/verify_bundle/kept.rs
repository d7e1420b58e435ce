//! Wallets that keep their xpubs: what is not established is said by name, and nobody else may claim it.

use gishiki::ceremony::{carried_files, earlier_parts};
use gishiki::journal::Memory;
use gishiki::manifest::{Heading, KeptAccount, Layout, Sealed, canonical};
use gishiki::verify::Verdict;

use super::forger::forge_and_sign;
use super::lineage::{next, second, trusting};
use super::maker::*;

/// A team's plan, in which a payout wallet keeps its xpub.
fn keeping(text: &str) -> String {
    let name = text.find("name = \"PersonalPayout1\"").unwrap();
    let signer = name + text[name..].find("signer = ").unwrap();
    format!("{}xpub = \"kept\"\n{}", &text[..signer], &text[signer..])
}

#[test]
fn what_follows_from_nothing_is_named_and_the_rest_established() {
    let files = rehearse(&keeping(TEAM));
    let report = judge_rehearsal(&files);
    assert!(report.ok(), "{}", report.json());
    let unchecked = |check: &str| {
        let of_check = report.of(Verdict::Unchecked).filter(|it| it.check == check);
        of_check.map(|it| it.detail.id().to_owned()).collect::<Vec<_>>()
    };
    for check in ["V-ADDRESS", "V-IDENTITY"] {
        assert_eq!(unchecked(check), ["v-address-kept"], "{check}");
        assert!(report.of(Verdict::Established).any(|it| it.check == check));
    }
    let of_open = judge_rehearsal(team());
    assert!(of_open.of(Verdict::Unchecked).all(|it| it.detail.id() != "v-address-kept"));
}

/// Whoever holds the sealed file and leaves an xpub out of it claims what the plan does not say.
#[test]
fn only_the_plan_lets_a_wallet_keep_its_xpub() {
    let name = Layout::sealed("member-1");
    let mut files = team().clone();
    keep_first(&mut files, &name);
    assert!(judge_rehearsal(&files).failed().contains(&"V-IDENTITY"));
}

/// Leaves a sealed file's first xpub out of it, and says that it is kept.
fn keep_first(files: &mut Files, name: &str) {
    let mut sealed: Sealed = canonical::from_bytes(&files[name]).unwrap();
    let gone = sealed.accounts.remove(0);
    sealed.kept.push(KeptAccount { path: gone.path, wallet: gone.wallet });
    files.insert(name.to_owned(), canonical::to_bytes(&sealed).unwrap());
}

#[test]
fn an_earlier_ceremony_s_sealed_file_keeps_no_xpub_that_the_plan_has_given() {
    let (text, good) = second();
    let mut files = good.clone();
    keep_first(&mut files, "sealed/carried/1.member-2.json");
    let report = judge_rehearsal(&forge_and_sign(&plan(text), good, &files));
    // The team's run would not have taken it either.
    assert_eq!(report.failed(), ["V-TEAM-JOURNAL", "V-IDENTITY"], "{}", report.json());
    let said: Vec<_> = report.of(Verdict::Failed).map(|it| it.detail.id()).collect();
    assert_eq!(said[1], "v-identity-kept");
}

#[test]
fn a_wallet_may_keep_its_xpub_from_now_on_but_takes_back_no_word_that_it_is_kept() {
    let closed = rehearse_after(&keeping(&next(team(), &[])), team());
    let report = judge(&closed, &trusting(&[team()]));
    assert!(report.ok(), "{}", report.json());
    let kept = rehearse(&keeping(TEAM));
    let begun = |text: &str| {
        let carried = carried_files(&plan(text), &Memory { files: kept.clone(), ..Memory::default() });
        let folder = Memory { files: carried.unwrap().into_iter().collect(), ..Memory::default() };
        earlier_parts(&folder, &plan(text), &Heading::of(&plan(text), true)).map(drop)
    };
    let text = next(&kept, &[]);
    assert!(begun(&text).is_ok());
    let refused = begun(&text.replace("xpub = \"kept\"\n", "")).unwrap_err();
    assert_eq!(refused.id(), "carried-refused");
    assert!(refused.to_string().contains("PersonalPayout1 kept its xpub there"), "{refused}");
}
