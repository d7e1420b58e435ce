# エアギャップを越えて文字やファイルを運ぶコード。

err-code-empty = コードにする内容がありません。
rec-code-empty = 内容のあるファイルを指定してください。
err-code-secret =
    { $suspicion ->
        [words] シードの単語
        [xprv] 拡張秘密鍵
       *[ur] シードまたは秘密鍵
    }のように見えます。コードを見た人は、それを手に入れることになります。
rec-code-secret = 何もコードにしていません。本物のシードや鍵であれば、どのコンピューターにも置かず、すでに知られたものとして扱ってください。
err-code-address = 「{ $text }」はアドレスと同じ長さですが、アドレスの形式ではありません。
rec-code-address = 0x と 40 桁の 16 進数を、チェックサムどおりの大文字小文字で書いてください。
err-code-checksum = 「{ $text }」のチェックサムは誤っているか、ありません。どこかの桁が違うかもしれません。
rec-code-checksum = 出所からアドレスを取り直してください。この桁のままなら { $right } になります。
err-code-too-long = 長すぎます。現実的な時間でフレームに収まるのは { $most } バイトまでです。
rec-code-too-long = USB メモリーなどで運び、両側で SHA-256 を比べてください。
err-code-frame = これ以上のフレームを作れません。
rec-code-frame = もう一度始めてください。それでも同じなら、USB メモリーなどでファイルを運んでください。
err-code-picture = 画像を作れませんでした:{ $reason }
rec-code-picture = 代わりに端末にコードを表示してください。
