// What do the papers of the invented county state of its bank, court and thresholds?
import type { PaperSetting } from '../domain/case/document-setting.ts';

/** Invented like the county itself. */
export const DEMO_PAPER: PaperSetting = {
  code: '示林',
  address: '示范县滨河路18号',
  postcode: '990100',
  contact: '法规股',
  phone: '0990-6688123',
  bank: '示范县农村商业银行罚没款专户，或者非税收入电子缴款平台',
  reviewBody: '示范县人民政府',
  court: '示范县人民法院',
  procuratorate: '示范县人民检察院',
  hearingCitizen: 5_000,
  hearingOrganisation: 50_000,
  hearingDocNo: '示政规〔2024〕3号',
};
