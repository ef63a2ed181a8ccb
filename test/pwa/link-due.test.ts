/** Reports of two years that reach the store of the extension in two parts of a hand-over. */
import { beforeEach, expect, it } from 'vitest';
import { reportId } from '../../core/exchange/report-id';
import type { SavedReport } from '../../core/exchange/schema';
import { check } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { exchangeWithApp } from '../../extension/background/exchange';
import { version } from '../../package.json';
import { database, loadReport, loadSetting } from '../../pwa/db/index';
import { linkDue } from '../../pwa/intake/link-due';
import { formOf, renderPage } from '../support/render';

/** As many carried out of one year must be carried into the next. */
function report(year: number, carried: number): SavedReport {
  const cells = ['received', 'carriedOut'].flatMap((row) =>
    ['individual', 'total'].map((column) => [`applications.${row}.${column}`, carried] as const),
  );
  const document = readHtml(renderPage({ form: formOf('2021'), year, cells: Object.fromEntries(cells) }));
  const source = { address: null, fileName: `${year}.html` };
  const savedAt = '2026-01-20T06:00:00.000Z';
  return { id: reportId(document, source), savedAt, source, document, outcome: check(document), checkedBy: version };
}

async function handOver(step: number, reports: readonly SavedReport[]): Promise<void> {
  const bundle = { format: 'gouji', version: 1, reports, opinions: [] };
  const { reply } = await exchangeWithApp({ type: 'gouji:exchange', version: 1, transfer: 't', bundle, step });
  expect(reply.type).toBe('gouji:exchanged');
}

async function rulesOf({ id }: SavedReport): Promise<readonly string[]> {
  const found = await loadReport(id);
  if (found === null || found === 'unreadable') throw new Error('not there');
  return found.outcome.findings.map(({ rule }) => rule);
}

beforeEach(() => database.delete().then(() => database.open()));

it('are checked beside each other at the next start of the app there', async () => {
  const [before, now] = [report(2023, 3), report(2024, 0)];
  await handOver(1, [now]);
  await handOver(2, [before]);
  expect(await rulesOf(now)).toEqual([]);
  await linkDue();
  expect(await rulesOf(now)).toEqual(['x-carry']);
  expect(await loadSetting('linkDue')).toBe('');
});

it('ask for nothing where all of it was there before', async () => {
  const now = report(2024, 0);
  await handOver(1, [now]);
  await linkDue();
  await handOver(2, [now]);
  expect(await loadSetting('linkDue')).toBe('');
});
