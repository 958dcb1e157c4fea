// Which English strings do registers, import and system pages show?
import type { zhLedger } from './zh-ledger.ts';

export const enLedger: Record<keyof typeof zhLedger, string> = {
  'register.new': 'New {{kind}}',
};
