## 単語で書かれたシード(テスト用のみ。本物のシードはデバイスから出ません)

err-seed-bip39-word-count = BIP-39 のシードは 12 語または 24 語ですが、ここには { $count } 語あります。
rec-seed-bip39-word-count = 原本と見比べてください。BIP-39 のシードは 12 語か 24 語、SLIP-39 のシェアは 20 語か 33 語です。
err-seed-slip39-word-count = SLIP-39 のシェアは 20 語または 33 語ですが、ここには { $count } 語あります。
rec-seed-slip39-word-count = 原本と見比べ、シェアを 1 行に 1 つずつ書いてください。SLIP-39 のシェアは 20 語か 33 語、BIP-39 のシードは 12 語か 24 語です。
err-seed-word-unknown = { $position } 番目の単語は単語リストにありません。
rec-seed-word-unknown = すべての単語を、単語リストのとおりに省略せず小文字で書いてください。
err-seed-checksum = 単語のチェックサムが合いません。違う単語があるか、順番が違います。
rec-seed-checksum = 単語とその順番を原本と見比べてください。
err-seed-no-words = 単語がありません。
rec-seed-no-words = テスト用シードの単語を、シェアごとに 1 行で書いてください。
err-seed-shares-mixed = これらのシェアは同じシードのものではありません。
rec-seed-shares-mixed = 同じバックアップのシェアだけを使ってください。
err-seed-share-twice = グループ { $group } のシェア { $member } が 2 回書かれています。
rec-seed-share-twice = 同じシェアは 1 回だけ使ってください。
err-seed-groups-count = 必要なグループは { $needed } 個ですが、{ $given } 個のグループのシェアがあります。
rec-seed-groups-count = ちょうど必要な数のグループのシェアを用意してください。
err-seed-shares-count = グループ { $group } に必要なシェアは { $needed } 個ですが、{ $given } 個あります。
rec-seed-shares-count = そのグループのシェアを、ちょうど必要な数だけ用意してください。
err-seed-share-malformed = チェックサムは合っていますが、シェアの内容が矛盾しています: { $reason }。
rec-seed-share-malformed = SLIP-39 に準拠したプログラムでシェアを作り直してください。
err-seed-passphrase = パスフレーズに、印字可能な ASCII ではない文字が含まれています。
rec-seed-passphrase = 英語キーボードの英字・数字・記号・空白だけを使ってください。ほかの文字は、プログラムによって別のウォレットを開くことがあります。
err-seed-no-master-key = このシードとパスフレーズの組み合わせには、マスター鍵が存在しません。
rec-seed-no-master-key = 別のパスフレーズ、または別のシードを使ってください。

## 拡張公開鍵

err-xpub-form = これは拡張公開鍵ではありません。文字が足りないか、多すぎるか、間違っています。
rec-xpub-form = 封印ファイルまたはデバイスから、「xpub」で始まる 111 文字をすべて写し直してください。
err-xpub-writing = これは「xpub」ではない形式の拡張公開鍵です。ypub、zpub、tpub はビットコイン用です。
rec-xpub-writing = セレモニーの封印ファイルにある、アカウント m/44'/60'/a' の xpub を使ってください。
err-xpub-private = これは拡張秘密鍵です。これを知る人は誰でも、そのアドレスにあるものを持ち去れます。
rec-xpub-private = この画面やこのコンピューターの履歴を見た人に知られたおそれがあります。そのウォレットは漏えいしたものとして扱ってください。ここで必要なのは「xpub」で始まる公開側の鍵だけです。
err-xpub-depth = この xpub はシードから { $depth } 段下にあります。アカウントの xpub は 3 段下(m/44'/60'/a')にあります。
rec-xpub-depth = セレモニーの封印ファイルにある、アカウントそのものの xpub を使ってください。
err-xpub-not-account = この xpub はアカウント m/44'/60'/a' のものではありません。最後の段が強化導出でないか、別のアカウントのものです。
rec-xpub-not-account = セレモニーの封印ファイルにある、アカウントそのものの xpub を使ってください。
err-xpub-no-child = BIP-32 により、インデックス { $index } には鍵がありません。
rec-xpub-no-child = このインデックスは飛ばしてください。ほかのプログラムにも、そこにアドレスはありません。
err-derivation-disagrees = アドレスの一覧の { $place } 番目で、二つの導出の結果が異なります。このプログラムまたはこのコンピューターが壊れています。
rec-derivation-disagrees = この実行の結果は信用せず、別のコンピューターでやり直してください。
