## コントラクトとチェーンについて知られていること

err-contract-version = { $product } { $version } は、ここでは未対応です。対応しているもの: { $known }。
rec-contract-version = 対応しているバージョンを指定してください。
err-contract-chain = チェーン { $chain } 上の { $product } のデプロイは登録されていません。
rec-contract-chain = 次のチェーンのいずれかを使用してください: { $known }。
err-contract-zk-chain = チェーン { $chain } ({ $name }) は ZK Stack のチェーンです。{ $product } のアドレスが異なり、CREATE2 の計算式も異なります。
rec-contract-zk-chain = 別のチェーンにデプロイしてください。通常の式で予測したアドレスは、そこでは誤りになります。
err-contract-deployment = { $product } { $version } は、チェーン { $chain } ({ $name }) にあると確認されていません。
rec-contract-deployment = そのチェーンにデプロイされているバージョンを指定してください。

## Safe

err-safe-no-owners = Safe にオーナーがいません。setup はリバートします。
rec-safe-no-owners = オーナーを 1 人以上指定してください。
err-safe-threshold-zero = しきい値が 0 です。Safe の setup は GS202 でリバートします。
rec-safe-threshold-zero = 署名が必要なオーナーの人数を 1 以上で指定してください。
err-safe-threshold-above-owners = しきい値 { $threshold } がオーナーの人数 { $owners } を超えています。Safe の setup は GS201 でリバートします。
rec-safe-threshold-above-owners = しきい値を下げるか、オーナーを追加してください。
err-safe-owner-zero = { $position } 番目のオーナーがゼロアドレスです。Safe の setup は GS203 でリバートします。
rec-safe-owner-zero = 正しいアドレスに直してください。
err-safe-owner-sentinel = { $position } 番目のオーナーは、Safe が一覧の管理に使う 0x0000000000000000000000000000000000000001 です。setup は GS203 でリバートします。
rec-safe-owner-sentinel = 正しいアドレスに直してください。
err-safe-owner-twice = { $owner } がオーナーとして重複しています。Safe の setup は { $code } でリバートします。
rec-safe-owner-twice = 各オーナーは 1 回だけ指定してください。
err-safe-owner-is-contract = オーナー { $owner } はコントラクト { $name } であり、署名できません。
rec-safe-owner-is-contract = 人が管理するアカウントか、Safe のアドレスに直してください。
err-safe-owner-is-safe = オーナー { $owner } はこの Safe 自身です。setup は GS203 でリバートします。
rec-safe-owner-is-safe = 正しいアドレスに直してください。

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

## コールデータ

err-calldata-selector = このコールデータの先頭は、Safe やスプリットのデプロイのものではありません。
rec-calldata-selector = 送信せず、パラメーターから計算し直してください。
err-calldata-arguments = このコールデータの引数は、その呼び出しのものではないか、標準の方法で符号化されていません。
rec-calldata-arguments = 送信せず、パラメーターから計算し直してください。
