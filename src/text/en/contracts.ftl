## What is known of contracts and chains

err-contract-version = { $product } { $version } is not known here; known: { $known }.
rec-contract-version = Ask for a known version.
err-contract-chain = No deployment of { $product } is known on chain { $chain }.
rec-contract-chain = Use one of the chains { $known }.
err-contract-zk-chain = Chain { $chain } ({ $name }) is a ZK Stack chain: { $product } has other addresses there, and CREATE2 another formula.
rec-contract-zk-chain = Deploy on another chain; an address predicted by the usual formula would be wrong there.
err-contract-deployment = { $product } { $version } is not known to be on chain { $chain } ({ $name }).
rec-contract-deployment = Ask for a version that is deployed there.

## Safes

err-safe-no-owners = The Safe has no owner; its setup would revert.
rec-safe-no-owners = Name at least one owner.
err-safe-threshold-zero = The threshold is zero; the Safe's setup would revert with GS202.
rec-safe-threshold-zero = Say how many owners must sign, at least one.
err-safe-threshold-above-owners = The threshold { $threshold } is above the number of owners, { $owners }; the Safe's setup would revert with GS201.
rec-safe-threshold-above-owners = Lower the threshold or add owners.
err-safe-owner-zero = Owner { $position } is the zero address; the Safe's setup would revert with GS203.
rec-safe-owner-zero = Put the right address in its place.
err-safe-owner-sentinel = Owner { $position } is 0x0000000000000000000000000000000000000001, which a Safe keeps for its list; its setup would revert with GS203.
rec-safe-owner-sentinel = Put the right address in its place.
err-safe-owner-twice = { $owner } is an owner twice; the Safe's setup would revert with { $code }.
rec-safe-owner-twice = Name every owner once.
err-safe-owner-is-contract = The owner { $owner } is the contract { $name }, which can sign nothing.
rec-safe-owner-is-contract = Put the address of a person's account or of a Safe in its place.
err-safe-owner-is-safe = The owner { $owner } is the Safe itself; its setup would revert with GS203.
rec-safe-owner-is-safe = Put the right address in its place.

## Splits

err-split-sum = The shares add up to { $sum }, not to the total { $total }; the contract would refuse them.
rec-split-sum = Correct the shares or the total; funds sent to an address predicted from them would be lost.
err-split-sum-overflow = The shares add up to more than the contract can count (2^256 - 1).
rec-split-sum-overflow = Use smaller shares in the same proportion.
err-split-too-few = A split needs at least two recipients; this one has { $recipients }.
rec-split-too-few = Name all recipients.
err-split-too-many = The split has { $recipients } recipients; one distribution pays at most { $most } safely.
rec-split-too-many = Divide it into several splits.
err-split-recipient-twice = { $recipient } is a recipient twice.
rec-split-recipient-twice = Name it once, with the sum of its shares.
err-split-zero-share = The share of { $recipient } is zero.
rec-split-zero-share = Give it a share, or leave it out.
err-split-recipient-zero = A recipient is the zero address; its share would be burned.
rec-split-recipient-zero = Put the right address in its place.
err-split-known-contract = { $address } is the contract { $name }: it can neither use a share nor own a split.
rec-split-known-contract = Put the right address in its place.
err-split-total-too-large = The shares add up to { $total }, more than { $most }; a share times an amount could overflow and lock the funds.
rec-split-total-too-large = Use smaller shares in the same proportion.

## Calldata

err-calldata-selector = This calldata does not begin as a deployment of a Safe or a split does.
rec-calldata-selector = Do not send it; compute it again from the parameters.
err-calldata-arguments = The arguments in this calldata are not those of its call, or not encoded in the standard way.
rec-calldata-arguments = Do not send it; compute it again from the parameters.
