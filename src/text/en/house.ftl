## Files

err-file-unreadable = { $file } cannot be read: { $reason }.
rec-file-unreadable = Check the name and that you may read it.
