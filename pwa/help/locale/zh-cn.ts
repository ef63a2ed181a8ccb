/** Words of the list of keys. */
export const zhCn = {
  move: '下一个、上一个问题（列表里是下一份、上一份）',
  status: '属实待改、经核实无误、暂缓、已整改、待核实',
  note: '写备注',
  undo: '撤销刚才的操作',
  tab: '前一个、后一个页签',
  report: '下一份、上一份报告',
  search: '筛选',
  open: '选择文件',
  paste: '粘贴并核查（不在输入框里时）',
  tick: '在报告列表里选中、连选',
  list: '报告列表',
  help: '显示本说明',
  batch: '核对结果',
} as const;
