import { beforeEach, expect, it } from 'vitest';
import { subjectName } from '../../core/exchange/own-finding';
import { wideSubject } from '../../core/exchange/review';
import type { Finding, Outcome } from '../../core/index';
import { checkBeside, database, lastKept, opinionsOfReport, ownText, saveReport } from '../../pwa/db/index';
import { exportReports } from '../../pwa/exchange/export-reports';
import { opinion, saved } from './sample';

const planted = saved('planted-2024.html');
const other = saved('liaozi-township-2024.txt');
const { outcome } = planted;
const finding = outcome.findings.find(({ suspects }) => suspects.length === 1) as Finding;
const nameOf = (scope: 'cell' | 'rule'): string => wideSubject(scope, finding, outcome, null)?.name ?? '';
const own = subjectName({ scope: 'own', organ: outcome.organ ?? '', year: outcome.year, id: '1' });

const words = [
  opinion({ id: '1', finding: finding.fingerprint }),
  opinion({ id: '2', finding: nameOf('cell') }),
  opinion({ id: '3', finding: nameOf('rule') }),
  opinion({
    id: '4',
    finding: own,
    field: 'own',
    value: ownText({ fingerprint: own, text: '不一致', severity: 'info', cell: null, quote: '12', place: null }),
  }),
  opinion({ id: '5', finding: subjectName({ scope: 'rule', rule: 'no-such-rule', organ: null }) }),
  opinion({ id: '6', finding: subjectName({ scope: 'own', organ: '示例', year: outcome.year, id: '2' }) }),
];

beforeEach(async () => {
  await database.delete();
  await database.open();
  await database.opinions.bulkAdd(words);
});

it('finds what bears on a report: on its findings, cells, rules and what people found, nothing else', async () => {
  const { opinions, unreadable } = await opinionsOfReport(outcome, null);
  expect(opinions.map(({ id }) => id).sort()).toEqual(['1', '2', '3', '4']);
  expect(unreadable).toBe(0);
});

it('takes all of it along with the report', async () => {
  await saveReport(planted);
  await saveReport(other);
  const { bundle } = await exportReports([planted.id]);
  expect(bundle.opinions.map(({ id }) => id).sort()).toEqual(['1', '2', '3', '4']);
});

it('the same report kept before is another of its organ and year, else itself', async () => {
  expect(await lastKept(outcome, planted.id)).toBe(null);
  await saveReport(planted);
  expect((await lastKept(outcome, planted.id))?.id).toBe(planted.id);
  await saveReport({ ...planted, id: 'before', savedAt: '2025-12-01T00:00:00.000Z' });
  expect((await lastKept(outcome, planted.id))?.id).toBe('before');
});

it('last year’s report is found under a name that is as good as the same, as the rules across years go', async () => {
  await saveReport(planted);
  const checked = (organ: string) => (): Outcome => ({ ...outcome, organ, year: (outcome.year ?? 0) + 1 });
  expect(outcome.organ).toBe('示例县人民政府');
  expect((await checkBeside(checked('示例县人民政府'))).beside).toBe(planted.id);
  expect((await checkBeside(checked('示例市示例县人民政府'))).beside).toBe(planted.id);
  expect((await checkBeside(checked('示例市另一县人民政府'))).beside).toBe(null);
});
