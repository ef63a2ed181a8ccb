/** Whether two names are of one organ. Cautious: where a name leaves it open, they are two. */
import { regionsOf } from './organ';
import { remembering } from './remembering';
import { essence } from './text';

/** `equal`: the same name but for its usual short forms. `shorter`: one of them leaves out the regions above its own. */
export type Likeness = 'equal' | 'shorter' | null;

interface OrganKey {
  /** Regions above the organ's own, outermost first: 示例省, 示例市 of 示例省示例市示例县教育局. */
  readonly above: readonly string[];
  /** From the organ's own region on. Without a region it is the whole name: 教育局 is no county's in particular. */
  readonly name: string;
}

const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/["'“”‘’()[\]【】〔〕·\-—–]/g, ''],
  [/人民政府/g, '政府'],
  [/政府(?:办公室|办公厅)/g, '政府办'],
  [/街道办事处|街道办/g, '街道'],
  // An office that a county's government sends out carries that name in full at times: 示例县人民政府城关街道办事处.
  [/(?<=[市县区旗])政府(?=[^政府]{1,8}街道$)/g, ''],
  [/管理委员会|管委会/g, '管委'],
  [/委员会/g, '委'],
  [/(?<=.{4})[和与]/g, ''],
];

/** 城乡, 城市 and 开发区 begin the name of an office as well as that of a place. */
const NO_PLACE = /城乡|城市|城区|社区|园区|农村|开发|高新|经济|工业|技术|保税|度假|风景|管理|示范|地质|旅游|^新区$/;

export const organKey: (name: string) => OrganKey = remembering((name) => {
  let plain = essence(name);
  for (const [pattern, short] of SHORT_FORMS) plain = plain.replace(pattern, short);
  const regions = placesOf(plain);
  const above = regions.slice(0, -1);
  return { above, name: plain.slice(above.join('').length) };
});

const STREET = /^.{1,8}?街道/;

/** The regions that a name begins with, a street’s among them. */
function placesOf(plain: string): string[] {
  const regions = regionsOf(plain);
  const end = regions.findIndex((region) => NO_PLACE.test(region));
  const places = end < 0 ? regions : regions.slice(0, end);
  const street = end < 0 ? STREET.exec(plain.slice(places.join('').length))?.[0] : undefined;
  return street === undefined || NO_PLACE.test(street) ? places : [...places, street];
}

const TOWN = /(?:镇|乡|街道)$/;

/**
 * 示例省, 示例市, 示例县 of 示例省示例市示例县教育局: the regions an organ is of, outermost first. A town is one only where the
 * name tells of no region above it.
 */
export const regionsAbout: (organ: string) => readonly string[] = remembering((organ) => {
  const places = placesOf(essence(organ));
  const upper = places.filter((place) => !TOWN.test(place));
  return upper.length > 0 ? upper : places;
});

export function likenessOf(a: string | null, b: string | null): Likeness {
  if (a === null || b === null) return null;
  const [one, other] = [organKey(a), organKey(b)];
  if (one.name !== other.name) return null;
  const [short, long] = one.above.length <= other.above.length ? [one.above, other.above] : [other.above, one.above];
  if (short.length === long.length) return short.every((region, at) => region === long[at]) ? 'equal' : null;
  const rest = long.slice(long.length - short.length);
  return short.every((region, at) => region === rest[at]) ? 'shorter' : null;
}

/** The names of an organ that its text may use: whole, from its own region on, and its region. Longest first. */
export function namesOf(organ: string): string[] {
  const plain = essence(organ);
  const regions = placesOf(plain);
  const own = plain.slice(regions.slice(0, -1).join('').length);
  const beside = plain.slice(regions.join('').length);
  // 蓼子乡人民政府 calls itself 蓼子乡; 教育局 alone is a word of every county’s.
  const names = [plain, own, own.replace(/(?:人民政府|政府)?(?:办公室|办公厅|办事处)?$/, ''), beside, ...regions];
  return [...new Set(names)]
    .filter((name) => name.length >= 3 || regions.includes(name))
    .sort((a, b) => b.length - a.length);
}
