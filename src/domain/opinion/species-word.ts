// Which words name an animal, its parts or a banned tool, and which of them are everyday words besides?
import { SPECIES, type Species } from '../law/species.ts';
import { SPECIES_ALIASES } from '../law/species-alias.ts';
import { SPECIES_GROUPS } from '../law/species-group.ts';
import { TOOL_TYPES } from '../law/tool.ts';
import type { LexWord, WordSource } from './word.ts';

/** Names that mean something else far more often than the animal; the full names of these animals stay. */
const NEVER = new Set(
  `老家 一帆风顺 朵子 细胸 阿兰 皂儿 灰儿 水龙 土龙 中国火龙 水葫芦 老等 百足 王八 瑞鱼 腊子 黄排 钓鱼郎 钓鱼翁 放牛郎 郭公 子规 朝天子
  爱情鸟 老鸨 独豹 家蛇 文甲 飞虎 鸟中熊猫 笑鸥 雪客 夜鹤 老西子 老锡儿 鹤顶红 巧燕 夫妻鱼 驴粪球 山菌子 斑翅 青庄 匹鸟 骨顶 老帽 火烧鳊
  山药 鸭类 雀类 其他 其它 天龙 金钱白花蛇茶 药 吊 网 相思仔 布谷 非灰 黄胆 纹鼬 花鼓鱼 睡蛇 琴蛇 泥龟 黑龟 越鸟 山和尚 茶隼`.split(
    /\s+/,
  ),
);

/** Kept and bred in numbers, or eaten as livestock: a name alone says next to nothing. */
const COMMON = new Set(
  '牛蛙 家鸽 家兔 红耳彩龟 虎皮鹦鹉 费氏牡丹鹦鹉 和尚鹦鹉 蓝孔雀 鸵鸟 中华鳖 褐家鼠 杂交野猪 鹌鹑 乌龟'.split(
    ' ',
  ),
);

/** Two characters and more, yet a brand, a dish, a figure of speech or a cartoon as often as an animal. */
const EVERYDAY = new Set(
  `画眉 天鹅 熊猫 老虎 松鼠 飞龙 海马 仙鹤 喜鹊 老鹰 雄鹰 猛禽 狐狸 蜈蚣 蝙蝠 猫头鹰 壁虎 鸳鸯 夜猫子 大象 鸿雁 百灵 百灵鸟 海鸥 燕子 小燕子 乌鸦
  鸽子 鱼鹰 黄莺 黄鹂 翠鸟 刺猬 青蛙 海豚 金丝猴 云雀 大雁 啄木鸟 野马 黄大仙 竹叶青 火狐 红狐 猴子 老鼠 白天鹅 金鸡 戴胜 麋鹿 雪豹 豹子 鹦鹉
  蓝鲸 虎鲸 鲨鱼 珊瑚 乌龟 孔雀 白鹤 杜鹃 杜鹃鸟 雪貂 紫貂 水貂 白鹭 毒蛇 水蛇 狗熊 棕熊 黑熊 大熊猫 小熊猫 大白鹭 犀牛 红牛 石龟 火烈鸟 梅花鹿
  麻鹰 花鼠 松鸡 雪兔 灰狼 野狼 大蟒 白孔雀 白头翁 黄鹰 海龟 箭猪 土拨鼠 小天鹅`.split(/\s+/),
);

/** What stands there instead of the animal, or what it is used for instead. */
const EXCEPT: Readonly<Record<string, string>> = {
  画眉: '画眉毛 画眉笔 眉笔 眉形 半永久 美睫 口红 妆 油画',
  小天鹅: '洗衣机 小天鹅牌',
  鹦鹉: '虎皮鹦鹉 牡丹鹦鹉 情侣鹦鹉 和尚鹦鹉',
  天鹅: '天鹅绒 小天鹅 天鹅湖 天鹅座 天鹅颈 洗衣机 芭蕾',
  松鼠: '三只松鼠 松鼠鳜鱼 松鼠桂鱼 松鼠鱼 魔王松鼠玩具',
  海马: '海马汽车 海马体 海马牌',
  飞龙: '飞龙牌 飞龙在天',
  熊猫: '熊猫快餐 熊猫直播 熊猫金币 熊猫血',
  金丝猴: '金丝猴奶糖 奶糖',
  猕猴: '猕猴桃',
  野马: '野马汽车 皮卡 福特',
  火狐: '火狐浏览器 浏览器',
  鸿雁: '鸿雁牌 插座 鸿雁传书',
  喜鹊: '喜鹊美业 喜鹊登枝',
  啄木鸟: '啄木鸟家电 啄木鸟维修 维修',
  百灵: '百灵鸟儿童 合唱 百灵贷 朵颐百灵',
  百灵鸟: '合唱 儿童',
  鱼鹰: '直升机 倾转',
  海鸥: '海鸥牌 手表 相机',
  燕子: '燕子矶',
  小燕子: '还珠',
  黄莺: '黄莺路',
  鸽子: '放鸽子 鸽子窝 和平鸽',
  老虎: '老虎机 老虎灶 老虎钳 母老虎 纸老虎',
  大象: '大象馆',
  乌龟: '冬眠',
  杜鹃: '杜鹃花 杜鹃根',
  红狐: '狐狸精',
  狐狸: '狐狸精 玩具 毛绒',
  竹叶青: '竹叶青茶 竹叶青酒 绿茶',
  黄大仙: '黄大仙祠 黄大仙站',
  鹌鹑: '鹌鹑蛋',
  孔雀: '孔雀蓝 孔雀石 孔雀舞',
  林蛙: '养殖林蛙',
  象牙: '象牙白 象牙塔 象牙色 象牙果 象牙芒 仿象牙 象牙海岸',
  虎皮: '虎皮鹦鹉 虎皮青椒 虎皮凤爪 虎皮蛋 虎皮尖椒 虎皮卷 虎皮鸡爪 虎皮豆腐',
  狼牙: '狼牙土豆 狼牙棒 狼牙山',
  蛇皮: '蛇皮袋 蛇皮果 蛇皮走位',
  鹿皮: '鹿皮绒 鹿皮巾 鹿皮靴 鹿皮鞋',
  蝙蝠: '蝙蝠侠 蝙蝠衫',
  青蛙: '青蛙王子',
  豹猫: '豹猫花纹',
  猎豹: '猎豹汽车 越野车',
  白天鹅: '白天鹅宾馆',
  蛇段: '贪吃蛇',
};

/** Strong by themselves: parts nobody trades but from the wild. */
const STRONG = new Set(
  '虎骨 豹骨 熊胆 熊掌 象牙 犀角 犀牛角 穿山甲片 山甲片 穿山甲鳞片 羚羊角 赛加羚羊角'.split(' '),
);

/** One character is never searched alone; 虎 becomes 虎骨, 虎皮, 野生虎. */
const WHOLE = '虎 豹 狼 豺 貉 獐 麝 鹿 猴 熊 獭 獾 狐 猬 鸠 鹭 鹤 雁 鹰 隼 鸮 蛇 蛙 龟 麂 犀 狍 雉'.split(
  ' ',
);
const BONES = ['骨', '胆', '掌', '鞭'];
const PARTS = ['皮', '肉', '牙', '爪', '血', '段', '羹', '煲', '崽', '幼崽', '干'];
const BEFORE = ['野', '野生', '活'];

const LIMIT = 12;

function weightOf(species: Species): number {
  if (COMMON.has(species.zh)) return 3;
  const level = species.memberships[0]?.level;
  if (level === undefined) return 12;
  return level === 'sanyou' ? 15 : 20;
}

const exceptionsOf = (word: string) => EXCEPT[word]?.split(' ');

function nameWord(name: string, concept: string, weight: number, source: WordSource): LexWord | null {
  const length = [...name].length;
  if (length < 2 || length > LIMIT || NEVER.has(name)) return null;
  // Everyday names of two characters are somebody's surname, dish or brand more often than not.
  const guarded = !STRONG.has(name) && (EVERYDAY.has(name) || (source === 'alias' && length === 2));
  const exceptions = exceptionsOf(name);
  return {
    ...{ word: name, category: 'species', weight, source, concept },
    ...(guarded ? { guarded } : {}),
    ...(exceptions ? { exceptions } : {}),
  };
}

function fromLists(): LexWord[] {
  const out: (LexWord | null)[] = [];
  const weights = new Map<string, number>();
  for (const species of SPECIES) {
    const weight = weightOf(species);
    weights.set(species.zh, weight);
    const name = species.zh.replace(/所有种$/, '');
    out.push(nameWord(name, species.zh, weight, 'list'));
    if (species.formerName) out.push(nameWord(species.formerName, species.zh, weight, 'list'));
  }
  for (const group of SPECIES_GROUPS) {
    weights.set(group.zh, 15);
    for (const name of [group.zh, ...group.aliases])
      out.push(nameWord(name.replace(/类$/, ''), group.zh, 15, 'alias'));
  }
  for (const alias of SPECIES_ALIASES)
    for (const name of alias.names)
      out.push(
        nameWord(name, alias.zh, weights.get(alias.zh) ?? 12, alias.status === 'former' ? 'list' : 'alias'),
      );
  return out.filter((word) => word !== null);
}

function fromParts(): LexWord[] {
  const out: LexWord[] = [];
  for (const one of WHOLE) {
    const add = (word: string, guarded: boolean) => {
      const exceptions = exceptionsOf(word);
      out.push({
        ...{ word, category: 'species', weight: 15, source: 'alias', concept: one },
        ...(guarded ? { guarded } : {}),
        ...(exceptions ? { exceptions } : {}),
      });
    };
    for (const part of BONES) add(one + part, false);
    for (const part of PARTS) add(one + part, true);
    for (const before of BEFORE) add(before + one, true);
  }
  return out;
}

/** Things every household or farm has; the act or the animal beside them makes them a hunting tool. */
const HOUSEHOLD = new Set(
  `农药 炸药 炸弹 雷管 电网 电瓶 逆变器 播放器 录音机 套子 吊索 夹子 铁夹 丝网 天网 张网 头灯 强光手电 夜间照明 探照灯 挖洞 火烧 放火 撒网 陷阱 窖
  弩 弓箭 弓弩 复合弓 笼子 铁笼 鸟笼 地笼 捕鼠笼 细狗 猎狗 猎犬 弹弓 钢珠弹弓 枪支 气枪 汽枪 药 火攻 烟熏 自动装置 电击 毒药 爆炸物 军用武器 网捕 制式枪支 军用枪支
  围猎 狗撵`.split(/\s+/),
);
const MORE_TOOLS: Readonly<Record<string, string>> = {
  birdNet: '捕鸟网 隐形网 挂网 打鸟网',
  electric: '电猫机头 电野猪机 捕猎电猫',
  snare: '钢丝套 野猪套 猎套',
  trap: '捕兽夹 抓獾夹',
  electronicLure: '电子捕鸟器 鸟媒播放器 鸟叫播放器 引鸟器',
};

function fromTools(): LexWord[] {
  return TOOL_TYPES.filter((tool) => tool.code !== 'other').flatMap((tool) =>
    [tool.label[0], ...tool.aliases, ...(MORE_TOOLS[tool.code]?.split(' ') ?? [])]
      .map((name) => name.replace(/[（(].*$/, ''))
      .filter((name) => [...name].length >= 2 && [...name].length <= LIMIT && !NEVER.has(name))
      .map(
        (name): LexWord => ({
          ...{ word: name, category: 'tool', weight: 15, source: 'tool', concept: tool.code },
          ...(HOUSEHOLD.has(name) ? { guarded: true } : {}),
        }),
      ),
  );
}

let words: readonly LexWord[] | undefined;

/** Every name of the lists and our readings of everyday names, animal parts, and the law's tools; one entry a word. */
export function animalAndToolWords(): readonly LexWord[] {
  if (words === undefined) {
    const byWord = new Map<string, LexWord>();
    for (const word of [...fromLists(), ...fromParts(), ...fromTools()]) {
      const known = byWord.get(`${word.category} ${word.word}`);
      if (known === undefined || (known.guarded && !word.guarded) || known.weight < word.weight)
        byWord.set(`${word.category} ${word.word}`, known ? { ...word, concept: known.concept } : word);
    }
    words = [...byWord.values()];
  }
  return words;
}
