import { translator } from '../../ui/i18n';
import { en } from './locale/en';
import { zhCn } from './locale/zh-cn';

/** Texts of this screen, which load with it. */
export const t = translator(zhCn, en);
