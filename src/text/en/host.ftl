## Rehearsals

err-rehearsal-seeds = There is no published test seed left for the plan's seed { $seed }.
rec-rehearsal-seeds = Rehearse with fewer seeds of that kind.

## Devices

err-device-target = “{ $text }” names no device.
rec-device-target = Write usb, usb:BUS:ADDRESS as “gishiki doctor” lists it, or udp:127.0.0.1:21324 for an emulator on this machine.
