/** What was typed into a form, as the document that the core checks: the national form, drawn with the numbers. Pure. */
import { type Block, type Document, drawTable, type Form, type FormTable, type Table } from '../../../core/index';
import type { Entry } from '../../db/entries';

const NUMERALS = '一二三四五六';

/** Headings of all sections stand, as on the form; a section without text has its heading and its table. */
export function documentOfEntry({ organ, year, cells, prose }: Entry, form: Form): Document {
  const title = `${organ.trim()}${year.trim() === '' ? '' : `${year.trim()}年`}${form.title}`;
  const blocks: Block[] = [{ kind: 'paragraph', text: title, level: 1 }];
  for (const [index, name] of form.sections.entries()) {
    const number = index + 1;
    blocks.push({ kind: 'paragraph', text: `${NUMERALS[index] ?? number}、${name}`, level: 2 });
    for (const text of (prose[String(number)] ?? '').split(/\s*\n\s*/))
      if (text.trim() !== '') blocks.push({ kind: 'paragraph', text: text.trim(), level: 0 });
    for (const table of form.tables) if (table.section === number) blocks.push(drawn(table, cells));
  }
  return { format: 'entry', title, address: null, blocks, omissions: [] };
}

function drawn(table: FormTable, cells: Entry['cells']): Table {
  const rows = drawTable(table).map((row) => ({
    group: 0,
    cells: row.map(({ text, cell, rowSpan, colSpan }) => ({
      text: cell === undefined ? text : (cells[cell] ?? '').trim(),
      rowSpan,
      colSpan,
    })),
  }));
  return { kind: 'table', layout: 'grid', rows };
}
