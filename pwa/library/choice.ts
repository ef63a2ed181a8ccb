/** What of the library is shown: remembered from visit to visit, and kept under names. */
import { signal } from '@preact/signals';
import * as z from 'zod/mini';
import type { Result } from '../../core/index';
import { loadSetting, type StorageFailure, saveSetting } from '../db/index';
import { type Choice, EVERYTHING, SORT_KEYS } from './facets';
import { STANDINGS } from './record';
import { REVIEW_STATES } from './review-state';

const choiceSchema = z.object({
  search: z.string(),
  year: z.nullable(z.int()),
  region: z.array(z.string()),
  standings: z.array(z.enum(STANDINGS)),
  reviews: z.array(z.enum(REVIEW_STATES)),
  rule: z.nullable(z.string()),
  by: z.enum(SORT_KEYS),
  descending: z.boolean(),
});
const viewSchema = z.object({ name: z.string(), choice: choiceSchema });

/** 常用视图: a choice under a name. */
export type View = z.infer<typeof viewSchema>;

export const choice = signal<Choice>(EVERYTHING);
export const views = signal<readonly View[]>([]);

let recalled: Promise<void> | null = null;

/** Once; what somebody chose meanwhile stands. */
export function recallChoice(): Promise<void> {
  recalled ??= recall();
  return recalled;
}

async function recall(): Promise<void> {
  const [last, kept] = await Promise.all([loadSetting('library'), loadSetting('views')]);
  const before = choiceSchema.safeParse(parsed(last));
  if (before.success && choice.value === EVERYTHING) choice.value = before.data;
  const list = parsed(kept);
  // One that does not fit is left out: it takes no other with it.
  views.value = (Array.isArray(list) ? list : []).flatMap((each) => viewSchema.safeParse(each).data ?? []);
}

/** A search is of its moment: what one looked for yesterday would hide the rest today. */
export function choose(over: Partial<Choice>): void {
  choice.value = { ...choice.value, ...over };
  const isSearch = Object.keys(over).every((key) => key === 'search');
  if (!isSearch) void saveSetting('library', JSON.stringify({ ...choice.value, search: '' }));
}

/** In the place of one of the same name. */
export function keepView(name: string, own: Choice): Promise<Result<void, StorageFailure>> {
  const others = views.value.filter((view) => view.name !== name);
  return saveViews([...others, viewSchema.parse({ name, choice: own })]);
}

export function saveViews(list: readonly View[]): Promise<Result<void, StorageFailure>> {
  views.value = list;
  return saveSetting('views', JSON.stringify(list));
}

export function isSameChoice(a: Choice, b: Choice): boolean {
  return JSON.stringify(choiceSchema.parse(a)) === JSON.stringify(choiceSchema.parse(b));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Empty at first, or written by another version: as good as none.
  }
}
