import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { handoverSchema } from '../../core/exchange/handover';
import { recheckBundle } from '../../core/exchange/recheck';
import { reportId } from '../../core/exchange/report-id';
import { bundleSchema, documentSchema, opinionSchema, outcomeSchema } from '../../core/exchange/schema';
import { check, type Document } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { readText } from '../../core/read/text';
import { formOf, renderPage } from '../support/render';

const documents: readonly Document[] = [
  ...['planted-2024.html', 'shanghai-general-office-2019.html', 'shuyang-development-bureau-2023.html'].map((name) =>
    readHtml(readFileSync(`samples/${name}`, 'utf8')),
  ),
  readText(readFileSync('samples/liaozi-township-2024.txt', 'utf8')),
  readText(readFileSync('test/fixtures/pasted/page-006.txt', 'utf8')),
  readHtml('<p>x</p><iframe></iframe><img alt="y">'),
];

describe('the schemas', () => {
  it.each(documents.map((document, index) => [index, document] as const))(
    'let document %i and its outcome through unchanged',
    (_, document) => {
      const stored = JSON.parse(JSON.stringify({ document, outcome: check(document) }));
      expect(documentSchema.parse(stored.document)).toEqual(stored.document);
      expect(outcomeSchema.parse(stored.outcome)).toEqual(stored.outcome);
    },
  );

  it.each([
    ['a bundle of another format', { format: 'zip', version: 1, reports: [], opinions: [] }],
    ['a bundle of a later version', { format: 'gouji', version: 2, reports: [], opinions: [] }],
    [
      'a report without an outcome',
      {
        format: 'gouji',
        version: 1,
        reports: [{ id: 'x', savedAt: '', source: { address: null, fileName: null } }],
        opinions: [],
      },
    ],
    ['a number', 7],
  ])('refuse %s', (_, value) => {
    expect(bundleSchema.safeParse(value).success).toBe(false);
  });

  it('refuse a hand-over message of another kind', () => {
    expect(handoverSchema.safeParse({ type: 'gouji:exchange', version: 1, transfer: 't', bundle: {} }).success).toBe(
      false,
    );
    expect(handoverSchema.safeParse({ type: 'gouji:app-ready', version: 1 }).success).toBe(true);
  });
});

describe('recheckBundle', () => {
  const [planted] = documents;
  if (planted === undefined) throw new Error('no documents');
  const source = { address: null, fileName: 'planted-2024.html' };
  const honest = { savedAt: '2026-01-20T06:00:00.000Z', source, document: planted };

  it('puts its own verdict and name in the place of what was sent', () => {
    const forged = { ...honest, id: '0'.repeat(32), outcome: { ...check(planted), findings: [] }, checkedBy: '9.9.9' };
    const [report] = recheckBundle({ format: 'gouji', version: 1, reports: [forged], opinions: [] }, '0.1.0').reports;
    expect(report).toMatchObject({ ...honest, id: reportId(planted, source), checkedBy: '0.1.0' });
    expect(report?.outcome.findings).toHaveLength(4);
  });

  it('stands last year’s report of the bundle beside this year’s', () => {
    const page = (year: number, count: number): Document => {
      const cells = ['received', 'carriedOut'].flatMap((row) =>
        ['individual', 'total'].map((column) => [`applications.${row}.${column}`, count] as const),
      );
      return readHtml(renderPage({ form: formOf('2021'), year, cells: Object.fromEntries(cells) }));
    };
    const saved = (document: Document, savedAt: string) => ({
      ...{ id: '', savedAt, document, outcome: check(document), checkedBy: '0.1.0' },
      source: { address: null, fileName: `${savedAt}.html` },
    });
    const reports = [
      saved(page(2024, 0), '2026-01-20T06:00:00.000Z'),
      // Published again with another number: the later one counts, wherever it stands.
      saved(page(2023, 3), '2026-01-20T07:00:00.000Z'),
      saved(page(2023, 0), '2026-01-20T05:00:00.000Z'),
    ];
    const checked = recheckBundle({ format: 'gouji', version: 1, reports, opinions: [] }, '0.1.0');
    expect(checked.reports.map(({ outcome }) => outcome.findings.map(({ rule }) => rule))).toEqual([
      ['x-carry'],
      [],
      [],
    ]);
  });

  it('lets through what was kept before there were sketches', () => {
    const { sketch, ...old } = check(planted);
    expect(sketch).toBeDefined();
    expect(outcomeSchema.safeParse(JSON.parse(JSON.stringify(old))).success).toBe(true);
  });
});

it('refuses an opinion whose counter would take all later ones with it', () => {
  const opinion = {
    id: 'a',
    finding: 'f',
    against: 'v',
    field: 'note',
    value: 'x',
    author: '王',
    at: '2026-01-20T06:00:00.000Z',
    counter: 1,
  };
  expect(opinionSchema.safeParse(opinion).success).toBe(true);
  expect(opinionSchema.safeParse({ ...opinion, counter: Number.MAX_SAFE_INTEGER }).success).toBe(false);
  expect(opinionSchema.safeParse({ ...opinion, counter: -1 }).success).toBe(false);
});

describe('reportId', () => {
  const [document, other] = documents;
  if (document === undefined || other === undefined) throw new Error('no documents');

  it('is the same for the same content from the same source, and differs otherwise', () => {
    const page = { address: 'http://example.gov.cn/1.html', fileName: null };
    expect(reportId(document, page)).toBe(reportId(structuredClone(document), { ...page, fileName: 'x.html' }));
    expect(reportId(document, page)).toMatch(/^[0-9a-f]{32}$/);
    const ids = [
      reportId(document, page),
      reportId(other, page),
      reportId(document, { ...page, address: 'http://example.gov.cn/2.html' }),
    ];
    expect(new Set(ids).size).toBe(3);
  });
});
