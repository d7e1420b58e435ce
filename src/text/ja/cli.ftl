run-exception = 例外 ({ $member }、{ $step }): 期待: { $expected }、実際: { $happened }、決定: { $decided }。
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
err-pin-unusable = --part { $member }=… は、計画にないメンバーか、二回指定されたメンバーです。
rec-pin-unusable = 各メンバーを計画どおりの名前で一回だけ指定してください。
err-part-own-ambiguous = { $folder } には複数のメンバーの結果があるか、チームのフォルダーそのものです。
rec-part-own-ambiguous = 自分の実行で作られ、自分で保管しているフォルダーを指定してください。そうでなければ照合に意味がありません。
err-part-not-own = チームのフォルダーにある { $member } の結果は、自分のものと異なります。
rec-part-not-own = 何も署名しないでください。両方のファイルを比較し、統合をやり直してもらってください。

## 単独で動く模擬 Trezor

simulate-listens = 模擬 Trezor { $model }（テスト用シード）を起動しました。Ctrl-C で終了します。待ち受け: udp:{ $address }
err-simulate-over = 模擬 Trezor の電源を切りました。
rec-simulate-over = もう一度起動すると新しい状態から始まります。ウォレットは開き直してください。
err-simulate-address = 「{ $text }」は、ポート付きのアドレスではありません。
rec-simulate-address = 127.0.0.1:21324 のように数字で書いてください。名前の問い合わせは行いません。
err-simulate-pin = この PIN は Trezor では入力できません。
rec-simulate-pin = 1 桁から { $most } 桁までの数字にしてください。
err-simulate-unusable = システムの都合で模擬 Trezor を動かせません: { $reason }。
rec-simulate-unusable = ほかのプログラムを終了してから、もう一度お試しください。
err-simulate-seed-mark = { $file } は、テスト用シードであることを示す行で始まっていません。
rec-simulate-seed-mark = ご自分のシードは決してファイルに書かないでください。テスト用シードのファイルは、1 行目が正確に「{ $mark }」、2 行目がその単語です。
err-simulate-seed-lines = { $file } の 1 行目の後は、ちょうど 1 行でなければなりません。
rec-simulate-seed-lines = テスト用シードのすべての単語を空白で区切って 2 行目に書き、ほかには何も書かないでください。
err-simulate-seed-share = このシェアは複数あるうちの 1 つで、これだけでは何も開けません。
rec-simulate-seed-share = シェア 1 つで完全な SLIP-39 のテスト用シードか、BIP-39 のテスト用シードを使ってください。

## ヘルプ

err-usage = この呼び出しは使用できません: { $reason }。
rec-usage = 「gishiki --help」でコマンドの一覧、「gishiki コマンド --help」でそのオプションを表示します。
help = Ethereum ステーキングチームのための、エアギャップでの鍵とアドレスのセレモニー
help-usage = 使い方:
help-verbs = コマンド
help-arguments = 引数
help-options = オプション
help-help = この説明、またはコマンドの説明を表示
help-help-subcommand = コマンド
help-version = バージョンを表示
help-any-lang = 言語: en または ja (省略時はロケール)
help-any-help = 説明を表示
help-any-json = JSON 文書を一つ出力
help-any-plain = 画面の代わりに番号付きの質問を使う
help-any-headless = 何も質問せず、「はい」と答えてシミュレーターのボタンを押す (リハーサルのみ)
help-check = 計画を検査し、ウォレット、アカウント、役割、パス、コントラクト、誰が何に届き何を動かせるかを表示
help-check-plan = 計画 (TOML ファイル)
help-rehearse = シミュレートした Trezor で、全管理者のセレモニー全体を行う
help-rehearse-plan = 計画
help-rehearse-out = 結果のフォルダー (省略時は rehearsals/<セレモニー>-<回>)
help-rehearse-custodian = この管理者の分だけ
help-run = 実機で一人の管理者の分を行う (--custodian なしでは全員を順に)
help-run-plan = 計画
help-run-custodian = この管理者の分だけ
help-run-out = 結果のフォルダー (省略時は manifests/<セレモニー>-<回>)
help-run-device = usb、またはこの機器上のエミュレーターなら udp:HOST:PORT
help-resume = 中断、クラッシュ、停電の後に続ける
help-resume-dir = セレモニーのフォルダー
help-combine = 管理者たちの結果をチームのマニフェストに統合する
help-combine-folders = 管理者たちのフォルダー
help-combine-plan = 計画
help-combine-pins = 別の経路で伝えられた、管理者の結果のダイジェスト
help-combine-out = 結果のフォルダー
help-sign = オーナーがチームのマニフェストに署名する
help-sign-dir = チームのフォルダー
help-sign-plan = 計画
help-sign-part = 自分の結果のフォルダー。チームのフォルダーに同じものが含まれていなければならない
help-sign-device = usb、またはこの機器上のエミュレーターなら udp:HOST:PORT (リハーサルではシミュレート)
help-safe = Safe のコールデータとアドレス
help-safe-owners = オーナー (EIP-55 チェックサム付き)。順序もアドレスを決める
help-safe-threshold = 必要な署名者の数
help-safe-chain-id = EIP-155 チェーン ID
help-safe-version = コントラクトのバージョン
help-safe-deployment = コントラクトの組
help-safe-preset = ui: Safe{"{"}Wallet{"}"} が配備するものと同じ。plain: setup 呼び出しも支払先もなし
help-safe-singleton = l1 または l2。省略時はプリセットのもの
help-safe-fallback-handler = default、none、またはアドレス
help-safe-salt-nonce = 同じオーナーの Safe を区別する値。10 進、または 0x 付きの 16 進
help-safe-method = ファクトリーのメソッド
help-split = スプリットのコールデータとアドレス
help-split-recipients = 受取人と整数の持分 (ADDR=SHARE)
help-split-kind = push: 分配時に送金。pull: 記帳され、受取人が引き出す
help-split-version = コントラクトのバージョン
help-split-chain-id = EIP-155 チェーン ID
help-split-owner = スプリットを変更し、保有資産を動かせる者。省略時は変更不能
help-split-creator = 作成イベントに記されるだけの名前
help-split-total = 持分の合計でなければならない値
help-split-incentive = 分配の実行者への支払い (百万分率)
help-split-salt = アドレスを固有にする 32 バイト
help-split-nonce = 代わりに createSplit を使う。同じスプリットが N 個作成済みの場合のアドレス
help-split-as-is = 既存のスプリットの順序と癖をそのまま保つ
help-verify = デバイスを使わない、監査人の検証
help-verify-place = セレモニーのフォルダー、またはその中の manifest.json
help-verify-plan = 監査人が持参する計画
help-verify-signers = 別の経路で知った署名者のアドレス
help-verify-previous = すでに信頼している前回のマニフェスト
help-verify-rehearsal = リハーサルを受け入れ、署名者が公開テストシードのものであることを確かめる
help-simulate = 模擬 Trezor を単独で動かす。ほかのプログラムのリハーサルやテスト用（このマシンのみ）
help-simulate-seed = テスト用シードのファイル。1 行目は「# test seed, never funded」、2 行目は SLIP-39 または BIP-39 の単語
help-simulate-udp = 待ち受けるこのマシンのアドレス。ポート 0 なら空いているポート
help-simulate-model = 機種
help-simulate-auto = 人の代わりにボタンを押し、画面を表示する。デバイスで入力するパスフレーズは空
help-simulate-pin = PIN。指定しなければロックされない
