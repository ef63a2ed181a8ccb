/** Rules in the groups in which a person looks for them. */
import { type Rule, rules } from '../../../core/index';

export const GROUPS = ['sums', 'cells', 'text', 'years', 'format', 'words', 'sets', 'accounts'] as const;
export type RuleGroup = (typeof GROUPS)[number];

const OF_GROUP: Readonly<Record<Exclude<RuleGroup, 'accounts' | 'sets' | 'words'>, RegExp>> = {
  sums: /^(?:t3-|t4-|own-|valid-lt-made)/,
  cells: /^(?:num-|fee-|cells-|procurement-|disclosure-2019|regulation-|zero-table2|direct-suit)/,
  text: /^(?:text-|infofee-)/,
  years: /^(?:x-|similar-last|numbers-same|pending-|review-after)/,
  format: /^(?:table-|old-format|section|title-|period-|publish-late|cited-|listed-)/,
};

export function groupOfRule({ id, about, judgesSet }: Pick<Rule, 'id' | 'about' | 'judgesSet'>): RuleGroup {
  if (about === 'final-accounts') return 'accounts';
  if (judgesSet === true) return 'sets';
  return (Object.entries(OF_GROUP) as [RuleGroup, RegExp][]).find(([, ids]) => ids.test(id))?.[0] ?? 'words';
}

export const RULES_BY_GROUP: readonly (readonly [RuleGroup, readonly Rule[]])[] = GROUPS.map((group) => [
  group,
  rules.filter((rule) => groupOfRule(rule) === group),
]);
