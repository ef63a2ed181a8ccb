/** Tables by the lines drawn around their cells. */
import type { Box, Glyph } from './content';
import type { Rule, Rules } from './strokes';

/** A cell of the ruled grid; `rows` and `columns` count lines of the grid. */
export interface RuledCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly box: Box;
  readonly glyphs: readonly Glyph[];
}

export interface RuledTable {
  readonly box: Box;
  /** Edges of the columns, from the left, and of the rows, from the top. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly RuledCell[];
  /** No line is drawn there: the end of the page cuts a row. */
  readonly cut: { readonly above: boolean; readonly below: boolean };
}

/** Lines nearer than this are one: double borders, and the ends of lines that meet. */
const NEAR = 4;
/** Larger than any table of a report; a drawing has more lines. */
const MAX_LINES = 400;

/** The tables that these lines draw, from the top; each has two rows or columns at least. */
export function ruledTables({ across, down }: Rules, glyphs: readonly Glyph[]): RuledTable[] {
  const rows = merged(across);
  const columns = merged(down);
  return withoutSides(groupsOf(rows, columns), glyphs)
    .flatMap((group) => tableOf(group.rows, group.columns, glyphs) ?? [])
    .sort((a, b) => a.box.top - b.box.top);
}

/** Pieces of one line put together. */
function merged(rules: readonly Rule[]): Rule[] {
  const result: Rule[] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at || a.from - b.from)) {
    const same = result.findLastIndex(
      (each) => Math.abs(each.at - rule.at) <= NEAR / 2 && rule.from <= each.to + NEAR && rule.to >= each.from - NEAR,
    );
    const other = result[same];
    if (other === undefined) result.push(rule);
    else result[same] = { ...other, from: Math.min(other.from, rule.from), to: Math.max(other.to, rule.to) };
  }
  return result;
}

interface Group {
  readonly rows: Rule[];
  readonly columns: Rule[];
}

/** Lines that touch belong to one table. */
function groupsOf(rows: readonly Rule[], columns: readonly Rule[]): Group[] {
  if (rows.length > MAX_LINES * 4 || columns.length > MAX_LINES * 4) return [];
  const parents = Array.from({ length: rows.length + columns.length }, (_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (parents[at] !== at) at = parents[at] ?? at;
    return at;
  };
  for (const [i, row] of rows.entries())
    for (const [j, column] of columns.entries()) if (touch(row, column)) parents[find(i)] = find(rows.length + j);
  const groups = new Map<number, Group>();
  const groupAt = (index: number): Group => {
    const key = find(index);
    const group = groups.get(key) ?? { rows: [], columns: [] };
    groups.set(key, group);
    return group;
  };
  for (const [index, row] of rows.entries()) groupAt(index).rows.push(row);
  for (const [index, column] of columns.entries()) groupAt(rows.length + index).columns.push(column);
  return [...groups.values()].filter((group) => group.rows.length > 1 && group.columns.length > 0);
}

/**
 * A table without its outer borders falls apart at each row of a single cell, which has no line down: one line of text
 * between two parts of the same width joins them.
 */
function withoutSides(groups: readonly Group[], glyphs: readonly Glyph[]): Group[] {
  const result: { group: Group; box: Box }[] = [];
  const placed = groups.map((group) => ({ group, box: boxOfGroup(group) })).sort((a, b) => a.box.top - b.box.top);
  for (const each of placed) {
    const last = result.at(-1);
    if (last !== undefined && isOpen(last) && isOpen(each) && isOneRow(last.box, each.box, glyphs)) {
      last.group.rows.push(...each.group.rows);
      last.group.columns.push(...each.group.columns);
      last.box = { ...last.box, bottom: each.box.bottom };
    } else result.push(each);
  }
  return result.map(({ group }) => group);
}

function isOpen({ group, box }: { group: Group; box: Box }): boolean {
  return group.columns.every(({ at }) => at > box.left + NEAR && at < box.right - NEAR);
}

/** A number and a dot or comma begin the heading of a section, which stands between tables. */
const SECTION = /^[一二三四五六七八九十]{1,2}[、.．]/;

function isOneRow(above: Box, below: Box, glyphs: readonly Glyph[]): boolean {
  const same = Math.abs(above.left - below.left) <= NEAR && Math.abs(above.right - below.right) <= NEAR;
  if (!same || below.top < above.bottom) return false;
  const between = { left: above.left, right: above.right, top: above.bottom, bottom: below.top };
  const own = glyphs.filter((glyph) => holds(between, glyph));
  const [first] = own;
  if (first === undefined || below.top - above.bottom > 3 * first.size) return false;
  if (own.some(({ base }) => Math.abs(base - first.base) > 1)) return false;
  const text = [...own].sort((a, b) => a.left - b.left).map((glyph) => glyph.text);
  const middle = first.base - first.size * 0.35;
  return Math.abs(middle - (above.bottom + below.top) / 2) <= first.size * 0.3 && !SECTION.test(text.join(''));
}

function boxOfGroup({ rows, columns }: Group): Box {
  return {
    left: Math.min(...rows.map(({ from }) => from), ...columns.map(({ at }) => at)),
    right: Math.max(...rows.map(({ to }) => to), ...columns.map(({ at }) => at)),
    top: Math.min(...columns.map(({ from }) => from), ...rows.map(({ at }) => at)),
    bottom: Math.max(...columns.map(({ to }) => to), ...rows.map(({ at }) => at)),
  };
}

function touch(row: Rule, column: Rule): boolean {
  return (
    column.at >= row.from - NEAR &&
    column.at <= row.to + NEAR &&
    row.at >= column.from - NEAR &&
    row.at <= column.to + NEAR
  );
}

function tableOf(rows: readonly Rule[], columns: readonly Rule[], glyphs: readonly Glyph[]): RuledTable | null {
  const left = Math.min(...rows.map(({ from }) => from));
  const right = Math.max(...rows.map(({ to }) => to));
  const top = Math.min(...columns.map(({ from }) => from));
  const bottom = Math.max(...columns.map(({ to }) => to));
  // A table drawn without its outer borders, or cut by the end of a page, ends where its other lines end.
  const xs = withoutThin(positions([left, ...columns.map(({ at }) => at), right]), columns);
  const drawn = positions(rows.map(({ at }) => at));
  const edges = withoutThin(trimmed(positions([top, ...drawn, bottom]), drawn, [left, right], glyphs), rows);
  const ys = withoutStray(xs, edges, rows, columns, glyphs);
  const [width, height] = [xs.length - 1, ys.length - 1];
  if (width < 1 || height < 1 || width * height < 2 || width > MAX_LINES || height > MAX_LINES) return null;
  const box = { left: xs[0] ?? 0, top: ys[0] ?? 0, right: xs.at(-1) ?? 0, bottom: ys.at(-1) ?? 0 };
  const isClosed = (y: number): boolean => drawn.some((at) => Math.abs(at - y) <= NEAR);
  const cut = { above: !isClosed(box.top), below: !isClosed(box.bottom) };
  const own = glyphs.filter((glyph) => holds(box, glyph));
  const cells = regionsOf(xs, ys, rows, columns).map((region): RuledCell => {
    const cellBox = boxOfRegion(region, xs, ys);
    return { ...region, box: cellBox, glyphs: own.filter((glyph) => holds(cellBox, glyph)) };
  });
  return { box, xs, ys, cells, cut };
}

/**
 * Without lines that only shorten a cell: browsers end a tall one early at a page's end. No text stands on one side of
 * such a line, and the cells beside it run through.
 */
function withoutStray(
  xs: readonly number[],
  ys: readonly number[],
  rows: readonly Rule[],
  columns: readonly Rule[],
  glyphs: readonly Glyph[],
): readonly number[] {
  const regions = regionsOf(xs, ys, rows, columns);
  const isFilled = (region: Region): boolean => {
    const box = boxOfRegion(region, xs, ys);
    return glyphs.some((glyph) => holds(box, glyph));
  };
  const filled = regions.filter(isFilled);
  return ys.filter((_, at) => {
    if (at === 0 || at === ys.length - 1) return true;
    const through = filled.filter(({ row, rows: deep }) => row < at && row + deep > at).length;
    const isBelow = filled.some(({ row }) => row === at);
    const isAbove = filled.some(({ row, rows: deep }) => row + deep === at);
    return through < LEAST_THROUGH || (isBelow && isAbove);
  });
}

/** One cell beside several rows is a group of them. */
const LEAST_THROUGH = 3;

function boxOfRegion({ row, column, rows, columns }: Region, xs: readonly number[], ys: readonly number[]): Box {
  return {
    left: xs[column] ?? 0,
    top: ys[row] ?? 0,
    right: xs[column + columns] ?? 0,
    bottom: ys[row + rows] ?? 0,
  };
}

/** A row or column too thin for any type is two lines that do not quite meet: the longer one is kept. */
const THIN = 5.5;

function withoutThin(edges: readonly number[], rules: readonly Rule[]): readonly number[] {
  const lengthAt = (edge: number): number =>
    rules.filter(({ at }) => Math.abs(at - edge) <= NEAR / 2).reduce((sum, { from, to }) => sum + to - from, 0);
  const result: number[] = [];
  for (const [index, edge] of edges.entries()) {
    const last = result.at(-1);
    if (last === undefined || edge - last > THIN) result.push(edge);
    else if (result.length > 1 && (index === edges.length - 1 || lengthAt(edge) > lengthAt(last)))
      result[result.length - 1] = edge;
  }
  return result;
}

/** Without the room between the last row and the end of the page, which the outer borders run along. */
function trimmed(
  ys: readonly number[],
  drawn: readonly number[],
  [left, right]: readonly [number, number],
  glyphs: readonly Glyph[],
): readonly number[] {
  const isRoom = (top: number | undefined, bottom: number | undefined, edge: number | undefined): boolean =>
    top !== undefined &&
    bottom !== undefined &&
    edge !== undefined &&
    !drawn.some((at) => Math.abs(at - edge) <= NEAR) &&
    !glyphs.some((glyph) => holds({ left, right, top, bottom }, glyph));
  const from = isRoom(ys[0], ys[1], ys[0]) ? 1 : 0;
  const to = isRoom(ys.at(-2), ys.at(-1), ys.at(-1)) ? -1 : ys.length;
  return ys.slice(from, to);
}

/** Sorted, those that are near each other once. */
function positions(values: readonly number[]): number[] {
  const result: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = result.at(-1);
    if (last === undefined || value - last > NEAR) result.push(value);
  }
  return result;
}

/** By its middle: type hangs over lines. */
export function holds(box: Box, { left, right, base, size }: Glyph): boolean {
  const x = (left + right) / 2;
  const y = base - size * 0.35;
  return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
}

type Region = Pick<RuledCell, 'row' | 'column' | 'rows' | 'columns'>;

/** Slots with no line between them are one cell, where together they make a rectangle. */
function regionsOf(
  xs: readonly number[],
  ys: readonly number[],
  rows: readonly Rule[],
  columns: readonly Rule[],
): Region[] {
  const [width, height] = [xs.length - 1, ys.length - 1];
  const edge = (values: readonly number[], index: number): number => values[index] ?? 0;
  const middle = (values: readonly number[], index: number): number =>
    (edge(values, index) + edge(values, index + 1)) / 2;
  const lineBetween = (rules: readonly Rule[], at: number, through: number): boolean =>
    rules.some((rule) => Math.abs(rule.at - at) <= NEAR && rule.from <= through && rule.to >= through);
  const rightOf = (row: number, column: number): boolean => lineBetween(columns, edge(xs, column + 1), middle(ys, row));
  const below = (row: number, column: number): boolean => lineBetween(rows, edge(ys, row + 1), middle(xs, column));
  const taken = new Set<number>();
  const regions: Region[] = [];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (taken.has(row * width + column)) continue;
      let across = 1;
      while (column + across < width && !rightOf(row, column + across - 1) && !taken.has(row * width + column + across))
        across++;
      let deep = 1;
      const open = (at: number): boolean => {
        for (let each = column; each < column + across; each++) if (below(at - 1, each)) return false;
        for (let each = column; each < column + across - 1; each++) if (rightOf(at, each)) return false;
        return true;
      };
      while (row + deep < height && open(row + deep)) deep++;
      for (let down = row; down < row + deep; down++)
        for (let each = column; each < column + across; each++) taken.add(down * width + each);
      regions.push({ row, column, rows: deep, columns: across });
    }
  }
  return regions;
}
