// Which hunting tools and methods are banned, by whom, and what do officers call them?
import type { Label } from '../kernel/label.ts';
import type { Term } from './taxonomy.ts';

/** law24 野生动物保护法24条1款 · regulation18 陆生野生动物保护实施条例18条 · gunLaw 枪支管理法 · local 24条2款, if the county published it · none. */
export type ToolBan = 'law24' | 'regulation18' | 'gunLaw' | 'local' | 'none';

export interface ToolType extends Term {
  readonly kind: 'tool' | 'method';
  readonly ban: ToolBan;
  readonly note: Label | null;
}

const LOCAL: Label = [
  '国家未禁；县级以上地方政府依第24条第2款另行规定并公布的，从其规定。',
  'Not banned nationally; banned where a county or higher government has published it (art. 24(2)).',
];

/** Art. 24's exception (conservation, science, plant protection) is a fact of the case, not of the tool. */
export const TOOL_TYPES = [
  {
    code: 'poison',
    label: ['毒药', 'Poison'],
    kind: 'tool',
    ban: 'law24',
    aliases: ['毒饵', '农药', '呋喃丹', '药'],
    note: null,
  },
  {
    code: 'explosive',
    label: ['爆炸物', 'Explosive'],
    kind: 'tool',
    ban: 'law24',
    aliases: ['炸药', '炸弹', '雷管', '口香炸弹'],
    note: null,
  },
  {
    code: 'electric',
    label: ['电击装置', 'Electric-shock device'],
    kind: 'tool',
    ban: 'law24',
    aliases: ['放电猫', '电猫', '电网', '电瓶', '逆变器', '电击', '高压电网', '电捕器', '电鱼机'],
    note: null,
  },
  {
    code: 'electronicLure',
    label: ['电子诱捕装置', 'Electronic lure'],
    kind: 'tool',
    ban: 'law24',
    aliases: ['诱鸟器', '播放器', '电子诱捕器', '电媒', '录音机', '鸟媒机'],
    note: null,
  },
  {
    code: 'snare',
    label: ['猎套', 'Snare'],
    kind: 'tool',
    ban: 'law24',
    aliases: ['吊', '钢丝套', '弹簧套', '套子', '钢丝绳套', '铁丝套', '吊索'],
    note: null,
  },
  {
    code: 'trap',
    label: ['猎夹', 'Leg-hold trap'],
    kind: 'tool',
    ban: 'law24',
    aliases: ['铁夹', '夹子', '兽夹', '捕兽夹', '踩夹'],
    note: null,
  },
  {
    code: 'birdNet',
    label: ['捕鸟网', 'Bird net'],
    kind: 'tool',
    ban: 'law24',
    aliases: ['粘网', '雾网', '鸟网', '丝网', '天网', '张网'],
    note: null,
  },
  {
    code: 'groundGun',
    label: ['地枪', 'Set gun'],
    kind: 'tool',
    ban: 'law24',
    aliases: ['地弩枪', '自动地枪'],
    note: null,
  },
  {
    code: 'rowGun',
    label: ['排铳', 'Volley gun'],
    kind: 'tool',
    ban: 'law24',
    aliases: ['排枪'],
    note: null,
  },
  {
    code: 'nightLight',
    label: ['夜间照明行猎', 'Hunting with lights at night'],
    kind: 'method',
    ban: 'law24',
    aliases: ['头灯', '强光手电', '夜间照明', '探照灯', '夜猎'],
    note: null,
  },
  {
    code: 'encirclement',
    label: ['歼灭性围猎', 'Annihilating drive hunt'],
    kind: 'method',
    ban: 'law24',
    aliases: ['围猎'],
    note: null,
  },
  {
    code: 'nestDestruction',
    label: ['捣毁巢穴', 'Destroying nests and dens'],
    kind: 'method',
    ban: 'law24',
    aliases: ['掏窝', '掏鸟窝', '挖洞', '毁巢'],
    note: null,
  },
  {
    code: 'fire',
    label: ['火攻', 'Fire'],
    kind: 'method',
    ban: 'law24',
    aliases: ['火烧', '放火'],
    note: null,
  },
  {
    code: 'smoke',
    label: ['烟熏', 'Smoke'],
    kind: 'method',
    ban: 'law24',
    aliases: ['熏洞', '烟薰'],
    note: null,
  },
  {
    code: 'netting',
    label: ['网捕', 'Netting'],
    kind: 'method',
    ban: 'law24',
    aliases: ['张网捕捉', '撒网'],
    note: null,
  },
  {
    code: 'militaryWeapon',
    label: ['军用武器', 'Military weapon'],
    kind: 'tool',
    ban: 'regulation18',
    aliases: ['军用枪支', '制式枪支'],
    note: null,
  },
  {
    code: 'airGun',
    label: ['汽枪(气枪)', 'Air gun'],
    kind: 'tool',
    ban: 'regulation18',
    aliases: ['气枪', '汽枪', '高压气枪', '气步枪'],
    note: null,
  },
  {
    code: 'unattendedDevice',
    label: ['非人为直接操作并危害人畜安全的狩猎装置', 'Unattended device dangerous to people and stock'],
    kind: 'tool',
    ban: 'regulation18',
    aliases: ['陷阱', '地弓', '地弩', '自动装置', '窖'],
    note: null,
  },
  {
    code: 'firearm',
    label: ['枪支', 'Firearm'],
    kind: 'tool',
    ban: 'gunLaw',
    aliases: ['土铳', '猎枪', '火铳', '鸟铳', '土枪', '自制枪', '射钉枪'],
    note: [
      '土铳布设无人操作的，属地枪；持有另涉枪支管理。',
      'A home-made gun set unattended is a set gun; possession is a firearms matter besides.',
    ],
  },
  {
    code: 'slingshot',
    label: ['弹弓', 'Slingshot'],
    kind: 'tool',
    ban: 'local',
    aliases: ['弹弓枪', '钢珠弹弓'],
    note: LOCAL,
  },
  {
    code: 'crossbow',
    label: ['弓弩', 'Crossbow or bow'],
    kind: 'tool',
    ban: 'local',
    aliases: ['弩', '弓箭', '毒镖弩', '复合弓'],
    note: LOCAL,
  },
  {
    code: 'cage',
    label: ['诱捕笼', 'Cage trap'],
    kind: 'tool',
    ban: 'local',
    aliases: ['鸟笼', '捕笼', '笼子', '铁笼', '地笼', '捕鼠笼'],
    note: LOCAL,
  },
  {
    code: 'huntingDog',
    label: ['猎犬', 'Hunting dog'],
    kind: 'method',
    ban: 'local',
    aliases: ['猎狗', '细狗', '狗撵'],
    note: LOCAL,
  },
  {
    code: 'other',
    label: ['其他工具或方法', 'Other tool or method'],
    kind: 'tool',
    ban: 'none',
    aliases: ['其他', '其它'],
    note: null,
  },
] as const satisfies readonly ToolType[];

export type ToolTypeCode = (typeof TOOL_TYPES)[number]['code'];
