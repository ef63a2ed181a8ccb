/** 结转对账表: unit by unit what last year carried over, what this year took over, and the difference. */
import { type CarryOver, type CarryOverLine, cellName, type Form, type Language } from '../../core/index';
import type { HandoutReport } from './handout-report';
import { type Book, type Cell, cell, type Sheet } from './sheet/book';
import { wordsIn } from './words';

type Row = CarryOver<HandoutReport>;

export function carryOverBook(rows: readonly Row[], form: Form, title: string, note: string, language: Language): Book {
  const t = wordsIn(language);
  return {
    title,
    sheets: [
      sheetOf(
        rows.map((row) => [row, row.lines.at(-1)] as const),
        t('carryOver.totals'),
        form,
        title,
        note,
        language,
      ),
      sheetOf(
        rows.flatMap((row) => row.lines.slice(0, -1).map((line) => [row, line] as const)),
        t('carryOver.columns'),
        form,
        title,
        note,
        language,
      ),
    ],
  };
}

const HEAD = 3;

function sheetOf(
  rows: readonly (readonly [Row, CarryOverLine | undefined])[],
  name: string,
  form: Form,
  title: string,
  note: string,
  language: Language,
): Sheet {
  const t = wordsIn(language);
  const header = ['unit', 'year', 'column', 'carriedOut', 'carriedIn', 'difference', 'verdict'] as const;
  return {
    name,
    widths: [30, 10, 16, 22, 18, 10, 40],
    frozen: { rows: HEAD, columns: 1 },
    filter: HEAD - 1,
    rows: [
      [cell('title', title)],
      [cell('note', note)],
      header.map((each) =>
        cell('header', each === 'unit' || each === 'year' ? t(`ledger.${each}`) : t(`carryOver.${each}`)),
      ),
      ...rows.map(([row, line], index): Cell[] => {
        const at = HEAD + 1 + index;
        const differs = (line?.difference ?? 0) !== 0;
        return [
          cell('fixed', row.now?.unit ?? row.before?.unit ?? row.organ),
          cell('plain', row.year),
          cell('fixed', columnName(line?.column ?? '', form, language)),
          cell('plain', line?.carriedOut ?? null),
          cell('plain', line?.carriedIn ?? null),
          cell(
            differs ? 'difference' : 'plain',
            line === undefined || line.difference === null
              ? null
              : { formula: `E${at}-D${at}`, value: line.difference },
          ),
          cell('text', verdictOf(row, line, language)),
        ];
      }),
    ],
  };
}

export function verdictOf({ before, now }: Row, line: CarryOverLine | undefined, language: Language): string {
  const t = wordsIn(language);
  if (before === null) return t('carryOver.noBefore');
  if (now === null) return t('carryOver.noNow');
  if (line === undefined || line.difference === null) return t('carryOver.unread');
  return line.difference === 0 ? t('carryOver.agrees') : t('carryOver.differs');
}

function columnName(column: string, form: Form, language: Language): string {
  const id = `applications.carriedIn.${column}`;
  const cells = form.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const label = cells.find((each) => each.id === id)?.column.label;
  return (language === 'en' ? label?.en : label?.zh) ?? cellName(id, { form: form.id, forms: {} }, language);
}
