// @vitest-environment jsdom
/**
 * Pairs of before and after: what was marked in a page is looked for in the page that its publisher changed since.
 * Each number stands once, so a mark on the wrong cell shows. Found again: 95 % of all; the rest is said to be lost.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readReport } from '../../core/forms/read-report';
import { check, type Document, type Finding, type Form, forms, type OwnFinding, ownAsFinding } from '../../core/index';
import { readPage } from '../../core/read/dom';
import { anchorFindings, type Reading } from '../../extension/page/anchor';
import { type Layout, layouts } from '../support/layouts';
import { cellIdsOf, formOf, type PrintedReport } from '../support/render';
import { numbered } from '../support/values';

const FORMS = [formOf('2019'), formOf('2021')];
const readable = layouts.filter(({ format, reads }) => format === 'html' && reads === 'all');

const QUOTES: Readonly<Record<number, readonly string[]>> = {
  1: ['全年主动公开信息八百一十二条，其中政策文件七条。'],
  5: ['公开的深度仍有不足，三个单位更新不及时。'],
};

function reportOf(form: Form): PrintedReport {
  return { form, cells: numbered(form, 1001), prose: QUOTES };
}

/** Marked before: each cell, and each sentence of the prose with the place where it stood. */
function marked(form: Form, before: Reading): readonly Finding[] {
  const own = (of: Pick<OwnFinding, 'cell' | 'quote' | 'place'>): Finding =>
    ownAsFinding({ ...of, fingerprint: `${of.cell}${of.quote}`, text: '', severity: 'error' });
  // Every third: jsdom takes its time, and no row or column is left out by it.
  const cells = cellIdsOf(form)
    .filter((_, at) => at % 3 === 0)
    .map((cell) => own({ cell, quote: null, place: null }));
  const quotes = Object.values(QUOTES).flat();
  return [
    ...cells,
    ...quotes.map((quote) => {
      const block = before.document.blocks.findIndex((each) => each.kind === 'paragraph' && each.text.includes(quote));
      return own({ cell: null, quote, place: { block } });
    }),
  ];
}

const EMPTY: Document = { format: 'page', title: null, address: null, blocks: [], omissions: [] };
const nothingRead = check(EMPTY);

/** Without the rules: of numbers that disagree everywhere they would say much, and nothing of where they stand. */
function read(): Reading {
  const reading = readPage(document);
  const facts = Object.fromEntries(readReport(reading.document, forms)?.facts ?? []);
  return { ...reading, outcome: { ...nothingRead, facts } };
}

const tables = (): HTMLTableElement[] =>
  [...document.querySelectorAll('table')].filter((table) => table.querySelector('table') === null);

function element<K extends keyof HTMLElementTagNameMap>(tag: K, text: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function wrap(table: HTMLTableElement, into: Element, innermost: Element = into): void {
  table.replaceWith(into);
  innermost.append(table);
}

const columnsOf = (table: HTMLTableElement): number =>
  Math.max(...[...table.rows].map((row) => [...row.cells].reduce((sum, { colSpan }) => sum + colSpan, 0)));

/** Publishers who put a table elsewhere. */
const MOVES: Readonly<Record<string, () => void>> = {
  'all tables in a container of their own, after the text': () => {
    const annex = element('div', '');
    document.body.append(annex);
    for (const table of tables()) annex.append(table);
  },
  'all tables before the text': () => {
    document.body.prepend(...tables());
  },
  'the order of the tables turned around': () => {
    const all = tables();
    const places = all.map((table) => {
      const place = document.createComment('');
      table.replaceWith(place);
      return place;
    });
    for (const [at, place] of places.entries()) place.replaceWith(all[all.length - 1 - at] ?? '');
  },
  'a table after the next one': () => {
    const [first, second] = tables().slice(-2);
    if (first !== undefined && second !== undefined && !first.contains(second)) second.after(first);
  },
  'each table in a tab of the page, the last tab first': () => {
    const tabs = element('div', '');
    const names = element('ul', '');
    tabs.append(names);
    for (const [at, table] of tables().reverse().entries()) {
      names.append(element('li', `附表${at + 1}`));
      const tab = element('div', '');
      tab.hidden = at > 0;
      tab.append(table);
      tabs.append(tab);
    }
    document.body.append(tabs);
  },
  'each block in three boxes': () => {
    for (const block of document.querySelectorAll('h1, h2, h3, h4, p')) {
      const box = element('div', '');
      block.replaceWith(box);
      box.append(block);
    }
    for (const table of tables()) {
      const [outer, middle, inner] = [element('section', ''), element('div', ''), element('div', '')];
      outer.append(middle);
      middle.append(inner);
      wrap(table, outer, inner);
    }
  },
  'a table cut in two, its heading repeated': () => cutInTwo(true),
  'a table cut in two, its heading left behind': () => cutInTwo(false),
  'a section cut by a line between table and text': () => {
    for (const table of tables()) table.before(element('p', '（续）'), element('hr', ''), element('p', '见下表：'));
  },
};

/** The longest table that no cell of several rows holds together at the place of the cut. */
function cutInTwo(repeats: boolean): void {
  const long = tables().filter(({ rows }) => rows.length >= 12);
  for (const table of long) {
    const rows = [...table.rows];
    const free = rows.findIndex(
      (_, at) =>
        at >= rows.length / 2 &&
        rows.every((row, start) => [...row.cells].every(({ rowSpan }) => start >= at || start + rowSpan <= at)),
    );
    if (free < 0) continue;
    const second = document.createElement('table');
    if (repeats) for (const row of headingOf(rows)) second.append(row.cloneNode(true));
    second.append(...rows.slice(free));
    table.after(element('p', '续表'), second);
  }
}

/** Rows above the first that holds a number. */
function headingOf(rows: readonly HTMLTableRowElement[]): readonly HTMLTableRowElement[] {
  const first = rows.findIndex((row) =>
    [...row.cells].some(({ textContent }) => /^[\d０-９\s,，]+$/.test(textContent)),
  );
  return rows.slice(0, Math.max(0, first));
}

const CHANGES: Readonly<Record<string, () => void>> = {
  nothing: () => undefined,
  'a row added above': () => {
    for (const table of tables()) {
      const cell = table.insertRow(0).insertCell();
      cell.colSpan = columnsOf(table);
      cell.textContent = '单位：件、万元';
    }
  },
  'a row added below': () => {
    for (const table of tables()) {
      const cell = table.insertRow().insertCell();
      cell.colSpan = columnsOf(table);
      cell.textContent = '注：数据由各单位报送。';
    }
  },
  'a column of notes added': () => {
    for (const table of tables())
      for (const [at, row] of [...table.rows].entries()) row.append(element('td', at === 0 ? '备注' : ''));
  },
  'tables in boxes that scroll': () => {
    for (const table of tables()) wrap(table, element('div', ''));
  },
  'tables in tables of layout': () => {
    for (const table of tables()) {
      const outer = element('table', '');
      wrap(table, outer, outer.insertRow().insertCell());
    }
  },
  'words added around': () => {
    document.body.prepend(element('h3', '当前位置：首页 > 政府信息公开年报'), element('p', '字号：大 中 小'));
    for (const table of tables()) {
      table.before(element('p', '本部分数据以附表为准。'));
      table.after(element('p', '打印 关闭'));
    }
    for (const paragraph of document.querySelectorAll('p'))
      if (Object.values(QUOTES).flat().includes(paragraph.textContent)) paragraph.prepend('据统计，');
  },
  'each text in elements of its own': () => {
    for (const cell of document.querySelectorAll('td, th')) {
      const inner = element('span', '');
      inner.append(...cell.childNodes);
      cell.append(inner);
    }
  },
  'a table of another kind above': () => {
    const table = element('table', '');
    for (const [name, value] of [
      ['发布机构', '示例县人民政府'],
      ['索引号', '1234'],
    ]) {
      const row = table.insertRow();
      row.insertCell().textContent = name ?? '';
      row.insertCell().textContent = value ?? '';
    }
    document.body.prepend(table);
  },
  ...MOVES,
};

interface Count {
  right: number;
  lost: number;
  readonly wrong: string[];
}

/** As layouts write the same differently: full-width digits, blanks, separators. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s,]/g, '');

/** Where the marks of `before` stand on the page of now. */
function count(findings: readonly Finding[], values: Readonly<Record<string, unknown>>, into: Count): void {
  for (const { finding, state, targets } of anchorFindings(findings, read())) {
    const [cell] = finding.cells;
    const expected = cell === undefined ? (finding.quote ?? '') : String(values[cell]);
    const [target] = targets;
    const text = plain(target?.range?.toString() ?? target?.element?.textContent ?? '');
    if (state === 'lost' && target === undefined) into.lost++;
    else if (cell === undefined ? text.includes(plain(expected)) : text === expected) into.right++;
    else into.wrong.push(`${finding.fingerprint}: ${expected} ${text}`);
  }
}

function show(layout: Layout, report: PrintedReport): void {
  document.documentElement.innerHTML = layout.render(report);
}

beforeAll(() => {
  // jsdom lays nothing out: all counts as shown.
  Element.prototype.getClientRects = () => [new DOMRect(0, 0, 10, 10)] as unknown as DOMRectList;
  Range.prototype.getClientRects = Element.prototype.getClientRects;
  // jsdom goes through every style sheet for each element; these pages hide by nothing but their own styles.
  window.getComputedStyle = (element) => {
    const { display, fontSize, visibility } = (element as HTMLElement).style;
    const shown = { display: display || 'block', fontSize: fontSize || '16px', visibility: visibility || 'visible' };
    return shown as CSSStyleDeclaration;
  };
});

const all = { right: 0, lost: 0 };

describe.each(FORMS.map((form, at) => [form.id, form, at] as const))('%s', (_, form, turn) => {
  // Half of the layouts with each form.
  const pages = readable.filter((_layout, at) => at % 2 === turn);
  const report = reportOf(form);
  const values = numbered(form, 1001);
  const judge = ({ right, lost, wrong }: Count): void => {
    all.right += right;
    all.lost += lost;
    expect(wrong).toEqual([]);
    // Where a layout leaves out headings, a further column leaves no way to tell: lost then, and openly.
    expect(right / (right + lost)).toBeGreaterThanOrEqual(0.9);
  };

  it.each(Object.entries(CHANGES))('%s: found again, none elsewhere', (name, change) => {
    let changed = 0;
    const found: Count = { right: 0, lost: 0, wrong: [] };
    for (const layout of pages) {
      show(layout, report);
      const findings = marked(form, read());
      const before = document.body.innerHTML;
      change();
      changed += document.body.innerHTML === before ? 0 : 1;
      count(findings, values, found);
    }
    judge(found);
    // All tables in one cannot change places.
    if (name !== 'nothing') expect(changed).toBeGreaterThan(pages.length / 2);
  });

  it('another layout altogether: found again, none elsewhere', () => {
    const found: Count = { right: 0, lost: 0, wrong: [] };
    for (const [at, layout] of pages.entries()) {
      show(layout, report);
      const findings = marked(form, read());
      const other = pages[(at + 1) % pages.length];
      if (other === undefined) continue;
      show(other, report);
      count(findings, values, found);
    }
    judge(found);
  });

  it('a table that is gone and a sentence that was changed are lost, and said to be', () => {
    const found: Count = { right: 0, lost: 0, wrong: [] };
    const [layout] = pages;
    if (layout === undefined) throw new Error('no layout');
    show(layout, report);
    const findings = marked(form, read());
    tables().at(-1)?.remove();
    for (const paragraph of document.querySelectorAll('p'))
      paragraph.textContent = paragraph.textContent.replace('八百一十二', '八百一十三');
    count(findings, values, found);
    const last = form.tables.at(-1)?.rows.flatMap(({ cells }) => cells.map(({ id }) => id)) ?? [];
    const gone = findings.filter(({ cells: [cell] }) => cell !== undefined && last.includes(cell)).length;
    expect(found).toEqual({ right: findings.length - gone - 1, lost: gone + 1, wrong: [] });
  });
});

/** Numbers repeat in them, so a mark is right where it stands on the very element that it stood on before. */
describe.each(['shuyang-development-bureau-2023.html', 'shanghai-general-office-2019.html', 'planted-2024.html'])(
  'a real page, %s',
  (file) => {
    const html = readFileSync(join('samples', file), 'utf8');
    const placed = (findings: readonly Finding[]): ReadonlyMap<string, Element | null> =>
      new Map(
        anchorFindings(findings, read()).map(({ finding, targets: [target] }) => [
          finding.fingerprint,
          target?.element ?? null,
        ]),
      );

    it.each(Object.entries(CHANGES))('%s: found again, none elsewhere', (name, change) => {
      document.documentElement.innerHTML = html;
      const cells = Object.entries(read().outcome.facts).flatMap(([cell, { place }]) => (place === null ? [] : cell));
      const findings = cells.map((cell) =>
        ownAsFinding({ cell, quote: null, place: null, fingerprint: cell, text: '', severity: 'error' }),
      );
      const before = placed(findings);
      expect([...before.values()]).not.toContain(null);
      change();
      const after = placed(findings);
      const lost = cells.filter((cell) => after.get(cell) === null);
      expect(cells.filter((cell) => after.get(cell) !== before.get(cell) && !lost.includes(cell))).toEqual([]);
      all.right += cells.length - lost.length;
      all.lost += lost.length;
      expect(lost.length / cells.length, `${name}: ${lost.join(' ')}`).toBeLessThanOrEqual(0.05);
    });
  },
);

it('of all that was marked, 95 % are found again', () => {
  console.log(`${all.right} marks found again, ${all.lost} lost, in ${readable.length} layouts`);
  expect(all.right / (all.right + all.lost)).toBeGreaterThanOrEqual(0.95);
});
