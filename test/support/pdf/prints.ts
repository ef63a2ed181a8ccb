/** Ways in which offices print a report: borders, papers, heads and feet. What a browser makes of each is a PDF. */

import { htmlTable, mapCells, sheetOf } from '../layouts/sheet';
import type { PrintedReport } from '../render';
import { renderPage } from '../render';

export interface Print {
  readonly name: string;
  /** `partly`: some cells are missing, never misplaced. */
  readonly reads: 'all' | 'partly';
  html(report: PrintedReport): string;
  readonly paper: Paper;
}

export interface Paper {
  readonly landscape?: boolean;
  readonly scale?: number;
  /** Page numbers at the foot, the title at the head. */
  readonly numbered?: boolean;
}

const BASE = `body{font:12pt/1.6 "Noto Serif CJK SC",serif}table{width:100%;font-size:10.5pt;line-height:1.3;text-align:center}
td{padding:3px}td p{margin:0}h1{text-align:center;font-size:18pt}`;
const COLLAPSED = 'table{border-collapse:collapse}';

const BORDERS = {
  black: `${COLLAPSED}td{border:1px solid #000}`,
  thin: `${COLLAPSED}td{border:.5pt solid #000}`,
  thick: `${COLLAPSED}td{border:2px solid #000}`,
  double: `${COLLAPSED}td{border:3px double #000}`,
  grey: `${COLLAPSED}td{border:1px solid #bbb}`,
  white: `${COLLAPSED}td{border:1px solid #fff}`,
  dotted: `${COLLAPSED}td{border:1px dotted #000}`,
  dashed: `${COLLAPSED}td{border:1px dashed #000}`,
  'separate 1': 'table{border-spacing:1px;border:1px solid #000}td{border:1px solid #000}',
  'separate 2': 'table{border-spacing:2px;border:1px solid #000}td{border:1px solid #000}',
  'separate 3': 'table{border-spacing:3px;border:1px solid #000}td{border:1px solid #000}',
  'no outer border': `${COLLAPSED}td{border:1px solid #000}tr:first-child td{border-top:0}tr:last-child td{border-bottom:0}td:first-child{border-left:0}td:last-child{border-right:0}`,
  'no border': COLLAPSED,
  'lines across': `${COLLAPSED}td{border-top:1px solid #000;border-bottom:1px solid #000}`,
  zebra: `${COLLAPSED}td{border:1px solid #000}tr:nth-child(even) td{background:#e8eef4}`,
  'zebra without borders': `${COLLAPSED}tr:nth-child(even) td{background:#e8eef4}`,
  'white borders on grey': `${COLLAPSED}td{border:1px solid #fff;background:#eee}`,
} as const;

const PAPERS: Readonly<Record<string, Paper>> = {
  A4: {},
  landscape: { landscape: true },
  '70 %': { scale: 0.7 },
  '130 %': { scale: 1.3 },
};

function styled(report: PrintedReport, css: string, page = renderPage(report)): string {
  return page.replace('</head>', `<style>${BASE}${css}</style></head>`).replaceAll(' border="1"', '');
}

const downwards = (report: PrintedReport): string =>
  renderPage(report, (table) =>
    htmlTable(
      mapCells(sheetOf(table, report), (cell) => cell),
      ({ text }) => (/^（[三四五六]）|^三、/.test(text) ? `<div class="down">${text}</div>` : `<p>${text}</p>`),
    ),
  );

const print = (name: string, css: string, paper: Paper = {}, reads: Print['reads'] = 'all'): Print => ({
  name,
  reads,
  paper,
  html: (report) => styled(report, css),
});

export const prints: readonly Print[] = [
  ...Object.entries(BORDERS).flatMap(([border, css]) =>
    Object.entries(PAPERS).map(([paper, how]) => print(`${border}, ${paper}`, css, how)),
  ),
  print('labels left', `${BORDERS['no border']}td{text-align:left}td:nth-last-child(-n+7){text-align:center}`),
  print('numbers right', `${BORDERS['no border']}td:nth-last-child(-n+7){text-align:right}`),
  print('aligned above', `${BORDERS['no border']}td{vertical-align:top}`),
  print('aligned below', `${BORDERS['no border']}td{vertical-align:bottom}`),
  // Lines of labels as near to each other as rows are: where one label ends nobody can tell, and nothing is guessed.
  ...['top', 'middle', 'bottom'].flatMap((align) =>
    ['A4', '130 %'].map((paper) =>
      print(
        `no room between rows, aligned ${align}, ${paper}`,
        `${BORDERS['no border']}td{padding:0 3px;vertical-align:${align}}`,
        PAPERS[paper],
        'partly',
      ),
    ),
  ),
  print('over three pages', `${BORDERS.black}td{padding:16px 3px}`, { numbered: true }),
  print('over three pages, no border', `${BORDERS['no border']}td{padding:16px 3px}`, { numbered: true }),
  print('numbered pages', BORDERS.black, { numbered: true }),
  print('rows cut by the page', `${BORDERS.black}td{padding:11px 3px}tr{break-inside:auto}`, { scale: 1.2 }),
  print('sans serif', `${BORDERS.black}body{font-family:"Noto Sans CJK SC"}`),
  print('bold by shadow', `${BORDERS.black}td{text-shadow:.3px 0 0 #000}`),
  {
    name: 'groups written downwards',
    reads: 'all',
    paper: {},
    html: (report) => styled(report, `${BORDERS.black}.down{writing-mode:vertical-rl;margin:auto}`, downwards(report)),
  },
  {
    name: 'groups written downwards, no border',
    reads: 'all',
    paper: {},
    html: (report) =>
      styled(report, `${BORDERS['no border']}.down{writing-mode:vertical-rl;margin:auto}`, downwards(report)),
  },
];
