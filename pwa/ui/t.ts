import { translator } from './i18n';
import { en } from './locale/en';
import { zhCn } from './locale/zh-cn';

/** Texts of the shared pieces. */
export const t = translator(zhCn, en);
