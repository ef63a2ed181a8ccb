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
  readonly table_id: string;
  readonly table_array: string[][];
  readonly aggregation_annotations: readonly Annotation[];
}

export interface AnnotatedTable {
  readonly name: string;
  readonly texts: readonly (readonly string[])[];
  readonly sums: readonly { readonly total: CellAt; readonly parts: readonly CellAt[] }[];
  /** Total, part and whole. */
  readonly divisions: readonly Division[];
  /** What the finder was tuned on, and what it never saw: by the hash of the name of the file. */
  readonly half: 'tuned' | 'held out';
}

export type Division = readonly [total: CellAt, part: CellAt, whole: CellAt];

/** `folder`: from the root of the repository, where tests and scripts run. */
export function annotatedTables(folder = 'test/fixtures/aggregation'): AnnotatedTable[] {
  const divisions = new Map(
    linesOf(`${folder}/divisions.jl.gz`).map((text) => {
      const { file_name, table_id, divisions } = JSON.parse(text) as Pick<Line, 'file_name' | 'table_id'> & {
        readonly divisions: readonly Division[];
      };
      return [`${file_name} ${table_id}`, divisions] as const;
    }),
  );
  return linesOf(`${folder}/validation.jl.gz`).map((text) => {
    const { file_name, table_id, table_array, aggregation_annotations } = JSON.parse(text) as Line;
    const sums = aggregation_annotations.map((each) => ({
      total: each.aggregator_index,
      parts: each.aggregatee_indices,
    }));
    return {
      name: file_name,
      texts: table_array,
      sums,
      divisions: divisions.get(`${file_name} ${table_id}`) ?? [],
      half: halfOf(file_name),
    };
  });
}

function linesOf(file: string): string[] {
  return gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
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
