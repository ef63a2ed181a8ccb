import { createHash } from 'node:crypto';

/** The id that Chromium gives an extension with this key: half of the hash, in letters from a to p. */
export function extensionId(key) {
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
