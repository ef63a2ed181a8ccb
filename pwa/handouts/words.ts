/** Words of the hand-outs. Their language is chosen by itself: an office that works in English still hands out in Chinese. */
import type { Language } from '../../core/index';
import { translator } from '../ui/i18n';
import { en } from './locale/en';
import { zhCn } from './locale/zh-cn';

const tables = {
  'zh-CN': translator(zhCn, en, () => 'zh-CN'),
  en: translator(zhCn, en, () => 'en'),
} as const;

export type Words = (typeof tables)['zh-CN'];

export function wordsIn(language: Language): Words {
  return tables[language];
}
