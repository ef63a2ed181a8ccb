import { translator } from '../i18n';
import { en } from './locale/en';
import { zhCn } from './locale/zh-cn';

/** Texts of inferred sums, which load with them. */
export const t = translator(zhCn, en);
