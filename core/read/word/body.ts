/** The body of a Word file, as the reader of its last version sees it: deletions out, insertions in, numbers printed. */
import { element, type SourceNode } from '../nodes';
import { childElements, type XmlElement } from '../xml';
import { Counter, type NumberingLists, settingOf } from './numbering';
import { headingOf, listOf, type ParagraphStyles } from './styles';
import { tableOf, type WordCell, type WordRow } from './table';

/** Withdrawn text, field codes, properties and the second copy of what is drawn. */
const SKIPPED = new Set(
  'w:del w:moveFrom w:instrText w:delText w:delInstrText w:pPr w:rPr w:tcPr w:trPr w:tblPr w:tblGrid w:sectPr w:sdtPr w:sdtEndPr mc:Fallback w:rt'.split(
    ' ',
  ),
);

export class BodyReader {
  private readonly counter: Counter;

  constructor(
    private readonly styles: ParagraphStyles,
    lists: NumberingLists,
  ) {
    this.counter = new Counter(lists);
  }

  /** Paragraphs and tables of a body, cell or text box, in order. */
  blocks(parent: XmlElement): SourceNode[] {
    return childElements(parent).flatMap((child): SourceNode[] => {
      if (child.name === 'w:p') return this.paragraph(child);
      if (child.name === 'w:tbl') return [this.table(child)];
      return SKIPPED.has(child.name) ? [] : this.blocks(child);
    });
  }

  private paragraph(node: XmlElement): SourceNode[] {
    const properties = childElements(node, 'w:pPr')[0];
    const style = this.styles.get((properties && settingOf(properties, 'w:pStyle')) ?? '');
    const heading = (properties && headingOf(properties)) ?? style?.heading ?? 0;
    const list = (properties && listOf(properties)) ?? style?.list ?? null;
    const boxes: SourceNode[] = [];
    const content = this.inline(node, boxes);
    const empty = content.every((part) => typeof part === 'string' && part.trim() === '');
    const number = list === null || empty ? '' : this.counter.next(list.id, list.level);
    const tag = heading >= 1 && heading <= 6 ? `h${heading}` : 'p';
    return [element(tag, number === '' ? content : [number, ...content]), ...boxes];
  }

  /** Text of runs; what stands in text boxes goes to `boxes`, read after the paragraph that holds it. */
  private inline(parent: XmlElement, boxes: SourceNode[]): (SourceNode | string)[] {
    return parent.children.flatMap((child): (SourceNode | string)[] => {
      if (typeof child === 'string' || SKIPPED.has(child.name)) return [];
      switch (child.name) {
        case 'w:t':
          return child.children.filter((text): text is string => typeof text === 'string');
        case 'w:tab':
          return [' '];
        case 'w:br':
        case 'w:cr':
          return [element('br')];
        case 'w:noBreakHyphen':
          return ['-'];
        case 'w:sym':
          return symbol(child);
        case 'w:txbxContent':
          boxes.push(...this.blocks(child));
          return [];
        case 'pic:pic':
        case 'v:imagedata':
          return [element('img')];
        case 'w:r':
          return isHidden(child) ? [] : this.inline(child, boxes);
        default:
          return this.inline(child, boxes);
      }
    });
  }

  private table(node: XmlElement): SourceNode {
    return tableOf(through(node, 'w:tr').flatMap((row) => this.row(row) ?? []));
  }

  private row(node: XmlElement): WordRow | null {
    const properties = childElements(node, 'w:trPr')[0];
    if (properties !== undefined && childElements(properties, 'w:del').length > 0) return null;
    const before = Number((properties && settingOf(properties, 'w:gridBefore')) ?? 0);
    const cells: WordCell[] = [];
    for (const cell of through(node, 'w:tc')) {
      const own = childElements(cell, 'w:tcPr')[0];
      const width = Math.max(1, Number((own && settingOf(own, 'w:gridSpan')) ?? 1) || 1);
      const last = cells.at(-1);
      // The old way to merge sideways: cells that go on with the one before.
      if (last !== undefined && own !== undefined && mergeOf(own, 'w:hMerge') === 'continued')
        cells[cells.length - 1] = { ...last, width: last.width + width };
      else
        cells.push({
          width,
          merge: own === undefined ? 'none' : mergeOf(own, 'w:vMerge'),
          children: this.blocks(cell),
        });
    }
    return { before: Number.isInteger(before) && before > 0 ? before : 0, cells };
  }
}

function mergeOf(properties: XmlElement, name: string): WordCell['merge'] {
  if (childElements(properties, name).length === 0) return 'none';
  return settingOf(properties, name) === 'restart' ? 'start' : 'continued';
}

/** Rows of a table, cells of a row: direct, or inside content controls and insertions. */
function through(node: XmlElement, name: string): XmlElement[] {
  return childElements(node).flatMap((child) => {
    if (child.name === name) return [child];
    return SKIPPED.has(child.name) || child.name === 'w:tc' || child.name === 'w:tr' ? [] : through(child, name);
  });
}

function isHidden(run: XmlElement): boolean {
  const properties = childElements(run, 'w:rPr')[0];
  if (properties === undefined || childElements(properties, 'w:vanish').length === 0) return false;
  return !/^(?:0|false|off)$/.test(settingOf(properties, 'w:vanish') ?? '');
}

function symbol(node: XmlElement): string[] {
  const code = Number.parseInt(node.attributes['w:char'] ?? '', 16);
  // Private use: a picture of a symbol font, not a character. Beyond FFFF there are no symbols.
  return Number.isNaN(code) || code < 32 || code > 0xffff || (code >= 0xe000 && code <= 0xf8ff)
    ? []
    : [String.fromCharCode(code)];
}
