import { translator } from '../../ui/i18n';
import { en } from './locale/en';
import { zhCn } from './locale/zh-cn';

/** Of the settings alone; `../../t` has what the whole app says. */
export const own = translator(zhCn, en);
