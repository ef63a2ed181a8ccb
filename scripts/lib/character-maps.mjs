import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Simplified Chinese: its encodings, and from its glyph numbers to Unicode. */
const CHINESE = /^(?:GB.*|UniGB-(?:UCS2|UTF16)|Adobe-GB1-UCS2)(?:-[HV])?\.bcmap$/;

/**
 * Character maps of pdf.js beside the scripts, for PDF files that name a font without holding it; and its decoder of
 * JPEG 2000, for scans.
 */
export function characterMaps() {
  return {
    name: 'gouji-character-maps',
    apply: 'build',
    generateBundle() {
      const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
      const folder = join(home, 'cmaps');
      for (const file of readdirSync(folder).filter((each) => CHINESE.test(each)))
        this.emitFile({ type: 'asset', fileName: `cmaps/${file}`, source: readFileSync(join(folder, file)) });
      const decoder = 'openjpeg_nowasm_fallback.js';
      this.emitFile({
        type: 'asset',
        fileName: `decoders/${decoder}`,
        source: readFileSync(join(home, 'wasm', decoder)),
      });
    },
  };
}
