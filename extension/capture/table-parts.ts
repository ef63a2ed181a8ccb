/** The parts of an evidence that are tables as rendered: code and text of each. Pure. */
import type { MissingPart, NewPart } from '../../core/exchange/evidence';
import { utf8 } from '../../core/exchange/sha256';

/** Of one part, in characters. */
const MAX_TEXT = 8_000_000;

export interface TableContent {
  readonly html: string;
  /** As it is laid out: what is hidden is not in it. */
  readonly text: string;
}

/** `at`: ISO 8601. `table`: its number, from 1. */
export function tableParts(
  table: number,
  { html, text }: TableContent,
  at: string,
): readonly (NewPart | MissingPart)[] {
  return (
    [
      ['table-html', 'text/html;charset=utf-8', html, 'html'],
      ['table-text', 'text/plain;charset=utf-8', text, 'txt'],
    ] as const
  ).map(([kind, type, content, ending]) =>
    content.length > MAX_TEXT
      ? { kind, table, reason: 'too-large', detail: String(content.length) }
      : { name: `table-${table}.${ending}`, kind, table, type, at, bytes: utf8(content) },
  );
}
