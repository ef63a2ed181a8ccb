// @vitest-environment jsdom
/** What became of findings is counted when those of people's own forms are among them, and not a moment before. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SavedReport } from '../../core/exchange/schema';
import { baselineOf, compare, inferSums, OWN_FORM_SUM, type OwnForm, ownFormOf } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { useSaved } from '../../extension/panel/use-saved';
import { database, keepOwnForm, listReports, saveReport } from '../../pwa/db/index';
import { CompareTab } from '../../pwa/screens/report/compare-tab';
import { statisticsPage, withStatistics } from '../e2e/harness/statistics';
import { saved } from './sample';

const withTable = (wrong: number, savedAt: string): SavedReport => ({
  ...saved('planted-2024.html', (text) => withStatistics(text, { year: 2024, wrong })),
  savedAt,
});
const before = withTable(5, '2026-01-20T06:00:00.000Z');
const now = withTable(0, '2026-01-21T06:00:00.000Z');
const root = document.createElement('div');

function households(): OwnForm {
  const [table] = inferSums(readHtml(statisticsPage()));
  if (table === undefined) throw new Error('no table');
  return ownFormOf('乡镇户数', table, new Set(table.relations.map(({ key }) => key)));
}

beforeEach(async () => {
  await database.delete();
  await database.open();
  await keepOwnForm('f1', households());
  await saveReport(before);
});
afterEach(() => act(() => render(null, root)));

describe('with a form of one’s own, of which a sum was put right', () => {
  it('the app counts it gone from the first count on', async () => {
    await saveReport(now);
    const others = (await listReports()).reports.filter(({ id }) => id === before.id);
    const counted = new Set<string>();
    const look = (): void => {
      for (const each of root.querySelectorAll('[role=status]')) counted.add(each.textContent ?? '');
    };
    const observer = new MutationObserver(look);
    observer.observe(root, { childList: true, subtree: true, characterData: true });
    render(<CompareTab report={now} others={others} kind="copy" onCell={() => undefined} />, root);
    await vi.waitFor(() => expect(root.textContent).toContain('已消失（1）'));
    look();
    observer.disconnect();
    expect([...counted]).toEqual([expect.stringMatching(/已消失 1\s*无法判断 0/)]);
  });

  it('the panel counts it gone whenever it counts, also when the page is read again', async () => {
    const seen: string[] = [];
    function Panel({ page }: { readonly page: Pick<SavedReport, 'document' | 'outcome'> }) {
      const { before: last, found } = useSaved(page);
      const changes = last === null ? null : compare(baselineOf(last.outcome), found);
      const own = changes?.filter(({ rule }) => rule === OWN_FORM_SUM).map(({ change }) => change);
      seen.push(own?.join() ?? 'nothing');
      return null;
    }
    const { document, outcome } = now;
    render(<Panel page={{ document, outcome }} />, root);
    await vi.waitFor(() => expect(seen.at(-1)).toBe('gone'));
    seen.length = 0;
    render(<Panel page={{ document, outcome: { ...outcome } }} />, root);
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(1));
    await vi.waitFor(() => expect(seen.at(-1)).toBe('gone'));
    expect(new Set(seen)).toEqual(new Set(['nothing', 'gone']));
  });
});
