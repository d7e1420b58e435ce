run-complete = すべての結果は { $folder } にあります。
run-others-sign = 他の署名者の署名がまだ必要です。これまでの結果は { $folder } にあります。

## 実行

err-folder-exists = { $folder } はすでに存在します。
rec-folder-exists = 「gishiki resume { $folder }」で続けるか、--out で別のフォルダーを指定してください。
err-plan-placeholders = 計画に未決定の項目があります: { $what } ({ $line } 行目、全部で { $count } 件)。
rec-plan-placeholders = すべての "TBD" を埋め、計画のレビューをもう一度受けてください。テストネット以外では未決定の項目を残せません。
err-part-missing = { $member } の結果が指定されていません。
rec-part-missing = { $member } の実行で作られたフォルダーを指定してください。
err-part-twice = { $member } の結果が二回指定されています。
rec-part-twice = メンバーごとに一つのフォルダーを指定してください。
err-part-not-own = チームのフォルダーにある { $member } の結果は、自分のものと異なります。
rec-part-not-own = 何も署名しないでください。両方のファイルを比較し、統合をやり直してもらってください。
