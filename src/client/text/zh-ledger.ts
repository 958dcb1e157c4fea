// Which Chinese strings do registers, import and system pages show?
export const zhLedger = {
  'register.new': '新增{{kind}}',
} as const;
