import { translator } from '../../pwa/ui/index';
import { en } from './locale/en';
import { zhCn } from './locale/zh-cn';

/** Texts of the panel. */
export const t = translator(zhCn, en);
