## 読み取れないファイル一式

err-bundle-nothing = { $folder } にはセレモニーがありません。
rec-bundle-nothing = セレモニーのフォルダー、その public フォルダー、または中の manifest.json を指定してください。
err-bundle-name = { $file } は、セレモニーが付ける名前ではありません。
rec-bundle-name = フォルダーにほかのものがあってはなりません。由来を確かめ、取り除いてから検証してください。
err-bundle-not-a-file = { $file } は通常のファイルやフォルダーではなく、リンクまたはデバイスです。
rec-bundle-not-a-file = リンクはたどりません。通常のファイルとして受け取り直してください。
err-bundle-files = ファイルが { $most } 個を超えています。
rec-bundle-files = セレモニーがこれほど多くのファイルを作ることはありません。信頼できる人からフォルダーを受け取り直してください。
err-bundle-bytes = { $file } またはフォルダー全体が、セレモニーのものとしては大きすぎます。
rec-bundle-bytes = 信頼できる人からフォルダーを受け取り直してください。
err-bundle-missing = { $file } がありません。
rec-bundle-missing = フォルダー全体を受け取り直してください。
err-previous-unusable = { $file } は唯一の符号化によるマニフェストではありません: { $reason }。
rec-previous-unusable = 署名されたままの manifest.json か、それが入ったフォルダーを指定してください。
err-signer-form = { $text } は NAME=ADDRESS の形ではありません。
rec-signer-form = 計画での役割名、等号、チェックサム付きのアドレスを続けて書いてください。
err-signer-twice = { $name } が二回指定されています。
rec-signer-twice = 署名者ごとにアドレスを一つ指定してください。

## どの検査にも共通する結果

v-missing = { $file } がありません。
v-more = 同じ種類の問題がほかに { $count } 件あります。
v-not-reached = 未検査: 対象を読み取れませんでした。
v-no-sealed = 未検査: sealed の部分が必要です。
v-nobody = 未検査: このセレモニーでは、アドレスのためにウォレットを開く人がいません。

## 検査(順番どおり)

v-canonical-ok = 署名対象とコントラクトのファイルは、すべて唯一の符号化になっています({ $files } ファイル)。
v-canonical-not = { $file } は唯一の符号化になっていません: { $reason }。
v-canonical-type = { $file } は別の種類のファイルです。

v-plan-ok = 計画に lint エラーはありません。SHA-256 は { $digest } です。
v-plan-brought = 計画に lint エラーはなく、お持ちの計画と同じです。SHA-256 は { $digest } です。
v-plan-another = ファイル一式の計画の SHA-256 は { $digest }、お持ちの計画は { $brought } です。
v-plan-not-brought = 未検査: これがチームの確認した計画かどうか。--plan で指定してください。

v-exceptions-ok = { $count ->
    [0] メンバーが記録した例外はありません。
   *[other] メンバーは { $count } 件の例外を記録しました。マニフェスト、各結果、sealed のファイル、ジャーナルは、ここにある限り一致しています。
}
v-exceptions-alarms = { $count ->
   *[other] 警報が { $count } 件あり、そのまま続けられました。それが正しかったかどうかは、ここからは分かりません。
}
v-exceptions-carried = 引き継ぎ元である以前の儀式の結果に、{ $count } 件の例外が記されています。その後に記録されたものは、ここにはありません。
v-exceptions-then = 第 { $sequence } 回の儀式の { $member } の例外が、結果と sealed のファイルの間で異なります。
v-exceptions-part = { $member } の例外が、結果、sealed のファイル、ジャーナルの間で異なります。
v-exceptions-manifest = マニフェストの例外の数が、メンバーの記録した数と異なります。

v-heading-ok = { $files } 個のファイルはすべて、計画どおり { $organisation }、セレモニー { $ceremony }、通番 { $sequence } のものです。
v-heading-differs = { $file } に書かれたセレモニーの情報が計画と異なります。
v-heading-member = { $member } の結果または sealed のファイルに、別のメンバーの名前があります。

v-rehearsal-real = リハーサルとは記されていません。
v-rehearsal-ok = 想定どおりリハーサルです。本番に使えるものはありません。
v-rehearsal-refused = これはリハーサル(REHEARSAL)で、本番に使えるものはありません。リハーサルとして検証するには --rehearsal を付けてください。
v-rehearsal-is-none = リハーサルを想定していますが、そう記されていません。

v-files-ok = あるべきファイルだけがあります({ $files })。
v-files-extra = { $file } はここにあるべきファイルではありません。
v-files-lost = { $file } を読めないか、もう一度読むと前と違う内容でした。検証中に変わったか、媒体に異常があります。フォルダーを自分のディスクにコピーし、それを検証してください。

v-sums-ok = { $folders ->
    [1] SHA256SUMS は、public フォルダーのファイルとそのダイジェストを過不足なく記しています。
   *[other] 両フォルダーの SHA256SUMS は、ファイルとそのダイジェストを過不足なく記しています。
}
v-sums-differ = { $file } は、ファイルから導かれる内容と異なります。

v-derived-ok = labels.csv、labels.jsonl、VERIFY.md は、マニフェストから導かれる内容とバイト単位で一致します。
v-derived-differs = { $file } は、マニフェストから導かれる内容と異なります。

v-digests-ok = 各ファイルはダイジェストで互いに結び付いています。マニフェストは計画{ $parts ->
    [0] を
   *[other] と、{ $parts } 人分の結果、sealed のファイル、ジャーナルを
}指しています。
v-digests-differ = { $from } に記された { $to } のダイジェストまたは名前が異なります。
v-digests-unpinned = チームは確認していません: { $member } の結果は、ダイジェストが別の経路で伝えられないまま受け入れられました。

v-rows-ok = { $rows } 個のアドレスは、役割、ラベル、ウォレット、パスのいずれも計画の順序どおりで、マニフェストと各結果で一致しています。
v-rows-number = { $member } の結果のアドレス数が計画と異なります。
v-rows-part = { $role } の行が計画と異なります。
v-rows-manifest = マニフェストのアドレスまたは外部アドレスが、各結果と計画から導かれる内容と異なります。

v-wallets-ok = { $wallets } 個のウォレットは、階層、入力場所、入力回数、署名者のいずれも計画どおりです。
v-wallets-laptop = 署名された結果によると、次のウォレットのパスフレーズはラップトップで入力されました: { $wallets }
v-wallets-laptop-then = 第 { $sequence } 回の儀式の署名された結果によると、次のウォレットのパスフレーズはラップトップで入力されました: { $wallets }
v-wallets-differ = { $member } のウォレットが計画と異なります。

v-policy-ok = 署名すべき者は計画どおりです。マニフェストには { $signers } 人、{ $wallets } 個のウォレットにはそれぞれ一人です。
v-policy-differs = 署名者が、計画で署名すべき者と異なります。

v-unique-ok = アドレス、ラベル、ウォレット、確認できるシードに重複はありません。
v-unique-twice = { $kind ->
    [address] アドレス { $value } が重複しています。
    [label] ラベル { $value } が重複しています。
    [wallet] ウォレット { $value } が重複しています。
   *[other] コミットメント { $value } のシードを二人のメンバーが共有しています。
}
v-unique-reused = ラベル { $name } は以前のマニフェストでは { $address } のものでしたが、ここでは別のアドレスに使われています。
v-unique-seeds-apart = 未検査: { $member } が { $others } とシードを共有していないかどうか。シードは同じセレモニーの中でしか比べられませんが、共に参加したセレモニーのファイルがここにありません。
v-unique-seeds = 未検査: 二人のメンバーがシードを共有していないかどうか。sealed の部分が必要です。

v-statement-ok = { $statements } 個の声明文は、署名対象のファイルから導かれる文と一字一句一致します。
v-statement-differs = { $file } は、署名されるべき文と異なります。

v-signature-ok = { $signatures } 個の署名は唯一の形式で、それぞれ署名すべきアドレスによるものです。
v-signature-form = { $file } は唯一の形式の署名ではありません: { $reason }。
v-signature-other = { $file } の署名者は { $expected } ではなく { $signer } です。
v-signature-many = マニフェストに挙がる署名者は、計画のウォレットと役割の合計 { $most } より多くいます。署名も、署名されるべき文も確かめていません。

v-pins-ok = 必要な { $signers } 人の署名者は、すべてファイル一式の外の証拠で確認できています。
v-pins-missing = { $role }({ $wallet })は、ここでは { $address } です。別の経路で署名者に確認し、--signer { $role }={ $address } を指定してください。
v-pins-differ = { $role } はお持ちの証拠では { $told } ですが、マニフェストでは { $address } です。
v-pins-unknown = マニフェストに役割 { $role } はありません。
v-pin-told = 別の経路で確認済み
v-pin-plan = お持ちの計画に記載
v-pin-previous = 一つ前のマニフェストに記載
v-pin-test-seed = 公開テストシード

v-address-carried = { $rows ->
    [0] 引き継いだアドレスに、xpub を渡すウォレットのものはありません。
   *[other] 引き継いだ { $rows } 個のアドレスは、それぞれの儀式の xpub から導かれます。
}
v-address-ok = { $rows ->
    [0] xpub を渡すウォレットのアドレスはありません。
   *[other] { $rows } 個のアドレスは、それぞれのアカウントの xpub から導かれます。
}
v-address-differs = { $role } の { $address } は、アカウントの xpub から { $path } に導かれるアドレスではありません。

v-identity-carried = { $accounts ->
    [0] 引き継いだアカウントの xpub はここにありません。
   *[other] 引き継いだ { $accounts } 個のアカウント xpub は、それぞれフィンガープリントによりウォレットの識別鍵の子です。
}
v-identity-ok = { $accounts ->
    [0] アカウントの xpub はここにありません。
   *[other] { $accounts } 個のアカウント xpub は、それぞれフィンガープリントによりウォレットの識別鍵の子です。
}
v-identity-accounts = { $member } のアカウントが、計画のパスが属するアカウントと異なります。
v-identity-kept = 第 { $sequence } 回の儀式の sealed のファイルでは { $wallet } のアカウント { $path } の xpub が渡されていませんが、計画では渡すことになっています。
v-identity-differs = アカウント { $path } は、ウォレット { $wallet } のものではありません。

v-contract-ok = { $contracts ->
    [0] 計画にコントラクトはありません。
   *[other] { $contracts } 個のコントラクトは、パラメーター、calldata、予測アドレスのいずれも計画とアドレスから導かれます。
}
v-contract-list = コントラクトの一覧が計画と異なります。
v-contract-differs = コントラクト { $name } は、計画とアドレスから導かれる内容と異なります。
v-contract-file = { $file } は、計画とアドレスから導かれる内容と異なります。
v-contract-chain = 未検査: コントラクトが一覧どおりにデプロイされているかどうか。チェーン上でしか確認できません。
v-batch-ok =
    { $batches ->
        [0] Safe が送信するものはありません。
       *[other] Safe が送信するバッチ { $batches } 件は、計画とアドレスから、呼び出しごとに同じ内容が導かれます。
    }
v-batch-list = マニフェストのバッチが、計画のものと一致しません。
v-batch-differs = バッチ { $name } は、計画とアドレスから導かれる内容と異なります。

v-journal-ok = { $journals } 人のメンバーのジャーナルは完全で、すべての手順が可能であり、結果と sealed のファイルはそこからバイト単位で導かれます。
v-journal-unfinished = { $member } のジャーナルは最後まで達していません。
v-journal-time = { $member } のジャーナルに、時刻として正しくない記録があります。
v-journal-part = { $member } の結果または sealed のファイルは、ジャーナルから導かれる内容と異なります。
v-journal-head = { $member } の sealed のファイルが記す先頭ハッシュは、ジャーナルのものと異なります。
v-journal-signatures = { $member } の署名は、ジャーナルのものと異なります。

v-team-journal-ok = チームのジャーナルは完全で、すべての手順が可能であり、マニフェストと署名に一致します。
v-team-journal-unfinished = チームのジャーナルは最後まで達していません。
v-team-journal-differs = チームのジャーナルは、マニフェストまたはその署名と一致しません。
v-team-journal-limit = 証明できません: チームのジャーナル全体が書き直されていないこと。署名の対象ではなく、ハッシュの連鎖とほかのファイルとの一致だけが根拠です。

v-device-ok = { $devices } 台のデバイスに支障はありませんでした(ラップトップを介したデバイス自身の申告です)。
device-of = { $then ->
    [0] { $member } のデバイス
   *[other] 第 { $then } 回の儀式での { $member } のデバイス
}
v-device-carried = 引き継ぎ元である以前の儀式の結果 { $parts } 件に使われたデバイスに支障はありませんでした(sealed のファイルによります)。USB 接続だったかどうかは、ここからは分かりません。
v-device-simulated = { device-of }はシミュレーターまたはエミュレーターでした。
v-device-real = リハーサルですが、{ device-of }はシミュレーターではありませんでした。
v-device-hindered = { device-of }には支障がありました。
v-device-shared = { device-of }は別のメンバーのものでもあります。
v-device-bench = ジャーナル { $file } は、USB ではなく { $bench } のデバイスで始まっています。
v-genuine-ok = { $devices } 台のデバイスは、製造元が公開するルート鍵により、本物であることを証明しました。失効は確認していません。また、偽物が本物に問い合わせを転送した可能性は残ります。
v-genuine-rehearsal = { $devices } 台のデバイスの証明は、リハーサル用のものです。市販品のルート鍵にはつながりません。
v-genuine-none = { device-of }は、自分が本物であることを証明できない機種です。
v-genuine-other = { device-of }が証明したとされる内容は、このようなセレモニーに合いません。
v-genuine-carried = 未検査: 第 { $sequence } 回の儀式で { $members } のデバイスが証明した内容。当時のジャーナルはここにないため、根拠は sealed のファイルの記載だけです。

v-sequence-first = 一連のセレモニーの最初のものです。
v-sequence-ok = 通番 { $sequence } で、信頼するマニフェスト({ $previous })の次のものです。
v-sequence-unknown = 未検査: 一つ前のマニフェスト({ $previous })。--previous で指定してください。
v-sequence-differs = 通番が一つ前のものに続いていません。
v-sequence-previous = お持ちの一つ前のマニフェストを指していません。
v-sequence-other = 一つ前のマニフェストは、別の組織またはチェーンのものです。
v-sequence-mixed = リハーサルと本番のセレモニーが一つの系列に混在しています。
v-sequence-contract = 前回のマニフェストでは { $name } のアドレスが異なります。コントラクトの作成時の内容が変わることはありません。
v-sequence-state = 前回のマニフェストで { $name } が変更されましたが、計画に現在の状態が書かれていません。
v-sequence-replay = より新しいマニフェスト(通番 { $sequence })をお持ちです。これは古いものです。
v-sequence-fork = 通番 { $sequence } のマニフェストがもう一つあります: { $other }。系列が枝分かれしています。
v-sequence-gap = お持ちのマニフェストには、通番 { $sequence } の一つ前のものがありません。
v-sequence-broken = お持ちのマニフェストのうち、通番 { $sequence } は一つ前のものに続いていません。
v-sequence-elsewhere = { $name } は前回のマニフェストに記された状態ではありません。計画によれば、セレモニーの外で変更されています。そのとおりかどうかは、チェーンにしか分かりません。
v-carried-ok = { $parts ->
        [0] 以前の儀式から引き継いだものはありません。
       *[other] { $rows } 個のアドレスを以前の儀式の { $parts } 個のパートから引き継いでおり、それぞれのウォレットがそこで署名しています。
    }
v-carried-flaw = 第 { $sequence } 回の儀式の { $member } のパートから引き継ぐ内容が正しくありません:{ carried-flaw }。
v-carried-previous = 第 { $sequence } 回の儀式の { $member } のパートが、信頼するマニフェストのものと異なるか、そこにありません。
v-carried-manifest = マニフェストが挙げる以前のパートが、計画が引き継ぐものと一致しません。
v-retired-ok = 一つ前のマニフェストから消えたものはありません。{ $retired ->
    [0] 廃止されたアドレスもまだありません。
   *[other] これまでに { $retired } 個のアドレスが廃止されています。
}
v-retired-first = 最初の儀式なので、廃止できるものはありません。
v-retired-unknown = 未検査: 一つ前のマニフェストのすべてが、ここにあるか廃止されているか。--previous で指定してください。
v-retired-vanished = 一つ前のマニフェストにある { $name }({ $address })が、ここにはなく、廃止もされていません。
v-retired-other = { $name }({ $address })が、以前とは別の名前、ラベル、または回で廃止されています。
v-retired-forgotten = { $name }({ $address })は以前に廃止されましたが、このマニフェストには書かれていません。
v-retired-never = { $name }({ $address })は廃止されたとありますが、以前のマニフェストにはありませんでした。
v-retired-dissolved = { $name }({ $address })は一つ前のマニフェストではコントラクトでしたが、ここではそうではありません。そのオーナーがどこにも書かれなくなります。
v-retired-claimed = { $name }({ $address })は一つ前のマニフェストでは外部アドレスでしたが、ここではチームの鍵のアドレスになっています。
v-retired-name = 一つ前のマニフェストで { $old } と呼ばれていたもの({ $address })は、ここでは { $new } と呼ばれています。
v-retired-label = { $name }({ $address })のラベルは、一つ前のマニフェストでは { $old } でしたが、ここでは { $new } です。
v-retired-kind = { $name }({ $address })は、一つ前のマニフェストでは{ $old ->
        [key] 鍵のアドレス
        [contract] コントラクト
       *[external] 外部アドレス
    }でしたが、ここでは{ $new ->
        [key] 鍵のアドレス
        [contract] コントラクト
       *[external] 外部アドレス
    }です。
v-succession-ok = 一つ前のマニフェストの署名者 { $signers } 人のうち { $there } 人が署名しています(必要なのは { $needed } 人)。
v-succession-first = 同意を要する一つ前の署名者はいません。
v-succession-unknown = 未検査: 一つ前のマニフェストの署名者が同意しているかどうか。--previous で指定してください。
v-succession-few = 一つ前のマニフェストの署名者 { $signers } 人のうち { $there } 人しか署名しません(必要なのは { $needed } 人)。

v-witness-none = 計画に立会人はいません。
v-witness-ok = 立会人 { $witnesses } 人の文面は一字一句正しく、鍵で署名するものには署名があります。
v-witness-list = マニフェストの立会人が計画のものと異なります。
v-witness-missing = 立会人 { $name } はまだ署名していません（{ $file }）。
v-witness-told = { $name } は { $signer } で署名しました。本人のアドレスであることを確かめられるのは { $name } だけです。
v-witness-paper = チームのジャーナルによれば、{ $name } は紙に署名しました。それを示すのはその紙だけです。
v-witness-published = 立会人 { $name } は、公開された鍵({ $signer })で署名しています。
v-witness-taken = 立会人 { $name } は { $signer } で署名していますが、これは { $other } のアドレスでもあります。

v-address-kept = { $roles } については検査していません。xpub を渡さないウォレットのため、これらのアドレスはここにあるものからは導出できません。それぞれのウォレットの署名の対象ではあります。
v-drill-none = 復元訓練が示されていません。バックアップからウォレットを開き直せるかどうかは検査していません。
v-drill-ok = { $member }: ウォレット { $wallets } 個を開き直し、アドレス { $addresses } 件を照合しました（{ $time }）。
v-drill-complete = 示された復元訓練で、マニフェストのすべてのウォレットが開き直されています。
v-drill-missing = { $member }: 復元訓練が示されていません。復元できることが示されていないウォレット: { $wallets }
v-drill-left-out = { $member }: 復元訓練から除外され、復元できていないウォレット: { $wallets }
v-drill-same-device = { $member }: セレモニーのデバイスで行われたため、バックアップは試されていません。
v-drill-unknown-device = { $member }: 訓練のとき封印ファイルが手元になかったため、別のデバイスだったかどうかは分かりません。
v-drill-device-told = { $member }: 訓練のデバイスがセレモニーのものと別であることは、ラップトップの記録だけによります。確かめるには sealed の部分が必要です。
v-drill-exceptions = { $member }: 訓練のジャーナルに例外が { $count } 件、警報が { $alarms } 件あります。
v-drill-unreadable = 復元訓練の記録またはジャーナルを読めません: { $reason }
v-drill-another = { $member }: 復元訓練は別のマニフェストのものです（SHA-256 { $digest }）。
v-drill-member = 復元訓練は { $member } のものですが、マニフェストにそのウォレットはありません。
v-drill-twice = { $member }: 復元訓練が複数示されています。
v-drill-unfinished = { $member }: 復元訓練が終わっていないか、ジャーナルが完全な行で終わっていません。
v-drill-time = { $member }: 訓練のジャーナルに時刻でないものがあります。
v-drill-differs = { $member }: { $file } が訓練のジャーナルから導かれるものと異なるか、ありません。
v-drill-extra = { $member }: { $file } は復元訓練のフォルダーにあるべきものではありません。
v-drill-device = { $member }: 本番の訓練でデバイスがシミュレーターだったか、リハーサルで実機だったか、USB 以外で接続されていました。
v-drill-told-device = { $member }: 訓練のデバイスがセレモニーのものかどうかの記載が誤っています。
v-test-seed-none = { $seeds } 個の公開シード(空またはリハーサル用のパスフレーズ)によるウォレットはありません。
v-test-seed-rehearsed = すべてのウォレットとアドレスは、リハーサルで割り当てられる公開テストシードのものです。
v-test-seed-found = ウォレット { $wallet } は公開シードのものです。誰でも中身を使えます。
v-test-seed-committed = sealed のファイルにあるコミットメントによると、{ $member } のシードは公開シードです。誰でもそのウォレットの中身を使えます。
v-test-seed-external = 外部アドレス { $name } は公開シードのものです。誰でも中身を使えます。
v-test-seed-other = ウォレット { $wallet } は、リハーサルで割り当てられる公開テストシードのものではありません。

## 人が読む結果

verify-good = 検証済み: { $organisation }、セレモニー { $ceremony }、通番 { $sequence }。可能な検査はすべて成立しました。
verify-bad = 検証に失敗しました。これらのアドレスはどれも使わないでください。
verify-unpinned = まだ検証できていません。ファイル一式の外に証拠のない署名者がいる点を除き、すべて成立しています。
verify-progress = 検証しています:パート { $members }/{ $of_members }、検査 { $checks }/{ $of_checks }
verify-marks = { $marks }: 本番に使えるものはありません。
verify-digest = manifest.json の SHA-256: { $digest }
verify-alarms = 発生した警報
verify-exceptions = 予定どおりに進まなかったこと
verify-exception = { $then ->
    [0] { $member }
   *[other] 第 { $then } 回の儀式の { $member }
}、{ $step }: 予定 { $expected }、実際 { $happened }、判断 { $decided }
verify-failed = 問題
verify-established = 確認できたこと
verify-unchecked = 検査していないこと
verify-signers = 署名者
verify-warned = 計画への警告と、計画が受け入れているもの
verify-signer = { $role }({ $wallet }){ $address }: { $evidence }
verify-signer-unknown = 証拠なし
verify-table = アドレス
verify-table-unproven = ファイル一式に書かれたアドレス(未検証)
verify-column-label = ラベル
verify-column-address = アドレス
verify-column-origin = 由来
verify-origin-contract = コントラクト
verify-origin-external = 外部(このセレモニーの鍵ではありません)
