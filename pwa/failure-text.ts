/** What went wrong with the store or a .gouji file, in words. */
import type { StorageFailure } from './db/index';
import { t } from './t';

export function storageText(failure: StorageFailure): string {
  return failure.code === 'other'
    ? t('storage.other', { reason: failure.reason })
    : t(failure.code === 'full' ? 'storage.full' : 'storage.closed');
}
