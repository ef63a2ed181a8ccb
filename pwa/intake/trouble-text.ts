import { explainFailure, explainOutcome } from '../../core/index';
import { storageText } from '../failure-text';
import { t } from '../t';
import { language } from '../ui/i18n';
import type { Trouble } from './intake';

/** Why one file or paste was not kept, in a sentence or two. */
export function troubleText({ failure }: Trouble): string {
  switch (failure.code) {
    case 'read':
      return explainFailure(failure.failure, language.value);
    case 'unrecognised':
      return `${explainOutcome(failure.outcome, language.value).headline} ${t('intake.notKept')}`;
    case 'crashed':
      return `${t('intake.crashed', { reason: failure.reason })} ${t('intake.notKept')}`;
    case 'storage':
      return `${storageText(failure.failure)} ${t('intake.notKept')}`;
  }
}
