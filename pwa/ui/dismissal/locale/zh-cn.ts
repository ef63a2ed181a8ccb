/** Words on how far a dismissal reaches: the same in the panel and in the app. */
export const zhCn = {
  'status.said.wide': '已记为“经核实无误”：{scope}',
  'scope.title': '这个理由适用于',
  'scope.finding': '只这一项问题',
  'scope.cell': '本报告的这些单元格（数值不变时）',
  'scope.rule': '这条规则，所有报告',
  'scope.because': '{scope}：{reason}',
  'scope.takeBack': '撤回',
  'scope.taken': '已撤回',
} as const;
