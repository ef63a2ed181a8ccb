/** QR codes read: by the browser where it can, by a decoder of our own elsewhere. Loaded when first needed. */
import decodeQR from 'qr/decode.js';

/** Larger pictures are drawn smaller: a phone's has far more points than any code needs. */
const MAX_SIDE = 2000;

/** Not in every browser, so not in the types. */
interface Detector {
  detect(image: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}

declare global {
  var BarcodeDetector: (new (options: { readonly formats: readonly string[] }) => Detector) | undefined;
}

/** The text of the code in a picture or a video’s frame; null where none is found. */
export async function readQr(image: HTMLVideoElement | ImageBitmap): Promise<string | null> {
  return (await byBrowser(image)) ?? byDecoder(image);
}

async function byBrowser(image: CanvasImageSource): Promise<string | null> {
  if (globalThis.BarcodeDetector === undefined) return null;
  try {
    const [found] = await new globalThis.BarcodeDetector({ formats: ['qr_code'] }).detect(image);
    return found?.rawValue ?? null;
  } catch {
    return null; // Promised, but not on this machine: the decoder reads it.
  }
}

function byDecoder(image: HTMLVideoElement | ImageBitmap): string | null {
  const [width, height] =
    image instanceof HTMLVideoElement ? [image.videoWidth, image.videoHeight] : [image.width, image.height];
  if (width === 0 || height === 0) return null;
  const scale = Math.min(1, MAX_SIDE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  // What is transparent counts as paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  try {
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    return null; // Its way to say that there is none.
  }
}
