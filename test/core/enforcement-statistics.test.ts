/** 行政执法统计年报: read in every layout and format, silent on correct ones, each slip found where it is. */
import { describe, expect, it } from 'vitest';
import { check, type Outcome } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { type Cells, enforcementFigures, enforcementLayouts, enforcementPage } from '../support/enforcement';
import { sheetDeliveries, sheetHtml } from '../support/files/sheets';
import { seeded } from '../support/random';

const of = (cells: Cells = {}): Outcome => check(readHtml(sheetHtml(enforcementPage(cells))));
/** Two rows of heads, of which the second lacks what the first one spans. */
const SHIFTED = 'text, merged cells left out';
const usual = of({ organs: '3' });

describe.each(enforcementLayouts)('%s', (layout) => {
  it.each(sheetDeliveries.filter(([name]) => name !== SHIFTED))('is read whole as %s', async (_, deliver) => {
    for (const organs of ['1', '3']) {
      const outcome = check(await deliver(enforcementPage({ organs }, layout)));
      const whole = of({ organs });
      const raws = ({ facts }: Outcome): unknown =>
        Object.entries(facts)
          .map(([cell, { raw }]) => `${cell} ${raw}`)
          .sort();
      expect(raws(outcome)).toEqual(raws(whole));
      expect(outcome.coverage.relations).toEqual(whole.coverage.relations);
      const { form, organ, year, status, findings } = outcome;
      expect({ form, organ, year, status, findings }).toEqual({
        form: 'enforcement-statistics@2018',
        organ: '示例县城市管理局',
        year: 2024,
        status: 'checked',
        findings: [],
      });
    }
  });
});

it.each(enforcementLayouts)('reads no figure of %s under a head that it does not stand under', async (layout) => {
  const deliver = sheetDeliveries.find(([name]) => name === SHIFTED)?.[1];
  const outcome = await deliver?.(enforcementPage({ organs: '3' }, layout));
  const { facts = {}, findings = [] } = outcome === undefined ? {} : check(outcome);
  expect(findings).toEqual([]);
  for (const [cell, { raw }] of Object.entries(facts))
    expect(`${cell} ${raw}`).toBe(`${cell} ${usual.facts[cell]?.raw}`);
});

it('has all rows, and sums that hold', () => {
  expect(usual.coverage.cells).toEqual({ expected: 4 * 28, read: 4 * 28 });
  // Rows of two tables; columns of counts of three.
  expect(usual.coverage.relations).toMatchObject({ expected: 4 * 2 + 10 + 5 + 12, inconsistent: 0, unchecked: 0 });
});

it('is silent on correct statistics of any figures', async () => {
  const random = seeded('enforcement');
  for (let round = 0; round < 60; round++) {
    const layout = random.pick(enforcementLayouts);
    const [name, deliver] = random.pick(sheetDeliveries);
    const organs = String(random.int(1, 3));
    const page = enforcementPage({ organs }, layout, enforcementFigures(random));
    const { findings } = check(await deliver(page));
    expect({ round, layout, name, organs, findings }).toEqual({ round, layout, name, organs, findings: [] });
  }
});

it('finds each wrong figure of penalties and coercion, and names its cell where organs cross kinds', () => {
  const counted = Object.entries(usual.facts).filter(
    ([cell, { value }]) => /^(?:penalty|coercion)/.test(cell) && !cell.endsWith('.amount') && value !== 0,
  );
  expect(counted.length).toBeGreaterThan(60);
  for (const [cell, { raw, value }] of counted) {
    const slip = `${(Number(raw.charAt(0)) % 9) + 1}${raw.slice(1)}`;
    const { findings } = of({ organs: '3', [cell]: slip });
    expect({ cell, findings }).toMatchObject({
      cell,
      findings: [{ rule: 'enforcement-suspect-cell', suspects: [{ cell, value: Number(slip), expected: value }] }],
    });
  }
});

it.each(
  Object.entries(of().facts).filter(
    ([cell, { value }]) => /^(?:penalty)/.test(cell) && value !== 0 && !cell.endsWith('amount'),
  ),
)('finds %s of a single organ among the cells of its sum', (cell, { raw, value }) => {
  const slip = `${(Number(raw.charAt(0)) % 9) + 1}${raw.slice(1)}`;
  const [finding, ...more] = of({ [cell]: slip }).findings;
  expect(more).toEqual([]);
  expect(finding?.suspects).toContainEqual({ cell, value: Number(slip), expected: value });
});

describe('what is not certain is not judged', () => {
  const html = sheetHtml(enforcementPage({ organs: '3' }));

  it('with a column of another kind among the penalties', () => {
    const other = html.replace('罚款', '约谈').replace('94929', '94930');
    const { relations, findings } = check(readHtml(other));
    expect(findings).toEqual([]);
    expect(relations.some(({ relation }) => relation.id === 'acts-kinds' && relation.at.startsWith('penalty'))).toBe(
      false,
    );
  });

  it('with a row that the totals do not count', () => {
    const row = /<tr>(?:(?!<tr>)[\s\S])*示例中心[\s\S]*?<\/tr>/.exec(html)?.[0] ?? '';
    const twice = html.replace(row, row + row.replace('示例中心', '示例大队'));
    expect(check(readHtml(twice)).findings).toEqual([]);
  });

  it('with a subtotal', () => {
    expect(check(readHtml(html.replaceAll('示例支队', '小计').replaceAll('94929', '94930'))).findings).toMatchObject([
      { rule: 'enforcement-suspect-cell' },
    ]);
  });

  it('with two tables of one kind', () => {
    const { form, findings } = check(readHtml(html.replace('</body>', html.replace(/[\s\S]*<body>/, ''))));
    expect({ form, findings }).toEqual({ form: null, findings: [] });
  });
});

it('leaves out what an organ has not: no table is expected', () => {
  const html = sheetHtml(enforcementPage()).replace(/<p>表三[\s\S]*<\/table>/, '');
  const { status, forms, findings } = check(readHtml(html));
  expect({ status, findings }).toEqual({ status: 'checked', findings: [] });
  expect(forms).toMatchObject({ penalty: 'enforcement-statistics@2018', coercion: null });
});
