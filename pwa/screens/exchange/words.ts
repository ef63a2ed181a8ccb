/** Words and subjects of opinions, as a person reads them. */
import { subjectOf } from '../../../core/exchange/own-finding';
import { type Opinion, reviewStatusSchema } from '../../../core/exchange/schema';
import type { NamedDifference } from '../../exchange/sights';
import { RULE_NAMES } from '../../locale/rule-names';
import { reportName } from '../../report-name';
import { t as ofApp } from '../../t';
import { language } from '../../ui/i18n';
import { t } from './t';

export function authorName(author: string): string {
  return author === '' ? ofApp('review.unsigned') : author;
}

export function wordText({ author, field, value }: Opinion): string {
  const status = reviewStatusSchema.safeParse(value);
  const word = field === 'own' ? t('import.own') : status.success ? ofApp(`status.${status.data}`) : value;
  return t('import.said', { author: authorName(author), word });
}

/** What two people differ on: the report and the rule, as far as they are at hand. */
export function differenceName({ subject, of }: NamedDifference): string {
  if (of !== null) {
    const source = { address: null, fileName: null };
    return `${reportName({ ...of.outcome, source })} · ${ruleName(of.rule)}`;
  }
  const about = subjectOf(subject);
  if (about.scope === 'rule') return `${about.organ ?? t('import.every')} · ${ruleName(about.rule)}`;
  if (about.scope === 'cell' || about.scope === 'own') return about.organ;
  return subject.startsWith('[') ? t('import.own') : t('import.unnamed');
}

function ruleName(id: string): string {
  return RULE_NAMES[id]?.[language.value === 'en' ? 1 : 0] ?? id;
}
