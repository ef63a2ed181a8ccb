import { explainFailure } from '../../core/index';
import type { IntakeFailure } from '../../pwa/db/index';
import { language } from '../../pwa/ui/index';
import type { RoundFailure } from './store';
import { t } from './t';

/** Why there is no result, in a few words. */
export function failureText(failure: RoundFailure): string {
  switch (failure.code) {
    case 'http':
      return httpText(failure.status);
    case 'network':
    case 'elsewhere':
      return t(`failure.${failure.code}`);
    case 'timeout':
      return t('failure.timeout', { seconds: failure.seconds });
    case 'no-report':
      return failure.links > 0 ? t('failure.no-report.links', { count: failure.links }) : t('failure.no-report');
    case 'intake':
      return intakeText(failure.failure);
  }
}

function httpText(status: number): string {
  if (status === 404 || status === 410) return t('failure.gone', { status });
  return status === 429 || status >= 500 ? t('failure.busy', { status }) : t('failure.http', { status });
}

function intakeText(failure: IntakeFailure): string {
  switch (failure.code) {
    case 'read':
      return explainFailure(failure.failure, language.value);
    case 'crashed':
      return t('failure.crashed', { reason: failure.reason });
    case 'timeout':
      return t('failure.timeout', { seconds: failure.seconds });
    case 'storage':
      return t('failure.storage', { reason: failure.failure.reason });
    case 'unavailable':
      return t('failure.unavailable');
    default:
      return t('failure.other');
  }
}
