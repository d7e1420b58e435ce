## 計画全体

err-plan-has-errors = 計画 { $file } は使えません。リントエラーが { $errors } 件あり、最初のものは { $at }({ $lint })です。
rec-plan-has-errors = 「gishiki check { $file }」を実行し、指摘された箇所を直して、新しい計画をレビューしてもらってください。

## P-SCHEMA:ファイルの形式

err-p-schema-too-large = ファイルが { $max } バイトを超えています。
rec-p-schema-too-large = 計画ファイルかどうか確認してください。これほど長い計画はありません。
err-p-schema-not-utf8 = ここから先が UTF-8 のテキストではありません。
rec-p-schema-not-utf8 = 計画を UTF-8 で保存してください。
err-p-schema-invisible = 目に見えない文字があります:{ $character }
rec-p-schema-invisible = 削除してください。このような文字があると、計画が実際の内容と違って見えることがあります。
err-p-schema-syntax = TOML として読めません:{ $reason }
rec-p-schema-syntax = この行を直してください。各テーブルの書き方は docs/plan.md にあります。
err-p-schema-unknown-key = キー { $key } はここにはありません。
rec-p-schema-unknown-key = 削除するか、次のいずれかにしてください:{ $known }
err-p-schema-unknown-word = 「{ $value }」はここに書ける語ではありません。
rec-p-schema-unknown-word = 次のいずれかにしてください:{ $known }
err-p-schema-missing-key = このテーブルにキー { $key } がありません。
rec-p-schema-missing-key = 追加してください。意味は docs/plan.md にあります。
err-p-schema-duplicate-key = このキーまたはテーブルは二度書かれています。
rec-p-schema-duplicate-key = どちらか一つにしてください。
err-p-schema-type =
    値の種類が違います({ $found })。必要なのは{ $wanted ->
        [u8] 0 から 255 までの整数
        [u16] 0 から 65535 までの整数
        [u32] 0 から 4294967295 までの整数
        [u64] 0 以上の整数
        [text] 引用符で囲んだテキスト
        [bool] true か false
        [list] リスト
       *[table] テーブル
    }です。
rec-p-schema-type = その種類の値を書いてください。種類は docs/plan.md にあります。
err-p-schema-form =
    { $key } の値「{ $value }」は使えません。{ $form ->
        [format] gishiki-plan-v1 と書きます
        [slug] a–z、0–9、「-」だけで書きます
        [organisation] 「;」や前後の空白を含まない印字可能な ASCII で書きます
        [previous] none または小文字の16進数64桁で書きます
        [sequence] 1 から 9007199254740991 までの数です
        [name] a–z、0–9、「-」の1〜32文字で書きます(none は使えません)
        [custodian] a–z、0–9、「-」だけで書きます(team、manifest、witness は使えません)
        [wallet] A–Z、a–z、0–9 だけで書きます
        [wallet-id] member-1/TeamFunds のように、管理者とウォレットを書きます
        [tier] 1 から 9 までの数です
        [identity] 圧縮公開鍵を小文字の16進数66桁で書きます
        [address] 0x と16進数40桁、または TBD と書きます
        [path] 0'/0/0 のように account'/change/index で書きます
        [reason] 理由を書きます
        [carried] レンジにある数以下のアドレスを書きます
        [amount] 0.05 のような正の数で、小数点以下の桁数は decimals までです
        [decimals] 0 から 77 までの数です
        [salt-nonce] 10進数、または 0x と64桁までの16進数で書きます
        [salt] 0x と小文字の16進数64桁、derived、またはバージョン 1 では none です
        [preset] ui または plain です
        [deployment] canonical または eip155 です
        [singleton] l1、l2、またはアドレスです
        [fallback_handler] default、none、またはアドレスです
        [method] create-proxy-with-nonce か create-chain-specific-proxy-with-nonce、またはそれに -l2 を付けたものです
        [kind] push または pull です
        [template] 波括弧は {"{cluster}"} と {"{operator}"} だけが使えます
        [account-template] 波括弧は {"{cluster}"} だけが使えます
       *[positive] 1 以上にします
    }。
rec-p-schema-form = { $key } を直してください。
err-p-schema-call = バッチ { $batch } の呼び出しに、支払いでも分配でもないものがあります。
rec-p-schema-call = pay と amount を書くか、distribute だけを書いてください。token はどちらにも添えられます。
err-p-schema-more = ほかに { $count } 件のエラーがあります。
rec-p-schema-more = まずこれらを修正してください。
err-p-schema-checksum = アドレス { $value } の EIP-55 チェックサムが合いません。
rec-p-schema-checksum = 出典と照合してください。すべての桁が正しければ { $right } と書きます。
err-p-schema-previous = previous が sequence { $sequence } と合いません。
rec-p-schema-previous = sequence が 1 なら none、2 以降なら前回のマニフェストの SHA-256 を書いてください。
err-p-schema-too-many =
    { $what ->
        [range] この range のアドレスが { $max } 個を超えています。
        [wallets] 計画のウォレットが { $max } 個を超えています。
        [signers] マニフェストに署名するロールが { $max } 個を超えています。
        [others] 計画の external、Safe、スプリットが合わせて { $max } 個を超えています。
       *[addresses] 計画のアドレスが { $max } 個を超えています。
    }
rec-p-schema-too-many =
    { $what ->
        [range] clusters と operators を確認してください。本当に必要であれば、range を複数に分けられます。
        [wallets] セレモニーを複数に分けてください。
        [signers] 署名するロールを減らしてください。Safe やスプリットのためにこれ以上は必要ありません。
        [others] セレモニーを複数に分けてください。
       *[addresses] clusters と operators を確認してください。アドレスはすべて人が照合します。
    }

## P-REF:名前

err-p-ref-unknown =
    「{ $name }」という名前の{ $what ->
        [custodian] 管理者
        [seed] シード
        [wallet] ウォレット
        [role] 役割
        [safe] Safe
        [split] スプリット
        [amount] 金額
        [token] 外部アドレス(トークン)
       *[thing] 役割、外部アドレス、Safe、スプリット
    }は、この計画にありません。
rec-p-ref-unknown = 名前を直すか、その名前のものを追加してください。
err-p-ref-no-custodian = ウォレット { $wallet } に管理者がいません。
rec-p-ref-no-custodian = 誰が開くのかを custodian = ".." で書いてください。
err-p-ref-duplicate = 名前 { $name } は { $line } 行目ですでに使われています。
rec-p-ref-duplicate = それぞれ別の名前にしてください。範囲では名前に {"{cluster}"} と {"{operator}"} を入れます。
err-p-ref-other-seed = ウォレット { $wallet } のシード { $seed } は、{ $custodian } が持っているものです。
rec-p-ref-other-seed = ウォレットの管理者自身のシードを指定してください。
err-p-ref-second-seed = { $custodian } はすでに { $first } を持っています。一台のデバイスが持つシードは一つなので、{ $seed } には二台目のデバイスが必要です。
rec-p-ref-second-seed = { $seed } には別の管理者名を割り当ててください。同じ人の二つ目の名前でも構いません。
err-p-ref-same-address = { $name } と { $other } は同じアドレスです。
rec-p-ref-same-address = どちらか一方の名前だけを残してください。
err-p-ref-other-signer = ウォレット { $wallet } の署名者 { $role } は、{ $other } にあります。
rec-p-ref-other-signer = このウォレット自身の役割を指定してください。ウォレットが開かれていたことは、その鍵でしか証明できません。
err-p-ref-split-owner = スプリット { $split } のオーナーがスプリットになっていますが、スプリットは何も決定できません。
rec-p-ref-split-owner = オーナーには Safe、役割、外部アドレス、または none を指定してください。
err-p-ref-no-signer = マニフェストに署名する人がいません。
rec-p-ref-no-signer = signers に役割を一つ以上書いてください。
err-p-ref-unused =
    { $what ->
        [custodian] 管理者 { $name } にウォレットがありません
        [seed] シード { $name } にウォレットがありません
        [wallet] ウォレット { $name } に役割がありません
        [amount] 金額 { $name } がどのバッチにもありません
       *[account] アカウント { $name } に役割がありません
    }。
rec-p-ref-unused = 使うか、削除してください。
err-p-ref-circular = コントラクトが互いに依存しているため、どのアドレスも先に決まりません:{ $circle }
rec-p-ref-circular = 循環をなくしてください。
err-p-ref-unpredictable = { $contract } のアドレスを予測できません。依存している { $external } がまだ TBD です。
rec-p-ref-unpredictable = { $external } のアドレスを記入するか、{ $contract } から外してください。
err-p-ref-accept-unknown = { $lint } というリントはありません。
rec-p-ref-accept-unknown = 名前を直してください。一覧は docs/lints.md にあります。
err-p-ref-accept-error = { $lint } はこの計画ではエラーであり、エラーを受け入れることはできません。
rec-p-ref-accept-error = { $lint } が指摘する箇所を直してください。
err-p-ref-accept-unused = { $lint } を受け入れると書かれていますが、該当するものがありません。
rec-p-ref-accept-unused = この [[accept]] を削除してください。

## P-PATH-RANGE、P-PATH-COLLISION:パス

err-p-path-range = { $role } のパスの { $scope } が { $number } です。Trezor は { $max } を超えるものを拒否します。
rec-p-path-range = account は 0–100、change は 0–1、index は 0–1000000 にしてください。
err-p-path-collision-role = { $role } と { $other }({ $line } 行目)は同じアドレスです:{ $wallet } の { $path }
rec-p-path-collision-role = どちらかを空いているアカウントに移してください。
err-p-path-collision-account = { $wallet } のアカウント { $account } は、ここでは { $name }、{ $line } 行目では { $other } という名前です。
rec-p-path-collision-account = どちらかを空いているアカウントに移すか、名前を一つにしてください。

## P-LABEL:ラベル

err-p-label-form = ラベル「{ $label }」は、使えない場所があります。
rec-p-label-form = 前後に空白のない印字可能な ASCII で、1〜{ $max } 文字にしてください。
err-p-label-duplicate = ラベル「{ $label }」は { $line } 行目ですでに使われています。
rec-p-label-duplicate = アドレスごとに別のラベルにしてください。範囲ではラベルに {"{cluster}"} と {"{operator}"} を入れます。

## P-WALLET-DUPLICATE:ウォレット

err-p-wallet-duplicate-name = ウォレット { $wallet } は { $line } 行目の { $other } と区別できません。
rec-p-wallet-duplicate-name = 同じ管理者のウォレットには別々の名前を付けてください。大文字と小文字の違いだけでは区別になりません。
err-p-wallet-duplicate-identity = ウォレット { $wallet } と { $other } の identity が同じです。つまり同一のウォレットです。
rec-p-wallet-duplicate-identity = 前回のマニフェストで identity を調べ、誤っているほうを直してください。

## P-OWNERS、P-THRESHOLD、P-SHARED-SEED:Safe

err-p-owners-none = Safe { $safe } にオーナーがいません。
rec-p-owners-none = オーナーを書いてください。
err-p-owners-many = Safe { $safe } のオーナーが { $owners } 人います。1 つのトランザクションで設定できるのは { $most } 人程度までです。
rec-p-owners-many = オーナーを { $most } 人以下にしてください。別の Safe をオーナーにすれば、複数の人をまとめられます。
err-p-owners-duplicate = Safe { $safe } に同じオーナーが二度あります。{ $owner } と { $other } は同じアドレスです。
rec-p-owners-duplicate = オーナーはそれぞれ一度だけ書いてください。
err-p-owners-split = Safe { $safe } のオーナー { $owner } はスプリットで、署名できません。
rec-p-owners-split = 役割、外部アドレス、Safe のいずれかを指定してください。
err-p-owners-zero = Safe { $safe } のオーナー { $owner } はゼロアドレスで、誰も署名できません。
rec-p-owners-zero = 持ち主のいるアドレスを指定してください。
err-p-owners-sentinel = Safe { $safe } のオーナー { $owner } は 0x..01 です。Safe が内部で使うアドレスなので拒否されます。
rec-p-owners-sentinel = 持ち主のいるアドレスを指定してください。
err-p-owners-library = Safe { $safe } のオーナー { $owner } は、Safe や 0xSplits 自体のコントラクトで、誰も署名できません。
rec-p-owners-library = 持ち主のいるアドレスを指定してください。
err-p-owners-own = Safe { $safe } のオーナー { $owner } は、この Safe 自身のシングルトンかフォールバックハンドラーです。誰も署名できません。
rec-p-owners-own = 誰かが管理するアドレスを指定してください。
err-p-threshold-zero = Safe { $safe } のしきい値が 0 です。
rec-p-threshold-zero = 1 以上にしてください。
err-p-threshold-unreachable = Safe { $safe } には { $threshold } 人の署名が必要ですが、オーナーは { $owners } 人です。
rec-p-threshold-unreachable = しきい値を下げるか、オーナーを増やしてください。
err-p-shared-seed = Safe { $safe } には { $threshold } 人の署名が必要ですが、{ $seed } だけで満たせます:{ $owners }
rec-p-shared-seed = 一つのシードだけでしきい値を満たせないよう、オーナーを別々の人のシードに置いてください。

## P-CONTRACT-DUPLICATE、P-SPLIT、P-CHAIN:コントラクト

err-p-contract-duplicate = { $contract } と { $other } は入力が同じなので、同じアドレスになります。
rec-p-contract-duplicate = どちらかのソルトを変えるか、一つだけにしてください。
err-p-split-few = スプリット { $split } の受取人が少なすぎます({ $recipients })。
rec-p-split-few = 二つ以上書いてください。
err-p-split-many = スプリット { $split } の受取人が { $recipients } あります。{ $max } を超えると、分配がブロックに収まらないおそれがあります。
rec-p-split-many = 複数のスプリットに分けてください。
err-p-split-zero-share = { $recipient } のスプリット { $split } での割り当てが 0 です。
rec-p-split-zero-share = 割り当てを書くか、受取人から外してください。
err-p-split-zero-owner = スプリット { $split } の所有者 { $owner } はゼロアドレスです。
rec-p-split-zero-owner = 誰も変更できないようにするなら owner = "none" と書き、そうでなければアドレスを修正してください。
err-p-split-zero-address = スプリット { $split } の受取人 { $recipient } はゼロアドレスで、受け取ったものは失われます。
rec-p-split-zero-address = 持ち主のいるアドレスを指定してください。
err-p-split-library = スプリット { $split } が指す { $named } はコントラクト { $contract } です。配分を利用することも、スプリットを所有することもできません。
rec-p-split-library = 正しいアドレスに直してください。
err-p-split-duplicate = スプリット { $split } に同じ受取人が二度あります。{ $recipient } と { $other } は同じアドレスです。
rec-p-split-duplicate = 受取人はそれぞれ一度だけ書き、割り当てを合計してください。
err-p-split-sum = スプリット { $split } の割り当ての合計が { $sum } で、{ $max } を超えています。
rec-p-split-sum = 同じ比率のまま、割り当てを小さくしてください。
err-p-split-sum-v1 = スプリット { $split } の割り当ての合計が { $sum } です。バージョン 1 では、ちょうど { $whole } でなければなりません。
rec-p-split-sum-v1 = 割り当てを全体の百万分率で書いてください。
err-p-split-v1-owner = スプリット { $split } はバージョン 1 で、{ $owner } がオーナーです。SplitMain はこれを CREATE で作るため、アドレスはそれまでに作られた数で決まり、予測できません。
rec-p-split-v1-owner = owner = "none" と書くか、バージョン 2.2 を使ってください。
err-p-split-v1-push = スプリット { $split } のバージョン 1 は push をしません。記帳し、受取人が引き出します。
rec-p-split-v1-push = kind = "pull" と書くか、バージョン 2.2 を使ってください。
err-p-split-v1-salt = スプリット { $split } のバージョン 1 では、アドレスにソルトが入りません。
rec-p-split-v1-salt = salt = "none" と書いてください。
err-p-split-no-salt = スプリット { $split } にソルトがありません。ソルトがないと、誰でもアドレスを変えられます。
rec-p-split-no-salt = 32 バイトの乱数か、salt = "derived" と書いてください。
err-p-split-derived-stands = スプリット { $split } はすでにありますが、ソルトがこの計画から導かれています。この計画で作られたはずはありません。
rec-p-split-derived-stands = 前回のマニフェストに記録されたソルトを書いてください。
err-p-change-none = { $contract } の変更後の状態が、現在の状態と同じです。
rec-p-change-none = 内容を変えるか、next の節を削除してください。
err-p-change-immutable = スプリット { $contract } には所有者がいないため、誰も変更できません。
rec-p-change-immutable = 新しいスプリットを計画し、支払元の宛先をそちらに変えてください。
err-p-change-v1 = スプリット { $contract } はバージョン 1 で、ここでは変更できないものとしてのみ計画できます。
rec-p-change-v1 = now と next の節を削除し、新しいスプリットを計画してください。
err-p-change-chains = { $contract } は { $chains } 個のチェーンにあります。変更は一つのチェーンで行われますが、マニフェストにはすべてのチェーンの変更として記されてしまいます。
rec-p-change-chains = チェーンごとに別のコントラクトとして計画してください。または、先にすべてのチェーンで変更し、その後の状態を now に書いてください。
err-p-change-circle = { $contract } のオーナーをたどると自分自身に戻るため、署名する前に自分の署名が必要になります:{ $circle }
rec-p-change-circle = この Safe に戻らないオーナーを指定してください。
err-p-change-unsigned = { $owner } はこの儀式のあと { $contract } のオーナーになりますが、そのマニフェストに署名しません。
rec-p-change-unsigned = マニフェストの署名者に { $owner } を加えてください。いま署名できない人は、オーナーとしても署名できません。
err-p-change-itself = スプリット { $contract } が自分自身に支払うことになります。
rec-p-change-itself = 別の受取人を指定してください。
err-p-change-never = スプリット { $contract } は所有者なしで作られたため、別の状態になっているはずがありません。
rec-p-change-never = now の節を削除してください。実際の状態が違う場合は、作成時の内容を直してください。
err-p-batch-calls = バッチ { $batch } の呼び出しは { $calls } 件です。1 件から { $max } 件までにする必要があります。
rec-p-batch-calls = 呼び出しを追加するか、複数のバッチに分けてください。
err-p-batch-itself = バッチ { $batch } の支払先 { $safe } は、送信元の Safe 自身です。
rec-p-batch-itself = 別の宛先を指定してください。
err-p-batch-nobody = バッチ { $batch } にある { $name } のアドレスは、未記入かゼロアドレスです。
rec-p-batch-nobody = 外部アドレスを記入してください。
err-p-batch-v1 = バッチ { $batch } が分配する { $split } は、バージョン 1 のスプリットです。
rec-p-batch-v1 = この呼び出しを外してください。バージョン 1 のスプリットは、SplitMain を通じて誰でも分配できます。
err-p-batch-ether-decimals = 金額 { $amount } は小数 { $decimals } 桁のイーサの支払いですが、decimals が { $given } になっています。
rec-p-batch-ether-decimals = decimals を削除してください。トークンの支払いであれば、token を書いてください。
err-p-batch-token-decimals = 金額 { $amount } はトークン { $token } の支払いですが、小数の桁数が書かれていません。
rec-p-batch-token-decimals = トークンのコントラクトが decimals() で答える数を decimals = .. と書いてください。
err-p-batch-ether-and-token = 金額 { $amount } が、イーサの支払いとトークン { $token } の支払いの両方に使われています。
rec-p-batch-ether-and-token = それぞれに別の金額を書いてください。
err-p-batch-two-tokens = 金額 { $amount } が、二つのトークン { $token } と { $other } の支払いに使われています。
rec-p-batch-two-tokens = それぞれに別の金額を書いてください。
err-p-batch-library = バッチ { $batch } の支払先 { $name } は { $contract } で、送ったものは戻りません。
rec-p-batch-library = 本来の宛先を指定してください。
err-p-batch-own-token = バッチ { $batch } がトークン { $token } をそのコントラクト自身に支払います。送ったものは戻りません。
rec-p-batch-own-token = 本来の宛先を指定してください。
err-p-batch-size = バッチ { $batch } のコールデータは { $size } バイトになります。Trezor が表示できるのは { $max } バイトまでです。
rec-p-batch-size = 複数のバッチに分けてください。一件だけで大きすぎる分配は外してください。スプリットの分配は誰でも実行できます。
err-p-chain-unknown = チェーン { $chain } は登録されていません。
rec-p-chain-unknown = chain_id を直してください。チェーンの一覧は docs/plan.md にあります。
err-p-chain-own = { $contract } の chains に、この儀式のチェーン { $chain } がありません。
rec-p-chain-own = chains に { $chain } を加えるか、別の儀式で計画してください。
err-p-chain-twice = { $contract } の chains にチェーン { $chain } が二度あります。
rec-p-chain-twice = チェーンはそれぞれ一度だけ書いてください。
err-p-chain-not-deployed = { $contract } はチェーン { $chain } では作れません。{ $version } のデプロイが知られていません。
rec-p-chain-not-deployed = そのチェーンを外すか、デプロイされているバージョンを選んでください。
err-p-chain-plain = plain の Safe { $contract } は、メインネットとその他のチェーンで異なるアドレスになります。
rec-p-chain-plain = メインネット用とその他のチェーン用に別の Safe を書くか、どこでも同じアドレスになる preset = "ui" を使ってください。
err-p-chain-addresses = { $contract } は、チェーン { $chain } とチェーン { $other } で異なるアドレスになります。
rec-p-chain-addresses = それぞれ別のコントラクトとして書くか、どこでも同じアドレスになる選び方をしてください。
err-p-chain-counted = { $contract } は { $factory } が CREATE で作ります。アドレスはそれまでに作られた数で決まり、誰でも 1 つ増やせるため、予測できません。
rec-p-chain-counted = 先にデプロイし、チェーンから読み取ったアドレスを外部アドレスとして書いてください。
err-p-safe-set = Safe { $safe } はバージョン { $version } の { $set } を指定していますが、その名の組はありません。eip155 があるのは 1.3.0 だけです。
rec-p-safe-set = deployment を外すか、バージョン 1.3.0 を使ってください。
err-p-safe-method = Safe { $safe } は { $method } を指定していますが、バージョン { $version } のファクトリーにはありません。
rec-p-safe-method = method を外すか、それがあるバージョンを使ってください。
err-p-safe-handler = Safe { $safe } のフォールバックハンドラー { $handler } は { $name } で、Safe の代わりに応答するものではありません。
rec-p-safe-handler = "default"、"none"、またはフォールバックハンドラーのアドレスを書いてください。
err-p-safe-singleton = Safe { $safe } のシングルトン { $singleton } は { $name } であり、プロキシが Safe として実行できるコードではありません。
rec-p-safe-singleton = l1、l2、または Safe のコードのアドレスを書いてください。
err-p-safe-ui = Safe { $safe } は preset = "ui" ですが、{ $key } が Safe{"{"}Wallet{"}"} の使うものと異なります。
rec-p-safe-ui = { $key } を外すか、preset = "plain" と書いてください。
err-p-chain-mixed = { $contract } はチェーン { $chain } に必要とされていますが、儀式は { $own } についてのもので、一方がテストネットです。
rec-p-chain-mixed = テストネットと本番のチェーンは、別々の儀式にしてください。

## P-TEST-ADDRESS:誰もが鍵を持つアドレス

err-p-test-address = 外部アドレス { $name } の { $address } は、公開されているシードのアドレスです。誰でも中身を使えます。
rec-p-test-address = 持ち主から聞いたアドレスを書いてください。まだない場合は "TBD" と書いてください。このままでよいのはリハーサルだけで、テストネットでも本番のセレモニーは検証に通りません。

## P-STATEMENT:署名される文

err-p-statement =
    { $what ->
        [organisation] 組織
        [ceremony] 儀式
        [custodian] 管理者
       *[wallet] ウォレット
    }の名前「{ $name }」は { $length } 文字です。これを含む署名文は、全文を表示できないデバイスがあります。
rec-p-statement = すべての署名文が { $bytes } バイトに収まるよう、{ $max } 文字以下にしてください。

## P-ONE-OF-N、P-EOA-CONTROLLER、P-EOA-MANAGED:誰が何を動かせるか

err-p-one-of-n = Safe { $safe } の全額を、{ $number } 人のオーナーの誰もが一人で動かせます:{ $owners }
rec-p-one-of-n = しきい値を上げるか、理由を書いて受け入れてください。
err-p-one-of-n-single = Safe { $safe } のオーナーは { $owners } だけです。この鍵だけで全額を動かせ、失えば何も動かせなくなります。
rec-p-one-of-n-single = オーナーを増やしてしきい値を上げるか、理由を書いて受け入れてください。
err-p-eoa-controller-role = スプリット { $split } の所有者は一つの鍵 { $owner } です。{ $wallet } を開ける人は、直ちに受取人を変え、残高を持ち出せます。
rec-p-eoa-controller-role = Safe を所有者にするか、誰も変更しないなら owner = "none" と書いてください。
err-p-eoa-controller-external = スプリット { $split } の所有者は外部アドレス { $owner } です。それが一つの鍵なら、持ち主は直ちに受取人を変え、残高を持ち出せます。
rec-p-eoa-controller-external = この計画の Safe を所有者にするか、{ $owner } が何であるかを理由に書いて受け入れてください。
err-p-eoa-managed-called = { $role }(「{ $label }」)は Safe やマルチシグで管理するという名前ですが、ただの鍵です。{ $wallet } を開ける人が一人で動かせ、後から Safe の管理下に置くことはできません。
rec-p-eoa-managed-called = 代わりに Safe を計画するか、実態に合う名前にしてください。
err-p-eoa-managed-shared = { $role }(「{ $label }」)は共有の資金という名前の受取先ですが、ただの鍵です。{ $custodian } が一人で動かせ、後から Safe の管理下に置くことはできません。
rec-p-eoa-managed-shared = 代わりに Safe を受取人にするか、理由を書いて受け入れてください。

## P-REACH、P-DISPLAY-NAME、P-LEDGER-SLIP39:ソフトウェアとデバイス

err-p-reach = Trezor を使う場合、{ $program } が届くのは { $forms } だけです。{ $wallet } の次のアドレスには届きません:{ $roles }
rec-p-reach = 届くソフトウェアを使うか(設計表に書かれています)、{ $program } が届くパスにしてください。
err-p-display-name = Trezor の画面では、{ $wallet } の複数のアドレスが同じ名前になります:{ $names }
rec-p-display-name = 名前だけで判断せず、デバイス上のパスとアドレスの全体を比べてください。
err-p-ledger-slip39 = シード { $seed } は Ledger へ移せるようにするとされていますが、SLIP-39 です。Ledger は BIP-39 しか読めません。
rec-p-ledger-slip39 = BIP-39 のシードにするか、may_move_to_ledger = false と書いてください。その場合、移行するとアドレスは新しくなります。
err-p-sessions = { $member } さんのウォレットは { $wallets } 個ありますが、Trezor が同時に開いておけるのは { $most } 個です。署名する前に、順に閉じられていきます。
rec-p-sessions = それぞれのパスフレーズをもう一度入力し、紙と照合する用意をするか、ウォレットの数を減らしてください。
err-p-pays-rebasing = スプリット { $split } は金額を記帳して後で支払いますが、{ $token } は残高が自動的に変わります。支払うときには記帳した額がなくなっています。
rec-p-pays-rebasing = バージョン 2 の push スプリットを使うか、代わりに { $wrapped } を受け取ってください。
err-p-pays-stuck = 2.0 や 2.1 の pull スプリット { $split } は、承認の際に値を返さないメインネットの { $token } を渡せません。オーナーがいなければ、永久に残ります。
rec-p-pays-stuck = バージョン 2.2 か、push スプリットを使ってください。
err-p-pays-blocklist = push スプリット { $split } は全員に同時に送りますが、{ $token } の発行者はアドレスを凍結できます。凍結された受取人が 1 人いるだけで、分配がすべて止まります。
rec-p-pays-blocklist = バージョン 2.2 の pull スプリットを使うか、すべての受取人を確かめてください。
err-p-pays-unknown = スプリット { $split } は { $token } を支払うとありますが、このトークンについては何も登録されていません。
rec-p-pays-unknown = 残高が自動的に変わるか、送金時に手数料が引かれるかを調べてください。そのようなトークンには push スプリットを使うか、包んだ形 (wrapped) にする必要があります。
err-p-salt = スプリット { $split } のソルトはこの計画から導かれますが、これは第 { $sequence } 回の儀式です。すでにあるものとは別の、新しいスプリットになります。
rec-p-salt = すでにあるスプリットなら、前回のマニフェストに記録されたソルトを書いてください。新しいものなら、その理由を書いてこの警告を受け入れてください。
err-p-lookalike-label = 見間違えやすいラベルです:{ $labels }。
rec-p-lookalike-label = 一目で区別できるラベルにするか、理由を書いてこの警告を受け入れてください。
err-p-lookalike-address = 先頭と末尾の 4 桁が同じですが、同一ではないアドレスです:{ $addresses }。
rec-p-lookalike-address = それぞれの 40 桁すべてを、誰にも書き換えられない情報源と比べるか、理由を書いてこの警告を受け入れてください。送金先を誤らせるために、似せたアドレスが作られることがあります。

## P-CARRIED、P-RETIRED、P-SUCCESSION:以前の儀式から引き継ぐもの

err-p-carried-sequence = { $role } は第 { $confirmed } 回の儀式で確認されたとありますが、これは第 { $sequence } 回の儀式です。
rec-p-carried-sequence = 確認した以前の儀式の回を書くか、confirmed を削除して今回表示させてください。
err-p-carried-address = { $role } は以前の儀式で確認されたとありますが、アドレスが書かれていません。
rec-p-carried-address = 前回のマニフェストにあるアドレスを書くか、confirmed を削除して今回表示させてください。
err-p-carried-identity = { $role } は以前に確認されていますが、ウォレット { $wallet } の identity が書かれていません。
rec-p-carried-identity = 直近のパートにあるウォレットの identity を書いてください。
err-p-carried-first = ウォレット { $wallet } の { $role } は以前に確認されていますが、最初のロールは確認されていません。ウォレットを開いたときに見分けるのは最初のロールで、紙にもそれが書かれています。
rec-p-carried-first = 以前の計画でこのウォレットの最初にあったロールを、ほかのすべてより前に置いてください。
err-p-retired-sequence = { $name } は第 { $retired } 回の儀式で廃止されたとありますが、これは第 { $sequence } 回の儀式です。
rec-p-retired-sequence = 廃止した儀式の回を書いてください。2 以上、今回以下です。
err-p-retired-address = { $name } は廃止されていますが、アドレス { $address } が { $other } としても書かれています。
rec-p-retired-address = どちらか一方を削除してください。
err-p-retired-form = { $name } のラベル「{ $label }」は、どこでも使えるとは限りません。
rec-p-retired-form = 以前のラベルを、前後に空白のない 1 ~ { $max } 文字の表示可能な ASCII で書いてください。
err-p-retired-label = 廃止された { $name } のラベル「{ $label }」が、もう一度使われています。
rec-p-retired-label = 新しいものには別のラベルを付けてください。取り違えてはなりません。
err-p-witness-paper = 立会人 { $name } は紙に署名するため、アドレスは不要です。
rec-p-witness-paper = アドレスを削除するか、signs = "key" と書いてください。
err-p-witness-address = 立会人 { $name } のアドレス { $address } は、{ $other } としても書かれています。
rec-p-witness-address = 立会人は、このセレモニーでほかの役割を持たない鍵で署名します。別のアドレスを書くか、削除してください。
err-p-xpub-signer = { $wallet } は xpub を渡しませんが、{ $role } はマニフェストに署名します。
rec-p-xpub-signer = xpub の行を削除するか、別のウォレットで署名してください。署名者のアドレスは、監査人の手元にあるものから導出できなければなりません。
err-p-xpub-owner = { $wallet } は xpub を渡しませんが、{ $role } は Safe { $safe } のオーナーです。
rec-p-xpub-owner = xpub の行を削除するか、別のウォレットをオーナーにしてください。オーナーのアドレスは、監査人の手元にあるものから導出できなければなりません。
err-p-succession-range = 次のマニフェストに署名者 { $signers } 人のうち { $needed } 人が必要とあります。
rec-p-succession-range = 1 から { $signers } までの数を書いてください。
err-p-succession-all = 次のマニフェストには今回の署名者 { $signers } 人全員が必要です。鍵を一つ失うと、つながりが途切れます。
rec-p-succession-all = 何人で足りるかを succession に書いてください。過半数が普通です。
err-p-succession-few = 署名者 { $signers } 人のうち { $needed } 人だけで、ほかの人なしに次のマニフェストを作れます。
rec-p-succession-few = succession を署名者の半数以上にするか、理由を書いてこの警告を受け入れてください。

## P-PROTOCOL:ステーキングプロトコル

err-p-protocol-rocket-pool = Rocket Pool のノードの鍵は、サーバー上で作られるホットな鍵です。次のどれもノードにはなれません:{ $roles }({ $date } 時点)
rec-p-protocol-rocket-pool = ノードのアドレスは外部アドレスとして書いてください。この計画のシードの単語をサーバーに入力してはいけません。
err-p-protocol-diva = 知られている限り、Diva Staking のコントラクトはメインネットにありません。次のアドレスでは、まだ何もできません:{ $roles }({ $date } 時点)
rec-p-protocol-diva = 予約されたアドレスとして扱い、状況が変わるまで何も送らないでください。
err-p-protocol-ssv = SSV のノードは、固有の RSA 鍵を使います。次のアドレスは登録・所有・支払いのためのもので、どれもノードの鍵ではありません:{ $roles }({ $date } 時点)
rec-p-protocol-ssv = ノードの鍵はノードごとに作り、この計画の鍵をサーバーに置かないでください。
err-p-protocol-obol = Obol のノード(Charon)は、固有の ENR 鍵を使います。次のアドレスはクラスターの署名のためのもので、どれもノードの鍵ではありません:{ $roles }({ $date } 時点)
rec-p-protocol-obol = ノードの鍵はノードごとに作り、この計画の鍵をサーバーに置かないでください。

## P-WALLET-NAME:名前とパスフレーズ

err-p-wallet-name = 次の新しいウォレットのパスフレーズはデバイスで入力するため、ウォレットの名前と同じでも拒否できません:{ $wallets }
rec-p-wallet-name = パスフレーズはすべて無作為に作り、名前やラベルから推測できないようにしてください。作り方が決まったら、それを理由に書いて受け入れます。

## gishiki check

check-error = エラー
check-warning = 警告
check-accepted = 受け入れ済み
check-reason = 受け入れる理由:{ $reason }
check-result = リントエラー { $errors } 件、警告 { $warnings } 件、受け入れ済み { $accepted } 件です。
check-title = { $id }:{ $organisation } の第 { $sequence } 回儀式、{ $chain }({ $number })
check-previous = 前回のマニフェスト { $digest }
check-seeds = シード
check-wallets = パスフレーズウォレット
check-table = ウォレットごとのアドレス(パスは m/44'/60'/ の下、Trezor が表示する名前、届くソフトウェア)
check-account = アカウント
check-shows = 表示
check-reached = 届く
check-legend = Trezor で届くソフトウェア:{ $programs }。小文字は、使用後に現れるか、パスを入力した場合だけです。点は届きません。疑問符は確かめられていません。方法は「gishiki check PLAN --reach」で表示されます。Trezor は複数のパスを同じ名前で表示します。パスとアドレスを比べてください。
check-holders = 誰が何を動かせるか(デバイスかシードとパスフレーズを持つ場合。シードだけでは何も開けません)
check-alone = 一人で
check-together = 共同で
check-found = シードとパスフレーズ
check-any = { $names } のうち { $size } つ
check-ledger-yes = 可
check-ledger-no = 不可
check-ledger-cannot = 希望。ただし Ledger は SLIP-39 を読めません
check-ledger-new = 不可(SLIP-39。移行するとアドレスが変わります)
check-externals = 外部アドレス(この儀式の鍵によらないもの)
check-safes = Safe
check-split = スプリット
check-changes = 変更:コントラクトの現在の状態と、これからの状態
check-before = 現在
check-later = この儀式のあと
check-unchanged = 同じ
check-batch = バッチ { $name }({ $label })、送信元 { $safe }
check-call-pay = { $to } へ { $amount } { $token }({ $what })
check-call-distribute = { $split } の { $token } を分配
check-ether = イーサ
check-recipients = 受取人
check-signers = マニフェストの署名者
check-placeholders = まだ記入されていないもの
check-custodian = 管理者
check-seed = シード
check-kind = 種類
check-ledger = Ledger への移行
check-tier = 階層
check-wallet = ウォレット
check-entry = パスフレーズの入力
check-identity = identity
check-signer = 署名者
check-addresses = アドレス数
check-path = パス
check-name = 名前
check-role = 役割
check-label = ラベル
check-address = アドレス
check-threshold = しきい値
check-owners = オーナー
check-owner = オーナー
check-version = バージョン
check-salt = ソルト
check-order = デプロイの順序
check-number = 番号
check-order-after = 先に必要なもの
check-order-why = 送信は誰が行ってもかまわず、送信者、時期、順序はアドレスに影響しません。
check-order-so = この順序なら、まだ存在しないコントラクトを指すものがありません。
check-incentive = 分配報奨
check-chains = チェーン
check-held = 保持者
check-share = 割り当て
check-what = 内容
check-at = 行
check-entry-device = デバイス上
check-entry-host = ノートパソコン上
check-identity-new = 新規
check-owner-none = なし(変更できません)
check-of = { $threshold }/{ $owners }
check-change = 変更・引き出し
check-distribute = 受取人への分配
check-anyone = 誰でも
check-nobody = 誰にもできません
check-others = 計画外の人が必要か、四人以上の管理者が必要です
check-slip39-20 = SLIP-39、20単語
check-slip39-33 = SLIP-39、33単語
check-bip39-12 = BIP-39、12単語
check-bip39-24 = BIP-39、24単語

## どのアドレスにどのソフトウェアが届くか:引用符の中はソフトウェアに表示される語で、英語のままにします

reach-way-row = 「{ $menu }」を選びます:一覧の { $number } 番目です
reach-way-page = 「{ $menu }」を選びます:一覧の { $number } 番目({ $page } ページの { $row } 行目)です
reach-way-start = 「{ $menu }」を選び、開始番号を { $number } にします:一覧の先頭です
reach-way-discovered = 「{ $menu }」の種類の { $number } 番目のアカウントを探します。前のものがすべて使用されると、自動的に現れます
reach-way-base = 「{ $menu }」を選び、パス { $base } を入力します:その一覧の { $number } 番目です
reach-way-path = 「{ $menu }」を選び、パス { $path } を入力します
reach-way-command = 実行します:{ $command }
reach-place-row = { $number } 番目
reach-place-page = { $number } 番目({ $page } ページの { $row } 行目)
reach-place-start = 開始番号 { $number }
reach-place-discovered = { $number } 番目のアカウント
reach-place-base = パス { $base }、{ $number } 番目
reach-place-path = { $path }
reach-place-command = { $command }
reach-note-metamask-profiles = MetaMask は一台の Trezor のパスフレーズウォレットを一度に一つしか扱えません。ウォレットごとに別のブラウザープロファイルを使ってください。
reach-note-used-before = 同じ種類で前にあるアカウントがすべて使用されてから現れます。
reach-note-safe-empty = 一覧は、残高のないアカウントが五つ続くと終わります。一覧にないものはパスを入力します。
reach-note-frame-old = 確認できた最後のバージョン(2024年3月)によります。
reach-note-frame-accounts = 確認できた最後のバージョン(2024年3月)によります。「Ledger Live Accounts」を十分大きくしてください。
reach-note-site-unseen = 保存されていたソースコードで確かめました。現在のサイトは確かめていません。
reach-note-cast = 「cast send」でも同じオプションを使えます。
reach-note-cast-trezor = 「cast send」でも同じオプションを使えます。パスフレーズはデバイス上で入力します。Trezor One では使えません。
reach-note-safe-cli-host = パスフレーズをパソコン上で尋ねられます。この計画のパスフレーズには使わないでください。
reach-note-trezorctl-compare = 照合のためにアドレスをデバイスに表示します。送金はできません。

## check --reach

check-ways-title = { $id }(第 { $sequence } 回の儀式)のどのアドレスに、どのソフトウェアが、どのように届くか
check-ways-before = まずパスフレーズウォレットを開き、以下のとおりに操作します。送金する前に、パスとアドレスをマニフェストと照合してください。
check-ways-program = { $program }({ $device } を使う場合)
check-ways-choose = 「{ $menu }」を選びます
check-ways-run = 実行します
check-ways-beyond = 届きません:{ $roles }
check-ways-unverified = 十分に確かめられていません:{ $roles }
check-ways-source = 出典:{ $source }({ $date })
check-way-title = { $label }({ $role }、{ $path })から送金するには、まず { $wallet } を開き、次のどれかの方法で進めます。パスとアドレスをマニフェストと照合してください。
check-way-beyond = 届かないもの:{ $programs }
check-way-unverified = 十分に確かめられていないもの:{ $programs }
