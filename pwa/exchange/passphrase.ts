/** What a passphrase seals: AES-256-GCM, its key by PBKDF2 with SHA-256, all of it the browser's own. */

/** What OWASP asks of PBKDF2 with SHA-256. Fixed by the version of the link: a number in it would be anybody's to choose. */
const ROUNDS = 600_000;
const SALT = 16;
const IV = 12;

/** Browsers offer ciphers to secure pages only; on plain http there are none, whatever the types say. */
export function canSeal(): boolean {
  return 'subtle' in crypto && crypto.subtle !== undefined;
}

export async function seal(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT));
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const key = await keyOf(passphrase, salt);
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes.slice()));
  const all = new Uint8Array(SALT + IV + sealed.length);
  all.set(salt);
  all.set(iv, SALT);
  all.set(sealed, SALT + IV);
  return all;
}

/** Null where the passphrase is another one. */
export async function unseal(bytes: Uint8Array, passphrase: string): Promise<Uint8Array | null> {
  const key = await keyOf(passphrase, bytes.slice(0, SALT));
  try {
    const iv = bytes.slice(SALT, SALT + IV);
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.slice(SALT + IV)));
  } catch {
    return null; // The cipher says no more than that: the bytes are whole, their checksum was right.
  }
}

async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  // The same word, however the keyboard put its letters together.
  const secret = new TextEncoder().encode(passphrase.normalize('NFC'));
  const base = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS };
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
