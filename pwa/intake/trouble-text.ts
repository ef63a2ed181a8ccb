import { explainFailure } from '../../core/index';
import { storageText } from '../failure-text';
import { t } from '../t';
import { language } from '../ui/i18n';
import type { Trouble } from './intake-state';
import { isPicture } from './is-picture';

/** Why one file or paste was not kept and what to do, in a sentence or two. */
export function troubleText({ failure }: Pick<Trouble, 'failure'>): string {
  switch (failure.code) {
    case 'read':
      if (isPicture(failure)) return t('intake.picture');
      return explainFailure(failure.failure, language.value);
    case 'unrecognised':
      return `${t(failure.doubts === 0 ? 'intake.unrecognised' : 'intake.unrecognised.doubts', { count: failure.doubts })} ${t('intake.notKept')}`;
    case 'crashed':
      return `${t('intake.crashed', { reason: failure.reason })} ${t('intake.notKept')}`;
    case 'timeout':
      return t('intake.timeout', { seconds: failure.seconds });
    case 'nested':
      return t('intake.nested');
    case 'archive-total':
      return t('intake.archiveTotal', { size: Math.round(failure.limit / 1073741824) });
    case 'unavailable':
      return t('app.chunk.detail');
    case 'storage':
      return `${storageText(failure.failure)} ${t('intake.notKept')}`;
  }
}
