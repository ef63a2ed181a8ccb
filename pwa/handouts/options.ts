/** What a person chooses for hand-outs: which reports, which findings, how they are set. Kept between visits. */
import * as z from 'zod/mini';
import { reviewStatusSchema, severitySchema } from '../../core/exchange/schema';

/** Columns of the 整改台账, in their usual order. */
export const LEDGER_COLUMNS = [
  'number',
  'unit',
  'parent',
  'year',
  'title',
  'address',
  'published',
  'category',
  'severity',
  'place',
  'problem',
  'value',
  'expected',
  'source',
  'advice',
  'deadline',
  'status',
  'reply',
  'reviewer',
  'reviewedAt',
  'rule',
  'snapshot',
  'reason',
  'note',
] as const;
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number];

/** Beyond the usual ones: there for who wants them. */
const EXTRA: readonly LedgerColumn[] = ['reason', 'note'];

/** A column of somebody's own template. `name`: empty for the usual one. */
const chosenColumn = z.object({
  id: z.enum(LEDGER_COLUMNS),
  name: z.string().check(z.maxLength(60)),
  shown: z.boolean(),
});
export type ChosenColumn = z.infer<typeof chosenColumn>;

const template = z.object({ name: z.string().check(z.maxLength(60)), columns: z.array(chosenColumn) });
export type Template = z.infer<typeof template>;

export const optionsSchema = z.object({
  language: z.enum(['zh-CN', 'en']),
  severities: z.array(severitySchema),
  statuses: z.array(reviewStatusSchema),
  columns: z.array(chosenColumn),
  /** Columns kept under a name. */
  templates: z.array(template),
  sheetPerUnit: z.boolean(),
  /** Problem lists: one file for each unit, or one with page breaks. */
  lists: z.enum(['zip', 'one']),
  /** 示例县: stands in titles, and before units that name no place. */
  region: z.string().check(z.maxLength(60)),
  /** 整改时限 as it shall be printed. */
  deadline: z.string().check(z.maxLength(60)),
});
export type HandoutOptions = z.infer<typeof optionsSchema>;

/** Which reports: of one year or of all, all of them or those chosen; and whose is the region's own. */
export const scopeSchema = z.object({
  year: z.nullable(z.int()),
  ids: z.nullable(z.array(z.string())),
  regionReport: z.nullable(z.string()),
});
export type HandoutScope = z.infer<typeof scopeSchema>;

export const USUAL_COLUMNS: readonly ChosenColumn[] = LEDGER_COLUMNS.map((id) => ({
  id,
  name: '',
  shown: !EXTRA.includes(id),
}));

export const USUAL_OPTIONS: HandoutOptions = {
  language: 'zh-CN',
  severities: ['error', 'warning'],
  statuses: ['open', 'confirmed', 'fixed', 'deferred'],
  columns: [...USUAL_COLUMNS],
  templates: [],
  sheetPerUnit: false,
  lists: 'zip',
  region: '',
  deadline: '',
};

/** As kept; the usual ones where nothing fits. Columns that a later version added come last, left out. */
export function parseOptions(text: string): HandoutOptions {
  try {
    const kept = optionsSchema.safeParse(JSON.parse(text));
    return kept.success ? { ...kept.data, columns: completed(kept.data.columns) } : USUAL_OPTIONS;
  } catch {
    return USUAL_OPTIONS; // Nothing was kept yet, or another program wrote it.
  }
}

export function completed(columns: readonly ChosenColumn[]): ChosenColumn[] {
  const own = columns.filter(({ id }, at) => columns.findIndex((each) => each.id === id) === at);
  const rest = USUAL_COLUMNS.filter(({ id }) => own.every((each) => each.id !== id));
  return [...own, ...rest.map((column) => ({ ...column, shown: false }))];
}
