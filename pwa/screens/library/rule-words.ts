/** What rules are called, without the core: the list is there before it is. */
import { searchText } from '../../library/search';
import { RULE_NAMES } from '../../locale/rule-names';
import { language } from '../../ui/index';

export function ruleName(id: string): string {
  return RULE_NAMES[id]?.[language.value === 'en' ? 1 : 0] ?? id;
}

const names = Object.entries(RULE_NAMES).map(([id, words]) => ({ id, text: searchText([id, ...words].join(' ')) }));

/** Ids of the rules whose names hold a word. */
export function rulesNamed(word: string): readonly string[] {
  return word.length < 2 ? [] : names.filter(({ text }) => text.includes(word)).map(({ id }) => id);
}
