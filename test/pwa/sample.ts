/** Real reports, checked by the real core, for the tests of the store and the screens. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { reportId } from '../../core/exchange/report-id';
import type { Opinion, SavedReport } from '../../core/exchange/schema';
import { check } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { readText } from '../../core/read/text';

export function sampleText(name: string): string {
  return readFileSync(resolve(import.meta.dirname, '../../samples', name), 'utf8');
}

export function saved(name: string, change: (text: string) => string = (text) => text): SavedReport {
  const text = change(sampleText(name));
  const document = name.endsWith('.html') ? readHtml(text) : readText(text);
  const source = { address: null, fileName: name };
  return {
    id: reportId(document, source),
    savedAt: '2026-01-20T06:00:00.000Z',
    source,
    document,
    outcome: check(document, { sourceName: name }),
    checkedBy: '0.1.0',
  };
}

export function opinion(over: Partial<Opinion> = {}): Opinion {
  return {
    id: 'a',
    finding: 'f',
    against: 'v1',
    field: 'status',
    value: 'confirmed',
    author: '王',
    at: '2026-01-20T06:00:00.000Z',
    counter: 1,
    ...over,
  };
}
