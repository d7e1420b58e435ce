## リハーサル

err-rehearsal-seeds = 計画のシード { $seed } に使える公開テストシードがもうありません。
rec-rehearsal-seeds = この種類のシードを減らしてリハーサルしてください。
