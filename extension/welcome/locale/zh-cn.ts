/** Words of the page that shows how to use it. */
export const zhCn = {
  title: '勾稽：三步核查一篇年报',
  language: '换成 English',
  lead: '勾稽核对政府信息公开工作年度报告的数字：表格各行各列的合计、正文与表格、上年与本年。',
  'mark.picture': '一篇年报网页，不相符的数字带框和波浪线，旁边写着应为多少',
  'mark.title': '打开年报，点勾稽图标',
  'mark.text':
    '图标在浏览器工具栏上，也可以按 {keys}，或在网页上点右键。不相符的格子当场标出，网页本身不改动。建议把图标固定在工具栏上。',
  'panel.picture': '侧边栏里的问题清单，每一项写着算式和应为的数',
  'panel.title': '看算式，定是非',
  'panel.text': '旁边列出每一处问题：哪几个数、怎么算、应为多少。点数字，网页跟着走；记下“属实”或“无误”的理由。',
  'app.picture': '勾稽应用里的一份报告：重画的表格和问题',
  'app.title': '保存，复核，交接',
  'app.text': '按 S 保存报告并封存证据。在应用里离线复核、导出，交给同事；也可以拖入 Word、PDF 等文件核查。',
  private: '全部在本机进行，不联网，不上传；平时只读取你点了图标的网页。',
  'open.app': '打开勾稽的应用',
  'open.options': '选项',
} as const;
