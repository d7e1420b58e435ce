use std::collections::BTreeMap;

use super::*;

fn examined(target: Target, genuine: Genuine, simulated: bool) -> Examined {
    let facts = DeviceFacts {
        kind: "trezor".to_owned(),
        model: "T3T1".to_owned(),
        firmware: "2.12.4".to_owned(),
        device_id: "A".to_owned(),
        simulated,
        details: BTreeMap::new(),
        hindrances: Vec::new(),
    };
    Examined {
        target,
        model: ModelFacts::of_device(&facts),
        facts,
        challenge: Challenge::of_entropy(&[7; 16]),
        genuine,
        firmware_hash: Some([1; 32]),
        image: None,
        lacks: Vec::new(),
        could_type: None,
        unlocked: None,
    }
}

fn ids(examined: &Examined) -> Vec<String> {
    examined.problems().iter().map(|problem| problem.id().to_owned()).collect()
}

#[test]
fn on_usb_only_a_device_that_is_sold_is_genuine() {
    let udp = Target::Udp("127.0.0.1:21324".parse().unwrap());
    for (genuine, simulated, on_usb, over_udp) in [
        (Genuine::Proved(Root::Production), false, None, None),
        (Genuine::Proved(Root::Production), true, Some("device-simulated"), None),
        (Genuine::Proved(Root::Debug), false, Some("device-debug"), None),
        (Genuine::Proved(Root::Simulated), true, Some("device-debug"), None),
        (Genuine::Impossible, false, None, None),
        (Genuine::Impossible, true, Some("device-simulated"), None),
        (Genuine::Doubted(Doubt::Root), false, Some("device-doubt-root"), Some("device-doubt-root")),
        (Genuine::Failed(DeviceError::Refused), false, Some("device-refused"), Some("device-refused")),
    ] {
        for (target, problem) in [(Target::Usb, on_usb), (udp, over_udp)] {
            let found = ids(&examined(target, genuine.clone(), simulated));
            assert_eq!(found, Vec::from_iter(problem), "{genuine:?} {target:?}");
        }
    }
}

#[test]
fn all_that_stands_in_the_way_is_told() {
    let mut found = examined(Target::Usb, Genuine::Impossible, false);
    found.facts.hindrances = vec![Hindrance::NoPin, Hindrance::OldFirmware];
    found.image = Some(Image::Different);
    assert_eq!(ids(&found), ["hindrance-old-firmware", "hindrance-no-pin", "doctor-image-differs"]);
    found.unlocked = Some(DeviceError::SessionLost);
    assert_eq!(ids(&found).last().unwrap(), "doctor-unlocked");
    found.unlocked = None;
    found.facts.hindrances.reverse();
    found.image = Some(Image::Incomparable);
    assert_eq!(ids(&found), ["hindrance-old-firmware", "hindrance-no-pin", "doctor-image-incomparable"]);
}

#[test]
fn an_image_is_the_same_only_where_its_hash_is() {
    let challenge = Challenge::of_entropy(&[7; 16]);
    let told = firmware_hash("T3T1", b"image", challenge.bytes());
    assert_eq!(compare("T3T1", b"image", &challenge, told), Image::Same);
    assert_eq!(compare("T3T1", b"other", &challenge, told), Image::Different);
    assert_eq!(compare("T3T1", b"image", &Challenge::of_entropy(&[8; 16]), told), Image::Different);
    assert_eq!(compare("T3T1", b"image", &challenge, None), Image::Incomparable);
    assert_eq!(compare("T1B1", b"image", &challenge, told), Image::Incomparable);
}
