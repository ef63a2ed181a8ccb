/** Year and region that organs and overview look at: one choice for both, remembered. */
import { signal } from '@preact/signals';
import * as z from 'zod/mini';
import { loadSetting, saveSetting } from '../db/index';
import { watchLibrary } from './library';
import { yearsOf } from './organs';
import type { LibraryRecord } from './record';
import { recallUnits } from './units';

const scopeSchema = z.object({ year: z.nullable(z.int()), region: z.array(z.string()) });
export type Scope = z.infer<typeof scopeSchema>;

export const scope = signal<Scope>({ year: null, region: [] });

let recalled: Promise<void> | null = null;

/** What these screens need, begun once. */
export function openScope(): void {
  watchLibrary();
  void recallUnits();
  recalled ??= loadSetting('scope').then((text) => {
    const kept = scopeSchema.safeParse(text === '' ? null : JSON.parse(text));
    if (kept.success) scope.value = kept.data;
  });
  recalled.catch(() => undefined); // The latest year, then.
}

export function setScope(over: Partial<Scope>): void {
  scope.value = { ...scope.value, ...over };
  void saveSetting('scope', JSON.stringify(scope.value));
}

/** The year chosen where there are reports of it, else the latest; null where there are none at all. */
export function yearIn(records: readonly LibraryRecord[], { year }: Scope): number | null {
  const years = yearsOf(records);
  return year !== null && years.includes(year) ? year : (years[0] ?? null);
}

/** Regions of all records, each before those that lie within it. */
export function regionsIn(records: readonly LibraryRecord[]): string[] {
  const keys = new Set<string>();
  for (const { regionKeys } of records) for (const key of regionKeys) keys.add(key);
  return [...keys].sort();
}
