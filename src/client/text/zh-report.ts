// Which Chinese strings do the list and the editor of summaries show?
export const zhReport = {
  'report.title': '工作总结',
} as const;
