/** What people write into a checklist, and what it is understood to mean. */
import { describe, expect, it } from 'vitest';
import { type CellId, forms, type RelationFault, resolveRelation } from '../../core/index';
import { cellIdsOf, formOf } from '../support/render';

const { tables } = formOf('2021');

/** `2*a − b ≥ 3` with cell ids, sums in the order of the text. */
function understood(text: string): string[] {
  const read = resolveRelation(text, tables);
  if (!read.ok) throw new Error(`${text}: ${JSON.stringify(read.error)}`);
  type Side = (typeof read.value)[number]['left'];
  const side = (terms: Side): string =>
    terms
      .map(({ coefficient, cell, previous }) =>
        cell === null ? coefficient : `${coefficient === 1 ? '' : `${coefficient}*`}${previous ? '<' : ''}${cell}`,
      )
      .join(' + ');
  return read.value.map(({ left, comparison, right }) => `${side(left)} ${comparison} ${side(right)}`);
}

function faultOf(text: string): RelationFault {
  const read = resolveRelation(text, tables);
  if (read.ok) throw new Error(`${text} is understood`);
  return read.error;
}

const RULES = ['disclosure.regulation', 'disclosure.normativeDocument'];

describe('comparisons', () => {
  it.each([
    ...['=', '＝', '=='].map((sign) => [sign, '=']),
    ...['≠', '!=', '！＝', '<>', '＜＞'].map((sign) => [sign, '≠']),
    ...['≥', '>=', '＞＝', '≧'].map((sign) => [sign, '≥']),
    ...['≤', '<=', '＜＝', '≦'].map((sign) => [sign, '≤']),
    ...['>', '＞'].map((sign) => [sign, '>']),
    ...['<', '＜'].map((sign) => [sign, '<']),
  ])('%s is %s', (sign, meaning) => {
    expect(understood(`行政许可${sign}行政处罚`)).toEqual([
      `disclosure.licence.decisions ${meaning} disclosure.penalty.decisions`,
    ]);
  });
});

describe('sums', () => {
  it.each([
    ['行政许可 + 2×行政处罚 − 3*行政强制 ＞ １０', '1 + 2 + -3 > 10'],
    ['-行政许可＋行政处罚×2－ 3 行政强制 = -4', '-1 + 2 + -3 = -4'],
    ['2行政许可 – 2行政处罚 - 行政强制 = 0 + 5', '2 + -2 + -1 = 0 + 5'],
  ])('%s', (text, numbers) => {
    const [only = ''] = understood(text);
    const bare = only.replaceAll(/(-?\d+)\*[\w.]+/g, '$1').replaceAll(/disclosure[\w.]+/g, '1');
    expect(bare).toBe(numbers);
    expect(only).toMatch(/licence.*penalty.*coercion/);
  });
});

describe('names', () => {
  const cases: readonly (readonly [string, CellId])[] = [
    ['disclosure.normativeDocument.inForce', 'disclosure.normativeDocument.inForce'],
    ['规范性文件现行有效件数', 'disclosure.normativeDocument.inForce'],
    ['现行有效 规范性文件', 'disclosure.normativeDocument.inForce'],
    ['规章的制发', 'disclosure.regulation.made'],
    ['行政许可', 'disclosure.licence.decisions'],
    ['收费金额', 'disclosure.fee.amount'],
    ['予以公开', 'applications.granted.total'],
    ['予以公开.自然人', 'applications.granted.individual'],
    ['表三 予以公开 总计', 'applications.granted.total'],
    ['表三“予以公开”行自然人列', 'applications.granted.individual'],
    ['表三（一）予以公开·商业企业', 'applications.granted.company'],
    ['（七）总计', 'applications.decided.total'],
    ['表三.（七）总计', 'applications.decided.total'],
    ['总计行', 'applications.decided.total'],
    ['一、本年新收政府信息公开申请数量', 'applications.received.total'],
    ['新收', 'applications.received.total'],
    ['上年结转', 'applications.carriedIn.total'],
    ['结转下年度继续办理', 'applications.carriedOut.total'],
    ['3.其他', 'applications.otherOutcome.rest.total'],
    ['1.属于国家秘密', 'applications.refused.stateSecret.total'],
    ['法人或其他组织 其他 新收', 'applications.received.otherOrganisation'],
    ['行政复议', 'disputes.review.total'],
    ['行政复议结果纠正', 'disputes.review.corrected'],
    ['未经复议直接起诉 尚未审结', 'disputes.lawsuit.direct.pending'],
  ];

  it.each(cases)('%s', (name, cell) => {
    expect(understood(`${name} ≥ 7`)).toEqual([`${cell} ≥ 7`]);
    expect(understood(`上年.${name} ≥ 7`)).toEqual([`<${cell} ≥ 7`]);
  });

  it('every cell is understood by its id, and by its table, headings, row and column', () => {
    for (const form of forms) {
      for (const cell of cellIdsOf(form)) {
        const read = resolveRelation(`${cell} = 1`, form.tables);
        expect(read.ok && read.value.map(({ left }) => left[0]?.cell)).toEqual([cell]);
      }
      for (const table of form.tables) {
        for (const row of table.rows) {
          for (const cell of row.cells) {
            const labels = [...row.path, ...(row.label === null ? [] : [row.label]), cell.column.label];
            const name = [table.name, ...labels].map(({ zh }) => zh).join(' ');
            const read = resolveRelation(`${name} = 1`, form.tables);
            expect([name, read.ok && read.value.map(({ left }) => left[0]?.cell)]).toEqual([name, [cell.id]]);
          }
        }
      }
    }
  });
});

describe('what stands beside a name', () => {
  it('settles the row where all others are of one', () => {
    expect(understood('规范性文件现行有效 ≥ 制发 − 废止')).toEqual([
      'disclosure.normativeDocument.inForce ≥ disclosure.normativeDocument.made + -1*disclosure.normativeDocument.repealed',
    ]);
  });

  it('states the relation for each row where all leave it open in the same way', () => {
    expect(understood('现行有效 ≥ 制发')).toEqual(RULES.map((row) => `${row}.inForce ≥ ${row}.made`));
    expect(understood('现行有效 = 上年.现行有效 + 制发 − 废止')).toEqual(
      RULES.map((row) => `${row}.inForce = <${row}.inForce + ${row}.made + -1*${row}.repealed`),
    );
    expect(understood('表三.自然人列 ≤ 表三.总计列')).toHaveLength(25);
  });

  it('does not settle what may be a row of its own', () => {
    // （六）总计 is no row of the form, and 总计 may be the row （七）: not the total of the other term's row.
    expect(faultOf('（六）总计 = 新收')).toMatchObject({ code: 'ambiguous', name: '(六)总计' });
    expect(faultOf('表三.总计 ≥ 上年.表三.总计')).toMatchObject({ code: 'ambiguous', count: 25 });
  });
});

describe('what cannot be understood', () => {
  it.each([
    ['', { code: 'no-comparison', start: 0, end: 0 }],
    ['行政许可', { code: 'no-comparison', start: 0, end: 4 }],
    ['行政许可 > 1 > 2', { code: 'second-comparison', start: 9, end: 10 }],
    ['行政许可 + = 1', { code: 'empty-term', start: 6, end: 7 }],
    ['= 1', { code: 'empty-term', start: 0, end: 0 }],
    ['行政许可 = ', { code: 'empty-term', start: 6, end: 7 }],
    ['行政许可 + − 行政处罚 = 1', { code: 'empty-term', start: 6, end: 7 }],
    ['1.5×行政许可 = 1', { code: 'number', start: 0, end: 8 }],
    ['行政许可 = 0.5', { code: 'number', start: 7, end: 10 }],
    ['9999999×行政许可 = 1', { code: 'number', start: 0, end: 12 }],
    ['2×(行政许可 + 行政处罚) = 1', { code: 'brackets', start: 0, end: 7 }],
    [
      '行政许可 = 行政许个',
      {
        code: 'unknown',
        start: 7,
        end: 11,
        name: '行政许个',
        cells: expect.arrayContaining(['disclosure.licence.decisions']),
      },
    ],
    [
      'disclosure.licence.decision = 1',
      { code: 'unknown', start: 0, end: 27, cells: expect.arrayContaining(['disclosure.licence.decisions']) },
    ],
    [
      '1 + 现行有效 ≥ 1',
      { code: 'ambiguous', start: 4, end: 8, name: '现行有效', count: 2, cells: RULES.map((row) => `${row}.inForce`) },
    ],
    ['行政诉讼 = 0', { code: 'ambiguous', count: 2 }],
    ['不予公开 = 0', { code: 'ambiguous', count: 8 }],
    ['总计 = 0', { code: 'ambiguous', count: 28 }],
    ['现行有效 ≥ 行政许可', { code: 'ambiguous', name: '现行有效' }],
    ['自然人 ≤ 总计', { code: 'ambiguous' }],
  ])('%s', (text, fault) => {
    const found = faultOf(text);
    expect(found).toMatchObject(fault);
    if ('cells' in fault && found.code === 'unknown') expect(found.cells[0]).toBe('disclosure.licence.decisions');
  });

  it('is too long', () => {
    expect(faultOf(`${'行政许可+'.repeat(101)}行政许可=1`)).toMatchObject({ code: 'too-long' });
  });

  it('lists a dozen candidates at most, those that are rows first', () => {
    const fault = faultOf('总计 = 0');
    expect('cells' in fault && fault.cells).toHaveLength(12);
    expect('cells' in fault && fault.cells[0]).toBe('applications.decided.total');
  });
});

it('any text ends in a relation or a failure with its place, never in an exception', () => {
  const pieces = [
    ...['现行有效', '制发', '规范性文件', '总计', '其他', '上年.', '表三', '（七）', '1.', '行', '列', '的'],
    ...['+', '−', '-', '＋', '×', '*', '2', '１０', '0.5', '=', '≥', '<', '>', '!', '(', '）', ' ', '　', '.', '“'],
    ...['applications.', 'granted', '.total', '\u0000', '\ud83d', '😀', 'constructor', '__proto__', '\n', ''],
  ];
  let seed = 20240131;
  const next = (limit: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * limit);
  };
  let readable = 0;
  for (let round = 0; round < 3000; round++) {
    const text = Array.from({ length: next(12) }, () => pieces[next(pieces.length)]).join('');
    const read = resolveRelation(text, tables);
    if (read.ok) {
      readable++;
      continue;
    }
    const { start, end } = read.error;
    expect([text, start >= 0 && start <= end && end <= text.length]).toEqual([text, true]);
  }
  expect(readable).toBeGreaterThan(0);
});
