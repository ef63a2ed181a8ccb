import { translator } from '../i18n';
import { en } from './locale/en';
import { zhCn } from './locale/zh-cn';

/** Texts of dismissals, which load with what dismisses. */
export const t = translator(zhCn, en);
