/** What kind of organ a name belongs to: its level, and whether its report is of a region or of the organ alone. */
import { matchesOf } from './matches';
import { simplify, withoutSpace } from './text';

/** Of the region that the organ belongs to; null where the name does not tell. */
export type OrganLevel = 'nation' | 'province' | 'city' | 'county' | 'town';

/**
 * `government`: 人民政府. `office`: 人民政府办公室, 办公厅. `department`: 局, 委, 厅 …. `committee`: 管委会, 开发区.
 * `street`: 街道办事处, an agency of a government at the level of a town.
 */
export type OrganKind = 'government' | 'office' | 'department' | 'committee' | 'street';

export interface OrganClass {
  readonly level: OrganLevel | null;
  readonly kind: OrganKind | null;
  /**
   * What its report usually counts: `region` the whole region with its departments and lower governments (a county’s
   * government and above), `organ` the organ itself. Null where both occur.
   */
  readonly scope: 'region' | 'organ' | null;
}

const KINDS: readonly (readonly [OrganKind, RegExp])[] = [
  ['street', /街道(?:办事处|办)?$|办事处$/],
  ['office', /政府(?:办公室|办公厅|办)$|^(?:国务院)?办公厅$/],
  ['committee', /管理?委员会$|管委会$|开发区$|(?:高新|新|园|保税|度假)区$|园$/],
  ['government', /(?:政府|镇|乡)$/],
  [
    'department',
    /(?:局|委|委员会|厅|部|署|办公室|办|中心|院|处|队|总队|支队|大队|所|站|社|馆|会|公司|学校|大学|医院)$/,
  ],
];

/** The last region that a name begins with tells its level: 江苏省宿迁市沭阳县发展和改革局 is of a county. */
const REGION =
  /.{1,12}?(?:省|自治区|自治州|地区|盟|林区|特区|矿区|市辖区|新区|市(?!区)|自治县|县|自治旗|旗|区(?![块域划镇])|州(?![市县区])|民族乡|镇(?![市县区])|乡(?![市县区镇]))/gy;

export function classifyOrgan(name: string | null): OrganClass {
  const plain = withoutSpace(simplify(name ?? ''));
  const kind = KINDS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
  const level = levelOf(plain, kind);
  return { level, kind, scope: scopeOf(level, kind) };
}

/**
 * What a department is for may hold the words for regions: 示例市城市管理局, 示例县住房和城乡建设局, 社区服务中心. 城市 is
 * such a word only behind a region or a conjunction: 聊城市 is a city.
 */
const DUTIES = /(?<=[省市县区旗州盟和与及、])城[市乡镇](?!$)|城市管理|城市更新|住房城乡|城乡|社区|小区|林区(?=管理)/g;

/** 江苏省, 宿迁市, 沭阳县 of 江苏省宿迁市沭阳县发展和改革局: the name begins with them one by one. */
export function regionsOf(name: string): string[] {
  const place = /(?:政府|镇|乡)$/.test(name) ? name : name.replace(DUTIES, (duty) => '　'.repeat(duty.length));
  return matchesOf(place, REGION).map(([text]) => text);
}

function levelOf(plain: string, kind: OrganKind | null): OrganLevel | null {
  if (kind === 'street') return 'town';
  if (/^(?:国家|国务院|中华人民共和国|全国)/.test(plain)) return 'nation';
  const regions = regionsOf(plain);
  const last = regions.at(-1);
  if (last === undefined) return null;
  if (/(?:乡|镇)$/.test(last)) return 'town';
  if (/(?:自治区|省)$/.test(last)) return 'province';
  if (/^(?:北京|天津|上海|重庆)市$/.test(last)) return 'province';
  if (/(?:县|旗|区|林区)$/.test(last) && !/地区$/.test(last)) return 'county';
  if (/(?:州|盟|地区)$/.test(last)) return 'city';
  // 市: of a prefecture or of a county. Below another 市 or a 州 it is a county’s; else both are possible.
  return /市$/.test(last) && regions.slice(0, -1).some((each) => /[市州盟]$/.test(each)) ? 'county' : null;
}

function scopeOf(level: OrganLevel | null, kind: OrganKind | null): OrganClass['scope'] {
  if (kind === 'government') return level === 'town' ? 'organ' : 'region';
  return kind === null || kind === 'committee' ? null : 'organ';
}
