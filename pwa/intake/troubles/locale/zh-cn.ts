/** Words on files that could not be kept. */
export const zhCn = {
  notKept: '未保存。',
  crashed: '核查时程序出错（{reason}），其余文件不受影响。',
  paste: '粘贴的内容',
  more: '再显示 {count} 条',
  dismiss: '全部知道了（{count}）',
  picture:
    '这是图片或扫描件，没有文字可读，数字也不从像素里猜。请用有文字的原文件（Word、网页或带文字的 PDF），或对照录入：图片旁一张空表，边录边核对。',
  enter: '对照录入',
  'enter.named': '对照录入 {name}',
  unrecognised: '没有认出政府信息公开工作年度报告的表格，未作核对。请确认选对了文件，表格不是图片。',
  'unrecognised.doubts':
    '没有认出政府信息公开工作年度报告的表格，正文另有 {count} 处疑问。请确认选对了文件，表格不是图片。',
  timeout:
    '读了 {seconds} 秒还没有读完，已放弃这份文件，其余不受影响。请另存为 .docx 或网页（.html）后再试，或单独重试。',
  nested: '这是压缩包里的压缩包，没有打开。请先解压，再把里面的文件拖进来。',
  archiveTotal: '压缩包解开后超过 {size} GB，这份没有打开。请分成几个压缩包，或先解压再拖入文件夹。',
} as const;
