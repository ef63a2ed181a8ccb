// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { check } from '../../core/index';
import { readPage } from '../../core/read/dom';
import { type Anchor, anchorFindings, type Reading, targetOfCell } from '../../extension/page/anchor';

const planted = readFileSync(join(import.meta.dirname, '../../samples/planted-2024.html'), 'utf8');

function read(): Reading {
  const reading = readPage(document);
  return { ...reading, outcome: check(reading.document) };
}

function texts(anchor: Anchor | undefined): readonly string[] {
  return anchor?.targets.map((target) => target.element?.textContent.trim() ?? target.range?.toString() ?? '') ?? [];
}

beforeEach(() => {
  document.documentElement.innerHTML = planted;
  // jsdom lays nothing out: an element counts as shown unless a test says otherwise.
  Element.prototype.getClientRects = () => [new DOMRect(0, 0, 10, 10)] as unknown as DOMRectList;
  Range.prototype.getClientRects = Element.prototype.getClientRects;
});

describe('anchoring on the planted page', () => {
  test('each finding stands on its own cells', () => {
    const reading = read();
    const anchors = anchorFindings(reading.outcome.findings, reading);
    expect(anchors.map((anchor) => anchor.state)).toEqual(['marked', 'marked', 'marked', 'marked']);
    expect(anchors.map((anchor) => [...texts(anchor)].sort())).toEqual([
      ['3.5'],
      ['12'],
      ['5'],
      ['0', '1', '1', '3', '6'],
    ]);
    expect(texts(anchors[1])).toEqual([
      targetOfCell('applications.granted.individual', reading)?.element?.textContent.trim(),
    ]);
  });

  test('the range of a cell is its text without the blanks around it', () => {
    const range = targetOfCell('applications.granted.individual', read())?.range;
    expect(range?.toString()).toBe('12');
  });

  test('after the page put its table in anew, the cell id still leads to the cell', () => {
    const { findings } = read().outcome;
    const table = document.querySelectorAll('.text table')[1];
    table?.replaceWith(table.cloneNode(true));
    const row = document.createElement('p');
    row.textContent = '编者按';
    document.querySelector('.text')?.prepend(row);
    const anchors = anchorFindings(findings, read());
    expect(texts(anchors[1])).toEqual(['12']);
    expect(anchors[1]?.targets[0]?.element?.isConnected).toBe(true);
  });

  test('a cell that is gone is lost, openly; the other findings keep their places', () => {
    const { findings } = read().outcome;
    document.querySelectorAll('.text table')[2]?.remove();
    expect(anchorFindings(findings, read()).map((anchor) => anchor.state)).toEqual([
      'marked',
      'marked',
      'marked',
      'lost',
    ]);
  });

  test('a cell that the page does not lay out is hidden, not marked', () => {
    const { findings } = read().outcome;
    Element.prototype.getClientRects = () => [] as unknown as DOMRectList;
    Range.prototype.getClientRects = Element.prototype.getClientRects;
    expect(anchorFindings(findings, read())[0]?.state).toBe('hidden');
  });

  test('a finding about no place asks for none', () => {
    const reading = read();
    const [finding] = reading.outcome.findings;
    if (finding === undefined) throw new Error('the planted page has findings');
    const bare = { ...finding, cells: [], suspects: [], place: null, quote: null };
    expect(anchorFindings([bare], reading)[0]?.state).toBe('nowhere');
    expect(anchorFindings([{ ...bare, quote: '现行有效31件' }], reading)[0]?.targets[0]?.range?.toString()).toBe(
      '现行有效31件',
    );
    expect(anchorFindings([{ ...bare, quote: '现行有效32件' }], reading)[0]?.state).toBe('lost');
  });
});
