/** What the first bytes of a picture say of it, before a browser takes the memory to draw it. Pure. */

export type PictureKind = 'png' | 'jpeg' | 'gif' | 'bmp' | 'webp' | 'tiff';

export interface PictureHeader {
  readonly kind: PictureKind;
  /** Null where the file ends before it says so. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** The end of the file is missing. */
  readonly cut: boolean;
}

/** Null where the bytes are no picture. */
export function pictureHeader(bytes: Uint8Array): PictureHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = (at: number, ...signature: readonly number[]): boolean =>
    signature.every((byte, index) => bytes[at + index] === byte);
  if (starts(0, 0x89, 0x50, 0x4e, 0x47)) return png(view);
  if (starts(0, 0xff, 0xd8, 0xff)) return jpeg(bytes, view);
  if (starts(0, 0x47, 0x49, 0x46, 0x38)) return gif(bytes, view);
  if (starts(0, 0x42, 0x4d)) return bmp(view);
  if (starts(0, 0x52, 0x49, 0x46, 0x46) && starts(8, 0x57, 0x45, 0x42, 0x50)) return webp(bytes, view);
  if (starts(0, 0x49, 0x49, 0x2a, 0) || starts(0, 0x4d, 0x4d, 0, 0x2a)) return { kind: 'tiff', size: null, cut: false };
  return null;
}

const IEND = 0x49454e44;

function png(view: DataView): PictureHeader {
  const size = view.byteLength < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) };
  let at = 8;
  while (at + 12 <= view.byteLength) {
    if (view.getUint32(at + 4) === IEND) return { kind: 'png', size, cut: false };
    at += 12 + view.getUint32(at);
  }
  return { kind: 'png', size, cut: true };
}

/** Frames say the size; then comes the picture itself, up to its end mark. A small picture of it may stand before. */
function jpeg(bytes: Uint8Array, view: DataView): PictureHeader {
  let size: PictureHeader['size'] = null;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame && at + 9 <= bytes.length) size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    if (marker === 0xda) return { kind: 'jpeg', size, cut: !hasEnd(bytes, at) };
    at += 2 + view.getUint16(at + 2);
  }
  // Where it went astray there is no more to say than that.
  return { kind: 'jpeg', size, cut: at + 4 > bytes.length };
}

function hasEnd(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.lastIndexOf(0xd9); at > from; at = bytes.lastIndexOf(0xd9, at - 1))
    if (bytes[at - 1] === 0xff) return true;
  return false;
}

function gif(bytes: Uint8Array, view: DataView): PictureHeader {
  const size = bytes.length < 10 ? null : { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  return { kind: 'gif', size, cut: bytes.findLast((byte) => byte !== 0) !== 0x3b };
}

function bmp(view: DataView): PictureHeader {
  if (view.byteLength < 26) return { kind: 'bmp', size: null, cut: true };
  // A negative height: rows from the top.
  const size = { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
  return { kind: 'bmp', size, cut: view.getUint32(2, true) > view.byteLength };
}

function webp(bytes: Uint8Array, view: DataView): PictureHeader {
  const cut = view.getUint32(4, true) + 8 > view.byteLength;
  return { kind: 'webp', size: view.byteLength < 30 ? null : webpSize(bytes, view), cut };
}

function webpSize(bytes: Uint8Array, view: DataView): PictureHeader['size'] {
  switch (String.fromCharCode(...bytes.subarray(12, 16))) {
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    default:
      return null;
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
}
