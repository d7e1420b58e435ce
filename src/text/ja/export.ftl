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
export-batch = マニフェストのバッチ(Safe の Transaction Builder 用、ファイル形式 1.0、チェックサムは tx-builder 1.18.3 で確認)。必要なコントラクトをチェーンで確認したあとに出力
err-export-option = { $option } は、書き出し { $format } では意味がありません。
rec-export-option = 外してください。
err-export-batch-no-safe = バッチ { $name } の送信元 { $from } は、このマニフェストの Safe ではありません。
rec-export-batch-no-safe = マニフェストに載っている呼び出しを、その持ち主が順に一つずつ送信してください。
export-answers = { $file } は、ブロック { $number }(時刻 { $timestamp }、1970 年からの秒数)についての回答です。
export-ran = { $safe } はすでに { $nonce } 件の取引を実行しています。このバッチがその中にあるかどうかは、チェーンの状態からは分かりません。まだ実行していないことを確かめてください。
export-one-node = 一つのノードだけに尋ねています。別の提供元のノードも、同じ回答になるはずです。
err-export-no-safe = マニフェストに Safe がありません。
rec-export-no-safe = 読み込ませるものはありません。
export-deployments = チェーン上に全コントラクトをデプロイするための送信内容。必要なものが先に来る順(JSON、viem から anvil 1.7.1 に送って確認)
export-public = 共有してよいフォルダー。公開部分だけを含み、封印部分は含みません。単独で検証できます
export-public-saved = { $folder } に { $files } 個のファイルがあります。「gishiki verify { $folder }」で単独で検証できます。
err-export-needs-out = 公開用の一式はフォルダーですが、作成先が指定されていません。
rec-export-needs-out = まだ存在しないフォルダーを --out FOLDER で指定してください。
export-safe-wallet = 予測済みの Safe を Safe{"{"}Wallet{"}"} に「Activate」付きで表示させるファイル(3.0、web 1.95.0)
export-note-deployments = どれも、誰がどの順に送信しても構いません。送信者や時期はアドレスに影響しません。この順なら、名前を参照されるコントラクトが先にそろっていくのを確認できます。
export-note-safe-wallet = これを読み込むと、そのブラウザーのアドレス帳、追加済みの Safe、未アクティベートの Safe が上書きされます。先にそちらで書き出しておいてください。
export-chain-check = 全コントラクトについての JSON-RPC の一括質問。二つのノードに送り、回答を verify に渡す(JSON-RPC 2.0、anvil 1.7.1 で確認)

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

export-ethstaker-deposit = 鍵を作るときに ethstaker-deposit-cli に渡すもの(1.3.1):チェーンと引き出し先アドレス。--policy が必要
export-labels = どのプログラムでも読めるラベル(JSON Lines):CAIP-10、ラベル、役割、パス、ウォレットのフィンガープリント(BIP-329 に準じた形)
export-lighthouse = Lighthouse のバリデータクライアントの手数料受取先(公式ブックの validator_fee_recipient.md、9113593a で確認)。--policy が必要
export-lodestar = Lodestar のバリデータクライアントの手数料受取先(プロポーザー設定、1.44.0)。--policy が必要
export-metamask-contacts = MetaMask 10.19 からおよそ 12.1 までで復元できる連絡先(address-book-controller 7.0.0)。それより新しい版では復元できません
export-metamask-labels = 同じ連絡先を MetaMask に手で入力するための表(読み込める版はありません)
export-nimbus = Nimbus の手数料受取先(公式ブックの suggested-fee-recipient.md、0e281d14 で確認)。--policy が必要
export-notes-obol = Obol クラスターの定義に使う値(charon 1.10.3)。手数料受取先はノードのファイルには入りません。--policy が必要
export-notes-ssv = SSV クラスターのオーナーが送る取引(コントラクト 2.0.0)。手数料受取先はノードのファイルには入りません。--policy が必要
export-rotki = rotki のアドレス帳に入れる名前(CSV、公式ガイドと、ef14aadd(2026-08-21)の読み込み処理で確認)
export-safe-address-book = Safe{"{"}Wallet{"}"} のアドレス帳に追加する名前(CSV、web 1.95.0)
export-safe-data = 同じ内容の Safe{"{"}Wallet{"}"} データファイル(3.0、web 1.95.0)。既存の内容を置き換えます
export-note-metamask-contacts = MetaMask 10.19 からおよそ 12.1 までの「設定」→「高度な設定」専用です。{ $file } という名前で保存してください。復元すると連絡先一覧がすべて置き換えられます。新しい版では復元できないので、metamask-labels の表から入力してください。
export-note-metamask-labels = この表を読み込める MetaMask はありません。必要なものを「連絡先」に入力し、アドレスを一文字ずつ見比べてください。
export-note-rotki = ログイン中の利用者の非公開アドレス帳に、これらの名前が追加されます。
export-note-safe-address-book = 読み込むとこれらの名前が追加され、同じアドレスの名前がすでにあれば置き換えられます。
export-note-safe-data = これを読み込むと、そのブラウザーのアドレス帳が上書きされます。先にそちらで書き出すか、追加だけを行う safe-address-book を使ってください。
err-export-address-book-size = Safe{"{"}Wallet{"}"} は { $bytes } バイトを超えるアドレス帳を読み込みません。
rec-export-address-book-size = この上限がない safe-data を使ってください。
err-export-rotki-chain = rotki はチェーン { $chain } に対応していません。
rec-export-rotki-chain = テストネットは扱えないので、export labels などで別に保管してください。
err-export-inside = { $file } はセレモニーのフォルダーの中です。そこには決まったファイルしか置けず、置くと検証できなくなります。
rec-export-inside = その外を指定してください。

## 機械への引き渡し

err-handover-policy = 誰のバリデータについてのものかが指定されていないか、知られていない名前です。
rec-handover-policy = --policy で次のいずれかを指定してください:{ $known }
err-handover-chain = ポリシー { $policy } について、チェーン { $chain } では何も分かっていません。
rec-handover-chain = そのチェーンの受取先をプロトコルの公式ページで確かめ、手で設定してください。
err-handover-never-safe = ポリシー { $policy } のバリデータの手数料は、チームの Safe には決して送りません。
rec-handover-never-safe = --safe を外してください。
err-handover-safe = チーム自身のバリデータがどの Safe に支払うのか確定できません。
rec-handover-safe = このチェーンでマニフェストにある Safe を --safe で指定してください:{ $known }
err-handover-safe-unknown = このチェーンのマニフェストに Safe「{ $name }」はありません。
rec-handover-safe-unknown = あるものを --safe で指定してください: { $known }
err-handover-no-safe = このチェーンのマニフェストに Safe がありません。チーム自身のバリデータの手数料は Safe に入ります。
rec-handover-no-safe = まず、そのための Safe を計画に加えてください。
err-handover-unseen = Safe「{ $name }」がチェーンにあることが示されていません。Safe のないアドレスに支払うと、失われるおそれがあります。
rec-handover-unseen = 「gishiki export chain-check」でノードに尋ね、その回答を --chain-answers FILE で渡してください。
err-handover-withdrawal = ポリシー { $policy } の引き出し先アドレスはオペレーターごとに異なり、マニフェストにはありません。
rec-handover-withdrawal = チェーンに問い合わせる、プロトコル自身のソフトウェアを使ってください。
err-handover-network = { $chain } のポリシー { $policy } では、{ $network } について何も分かっていません。
rec-handover-network = プロトコルと { $network } の公式ページで確かめてください。
handover-note = バリデータを動かす前に、アドレスをマニフェストと、プロトコルのアドレスなら公式ページとも見比べてください。受取先を誤ると実際の損失になります。
handover-note-rehearsal = リハーサルです。チームのアドレスは公開されたシードのものです。実際のバリデータを動かす機械には渡さないでください。
handover-from = { $marks }{ $ceremony }:SHA-256 が { $digest } のマニフェストから作成しました。
handover-to-own = ポリシー own({ $chain }):チーム自身のバリデータです。手数料は { $name }({ $recipient })に入ります。先に Safe をデプロイしておく必要があります。
handover-to-lido-csm = ポリシー lido-csm({ $chain }):手数料は必ず { $recipient }({ $name })に送ります。ほかの宛先ではペナルティを受けます。
handover-to-rocket-pool = ポリシー rocket-pool({ $chain }):スムージングプールに参加したノード用で、{ $recipient }({ $name })です。ほかのノードは自分のメガプールに、ミニプールのあるノードは自分の fee distributor に支払い、そのアドレスはチェーンにしか分からないので、これを使わないでください。Smartnode は自動で設定します。
handover-use-lodestar = このポリシーの鍵だけを持つ Lodestar のバリデータクライアント用です。--proposerSettingsFile でこのファイルを指定します。
handover-use-lighthouse = このポリシーの鍵だけを持つ Lighthouse のバリデータクライアント用です。validator_definitions.yml の suggested_fee_recipient はこのフラグより優先されます。
handover-use-nimbus = このポリシーの鍵だけを持つ Nimbus のバリデータクライアント用です。鍵をビーコンノードに置くならビーコンノード用です。鍵ごとの suggested_fee_recipient.hex はこのフラグより優先されます。
handover-use-ethstaker-deposit = deposit new-mnemonic または existing-mnemonic 用です。引き出し先は最初のデポジットで永久に決まります。
handover-withdrawal-own = 引き出し先は { $name }、{ $withdrawal } です。複利型(0x02)にするかどうか(0x01)は尋ねられるか、--compounding または --regular_withdrawal(1.2 までは --regular-withdrawal)で指定します。
handover-withdrawal-lido-csm = 引き出し先は Lido の引き出し用の金庫 { $withdrawal } で、手数料の金庫とは別です。どちらも上の出典にあります。種類は 0x01、つまり --regular_withdrawal(1.2 までは --regular-withdrawal)です。デポジットデータはモジュールに渡すもので、運用者がデポジットコントラクトに送ることはありません。
handover-use-notes-ssv = このポリシーのクラスター用です。クラスターのオーナーが下の呼び出しを SSVNetwork に一度送ります。手数料受取先はノードのファイルには入りません。
handover-ssv-owner = そのオーナーのすべてのクラスターに適用されるので、ポリシーごとに別のオーナーが必要です。先にコントラクトを SSV の公式ページと見比べてください。
handover-ssv-roles = マニフェストで SSV の名を持つアドレスです。この呼び出しは誰でも送れ、送った本人のクラスターだけが変わります。これらのクラスターの所有者から送り、別の方針のクラスターの所有者からは送らないでください:
handover-use-notes-obol = このポリシーのクラスター用です。charon create dkg の引数で、クラスターの定義に入ります。ノードのファイルには入りません。
handover-obol-fixed = 引き出し先アドレスはデポジット後に変更できません。各オペレーターは定義に署名する前に両方を見比べてください。

## コード

export-crypto-account = 一つのウォレットのアドレス「crypto-account」(QR コードからアカウントを読むプログラムで、監視だけに使うもの。@metamask/eth-qr-keyring 1.1.0 と @keystonehq/base-eth-keyring 0.15.1 で確認)
export-note-crypto-account = 公開鍵だけで、xpub は含みません。プログラムはこれを「QR コードで署名するデバイス」のアドレスとして扱います。監視はできますが、Trezor は QR コードで署名しないため、この方法では何も署名できません。MetaMask が同時に持てるこの種のデバイスは一つだけで、アドレスごとの名前は付かず、フィンガープリントも確認されません。「gishiki qr FILE」で表示できます。
err-export-account-whose = だれのどのウォレットか、指定されていません。
rec-export-account-whose = 両方を指定してください:--custodian NAME --wallet NAME
err-export-account-wallet = マニフェストに、{ $custodian } のウォレット { $wallet } のアドレスはありません。
rec-export-account-wallet = 「gishiki show」やラベルにある、マニフェストの行の名前を使ってください。
err-export-account-role = このウォレットに役割 { $role } はありません。
rec-export-account-role = このウォレットの役割を指定するか、--role を省いてすべてを選んでください。
err-export-account-count = アドレスは { $count } 個ですが、読み取るプログラムは一ページに { $page } 個を必要とし、最後のページに空きがあると拒否します。
rec-export-account-count = { $page } の倍数になるように、--role NAME で選んでください:{ $roles }
err-export-account-few = アドレスが { $count } 個ですが、読み取る側のプログラムは 1 ページに { $page } 個を必要とします。
rec-export-account-few = 「gishiki export qr-sheet」にあるそれぞれのコードで、一つずつ監視してください。
err-export-account-key = 封印された xpub から、{ $role } のアドレスが得られません。
rec-export-account-key = sealed フォルダーも含めてバンドルを検証し、ファイルが変わっていればジャーナルから作り直してください。
err-export-account-sealed = 公開鍵は { $file } から得られますが、バンドルにこのファイルがありません。
rec-export-account-sealed = 監査人が持つ、儀式のフォルダー全体から書き出してください。
err-export-account-kept = { $path } の xpub はウォレット { $wallet } の中にだけあり、公開鍵はどのファイルにもありません。
rec-export-account-kept = アドレスを一つずつ監視してください:「gishiki export qr-sheet」
export-qr-sheet = すべてのアドレスとそのコードの印刷用ページ(HTML、A4)
qr-sheet-marks = { $marks } — 本物の資金に使うものではありません。
qr-sheet-about = 各コードには、隣のアドレスだけが入っています。読み取った後、四文字ずつ見比べてください。チェーンの記載がないものはチェーン { $chain } です。
qr-sheet-digest = 元のマニフェストの SHA-256(16 進数と単語):
qr-sheet-confirmed = デバイスで確認したアドレス
qr-sheet-predicted = コントラクト(予測)。入金する前に、存在を確かめてください
qr-sheet-external = ほかの人のアドレス(計画の記載どおり)
qr-sheet-wallet = { $member }、ウォレット { $wallet }
qr-sheet-chains = チェーン { $chains }
err-export-sheet-large = アドレスが { $count } 個あり、ブラウザーでは印刷できません。上限は { $most } 個です。
rec-export-sheet-large = 代わりにラベルを使い、必要なアドレスだけ「gishiki qr」でコードにしてください。

## MetaMask の手引き

export-metamask = 印刷用の手引き(HTML、A4):Trezor を使った MetaMask の一覧に出るアドレスをウォレットごとに、ほかへの届き方と、コード付きの連絡先とともに
guide-about = Trezor と MetaMask の手引きです。パスフレーズウォレットごとのブラウザープロファイル、一覧に出るアカウントとその名前、ほかのアドレスへの届き方、手で入力する連絡先をまとめています。秘密は含まれませんが、誰が何を持つかは分かります。
guide-before = 始める前に
guide-before-secrets = シードの単語やパスフレーズを、パソコンやブラウザーに決して入力しないでください。パスフレーズはデバイス上で入力します。MetaMask は初期設定で独自のシードを求めます。新しく作らせ、そこには決して入金しないでください。
guide-before-profiles = パスフレーズウォレットごとに、別々のブラウザープロファイルを使ってください。MetaMask が Trezor 用に持つキーリングとアカウントの組は一つだけです。別のパスフレーズを使うと「Unknown address」と表示され、最初のアカウントが使えなくなります。
guide-before-list = Trezor を使った MetaMask の一覧に出るのは { $forms } だけで、ほかの account' は出ません。一覧の 2 番目は { $listed } であり、{ $other } ではありません。
guide-before-shown = デバイスに出るアカウント名では区別できません。{ $listed } も { $other } も「{ $shown }」と表示されます。アドレス全体を見比べてください。
guide-before-compare = MetaMask に表示されたアドレスは、ここにあるものとすべての文字が一致するまで信用しないでください。ページやソフトウェアは、何でも表示できます。
guide-before-names = 名前は手で入力します。アカウント名をファイルから読み込める版はなく、連絡先の復元も 2024 年になくなりました。
guide-before-mobile = スマートフォン版の MetaMask では Trezor を使えません。
guide-before-left-out = パスフレーズをパソコンで入力することになるため、次のソフトウェアは以下の方法に含めていません:{ $programs }
guide-steps = MetaMask で届くウォレットごとの手順
guide-step-profile = 以下に示す名前でブラウザープロファイルを作り、開発元のページから MetaMask をインストールします。
guide-step-connect = MetaMask でハードウェアウォレットとして Trezor を接続し、このウォレットのパスフレーズをデバイス上で入力します。
guide-step-path = パスとして「{ $menu }」を選びます。一覧は 1 ページに五つずつです。
guide-step-compare = 示された位置のアドレス全体を見比べ、一致したときだけ選びます。ここに印を付けてください。
guide-step-name = アカウントに、ここに印刷された名前を付けます。MetaMask が付ける番号は、パスとは関係ありません。
guide-step-contacts = 末尾の連絡先のうち、このプロファイルで使うものを登録します。名前、チェーン、アドレスを、コードまたは手入力で登録し、四文字ずつ見比べてください。
guide-overview = プロファイル一覧
guide-column-wallet = パスフレーズウォレット
guide-column-profile = ブラウザープロファイル
guide-column-listed = 一覧に出る数
guide-column-place = 一覧での位置
guide-column-name = 付ける名前
guide-column-address = アドレス
guide-none = 不要(MetaMask はどのアドレスにも届きません)
guide-count = { $all } 個中 { $listed } 個
guide-wallet = { $wallet }(階層 { $tier })
guide-profile = ブラウザープロファイル:{ $profile }
guide-no-profile = MetaMask はこのウォレットのどのアドレスにも届きません。プロファイルは作らないでください。
guide-known-first = 一覧の 1 番目({ $path })が { $address } なら、正しいパスフレーズです。違う場合は何も選ばず、接続を切ってやり直してください。
guide-known-other = このウォレットの m/44'/60'/0'/0/0 はマニフェストにないため、一覧の 1 番目では確かめられません。{ $number } 番目({ $path })が { $address } なら、正しいパスフレーズです。違う場合は何も選ばず、接続を切ってやり直してください。
guide-known-none = 以下の方法でこれらのアドレスが得られたときだけ、正しいパスフレーズです。
guide-listed = Trezor を使った MetaMask の一覧に出るアドレス
guide-beyond = MetaMask では届かないアドレス(次のいずれかを使います)
guide-contacts-contracts = 連絡先:コントラクト(予測)。入金する前に、存在を確かめてください
guide-contacts-externals = 連絡先:ほかの人のアドレス(計画の記載どおり)
guide-contacts-keys = 連絡先:鍵のアドレス(自分のプロファイル以外で登録)
