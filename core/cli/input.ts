/** One report among those that the command line was given. */
import type { Document, ReadFailure, Result } from '../index';

export type Reading = Result<Document, ReadFailure>;

export interface Input {
  /** As the report of the run names it: a path, or `archive.zip!inner/name.docx`. */
  readonly name: string;
  /** Name of the file alone. */
  readonly file: string;
  /** Nobody named it: where no reader knows its kind it is passed over, and told on stderr. */
  readonly found: boolean;
  /** May be called again: nothing is kept. */
  read(): Promise<Reading>;
}

export interface Inputs {
  readonly inputs: Input[];
  /** Names of what is no report. */
  readonly passedOver: string[];
}

const OTHER_KINDS = new Set(['image', 'ole', 'package']);

/** A kind that no reader knows. An archive in an archive or a locked file is a report that could not be read. */
export function isOtherKind({ code, kind }: ReadFailure): boolean {
  return code === 'binary' || (code === 'unsupported' && OTHER_KINDS.has(kind ?? ''));
}

export function joined(all: readonly Inputs[]): Inputs {
  return { inputs: all.flatMap(({ inputs }) => inputs), passedOver: all.flatMap(({ passedOver }) => passedOver) };
}

export function unreadable(error: unknown): ReadFailure {
  return { code: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
}
