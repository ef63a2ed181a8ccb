/** What a workbook of 1997 says of itself before its sheets: locked, hidden, of an older Excel ([MS-XLS]). */
import type CFB from 'cfb';
import type { ReadFailure } from '../../document/failure';
import { failed, ok, type Result } from '../../document/result';
import { openOle, streamOf } from '../ole';

export interface BookFacts {
  readonly sheets: number;
  readonly macros: number;
  /** Cells with content outside of what is read. */
  readonly beyond: number;
  /** Ordinals of the sheets that the workbook hides, where the library does not know. */
  readonly hidden: ReadonlySet<number>;
}

const BOF = 0x0809;
const END = 0x000a;
const LOCKED = 0x002f;
const SHEET = 0x0085;
/** Excel 97; before it, each version had its own. */
const EXCEL_97 = 0x0600;

export function factsOfXls(bytes: Uint8Array): Result<BookFacts, ReadFailure> {
  const container = openOle(bytes, 'xls');
  if (!container.ok) return container;
  const stream = streamOf(container.value, 'Workbook') ?? streamOf(container.value, 'Book');
  if (stream === null) return failed({ code: 'damaged', kind: 'xls', reason: 'no Workbook' });
  const hidden = new Set<number>();
  let sheets = 0;
  for (let at = 0; at + 4 <= stream.byteLength; ) {
    const id = stream.getUint16(at, true);
    const length = stream.getUint16(at + 2, true);
    if (id === END) break;
    if (id === LOCKED) return failed({ code: 'encrypted', kind: 'xls' });
    // A record’s version stands first, the state of a sheet behind its place.
    if (id === BOF && at === 0 && at + 6 <= stream.byteLength && stream.getUint16(4, true) !== EXCEL_97)
      return failed({ code: 'unsupported', kind: 'excel95' });
    if (id === SHEET && at + 9 <= stream.byteLength) {
      if ((stream.getUint8(at + 8) & 3) !== 0) hidden.add(sheets);
      sheets++;
    }
    at += 4 + length;
  }
  return ok({ sheets, macros: macrosIn(container.value), beyond: 0, hidden });
}

function macrosIn(container: CFB.CFB$Container): number {
  return container.FullPaths.filter((path) => /\/_VBA_PROJECT_CUR\/?$/.test(path)).length;
}
