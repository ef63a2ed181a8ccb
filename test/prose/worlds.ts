/** The reports that the phrasings are put into: one with numbers of every kind, and others where something is none. */
import { type Block, blockText, check, type Document, type Finding, type Outcome } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { formOf, renderPage } from '../support/render';

type Cells = Readonly<Record<string, number | string>>;
type Row = Readonly<Record<string, number>>;

/** Rows of table three, their totals added. */
export function applications(rows: Readonly<Record<string, Row>>): Cells {
  const cells: Record<string, number> = {};
  for (const [row, values] of Object.entries(rows)) {
    let total = 0;
    for (const [column, value] of Object.entries(values)) {
      cells[`applications.${row}.${column}`] = value;
      total += value;
    }
    cells[`applications.${row}.total`] = total;
  }
  return cells;
}

export function disputes(groups: Readonly<Record<string, readonly [number, number, number, number]>>): Cells {
  const cells: Record<string, number> = {};
  for (const [group, results] of Object.entries(groups)) {
    const names = ['upheld', 'corrected', 'otherResult', 'pending'];
    for (const [at, name] of names.entries()) cells[`disputes.${group}.${name}`] = results[at] ?? 0;
    cells[`disputes.${group}.total`] = results.reduce((all, each) => all + each, 0);
  }
  return cells;
}

const FULL: Cells = {
  ...applications({
    received: { individual: 37, company: 4, legalService: 1 },
    carriedIn: { individual: 3 },
    granted: { individual: 14, company: 2 },
    partlyGranted: { individual: 7 },
    'refused.thirdPartyRights': { individual: 1 },
    'refused.internalAffairs': { individual: 2 },
    'refused.deliberative': { individual: 1 },
    'unavailable.notHeld': { individual: 6, company: 1 },
    'unavailable.needsCreation': { individual: 2 },
    'notHandled.petition': { individual: 1 },
    'notHandled.repeated': { individual: 1 },
    'otherOutcome.notCorrected': { individual: 1 },
    'otherOutcome.rest': { individual: 1 },
    decided: { individual: 37, company: 3 },
    carriedOut: { individual: 3, company: 1, legalService: 1 },
  }),
  ...disputes({ review: [3, 1, 1, 1], 'lawsuit.direct': [2, 0, 0, 1], 'lawsuit.afterReview': [1, 1, 0, 0] }),
  'disclosure.normativeDocument.made': 3,
  'disclosure.normativeDocument.repealed': 2,
  'disclosure.normativeDocument.inForce': 17,
  'disclosure.licence.decisions': 1286,
  'disclosure.penalty.decisions': 203,
  'disclosure.coercion.decisions': 15,
  'disclosure.fee.amount': '47.13',
};

export const WORLDS = {
  /** Numbers in every table: 42＋3＝40＋5. */
  full: FULL,
  /** Nothing anywhere. */
  none: {},
  /** 42 received from individuals, all decided; disputes all upheld. */
  done: {
    ...applications({ received: { individual: 42 }, granted: { individual: 42 }, decided: { individual: 42 } }),
    ...disputes({ review: [2, 0, 0, 0], 'lawsuit.direct': [1, 0, 0, 0] }),
  },
  /** As `full`, but one of the decided did not pay a fee asked for. */
  unpaid: {
    ...FULL,
    ...applications({ 'otherOutcome.rest': {}, 'otherOutcome.feeUnpaid': { individual: 1 } }),
  },
} as const satisfies Record<string, Cells>;

export type World = keyof typeof WORLDS;

const LAST_YEAR: Cells = applications({
  received: { individual: 36 },
  carriedIn: { individual: 2 },
  granted: { individual: 35 },
  decided: { individual: 35 },
  carriedOut: { individual: 3 },
});

const FORM = formOf('2021');

function outcomeOf(
  year: number,
  organ: string,
  cells: Cells,
  prose: Readonly<Record<number, readonly string[]>>,
): Outcome {
  return check(readHtml(renderPage({ form: FORM, year, organ, cells, prose })));
}

const previous = new Map<string, Outcome>();

function lastYearOf(organ: string): Outcome {
  const known = previous.get(organ) ?? outcomeOf(2023, organ, LAST_YEAR, {});
  previous.set(organ, known);
  return known;
}

/** The rules that judge the prose. */
export const PROSE_RULES = /^(?:text-|fee-unit|infofee-)/;

const HERE = '此处';
const pages = new Map<string, Document>();

/** A page is read once for all the texts that take the place of `HERE`. */
function pageOf(world: World, section: number, organ: string): Document {
  const key = `${world}|${section}|${organ}`;
  const known = pages.get(key);
  if (known !== undefined) return known;
  const report = { form: FORM, year: 2024, organ, cells: WORLDS[world], prose: { [section]: [HERE] } };
  const page = readHtml(renderPage(report));
  pages.set(key, page);
  return page;
}

/** What the rules on prose say of a report of 2024 whose section holds these lines. */
export function proseFindings(world: World, text: string, section: number, organ = '示例县示例局'): readonly Finding[] {
  const page = pageOf(world, section, organ);
  const lines = text.split('\n').map((line): Block => ({ kind: 'paragraph', text: line, level: 0 }));
  const blocks = page.blocks.flatMap((block) => (blockText(block) === HERE ? lines : [block]));
  const { findings } = check({ ...page, blocks }, { previous: lastYearOf(organ) });
  return findings.filter(({ rule }) => PROSE_RULES.test(rule));
}
