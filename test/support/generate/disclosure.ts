/** Table two: regulations, normative documents, decisions, fees. In units of the table; fees in ten-thousandths. */
import type { CellId, Form } from '../../../core/index';
import type { Random } from '../random';
import type { Organ, Scale } from './organs';

const MOST: Readonly<Record<Scale, number>> = {
  none: 30,
  tiny: 400,
  small: 3000,
  middle: 30_000,
  large: 2e5,
  huge: 2e6,
};

export function disclosureCells(
  random: Random,
  form: Form,
  organ: Organ,
  scale: Scale,
  previous: ReadonlyMap<CellId, number> | null,
): [CellId, number][] {
  const documents = organ.region ? 40 : organ.town ? 2 : 5;
  const cells =
    form.id === 'open-info-annual@2021'
      ? [
          ...inForce(random, 'regulation', organ.lawmaking ? 6 : 0, previous),
          ...inForce(random, 'normativeDocument', documents, previous),
          ...(['licence', 'penalty', 'coercion'] as const).map((row): [string, number] => [
            `${row}.decisions`,
            decisions(random, scale, organ),
          ]),
          ['fee.amount', fee(random, scale, organ)] as [string, number],
        ]
      : [
          ...published(random, 'regulation', organ.lawmaking ? 6 : 0),
          ...published(random, 'normativeDocument', documents),
          ...(['licence', 'otherService', 'penalty', 'coercion'] as const).flatMap((row) => [
            ...items(random, row),
            [`${row}.decisions`, decisions(random, scale, organ)] as [string, number],
          ]),
          ...items(random, 'fee'),
          ...procurement(random),
        ];
  return cells.map(([cell, value]) => [`disclosure.${cell}`, value]);
}

function inForce(
  random: Random,
  row: string,
  most: number,
  previous: ReadonlyMap<CellId, number> | null,
): [string, number][] {
  const made = random.int(0, most);
  const before = previous?.get(`disclosure.${row}.inForce`) ?? (most === 0 ? 0 : random.int(0, most * 4));
  const repealed = random.chance(0.4) ? random.int(0, Math.min(before, most)) : 0;
  return [
    [`${row}.made`, made],
    [`${row}.repealed`, repealed],
    [`${row}.inForce`, before + made - repealed],
  ];
}

function published(random: Random, row: string, most: number): [string, number][] {
  const made = random.int(0, most);
  return [
    [`${row}.newlyMade`, made],
    [`${row}.newlyPublished`, made],
    [`${row}.published`, made + (most === 0 ? 0 : random.int(0, most * 3))],
  ];
}

function items(random: Random, row: string): [string, number][] {
  const before = random.int(0, 60);
  return [
    [`${row}.itemsLastYear`, before],
    [`${row}.change`, random.chance(0.5) ? 0 : random.int(-Math.min(before, 9), 9)],
  ];
}

function procurement(random: Random): [string, number][] {
  const projects = random.chance(0.4) ? 0 : random.int(1, 40);
  return [
    ['procurement.projects', projects],
    ['procurement.amount', projects === 0 ? 0 : projects * random.int(900, 400_000)],
  ];
}

function decisions(random: Random, scale: Scale, organ: Organ): number {
  if (random.chance(organ.region ? 0.05 : 0.35)) return 0;
  return random.int(1, organ.region ? MOST[scale] * 3 : MOST[scale]);
}

/** 万元 with up to four digits after the point. A small organ never takes a hundred million. */
function fee(random: Random, scale: Scale, organ: Organ): number {
  if (random.chance(organ.town ? 0.9 : 0.5)) return 0;
  const most = organ.region ? MOST[scale] : Math.min(MOST[scale], 3000);
  const places = random.pick([0, 1, 2, 2, 4]);
  return Number(
    (random.int(1, most) + (places === 0 ? 0 : random.int(1, 10 ** places - 1) / 10 ** places)).toFixed(places),
  );
}
