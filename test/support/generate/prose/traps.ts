/** §4.4: numbers that stand near the right words and say nothing of this year, this organ, these requests. */
import type { Random } from '../../random';
import type { Numbers, Pattern } from '../phrases';
import { type Truth, totalOf } from '../truth';

/** Numbers that are none of the tables’. */
function foreign(truth: Truth, random: Random): Numbers {
  const most = Math.max(20, totalOf(truth, 'received') * 3);
  const [some, more] = [random.int(2, most), random.int(2, most)];
  return {
    some,
    more,
    sum: some + more,
    few: random.int(1, 9),
    many: random.int(10, 999),
    year: truth.year - random.int(2, 9),
  };
}

function trap(
  units: readonly string[],
  templates: Pattern['templates'],
  fits: (truth: Truth) => boolean = () => true,
): Pattern {
  return { id: 'trap', units, numbers: (truth, random) => (fits(truth) ? foreign(truth, random) : null), templates };
}

const CASES = ['件', '件', '宗', '起', '条'];

export const TRAPS: readonly Pattern[] = [
  trap(CASES, [
    '自{year~}年以来累计收到政府信息公开申请{many}',
    '历年累计受理依申请公开{many}',
    '{year~}年至今，{S}累计答复政府信息公开申请{many}',
    '自《条例》施行以来，{S}共收到政府信息公开申请{many}',
  ]),
  trap(CASES, [
    '{Y}年上半年，{S}收到政府信息公开申请{few}',
    '{Y}年第一季度收到依申请公开{few}',
    '截至{Y}年11月底，{S}收到政府信息公开申请{few}',
    '{Y}年1至6月受理政府信息公开申请{few}，办结{few}',
    '月均受理政府信息公开申请{few}',
  ]),
  trap(CASES, [
    '{Y-1}年，{S}收到政府信息公开申请{some}，{Y}年申请渠道进一步畅通',
    '上年度同期收到政府信息公开申请{some}',
    '与{Y-1}年收到申请{some}相比，申请内容更加多样',
  ]),
  trap(
    CASES,
    [
      '指导全县各部门办理政府信息公开申请{many}',
      '全市各级行政机关共收到政府信息公开申请{many}',
      '全县各乡镇共受理依申请公开{many}',
      '下属单位收到政府信息公开申请{few}',
    ],
    ({ organ }) => !organ.region && !organ.town,
  ),
  trap(
    CASES,
    ['政府办公室本级收到政府信息公开申请{few}', '其中我办承办政府信息公开申请{few}'],
    ({ organ }) => organ.region,
  ),
  trap(
    ['条', '项', '条'],
    [
      '{S}通过政府门户网站公示行政许可{many}、行政处罚{some}',
      '在“双公示”平台公示行政处罚信息{some}',
      '主动公开行政许可事项{many}',
      '公布行政许可事项清单{many}，行政处罚事项清单{some}',
      '公开规范性文件解读{few}',
      '主动公开行政事业性收费{few}',
      '更新权责清单，其中行政处罚{some}、行政强制{few}',
    ],
  ),
  trap(
    ['件', '件', '条'],
    [
      '受理12345政务服务热线工单{many}，办结率100%',
      '办理领导信箱来信{some}，答复率100%',
      '处理群众留言{some}，均已答复',
      '答复网民留言{many}',
      '办理人大代表建议{few}、政协提案{few}，均已办结答复',
      '接受群众咨询{many}',
      '办理信访事项{some}，按期办结{some}',
      '收到行政许可申请{many}，受理{many}',
      '受理不动产登记申请{many}',
      '受理低保申请{few}，均已办结',
    ],
  ),
  trap(
    ['件', '起'],
    [
      '{S}办理行政复议案件{many}，参加行政应诉{few}',
      '作为行政复议机关受理行政复议申请{many}，审结{some}',
      '行政机关负责人出庭应诉{few}',
    ],
    ({ organ }) => !organ.town,
  ),
  trap(
    ['次', '场', '期'],
    [
      '召开新闻发布会{few}',
      '开展政府信息公开培训{few}',
      '编发政府公报{few}',
      '组织政务公开专题会议{few}，研究部署公开工作',
    ],
  ),
  trap(
    ['条', '篇'],
    [
      '政务微信公众号发布信息{many}',
      '政务微博发布信息{many}，累计阅读{sum}',
      '转载上级文件{some}，发布政策解读{few}等',
    ],
  ),
];
