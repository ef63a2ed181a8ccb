/** Opinions found in memory are those that the store finds. */
import { beforeEach, expect, it } from 'vitest';
import { subjectName } from '../../core/exchange/own-finding';
import { database, opinionsOfReport } from '../../pwa/db/index';
import { indexOpinions } from '../../pwa/db/opinion-index';
import { opinion, saved } from './sample';

// Other files share the store, and leave in it what they like.
beforeEach(async () => {
  if (!database.isOpen()) await database.open();
  await database.opinions.clear();
});

it('are the same for a report, whatever they are about', async () => {
  const { outcome } = saved('planted-2024.html');
  const [first] = outcome.findings;
  const { organ, year } = outcome;
  if (first === undefined || organ === null) throw new Error('the sample has an organ and findings');
  const about = [
    first.fingerprint,
    'another finding',
    subjectName({ scope: 'cell', organ, year, cells: ['applications.received.total'] }),
    subjectName({ scope: 'cell', organ: '示例县别的局', year, cells: ['applications.received.total'] }),
    subjectName({ scope: 'cell', organ, year: 1999, cells: ['applications.received.total'] }),
    subjectName({ scope: 'own', organ, year, id: 'x' }),
    subjectName({ scope: 'rule', rule: first.rule, organ: null }),
    subjectName({ scope: 'rule', rule: first.rule, organ }),
    subjectName({ scope: 'rule', rule: first.rule, organ: '示例县别的局' }),
    subjectName({ scope: 'rule', rule: 'no-such-rule', organ: null }),
  ];
  const all = about.map((finding, index) => opinion({ id: String(index), finding, counter: index + 1 }));
  await database.opinions.bulkAdd(all);
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id).sort();
  const stored = ids((await opinionsOfReport(outcome, null)).opinions);
  expect(ids(indexOpinions(all)(outcome, null))).toEqual(stored);
  expect(stored).toEqual(['0', '2', '5', '6', '7']);
});
