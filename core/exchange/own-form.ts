/**
 * 自定报表格式 among opinions, as findings of a person's own are: the last word on a form is what it says now, an empty one
 * deletes it. So forms merge by union and travel with every hand-over.
 */
import * as z from 'zod/mini';
import { digest } from '../findings/fingerprint';
import { inOrder } from '../findings/opinions';
import type { InferredRelation, OwnForm } from '../index';
import type { Opinion } from './schema';

const ownFormSchema = z.object({
  name: z.string(),
  rows: z.array(z.string()),
  columns: z.array(z.string()),
  relations: z.array(
    z.object({
      axis: z.enum(['row', 'column']),
      total: z.string(),
      parts: z.array(z.string()),
      lines: z.array(z.string()),
      rounding: z.number(),
    }),
  ),
}) as unknown as z.ZodMiniType<OwnForm>;

export interface KeptForm extends OwnForm {
  readonly id: string;
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
  const { name, rows, columns, relations } = form;
  return JSON.stringify({ name, rows, columns, relations });
}

/** Those that stand, by name. What is not one is passed over. */
export function ownFormsOf(opinions: readonly Opinion[]): KeptForm[] {
  const last = new Map<string, string>();
  for (const { finding, field, value } of inOrder(opinions))
    if (field === 'own' && finding.startsWith(OWN_FORMS_BEGIN)) last.set(finding, value);
  return [...last].flatMap(([subject, value]) => {
    const form = parseOwnForm(value);
    return form === null ? [] : [{ ...form, id: idOf(subject) }];
  });
}

/** What changes when any of them does, or their order; empty where there are none. */
export function formsStamp(forms: readonly KeptForm[]): string {
  return forms.length === 0 ? '' : digest(JSON.stringify(forms.map((form) => [form.id, ownFormText(form)])));
}

/** Null where the text is not one. */
export function parseOwnForm(text: string): OwnForm | null {
  try {
    return text === '' ? null : (ownFormSchema.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    return null; // Written by another program: kept as it is, shown as nothing.
  }
}

function idOf(subject: string): string {
  return subject.slice(OWN_FORMS_BEGIN.length + 1, -2);
}
