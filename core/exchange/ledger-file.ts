/** 台账文件: the ledger for machines, as the app hands it out. One problem is one entry, in the order of the units. */
import * as z from 'zod/mini';
import { reviewStatusSchema, severitySchema } from './schema';

export const LEDGER_VERSION = 1;

const problem = z.object({
  /** The same over years of checking: organ, year, rule and cells, no values. */
  fingerprint: z.string(),
  rule: z.string(),
  category: z.string(),
  severity: severitySchema,
  /** The cell in words, or the sentence. */
  place: z.string(),
  problem: z.string(),
  /** As the page has it; a number where it is one. */
  value: z.nullable(z.union([z.number(), z.string()])),
  expected: z.nullable(z.union([z.number(), z.string()])),
  source: z.string(),
  advice: z.string(),
  status: reviewStatusSchema,
  /** Dismissed against other values than the page has now. */
  lapsed: z.boolean(),
  reason: z.string(),
  note: z.string(),
  reviewer: z.string(),
  /** ISO 8601, UTC; empty where nobody has said anything. */
  reviewedAt: z.string(),
});

export const ledgerFileSchema = z.object({
  format: z.literal('gouji-ledger'),
  version: z.literal(LEDGER_VERSION),
  /** ISO 8601, UTC. */
  made: z.string(),
  language: z.enum(['zh-CN', 'en']),
  /** What was left out: severities and states that are not in these lists. */
  scope: z.object({
    year: z.nullable(z.int()),
    severities: z.array(severitySchema),
    statuses: z.array(reviewStatusSchema),
  }),
  units: z.array(
    z.object({
      organ: z.string(),
      year: z.nullable(z.int()),
      title: z.string(),
      address: z.string(),
      file: z.string(),
      /** 2025-01-24; empty where the page does not say it. */
      published: z.string(),
      savedAt: z.string(),
      status: z.enum(['checked', 'partial', 'blank-form', 'unrecognised']),
      problems: z.array(problem),
    }),
  ),
});

export type LedgerFile = z.infer<typeof ledgerFileSchema>;
export type LedgerProblem = z.infer<typeof problem>;
