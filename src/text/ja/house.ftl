## ファイル

err-file-unreadable = { $file } を読み込めません: { $reason }。
rec-file-unreadable = ファイル名と読み取り権限を確認してください。
err-file-unwritable = { $file } に書き込めません: { $reason }。
rec-file-unwritable = 空き容量を確保するか別の媒体を使い、「gishiki resume」で続けてください。これまでの結果は失われていません。
err-output-unwritable = { $file } に書き込めません: { $reason }
rec-output-unwritable = 実在し、書き込みができて空きのあるフォルダーの中を指定して、同じコマンドをもう一度実行してください。
err-file-differs = { $file } は別の内容ですでに存在します。
rec-file-differs = 上書きは行いません。ファイルを確認し、別の実行のものであれば移動するか、別のフォルダーを選んでください。

## ジャーナル

err-journal-broken = { $file } は書き込み後に変更されています: { $line } 行目: { $reason }。
rec-journal-broken = このフォルダーでは続行せず、監査のためにそのまま保管し、新しく実行を始めてください。
err-journal-changed = { $file } が、この実行が残した状態と異なります。別のプログラムが続けているか、失敗したはずの書き込みが実際には行われています。
rec-journal-changed = このフォルダーで別の gishiki が動いていないことを確認し、この実行を中止してから「gishiki resume」で続けてください。
