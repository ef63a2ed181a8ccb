import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Simplified Chinese: its encodings, and from its glyph numbers to Unicode. */
const CHINESE = /^(?:GB.*|UniGB-(?:UCS2|UTF16)|Adobe-GB1-UCS2)(?:-[HV])?\.bcmap$/;

/** Character maps of pdf.js beside the scripts, for PDF files that name a font without holding it. */
export function characterMaps() {
  return {
    name: 'gouji-character-maps',
    apply: 'build',
    generateBundle() {
      const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');
      for (const file of readdirSync(folder).filter((each) => CHINESE.test(each)))
        this.emitFile({ type: 'asset', fileName: `cmaps/${file}`, source: readFileSync(join(folder, file)) });
    },
  };
}
