/**
 * The looks of a document by GB/T 9704—2012, 党政机关公文格式: A4, margins of 37 and 28 mm, titles in 小标宋, text in 仿宋
 * of size three, 28 points from line to line. Each font names what stands in for it where it is missing.
 */
import { XML_HEAD } from '../xml';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

interface Font {
  readonly name: string;
  /** Names that the same or a like face has elsewhere, best first. */
  readonly instead: readonly string[];
  readonly family: 'roman' | 'modern' | 'script' | 'swiss';
}

const TITLE: Font = {
  name: '方正小标宋简体',
  instead: ['方正小标宋_GBK', '华文中宋', '宋体', 'SimSun', 'Noto Serif CJK SC'],
  family: 'roman',
};
const BODY: Font = { name: '仿宋_GB2312', instead: ['仿宋', 'FangSong', '华文仿宋', 'STFangsong'], family: 'modern' };
const HEAVY: Font = { name: '黑体', instead: ['SimHei', '华文黑体', '微软雅黑'], family: 'swiss' };
const KAI: Font = { name: '楷体_GB2312', instead: ['楷体', 'KaiTi', '华文楷体'], family: 'script' };
const SONG: Font = { name: '宋体', instead: ['SimSun', '新宋体'], family: 'roman' };
const FONTS: readonly Font[] = [TITLE, BODY, HEAVY, KAI, SONG];
/** Digits and letters. */
const LATIN = 'Times New Roman';

export function fontTableXml(): string {
  const fonts = FONTS.map(
    ({ name, instead, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead.join(',')}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  const latin = `<w:font w:name="${LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`;
  return `${XML_HEAD}<w:fonts xmlns:w="${WORD}">${fonts.join('')}${latin}</w:fonts>`;
}

/** `half`: size in half points. */
function runOf({ name }: Font, half: number, more = ''): string {
  return `<w:rPr><w:rFonts w:ascii="${LATIN}" w:hAnsi="${LATIN}" w:eastAsia="${name}" w:cs="${LATIN}"/>${more}<w:sz w:val="${half}"/><w:szCs w:val="${half}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>`;
}

interface Look {
  readonly id: string;
  readonly name: string;
  readonly font: Font;
  readonly half: number;
  readonly paragraph: string;
}

const LINE = '<w:spacing w:before="0" w:after="0" w:line="560" w:lineRule="exact"/>';
const INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';

/** `id` is what paragraphs name; the order of elements is the schema's. */
const LOOKS: readonly Look[] = [
  {
    id: 'title',
    name: 'Title',
    font: TITLE,
    half: 44,
    paragraph: '<w:spacing w:before="0" w:after="240" w:line="640" w:lineRule="exact"/><w:jc w:val="center"/>',
  },
  {
    id: 'heading1',
    name: 'heading 1',
    font: HEAVY,
    half: 32,
    paragraph: `<w:keepNext/>${LINE}${INDENT}<w:outlineLvl w:val="0"/>`,
  },
  {
    id: 'heading2',
    name: 'heading 2',
    font: KAI,
    half: 32,
    paragraph: `<w:keepNext/>${LINE}${INDENT}<w:outlineLvl w:val="1"/>`,
  },
  { id: 'body', name: 'Body Text', font: BODY, half: 32, paragraph: `${LINE}${INDENT}<w:jc w:val="both"/>` },
  { id: 'plain', name: 'plain', font: BODY, half: 32, paragraph: LINE },
  {
    id: 'signature',
    name: 'signature line',
    font: BODY,
    half: 32,
    paragraph: `${LINE}<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>`,
  },
  {
    id: 'note',
    name: 'note',
    font: BODY,
    half: 24,
    paragraph: '<w:spacing w:before="60" w:after="120" w:line="360" w:lineRule="exact"/>',
  },
  { id: 'head', name: 'table head', font: HEAVY, half: 21, paragraph: '<w:jc w:val="center"/>' },
  { id: 'cell', name: 'table cell', font: BODY, half: 21, paragraph: '' },
  { id: 'middle', name: 'table middle', font: BODY, half: 21, paragraph: '<w:jc w:val="center"/>' },
  { id: 'number', name: 'page number', font: SONG, half: 28, paragraph: '' },
];

export function stylesXml(): string {
  const styles = LOOKS.map(
    ({ id, name, font, half, paragraph }) =>
      `<w:style w:type="paragraph" w:customStyle="${/^[a-z]/.test(name) && !name.startsWith('heading') ? 1 : 0}" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr>${runOf(font, half)}</w:style>`,
  );
  const normal = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>${runOf(BODY, 32)}</w:style>`;
  return `${XML_HEAD}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault>${runOf(BODY, 32)}</w:rPrDefault><w:pPrDefault/></w:docDefaults>${normal}${styles.join('')}</w:styles>`;
}

/** East Asian fonts stand at each run too: programs that know no styles of ours still set them right. */
export function runLook(style: string): string {
  const look = LOOKS.find(({ id }) => id === style);
  return look === undefined
    ? ''
    : `<w:rFonts w:hint="eastAsia" w:ascii="${LATIN}" w:hAnsi="${LATIN}" w:eastAsia="${look.font.name}" w:cs="${LATIN}"/>`;
}
