/** Finds one table among the grids of a document, in each form that has it. */

import { gather } from '../document/gather';
import { type Fit, numbersIn, PrintedTexts, Signs } from './fit';
import type { Form, FormTable } from './form';
import { candidatesFor, claimFromGrids, type GridBlock, numbersOf, textsOf } from './grid-tables';

/** A table of the same id in each form that has it. */
export interface Variant {
  readonly form: Form;
  readonly table: FormTable;
}

export interface TableFound extends Variant, Fit {}

/** In the order of the variants; a table that forms share is read once, one that another is sure to outdo not at all. */
export function findInGrids(grids: readonly GridBlock[], variants: readonly Variant[]): TableFound[] {
  const shapes = new Set(variants.map(({ table }) => table.shape));
  const [sole, ...more] = gather([...shapes], (shape) => candidatesFor(grids, shape));
  if (sole === undefined) return [];
  // Where several grids may be the table, only its rows tell which one: all are read in every form.
  const found = more.length > 0 ? findAll(grids, variants) : findInSole(grids, sole, variants);
  return gather(variants, ({ form, table }) => {
    const own = found.find((each) => each.table === table);
    return own === undefined ? [] : [{ ...own, form }];
  });
}

/** Forms may share a table. */
function distinct(variants: readonly Variant[]): Variant[] {
  return [...new Map(variants.map((variant) => [variant.table, variant])).values()];
}

function findAll(grids: readonly GridBlock[], variants: readonly Variant[]): TableFound[] {
  const known = new Map<string, PrintedTexts>();
  return gather(distinct(variants), (variant) => {
    const claims = claimFromGrids(candidatesFor(grids, variant.table.shape), variant.table);
    if (claims === null) return [];
    const key = claims.blocks.join();
    const texts = known.get(key) ?? new PrintedTexts(textsOf(grids, claims.blocks));
    known.set(key, texts);
    return [{ ...variant, claims, signs: new Signs(variant.table, texts) }];
  });
}

/** What the headings say is never outweighed: the forms that they name best are read, and others only where these fail. */
function findInSole(grids: readonly GridBlock[], sole: GridBlock, variants: readonly Variant[]): TableFound[] {
  const texts = new PrintedTexts(textsOf(grids, [sole.block]));
  const signed = distinct(variants).map((variant) => ({ ...variant, signs: new Signs(variant.table, texts) }));
  if (signed.length === 1) return readTied(sole, signed);
  const levels = [...new Set(signed.map(({ signs }) => signs.headings))].sort((a, b) => b - a);
  for (const level of levels) {
    const tied = signed.filter(({ signs }) => signs.headings === level);
    const found = readTied(sole, tied);
    if (found.length > 0) return found;
  }
  return [];
}

type Signed = Variant & Pick<Fit, 'signs'>;

/** The better labelled first: once it has claimed every number of the grid, one with fewer labels cannot outdo it. */
function readTied(sole: GridBlock, tied: readonly Signed[]): TableFound[] {
  const found: TableFound[] = [];
  const claimsAll = ({ claims }: TableFound): boolean => numbersIn(claims) === numbersOf(sole);
  for (const variant of [...tied].sort((a, b) => b.signs.labels - a.signs.labels)) {
    if (found.some((each) => each.signs.labels > variant.signs.labels && claimsAll(each))) continue;
    const claims = claimFromGrids([sole], variant.table);
    if (claims !== null) found.push({ ...variant, claims });
  }
  return found;
}
