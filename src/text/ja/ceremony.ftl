## 一行で表す現在の状況

line-plug-in = { $member }: デバイスの接続を待っています。
line-identify = { $member }: デバイスの情報を読み取っています。
line-check-device = { $member }: デバイスが本物であることを証明します。
line-check-backup = { $member }: バックアップの単語をデバイスに入力し、デバイスのシードと照合します。
line-commit-seed = { $member }: シードの共有を検出するため、パスフレーズなしのウォレットを読み取っています。
line-enter = { $wallet }: パスフレーズ入力 { $entry } / { $of } 回目。
line-reopen = { $wallet }: パスフレーズをもう一度入力します。
line-read-account = { $wallet }: アカウント { $path }。
line-show-address = { $label } · { $path } · { $address }
line-compare-sheet = { $wallet }: 最初のアドレス { $path } を紙と照合します。
line-review = { $member } さんは、マニフェストのうち自分の結果以外の内容を読みます。
line-compare = { $file } · SHA-256 { $digest }
line-sign = { $wallet } が署名: { $statement }
line-compare-safe-tx = { $label } · safeTxHash { $hash }
line-safe-tx-warning = トランザクションへの警告です:{ $finding }
line-sign-safe-tx = { $wallet } が { $label } に署名します（{ $signer }）。
line-witness = 立会人 { $name } が署名: { $statement }
line-drill = { $member }: 予備のデバイスによる復元訓練（ウォレット { $wallets } 個、アドレス { $addresses } 件）。
line-drilled = { $member }: ウォレット { $wallets } 個を開き直し、照合しました{ $missing ->
    [0] 。
   *[other] 。除外したウォレット: { $missing } 個。
}
line-end-sessions = { $member }: デバイスはすべてのウォレットを忘れます。
line-warning = 計画への警告です:{ $lint }({ $line } 行目)
line-accepted = 計画が受け入れている警告です:{ $lint }({ $line } 行目)
line-combine = 各メンバーの結果を統合しています。
line-finished-member = { $member }: 完了。
line-finished-team = チームのマニフェストに署名しました。

## 実行を妨げるもの

err-stopped-at-warnings = 計画への警告のところで中断しました。まだ何も始めて(再開して)いません。
rec-stopped-at-warnings = 警告の内容についてチームで決めてから、もう一度実行してください。
err-stopped = 中断しました。
rec-stopped = 何も失われていません。「gishiki resume」でここから続けられます。
err-stopped-in = 中断しました。
rec-stopped-in = 何も失われていません。「gishiki resume { $folder }」でここから続けられます。
err-drill-stopped = 中断しました。
rec-drill-stopped = 何も失われていません。--out { $folder } を付けて同じコマンドを実行すると、ここから続けられます。
err-drill-in-ceremony = { $folder } はセレモニー自身のフォルダーです。
rec-drill-in-ceremony = --out で別のフォルダーを指定してください。ほかのものが入ったセレモニーは、検証に通らなくなります。
err-drill-nothing = { $folder } に復元訓練はありません。
rec-drill-nothing = 「gishiki drill」が作ったフォルダーを指定してください。
err-drill-of-another = このフォルダーには { $member } の復元訓練がありますが、別のマニフェストまたは別のメンバーのものです。
rec-drill-of-another = --out で別のフォルダーを指定してください。
err-drill-left-out = { $member } の次のウォレットは、この復元訓練から除外されました: { $wallets }
rec-drill-left-out = これらは復元できていないものと見なされます。セレモニーのデバイスで開ける今日のうちに、どのバックアップまたはカードが誤っているのかを突き止めてください。
err-nothing-begun = このフォルダーではセレモニーが始まっていません。
rec-nothing-begun = 「gishiki rehearse」または「gishiki run」で始めてください。
err-custodian-unknown = 計画には、ウォレットを持つ管理者 { $name } がいません。
rec-custodian-unknown = 計画どおりの名前を指定してください。「gishiki check」で一覧を確認できます。
err-journal-disorder = { $member } のジャーナルの { $line } 行目に、そこでは起こり得ない出来事があります。
rec-journal-disorder = このフォルダーでは続行せず、監査のためにそのまま保管し、新しく実行を始めてください。
err-journal-of-another = { $member } のジャーナルは、別のセレモニーまたは別の計画のものです。
rec-journal-of-another = フォルダーの public にある計画か、別のフォルダーを使ってください。
err-run-of-another-scope = このフォルダーでは、範囲の異なる実行（チーム全体、一人の分、または統合）がすでに始まっています。
rec-run-of-another-scope = 「gishiki resume」でそれを続けるか、別のフォルダーを選んでください。
err-exception-unwritable = 例外の記録に、署名されるファイルへ書けない文があります。空であるか、1000 文字を超えるか、印字可能な ASCII 以外の文字を含んでいます。
rec-exception-unwritable = どの文も英数字と記号で書いてください。
err-part-unsettled = { $member } の結果は完成していません。
rec-part-unsettled = 先に「gishiki resume」で完了してください。
err-part-rehearsal = { $member } の結果はリハーサルのものですが、ほかの結果は本番のものです。
rec-part-rehearsal = { $member } が「gishiki run」で作成した結果を使ってください。リハーサルの結果を本番のマニフェストに入れることはできません。
err-part-real = { $member } の結果は本番のものですが、ほかの結果はリハーサルのものです。
rec-part-real = リハーサルでは「gishiki rehearse」の結果だけを使い、本番の結果は本番の統合のために保管してください。
err-part-other-ceremony = { $member } の結果は、計画とは別の組織、セレモニー、またはチェーンのものです。
rec-part-other-ceremony = { $member } がこのセレモニーで作成したフォルダーか、その結果を作成したときの計画を使ってください。
err-part-other-sequence = { $member } の結果は別の回のセレモニーのものです。通し番号または直前のマニフェストが計画と異なります。
rec-part-other-sequence = { $member } がこの回で作成した結果を使ってください。以前のセレモニーの結果をもう一度統合することはありません。
err-part-other-plan = { $member } の結果は、別の計画で作成されています。
rec-part-other-plan = { $member } の計画の SHA-256 を、確認済みの計画のものと照合してください。別の計画で実行した場合は、その部分をやり直してください。
err-part-altered = { $member } の結果は正しくありません。{ $file } は、実行記録(ジャーナル)から導かれる内容と異なります。
rec-part-altered = { $member } から変更されていないフォルダーをもう一度受け取ってください。それでも拒否される場合は、その部分をやり直してください。
err-part-unpinned = { $member } の結果のダイジェストは、別の経路では誰からも伝えられていません。ここにあるファイルのダイジェストは { $digest } です。
rec-part-unpinned = { $member } にダイジェストを読み上げてもらい、--part { $member }=SHA256 を指定してください。それができない場合は、--unpinned { $member } を指定すると、その旨がマニフェストに記されます。
err-custodian-untouched = この計画には { $name } の新しいものがないため、アドレスのために開くウォレットがありません。
rec-custodian-untouched = { $name } がマニフェストに署名する場合は、各自の結果を統合したあとで「gishiki sign」を使ってください。
carried-flaw =
    { $flaw ->
        [missing] { $name } がありません
        [form] { $name } が正規の形式ではありません
        [heading] { $name } は別の系列または別の回の儀式のものです
        [row] { $name } の行が、引き継ぐ内容と一致しません
        [wallet] { $name } が別のウォレットか、別の署名者になっています
        [typed] { $name } の階層、またはパスフレーズの入力方法が、計画と異なります
        [statement] { $name } は別の文です
        [signature] { $name } はそのウォレットの署名ではありません
        [kept] { $name } はその回では xpub を渡していませんが、計画では渡すことになっています
       *[sealed] { $name } は、パートが指すファイルではありません
    }
err-carried-refused = 第 { $sequence } 回の儀式の { $member } のパートから引き継ぐ内容が正しくありません:{ carried-flaw }。
rec-carried-refused = 一つ前の儀式のフォルダーを、変更せずに --previous で指定してください。または、計画から confirmed を削除し、もう一度表示させてください。
err-carried-changed = 一つ前の儀式のフォルダーの { $file } は、そのマニフェストが指すものではありません。
rec-carried-changed = 保管場所からフォルダーを取り直し、先に検証してください。
err-previous-missing = これは第 { $sequence } 回の儀式ですが、一つ前の儀式のフォルダーがないため、それに続けられるかどうか分かりません。
rec-previous-missing = 一つ前の儀式のフォルダーを --previous DIR で指定してください。
err-next-first = { $wallet } の最初のアドレスが、紙にある { $role } のもの({ $address })ではなくなっています。
rec-next-first = { $role } をこのウォレットの最初のロールのままにしてください。やめる場合はウォレット全体をやめ、残すもののために新しいウォレットを計画してください。
err-next-vanished = 一つ前のマニフェストにある { $name }({ $address })が、この計画にはなく、廃止もされていません。
rec-next-vanished = 理由とともに [[retired]] に書くか、計画に戻してください。
err-next-forgotten = { $name }({ $address })は以前に廃止されましたが、この計画には書かれていません。
rec-next-forgotten = 前回の計画から項目を引き継いでください。以後のすべての計画に残します。
err-next-sequence = この計画の sequence は、計画が指すマニフェストの次の番号ではありません。
rec-next-sequence = その儀式のすぐ次の番号を書いてください。
err-next-history = 一つ前のマニフェストは、別の組織またはチェーンのものです。
rec-next-history = 計画の organisation と chain_id を直してください。別の組織やチェーンは、それ自身の最初の儀式から始めます。
err-next-mixed = リハーサルと本番、またはテストネットと本番のチェーンが、一つの系列に混在することになります。
rec-next-mixed = リハーサルは前回のリハーサルに、本番は前回の本番に続けてください。
err-next-contract = { $name } が、一つ前のマニフェストのアドレス({ $address })とは別のアドレスになります。
rec-next-contract = オーナーやソルトを含め、作成時の内容を前回の計画のとおりに書いてください。変えるものは next に書きます。別のコントラクトには別の名前を付け、これは [[retired]] に書いてください。
err-next-state = 一つ前のマニフェストで { $name }({ $address })が変更されましたが、この計画に現在の状態が書かれていません。
rec-next-state = 前回の儀式が決めた状態を now に書いてください。「gishiki plan extend」がそのとおりに書きます。
err-next-retired-other = { $name }({ $address })が、あるべきものとは別の名前、ラベル、または回で廃止されています。
rec-next-retired-other = 一つ前のマニフェストにある名前とラベル、そしてこの儀式の回を書いてください。
err-next-never = { $name }({ $address })は廃止されたとありますが、一つ前のマニフェストにはなく、そこで廃止されてもいません。
rec-next-never = 項目を削除するか、そのマニフェストにあるとおりに書いてください。
err-next-dissolved = { $name }({ $address })は一つ前のマニフェストではコントラクトでしたが、この計画ではそうではありません。そのオーナーがどこにも書かれなくなります。
rec-next-dissolved = [[safe]] または [[split]] に残すか、理由とともに [[retired]] に書いてください。
err-next-claimed = { $name }({ $address })は一つ前のマニフェストでは外部アドレスでしたが、この計画ではチームの鍵のアドレスになっています。
rec-next-claimed = [[external]] に残し、ロールには別の鍵を使うか、アドレスを直してください。
err-next-label = ラベル { $name } は、一つ前のマニフェストでは { $address } のものですが、この計画では別のアドレスに使われています。
rec-next-label = 別のラベルを書いてください。知られたラベルは、ずっと同じアドレスのものです。
err-next-succession = 一つ前のマニフェストの署名者 { $signers } 人のうち { $there } 人しか署名しません。{ $needed } 人が必要です。
rec-next-succession = この儀式で離れる人も含めて、署名者に加えてください。
err-previous-other = --previous で指定されたフォルダーのマニフェストは { $digest } で、計画が指すものではありません。
rec-previous-other = この儀式の一つ前の儀式のフォルダーを指定するか、計画の previous を直してください。
err-part-changed = { $member } の結果は、受け入れた後に変更されています。
rec-part-changed = ファイルを元に戻すか、新しく統合を始めてください。
err-part-not-as-told = { $member } の結果のダイジェストは、{ $member } が伝えたものと異なります。
rec-part-not-as-told = 信頼できる経路で { $member } にダイジェストをもう一度確認し、ファイルを受け取り直してください。
err-parts-share-seed = { $one } と { $other } は同じシードを持っています。
rec-parts-share-seed = どちらが相手のデバイスまたはバックアップを使ったのかを確認してください。その人は、自分だけのシードでデバイスを設定し、その部分をやり直してください。
err-parts-share-device = { $one } と { $other } は、ID が同じデバイスを使っています。
rec-parts-share-device = メンバーはそれぞれ自分のデバイスを使います。誰のものかを確認し、もう一人はその部分をやり直してください。
err-parts-share-wallet = { $one } のウォレット { $wallet } は、{ $other } のウォレットでもあります。
rec-parts-share-wallet = 一つの鍵が二人を表すことになってしまいます。誰のものかを確認し、もう一人はその部分をやり直してください。
err-addresses-met = { $one } と { $other } が、同じアドレス { $address } になります。
rec-addresses-met = 一つのアドレスは一度しか使えないため、何も署名していません。計画の外部アドレスと廃止したアドレスを、この儀式の鍵とコントラクトのアドレスと比べてください。どれかの書き間違いか、コントラクトに別の salt が必要です。計画を直してから、はじめからやり直してください。
err-parts-share-address = { $one } と { $other } の両方に、アドレス { $address } があります。
rec-parts-share-address = 一つの鍵が二人を表すことになってしまいます。誰のものかを確認し、もう一人はその部分をやり直してください。
err-name-unknown = 計画にも結果にも { $name } という名前はありません。
rec-name-unknown = 計画を修正してください。「gishiki check」が該当行を示します。
err-witness-early = 立会人 { $name } をいま記録することはできません。マニフェストの照合がまだか、すべて終わっています。
rec-witness-early = マニフェストのダイジェストを照合した後、セレモニーが終わる前に記録してください。
err-witness-unknown = 計画に立会人 { $name } がいません。
rec-witness-unknown = 計画の [[witness]] にある名前を書いてください。
err-witness-again = 立会人 { $name } はすでに記録されています。
rec-witness-again = { $name } について、することは残っていません。
err-witness-paper = 計画では、{ $name } は紙に署名します。
rec-witness-paper = 印刷した文面に署名した後、--paper を付けて実行してください。
err-witness-key = 計画では、{ $name } は鍵で署名します。
rec-witness-key = { $name } の署名を --signature で指定してください。
err-witness-form = これは署名ではありません: { $reason }
rec-witness-form = EIP-191 の署名（personal_sign）の 65 バイトを、0x と 130 桁の 16 進数で指定してください。
err-witness-taken = { $address } は、このセレモニーの { $other } のアドレスであるため、立会人 { $name } の署名には使えません。
rec-witness-taken = { $name } に、このセレモニーでほかの役割を持たない鍵で署名してもらってください。計画にそのアドレスがある場合は、計画を直してください。
err-witness-published = { $address } の鍵は公開されているため、立会人 { $name } の署名には使えません。
rec-witness-published = { $name } に、本人だけが持つ鍵で署名してもらってください。
err-witness-other = このマニフェストに対する { $name } の署名（{ $expected }）ではありません: { $said }
rec-witness-other = { $name } に、文面のファイルの全文字に、末尾の改行を付けずに、その鍵でもう一度署名してもらってください。
err-safe-tx-differs = 別の機器で計算した safeTxHash が異なります。
rec-safe-tx-differs = 署名せずに、どちらの機器が誤っているか、どの値が違うかを先に調べてください。
err-safe-tx-other-nonce = チェーンの回答によれば、{ $safe } が実行した取引は { $nonce } 件です。次のナンスは { $given } ではなく { $nonce } です。
rec-safe-tx-other-nonce = そのナンスで署名してください。同じナンスの取引が両方実行されることはありません。別の取引が待っていれば、先に送信し、もう一度チェーンに尋ねてください。
err-safe-tx-not-owner = { $batch } を実行する時点で、{ $role } は { $safe } のオーナーではありません。
rec-safe-tx-not-owner = その時点でこの Safe のオーナーである役割を指定してください。変更前後のオーナーはマニフェストに書かれています。
err-safe-tx-no-safe = { $batch } を送信するのは { $from } で、このマニフェストの Safe ではありません。
rec-safe-tx-no-safe = SafeTx として署名するものはありません。その鍵の持ち主が送信します。
err-exception-nowhere = ここにはジャーナルがないため、例外を記録できません。
rec-exception-nowhere = 日付とその場にいる全員の名前を添えて、手書きで残してください。
err-contract-per-chain = コントラクト { $name } は、チェーン { $chain } では他のチェーンと異なるアドレスになります。
rec-contract-per-chain = 計画にはチェーンごとに別のコントラクトを書いてください。

## 実行中にデバイスで起こり得る問題

err-device-simulated = このデバイスはシミュレーターまたはエミュレーターです。
rec-device-simulated = 本番のセレモニーには実機が必要です。このデバイスには「gishiki rehearse」を使ってください。
err-device-other = これは { $member } が以前に使ったものとは別のデバイスです。
rec-device-other = { $member } が最初に使ったデバイスを接続してください。
err-device-still-open = { $member } のデバイスでは、ウォレットがまだ開いている可能性があります。
rec-device-still-open = デバイスを抜いてください。電源が切れると、すべてのウォレットを忘れます。その後、この手順をやり直してください。
err-seed-published = { $member } のデバイスのシードは公開されているものです。そのウォレットの中身は誰でも使えます。
rec-seed-published = ここで中断してください。署名はまだ行われていません。デバイスを初期化し、新しいシードを作成してから、別のフォルダーで始め直してください。練習には「gishiki rehearse」を使ってください。
err-wallet-standard = { $wallet } ではなく、パスフレーズなしのウォレットが開きました。
rec-wallet-standard = { $wallet } のパスフレーズを入力してください。入力は二回とも最初からやり直します。
err-wallet-standard-asked = { $wallet } ではなく、デバイスで空のままにするはずだったときに開いたウォレットが開きました。
rec-wallet-standard-asked = そのとき何も入力していなければ、{ $wallet } のパスフレーズを入力してください。二回の入力を最初からやり直します。何か入力していた場合は、ここで中断し、別のフォルダーで始め直してください。
err-wallet-seen = 開いたのは { $wallet } ではなく、ここですでに使われているウォレットです。
rec-wallet-seen = { $wallet } の封印カードからパスフレーズを入力してください。入力は二回とも最初からやり直します。
err-wallet-unknown = 計画が知っている { $wallet } とは別のウォレットが開きました。
rec-wallet-unknown = { $wallet } のパスフレーズを慎重に入力し直してください。一文字でも間違えると別のウォレットが開きます。
err-wallet-differs = { $wallet } の二回の入力で、異なるウォレットが開きました。
rec-wallet-differs = どちらかが打ち間違いです。二回とも最初からやり直し、二回目は封印カードを見て入力してください。
err-wallet-other = { $wallet } とは別のウォレットが開きました。
rec-wallet-other = そのウォレットでは何もしていません。{ $wallet } のパスフレーズを慎重に入力し直してください。
err-drill-wallet-other = { $wallet } とは別のウォレットが開きました。パスフレーズの入力誤りか、デバイスのシードがセレモニーのものと異なります。
rec-drill-wallet-other = そこでは何もしていません。封印カードを見ながら、一文字ずつもう一度入力してください。それでも別のウォレットが開くときは、例外を記録してください。カードまたはバックアップが、チームの考えているものと異なります。
err-seed-other = このデバイスのシードは、{ $member } がセレモニーで使ったものではありません。
rec-seed-other = どのパスフレーズでもウォレットは開けません。ここで中断し、どのバックアップから復元したのかを書き留めてください。正しいデバイスが用意できたら、別のフォルダーで新しく始めてください。
err-xpub-other = アカウント { $path } は、開いているウォレットのものではありません。
rec-xpub-other = デバイスを抜き、ほかのプログラムが使っていないことを確認してやり直してください。変わらなければ中止してください。
err-address-underivable = ラップトップではアカウントから { $path } を導出できません。
rec-address-underivable = ここで中止し、例外を記録してください。
err-address-mismatch = { $path } のアドレスが一致しません。ラップトップの導出結果は { $derived }、デバイスの表示は { $shown } です。
rec-address-mismatch = このアドレスは使わないでください。もう一度表示し、再び異なる場合は中止して、ラップトップまたはデバイスを疑ってください。
brief-address-mismatch = { $path } のアドレスが、ラップトップとデバイスで一致しません。
err-address-disputed = アドレスまたはパスが同じではありません。ラップトップは { $path } で { $derived } を導出しましたが、デバイスの表示は異なっていたと回答がありました。
rec-address-disputed = このアドレスを使わないでください。もう一度表示して照合し、再び異なる場合はここで中断して、ラップトップまたはデバイスを疑ってください。
brief-address-disputed = デバイスの表示は、{ $path } のこのアドレスと異なると回答されました。
err-sheet-differs = デバイスが表示した { $wallet } の最初のアドレスは、ウォレットの紙のものと異なると回答がありました。
rec-sheet-differs = このウォレットでは何も署名しないでください。もう一度表示して照合し、再び異なる場合はここで中断して、紙、デバイス、ラップトップのどれがすり替えられたのかを調べてください。
err-address-unexpected = { $role } のアドレスは { $derived } ですが、計画では { $expected } のはずです。
rec-address-unexpected = 計画と異なるシードまたはパスフレーズを使っているか、計画が誤っています。続ける前にどちらかを確認してください。
brief-address-unexpected = { $role } のアドレスが、計画で予定されたものと異なります。
err-drill-address-unexpected = { $role } のアドレスは、デバイスでは { $derived } ですが、マニフェストでは { $expected } です。
rec-drill-address-unexpected = このウォレットでは何も署名しません。もう一度行い、それでも同じなら例外を記録してください。ウォレットがマニフェストのものではないか、ラップトップまたはデバイスを信用できません。
brief-drill-address-unexpected = { $role } のアドレスは、デバイスとマニフェストとで異なります。
err-digest-differs = { $file } のダイジェストが、別の機器で計算したものと異なります。
rec-digest-differs = ファイルを別の機器にもう一度コピーして照合してください。再び異なる場合は、何も署名しないでください。
err-signer-mismatch = 署名者は { $expected } ではなく、{ $said } または未知の者です。
rec-signer-mismatch = この署名は保存しません。やり直しても変わらなければ中止し、ラップトップまたはデバイスを疑ってください。
brief-signer-mismatch = 署名すべきアドレスによる署名ではありません。

## 警報

alarm-device-doubted = デバイスが本物であることの証明が成り立ちませんでした
alarm-seed-other = デバイスのシードがセレモニーのものと異なりました
alarm-wallet-other = 既知のウォレットとは別のウォレットが開いていました
alarm-xpub-other = アカウントが開いているウォレットのものではありませんでした
alarm-address-unexpected = アドレスが計画の示すものと異なりました
alarm-address-mismatch = デバイスのアドレスがラップトップで導出したものと異なりました
alarm-address-disputed = デバイスとラップトップのアドレスまたはパスが異なると担当者が答えました
alarm-sheet-differs = 最初のアドレスがデバイスと紙とで異なると担当者が答えました
alarm-digest-differs = 別のマシンで計算したダイジェストと異なりました
alarm-signer-mismatch = 署名するはずの鍵とは別の鍵による署名でした
