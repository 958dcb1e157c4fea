// Which permits, stocks, notices and publicity did the demo county have?
import { addDays, yearOf } from '../domain/kernel/day.ts';
import type { Base } from './county-base.ts';
import type { Campaign } from './county-campaign.ts';
import { spread } from './county-case.ts';
import type { Ledger } from './ledger.ts';

export function addPermits(ledger: Ledger, base: Base, from: string, today: string): void {
  const { dice, add } = ledger;
  const farms = base.venues.filter((venue) => venue.type === 'V13');
  const species = [['环颈雉'], ['绿头鸭'], ['杂交野猪'], ['石蛙'], ['梅花鹿'], ['蓝孔雀', '环颈雉']];
  for (const [n, venue] of farms.entries()) {
    const day = spread(from, today, n, farms.length);
    const refused = n % 6 === 5;
    const decidedOn = addDays(day, dice.int(8, 18));
    const pending = decidedOn > today;
    const holder = `示范县${dice.pick(['红星', '鸿运', '绿源', '金山', '丰禾', '沃野'])}${n + 1}号养殖场`;
    const permit = add('permit', day, {
      holder,
      permitType: n % 3 === 0 ? 'breedingRecord' : 'breeding',
      day,
      decision: pending ? 'pending' : refused ? 'refused' : 'granted',
      ...(pending ? {} : { decidedOn }),
      ...(refused ? { reason: '驯养繁殖技术条件不成熟，场地未达到防逃逸要求' } : {}),
      ...(refused || pending
        ? {}
        : { docNo: `示野繁〔${yearOf(day)}〕${n + 1}号`, validUntil: addDays(decidedOn, 365 * 3) }),
      speciesNames: species[n % species.length] as string[],
      venue: venue.id,
      area: venue.area,
      agency: base.agency['示范县自然资源局'] as string,
    });
    if (refused || pending) continue;
    if (n % 7 !== 6 && addDays(decidedOn, 60) < today)
      add('annualReview', addDays(decidedOn, 60), {
        permit,
        year: yearOf(addDays(decidedOn, 60)),
        day: addDays(decidedOn, 60),
        result: n % 5 === 4 ? 'rectify' : 'passed',
      });
    add('farm', decidedOn, {
      name: holder,
      day: decidedOn,
      speciesNames: species[n % species.length] as string[],
      stockHeads: { value: dice.int(20, 900), bound: dice.chance(0.2) ? 'about' : 'exact' },
      permit,
      venue: venue.id,
      area: venue.area,
    });
  }
}

export function addStock(ledger: Ledger, base: Base, today: string): void {
  const { dice, add } = ledger;
  const holders = base.venues.filter((venue) => venue.type === 'V21').slice(0, 9);
  // The survey is each July's; before that, last year's is the latest.
  const year = today > `${yearOf(today)}-07-30` ? yearOf(today) : yearOf(today) - 1;
  for (const [n, holder] of holders.entries()) {
    const material = ['pangolinScale', 'rareSnake', 'saigaHorn'][n % 3] as string;
    add('stockSurvey', `${year}-07-1${n % 9}`, {
      day: `${year}-07-1${n % 9}`,
      holder: holder.id,
      material,
      mass: { value: dice.int(5, 60) / 10, bound: 'exact' },
    });
    add('consumptionPlan', `${year}-07-2${n % 9}`, {
      holder: holder.id,
      material,
      from: `${year}-08-01`,
      until: `${year + 1}-07-31`,
      periodText: `${year}-${year + 1}`,
      mass: { value: dice.int(20, 190) / 10, bound: 'exact' },
    });
  }
}

export function addPublicity(
  ledger: Ledger,
  base: Base,
  campaign: Campaign,
  from: string,
  today: string,
): void {
  const { dice, add } = ledger;
  const bureau = base.agency['示范县自然资源局'] as string;
  const during = (day: string) =>
    day >= campaign.from && day <= campaign.until ? { campaign: campaign.id } : {};
  const ban = add('notice', campaign.from, {
    title: '示范县人民政府关于划定陆生野生动物禁猎区和禁猎期的通告',
    noticeKind: 'huntingBan',
    docNo: `示政通〔${yearOf(campaign.from)}〕3号`,
    issuer: '示范县人民政府',
    day: campaign.from,
    from: campaign.from,
    until: addDays(campaign.from, 365 * 5),
    banArea: '全县行政区域',
    animals: '国家重点保护、自治区重点保护和“三有”陆生野生动物',
    tools: ['poison', 'explosive', 'electric', 'snare', 'trap', 'birdNet', 'groundGun', 'electronicLure'],
    legalBasis: '《中华人民共和国野生动物保护法》第二十条、第二十四条',
    exceptions: '因科学研究、种群调控、疫源疫病监测等特殊情况确需猎捕的，依法申请特许猎捕证或狩猎证',
    rights: '任何单位和个人有保护野生动物的义务，有权举报违法行为',
    campaign: campaign.id,
  });
  const call = addDays(campaign.from, 4);
  add('notice', call, {
    title: '示范县自然资源局关于征集破坏野生动物资源违法犯罪线索的通告',
    noticeKind: 'tipCall',
    issuer: '示范县自然资源局',
    day: call,
    rewardRule: '经查实立案的，给予200元至2000元奖励',
    campaign: campaign.id,
  });
  const spots = [
    ['villageBoard', '村公示栏'],
    ['gate', '镇政府大门口'],
    ['market', '集贸市场入口'],
    ['park', '人民公园'],
    ['pharmacy', '惠民药店'],
    ['bank', '农商行营业厅'],
    ['hospital', '县医院'],
    ['crossroad', '村口路牌'],
  ] as const;
  for (let n = 0; n < 48; n++) {
    const day = addDays(campaign.from, dice.int(2, 30));
    if (day > today) continue;
    const [placeType, name] = spots[n % spots.length] as (typeof spots)[number];
    add('postingPoint', day, {
      notice: ban,
      placeType,
      name: `${name}（${n + 1}）`,
      day,
      copies: { value: dice.int(2, 20), bound: 'exact' },
      area: dice.pick(base.areas),
      campaign: campaign.id,
    });
  }
  addMaterials(ledger, bureau, campaign, from, today, during);
}

function addMaterials(
  ledger: Ledger,
  agency: string,
  campaign: Campaign,
  from: string,
  today: string,
  during: (day: string) => { campaign?: string },
): void {
  const { dice, add } = ledger;
  const printed = [
    ['banner', '严厉打击破坏野生动物资源违法犯罪', 36, 'strip', 'exact'],
    ['notice', '禁猎区和禁猎期通告', 800, 'copy', 'over'],
    ['leaflet', '拒食野味，从我做起', 2000, 'copy', 'exact'],
    ['booklet', '示范县野生动物保护宣传册', 500, 'copy', 'exact'],
    ['proposal', '树立饮食新观念倡议书', 300, 'copy', 'exact'],
  ] as const;
  for (const [materialKind, title, value, unit, bound] of printed) {
    const day = addDays(campaign.from, dice.int(3, 20));
    if (day <= today)
      add('material', day, {
        day,
        materialKind,
        title,
        quantity: { value, bound },
        unit,
        agency,
        placement: '各乡镇及县城重点区域',
        ...during(day),
      });
  }
  const spring = `${today > `${yearOf(today)}-04-10` ? yearOf(today) : yearOf(today) - 1}-04-10`;
  if (spring >= from && spring <= today) {
    add('material', spring, {
      day: spring,
      materialKind: 'film',
      title: '鸟类的家园',
      broadcastDays: 15,
      outlets: ['示范县电视台', '调频广播'],
      agency,
    });
    add('event', spring, {
      day: spring,
      name: '“爱鸟周”集中宣传',
      occasion: 'birdWeek',
      attendance: { value: 400, bound: 'over' },
      agency,
    });
  }
  for (let n = 0; n < 9; n++) {
    const day = spread(from, today, n, 9);
    add('event', day, {
      day,
      name: `${dice.pick(['野生动物保护知识进校园', '进社区讲科普', '湿地观鸟课堂'])}（${n + 1}）`,
      occasion: dice.pick(['school', 'community', 'school'] as const),
      attendance: { value: dice.int(40, 320), bound: 'exact' },
      agency,
      ...during(day),
    });
    add('mediaReport', addDays(day, 1), {
      day: addDays(day, 1) > today ? today : addDays(day, 1),
      title: `示范县开展野生动物保护工作（${n + 1}）`,
      medium: dice.pick(['television', 'newspaper', 'online', 'online'] as const),
      outlet: dice.pick(['示范县融媒体中心', '示范日报', '示范林草公众号']),
      ...during(day),
    });
  }
}

export function addRest(ledger: Ledger, base: Base, campaign: Campaign, from: string, today: string): void {
  const { dice, add } = ledger;
  for (const [suspends, scope] of [
    ['hunting', '全县猎民'],
    ['show', '动物表演展示场所'],
    ['advert', '野生动物及其制品广告'],
  ] as const)
    add('suspension', campaign.from, {
      suspends,
      scope,
      from: campaign.from,
      until: campaign.until,
      ...(suspends === 'hunting' ? { people: { value: 42, bound: 'exact' as const } } : {}),
      campaign: campaign.id,
    });
  for (const [n, site] of base.sites.slice(0, 7).entries())
    add('station', addDays(from, 20 + n * 9), {
      name: `${site.name}监测点`,
      device: dice.pick(['camera', 'camera', 'video', 'sound'] as const),
      site: site.id,
      day: addDays(from, 20 + n * 9),
      dataCollected: { value: dice.int(120, 5200), bound: 'exact' },
      area: site.area,
    });
  for (const [title, recurrence] of [
    ['野生动物保护联席会议制度', 'quarterly'],
    ['重点湿地巡护排班制度', 'weekly'],
    ['举报奖励办法', 'yearly'],
  ] as const)
    add('mechanism', addDays(campaign.from, 30), {
      title,
      recurrence,
      day: addDays(campaign.from, 30) > today ? today : addDays(campaign.from, 30),
      campaign: campaign.id,
    });
  for (const [aspect, content] of [
    ['problem', '湿地深处监测设备不足，存在巡护盲区'],
    ['problem', '基层站所专职人员少，夜间巡护力量不够'],
    ['measure', '在候鸟停歇地增设红外相机和视频监测点'],
    ['measure', '吸收志愿者和护林员组成联合巡护队'],
  ] as const)
    add('problem', today, { aspect, content, day: today, campaign: campaign.id });
}
