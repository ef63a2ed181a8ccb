/** What the store had no room for: it lives as long as this page. */
import type { Entry, PictureFile } from '../../db/entries';
import type { StorageFailure } from '../../db/index';

export const unstoredEntries = new Map<string, Entry>();

export interface UnstoredPictures {
  readonly pictures: readonly PictureFile[];
  /** `size`: all pictures of the entry together are too many to keep. */
  readonly why: StorageFailure | 'size';
}

export const unstoredPictures = new Map<string, UnstoredPictures>();
