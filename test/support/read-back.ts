/** What a hand-out says, read back by the project's own readers. */
import type { Document, ReadFailure, Result } from '../../core/index';

function documentOf(read: Result<Document, ReadFailure>): Document {
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** Texts of each table, row by row; merged cells once. */
export function tablesIn(read: Result<Document, ReadFailure>): string[][][] {
  return documentOf(read).blocks.flatMap((block) =>
    block.kind === 'table' ? [block.rows.map(({ cells }) => cells.map(({ text }) => text.trim()))] : [],
  );
}

/** All text, line by line. */
export function textIn(read: Result<Document, ReadFailure>): string {
  return documentOf(read)
    .blocks.map((block) =>
      block.kind === 'table'
        ? block.rows.map(({ cells }) => cells.map(({ text }) => text).join('\t')).join('\n')
        : block.text,
    )
    .join('\n');
}
