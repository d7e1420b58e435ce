run-complete = Everything is in { $folder }.
run-others-sign = The others still have to sign; what is there so far is in { $folder }.

## Running

err-folder-exists = { $folder } is there already.
rec-folder-exists = Go on with it by “gishiki resume { $folder }”, or name another folder with --out.
err-plan-placeholders = The plan still leaves something open: { $what } (line { $line }; { $count } in all).
rec-plan-placeholders = Fill in every "TBD" and have the plan reviewed again: off the testnets nothing may be left open.
err-part-missing = No part of { $member } was given.
rec-part-missing = Name the folder that { $member }'s run made.
err-part-twice = The part of { $member } was given twice.
rec-part-twice = Name each member's folder once.
err-part-not-own = The team's folder holds another part of { $member } than one's own.
rec-part-not-own = Sign nothing. Compare both files, and have the parts combined again.
