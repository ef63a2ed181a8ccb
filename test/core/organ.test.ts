/** The level of an organ is that of its region, not of what it looks after. */
import { expect, it } from 'vitest';
import { classifyOrgan } from '../../core/document/organ';

it.each([
  ['示例省住房和城乡建设厅', 'province'],
  ['上海市城市管理行政执法局', 'province'],
  ['示例市城市管理局', null],
  ['示例市住房城乡建设局', null],
  ['聊城市住房和城乡建设局', null],
  ['示例市示例区城市管理局', 'county'],
  ['示例县住房和城乡建设局', 'county'],
  ['示例县社区服务中心', 'county'],
  ['示例市城区教育局', 'county'],
  ['青岛市市南区人民政府', 'county'],
  ['示例县示例镇人民政府', 'town'],
  ['示例市示例街道办事处', 'town'],
  ['示例县城关镇人民政府', 'town'],
  ['广西壮族自治区司法厅', 'province'],
  ['国家乡村振兴局', 'nation'],
])('%s: %s', (name, level) => {
  expect(classifyOrgan(name).level).toBe(level);
});
