/** Between the screen and the worker that makes hand-outs. */
import * as z from 'zod/mini';
import { severitySchema } from '../../core/exchange/schema';
import type { UnitList } from '../library/units';
import type { HandoutKind } from './build';
import type { Clock } from './clock';
import { type HandoutOptions, type HandoutScope, LEDGER_COLUMNS } from './options';

/** `roll-up-view`, `print`: for the screen, no file. */
export type Asked = HandoutKind | 'roll-up-view' | 'print';

export interface Job {
  readonly asked: Asked;
  readonly options: HandoutOptions;
  readonly scope: HandoutScope;
  readonly list: UnitList;
  readonly clock: Clock;
}

const amount = z.nullable(z.number());

export const rollUpSchema = z.object({
  year: z.int(),
  form: z.string(),
  units: z.array(z.string()),
  region: z.nullable(z.string()),
  totals: z.array(
    z.object({
      cell: z.string(),
      name: z.string(),
      amounts: z.array(amount),
      sum: z.number(),
      unread: z.int(),
      region: amount,
      difference: amount,
      verdict: z.string(),
      isLess: z.boolean(),
    }),
  ),
});

export const printSchema = z.object({
  title: z.string(),
  scope: z.string(),
  language: z.enum(['zh-CN', 'en']),
  columns: z.array(z.object({ id: z.enum(LEDGER_COLUMNS), name: z.string() })),
  rows: z.array(
    z.object({
      unit: z.string(),
      severity: severitySchema,
      values: z.array(z.nullable(z.union([z.string(), z.number()]))),
      address: z.string(),
    }),
  ),
});
export type PrintedLedger = z.infer<typeof printSchema>;

const counts = { reports: z.int(), problems: z.int(), unreadable: z.int() };

export const replySchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ready') }),
  z.object({ state: z.literal('progress'), done: z.int(), total: z.int() }),
  z.object({
    state: z.literal('file'),
    name: z.string(),
    type: z.string(),
    bytes: z.instanceof(Uint8Array<ArrayBuffer>),
    ...counts,
  }),
  z.object({ state: z.literal('roll-up'), sheet: rollUpSchema, ...counts }),
  z.object({ state: z.literal('print'), ledger: printSchema, ...counts }),
  z.object({ state: z.literal('nothing'), ...counts }),
  z.object({ state: z.literal('failed'), reason: z.string() }),
]);
export type HandoutReply = z.infer<typeof replySchema>;
