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
