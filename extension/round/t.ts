import { translator } from '../../pwa/ui/index';
import { en } from './locale/en';
import { zhCn } from './locale/zh-cn';

/** Texts of the pages of rounds. */
export const t = translator(zhCn, en);
