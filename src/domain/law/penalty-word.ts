// Which words do the rows of the penalties share: authorities, what is confiscated, what else is ordered?
import type { Label } from '../kernel/label.ts';
import { en, listed, zh } from '../kernel/wording.ts';
import { cite } from './assess-law.ts';
import type { ActCode } from './fact-act.ts';

export const WILDLIFE: Label = [
  '县级以上人民政府野生动物保护主管部门',
  'wildlife protection department of the people’s government at county level or above',
];
export const LOCAL: Label = [
  '县级以上地方人民政府野生动物保护主管部门',
  'wildlife protection department of the local people’s government at county level or above',
];
export const DUTIES: Label = ['按照职责分工', ', each within its duties'];
export const HUNT_48: Label = [
  zh`${WILDLIFE}、海警机构和有关自然保护地管理机构${DUTIES}`,
  en`${WILDLIFE}, the coast guard and the administration of the nature reserve concerned${DUTIES}`,
];
export const HUNT_49: Label = [
  zh`${LOCAL}和有关自然保护地管理机构${DUTIES}`,
  en`${LOCAL} and the administration of the nature reserve concerned${DUTIES}`,
];
export const TRADE: Label = [
  zh`${WILDLIFE}和市场监督管理部门${DUTIES}`,
  en`${WILDLIFE} and the market regulation department${DUTIES}`,
];
export const TRADE_LOCAL: Label = [
  zh`${LOCAL}和市场监督管理部门${DUTIES}`,
  en`${LOCAL} and the market regulation department${DUTIES}`,
];
export const POLICE: Label = ['公安机关', 'police'];

/** What the multiple of 价值 is of; told apart where a row confiscates animals only. */
export const PRODUCTS: Label = ['野生动物及其制品', 'wildlife and its products'];
export const ANIMALS: Label = ['野生动物', 'wildlife'];
export const PROCEEDS: Label = ['违法所得', 'unlawful proceeds'];
export const CATCH: readonly Label[] = [['猎获物', 'catch'], ['猎捕工具', 'hunting tools'], PROCEEDS];
export const GOODS: readonly Label[] = [PRODUCTS];
export const GOODS_GAIN: readonly Label[] = [PRODUCTS, PROCEEDS];

export const CORRECT: Label = ['责令限期改正', 'order to correct it within a time set'];
export const STOP: Label = ['责令停止违法行为', 'order to stop the unlawful act'];
export const CLOSE: Label = ['责令关闭违法经营场所', 'order to close the place of the unlawful business'];
export const EDUCATE: Label = ['给予批评教育', 'criticism and education'];
export const PUBLIC_ORDER: Label = [
  '构成违反治安管理行为的，由公安机关给予治安管理处罚',
  'where it breaks the law on public security administration, the police impose a public security penalty',
];
/** The articles that 第50条第1款 refers to. */
export const SEVERELY = listed([cite('wildlife', 48), cite('wildlife', 49), cite('wildlife', 52)]);

export const HUNT: readonly ActCode[] = ['hunt', 'gunHunt'];
