## ファイル

err-file-unreadable = { $file } を読み込めません: { $reason }。
rec-file-unreadable = ファイル名と読み取り権限を確認してください。
