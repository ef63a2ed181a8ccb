/** What the styles of a Word file say of paragraphs: heading levels and lists. */
import { childElements, findElement, type XmlElement } from '../xml';
import { attribute, settingOf } from './numbering';

export interface ParagraphStyle {
  /** 1 to 6; 0 where it is no heading. */
  readonly heading: number;
  readonly list: { readonly id: string; readonly level: number } | null;
}

export type ParagraphStyles = ReadonlyMap<string, ParagraphStyle>;

const PLAIN: ParagraphStyle = { heading: 0, list: null };
/** A style may rest on another, never on itself; a damaged file may say so. */
const MAX_INHERITANCE = 20;

export function paragraphStyles(root: XmlElement): ParagraphStyles {
  const styles = findElement(root, 'w:styles');
  const all = new Map(childElements(styles ?? root, 'w:style').map((style) => [attribute(style, 'w:styleId'), style]));
  return new Map([...all.keys()].map((id) => [id, styleOf(id, all, 0)]));
}

function styleOf(id: string, all: ReadonlyMap<string, XmlElement>, depth: number): ParagraphStyle {
  const style = all.get(id);
  if (style === undefined || depth > MAX_INHERITANCE) return PLAIN;
  const base = settingOf(style, 'w:basedOn');
  const inherited = base === null ? PLAIN : styleOf(base, all, depth + 1);
  const properties = childElements(style, 'w:pPr')[0];
  const named = /^heading (\d)$/i.exec(settingOf(style, 'w:name') ?? '');
  return {
    heading:
      properties === undefined
        ? inherited.heading
        : (headingOf(properties) ?? (named === null ? inherited.heading : Number(named[1]))),
    list: properties === undefined ? inherited.list : (listOf(properties) ?? inherited.list),
  };
}

/** Outline level of paragraph properties as a heading level; null where they say nothing. */
export function headingOf(properties: XmlElement): number | null {
  const level = settingOf(properties, 'w:outlineLvl');
  if (level === null) return null;
  return Number(level) < 6 ? Number(level) + 1 : 0;
}

/** The list that paragraph properties name; null where they name none. Id 0 takes a paragraph out of its style's list. */
export function listOf(properties: XmlElement): { id: string; level: number } | null {
  const numbering = childElements(properties, 'w:numPr')[0];
  if (numbering === undefined) return null;
  return { id: settingOf(numbering, 'w:numId') ?? '', level: Number(settingOf(numbering, 'w:ilvl') ?? 0) };
}
