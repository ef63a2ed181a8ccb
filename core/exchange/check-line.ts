/** The command line's JSON Lines: one object for each input, in input order. */
import * as z from 'zod/mini';
import { type Document, explain, type Finding, NOTHING_READ, type Outcome } from '../index';
import { coverageSchema, findingSchema } from './schema';

export const checkLineSchema = z.object({
  input: z.string(),
  status: z.enum(['checked', 'partial', 'blank-form', 'unrecognised', 'unreadable']),
  /** Decided per table, null when absent. */
  forms: z.record(z.string(), z.nullable(z.string())),
  /** Of the report as a whole. */
  form: z.nullable(z.string()),
  organ: z.nullable(z.string()),
  year: z.nullable(z.int()),
  title: z.nullable(z.string()),
  /** Every cell id of the form, `state: "missing"` where the page has none. */
  facts: z.record(
    z.string(),
    z.object({
      raw: z.string(),
      value: z.nullable(z.number()),
      unit: z.optional(z.string()),
      state: z.enum(['number', 'blank', 'dash', 'text', 'missing']),
    }),
  ),
  coverage: coverageSchema,
  findings: z.array(z.extend(findingSchema, { message: z.string() })),
  /** Numbers in recognised tables that no cell id claimed, at most 500. */
  unclaimed: z.array(z.object({ table: z.string(), raw: z.string() })),
  /** What the reader left out, and rules that failed: silence about these would look like completeness. */
  omissions: z.array(z.object({ code: z.string(), count: z.int() })),
  failures: z.array(z.object({ rule: z.string(), reason: z.string() })),
  /** What could not be read, and what to do; null where the input was read. */
  error: z.nullable(z.object({ code: z.string(), message: z.string() })),
});
export type CheckLine = z.infer<typeof checkLineSchema>;

export function checkLine(input: string, outcome: Outcome, document: Document): CheckLine {
  return {
    input,
    status: outcome.status,
    forms: { ...outcome.forms },
    form: outcome.form,
    organ: outcome.organ,
    year: outcome.year,
    title: outcome.title,
    facts: Object.fromEntries(
      Object.entries(outcome.facts).map(([cell, { raw, value, unit, state }]) => [
        cell,
        unit === undefined ? { raw, value, state } : { raw, value, unit, state },
      ]),
    ),
    coverage: outcome.coverage,
    findings: outcome.findings.map((finding: Finding) => ({
      ...structuredCloneOf(finding),
      message: explain(finding, outcome, 'zh-CN').message,
    })),
    unclaimed: outcome.unclaimed.map(({ table, raw }) => ({ table, raw })),
    omissions: document.omissions.map(({ code, count }) => ({ code, count })),
    failures: outcome.failures.map(({ rule, reason }) => ({ rule, reason })),
    error: null,
  };
}

/** Findings are plain JSON, but read-only; the schema's type is not. */
function structuredCloneOf(finding: Finding): z.infer<typeof findingSchema> {
  return JSON.parse(JSON.stringify(finding)) as z.infer<typeof findingSchema>;
}

export function unreadableLine(input: string, code: string, message: string): CheckLine {
  const { form, forms, facts, coverage } = NOTHING_READ;
  return {
    input,
    status: 'unreadable',
    forms,
    form,
    organ: null,
    year: null,
    title: null,
    facts,
    coverage,
    findings: [],
    unclaimed: [],
    omissions: [],
    failures: [],
    error: { code, message },
  };
}
