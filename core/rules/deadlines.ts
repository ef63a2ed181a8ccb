/**
 * 公布期限: until when a report has to be public, as month and day (`01-31`) of the year after the one it reports on.
 *
 * 《政府信息公开条例》 article 49: departments by January 31, governments of a county and above by March 31. It names no
 * date for towns and streets; local notices hold them to January 31 nearly everywhere, so it is a setting.
 */
import type { OrganClass } from '../document/organ';

export interface Deadlines {
  readonly department: string;
  readonly town: string;
  readonly government: string;
}

export const STATUTORY_DEADLINES: Deadlines = { department: '01-31', town: '01-31', government: '03-31' };

/** Bodies that are no departments of a government; article 49 sets them no date. */
const NO_DEPARTMENT = /(?:公司|学校|大学|学院|中学|小学|幼儿园|医院)$/;

/**
 * Month and day until which a report had to be public; null where no date is set. Offices of a government and
 * committees may speak for a whole region, and an unknown organ may be a government: the later date holds for them.
 */
export function limitOf(
  organ: string | null,
  { level, kind }: OrganClass,
  { department, town, government }: Deadlines,
): string | null {
  if (NO_DEPARTMENT.test(organ ?? '')) return null;
  if (kind === 'street' || (kind === 'government' && level === 'town')) return town;
  if (kind === 'government') return government;
  if (kind === 'department') return department;
  return department > government ? department : government;
}
