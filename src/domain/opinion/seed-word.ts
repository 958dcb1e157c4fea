// With which words beside species and tools does screening begin? Small, ours, and for every county to change.
import type { Label } from '../kernel/label.ts';
import { type LexWord, USUAL_WEIGHT, type WordCategory } from './word.ts';

/**
 * Source of all of these: our own reading of public reports on the wildlife trade, checked with nobody. Slang differs from place to place
 * and changes within months, so a county adds what its officers hear and disables what misfires (setting `opinionLexicon`).
 * Left out on purpose: words whose meaning we could not confirm (麻花, 三块钱).
 */
const UNCHECKED: Label = [
  '种子词，本系统初拟，未经核实，请按本县情况增删',
  'A seed of ours, unverified; change it to what your county hears',
];

/** 词、词=分值、词~（需语境）; exceptions after `!`, separated by `,`; spellings after `|`. */
function words(category: WordCategory, text: string): LexWord[] {
  return text
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [head = '', except] = entry.split('!');
      const [spec = '', ...variants] = head.split('|');
      const [, word = '', guard, weight] = /^(.+?)(~)?(?:=(\d+))?$/.exec(spec) ?? [];
      return {
        word,
        category,
        weight: weight === undefined ? USUAL_WEIGHT[category] : Number(weight),
        source: 'seed',
        concept: word,
        note: UNCHECKED,
        ...(guard ? { guarded: true } : {}),
        ...(variants.length > 0 ? { variants } : {}),
        ...(except === undefined ? {} : { exceptions: except.split(',') }),
      };
    });
}

const SLANG = `野味=20!拒绝野味,拒食野味,不吃野味,食用野味 开笼~ 山货~!木耳,香菇,核桃,板栗,菌,笋,蜂蜜,花椒,干果,特产
  上山货 下山货=20 山里货=20 硬货~ 草上飞=20 生口 生鸟 熟鸟 叫口 红子~!红子鸡,红孩子,西红子 靛颏|靛壳|电壳=20 媒鸟 媒子~
  长耳朵~ 尖嘴~ 下山~!下山虎,下山路 三有~ 甲片~!美甲,穿戴甲,穿山甲片,山甲片,炮山甲片 母豹子~ 野生货 野货 开口鸟 四条腿~!四条腿的桌,椅,桌`;

const TRADE = `出售 求购 收购 高价收 长期收 转让 批发 起批 包邮 到付 私聊|思聊 私信 私我 滴滴=3 现货 发货 秒发 报价 价格 议价
  不还价 不议价 不刀 自提 同城送 同城可送 冷链 顺丰 链接=3 加v|加薇|加威|加我v|加我微 vx|薇信|威信|v信|微信 电话=3 手机号 懂的来
  懂的私 要的 预订|预定 到货 现抓现卖 现卖 低调出 便宜出 忍痛 批发价 量大从优 厂家直销 下单=3 拍下 代价来 留言=3 验货 看货 保活
  全国发 真空包装=3 一斤 一只 一条=3 一份=3 群里=3 进群=3 加群 老客户 老客 老板=3 诚心 当面交易 扣1 便宜=3 打包价 带价
  标价 冻货 整箱 带走 出价 保真 返单 熟客 特供 接龙 急出 现杀 送货 可送 非诚勿扰 原价=3`;

const HUNT = `猎捕 打猎 狩猎 猎人 打鸟 抓鸟 捕鸟 套到 夹到 网到 逮到 逮了 打了 抓了 掏了 抓獾 下套 下网 下夹 架网 架在=3 撵 网下去 钻=3
  收货 上山收 战绩 一枪 点位 炖|煲 红烧 爆炒 清炖 椒盐 干锅 烧烤 泡酒|浸酒 煲汤 滋补 大补 特色=3 招牌 开席 火锅=3 汤=3 野生=5 活的 活体
  活抓 新鲜=3 山里=3 毛片=3 利器=3 清蒸 打兔子 打野鸡 打斑鸠 打野猪 剥皮 拔毛`;

const PLACE = '花鸟市场 鸟市 早市 集市 菜市场 农家乐 山庄 芦苇荡 湿地 水库 后山 物流点 快递点 饭店 包间';

const BENIGN = `警方 民警 公安 派出所 查获 收缴 破获 抓获 执法 检察 法院 判刑 获刑 宣判 嫌疑人 被告人 案件 通告 公告 禁止 违法 拒绝 倡议 科普
  普法 以案释法 保护动物 保护区 野生动物保护 救助 救护 志愿者 放飞 放归 清理=10 拆除=10 救下 禁猎 启蒙 儿童=10 观鸟 记录到 红外相机 环志 动物园 门票 公园=10 标本馆 博物馆
  教程 绘本 手办 玩偶 毛绒 模型 电影 动画 dvd 游戏 书法 十字绣 刺绣 养殖=10 许可证 专用标识 人工繁殖 自家繁殖 持证 合法=10 领养 走失
  寻猫 寻狗 辨识 记者 补偿 调查=10 摄影 长焦 拍了 可爱=10 品牌 加盟 招聘`;

export const SEED_WORDS: readonly LexWord[] = [
  ...words('slang', SLANG),
  ...words('trade', TRADE),
  ...words('hunt', HUNT),
  ...words('place', PLACE),
  ...words('benign', BENIGN),
];
