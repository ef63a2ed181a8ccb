/** Files as they lie on a disk: bytes of them, and names that tell what is no report. */
import { closeSync, openSync, readSync } from 'node:fs';

/** Hidden ones, and what programs keep beside documents while they are open. */
const HIDDEN = /^(?:\.|~\$|__MACOSX$|thumbs\.db$|desktop\.ini$)/i;
/** Parts of saved pages. A name is believed only where nobody named the file itself. */
const NO_REPORT = /\.(?:css|m?js|json|map|xml|svg|ico|woff2?|ttf|eot|less|scss|lnk|url|db|ini)$/i;

export function isHidden(name: string): boolean {
  return HIDDEN.test(name);
}

export function isNoReport(name: string): boolean {
  return NO_REPORT.test(name);
}

/** Bytes of a file from `from` to before `to`; fewer where it ends. */
export function bytesOf(path: string, from: number, to: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(Math.max(0, to - from));
    let length = 0;
    for (let got = -1; got !== 0 && length < bytes.length; length += got)
      got = readSync(file, bytes, length, bytes.length - length, from + length);
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
