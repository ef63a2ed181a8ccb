/**
 * 自定报表格式 among opinions, as findings of a person's own are: the last word on a form is what it says now, an empty one
 * deletes it. So forms merge by union and travel with every hand-over. Those that a checklist carries are among them as
 * long as the checklist is, beside whatever is called alike.
 */
import * as z from 'zod/mini';
import { digest } from '../findings/fingerprint';
import type { InferredRelation, OwnForm } from '../index';
import { CHECKLISTS_BEGIN } from './checklist-subject';
import { ownWords, standing } from './own-words';
import type { Opinion } from './schema';

/** A table as large as any that is read fits; `terms` bounds what a check of all sums costs. */
export const OWN_FORM_LIMITS = { name: 200, labels: 20_000, relations: 1000, terms: 800_000 } as const;

/** Counted before it is read: a million entries would keep the guard busy for seconds. */
function listOf<T extends z.ZodMiniType>(each: T, most: number): z.ZodMiniType<z.output<T>[]> {
  const counted = z.custom<unknown[]>((value) => Array.isArray(value) && value.length <= most);
  return z.pipe(counted, z.array(each as z.ZodMiniType)) as unknown as z.ZodMiniType<z.output<T>[]>;
}

const labels = listOf(z.string(), OWN_FORM_LIMITS.labels);

const plainForm = z.object({
  name: z.string().check(z.maxLength(OWN_FORM_LIMITS.name)),
  rows: labels,
  columns: labels,
  relations: listOf(
    z.object({
      axis: z.enum(['row', 'column']),
      total: z.string(),
      parts: labels,
      lines: labels,
      rounding: z.number().check(z.gte(0)),
    }),
    OWN_FORM_LIMITS.relations,
  ),
});
export const ownFormSchema = plainForm.check(
  z.refine((form) => termsOf(form) <= OWN_FORM_LIMITS.terms, { abort: true }),
) as unknown as z.ZodMiniType<OwnForm>;

function termsOf({ relations }: Pick<OwnForm, 'relations'>): number {
  return relations.reduce((terms, { parts, lines }) => terms + lines.length * (parts.length + 1), 0);
}

/** As many as a checklist may carry. */
export const CARRIED = 100;
/** One table may be of all of them: together they cost a check no more than one alone may. */
export const carriedSchema = listOf(ownFormSchema, CARRIED).check(
  z.refine((forms) => forms.reduce((terms, form) => terms + termsOf(form), 0) <= OWN_FORM_LIMITS.terms, {
    path: ['relations'], // Not too many forms, too many sums.
  }),
);

export interface KeptForm extends OwnForm {
  readonly id: string;
  /** What the word that has it is about: the form alone, or the checklist that carries it. */
  readonly subject: string;
  /** Name of that checklist; null where it is kept by itself. */
  readonly from: string | null;
}

/** How the subjects of all forms of people's own begin. */
export const OWN_FORMS_BEGIN = '["form",';

export function ownFormSubject(id: string): string {
  return JSON.stringify(['form', id]);
}

/** What opinions on an inferred relation are about. */
export function relationSubject({ key }: InferredRelation): string {
  return JSON.stringify(['sum', digest(key)]);
}

export function ownFormText(form: OwnForm): string {
  return JSON.stringify(plainOwnForm(form));
}

/** The form alone, whatever it was kept as. */
export function plainOwnForm({ name, rows, columns, relations }: OwnForm): OwnForm {
  return { name, rows, columns, relations };
}

/** Those that stand; the same content once, that kept by itself before that of a checklist. What is not one is passed over. */
export function ownFormsOf(opinions: readonly Opinion[]): KeptForm[] {
  const kept = [...ownWords(opinions, OWN_FORMS_BEGIN)].flatMap(([subject, said]) =>
    keptIn(subject, said.at(-1)?.value ?? ''),
  );
  const known = new Set(kept.map(ownFormText));
  for (const [subject, said] of ownWords(opinions, CHECKLISTS_BEGIN))
    for (const form of carriedIn(subject, said)) {
      const text = ownFormText(form);
      if (!known.has(text)) kept.push(form);
      known.add(text);
    }
  return kept;
}

function keptIn(subject: string, value: string): KeptForm[] {
  const form = parseOwnForm(value);
  return form === null ? [] : [{ ...form, id: idOf(subject), subject, from: null }];
}

const carrying = z.object({ name: z.string(), ownForms: carriedSchema });

/** By their content, the same wherever the checklist came to. Of two versions side by side both carry theirs. */
function carriedIn(subject: string, said: readonly Opinion[]): KeptForm[] {
  // Most carry none, and are not parsed for that.
  if (!said.some(({ value }) => value.includes('"ownForms"'))) return [];
  return standing(said).flatMap(({ value }) => {
    const { name = '', ownForms = [] } = carrying.safeParse(jsonOf(value)).data ?? {};
    return ownForms.map((form) => ({ ...form, id: digest(ownFormText(form)), subject, from: name }));
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Written by another program: kept as it is, shown as nothing.
  }
}

/** What changes when any of them does, or their order; empty where there are none. */
export function formsStamp(forms: readonly KeptForm[]): string {
  return forms.length === 0 ? '' : digest(JSON.stringify(forms.map((form) => [form.id, ownFormText(form)])));
}

/** Null where the text is not one. */
export function parseOwnForm(text: string): OwnForm | null {
  return text === '' ? null : (ownFormSchema.safeParse(jsonOf(text)).data ?? null);
}

function idOf(subject: string): string {
  return subject.slice(OWN_FORMS_BEGIN.length + 1, -2);
}
