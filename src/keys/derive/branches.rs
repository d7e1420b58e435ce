//! Children sorted to their parents: each branch, an account with the first step below it, is derived once.

use rayon::prelude::*;

use super::comb::Comb;
use super::multiples::plus_multiples;
use super::node::{Node, Parent, Tweak};
use super::point::Point;
use super::{Addresses, Child};
use crate::keys::{AccountXpub, Address, XpubError};

/// So many children share an inversion; their coordinates and differences fit a processor's second cache.
const CHUNK: usize = 1024;

/// An account and the first step below it (BIP-44's "change").
struct Branch<'a> {
    account: &'a AccountXpub,
    change: u32,
}

/// A child that is asked for, beside the number of its branch.
struct Task {
    branch: usize,
    place: usize,
}

/// All branches of some children, and the children in their order.
pub(super) struct Branches<'a> {
    branches: Vec<Branch<'a>>,
    tasks: Vec<Task>,
}

impl<'a> Branches<'a> {
    /// Sorts the children. Accounts are told apart by where they lie in memory; that decides what is shared, and
    /// no result.
    pub fn of(children: &[Child<'a>]) -> Self {
        let key = |place: usize| (std::ptr::from_ref(children[place].account).addr(), children[place].change);
        let mut places: Vec<_> = (0..children.len()).collect();
        places.sort_by_key(|&place| key(place));
        let mut found = Self { branches: Vec::new(), tasks: Vec::with_capacity(places.len()) };
        for run in places.chunk_by(|&a, &b| key(a) == key(b)) {
            let branch = found.branches.len();
            let Child { account, change, .. } = children[run[0]];
            found.branches.push(Branch { account, change });
            found.tasks.extend(run.iter().map(|&place| Task { branch, place }));
        }
        found
    }

    pub fn len(&self) -> usize {
        self.branches.len()
    }

    /// The address of every child, in the children's own order.
    pub fn addresses(&self, comb: &Comb, children: &[Child]) -> Addresses {
        let nodes = self.nodes(comb);
        let derived: Vec<Addresses> =
            self.tasks.par_chunks(CHUNK).map(|tasks| chunk(comb, tasks, children, &nodes)).collect();
        let mut addresses = vec![Err(XpubError::NotAnAccount); children.len()];
        for (task, address) in self.tasks.iter().zip(derived.into_iter().flatten()) {
            addresses[task.place] = address;
        }
        addresses
    }

    /// The node of every branch.
    fn nodes(&self, comb: &Comb) -> Vec<Result<Node, XpubError>> {
        let nodes = self.branches.par_chunks(CHUNK).flat_map_iter(|branches| {
            let way = |it: &Branch| Way::to(&Parent::new(&Node::of_account(it.account)), it.change);
            let ways: Vec<_> = branches.iter().map(way).collect();
            let missing = branches.iter().map(|it| XpubError::NoChild(it.change));
            ends(comb, &ways).into_iter().zip(missing).map(|(node, missing)| node.ok_or(missing))
        });
        nodes.collect()
    }
}

/// From a parent's point to one of its children; none where there is no such child.
struct Way(Option<(Point, Tweak)>);

impl Way {
    fn to(parent: &Parent, index: u32) -> Self {
        Self(parent.tweak(index).map(|tweak| (parent.point, tweak)))
    }
}

/// The nodes at the ends of these ways.
fn ends(comb: &Comb, ways: &[Way]) -> Vec<Option<Node>> {
    let (points, numbers): (Vec<_>, Vec<_>) =
        ways.iter().flat_map(|way| &way.0).map(|(point, tweak)| (*point, tweak.number)).unzip();
    let mut sums = plus_multiples(comb, &points, &numbers).into_iter();
    let mut end = |way: &Way| {
        let chain_code = way.0.as_ref()?.1.chain_code;
        sums.next()?.map(|point| Node { point, chain_code })
    };
    ways.iter().map(&mut end).collect()
}

/// The addresses of some children of these branches.
fn chunk(comb: &Comb, tasks: &[Task], children: &[Child], nodes: &[Result<Node, XpubError>]) -> Addresses {
    let runs = tasks.chunk_by(|a, b| a.branch == b.branch);
    let ways: Vec<_> = runs
        .flat_map(|run| {
            let parent = nodes[run[0].branch].as_ref().ok().map(Parent::new);
            run.iter().map(move |task| match &parent {
                Some(parent) => Way::to(parent, children[task.place].index),
                None => Way(None),
            })
        })
        .collect();
    let ends = ends(comb, &ways).into_iter().zip(tasks);
    ends.map(|(node, task)| match (node, &nodes[task.branch]) {
        (Some(node), _) => Ok(Address::of_coordinates(&node.point.coordinates())),
        (None, Err(missing)) => Err(missing.clone()),
        (None, Ok(_)) => Err(XpubError::NoChild(children[task.place].index)),
    })
    .collect()
}
