/** 基线: earlier findings to compare with; and how an earlier `--json` run becomes one. */
import * as z from 'zod/mini';
import { type Baseline, baselineFrom, type Dismissal, tablesOf } from '../index';
import { findingSchema, severitySchema } from './schema';

const plainBaseline = z.object({
  organ: z.nullable(z.string()),
  year: z.nullable(z.int()),
  findings: z.array(
    z.object({
      fingerprint: z.string(),
      values: z.string(),
      rule: z.string(),
      severity: severitySchema,
      cells: z.array(z.string()),
      relations: z.array(z.string()),
    }),
  ),
});
export const baselineSchema = plainBaseline as unknown as z.ZodMiniType<Baseline>;

const reason = z.string().check(z.regex(/\S/));

/** 经核实无误, at its three scopes; none without a reason. */
const plainDismissal = z.discriminatedUnion('scope', [
  z.object({ scope: z.literal('finding'), finding: z.string(), against: z.string(), reason }),
  z.object({
    scope: z.literal('cell'),
    organ: z.string(),
    year: z.nullable(z.int()),
    cells: z.array(z.string()).check(z.minLength(1)),
    against: z.string(),
    reason,
  }),
  z.object({ scope: z.literal('rule'), rule: z.string(), organ: z.nullable(z.string()), reason }),
]);
export const dismissalSchema = plainDismissal as unknown as z.ZodMiniType<Dismissal>;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
type Plain<T> = T extends object ? { -readonly [K in keyof T]: Plain<Exclude<T[K], undefined>> } : T;
const held: [
  Same<Plain<z.infer<typeof plainBaseline>>, Plain<Baseline>>,
  Same<Plain<z.infer<typeof plainDismissal>>, Plain<Dismissal>>,
] = [true, true];
void held;

/** As much of a line of `--json` as a baseline needs, so that lines of earlier versions still serve. */
const baselineLineSchema = z.object({
  input: z.string(),
  status: z.string(),
  form: z.nullable(z.string()),
  forms: z.record(z.string(), z.nullable(z.string())),
  organ: z.nullable(z.string()),
  year: z.nullable(z.int()),
  facts: z.record(
    z.string(),
    z.object({
      raw: z.string(),
      value: z.nullable(z.number()),
      state: z.enum(['number', 'blank', 'dash', 'text', 'missing']),
    }),
  ),
  findings: z.array(findingSchema),
});

export interface BaselineLine {
  readonly input: string;
  readonly baseline: Baseline;
}

/** Null where the line is none of an earlier run. */
export function baselineOfLine(line: string): BaselineLine | null {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return null;
  }
  const read = baselineLineSchema.safeParse(json);
  if (!read.success) return null;
  const { input, findings, facts } = read.data;
  const relations = tablesOf(read.data).flatMap((table) => table.relations.map((relation) => ({ relation })));
  return { input, baseline: baselineFrom(read.data, findings, { facts, relations }) };
}
