/** Tables that the end of a page cut. */
import { type Layout, pageLayout } from './layout';
import { cutOut, headingRows, htmlTable, type Sheet } from './sheet';

/** Cut before each of `at`, rows counted from the first one with values; `repeated` prints the headings over each part. */
function parts(sheet: Sheet, at: readonly number[], repeated: boolean): Sheet[] {
  const head = headingRows(sheet);
  const cuts = [0, ...at.map((row) => head + row), sheet.length];
  return cuts.slice(1).map((to, index): Sheet => {
    const part = cutOut(sheet, cuts[index] ?? 0, to);
    return repeated && index > 0 ? [...cutOut(sheet, 0, head), ...part] : part;
  });
}

const printed = (sheets: readonly Sheet[]): string => sheets.map((sheet) => htmlTable(sheet)).join('<p>续表</p>');

function cutLayout(name: string, at: readonly number[], repeated: boolean, reads: Layout['reads'] = 'all'): Layout {
  return pageLayout(
    name,
    (sheet, table) => (table.shape === 'applicants' ? printed(parts(sheet, at, repeated)) : null),
    reads,
  );
}

export const cut: readonly Layout[] = [
  cutLayout('table three in two, headings repeated', [9], true),
  cutLayout('table three in two', [9], false),
  cutLayout('table three in two, the first part short', [2], false),
  cutLayout('table three in two, the second part short', [21], false),
  cutLayout('table three in three, headings repeated', [6, 15], true),
  cutLayout('table three in three', [6, 15], false),
  cutLayout('headings of table three in a table of their own', [0], false),
  pageLayout('table two in two', (sheet, table) =>
    table.shape === 'articles' ? printed([cutOut(sheet, 0, 4), cutOut(sheet, 4)]) : null,
  ),
  pageLayout('table two in a table for each article', (sheet, table) => {
    if (table.shape !== 'articles') return null;
    const starts = sheet.flatMap((row, at) => (/^第二十条/.test(row[0]?.text ?? '') ? [at] : []));
    return printed(starts.map((start, index) => cutOut(sheet, start, starts[index + 1])));
  }),
];
