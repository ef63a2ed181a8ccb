// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { check, type Outcome } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { type Attachment, attachmentsOf } from '../../extension/attachment/attachment-links';
import { compareNumbers } from '../../extension/attachment/compare-numbers';
import { collectLinks } from '../../extension/column/collect-links';
import { balanced } from '../support/balanced';
import { formOf, type PrintedReport, renderPage } from '../support/render';

const ADDRESS = 'https://www.example.gov.cn/nb/1.html';

function attachments(body: string, base = ''): readonly Attachment[] {
  const page = new DOMParser().parseFromString(`${base}<body>${body}`, 'text/html');
  return attachmentsOf([collectLinks(5000, page, ADDRESS)]);
}

test('files by the ending of their address or name, and those that a server hands out', () => {
  const found = attachments(`
    <a href="files/P020250120.docx">附件：示例县教育局2024年年报</a>
    <a href="/download.jsp?id=7">示例县教育局2024年年度报告.wps</a>
    <a href="/attach/8">附件2</a>
    <a href="https://files.example.cn/3.pdf">年报.pdf</a>
    <a href="2.html">附件说明</a>
    <a href="javascript:alert(1)">恶意.docx</a>
    <a href="photo.jpg">年报封面</a>`);
  expect(found).toEqual([
    {
      address: 'https://www.example.gov.cn/nb/files/P020250120.docx',
      name: '附件：示例县教育局2024年年报',
      near: true,
    },
    { address: 'https://www.example.gov.cn/download.jsp?id=7', name: '示例县教育局2024年年度报告.wps', near: true },
    { address: 'https://www.example.gov.cn/attach/8', name: '附件2', near: true },
    { address: 'https://files.example.cn/3.pdf', name: '年报.pdf', near: false },
  ]);
});

test('the same file is listed once, and of very many the first twenty', () => {
  expect(attachments('<a href="a.doc">附件.doc</a><a href="a.doc#2">附件.doc</a>')).toHaveLength(1);
  expect(attachments(Array.from({ length: 90 }, (_, at) => `<a href="${at}.doc">附件${at}</a>`).join(''))).toHaveLength(
    20,
  );
});

const form = formOf('2021');
const numbers = balanced(form);
const RECEIVED = 'applications.received.individual';
const REVIEW = 'disputes.review.upheld';

function outcomeOf(over: PrintedReport['cells'] = {}, organ = '示例县教育局'): Outcome {
  return check(readHtml(renderPage({ form, organ, cells: { ...numbers, ...over } })));
}

const page = outcomeOf();

test('each cell that differs, as both print it', () => {
  const compared = compareNumbers(page, outcomeOf({ [RECEIVED]: 1234, [REVIEW]: '' }));
  expect(compared).toMatchObject({
    kind: 'compared',
    unread: 0,
    differences: [
      { cell: RECEIVED, page: String(numbers[RECEIVED]), attachment: '1234' },
      { cell: REVIEW, page: String(numbers[REVIEW]), attachment: '' },
    ],
  });
});

test('the same numbers, written otherwise, are the same', () => {
  const zero = Object.keys(numbers).find((cell) => numbers[cell] === 0) ?? '';
  expect(compareNumbers(page, outcomeOf({ [zero]: '/' }))).toMatchObject({ kind: 'compared', differences: [] });
  expect(compareNumbers(outcomeOf({ [RECEIVED]: '1,234' }), outcomeOf({ [RECEIVED]: 1234 }))).toMatchObject({
    differences: [],
  });
});

test('another organ’s report is not compared; a short name is the same organ', () => {
  expect(compareNumbers(page, outcomeOf({}, '示例县水务局'))).toEqual({ kind: 'other-report' });
  expect(compareNumbers(page, { ...page, organ: '教育局' })).toMatchObject({ kind: 'compared' });
  expect(compareNumbers(page, { ...page, year: 2023 })).toEqual({ kind: 'other-report' });
});

test('a table that was not read on one side differs in nothing', () => {
  const cut = check(
    readHtml(renderPage({ form, organ: '示例县教育局', cells: numbers }).replace(/<table[\s\S]*?<\/table>/, '')),
  );
  const compared = compareNumbers(page, cut);
  expect(compared).toMatchObject({ differences: [] });
  expect(compared.kind === 'compared' && compared.unread).toBeGreaterThan(0);
});
