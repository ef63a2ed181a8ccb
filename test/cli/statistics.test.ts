/** Statistics of law enforcement and the annual report of the same organ and year, among the files of one run. */
import { expect, it } from 'vitest';
import type { ExampleReport } from '../../core/rules/rule';
import { commandLine, linesOf } from '../support/command-line';
import { enforcementPage } from '../support/enforcement';
import { sheetHtml } from '../support/files/sheets';
import { formOf, renderPage } from '../support/render';

const { file, run } = commandLine();

const ORGAN = '示例县城市管理局';

function annual(name: string, report: ExampleReport): string {
  return file(name, renderPage({ ...report, form: formOf('2021') }));
}

it('stand beside each other whichever comes first, and never as last year’s', async () => {
  const statistics = file('statistics-2024.html', sheetHtml(enforcementPage()));
  const cells = {
    'disclosure.licence.decisions': 26_564,
    'disclosure.penalty.decisions': 108_165,
    'disclosure.coercion.decisions': 95,
  };
  const own = annual('2024.html', { organ: ORGAN, year: 2024, cells });
  const next = annual('2025.html', { organ: ORGAN, year: 2025 });
  const other = annual('other.html', { organ: '示例县财政局', year: 2024, cells });
  for (const files of [
    [statistics, own, next, other],
    [next, other, own, statistics],
  ]) {
    const result = await run(['--json', ...files]);
    expect(result.stderr).not.toContain('内容不同');
    const found = new Map(linesOf(result).map(({ input, findings }) => [input, findings]));
    expect(found.get(own)?.map(({ rule }) => rule)).toContain('cross-enforcement-report');
    expect(found.get(own)?.find(({ rule }) => rule === 'cross-enforcement-report')).toMatchObject({
      severity: 'info',
      message: '行政处罚填 108165，同年行政执法统计年报为 108156。',
    });
    expect(found.get(statistics)).toEqual([]);
    for (const each of [next, other]) {
      expect(found.get(each)?.map(({ rule }) => rule)).not.toContain('cross-enforcement-report');
    }
  }
});

it('says nothing beside two that differ', async () => {
  const one = file('one.html', sheetHtml(enforcementPage()));
  const two = file('two.html', sheetHtml(enforcementPage({ organs: '2', 'penalty.total.amount': '3' })));
  const own = annual('own.html', { organ: ORGAN, year: 2024, cells: { 'disclosure.penalty.decisions': 1 } });
  const lines = linesOf(await run(['--json', one, two, own]));
  expect(lines.at(-1)?.findings.map(({ rule }) => rule)).not.toContain('cross-enforcement-report');
});
