/** 无行政事业性收费, 未制发规范性文件, 无行政强制: none of what table two counts. */
import { type Found, type Said, sum } from './said';
import { ENFORCEMENT } from './table-two';

const FEE_NONE = /(?:无|未收取|没有|未产生)行政事业性收费(?:项目|事项|情况|行为)*[.]?$/;
const DOCUMENTS_NONE =
  /(?:未|没有)(?:新)?((?:制定|制发|出台|印发|发布|废止|修订|修改|清理|[、和及或])+)(?:过)?(?:任何)?(?:行政)?规范性文件(?:的)?(?:情况)?[.]?$/;
const ENFORCEMENT_NONE =
  /(?:未|没有|无)(?:作出|实施|办理|发生|开展|产生|采取)?(?:过)?((?:行政许可|行政处罚|行政强制|[、和及或])+)(?:决定|事项|案件|行为|措施|情况)*[.]?$/;

/** What table two counts; said in passing more often than meant for it, so no error rests on it. */
export function noneInTableTwo(text: string): Found[] {
  const found: Found[] = [];
  const add = (match: RegExpExecArray, subject: Said['subject'], words: string, cell: string): void => {
    const doubtful = subject === 'fee' ? {} : ({ doubtful: true } as const);
    const said = { subject, words, readings: [sum(`disclosure.${cell}`)], ...doubtful };
    found.push({ said, at: match.index, length: match[0].length });
  };
  const fee = FEE_NONE.exec(text);
  if (fee !== null) add(fee, 'fee', '行政事业性收费', 'fee.amount');
  const documents = DOCUMENTS_NONE.exec(text);
  if (documents !== null && /制定|制发|出台|印发/.test(documents[1] ?? ''))
    add(documents, 'normativeDocument', '规范性文件制发', 'normativeDocument.made');
  if (documents !== null && /废止/.test(documents[1] ?? ''))
    add(documents, 'normativeDocument', '规范性文件废止', 'normativeDocument.repealed');
  const enforcement = ENFORCEMENT_NONE.exec(text);
  for (const [, name, row] of enforcement === null ? [] : ENFORCEMENT)
    if (enforcement?.[1]?.includes(name)) add(enforcement, 'enforcement', name, `${row}.decisions`);
  return found;
}
