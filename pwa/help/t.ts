import { translator } from '../ui/i18n';
import { en } from './locale/en';
import { zhCn } from './locale/zh-cn';

export const t = translator(zhCn, en);
