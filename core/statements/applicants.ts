/** 申请人: who made the requests. */
import { gather } from '../document/gather';
import { type Said, sum } from './said';

const ORGANISATIONS = ['company', 'research', 'charity', 'legalService', 'otherOrganisation'] as const;
/** 公民、法人和其他组织 are everybody who may ask. */
const ALL_APPLICANTS = /(?:自然人|公民|个人)(?:、|和|及|或|与|以及)?(?:法人|企业|单位|其他组织)/;
const APPLICANTS: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/自然人|公民|个人/, '自然人', ['individual']],
  [/科研机构/, '科研机构', ['research']],
  [/社会公益组织/, '社会公益组织', ['charity']],
  [/法律服务机构|律师事务所/, '法律服务机构', ['legalService']],
  [/商业企业/, '商业企业', ['company']],
  [/(?<!商业)企业/, '企业', ['company']],
  [/(?<!商业)企业/, '企业', ORGANISATIONS],
  [/法人(?:或|和|及)?(?:者)?(?:其他|其它)?组织|法人|单位申请/, '法人或其他组织', ORGANISATIONS],
];

/** `ofReceived`: the sentence splits what was received, so that those decided are not meant. */
export function applicantBy(words: string, ofReceived = false): Said | null {
  if (ALL_APPLICANTS.test(words)) return null;
  const found = APPLICANTS.filter(([pattern]) => pattern.test(words));
  const [, name] = found[0] ?? [];
  if (name === undefined) return null;
  const rows = [['received'], ['received', 'carriedIn'], ...(ofReceived ? [] : [['decided']])];
  const readings = gather(
    found.filter((each) => each[1] === name),
    ([, , columns]) =>
      rows.map((own) => sum(...gather(own, (row) => columns.map((column) => `applications.${row}.${column}`)))),
  );
  return { subject: 'applicant', words: name, readings };
}

/** 公民 and 个人 are natural persons, and in loose words everybody who asks. */
export function isAnybody(words: string): boolean {
  return /公民|个人/.test(words) && !/自然人/.test(words);
}

/** All organisations’ requests received, where all are said to come from individuals. */
export const NOT_INDIVIDUAL = sum(...ORGANISATIONS.map((column) => `applications.received.${column}`));
