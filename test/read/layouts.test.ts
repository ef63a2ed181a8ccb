/** Tables as pages and clipboards really deliver them: a number lands on its own cell or is missing, never elsewhere. */
import { describe, expect, it } from 'vitest';
import { check, drawTable, explainOutcome, type Outcome } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { readText } from '../../core/read/text';
import { cellIdsOf, formOf, renderPage, renderTable } from '../support/render';

const YEARS = ['2019', '2021'] as const;
type Year = (typeof YEARS)[number];

/** Cell i holds the number i, so that each misplacement shows. */
function numbered(year: Year): Record<string, number> {
  return Object.fromEntries(cellIdsOf(formOf(year)).map((id, index) => [id, index + 1]));
}
const page = (year: Year): string => renderPage({ form: formOf(year), cells: numbered(year), year: Number(year) });

/** Cells with a value that is not their own, and how many were read. */
function reading(outcome: Outcome, year: Year): { wrong: string[]; read: number } {
  const own = numbered(year);
  const wrong = Object.entries(outcome.facts).filter(
    ([id, fact]) => fact.state !== 'missing' && fact.raw !== '' && fact.value !== own[id],
  );
  return { wrong: wrong.map(([id, fact]) => `${id}: ${fact.raw}`), read: outcome.coverage.cells.read };
}

/** Rows of table three, one string each. */
const applications = (year: Year): string[] => {
  const table = formOf(year).tables[1];
  return table === undefined ? [] : renderTable(table, { form: formOf(year), cells: numbered(year) }).split('\n');
};
const replaceTable = (year: Year, change: (rows: string[]) => string): string =>
  page(year).replace(applications(year).join('\n'), change(applications(year)));

const ROW_CELLS = 7;

describe.each(YEARS)('table three of the form of %s', (year) => {
  const all = cellIdsOf(formOf(year)).length;
  const cut = (at: number) => (rows: string[]) =>
    [...rows.slice(0, at), '</tbody><tbody>', ...rows.slice(at)].join('\n');

  it.each([
    ['cut by a row group under the headings', cut(3), 0],
    ['cut by a row group through the headings', cut(1), 0],
    ['cut by a row group through the outcomes', cut(9), 0],
    ['one row group a row', (rows: string[]) => rows.join('</tbody><tbody>\n'), 0],
    [
      'a group that spans one row too many',
      (rows: string[]) => rows.join('\n').replace('rowspan="8"', 'rowspan="9"'),
      2 * ROW_CELLS,
    ],
    [
      'outcomes that span one row too many',
      (rows: string[]) => rows.join('\n').replace(/rowspan="(20|22)"/, 'rowspan="30"'),
      ROW_CELLS,
    ],
    [
      'a label that spans one column too many',
      (rows: string[]) => rows.join('\n').replace(/colspan="3"(><p>一、)/, 'colspan="4"$1'),
      0,
    ],
    [
      'a row of six values',
      (rows: string[]) =>
        rows.map((row, at) => (at === 6 ? row.replace(/<td[^>]*><p>\d+<\/p><\/td>/, '') : row)).join('\n'),
      ROW_CELLS,
    ],
    [
      'an empty cell before the values',
      (rows: string[]) =>
        rows.map((row, at) => (at === 6 ? row.replace(/(<td[^>]*><p>\d+)/, '<td></td>$1') : row)).join('\n'),
      ROW_CELLS,
    ],
    [
      'an empty column at the end',
      (rows: string[]) => rows.map((row) => row.replace('</tr>', '<td></td></tr>')).join('\n'),
      0,
    ],
    [
      'a spacer line',
      (rows: string[]) =>
        rows.map((row, at) => (at === 8 ? `${row}<tr>${'<td></td>'.repeat(10)}</tr>` : row)).join('\n'),
      0,
    ],
    [
      'cut in two, headings repeated',
      (rows: string[]) =>
        `${rows.slice(0, 6).join('\n')}</table><p>续表</p><table>${rows.slice(0, 3).join('\n').replace('<table border="1"><tbody>', '')}${rows.slice(6).join('\n')}`,
      0,
    ],
  ])('%s', (_, change, lost) => {
    const { wrong, read } = reading(check(readHtml(replaceTable(year, change))), year);
    expect(wrong).toEqual([]);
    expect(read).toBeGreaterThanOrEqual(all - lost);
  });
});

describe.each(YEARS)('the form of %s as text', (year) => {
  const form = formOf(year);
  const own = numbered(year);
  const all = cellIdsOf(form).length;

  /** Rows of texts, every merged cell followed by the empty cells it covers, as a spreadsheet copies them. */
  function sheet(tableAt: number): string[][] {
    const table = form.tables[tableAt];
    if (table === undefined) return [];
    const filled: string[][] = drawTable(table).map(() => []);
    for (const [at, row] of drawTable(table).entries()) {
      let column = 0;
      for (const cell of row) {
        while (filled[at]?.[column] !== undefined) column++;
        for (let below = 0; below < cell.rowSpan; below++) {
          for (let right = 0; right < cell.colSpan; right++) {
            const line = filled[at + below];
            if (line)
              line[column + right] =
                below + right > 0 ? '' : cell.cell === undefined ? cell.text : String(own[cell.cell]);
          }
        }
      }
    }
    return filled;
  }
  const whole = (line: (cells: readonly string[]) => string): string =>
    [0, 1, 2]
      .map((at) => `${'二三四'.charAt(at)}、${form.sections[at + 1]}\n${sheet(at).map(line).join('\n')}`)
      .join('\n');
  const head = `示例县财政局${year}年政府信息公开工作年度报告\n`;

  it.each([
    ['copied from a spreadsheet', whole((cells) => cells.join('\t'))],
    ['in Markdown', whole((cells) => `| ${cells.join(' | ')} |`)],
    ['one value a line', whole((cells) => cells.filter((text) => text !== '').join('\n'))],
    [
      'bars on lines of their own',
      whole((cells) =>
        cells
          .filter((text) => text !== '')
          .map((text) => `${text}\n|`)
          .join('\n'),
      ),
    ],
  ])('%s', (_, text) => {
    const outcome = check(readText(head + text));
    expect(reading(outcome, year)).toEqual({ wrong: [], read: all });
    expect(outcome.form).toBe(form.id);
  });

  it('raises no error where the table is in a shape that nobody reads', () => {
    const odd = head + whole((cells) => cells.join('¦'));
    expect(check(readText(odd)).findings.filter((finding) => finding.severity === 'error')).toEqual([]);
  });

  it('keeps an empty last cell where bars stand only between cells', () => {
    const text = whole((cells) => cells.map((each) => (Number(each) % 3 === 0 ? '' : each)).join(' | '));
    expect(reading(check(readText(head + text)), year).wrong).toEqual([]);
  });

  it('has no values where a blank was lost and nobody can tell which', () => {
    const text = whole((cells) => cells.filter((each) => each !== '' && Number(each) % 3 !== 0).join('\n'));
    expect(reading(check(readText(head + text)), year).wrong).toEqual([]);
  });
});

describe('rows that the form does not have', () => {
  const foreign = (text: string) => (rows: string[]) =>
    rows.map((row) => row.replace('8.属于行政查询事项', text)).join('\n');

  it('gives nobody the numbers of a row with another label', () => {
    const outcome = check(readHtml(replaceTable('2021', foreign('9.涉及商业秘密'))));
    expect(reading(outcome, '2021')).toEqual({ wrong: [], read: 193 });
    expect(outcome.findings.find((finding) => finding.rule === 'table-altered')?.data).toMatchObject({
      table: 'applications',
    });
    expect(outcome.unclaimed).toHaveLength(7);
  });

  it('settles a row whose label was lost by the order of rows', () => {
    const outcome = check(readHtml(replaceTable('2021', foreign(''))));
    expect(reading(outcome, '2021')).toEqual({ wrong: [], read: 200 });
  });

  it('does not read one column for another where its heading says otherwise', () => {
    const outcome = check(readHtml(page('2021').replace('社会公益组织', '个体工商户')));
    expect(reading(outcome, '2021')).toEqual({ wrong: [], read: 175 });
    const swapped = page('2021')
      .replace('本年制发件数', '@')
      .replace('现行有效件数', '本年制发件数')
      .replace('@', '有效总数');
    expect(reading(check(readHtml(swapped)), '2021').wrong).toEqual([]);
  });

  it('shows the numbers of a second line of table four', () => {
    const line = `<tr>${'<td>8</td>'.repeat(15)}</tr></tbody></table>\n<h2>五、`;
    const outcome = check(readHtml(page('2021').replace(/<\/tbody><\/table>\s*<h2>五、/, line)));
    expect(reading(outcome, '2021')).toEqual({ wrong: [], read: 200 });
    expect(outcome.unclaimed).toHaveLength(15);
  });
});

it('passes over page numbers in pasted text', () => {
  const text =
    '第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n1\n2\n3\n行政规范性文件\n- 3 -\n4\n5\n6\n行政许可\n7';
  const { facts } = check(readText(text));
  expect(['made', 'repealed', 'inForce'].map((id) => facts[`disclosure.normativeDocument.${id}`]?.value)).toEqual([
    4, 5, 6,
  ]);
});

it('does not call a part of a report a blank form', () => {
  const cells = Object.fromEntries(cellIdsOf(formOf('2021')).map((id) => [id, '/']));
  const part = renderPage({ form: formOf('2021'), cells, without: ['applications', 'disputes'] });
  expect(check(readHtml(part)).status).toBe('partial');
});

describe('more than one report on a page', () => {
  it('reads the first', () => {
    const first = page('2021');
    const other = renderPage({ form: formOf('2021'), organ: '示例县教育局', cells: {} });
    expect(reading(check(readHtml(first + other)), '2021')).toEqual({ wrong: [], read: 200 });
    expect(reading(check(readHtml(first + page('2019'))), '2021')).toEqual({ wrong: [], read: 200 });
  });

  it('says that the others were not checked', () => {
    for (const other of [page('2021'), page('2019')]) {
      const outcome = check(readHtml(page('2021') + other));
      expect(outcome.further.map((each) => each.table).sort()).toEqual(['applications', 'disclosure', 'disputes']);
      expect(explainOutcome(outcome, 'zh-CN').headline).toContain('另有 3 张同样的表格，未核对');
    }
    expect(check(readHtml(page('2021'))).further).toEqual([]);
  });
});

it('passes over a line that numbers the columns of table four', () => {
  const numbers = Array.from({ length: 15 }, (_, index) => `<td>${index + 1}</td>`).join('');
  const cells = Object.fromEntries(cellIdsOf(formOf('2021')).map((id) => [id, '7']));
  const html = renderPage({ form: formOf('2021'), cells }).replace(
    /(<tr><td[^>]*><p>7<\/p><\/td>){1}(?=(<td[^>]*><p>7<\/p><\/td>){14}<\/tr>)/,
    `<tr>${numbers}</tr>$&`,
  );
  expect(html).toContain(numbers);
  const facts = Object.entries(check(readHtml(html)).facts).filter(([id]) => id.startsWith('disputes.'));
  expect(facts.map(([, fact]) => fact.raw)).toEqual(Array(15).fill('7'));
});

it('takes 2019’s table two with 2021’s table three for a report of its year', () => {
  const [old] = formOf('2019').tables;
  const [current] = formOf('2021').tables;
  if (old === undefined || current === undefined) throw new Error('no tables');
  const mixed = page('2021').replace(
    renderTable(current, { form: formOf('2021'), cells: numbered('2021') }),
    renderTable(old, { form: formOf('2019') }),
  );
  expect(check(readHtml(mixed))).toMatchObject({
    form: 'open-info-annual@2021',
    forms: { disclosure: 'open-info-annual@2019', applications: 'open-info-annual@2021' },
    coverage: { cells: { expected: 212, read: 212 } },
  });
});
