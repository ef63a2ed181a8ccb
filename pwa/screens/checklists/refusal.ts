/** What keeps a checklist from being saved, in words, before the store is asked. */
import { CHECKLIST_LIMITS, checklistSchema } from '../../../core/exchange/checklist';
import type { Checklist } from '../../../core/index';
import { t as ofApp } from '../../t';
import { isDay } from './deadlines-section';
import { t } from './t';
import { withoutEmpty } from './without-empty';

/** Null where it can be saved. */
export function refusalOf(checklist: Checklist): string | null {
  const whole = withoutEmpty(checklist);
  const missing = missingIn(whole);
  if (missing.length > 0) return t('save.missing', { list: missing.join(ofApp('list.names')) });
  const { error } = checklistSchema.safeParse(whole);
  if (error === undefined) return null;
  const reasons = new Set(error.issues.map(({ path }) => tooMuch(path.join('.'), whole)));
  return t('save.too-much', { list: [...reasons].join(t('save.and')) });
}

function missingIn({ name, deadlines }: Checklist): readonly string[] {
  return [
    ...(name === '' ? [t('name')] : []),
    ...(deadlines !== null && !Object.values(deadlines).every(isDay) ? [t('deadlines')] : []),
  ];
}

/** What the fields let through and the file does not: too many, or too long. */
function tooMuch(path: string, { relations, manual, ownForms = [] }: Checklist): string {
  if (path.startsWith('ownForms.')) return t('too-many.sums');
  switch (path) {
    case 'relations':
      return t('too-many.relations', { count: relations.length, most: CHECKLIST_LIMITS.relations });
    case 'manual':
      return t('too-many.manual', { count: manual.length, most: CHECKLIST_LIMITS.manual });
    case 'ownForms':
      return t('too-many.ownForms', { count: ownForms.length, most: CHECKLIST_LIMITS.ownForms });
    default:
      return t('too-long', { most: CHECKLIST_LIMITS.text });
  }
}
