## Rehearsals

err-rehearsal-seeds = There is no published test seed left for the plan's seed { $seed }.
rec-rehearsal-seeds = Rehearse with fewer seeds of that kind.
