/** What people found by hand counts in every list as what a check found. */
import { beforeEach, expect, it } from 'vitest';
import { ownText, subjectName } from '../../core/exchange/own-finding';
import { OWN_FINDING, type Severity } from '../../core/index';
import { addOpinions, allDetails, allOpinions, database, inOrder, listReports, saveReport } from '../../pwa/db/index';
import { detailsOf } from '../../pwa/details-of';
import { sayOfMany } from '../../pwa/library/bulk';
import { EVERYTHING, shelfOf } from '../../pwa/library/facets';
import { overviewOf } from '../../pwa/library/overview';
import { groupOwn } from '../../pwa/library/own-findings';
import { type LibraryRecord, recordOf } from '../../pwa/library/record';
import { groupSaid, organKey, reportKey } from '../../pwa/library/review-state';
import { searcher, snippetOf } from '../../pwa/library/search';
import { rulesNamed } from '../../pwa/screens/library/rule-words';
import { opinion, saved } from './sample';

const report = saved('shuyang-development-bureau-2023.html');
const { organ, year } = report.outcome;
const name = (id: string): string => subjectName({ scope: 'own', organ: organ ?? '', year, id });

async function write(id: string, text: string, severity: Severity): Promise<void> {
  const own = { fingerprint: name(id), text, severity, cell: null, quote: '某句', place: null };
  await addOpinions([opinion({ finding: name(id), field: 'own', value: ownText(own) })]);
}

async function library(): Promise<LibraryRecord[]> {
  const details = await allDetails();
  const own = groupOwn((await allOpinions()).opinions);
  return (await listReports()).reports.map((summary) =>
    recordOf(
      summary,
      details.get(summary.id) ?? null,
      'none',
      null,
      own.get(reportKey(organKey(summary), summary.year)),
    ),
  );
}

beforeEach(async () => {
  await database.delete();
  await database.open();
  await saveReport(report, null, detailsOf(report, []));
});

it('in counts, standing, kinds, search and overview; no longer once it is taken back', async () => {
  const [before] = await library();
  await write('1', '领导姓名\n写错', 'error');
  await write('2', '措辞不当', 'info');
  const [record] = await library();
  if (before === undefined || record === undefined) throw new Error('no record');
  const { counts } = before.summary;
  expect(record.summary.counts).toEqual({ ...counts, error: counts.error + 1, info: counts.info + 1 });
  expect(record.standing).toBe('error');
  const shelf = shelfOf([record], { ...EVERYTHING, rule: OWN_FINDING }, rulesNamed);
  expect([shelf.shown.length, shelf.rules.get(OWN_FINDING)]).toEqual([1, 1]);
  for (const words of ['姓名 写错', '人工发现']) expect(searcher(words, rulesNamed)(record), words).toBe(true);
  expect(snippetOf(record, ['姓名'])).toEqual({ before: '领导', hit: '姓名', after: ' 写错' });
  const overview = overviewOf([record], year ?? 0, { units: [], region: '' });
  expect(overview.errors).toBe(counts.error + 1);
  expect(overview.rules).toContainEqual({ rule: OWN_FINDING, errors: 1, warnings: 0, findings: 1 });

  for (const id of ['1', '2']) await addOpinions([opinion({ finding: name(id), field: 'own', value: '', counter: 9 })]);
  expect(await library()).toEqual([before]);
});

it('stands in the report it was written of, and in no other year', async () => {
  await write('1', '写错', 'error');
  const own = groupOwn((await allOpinions()).opinions);
  expect([...own.keys()]).toEqual([reportKey(organ ?? '', year)]);
});

it('gets the word that is said of many, which is taken back', async () => {
  await write('1', '写错', 'error');
  const statuses = async (): Promise<readonly string[]> => {
    const words = (await allOpinions()).opinions.filter(
      ({ finding, field }) => finding === name('1') && field === 'status',
    );
    return inOrder(words).map(({ value }) => value);
  };
  const said = await sayOfMany(await library(), { status: 'confirmed', reason: '', scope: 'open' });
  expect(await statuses()).toEqual(['confirmed']);
  // What was said of it rests on the whole report.
  expect(groupSaid((await allOpinions()).opinions).whole.has(reportKey(organ ?? '', year))).toBe(true);
  const again = await sayOfMany(await library(), { status: 'deferred', reason: '', scope: 'open' });
  expect(again).toMatchObject({ ok: true, value: { findings: 0 } });
  if (said.ok) await said.value.undo();
  expect((await statuses()).at(-1)).toBe('open');
});
