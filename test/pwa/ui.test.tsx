// @vitest-environment jsdom
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { explain, type Finding, type SumLine, tablesOf } from '../../core/index';
import {
  CoverageHeader,
  FindingList,
  groupFindings,
  groupOf,
  language,
  listOrder,
  ReportTable,
  SeverityTag,
  SumLineView,
  showToast,
  Toasts,
  undoLatest,
  useFindingKeys,
} from '../../pwa/ui/index';
import { saved } from './sample';

const { outcome } = saved('planted-2024.html');
const tables = tablesOf(outcome);
const items = outcome.findings.map((finding) => ({ finding, explanation: explain(finding, outcome, 'zh-CN') }));
const root = document.createElement('div');

// jsdom has no layout, so it cannot scroll.
beforeAll(() => {
  Element.prototype.scrollIntoView = vi.fn();
  document.body.append(root);
});
afterEach(() => settle(() => render(null, root)));

/** Runs it, and everything that it makes the pieces do. */
function settle(run: () => unknown): void {
  void act(() => void run());
}

function show(piece: ComponentChild): void {
  settle(() => render(piece, root));
}

function all(selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)];
}

function one(selector: string): HTMLElement {
  const [found, ...more] = all(selector);
  if (found === undefined || more.length > 0) throw new Error(`${all(selector).length} of ${selector}`);
  return found;
}

function press(target: EventTarget, key: string): void {
  settle(() => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
}

function findingOf(rule: string): Finding {
  const found = outcome.findings.find((finding) => finding.rule === rule);
  if (found === undefined) throw new Error(`no ${rule}`);
  return found;
}

function line(over: Partial<SumLine>): SumLine {
  const term = (cell: string, value: number) => ({ cell, name: cell, raw: String(value), value, suspect: false });
  const parts = Array.from({ length: 12 }, (_, index) => term(`p${index}`, index < 2 ? index + 1 : 0));
  return {
    relation: 'r',
    name: '某行',
    left: [term('total', 9)],
    right: parts,
    leftSum: 9,
    rightSum: 3,
    difference: 6,
    ...over,
  };
}

describe('severity and coverage', () => {
  it('says severity in a word, in the language chosen', () => {
    show(<SeverityTag severity="error" />);
    expect(root.textContent).toBe('错误');
    settle(() => {
      language.value = 'en';
    });
    expect(root.textContent).toBe('Error');
    settle(() => {
      language.value = 'zh-CN';
    });
  });

  it('gives what was read and checked in numbers', () => {
    show(<CoverageHeader coverage={outcome.coverage} />);
    expect(all('dl > div').map((each) => each.textContent)).toEqual([
      '相符37',
      '不符5',
      '未核对0',
      '已读单元格200/200',
    ]);
  });

  it('draws nothing green where nothing was checked', () => {
    const none = { consistent: 0, inconsistent: 0, unchecked: 0, notApplicable: 0, expected: 0 };
    show(<CoverageHeader coverage={{ cells: { expected: 0, read: 0 }, relations: none }} />);
    expect(all('.coverage-bar span')).toEqual([]);
  });
});

describe('a sum', () => {
  it('puts the parts first and the total after, whichever side it is on', () => {
    const total = line({}).left;
    show(<SumLineView line={line({})} onCell={() => undefined} />);
    const flipped = root.textContent;
    show(
      <SumLineView
        line={line({ left: line({}).right, right: total, leftSum: 3, rightSum: 9 })}
        onCell={() => undefined}
      />,
    );
    expect(root.textContent).toBe(flipped);
    expect(flipped).toContain('1＋2');
    expect(flipped).toContain('＝3，total填9，差 6');
  });

  it('folds the zeros of a long sum, and shows them all when asked: each number is a button', () => {
    const onCell = vi.fn();
    show(<SumLineView line={line({})} onCell={onCell} />);
    expect(all('button.term')).toHaveLength(3);
    settle(() => one('button.more').click());
    expect(all('button.term')).toHaveLength(13);
    settle(() => all('button.term')[11]?.click());
    expect(onCell).toHaveBeenCalledWith('p11');
  });

  it('never folds a suspect', () => {
    const parts = line({}).right.map((term) => ({ ...term, suspect: term.cell === 'p9' }));
    show(<SumLineView line={line({ right: parts })} onCell={() => undefined} />);
    expect(one('button.term.suspect').getAttribute('aria-label')).toBe('p9 0，疑似有误');
  });
});

describe('the table of a report', () => {
  const applications = tables.find((table) => table.id === 'applications') ?? tables[0];
  if (applications === undefined) throw new Error('no table');
  const finding = findingOf('t3-suspect-cell');
  const suspect = finding.suspects[0];
  if (suspect === undefined) throw new Error('no suspect');
  const cell = (id: string): HTMLElement => one(`[data-cell="${id}"]`);

  it('has every number of the form in its cell', () => {
    show(<ReportTable table={applications} facts={outcome.facts} finding={null} onCell={() => undefined} />);
    for (const row of applications.rows)
      for (const { id } of row.cells) expect(cell(id).textContent).toBe(outcome.facts[id]?.raw);
    expect(all('td')).toHaveLength(175);
    expect(all('td[class*=suspect]')).toEqual([]);
  });

  it('marks the suspect with the value it should have, in words too, and the parts of the sum', () => {
    const parts = new Set(['applications.granted.total']);
    show(
      <ReportTable
        table={applications}
        facts={outcome.facts}
        finding={finding}
        parts={parts}
        onCell={() => undefined}
      />,
    );
    expect(one('td.suspect').dataset['cell']).toBe(suspect.cell);
    expect(one('td.suspect').textContent).toContain(`应为 ${suspect.expected}`);
    expect(one('td.suspect').textContent).toContain('疑似有误');
    expect(cell('applications.granted.total').className).toBe('part');
  });

  it('says of a number the page does not have that it was not read', () => {
    const { [suspect.cell]: _gone, ...facts } = outcome.facts;
    show(<ReportTable table={applications} facts={facts} finding={null} onCell={() => undefined} />);
    expect(cell(suspect.cell).textContent).toBe('未读到');
    expect(cell(suspect.cell).className).toBe('missing');
  });

  it('is one tab stop, walked by arrow keys across merged cells', () => {
    const onCell = vi.fn();
    show(<ReportTable table={applications} facts={outcome.facts} finding={null} onCell={onCell} />);
    expect(all('td[tabindex="0"]').map((each) => each.dataset['cell'])).toEqual(['applications.received.individual']);
    settle(() => cell('applications.received.individual').focus());
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'End', 'ArrowLeft', 'Enter'])
      press(document.activeElement ?? document, key);
    expect(onCell.mock.lastCall?.[0]).toBe('applications.granted.otherOrganisation');
    expect(all('td[tabindex="0"]')).toHaveLength(1);
  });
});

describe('the list of findings', () => {
  it('groups by table in the order of the tabs, then text, then format', () => {
    const made = (rule: string, over: Partial<Finding>) => ({
      finding: { ...findingOf('t3-suspect-cell'), fingerprint: rule, rule, suspects: [], cells: [], data: {}, ...over },
    });
    const list = [
      made('format', { quote: null }),
      made('text', { quote: '其中予以公开 15 件' }),
      made('t4', { cells: ['disputes.review.upheld'] }),
      made('t3', { cells: ['applications.received.total'] }),
      made('t2', { data: { table: 'disclosure' } }),
    ];
    expect(groupFindings(list, ['applications', 'disclosure', 'disputes']).map(({ id }) => id)).toEqual([
      'applications',
      'disclosure',
      'disputes',
      'text',
      'format',
    ]);
    expect(list.map(({ finding }) => groupOf(finding))).toEqual([
      'format',
      'text',
      'disputes',
      'applications',
      'disclosure',
    ]);
  });

  it('shows sums and actions of the chosen one only', () => {
    const chosen = findingOf('t3-suspect-cell');
    show(
      <FindingList
        items={items}
        tables={tables}
        current={chosen.fingerprint}
        onSelect={() => undefined}
        onCell={() => undefined}
        actions={() => <button type="button">属实</button>}
      />,
    );
    expect(all('article')).toHaveLength(outcome.findings.length);
    expect(one('article[aria-current=true] .finding-actions').textContent).toBe('属实');
    expect(all('.finding-actions')).toHaveLength(1);
  });

  it('is walked by j, k and the arrows, and stops at its ends', () => {
    const order = listOrder(items, tables);
    let current: string | null = null;
    function Walker() {
      useFindingKeys(order, current, (finding) => {
        current = finding.fingerprint;
        show(<Walker />);
      });
      return <input />;
    }
    show(<Walker />);
    const at = () => order.findIndex((finding) => finding.fingerprint === current);
    press(window, 'j');
    expect(at()).toBe(0);
    press(window, 'k');
    expect(at()).toBe(0);
    press(window, 'ArrowDown');
    expect(at()).toBe(1);
    press(one('input'), 'j');
    expect(at()).toBe(1);
    for (const _ of order) press(window, 'j');
    expect(at()).toBe(order.length - 1);
  });
});

it('takes back the latest action, then the one before', () => {
  const undone: string[] = [];
  show(<Toasts />);
  settle(() => {
    showToast('删除甲', () => undone.push('甲'));
    showToast('删除乙', () => undone.push('乙'));
  });
  expect(root.textContent).toContain('删除乙');
  settle(() => all('.toast button')[0]?.click());
  expect(root.textContent).toContain('删除甲');
  settle(() => {
    undoLatest();
  });
  expect(undone).toEqual(['乙', '甲']);
  expect(undoLatest()).toBe(false);
});
