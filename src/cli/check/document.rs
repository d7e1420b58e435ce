//! The JSON document of `check --json`: ASCII English, whatever the language.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::addresses::{self, Table};
use super::holders;
use crate::plan::{CallPlan, Checked, Finding, Linted, Recipient, SafeState, SplitSalt, SplitState, Wallet};
use crate::text::{Catalog, Lang};

/// Findings, and the design where the plan has no error.
pub(super) struct Document<'a>(pub &'a Checked);

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let findings = findings(self.0);
        let design = self.0.plan.as_ref().map(Design);
        with_member(&findings, "design", &design, serializer)
    }
}

/// The members of an object and one more, in the order of their names.
fn with_member<S: Serializer>(
    object: &Value,
    name: &str,
    value: &impl Serialize,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut members: Vec<_> = object.as_object().into_iter().flatten().collect();
    let behind = members.split_off(members.partition_point(|(before, _)| before.as_str() < name));
    let mut map = serializer.serialize_map(None)?;
    members.into_iter().try_for_each(|(name, value)| map.serialize_entry(name, value))?;
    map.serialize_entry(name, value)?;
    behind.into_iter().try_for_each(|(name, value)| map.serialize_entry(name, value))?;
    map.end()
}

fn findings(checked: &Checked) -> Value {
    let catalog = Catalog::new(Lang::En);
    let all = |findings: &[Finding]| findings.iter().map(|it| finding(it, &catalog)).collect::<Vec<_>>();
    let accepted = checked.accepted.iter().map(|(it, reason)| {
        let mut accepted = finding(it, &catalog);
        accepted["reason"] = json!(reason);
        accepted
    });
    json!({
        "plan_sha256": checked.digest,
        "errors": all(&checked.errors),
        "warnings": all(&checked.warnings),
        "accepted": accepted.collect::<Vec<_>>(),
    })
}

fn finding(it: &Finding, catalog: &Catalog) -> Value {
    json!({
        "lint": it.lint,
        "at": { "line": it.at.line, "column": it.at.column },
        "cause": catalog.say(&it.cause()),
        "remedy": catalog.say(&it.remedy()),
    })
}

struct Design<'a>(&'a Linted);

impl Serialize for Design<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        with_member(&design(self.0), "design_table", &Table(self.0), serializer)
    }
}

/// All of it but the table of addresses.
fn design(plan: &Linted) -> Value {
    json!({
        "ceremony": {
            "id": plan.ceremony.id,
            "organisation": plan.ceremony.organisation,
            "chain_id": plan.ceremony.chain.id,
            "testnet": plan.ceremony.chain.testnet,
            "sequence": plan.ceremony.sequence,
            "previous": plan.ceremony.previous,
        },
        "custodians": plan.custodians.iter().map(|it| reach(plan, &it.name)).collect::<Vec<_>>(),
        "seeds": plan.seeds.iter().map(|it| json!({
            "name": it.name,
            "custodian": it.custodian,
            "kind": it.kind,
            "check_backup": it.check_backup,
            "may_move_to_ledger": it.may_move_to_ledger,
        })).collect::<Vec<_>>(),
        "wallets": plan.wallets.iter().map(wallet).collect::<Vec<_>>(),
        "roles": plan.roles.iter().map(|it| json!({
            "name": it.name,
            "label": it.label,
            "wallet": it.wallet.to_string(),
            "path": it.path,
        })).collect::<Vec<_>>(),
        "externals": plan.externals.iter().map(|it| json!({
            "name": it.name,
            "label": it.label,
            "address": it.address,
        })).collect::<Vec<_>>(),
        "safes": safes(plan),
        "splits": splits(plan),
        "deployment_order": plan.deployment_order().iter().map(|it| json!({
            "name": it.name,
            "after": it.after,
        })).collect::<Vec<_>>(),
        "amounts": plan.amounts.iter().map(|it| json!({
            "name": it.name,
            "value": it.value.to_string(),
        })).collect::<Vec<_>>(),
        "batches": batches(plan),
        "reach_sources": addresses::sources(),
        "holders": holders::matrix(plan),
        "signers": plan.signers,
        "placeholders": plan.placeholders.iter().map(|it| json!({
            "what": it.what,
            "at": { "line": it.line, "column": it.column },
        })).collect::<Vec<_>>(),
    })
}

/// What a custodian reaches alone: wallets, and the roles and Safes that they can sign for.
fn reach(plan: &Linted, custodian: &str) -> Value {
    let wallets: Vec<_> = plan.wallets_of(custodian).map(|wallet| wallet.id.to_string()).collect();
    let signable = plan.signable(|role| role.wallet.custodian == custodian);
    json!({ "name": custodian, "wallets": wallets, "signs_for": signable })
}

fn wallet(it: &Wallet) -> Value {
    let accounts = it.accounts.iter().map(|it| json!({ "number": it.number, "name": it.name }));
    json!({
        "wallet": it.id.to_string(),
        "custodian": it.id.custodian,
        "seed": it.seed,
        "tier": it.tier,
        "entry": it.entry,
        "identity": it.identity,
        "signer": it.signer,
        "accounts": accounts.collect::<Vec<_>>(),
    })
}

fn safes(plan: &Linted) -> Vec<Value> {
    let safe = plan.safes.iter().map(|it| {
        json!({
            "name": it.name,
            "label": it.label,
            "owners": it.owners,
            "threshold": it.threshold,
            "version": it.version,
            "preset": it.preset,
            "deployment": it.deployment,
            "singleton": it.singleton.to_string(),
            "fallback_handler": it.fallback_handler.to_string(),
            "method": it.method,
            "salt_nonce": it.salt_nonce.to_string(),
            "chains": it.chains,
            "now": it.now.as_ref().map(safe_state),
            "next": it.next.as_ref().map(safe_state),
            "moved_by": plan.groups(&it.name),
        })
    });
    safe.collect()
}

fn splits(plan: &Linted) -> Vec<Value> {
    let split = plan.splits.iter().map(|it| {
        json!({
            "name": it.name,
            "label": it.label,
            "kind": it.kind,
            "version": it.version,
            "owner": it.owner,
            "salt": it.salt.to_string(),
            "salt_derived": matches!(it.salt, SplitSalt::Derived(_)),
            "pays": it.pays,
            "incentive": it.incentive,
            "chains": it.chains,
            "recipients": recipients(&it.recipients),
            "now": it.now.as_ref().map(split_state),
            "next": it.next.as_ref().map(split_state),
            "changed_by": it.after().owner.map(|owner| plan.groups(&owner)).unwrap_or_default(),
        })
    });
    split.collect()
}

fn recipients(list: &[Recipient]) -> Vec<Value> {
    list.iter().map(|it| json!({ "to": it.to, "share": it.share })).collect()
}

fn safe_state(it: &SafeState) -> Value {
    json!({ "owners": it.owners, "threshold": it.threshold })
}

fn split_state(it: &SplitState) -> Value {
    json!({ "owner": it.owner, "incentive": it.incentive, "recipients": recipients(&it.recipients) })
}

fn batches(plan: &Linted) -> Vec<Value> {
    let call = |it: &CallPlan| match it {
        CallPlan::Pay { to, amount, token } => json!({ "pay": to, "amount": amount, "token": token }),
        CallPlan::Distribute { split, token } => json!({ "distribute": split, "token": token }),
    };
    let batch = plan.batches.iter().map(|it| {
        let calls: Vec<_> = it.calls.iter().map(call).collect();
        json!({ "name": it.name, "label": it.label, "safe": it.safe, "calls": calls })
    });
    batch.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Added<'a>(&'a Value, &'a str);

    impl Serialize for Added<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            with_member(self.0, self.1, &[1, 2], serializer)
        }
    }

    #[test]
    fn a_member_stands_where_its_name_belongs() {
        for object in [json!({}), json!({ "b": 1 }), json!({ "b": 1, "d": { "c": null }, "f": "x" })] {
            for name in ["a", "c", "e", "g"] {
                let mut whole = object.clone();
                whole[name] = json!([1, 2]);
                assert_eq!(serde_json::to_string(&Added(&object, name)).unwrap(), whole.to_string());
            }
        }
    }
}
