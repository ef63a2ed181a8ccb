/** The damaged file of a number: the same seed and number give the same bytes for ever, so that each can be run again. */
import { seeded } from '../support/random';
import { mutatedMarkup } from './markup';
import { mutated } from './mutate';
import { insideOle, insideZip } from './repack';
import { type ReaderName, seedsOf } from './seeds';

const INSIDE: Partial<Record<ReaderName, typeof insideZip>> = {
  docx: insideZip,
  xlsx: insideZip,
  doc: insideOle,
  xls: insideOle,
  html: mutatedMarkup,
};

export async function caseOf(reader: ReaderName, seed: number, index: number): Promise<Uint8Array> {
  const random = seeded(`${seed}/${reader}/${index}`);
  const whole = await seedsOf(reader);
  const bytes = random.pick(whole);
  const other = random.pick(whole);
  const inside = INSIDE[reader];
  const way = inside !== undefined && random.chance(0.6) ? inside : mutated;
  return way(bytes, random, other);
}
