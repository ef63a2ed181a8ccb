/** An evidence as the extension seals it, with parts of a few bytes. */
import { type Evidence, seal } from '../../core/exchange/evidence';
import { utf8 } from '../../core/exchange/sha256';

const AT = '2026-01-20T06:00:00.000Z';

export function sampleEvidence(report = 'r1', sealed = AT): Evidence {
  return seal({
    report,
    address: 'https://www.example.gov.cn/2024.html',
    title: '示例县人民政府2024年政府信息公开工作年度报告',
    times: { opened: '2026-01-20T05:59:00.000Z', sealed },
    versions: { gouji: '0.1.0', rules: 'abc', browser: 'Chromium' },
    parts: [
      {
        name: 'page.html',
        kind: 'page',
        table: null,
        type: 'text/html',
        at: AT,
        received: { from: 'cache', status: 200, tables: 'same', lastModified: null, etag: null },
        bytes: utf8('<!doctype html><table><tr><td>12</td></tr></table>'),
      },
      { name: 'table-1.html', kind: 'table-html', table: 1, type: 'text/html', at: AT, bytes: utf8('<table></table>') },
      { name: 'table-1.txt', kind: 'table-text', table: 1, type: 'text/plain', at: AT, bytes: utf8('表三 12') },
    ],
    missing: [{ kind: 'table-image', table: 1, reason: 'covered', detail: '' }],
  });
}
