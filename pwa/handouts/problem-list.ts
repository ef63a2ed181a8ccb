/** 问题清单 of one unit, with a column for its answer: ready to send. */
import { type Clock, minuteOf } from './clock';
import type { HandoutReport } from './handout-report';
import type { HandoutOptions } from './options';
import { type Paper, type PaperBlock, paragraph, withBlanks } from './word/paper';
import { wordsIn } from './words';

type Told = Pick<HandoutOptions, 'language' | 'deadline'>;

export function problemListTitle(
  { unit, outcome: { year } }: HandoutReport,
  { language }: Pick<Told, 'language'>,
): string {
  const t = wordsIn(language);
  return year === null ? t('list.title.undated', { unit }) : t('list.title', { unit, year });
}

export function problemList(report: HandoutReport, options: Told, clock: Clock): Paper {
  return { title: problemListTitle(report, options), landscape: true, blocks: blocksOf(report, options, clock, false) };
}

/** All units in one document, each on a page of its own. */
export function problemLists(reports: readonly HandoutReport[], title: string, options: Told, clock: Clock): Paper {
  return {
    title,
    landscape: true,
    blocks: reports.flatMap((report, index) => blocksOf(report, options, clock, index > 0)),
  };
}

function blocksOf(report: HandoutReport, options: Told, clock: Clock, newPage: boolean): PaperBlock[] {
  const { items, title, address, file, savedAt } = report;
  const t = wordsIn(options.language);
  const count = (severity: string): number => items.filter((item) => item.severity === severity).length;
  const about = [
    t('list.report', { title: title || report.unit }),
    ...(address || file ? [t('list.source', { source: address || file })] : []),
    t('list.snapshot', { when: minuteOf(savedAt, clock) }),
  ];
  return [
    paragraph('title', problemListTitle(report, options), newPage),
    paragraph('note', about.join(t('joint.part'))),
    paragraph(
      'note',
      withBlanks(
        t('list.counts', {
          count: items.length,
          errors: count('error'),
          warnings: count('warning'),
          infos: count('info'),
          deadline: options.deadline || t('blank.deadline'),
        }),
      ),
    ),
    {
      kind: 'table',
      widths: [0.9, 1.2, 3, 4.6, 4.2, 3.2, 3.4],
      head: [
        t('ledger.number'),
        t('ledger.severity'),
        t('ledger.place'),
        t('ledger.problem'),
        t('ledger.expected'),
        t('ledger.advice'),
        t('list.reply'),
      ],
      rows: items.map((item, index) => [
        String(index + 1),
        t(`severity.${item.severity}`),
        item.place,
        item.problem,
        String(item.expected ?? ''),
        item.advice,
        '',
      ]),
      centred: [0, 1],
    },
    paragraph('note', t('list.sign')),
  ];
}
