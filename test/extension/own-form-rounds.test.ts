/** What forms of one's own find counts in a round, and is looked at again, before the app has ever seen the report. */
import { beforeEach, expect, it, vi } from 'vitest';
import { inferSums, ownFormOf } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { checkAddress } from '../../extension/round/check-address';
import type { CheckJob } from '../../extension/round/check-messages';
import { listRecheck } from '../../extension/round/recheck-list';
import { database, keepOwnForm, listReports } from '../../pwa/db/index';
import { statisticsPage, withStatistics } from '../e2e/harness/statistics';
import { formOf, renderPage } from '../support/render';

const ADDRESS = 'https://www.example.gov.cn/nb/1.html';

// Browsers call themselves by a name; this Node does not.
vi.stubGlobal('navigator', { userAgent: 'test' });

beforeEach(async () => {
  await database.delete();
  await database.open();
});

/** A report without an error, with a table of statistics in it, one figure of which is misprinted. */
function jobOf(): CheckJob {
  const page = renderPage({
    form: formOf('2021'),
    organ: '示例县教育局',
    year: 2024,
    published: '2025-01-20',
    cells: {},
  });
  const html = withStatistics(page, { year: 2024, wrong: 5 });
  const at = '2025-01-20T01:00:00.000Z';
  const answer = { from: 'network', status: 200, type: 'text/html', lastModified: null, etag: null } as const;
  const received = { bytes: new TextEncoder().encode(html), address: ADDRESS, asked: at, at, ...answer };
  return { address: ADDRESS, received, rendered: null, date: '', before: null };
}

it('a report that only such a form finds wrong is neither told as clean nor left out of 复查', async () => {
  expect(await checkAddress(jobOf())).toMatchObject({ kind: 'checked', result: { errors: 0, warnings: 0 } });
  expect(await listRecheck()).toBeNull();
  const [sums] = inferSums(readHtml(statisticsPage()));
  if (sums === undefined) throw new Error('no table');
  await keepOwnForm('f1', ownFormOf('乡镇户数', sums, new Set(sums.relations.map(({ key }) => key))));
  expect(await checkAddress(jobOf())).toMatchObject({
    kind: 'checked',
    result: { errors: 0, warnings: 1, known: true },
  });
  expect((await listReports()).reports.map(({ counts }) => counts.warning)).toEqual([0]);
  expect(await listRecheck()).toEqual(expect.any(Number));
});
