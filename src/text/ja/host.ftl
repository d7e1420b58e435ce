## リハーサル

err-rehearsal-seeds = 計画のシード { $seed } に使える公開テストシードがもうありません。
rec-rehearsal-seeds = この種類のシードを減らしてリハーサルしてください。

## デバイス

err-device-target = 「{ $text }」はデバイスの指定ではありません。
rec-device-target = usb、「gishiki doctor」が示す usb:BUS:ADDRESS、またはこの機器上のエミュレーターなら udp:127.0.0.1:21324 と指定してください。
