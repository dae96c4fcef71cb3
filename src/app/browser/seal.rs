//! What the browser seals and opens: X25519, HKDF and AES-GCM of its own. What is sealed, for what and
//! with which key, the core says.
//!
//! The functions are called by name, since the page's first file would hold a line of glue for each
//! that is imported.

use super::js::{self, Js};
use crate::desk::Sealed;
use crate::formats::ballot_code::sealed::Opened;
use crate::model::Keys;
use js_sys::{Promise, Uint8Array};

/// What a secret key begins with as PKCS #8; the key follows.
const PKCS8: [u8; 16] = [
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6e, 0x04, 0x22, 0x04, 0x20,
];
const CURVE: &str = "X25519";
const CIPHER: &str = "AES-GCM";
/// Each key seals one text, so any number used once will do.
const NONCE: [u8; 12] = [0; 12];

type Came<T> = Result<T, Js>;

/// The browser's own cryptography. Old browsers, and pages that came over plain HTTP, have none.
struct Subtle(Js);

fn bytes(bytes: &[u8]) -> Js {
    Uint8Array::from(bytes).into()
}

fn array<const N: usize>(value: &Js) -> Came<[u8; N]> {
    let bytes = Uint8Array::new(value).to_vec();
    bytes.try_into().map_err(|_| Js::NULL)
}

impl Subtle {
    fn new() -> Came<Self> {
        let subtle = js::find(&js::window(), &["crypto", "subtle"]);
        if subtle.is_object() {
            Ok(Self(subtle))
        } else {
            Err(Js::NULL)
        }
    }

    /// Calls one of its functions, and waits for what it promises.
    async fn call(&self, name: &str, arguments: &[Js]) -> Came<Js> {
        let promise = js::call(&self.0, name, arguments)?;
        Promise::resolve(&promise).await
    }

    async fn import(&self, kind: &str, key: &[u8], of: Js, uses: &str) -> Came<Js> {
        let uses: Vec<Js> = uses.split_whitespace().map(Into::into).collect();
        let arguments = [kind.into(), bytes(key), of, Js::FALSE, js::list(&uses)];
        self.call("importKey", &arguments).await
    }

    /// A new pair of keys: what holds it, and the public one.
    async fn pair(&self) -> Came<(Js, [u8; 32])> {
        let uses = js::list(&["deriveBits".into()]);
        let pair = self
            .call("generateKey", &[CURVE.into(), Js::TRUE, uses])
            .await?;
        let public = js::get(&pair, "publicKey");
        let public = self.call("exportKey", &["raw".into(), public]).await?;
        let public = array(&public)?;
        Ok((pair, public))
    }

    /// The key that one's secret key and the other's public one have in common, derived for a purpose.
    async fn shared(&self, secret: Js, public: &[u8; 32], purpose: &[u8]) -> Came<Js> {
        let public = self.import("raw", public, CURVE.into(), "").await?;
        let curve = js::object(&[("name", CURVE.into()), ("public", public)]);
        let bits = || Js::from(256);
        let both = self.call("deriveBits", &[curve, secret, bits()]).await?;
        let both: [u8; 32] = array(&both)?;
        let both = self
            .import("raw", &both, "HKDF".into(), "deriveBits")
            .await?;
        let derived = js::object(&[
            ("name", "HKDF".into()),
            ("hash", "SHA-256".into()),
            ("salt", bytes(&[])),
            ("info", bytes(purpose)),
        ]);
        let key = self.call("deriveBits", &[derived, both, bits()]).await?;
        self.import("raw", &array::<32>(&key)?, CIPHER.into(), "encrypt decrypt")
            .await
    }

    /// Encrypts or decrypts.
    async fn cipher(&self, act: &str, key: Js, text: &[u8]) -> Came<Vec<u8>> {
        let cipher = js::object(&[("name", CIPHER.into()), ("iv", bytes(&NONCE))]);
        let came = self.call(act, &[cipher, key, bytes(text)]).await?;
        Ok(Uint8Array::new(&came).to_vec())
    }

    async fn keys(&self) -> Came<Keys> {
        let (pair, public) = self.pair().await?;
        let secret = js::get(&pair, "privateKey");
        let secret = self.call("exportKey", &["pkcs8".into(), secret]).await?;
        let secret: [u8; 48] = array(&secret)?;
        let (front, secret) = secret.split_at(PKCS8.len());
        let secret = secret.try_into().ok().filter(|_| front == PKCS8);
        let secret = secret.ok_or(Js::NULL)?;
        Ok(Keys { public, secret })
    }

    async fn seal(
        &self,
        room: &[u8; 32],
        text: &[u8],
        purpose: Purpose,
    ) -> Came<([u8; 32], Vec<u8>)> {
        let (pair, own) = self.pair().await?;
        let secret = js::get(&pair, "privateKey");
        let key = self.shared(secret, room, &purpose(&own)).await?;
        Ok((own, self.cipher("encrypt", key, text).await?))
    }

    async fn open(
        &self,
        secret: &Js,
        key: &[u8; 32],
        sealed: &[u8],
        purpose: &[u8],
    ) -> Came<Vec<u8>> {
        let key = self.shared(secret.clone(), key, purpose).await?;
        self.cipher("decrypt", key, sealed).await
    }
}

/// What the key is derived for, with the public key of the ballot.
type Purpose = Box<dyn FnOnce(&[u8; 32]) -> Vec<u8>>;

/// Makes a pair of keys, and hands it on; none where this browser cannot.
pub fn keys(then: impl FnOnce(Option<Keys>) + 'static) {
    leptos::task::spawn_local(async move {
        let keys = match Subtle::new() {
            Ok(subtle) => subtle.keys().await,
            Err(none) => Err(none),
        };
        then(keys.ok());
    });
}

/// Seals a text to a public key with a key made for it, and hands on that one's public key and what is
/// sealed; nothing where this browser cannot.
pub fn seal(
    room: [u8; 32],
    text: Vec<u8>,
    purpose: Purpose,
    then: impl FnOnce(Option<([u8; 32], Vec<u8>)>) + 'static,
) {
    leptos::task::spawn_local(async move {
        let sealed = match Subtle::new() {
            Ok(subtle) => subtle.seal(&room, &text, purpose).await,
            Err(none) => Err(none),
        };
        then(sealed.ok());
    });
}

/// Opens sealed ballots, and hands on what came of each; nothing where this browser cannot.
pub fn open(sealed: Sealed, then: impl FnOnce(Vec<Opened>) + 'static) {
    leptos::task::spawn_local(async move {
        then(open_each(sealed).await.unwrap_or_default());
    });
}

async fn open_each(sealed: Sealed) -> Came<Vec<Opened>> {
    let subtle = Subtle::new()?;
    let secret = [PKCS8.as_slice(), &sealed.keys.secret].concat();
    let secret = subtle
        .import("pkcs8", &secret, CURVE.into(), "deriveBits")
        .await?;
    let mut opened = Vec::new();
    for (closed, purpose) in sealed.closed {
        let bytes = subtle
            .open(&secret, &closed.key, &closed.bytes, &purpose)
            .await;
        opened.push(Opened {
            code: closed.code,
            bytes: bytes.ok(),
        });
    }
    Ok(opened)
}
