# 検証済みのバンドルから、ほかの人が必要とするもの。

## チェーンの回答が示すこと

chain-no-answer =
    { $what ->
        [chain] チェーン ID
        [code] コード
        [block] ブロック
        [singleton] シングルトン
        [owners] オーナー
        [threshold] しきい値
        [handler] フォールバックハンドラー
        [guard] ガード
        [modules] モジュール
        [nonce] ナンス
        [module-guard] モジュールガード
        [split-hash] スプリットのハッシュ
        [owner] 所有者
       *[paused] 停止状態
    }:ノードからの回答がありません。
chain-equal =
    { $what ->
        [chain] チェーン ID
        [code] コード
        [block] ブロック
        [singleton] シングルトン
        [owners] オーナー
        [threshold] しきい値
        [handler] フォールバックハンドラー
        [guard] ガード
        [modules] モジュール
        [nonce] ナンス
        [module-guard] モジュールガード
        [split-hash] スプリットのハッシュ
        [owner] 所有者
       *[paused] 停止状態
    }:{ $found }(期待どおり)
chain-before =
    { $what ->
        [chain] チェーン ID
        [code] コード
        [block] ブロック
        [singleton] シングルトン
        [owners] オーナー
        [threshold] しきい値
        [handler] フォールバックハンドラー
        [guard] ガード
        [modules] モジュール
        [nonce] ナンス
        [module-guard] モジュールガード
        [split-hash] スプリットのハッシュ
        [owner] 所有者
       *[paused] 停止状態
    }:{ $found }(変更前の状態)
chain-differs =
    { $what ->
        [chain] チェーン ID
        [code] コード
        [block] ブロック
        [singleton] シングルトン
        [owners] オーナー
        [threshold] しきい値
        [handler] フォールバックハンドラー
        [guard] ガード
        [modules] モジュール
        [nonce] ナンス
        [module-guard] モジュールガード
        [split-hash] スプリットのハッシュ
        [owner] 所有者
       *[paused] 停止状態
    }:{ $found } ですが、{ $expected } のはずです。
chain-block = ブロック { $number }(時刻 { $timestamp })について尋ねました。
chain-nowhere = { $name }:まだ何も置かれていません。
chain-some-code = { $name }:コードが置かれています。どのコードであるべきかは分かっていません。
chain-code = { $name }:期待どおりのコードが置かれています。
chain-other-code = { $name }:別のコードが置かれています。keccak256 は { $found } ですが、{ $expected } のはずです。
err-chain-answers-form = { $file } は、まとめて尋ねた質問への回答ではありません。
rec-chain-answers-form = gishiki export chain-check のファイルをそのまま送信し、回答の配列全体を保存してください。
err-chain-other = これはチェーン { $chain } の回答ではありません。
rec-chain-other = そのチェーンのノードに尋ねてください。
err-chain-not-ready = { $name } はチェーン { $chain } 上でマニフェストどおりの状態ではないため、それを必要とするものは出力しません。
rec-chain-not-ready = 先にデプロイし、現在の状態を gishiki verify --chain-answers で確かめてください。
err-chain-done = { $name } の変更は、チェーン { $chain } 上ですでに済んでいます。
rec-chain-done = 二度送信せず、次の計画に現在の状態を書いてください。

chain-good = チェーン { $chain }({ $file } の回答):すべてマニフェストどおりです。別のノードでも同じ回答になることを確かめてください。
chain-pending = チェーン { $chain }({ $file } の回答):すべてマニフェストの変更前または変更後の状態ですが、次の変更はまだ済んでいません:{ $names }
chain-not-asked = これは尋ねていません。
err-chain-pending-first = { $name } の変更はチェーン { $chain } 上でまだ済んでおらず、このバッチはその変更を前提にしています。
rec-chain-pending-first = 先にその変更を送信し、もう一度チェーンに尋ねてください。
err-chain-paused = スプリット { $name } はチェーン { $chain } 上で停止しています。誰にも支払われず、このまま所有権を放棄すると永久に固定されます。
rec-chain-paused = 先に所有者が停止を解除してください。
err-chain-no-token = 回答によれば、トークン { $name } はチェーン { $chain } にありません。
rec-chain-no-token = トークンのアドレスを発行元のものと比べてください。コードのないアドレスへの支払いでは、何も支払われません。
err-chain-nonces = { $name } が実行した取引の数が、ノードによって異なります。
rec-chain-nonces = 同じブロックについて、両方にもう一度尋ねてください。
chain-bad = チェーン { $chain }({ $file } の回答):マニフェストと異なるところがあります。「!」の行をご覧ください。

## 書き出し

saved = { $file } を書き込みました。
err-file-exists = { $file } はすでにあります。
rec-file-exists = まだないファイル名を指定するか、既存のファイルを移してください。
export-batch = マニフェストのバッチ(Safe の Transaction Builder 用)。必要なコントラクトをチェーンで確認したあとに出力
err-export-option = { $option } は、書き出し { $format } では意味がありません。
rec-export-option = 外してください。
err-export-batch-no-safe = バッチ { $name } の送信元 { $from } は、このマニフェストの Safe ではありません。
rec-export-batch-no-safe = マニフェストに載っている呼び出しを、その持ち主が順に一つずつ送信してください。
export-answers = { $file } は、ブロック { $number }(時刻 { $timestamp }、1970 年からの秒数)についての回答です。
export-ran = { $safe } はすでに { $nonce } 件の取引を実行しています。このバッチがその中にあるかどうかは、チェーンの状態からは分かりません。まだ実行していないことを確かめてください。
export-one-node = 一つのノードだけに尋ねています。別の提供元のノードも、同じ回答になるはずです。
err-export-no-safe = マニフェストに Safe がありません。
rec-export-no-safe = 読み込ませるものはありません。
export-deployments = チェーン上に全コントラクトをデプロイするための送信内容。必要なものが先に来る順
export-public = 共有してよいフォルダー。公開部分だけを含み、封印部分は含みません。単独で検証できます
export-public-saved = { $folder } に { $files } 個のファイルがあります。「gishiki verify { $folder }」で単独で検証できます。
err-export-needs-out = 公開用の一式はフォルダーですが、作成先が指定されていません。
rec-export-needs-out = まだ存在しないフォルダーを --out FOLDER で指定してください。
export-safe-wallet = 予測済みの Safe を Safe{"{"}Wallet{"}"} に「Activate」付きで表示させるファイル
export-note-deployments = どれも、誰がどの順に送信しても構いません。送信者や時期はアドレスに影響しません。この順なら、名前を参照されるコントラクトが先にそろっていくのを確認できます。
export-note-safe-wallet = これを読み込むと、そのブラウザーのアドレス帳、追加済みの Safe、未アクティベートの Safe が上書きされます。先にそちらで書き出しておいてください。
export-chain-check = 全コントラクトについての JSON-RPC の一括質問。二つのノードに送り、回答を verify に渡す

err-export-contract = コントラクト { $name } のファイルからは、そのコントラクトが作られません。
rec-export-contract = バンドルを検証し、ファイルが変えられていれば、ジャーナルから作り直してください。
err-export-no-contract = マニフェストには、チェーン { $chain } に置くコントラクトがありません。
rec-export-no-contract = コントラクトを置くチェーンを指定してください。
err-export-no-batch = マニフェストにバッチ { $name } がありません。
rec-export-no-batch = 次のいずれかを指定してください:{ $known }
err-export-batch-form = バッチ { $name } に、形式の正しくない呼び出しがあります。
rec-export-batch-form = バンドルを検証してください。
err-export-format = 書き出しの形式 { $format } はありません。
rec-export-format = 一覧は gishiki export --list で表示できます。
err-export-unreleased = バッチは、必要なコントラクトをチェーン上で確認してから出力します。
rec-export-unreleased = gishiki export chain-check への回答を --chain-answers で渡してください。
err-bundle-unverified = { $folder } のバンドルは検証を通りません:{ $checks }
rec-bundle-unverified = 理由は gishiki verify で表示されます。計画、署名者、前回のマニフェストは同じものを渡してください。

## コード

export-crypto-account = 一つのウォレットのアドレス「crypto-account」(QR コードからアカウントを読むプログラムで、監視だけに使うもの。@metamask/eth-qr-keyring 1.1.0 と @keystonehq/base-eth-keyring 0.15.1 で確認)
export-note-crypto-account = 公開鍵だけで、xpub は含みません。プログラムはこれを「QR コードで署名するデバイス」のアドレスとして扱います。監視はできますが、Trezor は QR コードで署名しないため、この方法では何も署名できません。MetaMask が同時に持てるこの種のデバイスは一つだけで、アドレスごとの名前は付かず、フィンガープリントも確認されません。「gishiki qr FILE」で表示できます。
err-export-account-whose = だれのどのウォレットか、指定されていません。
rec-export-account-whose = 両方を指定してください：--custodian NAME --wallet NAME
err-export-account-wallet = マニフェストに、{ $custodian } のウォレット { $wallet } のアドレスはありません。
rec-export-account-wallet = 「gishiki show」やラベルにある、マニフェストの行の名前を使ってください。
err-export-account-role = このウォレットに役割 { $role } はありません。
rec-export-account-role = このウォレットの役割を指定するか、--role を省いてすべてを選んでください。
err-export-account-count = アドレスは { $count } 個ですが、読み取るプログラムは一ページに { $page } 個を必要とし、最後のページに空きがあると拒否します。
rec-export-account-count = { $page } の倍数になるように、--role NAME で選んでください：{ $roles }
err-export-account-key = 封印された xpub から、{ $role } のアドレスが得られません。
rec-export-account-key = sealed フォルダーも含めてバンドルを検証し、ファイルが変わっていればジャーナルから作り直してください。
err-export-account-sealed = 公開鍵は { $file } から得られますが、バンドルにこのファイルがありません。
rec-export-account-sealed = 監査人が持つ、儀式のフォルダー全体から書き出してください。
err-export-account-kept = { $path } の xpub はウォレット { $wallet } の中にだけあり、公開鍵はどのファイルにもありません。
rec-export-account-kept = アドレスを一つずつ監視してください：「gishiki export qr-sheet」
export-qr-sheet = すべてのアドレスとそのコードの印刷用ページ(HTML、A4)
qr-sheet-marks = { $marks } — 本物の資金に使うものではありません。
qr-sheet-about = 各コードには、隣のアドレスだけが入っています。読み取った後、四文字ずつ見比べてください。チェーンの記載がないものはチェーン { $chain } です。
qr-sheet-digest = 元のマニフェストの SHA-256(16 進数と単語)：
qr-sheet-confirmed = デバイスで確認したアドレス
qr-sheet-predicted = コントラクト(予測)。入金する前に、存在を確かめてください
qr-sheet-external = ほかの人のアドレス(計画の記載どおり)
qr-sheet-wallet = { $member }、ウォレット { $wallet }
qr-sheet-chains = チェーン { $chains }
err-export-sheet-large = アドレスが { $count } 個あり、ブラウザーでは印刷できません。上限は { $most } 個です。
rec-export-sheet-large = 代わりにラベルを使い、必要なアドレスだけ「gishiki qr」でコードにしてください。
