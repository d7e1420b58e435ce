## 各ページ: いま行うこと、見るもの、次に行うこと

page-next = 次に: { $next }

briefing-title = 始める前に:この計画への警告
briefing-now = 警告は { $warnings } 件、計画が受け入れているものは { $accepted } 件です。一つずつ読んでください。納得できない場合は、ここで中断してください。
briefing-warning = { $lint }({ $line } 行目)。{ $cause } → { $then }
briefing-accepted = 受け入れ済み { $lint }({ $line } 行目)。{ $cause } → { $then }
briefing-next = セレモニーを始めるか、中断したところから再開します。

page-plug-in-title = デバイスの接続
page-plug-in-now = { $member } さんは、シードの入ったデバイスをこのラップトップに接続し、ほかのデバイスは接続しないでください。
page-plug-in-look = 前の人のデバイスは、すでに抜いて保管してあることを確かめてください。画面が点灯し、PIN を求められたら、{ $member } さんが入力し、ほかの人は見ないでください。多くの機種は、PIN を入力するまで認識されません。ほかには、まだ何も押さないでください。
page-plug-in-rehearsal = リハーサルのデバイスはソフトウェアなので、接続するものはありません。
page-plug-in-next = Gishiki がデバイスの情報を読み取ります。

page-identify-title = デバイスの確認
page-identify-now = Gishiki が、デバイスの機種、ファームウェア、設定を読み取っています。
page-identify-look = デバイスが PIN を求めたら、{ $member } さんが入力してください。ほかの人は見ないでください。
page-identify-next = 本物であることを証明させます。

page-check-device-title = デバイスは本物か
page-check-device-now = { $member } さんのデバイスに、本物であることの証明と、ファームウェアのハッシュを求めています。
page-check-device-look = 証明してよいか、デバイスが尋ねます。{ $member } さんが許可してください。Model T には証明する機能がなく、何も表示されません。なお、証明書の失効はネットワークでしか調べられず、偽物が本物に問い合わせを転送する可能性も残ります。
page-check-device-next = デバイス上のウォレットを開きます。

page-check-backup-title = バックアップの確認
page-check-backup-now = { $member } さんはバックアップを用意し、プレートまたはカードそのものを見ながら、単語をデバイスに入力してください。
page-check-backup-look = 入力するのはデバイスだけです。コンピューターには決して入力しないでください。最後に、その単語がデバイスの持つシードかどうかをデバイスが知らせます。単語は誰にも見せず、近くにいる人は目をそらしてください。いったん始めると、確認を終えられるのはデバイスの画面からだけです。
page-check-backup-next = デバイスが PIN、単語の数、そして各単語を尋ねます。

page-commit-seed-title = パスフレーズなしのウォレット
page-commit-seed-now = Gishiki が、{ $member } さんのデバイスでパスフレーズなしで開くウォレットを読み取り、そのコミットメントだけを保存します。
page-commit-seed-look = コミットメントは、二人が同じシードを使っていないかを後で調べるためのものです。
page-commit-seed-asks = このデバイスは、パスフレーズを必ずデバイス本体で入力する設定になっているため、ここでも入力を求めます。{ $member } さんは何も入力せず、空であることを承認してください。何か入力すると別のウォレットが開き、ここではそれに気付けません。
page-commit-seed-next = 最初のパスフレーズウォレットを開きます。

page-enter-title = { $wallet } を開く: { $entry } / { $of } 回目
page-enter-now = { $member } さんは、ウォレット { $wallet } のパスフレーズを、誰にも見られず聞かれないように入力してください。
page-enter-laptop = 計画では、パスフレーズをこのラップトップで入力します。ラップトップにはその内容が渡るため、ラップトップを操れる人に知られるおそれがあります。入力場所は、署名される結果に記録されます。
page-enter-not-the-name = ウォレットの名前をパスフレーズにしてはいけません。「{ $wallet }」とは決して入力しないでください。
page-enter-twice = 新しいウォレットは、別々のセッションで二回入力します。二回目は封印カードを見て入力してください。打ち間違いがあると、同じように有効な別のウォレットが黙って開いてしまい、こうしなければ気付けません。
page-enter-again = これは二回目の入力です。記憶に頼らず、封印カードを一文字ずつ見て入力してください。
page-enter-known = このウォレットは以前から登録されています。入力は一回だけで、識別子を登録されたものと照合します。
page-enter-next-again = 同じパスフレーズを、封印カードを見てもう一度入力します。
page-enter-next = アカウントを読み取り、アドレスを一つずつ表示します。

page-reopen-title = { $wallet } をもう一度開く
page-reopen-now = デバイスがウォレットを開いていないため、{ $member } さんは { $wallet } のパスフレーズをもう一度入力してください。
page-reopen-laptop = 計画では、パスフレーズをこのラップトップで入力します。ラップトップにはその内容が渡るため、ラップトップを操れる人に知られるおそれがあります。
page-reopen-look = ウォレットの識別子を以前のものと照合します。打ち間違いがあれば分かり、別のウォレットでは何も行いません。ウォレットの名前をパスフレーズにしてはいけません。
page-reopen-next = 待っていた手順を続けます。

page-read-account-title = アカウントの読み取り
page-read-account-now = Gishiki が、アドレスをラップトップでも独自に導出するため、アカウントの公開鍵をデバイスから読み取っています。
page-read-account-look = デバイスには何も表示されません。何も押さないでください。
page-read-account-next = このアカウントのアドレスを、デバイスに一つずつ表示します。

page-show-address-title = アドレスの照合: { $label }
page-show-address-now = { $member } さんと立会人は、デバイスのアドレスとパスを、このページのものと見比べてください。
page-show-address-look = すべての区切りと、デバイスのメニューにあるパスを見比べてください。デバイスが表示するアカウント名「ETH #n」はあいまいで、何の証明にもなりません。すべて同じなら、{ $member } さんがデバイスで承認します。
page-show-address-next = 両方が同じだったかをお尋ねします。
page-show-address-sheet-write = ウォレットの最初のアドレスです。デバイスの画面から、パスとともに紙に書き写してください。
page-show-address-sheet-compare = 既知のウォレットです。紙にこのパスがあれば同じはずです。なければ両方を書き足してください。

page-compare-sheet-title = 紙との照合: { $wallet }
page-compare-sheet-now = { $member } さんと立会人は、デバイスのアドレスを { $wallet } の紙のアドレスと見比べてください。
page-compare-sheet-look = ウォレットを再び開きました。ラップトップではなく、紙とデバイスのすべての区切りを見比べてください。すべて同じなら、{ $member } さんがデバイスで承認します。
page-compare-sheet-next = 両方が同じだったかをお尋ねします。

page-review-title = 署名の前に: マニフェスト { $sequence } の内容
page-review-now = { $member } さんは、確認したとおりに入っている自分のアドレス { $own } 個以外の、マニフェストのすべての内容を読んでください。
page-review-look-next = 一つ前のマニフェストとの違いです。どの行も、チームが決めたとおりでなければなりません。誰も説明できないものには署名せず、ここで中断して確認してください。
page-review-look-first = 最初のマニフェストなので、すべてが新しい内容です。どの行も、チームが決めたとおりでなければなりません。誰も説明できないものには署名せず、ここで中断して確認してください。
page-review-next = マニフェストのダイジェストを照合し、続いて { $member } さんが署名します。

page-compare-title = ダイジェストの照合
page-compare-now = 操作者は、このファイルのコピーを別の機器に移し、そこで sha256sum を使ってダイジェストを計算してください。
page-compare-look = 立会人が別の機器のダイジェストを最後の区切りまで読み上げ、操作者がこのページと照合してください。
page-compare-next = このダイジェストを含む文面に署名します。

page-sign-title = { $wallet } で署名
page-sign-now = { $member } さんは、この文面にデバイスで署名してください。
page-sign-look = 署名アドレス、デバイスのメニューにあるパス、文面のすべての文字を、このページと見比べてください。
page-sign-next = Gishiki が署名者を確認し、署名を保存します。

page-compare-safe-tx-title = 照合: { $label }
page-compare-safe-tx-now = 操作者は、このトランザクションの safeTxHash を、別の機器の「gishiki safe-tx explain」で計算してください。
page-compare-safe-tx-look = 別の機器では、このラップトップではなく、チームが意図した内容（呼び出し、Safe、チェーン、ナンス）から計算します。立会人が safeTxHash を最後の区切りまで読み上げ、操作者は、ナンス、チェーン、Safe とともに、このページと照合してください。
page-compare-safe-tx-warned = 下に警告があります。チームがまさにそのとおりに決めた場合にだけ、先へ進んでください。
page-compare-safe-tx-next = { $member } さんがウォレット { $wallet } で署名します。

page-sign-safe-tx-title = { $wallet } で署名: { $label }
page-sign-safe-tx-now = { $member } さんは、この Safe のトランザクションにデバイスで署名してください。
page-sign-safe-tx-look = まず署名アドレスを見比べてください。デバイスでは小文字で表示されます。
page-sign-safe-tx-values = 次に、チェーン、Safe、すべての値を見比べてください。デバイスで「Show full message」を選ばないと、値は表示されません。データは「0x」なしで表示されます。
page-sign-safe-tx-hash = 最後に、メッセージハッシュをすべての桁まで見比べてください。すべての値がこのハッシュに含まれます。
page-sign-safe-tx-no-hash = このデバイスのファームウェアは 2.9.1 より古く、メッセージハッシュを表示しません。何に署名するかは、値だけが示します。
page-sign-safe-tx-hashes = このモデルは値を表示せず、ドメインハッシュとメッセージハッシュだけを表示します。両方をすべての桁まで見比べてください。
page-sign-safe-tx-next = Gishiki が署名者を確認し、署名を保存します。

page-witness-title = 立会人: { $name }
page-witness-now = { $name } さんは、このマニフェストがこのセレモニーのものであることに署名します。
page-witness-key = { $name } さんは、自分の Ethereum の鍵と任意の機器を使い、下の文面に、末尾の改行を付けずにパーソナルメッセージとして署名してください。その前にダイジェストを単語で照合します。署名は「gishiki witness」で、いまでも後でも記録できます。ここで待つ必要はありません。
page-witness-paper = 下の文面とダイジェストの単語を紙に印刷し、両方を照合してから、{ $name } さんが日付を添えて手で署名してください。「gishiki witness --paper」で、いまでも後でも記録できます。
page-witness-rehearsal = リハーサルでは、公開されたテスト用の鍵が、すべての立会人に代わってすぐに署名します。
page-witness-next = 次の立会人に進むか、終了します。

page-drill-title = 復元訓練: { $member } さんはすべてをもう一度開けますか
page-drill-now = { $member } さんは、予備のデバイスでウォレット { $wallets } 個をもう一度開き、アドレス { $addresses } 件をすべてマニフェストと照合します。
page-drill-spare = バックアップから復元した予備のデバイスと、セレモニーとは別のラップトップを使ってください。セレモニーのデバイスは封筒に入れたままにします。それを使っても、ここでは何の証明にもなりません。
page-drill-look = 封印カードとウォレットの紙を用意してください。デバイスが署名するのは、ウォレットごとに一つの文面だけです。ほかのものが表示されたら、すべて拒否してください。
page-drill-next = 予備のデバイスを接続します。

page-drilled-title = { $member } さんの復元訓練は終わりました
page-drilled-now = { $wallets ->
    [0] { $member } さんが開き直せたウォレットはありません。
   *[other] { $member } さんはウォレット { $wallets } 個を開き直して照合し、それぞれがそのことを述べる文面に署名しました。
}
page-drilled-missing = 除外したため、復元できていないもの: { $missing }。どのバックアップまたはカードが誤っているのか、今日のうちに突き止めてください。
page-drilled-look = { $member } さんは、予備のデバイスを消去するか、セレモニーのデバイスと同じように安全に保管してください。カードと紙は封筒に戻してください。
page-drilled-next = 「gishiki verify --drill」で、だれでもこの訓練を検証できます。

page-end-sessions-title = デバイスの記憶を消す
page-end-sessions-now = Gishiki が、{ $member } さんのデバイスにすべてのウォレットを忘れさせ、ロックします。
page-end-sessions-look = デバイスはロック画面になります。何も押さないでください。
page-end-sessions-next = { $member } さんはデバイスを抜いて保管してください。

page-combine-title = 結果の統合
page-combine-now = Gishiki が、全員の結果をもう一度検査し、そのアドレスから Safe と Split を導出しています。
page-combine-look = デバイスは必要ありません。
page-combine-next = チームのマニフェストを書き込み、照合し、署名します。

page-finished-member-title = { $member } さんの結果は完成しました
page-finished-member-now = { $member } さんは、すべてのアドレスを照合し、すべてのウォレットで署名しました。
page-finished-member-look = { $member } さんはデバイスを抜いてください。封印カードは封筒に戻してください。
page-finished-member-next = 次のメンバーの番、またはチームのマニフェストに進みます。

page-finished-team-title = セレモニーは完了しました
page-finished-team-now = チームのマニフェストを書き込み、署名が必要な全員が署名しました。
page-finished-team-look = 別の機器で「gishiki verify」による検証を終えるまで、どれも使用しないでください。
page-finished-team-next = 公開できるものを書き出し、sealed フォルダーは監査のために保管します。

page-trouble-title = 続けられない問題があります
page-trouble-kept = これまでの結果は保存されています。
page-trouble-next = この手順をやり直すか、ここで中断して後から「gishiki resume」で続けます。

page-waiting-title = お待ちください
page-waiting-now = セレモニーを始めます。

## 項目名

fact-address = アドレス
fact-path = パス
fact-label = ラベル
fact-role = 役割
fact-wallet = ウォレット
fact-account = アカウント
fact-file = ファイル
fact-folder = フォルダー
fact-sha256 = SHA-256
fact-words = 読み上げ
fact-statement = 文面
fact-pages = デバイスでは
fact-signer = 署名者
fact-nonce = ナンス
fact-chain = チェーン
fact-safe = Safe
fact-warning = 警告
fact-call = 呼び出し
fact-message-hash = メッセージハッシュ
fact-domain-hash = ドメインハッシュ
fact-safe-tx-hash = safeTxHash
fact-derived = 導出結果
fact-shown = デバイス
fact-expected = 予定
fact-said = デバイス

## 進み具合

progress-member = { $member }
progress-members = { $at }/{ $all } 人目
progress-team = チーム全体
progress-wallets = ウォレット { $at }/{ $all }
progress-addresses = アドレス { $at }/{ $all }
progress-signatures = 署名 { $at }/{ $all }
progress-exceptions = 例外 { $count } 件

## 標示

mark-rehearsal = REHEARSAL
mark-testnet = TESTNET

## 質問と答え

question-read = ここにいる全員が、このページを最後まで読みましたか。
question-ready = 準備はできましたか。
question-reviewed = 署名する人はすべての行を読みましたか。すべて意図したとおりですか。
question-same-address = デバイスは、このアドレスとこのパスを正確に表示しましたか。
question-same-address-next = 確認済みとして記録し、次の手順に進みます。
question-same-address-sheet = デバイスは、このアドレスとこのパスを正確に表示しましたか。ウォレットの紙にも両方を書きましたか。
question-same-sheet = デバイスは、{ $wallet } の紙に書かれたアドレスを正確に表示しましたか。
question-same-sheet-next = 待っていた手順を続けます。
question-same-digest = 別の機器のダイジェストは、これと正確に同じですか。
question-same-safe-tx = 別の機器で計算した safeTxHash は、これと完全に同じですか。
question-leave-out = { $wallet } をこの復元訓練から除外しますか。
question-leave-out-title = ウォレットを除外しますか
question-leave-out-now = { $wallet } についての例外を記録しました。このウォレットをもう一度試すか、除外して訓練を続けるかを選べます。
question-leave-out-look = 除外したウォレットは何も署名せず、復元できていないものと見なされます。名前は記録に残ります。
question-leave-out-next = このウォレットをもう一度試すか、次のウォレットに進みます。
question-unplugged = { $member } さんのデバイスを抜き、電源が切れたことを確認しましたか。
question-unplugged-next = デバイスがすべてのウォレットを忘れたことを記録します。
question-unplugged-now = Gishiki からは忘れさせることができないため、{ $member } さんはデバイスを抜いてください。
question-unplugged-look = デバイスは、電源が切れると開いているウォレットを忘れます。電源が入ったままでは、次に手にした人がウォレットを使えてしまいます。
question-trouble = どうしますか。
choice-read = はい、最後まで読みました
choice-ready = 準備できました
choice-same = はい、完全に同じです
choice-differs = いいえ、違いがあります
choice-unplugged = はい、抜きました
choice-leave-out = 除外する
choice-try-again = もう一度試す
choice-retry = この手順をやり直す
choice-exception = 例外を記録する
choice-stop = ここで中断する
choice-sure = 「{ $choice }」は取り消せません。y、続いて Enter を押してください。Esc で戻ります。
choice-unread = 先にページを最後まで読んでください（PgDn）。

## 例外

exception-title = 例外の記録
exception-explains = ジャーナルに書き込まれ、すべての要約の先頭に示されます。何かを免除するものではなく、質問はもう一度行います。半角英数字と記号で、一行 { $most } 文字以内で入力してください。
exception-next = 質問をもう一度行います。
exception-expected = 予定していたこと
exception-happened = 起きたこと
exception-decided = 決めたこと
err-exception-empty = 例外の記録に空の行があります。
rec-exception-empty = 予定していたこと、起きたこと、決めたことをすべて入力してください。
err-exception-characters = 例外の記録に、ジャーナルで使えない文字があります。
rec-exception-characters = 半角の英数字と通常の記号だけを使ってください。
err-exception-too-long = 例外の記録に { $most } 文字を超える行があります。
rec-exception-too-long = 短く書いてください。詳しい経緯は紙に残せます。

## シミュレーターのデバイス

device-pane = 模擬 Trezor
device-off = （電源オフ）
device-locked = （ロック中）
device-page = { $page } / { $pages } ページ
device-typed = 入力: { $bytes } バイト
typed-nothing = まだ入力がありません
typed-good = どのデバイスでも入力できます
typed-outer-space = 先頭か末尾に空白があります
typed-too-long = デバイスには長すぎます
typed-strange = デバイスで入力できない文字があります
typed-no-digits = 数字以外があります
button-confirm = 承認
button-hold = 長押しで承認
button-holding = 長押し中: もう一度
button-unread = 読まずに承認
button-cancel = 取り消し
button-next-page = 次のページ
button-previous-page = 前のページ
button-show-all = 全ページを表示
type-passphrase = パスフレーズを入力する（表示されません）
type-pin = PIN を入力する（表示されません）
type-rehearsal-passphrase = リハーサル用パスフレーズを入力する
type-rehearsal-pin = リハーサル用 PIN を入力する
type-rehearsal-backup = リハーサル用の内容を入力する
type-word-count = 単語の数を入力する（表示されません）
type-words = バックアップの単語を入力する（表示されません）
type-empty = 空のままにする
device-cannot-type = デバイスのキーボードでは入力できません。

## ラップトップでのパスフレーズと PIN

host-passphrase = { $wallet } のパスフレーズをここに入力してください。画面には表示されません。
host-pin-matrix = PIN の各数字の位置を、テンキーの配置で入力してください。画面には表示されません。
host-typed = { $bytes } バイト

## 番号で答える質問

plain-choose = 番号を入力して Enter を押してください:
plain-not-a-choice = 上の番号のいずれかを入力してください。
plain-device = 模擬 Trezor の画面:
plain-give-up = （Ctrl-C で、デバイスの待機を取り消せます。）
plain-recorded = 記録: { $line }
plain-sent = { $bytes } バイトを受け取りました。

## 単独で動く模擬デバイス

standalone-secret = （パスフレーズ。ここには表示しません）
standalone-changed = その間にデバイスの画面が変わりました。

## ジャーナルの行

journal-line = { $position } { $event }
journal-line-of = { $position } { $event }: { $what }
journal-begun = 開始
journal-device-identified = デバイスを確認
journal-device-proved = デバイスは本物
journal-device-unproved = デバイスの証明なし
journal-backup-checked = デバイスがバックアップを確認した
journal-seed-committed = シードのコミットメント
journal-wallet-entered = ウォレットを入力
journal-wallet-refused = ウォレットを拒否
journal-wallet-reopened = ウォレットをもう一度開いた
journal-wallet-opened = ウォレットを開いた
journal-sheet-compared = 最初のアドレスを紙と照合した
journal-account-read = アカウントを読み取り
journal-account-kept = アカウントを読み取り（記録なし）
journal-address-confirmed = アドレスを確認
journal-part-written = 結果を書き込み
journal-part-compared = 結果を照合
journal-part-accepted = 結果を受け入れ
journal-statement-signed = 文面に署名
journal-manifest-written = マニフェストを書き込み
journal-manifest-compared = マニフェストを照合
journal-manifest-signed = マニフェストに署名
journal-address-compared = アドレスを照合
journal-wallet-left-out = ウォレットを除外
journal-record-written = 記録を書き込み
journal-record-compared = 記録を照合
journal-witness-signed = 立会人が署名
journal-witness-on-paper = 立会人が紙に署名
journal-exception-recorded = 例外を記録
journal-alarm-raised = 警報
journal-sessions-ended = セッションを終了
journal-finished = 完了
journal-other = { $name }

## 画面

tui-journal = ジャーナル
tui-journal-empty = （まだありません）
tui-stopping = 中断しています…
tui-working = お待ちください。いまは何もする必要がありません。
tui-fill-hint = リハーサルでは、F4 で自動入力し、Enter で送信できます。
tui-more = ▼ 続き: PgDn
tui-over = Enter を押すと終了します。
tui-small = 端末が小さすぎます。横 { $columns } 桁、縦 { $rows } 行以上に広げてください。セレモニーはそのまま待っています。
tui-unseen = 画面が見えない間は、キー操作を受け付けません。
tui-stop-title = ここで中断しますか
tui-stop = 何も失われません。「gishiki resume」でここから続けられます。中断するには y、続いて Enter を押してください。Esc で戻ります。
tui-stop-again = 何も失われません。同じコマンドでここから続けられます。中断するには y、続いて Enter を押してください。Esc で戻ります。
key-help = ? ヘルプ
key-help-f1 = F1 ヘルプ
key-select = ←→ 選ぶ
key-enter = Enter 決定
key-exception = x 例外
key-stop = q 中断
key-scroll = PgUp PgDn
key-sure = y、続いて Enter
key-back = Esc 戻る
key-next-field = Tab 次の行
key-fill = F4 リハーサル用
key-send = Enter 送信
key-give-up = c 取り消し
key-buttons = F5–F9 デバイス
key-focus = Tab デバイスへ
key-unfocus = Tab 戻る
help-title = ヘルプ
help-answers = ← → で答えを選び、Enter で決定します。取り消せない答えは、y、続いて Enter で確定します。
help-page = ↑ ↓ PgUp PgDn で長いページを読み進めます。「はい」は、最後まで表示した後に選べます。
help-device = F5 から F9 で、模擬 Trezor のボタンを表示どおりに押します。Tab、← →、Enter でも操作できます。長押しのボタンは二回押します。
help-typing = デバイスが文字を求めている間、文字はすべてデバイスに入力され、表示されません。Enter で送信し、F4 でリハーサル用の文字を入力します。
help-exception = 質問が表示されているとき、x で例外を記録できます（予定していたこと、起きたこと、決めたこと）。
help-give-up = c で、デバイスの待機を取り消します。手順はやり直せます。
help-stop = q または Ctrl-C で中断します。後から「gishiki resume」で続けられます。Ctrl-C を二回押すと、すぐに終了します。
help-close = どのキーでもこのページを閉じます。
err-screen-unusable = 端末を使用できません: { $reason }。
rec-screen-unusable = 端末で実行するか、--plain で番号による質問を使ってください。
err-face-gone = 画面の処理が { $place } で停止しました。
rec-face-gone = 記録済みの内容は保存されています。「gishiki resume」で続けられます。再び起きる場合は --plain を使ってください。
