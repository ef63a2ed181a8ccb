import { translator } from '../../pwa/ui/index';
import { en } from './locale/en';
import { zhCn } from './locale/zh-cn';

export const t = translator(zhCn, en);
