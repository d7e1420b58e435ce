run-complete = すべての結果は { $folder } にあります。
run-others-sign = 他の署名者の署名がまだ必要です。これまでの結果は { $folder } にあります。
