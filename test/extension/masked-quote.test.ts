// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { check } from '../../core/index';
import { readPage } from '../../core/read/dom';
import { anchorFindings } from '../../extension/page/anchor';
import { formOf, renderPage } from '../support/render';

beforeEach(() => {
  Element.prototype.getClientRects = () => [new DOMRect(0, 0, 10, 10)] as unknown as DOMRectList;
  Range.prototype.getClientRects = Element.prototype.getClientRects;
});

test('a number that the finding shows masked is marked in the page where it stands', () => {
  document.documentElement.innerHTML = renderPage({
    form: formOf('2021'),
    prose: { 6: ['如有疑问，请拨打 13800138000 联系。'] },
  });
  const page = readPage(document);
  const reading = { ...page, outcome: check(page.document) };
  const findings = reading.outcome.findings.filter(({ rule }) => rule === 'privacy-leak');
  expect(findings.map(({ quote }) => quote)).toEqual(['138****8000']);
  const [anchor] = anchorFindings(findings, reading);
  expect(anchor?.state).toBe('marked');
  expect(anchor?.targets.map(({ range }) => range?.toString())).toEqual(['13800138000']);
});
