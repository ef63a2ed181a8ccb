/** 通报 as a draft: 总体情况, 主要问题, 工作要求. Numbers are the data's; what only a person can say is a marked blank. */

import type { HandoutOptions } from './options';
import type { Statistics } from './statistics';
import { type Paper, type PaperBlock, paragraph, type Text, withBlanks } from './word/paper';
import { type Words, wordsIn } from './words';

/** Kinds of problem that are told. */
const TOP = 5;

type Told = Pick<HandoutOptions, 'language' | 'region' | 'deadline'>;

/** `scope`: what was counted, in a sentence. */
export function bulletin(data: Statistics, scope: string, options: Told): Paper {
  const t = wordsIn(options.language);
  const region = options.region || t('blank.region');
  const title = t('bulletin.title', { region, year: data.year });
  const say = (text: string): PaperBlock => paragraph('body', withBlanks(text));
  return {
    title,
    landscape: false,
    blocks: [
      paragraph('title', withBlanks(title)),
      paragraph('note', t('bulletin.draft')),
      paragraph('plain', withBlanks(t('bulletin.to'))),
      say(t('bulletin.opening', { region, year: data.year })),
      paragraph('heading1', t('bulletin.overall')),
      ...overall(data, scope, t).map(say),
      paragraph('heading1', t('bulletin.problems')),
      ...problems(data, t).map(say),
      paragraph('heading1', t('bulletin.demands')),
      say(t('bulletin.demand', { deadline: options.deadline || t('blank.deadline') })),
      say(t('bulletin.more')),
      ...annexList(data, t),
      paragraph('signature', withBlanks(t('bulletin.sign'))),
      paragraph('signature', withBlanks(t('bulletin.date'))),
      ...annexes(data, t),
    ],
  };
}

function overall(data: Statistics, scope: string, t: Words): string[] {
  const { listed, reports, late, undated, notLate, problems: found, statuses, partial, unnamed } = data;
  const published =
    listed === null
      ? t('bulletin.checked', { count: reports.length })
      : t('bulletin.listed', {
          expected: listed.expected,
          published: listed.published,
          missing: listed.missing.length,
        });
  const more = [
    ...(listed !== null && listed.unclear.length > 0 ? [t('bulletin.unclear', { count: listed.unclear.length })] : []),
    ...(listed !== null && listed.others > 0 ? [t('bulletin.others', { count: listed.others })] : []),
    ...(unnamed > 0 ? [t('bulletin.unnamed', { count: unnamed })] : []),
  ];
  const right = reports.filter(({ items }) => items.length === 0).length;
  return [
    [published, ...more, t('bulletin.late', { late: late.length, undated, notLate })].join(''),
    t('bulletin.found', {
      errors: found.error.count,
      errorUnits: found.error.units,
      warnings: found.warning.count,
      warningUnits: found.warning.units,
      infos: found.info.count,
      right,
      scope,
    }),
    t('bulletin.progress', statuses),
    ...(partial > 0 ? [t('bulletin.partial', { count: partial })] : []),
  ];
}

function problems({ kinds }: Statistics, t: Words): string[] {
  if (kinds.length === 0) return [t('bulletin.none')];
  return kinds.slice(0, TOP).map(({ category, count, units, example }, index) =>
    t('bulletin.kind', {
      ordinal: t('ordinal', { number: ordinal(index, t) }),
      category,
      count,
      units,
      unit: example.unit,
      problem: example.problem,
    }),
  );
}

function ordinal(index: number, t: Words): string {
  return t('numerals').split(' ')[index] ?? String(index + 1);
}

interface Annex {
  readonly title: string;
  readonly widths: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly Text[])[];
}

function annexesOf({ listed, late, reports }: Statistics, t: Words): Annex[] {
  const numbered = (rows: readonly (readonly string[])[]): string[][] =>
    rows.map((row, index) => [String(index + 1), ...row]);
  const head = (...names: readonly string[]): string[] => [t('ledger.number'), t('ledger.unit'), ...names];
  const wrong = reports.filter(({ items }) => items.length > 0);
  const count = (report: (typeof reports)[number], severity: string): string =>
    String(report.items.filter((item) => item.severity === severity).length);
  return [
    ...(listed === null || listed.missing.length === 0
      ? []
      : [
          {
            title: t('annex.missing'),
            widths: [1, 6, 5],
            head: head(t('ledger.note')),
            rows: numbered(listed.missing.map((unit) => [unit, ''])),
          },
        ]),
    ...(late.length === 0
      ? []
      : [
          {
            title: t('annex.late'),
            widths: [1, 7, 4],
            head: head(t('ledger.published')),
            rows: numbered(late.map(({ unit, published }) => [unit, published])),
          },
        ]),
    ...(wrong.length === 0
      ? []
      : [
          {
            title: t('annex.problems'),
            widths: [1.2, 6, 1.6, 1.6, 1.6],
            head: head(t('severity.error'), t('severity.warning'), t('severity.info')),
            rows: numbered(
              wrong.map((report) => [report.unit, ...['error', 'warning', 'info'].map((each) => count(report, each))]),
            ),
          },
        ]),
  ];
}

function annexList(data: Statistics, t: Words): PaperBlock[] {
  return annexesOf(data, t).map(({ title }, index) =>
    paragraph('plain', t('annex.listed', { number: index + 1, title })),
  );
}

function annexes(data: Statistics, t: Words): PaperBlock[] {
  return annexesOf(data, t).flatMap(({ title, widths, head, rows }, index): PaperBlock[] => [
    paragraph('plain', t('annex', { number: index + 1 }), true),
    paragraph('title', title),
    { kind: 'table', widths, head, rows, centred: [0, 2, 3, 4] },
  ]);
}
