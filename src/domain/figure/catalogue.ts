// Which figures does the ledger know? The one list; its order is the order of the explorer and the statistics table.
import type { Label } from '../kernel/label.ts';
import { CAMPAIGN_FIGURES } from './catalogue-campaign.ts';
import { CASE_FIGURES } from './catalogue-case.ts';
import { FIELD_FIGURES } from './catalogue-field.ts';
import { PERMIT_FIGURES } from './catalogue-permit.ts';
import { PUBLICITY_FIGURES } from './catalogue-publicity.ts';
import type { Figure } from './figure.ts';

export const FIGURES: readonly Figure[] = [
  ...CAMPAIGN_FIGURES,
  ...FIELD_FIGURES,
  ...CASE_FIGURES,
  ...PERMIT_FIGURES,
  ...PUBLICITY_FIGURES,
];

/** Chapters of the explorer, by the first part of a figure's id. */
export const FAMILIES: Readonly<Record<string, Label>> = {
  basis: ['依据文件', 'Basis'],
  campaign: ['专项行动', 'Campaigns'],
  leadingGroup: ['领导小组', 'Leading group'],
  taskForce: ['工作专班', 'Task force'],
  duty: ['职责分工', 'Duties'],
  target: ['打击重点', 'Targets'],
  team: ['分组划片', 'Teams'],
  watch: ['重点布控', 'Watches'],
  mechanism: ['长效机制', 'Mechanisms'],
  problem: ['存在问题', 'Problems'],
  measure: ['下一步措施', 'Next steps'],
  area: ['乡镇片区', 'Areas'],
  agency: ['单位', 'Agencies'],
  person: ['人员', 'People'],
  station: ['监测站点', 'Stations'],
  turnout: ['出动', 'Turnout'],
  joint: ['联合执法', 'Joint enforcement'],
  inspection: ['检查', 'Inspections'],
  patrol: ['巡查', 'Patrols'],
  venue: ['场所底册与覆盖', 'Venues and coverage'],
  stall: ['摊位', 'Stalls'],
  site: ['野外点位', 'Field sites'],
  clue: ['线索', 'Clues'],
  case: ['案件', 'Cases'],
  penalty: ['处罚', 'Penalties'],
  seizure: ['收缴', 'Seizures'],
  release: ['放归处置', 'Releases'],
  rescue: ['救护', 'Rescue'],
  permit: ['许可', 'Permits'],
  review: ['年审', 'Annual reviews'],
  stock: ['库存', 'Stock'],
  plan: ['消耗计划', 'Consumption plans'],
  farm: ['养殖场', 'Farms'],
  notice: ['通告', 'Notices'],
  posting: ['张贴', 'Posting'],
  suspension: ['停止令', 'Suspensions'],
  material: ['宣传资料', 'Materials'],
  event: ['宣传活动', 'Events'],
  media: ['媒体报道', 'Media'],
};

const BY_ID = new Map(FIGURES.map((f) => [f.id, f]));

/** The figure `id`, or undefined. */
export function findFigure(id: string): Figure | undefined {
  return BY_ID.get(id);
}

/** The figure `id`; throws when there is none (a bug, not a refusal). */
export function getFigure(id: string): Figure {
  const found = BY_ID.get(id);
  if (!found) throw new Error(`no figure ${id}`);
  return found;
}
