//! The team's journal. Nobody signs it: it is covered by its chain and by its agreement with everything else.

use super::checks::TEAM_JOURNAL;
use super::journals::is_timestamp;
use super::{Case, Noted, Report};
use crate::ceremony::{
    Accepted, Earlier, Replayed, SettledManifest, Sources, TeamEvent, TeamState, TeamStep, accept,
    accept_replayed, earlier_parts,
};
use crate::journal::read;
use crate::keys::{Address, Signature};
use crate::manifest::{Exception, Heading, Layout};
use crate::plan::{Plan, Witness, WitnessMeans};
use crate::text::{Message, Problem};

/// `V-TEAM-JOURNAL`; needs the sealed files. Its exceptions are added to the report.
pub fn check(case: &Case, report: &mut Report) {
    if !case.bundle.has_sealed() {
        return report.unchecked(TEAM_JOURNAL, Message::new("v-no-sealed"));
    }
    let mut noted = Vec::new();
    let failures = journal(case, &mut noted).err().map_or_else(Vec::new, |failure| vec![failure]);
    report.exceptions.append(&mut noted);
    let established = failures.is_empty();
    report.settle(TEAM_JOURNAL, failures, Message::new("v-team-journal-ok"));
    if established {
        report.unchecked(TEAM_JOURNAL, Message::new("v-team-journal-limit"));
    }
}

fn journal(case: &Case, noted: &mut Vec<Noted>) -> Result<(), Message> {
    let name = Layout::TEAM_JOURNAL;
    let bytes = case.bundle.get(name).ok_or_else(|| Message::new("v-missing").with("file", name))?;
    let reading = read::<TeamEvent>(name, &bytes).map_err(|problem| problem.cause())?;
    let state = TeamState::replay_from(&case.plan, &reading.lines, &Known(case))
        .map_err(|problem| problem.cause())?;
    let of_team = |it: &Exception| Noted { member: "team".to_owned(), earlier: None, exception: it.clone() };
    noted.extend(state.exceptions.iter().map(of_team));
    if reading.whole != bytes.len() || state.next() != TeamStep::Done {
        return Err(Message::new("v-team-journal-unfinished"));
    }
    if !reading.lines.iter().all(|line| is_timestamp(&line.at)) {
        return Err(Message::new("v-journal-time").with("member", "team"));
    }
    let same_ceremony = state.heading() == Some(&case.manifest.ceremony);
    if !same_ceremony || state.digest() != Some(case.digest) || !signatures_agree(case, &state) {
        return Err(Message::new("v-team-journal-differs"));
    }
    Ok(())
}

/// What was read and made for other checks already. Where something of it is not as it must be, the work is done anew, and
/// says why.
struct Known<'c, 'b>(&'c Case<'b>);

impl Sources for Known<'_, '_> {
    fn part(&self, plan: &Plan, heading: &Heading, member: &str) -> Result<Accepted, Problem> {
        let (case, storage) = (self.0, self.0.bundle.storage());
        let member = case.members.iter().find(|it| it.name == member);
        let known = member.and_then(|it| Some((it, it.run.as_ref()?.as_ref().ok()?)));
        let Some((member, run)) = known else {
            return accept(&storage, plan, heading, member.map_or("", |it| &it.name));
        };
        let replayed = Replayed {
            state: run.state.clone()?,
            whole: run.whole,
            journal_sha256: case.digests(member).journal_sha256,
            in_place: Some(run.made(case.bundle, &member.name)),
        };
        accept_replayed(&storage, heading, replayed)
    }

    fn earlier(&self, plan: &Plan, heading: &Heading) -> Result<Vec<Earlier>, Problem> {
        earlier_parts(&self.0.bundle.storage(), plan, heading)
    }

    fn manifest(&self, state: &TeamState) -> Result<SettledManifest, Problem> {
        let case = self.0;
        let tool = state.begun.as_ref().map(|begun| &begun.tool);
        let same = state.heading() == Some(&case.heading)
            && tool == Some(&case.manifest.tool)
            && case.earlier.is_empty()
            && state
                .parts
                .iter()
                .map(|it| it.digests.clone())
                .eq(case.members.iter().map(|it| case.digests(it)));
        match case.confirmed() {
            Some((manifest, contracts)) if same => Ok(SettledManifest {
                manifest: manifest.clone(),
                bytes: None,
                digest: case.digest,
                contracts: contracts.to_vec(),
            }),
            _ => state.settle(),
        }
    }
}

fn signatures_agree(case: &Case, state: &TeamState) -> bool {
    let agree = |file: String, signature: &Option<(Address, Signature)>| {
        let told = signature.map(|(_, signature)| signature.to_string());
        told.is_some_and(|it| case.bundle.holds(&Layout::signature(&file), it.as_bytes()))
    };
    let mut signers = case.plan.signers.iter().zip(&state.signatures);
    let by_key = |it: &(&Witness, &_)| it.0.signs == WitnessMeans::Key;
    let mut witnesses = case.plan.witnesses.iter().zip(&state.witness_signatures).filter(by_key);
    signers.all(|(role, signature)| agree(Layout::manifest_statement(role), signature))
        && witnesses.all(|(it, signature)| agree(Layout::witness_statement(&it.name), signature))
}
