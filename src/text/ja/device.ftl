## デバイスで起きた問題

err-device-refused = デバイス上で拒否されました。
rec-device-refused = 何も実行されていません。もう一度この手順を行い、画面の内容がすべて正しい場合にだけデバイスで承認してください。
err-device-cancelled = ラップトップ側で取り消されました。
rec-device-cancelled = 何も実行されていません。準備ができたら、この手順をもう一度行ってください。
err-device-lost = デバイスが応答しません: { $reason }。
rec-device-lost = ケーブルを確認し、デバイスを接続し直して、この手順をもう一度行ってください。これまでの結果は保存されています。
err-device-wrong-pin = PIN が違います。
rec-device-wrong-pin = 慎重に入力し直してください。PIN を間違えるたびに待ち時間が延び、16 回でデバイスは消去されます。
err-device-session-lost = デバイスはこのウォレットを覚えていません。電源が切れたか、その後に開いたウォレットが多すぎます。
rec-device-session-lost = ウォレットのパスフレーズをもう一度入力してください。ウォレットは識別子で確認されます。
err-device-failure = デバイスが { $code } を報告しました: { $message }
rec-device-failure = 何も実行されていません。もう一度この手順を行い、同じ結果になる場合は中止して例外を記録してください。
err-device-unexpected = デバイスの応答が要求と合いません: { $what }。
rec-device-unexpected = デバイスを抜き差しし、ほかのプログラムが使用していないことを確認してください。
err-device-unsupported = このデバイスでは実行できません: { $what }。
rec-device-unsupported = 対応機種を最新のファームウェアで使用してください。
