## コントラクトとチェーンについて知られていること

err-contract-version = { $product } { $version } は、ここでは未対応です。対応しているもの: { $known }。
rec-contract-version = 対応しているバージョンを指定してください。
err-contract-chain = チェーン { $chain } 上の { $product } のデプロイは登録されていません。
rec-contract-chain = 次のチェーンのいずれかを使用してください: { $known }。
err-contract-zk-chain = チェーン { $chain } ({ $name }) は ZK Stack のチェーンです。{ $product } のアドレスが異なり、CREATE2 の計算式も異なります。
rec-contract-zk-chain = 別のチェーンにデプロイしてください。通常の式で予測したアドレスは、そこでは誤りになります。
err-contract-deployment = { $product } { $version } は、チェーン { $chain } ({ $name }) にあると確認されていません。
rec-contract-deployment = そのチェーンにデプロイされているバージョンを指定してください。
err-contract-set = { $product } { $version } には { $set } というコントラクトの組がありません。eip155 があるのは 1.3.0 だけです。
rec-contract-set = 組の指定を外すか、1.3.0 を指定してください。

## Safe

err-safe-no-owners = Safe にオーナーがいません。コントラクトはリバートします。
rec-safe-no-owners = オーナーを 1 人以上指定してください。
err-safe-threshold-zero = しきい値が 0 です。Safe は GS202 でリバートします。
rec-safe-threshold-zero = 署名が必要なオーナーの人数を 1 以上で指定してください。
err-safe-threshold-above-owners = しきい値 { $threshold } がオーナーの人数 { $owners } を超えています。Safe は GS201 でリバートします。
rec-safe-threshold-above-owners = しきい値を下げるか、オーナーを追加してください。
err-safe-owner-zero = { $position } 番目のオーナーがゼロアドレスです。Safe は GS203 でリバートします。
rec-safe-owner-zero = 正しいアドレスに直してください。
err-safe-owner-sentinel = { $position } 番目のオーナーは、Safe が一覧の管理に使う 0x0000000000000000000000000000000000000001 です。Safe は GS203 でリバートします。
rec-safe-owner-sentinel = 正しいアドレスに直してください。
err-safe-owner-twice = { $owner } がオーナーとして重複しています。Safe は { $code } でリバートします。
rec-safe-owner-twice = 各オーナーは 1 回だけ指定してください。
err-safe-owner-is-contract = オーナー { $owner } はコントラクト { $name } であり、署名できません。
rec-safe-owner-is-contract = 人が管理するアカウントか、Safe のアドレスに直してください。
err-safe-owner-is-safe = オーナー { $owner } はこの Safe 自身です。Safe は GS203 でリバートします。
rec-safe-owner-is-safe = 正しいアドレスに直してください。
err-safe-singleton-unusable = シングルトン { $singleton } は { $name } であり、プロキシが Safe として実行できるコードではありません。
rec-safe-singleton-unusable = l1、l2、または Safe のコードのアドレスを指定してください。
err-safe-ui-set = Safe{"{"}Wallet{"}"} は、canonical の組があるチェーンでは必ずそれを使います。プリセット ui に { $set } はありません。
rec-safe-ui-set = この組にはプリセット plain を使うか、組の指定を外してください。
err-safe-ui-singleton = Safe{"{"}Wallet{"}"} はここではシングルトン { $own } でデプロイします。プリセット ui に { $singleton } はありません。
rec-safe-ui-singleton = このシングルトンにはプリセット plain を使うか、シングルトンの指定を外してください。
err-safe-ui-method = Safe{"{"}Wallet{"}"} が呼ぶのは create-proxy-with-nonce だけです。プリセット ui に { $method } はありません。
rec-safe-ui-method = このメソッドにはプリセット plain を使うか、メソッドの指定を外してください。
err-safe-method-not-in = Safe { $version } のファクトリーにメソッド { $method } はありません。
rec-safe-method-not-in = メソッドの指定を外すか、このメソッドがあるバージョンを指定してください。
err-safe-method-counts = create-proxy のアドレスは、ファクトリーがそれまでに作った数で決まります。誰でも変えられるため、予測できません。
rec-safe-method-counts = create-proxy-with-nonce を使用してください。
err-safe-method-callback = create-proxy-with-callback は、新しい Safe を呼び出し側の選んだコントラクトに渡します。そのコントラクトは作成を拒否でき、ここでは検証されていません。
rec-safe-method-callback = create-proxy-with-nonce を使用してください。
err-safe-method-unknown = Safe のファクトリーに { $text } というメソッドはありません。対応しているもの: { $known }。
rec-safe-method-unknown = 対応しているメソッドを指定するか、指定を外してください。
err-wallet-file-version = バージョン { $version } の Safe は Safe{"{"}Wallet{"}"} 用のファイルに入れられません。同じコールデータで有効化されると確認できているのは、canonical の 1.4.1 だけです。
rec-wallet-file-version = ファイルを使わずにトランザクションを送信するか、バージョン 1.4.1 を使用してください。
err-wallet-file-method = Safe{"{"}Wallet{"}"} が Safe を有効化するメソッドは create-proxy-with-nonce だけで、{ $method } ではありません。
rec-wallet-file-method = ファイルを使わずに、トランザクションを送信してください。
err-wallet-file-singleton = Safe{"{"}Wallet{"}"} はシングルトン { $singleton } に対応していません。
rec-wallet-file-singleton = ファイルを使わずに、トランザクションを送信してください。
err-wallet-file-label = Safe { $safe } に名前がありません。名前がないと、Safe{"{"}Wallet{"}"} のアドレス帳に残りません。
rec-wallet-file-label = ラベルを付けてください。
err-wallet-file-twice = Safe { $safe } がチェーン { $chain } に重複しています。
rec-wallet-file-twice = 1 回だけ指定してください。

## Safe の変更

safe-change-swap = { $old } に代わって { $new } がオーナーになります
safe-change-add = { $owner } がオーナーに加わります: { $from-owners } 人中 { $from } 人の署名から、{ $owners } 人中 { $threshold } 人の署名に変わります
safe-change-remove = { $owner } がオーナーから外れます: { $from-owners } 人中 { $from } 人の署名から、{ $owners } 人中 { $threshold } 人の署名に変わります
safe-change-threshold = しきい値が { $from } から { $threshold } に変わります (オーナーは { $owners } 人)

## スプリット

err-split-sum = 配分の合計は { $sum } で、総数 { $total } と一致しません。コントラクトはこれを拒否します。
rec-split-sum = 配分か総数を直してください。このまま予測したアドレスに送った資金は失われます。
err-split-sum-overflow = 配分の合計が、コントラクトの扱える上限 (2^256 - 1) を超えています。
rec-split-sum-overflow = 同じ比率で、より小さい配分を使用してください。
err-split-too-few = スプリットには受取人が 2 人以上必要ですが、{ $recipients } 人しかいません。
rec-split-too-few = すべての受取人を指定してください。
err-split-too-many = 受取人が { $recipients } 人います。1 回の分配で安全に支払えるのは { $most } 人までです。
rec-split-too-many = 複数のスプリットに分けてください。
err-split-recipient-twice = { $recipient } が受取人として重複しています。
rec-split-recipient-twice = 配分を合計し、1 回だけ指定してください。
err-split-zero-share = { $recipient } の配分が 0 です。
rec-split-zero-share = 配分を与えるか、受取人から外してください。
err-split-recipient-zero = 受取人にゼロアドレスがあります。その配分は焼却されます。
rec-split-recipient-zero = 正しいアドレスに直してください。
err-split-known-contract = { $address } はコントラクト { $name } です。配分を利用することも、スプリットを所有することもできません。
rec-split-known-contract = 正しいアドレスに直してください。
err-split-total-too-large = 配分の合計 { $total } が { $most } を超えています。配分と金額の積がオーバーフローし、資金が動かせなくなるおそれがあります。
rec-split-total-too-large = 同じ比率で、より小さい配分を使用してください。
err-split-counted = ファクトリー { $name } ({ $factory }) は CREATE でコントラクトを作ります。アドレスはそれまでに作った数で決まり、誰でも 1 つ増やせるため、予測できません。
rec-split-counted = 先にデプロイし、アドレスとコードをチェーンから読み取って、外部アドレスとして書いてください。
err-split-placed-v1 = バージョン 1 のスプリットにはソルトもナンスもありません。アドレスは受取人、配分、手数料だけで決まります。
rec-split-placed-v1 = --salt と --nonce を外してください。
err-split-push-v1 = バージョン 1 のスプリットは送金 (push) をしません。残高に記帳し、受取人が引き出します。
rec-split-push-v1 = --kind を外すか pull と書くか、バージョン 2.2 を指定してください。
err-split-creator-v1 = バージョン 1 のスプリットに作成者はありません。
rec-split-creator-v1 = --creator を外してください。
err-split-sum-v1 = バージョン 1 の配分の合計は { $whole } でなければなりませんが、{ $sum } です。コントラクトはリバートします。
rec-split-sum-v1 = 配分を直してください。--divide { $whole } を使うと、分数や百分率から計算できます。
err-split-order-v1 = 受取人 { $recipient } が昇順になっていないか、重複しています。バージョン 1 はリバートします。
rec-split-order-v1 = --as-is を外してください。受取人は並べ替えられます。
err-split-incentive = 分配者への { $incentive } (100 万分の 1 単位) は、このバージョンの上限 { $most } を超えています。
rec-split-incentive = 下げてください。0 なら、見知らぬ人が分配に来ることはありません。
err-split-share-form = 「{ $text }」は、1/3 のような分数でも 33.34% のような百分率でもありません。
rec-split-share-form = すべての配分をそのように書くか、--divide を外して整数で書いてください。
err-split-share-whole = 配分の合計は { $whole } 分の { $sum } で、全体と一致しません。
rec-split-share-whole = 配分を直してください。1/3 のような分数は正確ですが、丸めた百分率は正確ではありません。
err-split-share-denominators = 配分の共通の分母が大きくなりすぎます。
rec-split-share-denominators = 百分率か、同じ分母の分数で書いてください。
err-split-share-units = スプリットを { $units } 単位に分けることはできません。1 から { $most } までです。
rec-split-share-units = 1000000 または 10000 を使用してください。
err-pays-rebasing = { $token } は残高が自動的に変わります。このスプリットは金額を記帳して後で支払うため、そのときには記帳した額がなくなっています。
rec-pays-rebasing = バージョン 2 の push スプリットを使うか、代わりに { $wrapped } を受け取ってください。
err-pays-stuck = メインネットの { $token } は承認の際に値を返さないため、2.0 や 2.1 の pull スプリットはこれを渡せません。オーナーがいなければ、永久に残ります。
rec-pays-stuck = バージョン 2.2 か、push スプリットを使用してください。
err-pays-blocklist = { $token } の発行者はアドレスを凍結できます。push スプリットは全員に同時に送るため、凍結された受取人が 1 人いるだけで分配がすべて止まります。
rec-pays-blocklist = バージョン 2.2 の pull スプリットを使うか、すべての受取人を確かめてください。
err-pays-unknown = トークン { $token } については、ここでは何も登録されていません。登録されているもの: { $known }。
rec-pays-unknown = 残高が自動的に変わるか、送金時に手数料が引かれるかを調べてください。そのようなトークンには push スプリットを使うか、包んだ形 (wrapped) にする必要があります。

## スプリットの変更

err-split-change-version-one = バージョン 1 のスプリットはここでは変更できません。イミュータブルなものは永久に変わりません。
rec-split-change-version-one = 別のスプリットを作成し、支払い元の宛先をそちらに変えてください。
err-split-change-recipient-itself = スプリット { $split } が自分自身の配分を受け取ることになります。
rec-split-change-recipient-itself = 正しい受取人に直してください。
err-split-change-owner-itself = スプリット { $split } のオーナーが自分自身になり、誰も操作できなくなります。
rec-split-change-owner-itself = 正しいオーナーに直してください。
err-split-change-renounced-paused = スプリットは一時停止中です。オーナーをなくすと、残高ごと永久に停止したままになります。
rec-split-change-renounced-paused = 先にオーナーが setPaused(false) を呼び出してください。

## バッチ

err-batch-json = このバッチは JSON ではありません: { $reason }
rec-batch-json = 作成元からもう一度書き出してください。
err-batch-member = バッチに使用できる { $at } がありません。
rec-batch-member = 作成元からもう一度書き出してください。
err-batch-number = バッチの { $at } が数値で書かれています。プログラムによっては丸められます。
rec-batch-number = 10 進数の数字を引用符で囲んで書いてください。
err-batch-address = バッチの { $at } は正しいアドレスではありません: { $reason }
rec-batch-address = 元のアドレスと 1 文字ずつ照合し、バッチを作り直してください。
err-batch-method = バッチの { $at } には、コールデータではなくメソッドと引数が書かれています。
rec-batch-method = コールデータを指定してバッチを作り直してください (Transaction Builder の「Custom data」)。
err-batch-chain = このバッチはチェーン { $found } 用であり、チェーン { $wanted } 用ではありません。
rec-batch-chain = 正しいチェーンのバッチを使用してください。

## SafeTx の署名

err-safe-tx-no-signer = { $position } 番目の署名は、このトランザクションに対してどの鍵でも作れないものです。
rec-safe-tx-no-signer = 署名し直して、全体を写してください。
err-safe-tx-other-signer = { $said } のものとされた署名から復元されるのは { $found } です。別のオーナーの署名か、別のトランザクションの署名です。
rec-safe-tx-other-signer = すべての項目とナンスを、署名したものと照合してください。
err-safe-tx-no-owner = { $position } 番目の署名から復元される { $found } は、この Safe のオーナーではありません。別のトランザクションか、別の鍵の署名です (GS026)。
rec-safe-tx-no-owner = すべての項目、ナンス、チェーンを、署名したものと照合してください。
err-safe-tx-signed-twice = { $owner } が 2 回署名しています。Safe は GS026 でリバートします。
rec-safe-tx-signed-twice = 各オーナーの署名を 1 つずつ指定してください。
err-safe-tx-too-few = 署名は { $signatures } 個ですが、しきい値は { $threshold } です。Safe は GS020 でリバートします。
rec-safe-tx-too-few = ほかのオーナーにも署名してもらってください。

## SafeTx に署名する前に知っておくこと

err-tx-refund = Safe が払い戻しを行います: ガス価格 { $price }、トークン { $token }、受取人 { $receiver }。
rec-tx-refund = 署名しないでください。ガス価格を 0 にして作り直してください。ガス代は送信者が負担します。
err-tx-refund-unused = 払い戻しは行われないのに、その項目が設定されています: トークン { $token }、受取人 { $receiver }、baseGas { $base }。
rec-tx-refund-unused = 理由を確認してください。通常のトランザクションでは 0 です。
err-tx-gas = safeTxGas が { $gas } です。呼び出しが失敗しても、ナンスだけが消費されることがあります。
rec-tx-gas = 理由を確認してください。通常のトランザクションでは 0 です。
err-tx-nonce-used = ナンス { $nonce } は使用済みです。Safe の現在のナンスは { $now } です。
rec-tx-nonce-used = Safe の現在のナンスで作り直してください。
err-tx-nonce-gap = ナンス { $nonce } は Safe の現在のナンス { $now } より先です。間のすべてが実行されるまで実行できません。
rec-tx-nonce-gap = 間に何があるかを確認してください。それまでの間も、このナンスの署名は有効なままです。
err-tx-delegatecall = { $to } のコードが Safe 自身のコードとして実行され、すべてを奪うことができます。
rec-tx-delegatecall = 署名しないでください。ここで認めるのは、Safe のバージョンの MultiSendCallOnly だけです。
err-tx-inner-delegatecall = バッチの中の呼び出しが { $to } のコードを Safe 自身のコードとして実行しようとしています。MultiSendCallOnly はこれをリバートします。
rec-tx-inner-delegatecall = 署名しないでください。通常の呼び出しだけでバッチを作り直してください。
err-tx-batch-unreadable = MultiSendCallOnly へのデータを、呼び出しのバッチとして一意に読み取れません。
rec-tx-batch-unreadable = 署名しないでください。バッチを作り直してください。
err-tx-batch-value = バッチの呼び出しとは別に、金額 { $value } wei が設定されています。Safe 自身のコードとして実行されるため、送金されません。
rec-tx-batch-value = 金額を 0 にして作り直してください。
err-tx-nothing = 何も行わないトランザクションです。
rec-tx-nothing = 目的を確認してください。
err-tx-cancels = ナンスを消費するだけで何も行いません。同じナンスのほかのトランザクションを無効にします。
rec-tx-cancels = 取り消しが目的の場合だけ署名してください。
err-tx-burns = { $value } wei がゼロアドレスに送られ、失われます。
rec-tx-burns = 署名しないでください。正しいアドレスに直してください。
err-tx-value-to-contract = { $value } wei がコントラクト { $to } に送られます。二度と取り出せないおそれがあります。
rec-tx-value-to-contract = このコントラクトへの支払いが正しいことを確認してください。
err-tx-garbled = { $to } の呼び出しは既知のものと同じ始まり方ですが、引数が標準の方法で書かれていません。
rec-tx-garbled = 署名しないでください。パラメーターから作り直してください。
err-tx-to-itself = Safe が自分自身に対して、未知の呼び出しを行います。
rec-tx-to-itself = 内容を解読するまで署名しないでください。
err-tx-unknown = { $to } の呼び出しの内容は、ここではわかりません。バイト列をそのまま表示しています。
rec-tx-unknown = 意図した内容から自分でコールデータを計算し、全バイトを照合してください。
err-tx-of-another-safe = { $method } は Safe の管理用で、その Safe 自身しか呼び出せません。{ $to } はリバートします。
rec-tx-of-another-safe = 署名しないでください。正しい Safe のものを作り直してください。
err-tx-owners = { $method } は、この Safe のオーナーまたはしきい値を変更します。
rec-tx-owners = チームの決定と照合してください。「gishiki safe-tx change」で同じ呼び出しを作れます。
err-tx-owners-revert = オーナーまたはしきい値の変更は { $code } でリバートします。
rec-tx-owners-revert = 現在のオーナーを getOwners の順序で指定し、そこから変更を作り直してください。
err-tx-administration = { $method } は、この Safe の管理方法を変更します: { $address }。
rec-tx-administration = チームの決定と照合してください。
err-tx-module = モジュール { $address } は、以後オーナーの署名なしにすべてを動かせるようになります。
rec-tx-module = チームの決定とモジュールのコードのレビューがない限り、署名しないでください。
err-tx-guard = ガード { $address } は、以後この Safe のすべてのトランザクションを永久に止められるようになります。
rec-tx-guard = チームの決定とガードのコードのレビューがない限り、署名しないでください。
err-tx-handler = フォールバックハンドラー { $address } は Safe 標準のものではありません。署名の確認も含め、Safe の名で応答します。
rec-tx-handler = チームの決定とハンドラーのコードのレビューがない限り、署名しないでください。
err-tx-transfer = トークン { $value } 単位が { $who } に送られます。
rec-tx-transfer = トークン、受取人、数量を決定内容と照合してください。単位はトークンの最小単位です。
err-tx-approve = { $who } は、以後トークン { $value } 単位を引き出せるようになります。
rec-tx-approve = トークン、引き出す者、数量を決定内容と照合してください。
err-tx-approve-all = { $who } は、以後そのトークンを無制限に引き出せるようになります。
rec-tx-approve-all = 必要な数量だけを指定して作り直してください。
err-tx-approve-hash = Safe { $to } のトランザクションを承認しますが、ここでわかるのはハッシュ { $hash } だけです。
rec-tx-approve-hash = 先にそのトランザクションを explain で確認し、ハッシュを照合してください。
err-tx-transfers-ownership = { $to } のオーナーが { $owner } になります。バージョン 2 のスプリットでは即座に変わり、取り消せません。
rec-tx-transfers-ownership = 新しいオーナーを決定内容と 1 文字ずつ照合してください。
err-tx-renounces = { $to } のオーナーが永久にいなくなります。一時停止中であれば、残高ごと停止したままになります。
rec-tx-renounces = 意図どおりであることと、paused() が false を返すことを確認してください。
err-tx-update-split = スプリット { $split } の受取人または配分が即座に変わります。すでに保有している分にも適用されます。
rec-tx-update-split = すべての受取人と配分を決定内容と照合してください。
err-tx-exec-calls = スプリット { $split } が自身の名で呼び出しを行い、保有するものを動かします。
rec-tx-exec-calls = すべての呼び出しを決定内容と照合してください。
err-tx-method = { $to } の { $method } について、わかるのは名前だけです。
rec-tx-method = 引数を決定内容と照合してください。
err-tx-multi-send = バッチが Safe 自身のコードとしてではなく、通常の呼び出しとして実行されます。呼び出しを行うのは Safe ではなく { $to } です。
rec-tx-multi-send = 署名しないでください。MultiSendCallOnly への delegatecall として作り直してください。
err-tx-nested-safe = この Safe が別の Safe { $safe } にトランザクションを実行させます。
rec-tx-nested-safe = そのトランザクションも単独のものとして判断してください。その所見もここに示しています。
err-tx-other-factory = { $to } は Safe やスプリットのファクトリーとして呼び出されますが、既知のファクトリーではありません。
rec-tx-other-factory = 署名しないでください。「gishiki safe」または「gishiki split」で作り直してください。
err-tx-of-plan = この呼び出しは計画にあります。
rec-tx-of-plan = 対応は不要です。

## コールデータ

err-calldata-selector = このコールデータの先頭は、Safe やスプリットのデプロイのものではありません。
rec-calldata-selector = 送信せず、パラメーターから計算し直してください。
err-calldata-arguments = このコールデータの引数は、その呼び出しのものではないか、標準の方法で符号化されていません。
rec-calldata-arguments = 送信せず、パラメーターから計算し直してください。
err-calldata-factory = このトランザクションの宛先は既知のファクトリーではないか、そのファクトリーにこのメソッドがありません。
rec-calldata-factory = 送信せず、パラメーターから計算し直してください。
err-calldata-shape = このトランザクションが作るものは、ここで扱えるどのパラメーターにも当てはまりません。
rec-calldata-shape = 送信せず、パラメーターから計算し直してください。

## コマンドのオプション

err-option-address = { $option } { $text } はアドレスではありません。0x と 40 桁の 16 進数である必要があります。
rec-option-address = 元の場所からアドレス全体を写してください。
err-option-checksum = { $option } { $text } の EIP-55 チェックサムが正しくありません。
rec-option-checksum = 元のアドレスと 1 文字ずつ照合してください。この数字列の正しい表記は { $right } です。
err-option-number = { $option } { $text } は 0 から 2^256 - 1 までの数ではありません。
rec-option-number = 10 進数、または 0x に続く 16 進数で、符号・小数点・区切りなしで書いてください。
err-option-bytes32 = { $option } { $text } は 0x と 64 桁の 16 進数ではありません。
rec-option-bytes32 = 32 バイトすべてを書いてください。
err-split-recipient-form = --recipient { $text } は ADDR=SHARE の形ではありません。
rec-split-recipient-form = アドレス、等号、整数の配分を、空白なしで書いてください。
err-split-no-salt = スプリットのアドレスを決める --salt も --nonce も指定されていません。
rec-split-no-salt = --salt に 32 バイトの乱数を指定してください。--nonce で予測したアドレスは、他人の操作で変わり得ます。

## コントラクトのシート

sheet-testnet = TESTNET: このチェーンの ETH に価値はありません。
sheet-address = アドレス
sheet-create2-salt = CREATE2 ソルト
sheet-init-code-hash = 初期化コードのハッシュ
sheet-code-hash = デプロイ後のコードの keccak256
sheet-transaction = トランザクション
sheet-to = 宛先 (To)
sheet-value = 金額 (Value)
sheet-data = データ (Data)
sheet-decoded = データを読み戻した内容
sheet-needs = 送信前にチェーン { $chain } 上に必要なもの (コードの keccak256 を照合してください)
sheet-no-code-hash = コードのハッシュなし (チェーンごとに異なるか、未登録)
sheet-notes = 知っておくこと
sheet-note-anyone = このトランザクションは、誰が、どのアカウントから、いつ送信してもかまいません。送信者はアドレスに影響しません。
sheet-note-before = トランザクションが完了するまで、このアドレスには何もありません。送信前に、このチェーンのノードで上記コントラクトのコードを確認してください。

safe-title = Safe { $version }、{ $name } (チェーン { $chain }): オーナー { $owners } 人中 { $threshold } 人の署名が必要です
safe-owner = オーナー { $number }
safe-threshold = しきい値
safe-preset = プリセット
safe-deployment = コントラクトの組
safe-method = メソッド
safe-singleton = シングルトン
safe-singleton-after = デプロイ後のシングルトン (スロット 0)
safe-fallback-handler = フォールバックハンドラー
safe-salt-nonce = ソルトナンス
safe-domain-separator = ドメインセパレーター (EIP-712)
safe-same-address = 同じアドレスになるチェーン
safe-note-order = オーナーの順序もアドレスを決めます。同じオーナーでも順序が違えば別の Safe になります。
safe-note-ui = Safe{"{"}Wallet{"}"} 自身がデプロイする内容と同じです。これらのコントラクトがあるどのチェーンでも、同じアドレスになります。
safe-note-ui-1-3-0 = このバージョンで Safe{"{"}Wallet{"}"} 自身がデプロイする内容と同じです。setup の呼び出しがないため、メインネットのアドレスはほかのチェーンと異なります。
safe-note-ui-1-5-0 = このバージョンで Safe{"{"}Wallet{"}"} がデプロイするはずの内容です。現在は 1.4.1 と 1.3.0 しか作成しないため、将来の内容は異なるかもしれません。
safe-note-plain = プリセット plain では、メインネットのアドレスがほかのチェーンと異なります。Safe{"{"}Wallet{"}"} がデプロイするものとも異なります。
safe-note-plain-singleton = Safe{"{"}Wallet{"}"} 自身がデプロイすると別の Safe になり、アドレスも異なります。
safe-note-setup = setup は SafeToL2Setup を delegatecall で 1 回呼び出します。メインネットでは何も変えず、ほかのチェーンではシングルトンを SafeL2 に置き換えます。
safe-note-elsewhere = このトランザクションは、誰でも別のチェーンで実行できます。同じコントラクトがあるチェーンでは同じアドレスになります。1 つでも欠けているチェーンでは誰も動かせないため、送金しないでください。
safe-note-chain-specific = チェーン ID がアドレスに含まれます。同じトランザクションでも、別のチェーンでは別の Safe になります。ほかのチェーンの同じアドレスは、この Safe ではありません。
safe-note-sets = バージョン 1.3.0 には canonical と eip155 の 2 組のコントラクトがあり、同じオーナーでもアドレスが異なります。組を指定しないツールは、このチェーンでは { $set } を使います。
safe-note-1-3-0 = 1.3.0 のファクトリーはシングルトンにコードがあるかを確認しません。ない場合もトランザクションは成功し、動かないコントラクトが残ります。
safe-note-own-singleton = シングルトンが Safe 標準のものではありません。そのコードが Safe のすべてですので、レビューを受けてください。
safe-note-no-handler = フォールバックハンドラーがないと、Safe はメッセージの確認 (EIP-1271) ができず、一部のトークンを受け取れません。
safe-note-own-handler = フォールバックハンドラーが Safe 標準のものではありません。Safe の名で応答するコントラクトなので、コードのレビューを受けてください。
safe-note-large-nonce = ソルトナンスが 9007199254740991 (2^53 - 1) を超えています。Safe{"{"}Wallet{"}"} の入力欄では正確に扱えないため、画面上で同じ Safe を作り直すことはできません。
safe-wallet-file = Safe{"{"}Wallet{"}"} 用のファイル { $path } を書き出しました (Settings の Data で読み込みます)。読み込むと、そのブラウザーのアドレス帳、追加済みの Safe、未有効化の Safe がすべて置き換わります。先に書き出して保存してください。
err-file-exists = { $file } はすでにあります。
rec-file-exists = 別のパスを指定してください。上書きはしません。

split-title = { $kind } スプリット { $version }、{ $name } (チェーン { $chain }): 受取人 { $recipients } 人
split-recipient = 受取人 { $number }
split-owner = オーナー
split-nobody = なし
split-incentive = 分配の報奨
split-creator = 作成者
split-salt = ソルト
split-nonce = ナンス
split-hash = スプリットのハッシュ
split-extra-unit = (1 単位多い)
split-address-unknown = 事前には誰にも分かりません
split-distribute = 後日: スプリットが持つ ETH を分配させるために、誰でも送信できる内容 (このシートとともに保管してください)
split-note-counted = アドレスは予測できません。コントローラーがいる場合、バージョン 1 は CREATE でスプリットを作り、誰でもその前に 1 つ作れます。デプロイ前に送金せず、アドレスはトランザクションのイベントから読み取ってください。
split-note-reverts-again = 2 回目の送信はリバートします。スプリットはすでにあるからです。ほかの人が先に送信していても、結果は変わりません。
split-note-controller = コントローラーは、未分配の資金についても、受取人と配分をいつでもすぐに変更できます。
split-note-nonce = このアドレスが有効なのは、同じパラメーターとオーナーのスプリットをファクトリーがこれまでにちょうど { $nonce } 個作成している場合だけです。誰でもさらに作成してアドレスを変えられるため、デプロイ前に送金しないでください。
split-note-again = 2 回目の送信は成功しますが、何も変わらず、イベントも出ません。
split-note-sorted = 受取人はアドレスの昇順に並べました。順序が違えば別のアドレスになります。
split-note-as-is = 順序と配分は指定どおりで、コントラクトが拒否するものだけを確認しました。すべての行を確かめてください。
split-note-immutable = オーナーがいないため、受取人と配分は永久に変更できません。バリデーターの引き出し要求もできません。
split-note-owner = オーナーは、受取人と配分の変更、分配の停止、未分配の資金の移動を、いつでもすぐに行えます。
split-note-incentive = 報奨があると、第三者が利益のために任意の時点で分配を行います。
split-note-keep = このシートを保管してください。コントラクトが保存するのはハッシュだけで、分配のたびに受取人・配分・総数・報奨を指定し直す必要があります。
