// How do the base values that are known become the table the product carries, each on the species it covers?
// Run: node scripts/build-base-value.ts <folder with valuation-base-values.json>
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SPECIES, type Species } from '../src/domain/law/species.ts';

/** A row as collected; `unit`, `source`, `confidence` and `note` in the collector's words. */
interface Known {
  readonly group: string;
  readonly taxon: string;
  readonly unit: string;
  readonly baseYuan: number;
  readonly domain: 'terrestrial' | 'aquatic';
  readonly source: string;
  readonly confidence: string;
  readonly from_memory: boolean;
  readonly note: string;
}

/** Narrowest first: a species goes to the row that names it most closely. */
const RANKS = ['species', 'group', 'genus', 'family', 'order'] as const;
type Rank = (typeof RANKS)[number];

/**
 * Our reading of a row's wording. `names` always rank as species. `withhold`: what the wording matches but the row must not
 * value — in the catalogue "其他种/一般种" yields to rows of their own, which our extract does not hold, and those are as a
 * rule the strongly protected ones; times ten, a guess would decide a case.
 */
interface Rule {
  readonly names?: readonly string[];
  readonly genera?: readonly string[];
  readonly families?: readonly string[];
  readonly orders?: readonly string[];
  readonly class?: string;
  readonly endings?: readonly string[];
  readonly except?: readonly string[];
  readonly rank?: Rank;
  readonly only?: 'sanyou' | 'national2' | 'notNational';
  readonly withhold?: 'classOne' | 'national' | readonly string[];
  readonly foreign?: true;
  readonly stage?: 'egg';
  readonly note?: string;
}

const MAMMAL = '哺乳纲';
const BIRD = '鸟纲';
const REPTILE = '爬行纲';
const OTHERS = '“其他种”“一般种”读法为解释：国家一级种多另有专行，本表未收，故不套用。';

const RULES: Readonly<Record<string, Rule>> = {
  '麂(麂属其他种)、狍': { names: ['狍'], genera: ['Muntiacus'], rank: 'genus', withhold: 'national' },
  '果子狸(花面狸)': { names: ['果子狸'] },
  '猪獾、狗獾、黄鼬': { names: ['猪獾', '狗獾', '黄鼬'] },
  '豪猪、野猪': { names: ['野猪'], genera: ['Hystrix', 'Atherurus'], rank: 'genus' },
  '刺猬、竹鼠': {
    genera: ['Erinaceus', 'Hemiechinus', 'Mesechinus', 'Rhizomys', 'Cannomys'],
    rank: 'genus',
    note: '刺猬读作猬亚科各种，毛猬类不在内。',
  },
  '松鼠、飞鼠、鼯鼠(松鼠科)': {
    class: MAMMAL,
    endings: ['松鼠', '鼯鼠', '飞鼠', '花鼠'],
    rank: 'family',
    withhold: 'national',
    note: '旱獭不在行名之列，未套用。',
  },
  '野兔(兔属三有种)': { genera: ['Lepus'], rank: 'genus', withhold: 'national' },
  '鹭类(大/中/小白鹭、苍鹭)': {
    class: BIRD,
    endings: ['鹭'],
    except: ['白琵鹭', '黑脸琵鹭'],
    rank: 'group',
    withhold: 'national',
    note: '读作名称以“鹭”结尾的鹭科三有种（含夜鹭、池鹭、牛背鹭）；鳽类不在内。',
  },
  '野鸭类(赤麻鸭、绿头鸭等,野外种群)': {
    class: BIRD,
    endings: ['鸭'],
    rank: 'group',
    withhold: 'national',
    note: '读作名称以“鸭”结尾的三有鸟类。',
  },
  '秧鸡类(黑水鸡、秧鸡、骨顶)': {
    class: BIRD,
    families: ['秧鸡科'],
    endings: ['秧鸡', '苦恶鸟', '田鸡'],
    names: ['黑水鸡', '白骨顶', '董鸡'],
    rank: 'family',
    withhold: 'national',
  },
  麻雀: { names: ['麻雀'] },
  大山雀: { names: ['大山雀'] },
  '斑鸠、岩鸽(鸠鸽科)': {
    families: ['鸠鸽科'],
    class: BIRD,
    endings: ['斑鸠'],
    rank: 'family',
    withhold: 'national',
  },
  '雉鸡(环颈雉,野外种群)': { names: ['环颈雉'] },
  眼镜蛇: { genera: ['Naja'], rank: 'genus' },
  '壁虎、其他蛇类': {
    class: REPTILE,
    endings: ['壁虎', '蛇', '蝮', '蝰'],
    except: ['中国水蛇', '铅色水蛇'],
    rank: 'order',
    withhold: 'national',
    note: '水蛇按水生动物管理，未套用；国家重点蛇类、壁虎另有专行，未套用。',
  },
  '蟾蜍(林草管辖蛙类)': {
    class: '两栖纲',
    endings: ['蟾蜍', '蟾', '蛙'],
    only: 'sanyou',
    rank: 'order',
    note: '行名括注读作三有名录所列（陆生、林草管理）的无尾类，为解释。',
  },
  '画眉(噪鹛科/原画眉科)': { names: ['画眉'] },
  '黄胸鹀(鹀科)': {
    names: ['黄胸鹀'],
    families: ['鹀科'],
    rank: 'family',
    withhold: 'classOne',
    note: '行名括注读作鹀科各种，为解释。',
  },
  犀牛: { families: ['犀科'], rank: 'family', foreign: true },
  非洲象: { names: ['非洲象'], foreign: true },
  食蟹猴: { names: ['食蟹猴'], foreign: true },
  '网纹蟒/球蟒/绿树蟒/蚺': {
    names: ['网纹蟒', '球蟒', '绿树蟒', '红尾蚺'],
    foreign: true,
    note: '“蚺”读作红尾蚺。',
  },
  辐射陆龟: { names: ['辐射陆龟'], foreign: true },
  大熊猫: { names: ['大熊猫'] },
  '金丝猴(仰鼻猴属)': { genera: ['Rhinopithecus'], rank: 'genus' },
  长臂猿科: { families: ['长臂猿科'], rank: 'family' },
  '猕猴(猕猴属)': { genera: ['Macaca'], rank: 'genus' },
  虎: { names: ['虎'] },
  '豹、雪豹': { names: ['豹', '雪豹'] },
  云豹: { names: ['云豹'] },
  豹猫等猫科其他种: {
    names: ['豹猫'],
    families: ['猫科'],
    rank: 'family',
    withhold: 'classOne',
    note: OTHERS,
  },
  '黑熊、棕熊(熊属)': { genera: ['Ursus'], rank: 'genus' },
  '穿山甲(鲮鲤科)': { families: ['鲮鲤科'], rank: 'family' },
  麝科: { families: ['麝科'], rank: 'family' },
  獐: { names: ['獐'] },
  毛冠鹿: { names: ['毛冠鹿'] },
  '鬣羚、斑羚': {
    class: MAMMAL,
    endings: ['鬣羚', '斑羚'],
    rank: 'genus',
    withhold: 'classOne',
    note: OTHERS,
  },
  藏羚: { names: ['藏羚'] },
  亚洲象: { names: ['亚洲象'] },
  '狼、狐、貉等犬科其他种': { families: ['犬科'], rank: 'family', withhold: 'classOne', note: OTHERS },
  '鹰科一般种、隼科一般种': {
    families: ['鹰科', '隼科'],
    rank: 'family',
    withhold: 'classOne',
    note: OTHERS,
  },
  金雕: { names: ['金雕'] },
  '鸮形目(鸱鸮科、草鸮科)': { orders: ['鸮形目'], rank: 'order' },
  天鹅属: { genera: ['Cygnus'], rank: 'genus' },
  鸳鸯: { names: ['鸳鸯'] },
  '白鹇、锦鸡等雉科二级种': { families: ['雉科'], rank: 'family', only: 'national2' },
  鹤科: { families: ['鹤科'], rank: 'family' },
  鹳科: { families: ['鹳科'], class: BIRD, endings: ['鹳'], except: ['大红鹳'], rank: 'family' },
  朱鹮: { names: ['朱鹮'] },
  鹦鹉科: { families: ['鹦鹉科'], rank: 'family', foreign: true },
  红嘴相思鸟等噪鹛科其他种: {
    names: ['红嘴相思鸟'],
    families: ['噪鹛科'],
    class: BIRD,
    endings: ['噪鹛'],
    rank: 'family',
    withhold: 'classOne',
    note: OTHERS,
  },
  蟒蛇: { names: ['蟒蛇'] },
  眼镜王蛇: { names: ['眼镜王蛇'] },
  大壁虎: { names: ['大壁虎', '黑疣大壁虎'], note: '黑疣大壁虎由大壁虎分出，同行套用为解释。' },
  陆龟科其他种: { families: ['陆龟科'], rank: 'family', withhold: 'classOne', foreign: true, note: OTHERS },
  两爪鳖科所有种: { families: ['两爪鳖科'], rank: 'family', foreign: true },
  蛇颈龟科所有种: { families: ['蛇颈龟科'], rank: 'family', foreign: true },
  绿海龟: { names: ['绿海龟'] },
  玳瑁: { names: ['玳瑁'] },
  '蠵龟(红海龟)': { names: ['红海龟'] },
  太平洋丽龟: { names: ['太平洋丽龟'] },
  海龟科其他种: { families: ['海龟科'], rank: 'family' },
  棱皮龟: { names: ['棱皮龟'] },
  鳄龟科所有种: { families: ['鳄龟科'], rank: 'family', foreign: true },
  泥龟科所有种: { families: ['泥龟科'], rank: 'family', foreign: true },
  龟科所有种: {
    families: ['泽龟科'],
    rank: 'family',
    foreign: true,
    note: '“龟科”读作泽龟科（Emydidae），地龟科另有行。',
  },
  三线闭壳龟: { names: ['三线闭壳龟'] },
  云南闭壳龟: { names: ['云南闭壳龟'] },
  百色闭壳龟: { names: ['百色闭壳龟'] },
  金头闭壳龟: { names: ['金头闭壳龟'] },
  潘氏闭壳龟: { names: ['潘氏闭壳龟'] },
  周氏闭壳龟: { names: ['周氏闭壳龟'] },
  黄额闭壳龟: { names: ['黄额闭壳龟'] },
  图纹闭壳龟: { names: ['图纹闭壳龟'] },
  布氏闭壳龟: { names: ['布氏闭壳龟'] },
  地龟科其他种: { families: ['地龟科'], rank: 'family', foreign: true },
  侧颈龟科所有种: { families: ['侧颈龟科'], rank: 'family', foreign: true },
  山瑞鳖: { names: ['山瑞鳖'] },
  鼋属所有种: { genera: ['Pelochelys'], rank: 'genus' },
  斑鳖: { names: ['斑鳖'] },
  鳖科其他种: { families: ['鳖科'], rank: 'family', foreign: true },
  鲸目其他种: { orders: ['鲸目'], rank: 'order', withhold: 'classOne', note: OTHERS },
  有尾目其他种: {
    orders: ['有尾目'],
    rank: 'order',
    withhold: [
      '大鲵',
      '安吉小鲵',
      '中国小鲵',
      '挂榜山小鲵',
      '猫儿山小鲵',
      '普雄原鲵',
      '辽宁爪鲵',
      '镇海棘螈',
    ],
    note: `${OTHERS}大鲵另有专行，未套用。`,
  },
  '鲟形目其他所有种 成体': { orders: ['鲟形目'], rank: 'order', withhold: 'classOne', note: OTHERS },
  '鲟形目其他所有种 卵': {
    orders: ['鲟形目'],
    rank: 'order',
    withhold: 'classOne',
    stage: 'egg',
    note: OTHERS,
  },
};

/** What public judgments agree with; they confirm the figure, not the official text, so the row stays unverified. */
const CONFIRMED: Readonly<Record<string, string>> = {
  画眉: '公开判决可印证（文县5,000元/只、新晃6只3万元、凤冈14只7万元）；仍非官方原文。',
  麻雀: '公开判决可印证（仙游、兴化两案均为300元/只）；仍非官方原文。',
};

/** First day of each instrument: 46号令 from memory, 农业农村部令2019年第5号 from its published text. */
const FROM = { terrestrial: '2017-12-15', aquatic: '2019-10-01' } as const;

function main(folder: string): void {
  const known = JSON.parse(readFileSync(join(folder, 'valuation-base-values.json'), 'utf8')) as {
    rows: Known[];
  };
  const rules = known.rows.map((row) => {
    const rule = RULES[row.taxon];
    if (rule === undefined) throw new Error(`no reading of the row ${row.taxon}`);
    return rule;
  });
  const claims = claimsOf(rules);
  const rows = known.rows.map((row, at) => ({
    id: `B${String(at + 1).padStart(2, '0')}`,
    taxon: row.taxon,
    covers: claims.covers[at],
    ...(claims.withheld[at]!.length > 0 ? { withheld: claims.withheld[at] } : {}),
    unit: row.unit,
    fen: row.baseYuan * 100,
    status: row.from_memory ? 'fromMemory' : 'unverified',
    source: row.source,
    confidence: row.confidence,
    whole: row.note.includes('整体价值'),
    domain: row.domain,
    stage: rules[at]!.stage ?? 'whole',
    from: FROM[row.domain],
    until: null,
    note: noteOf(row, rules[at]!),
  }));
  const path = new URL('../src/domain/law/data/base-value.json', import.meta.url).pathname;
  writeFileSync(decodeURI(path), `[\n${rows.map((r) => JSON.stringify(r)).join(',\n')}\n]\n`);
  console.log(path, rows.length, 'rows', claims.covers.flat().length, 'species');
}

function noteOf(row: Known, rule: Rule): string {
  const confirmed = Object.entries(CONFIRMED).find(([name]) => row.taxon.startsWith(name))?.[1] ?? '';
  return [row.note === '' ? '' : `${row.note}。`, rule.note ?? '', confirmed].join('');
}

/** Each species to the one row of its stage that names it most closely; a tie is a mistake in the rules. */
function claimsOf(rules: readonly Rule[]): { covers: string[][]; withheld: string[][] } {
  const covers = rules.map((): string[] => []);
  const withheld = rules.map((): string[] => []);
  for (const species of SPECIES) {
    if (species.kind === 'taxon' || species.kind === 'bred') continue;
    for (const stage of [undefined, 'egg'] as const) {
      const hits = rules.flatMap((rule, at) => {
        const rank = rule.stage === stage ? rankOf(species, rule) : null;
        return rank === null ? [] : [{ at, rank }];
      });
      const best = Math.min(...hits.map((h) => h.rank));
      const top = hits.filter((h) => h.rank === best);
      if (top.length > 1)
        throw new Error(`${species.zh} in ${top.map((h) => Object.keys(RULES)[h.at]).join(' and ')}`);
      const at = top[0]?.at;
      if (at === undefined) continue;
      (isWithheld(species, rules[at]!) ? withheld : covers)[at]!.push(species.id);
    }
  }
  return { covers, withheld };
}

function rankOf(species: Species, rule: Rule): number | null {
  if (rule.except?.includes(species.zh)) return null;
  if (rule.names?.includes(species.zh)) return 0;
  if (species.kind === 'foreign' && rule.foreign !== true) return null;
  if (rule.only !== undefined && !species.memberships.some((m) => m.level === rule.only)) return null;
  const rank = RANKS.indexOf(rule.rank ?? 'species');
  if (rule.genera?.includes(species.scientificName.split(' ')[0]!)) return rank;
  if (species.family !== null && rule.families?.includes(species.family)) return rank;
  if (species.order !== null && rule.orders?.includes(species.order)) return rank;
  if (rule.class !== species.class) return null;
  return rule.endings?.some((end) => species.zh.endsWith(end)) ? rank : null;
}

function isWithheld(species: Species, rule: Rule): boolean {
  if (rule.names?.includes(species.zh) || rule.withhold === undefined) return false;
  const levels = species.memberships.map((m) => m.level);
  if (rule.withhold === 'classOne') return levels.includes('national1');
  if (rule.withhold === 'national') return levels.includes('national1') || levels.includes('national2');
  return rule.withhold.includes(species.zh);
}

const folder = process.argv[2];
if (folder === undefined)
  throw new Error('usage: node scripts/build-base-value.ts <folder of the JSON file>');
main(folder);
