/** Where the shared folder stands, for the screen. Apart from what does the work, which loads when there is a folder. */
import { signal } from '@preact/signals';
import type { FolderNote } from './sync';

export interface FolderResult {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly added: number;
  readonly written: number;
  readonly people: readonly { readonly name: string; readonly count: number }[];
  readonly notes: readonly FolderNote[];
}

export type FolderFailure =
  | { readonly code: 'gone' | 'readOnly' }
  | { readonly code: 'other'; readonly reason: string };

export type FolderState =
  | { readonly state: 'none' }
  /** The browser forgot that it was allowed; a click allows it again. */
  | { readonly state: 'ask'; readonly name: string }
  | {
      readonly state: 'ready';
      readonly name: string;
      readonly file: string;
      readonly syncing: boolean;
      readonly result: FolderResult | null;
      readonly failure: FolderFailure | null;
    };

export const folderState = signal<FolderState>({ state: 'none' });
