import { gather } from '../document/gather';
import type { CellId } from '../forms/form';
import { lastYearOf } from './previous';
import { defineRule } from './rule';

/** Between two years that differ by less, ten times as many is nothing. */
const MIN_DIFFERENCE = 50;
const TIMES = 10;

export const rule = defineRule<{ cell: CellId; here: number; there: number; year: number; more: number }>({
  id: 'x-jump',
  severity: 'info',
  source: { document: '国办公开办函〔2021〕30号', clause: '第四条：内容准确全面' },
  summary: {
    'zh-CN': '与上年相比增减十倍以上且相差 50 以上的数据，请核实单位、口径与是否漏填。每表一条。',
    en: 'Numbers ten times last year’s or a tenth of it, and 50 or more apart: see unit, scope and omissions. Once per table.',
  },
  messages: {
    'zh-CN': ({ data }, name) =>
      `${name.cell(data.cell)}填 ${data.here}，${data.year} 年年报为 ${data.there}，相差悬殊${data.more > 0 ? `；本表另有 ${data.more} 处` : ''}。`,
    en: ({ data }, name) =>
      `${name.cell(data.cell)}: ${data.here}; the report of ${data.year} has ${data.there}${data.more > 0 ? `. ${data.more} more in this table` : ''}.`,
  },
  advice: {
    'zh-CN': '属实可不改；否则核对单位、统计口径与是否漏填。',
    en: 'Leave it where it is so; otherwise check unit, scope and omissions.',
  },
  examples: [
    {
      name: '增加一倍',
      cells: { 'disclosure.licence.decisions': 200 },
      previous: { cells: { 'disclosure.licence.decisions': 100 } },
      findings: 0,
    },
    {
      name: '增加到十倍以上',
      cells: { 'disclosure.licence.decisions': 1200, 'disclosure.penalty.decisions': 0 },
      previous: { cells: { 'disclosure.licence.decisions': 100, 'disclosure.penalty.decisions': 88 } },
      findings: 1,
    },
    {
      name: '基数小',
      cells: { 'disclosure.licence.decisions': 40 },
      previous: { cells: { 'disclosure.licence.decisions': 2 } },
      findings: 0,
    },
  ],
  *check(report) {
    const last = lastYearOf(report);
    if (last === null) return;
    for (const { table, form, found } of report.tables) {
      if (!found || last.report.forms[table.id] !== form.id) continue;
      const jumps = gather(table.rows, ({ cells }) => {
        // A row with a total is told by it.
        const told = cells.length === 1 ? cells : cells.filter(({ column }) => TOLD.test(column.id));
        return gather(told, ({ id }) => {
          const here = report.facts.get(id)?.value ?? null;
          const there = last.report.facts[id]?.value ?? null;
          return here !== null && there !== null && jumped(here, there) ? [{ cell: id, here, there }] : [];
        });
      });
      const [first] = jumps;
      if (first === undefined) continue;
      yield {
        data: { ...first, year: last.year, more: jumps.length - 1 },
        cells: jumps.map(({ cell }) => cell),
        place: report.facts.get(first.cell)?.place ?? null,
        about: table.id,
      };
    }
  },
});

const TOLD = /^(?:total|inForce|decisions|published)$/;

/** Exact as far as it decides: both are printed decimals, and the bounds are far from any rounding. */
function jumped(here: number, there: number): boolean {
  const [low, high] = here < there ? [here, there] : [there, here];
  return high - low >= MIN_DIFFERENCE && high >= TIMES * low;
}
