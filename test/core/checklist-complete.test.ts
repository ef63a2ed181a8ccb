import { describe, expect, it } from 'vitest';
import { completionsOf, forms, nameAtCaret, resolveRelation } from '../../core/index';

const form = forms.find(({ id }) => id === 'open-info-annual@2021');
const tables = form?.tables ?? [];
const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells.map(({ id }) => id)));

describe('completion of a name', () => {
  it('offers what begins so before what has it somewhere', () => {
    const found = completionsOf('予以公开', tables, 12);
    expect(found[0]).toEqual({ cell: 'applications.granted.individual', text: '（一）予以公开 自然人' });
    expect(found.every(({ cell }) => /granted|partial/.test(cell))).toBe(true);
    expect(completionsOf('applications.granted.tot', tables, 12)[0]?.cell).toBe('applications.granted.total');
  });

  it('takes words in any order, and offers nothing for none', () => {
    expect(completionsOf('自然人 予以公开', tables, 12).map(({ cell }) => cell)).toContain(
      'applications.granted.individual',
    );
    expect(completionsOf('  ', tables, 12)).toEqual([]);
    expect(completionsOf('没有这种指标', tables, 12)).toEqual([]);
  });

  it('writes every cell of the form so that it means this cell alone', () => {
    expect(cells.length).toBe(200);
    for (const cell of cells) {
      const text = completionsOf(cell, tables, 400).find((each) => each.cell === cell)?.text ?? '';
      const read = resolveRelation(`${text} = 0`, tables);
      expect(read.ok && read.value.map(({ left }) => left.map((term) => term.cell)), text).toEqual([[cell]]);
    }
  });
});

describe('the name at the caret', () => {
  it.each([
    ['现行|', '现行'],
    ['现行有效 ≥ 制|', '制'],
    ['现行有效 ≥ 2 制|发 + 废止', '制发'],
    ['上年.规|章', '规章'],
    ['3×行政|许可 − 1', '行政许可'],
    ['a.b ≥ |', ''],
  ])('of %s is %s', (marked, name) => {
    const text = marked.replace('|', '');
    const found = nameAtCaret(text, marked.indexOf('|'));
    expect(found.name).toBe(name);
    expect(text.slice(found.start, found.start + name.length)).toBe(name);
  });
});
