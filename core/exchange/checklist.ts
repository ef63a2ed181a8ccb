/** 核查清单 as a file: guarded here, so that one written by hand or sent by somebody is either whole or refused. */
import * as z from 'zod/mini';
import { type Checklist, failed, ok, type Result } from '../index';
import { CARRIED, carriedSchema } from './own-form';
import { severitySchema } from './schema';

/** 2: may carry forms of people's own, which a program that knows 1 alone would refuse as a slip. */
export const CHECKLIST_VERSION = 2;
const WITHOUT_FORMS = 1;

/** No list of a person is as long; a larger one would only keep the lint busy. */
export const CHECKLIST_LIMITS = { relations: 200, manual: 500, ownForms: CARRIED, text: 2000 } as const;

const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(CHECKLIST_LIMITS.text));
const day = z.string().check(z.regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));

const plainChecklist = z.strictObject({
  name: words,
  version: words,
  forms: z._default(z.array(z.string()), []),
  rules: z._default(z.record(z.string(), z.enum(['off', ...severitySchema.options])), {}),
  deadlines: z._default(z.nullable(z.strictObject({ department: day, town: day, government: day })), null),
  relations: z._default(
    z
      .array(
        z.strictObject({
          text: words,
          name: z.optional(words),
          severity: z.optional(severitySchema),
          why: z.optional(words),
        }),
      )
      .check(z.maxLength(CHECKLIST_LIMITS.relations)),
    [],
  ),
  manual: z._default(
    z
      .array(z.strictObject({ id: words, text: words, who: z.optional(words), by: z.optional(words) }))
      .check(z.maxLength(CHECKLIST_LIMITS.manual)),
    [],
  ),
  ownForms: z.optional(carriedSchema),
});

/** What a file leaves out stays as it is without a checklist. Unknown keys are refused: a slip would go unseen. */
export const checklistSchema = plainChecklist as unknown as z.ZodMiniType<Checklist>;

const fileSchema = z.strictObject({
  format: z.literal('gouji-checklist'),
  version: z.union([z.literal(WITHOUT_FORMS), z.literal(CHECKLIST_VERSION)]),
  checklist: checklistSchema,
});
export type ChecklistFile = z.infer<typeof fileSchema>;

/** `other-version`: a checklist of a later program. `unfit` names what does not fit: `checklist.rules.t4-total`. */
export type ChecklistFailure =
  | { readonly code: 'not-json' }
  | { readonly code: 'not-a-checklist' }
  | { readonly code: 'other-version' }
  | { readonly code: 'unfit'; readonly paths: readonly string[] };

export function readChecklist(text: string): Result<Checklist, ChecklistFailure> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return failed({ code: 'not-json' });
  }
  const head = z.object({ format: z.literal('gouji-checklist'), version: z.unknown() }).safeParse(json);
  if (!head.success) return failed({ code: 'not-a-checklist' });
  if (head.data.version !== WITHOUT_FORMS && head.data.version !== CHECKLIST_VERSION)
    return failed({ code: 'other-version' });
  const file = fileSchema.safeParse(json);
  if (file.success) return ok(file.data.checklist);
  return failed({ code: 'unfit', paths: [...new Set(file.error.issues.flatMap(pathsOf))] });
}

function pathsOf({ path, code, ...issue }: z.core.$ZodIssue): string[] {
  if (code === 'unrecognized_keys' && 'keys' in issue) return issue.keys.map((key) => [...path, key].join('.'));
  return [path.join('.')];
}

export function writeChecklist(checklist: Checklist): string {
  // As old as it can be, so that older programs read what they understand.
  const version = checklist.ownForms === undefined ? WITHOUT_FORMS : CHECKLIST_VERSION;
  const file: ChecklistFile = { format: 'gouji-checklist', version, checklist };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The guard and the type of core say the same, or this file does not compile. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
type Plain<T> = T extends object ? { -readonly [K in keyof T]: Plain<Exclude<T[K], undefined>> } : T;
const held: Same<Plain<z.infer<typeof plainChecklist>>, Plain<Checklist>> = true;
void held;
