/** Table three: requests by applicant, what became of them, what is carried over; each sum made, none guessed. */
import type { CellId, Form } from '../../../core/index';
import type { Random } from '../random';
import type { Scale } from './organs';

const APPLICANTS = ['individual', 'company', 'research', 'charity', 'legalService', 'otherOrganisation'] as const;

const RECEIVED: Readonly<Record<Scale, readonly [number, number]>> = {
  none: [0, 0],
  tiny: [1, 6],
  small: [5, 60],
  middle: [60, 900],
  large: [900, 9000],
  huge: [9000, 60_000],
};

/** How much of what is received comes from whom; the rest is from individuals. */
const SHARES: readonly (readonly [(typeof APPLICANTS)[number], number, number])[] = [
  ['company', 0.5, 0.2],
  ['research', 0.05, 0.02],
  ['charity', 0.05, 0.02],
  ['legalService', 0.15, 0.06],
  ['otherOrganisation', 0.2, 0.08],
];

/** Outcomes by how often they are chosen; what is not named here has 2. */
const OFTEN: Readonly<Record<string, number>> = {
  granted: 40,
  partlyGranted: 10,
  'unavailable.notHeld': 25,
  'notHandled.petition': 6,
  'refused.enforcementFile': 5,
  'refused.internalAffairs': 4,
  'otherOutcome.rest': 6,
  otherOutcome: 6,
  'refused.stateSecret': 0.4,
  'refused.safetyAndStability': 0.4,
  'notHandled.publication': 0.4,
  'otherOutcome.feeUnpaid': 0.3,
};

export function applicationCells(
  random: Random,
  form: Form,
  scale: Scale,
  previous: ReadonlyMap<CellId, number> | null,
): [CellId, number][] {
  const rows = form.tables.find((table) => table.id === 'applications')?.rows.map(({ id }) => id) ?? [];
  const outcomes = rows.filter((id) => !['received', 'carriedIn', 'decided', 'carriedOut'].includes(id));
  const counts = new Map(rows.map((row) => [row, new Map<string, number>()]));
  const set = (row: string, applicant: string, value: number): void => {
    counts.get(row)?.set(applicant, value);
  };
  const used = random.shuffled(outcomes).slice(0, scale === 'tiny' ? 3 : scale === 'small' ? 9 : outcomes.length);
  for (const applicant of APPLICANTS) {
    const received = receivedFrom(random, applicant, scale);
    const carriedIn = carriedInto(random, applicant, received, scale, previous);
    const carriedOut = random.chance(0.55) ? Math.floor((received + carriedIn) * random.next() * 0.15) : 0;
    const decided = received + carriedIn - carriedOut;
    for (const row of outcomes) set(row, applicant, 0);
    for (const [row, value] of spread(random, decided, [...new Set(['granted', ...used])])) set(row, applicant, value);
    set('received', applicant, received);
    set('carriedIn', applicant, carriedIn);
    set('decided', applicant, decided);
    set('carriedOut', applicant, carriedOut);
  }
  return rows.flatMap((row): [CellId, number][] => {
    const own = APPLICANTS.map((applicant) => counts.get(row)?.get(applicant) ?? 0);
    const total = own.reduce((sum, value) => sum + value, 0);
    return [...APPLICANTS, 'total'].map((column, at) => [`applications.${row}.${column}`, own[at] ?? total]);
  });
}

function receivedFrom(random: Random, applicant: (typeof APPLICANTS)[number], scale: Scale): number {
  const [least, most] = RECEIVED[scale];
  const all = random.int(least, most);
  const share = SHARES.find(([name]) => name === applicant);
  if (share === undefined) return all;
  const [, often, part] = share;
  if (!random.chance(scale === 'large' || scale === 'huge' ? Math.min(1, often * 4) : often)) return 0;
  return Math.max(scale === 'tiny' ? random.int(0, 1) : 1, Math.floor(all * part * random.next()));
}

/** What last year carried over, where there is a last year. */
function carriedInto(
  random: Random,
  applicant: string,
  received: number,
  scale: Scale,
  previous: ReadonlyMap<CellId, number> | null,
): number {
  if (previous !== null) return previous.get(`applications.carriedOut.${applicant}`) ?? 0;
  return scale !== 'none' && random.chance(0.5) ? Math.floor(received * random.next() * 0.1) : 0;
}

/** `total` over the outcomes by their weights: one by one while it is small, by shares where it is not. */
function spread(random: Random, total: number, outcomes: readonly string[]): Map<string, number> {
  const weights = outcomes.map((row) => (OFTEN[row] ?? 2) * (0.3 + random.next()));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const result = new Map<string, number>();
  let left = total;
  if (total > 40) {
    for (const [at, row] of outcomes.entries()) {
      const value = Math.min(left, Math.floor((total * (weights[at] ?? 0)) / all));
      result.set(row, value);
      left -= value;
    }
  }
  for (; left > 0; left--) {
    let at = 0;
    for (let point = random.next() * all - (weights[0] ?? 0); point > 0 && at < outcomes.length - 1; ) {
      at++;
      point -= weights[at] ?? 0;
    }
    const row = outcomes[at] ?? 'granted';
    result.set(row, (result.get(row) ?? 0) + 1);
  }
  return result;
}
