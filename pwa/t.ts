import { en } from './locale/en';
import { zhCn } from './locale/zh-cn';
import { translator } from './ui/i18n';

/** Texts of the app. */
export const t = translator(zhCn, en);
