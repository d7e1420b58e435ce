## Files

err-file-unreadable = { $file } cannot be read: { $reason }.
rec-file-unreadable = Check the name and that you may read it.
err-file-unwritable = { $file } cannot be written: { $reason }.
rec-file-unwritable = Free some space or use another medium, then go on with “gishiki resume”; nothing before this was lost.
err-output-unwritable = { $file } cannot be written: { $reason }.
rec-output-unwritable = Name a place in a folder that is there, may be written to and has room; then run the same again.
err-file-differs = { $file } is there already with other contents.
rec-file-differs = Nothing is ever overwritten. Look at the file; if it is from another run, move it away or choose another folder.

## Journals

err-journal-broken = { $file } was changed after it was written: line { $line }: { $reason }.
rec-journal-broken = Do not go on with this folder. Keep it as it is for the auditor, and begin a new run.
err-journal-changed = { $file } is not as this run left it: another program goes on with it, or a write that failed took effect after all.
rec-journal-changed = Make sure that no other gishiki runs on this folder, stop this one, and go on with “gishiki resume”.
