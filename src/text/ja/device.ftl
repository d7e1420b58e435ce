## デバイスで起きた問題

err-device-refused = デバイス上で拒否されました。
rec-device-refused = 何も実行されていません。もう一度この手順を行い、画面の内容がすべて正しい場合にだけデバイスで承認してください。
err-device-cancelled = ラップトップ側で取り消されました。
rec-device-cancelled = 何も実行されていません。準備ができたら、この手順をもう一度行ってください。始めていたバックアップの確認は、デバイスで終えるまで続きます。
err-device-lost = デバイスが応答しません: { $reason }。
rec-device-lost = ケーブルを確認し、デバイスを接続し直して、この手順をもう一度行ってください。これまでの結果は保存されています。
err-device-none = デバイスが接続されていません。
rec-device-none = データ通信のできるケーブルで接続し、PIN を求められたら入力してください。多くの機種は、電源を入れた後、PIN を入力するまで認識されません。Linux では、一般ユーザーがデバイスを開くために udev ルールも必要です (docs/devices.md)。
err-device-no-access = デバイスは接続されていますが、このアカウントでは開けません。
rec-device-no-access = docs/devices.md の説明に従って docs/51-trezor.rules の udev ルールを入れ、デバイスを接続し直してください。
err-device-several = 複数のデバイスが接続されています: { $places }。
rec-device-several = 順番のデバイス以外をすべて取り外すか、使用するデバイスを上の表記のまま --device で指定してください。
err-device-thp = このデバイスは、Trezor Safe 7 のように新しいプロトコル THP だけで通信します。Gishiki はまだ THP に対応していません。
rec-device-thp = Trezor Safe 3、Safe 5、Model T、One のいずれかを使用してください。シードのバックアップは、これらの機種に復元できます。
err-device-no-slip39 = 計画では { $member } さんのシードは SLIP-39 で書き留められていますが、{ $model } は SLIP-39 に対応していません。
rec-device-no-slip39 = このシードには別の機種を使用するか、計画を修正してください。
err-device-no-backup-check = 計画では { $member } さんのデバイスでバックアップを確認することになっていますが、{ $model } では単語をラップトップで一つずつ入力することになるため、ここでは行いません。
rec-device-no-backup-check = メーカーのプログラムで前もってバックアップを確認して check_backup = false と書くか、キーボードのある機種を使用してください。
err-device-no-keyboard = 計画では { $wallet } のパスフレーズをデバイスで入力しますが、{ $model } にはそのためのキーボードがありません。
rec-device-no-keyboard = 計画でこのウォレットの入力場所をラップトップにするか、別の機種を使用してください。
err-device-keyboard-only = 計画では { $wallet } のパスフレーズをラップトップで入力しますが、このデバイスは、パスフレーズをデバイス本体でしか入力できない設定になっています。
rec-device-keyboard-only = 計画でこのウォレットの入力場所をデバイスにするか、デバイスの設定でその項目を無効にしてください。
err-device-other-backup = 計画では { $member } さんのシードは { $planned } で書き留められていますが、デバイスによると、デバイスのシードは { $said } で書き留められています。
rec-device-other-backup = 計画どおりのシードが入ったデバイスかどうかを確認してください。違う場合は正しいデバイスを接続し、正しい場合は計画を修正してください。
err-device-wrong-pin = PIN が違います。
rec-device-wrong-pin = 慎重に入力し直してください。PIN を間違えるたびに待ち時間が延び、16 回でデバイスは消去されます。
err-backup-differs = 入力された単語はバックアップとして正しいものですが、このデバイスのシードのものではありません。
rec-backup-differs = このデバイスではアドレスを作らないでください。別のシードのプレートなのか、別の人のデバイスなのかを調べ、正しいものでもう一度確認してください。
err-device-session-lost = デバイスはこのウォレットを覚えていません。電源が切れたか、その後に開いたウォレットが多すぎます。
rec-device-session-lost = ウォレットのパスフレーズをもう一度入力してください。ウォレットは識別子で確認されます。
err-device-failure = デバイスが { $code } を報告しました: { $message }
rec-device-failure = 何も実行されていません。もう一度この手順を行い、同じ結果になる場合は中止して例外を記録してください。
err-device-unexpected = デバイスの応答が要求と合いません: { $what }。
rec-device-unexpected = デバイスを抜き差しし、ほかのプログラムが使用していないことを確認してください。
err-device-unsupported = このデバイスでは実行できません: { $what }。
rec-device-unsupported = 対応機種を最新のファームウェアで使用してください。

## このマシンのアドレスで待ち受ける模擬デバイス

err-listen-not-loopback = { $address } は、このマシンだけのアドレスではありません。
rec-listen-not-loopback = 127.0.0.1:21324 のようなループバックアドレスを指定してください。ほかのマシンには決して応答しません。
err-listen-taken = 別のプログラムが { $address } で待ち受けています。
rec-listen-taken = そのエミュレーターまたはシミュレーターを終了するか、--udp で別のポートを指定してください。
err-listen-unusable = { $address } では待ち受けできません: { $reason }。
rec-listen-unusable = --udp で、127.0.0.1:21325 のような、このマシンの別のアドレスを指定してください。

## パスフレーズ

err-passphrase-empty = パスフレーズが空です。このままではパスフレーズなしのウォレットが開きます。
rec-passphrase-empty = ウォレットのパスフレーズを入力してください。
err-passphrase-not-ascii = パスフレーズに、デバイスのキーボードにない文字が含まれています。
rec-passphrase-not-ascii = 英数字、空白、通常の記号だけを使ってください。見た目が同じでも別の文字なら、別のウォレットが開くことがあります。
err-passphrase-outer-space = パスフレーズの先頭または末尾に空白があります。
rec-passphrase-outer-space = 空白を除いて入力してください。紙の上でも画面上でも見えません。
err-passphrase-too-long = パスフレーズが { $most } 文字を超えています。
rec-passphrase-too-long = すべての機種で使える { $most } 文字以内にしてください。
err-passphrase-wallet-name = これはウォレットの名前です。名前は、公開されることのあるファイルに書かれます。
rec-passphrase-wallet-name = 封をしたカードのパスフレーズを入力してください。新しいウォレットには、名前やラベルから推測できないものが必要です。
err-passphrase-off = このデバイスはパスフレーズを尋ねない設定です。どのウォレットを開いても、パスフレーズなしのものになってしまいます。
rec-passphrase-off = デバイスの設定でパスフレーズを有効にしてから、もう一度ウォレットを開いてください。
err-passphrase-on-device-only = このデバイスでは、パスフレーズをデバイス本体でしか入力できません。
rec-passphrase-on-device-only = 計画でこのウォレットの入力場所をデバイスにするか、デバイスの設定を変更してください。
err-passphrase-on-host-only = このデバイスには、パスフレーズを入力するキーボードがありません。
rec-passphrase-on-host-only = 計画でこのウォレットの入力場所をラップトップにするか、別の機種を使用してください。

## デバイスの画面にいま表示されているもの

device-screen-show-address = デバイスのアドレスとこの画面のアドレスを、最後の文字まで一区切りずつ見比べてください。すべて同じ場合にだけ、デバイスで承認してください。
device-screen-show-pubkey = デバイスに公開鍵が表示されています。デバイスで承認してください。
device-screen-sign-message = デバイスに署名アドレス、続いて文面が表示されます。すべてのページを読み、長押しで承認してください。
device-screen-confirm-address = デバイスに署名するアドレスが表示されています。見比べて、同じなら承認してください。
device-screen-confirm-typed-value = デバイスにトランザクションの値が表示されています。一つずつページと見比べて、同じなら進んでください。
device-screen-should-show-struct = すべての値を表示するかをデバイスが尋ねています。「Show full message」を選んでください。ここで承認すると、値は表示されません。
device-screen-confirm-message-hash = デバイスにメッセージハッシュが表示されています。すべての桁をページと見比べて、同じなら承認してください。
device-screen-confirm-typed-data-final = すべて表示されました。長押しで署名します。違うものがあったら取り消してください。
device-screen-verify-message = デバイスに署名者、続いて文面が表示されます。すべてのページを読み、承認してください。
device-screen-passphrase-host1 = 次の画面にパスフレーズが表示されると、デバイスが知らせています。デバイスで先へ進んでください。
device-screen-passphrase-host1-hidden = デバイスはパスフレーズを表示せずに使用します。デバイスで承認してください。
device-screen-passphrase-host2 = デバイスにパスフレーズが表示されています。カードと見比べて、デバイスで承認してください。
device-screen-path-warning = デバイスが通常と異なる導出パスを警告しています。セレモニーでは使わないため、デバイスで取り消してください。
device-screen-authenticate-device = デバイスが、本物であることを証明してよいか尋ねています。許可してください。
device-screen-ping = デバイスが確認を求めています。デバイスのボタンを押してください。
device-screen-confirm-seedcheck = バックアップを確認するか、デバイスが尋ねています。デバイスで許可してください。続いて PIN を入力します。
device-screen-abort-recovery = バックアップの確認をやめるか、デバイスが尋ねています。承認すると確認は終わります。
device-screen-recovery = バックアップの確認で次に行うことを、デバイスが表示しています。デバイスで先へ進んでください。
device-screen-recovery-word-count = バックアップの単語の数を、デバイスが尋ねています。デバイスで選んでください。
device-screen-mnemonic = バックアップの単語を、デバイスが一つずつ尋ねています。プレートまたはカードを見ながら、デバイスに入力してください。
device-screen-warning-invalid-share = 入力された単語はバックアップではありません。どれかが違います。デバイスで確認し、もう一度入力してください。
device-screen-warning-invalid-seed = 入力された単語はバックアップではありません。どれかが違います。デバイスで確認し、もう一度入力してください。
device-screen-success-dry-recovery = バックアップがデバイスのシードと同じであると、デバイスが表示しています。デバイスで確認してください。
device-screen-warning-dry-recovery = バックアップがデバイスのシードと異なると、デバイスが表示しています。デバイスで確認してください。
device-screen-passphrase-device = パスフレーズをデバイスで入力してください。
device-screen-passphrase-device-empty = デバイスのパスフレーズを空のままにして、空であることを承認してください。
device-screen-pin-device = PIN をデバイスで入力してください。
device-screen-pin-matrix = デバイスに 9 個の数字が毎回異なる配置で表示されています。PIN の各数字の位置をここに入力してください。
device-screen-other = デバイスを見てください。「{ $name }」が表示されています。想定どおりの内容だけを承認してください。

## 儀式の妨げになるデバイスの状態

err-hindrance-uninitialized = デバイスにシードがありません。
rec-hindrance-uninitialized = 先に初期設定を行い、シードを書き留めてから、もう一度お持ちください。
err-hindrance-bootloader = デバイスがブートローダーで動作しています。
rec-hindrance-bootloader = いったん抜き、画面やボタンに触れずに接続し直してください。
err-hindrance-locked = デバイスがまだロックされています。
rec-hindrance-locked = デバイスで PIN を入力してください。
err-hindrance-no-pin = PIN が設定されていません。デバイスを手にした人は誰でも使用できます。
rec-hindrance-no-pin = デバイスの設定で PIN を設定してください。
err-hindrance-passphrase-off = デバイスがパスフレーズを尋ねない設定です。どのウォレットを開いても、パスフレーズなしのものになってしまいます。
rec-hindrance-passphrase-off = デバイスの設定でパスフレーズを有効にしてください。
err-hindrance-no-backup = デバイスのシードがまだ書き留められていません。
rec-hindrance-no-backup = 先にバックアップを作成してください。失われうるシードのアドレスは使用できません。
err-hindrance-unfinished-backup = デバイスのシードの書き留めが途中で終わっています。
rec-hindrance-unfinished-backup = デバイスを消去して設定し直し、バックアップを最後まで終えてください。
err-hindrance-safety-checks-not-strict = デバイスが通常と異なる導出パスを拒否しない設定です。
rec-hindrance-safety-checks-not-strict = 安全確認の設定を「厳格」にしてください。
err-hindrance-no-ethereum = デバイスのファームウェアがイーサリアムに対応していません。
rec-hindrance-no-ethereum = ビットコイン専用ではない、通常のファームウェアを入れてください。
err-hindrance-old-firmware = デバイスのファームウェアが、この機種で使用できる最も古いバージョンより古いものです。
rec-hindrance-old-firmware = 別のラップトップで、製造元のプログラムを使って最新のファームウェアに更新してください。機種ごとの最も古いバージョンは docs/devices.md にあります。
err-hindrance-unsupported-model = Gishiki が対応していない機種です。
rec-hindrance-unsupported-model = docs/devices.md の表にある機種を使用してください。

## デバイスが本物かどうか

err-device-doubt-unreadable = デバイスの証明書 { $at } がないか、読み取れません。
rec-device-doubt-unreadable = このデバイスは使わず、製造元に確認を依頼し、別のデバイスを使ってください。
err-device-doubt-challenge = デバイスの証明が、そのデバイス自身のものではありません。別の鍵で署名されたか、別のチャレンジに署名されています。
rec-device-doubt-challenge = ほかのプログラムがデバイスと通信していないことを確かめ、やり直してください。変わらなければ、このデバイスは使わないでください。
err-device-doubt-issuer = デバイスの証明書 { $at } は、次の証明書から発行されたものではありません。
rec-device-doubt-issuer = このデバイスは使わず、製造元に確認を依頼し、別のデバイスを使ってください。
err-device-doubt-root = デバイスの証明書は、製造元がこの機種について公開しているどのルート鍵にもつながりません。
rec-device-doubt-root = このデバイスは使わないでください。偽物か、このプログラムより新しいデバイスです。
err-device-doubt-model = デバイスの証明書は、別の機種のものです。
rec-device-doubt-model = このデバイスは使わず、製造元に確認を依頼し、別のデバイスを使ってください。
err-device-debug = このデバイスは、市販品ではなく、開発用の基板かエミュレーターであることを証明しました。
rec-device-debug = 製造元から購入したデバイスを使ってください。
