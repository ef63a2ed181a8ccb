/** Words about checklists for the screens that let one choose. They come with those. */
export const zhCn = {
  none: '不用清单',
  default: '与新报告相同',
  'group.own': '自己的',
  'group.ready': '现成的',
  gone: '已删除的清单',
  label: '核查清单',
  'label.batch': '本批用清单',
  'label.new': '新报告用清单',
  of: '按清单“{name}”版本 {version} 核查',
  without: '未用核查清单',
  'recheck.shown': '用它重核列出的 {count} 份',
  'recheck.running': '正在重核 {done}／{total}',
  'recheck.done': '已重核 {count} 份报告',
  'recheck.failed': '没有全部重核（{reason}），已重核的留着，可再试一次。',
  'choice.kept': '已记住',
  edit: '管理清单',
} as const;
