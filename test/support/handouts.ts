/** Reports of a county for hand-outs: units with planted errors, two years, the region's own, names that bite. */
import { reportId } from '../../core/exchange/report-id';
import type { Opinion, SavedReport } from '../../core/exchange/schema';
import { check, type Outcome } from '../../core/index';
import { readHtml } from '../../core/read/html';
import type { ExampleReport } from '../../core/rules/rule';
import { type HandoutReport, handoutReport } from '../../pwa/handouts/handout-report';
import { type HandoutOptions, type HandoutScope, USUAL_OPTIONS } from '../../pwa/handouts/options';
import { formOf, renderPage } from './render';

export const CLOCK = { now: '2026-02-10T01:30:00.000Z', offset: 480 };
export const SCOPE: HandoutScope = { year: 2024, ids: null, regionReport: null };
export const OPTIONS: HandoutOptions = { ...USUAL_OPTIONS, region: '示例县' };

/** Numbers of a unit that agree, but for what `over` changes. */
const CELLS = {
  'disclosure.normativeDocument.made': 2,
  'disclosure.normativeDocument.inForce': 9,
  'disclosure.licence.decisions': 120,
  'disclosure.fee.amount': '1.25',
  'applications.received.individual': 12,
  'applications.received.total': 12,
  'applications.granted.individual': 12,
  'applications.granted.total': 12,
  'applications.decided.individual': 12,
  'applications.decided.total': 12,
};

export type Unit = Partial<ExampleReport> & { readonly organ: string };

/** The page that a unit publishes. */
export function unitPage({ cells, ...over }: Unit): string {
  return renderPage({
    year: 2024,
    published: '2025-01-20',
    ...over,
    form: formOf('2021'),
    cells: { ...CELLS, ...cells },
  });
}

export function savedUnit(unit: Unit, source: Partial<SavedReport['source']> = {}, previous?: Outcome): SavedReport {
  const document = readHtml(unitPage(unit));
  const from = { address: null, fileName: null, ...source };
  return {
    id: reportId(document, from),
    savedAt: '2026-01-20T06:00:00.000Z',
    source: from,
    document,
    outcome: check(document, previous === undefined ? {} : { previous }),
    checkedBy: '0.1.0',
  };
}

const carried = (row: string, count: number): Record<string, number> => ({
  [`applications.${row}.individual`]: count,
  [`applications.${row}.total`]: count,
});

/** Balanced with what is carried in and out. */
export function carriedCells(carriedIn: number, carriedOut: number): Record<string, number> {
  const decided = 12 + carriedIn - carriedOut;
  return {
    ...carried('carriedIn', carriedIn),
    ...carried('carriedOut', carriedOut),
    ...carried('granted', decided),
    ...carried('decided', decided),
  };
}

/** 教育局 of two years with 3 → 2 carried over, 财政局 with a wrong cell, 水务局 late, 示例镇 in order, 县政府 with less than its units. */
export const UNITS = {
  before: { organ: '示例县教育局', year: 2023, published: '2024-01-20', cells: carriedCells(0, 3) },
  education: { organ: '示例县教育局', cells: carriedCells(2, 1) },
  finance: { organ: '示例县财政局', cells: { 'applications.granted.individual': 21 } },
  water: { organ: '示例县水务局', published: '2025-02-10' },
  town: { organ: '示例县示例镇人民政府', cells: { 'disclosure.fee.amount': '0.1' } },
  region: {
    organ: '示例县人民政府',
    published: '2025-03-10',
    cells: {
      'disclosure.licence.decisions': 500,
      'disclosure.fee.amount': '3.85',
      'disclosure.normativeDocument.made': 7,
    },
  },
} satisfies Record<string, Unit>;

export const ADDRESS = 'https://example.gov.cn/jyj/1.html?a=1&b=2';

export function county(): SavedReport[] {
  const before = savedUnit(UNITS.before);
  return [
    before,
    savedUnit(UNITS.education, { address: ADDRESS }, before.outcome),
    savedUnit(UNITS.finance, { fileName: '财政局.docx' }),
    savedUnit(UNITS.water),
    savedUnit(UNITS.town),
    savedUnit(UNITS.region),
  ];
}

export function handoutsOf(
  reports: readonly SavedReport[],
  options: HandoutOptions = OPTIONS,
  opinions: readonly Opinion[] = [],
): HandoutReport[] {
  return reports.map((report) => handoutReport(report, report.outcome, opinions, options));
}
