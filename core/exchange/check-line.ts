/** The command line's JSON Lines: one object for each input, in input order. */
import * as z from 'zod/mini';
import { type ComparedFinding, type Document, explain, type Finding, NOTHING_READ, type Outcome } from '../index';
import { checklistOutcomeSchema, coverageSchema, findingSchema, severitySchema } from './schema';

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
  /** With a checklist: what it turned off, and what became of the relations that it adds. */
  checklist: z.optional(checklistOutcomeSchema),
  /** With a baseline: what became of each finding, those that are gone too; null where it has no such report. */
  comparison: z.optional(
    z.nullable(
      z.array(
        z.object({
          fingerprint: z.string(),
          rule: z.string(),
          severity: severitySchema,
          change: z.enum(['new', 'unchanged', 'changed', 'gone', 'unassessed']),
        }),
      ),
    ),
  ),
  /** What could not be read, and what to do; null where the input was read. */
  error: z.nullable(z.object({ code: z.string(), message: z.string() })),
});
export type CheckLine = z.infer<typeof checkLineSchema>;

/** `comparison`: with a baseline; null where that has no such report. */
export function checkLine(
  input: string,
  outcome: Outcome,
  document: Document,
  comparison?: readonly ComparedFinding[] | null,
): CheckLine {
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
      ...plain<z.infer<typeof findingSchema>>(finding),
      message: explain(finding, outcome, 'zh-CN').message,
    })),
    unclaimed: outcome.unclaimed.map(({ table, raw }) => ({ table, raw })),
    omissions: document.omissions.map(({ code, count }) => ({ code, count })),
    failures: outcome.failures.map(({ rule, reason }) => ({ rule, reason })),
    ...(outcome.checklist === undefined ? {} : { checklist: plain(outcome.checklist) }),
    ...(comparison === undefined ? {} : { comparison: comparison === null ? null : [...comparison] }),
    error: null,
  };
}

/** Core’s values are plain JSON, but read-only; the schema's types are not. */
function plain<T>(value: unknown): T {
  return JSON.parse(JSON.stringify(value)) as T;
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
