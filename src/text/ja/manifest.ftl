## 署名されるファイル

err-not-canonical = このファイルは正準形にできません: { $reason }。
rec-not-canonical = 計画の名前とラベルには印字可能な ASCII だけを使用してください。

## 検証の手引き

verify-md-title = { $organisation } セレモニー { $ceremony } 第 { $sequence } 回の検証
verify-md-marks = { $marks }: ここにあるものは本番では使用できません。
verify-md-exceptions = { $exceptions } 件の例外が記録されています。期待されたこと、起きたこと、決めたことは封印ファイルにあります。
verify-md-about = このフォルダーの内容はすべて、Gishiki がなくても、誰でもいつでも確認できます。以下は二つの問いに答えます。署名されたファイルと同じものか、そして誰が署名したか、です。
verify-md-files = ファイル
verify-md-files-how = このフォルダーで次を実行してください。
verify-md-digest = 一つ目のコマンドはすべてのファイルについて OK と報告しなければなりません。二つ目は、下の声明に書かれているダイジェストを表示します。そのうち manifest.json のダイジェスト(署名者が署名前に照合した値)は、次のとおりでなければなりません。
verify-md-signatures = 署名
verify-md-signatures-how = それぞれの声明は .txt で終わるファイルの一行で、末尾に改行はありません。署名は同じ名前で .sig で終わるファイルにあります。次のアドレスが署名していなければなりません。
verify-md-file = 声明
verify-md-signer = 署名者
verify-md-each = このフォルダーで、表の各行を次のプログラムの少なくとも一つで確認してください。FILE をその行の声明に、ADDRESS をその行の署名者に置き換えます。
verify-md-cast = cast (Foundry) を使う場合(検証に成功したと表示されなければなりません):
verify-md-eth-account = eth-account (Python) を使う場合(True と表示されなければなりません):
verify-md-ethers = ethers (JavaScript) を使う場合(true と表示されなければなりません):
verify-md-compare = どの署名も必ず何らかのアドレスに対応します。重要なのは、別の経路で署名者のものと知っているアドレスに対応することです。そのうえで声明を読み、そこに書かれた SHA-256 が manifest.json、または parts/ { $carried ->
        [0] に
       *[other] か carried/(そこに記された以前の儀式のもの)に
    }あるメンバーのファイルのダイジェストと一致することを確認してください。
verify-md-limits = ここからは分からないこと
verify-md-limits-what = 各アドレスを人がデバイスの画面と照合したことは、署名者の言明です。アドレスがアカウントの拡張公開鍵から導かれることは、監査人が持つ封印ファイルで確認できます。コントラクトが一覧どおりに配備されたことは、チェーン上でしか確認できません。

## What two manifests differ in

diff-organisation = 組織が異なります。{ $old } と { $new } です。
diff-chain = チェーンが異なります。{ $old } と { $new } です。
diff-rehearsal = 一方だけがリハーサルです(rehearsal: { $old } → { $new })。リハーサルのものは、本番のものの前にも後にも続きません。
diff-testnet = 一方だけがテストネット用です(testnet: { $old } → { $new })。
diff-id = セレモニーの名前が { $old } から { $new } に変わります。
diff-fork = どちらも { $new } 番で、歴史が二つに分かれています。正しいのは一方だけです。何かをする前に、署名者がどちらを意図しているのかを確認してください。
diff-backwards = 二つ目のファイルのほうが古いものです({ $old } 番の次に { $new } 番が指定されています)。以下はすべて逆向きに読まれます。
diff-gap = { $old } 番と { $new } 番の間に、ここにないマニフェストがあります。その変更も以下に含まれます。
diff-next = { $new } 番は { $old } 番に続き、まさにそれを直前のマニフェストとして指定しています。
diff-not-previous = { $new } 番は、この { $old } 番の次ではありません。直前のマニフェストとして { $previous } を指定しています。
diff-field = { $field } が { $old } から { $new } に変わります。
diff-order = { $list } の項目の並び順が異なります。内容に違いはありません。
diff-address-new = 追加: { $label }、{ $address }。ウォレット { $wallet }、パス { $path }、階層 { $tier } です。
diff-address-gone = 削除: { $label }、{ $address }(ウォレット { $wallet })。鍵は引き続き使えます。先に残高を空にし、このアドレスを受取先や署名者としているものをすべて変更してください。
diff-address-key = 鍵の変更: { $label } は { $old } から { $address } に変わります。古いアドレスへの送金は、引き続き古い鍵のものになります。
diff-address-label = ラベルの変更: { $address } は「{ $old }」から「{ $label }」に変わります。
diff-address-wallet = { $label }、{ $address } の属するウォレットが { $old } から { $new } に変わります。
diff-role-renamed = { $label }、{ $address } の計画での名前が { $old } から { $new } に変わります。
diff-external-new = 外部アドレス(このセレモニーの鍵ではないもの)の追加: { $label }、{ $address }。
diff-external-gone = 外部アドレス { $label }、{ $address } は記載されなくなります。
diff-external-address = 外部アドレス { $label } は { $old } から { $address } に変わります。正しいかどうか、別の経路で持ち主に確認してください。
diff-member-new = { $member } が新たにウォレットを持ちます。
diff-member-gone = { $member } のウォレットはなくなります。資産や所有権を移すまで、鍵は引き続き使えます。
diff-wallet-new = 新しいウォレット: { $wallet }。
diff-wallet-gone = ウォレット { $wallet } のアドレスは、もう記載されていません。
diff-part = { $member } は、このセレモニーで作成した結果を提出しています。
diff-part-new = { $member } は結果を提出しています。もう一方のマニフェストにはありません。
diff-part-gone = { $member } は、今回は結果を提出していません。
diff-part-unpinned = { $member } の結果は、ダイジェストが別の経路で伝えられないまま受け入れられています。
diff-part-pinned = { $member } の結果は、今回はダイジェストが伝えられたうえで受け入れられています。
diff-signer-new = { $role }({ $wallet }、{ $address })も、マニフェストに署名するようになります。
diff-signer-gone = { $role }({ $wallet }、{ $address })は、マニフェストに署名しなくなります。
diff-signer-key = { $role }({ $wallet })がマニフェストに署名する鍵は、{ $old } から { $address } に変わります。
diff-signers = これまでマニフェストに署名した { $old } 個の鍵のうち { $kept } 個が、これから署名する { $new } 個に含まれます。
diff-wallet-signer-new = ウォレット { $wallet } に署名者が付きます。{ $role }、{ $address } です。
diff-wallet-signer-gone = ウォレット { $wallet } の署名者 { $role }、{ $address } がなくなります。
diff-wallet-signer-key = ウォレット { $wallet } の署名者 { $role } の鍵は、{ $old } から { $address } に変わります。
diff-safe-new = 新しい Safe: { $label }、{ $address }。{ $count } 人中 { $threshold } 人が署名します: { $owners }。
diff-split-new = 新しい Split: { $label }、{ $address }。配分は { $shares } です。変更できるのは { $owner } です。
diff-contract-gone = コントラクト { $label }、{ $address } は記載されなくなります。残高も所有者もそのままチェーンに残ります。
diff-contract-renamed = コントラクト { $label }、{ $address } の計画での名前が { $old } から { $new } に変わります。
diff-contract-address = 別のコントラクトになります。{ $label } は { $old } から { $address } に変わります。古いものは、残高とともにチェーンに残ります。
diff-contract-kind = { $label }、{ $address } は、これまでとは別の種類のコントラクトです。
diff-change-past = { $name }: 古いマニフェストで行う変更は、ここでは済んだものとされています。実行されたかどうかは、チェーンでのみ確認できます。
diff-change-coming = { $name } は変更されます。そのバッチに署名して送信するまで、変更は反映されません。
diff-safe-owner-in = { $safe }: { $owner } がオーナーになります({ $address })。
diff-safe-owner-out = { $safe }: { $owner } はオーナーではなくなります({ $address })。
diff-safe-owner-key = { $safe }: オーナー { $owner } の鍵が { $old } から { $new } に変わります。
diff-safe-owner-name = { $safe }: オーナー { $address } の名前が { $old } から { $new } に変わります。
diff-safe-threshold = { $safe }: 必要な署名が { $before } 人中 { $old } 人から { $after } 人中 { $new } 人に変わります。
diff-safe-taken = { $safe }: 新しく加わる { $come } 人のオーナーだけで、しきい値 { $threshold } に達します。その鍵を持つ人が、この Safe を支配します。
diff-safe-weak = { $safe }: 残る { $stay } 人のオーナーだけでは、新しく加わる人なしにしきい値 { $threshold } に達しません。
diff-safe-until = { $safe }: チェーンで変更が実行されるまでは、現在のオーナーのうち { $threshold } 人が引き続き署名します: { $owners }。
diff-split-share = { $split }: { $recipient }({ $address })の配分が { $old } から { $new } に変わります。
diff-split-name = { $split }: 受取人 { $address } の名前が { $old } から { $new } に変わります。
diff-split-owner = { $split }: 変更できるのは { $old }({ $old_address })から { $new }({ $address })に変わります。
diff-split-incentive = { $split }: 分配した人への報酬が 100 万分の { $old } から 100 万分の { $new } に変わります。
diff-split-until = { $split }: チェーンで変更が実行されるまでは、古い配分で支払われます。それまでに入金された分を先に分配してください。
diff-batch-new = { $from } の新しいトランザクション: { $label }。{ $calls }
diff-batch-gone = { $from } のトランザクション { $label } は記載されなくなります。署名済みのものは、そのナンスが使われるまで送信できます。
diff-batch-changed = { $from } のトランザクション { $label } の内容が変わります: { $calls }
diff-address-again = { $label }、{ $address } は、もう一度表示され、確認されています。
diff-carried = { $member } がセレモニー { $sequence } で確認した内容を、証拠とともに引き継ぎます。
diff-carried-past = { $member } がセレモニー { $sequence } で確認した内容は、もう引き継がれません。
diff-carried-other = セレモニー { $sequence } から引き継がれる { $member } の結果は、この古いマニフェストが指すものではありません。
diff-retired = 廃止: { $label }、{ $address }。理由: { $reason } 鍵やコントラクトは引き続き使えます。残高が空であること、受取先や署名者として使われていないことを確認してください。
diff-retired-gone = { $label }、{ $address } は、廃止されたものとして記載されなくなります。
diff-succession = このマニフェストに署名する { $of_new } 個の鍵のうち { $new } 個は、次のマニフェストにも署名しなければなりません。以前は { $of_old } 個のうち { $old } 個でした。
diff-signs = { $role }({ $wallet }、{ $address })がこのマニフェストに署名します。
diff-signs-next = この { $signers } 人のうち { $needed } 人は、次のマニフェストにも署名しなければなりません。
diff-part-exceptions = { $member } が記録した例外: { $count } 件。署名する前に、何があったかを尋ねてください。
diff-witness = { $witness } は立会人で、{ $address } で署名します。
diff-witness-any = { $witness } は立会人で、任意の鍵で署名します。どの鍵かは { $witness } だけが確認できます。
diff-witness-paper = { $witness } は立会人で、紙に署名します。
diff-witness-gone = { $witness } はこれまでのような立会人ではありません。
diff-wallet = { $wallet } のアドレスは { $count } 件、署名は { $role }({ $address })です。
diff-wallet-unsigned = { $wallet } のアドレスは { $count } 件で、署名する鍵がありません。
