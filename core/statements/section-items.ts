/** 总体情况 tells of five things; each is known by any of the words that organs use for it. */

/** `appraisal`: what governments tell in addition, anywhere in the report. */
export type SectionItem = 'proactive' | 'onRequest' | 'management' | 'platform' | 'supervision' | 'appraisal';

/** Words of one sentence tell the matter, also where no heading of its own does. */
const ITEMS: readonly (readonly [SectionItem, RegExp])[] = [
  [
    'proactive',
    /主动.{0,12}公开|主动发布|(?:公开|发布|公布).{0,24}\d+[余多]?[条件篇份个项次则]|应公开尽公开|(?:公开|发布|公布)了?(?:内容|范围|重点|事项|重要|重大|各类|相关)/,
  ],
  ['onRequest', /申请/],
  [
    'management',
    /管理|规范性文件|保密|审查|审核|三审|三校|源头|属性|目录|指南|清理|更新|归档|制度|台账|信息资源|动态调整|发布(?:程序|流程|机制)/,
  ],
  [
    'platform',
    /平台|网站|网页|门户|公众号|微信|微博|新媒体|客户端|APP|专栏|专区|栏目|公开栏|公示栏|公告栏|公报|查阅点|查阅场所|电子屏|网上/i,
  ],
  [
    'supervision',
    /监督|保障|考核|培训|评议|追究|问责|检查|自查|督查|督办|领导小组|组织领导|专人|分管|责任制|学习|队伍|通报/,
  ],
];

const APPRAISAL = /考核|评议|追究|问责|追责|考评|绩效|测评/;

/** `text` is the whole section, without white space. */
export function missingItems(text: string): SectionItem[] {
  return ITEMS.filter(([, words]) => !words.test(text)).map(([item]) => item);
}

export function tellsOfAppraisal(text: string): boolean {
  return APPRAISAL.test(text);
}

/** What stands in a section may be cut by the page that quotes it: […]. */
export function isCut(text: string): boolean {
  return /[[【(](?:\.{3,6}|…{1,2}|略|省略|内容省略)[\]】)]|(?:\.{3,6}|……)$/.test(text);
}
