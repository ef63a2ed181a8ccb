import { explainFailure } from '../../../core/index';
import { storageText } from '../../failure-text';
import { t as ofApp } from '../../t';
import { language } from '../../ui/i18n';
import type { Trouble } from '../intake-state';
import { isPicture } from '../is-picture';
import { t } from './t';

/** Why one file or paste was not kept and what to do, in a sentence or two. */
export function troubleText({ failure }: Pick<Trouble, 'failure'>): string {
  switch (failure.code) {
    case 'read':
      if (isPicture(failure)) return t('picture');
      return explainFailure(failure.failure, language.value);
    case 'unrecognised':
      return `${t(failure.doubts === 0 ? 'unrecognised' : 'unrecognised.doubts', { count: failure.doubts })} ${t('notKept')}`;
    case 'crashed':
      return `${t('crashed', { reason: failure.reason })} ${t('notKept')}`;
    case 'timeout':
      return t('timeout', { seconds: failure.seconds });
    case 'nested':
      return t('nested');
    case 'archive-total':
      return t('archiveTotal', { size: Math.round(failure.limit / 1073741824) });
    case 'unavailable':
      return ofApp('app.chunk.detail');
    case 'storage':
      return `${storageText(failure.failure)} ${t('notKept')}`;
  }
}
