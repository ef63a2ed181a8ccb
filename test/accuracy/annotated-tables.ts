/** Tables whose sums people have annotated: `test/fixtures/aggregation`. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { formGrid, type Grid } from '../../core/grid/grid';
import type { CellAt } from '../../core/sums/sums';

interface Annotation {
  readonly aggregator_index: CellAt;
  readonly aggregatee_indices: readonly CellAt[];
}

interface Line {
  readonly file_name: string;
  readonly table_array: string[][];
  readonly aggregation_annotations: readonly Annotation[];
}

export interface AnnotatedTable {
  readonly name: string;
  readonly texts: readonly (readonly string[])[];
  readonly sums: readonly { readonly total: CellAt; readonly parts: readonly CellAt[] }[];
  /** What the finder was tuned on, and what it never saw: by the hash of the name of the file. */
  readonly half: 'tuned' | 'held out';
}

/** `file`: from the root of the repository, where tests and scripts run. */
export function annotatedTables(file = 'test/fixtures/aggregation/validation.jl.gz'): AnnotatedTable[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return lines.map((text) => {
    const { file_name, table_array, aggregation_annotations } = JSON.parse(text) as Line;
    const sums = aggregation_annotations.map((each) => ({
      total: each.aggregator_index,
      parts: each.aggregatee_indices,
    }));
    return { name: file_name, texts: table_array, sums, half: halfOf(file_name) };
  });
}

export function gridOf(texts: readonly (readonly string[])[]): Grid {
  const rows = texts.map((line) => ({ group: 0, cells: line.map((text) => ({ text, rowSpan: 1, colSpan: 1 })) }));
  const grid = formGrid({ kind: 'table', layout: 'grid', rows });
  if (grid === null) throw new Error('a table too large');
  return grid;
}

function halfOf(name: string): 'tuned' | 'held out' {
  return ((createHash('sha256').update(name).digest()[0] ?? 0) & 1) === 0 ? 'tuned' : 'held out';
}
