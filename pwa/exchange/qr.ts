/** QR codes made: one code, least correction, so that as much as can be fits; on a screen nothing gets dirty. */
import encodeQR from 'qr';

/** Empty modules around it, as the standard wants them. */
const BORDER = 4;

/** Rows of modules, dark ones true. The text must be ASCII and no longer than `QR_LIMIT` (`qr-limit.ts`). */
export function qrModules(text: string): readonly (readonly boolean[])[] {
  return encodeQR(text, 'raw', { ecc: 'low', border: BORDER, encoding: 'byte' });
}
