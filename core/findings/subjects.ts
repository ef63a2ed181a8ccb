/**
 * What an opinion is about. A finding is named by its fingerprint. Cells of a report, rules and findings of a person's
 * own have names that tell what they are, so that whoever keeps opinions finds those of a report by their beginnings.
 */
import type { CellId } from '../forms/form';

export type Subject =
  | { readonly scope: 'finding'; readonly finding: string }
  | { readonly scope: 'cell'; readonly organ: string; readonly year: number | null; readonly cells: readonly CellId[] }
  | { readonly scope: 'rule'; readonly rule: string; readonly organ: string | null }
  | { readonly scope: 'own'; readonly organ: string; readonly year: number | null; readonly id: string };

export function subjectName(subject: Subject): string {
  switch (subject.scope) {
    case 'finding':
      return subject.finding;
    case 'cell':
      return JSON.stringify(['cell', subject.organ, subject.year, ...[...new Set(subject.cells)].sort()]);
    case 'rule':
      return JSON.stringify(['rule', subject.rule, subject.organ]);
    case 'own':
      return JSON.stringify(['own', subject.organ, subject.year, subject.id]);
  }
}

/** How the names of all such subjects of one report begin. */
export function subjectsBegin(scope: 'cell' | 'own', organ: string, year: number | null): string {
  return `${JSON.stringify([scope, organ, year]).slice(0, -1)},`;
}

/** How the names of all rules begin. */
export const RULES_BEGIN = '["rule",';

/** The subject of a name; whatever is no name of the kinds above is a fingerprint. */
export function subjectOf(name: string): Subject {
  const parts = partsOf(name);
  const [scope, first, second, ...rest] = parts;
  const texts = rest.filter((each) => typeof each === 'string');
  const year = typeof second === 'number' ? second : null;
  if (typeof first === 'string' && texts.length === rest.length) {
    if (scope === 'cell' && texts.length > 0) return { scope, organ: first, year, cells: texts };
    if (scope === 'own' && texts[0] !== undefined) return { scope, organ: first, year, id: texts[0] };
    if (scope === 'rule') return { scope, rule: first, organ: typeof second === 'string' ? second : null };
  }
  return { scope: 'finding', finding: name };
}

function partsOf(name: string): readonly unknown[] {
  if (!name.startsWith('[')) return [];
  try {
    const parts: unknown = JSON.parse(name);
    return Array.isArray(parts) ? parts : [];
  } catch {
    return []; // From another program, perhaps: nobody's finding has this name.
  }
}
