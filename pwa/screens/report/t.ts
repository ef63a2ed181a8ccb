import { translator } from '../../ui/i18n';
import { en } from './locale/en';
import { zhCn } from './locale/zh-cn';

/** Of what the report screen alone says; `../../t` has what others say too. */
export const own = translator(zhCn, en);
